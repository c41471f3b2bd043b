//! The mails of identity: plain words, one link, one button on the page behind it.

use kit::Result;
use kit::db::Tx;
use kit::i18n::{Arg, Lang};
use kit::mail::{Invite, Mail, enqueue};
use kit::secret::SecretKey;

use super::person::Person;
use crate::shell::{App, catalog};

/// Writes mails for a town.
pub struct Letter<'a> {
    town: &'a str,
    public_url: &'a str,
}

impl<'a> Letter<'a> {
    /// For this town.
    pub fn of(app: &'a App) -> Self {
        Self { town: &app.config.town.name, public_url: &app.config.server.public_url }
    }

    fn write(&self, lang: Lang, to: &str, name: &str, what: &str, path: &str) -> Mail {
        self.write_with(lang, to, name, what, path, &[])
    }

    /// A mail whose sentences want more than town, name and link.
    pub(super) fn write_with(&self, lang: Lang, to: &str, name: &str, what: &str, path: &str, more: &[(&'static str, &str)]) -> Mail {
        let link = format!("{}{path}", self.public_url);
        let mut args = vec![("town", Arg::from(self.town)), ("name", Arg::from(name)), ("link", Arg::from(link.as_str()))];
        args.extend(more.iter().map(|(key, value)| (*key, Arg::from(*value))));
        let words = catalog();
        let mut mail = Mail::new(
            to,
            words.with(lang, &format!("{what}-subject"), &args).into_owned(),
            words.with(lang, &format!("{what}-text"), &args).into_owned(),
        );
        mail.to_name = name.to_owned();
        mail
    }

    /// Confirm your address.
    pub fn confirm(&self, lang: Lang, to: &str, name: &str, key: &str) -> Mail {
        self.write(lang, to, name, "mail-confirm", &format!("/iscriviti/conferma/{key}"))
    }

    /// Somebody, perhaps you, tried to sign up with an address that has an account.
    pub fn already_here(&self, lang: Lang, to: &str, name: &str) -> Mail {
        self.write(lang, to, name, "mail-already", "/accedi")
    }

    /// Choose a new password.
    pub fn reset(&self, lang: Lang, to: &str, name: &str, key: &str) -> Mail {
        self.write(lang, to, name, "mail-reset", &format!("/accedi/nuova-password/{key}"))
    }

    /// Somebody asked for a new password, but there is no account.
    pub fn no_account(&self, lang: Lang, to: &str) -> Mail {
        self.write(lang, to, "", "mail-no-account", "/iscriviti")
    }

    /// The administration made you an account: choose a password.
    pub fn invite(&self, lang: Lang, to: &str, name: &str, key: &str) -> Mail {
        self.write(lang, to, name, "mail-invite", &format!("/accedi/nuova-password/{key}"))
    }

    /// Somebody signed in with a browser that was not known.
    pub fn new_device(&self, person: &Person, device: &str, when: &str) -> Mail {
        self.write_with(person.language, &person.email, &person.name, "mail-device", "/io/sicurezza", &[("device", device), ("when", when)])
    }

    /// Two accounts showed one fiscal code: what was decided for this one.
    pub fn verification_decided(&self, person: &Person, verified: bool, reason: &str) -> Mail {
        let what = if verified { "mail-conflict-yours" } else { "mail-conflict-other" };
        self.write_with(person.language, &person.email, &person.name, what, "/io", &[("reason", reason)])
    }

    /// Somebody who keeps the system broke the glass.
    pub fn glass_broken(&self, watcher: &Person, who: &str, reason: &str) -> Mail {
        let more = [("who", who), ("reason", reason)];
        self.write_with(watcher.language, &watcher.email, &watcher.name, "mail-glass", "/amministrazione/registro", &more)
    }

    /// Something about how to sign in has changed: which mail, and what the thing is called.
    pub fn factor(&self, person: &Person, mail: &str, what: &str) -> Mail {
        self.write_with(person.language, &person.email, &person.name, mail, "/io/sicurezza", &[("what", what)])
    }

    /// Confirm the address that the provider you came from does not know.
    pub fn confirm_provider(&self, lang: Lang, to: &str, name: &str, path: &str) -> Mail {
        self.write(lang, to, name, "mail-confirm", path)
    }

    /// One more provider opens your account.
    pub fn linked(&self, person: &Person, provider: &str) -> Mail {
        self.write_with(person.language, &person.email, &person.name, "mail-linked", "/io/sicurezza", &[("provider", provider)])
    }

    /// A provider opens your account no more.
    pub fn unlinked(&self, person: &Person, provider: &str) -> Mail {
        self.write_with(person.language, &person.email, &person.name, "mail-unlinked", "/io/sicurezza", &[("provider", provider)])
    }

    /// Your password was changed.
    pub fn password_changed(&self, lang: Lang, to: &str, name: &str) -> Mail {
        self.write(lang, to, name, "mail-password-changed", "/accedi/password-dimenticata")
    }
}

/// Queues a mail of another domain to a person: its texts are called `what-subject` and `what-text`.
pub async fn send_letter(tx: &mut Tx, app: &App, to: &Person, what: &str, path: &str, more: &[(&'static str, &str)]) -> Result<()> {
    send(tx, &app.secret, Letter::of(app).write_with(to.language, &to.email, &to.name, what, path, more)).await
}

/// The same to somebody without an account, in the language they asked in.
pub async fn send_outside(
    tx: &mut Tx,
    app: &App,
    (lang, to): (Lang, &str),
    what: &str,
    path: &str,
    more: &[(&'static str, &str)],
) -> Result<()> {
    send(tx, &app.secret, Letter::of(app).write_with(lang, to, "", what, path, more)).await
}

/// Somebody who may have no account.
pub struct Addressee<'a> {
    /// Language.
    pub language: Lang,
    /// Where it goes.
    pub email: &'a str,
    /// What the person is called.
    pub name: &'a str,
    /// A file for calendars: its method, its text.
    pub calendar: Option<(&'static str, String)>,
}

/// Queues a mail of another domain to somebody who may have no account: its texts are called `what-subject` and `what-text`.
pub async fn write_letter(tx: &mut Tx, app: &App, to: Addressee<'_>, what: &str, path: &str, more: &[(&'static str, &str)]) -> Result<()> {
    let mut mail = Letter::of(app).write_with(to.language, to.email, to.name, what, path, more);
    mail.calendar = to.calendar.map(|(method, text)| Invite { method: method.to_owned(), text });
    send(tx, &app.secret, mail).await
}

/// Queues a mail in the transaction of what it speaks of.
pub async fn send(tx: &mut Tx, secret: &SecretKey, mail: Mail) -> Result<()> {
    enqueue(tx, secret, mail).await?;
    Ok(())
}
