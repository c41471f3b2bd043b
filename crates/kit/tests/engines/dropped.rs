//! A caller that goes away takes back its own words and nobody else's.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use kit::args;
use kit::db::{Address, Db, Engine, Hooks};

use crate::on_both;
use crate::support::{Dice, count, dropped_after};

const TABLES: &str = "create table line (id integer primary key, t text not null) strict;";

async fn add_line(db: &Db, id: i64) -> kit::Result<u64> {
    let written = db.write(async |tx| Ok(tx.run("insert into line (id, t) values ($1, 'x')", args![id]).await?));
    tokio::time::timeout(Duration::from_secs(5), written).await.expect("the line of writers is stuck")
}

on_both! {
    async fn a_dropped_caller_leaves_nothing_or_everything(place) {
        let db = place.with(TABLES).await;
        let (mut whole, mut none) = (0, 0);
        let mut id = 0;
        for polls in 0..12 {
            for at_wake in [false, true] {
                for crowd in [false, true] {
                    id += 10;
                    let neighbours: Vec<_> = (5..9)
                        .filter(|_| crowd)
                        .map(|n| {
                            let db = db.clone();
                            tokio::spawn(async move { add_line(&db, id + n).await })
                        })
                        .collect();
                    let said_all = AtomicBool::new(false);
                    let write = db.write(async |tx| {
                        for n in 0..3 {
                            tx.run("insert into line (id, t) values ($1, 'x')", args![id + n]).await?;
                        }
                        said_all.store(true, Ordering::Relaxed);
                        Ok(())
                    });
                    let answer = dropped_after(polls, at_wake, write).await;
                    for task in neighbours {
                        task.await.unwrap().unwrap();
                    }
                    add_line(&db, id + 9).await.unwrap();
                    let (rows,): (i64,) =
                        db.one("select count(*) as n from line where id >= $1 and id < $2", args![id, id + 3]).await.unwrap();
                    match (answer, said_all.load(Ordering::Relaxed)) {
                        (Some(answer), _) => {
                            answer.unwrap();
                            assert_eq!(rows, 3);
                        }
                        (None, false) => assert_eq!(rows, 0, "dropped before it had ended, after {polls} polls"),
                        (None, true) => assert!(rows == 0 || rows == 3, "{rows} of 3 rows"),
                    }
                    if rows == 3 { whole += 1 } else { none += 1 }
                }
            }
        }
        assert!(whole > 0 && none > 0, "{whole} whole, {none} none: the drops did not fall where they should");
    }

    async fn aborts_at_random_moments_never_wedge_the_line(place) {
        let db = place.with(TABLES).await;
        let mut dice = Dice::new(Dice::seed("aborts"));
        let finished: Arc<Mutex<Vec<i64>>> = Arc::default();
        let mut tasks = Vec::new();
        for id in 0..400_i64 {
            let (db, finished) = (db.clone(), Arc::clone(&finished));
            let task = tokio::spawn(async move {
                let written = db
                    .write(async |tx| {
                        for n in 0..3 {
                            tx.run("insert into line (id, t) values ($1, 'x')", args![id * 10 + n]).await?;
                        }
                        Ok(())
                    })
                    .await;
                if written.is_ok() {
                    finished.lock().unwrap().push(id);
                }
            });
            let (abort, after) = (task.abort_handle(), dice.below(4000));
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_micros(after)).await;
                abort.abort();
            });
            if dice.chance(8) {
                tokio::time::sleep(Duration::from_micros(dice.below(1500))).await;
            }
            tasks.push(task);
        }
        for task in tasks {
            let _ = task.await;
        }
        add_line(&db, 999_999).await.unwrap();
        let all: Vec<(i64, i64)> =
            db.all("select id / 10 as id, count(*) as n from line where id < 999999 group by 1", vec![]).await.unwrap();
        assert!(all.iter().all(|(_, n)| *n == 3), "half a write: {all:?}");
        let finished = finished.lock().unwrap();
        assert!(finished.iter().all(|id| all.iter().any(|(there, _)| there == id)), "an acknowledged write is missing");
        println!("{} of 400 acknowledged, {} there", finished.len(), all.len());
    }

    async fn a_forgotten_turn_is_ended(place) {
        // A caller that was given its turn and is neither polled nor dropped.
        let db = place.with(TABLES).await;
        let mut write = Box::pin(add_line(&db, 1));
        let _ = futures_util::poll!(write.as_mut());
        tokio::time::sleep(Duration::from_millis(50)).await;
        add_line(&db, 2).await.unwrap();
        assert!(write.await.is_err());
        assert_eq!(count(&db, "line").await, 1);
    }

    async fn a_statement_dropped_half_way_cannot_be_kept(place) {
        let db = place.with(TABLES).await;
        let neighbour = { let db = db.clone(); tokio::spawn(async move { add_line(&db, 5).await }) };
        let written = db
            .write(async |tx| {
                // The engine that answers at once is never interrupted; the other has the statement under way.
                if dropped_after(1, false, tx.run("insert into line (id, t) values (1, 'x')", vec![])).await.is_some() {
                    return Err(kit::Error::Busy);
                }
                Ok(())
            })
            .await;
        assert!(written.is_err());
        neighbour.await.unwrap().unwrap();
        assert_eq!(count(&db, "line").await, 1);
    }
}

/// A runtime that goes down in the middle of many writes.
fn shut_down_in_the_middle(address: &Address, new_runtime: impl Fn() -> tokio::runtime::Runtime) {
    let acknowledged = Arc::new(AtomicI64::new(0));
    let runtime = new_runtime();
    let open = || Db::open(address, 2, Hooks::quiet(kit::clock::Clock::real()));
    let (before, first): (i64, i64) = runtime.block_on(async {
        let db = open().await.unwrap();
        db.one("select count(*) as n, coalesce(max(id), 0) + 1 as first from line", vec![]).await.unwrap()
    });
    runtime.block_on(async {
        let db = open().await.unwrap();
        for id in 0..50_i64 {
            let (db, acknowledged) = (db.clone(), Arc::clone(&acknowledged));
            tokio::spawn(async move {
                for n in 0.. {
                    add_line(&db, first + id + n * 50).await.unwrap();
                    acknowledged.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        crate::support::until("some writes are acknowledged", async || acknowledged.load(Ordering::Relaxed) > 0).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
    });
    let begun = Instant::now();
    runtime.shutdown_timeout(Duration::from_secs(60));
    assert!(begun.elapsed() < Duration::from_secs(60), "shutting down hung for {:?}", begun.elapsed());
    let acknowledged = acknowledged.load(Ordering::Relaxed);
    assert!(acknowledged > 0);
    let runtime = new_runtime();
    runtime.block_on(async {
        let db = open().await.unwrap();
        add_line(&db, -1 - before).await.unwrap();
        let there = count(&db, "line").await - before - 1;
        assert!(there >= acknowledged, "{acknowledged} acknowledged, {there} there");
    });
}

fn shut_down(engine: Engine) {
    crate::support::run(engine, async |place: &crate::support::Place| {
        let db = place.with(TABLES).await;
        drop(db);
        let address = place.address("town").await;
        tokio::task::spawn_blocking(move || {
            shut_down_in_the_middle(&address, || {
                tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
            });
            shut_down_in_the_middle(&address, || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap());
        })
        .await
        .unwrap();
    });
}

#[test]
fn a_runtime_that_goes_down_with_turns_pending_does_not_hang_on_sqlite() {
    shut_down(Engine::Sqlite);
}

#[test]
fn a_runtime_that_goes_down_with_turns_pending_does_not_hang_on_postgres() {
    shut_down(Engine::Postgres);
}
