//! The one writer of the embedded engine: turns one after the other, many turns in one durable commit.
//!
//! A caller who has the turn runs its statements on its own task, under a savepoint, and hands the turn on
//! to the next in line when it is done. When nobody waits, or the group is full, the writer's thread commits:
//! one sync to disk, then all answers. So a turn costs two uncontended locks, and a commit is shared.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};
use rusqlite::{Connection, InterruptHandle};
use tokio::sync::oneshot;

use crate::db::sqlite::{self, Synchronous};
use crate::db::{AfterCommit, DbError, Figures, FromRow, GROUP_AGE, GROUP_MAX, News, TURN_MAX, Value, tell_all};

/// The writer, shared by everybody who writes.
pub struct Writer {
    /// Locked for the length of one statement, or by the writer's thread for a commit.
    connection: Mutex<Connection>,
    interrupt: InterruptHandle,
    /// The turn that may speak; 0 when none. Whoever moves it from a number to 0 ends that turn, and nobody else does.
    turn: AtomicU64,
    desk: Mutex<Desk>,
    ring: Condvar,
    after_commit: AfterCommit,
    figures: Arc<Figures>,
}

/// Somebody waits for a turn.
struct Call {
    patience: Duration,
    answer: oneshot::Sender<u64>,
}

struct Desk {
    phase: Phase,
    /// Who waits for a turn.
    line: VecDeque<Call>,
    /// Who has finished and waits for the commit.
    group: Vec<oneshot::Sender<Result<(), DbError>>>,
    news: Vec<News>,
    /// When the transaction began.
    opened: Instant,
    /// When the turn ends, finished or not.
    until: Instant,
    last_turn: u64,
    /// The engine gave up the whole transaction: nothing of this group will be there.
    lost: bool,
    closed: bool,
}

#[derive(PartialEq, Eq, Clone, Copy, Debug)]
enum Phase {
    /// No transaction.
    Idle,
    /// A transaction is open and somebody has the turn.
    Open,
    /// The group is complete; the thread commits.
    Committing,
}

