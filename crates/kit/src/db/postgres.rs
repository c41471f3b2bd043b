//! The server engine: a pool for reading, and one writing connection that gives turns as the embedded engine does.
//!
//! Each group takes an advisory lock at its beginning, so several processes of one town stay serial, too.

mod types;

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use tokio::sync::{mpsc, oneshot};
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, NoTls, SimpleQueryMessage, Statement};

use crate::db::row::{RowKind, check_columns};
use crate::db::value::{GIVES_ROWS, check_values, wrong_count};
use crate::db::{AfterCommit, DbError, Figures, FromRow, GROUP_AGE, GROUP_MAX, News, Row, TURN_MAX, Value, tell_all};

/// The key of the advisory lock that makes writes of one town serial: "Dedalus" in ASCII.
const WRITE_LOCK: i64 = 0x44_65_64_61_6c_75_73;

/// Session settings: no time zone surprises, durable commits, no statement that hangs for ever.
const SETTINGS: &str = "set timezone = 'UTC'; set synchronous_commit = on; set lock_timeout = '20s'; set client_min_messages = warning";

/// The last value in the answer to plain statements.
fn single_value(answer: &[SimpleQueryMessage]) -> Option<String> {
    answer.iter().rev().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
        _ => None,
    })
}

/// How long the server lets a statement run: no longer than its turn.
fn limit(patience: Duration) -> String {
    format!("set local statement_timeout = {}", patience.as_millis())
}

fn bound(args: &[Value]) -> impl ExactSizeIterator<Item = &(dyn ToSql + Sync)> {
    args.iter().map(|value| value as &(dyn ToSql + Sync))
}

fn check_count(statement: &Statement, args: &[Value]) -> Result<(), DbError> {
    let wanted = statement.params().len();
    if wanted == args.len() {
        return Ok(());
    }
    Err(wrong_count(wanted, args.len()))
}

async fn query_with<T: FromRow>(client: &Client, statement: &Statement, args: &[Value]) -> Result<Vec<T>, DbError> {
    check_count(statement, args)?;
    check_values(args)?;
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
    line: mpsc::Sender<Call>,
    closed: Arc<AtomicBool>,
}

/// Somebody waits for a turn.
struct Call {
    patience: Duration,
    answer: oneshot::Sender<Called>,
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
    /// The turn that may speak; 0 when none. Locked while a turn puts its words on the line, so that one that was
    /// ended cannot say the rest of its sentence in the middle of the next.
    turn: parking_lot::Mutex<u64>,
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
        Ok(Arc::new(Self { client, statements: parking_lot::Mutex::default(), turn: parking_lot::Mutex::new(0) }))
    }

    /// Drives a statement as long as its turn lasts.
    async fn speak<T>(&self, number: u64, statement: impl Future<Output = Result<T, DbError>>) -> Result<T, DbError> {
        let mut statement = pin!(statement);
        poll_fn(|context| {
            let turn = self.turn.lock();
            if *turn == number { statement.as_mut().poll(context) } else { Poll::Ready(Err(DbError::Busy)) }
        })
        .await
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
    /// Starts the thread that gives turns; connects when first asked, and again after a connection was lost.
    pub fn start(config: tokio_postgres::Config, after_commit: AfterCommit, figures: Arc<Figures>) -> Result<Arc<Self>, DbError> {
        let (line, waiting) = mpsc::channel(1024);
        let closed = Arc::new(AtomicBool::new(false));
        let keeper = Keeper { config, waiting, closed: Arc::clone(&closed), after_commit, figures, link: None, last_turn: 0 };
        // A thread of its own, as on the other engine: a caller that blocks the threads of its runtime cannot stop the
        // clock that ends its turn, and a runtime that goes down does not take the group in flight along.
        std::thread::Builder::new()
            .name("writer".into())
            .stack_size(1024 * 1024)
            .spawn(move || match tokio::runtime::Builder::new_current_thread().enable_all().build() {
                Ok(runtime) => runtime.block_on(keeper.keep()),
                Err(error) => tracing::error!(%error, "no runtime for the writer"),
            })
            .map_err(|error| DbError::Sql(format!("no thread for the writer: {error}")))?;
        Ok(Arc::new(Self { line, closed }))
    }

    /// Closes the door: who waits gets `Busy`, the group in flight is still committed.
    pub fn close(&self) {
        self.closed.store(true, Ordering::Release);
    }

    /// Waits in line for a turn that may last as long as `patience`.
    pub async fn turn(&self, patience: Duration) -> Result<Turn, DbError> {
        if self.closed.load(Ordering::Acquire) {
            return Err(DbError::Busy);
        }
        let (answer, called) = oneshot::channel();
        self.line.send(Call { patience, answer }).await.map_err(|_| DbError::Busy)?;
        // Dropped while being called: `Called.finished` goes with it, and the keeper sees a turn given back.
        let called = called.await.map_err(|_| DbError::Busy)?;
        Ok(Turn { called: Some(called), news: Vec::new(), failed: false, asking: Arc::new(AtomicBool::new(false)) })
    }
}

