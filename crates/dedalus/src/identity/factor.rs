//! What opens an account has changed: a row in the audit and a mail to its owner, in the same write.

use kit::Result;
use kit::db::Tx;
use kit::i18n::{Arg, Lang};

use super::audit::{self, Actor, Entry};
use super::letters::{self, Letter};
use super::person::Person;
use crate::shell::{App, catalog};

/// What changed.
#[derive(Debug, Clone, Copy)]
pub enum Event<'a> {
    /// A passkey was added.
    PasskeyAdded(&'a str),
    /// A passkey was taken away.
    PasskeyRemoved(&'a str),
    /// A passkey was shown whose counter went back.
    PasskeyCopied(&'a str),
    /// The second factor begins.
    CodeOn,
    /// It ends.
    CodeOff,
    /// There are new recovery codes.
    RecoveryRenewed,
    /// A recovery code was used; so many are left.
    RecoveryUsed(i64),
}

impl Event<'_> {
    const fn act(self) -> &'static str {
        match self {
            Self::PasskeyAdded(_) => "person.passkey_added",
            Self::PasskeyRemoved(_) => "person.passkey_removed",
            Self::PasskeyCopied(_) => "person.passkey_copied",
            Self::CodeOn => "person.code_on",
            Self::CodeOff => "person.code_off",
            Self::RecoveryRenewed => "person.recovery_renewed",
            Self::RecoveryUsed(_) => "person.recovery_used",
        }
    }

    /// Which mail tells it.
    const fn mail(self) -> &'static str {
        match self {
            Self::PasskeyAdded(_) | Self::CodeOn => "mail-factor-added",
            Self::PasskeyRemoved(_) | Self::CodeOff => "mail-factor-removed",
            Self::PasskeyCopied(_) => "mail-passkey-copied",
            Self::RecoveryRenewed => "mail-recovery-renewed",
            Self::RecoveryUsed(_) => "mail-recovery-used",
        }
    }

    /// The thing in the words of a language.
    fn words(self, lang: Lang) -> String {
        match self {
            Self::PasskeyAdded(label) | Self::PasskeyRemoved(label) | Self::PasskeyCopied(label) => {
                catalog().with(lang, "factor-passkey", &[("label", Arg::from(label))]).into_owned()
            }
            Self::CodeOn | Self::CodeOff => catalog().fixed(lang, "factor-code").to_owned(),
            Self::RecoveryRenewed => String::new(),
            Self::RecoveryUsed(left) => left.to_string(),
        }
    }
}

/// Notes it and tells the owner.
pub async fn tell(tx: &mut Tx, app: &App, actor: &Actor, person: &Person, event: Event<'_>) -> Result<()> {
    let label = match event {
        Event::PasskeyAdded(label) => (None, Some(label.to_owned())),
        Event::PasskeyRemoved(label) | Event::PasskeyCopied(label) => (Some(label.to_owned()), None),
        _ => (None, None),
    };
    let entry = Entry {
        act: event.act(),
        subject_kind: "person",
        subject_id: Some(person.id.0),
        subject_name: &person.name,
        before: label.0,
        after: label.1,
        ..Entry::default()
    };
    audit::note(tx, actor, entry).await?;
    letters::send(tx, &app.secret, Letter::of(app).factor(person, event.mail(), &event.words(person.language))).await
}
