//! On SQLite, and on PostgreSQL too when `DEDALUS_TEST_PG` names a cluster.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;
use crate::clock::Clock;
use crate::db::{Address, Hooks, Schema};
use crate::schema::{ENGINE_ROOM, SEARCH};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

static SCHEMA: Schema = Schema(&[ENGINE_ROOM, SEARCH]);
static SCHEMAS: AtomicU32 = AtomicU32::new(0);

/// A database of a test's own, and the folder it lies in.
struct House {
    db: Db,
    _folder: tempfile::TempDir,
}

async fn open(address: &str) -> Db {
    let address: Address = address.parse().unwrap();
    Db::open(&address, 2, Hooks::quiet(Clock::real())).await.unwrap()
}

async fn houses() -> Vec<House> {
    let folder = tempfile::tempdir().unwrap();
    let mut houses = vec![House { db: open(&format!("sqlite:{}", folder.path().join("town.db").display())).await, _folder: folder }];
    if let Ok(cluster) = std::env::var("DEDALUS_TEST_PG") {
        let name = format!("search_{}_{}", std::process::id(), SCHEMAS.fetch_add(1, Ordering::Relaxed));
        let make = format!("create schema {name}");
        open(&cluster).await.write(async |tx| Ok(tx.batch(&make).await?)).await.unwrap();
        let join = if cluster.contains('?') { '&' } else { '?' };
        let db = open(&format!("{cluster}{join}options=-csearch_path%3D{name}")).await;
        houses.push(House { db, _folder: tempfile::tempdir().unwrap() });
    }
    for house in &houses {
        SCHEMA.apply(&house.db).await.unwrap();
    }
    houses
}

fn on_both(test: impl AsyncFn(Db)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        for house in houses().await {
            test(house.db.clone()).await;
        }
    });
}

async fn add(db: &Db, id: i64, kind: &str, scope: &str, text: &str) {
    let at = Time::from_micros(id);
    db.write(async |tx| put(tx, Document { id, kind, scope, at, text }, Lang::It).await).await.unwrap();
}

fn ask(query: &str) -> Ask<'_> {
    let order = Order::Recency { before: None };
    Ask { query, lang: Lang::It, open_end: false, kinds: &[], scopes: &[], from: None, until: None, also: None, order, limit: 50 }
}

async fn ids(db: &Db, ask: Ask<'_>) -> Vec<i64> {
    find(db, ask).await.unwrap().into_iter().map(|hit| hit.id).collect()
}

#[test]
fn what_was_written_is_found_newest_first_and_by_pages() {
    on_both(async |db| {
        for id in 1..=5 {
            add(&db, id, "post", "public", &format!("L’ufficio numero {id} è aperto")).await;
        }
        add(&db, 6, "service", "public", "Gli uffici dell'anagrafe").await;
        assert_eq!(ids(&db, ask("uffici")).await, [6, 5, 4, 3, 2, 1]);
        assert_eq!(ids(&db, Ask { kinds: &["post"], limit: 2, ..ask("ufficio") }).await, [5, 4]);
        assert_eq!(ids(&db, Ask { order: Order::Recency { before: Some(4) }, limit: 2, ..ask("ufficio") }).await, [3, 2]);
        assert_eq!(ids(&db, ask("ufficio 3")).await, [3]);
        assert_eq!(ids(&db, ask("anagraf")).await, [6]);
        assert_eq!(ids(&db, Ask { open_end: true, ..ask("anag") }).await, [6]);
        assert_eq!(ids(&db, Ask { from: Some(3), until: Some(5), ..ask("ufficio") }).await, [4, 3]);
        let also = Also { sql: "d.id in ($2, $3)", args: &[5.into(), 2.into()] };
        for order in [Order::Recency { before: None }, Order::Relevance { skip: 0 }] {
            let mut found = ids(&db, Ask { also: Some(also), order, ..ask("ufficio") }).await;
            found.sort_unstable();
            assert_eq!(found, [2, 5]);
        }
        assert!(ids(&db, ask("anag")).await.is_empty());
        assert!(ids(&db, ask("il di della")).await.is_empty());
        assert_eq!(find(&db, ask("anagrafe")).await.unwrap(), [Hit { id: 6, kind: "service".into() }]);
    });
}

