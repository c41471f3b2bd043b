//! One face over two databases: SQLite inside the binary, PostgreSQL beside it. One text of SQL for both.
//!
//! Reads go to readers of their own ([`Db::all`], [`Db::one`], [`Db::maybe`]). Writes are serial and grouped on
//! both engines: [`Db::write`] waits for a turn, runs its closure on the caller's task under a savepoint, and
//! answers when the group it was part of is on disk. So check-then-write is correct, and acknowledged means kept.
//!
//! - A dropped caller takes its savepoint back; nobody else notices.
//! - A turn that lasts longer than [`TURN_MAX`] is ended and logged.
//! - After an SQL error a write can only end in error.
//! - When a whole group is lost, every caller in it gets [`DbError::Busy`]; nothing was acknowledged.

mod address;
mod copy;
mod dialect;
mod failure;
mod like;
mod migrate;
pub mod parity;
mod postgres;
mod row;
mod sqlite;
mod turns;
mod tx;
mod value;

use std::borrow::Cow;
use std::cell::Cell;
use std::future::poll_fn;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

pub use address::Address;
use address::AddressKind;
pub use copy::{Copied, copy};
pub use dialect::{Engine, SearchSql};
pub use failure::{Constraint, DbError, Violation};
pub use like::{containing, places};
pub use migrate::{Applied, Migration, MigrationText, Schema};
pub use row::{FromRow, Loose, Row};
pub use sqlite::make_one_file;
use tx::TurnKind;
pub use tx::Tx;
pub use value::{FromValue, Value, ValueRef};

use crate::clock::{Clock, Time};
use crate::error::{Error, Result};
use crate::events::Reaction;

/// How long one turn may last.
pub const TURN_MAX: Duration = Duration::from_secs(1);
/// How many turns share one commit at the most.
pub const GROUP_MAX: usize = 128;
/// After this time a group takes no more turns, so that the first in it is not kept waiting by the last.
pub const GROUP_AGE: Duration = Duration::from_millis(100);
/// How long the turns of migrations and bulk work may last.
const PATIENT: Duration = Duration::from_secs(6 * 3600);

/// What a commit tells the rest of the house, before its callers are answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Pages that show this subject are stale: `post:123`, `home`.
    Touched(Cow<'static, str>),
    /// A job waits.
    Job,
    /// Something is new for whoever listens in these rooms of [`crate::live::Live`].
    Rung(Vec<i64>),
}

/// Turns that were kept and the commits they shared, since the database was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writes {
    /// Acknowledged turns.
    pub turns: u64,
    /// Transactions committed with at least one turn in them.
    pub commits: u64,
}

/// Counts what [`Writes`] reports.
#[derive(Default)]
struct Figures {
    turns: AtomicU64,
    commits: AtomicU64,
}

impl Figures {
    fn committed(&self, turns: usize) {
        if turns == 0 {
            return;
        }
        let turns = u64::try_from(turns).unwrap_or_default();
        self.turns.fetch_add(turns, Ordering::Relaxed);
        self.commits.fetch_add(1, Ordering::Relaxed);
        metrics::counter!("db_turns").increment(turns);
        metrics::counter!("db_commits").increment(1);
    }
}

/// Spreads the news of a commit. Whoever panics over it does not take the writer along.
fn tell_all(after_commit: &AfterCommit, news: &[News]) {
    if news.is_empty() {
        return;
    }
    let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| after_commit(news)));
    if told.is_err() {
        tracing::error!("the news of a commit met a panic");
    }
}

/// Called with the news of a commit, on the writer, before the answers go out. Must be quick.
pub type AfterCommit = Arc<dyn Fn(&[News]) + Send + Sync>;

/// What the database needs to know of the rest of the house.
#[derive(Clone)]
pub struct Hooks {
    /// The clock that dates rows.
    pub clock: Clock,
    /// Which jobs follow which events.
    pub reactions: Arc<[Reaction]>,
    /// Told of every commit that brought news.
    pub after_commit: AfterCommit,
    /// Statements slower than this are logged.
    pub slow: Duration,
}

impl Hooks {
    /// Hooks of a house without reactions or cache: for tools and tests.
    pub fn quiet(clock: Clock) -> Self {
        Self { clock, reactions: Arc::from([]), after_commit: Arc::new(|_| {}), slow: Duration::from_millis(200) }
    }
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    engine: EngineParts,
    hooks: Hooks,
    statements: AtomicU64,
    figures: Arc<Figures>,
}

enum EngineParts {
    Sqlite { path: PathBuf, readers: sqlite::Readers, writer: Arc<turns::Writer> },
    Postgres { config: Box<tokio_postgres::Config>, readers: postgres::Readers, writer: Arc<postgres::Writer> },
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.engine.close();
    }
}