struct Keeper {
    config: tokio_postgres::Config,
    waiting: mpsc::Receiver<Call>,
    closed: Arc<AtomicBool>,
    after_commit: AfterCommit,
    figures: Arc<Figures>,
    link: Option<Arc<Link>>,
    last_turn: u64,
}

type Group = Vec<oneshot::Sender<Result<(), DbError>>>;

impl Keeper {
    async fn keep(mut self) {
        while let Some(first) = self.waiting.recv().await {
            if first.answer.is_closed() || self.closed.load(Ordering::Acquire) {
                continue; // dropping a call tells its caller: busy
            }
            let (link, number) = match self.begin(first.patience).await {
                Ok(begun) => begun,
                Err(error) => {
                    tracing::warn!(%error, "no transaction could begin");
                    while self.waiting.try_recv().is_ok() {} // nor would it for them
                    continue;
                }
            };
            let mut group = Group::new();
            let mut news = Vec::new();
            let outcome = self.give_turns(&link, first, &mut group, &mut news).await;
            let result = match outcome {
                Ok(()) => match link.client.batch_execute("commit").await {
                    Ok(()) => Ok(()),
                    Err(_) if self.was_committed(&number).await => Ok(()),
                    Err(error) => Err(DbError::from(error)),
                },
                Err(error) => Err(error),
            };
            if let Err(error) = &result {
                tracing::error!(%error, "a group of writes was lost; nobody was told otherwise");
                self.link.take_if(|kept| Arc::ptr_eq(kept, &link));
                // The owner of a turn that was ended may still hold the link: its transaction must not keep the lock.
                let _ = tokio::time::timeout(TURN_MAX, link.client.batch_execute("rollback")).await;
            }
            let result = result.map_err(|_| DbError::Busy);
            if result.is_ok() {
                self.figures.committed(group.len());
                tell_all(&self.after_commit, &news);
            }
            for answer in group {
                let _ = answer.send(result.clone());
            }
        }
    }

    /// A transaction with the write lock, its connection and its number.
    async fn begin(&mut self, patience: Duration) -> Result<(Arc<Link>, String), DbError> {
        let begin =
            format!("begin; select pg_advisory_xact_lock({WRITE_LOCK}); select txid_current(); {}; savepoint turn", limit(patience));
        let kept = self.link.take();
        let answer = match &kept {
            Some(link) => link.client.simple_query(&begin).await.map(Some),
            None => Ok(None),
        };
        let (link, answer) = match (kept, answer) {
            (Some(link), Ok(Some(answer))) => (link, answer),
            (Some(link), Err(error)) if !link.client.is_closed() => return Err(error.into()),
            // None so far, or one that died while nobody wrote: a new one will do.
            _ => {
                let link = Link::open(&self.config).await?;
                let answer = link.client.simple_query(&begin).await?;
                (link, answer)
            }
        };
        let number = single_value(&answer).ok_or(DbError::Busy)?;
        self.link = Some(Arc::clone(&link));
        Ok((link, number))
    }

