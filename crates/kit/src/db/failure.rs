//! What a database can answer instead of rows, in the same words for both engines.

use std::fmt;

/// Why a statement or a write did not succeed.
#[derive(Debug, Clone)]
pub enum DbError {
    /// A constraint refused the row.
    Violation(Violation),
    /// The group was lost, the turn was ended, the disk is full or the engine is away: nothing was acknowledged.
    Busy,
    /// `one` found no row.
    Missing,
    /// A row or value had another shape than the code expects.
    Shape(String),
    /// Our SQL is wrong, or the engine refused it.
    Sql(String),
}

impl DbError {
    /// A statement error with the statement beside it.
    pub(crate) fn of_statement(self, sql: &str) -> Self {
        match self {
            Self::Sql(text) => Self::Sql(format!("{text} in: {sql}")),
            Self::Shape(text) => Self::Shape(format!("{text} in: {sql}")),
            other => other,
        }
    }

    pub(crate) fn in_column(self, column: usize) -> Self {
        match self {
            Self::Shape(text) => Self::Shape(format!("column {column}: {text}")),
            other => other,
        }
    }
}

impl fmt::Display for DbError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Violation(violation) => write!(f, "{violation}"),
            Self::Busy => f.write_str("the database is busy; nothing was written"),
            Self::Missing => f.write_str("no row"),
            Self::Shape(text) | Self::Sql(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for DbError {}

/// Which kind of constraint refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint {
    /// UNIQUE or PRIMARY KEY, known by table and columns.
    Unique,
    /// NOT NULL, known by table and column.
    NotNull,
    /// CHECK, known by its name.
    Check,
    /// A reference; rules check these first, so meeting one is our fault.
    Reference,
}

/// A refused row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The kind of constraint.
    pub constraint: Constraint,
    /// The table of a UNIQUE or NOT NULL; empty for the rest, which SQLite does not place.
    pub table: String,
    /// Columns joined by commas (UNIQUE, NOT NULL), the constraint's name (CHECK, and UNIQUE over an expression: the
    /// index), nothing for a reference.
    pub what: String,
}

impl Violation {
    /// Is it this one? A CHECK is known by its name alone, so any table matches it.
    pub fn is(&self, table: &str, what: &str) -> bool {
        (self.table == table || self.table.is_empty()) && self.what == what
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} refused: {} {}", self.constraint, self.table, self.what)
    }
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            return match error {
                rusqlite::Error::QueryReturnedNoRows => Self::Missing,
                other => Self::Sql(other.to_string()),
            };
        };
        let message = message.clone().unwrap_or_default();
        match failure.code {
            Code::ConstraintViolation => sqlite_violation(&message).map_or(Self::Sql(message), Self::Violation),
            Code::DatabaseBusy
            | Code::DatabaseLocked
            | Code::DiskFull
            | Code::SystemIoFailure
            | Code::OperationInterrupted
            | Code::CannotOpen
            | Code::OutOfMemory => {
                tracing::warn!(code = ?failure.code, extended = failure.extended_code, message, "the database is busy");
                Self::Busy
            }
            _ => Self::Sql(format!("{error}: {message}")),
        }
    }
}

/// Reads SQLite's sentences: `UNIQUE constraint failed: person.email_folded`, `CHECK constraint failed: name`.
fn sqlite_violation(message: &str) -> Option<Violation> {
    let (kind, what) = message.split_once(" constraint failed")?;
    let what = what.strip_prefix(": ").unwrap_or_default();
    let constraint = match kind {
        "UNIQUE" | "PRIMARY KEY" => Constraint::Unique,
        "NOT NULL" => Constraint::NotNull,
        "CHECK" => Constraint::Check,
        "FOREIGN KEY" => Constraint::Reference,
        _ => return None,
    };
    if matches!(constraint, Constraint::Check | Constraint::Reference) {
        return Some(Violation { constraint, table: String::new(), what: what.to_owned() });
    }
    // An index on an expression is named as `index 'name'`, without its table.
    if let Some(name) = what.strip_prefix("index '") {
        return Some(Violation { constraint, table: String::new(), what: name.trim_end_matches('\'').to_owned() });
    }
    let mut table = "";
    let columns: Vec<&str> = what
        .split(", ")
        .filter_map(|full| full.split_once('.'))
        .map(|(of, column)| {
            table = of;
            column
        })
        .collect();
    Some(Violation { constraint, table: table.to_owned(), what: columns.join(",") })
}

