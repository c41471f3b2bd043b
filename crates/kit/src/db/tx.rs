//! A turn at writing: what a write's closure holds.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

use super::{Db, DbError, Engine, FromRow, News, Value, postgres, turns};
use crate::clock::Time;
use crate::events::Reaction;

/// A turn at writing. Whoever holds it is alone.
pub struct Tx {
    pub(super) turn: TurnKind,
    pub(super) db: Db,
    pub(super) now: Time,
    pub(super) begun: Instant,
}

/// The engine's own turn.
pub(super) enum TurnKind {
    Sqlite(turns::Turn),
    Postgres(postgres::Turn),
}

impl Tx {
    /// The moment the turn began: the date of every row it writes.
    pub fn now(&self) -> Time {
        self.now
    }

    /// Which engine it is, for the arms in `dialect.rs`.
    pub fn engine(&self) -> Engine {
        self.db.engine()
    }

    /// Which jobs follow which events.
    pub(crate) fn reactions(&self) -> Arc<[Reaction]> {
        Arc::clone(&self.db.0.hooks.reactions)
    }

    /// All rows.
    pub async fn all<T: FromRow>(&mut self, sql: impl AsRef<str>, args: Vec<Value>) -> Result<Vec<T>, DbError> {
        let sql = sql.as_ref();
        match &mut self.turn {
            TurnKind::Sqlite(turn) => turn.query(sql, &args),
            TurnKind::Postgres(turn) => turn.query(sql, &args).await,
        }
        .map_err(|error| error.of_statement(sql))
    }

    /// Exactly one row; none is [`DbError::Missing`].
    pub async fn one<T: FromRow>(&mut self, sql: impl AsRef<str>, args: Vec<Value>) -> Result<T, DbError> {
        self.maybe(sql, args).await?.ok_or(DbError::Missing)
    }

    /// The first row, if any.
    pub async fn maybe<T: FromRow>(&mut self, sql: impl AsRef<str>, args: Vec<Value>) -> Result<Option<T>, DbError> {
        Ok(self.all(sql, args).await?.into_iter().next())
    }

    /// Runs a statement that gives no rows; how many it changed.
    pub async fn run(&mut self, sql: impl AsRef<str>, args: Vec<Value>) -> Result<u64, DbError> {
        let sql = sql.as_ref();
        match &mut self.turn {
            TurnKind::Sqlite(turn) => turn.execute(sql, &args),
            TurnKind::Postgres(turn) => turn.execute(sql, &args).await,
        }
        .map_err(|error| error.of_statement(sql))
    }

    /// Several statements without arguments: migrations.
    pub(crate) async fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        match &mut self.turn {
            TurnKind::Sqlite(turn) => turn.batch(sql),
            TurnKind::Postgres(turn) => turn.batch(sql).await,
        }
    }

    /// Says that pages showing this subject are stale once this is committed.
    pub fn touch(&mut self, subject: impl Into<Cow<'static, str>>) {
        self.tell(News::Touched(subject.into()));
    }

    /// Rings in rooms of [`crate::live::Live`] once this is committed.
    pub fn ring(&mut self, rooms: Vec<i64>) {
        if !rooms.is_empty() {
            self.tell(News::Rung(rooms));
        }
    }

    pub(crate) fn tell(&mut self, item: News) {
        let news = match &mut self.turn {
            TurnKind::Sqlite(turn) => &mut turn.news,
            TurnKind::Postgres(turn) => &mut turn.news,
        };
        if !news.contains(&item) {
            news.push(item);
        }
    }

    pub(super) fn asking(&self) -> Option<Arc<std::sync::atomic::AtomicBool>> {
        match &self.turn {
            TurnKind::Sqlite(_) => None,
            TurnKind::Postgres(turn) => Some(Arc::clone(&turn.asking)),
        }
    }

    pub(super) async fn keep(self) -> Result<(), DbError> {
        self.db.note("a write", self.begun);
        match self.turn {
            TurnKind::Sqlite(turn) => turn.keep().await,
            TurnKind::Postgres(turn) => turn.keep().await,
        }
    }

    pub(super) fn give_back(self) {
        match self.turn {
            TurnKind::Sqlite(turn) => turn.give_back(),
            TurnKind::Postgres(turn) => turn.give_back(),
        }
    }
}