#[test]
fn what_is_changed_or_removed_is_found_no_more() {
    on_both(async |db| {
        add(&db, 1, "post", "public", "ponte chiuso").await;
        add(&db, 1, "post", "public", "ponte aperto").await;
        assert!(ids(&db, ask("chiuso")).await.is_empty());
        assert_eq!(ids(&db, ask("aperto")).await, [1]);
        db.write(async |tx| remove(tx, 1).await).await.unwrap();
        db.write(async |tx| remove(tx, 1).await).await.unwrap();
        assert!(ids(&db, ask("ponte")).await.is_empty());
        let again = async |kind| db.write(async |tx| outdated(tx, kind, 10).await).await.unwrap();
        add(&db, 2, "post", "public", "ponte").await;
        assert!(again("post").await.is_empty());
        db.write(async |tx| Ok(tx.run("update search_doc set analyser = analyser - 1", vec![]).await?)).await.unwrap();
        assert_eq!(again("post").await, [2]);
        assert!(again("note").await.is_empty(), "each domain reads its own again");
    });
}

#[test]
fn only_the_scopes_asked_for_are_searched() {
    on_both(async |db| {
        add(&db, 1, "post", "public", "bilancio").await;
        add(&db, 2, "note", "office:7", "bilancio").await;
        add(&db, 3, "note", "office:8", "bilancio").await;
        assert_eq!(ids(&db, Ask { scopes: &["public", "office:7"], ..ask("bilancio") }).await, [2, 1]);
    });
}

#[test]
fn the_best_come_first_by_relevance() {
    on_both(async |db| {
        add(&db, 1, "post", "public", "carnevale carnevale carnevale").await;
        for id in 2..8 {
            add(&db, id, "post", "public", &format!("{} carnevale", "altre parole ancora ".repeat(10))).await;
        }
        let best = |skip, limit| Ask { order: Order::Relevance { skip }, limit, ..ask("carnevale") };
        assert_eq!(ids(&db, best(0, 1)).await, [1]);
        assert_eq!(ids(&db, best(1, 50)).await.len(), 6);
        assert_eq!(ids(&db, Ask { kinds: &["other"], ..best(0, 9) }).await.len(), 0);
    });
}

#[test]
fn a_noun_puts_the_condition_into_its_own_query() {
    on_both(async |db| {
        add(&db, 1, "post", "public", "la città").await;
        let Matching { ids, query } = matching(db.engine(), "citta", Lang::It, false).unwrap();
        let text = format!("select e.id from search_doc e where e.id in ({ids}) and e.kind = $2");
        assert_eq!(db.all::<(i64,)>(text, args![query, "post"]).await.unwrap(), [(1,)]);
        assert_eq!(matching(db.engine(), "'\"*:", Lang::It, true), None);
    });
}

#[test]
fn hostile_queries_find_nothing_and_break_nothing() {
    on_both(async |db| {
        add(&db, 1, "post", "public", "niente di che").await;
        for query in [
            "' or 1=1 --",
            "\" OR *",
            "NEAR(a b)",
            "a:b & !c | (d",
            "\\",
            "terms:niente*",
            "x'); drop table search_doc; --",
            "\0",
            "-niente^2",
        ] {
            let _ = ids(&db, ask(query)).await;
            let _ = ids(&db, Ask { order: Order::Relevance { skip: 0 }, open_end: true, ..ask(query) }).await;
        }
        assert_eq!(ids(&db, ask("niente")).await, [1]);
    });
}

#[test]
fn mistyped_names_are_found() {
    on_both(async |db| {
        for (id, name) in [(1, "Anna Rossi"), (2, "Giovanni D’Amico"), (3, "Annalisa Russo")] {
            db.write(async |tx| put_trigrams(tx, "person", id, name).await).await.unwrap();
        }
        db.write(async |tx| put_trigrams(tx, "office", 4, "Anna Rossi").await).await.unwrap();
        let first = async |query| similar(&db, "person", query, 5).await.unwrap().first().map(|(id, _)| *id);
        assert_eq!(first("ana rosi").await, Some(1));
        assert_eq!(first("giovani damico").await, Some(2));
        assert_eq!(first("ANNALÌSA").await, Some(3));
        assert_eq!(first("zzz").await, None);
        assert_eq!(first("").await, None);
        db.write(async |tx| put_trigrams(tx, "person", 1, "Un nome molto lungo di tante parole diverse e curiose").await).await.unwrap();
        assert_eq!(similar(&db, "person", "russi", 5).await.unwrap(), [(3, 4)]);
        db.write(async |tx| remove_trigrams(tx, "person", 1).await).await.unwrap();
        assert_eq!(first("curiose").await, None);
    });
}