impl Writer {
    /// Opens the writing connection and starts its thread.
    pub fn start(path: &Path, synchronous: Synchronous, after_commit: AfterCommit, figures: Arc<Figures>) -> Result<Arc<Self>, DbError> {
        let connection = sqlite::open(path, synchronous, true)?;
        let writer = Arc::new(Self {
            interrupt: connection.get_interrupt_handle(),
            connection: Mutex::new(connection),
            turn: AtomicU64::new(0),
            desk: Mutex::new(Desk {
                phase: Phase::Idle,
                line: VecDeque::new(),
                group: Vec::new(),
                news: Vec::new(),
                opened: Instant::now(),
                until: Instant::now(),
                last_turn: 0,
                lost: false,
                closed: false,
            }),
            ring: Condvar::new(),
            after_commit,
            figures,
        });
        let thread = Arc::clone(&writer);
        std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || thread.keep())
            .map_err(|error| DbError::Sql(format!("no thread for the writer: {error}")))?;
        Ok(writer)
    }

    /// Waits in line for a turn that may last as long as `patience`.
    pub async fn turn(self: &Arc<Self>, patience: Duration) -> Result<Turn, DbError> {
        let (answer, called) = oneshot::channel();
        {
            let mut desk = self.desk.lock();
            if desk.closed {
                return Err(DbError::Busy);
            }
            desk.line.push_back(Call { patience, answer });
            if desk.phase == Phase::Idle {
                self.ring.notify_one();
            }
        }
        // A caller dropped right here has either not been called yet (its place is skipped) or was called while
        // being dropped: then `called` still holds the number and the guard below gives the turn back.
        let guard = CalledGuard { writer: self, called: Some(called) };
        let number = guard.wait().await?;
        Ok(Turn { writer: Arc::clone(self), number, news: Vec::new(), failed: false, done: false })
    }

    /// Closes the door: who waits gets `Busy`, the group in flight is still committed.
    pub fn close(&self) {
        let mut desk = self.desk.lock();
        desk.closed = true;
        desk.line.clear();
        self.ring.notify_one();
    }

    /// Runs something on the connection between groups, such as a checkpoint or a backup's begin.
    pub fn between<T>(&self, act: impl FnOnce(&Connection) -> Result<T, DbError>) -> Result<T, DbError> {
        let connection = self.connection.lock();
        if connection.is_autocommit() { act(&connection) } else { Err(DbError::Busy) }
    }

    /// The thread: opens groups, commits them, and ends turns that take too long.
    fn keep(&self) {
        let mut desk = self.desk.lock();
        loop {
            match desk.phase {
                Phase::Idle if !desk.line.is_empty() => {
                    drop(desk);
                    let begun = self.begin();
                    desk = self.desk.lock();
                    if let Err(error) = begun {
                        tracing::warn!(%error, "no transaction could begin");
                        desk.line.clear(); // each waiting caller sees its call dropped: busy
                        continue;
                    }
                    desk.lost = false;
                    desk.opened = Instant::now();
                    drop(desk);
                    self.call_next(&self.connection.lock());
                    desk = self.desk.lock();
                }
                Phase::Idle if desk.closed => return,
                Phase::Idle => self.ring.wait(&mut desk),
                Phase::Open => {
                    // The next turn may be a shorter one, so no wait is longer than an ordinary turn.
                    let wait = desk.until.saturating_duration_since(Instant::now()).clamp(Duration::from_millis(10), TURN_MAX);
                    self.ring.wait_for(&mut desk, wait);
                    let number = self.turn.load(Ordering::Acquire);
                    let late = desk.phase == Phase::Open && number != 0 && Instant::now() >= desk.until;
                    // From here on the owner of the turn may not speak; a statement of its own still running is interrupted.
                    // Its owner may be ending it in this very moment: only one of the two succeeds.
                    if late && self.turn.compare_exchange(number, 0, Ordering::AcqRel, Ordering::Acquire).is_ok() {
                        drop(desk);
                        tracing::warn!("a write took too long; its turn was ended");
                        self.end_slow_turn();
                        desk = self.desk.lock();
                    }
                }
                Phase::Committing => {
                    let group = std::mem::take(&mut desk.group);
                    let news = std::mem::take(&mut desk.news);
                    let lost = desk.lost;
                    drop(desk);
                    let result = self.commit(lost);
                    if result.is_ok() {
                        self.figures.committed(group.len());
                        tell_all(&self.after_commit, &news);
                    }
                    for answer in group {
                        let _ = answer.send(result.clone());
                    }
                    desk = self.desk.lock();
                    desk.phase = Phase::Idle;
                }
            }
        }
    }

    fn begin(&self) -> Result<(), DbError> {
        let connection = self.connection.lock();
        if !connection.is_autocommit() {
            // What a failing disk left open: without this no transaction would ever begin again.
            connection.execute_batch("rollback")?;
        }
        Ok(connection.execute_batch("begin immediate")?)
    }

    fn commit(&self, lost: bool) -> Result<(), DbError> {
        let connection = self.connection.lock();
        if lost {
            if !connection.is_autocommit() {
                let _ = connection.execute_batch("rollback");
            }
            return Err(DbError::Busy);
        }
        connection.execute_batch("commit").map_err(|error| {
            let _ = connection.execute_batch("rollback");
            tracing::error!(%error, "a group of writes was lost; nobody was told otherwise");
            DbError::Busy
        })
    }

    /// Gives the turn to the next who still waits, or closes the group.
    fn call_next(&self, connection: &Connection) {
        let mut desk = self.desk.lock();
        let full = desk.group.len() >= GROUP_MAX || desk.lost || (desk.opened.elapsed() >= GROUP_AGE && !desk.group.is_empty());
        while let Some(call) = if full { None } else { desk.line.pop_front() } {
            if call.answer.is_closed() {
                continue;
            }
            if connection.prepare_cached("savepoint turn").and_then(|mut s| s.raw_execute()).is_err() {
                desk.lost = true;
                break;
            }
            desk.last_turn += 1;
            let number = desk.last_turn;
            self.turn.store(number, Ordering::Release);
            desk.phase = Phase::Open;
            desk.until = Instant::now() + call.patience;
            if call.answer.send(number).is_ok() {
                return;
            }
            self.turn.store(0, Ordering::Release);
            let _ = connection.execute_batch("release turn");
        }
        self.turn.store(0, Ordering::Release);
        desk.phase = Phase::Committing;
        self.ring.notify_one();
    }

    fn end_slow_turn(&self) {
        self.interrupt.interrupt();
        let connection = self.connection.lock();
        self.undo(&connection);
        self.call_next(&connection);
    }

    /// Takes back what the turn did. If the engine has already given up the transaction, the group is lost.
    fn undo(&self, connection: &Connection) {
        if connection.is_autocommit() || connection.execute_batch("rollback to turn; release turn").is_err() {
            self.desk.lock().lost = true;
        }
    }

    /// Gives back a turn that nobody will use.
    fn abandon(&self, number: u64) {
        let connection = self.connection.lock();
        if self.turn.compare_exchange(number, 0, Ordering::AcqRel, Ordering::Acquire).is_ok() {
            self.undo(&connection);
            self.call_next(&connection);
        }
    }
}

