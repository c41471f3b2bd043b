//! When notices go and to which devices: nothing is lost between two looks, nothing goes in the night, nothing goes to a browser
//! that was signed out.

use std::sync::Arc;

use dedalus::notify::{By, Kind, Telling, tell};
use dedalus::shell::{App, AppParts, Readable, Reader};
use kit::args;
use kit::clock::{HOUR, MINUTE, SECOND};
use kit::mail::Mailer;
use kit::rate::Limiter;

use crate::notices::{AUTH, P256DH, PushService, change, choose, count, id_of, later, opened, push_town, told};
use crate::support::{PASSWORD, TestApp, Visitor};
use crate::town_tests;

/// The town with somebody else who says what may be read.
fn with_reader(app: &TestApp, reader: Reader) -> App {
    let town = &app.app;
    App::new(AppParts {
        config: town.config.clone(),
        town: Arc::clone(&town.town),
        db: town.db.clone(),
        blobs: town.blobs.clone(),
        pictures: town.pictures.clone(),
        cache: town.cache.clone(),
        mailer: Mailer::new(&town.config).unwrap(),
        outbound: town.outbound.clone(),
        typed: town.typed.clone(),
        secret: town.secret.clone(),
        limiter: Limiter::new([], 1),
        passwords: town.passwords.clone(),
        breached: town.breached.clone(),
        zone: town.zone.clone(),
        holdings: Arc::clone(&town.holdings),
        readers: Arc::from([reader]),
        boards: town.boards.clone(),
        bell: Arc::clone(&town.bell),
        live: town.live.clone(),
        screen: town.screen,
        tiles: town.tiles.clone(),
        layers: Arc::clone(&town.layers),
    })
}

fn telling(key: &str) -> Telling {
    Telling {
        kind: Kind::Moderation,
        words: "decision",
        subject: ("decision", 1),
        about: Some(("prova", 1)),
        by: By::Nobody,
        path: "/io/avvisi".into(),
        key: key.into(),
    }
}

/// Lets everything be read, and while it is asked something else happens.
fn meanwhile(app: App, person: i64, ids: Vec<i64>) -> Readable {
    Box::pin(async move {
        let person = dedalus::identity::PersonId(person);
        app.db.write(async |tx| tell(tx, &app, &telling("b"), &[person]).await).await?;
        Ok(ids.into_iter().map(|id| (id, "Prova".to_owned())).collect())
    })
}

async fn device(person: &Visitor<'_>, service: &PushService, number: u8) {
    let endpoint = format!("http://127.0.0.1:{}/ricevi/{number}", service.port);
    person.post("/io/avvisi/dispositivi", &[("endpoint", &endpoint), ("p256dh", P256DH), ("auth", AUTH)]).await.is(303);
}

/// To which addresses pushes went.
fn sent_to(service: &PushService) -> Vec<String> {
    service.take().iter().map(|(head, _)| head.split_whitespace().nth(1).unwrap().to_owned()).collect()
}

