//! Jobs: queued with what they follow from, run by one at a time, their effects once, never lost in silence.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::tz::TimeZone;
use kit::args;
use kit::clock::{Clock, MINUTE, SECOND};
use kit::db::{Db, Hooks};
use kit::error::Error;
use kit::jobs::{self, Every, Job, JobId, Kind, NewJob, Recurring, Runner, State, Work, backoff, enqueue, run_due};
use tokio::sync::Notify;

use crate::on_both;
use crate::support::{Place, ROOM, TODAY, count, until};

/// The house the handlers of these tests work in.
#[derive(Clone)]
struct House {
    db: Db,
    clock: Clock,
    /// Handlers that wait, wait for this.
    gate: Arc<Notify>,
    second_gate: Arc<Notify>,
    /// Tries so far.
    tries: Arc<AtomicUsize>,
    /// Jobs in hand right now.
    in_hand: Arc<Mutex<BTreeSet<JobId>>>,
    /// How often each was run.
    runs: Arc<Mutex<BTreeMap<JobId, usize>>>,
    /// What `complete` answered.
    ends: Arc<Mutex<Vec<Result<(), String>>>>,
}

async fn house(place: &Place) -> House {
    let clock = Clock::still(TODAY);
    let db = place.open_with("town", Hooks::quiet(clock.clone())).await;
    ROOM.apply(&db).await.unwrap();
    db.write(async |tx| {
        Ok(tx.run(tx.engine().schema_text("create table effect (id integer primary key, job_id integer not null) strict"), vec![]).await?)
    })
    .await
    .unwrap();
    House {
        db,
        clock,
        gate: Arc::default(),
        second_gate: Arc::default(),
        tries: Arc::default(),
        in_hand: Arc::default(),
        runs: Arc::default(),
        ends: Arc::default(),
    }
}

/// Writes an effect together with the job's end.
async fn effect(house: &House, job: &Job) -> kit::Result<()> {
    let id = kit::ids::next(house.db.now());
    let ended = job
        .complete(&house.db, async |tx| {
            tx.run("insert into effect (id, job_id) values ($1, $2)", args![id, job.id]).await?;
            Ok(())
        })
        .await;
    house.ends.lock().unwrap().push(ended.clone().map_err(|error| error.to_string()));
    ended
}

fn works(house: House, job: Arc<Job>) -> Work {
    Box::pin(async move {
        assert!(house.in_hand.lock().unwrap().insert(job.id), "{} is run by two at once", job.id);
        tokio::time::sleep(Duration::from_millis(1)).await;
        *house.runs.lock().unwrap().entry(job.id).or_default() += 1;
        let gone = house.in_hand.lock().unwrap().remove(&job.id);
        assert!(gone);
        effect(&house, &job).await
    })
}

/// The first try waits at the gate; later ones work at once. Both want to write the effect.
fn hangs_first(house: House, job: Arc<Job>) -> Work {
    Box::pin(async move {
        if house.tries.fetch_add(1, Ordering::SeqCst) == 0 {
            house.gate.notified().await;
        }
        effect(&house, &job).await
    })
}

/// The first try waits at the gate and fails; the second waits at the other gate and works.
fn fails_late(house: House, job: Arc<Job>) -> Work {
    Box::pin(async move {
        if house.tries.fetch_add(1, Ordering::SeqCst) == 0 {
            house.gate.notified().await;
            house.ends.lock().unwrap().push(Err("too late".to_owned()));
            return Err(Error::internal("too late"));
        }
        house.second_gate.notified().await;
        effect(&house, &job).await
    })
}

fn fails(house: House, _: Arc<Job>) -> Work {
    Box::pin(async move {
        let n = house.tries.fetch_add(1, Ordering::SeqCst) + 1;
        Err(Error::internal(format!("the post office is closed ({n})")))
    })
}

fn panics(_: House, _: Arc<Job>) -> Work {
    Box::pin(async { panic!("a panic that this test wants") })
}

fn panics_at_once(_: House, _: Arc<Job>) -> Work {
    panic!("a panic that this test wants")
}

fn sleeps(house: House, job: Arc<Job>) -> Work {
    Box::pin(async move {
        house.tries.fetch_add(1, Ordering::SeqCst);
        tokio::time::sleep(Duration::from_millis(300)).await;
        effect(&house, &job).await
    })
}

/// A handler whose effects are outside: the runner notes its end.
fn outside(house: House, _: Arc<Job>) -> Work {
    Box::pin(async move {
        house.tries.fetch_add(1, Ordering::SeqCst);
        Ok(())
    })
}

const KINDS: &[Kind<House>] = &[
    Kind::new("works", works),
    Kind::new("hangs_first", hangs_first),
    Kind::new("fails", fails),
    Kind::new("fails_late", fails_late),
    Kind::new("panics", panics),
    Kind::new("panics_at_once", panics_at_once),
    Kind::new("sleeps", sleeps),
    Kind::new("outside", outside),
    Kind { name: "times_out", run: sleeps, timeout: Duration::from_millis(20) },
];

