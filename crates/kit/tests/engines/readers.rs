//! Readers see every acknowledged write, hold nobody up, and cannot write.

use std::time::{Duration, Instant};

use kit::args;
use kit::db::{DbError, FromRow, Row};

use crate::on_both;
use crate::support::{count, dropped_after};

const TABLES: &str = "create table line (id integer primary key, t text not null) strict;";

struct Panics;

impl FromRow for Panics {
    fn from_row(_: &Row<'_>) -> Result<Self, DbError> {
        panic!("a panic that this test wants")
    }
}

on_both! {
    async fn whoever_was_told_of_a_write_can_read_it(place) {
        let db = place.with(TABLES).await;
        let tasks: Vec<_> = (0..16_i64)
            .map(|writer| {
                let db = db.clone();
                tokio::spawn(async move {
                    for n in 0..15 {
                        let id = writer * 100 + n;
                        db.write(async |tx| Ok(tx.run("insert into line (id, t) values ($1, 'x')", args![id]).await?)).await.unwrap();
                        let reader = db.clone();
                        let seen = tokio::spawn(async move { reader.maybe::<(i64,)>("select id from line where id = $1", args![id]).await });
                        assert_eq!(seen.await.unwrap().unwrap(), Some((id,)));
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
    }

    async fn a_write_is_invisible_until_it_is_committed(place) {
        let db = place.with(TABLES).await;
        let reader = db.clone();
        let (say, mut said) = tokio::sync::mpsc::unbounded_channel::<()>();
        let seen = tokio::spawn(async move {
            said.recv().await;
            count(&reader, "line").await
        });
        db.write(async |tx| {
            tx.run("insert into line (id, t) values (1, 'x')", vec![]).await?;
            say.send(()).unwrap();
            std::thread::sleep(Duration::from_millis(300));
            Ok(())
        })
        .await
        .unwrap();
        assert_eq!(seen.await.unwrap(), 0);
        assert_eq!(count(&db, "line").await, 1);
    }

    async fn many_readers_at_once_all_get_their_answer(place) {
        let db = place.with(TABLES).await;
        db.write(async |tx| {
            for id in 0..50 {
                tx.run("insert into line (id, t) values ($1, $2)", args![id, format!("line {id}")]).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
        let before = db.statements();
        let tasks: Vec<_> = (0..500_i64)
            .map(|n| {
                let db = db.clone();
                tokio::spawn(async move { db.one::<(String,)>("select t from line where id = $1", args![n % 50]).await })
            })
            .collect();
        for (n, task) in (0..).zip(tasks) {
            assert_eq!(task.await.unwrap().unwrap().0, format!("line {}", n % 50));
        }
        assert_eq!(db.statements() - before, 500);
    }

    async fn a_dropped_reader_holds_nobody_up(place) {
        let db = place.with(TABLES).await;
        let heavy = "with recursive n(i) as (select cast(1 as bigint) union all select i + 1 from n where i < 200000) select count(*) as n from n";
        for polls in 0..3 {
            for _ in 0..4 {
                let answer = dropped_after(polls, false, db.one::<(i64,)>(heavy, vec![])).await;
                assert!(answer.is_none_or(|answer| answer.is_ok()));
            }
            let begun = Instant::now();
            assert_eq!(count(&db, "line").await, 0);
            assert!(begun.elapsed() < Duration::from_secs(60), "it hung");
        }
    }

    async fn a_panic_while_reading_costs_no_reader(place) {
        let db = place.with(TABLES).await;
        for _ in 0..12 {
            let db = db.clone();
            let asked = tokio::spawn(async move { db.all::<Panics>("select cast(1 as bigint) as one", vec![]).await.is_err() }).await;
            assert!(asked.is_err() || asked.unwrap());
        }
        assert_eq!(count(&db, "line").await, 0);
    }

    async fn a_reader_cannot_write(place) {
        let db = place.with(TABLES).await;
        for sql in ["insert into line (id, t) values (1, 'x')", "delete from line", "create table more (id integer primary key)"] {
            let answer = db.all::<(i64,)>(sql, vec![]).await;
            assert!(matches!(answer, Err(DbError::Sql(_))), "{answer:?}");
        }
        assert_eq!(count(&db, "line").await, 0);
    }
}