town_tests! {
    async fn what_comes_while_a_mail_is_written_waits_for_the_next(app) {
        let _anna = app.person("anna").await;
        let me = id_of(app, "anna").await;
        choose(app, me, Kind::Moderation.word(), (1, "now", 0)).await;
        app.app.db.write(async |tx| tell(tx, &app.app, &telling("a"), &[me]).await).await.unwrap();
        let town = with_reader(app, Reader { kind: "prova", ask: meanwhile });
        app.clock.advance(11 * MINUTE);
        // All kinds: a job whose kind nobody knows fails, and the mail that was written has one, too.
        let kinds = dedalus::town::kinds();
        kit::jobs::run_due(&town.db, &town, &kinds).await.unwrap();
        assert_eq!(count(app, "select count(*) as n from notice", vec![]).await, 2);
        let waits = "select count(*) as n from notice where mail_at is not null and once_key = $1";
        assert_eq!(count(app, waits, args!["a"]).await, 0, "it was mailed");
        assert_eq!(opened(app).len(), 1);
        assert_eq!(count(app, waits, args!["b"]).await, 1, "it came meanwhile, and nobody has mailed it");
        app.clock.advance(11 * MINUTE);
        kit::jobs::run_due(&town.db, &town, &kinds).await.unwrap();
        assert_eq!(count(app, waits, args!["b"]).await, 0);
        assert_eq!(opened(app).len(), 2);
    }

    async fn the_daily_mail_waits_until_quiet_ends_and_new_hours_count_for_what_waits(app) {
        let anna = app.person("anna").await;
        let me = id_of(app, "anna").await;
        change(app, vec![("insert into notice_hours (person_id, quiet_from, quiet_to, digest_hour) values ($1, 420, 570, 8)", args![me])]).await;
        choose(app, me, Kind::Moderation.word(), (1, "daily", 0)).await;
        told(app, "a").await;
        // It is ten in the morning: the daily mail is due at eight, in quiet that ends at half past nine.
        later(app, 22 * HOUR + 15 * MINUTE).await;
        assert!(opened(app).is_empty(), "it is a quarter past eight");
        later(app, HOUR + 20 * MINUTE).await;
        assert_eq!(opened(app).len(), 1);
        // What waits for the end of quiet comes at once when there is no quiet any more.
        change(app, vec![
            ("update notice_hours set quiet_from = 480, quiet_to = 1200", vec![]),
            ("update notice_choice set mail = 'now'", vec![]),
        ]).await;
        told(app, "b").await;
        let mail = format!("posta_{}", Kind::Moderation.word());
        anna.post("/io/avvisi/impostazioni", &[(mail.as_str(), "subito"), ("silenzio_da", ""), ("silenzio_a", ""), ("riepilogo", "8")]).await.is(303);
        later(app, 12 * MINUTE).await;
        assert_eq!(opened(app).len(), 2);
    }

    async fn a_push_that_is_late_waits_until_quiet_ends(app) {
        let service = PushService::start().await;
        push_town(app, &service).await;
        let me = id_of(app, "anna").await;
        service.answers.lock().push("503 Service Unavailable\r\nretry-after: 7200");
        told(app, "a").await;
        app.run_jobs().await;
        assert_eq!(service.take().len(), 1);
        change(app, vec![("insert into notice_hours (person_id, quiet_from, quiet_to, digest_hour) values ($1, 660, 780, 8)", args![me])]).await;
        later(app, 2 * HOUR + SECOND).await;
        assert!(service.take().is_empty(), "it is noon, and quiet");
        later(app, HOUR).await;
        assert_eq!(service.take().len(), 1);
    }

    async fn a_subject_with_very_many_notices_hides_no_other(app) {
        let anna = app.person("anna").await;
        let me = id_of(app, "anna").await;
        let many = "with recursive g (n) as (select cast(1 as bigint) union all select n + 1 from g where n < $2)
             insert into notice (id, person_id, kind, words, subject_kind, subject_id, about_kind, about_id, path, once_key, in_page, mail, created_at)
             select $3 + g.n, cast($1 as bigint), 'moderation', 'decision', 'decision', cast($3 as bigint), '', cast($1 as bigint),
                    '/prova/' || cast($3 as bigint), 'k' || ($3 + g.n), 1, 'never', 1 from g";
        change(app, vec![(many, args![me, 1_i64, 10_i64]), (many, args![me, 2_100_i64, 100_i64])]).await;
        let seen = anna.get("/io/avvisi").await.is(200);
        assert!(seen.text.contains("/prova/100") && seen.text.contains("/prova/10\""), "both subjects stand there");
    }

    async fn a_device_lies_sealed_and_ends_with_its_session(app) {
        let service = PushService::start().await;
        push_town(app, &service).await;
        let readable = "select count(*) as n from push_device where sealed like '%ricevi%' or sealed like '%127.0.0.1%'";
        assert_eq!(count(app, readable, vec![]).await, 0);
        let (anna, other, thief) = (app.sign_in("anna").await, app.sign_in("anna").await, app.sign_in("anna").await);
        device(&anna, &service, 2).await;
        device(&other, &service, 3).await;
        device(&thief, &service, 4).await;
        told(app, "a").await;
        app.run_jobs().await;
        let mut all = sent_to(&service);
        all.sort();
        assert_eq!(all, ["/ricevi/1", "/ricevi/2", "/ricevi/3", "/ricevi/4"]);
        // Signed out, a browser hears nothing any more.
        other.post("/io/uscita", &[]).await.is(303);
        assert_eq!(count(app, "select count(*) as n from push_device", vec![]).await, 3);
        // After a new password only this browser is left.
        anna.post("/io/password", &[("vecchia", PASSWORD), ("password", "quattro vele nel porto")]).await.is(303);
        thief.get("/io").await.is(303);
        told(app, "b").await;
        app.run_jobs().await;
        assert_eq!(sent_to(&service), ["/ricevi/2"]);
        anna.post("/io/uscita", &[]).await.is(303);
        assert_eq!(count(app, "select count(*) as n from push_device", vec![]).await, 0);
    }
}