async fn queue(house: &House, job: NewJob) -> JobId {
    house.db.write(async |tx| enqueue(tx, job.clone()).await).await.unwrap().unwrap()
}

fn job(kind: &str) -> NewJob {
    NewJob::new(kind, serde_json::json!({"words": "somebody's"}))
}

async fn run_all(house: &House) -> usize {
    run_due(&house.db, house, KINDS).await.unwrap()
}

async fn state(house: &House, id: JobId) -> State {
    jobs::find(&house.db, id).await.unwrap().state
}

struct Running {
    stop: tokio::sync::oneshot::Sender<()>,
    task: tokio::task::JoinHandle<()>,
    bell: Arc<Notify>,
}

impl Running {
    async fn stop(self) {
        self.stop.send(()).unwrap();
        tokio::time::timeout(Duration::from_secs(10), self.task).await.expect("the runner does not stop").unwrap();
    }
}

fn start(house: &House, db: Db, recurring: &[Recurring], grace: Duration) -> Running {
    let (stop, stopped) = tokio::sync::oneshot::channel();
    let bell: Arc<Notify> = Arc::default();
    let runner = Runner {
        db: db.clone(),
        house: House { db, ..house.clone() },
        kinds: Arc::from(KINDS),
        recurring: Arc::from(recurring),
        zone: TimeZone::get("Europe/Rome").unwrap(),
        bell: Arc::clone(&bell),
    };
    let task = tokio::spawn(runner.run(
        async {
            let _ = stopped.await;
        },
        grace,
    ));
    Running { stop, task, bell }
}

