//! The mails about one's own data: a copy that is ready, an address that changes, an account that ends.

use kit::i18n::Lang;
use kit::mail::Mail;

use super::letters::Letter;
use super::person::Person;

impl Letter<'_> {
    fn mine(&self, person: &Person, what: &str, path: &str, more: &[(&'static str, &str)]) -> Mail {
        self.write_with(person.language, &person.email, &person.name, what, path, more)
    }

    /// Your copy is ready.
    pub fn data_ready(&self, person: &Person, until: &str) -> Mail {
        self.mine(person, "mail-data-ready", "/io/dati", &[("until", until)])
    }

    /// Your copy could not be made.
    pub fn data_failed(&self, person: &Person) -> Mail {
        self.mine(person, "mail-data-failed", "/io/dati", &[])
    }

    /// Confirm that this mailbox is yours: to the new address.
    pub fn new_email(&self, person: &Person, email: &str, key: &str) -> Mail {
        self.write_with(person.language, email, &person.name, "mail-new-email", &format!("/accedi/nuova-email/{key}"), &[])
    }

    /// The address was changed: to the old one.
    pub fn email_changed(&self, old: &Person, email: &str) -> Mail {
        self.mine(old, "mail-email-changed", "/uffici", &[("email", email)])
    }

    /// The account ends on a day; until then one can think again.
    pub fn closing(&self, person: &Person, when: &str) -> Mail {
        self.mine(person, "mail-closing", "/io/chiusura", &[("when", when)])
    }

    /// The account stays.
    pub fn staying(&self, person: &Person) -> Mail {
        self.mine(person, "mail-staying", "/io", &[])
    }

    /// The account has ended: the last letter.
    pub fn closed(&self, lang: Lang, to: &str, name: &str) -> Mail {
        self.write_with(lang, to, name, "mail-closed", "/", &[])
    }

    /// Nobody has signed in for a long time.
    pub fn inactive(&self, person: &Person, when: &str) -> Mail {
        self.mine(person, "mail-inactive", "/accedi", &[("when", when)])
    }

    /// Nobody has signed in since then either: the account ends on a day.
    pub fn inactive_closing(&self, person: &Person, when: &str) -> Mail {
        self.mine(person, "mail-inactive-closing", "/accedi", &[("when", when)])
    }
}