impl EngineParts {
    fn close(&self) {
        match self {
            Self::Sqlite { writer, .. } => writer.close(),
            Self::Postgres { writer, .. } => writer.close(),
        }
    }
}

impl Db {
    /// Opens a database and starts its readers and its writer. `readers` is the number of connections for reading.
    pub async fn open(address: &Address, readers: usize, hooks: Hooks) -> Result<Self, DbError> {
        let after_commit = Arc::clone(&hooks.after_commit);
        let figures = Arc::new(Figures::default());
        let counted = Arc::clone(&figures);
        let engine = match &address.kind {
            AddressKind::Sqlite { path, synchronous } => {
                // The writer first: it makes the file, and turns it to write-ahead logging.
                let writer = turns::Writer::start(path, *synchronous, after_commit, counted)?;
                let readers = sqlite::Readers::start(path, readers)?;
                EngineParts::Sqlite { path: path.clone(), readers, writer }
            }
            AddressKind::Postgres(config) => {
                let mut config = (**config).clone();
                config.application_name("dedalus").connect_timeout(Duration::from_secs(10));
                // A machine that vanished is noticed within a minute instead of hours.
                config.keepalives_idle(Duration::from_secs(20)).keepalives_interval(Duration::from_secs(10)).keepalives_retries(3);
                config.tcp_user_timeout(Duration::from_secs(40));
                let readers = postgres::Readers::start(config.clone(), readers, false)?;
                let writer = postgres::Writer::start(config.clone(), after_commit, counted)?;
                EngineParts::Postgres { config: Box::new(config), readers, writer }
            }
        };
        Ok(Self(Arc::new(Inner { engine, hooks, statements: AtomicU64::new(0), figures })))
    }

    /// Which engine it is, for the arms in `dialect.rs`.
    pub fn engine(&self) -> Engine {
        match self.0.engine {
            EngineParts::Sqlite { .. } => Engine::Sqlite,
            EngineParts::Postgres { .. } => Engine::Postgres,
        }
    }

    /// The house's clock.
    pub fn clock(&self) -> &Clock {
        &self.0.hooks.clock
    }

    /// Now.
    pub fn now(&self) -> Time {
        self.0.hooks.clock.now()
    }

    /// How many statements were read so far: tests use it to find a page that asks too often.
    pub fn statements(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    /// How many turns were kept, in how many commits.
    pub fn writes(&self) -> Writes {
        let figures = &self.0.figures;
        Writes { turns: figures.turns.load(Ordering::Relaxed), commits: figures.commits.load(Ordering::Relaxed) }
    }

    /// All rows of a select.
    pub async fn all<T: FromRow + Send + 'static>(&self, sql: impl Into<Cow<'static, str>>, args: Vec<Value>) -> Result<Vec<T>, DbError> {
        let sql = sql.into();
        if cfg!(debug_assertions) && WRITING.get() {
            // A reader does not see what the turn has written; it may even answer before the closure is seen to wait.
            return Err(DbError::Sql("a write waited for something else than its turn: ask its tx".into()).of_statement(&sql));
        }
        self.0.statements.fetch_add(1, Ordering::Relaxed);
        let begun = Instant::now();
        let (result, sql) = match &self.0.engine {
            // The statement goes to the reader's thread and comes back with the answer: it is long, and not copied.
            EngineParts::Sqlite { readers, .. } => readers.ask(move |connection| Ok((sqlite::query(connection, &sql, &args), sql))).await?,
            EngineParts::Postgres { readers, .. } => (readers.query(&sql, &args).await, sql),
        };
        self.note(&sql, begun);
        result.map_err(|error| error.of_statement(&sql))
    }

