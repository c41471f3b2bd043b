//! The words of moderation: reasons, actions, kinds of subject.

/// What a report or a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectKind {
    /// A post.
    Post,
    /// A comment.
    Comment,
    /// An account.
    Person,
    /// A community.
    Community,
}
kit::words!(SubjectKind { Post = "post", Comment = "comment", Person = "person", Community = "community" });

impl SubjectKind {
    /// Key of its name in the language files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Post => "moderation-kind-post",
            Self::Comment => "moderation-kind-comment",
            Self::Person => "moderation-kind-person",
            Self::Community => "moderation-kind-community",
        }
    }

    /// The word of addresses.
    pub const fn form_word(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Comment => "commento",
            Self::Person => "persona",
            Self::Community => "comunita",
        }
    }

    /// From an address.
    pub fn from_form(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.form_word() == word)
    }

    /// Is it a text?
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Post | Self::Comment)
    }
}

/// Which rule of the square (`/regole`), or which law, is at stake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Advertising, the same text again and again.
    Spam,
    /// Insults and threats against somebody.
    Offence,
    /// Names, number plates, telephones, pictures of others.
    Personal,
    /// Hate against who belongs to a group.
    Hate,
    /// False information about services.
    Services,
    /// Against the law.
    Illegal,
    /// Anything else.
    Other,
}
kit::words!(Reason {
    Spam = "spam", Offence = "offence", Personal = "personal", Hate = "hate", Services = "services", Illegal = "illegal", Other = "other",
});

impl Reason {
    /// The word of forms and addresses.
    pub const fn form_word(self) -> &'static str {
        match self {
            Self::Spam => "pubblicita",
            Self::Offence => "offese",
            Self::Personal => "dati-personali",
            Self::Hate => "odio",
            Self::Services => "servizi",
            Self::Illegal => "illegale",
            Self::Other => "altro",
        }
    }

    /// From a form.
    pub fn from_form(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|reason| reason.form_word() == word)
    }

    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Spam => "reason-spam",
            Self::Offence => "reason-offence",
            Self::Personal => "reason-personal",
            Self::Hate => "reason-hate",
            Self::Services => "reason-services",
            Self::Illegal => "reason-illegal",
            Self::Other => "reason-other",
        }
    }

    /// Key of the rule it stands for, as a statement of reasons quotes it.
    pub const fn rule_key(self) -> &'static str {
        match self {
            Self::Spam => "reason-rule-spam",
            Self::Offence => "reason-rule-offence",
            Self::Personal => "reason-rule-personal",
            Self::Hate => "reason-rule-hate",
            Self::Services => "reason-rule-services",
            Self::Illegal => "reason-rule-illegal",
            Self::Other => "reason-rule-other",
        }
    }
}

/// What somebody decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Nothing is wrong with it; what was held goes out.
    Dismiss,
    /// The author is told.
    Warn,
    /// The text is taken away.
    Hide,
    /// What the account writes waits, and stays out of the town's lists.
    Limit,
    /// The account cannot sign in.
    Suspend,
    /// The community is closed.
    Close,
}
kit::words!(Action { Dismiss = "dismiss", Warn = "warn", Hide = "hide", Limit = "limit", Suspend = "suspend", Close = "close" });

impl Action {
    /// The word of forms.
    pub const fn form_word(self) -> &'static str {
        match self {
            Self::Dismiss => "niente",
            Self::Warn => "richiamo",
            Self::Hide => "nascondi",
            Self::Limit => "limita",
            Self::Suspend => "sospendi",
            Self::Close => "chiudi",
        }
    }

    /// From a form.
    pub fn from_form(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.form_word() == word)
    }

    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Dismiss => "action-dismiss",
            Self::Warn => "action-warn",
            Self::Hide => "action-hide",
            Self::Limit => "action-limit",
            Self::Suspend => "action-suspend",
            Self::Close => "action-close",
        }
    }

    /// Key of what it says to whom it concerns.
    pub const fn said_key(self) -> &'static str {
        match self {
            Self::Dismiss => "decision-said-dismiss",
            Self::Warn => "decision-said-warn",
            Self::Hide => "decision-said-hide",
            Self::Limit => "decision-said-limit",
            Self::Suspend => "decision-said-suspend",
            Self::Close => "decision-said-close",
        }
    }

    /// What may be decided about a subject of a kind.
    pub const fn for_kind(kind: SubjectKind) -> &'static [Self] {
        match kind {
            SubjectKind::Post | SubjectKind::Comment => &[Self::Dismiss, Self::Warn, Self::Hide, Self::Limit, Self::Suspend],
            SubjectKind::Person => &[Self::Dismiss, Self::Warn, Self::Limit, Self::Suspend],
            SubjectKind::Community => &[Self::Dismiss, Self::Warn, Self::Close],
        }
    }

    /// Does it have a duration?
    pub const fn lasts(self) -> bool {
        matches!(self, Self::Limit | Self::Suspend)
    }

    /// Does it restrict anybody, so that reasons are owed (DSA art. 17)?
    pub const fn restricts(self) -> bool {
        !matches!(self, Self::Dismiss)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_forms_lead_back() {
        assert!(Reason::ALL.iter().all(|reason| Reason::from_form(reason.form_word()) == Some(*reason)));
        assert!(Action::ALL.iter().all(|action| Action::from_form(action.form_word()) == Some(*action)));
        assert!(SubjectKind::ALL.iter().all(|kind| SubjectKind::from_form(kind.form_word()) == Some(*kind)));
    }

    #[test]
    fn a_community_is_closed_and_a_text_is_hidden_and_never_the_other_way_round() {
        assert!(!Action::for_kind(SubjectKind::Post).contains(&Action::Close));
        assert!(!Action::for_kind(SubjectKind::Community).contains(&Action::Hide));
        assert!(!Action::for_kind(SubjectKind::Person).contains(&Action::Hide));
    }
}
