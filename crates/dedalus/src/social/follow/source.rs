//! What can be followed, and how somebody stands to it.

use crate::identity::{OfficeId, PageId, PersonId};
use crate::social::community::CommunityId;

/// The kinds of source a time line has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// A person, and what they share.
    Person,
    /// An institutional page.
    Page,
    /// A community.
    Community,
    /// A word that posts are marked with.
    Tag,
    /// An office: everything its pages say.
    Office,
}
kit::words!(SourceKind { Person = "person", Page = "page", Community = "community", Tag = "tag", Office = "office" });

impl SourceKind {
    /// Its word in the address of a list.
    pub const fn form_word(self) -> &'static str {
        match self {
            Self::Person => "persone",
            Self::Page => "pagine",
            Self::Community => "comunita",
            Self::Tag => "argomenti",
            Self::Office => "uffici",
        }
    }

    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Person => "followed-person",
            Self::Page => "followed-page",
            Self::Community => "followed-community",
            Self::Tag => "followed-tag",
            Self::Office => "followed-office",
        }
    }

    /// From the address of a list.
    pub fn from_form(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.form_word() == word)
    }
}

/// Something to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// What sort of thing.
    pub kind: SourceKind,
    /// Its number.
    pub id: i64,
}

impl From<PersonId> for Source {
    fn from(id: PersonId) -> Self {
        Self { kind: SourceKind::Person, id: id.0 }
    }
}

impl From<PageId> for Source {
    fn from(id: PageId) -> Self {
        Self { kind: SourceKind::Page, id: id.0 }
    }
}

impl From<CommunityId> for Source {
    fn from(id: CommunityId) -> Self {
        Self { kind: SourceKind::Community, id: id.0 }
    }
}

impl From<OfficeId> for Source {
    fn from(id: OfficeId) -> Self {
        Self { kind: SourceKind::Office, id: id.0 }
    }
}

/// How somebody stands to a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Following {
    /// Not at all.
    No,
    /// They asked, and wait.
    Asked,
    /// They follow it.
    Yes,
}

impl Following {
    /// From the row's state, if there is a row.
    pub fn of(state: Option<&str>) -> Self {
        match state {
            Some("accepted") => Self::Yes,
            Some(_) => Self::Asked,
            None => Self::No,
        }
    }
}
