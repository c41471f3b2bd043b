//! What somebody asks for.

kit::id! {
    /// A request's number in the database; people know it by its receipt.
    RequestId
}

/// The sort of request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something in the town does not work.
    Report,
    /// Somebody wants to know something.
    Question,
    /// Somebody is not content with an office.
    Complaint,
    /// Somebody has an idea.
    Suggestion,
    /// Somebody says thanks.
    Praise,
    /// Somebody wants to see documents (L. 241/1990 art. 22, D.Lgs. 33/2013 art. 5).
    Access,
}
kit::words!(Kind {
    Report = "report",
    Question = "question",
    Complaint = "complaint",
    Suggestion = "suggestion",
    Praise = "praise",
    Access = "access",
});

impl Kind {
    /// The word of addresses and forms.
    pub const fn form_word(self) -> &'static str {
        match self {
            Self::Report => "segnalazione",
            Self::Question => "domanda",
            Self::Complaint => "reclamo",
            Self::Suggestion => "suggerimento",
            Self::Praise => "elogio",
            Self::Access => "accesso",
        }
    }

    /// From an address or a form.
    pub fn from_form(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.form_word() == word)
    }

    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Report => "request-kind-report",
            Self::Question => "request-kind-question",
            Self::Complaint => "request-kind-complaint",
            Self::Suggestion => "request-kind-suggestion",
            Self::Praise => "request-kind-praise",
            Self::Access => "request-kind-access",
        }
    }

    /// Key of the sentence that says what it is for.
    pub const fn lead(self) -> &'static str {
        match self {
            Self::Report => "request-lead-report",
            Self::Question => "request-lead-question",
            Self::Complaint => "request-lead-complaint",
            Self::Suggestion => "request-lead-suggestion",
            Self::Praise => "request-lead-praise",
            Self::Access => "request-lead-access",
        }
    }

    /// Days to answer where no category says otherwise (L. 241/1990 art. 2 c. 2; for documents art. 25 c. 4 and D.Lgs. 33/2013
    /// art. 5 c. 6).
    pub const fn days(self) -> i64 {
        30
    }

    /// Is it read by everybody unless its category says otherwise? Everything but reports is between somebody and the office.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Report)
    }
}
