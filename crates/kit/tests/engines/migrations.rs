//! The line of migrations, and the same schema on both engines.

use kit::args;
use kit::db::{Applied, Engine, Migration, MigrationText, Schema, parity};

use crate::on_both;
use crate::support::{Place, ROOM, count, run, schema};

const ONE: &str = "create table a (id integer primary key, t text not null) strict;";
const TWO: &str = "alter table a add column n integer;\ninsert into a (id, t, n) values (1, 'x', 2);";

on_both! {
    async fn applying_twice_does_nothing(place) {
        let db = place.open().await;
        assert_eq!(ROOM.check(&db).await.unwrap(), 0);
        assert_eq!(ROOM.apply(&db).await.unwrap(), Applied { from: 0, to: 2 });
        assert_eq!(ROOM.apply(&db).await.unwrap(), Applied { from: 2, to: 2 });
        assert_eq!(ROOM.check(&db).await.unwrap(), 2);
    }

    async fn only_the_steps_that_are_missing_are_applied(place) {
        let db = place.open().await;
        schema(&[ONE]).apply(&db).await.unwrap();
        assert_eq!(schema(&[ONE, TWO]).apply(&db).await.unwrap(), Applied { from: 1, to: 2 });
        assert_eq!(schema(&[ONE, TWO]).apply(&db).await.unwrap(), Applied { from: 2, to: 2 });
        assert_eq!(count(&db, "a").await, 1);
    }

    async fn a_changed_past_is_refused(place) {
        let db = place.open().await;
        schema(&[ONE]).apply(&db).await.unwrap();
        let changed = schema(&["create table a (id integer primary key, t text) strict;", TWO]);
        let error = changed.apply(&db).await.unwrap_err().to_string();
        assert!(error.contains("step 1 (test) of this database is not the one this program knows"), "{error}");
        assert_eq!(count(&db, "schema_migration").await, 1);
    }

    async fn a_database_newer_than_the_program_is_refused_in_words(place) {
        let db = place.open().await;
        schema(&[ONE, TWO]).apply(&db).await.unwrap();
        for error in [schema(&[ONE]).check(&db).await.unwrap_err(), schema(&[ONE]).apply(&db).await.unwrap_err()] {
            let error = error.to_string();
            assert!(error.contains("this database is newer than this program: it stands at step 2 (test), the program knows 1."), "{error}");
            assert!(error.contains("Install the newer program, or restore the backup"), "{error}");
        }
    }

    async fn a_failing_step_leaves_nothing_behind(place) {
        let db = place.open().await;
        let failing = schema(&[
            ONE,
            "create table b (id integer primary key) strict;\ninsert into a (id, t) values (1, 'x');\ninsert into a (id, t) values (1, 'x');",
        ]);
        let error = failing.apply(&db).await.unwrap_err().to_string();
        assert!(error.contains("migration 2 (test)"), "{error}");
        assert_eq!(failing.check(&db).await.unwrap(), 1);
        assert_eq!(count(&db, "a").await, 0);
        assert!(db.all::<(i64,)>("select id from b", vec![]).await.is_err());
        // Put right, the line goes on from there.
        schema(&[ONE, "create table b (id integer primary key) strict;"]).apply(&db).await.unwrap();
        assert_eq!(count(&db, "b").await, 0);
    }

    async fn two_processes_may_start_at_once(place) {
        let dbs = [place.open().await, place.open().await, place.open().await];
        let tasks: Vec<_> = dbs.iter().cloned().map(|db| tokio::spawn(async move { ROOM.apply(&db).await })).collect();
        for task in tasks {
            assert_eq!(task.await.unwrap().unwrap().to, 2);
        }
        assert_eq!(count(&dbs[0], "schema_migration").await, 2);
    }

    async fn a_long_step_is_not_cut(place) {
        const LONG: Schema = Schema(&[Migration {
            number: 1,
            name: "long",
            text: MigrationText::Split {
                sqlite: "create table n (n integer primary key) strict; insert into n with recursive n(i) as \
                         (select 1 union all select i + 1 from n where i < 12000000) select max(i) from n;",
                postgres: "create table n (n bigint primary key); select pg_sleep(1.3); insert into n values (12000000);",
            },
        }]);
        let db = place.open().await;
        LONG.apply(&db).await.unwrap();
        assert_eq!(db.one::<(i64,)>("select n from n", vec![]).await.unwrap(), (12_000_000,));
    }

    async fn names_are_sorted_by_bytes(place) {
        let db = place.with(ONE).await;
        db.write(async |tx| {
            for (id, name) in (0..).zip(["b", "B", "a", "é", "Z", "z", "_", "É"]) {
                tx.run("insert into a (id, t) values ($1, $2)", args![id, name]).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
        let names: Vec<(String,)> = db.all("select t from a order by t", vec![]).await.unwrap();
        let names: Vec<String> = names.into_iter().map(|(name,)| name).collect();
        assert_eq!(names, ["B", "Z", "_", "a", "b", "z", "É", "é"]);
    }

    async fn a_constraint_that_could_wait_for_the_commit_is_found(place) {
        let db = place.open().await;
        ROOM.apply(&db).await.unwrap();
        assert_eq!(parity::deferrable(&db).await.unwrap(), Vec::<String>::new());
        let other = place.open_with("other", kit::db::Hooks::quiet(kit::clock::Clock::real())).await;
        schema(&["create table a (id integer primary key) strict;\n\
                  create table b (id integer primary key references a (id) deferrable initially deferred) strict;"])
        .apply(&other)
        .await
        .unwrap();
        assert_eq!(parity::deferrable(&other).await.unwrap().len(), 1);
    }
}

/// The differences between one schema on SQLite and another on PostgreSQL.
fn differences(ours: Schema, theirs: Schema, ignored: &'static [&'static str]) -> Vec<String> {
    let mut found = Vec::new();
    run(Engine::Sqlite, async |one: &Place| {
        let sqlite = one.open().await;
        ours.apply(&sqlite).await.unwrap();
        let found = &mut found;
        let other = Place::new(Engine::Postgres);
        let postgres = other.open().await;
        theirs.apply(&postgres).await.unwrap();
        *found = parity::compare(&sqlite, &postgres, ignored).await.unwrap();
        other.end().await;
    });
    found
}

#[test]
fn both_engines_have_the_engine_rooms_tables_columns_and_keys() {
    assert_eq!(differences(ROOM, ROOM, &[]), Vec::<String>::new());
}

#[test]
fn every_difference_between_two_schemas_is_found() {
    let base = "create table p (id integer primary key) strict;
create table a (
  id integer not null, page text not null, n integer, r real, b blob,
  p_id integer references p (id) on delete cascade,
  constraint n_small check (n < 9),
  primary key (page, id), unique (n, r)
) strict;
create unique index a_b on a (b) where n = 1;
create table q (id integer primary key, p_id integer not null references p (id)) strict;";
    assert_eq!(differences(schema(&[base]), schema(&[base]), &[]), Vec::<String>::new());
    for (was, is, expected) in [
        ("b blob,", "b text,", "column a.b"),
        ("page text not null,", "page integer not null,", "column a.page"),
        ("r real,", "r real not null,", "column a.r"),
        ("r real,", "r real, more text,", "column a.more"),
        ("primary key (page, id)", "primary key (id, page)", "column a.id"),
        ("primary key (page, id)", "primary key (id)", "column a.page"),
        ("unique (n, r)", "unique (r, n)", "unique key a(n,r)"),
        (", unique (n, r)", "", "unique key a(n,r)"),
        (" where n = 1", "", "unique key a(b of some rows)"),
        ("create unique index", "create index", "unique key a(b of some rows)"),
        ("constraint n_small check", "constraint n_tiny check", "check a(n_small)"),
        ("  constraint n_small check (n < 9),\n", "", "check a(n_small)"),
        (" on delete cascade", "", "reference a(p_id to p, cascade)"),
        (" references p (id) on delete", " references q (id) on delete", "reference a(p_id to p, cascade)"),
        ("create table q (id integer primary key, p_id integer not null references p (id)) strict;", "", "table q is only in"),
    ] {
        let other = base.replacen(was, is, 1);
        assert_ne!(base, other, "{was}");
        // A reference may need its table before it.
        let other = if is.contains("references q") {
            let q = "create table q (id integer primary key, p_id integer not null references p (id)) strict;";
            other.replace(q, "").replacen("create table a", &format!("{q}\ncreate table a"), 1)
        } else {
            other
        };
        let other: &'static str = Box::leak(other.into_boxed_str());
        let found = if was.len() % 2 == 0 {
            differences(schema(&[base]), schema(&[other]), &[])
        } else {
            differences(schema(&[other]), schema(&[base]), &[])
        };
        assert!(found.iter().any(|line| line.starts_with(expected)), "{was} → {is}: {found:?}");
    }
    // What one engine needs for itself is named and left out.
    let more: &'static str = Box::leak(
        format!("{base}\nalter table a add column own integer;\ncreate table own (id integer primary key) strict;").into_boxed_str(),
    );
    assert_eq!(differences(schema(&[base]), schema(&[more]), &["a.own", "own"]), Vec::<String>::new());
}

#[test]
fn a_check_without_a_name_is_a_difference() {
    let unnamed = schema(&["create table a (id integer primary key, n integer check (n < 9)) strict;"]);
    assert!(differences(unnamed, unnamed, &[]).iter().any(|line| line.contains("without a name")));
}

#[test]
fn text_in_another_order_is_a_difference() {
    const OURS: Schema =
        Schema(&[Migration { number: 1, name: "t", text: MigrationText::Both("create table a (id integer primary key, t text) strict;") }]);
    const THEIRS: Schema = Schema(&[Migration {
        number: 1,
        name: "t",
        text: MigrationText::Split { sqlite: "", postgres: "create table a (id bigint primary key, t text);" },
    }]);
    assert!(
        differences(OURS, THEIRS, &[]).iter().any(|line| line.contains("column a.t: text, may be null in Sqlite, text sorted by default"))
    );
}
