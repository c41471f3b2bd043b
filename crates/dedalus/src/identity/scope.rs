//! What a program may do for a person: scopes (RFC 6749 §3.3). The coarse ones and those with a colon are named as in
//! Mastodon, whose programs will ask for the same words.

use kit::{Error, Result};

/// One scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Read everything that the person reads, but not where they are signed in.
    Read,
    /// Read who the person is, and profiles as they see them.
    ReadAccounts,
    /// Read posts and comments as the person sees them.
    ReadStatuses,
    /// Read what the person keeps.
    ReadBookmarks,
    /// Read what and whom the person follows, and to which communities they belong.
    ReadFollows,
    /// Read the person's notices.
    ReadNotifications,
    /// Write and do everything below.
    Write,
    /// Write, change and take back posts and comments.
    WriteStatuses,
    /// Like.
    WriteFavourites,
    /// Keep.
    WriteBookmarks,
    /// Mark notices as read.
    WriteNotifications,
    /// Follow, and join and leave communities.
    WriteFollows,
    /// Both kinds of following.
    Follow,
    /// Read who the person is: of personal keys, from before.
    Account,
    /// Read on which devices the person is signed in, and since when: to be warned by a program of one's own.
    Sessions,
}
kit::words!(Scope {
    Read = "read",
    ReadAccounts = "read:accounts",
    ReadStatuses = "read:statuses",
    ReadBookmarks = "read:bookmarks",
    ReadFollows = "read:follows",
    ReadNotifications = "read:notifications",
    Write = "write",
    WriteStatuses = "write:statuses",
    WriteFavourites = "write:favourites",
    WriteBookmarks = "write:bookmarks",
    WriteNotifications = "write:notifications",
    WriteFollows = "write:follows",
    Follow = "follow",
    Account = "account:read",
    Sessions = "sessions:read",
});

impl Scope {
    /// Key of its words in the language files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Read => "scope-read",
            Self::ReadAccounts => "scope-read-accounts",
            Self::ReadStatuses => "scope-read-statuses",
            Self::ReadBookmarks => "scope-read-bookmarks",
            Self::ReadFollows => "scope-read-follows",
            Self::ReadNotifications => "scope-read-notifications",
            Self::Write => "scope-write",
            Self::WriteStatuses => "scope-write-statuses",
            Self::WriteFavourites => "scope-write-favourites",
            Self::WriteBookmarks => "scope-write-bookmarks",
            Self::WriteNotifications => "scope-write-notifications",
            Self::WriteFollows => "scope-write-follows",
            Self::Follow => "scope-follow",
            Self::Account => "scope-account",
            Self::Sessions => "scope-sessions",
        }
    }

    /// Does having this one mean having the other?
    pub fn covers(self, wanted: Self) -> bool {
        match self {
            _ if self == wanted => true,
            Self::Read => wanted == Self::Account || wanted.word().starts_with("read:"),
            Self::ReadAccounts => wanted == Self::Account,
            Self::Account => wanted == Self::ReadAccounts,
            Self::Write => wanted.word().starts_with("write:"),
            Self::Follow => matches!(wanted, Self::ReadFollows | Self::WriteFollows),
            _ => false,
        }
    }
}

/// Some scopes, in the order of the enum and each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scopes(Vec<Scope>);

impl Scopes {
    /// From some.
    pub fn of(scopes: &[Scope]) -> Self {
        let mut scopes = scopes.to_vec();
        scopes.sort_unstable();
        scopes.dedup();
        Self(scopes)
    }

    /// From what a program asks for; a word that is none of ours is an error.
    pub fn asked(text: &str) -> Result<Self> {
        let found: Option<Vec<Scope>> = text.split(' ').filter(|word| !word.is_empty()).map(Scope::from_word).collect();
        found.map(|scopes| Self::of(&scopes)).ok_or_else(|| Error::field("scope", "error-oauth-scope"))
    }

    /// From what was kept; a word that is none any more is left out.
    pub fn kept(text: &str) -> Self {
        Self::of(&text.split(' ').filter_map(Scope::from_word).collect::<Vec<_>>())
    }

    /// As they are kept and told.
    pub fn text(&self) -> String {
        self.0.iter().map(|scope| scope.word()).collect::<Vec<_>>().join(" ")
    }

    /// Is one of them enough for this?
    pub fn cover(&self, wanted: Scope) -> bool {
        self.0.iter().any(|scope| scope.covers(wanted))
    }

    /// Is each of the others covered?
    pub fn cover_all(&self, wanted: &Self) -> bool {
        wanted.0.iter().all(|scope| self.cover(*scope))
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Scope> + '_ {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coarse_scope_covers_its_fine_ones_and_nothing_else() {
        assert!(Scope::Read.covers(Scope::ReadStatuses) && Scope::Read.covers(Scope::Account));
        assert!(!Scope::Read.covers(Scope::Sessions) && !Scope::Read.covers(Scope::Write) && !Scope::Read.covers(Scope::WriteFollows));
        assert!(Scope::Write.covers(Scope::WriteFollows) && !Scope::Write.covers(Scope::ReadFollows));
        assert!(Scope::Follow.covers(Scope::WriteFollows) && Scope::Follow.covers(Scope::ReadFollows));
        assert!(!Scope::ReadStatuses.covers(Scope::Read) && !Scope::Follow.covers(Scope::WriteStatuses));
    }

    #[test]
    fn what_is_asked_is_read_whole_or_not_at_all() {
        let asked = Scopes::asked("write read:accounts write").unwrap();
        assert_eq!(asked.text(), "read:accounts write");
        assert!(Scopes::asked("read admin").is_err());
        assert!(Scopes::asked("").unwrap().is_empty());
        assert_eq!(Scopes::kept("read gone").text(), "read");
        assert!(Scopes::kept("read write").cover_all(&asked) && !Scopes::kept("read").cover_all(&asked));
    }
}
