//! The embedded engine: how a connection is opened, asked, and read by several threads.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};
use rusqlite::{Connection, OpenFlags};

use crate::db::row::{RowKind, check_columns};
use crate::db::value::{GIVES_ROWS, check_values, wrong_count};
use crate::db::{DbError, FromRow, Row, Value};

/// How surely a commit reaches the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synchronous {
    /// Acknowledged means on disk.
    Full,
    /// For tests that must show what happens without it. Never for a town.
    Off,
}

/// Opens a connection for writing, or for reading only.
pub fn open(path: &Path, synchronous: Synchronous, writer: bool) -> Result<Connection, DbError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(256);
    // A plan depends on the text of a statement, never on the values of a call (sqlite.org/qpsg.html): otherwise every new
    // value of a range makes SQLite read and plan the whole statement again, which costs more than running it.
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    if writer {
        connection.pragma_update(None, "journal_mode", "wal")?;
    }
    let level = match synchronous {
        Synchronous::Full => "full",
        Synchronous::Off => "off",
    };
    connection.pragma_update(None, "synchronous", level)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    if !writer {
        connection.pragma_update(None, "query_only", true)?;
    }
    Ok(connection)
}

/// Folds the log of a database nobody uses any more into it: opened once more and closed as the only connection, SQLite
/// takes the log away. Of two connections that close at the same moment each sees the other, and neither does.
///
/// # Errors
/// `Busy` while another connection is at work in it.
pub fn make_one_file(path: &Path) -> Result<(), DbError> {
    let connection = open(path, Synchronous::Full, true)?;
    connection.busy_timeout(Duration::ZERO)?;
    // A connection counts only once it has read something.
    connection.query_row("select count(*) from sqlite_master", [], |row| row.get::<_, i64>(0))?;
    connection.close().map_err(|(_, error)| error.into())
}

fn bind(statement: &mut rusqlite::Statement<'_>, args: &[Value]) -> Result<(), DbError> {
    check_values(args)?;
    let mut unused: Vec<bool> = vec![true; args.len()];
    // SQLite numbers `$n` by first appearance, so each parameter is bound by its name: out of order and repeated are fine.
    for index in 1..=statement.parameter_count() {
        let number =
            statement.parameter_name(index).and_then(|name| name.strip_prefix('$')).and_then(|digits| digits.parse::<usize>().ok());
        let Some(number) = number.filter(|number| *number >= 1) else {
            return Err(DbError::Sql("every parameter must be $1, $2, …".into()));
        };
        let (Some(value), Some(unused)) = (args.get(number - 1), unused.get_mut(number - 1)) else {
            return Err(wrong_count(number, args.len()));
        };
        *unused = false;
        match value {
            Value::Null => statement.raw_bind_parameter(index, rusqlite::types::Null),
            Value::Int(number) => statement.raw_bind_parameter(index, number),
            Value::Real(number) => statement.raw_bind_parameter(index, number),
            Value::Text(text) => statement.raw_bind_parameter(index, text.as_str()),
            Value::Blob(bytes) => statement.raw_bind_parameter(index, bytes.as_slice()),
        }?;
    }
    match unused.iter().filter(|unused| **unused).count() {
        0 => Ok(()),
        some => Err(wrong_count(args.len() - some, args.len())),
    }
}

/// All rows of a statement.
pub fn query<T: FromRow>(connection: &Connection, sql: &str, args: &[Value]) -> Result<Vec<T>, DbError> {
    let mut statement = connection.prepare_cached(sql)?;
    if cfg!(debug_assertions) {
        check_columns::<T>(statement.column_names())?;
    }
    bind(&mut statement, args)?;
    let mut rows = statement.raw_query();
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(T::from_row(&Row(RowKind::Sqlite(row)))?);
    }
    Ok(all)
}

/// Runs a statement that gives no rows; how many it changed.
pub fn execute(connection: &Connection, sql: &str, args: &[Value]) -> Result<u64, DbError> {
    let mut statement = connection.prepare_cached(sql)?;
    if statement.column_count() > 0 {
        return Err(DbError::Sql(GIVES_ROWS.into()));
    }
    bind(&mut statement, args)?;
    Ok(u64::try_from(statement.raw_execute()?).unwrap_or_default())
}

type Question = Box<dyn FnOnce(&Connection) + Send>;

/// Readers on threads of their own; each takes the next question when it is free.
pub struct Readers {
    line: Arc<Line>,
}

struct Line {
    questions: Mutex<Queue>,
    ring: Condvar,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Question>,
    closed: bool,
}

impl Readers {
    /// Starts `count` readers on a database that exists already.
    pub fn start(path: &Path, count: usize) -> Result<Self, DbError> {
        let line = Arc::new(Line { questions: Mutex::new(Queue::default()), ring: Condvar::new() });
        for number in 0..count.max(1) {
            let connection = open(path, Synchronous::Full, false)?;
            let line = Arc::clone(&line);
            std::thread::Builder::new()
                .name(format!("reader-{number}"))
                .stack_size(512 * 1024)
                .spawn(move || line.answer(&connection))
                .map_err(|error| DbError::Sql(format!("no thread for a reader: {error}")))?;
        }
        Ok(Self { line })
    }

    /// Asks; the answer comes from one of the threads.
    pub async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Connection) -> Result<T, DbError> + Send + 'static,
    ) -> Result<T, DbError> {
        let (answer, receive) = tokio::sync::oneshot::channel();
        let boxed: Question = Box::new(move |connection| {
            // Nobody waits any more: spare the work.
            if !answer.is_closed() {
                let _ = answer.send(question(connection));
            }
        });
        self.line.questions.lock().waiting.push_back(boxed);
        self.line.ring.notify_one();
        receive.await.unwrap_or(Err(DbError::Busy))
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        self.line.questions.lock().closed = true;
        self.line.ring.notify_all();
    }
}

impl Line {
    fn answer(&self, connection: &Connection) {
        loop {
            let question = {
                let mut queue = self.questions.lock();
                loop {
                    if let Some(question) = queue.waiting.pop_front() {
                        break question;
                    }
                    if queue.closed {
                        return;
                    }
                    self.ring.wait(&mut queue);
                }
            };
            // A row that cannot be read must not cost a reader: its caller finds the answer gone, the thread goes on.
            let asked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| question(connection)));
            if asked.is_err() {
                tracing::error!("a question to the database met a panic");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_left_behind_is_folded_in_and_nothing_of_it_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let (here, left) = (folder.path().join("here.db"), folder.path().join("left.db"));
        let writer = open(&here, Synchronous::Full, true).unwrap();
        writer.execute_batch("create table word (text text) strict; insert into word values ('piazza')").unwrap();
        // What a crash leaves: the file and its log, and nobody at work in them.
        std::fs::copy(&here, &left).unwrap();
        std::fs::copy(folder.path().join("here.db-wal"), folder.path().join("left.db-wal")).unwrap();
        make_one_file(&left).unwrap();
        assert!(!folder.path().join("left.db-wal").exists());
        let alone = folder.path().join("alone.db");
        std::fs::copy(&left, &alone).unwrap();
        let text: String =
            open(&alone, Synchronous::Full, false).unwrap().query_row("select text from word", [], |row| row.get(0)).unwrap();
        assert_eq!(text, "piazza");
    }
}
