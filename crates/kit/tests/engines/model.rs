//! Random histories of many writers, held against a model that knows nothing of databases.
//!
//! Writers of one history share a few rows. Each write tells in a journal row that it is there, and notes beside it, in
//! the order of turns, what it read. Afterwards the journal says which writes were kept; it must hold every
//! acknowledged one and besides them only those whose caller was dropped after its last statement. Played back in
//! the order of turns, the kept writes must have read what the model says and must leave the table the model has.
//!
//! `DEDALUS_SEED=N` plays a run again; `DEDALUS_SOAK=1` goes on for a million writes on each engine.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use kit::args;
use kit::clock::Clock;
use kit::db::{Db, Engine, Hooks, News, Tx};
use kit::error::Error;

use crate::support::{Dice, Place, TODAY, dropped_after, run, schema};

const TABLES: &str = "
create table stock (history integer not null, item integer not null, n integer not null, primary key (history, item)) strict;
create table journal (id integer primary key, history integer not null) strict;
create index journal_by_history on journal (history);
";

/// How many items a history's writers quarrel about.
const ITEMS: u64 = 4;

#[derive(Debug, Clone, Copy)]
enum Step {
    /// Puts a number, whatever was there.
    Put(i64, i64),
    /// Reads, adds, writes back.
    Add(i64, i64),
    /// Takes from one and gives to another, if there is enough.
    Move(i64, i64, i64),
    /// Away with it, if it is there.
    Delete(i64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Kept,
    /// The rule said no, after something was written.
    Refused,
    /// A statement fails and its error is passed on.
    Failing,
    /// A statement fails and its error is swallowed.
    Swallowing,
    /// The caller is dropped after so many polls, at once or when it is woken.
    Dropped(u64, bool),
}

/// What a write was when its closure came to its end.
#[derive(Debug, Clone)]
struct Said {
    id: i64,
    steps: Vec<Step>,
    read: Vec<Option<i64>>,
}

/// What all histories of a run share.
struct Run {
    db: Db,
    next: AtomicI64,
    told: Mutex<HashSet<i64>>,
    writes: AtomicU64,
    kept: AtomicU64,
    dropped_kept: AtomicU64,
}

fn steps(dice: &mut Dice) -> Vec<Step> {
    let item = |dice: &mut Dice| i64::try_from(dice.below(ITEMS)).unwrap();
    let number = |dice: &mut Dice| i64::try_from(dice.below(10)).unwrap();
    (0..=dice.below(2))
        .map(|_| match dice.below(6) {
            0 => Step::Put(item(dice), number(dice)),
            1 | 2 => Step::Add(item(dice), number(dice)),
            3 | 4 => Step::Move(item(dice), item(dice), number(dice)),
            _ => Step::Delete(item(dice)),
        })
        .collect()
}

/// The model: what a step reads and leaves.
fn play(model: &mut BTreeMap<i64, i64>, step: Step, read: &mut Vec<Option<i64>>) {
    match step {
        Step::Put(item, n) => _ = model.insert(item, n),
        Step::Add(item, n) => {
            read.push(model.get(&item).copied());
            *model.entry(item).or_insert(0) += n;
        }
        Step::Move(from, to, n) => {
            let have = model.get(&from).copied();
            read.push(have);
            if have.is_some_and(|have| have >= n) {
                *model.entry(from).or_insert(0) -= n;
                *model.entry(to).or_insert(0) += n;
            }
        }
        Step::Delete(item) => read.push(model.remove(&item).map(|_| 1)),
    }
}

/// The same step in the database.
async fn act(tx: &mut Tx, history: i64, step: Step, read: &mut Vec<Option<i64>>) -> kit::Result<()> {
    const PUT: &str = "insert into stock (history, item, n) values ($1, $2, $3) on conflict (history, item) do update set n = excluded.n";
    const ADD: &str =
        "insert into stock (history, item, n) values ($1, $2, $3) on conflict (history, item) do update set n = stock.n + excluded.n";
    const GET: &str = "select n from stock where history = $1 and item = $2";
    match step {
        Step::Put(item, n) => _ = tx.run(PUT, args![history, item, n]).await?,
        Step::Add(item, n) => {
            let have = tx.maybe::<(i64,)>(GET, args![history, item]).await?.map(|(n,)| n);
            read.push(have);
            tx.run(PUT, args![history, item, have.unwrap_or(0) + n]).await?;
        }
        Step::Move(from, to, n) => {
            let have = tx.maybe::<(i64,)>(GET, args![history, from]).await?.map(|(n,)| n);
            read.push(have);
            if have.is_some_and(|have| have >= n) {
                tx.run(ADD, args![history, from, -n]).await?;
                tx.run(ADD, args![history, to, n]).await?;
            }
        }
        Step::Delete(item) => {
            let gone: Option<(i64,)> = tx
                .maybe("delete from stock where history = $1 and item = $2 returning cast(1 as bigint) as one", args![history, item])
                .await?;
            read.push(gone.map(|(one,)| one));
        }
    }
    Ok(())
}

/// One writer's write; tells whether it was acknowledged.
async fn write(run: &Run, history: i64, said: &Mutex<Vec<Said>>, id: i64, steps: &[Step], end: End) -> Option<bool> {
    let write = run.db.write(async |tx| {
        let mut read = Vec::new();
        for step in steps {
            act(tx, history, *step, &mut read).await?;
        }
        tx.run("insert into journal (id, history) values ($1, $2)", args![id, history]).await?;
        tx.touch(id.to_string());
        match end {
            End::Refused => return Err(Error::Conflict("refused")),
            End::Failing => _ = tx.run("insert into journal (id, history) values ($1, $2)", args![id, history]).await?,
            End::Swallowing => _ = tx.run("insert into journal (id, history) values ($1, $2)", args![id, history]).await,
            End::Kept | End::Dropped(..) => {}
        }
        // In its turn, so in the order of turns.
        said.lock().unwrap().push(Said { id, steps: steps.to_vec(), read });
        Ok(())
    });
    let answer = match end {
        End::Dropped(polls, at_wake) => dropped_after(polls, at_wake, write).await?,
        _ => write.await,
    };
    let as_expected = match (&answer, end) {
        (Ok(()), End::Kept | End::Dropped(..)) | (Err(Error::Conflict("refused")), End::Refused) => true,
        (Err(Error::Violation(_)), End::Failing) | (Err(Error::Internal(_)), End::Swallowing) => true,
        // The connection was cut, or the machine was so slow that a turn was ended.
        (Err(Error::Busy), _) => true,
        _ => false,
    };
    assert!(as_expected, "{end:?} ended in {answer:?}");
    Some(answer.is_ok())
}

fn an_end(dice: &mut Dice) -> End {
    match dice.below(12) {
        0 => End::Refused,
        1 => End::Failing,
        2 => End::Swallowing,
        3..=5 => End::Dropped(dice.below(10), dice.chance(2)),
        _ => End::Kept,
    }
}

async fn history(run: Arc<Run>, history: i64, seed: u64) {
    let mut dice = Dice::new(seed);
    let said: Arc<Mutex<Vec<Said>>> = Arc::default();
    let mut acknowledged = BTreeSet::new();
    let mut refused = BTreeSet::new();
    let mut before = BTreeMap::new();
    for _ in 0..=dice.below(2) {
        let writers: Vec<_> = (0..2 + dice.below(4))
            .map(|_| {
                let (run, said) = (Arc::clone(&run), Arc::clone(&said));
                let mut dice = Dice::new(dice.next());
                tokio::spawn(async move {
                    let (mut yes, mut no) = (Vec::new(), Vec::new());
                    for _ in 0..=dice.below(3) {
                        let id = run.next.fetch_add(1, Ordering::Relaxed);
                        run.writes.fetch_add(1, Ordering::Relaxed);
                        let (steps, end) = (steps(&mut dice), an_end(&mut dice));
                        match write(&run, history, &said, id, &steps, end).await {
                            Some(true) => {
                                assert!(run.told.lock().unwrap().contains(&id), "answered before the news");
                                yes.push(id);
                            }
                            Some(false) => no.push(id),
                            None => {}
                        }
                        if dice.chance(3) {
                            tokio::task::yield_now().await;
                        }
                    }
                    (yes, no)
                })
            })
            .collect();
        for writer in writers {
            let (yes, no) = writer.await.unwrap();
            acknowledged.extend(yes);
            refused.extend(no);
        }
        // A turn of our own: after it every dropped caller's fate is decided.
        while run.db.write(async |_| Ok(())).await.is_err() {}
        let said = said.lock().unwrap().clone();
        before = compare(&run, history, &said, &acknowledged, &refused).await;
    }
    let total: i64 = before.values().sum();
    let (found,): (i64,) =
        run.db.one("select cast(coalesce(sum(n), 0) as bigint) as n from stock where history = $1", args![history]).await.unwrap();
    assert_eq!(found, total);
}

/// Holds the table against the model, which is made of what the journal says was kept.
async fn compare(run: &Run, history: i64, said: &[Said], acknowledged: &BTreeSet<i64>, refused: &BTreeSet<i64>) -> BTreeMap<i64, i64> {
    let journal: Vec<(i64,)> = run.db.all("select id from journal where history = $1", args![history]).await.unwrap();
    let journal: BTreeSet<i64> = journal.into_iter().map(|(id,)| id).collect();
    let missing: Vec<_> = acknowledged.difference(&journal).collect();
    assert!(missing.is_empty(), "history {history}: acknowledged and not there: {missing:?}");
    let undead: Vec<_> = refused.intersection(&journal).collect();
    assert!(undead.is_empty(), "history {history}: refused and there: {undead:?}");
    let mut model = BTreeMap::new();
    let mut played = BTreeSet::new();
    for said in said.iter().filter(|said| journal.contains(&said.id)) {
        let mut read = Vec::new();
        for step in &said.steps {
            play(&mut model, *step, &mut read);
        }
        assert_eq!(read, said.read, "history {history}: write {} read something else than the model has: {:?}", said.id, said.steps);
        played.insert(said.id);
    }
    assert_eq!(played, journal, "history {history}: half a write is there");
    {
        let told = run.told.lock().unwrap();
        assert!(journal.iter().all(|id| told.contains(id)), "history {history}: kept without news");
    }
    let table: Vec<(i64, i64)> = run.db.all("select item, n from stock where history = $1", args![history]).await.unwrap();
    assert_eq!(table.into_iter().collect::<BTreeMap<_, _>>(), model, "history {history}: the table is not the model");
    let kept = u64::try_from(journal.len()).unwrap();
    run.kept.fetch_add(kept, Ordering::Relaxed);
    run.dropped_kept.fetch_add(kept - u64::try_from(acknowledged.len()).unwrap(), Ordering::Relaxed);
    model
}

async fn histories(place: &Place) {
    let seed = Dice::seed(&format!("histories on {:?}", place.engine));
    let soak = std::env::var("DEDALUS_SOAK").is_ok_and(|value| value == "1");
    let run: Arc<std::sync::OnceLock<Arc<Run>>> = Arc::default();
    let hooks = Hooks {
        after_commit: {
            let run = Arc::clone(&run);
            Arc::new(move |news| {
                let Some(run) = run.get() else { return };
                for item in news {
                    if let News::Touched(id) = item {
                        run.told.lock().unwrap().insert(id.parse().unwrap());
                    }
                }
            })
        },
        ..Hooks::quiet(Clock::still(TODAY))
    };
    let db = place.open_with("town", hooks).await;
    schema(&[TABLES]).apply(&db).await.unwrap();
    let all = Arc::new(Run {
        db: db.clone(),
        next: AtomicI64::new(1),
        told: Mutex::default(),
        writes: AtomicU64::new(0),
        kept: AtomicU64::new(0),
        dropped_kept: AtomicU64::new(0),
    });
    assert!(run.set(Arc::clone(&all)).is_ok());
    let begun = Instant::now();
    let mut dice = Dice::new(seed);
    let mut number = 0;
    let before = db.writes();
    while number < 2000 || (soak && all.writes.load(Ordering::Relaxed) < 1_000_000) {
        // Several histories at once, so that their turns share commits.
        let several: Vec<_> = (0..8)
            .map(|_| {
                number += 1;
                tokio::spawn(history(Arc::clone(&all), number, dice.next()))
            })
            .collect();
        if place.engine == Engine::Postgres && number % 400 == 0 {
            cut(&db).await;
        }
        for one in several {
            one.await.unwrap();
        }
        if soak && number % 8000 == 0 {
            println!("{number} histories, {} writes, {:?}", all.writes.load(Ordering::Relaxed), begun.elapsed());
        }
    }
    let told = all.told.lock().unwrap().len();
    let (journal,): (i64,) = db.one("select count(*) as n from journal", vec![]).await.unwrap();
    assert_eq!(told, usize::try_from(journal).unwrap(), "news of something that was not committed");
    let after = db.writes();
    println!(
        "{number} histories with {} writes in {:?}: {} kept, {} of them with their caller gone; {:.1} turns in a commit",
        all.writes.load(Ordering::Relaxed),
        begun.elapsed(),
        journal,
        all.dropped_kept.load(Ordering::Relaxed),
        f64::from(u32::try_from(after.turns - before.turns).unwrap()) / f64::from(u32::try_from(after.commits - before.commits).unwrap()),
    );
    assert!(all.dropped_kept.load(Ordering::Relaxed) > 0, "no drop came late enough");
}

/// Cuts the writer's connection somewhere in the middle.
async fn cut(db: &Db) {
    tokio::time::sleep(Duration::from_micros(700)).await;
    let _ = db.write(async |tx| Ok(tx.maybe::<(bool,)>("select pg_terminate_backend(pg_backend_pid())", vec![]).await?)).await;
}

#[test]
fn random_histories_agree_with_the_model_on_sqlite() {
    run(Engine::Sqlite, async |place: &Place| histories(place).await);
}

#[test]
fn random_histories_agree_with_the_model_on_postgres() {
    run(Engine::Postgres, async |place: &Place| histories(place).await);
}