/// Waits for the call, and gives the turn back when the caller is dropped in the very moment of being called.
struct CalledGuard<'w> {
    writer: &'w Arc<Writer>,
    called: Option<oneshot::Receiver<u64>>,
}

impl CalledGuard<'_> {
    async fn wait(mut self) -> Result<u64, DbError> {
        let Some(called) = self.called.as_mut() else { return Err(DbError::Busy) };
        let number = called.await;
        self.called = None;
        number.map_err(|_| DbError::Busy)
    }
}

impl Drop for CalledGuard<'_> {
    fn drop(&mut self) {
        if let Some(mut called) = self.called.take() {
            called.close();
            if let Ok(number) = called.try_recv() {
                self.writer.abandon(number);
            }
        }
    }
}

/// The turn of one write.
pub struct Turn {
    writer: Arc<Writer>,
    number: u64,
    pub(crate) news: Vec<News>,
    failed: bool,
    done: bool,
}

impl Turn {
    fn speak<T>(&mut self, act: impl FnOnce(&Connection) -> Result<T, DbError>) -> Result<T, DbError> {
        if self.failed {
            return Err(DbError::Sql("after an error a write can only end in error".into()));
        }
        let connection = self.writer.connection.lock();
        if self.writer.turn.load(Ordering::Acquire) != self.number {
            return Err(DbError::Busy);
        }
        let result = act(&connection);
        if result.is_err() {
            self.failed = true;
            if connection.is_autocommit() {
                self.writer.desk.lock().lost = true;
            }
        }
        result
    }

    /// All rows.
    pub fn query<T: FromRow>(&mut self, sql: &str, args: &[Value]) -> Result<Vec<T>, DbError> {
        self.speak(|connection| sqlite::query(connection, sql, args))
    }

    /// No rows; how many changed.
    pub fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64, DbError> {
        self.speak(|connection| sqlite::execute(connection, sql, args))
    }

    /// Several statements without arguments: migrations.
    pub fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        self.speak(|connection| Ok(connection.execute_batch(sql)?))
    }

    /// Keeps what was written, once the group is on disk.
    pub async fn keep(mut self) -> Result<(), DbError> {
        if self.failed {
            self.give_back();
            return Err(DbError::Sql("after an error a write can only end in error".into()));
        }
        self.done = true;
        let committed = {
            let connection = self.writer.connection.lock();
            if self.writer.turn.compare_exchange(self.number, 0, Ordering::AcqRel, Ordering::Acquire).is_err() {
                return Err(DbError::Busy);
            }
            if connection.prepare_cached("release turn").and_then(|mut s| s.raw_execute()).is_err() {
                self.writer.desk.lock().lost = true;
            }
            let (answer, committed) = oneshot::channel();
            {
                let mut desk = self.writer.desk.lock();
                desk.group.push(answer);
                desk.news.append(&mut self.news);
            }
            self.writer.call_next(&connection);
            committed
        };
        committed.await.unwrap_or(Err(DbError::Busy))
    }

    /// Takes back what was written.
    pub fn give_back(mut self) {
        self.end();
    }

    fn end(&mut self) {
        if !self.done {
            self.done = true;
            self.writer.abandon(self.number);
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.end();
    }
}
