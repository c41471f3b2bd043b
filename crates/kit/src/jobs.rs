//! Work that follows a commit: rows of the same transaction, claimed with a lease, retried with backoff, never lost in silence.
//!
//! A handler's effects in the database belong into [`Job::complete`], which marks the job done in the same turn: they
//! happen once, however often the process dies. What it does outside happens at least once.

mod recurring;
mod runner;

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

pub use recurring::{Every, Recurring, RecurringRow, recurring_list};
pub use runner::{Runner, run_due};

use crate::args;
use crate::clock::{SECOND, Time};
use crate::db::{Db, News, Tx, containing};
use crate::error::{Error, Result};
use crate::ids;

crate::id! {
    /// A job's number.
    JobId
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It will run at its time.
    Waiting,
    /// Somebody has the lease.
    Running,
    /// It is over.
    Done,
    /// It failed as often as it may; a person must look.
    Dead,
    /// An irreversible call ended without an answer; a person must look.
    Verify,
}

crate::words!(State { Waiting = "waiting", Running = "running", Done = "done", Dead = "dead", Verify = "verify" });

/// A job to be queued.
#[derive(Debug, Clone)]
pub struct NewJob {
    kind: String,
    payload: serde_json::Value,
    run_at: Option<Time>,
    once_key: Option<String>,
    max_attempts: u32,
}

impl NewJob {
    /// A job that runs as soon as it can, up to twelve times (about a day and a half with the backoff).
    pub fn new(kind: impl Into<String>, payload: serde_json::Value) -> Self {
        Self { kind: kind.into(), payload, run_at: None, once_key: None, max_attempts: 12 }
    }

    /// Not before a moment.
    #[must_use]
    pub fn at(mut self, time: Time) -> Self {
        self.run_at = Some(time);
        self
    }

    /// At most one job with this key is ever queued.
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.once_key = Some(key.into());
        self
    }

    /// How often it may be tried.
    #[must_use]
    pub fn attempts(mut self, max: u32) -> Self {
        self.max_attempts = max.max(1);
        self
    }
}

/// Queues a job in the writing transaction. `None` when its key was queued before.
pub async fn enqueue(tx: &mut Tx, job: NewJob) -> Result<Option<JobId>> {
    let now = tx.now();
    let id = JobId(ids::next(now));
    let added = tx
        .run(
            "insert into job (id, kind, payload, state, run_at, attempts, max_attempts, once_key, created_at)
             values ($1, $2, $3, 'waiting', $4, 0, $5, $6, $7) on conflict (once_key) do nothing",
            args![id, job.kind, job.payload.to_string(), job.run_at.unwrap_or(now), job.max_attempts, job.once_key, now],
        )
        .await?;
    tx.tell(News::Job);
    Ok((added == 1).then_some(id))
}

/// A job under way.
#[derive(Debug)]
pub struct Job {
    /// Its number, the same at every try.
    pub id: JobId,
    /// What it is about.
    pub payload: serde_json::Value,
    /// Which try this is, from 1.
    pub attempt: u32,
    /// When it was queued.
    pub created_at: Time,
    lease: String,
    completed: Arc<AtomicBool>,
    hopeless: AtomicBool,
}

impl Job {
    /// The payload in its own type.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_value(self.payload.clone()).map_err(|error| Error::internal(format!("payload of job {}: {error}", self.id)))
    }

    /// The error of a try after which no other makes sense: the job is dead at once and its reason stands beside it.
    #[track_caller]
    pub fn give_up(&self, reason: impl std::fmt::Display) -> Error {
        self.hopeless.store(true, Ordering::Release);
        Error::internal(reason)
    }

    /// Writes the job's effects and marks it done, in one turn. Refused when the lease has gone to somebody else.
    pub async fn complete<T, F>(&self, db: &Db, effects: F) -> Result<T>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<T>,
    {
        let value = db
            .write(async |tx| {
                let value = effects(tx).await?;
                finish(tx, self.id, &self.lease, self.attempt).await?;
                Ok(value)
            })
            .await?;
        self.completed.store(true, Ordering::Release);
        Ok(value)
    }
}

/// A lease and a try together name one claim: the same runner may claim a job again after its own lease ran out.
async fn finish(tx: &mut Tx, id: JobId, lease: &str, attempt: u32) -> Result<()> {
    let now = tx.now();
    // The payload may hold somebody's words: it goes as soon as it is not needed.
    let changed = tx
        .run(
            "update job set state = 'done', finished_at = $3, lease = null, lease_until = null, payload = '{}', last_error = null
              where id = $1 and lease = $2 and attempts = $4 and state = 'running'",
            args![id, lease, now, attempt],
        )
        .await?;
    if changed == 1 { Ok(()) } else { Err(Error::Conflict("job-lease-lost")) }
}

/// What a handler returns.
pub type Work = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A kind of job: its name and who does it. `C` is the house it works in.
pub struct Kind<C> {
    /// The dotted name: `mail.send`.
    pub name: &'static str,
    /// Does it.
    pub run: fn(C, Arc<Job>) -> Work,
    /// How long one try may take.
    pub timeout: Duration,
}

impl<C> Clone for Kind<C> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<C> Copy for Kind<C> {}

impl<C> Kind<C> {
    /// A kind whose tries may take two minutes.
    pub const fn new(name: &'static str, run: fn(C, Arc<Job>) -> Work) -> Self {
        Self { name, run, timeout: Duration::from_secs(120) }
    }
}