impl From<tokio_postgres::Error> for DbError {
    fn from(error: tokio_postgres::Error) -> Self {
        let Some(db) = error.as_db_error() else {
            let cause = std::error::Error::source(&error);
            if error.is_closed() || cause.is_some_and(<dyn std::error::Error>::is::<std::io::Error>) {
                tracing::warn!(%error, cause, "the database is away");
                return Self::Busy;
            }
            return Self::Sql(cause.map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}")));
        };
        let code = db.code().code();
        let constraint = match code {
            "23505" => Constraint::Unique,
            "23502" => Constraint::NotNull,
            "23514" => Constraint::Check,
            "23503" | "23001" => Constraint::Reference,
            _ => {
                // Class 40 rollback, 53 resources, 55 not in state, 57 intervention, 58 system: come again (Appendix A of the manual).
                let class = code.get(..2).unwrap_or_default();
                if matches!(class, "40" | "53" | "55" | "57" | "58") {
                    tracing::warn!(code, message = db.message(), "the database is busy");
                    return Self::Busy;
                }
                return Self::Sql(format!("{code}: {}", db.message()));
            }
        };
        let name = db.constraint().unwrap_or_default();
        let table = db.table().unwrap_or_default();
        // No more than SQLite says, so that a rule that works on one engine works on the other.
        let (table, what) = match constraint {
            Constraint::Unique => match unique_columns(db.detail().unwrap_or_default()) {
                Some(columns) => (table, columns),
                None => ("", name.to_owned()),
            },
            Constraint::NotNull => (table, db.column().unwrap_or_default().to_owned()),
            Constraint::Check => ("", name.to_owned()),
            Constraint::Reference => {
                tracing::debug!(table, name, "a reference was refused");
                ("", String::new())
            }
        };
        Self::Violation(Violation { constraint, table: table.to_owned(), what })
    }
}

/// The columns in PostgreSQL's `Key (a, b)=(1, 2) already exists.`, whatever the server's language;
/// `None` when one of them is an expression.
fn unique_columns(detail: &str) -> Option<String> {
    let (_, inside) = detail.split_once(")=(").map_or(("", ""), |(before, _)| before.split_once('(').unwrap_or_default());
    let columns: Vec<&str> = inside.split(", ").map(|column| column.trim_matches('"')).collect();
    let plain = !inside.is_empty() && columns.iter().all(|column| !column.contains(['(', ' ', ':']));
    plain.then(|| columns.join(","))
}

impl From<deadpool_postgres::PoolError> for DbError {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        match error {
            deadpool_postgres::PoolError::Backend(inner) => inner.into(),
            other => {
                tracing::warn!(cause = %other, "no database connection to be had");
                Self::Busy
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_sentences_become_tables_and_columns() {
        let unique = sqlite_violation("UNIQUE constraint failed: page_editor.page_id, page_editor.person_id").unwrap();
        assert_eq!((unique.table.as_str(), unique.what.as_str()), ("page_editor", "page_id,person_id"));
        let check = sqlite_violation("CHECK constraint failed: handle_shape").unwrap();
        assert!(check.is("person", "handle_shape"));
        let missing = sqlite_violation("NOT NULL constraint failed: person.email").unwrap();
        assert_eq!((missing.constraint, missing.what.as_str()), (Constraint::NotNull, "email"));
    }

    #[test]
    fn postgres_details_become_columns() {
        let columns = |detail| unique_columns(detail).unwrap_or_default();
        assert_eq!(columns("Key (page_id, person_id)=(1, 2) already exists."), "page_id,person_id");
        assert_eq!(columns("La chiave (\"order\", name)=(1, a)=(b) esiste già."), "order,name");
        assert_eq!(unique_columns("Key (lower(email))=(a@b.it) already exists."), None);
        assert_eq!(unique_columns(""), None);
    }
}
