//! Takes jobs from the table and does them, a few at a time, until it is told to stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::FutureExt;
use jiff::tz::TimeZone;
use tokio::sync::Notify;
use tokio::task::JoinSet;

use crate::args;
use crate::clock::{SECOND, Time};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::jobs::recurring::queue_due;
use crate::jobs::{Job, JobId, Kind, LEASE, Recurring, State, backoff, finish};

/// How often the lease of a job in hand is renewed: three times before it would run out.
const RENEWED: Duration = Duration::from_secs(20);

/// How many jobs run side by side.
const HANDS: i64 = 4;

crate::row! {
    struct Claimed {
        id: JobId,
        kind: String,
        payload: String,
        attempts: u32,
        max_attempts: u32,
        created_at: Time,
    }
}

/// The runner of one process.
pub struct Runner<C> {
    /// The database with the jobs.
    pub db: Db,
    /// The house handlers work in.
    pub house: C,
    /// What it can do.
    pub kinds: Arc<[Kind<C>]>,
    /// What comes back.
    pub recurring: Arc<[Recurring]>,
    /// The town's clock, for daily work.
    pub zone: TimeZone,
    /// Rung when a commit queued a job.
    pub bell: Arc<Notify>,
}

impl<C: Clone + Send + Sync + 'static> Runner<C> {
    /// Runs until `stop` resolves, then lets jobs in hand end for `grace`, and gives back the leases of the rest.
    pub async fn run(self, stop: impl Future<Output = ()>, grace: Duration) {
        let mut hands = JoinSet::new();
        let lease = new_lease();
        let mut stop = std::pin::pin!(stop);
        loop {
            if let Err(error) = queue_due(&self.db, &self.recurring, &self.zone).await {
                tracing::warn!(%error, "recurring work could not be queued");
            }
            let free = HANDS - i64::try_from(hands.len()).unwrap_or(HANDS);
            let claimed = if free > 0 { claim(&self.db, &lease, free).await } else { Ok(Vec::new()) };
            match claimed {
                Ok(jobs) => {
                    for job in jobs {
                        let runner = (self.db.clone(), self.house.clone(), Arc::clone(&self.kinds), lease.clone());
                        hands.spawn(async move { do_one(&runner.0, runner.1, &runner.2, job, &runner.3).await });
                    }
                }
                Err(error) => tracing::warn!(%error, "jobs could not be claimed"),
            }
            let pause = self.pause(hands.len()).await;
            tokio::select! {
                () = &mut stop => break,
                () = self.bell.notified() => {}
                _ = hands.join_next(), if !hands.is_empty() => {}
                () = tokio::time::sleep(pause) => {}
            }
        }
        let ended = tokio::time::timeout(grace, async { while hands.join_next().await.is_some() {} }).await;
        if ended.is_err() {
            hands.shutdown().await;
        }
        if let Err(error) = give_back(&self.db, &lease).await {
            tracing::warn!(%error, "leases could not be given back; they end by themselves");
        }
    }

    /// How long nothing is due, at most five seconds.
    async fn pause(&self, in_hand: usize) -> Duration {
        if in_hand >= usize::try_from(HANDS).unwrap_or(4) {
            return Duration::from_secs(5);
        }
        let next: Result<Option<(Option<Time>,)>, _> =
            self.db.maybe("select min(run_at) as at from job where state = 'waiting'", vec![]).await;
        let micros = match next {
            Ok(Some((Some(at),))) => at.since(self.db.now()).clamp(10_000, 5 * SECOND),
            _ => 5 * SECOND,
        };
        Duration::from_micros(u64::try_from(micros).unwrap_or(1_000_000))
    }
}

fn new_lease() -> String {
    format!("{:x}-{:x}", std::process::id(), getrandom::u64().unwrap_or_default())
}

/// Takes due jobs, and those whose lease ran out with whoever had it.
async fn claim(db: &Db, lease: &str, limit: i64) -> Result<Vec<Claimed>> {
    let now = db.now();
    let due: Option<(i64,)> = db
        .maybe(
            "select 1 as one from job where (state = 'waiting' and run_at <= $1) or (state = 'running' and lease_until < $1) limit 1",
            args![now],
        )
        .await?;
    if due.is_none() {
        return Ok(Vec::new());
    }
    db.write(async |tx| {
        // Whoever had the last try is gone without a word, perhaps because of this very job: a person must look.
        let dead = tx
            .run(
                "update job set state = 'dead', lease = null, lease_until = null, finished_at = $1, last_error = $2
              where state = 'running' and lease_until < $1 and attempts >= max_attempts",
                args![now, "the last try ended without an answer: the program stopped or hung in it"],
            )
            .await?;
        if dead > 0 {
            tracing::error!(dead, "jobs ended their last try without an answer");
        }
        Ok(tx
            .all(
                "update job set state = 'running', lease = $1, lease_until = $2, attempts = attempts + 1
                  where id in (select id from job where (state = 'waiting' and run_at <= $3) or (state = 'running' and lease_until < $3)
                                order by run_at, id limit $4)
                  returning id, kind, payload, attempts, max_attempts, created_at",
                args![lease, now.plus(LEASE), now, limit],
            )
            .await?)
    })
    .await
}

