//! A refused row is told in the same words by both engines.

use kit::args;
use kit::db::{Constraint, Value, Violation};
use kit::error::{Error, ViolationRule};

use crate::on_both;

const TABLES: &str = "
create table person (
  id integer primary key,
  handle text not null constraint handle_shape check (handle <> '' and handle not like '% %'),
  handle_folded text not null unique,
  email text not null
) strict;
create unique index person_email on person (email);
create table page_editor (
  page_id integer not null,
  person_id integer not null references person (id),
  since integer not null,
  \"order\" integer,
  primary key (page_id, person_id),
  unique (page_id, \"order\")
) strict;
create table booking (
  id integer primary key,
  room integer not null,
  slot integer not null,
  cancelled integer not null,
  seats integer not null default 1,
  constraint seats_some check (seats > 0)
) strict;
create unique index booking_once on booking (room, slot) where cancelled = 0;
create table note (id integer primary key, person_id integer not null references person (id) on delete restrict) strict;
";

fn unique(table: &str, what: &str) -> Violation {
    Violation { constraint: Constraint::Unique, table: table.into(), what: what.into() }
}

fn check(what: &str) -> Violation {
    Violation { constraint: Constraint::Check, table: String::new(), what: what.into() }
}

fn missing(table: &str, what: &str) -> Violation {
    Violation { constraint: Constraint::NotNull, table: table.into(), what: what.into() }
}

fn reference() -> Violation {
    Violation { constraint: Constraint::Reference, table: String::new(), what: String::new() }
}

fn cases() -> Vec<(&'static str, Vec<Value>, Violation)> {
    let person = "insert into person (id, handle, handle_folded, email) values ($1, $2, $3, $4)";
    let booking = "insert into booking (id, room, slot, cancelled) values ($1, $2, $3, $4)";
    vec![
        (person, args![1, "bea", "bea", "bea@b.it"], unique("person", "id")),
        (person, args![2, "Anna", "anna", "other@b.it"], unique("person", "handle_folded")),
        (person, args![2, "bea", "bea", "anna@b.it"], unique("person", "email")),
        (person, args![2, "bea", "bea", Value::Null], missing("person", "email")),
        (person, args![2, "", "x", "x@b.it"], check("handle_shape")),
        (person, args![2, "a b)=(c", "x", "x@b.it"], check("handle_shape")),
        ("update person set handle_folded = $1 where id = $2", args!["carlo", 1], unique("person", "handle_folded")),
        (
            "insert into page_editor (page_id, person_id, since) values ($1, $2, $3)",
            args![1, 1, 2],
            unique("page_editor", "page_id,person_id"),
        ),
        (
            "insert into page_editor (page_id, person_id, since, \"order\") values (1, 3, 1, $1)",
            args![1],
            unique("page_editor", "page_id,order"),
        ),
        ("insert into page_editor (page_id, person_id, since) values ($1, $2, $3)", args![1, 99, 2], reference()),
        ("delete from person where id = $1", args![1], reference()),
        ("delete from person where id = $1", args![3], reference()),
        (booking, args![2, 1, 1, 0], unique("booking", "room,slot")),
        ("insert into booking (id, room, slot, cancelled, seats) values (9, 1, 9, 0, $1)", args![0], check("seats_some")),
        ("insert into booking (id, room, cancelled, slot) values (9, 1, 0, $1)", args![Value::Null], missing("booking", "slot")),
    ]
}

on_both! {
    async fn each_engine_tells_a_refusal_in_the_same_words(place) {
        let db = place.with(TABLES).await;
        db.write(async |tx| {
            let person = "insert into person (id, handle, handle_folded, email) values ($1, $2, $3, $4)";
            tx.run(person, args![1, "anna", "anna", "anna@b.it"]).await?;
            tx.run(person, args![3, "carlo", "carlo", "carlo@b.it"]).await?;
            tx.run("insert into page_editor (page_id, person_id, since, \"order\") values (1, 1, 1, 1)", vec![]).await?;
            tx.run("insert into booking (id, room, slot, cancelled) values (1, 1, 1, 0), (3, 1, 2, 1), (4, 1, 2, 1)", vec![]).await?;
            tx.run("insert into note (id, person_id) values (1, 3)", vec![]).await?;
            Ok(())
        })
        .await
        .unwrap();
        for (sql, args, expected) in cases() {
            match db.write(async |tx| Ok(tx.run(sql, args.clone()).await?)).await {
                Err(Error::Violation(found)) => assert_eq!(found, expected, "{sql} {args:?}"),
                other => panic!("{sql} {args:?}: {other:?}"),
            }
        }
        // A unique index over some rows lets the others through.
        db.write(async |tx| Ok(tx.run("insert into booking (id, room, slot, cancelled) values (2, 1, 1, 1)", vec![]).await?)).await.unwrap();
    }

    async fn a_refusal_becomes_a_fault_beside_its_field(place) {
        const RULES: &[ViolationRule] = &[
            ViolationRule { table: "person", what: "email", field: "email", key: "email-taken" },
            ViolationRule { table: "person", what: "handle_folded", field: "handle", key: "handle-taken" },
            ViolationRule { table: "person", what: "handle_shape", field: "handle", key: "handle-shape" },
            ViolationRule { table: "booking", what: "room,slot", field: "slot", key: "slot-taken" },
        ];
        let db = place.with(TABLES).await;
        let insert = async |id: i64, handle: &str, email: &str| {
            let sql = "insert into person (id, handle, handle_folded, email) values ($1, $2, $3, $4)";
            let written = db.write(async |tx| Ok(tx.run(sql, args![id, handle, handle.to_lowercase(), email]).await?)).await;
            written.map_err(|error| error.or_field(RULES))
        };
        insert(1, "anna", "a@b.it").await.unwrap();
        for (id, handle, email, field, key) in [
            (2, "Anna", "c@b.it", "handle", "handle-taken"),
            (2, "bea", "a@b.it", "email", "email-taken"),
            (2, "be a", "c@b.it", "handle", "handle-shape"),
        ] {
            match insert(id, handle, email).await {
                Err(Error::Invalid(errors)) => assert_eq!(errors.of(field).map(|error| error.key), Some(key)),
                other => panic!("{other:?}"),
            }
        }
        // What no rule names stays what it was.
        assert!(matches!(insert(1, "bea", "c@b.it").await, Err(Error::Violation(_))));
    }

    async fn a_unique_index_over_an_expression_is_told_by_its_name(place) {
        let db = place.with("create table a (id integer primary key, t text not null) strict; create unique index a_lower on a (lower(t));").await;
        let insert = async |id: i64, t: &str| db.write(async |tx| Ok(tx.run("insert into a (id, t) values ($1, $2)", args![id, t]).await?)).await;
        insert(1, "X").await.unwrap();
        match insert(2, "x").await {
            Err(Error::Violation(found)) => assert_eq!(found, unique("", "a_lower")),
            other => panic!("{other:?}"),
        }
    }
}
