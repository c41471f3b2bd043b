//! The server engine: a pool for reading, and one writing connection that gives turns as the embedded engine does.
//!
//! Each group takes an advisory lock at its beginning, so several processes of one town stay serial, too.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use bytes::BytesMut;
use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use tokio::sync::{mpsc, oneshot};
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type};
use tokio_postgres::{Client, NoTls, Statement};

use crate::db::row::{RowKind, check_columns};
use crate::db::{AfterCommit, DbError, FromRow, GROUP_MAX, News, Row, TURN_MAX, Value, ValueRef};

/// The key of the advisory lock that makes writes of one town serial: "Dedalus" in ASCII.
const WRITE_LOCK: i64 = 0x44_65_64_61_6c_75_73;

/// Session settings: no time zone surprises, durable commits, no statement that hangs for ever.
const SETTINGS: &str = "set timezone = 'UTC'; set synchronous_commit = on; set lock_timeout = '20s'; set client_min_messages = warning";

type BoxError = Box<dyn std::error::Error + Sync + Send>;

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, BoxError> {
        match (self, ty) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Int(number), &Type::INT4) => i32::try_from(*number)?.to_sql(ty, out),
            (Self::Int(number), &Type::INT2) => i16::try_from(*number)?.to_sql(ty, out),
            (Self::Int(number), &Type::BOOL) => (*number != 0).to_sql(ty, out),
            #[expect(clippy::cast_precision_loss, reason = "whoever binds an integer to a double column means it")]
            (Self::Int(number), &Type::FLOAT8) => (*number as f64).to_sql(ty, out),
            (Self::Int(number), &Type::INT8) => number.to_sql(ty, out),
            (Self::Real(number), &Type::FLOAT8) => number.to_sql(ty, out),
            (Self::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::NAME | &Type::UNKNOWN) => text.to_sql(ty, out),
            (Self::Blob(bytes), &Type::BYTEA) => bytes.to_sql(ty, out),
            (value, ty) => Err(format!("{value:?} cannot be bound to a parameter of type {ty}").into()),
        }
    }
    fn accepts(_: &Type) -> bool {
        true
    }
    tokio_postgres::types::to_sql_checked!();
}

impl<'a> FromSql<'a> for ValueRef<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, BoxError> {
        Ok(match *ty {
            Type::INT8 => Self::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Self::Int(i64::from(i32::from_sql(ty, raw)?)),
            Type::INT2 => Self::Int(i64::from(i16::from_sql(ty, raw)?)),
            Type::BOOL => Self::Int(i64::from(bool::from_sql(ty, raw)?)),
            Type::FLOAT8 => Self::Real(f64::from_sql(ty, raw)?),
            Type::FLOAT4 => Self::Real(f64::from(f32::from_sql(ty, raw)?)),
            Type::TEXT | Type::VARCHAR | Type::NAME | Type::BPCHAR | Type::UNKNOWN => Self::Text(<&str>::from_sql(ty, raw)?),
            Type::BYTEA => Self::Blob(<&[u8]>::from_sql(ty, raw)?),
            _ => return Err(format!("a column of type {ty}: cast it").into()),
        })
    }
    fn from_sql_null(_: &Type) -> Result<Self, BoxError> {
        Ok(Self::Null)
    }
    fn accepts(_: &Type) -> bool {
        true
    }
}

fn bound(args: &[Value]) -> impl ExactSizeIterator<Item = &(dyn ToSql + Sync)> {
    args.iter().map(|value| value as &(dyn ToSql + Sync))
}

fn check_count(statement: &Statement, args: &[Value]) -> Result<(), DbError> {
    let wanted = statement.params().len();
    if wanted == args.len() {
        return Ok(());
    }
    Err(DbError::Sql(format!("{wanted} values are wanted, {} were given", args.len())))
}

async fn query_with<T: FromRow>(client: &Client, statement: &Statement, args: &[Value]) -> Result<Vec<T>, DbError> {
    check_count(statement, args)?;
    if cfg!(debug_assertions) {
        check_columns::<T>(statement.columns().iter().map(tokio_postgres::Column::name))?;
    }
    let rows = client.query_raw(statement, bound(args)).await?;
    futures_util::pin_mut!(rows);
    let mut all = Vec::new();
    while let Some(row) = futures_util::TryStreamExt::try_next(&mut rows).await? {
        all.push(T::from_row(&Row(RowKind::Postgres(&row)))?);
    }
    Ok(all)
}

/// Connections for reading.
pub struct Readers {
    pool: Pool,
}

