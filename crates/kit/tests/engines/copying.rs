//! A town moves from one engine to the other and back, and arrives whole.

use std::time::Duration;

use kit::args;
use kit::clock::Clock;
use kit::db::{Db, Engine, Hooks, Loose, Migration, MigrationText, Schema, Value, copy};
use kit::events::{Event, record};
use kit::jobs::{NewJob, enqueue};
use kit::schema::{ENGINE_ROOM, SEARCH};

use crate::on_both;
use crate::support::{Dice, Place, count};

const TOWN: Schema = Schema(&[
    ENGINE_ROOM,
    SEARCH,
    Migration {
        number: 3,
        name: "test",
        text: MigrationText::Both(
            "create table child (id integer primary key, kinds text not null) strict;
create table kinds (id integer primary key, i integer, r real, t text, b blob) strict;
create table by_text (word text not null, lang text not null, n integer, primary key (word, lang)) strict;
create table by_blob (hash blob not null primary key, n integer) strict;
create table parent (id integer primary key, name text not null unique) strict;
create table editor (page_id integer not null references parent (id), person_id integer not null, primary key (page_id, person_id)) strict;
create table empty (id integer primary key, \"order\" text) strict;
alter table child add column parent_id integer references parent (id);",
        ),
    },
]);

const TABLES: &[&str] = &["event", "job", "recurring", "search_doc", "child", "kinds", "by_text", "by_blob", "parent", "editor", "empty"];

fn a_text(dice: &mut Dice) -> String {
    const SIGNS: &[char] = &['a', 'Z', '\'', '"', '\\', '\n', '\t', 'é', 'ß', '中', '🎭', '\u{301}', '\u{10ffff}', ' ', '%', '$'];
    (0..dice.below(12)).map(|_| SIGNS[usize::try_from(dice.below(16)).unwrap()]).collect()
}

fn some_bytes(dice: &mut Dice) -> Vec<u8> {
    (0..dice.below(40)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect()
}

fn an_int(dice: &mut Dice) -> i64 {
    match dice.below(4) {
        0 => i64::MAX,
        1 => i64::MIN,
        2 => i64::try_from(dice.below(100)).unwrap(),
        _ => dice.next().cast_signed(),
    }
}

fn a_double(dice: &mut Dice) -> f64 {
    let number = f64::from_bits(dice.next());
    if number.is_nan() { 0.1 } else { number }
}

/// Fills every table with rows in no order.
async fn fill(db: &Db, dice: &mut Dice, rows: i64) {
    for chunk in 0..rows / 20 {
        db.write(async |tx| {
            for id in (chunk * 20..(chunk + 1) * 20).rev() {
                let maybe = |dice: &mut Dice, value: Value| if dice.chance(4) { Value::Null } else { value };
                let (i, r, t, b) = (an_int(dice).into(), a_double(dice).into(), a_text(dice).into(), some_bytes(dice).into());
                let kinds = vec![
                    Value::Int(if id == 0 {
                        i64::MIN
                    } else if id == 1 {
                        i64::MAX
                    } else {
                        id * 7 - 1000
                    }),
                    maybe(dice, i),
                    maybe(dice, r),
                    maybe(dice, t),
                    maybe(dice, b),
                ];
                tx.run("insert into kinds (id, i, r, t, b) values ($1, $2, $3, $4, $5)", kinds).await?;
                tx.run(
                    "insert into by_text (word, lang, n) values ($1, $2, $3)",
                    args![format!("{}{}", a_text(dice), id / 2), ["it", "en"][usize::try_from(id % 2).unwrap()], id],
                )
                .await?;
                let mut hash = some_bytes(dice);
                hash.extend(id.to_be_bytes());
                tx.run("insert into by_blob (hash, n) values ($1, $2)", args![hash, id]).await?;
                tx.run("insert into parent (id, name) values ($1, $2)", args![id, format!("name {id}")]).await?;
                tx.run("insert into child (id, kinds, parent_id) values ($1, 'x', $2)", args![id, (id % 3 != 0).then_some(id)]).await?;
                tx.run("insert into editor (page_id, person_id) values ($1, $2), ($1, $3)", args![id, -id, id + 5]).await?;
            }
            record(
                tx,
                Event { kind: "x.y", actor: None, subject_kind: "x", subject: chunk, data: serde_json::json!({"a": "🎭"}), touches: &[] },
            )
            .await?;
            enqueue(tx, NewJob::new("x", serde_json::json!([1])).once(format!("once {chunk}"))).await?;
            tx.run(
                "insert into search_doc (id, kind, scope, at, analyser, terms) values ($1, 'post', 'all', 1, 1, $2)",
                args![chunk, format!("carnevale giorno{chunk}")],
            )
            .await?;
            Ok(())
        })
        .await
        .unwrap();
    }
}

/// Every row of every table, sorted by its text.
async fn everything(db: &Db) -> Vec<String> {
    let mut all = Vec::new();
    for table in TABLES {
        let columns: Vec<(String, String, i64, i64)> = db.all(db.engine().columns(), args![*table]).await.unwrap();
        assert!(!columns.is_empty(), "{table}");
        let names: Vec<String> = columns.into_iter().map(|(name, ..)| name).collect();
        let rows: Vec<Loose> = db
            .all(format!("select {} from {table}", names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")), vec![])
            .await
            .unwrap();
        let mut lines: Vec<String> = rows.into_iter().map(|Loose(row)| format!("{table} {row:?}")).collect();
        lines.sort();
        all.extend(lines);
    }
    all
}

/// The documents that the text index finds.
async fn found(db: &Db, word: &str) -> Vec<(i64,)> {
    let search = db.engine().search();
    let query = search.query(&[word.to_owned()], false).unwrap();
    db.all(format!("{} order by 1", search.ids), args![query]).await.unwrap()
}

fn same(one: &[String], other: &[String]) {
    assert_eq!(one.len(), other.len());
    for (one, other) in one.iter().zip(other) {
        assert_eq!(one, other);
    }
}

fn quiet() -> Hooks {
    Hooks::quiet(Clock::still(crate::support::TODAY))
}

/// The other engine beside a test's own.
fn across(place: &Place) -> Place {
    Place::new(if place.engine == Engine::Sqlite { Engine::Postgres } else { Engine::Sqlite })
}

on_both! {
    async fn there_and_back_again_every_row_is_the_same(place) {
        let mut dice = Dice::new(Dice::seed("round trip"));
        let other = across(place);
        let home = place.open_with("home", quiet()).await;
        TOWN.apply(&home).await.unwrap();
        fill(&home, &mut dice, 1000).await;
        let abroad = other.open_with("abroad", quiet()).await;
        let back = place.open_with("back", quiet()).await;
        let mut told = Vec::new();
        let copied = copy(&home, &abroad, TOWN, |copied| told.push(copied.table.clone())).await.unwrap();
        assert_eq!(copied.iter().map(|copied| copied.table.clone()).collect::<Vec<_>>(), told);
        assert_eq!(copied.iter().find(|copied| copied.table == "editor").unwrap().rows, 2000);
        let placed = |name: &str| told.iter().position(|table| table == name).unwrap();
        assert!(placed("parent") < placed("child") && placed("parent") < placed("editor"));
        copy(&abroad, &back, TOWN, |_| {}).await.unwrap();
        let first = everything(&home).await;
        same(&first, &everything(&abroad).await);
        same(&first, &everything(&back).await);
        for db in [&abroad, &back] {
            assert_eq!(found(db, "giorno7").await, [(7,)]);
            assert_eq!(found(db, "carnevale").await.len(), 50);
            assert_eq!(TOWN.check(db).await.unwrap(), 3);
            // The new home is lived in at once.
            db.write(async |tx| Ok(tx.run("insert into parent (id, name) values (-1, 'new')", vec![]).await?)).await.unwrap();
        }
        other.end().await;
    }

    async fn a_copy_that_is_killed_goes_on_where_it_stopped(place) {
        let mut dice = Dice::new(Dice::seed("killed copies"));
        let other = across(place);
        let home = place.open_with("home", quiet()).await;
        TOWN.apply(&home).await.unwrap();
        fill(&home, &mut dice, 1500).await;
        let abroad = other.open_with("abroad", quiet()).await;
        let (mut killed, mut patience) = (0, 2000);
        loop {
            let limit = Duration::from_micros(dice.below(patience));
            match tokio::time::timeout(limit, copy(&home, &abroad, TOWN, |_| {})).await {
                Ok(Ok(_)) => break,
                // The last kill fell between the last commit and its answer: the copy is whole.
                Ok(Err(error)) if error.to_string().contains("the target is not empty") => break,
                Ok(Err(error)) => panic!("{error}"),
                Err(_) => killed += 1,
            }
            patience += 2000;
        }
        println!("killed {killed} times");
        assert!(killed > 2);
        same(&everything(&home).await, &everything(&abroad).await);
        assert!(abroad.all::<(String,)>("select name from copy_progress", vec![]).await.is_err());
        other.end().await;
    }

    async fn a_target_with_rows_is_refused(place) {
        let other = across(place);
        let (home, abroad) = (place.open_with("home", quiet()).await, other.open_with("abroad", quiet()).await);
        TOWN.apply(&home).await.unwrap();
        TOWN.apply(&abroad).await.unwrap();
        abroad.write(async |tx| Ok(tx.run("insert into parent (id, name) values (1, 'lived in')", vec![]).await?)).await.unwrap();
        let error = copy(&home, &abroad, TOWN, |_| {}).await.unwrap_err().to_string();
        assert!(error.contains("the target is not empty: its table parent has rows. Copy into a new database."), "{error}");
        assert_eq!(count(&abroad, "parent").await, 1);
        other.end().await;
    }

    async fn a_source_of_another_age_is_refused(place) {
        let other = across(place);
        let (home, abroad) = (place.open_with("home", quiet()).await, other.open_with("abroad", quiet()).await);
        Schema(&[ENGINE_ROOM]).apply(&home).await.unwrap();
        let error = copy(&home, &abroad, TOWN, |_| {}).await.unwrap_err().to_string();
        assert!(error.contains("the source stands at step 1 of 3: run `dedalus migrate` on it first"), "{error}");
        other.end().await;
    }

    async fn a_source_that_is_written_to_meanwhile_is_noticed(place) {
        let mut dice = Dice::new(Dice::seed("changing source"));
        let other = across(place);
        let (home, abroad) = (place.open_with("home", quiet()).await, other.open_with("abroad", quiet()).await);
        TOWN.apply(&home).await.unwrap();
        fill(&home, &mut dice, 1000).await;
        // Killed when `kinds` is partly there; then a row disappears that was copied already.
        let mut patience = 1000;
        loop {
            let limit = Duration::from_micros(patience);
            let killed = tokio::time::timeout(limit, copy(&home, &abroad, TOWN, |_| {})).await.is_err();
            assert!(killed, "the copy was over before it could be killed");
            let there: Result<(i64,), _> = abroad.one("select count(*) as n from kinds", vec![]).await;
            if there.is_ok_and(|(n,)| n > 0) {
                break;
            }
            patience += 1000;
        }
        home.write(async |tx| Ok(tx.run("delete from kinds where id = $1", args![i64::MIN]).await?)).await.unwrap();
        let error = copy(&home, &abroad, TOWN, |_| {}).await.unwrap_err().to_string();
        assert!(error.contains("kinds: 999 rows in the source, 1000 in the target. Was the source still being written to?"), "{error}");
        other.end().await;
    }
}
