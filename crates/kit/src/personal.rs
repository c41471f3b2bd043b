//! What the house holds about people: one list that says, for each table, how somebody's rows are found, what of them goes
//! into the person's own copy, which files hang on them, and what happens to them when the account ends.
//!
//! The copy (GDPR art. 15 and 20), the end (art. 17), the register of processing (art. 30) and the collector of files all
//! read this list and nothing else, so a table that is missing here is missing everywhere: a test holds the list against
//! the schema.

mod end;
mod read;
mod schema;

use std::pin::Pin;

pub use end::{apply, statement};
pub use read::{Files, Page, Rows, count, count_files, named_blobs, names_blob};
pub use schema::{FORMAT, json_schema};

use crate::db::Tx;
use crate::error::Result;

/// One table, or a part of one, that can hold something about a person.
#[derive(Clone, Copy)]
pub struct Holding {
    /// Its name in the copy and in the register: `posts`.
    pub name: &'static str,
    /// The table.
    pub table: &'static str,
    /// Which rows are about the person `$1`: a condition on `r`. None where nobody can tell: what is sealed.
    pub rows: Option<&'static str>,
    /// Columns that tell the rows of a person apart and never change.
    pub key: &'static [&'static str],
    /// What goes into the copy. Nothing: the rows only repeat what another holding gives.
    pub columns: &'static [Column],
    /// A file that hangs on each row.
    pub blob: Option<Blob>,
    /// What happens to the rows when the account ends.
    pub end: End,
    /// The processing activity it belongs to: a word of the house's register.
    pub activity: &'static str,
}

/// A value of the copy.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the copy.
    pub name: &'static str,
    /// Where it comes from: an expression on `r`; `$1` is the person.
    pub sql: &'static str,
    /// How it is written.
    pub kind: Kind,
    /// May it be missing?
    pub maybe: bool,
}

/// How a value of the copy is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// As text.
    Text,
    /// A number that names a row: text, because it may be larger than what programs count exactly (RFC 8259 §6).
    Id,
    /// A number that counts.
    Number,
    /// A moment in UTC (RFC 3339).
    Moment,
    /// Yes or no.
    Yes,
}

impl Column {
    /// Text.
    pub const fn text(name: &'static str, sql: &'static str) -> Self {
        Self { name, sql, kind: Kind::Text, maybe: false }
    }
    /// The number of a row.
    pub const fn id(name: &'static str, sql: &'static str) -> Self {
        Self { name, sql, kind: Kind::Id, maybe: false }
    }
    /// A number that counts.
    pub const fn number(name: &'static str, sql: &'static str) -> Self {
        Self { name, sql, kind: Kind::Number, maybe: false }
    }
    /// A moment.
    pub const fn moment(name: &'static str, sql: &'static str) -> Self {
        Self { name, sql, kind: Kind::Moment, maybe: false }
    }
    /// Yes or no.
    pub const fn yes(name: &'static str, sql: &'static str) -> Self {
        Self { name, sql, kind: Kind::Yes, maybe: false }
    }
    /// It may be missing.
    #[must_use]
    pub const fn or_none(self) -> Self {
        Self { maybe: true, ..self }
    }
}

/// A file that hangs on a row.
#[derive(Debug, Clone, Copy)]
pub struct Blob {
    /// The column that names it.
    pub column: &'static str,
    /// Where it lies in the copy: an expression on `r`, null for a row whose file stays out. None: they all stay out.
    pub path: Option<&'static str>,
}

/// One turn of a domain's own way to end an account: the person, and how many rows at the most; how many it changed.
/// It is called again until it changes nothing.
pub type Turn = for<'t> fn(&'t mut Tx, i64, i64) -> Pin<Box<dyn Future<Output = Result<u64>> + Send + 't>>;

/// What happens to the rows when the account ends.
#[derive(Clone, Copy)]
pub enum End {
    /// They go.
    Delete,
    /// They stay without the person: a statement with the person in `$1` that changes at most `$2` rows, and none once all are empty.
    Blank(&'static str),
    /// A domain's own way, where more than one table changes at once.
    Turn(Turn),
    /// They go with the rows of another holding of this name.
    With(&'static str),
    /// They stay as they are.
    Keep {
        /// Key of the sentence that says why.
        reason: &'static str,
        /// For how many days; none is without end.
        days: Option<i64>,
    },
}

impl End {
    /// Its word, for the register.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Delete | Self::Turn(_) | Self::With(_) => "delete",
            Self::Blank(_) => "blank",
            Self::Keep { .. } => "keep",
        }
    }
}

/// What the engine room itself holds.
pub const ENGINE_ROOM: &[Holding] = &[
    Holding {
        name: "events",
        table: "event",
        rows: Some("r.actor_id = $1 or (r.subject_kind = 'person' and r.subject_id = $1)"),
        key: &["id"],
        columns: &[
            Column::moment("at", "r.at"),
            Column::text("kind", "r.kind"),
            Column::text("subject_kind", "r.subject_kind"),
            Column::id("subject", "r.subject_id"),
            Column::text("data", "r.data"),
        ],
        blob: None,
        end: End::Blank(
            "update event set data = '{}' where id in (select r.id from event r
              where (r.actor_id = $1 or (r.subject_kind = 'person' and r.subject_id = $1)) and r.data <> '{}' order by r.id limit $2)",
        ),
        activity: "running",
    },
    Holding {
        name: "letters",
        table: "job",
        rows: None,
        key: &["id"],
        columns: &[],
        blob: None,
        end: End::Keep { reason: "kept-letters", days: Some(crate::jobs::LETTERS_DAYS) },
        activity: "letters",
    },
];
