//! The town's schema on both engines, and the settings' example.

use std::path::Path;

use dedalus::schema::SCHEMA;
use kit::clock::Clock;
use kit::db::{Db, Hooks};

use crate::support::{On, fresh_database, postgres_admin, the_day};

/// Tables whose shape differs on purpose: the search's index is part of the table on one engine and beside it on the other.
const OWN_SHAPE: &[&str] = &["search_doc.terms_vector"];

async fn both() -> (Db, Db, Option<String>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let hooks = || Hooks::quiet(Clock::still(the_day()));
    let (sqlite, _) = fresh_database(On::Sqlite, folder.path()).await;
    let (postgres, name) = fresh_database(On::Postgres, folder.path()).await;
    let sqlite = Db::open(&sqlite.parse().unwrap(), 1, hooks()).await.unwrap();
    let postgres = Db::open(&postgres.parse().unwrap(), 1, hooks()).await.unwrap();
    (sqlite, postgres, name, folder)
}

#[tokio::test(flavor = "multi_thread")]
async fn both_engines_have_the_same_tables() {
    let (sqlite, postgres, name, _folder) = both().await;
    let differences = kit::db::parity::compare(&sqlite, &postgres, OWN_SHAPE).await.unwrap();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    sqlite
        .write(async |tx| Ok(tx.run("create table stray (id integer primary key, word text) strict", vec![]).await.map(drop)?))
        .await
        .unwrap();
    assert!(!kit::db::parity::compare(&sqlite, &postgres, OWN_SHAPE).await.unwrap().is_empty(), "a table on one side only is seen");
    drop((sqlite, postgres));
    postgres_admin(&format!("drop database {} with (force)", name.unwrap())).await;
}

#[test]
fn migrations_are_numbered_without_gaps() {
    let numbers: Vec<i64> = SCHEMA.0.iter().map(|migration| migration.number).collect();
    assert_eq!(numbers, (1..=i64::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());
}

#[test]
fn no_constraint_waits_for_the_commit() {
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations")).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap().to_lowercase();
        assert!(!text.contains("deferr"), "{}: a group of writes must not fail at its commit for one of them", path.display());
    }
}
