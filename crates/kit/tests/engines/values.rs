//! What goes in comes out, the same on both engines, and what cannot is refused in the same words.

use kit::args;
use kit::db::{Db, DbError, Value};
use kit::error::Error;

use crate::on_both;

const TABLES: &str = "create table v (id integer primary key, i integer, r real, t text, b blob) strict;";

kit::row! {
    #[derive(Debug, PartialEq)]
    struct Kinds {
        i: Option<i64>,
        r: Option<f64>,
        t: Option<String>,
        b: Option<Vec<u8>>,
    }
}

async fn put(db: &Db, id: i64, i: Option<i64>, r: Option<f64>, t: Option<String>, b: Option<Vec<u8>>) {
    db.write(async |tx| {
        Ok(tx.run("insert into v (id, i, r, t, b) values ($1, $2, $3, $4, $5)", args![id, i, r, t, b]).await.map(|n| assert_eq!(n, 1))?)
    })
    .await
    .unwrap();
}

fn told(error: &DbError) -> String {
    assert!(matches!(error, DbError::Sql(_) | DbError::Shape(_)), "{error:?}");
    error.to_string().split(" in: ").next().unwrap().to_owned()
}

on_both! {
    async fn parameters_may_stand_out_of_order_and_be_repeated(place) {
        let db = place.with(TABLES).await;
        let row: (i64, String, i64) = db
            .one("select cast($3 as bigint) as a, cast($1 as text) as b, cast($2 as bigint) + cast($3 as bigint) as c", args!["one", 20, 3])
            .await
            .unwrap();
        assert_eq!(row, (3, "one".to_owned(), 23));
        db.write(async |tx| {
            tx.run("insert into v (t, i, id) values ($3, $1, $2)", args![5, 1, "x"]).await?;
            let again: (i64,) = tx.one("select id from v where t = $2 and i = $1 and (t = $2 or i <> $1)", args![5, "x"]).await?;
            assert_eq!(again.0, 1);
            Ok(())
        })
        .await
        .unwrap();
    }

    async fn too_many_and_too_few_values_are_refused(place) {
        let db = place.with(TABLES).await;
        for (sql, args) in [
            ("select id from v where i = $1 and t = $2", args![1]),
            ("select id from v where i = $1 and t = $2", args![]),
            ("select id from v where i = $1", args![1, 2]),
            ("select id from v", args![1]),
        ] {
            let read = db.all::<(i64,)>(sql, args.clone()).await.unwrap_err();
            assert!(told(&read).contains("values are wanted"), "{read}");
            let write = db.write(async |tx| Ok(tx.all::<(i64,)>(sql, args.clone()).await?)).await.unwrap_err();
            assert!(matches!(&write, Error::Internal(_)) && write.to_string().contains("values are wanted"), "{write}");
        }
        // A hole in the numbers: one engine counts it as a value too many, the other cannot tell its type.
        assert!(db.all::<(i64,)>("select id from v where i = $2", args![1, 2]).await.is_err());
    }

    async fn parameters_have_numbers_and_nothing_else(place) {
        let db = place.with(TABLES).await;
        for sql in ["select id from v where i = ?", "select id from v where i = :i", "select id from v where i = ?1", "select id from v where i = $one"] {
            assert!(matches!(db.all::<(i64,)>(sql, args![1]).await, Err(DbError::Sql(_))), "{sql}");
        }
    }

    async fn every_kind_comes_back_as_it_went_in(place) {
        let db = place.with(TABLES).await;
        let long = "à\u{301}🎭".repeat(50_000);
        let texts = ["", "l'acqua \"è\" \\ bassa; drop table v; --", "🎭 carnevale 👩‍👩‍👧‍👧 ßẞ ΣΑΣ \u{feff}\u{10ffff}", "$1 ?1 :a %s\r\n\t", &long];
        let ints = [i64::MIN, i64::MIN + 1, -1, 0, 1, 1 << 53, (1 << 53) + 1, i64::MAX];
        let reals = [f64::MIN, -0.1, 0.0, f64::MIN_POSITIVE, 5e-324, 0.1 + 0.2, 1e300, f64::MAX, f64::INFINITY, f64::NEG_INFINITY, 9_007_199_254_740_993.0];
        let blobs = [vec![], vec![0], (0..=255).collect::<Vec<u8>>(), vec![0xff; 300_000]];
        let mut id = 0;
        for text in texts {
            id += 1;
            put(&db, id, None, None, Some(text.to_owned()), None).await;
            let (back, found): (String, i64) = db.one("select t, id from v where t = $1", args![text]).await.unwrap();
            assert_eq!((back.as_str(), found), (text, id));
        }
        for number in ints {
            id += 1;
            put(&db, id, Some(number), None, None, None).await;
            let (back,): (i64,) = db.one("select i from v where i = $1 and id = $2", args![number, id]).await.unwrap();
            assert_eq!(back, number);
        }
        for number in reals {
            id += 1;
            put(&db, id, None, Some(number), None, None).await;
            let (back,): (f64,) = db.one("select r from v where r = $1 and id = $2", args![number, id]).await.unwrap();
            assert_eq!(back.to_bits(), number.to_bits());
        }
        for bytes in blobs {
            id += 1;
            put(&db, id, None, None, None, Some(bytes.clone())).await;
            let (back,): (Vec<u8>,) = db.one("select b from v where b = $1 and id = $2", args![bytes.clone(), id]).await.unwrap();
            assert_eq!(back, bytes);
        }
        put(&db, 1000, None, None, None, None).await;
        let nothing: Kinds = db.one("select i, r, t, b from v where id = $1", args![1000]).await.unwrap();
        assert_eq!(nothing, Kinds { i: None, r: None, t: None, b: None });
        let (yes, no): (bool, bool) =
            db.one("select cast($1 as bigint) as a, cast($2 as bigint) as b", args![true, false]).await.unwrap();
        assert!(yes && !no);
        let (maybe,): (Option<bool>,) = db.one("select cast($1 as bigint) as a", args![None::<bool>]).await.unwrap();
        assert_eq!(maybe, None);
    }

    async fn nul_bytes_and_what_is_no_number_are_refused_alike(place) {
        let db = place.with(TABLES).await;
        for (value, fault) in [(Value::from("a\0b"), "NUL"), (Value::from("\0"), "NUL"), (Value::Real(f64::NAN), "not a number")] {
            let column = if matches!(value, Value::Text(_)) { "t" } else { "r" };
            let written = db
                .write(async |tx| {
                    let error = tx.run(format!("insert into v (id, {column}) values ($1, $2)"), args![1, value.clone()]).await.unwrap_err();
                    assert!(matches!(error, DbError::Shape(_)), "{error:?}");
                    assert!(told(&error).starts_with("$2 is") && told(&error).contains(fault), "{error}");
                    // Refused like any wrong statement: the write is over.
                    tx.run("insert into v (id) values (2)", vec![]).await.unwrap_err();
                    Ok(())
                })
                .await;
            assert!(written.is_err());
            let read = db.all::<(i64,)>(format!("select id from v where {column} = $1"), args![value]).await.unwrap_err();
            assert!(told(&read).starts_with("$1 is") && told(&read).contains(fault), "{read}");
        }
        assert_eq!(crate::support::count(&db, "v").await, 0);
    }

    async fn a_value_of_another_kind_is_told_with_its_column(place) {
        let db = place.with(TABLES).await;
        put(&db, 1, Some(-1), Some(1.5), Some("t".into()), Some(vec![1])).await;
        for (sql, column) in [("select id, t as x from v", 1), ("select id, i as x from v", 1)] {
            let error = db.all::<(i64, u32)>(sql, vec![]).await.unwrap_err();
            assert!(matches!(&error, DbError::Shape(text) if text.contains(&format!("column {column}"))), "{error:?}");
        }
        assert!(matches!(db.all::<(String,)>("select i from v", vec![]).await, Err(DbError::Shape(_))));
        assert!(matches!(db.all::<(i64,)>("select r from v", vec![]).await, Err(DbError::Shape(_))));
        assert!(matches!(db.all::<(Vec<u8>,)>("select t from v", vec![]).await, Err(DbError::Shape(_))));
        put(&db, 2, None, None, None, None).await;
        assert!(matches!(db.all::<(i64,)>("select i from v where id = 2", vec![]).await, Err(DbError::Shape(_))));
        assert!(matches!(db.one::<(i64,)>("select i from v where id = 99", vec![]).await, Err(DbError::Missing)));
        assert_eq!(db.maybe::<(i64,)>("select i from v where id = 99", vec![]).await.unwrap(), None);
    }

    async fn a_struct_that_does_not_fit_its_select_is_noticed_in_debug_builds(place) {
        let db = place.with(TABLES).await;
        let swapped = "select t, r, i, b from v";
        let wrong = [swapped, "select i, r, t from v", "select i, r, t, b, id from v", "select i, r, t, b as bytes from v"];
        for sql in wrong {
            let read = db.all::<Kinds>(sql, vec![]).await;
            let written = db.write(async |tx| Ok(tx.all::<Kinds>(sql, vec![]).await?)).await;
            if cfg!(debug_assertions) {
                assert!(matches!(read, Err(DbError::Shape(_))), "{sql}: {read:?}");
                assert!(written.is_err(), "{sql}");
            }
        }
        assert!(db.all::<Kinds>("select i, r, t, b from v", vec![]).await.unwrap().is_empty());
    }

    async fn wrong_sql_names_its_statement(place) {
        let db = place.with(TABLES).await;
        for sql in ["select nothing from v", "select id from nowhere", "selec"] {
            let error = db.all::<(i64,)>(sql, vec![]).await.unwrap_err();
            assert!(matches!(&error, DbError::Sql(text) if text.contains(sql)), "{error:?}");
        }
    }

    async fn run_is_for_statements_without_rows(place) {
        let db = place.with(TABLES).await;
        let written = db.write(async |tx| Ok(tx.run("insert into v (id) values ($1) returning id", args![1]).await?)).await;
        assert!(written.unwrap_err().to_string().contains("gives rows"));
        assert_eq!(crate::support::count(&db, "v").await, 0);
        let ids: Vec<(i64,)> =
            db.write(async |tx| Ok(tx.all("insert into v (id) values ($1), ($2) returning id", args![1, 2]).await?)).await.unwrap();
        assert_eq!(ids.len(), 2);
        let changed = db.write(async |tx| Ok(tx.run("update v set i = $1", args![7]).await?)).await.unwrap();
        assert_eq!(changed, 2);
    }
}