    /// Was a transaction committed although its answer never came? The server remembers, also over a restart.
    async fn was_committed(&mut self, number: &str) -> bool {
        let give_up = Instant::now() + Duration::from_secs(10);
        while Instant::now() < give_up {
            let asked = async {
                let link = Link::open(&self.config).await?;
                let answer = link.client.simple_query(&format!("select coalesce(txid_status({number}), 'forgotten')")).await?;
                Ok::<_, DbError>((link, single_value(&answer)))
            };
            match asked.await {
                Ok((link, Some(status))) if status != "in progress" => {
                    tracing::warn!(status, "a commit went without an answer; the server was asked");
                    self.link = Some(link);
                    return status == "committed";
                }
                Ok(_) | Err(DbError::Busy) => tokio::time::sleep(Duration::from_millis(50)).await,
                Err(error) => {
                    // A number that is in the server's future was never written down before it fell.
                    tracing::warn!(%error, "a commit went without an answer and did not happen");
                    return false;
                }
            }
        }
        tracing::error!("a commit went without an answer and the server is away: its writes may be there or not");
        false
    }

    /// Gives turns until nobody waits or the group is full.
    async fn give_turns(&mut self, link: &Arc<Link>, first: Call, group: &mut Group, news: &mut Vec<News>) -> Result<(), DbError> {
        let opened = Instant::now();
        let mut next = Some(first);
        while let Some(call) = next.take() {
            self.last_turn += 1;
            let number = self.last_turn;
            *link.turn.lock() = number;
            let (finished, done) = oneshot::channel();
            let kept = if call.answer.send(Called { link: Arc::clone(link), number, finished }).is_ok() {
                match tokio::time::timeout(call.patience, done).await {
                    Ok(Ok(finished)) => Some(finished),
                    Ok(Err(_)) => None,
                    Err(_) => {
                        // A statement of its own still running is ended by the server's limit; a cancel from here could
                        // arrive late and meet somebody else's.
                        tracing::warn!("a write took too long; its turn was ended");
                        None
                    }
                }
            } else {
                None
            };
            *link.turn.lock() = 0;
            let full = group.len() + 1 >= GROUP_MAX || opened.elapsed() >= GROUP_AGE;
            next = if full { None } else { self.next_call() };
            let more = match &next {
                Some(next) if next.patience == call.patience => "; savepoint turn".to_owned(),
                Some(next) => format!("; {}; savepoint turn", limit(next.patience)),
                None => String::new(),
            };
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

    fn next_call(&mut self) -> Option<Call> {
        if self.closed.load(Ordering::Acquire) {
            return None;
        }
        loop {
            let call = self.waiting.try_recv().ok()?;
            if !call.answer.is_closed() {
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
    async fn speak<T>(&mut self, act: impl AsyncFnOnce(&Link) -> Result<T, DbError>) -> Result<T, DbError> {
        let _asking = Asking::begin(&self.asking);
        if self.failed {
            return Err(DbError::Sql("after an error a write can only end in error".into()));
        }
        let called = self.called.as_ref().ok_or(DbError::Busy)?;
        // Until the answer is there: a statement that was dropped half-way has an unknown end, so the turn cannot be kept.
        self.failed = true;
        let result = called.link.speak(called.number, act(&called.link)).await;
        self.failed = result.is_err();
        result
    }

    /// All rows.
    pub async fn query<T: FromRow>(&mut self, sql: &str, args: &[Value]) -> Result<Vec<T>, DbError> {
        self.speak(async |link: &Link| {
            let statement = link.prepare(sql).await?;
            query_with(&link.client, &statement, args).await
        })
        .await
    }

    /// No rows; how many changed.
    pub async fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64, DbError> {
        self.speak(async |link: &Link| {
            let statement = link.prepare(sql).await?;
            check_count(&statement, args)?;
            check_values(args)?;
            if !statement.columns().is_empty() {
                return Err(DbError::Sql(GIVES_ROWS.into()));
            }
            Ok(link.client.execute_raw(&statement, bound(args)).await?)
        })
        .await
    }

    /// Several statements without arguments: migrations.
    pub async fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        self.speak(async |link: &Link| Ok(link.client.batch_execute(sql).await?)).await
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