impl Readers {
    /// Makes the pool; connects when first asked. A frozen one sees the database as it was at its first question.
    pub fn start(config: tokio_postgres::Config, count: usize, frozen: bool) -> Result<Self, DbError> {
        let manager = Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = Pool::builder(manager)
            .max_size(count.max(1))
            .post_create(deadpool_postgres::Hook::async_fn(move |client, _| {
                Box::pin(async move {
                    let settings = if frozen {
                        "set timezone = 'UTC'; begin isolation level repeatable read read only"
                    } else {
                        "set timezone = 'UTC'; set default_transaction_read_only = on"
                    };
                    client.batch_execute(settings).await.map_err(deadpool_postgres::HookError::Backend)
                })
            }))
            .wait_timeout(Some(Duration::from_secs(10)))
            .create_timeout(Some(Duration::from_secs(10)))
            .runtime(deadpool_postgres::Runtime::Tokio1)
            .build()
            .map_err(|error| DbError::Sql(error.to_string()))?;
        Ok(Self { pool })
    }

    /// All rows of a statement.
    pub async fn query<T: FromRow>(&self, sql: &str, args: &[Value]) -> Result<Vec<T>, DbError> {
        let client = self.pool.get().await?;
        let statement = client.prepare_cached(sql).await?;
        query_with(&client, &statement, args).await
    }
}

/// The writing connection and its line.
pub struct Writer {
    line: mpsc::Sender<oneshot::Sender<Called>>,
}

/// What a caller gets with its turn.
struct Called {
    link: Arc<Link>,
    number: u64,
    finished: oneshot::Sender<Finished>,
}

struct Finished {
    news: Vec<News>,
    answer: oneshot::Sender<Result<(), DbError>>,
}

/// One living connection with its statements.
struct Link {
    client: Client,
    statements: parking_lot::Mutex<std::collections::HashMap<String, Statement>>,
    /// The turn that may speak; 0 when none.
    turn: AtomicU64,
}