#[test]
fn somebody_with_a_name_of_many_is_found_by_it() {
    on_both(async |db| {
        // One Maria Rossi who came first, and 600 people whose names share every group of letters with hers but one word's.
        let rows: Vec<(i64, &str)> = std::iter::once((1, "Maria Rossi"))
            .chain((2..=601).map(|id| (id, if id % 2 == 0 { "Maria Russo" } else { "Mario Rossi" })))
            .collect();
        for some in rows.chunks(100) {
            db.write(async |tx| {
                for (id, name) in some {
                    put_trigrams(tx, "person", *id, name).await?;
                }
                Ok(())
            })
            .await
            .unwrap();
        }
        let found = similar(&db, "person", "maria rossi", 3).await.unwrap();
        assert_eq!(found.first(), Some(&(1, 12)), "{found:?}");
        assert_eq!(found.len(), 3, "others who share much stand behind: {found:?}");
    });
}

#[test]
fn both_engines_find_the_same() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let houses = runtime.block_on(houses());
    let word = prop_oneof![
        4 => "[a-e]{1,3}",
        2 => proptest::sample::select(vec!["l'ufficio", "uffici", "città", "citta", "1e5", "0x1f", "12.5", "-7", "a@b.it", "http://a.it/b?c", "x_y", "3ª", "½", "ǅ", "ﬁne", "площадь", "広場", "ไทย", "हिन्दी", "𝔘𝔫", "😀", "ᏣᎳᎩ", "e\u{301}", "a\u{ad}b"]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let text = proptest::collection::vec(word.clone(), 0..8).prop_map(|words| words.join(" "));
    let query = proptest::collection::vec(word, 1..3).prop_map(|words| words.join(" "));
    let strategy = (proptest::collection::vec(text, 1..6), proptest::collection::vec(query, 1..6), any::<bool>());
    let mut runner = TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) });
    let outcome = runner.run(&strategy, |(texts, queries, open_end)| {
        runtime.block_on(async {
            for house in &houses {
                house
                    .db
                    .write(async |tx| {
                        tx.run("delete from search_doc", args![]).await?;
                        for (id, text) in (1..).zip(&texts) {
                            put(tx, Document { id, kind: "post", scope: "public", at: tx.now(), text }, Lang::It).await?;
                        }
                        Ok(())
                    })
                    .await
                    .unwrap();
            }
            for query in &queries {
                let wanted: Vec<String> = crate::text::analyser::query_terms(query, Lang::It);
                let model: Vec<i64> =
                    (1..).zip(&texts).filter(|(_, text)| !wanted.is_empty() && holds(text, &wanted, open_end)).map(|(id, _)| id).collect();
                for house in &houses {
                    let newest = ids(&house.db, Ask { open_end, ..ask(query) }).await;
                    let best = ids(&house.db, Ask { open_end, order: Order::Relevance { skip: 0 }, ..ask(query) }).await;
                    prop_assert_eq!(&newest, &model.iter().rev().copied().collect::<Vec<_>>(), "{} on {:?}", query, house.db.engine());
                    prop_assert_eq!(best.into_iter().collect::<BTreeSet<_>>(), model.iter().copied().collect::<BTreeSet<_>>());
                }
            }
            Ok(())
        })
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// What the search should find, without an engine.
fn holds(text: &str, wanted: &[String], open_end: bool) -> bool {
    let terms = crate::text::analyser::analyse(text, Lang::It);
    let has = |word: &str, open: bool| terms.iter().any(|term| if open { term.text.starts_with(word) } else { term.text == word });
    wanted.iter().enumerate().all(|(place, word)| has(word, open_end && place + 1 == wanted.len()))
}
