//! Five hundred people want the last hundred times at once: exactly a hundred get them, and who comes too late reads the next ones.
//! Whether they sit behind one address, behind a proxy or each at home makes no difference.

use std::collections::BTreeSet;

use kit::clock::Time;
use kit::config::{Config, Rate};

use crate::bookings::{counter, moment, offered, up_to_summary};
use crate::requests::{LAMP, and, begin, with_categories};
use crate::support::{On, TestApp, Visitor};
use crate::town_tests;

const PEOPLE: usize = 500;
const TIMES: [&str; 5] = ["09:00", "09:36", "10:12", "10:48", "11:24"];

/// Everybody at once; `place` says from where each of them comes.
async fn rush(on: On, change: impl FnOnce(&mut Config), place: impl Fn(usize, &mut Visitor<'_>)) {
    let app = TestApp::start_with(on, change).await;
    // Five times of a morning, twenty people at each.
    counter(&app, 36, 20).await;
    let when: Vec<String> = TIMES.iter().map(|time| moment(&format!("2028-02-25T{time}:00"))).collect();
    let mut visitors: Vec<Visitor<'_>> = (0..PEOPLE).map(|_| app.visitor()).collect();
    for (number, visitor) in visitors.iter_mut().enumerate() {
        place(number, visitor);
    }
    let drafts = visitors.iter().enumerate().map(|(number, visitor)| {
        let when = &when;
        async move { up_to_summary(visitor, &format!("persona{number}"), &when[number % TIMES.len()]).await }
    });
    let drafts = futures_util::future::join_all(drafts).await;
    let answers = futures_util::future::join_all(visitors.iter().zip(&drafts).map(|(visitor, summary)| visitor.post(summary, &[]))).await;

    let (mut booked, mut late) = (BTreeSet::new(), Vec::new());
    for ((answer, visitor), summary) in answers.into_iter().zip(&visitors).zip(&drafts) {
        match answer.status.as_u16() {
            303 => assert!(booked.insert(answer.location()), "two people have one booking"),
            409 => late.push((answer, visitor, summary)),
            other => panic!("{other}: {}", answer.plain()),
        }
    }
    assert_eq!((booked.len(), late.len()), (100, 400));
    let db = &app.app.db;
    let full: Vec<(Time, i64)> =
        db.all("select starts_at, count(*) as n from booking where state <> 'cancelled' group by starts_at", vec![]).await.unwrap();
    assert!(full.len() == TIMES.len() && full.iter().all(|(_, n)| *n == 20), "{full:?}");
    let (last,): (i64,) = db.one("select last from receipt_series", vec![]).await.unwrap();
    assert_eq!(last, 100, "numbers have no gaps");

    // Who came too late reads what they typed, and the next free times beside it; one of them is theirs with a click.
    for (answer, ..) in &late {
        assert_eq!(offered(answer).len(), 6, "{}", answer.plain());
    }
    let (answer, visitor, summary) = late.pop().unwrap();
    let answer = answer.sees("Questo orario non è più libero").sees("Carta scaduta").sees("Scade domani").sees("D'Amico");
    let next = offered(&answer.sees("lunedì 28 febbraio"));
    assert!(next.iter().all(|value| value.parse::<i64>().unwrap() > when[0].parse::<i64>().unwrap()));
    let mine = visitor.post(summary, &[("quando", &next[0])]).await.is(303).location();
    visitor.get(&mine).await.is(200).sees("lunedì 28 febbraio, ore 9:00");
    app.run_jobs().await;
    assert_eq!(app.mails().len(), 101);
    drop(late);
    drop(drafts);
    drop(visitors);
    app.end().await;
}

/// A limit that one address would soon reach.
fn narrow(config: &mut Config) {
    config.limits.booking_address = Rate::new(6, 3600);
}

fn at_home(number: usize, visitor: &mut Visitor<'_>) {
    visitor.peer = format!("10.{}.{}.9:4000", 20 + number / 250, number % 250).parse().unwrap();
}

/// One proxy of the house, which says for whom it asks.
fn behind_a_proxy(number: usize, visitor: &mut Visitor<'_>) {
    visitor.peer = "127.0.0.1:4000".parse().unwrap();
    visitor.via = Some(format!("198.51.{}.{}", 100 + number / 250, number % 250));
}

fn trusting(config: &mut Config) {
    narrow(config);
    config.server.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_five_hundred_addresses_on_sqlite() {
    rush(On::Sqlite, narrow, at_home).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_five_hundred_addresses_on_postgres() {
    rush(On::Postgres, narrow, at_home).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_a_proxy_of_the_house_on_sqlite() {
    rush(On::Sqlite, trusting, behind_a_proxy).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_a_proxy_of_the_house_on_postgres() {
    rush(On::Postgres, trusting, behind_a_proxy).await;
}

/// A school, a library, a telephone network: with the limits as they are, nobody there is taken for the others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_one_address_on_sqlite() {
    rush(On::Sqlite, |_| {}, |_, _| {}).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_one_address_on_postgres() {
    rush(On::Postgres, |_| {}, |_, _| {}).await;
}

town_tests! {
    async fn many_people_behind_one_address_report_and_are_not_locked_out(app) {
        with_categories(app).await;
        for number in 0..150 {
            let (visitor, email) = (app.visitor(), format!("persona{number}@example.org"));
            let draft = begin(&visitor, "segnalazione").await;
            let summary = visitor.post(&draft, &and(LAMP, &[("nome", "Anna Rossi"), ("email", &email)])).await.is(303).location();
            assert_eq!(summary, format!("{draft}/riepilogo"));
            visitor.post(&format!("{draft}/invio"), &[]).await.is(303);
        }
        app.run_jobs().await;
    }

    async fn who_writes_an_address_into_the_head_without_a_trusted_proxy_is_counted_all_the_same(app) {
        let mut liar = app.visitor();
        for number in 0..21 {
            liar.via = Some(format!("198.51.100.{number}"));
            let answer = liar.get("/segnalazioni").await;
            answer.is(200);
        }
        with_categories(app).await;
        let mut refused = 0;
        let person = app.person("anna").await;
        let draft = begin(&person, "segnalazione").await;
        person.post(&draft, LAMP).await.is(303);
        let number = crate::requests::number(&person.post(&format!("{draft}/invio"), &[]).await.is(303).location());
        for attempt in 0..25 {
            liar.via = Some(format!("198.51.100.{attempt}"));
            let answer = liar.post(&format!("/segnalazioni/{number}/abuso"), &[("motivo", "Offende qualcuno")]).await;
            refused += usize::from(answer.status == 429);
        }
        assert!(refused >= 4, "{refused}");
        app.run_jobs().await;
    }
}
