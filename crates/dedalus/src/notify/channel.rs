//! The ways a notice goes.

/// When a kind of notice is mailed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailWhen {
    /// After a few minutes, in which what belongs together is collected.
    Now,
    /// Once a day, with everything else.
    Daily,
    /// Not at all.
    Never,
}
kit::words!(MailWhen { Now = "now", Daily = "daily", Never = "never" });

impl MailWhen {
    /// The word of the form.
    pub const fn form_word(self) -> &'static str {
        match self {
            Self::Now => "subito",
            Self::Daily => "riepilogo",
            Self::Never => "mai",
        }
    }

    /// From the form.
    pub fn from_form(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|when| when.form_word() == word)
    }

    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Now => "notice-mail-now",
            Self::Daily => "notice-mail-daily",
            Self::Never => "notice-mail-never",
        }
    }
}

/// Where one kind of notice goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channels {
    /// Into the page.
    pub in_page: bool,
    /// By mail.
    pub mail: MailWhen,
    /// To the devices.
    pub push: bool,
}

impl Channels {
    /// Nowhere at all?
    pub fn is_silent(self) -> bool {
        !self.in_page && self.mail == MailWhen::Never && !self.push
    }
}