on_both! {
    async fn a_job_is_queued_with_its_transaction_or_not_at_all(place) {
        let house = house(place).await;
        let refused: kit::Result<()> = house
            .db
            .write(async |tx| {
                enqueue(tx, job("works")).await?;
                Err(Error::Forbidden)
            })
            .await;
        assert!(refused.is_err());
        assert_eq!((count(&house.db, "job").await, run_all(&house).await), (0, 0));
        let id = queue(&house, job("works")).await;
        assert_eq!(run_all(&house).await, 1);
        assert_eq!(state(&house, id).await, State::Done);
        assert_eq!(count(&house.db, "effect").await, 1);
        let (payload,): (String,) = house.db.one("select payload from job where id = $1", args![id]).await.unwrap();
        assert_eq!(payload, "{}", "somebody's words stay in a job that is over");
        assert_eq!(run_all(&house).await, 0);
    }

    async fn a_key_is_queued_once(place) {
        let house = house(place).await;
        let tasks: Vec<_> = (0..20)
            .map(|_| {
                let db = house.db.clone();
                tokio::spawn(async move { db.write(async |tx| enqueue(tx, job("works").once("digest:2028-02-24")).await).await.unwrap() })
            })
            .collect();
        let mut queued = 0;
        for task in tasks {
            queued += usize::from(task.await.unwrap().is_some());
        }
        assert_eq!((queued, count(&house.db, "job").await), (1, 1));
        assert_eq!(run_all(&house).await, 1);
        assert!(house.db.write(async |tx| enqueue(tx, job("works").once("digest:2028-02-24")).await).await.unwrap().is_none());
        assert!(house.db.write(async |tx| enqueue(tx, job("works").once("digest:2028-02-25")).await).await.unwrap().is_some());
    }

    async fn a_job_waits_for_its_time(place) {
        let house = house(place).await;
        queue(&house, job("works").at(TODAY.plus(MINUTE))).await;
        assert_eq!(run_all(&house).await, 0);
        house.clock.advance(MINUTE);
        assert_eq!(run_all(&house).await, 1);
    }

    async fn a_lease_that_ran_out_goes_to_somebody_else_and_effects_happen_once(place) {
        let house = house(place).await;
        let id = queue(&house, job("hangs_first")).await;
        let first = { let house = house.clone(); tokio::spawn(async move { run_all(&house).await }) };
        until("the first try hangs", async || house.tries.load(Ordering::SeqCst) == 1).await;
        assert_eq!(run_all(&house).await, 0, "the lease still holds");
        house.clock.advance(61 * SECOND);
        assert_eq!(run_all(&house).await, 1);
        assert_eq!((state(&house, id).await, jobs::find(&house.db, id).await.unwrap().attempts), (State::Done, 2));
        house.gate.notify_one();
        first.await.unwrap();
        assert_eq!(count(&house.db, "effect").await, 1);
        let ends = house.ends.lock().unwrap().clone();
        assert_eq!(ends, [Ok(()), Err("conflict: job-lease-lost".to_owned())]);
        assert_eq!(state(&house, id).await, State::Done, "whoever came too late must not put it back");
    }

    async fn one_runner_that_claims_its_own_job_again_is_two_claims(place) {
        let house = house(place).await;
        let id = queue(&house, job("fails_late")).await;
        let running = start(&house, house.db.clone(), &[], Duration::from_secs(5));
        let tried = async |times| until("a try hangs", async || house.tries.load(Ordering::SeqCst) == times).await;
        tried(1).await;
        house.clock.advance(61 * SECOND);
        running.bell.notify_one();
        tried(2).await;
        // The first try fails now; that is no longer anybody's business.
        house.gate.notify_one();
        until("the first try is over", async || house.ends.lock().unwrap().len() == 1).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        let row = jobs::find(&house.db, id).await.unwrap();
        assert_eq!((row.state, row.attempts, row.last_error), (State::Running, 2, None));
        house.second_gate.notify_one();
        until("the second try is done", async || state(&house, id).await == State::Done).await;
        running.stop().await;
        assert_eq!((count(&house.db, "effect").await, house.tries.load(Ordering::SeqCst)), (1, 2));
    }

    async fn a_failure_comes_back_later_and_later(place) {
        let house = house(place).await;
        let id = queue(&house, job("fails")).await;
        for attempt in 1..=5 {
            assert_eq!(run_all(&house).await, 1, "try {attempt}");
            let row = jobs::find(&house.db, id).await.unwrap();
            assert_eq!((row.state, row.attempts), (State::Waiting, attempt));
            let wait = backoff(attempt, id) * SECOND;
            assert_eq!(row.run_at, house.clock.now().plus(wait));
            assert!(row.last_error.unwrap().contains(&format!("the post office is closed ({attempt})")));
            assert_eq!(run_all(&house).await, 0);
            house.clock.advance(wait - 1);
            assert_eq!(run_all(&house).await, 0);
            house.clock.advance(1);
        }
    }

    async fn a_job_that_fails_too_often_is_a_dead_letter_until_a_person_retries_it(place) {
        let house = house(place).await;
        let id = queue(&house, job("fails").attempts(3)).await;
        let fine = queue(&house, job("works")).await;
        for _ in 0..6 {
            run_all(&house).await;
            house.clock.advance(100 * SECOND);
        }
        let row = jobs::find(&house.db, id).await.unwrap();
        assert_eq!((row.state, row.attempts, house.tries.load(Ordering::SeqCst)), (State::Dead, 3, 3));
        assert!(row.last_error.unwrap().contains("closed (3)") && row.finished_at.is_some());
        assert_eq!(jobs::counts(&house.db).await.unwrap(), [(State::Dead, 1), (State::Done, 1)]);
        let dead = jobs::list(&house.db, Some(State::Dead), Some("fails"), None, 10).await.unwrap();
        assert_eq!(dead.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
        let retry = async |id| house.db.write(async |tx| jobs::retry(tx, id).await).await;
        assert!(matches!(retry(fine).await, Err(Error::Conflict("job-not-dead"))));
        retry(id).await.unwrap();
        assert!(matches!(retry(id).await, Err(Error::Conflict("job-not-dead"))));
        assert_eq!((state(&house, id).await, run_all(&house).await), (State::Waiting, 1));
        assert_eq!(jobs::find(&house.db, id).await.unwrap().attempts, 1);
    }

    async fn a_job_whose_program_dies_in_the_last_try_is_a_dead_letter(place) {
        let house = house(place).await;
        let id = queue(&house, job("hangs_first").attempts(1)).await;
        let first = { let house = house.clone(); tokio::spawn(async move { run_all(&house).await }) };
        until("the only try hangs", async || house.tries.load(Ordering::SeqCst) == 1).await;
        first.abort();
        house.clock.advance(61 * SECOND);
        assert_eq!(run_all(&house).await, 0);
        let row = jobs::find(&house.db, id).await.unwrap();
        assert_eq!((row.state, row.attempts), (State::Dead, 1));
        assert!(row.last_error.unwrap().contains("the last try ended without an answer"));
    }

    async fn a_kind_nobody_knows_and_a_panic_are_failures_like_others(place) {
        let house = house(place).await;
        for (kind, why) in [
            ("nobody.knows", "this program knows no job called nobody.knows"),
            ("panics", "the handler panicked"),
            ("panics_at_once", "the handler panicked"),
            ("times_out", "not done within"),
        ] {
            let id = queue(&house, job(kind).attempts(2)).await;
            assert_eq!(run_all(&house).await, 1);
            let row = jobs::find(&house.db, id).await.unwrap();
            assert_eq!(row.state, State::Waiting, "{kind}");
            assert!(row.last_error.unwrap().contains(why), "{kind}");
            house.clock.advance(60 * SECOND);
            assert_eq!(run_all(&house).await, 1);
            assert_eq!(state(&house, id).await, State::Dead, "{kind}");
        }
        assert_eq!(count(&house.db, "effect").await, 0);
    }

    async fn a_handler_that_works_outside_is_noted_as_done(place) {
        let house = house(place).await;
        let id = queue(&house, job("outside")).await;
        assert_eq!(run_all(&house).await, 1);
        assert_eq!((state(&house, id).await, house.tries.load(Ordering::SeqCst)), (State::Done, 1));
        house.db.write(async |tx| Ok(jobs::sweep(tx, house.clock.now().plus(1)).await?)).await.unwrap();
        assert_eq!(count(&house.db, "job").await, 0);
    }

    async fn five_hundred_jobs_and_many_runners_and_none_is_run_by_two(place) {
        let house = house(place).await;
        for _ in 0..20 {
            let some = async |tx: &mut kit::db::Tx| {
                for _ in 0..25 {
                    enqueue(tx, job("works")).await?;
                }
                Ok(())
            };
            house.db.write(some).await.unwrap();
        }
        let other = place.open_with("town", Hooks::quiet(house.clock.clone())).await;
        let runners: Vec<_> = (0..6)
            .map(|number| start(&house, if number % 2 == 0 { house.db.clone() } else { other.clone() }, &[], Duration::from_secs(5)))
            .collect();
        until("all jobs are done", async || jobs::counts(&house.db).await.unwrap() == [(State::Done, 500)]).await;
        for runner in runners {
            runner.stop().await;
        }
        let runs = house.runs.lock().unwrap().clone();
        assert_eq!(runs.len(), 500);
        assert!(runs.values().all(|times| *times == 1));
        assert_eq!(count(&house.db, "effect").await, 500);
    }

    async fn recurring_work_is_queued_once_for_each_moment_by_two_runners(place) {
        const LIST: &[Recurring] = &[
            Recurring { name: "outside", every: Every::Minutes(10) },
            Recurring { name: "works", every: Every::Day(4, 30) },
        ];
        let house = house(place).await;
        let other = place.open_with("town", Hooks::quiet(house.clock.clone())).await;
        let runners = [start(&house, house.db.clone(), LIST, Duration::from_secs(5)), start(&house, other, LIST, Duration::from_secs(5))];
        let queued = async |kind: &str| {
            let (n,): (i64,) = house.db.one("select count(*) as n from job where kind = $1", args![kind]).await.unwrap();
            n
        };
        until("the list is known", async || count(&house.db, "recurring").await == 2).await;
        assert_eq!(count(&house.db, "job").await, 0, "nothing is due at the first start");
        for moment in 1..=8 {
            house.clock.advance(10 * MINUTE);
            for _ in 0..3 {
                for runner in &runners {
                    runner.bell.notify_one();
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            until("the moment's job is queued", async || queued("outside").await >= moment).await;
            assert_eq!(queued("outside").await, moment);
        }
        // A night passes while nobody looks: one job, not a hundred, and the daily one.
        house.clock.advance(20 * 60 * MINUTE);
        for runner in &runners {
            runner.bell.notify_one();
        }
        until("the morning's jobs are queued", async || queued("outside").await >= 9 && queued("works").await >= 1).await;
        until("all is done", async || jobs::counts(&house.db).await.unwrap() == [(State::Done, 10)]).await;
        for runner in runners {
            runner.stop().await;
        }
        assert_eq!((queued("outside").await, queued("works").await), (9, 1));
    }

    async fn a_runner_that_stops_lets_jobs_end(place) {
        let house = house(place).await;
        let id = queue(&house, job("sleeps")).await;
        let running = start(&house, house.db.clone(), &[], Duration::from_secs(5));
        until("the job is in hand", async || house.tries.load(Ordering::SeqCst) == 1).await;
        let later = queue(&house, job("sleeps")).await;
        running.stop().await;
        assert_eq!((state(&house, id).await, state(&house, later).await), (State::Done, State::Waiting));
    }

    async fn a_runner_that_may_not_wait_gives_its_leases_back(place) {
        let house = house(place).await;
        let id = queue(&house, job("hangs_first").attempts(1)).await;
        let running = start(&house, house.db.clone(), &[], Duration::from_millis(50));
        until("the job is in hand", async || house.tries.load(Ordering::SeqCst) == 1).await;
        running.stop().await;
        let row = jobs::find(&house.db, id).await.unwrap();
        assert_eq!((row.state, row.attempts), (State::Waiting, 0), "a stop does not count as a try");
        let leases: (i64,) = house.db.one("select count(*) as n from job where lease is not null or lease_until is not null", vec![]).await.unwrap();
        assert_eq!(leases, (0,));
        // The next program takes it at once.
        assert_eq!(run_all(&house).await, 1);
        assert_eq!(count(&house.db, "effect").await, 1);
    }
}