/// Seconds until the next try: 10, 20, 40, … at most six hours, with a little of the id mixed in so that
/// a thousand failures do not come back in the same second.
pub fn backoff(attempt: u32, id: JobId) -> i64 {
    let base = 10_i64.saturating_mul(1 << attempt.saturating_sub(1).min(12)).min(6 * 3600);
    base + id.0.rem_euclid(base / 4 + 1)
}

crate::row! {
    /// A job as administration sees it. The payload stays inside: it may hold somebody's words.
    #[derive(Debug, Clone)]
    pub struct JobRow {
        /// Number.
        pub id: JobId,
        /// Kind.
        pub kind: String,
        /// Where it stands.
        pub state: State,
        /// When it runs next, or ran last.
        pub run_at: Time,
        /// Tries so far.
        pub attempts: u32,
        /// Tries at most.
        pub max_attempts: u32,
        /// Why the last try failed.
        pub last_error: Option<String>,
        /// When it was queued.
        pub created_at: Time,
        /// When it ended.
        pub finished_at: Option<Time>,
    }
}

/// Jobs for the administration's list: newest first, before a job, of a state and kind if given.
pub async fn list(db: &Db, state: Option<State>, kind: Option<&str>, before: Option<JobId>, limit: i64) -> Result<Vec<JobRow>> {
    let state = state.map(State::word);
    Ok(db
        .all(
            "select id, kind, state, run_at, attempts, max_attempts, last_error, created_at, finished_at from job
              where (cast($1 as text) is null or state = $1) and (cast($2 as text) is null or kind = $2) and id < $3
              order by id desc limit $4",
            args![state, kind, before.map_or(i64::MAX, |id| id.0), limit],
        )
        .await?)
}

/// What a list of jobs is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only this state.
    pub state: Option<State>,
    /// Only this kind.
    pub kind: Option<String>,
    /// Only those whose last error contains this, whatever its case.
    pub error: Option<String>,
    /// Only those queued before this one.
    pub before: Option<JobId>,
}

/// Jobs that pass a filter, newest first.
pub async fn filtered(db: &Db, filter: &Filter, limit: i64) -> Result<Vec<JobRow>> {
    let error = filter.error.as_ref().map(|text| containing(&text.to_lowercase()));
    Ok(db
        .all(
            "select id, kind, state, run_at, attempts, max_attempts, last_error, created_at, finished_at from job
              where (cast($1 as text) is null or state = $1) and (cast($2 as text) is null or kind = $2)
                and (cast($3 as text) is null or lower(last_error) like $3 escape '\\') and id < $4
              order by id desc limit $5",
            args![filter.state, filter.kind.clone(), error, filter.before.map_or(i64::MAX, |id| id.0), limit],
        )
        .await?)
}

/// How many jobs of one kind are in each state.
pub async fn counts_of(db: &Db, kind: &str) -> Result<Vec<(State, i64)>> {
    Ok(db.all("select state, count(*) as n from job where kind = $1 group by state order by state", args![kind]).await?)
}

/// How many jobs are in each state.
pub async fn counts(db: &Db) -> Result<Vec<(State, i64)>> {
    Ok(db.all("select state, count(*) as n from job group by state order by state", vec![]).await?)
}

/// The kinds of job that have rows.
pub async fn kinds(db: &Db) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = db.all("select distinct kind from job order by kind", vec![]).await?;
    Ok(rows.into_iter().map(|(kind,)| kind).collect())
}

/// One job.
pub async fn find(db: &Db, id: JobId) -> Result<JobRow> {
    Ok(db
        .one(
            "select id, kind, state, run_at, attempts, max_attempts, last_error, created_at, finished_at from job where id = $1",
            args![id],
        )
        .await?)
}

/// Gives a dead job (or one to verify) another round of tries, from now.
pub async fn retry(tx: &mut Tx, id: JobId) -> Result<()> {
    let now = tx.now();
    let changed = tx
        .run(
            "update job set state = 'waiting', attempts = 0, run_at = $2, finished_at = null where id = $1 and state in ('dead', 'verify')",
            args![id, now],
        )
        .await?;
    if changed != 1 {
        return Err(Error::Conflict("job-not-dead"));
    }
    tx.tell(News::Job);
    Ok(())
}

/// Forgets jobs that nobody has in hand; how many.
pub async fn forget(tx: &mut Tx, ids: &[JobId]) -> Result<u64> {
    let mut gone = 0;
    for id in ids {
        gone += tx.run("delete from job where id = $1 and state <> 'running'", args![*id]).await?;
    }
    Ok(gone)
}

/// Days after which a letter that could not go is forgotten, with the address it was for.
pub const LETTERS_DAYS: i64 = 30;

/// Forgets jobs of a kind that nobody could end before a moment; how many. Their reasons may hold somebody's address.
pub async fn sweep_dead(tx: &mut Tx, kind: &str, before: Time) -> Result<u64> {
    Ok(tx.run("delete from job where kind = $1 and state in ('dead', 'verify') and finished_at < $2", args![kind, before]).await?)
}

/// Forgets jobs that ended before a moment; how many.
pub async fn sweep(tx: &mut Tx, before: Time) -> Result<u64> {
    Ok(tx.run("delete from job where state = 'done' and finished_at < $1", args![before]).await?)
}

/// How long a lease lasts without being renewed.
const LEASE: i64 = 60 * SECOND;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backoff_grows_and_stays_below_eight_hours() {
        let waits: Vec<i64> = (1..=20).map(|attempt| backoff(attempt, JobId(7))).collect();
        assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(waits[0] >= 10 && waits[19] <= 8 * 3600);
    }
}
