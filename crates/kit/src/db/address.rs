//! Where a database is.

use std::path::{Path, PathBuf};

use super::sqlite;

/// A connection's address, understood: `sqlite:FILE` or `postgres://…`.
#[derive(Debug, Clone)]
pub struct Address {
    url: String,
    pub(super) kind: AddressKind,
}

/// Which engine, and how to reach it.
#[derive(Debug, Clone)]
pub(super) enum AddressKind {
    Sqlite { path: PathBuf, synchronous: sqlite::Synchronous },
    Postgres(Box<tokio_postgres::Config>),
}

impl std::str::FromStr for Address {
    type Err = String;

    fn from_str(url: &str) -> std::result::Result<Self, String> {
        let kind = if let Some(rest) = url.strip_prefix("sqlite:") {
            let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
            if path.is_empty() {
                return Err("after `sqlite:` the file's path is missing".into());
            }
            let synchronous = match query {
                "" => sqlite::Synchronous::Full,
                "synchronous=off" => sqlite::Synchronous::Off,
                other => return Err(format!("unknown option `{other}` after the file's path")),
            };
            AddressKind::Sqlite { path: PathBuf::from(path), synchronous }
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let config = url.parse().map_err(|error| format!("not a PostgreSQL address: {error}"))?;
            AddressKind::Postgres(Box::new(config))
        } else {
            return Err("a database address begins with `sqlite:` or `postgres://`".into());
        };
        Ok(Self { url: url.to_owned(), kind })
    }
}

impl Address {
    /// The file of an embedded database.
    pub fn file(&self) -> Option<&Path> {
        match &self.kind {
            AddressKind::Sqlite { path, .. } => Some(path),
            AddressKind::Postgres(_) => None,
        }
    }

    /// Does a commit reach the disk before it is acknowledged?
    pub fn is_durable(&self) -> bool {
        !matches!(self.kind, AddressKind::Sqlite { synchronous: sqlite::Synchronous::Off, .. })
    }

    /// The address as it may stand in a log: without a password.
    pub fn redacted(&self) -> String {
        match url::Url::parse(&self.url) {
            Ok(mut url) if url.password().is_some() => {
                let _ = url.set_password(Some("…"));
                url.to_string()
            }
            _ => self.url.clone(),
        }
    }
}
