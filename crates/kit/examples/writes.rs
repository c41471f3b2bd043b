//! Prints how many durable writes a second pass through the face, with 1 writer and with 64.
//!
//! `cargo run -p kit --release --example writes -- sqlite:FILE postgres://USER@HOST/DATABASE`
//!
//! Each write is a turn of its own with three inserts and is counted when it was acknowledged. The address must be
//! one whose tables may be thrown away: the program makes `bench_write` there and drops it at the end.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::{Duration, Instant};

use kit::args;
use kit::clock::Clock;
use kit::db::{Address, Db, Engine, Hooks};
use kit::error::{Error, Result};

const WARM_UP: Duration = Duration::from_millis(500);
const MEASURED: Duration = Duration::from_secs(4);

#[tokio::main(flavor = "multi_thread")]
async fn main() -> Result<()> {
    for url in std::env::args().skip(1) {
        let address: Address = url.parse().map_err(Error::internal)?;
        let db = Db::open(&address, 2, Hooks::quiet(Clock::real())).await?;
        println!("{}", address.redacted());
        println!("  settings: {}", settings(&db).await?);
        db.write(async |tx| {
            tx.run("drop table if exists bench_write", vec![]).await?;
            tx.run("create table bench_write (id bigint primary key, name text not null)", vec![]).await?;
            Ok(())
        })
        .await?;
        let one = measure(&db, 1).await?;
        let many = measure(&db, 64).await?;
        println!("  64 writers : 1 writer = {:.1}", many / one);
        db.write(async |tx| Ok(tx.run("drop table bench_write", vec![]).await?)).await?;
    }
    Ok(())
}

async fn settings(db: &Db) -> Result<String> {
    Ok(match db.engine() {
        Engine::Sqlite => "journal_mode=wal synchronous=full (the writer's own)".to_owned(),
        Engine::Postgres => {
            let (fsync, commit, pages): (String, String, String) = db
                .one("select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes')", vec![])
                .await?;
            format!("fsync={fsync} synchronous_commit={commit} full_page_writes={pages}")
        }
    })
}

async fn measure(db: &Db, writers: usize) -> Result<f64> {
    static NEXT: AtomicI64 = AtomicI64::new(0);
    let done = Arc::new(AtomicI64::new(0));
    let over = Arc::new(AtomicBool::new(false));
    let tasks: Vec<_> = (0..writers)
        .map(|_| {
            let (db, done, over) = (db.clone(), Arc::clone(&done), Arc::clone(&over));
            tokio::spawn(async move {
                while !over.load(Ordering::Relaxed) {
                    let first = NEXT.fetch_add(3, Ordering::Relaxed);
                    db.write(async |tx| {
                        for id in first..first + 3 {
                            tx.run("insert into bench_write (id, name) values ($1, $2)", args![id, "a name of usual length"]).await?;
                        }
                        Ok(())
                    })
                    .await?;
                    done.fetch_add(1, Ordering::Relaxed);
                }
                Ok::<_, Error>(())
            })
        })
        .collect();
    tokio::time::sleep(WARM_UP).await;
    let (from, begun, figures) = (done.load(Ordering::Relaxed), Instant::now(), db.writes());
    tokio::time::sleep(MEASURED).await;
    let (to, seconds, now) = (done.load(Ordering::Relaxed), begun.elapsed().as_secs_f64(), db.writes());
    over.store(true, Ordering::Relaxed);
    for task in tasks {
        task.await??;
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of seconds' work fits a double")]
    let (rate, group) = ((to - from) as f64 / seconds, (now.turns - figures.turns) as f64 / (now.commits - figures.commits).max(1) as f64);
    println!("  {writers:>2} writers: {rate:>9.0} durable writes a second, {group:.1} in a commit");
    Ok(rate)
}
