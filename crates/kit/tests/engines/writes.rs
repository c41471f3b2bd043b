//! Writes are serial, grouped, and kept whole or not at all.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use kit::args;
use kit::clock::Clock;
use kit::db::{Db, DbError, Hooks, News};
use kit::error::Error;

use crate::on_both;
use crate::support::{TODAY, count, heard, schema};

const TABLES: &str = "
create table counter (id integer primary key, n integer not null) strict;
insert into counter (id, n) values (1, 0);
create table seat (id integer primary key, event_id integer not null, person_id integer not null) strict;
create table line (id integer primary key, t text not null) strict;
";

async fn add_line(db: &Db, id: i64) -> kit::Result<u64> {
    db.write(async |tx| Ok(tx.run("insert into line (id, t) values ($1, 'x')", args![id]).await?)).await
}

/// A statement that would take minutes.
const ENDLESS: &str =
    "with recursive n(i) as (select cast(1 as bigint) union all select i + 1 from n where i < 4000000000) select count(*) as n from n";

on_both! {
    async fn sixty_four_writers_count_without_losing_one(place) {
        let db = place.with(TABLES).await;
        let before = db.writes();
        let tasks: Vec<_> = (0..64)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move {
                    for _ in 0..20 {
                        db.write(async |tx| {
                            let (n,): (i64,) = tx.one("select n from counter where id = 1", vec![]).await?;
                            tx.run("update counter set n = $1 where id = 1", args![n + 1]).await?;
                            Ok(())
                        })
                        .await
                        .unwrap();
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        let (n,): (i64,) = db.one("select n from counter where id = 1", vec![]).await.unwrap();
        assert_eq!(n, 64 * 20);
        let (turns, commits) = (db.writes().turns - before.turns, db.writes().commits - before.commits);
        assert_eq!(turns, 64 * 20);
        println!("{turns} turns in {commits} commits");
        assert!(commits * 4 < turns, "{turns} turns in {commits} commits: they do not share them");
    }

    async fn the_last_seat_is_sold_once(place) {
        let db = place.with(TABLES).await;
        let tasks: Vec<_> = (0..64_i64)
            .map(|person| {
                let db = db.clone();
                tokio::spawn(async move {
                    db.write(async |tx| {
                        let (taken,): (i64,) = tx.one("select count(*) as n from seat where event_id = $1", args![1]).await?;
                        if taken >= 10 {
                            return Err(Error::Conflict("full"));
                        }
                        tx.run("insert into seat (id, event_id, person_id) values ($1, 1, $1)", args![person]).await?;
                        Ok(())
                    })
                    .await
                })
            })
            .collect();
        let mut sold = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(()) => sold += 1,
                Err(Error::Conflict("full")) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((sold, count(&db, "seat").await), (10, 10));
    }

    async fn an_error_takes_everything_back_and_harms_no_neighbour(place) {
        let db = place.with(TABLES).await;
        let tasks: Vec<_> = (0..60_i64)
            .map(|id| {
                let db = db.clone();
                tokio::spawn(async move {
                    db.write(async |tx| {
                        tx.run("insert into line (id, t) values ($1, 'x')", args![id]).await?;
                        tx.run("update counter set n = n + 1 where id = 1", vec![]).await?;
                        match id % 3 {
                            0 => Ok(()),
                            1 => Err(Error::Forbidden),
                            _ => Ok(tx.run("insert into line (id, t) values ($1, 'x')", args![id]).await.map(|_| ())?),
                        }
                    })
                    .await
                })
            })
            .collect();
        for (id, task) in (0..).zip(tasks) {
            match (id % 3, task.await.unwrap()) {
                (0, Ok(())) | (1, Err(Error::Forbidden)) | (2, Err(Error::Violation(_))) => {}
                (_, other) => panic!("{id}: {other:?}"),
            }
        }
        let (n,): (i64,) = db.one("select n from counter where id = 1", vec![]).await.unwrap();
        assert_eq!((n, count(&db, "line").await), (20, 20));
    }

    async fn a_swallowed_error_still_ends_the_write_in_error(place) {
        let db = place.with(TABLES).await;
        add_line(&db, 1).await.unwrap();
        let written = db
            .write(async |tx| {
                tx.run("insert into line (id, t) values (2, 'x')", vec![]).await?;
                let refused = tx.run("insert into line (id, t) values (1, 'x')", vec![]).await;
                assert!(matches!(refused, Err(DbError::Violation(_))));
                let after = tx.run("insert into line (id, t) values (3, 'x')", vec![]).await;
                assert!(matches!(after, Err(DbError::Sql(_))), "{after:?}");
                assert!(tx.maybe::<(i64,)>("select id from line", vec![]).await.is_err());
                Ok(())
            })
            .await;
        assert!(matches!(written, Err(Error::Internal(_))), "{written:?}");
        assert_eq!(count(&db, "line").await, 1);
        // No row where one was expected is no SQL error: the write may go on.
        db.write(async |tx| {
            assert!(matches!(tx.one::<(i64,)>("select id from line where id = 99", vec![]).await, Err(DbError::Missing)));
            Ok(tx.run("insert into line (id, t) values (99, 'x')", vec![]).await?)
        })
        .await
        .unwrap();
    }

    async fn a_write_within_a_write_is_refused(place) {
        let db = place.with(TABLES).await;
        let written = db
            .write(async |tx| {
                tx.run("insert into line (id, t) values (1, 'x')", vec![]).await?;
                add_line(&db, 2).await?;
                Ok(())
            })
            .await;
        assert!(written.unwrap_err().to_string().contains("a write within a write"));
        assert_eq!(count(&db, "line").await, 0);
        add_line(&db, 3).await.unwrap();
    }

    async fn a_write_that_waits_for_something_else_is_noticed_in_debug_builds(place) {
        let db = place.with(TABLES).await;
        if !cfg!(debug_assertions) {
            return;
        }
        let slept = db
            .write(async |tx| {
                tx.run("insert into line (id, t) values (1, 'x')", vec![]).await?;
                tokio::time::sleep(Duration::from_millis(300)).await;
                Ok(())
            })
            .await;
        let read = db
            .write(async |tx| {
                tx.run("insert into line (id, t) values (1, 'x')", vec![]).await?;
                let (n,): (i64,) = db.one("select count(*) as n from line", vec![]).await?;
                Ok(n)
            })
            .await;
        for error in [slept.unwrap_err(), read.unwrap_err()] {
            assert!(error.to_string().contains("waited for something else"), "{error}");
        }
        assert_eq!(count(&db, "line").await, 0);
    }

    async fn a_turn_longer_than_a_second_is_ended_and_the_others_go_on(place) {
        let db = place.with(TABLES).await;
        let logged = heard("a write took too long");
        let slow = {
            let db = db.clone();
            tokio::spawn(async move {
                db.write(async |tx| {
                    tx.run("insert into line (id, t) values (1, 'slow')", vec![]).await?;
                    std::thread::sleep(Duration::from_secs(5));
                    let late = tx.run("insert into line (id, t) values (2, 'slow')", vec![]).await;
                    assert!(matches!(late, Err(DbError::Busy)), "{late:?}");
                    Ok(())
                })
                .await
            })
        };
        tokio::time::sleep(Duration::from_millis(100)).await;
        for id in 10..20 {
            add_line(&db, id).await.unwrap();
        }
        assert!(!slow.is_finished(), "the others waited until the slow caller had ended by itself");
        assert!(slow.await.unwrap().is_err());
        // One that only idles is ended, too, and learns it when it wants to keep.
        let idle = db
            .write(async |tx| {
                tx.run("insert into line (id, t) values (3, 'slow')", vec![]).await?;
                std::thread::sleep(Duration::from_millis(1300));
                Ok(())
            })
            .await;
        assert!(matches!(idle, Err(Error::Busy)), "{idle:?}");
        assert_eq!(count(&db, "line").await, 10);
        assert!(heard("a write took too long") >= logged + 2);
    }

    async fn a_statement_that_does_not_end_is_ended(place) {
        let db = place.with(TABLES).await;
        let endless = db
            .write(async |tx| {
                let answer = tx.one::<(i64,)>(ENDLESS, vec![]).await;
                assert!(matches!(answer, Err(DbError::Busy)), "{answer:?}");
                Ok(answer?)
            })
            .await;
        assert!(matches!(endless, Err(Error::Busy)), "{endless:?}");
        add_line(&db, 1).await.unwrap();
    }

    async fn no_word_of_an_ended_turn_reaches_the_next(place) {
        // Two databases' worth of writers: some fall asleep in their turn and go on speaking when it is over.
        let db = place.with(TABLES).await;
        let slow: Vec<_> = (0..2_i64)
            .map(|id| {
                let db = db.clone();
                tokio::spawn(async move {
                    db.write(async |tx| {
                        tx.run("insert into line (id, t) values ($1, 'slow')", args![1000 + id]).await?;
                        std::thread::sleep(Duration::from_millis(1100 + 10 * u64::try_from(id).unwrap()));
                        for more in 0..50 {
                            let said = tx.run("insert into line (id, t) values ($1, 'slow')", args![2000 + 100 * id + more]).await;
                            assert!(said.is_err());
                        }
                        Ok(())
                    })
                    .await
                })
            })
            .collect();
        let quick: Vec<_> = (0..10_i64)
            .map(|id| {
                let db = db.clone();
                tokio::spawn(async move {
                    for n in 0..20 {
                        add_line(&db, id * 20 + n).await.unwrap();
                    }
                })
            })
            .collect();
        for task in slow {
            assert!(task.await.unwrap().is_err());
        }
        for task in quick {
            task.await.unwrap();
        }
        let (slow,): (i64,) = db.one("select count(*) as n from line where t = 'slow'", vec![]).await.unwrap();
        assert_eq!((slow, count(&db, "line").await), (0, 200));
    }

    async fn a_panic_in_a_write_takes_it_back_and_stops_nobody(place) {
        let db = place.with(TABLES).await;
        for id in 0..3 {
            let db = db.clone();
            let panicked = tokio::spawn(async move {
                db.write(async |tx| {
                    tx.run("insert into line (id, t) values ($1, 'x')", args![id]).await?;
                    assert!(id > 99, "a panic that this test wants");
                    Ok(())
                })
                .await
            })
            .await;
            assert!(panicked.is_err());
        }
        add_line(&db, 7).await.unwrap();
        assert_eq!(count(&db, "line").await, 1);
    }

    async fn news_come_before_the_answer_and_only_of_what_was_committed(place) {
        let told: Arc<Mutex<BTreeSet<String>>> = Arc::default();
        let jobs = Arc::new(AtomicUsize::new(0));
        let hooks = Hooks {
            after_commit: {
                let (told, jobs) = (Arc::clone(&told), Arc::clone(&jobs));
                Arc::new(move |news| {
                    for item in news {
                        match item {
                            News::Touched(subject) => assert!(told.lock().unwrap().insert(subject.to_string())),
                            News::Rung(_) => {}
                            News::Job => _ = jobs.fetch_add(1, Ordering::Relaxed),
                        }
                    }
                })
            },
            ..Hooks::quiet(Clock::still(TODAY))
        };
        let db = place.open_with("town", hooks).await;
        schema(&[TABLES]).apply(&db).await.unwrap();
        let tasks: Vec<_> = (0..100_i64)
            .map(|id| {
                let (db, told) = (db.clone(), Arc::clone(&told));
                tokio::spawn(async move {
                    let written = db
                        .write(async |tx| {
                            tx.touch(format!("line:{id}"));
                            tx.run("insert into line (id, t) values ($1, 'x')", args![id]).await?;
                            tx.touch(format!("line:{id}"));
                            if id % 2 == 0 { Ok(()) } else { Err(Error::Forbidden) }
                        })
                        .await;
                    assert_eq!(written.is_ok(), told.lock().unwrap().contains(&format!("line:{id}")), "{id}");
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(told.lock().unwrap().len(), 50);
        assert_eq!(jobs.load(Ordering::Relaxed), 0);
    }

    async fn a_panic_over_the_news_does_not_stop_the_writer(place) {
        let hooks = Hooks { after_commit: Arc::new(|_| panic!("a panic that this test wants")), ..Hooks::quiet(Clock::still(TODAY)) };
        let db = place.open_with("town", hooks).await;
        schema(&[TABLES]).apply(&db).await.unwrap();
        for id in 0..3 {
            db.write(async |tx| {
                tx.touch("home");
                Ok(tx.run("insert into line (id, t) values ($1, 'x')", args![id]).await?)
            })
            .await
            .unwrap();
        }
        assert_eq!(count(&db, "line").await, 3);
    }

    async fn a_closed_database_refuses_writes_and_answers_reads(place) {
        let db = place.with(TABLES).await;
        add_line(&db, 1).await.unwrap();
        db.close();
        assert!(matches!(add_line(&db, 2).await, Err(Error::Busy)));
        assert_eq!(count(&db, "line").await, 1);
        // The same database, opened again.
        let again = place.open().await;
        add_line(&again, 2).await.unwrap();
        assert_eq!(count(&db, "line").await, 2);
    }

    async fn two_processes_of_one_town_stay_serial(place) {
        let one = place.with(TABLES).await;
        let two = place.open().await;
        let tasks: Vec<_> = (0..32)
            .map(|number| {
                let db = if number % 2 == 0 { one.clone() } else { two.clone() };
                tokio::spawn(async move {
                    for _ in 0..10 {
                        db.write(async |tx| {
                            let (n,): (i64,) = tx.one("select n from counter where id = 1", vec![]).await?;
                            tx.run("update counter set n = $1 where id = 1", args![n + 1]).await?;
                            Ok(())
                        })
                        .await
                        .unwrap();
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        let (n,): (i64,) = two.one("select n from counter where id = 1", vec![]).await.unwrap();
        assert_eq!(n, 320);
    }
}