    /// Exactly one row; none is [`DbError::Missing`].
    pub async fn one<T: FromRow + Send + 'static>(&self, sql: impl Into<Cow<'static, str>>, args: Vec<Value>) -> Result<T, DbError> {
        self.maybe(sql, args).await?.ok_or(DbError::Missing)
    }

    /// The first row, if any.
    pub async fn maybe<T: FromRow + Send + 'static>(
        &self,
        sql: impl Into<Cow<'static, str>>,
        args: Vec<Value>,
    ) -> Result<Option<T>, DbError> {
        Ok(self.all(sql, args).await?.into_iter().next())
    }

    /// Writes in a turn of its own: everything the closure wrote is on disk when this answers `Ok`, nothing of it otherwise.
    ///
    /// The closure may wait for its `tx` and nothing else, and must not write through another turn.
    pub async fn write<T, F>(&self, act: F) -> Result<T>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<T>,
    {
        self.write_within(TURN_MAX, act).await
    }

    /// [`Db::write`] for migrations and bulk work, which nobody waits behind: an index over a million rows takes its time.
    pub async fn write_patiently<T, F>(&self, act: F) -> Result<T>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<T>,
    {
        self.write_within(PATIENT, act).await
    }

    async fn write_within<T, F>(&self, patience: Duration, act: F) -> Result<T>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<T>,
    {
        if WRITING.get() {
            return Err(Error::internal("a write within a write: use the turn that is there"));
        }
        let turn = match &self.0.engine {
            EngineParts::Sqlite { writer, .. } => TurnKind::Sqlite(writer.turn(patience).await?),
            EngineParts::Postgres { writer, .. } => TurnKind::Postgres(writer.turn(patience).await?),
        };
        let mut tx = Tx { turn, db: self.clone(), now: self.now(), begun: Instant::now() };
        let asking = tx.asking();
        let result = {
            let mut future = pin!(act(&mut tx));
            poll_fn(|context| {
                let _guard = WritingGuard::enter();
                let poll = future.as_mut().poll(context);
                let strays = poll.is_pending() && !asking.as_ref().is_some_and(|flag| flag.load(Ordering::Relaxed));
                if cfg!(debug_assertions) && strays {
                    return std::task::Poll::Ready(Err(Error::internal("a write waited for something else than its turn")));
                }
                poll
            })
            .await
        };
        match result {
            Ok(value) => {
                tx.keep().await?;
                Ok(value)
            }
            Err(error) => {
                tx.give_back();
                Err(error)
            }
        }
    }

    fn note(&self, sql: &str, begun: Instant) {
        let elapsed = begun.elapsed();
        if elapsed > self.0.hooks.slow {
            tracing::warn!(milliseconds = elapsed.as_millis(), sql, "slow statement");
        }
    }

    /// A copy of an embedded database in a new file, consistent while the town goes on writing (`VACUUM INTO`).
    /// `None` on the other engine: its own tools do that.
    pub async fn snapshot_into(&self, file: &Path) -> Option<Result<(), DbError>> {
        let EngineParts::Sqlite { path, .. } = &self.0.engine else { return None };
        let (path, file) = (path.clone(), file.to_owned());
        let done = tokio::task::spawn_blocking(move || {
            let connection = sqlite::open(&path, sqlite::Synchronous::Full, true)?;
            sqlite::execute(&connection, "vacuum into $1", &[Value::Text(file.to_string_lossy().into_owned())])?;
            Ok(())
        });
        Some(done.await.unwrap_or(Err(DbError::Busy)))
    }

    /// The engine's version and how many bytes the database takes.
    pub async fn about(&self) -> Result<(String, i64), DbError> {
        self.one(self.engine().about(), Vec::new()).await
    }

    /// The same database as it is at one moment, whatever is written afterwards: for a backup through [`copy`] (server
    /// engine; the embedded one has [`Db::snapshot_into`]).
    pub async fn frozen(&self) -> Result<Self, DbError> {
        let EngineParts::Postgres { config, .. } = &self.0.engine else { return Ok(self.clone()) };
        let readers = postgres::Readers::start((**config).clone(), 1, true)?;
        let figures = Arc::new(Figures::default());
        let writer = postgres::Writer::start((**config).clone(), Arc::new(|_| {}), Arc::clone(&figures))?;
        let engine = EngineParts::Postgres { config: config.clone(), readers, writer };
        Ok(Self(Arc::new(Inner { engine, hooks: self.0.hooks.clone(), statements: AtomicU64::new(0), figures })))
    }

    /// Moves what the write-ahead log holds into the database file (embedded engine only).
    pub fn checkpoint(&self) -> Result<(), DbError> {
        match &self.0.engine {
            EngineParts::Sqlite { writer, .. } => {
                writer.between(|connection| Ok(connection.query_row("pragma wal_checkpoint(passive)", [], |_| Ok(()))?))
            }
            EngineParts::Postgres { .. } => Ok(()),
        }
    }

    /// Refuses further writes; those in flight are still committed.
    pub fn close(&self) {
        self.0.engine.close();
    }
}

thread_local! {
    /// True while a write's closure is being polled on this thread.
    static WRITING: Cell<bool> = const { Cell::new(false) };
}

struct WritingGuard;

impl WritingGuard {
    fn enter() -> Self {
        WRITING.set(true);
        Self
    }
}

impl Drop for WritingGuard {
    fn drop(&mut self) {
        WRITING.set(false);
    }
}