impl Link {
    async fn open(config: &tokio_postgres::Config) -> Result<Arc<Self>, DbError> {
        let (client, connection) = config.connect(NoTls).await?;
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::warn!(%error, "the writing connection ended");
            }
        });
        client.batch_execute(SETTINGS).await?;
        Ok(Arc::new(Self { client, statements: parking_lot::Mutex::default(), turn: AtomicU64::new(0) }))
    }

    async fn prepare(&self, sql: &str) -> Result<Statement, DbError> {
        let known = self.statements.lock().get(sql).cloned();
        if let Some(statement) = known {
            return Ok(statement);
        }
        let statement = self.client.prepare(sql).await?;
        let mut statements = self.statements.lock();
        if statements.len() > 500 {
            statements.clear();
        }
        statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

impl Writer {
    /// Starts the task that gives turns; connects when first asked, and again after a connection was lost.
    pub fn start(config: tokio_postgres::Config, after_commit: AfterCommit) -> Arc<Self> {
        let (line, waiting) = mpsc::channel(1024);
        tokio::spawn(Keeper { config, waiting, after_commit, link: None, last_turn: 0 }.keep());
        Arc::new(Self { line })
    }

    /// Waits in line for a turn.
    pub async fn turn(&self) -> Result<Turn, DbError> {
        let (call, called) = oneshot::channel();
        self.line.send(call).await.map_err(|_| DbError::Busy)?;
        // Dropped while being called: `Called.finished` goes with it, and the keeper sees a turn given back.
        let called = called.await.map_err(|_| DbError::Busy)?;
        Ok(Turn { called: Some(called), news: Vec::new(), failed: false, asking: Arc::new(AtomicBool::new(false)) })
    }
}

struct Keeper {
    config: tokio_postgres::Config,
    waiting: mpsc::Receiver<oneshot::Sender<Called>>,
    after_commit: AfterCommit,
    link: Option<Arc<Link>>,
    last_turn: u64,
}

type Group = Vec<oneshot::Sender<Result<(), DbError>>>;

impl Keeper {
    async fn keep(mut self) {
        while let Some(first) = self.waiting.recv().await {
            if first.is_closed() {
                continue;
            }
            let link = match self.begin().await {
                Ok(link) => link,
                Err(error) => {
                    tracing::warn!(%error, "no transaction could begin");
                    self.link = None;
                    continue; // dropping the call tells its caller: busy
                }
            };
            let mut group = Group::new();
            let mut news = Vec::new();
            let outcome = self.give_turns(&link, first, &mut group, &mut news).await;
            let result = match outcome {
                Ok(()) => link.client.batch_execute("commit").await.map_err(DbError::from),
                Err(error) => Err(error),
            };
            let result = result.map_err(|error| {
                tracing::error!(%error, "a group of writes was lost; nobody was told otherwise");
                self.link = None; // a new connection: the server rolls the old one back
                DbError::Busy
            });
            if result.is_ok() && !news.is_empty() {
                (self.after_commit)(&news);
            }
            for answer in group {
                let _ = answer.send(result.clone());
            }
        }
    }

    async fn begin(&mut self) -> Result<Arc<Link>, DbError> {
        let link = match &self.link {
            Some(link) if !link.client.is_closed() => Arc::clone(link),
            _ => Link::open(&self.config).await?,
        };
        link.client.batch_execute(&format!("begin; select pg_advisory_xact_lock({WRITE_LOCK}); savepoint turn")).await?;
        self.link = Some(Arc::clone(&link));
        Ok(link)
    }

    /// Gives turns until nobody waits or the group is full.
    async fn give_turns(
        &mut self,
        link: &Arc<Link>,
        first: oneshot::Sender<Called>,
        group: &mut Group,
        news: &mut Vec<News>,
    ) -> Result<(), DbError> {
        let mut next = Some(first);
        while let Some(call) = next.take() {
            self.last_turn += 1;
            let number = self.last_turn;
            link.turn.store(number, Ordering::Release);
            let (finished, done) = oneshot::channel();
            let kept = if call.send(Called { link: Arc::clone(link), number, finished }).is_ok() {
                match tokio::time::timeout(TURN_MAX, done).await {
                    Ok(Ok(finished)) => Some(finished),
                    Ok(Err(_)) => None,
                    Err(_) => {
                        tracing::warn!(seconds = TURN_MAX.as_secs_f32(), "a write took too long; its turn was ended");
                        link.turn.store(0, Ordering::Release);
                        let _ = link.client.cancel_token().cancel_query(NoTls).await;
                        None
                    }
                }
            } else {
                None
            };
            link.turn.store(0, Ordering::Release);
            next = self.next_call(group.len() + 1);
            let more = if next.is_some() { "; savepoint turn" } else { "" };
            match kept {
                Some(mut finished) => {
                    group.push(finished.answer);
                    news.append(&mut finished.news);
                    link.client.batch_execute(&format!("release savepoint turn{more}")).await?;
                }
                None => {
                    link.client.batch_execute(&format!("rollback to savepoint turn; release savepoint turn{more}")).await?;
                }
            }
        }
        Ok(())
    }

    fn next_call(&mut self, group: usize) -> Option<oneshot::Sender<Called>> {
        if group >= GROUP_MAX {
            return None;
        }
        loop {
            let call = self.waiting.try_recv().ok()?;
            if !call.is_closed() {
                return Some(call);
            }
        }
    }
}

/// The turn of one write.
pub struct Turn {
    called: Option<Called>,
    pub(crate) news: Vec<News>,
    failed: bool,
    /// True while a statement of this turn is under way: the only thing a write may wait for.
    pub(crate) asking: Arc<AtomicBool>,
}

/// Marks a statement as under way until it is dropped.
struct Asking(Arc<AtomicBool>);

impl Asking {
    fn begin(flag: &Arc<AtomicBool>) -> Self {
        flag.store(true, Ordering::Relaxed);
        Self(Arc::clone(flag))
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

impl Turn {
    fn link(&self) -> Result<Arc<Link>, DbError> {
        if self.failed {
            return Err(DbError::Sql("after an error a write can only end in error".into()));
        }
        let called = self.called.as_ref().ok_or(DbError::Busy)?;
        if called.link.turn.load(Ordering::Acquire) != called.number {
            return Err(DbError::Busy);
        }
        Ok(Arc::clone(&called.link))
    }

    /// All rows.
    pub async fn query<T: FromRow>(&mut self, sql: &str, args: &[Value]) -> Result<Vec<T>, DbError> {
        let _asking = Asking::begin(&self.asking);
        let link = self.link()?;
        let result = async {
            let statement = link.prepare(sql).await?;
            query_with(&link.client, &statement, args).await
        }
        .await;
        self.failed |= result.is_err();
        result
    }

    /// No rows; how many changed.
    pub async fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64, DbError> {
        let _asking = Asking::begin(&self.asking);
        let link = self.link()?;
        let result = async {
            let statement = link.prepare(sql).await?;
            check_count(&statement, args)?;
            Ok(link.client.execute_raw(&statement, bound(args)).await?)
        }
        .await;
        self.failed |= result.is_err();
        result
    }

    /// Several statements without arguments: migrations.
    pub async fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        let _asking = Asking::begin(&self.asking);
        let link = self.link()?;
        let result = link.client.batch_execute(sql).await.map_err(DbError::from);
        self.failed |= result.is_err();
        result
    }

    /// Keeps what was written, once the group is on disk.
    pub async fn keep(mut self) -> Result<(), DbError> {
        if self.failed {
            return Err(DbError::Sql("after an error a write can only end in error".into()));
        }
        let called = self.called.take().ok_or(DbError::Busy)?;
        let (answer, committed) = oneshot::channel();
        called.finished.send(Finished { news: std::mem::take(&mut self.news), answer }).map_err(|_| DbError::Busy)?;
        committed.await.unwrap_or(Err(DbError::Busy))
    }

    /// Takes back what was written.
    pub fn give_back(self) {
        drop(self);
    }
}
