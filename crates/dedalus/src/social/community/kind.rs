//! What sort of community it is: who finds it, who reads it, what it is about.

kit::id! {
    /// A community's number.
    CommunityId
}

/// Who finds and reads a community.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody reads, everybody with an account joins.
    Open,
    /// Everybody finds it; members read; who wants to join asks.
    Listed,
    /// Only members and who is invited know of it.
    Secret,
}
kit::words!(Access { Open = "open", Listed = "listed", Secret = "secret" });

impl Access {
    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "community-open",
            Self::Listed => "community-listed",
            Self::Secret => "community-secret",
        }
    }

    /// Key of the sentence that says who reads it.
    pub const fn readers(self) -> &'static str {
        match self {
            Self::Open => "community-open-text",
            Self::Listed => "community-listed-text",
            Self::Secret => "community-secret-text",
        }
    }
}

/// What a community is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Culture, history, feasts.
    Culture,
    /// Sport and the open air.
    Sport,
    /// Children and school.
    Family,
    /// A quarter and its neighbours.
    Quarter,
    /// Shops and work.
    Trade,
    /// Green, sea, ways to get about.
    Environment,
    /// Helping each other.
    Help,
    /// Everything else.
    Other,
}
kit::words!(Topic {
    Culture = "culture",
    Sport = "sport",
    Family = "family",
    Quarter = "quarter",
    Trade = "trade",
    Environment = "environment",
    Help = "help",
    Other = "other",
});

impl Topic {
    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Culture => "topic-culture",
            Self::Sport => "topic-sport",
            Self::Family => "topic-family",
            Self::Quarter => "topic-quarter",
            Self::Trade => "topic-trade",
            Self::Environment => "topic-environment",
            Self::Help => "topic-help",
            Self::Other => "topic-other",
        }
    }
}

/// What a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberRole {
    /// Reads and writes.
    Member,
    /// Keeps the place.
    Moderator,
}
kit::words!(MemberRole { Member = "member", Moderator = "moderator" });

/// How somebody stands to a community.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberState {
    /// Belongs to it.
    Member,
    /// Asked to join.
    Asked,
    /// Was invited.
    Invited,
    /// Was sent away for good.
    Banned,
}
kit::words!(MemberState { Member = "member", Asked = "asked", Invited = "invited", Banned = "banned" });