async fn give_back(db: &Db, lease: &str) -> Result<()> {
    db.write(async |tx| {
        tx.run(
            "update job set state = 'waiting', attempts = attempts - 1, lease = null, lease_until = null where lease = $1 and state = 'running'",
            args![lease],
        )
        .await?;
        Ok(())
    })
    .await
}

async fn do_one<C: Clone + Send + Sync + 'static>(db: &Db, house: C, kinds: &[Kind<C>], mut claimed: Claimed, lease: &str) {
    let Some(kind) = kinds.iter().find(|kind| kind.name == claimed.kind).copied() else {
        let _ = fail(db, &claimed, lease, &format!("this program knows no job called {}", claimed.kind)).await;
        return;
    };
    let job = Arc::new(Job {
        id: claimed.id,
        payload: serde_json::from_str(&claimed.payload).unwrap_or_default(),
        attempt: claimed.attempts,
        created_at: claimed.created_at,
        lease: lease.to_owned(),
        completed: Arc::new(AtomicBool::new(false)),
        hopeless: AtomicBool::new(false),
    });
    let handed = Arc::clone(&job);
    let work = std::panic::AssertUnwindSafe(async move { (kind.run)(house, handed).await }).catch_unwind();
    // Side by side: renewing waits for a turn, and the turn before it may be the handler's own.
    let renewing = async {
        loop {
            tokio::time::sleep(RENEWED).await;
            let _ = renew(db, &claimed, lease).await;
        }
    };
    let outcome = tokio::select! {
        outcome = tokio::time::timeout(kind.timeout, work) => outcome,
        () = renewing => return,
    };
    let result = match outcome {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(Error::internal("the handler panicked")),
        Err(_) => Err(Error::internal(format!("not done within {} s", kind.timeout.as_secs()))),
    };
    if job.hopeless.load(Ordering::Acquire) {
        claimed.max_attempts = claimed.attempts;
    }
    let ended = match result {
        Ok(()) if job.completed.load(Ordering::Acquire) => Ok(()),
        Ok(()) => db.write(async |tx| finish(tx, claimed.id, lease, claimed.attempts).await).await,
        Err(error) => fail(db, &claimed, lease, &error.to_string()).await,
    };
    if let Err(error) = ended {
        tracing::warn!(%error, job = %claimed.id, "a job's end could not be noted; it will run again");
    }
}

async fn renew(db: &Db, claimed: &Claimed, lease: &str) -> Result<()> {
    let until = db.now().plus(LEASE);
    db.write(async |tx| {
        tx.run(
            "update job set lease_until = $3 where id = $1 and lease = $2 and attempts = $4 and state = 'running'",
            args![claimed.id, lease, until, claimed.attempts],
        )
        .await?;
        Ok(())
    })
    .await
}

async fn fail(db: &Db, claimed: &Claimed, lease: &str, why: &str) -> Result<()> {
    let over = claimed.attempts >= claimed.max_attempts;
    let state = if over { State::Dead } else { State::Waiting };
    if over {
        tracing::error!(job = %claimed.id, kind = claimed.kind, why, "a job failed for the last time");
    } else {
        tracing::warn!(job = %claimed.id, kind = claimed.kind, attempt = claimed.attempts, why, "a job failed and will be tried again");
    }
    let now = db.now();
    let again = now.plus(backoff(claimed.attempts, claimed.id) * SECOND);
    let why: String = why.chars().take(2000).collect();
    db.write(async |tx| {
        tx.run(
            "update job set state = $3, run_at = $4, last_error = $5, lease = null, lease_until = null, finished_at = $6
              where id = $1 and lease = $2 and attempts = $7 and state = 'running'",
            args![claimed.id, lease, state, again, why, over.then_some(now), claimed.attempts],
        )
        .await?;
        Ok(())
    })
    .await
}

/// Runs what is due until nothing is, one at a time: for tests and for commands that end. How many ran.
pub async fn run_due<C: Clone + Send + Sync + 'static>(db: &Db, house: &C, kinds: &[Kind<C>]) -> Result<usize> {
    let lease = new_lease();
    let mut ran = 0;
    loop {
        let jobs = claim(db, &lease, 1).await?;
        if jobs.is_empty() {
            return Ok(ran);
        }
        for job in jobs {
            ran += 1;
            do_one(db, house.clone(), kinds, job, &lease).await;
        }
    }
}
