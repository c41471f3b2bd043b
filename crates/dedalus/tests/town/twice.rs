//! Forms that come in twice, late, or not whole: one request, and nothing of what was typed is lost.

use std::time::Duration;

use dedalus::identity::Role;
use kit::args;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::bookings::{counter, moment, up_to_summary};
use crate::pictures::png;
use crate::requests::{LAMP, and, begin, with_categories};
use crate::support::{Seen, TestApp, unescape};
use crate::town_tests;

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, args![]).await.unwrap();
    n
}

const REQUESTS: &str = "select count(*) as n from request";

/// The hidden and visible fields of the form in which a draft is written.
fn base(page: &Seen) -> String {
    page.field("base")
}

fn parts<'a>(fields: &[(&'a str, &'a str)], photo: &'a [u8]) -> Vec<(&'a str, &'a str, &'a str, &'a [u8])> {
    let fields = fields.iter().map(|(name, value)| (*name, "", "", value.as_bytes()));
    fields.chain([("aggiorna", "", "", b"1".as_slice()), ("foto", "a.png", "image/png", photo)]).collect()
}

/// What lies in the folder of files.
fn files(app: &TestApp) -> usize {
    fn below(folder: &std::path::Path) -> usize {
        let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
        entries.map(|entry| entry.unwrap().path()).map(|path| if path.is_dir() { below(&path) } else { 1 }).sum()
    }
    below(&app.folder.join("files"))
}

/// The fields that a page hands back, to be sent again.
fn handed_back(page: &Seen) -> Vec<(String, String)> {
    let value = |tag: &str, name: &str| unescape(tag.split(&format!("{name}=\"")).nth(1).unwrap_or("").split('"').next().unwrap_or(""));
    let main = page.text.split("<main").nth(1).unwrap();
    let tags = main.split("<input type=\"hidden\"").skip(1).map(|rest| rest.split('>').next().unwrap());
    tags.map(|tag| (value(tag, "name"), value(tag, "value"))).collect()
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

town_tests! {
    async fn sent_twice_at_the_same_moment_a_report_is_one(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let draft = begin(&anna, "segnalazione").await;
        anna.post(&draft, LAMP).await.is(303);
        let send = format!("{draft}/invio");
        let (one, two, three) = tokio::join!(anna.post(&send, &[]), anna.post(&send, &[]), anna.post(&send, &[]));
        let receipt = one.is(303).location();
        assert_eq!((two.is(303).location(), three.is(303).location()), (receipt.clone(), receipt.clone()));
        app.run_jobs().await;
        // Without an account: two letters carry the same link, and two confirmations are one.
        let bruno = app.visitor();
        let draft = begin(&bruno, "segnalazione").await;
        bruno.post(&draft, &and(LAMP, &[("nome", "Bruno Sole"), ("email", "bruno@example.org")])).await.is(303);
        let send = format!("{draft}/invio");
        let (one, two) = tokio::join!(bruno.post(&send, &[]), bruno.post(&send, &[]));
        assert_eq!(one.is(303).location(), two.is(303).location());
        app.run_jobs().await;
        let link = app.link_in_mail();
        let (one, two) = tokio::join!(bruno.post(&link, &[]), bruno.post(&link, &[]));
        let second = one.is(303).location();
        assert_eq!(two.is(303).location(), second);
        assert_ne!(second, receipt);
        assert_eq!(count(app, REQUESTS).await, 2);
        assert_eq!(count(app, "select last as n from receipt_series").await, 2, "no number was lost");
        app.run_jobs().await;
    }

    async fn back_after_sending_leads_to_the_receipt_and_changes_nothing(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let draft = begin(&anna, "segnalazione").await;
        anna.post(&draft, LAMP).await.is(303);
        let receipt = anna.post(&format!("{draft}/invio"), &[]).await.is(303).location();
        for page in [draft.clone(), format!("{draft}/riepilogo"), format!("{draft}/inviata")] {
            assert_eq!(anna.get(&page).await.is(303).location(), receipt);
        }
        let other = and(LAMP, &[("titolo", "Un altro titolo")]);
        assert_eq!(anna.post(&draft, &other).await.is(303).location(), receipt);
        let photo = png(30, 20);
        assert_eq!(anna.post_files(&draft, &parts(&other, &photo)).await.is(303).location(), receipt);
        assert_eq!(count(app, "select count(*) as n from request where title = 'Un altro titolo'").await, 0);
        assert_eq!((count(app, REQUESTS).await, count(app, "select count(*) as n from request_photo").await), (1, 0));
        app.run_jobs().await;
    }

    async fn a_confirmation_counts_for_the_mailbox_that_got_it(app) {
        with_categories(app).await;
        let anna = app.visitor();
        let draft = begin(&anna, "segnalazione").await;
        anna.post(&draft, &and(LAMP, &[("nome", "Anna Rossi"), ("email", "anna@example.org")])).await.is(303);
        anna.post(&format!("{draft}/invio"), &[]).await.is(303);
        app.run_jobs().await;
        let link = app.link_in_mail();
        // Meanwhile the draft names somebody else: nobody there has confirmed anything.
        anna.post(&draft, &and(LAMP, &[("nome", "Anna Rossi"), ("email", "vittima@example.org")])).await.is(303);
        anna.post(&link, &[]).await.is(404);
        assert_eq!(count(app, REQUESTS).await, 0);
        anna.post(&draft, &and(LAMP, &[("nome", "Anna Rossi"), ("email", "anna@example.org")])).await.is(303);
        anna.post(&link, &[]).await.is(303);
        app.run_jobs().await;
    }

    async fn two_windows_on_one_draft_lose_no_word(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let draft = begin(&anna, "segnalazione").await;
        let (left, right) = (base(&anna.get(&draft).await), base(&anna.get(&draft).await));
        assert_eq!(left, right);
        anna.post(&draft, &and(LAMP, &[("base", &left), ("bozza", "1"), ("dettagli", "Quello che ho scritto a sinistra.")])).await.is(303);
        let page = anna.post(&draft, &and(LAMP, &[("base", &right), ("dettagli", "Quello che ho scritto a destra.")])).await.is(422);
        let page = page.sees("Quello che ho scritto a sinistra.").sees("Quello che ho scritto a destra.").sees("In un’altra finestra");
        // Seen once, it goes on; the same page sent again asks nothing.
        anna.post(&draft, &and(LAMP, &[("base", &base(&page)), ("dettagli", "A sinistra e a destra, insieme.")])).await.is(303);
        anna.post(&draft, &and(LAMP, &[("base", &base(&page)), ("dettagli", "A sinistra e a destra, insieme.")])).await.is(303);
        let send = format!("{draft}/invio");
        let (one, two) = tokio::join!(anna.post(&send, &[]), anna.post(&send, &[]));
        assert_eq!(one.is(303).location(), two.is(303).location());
        assert_eq!(count(app, "select count(*) as n from request where body = 'A sinistra e a destra, insieme.'").await, 1);
        app.run_jobs().await;
    }

    async fn a_session_that_ends_in_the_middle_goes_on_after_signing_in_and_for_nobody_else(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let draft = begin(&anna, "segnalazione").await;
        anna.post(&draft, &and(LAMP, &[("bozza", "1")])).await.is(303);
        anna.post("/io/uscita", &[]).await.is(303);
        // What was typed meanwhile is kept, and shown to nobody who is not she.
        let back = format!("/accedi?torna={}", draft.replace('/', "%2F"));
        assert_eq!(anna.get(&draft).await.is(303).location(), back);
        assert_eq!(anna.post(&draft, &and(LAMP, &[("titolo", "Scritto dopo la fine")])).await.is(303).location(), back);
        let photo = png(30, 20);
        assert_eq!(anna.post_files(&draft, &parts(&and(LAMP, &[("titolo", "Scritto dopo la fine")]), &photo)).await.is(303).location(), back);
        assert!(anna.post(&format!("{draft}/invio"), &[]).await.is(303).location().starts_with("/accedi?torna="));
        let picture = format!("{draft}/foto/{}", count(app, "select id as n from request_photo").await);
        let bruno = app.person("bruno").await;
        for page in [draft.clone(), format!("{draft}/riepilogo"), picture.clone()] {
            bruno.get(&page).await.is(404).misses("Scritto dopo");
        }
        for page in [draft.clone(), format!("{draft}/invio"), format!("{draft}/lettera")] {
            bruno.post(&page, LAMP).await.is(404);
        }
        assert_eq!(count(app, REQUESTS).await, 0);
        let anna = app.sign_in("anna").await;
        anna.get(&draft).await.is(200).sees("Scritto dopo la fine");
        anna.get(&picture).await.is(200);
        anna.get(&format!("{draft}/riepilogo")).await.is(200);
        anna.post(&format!("{draft}/invio"), &[]).await.is(303);
        assert_eq!(count(app, REQUESTS).await, 1);
        app.run_jobs().await;
    }

    async fn the_same_photograph_sent_twice_is_one(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let draft = begin(&anna, "segnalazione").await;
        let photo = png(60, 40);
        let form = parts(LAMP, &photo);
        let (one, two) = tokio::join!(anna.post_files(&draft, &form), anna.post_files(&draft, &form));
        one.is(303);
        two.is(303);
        assert_eq!(count(app, "select count(*) as n from request_photo").await, 1);
        for size in 61..70 {
            anna.post_files(&draft, &parts(LAMP, &png(size, 40))).await;
        }
        assert_eq!(count(app, "select count(*) as n from request_photo").await, 5);
    }

    async fn a_connection_cut_during_an_upload_leaves_the_draft_whole_and_no_file(app) {
        with_categories(app).await;
        let anna = app.visitor();
        let draft = begin(&anna, "segnalazione").await;
        let whole = and(LAMP, &[("nome", "Anna Rossi"), ("email", "anna@example.org"), ("bozza", "1")]);
        anna.post(&draft, &whole).await.is(303);
        let before = files(app);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = dedalus::router(&app.app);
        let served = tokio::spawn(async move { axum::serve(listener, router).await });
        for half in [10_000, 60_000, 119_000] {
            let mut socket = TcpStream::connect(address).await.unwrap();
            let boundary = "----taglio";
            let mut body = Vec::new();
            for (name, value) in and(LAMP, &[("titolo", "Mandato a metà")]) {
                body.extend_from_slice(format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").as_bytes());
            }
            let head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.resize(120_000, b'x');
            let head = format!(
                "POST {draft} HTTP/1.1\r\nHost: town.test\r\nOrigin: http://town.test\r\nAccept: text/html\r\n\
                 Content-Type: multipart/form-data; boundary={boundary}\r\nContent-Length: {}\r\n\r\n",
                body.len()
            );
            socket.write_all(head.as_bytes()).await.unwrap();
            socket.write_all(&body[..half]).await.unwrap();
            socket.shutdown().await.unwrap();
            let mut answer = Vec::new();
            let _ = tokio::time::timeout(Duration::from_secs(20), socket.read_to_end(&mut answer)).await;
            assert!(!String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 303"), "half a form was taken");
        }
        served.abort();
        assert_eq!(files(app), before, "a file without an owner");
        anna.get(&draft).await.is(200).sees("Lampione spento").misses("Mandato a metà");
        anna.post(&draft, &and(&whole, &[("bozza", "")])).await;
        anna.post(&format!("{draft}/invio"), &[]).await.is(303);
        app.run_jobs().await;
        anna.post(&app.link_in_mail(), &[]).await.is(303);
        assert_eq!(count(app, REQUESTS).await, 1);
        app.run_jobs().await;
    }

    async fn the_counters_form_sent_twice_is_one_and_survives_the_end_of_a_session(app) {
        with_categories(app).await;
        let pia = app.staff("pia", Role::Operator).await;
        let here = "/segreteria/richieste/nuova";
        let once = pia.get(here).await.is(200).field("chiave");
        let fields = [("chiave", once.as_str()), ("canale", "telephone"), ("chi", "Bruno D'Amico"), ("tipo", "domanda"), ("ufficio", "urp"),
            ("titolo", "Orari <b>"), ("dettagli", "Quando apre?\nE quando chiude?")];
        let (one, two) = tokio::join!(pia.post(here, &fields), pia.post(here, &fields));
        assert_eq!(one.is(303).location(), two.is(303).location());
        assert_eq!(count(app, REQUESTS).await, 1);
        assert_eq!(count(app, "select count(*) as n from audit where act = 'request.entered'").await, 1);
        // Another operator's form with the same key is another form.
        let remo = app.staff("remo", Role::Operator).await;
        remo.post(here, &fields).await.is(303);
        assert_eq!(count(app, REQUESTS).await, 2);
        // The session has ended: the page hands back what was typed, and it is sent from there after signing in.
        pia.post("/io/uscita", &[]).await.is(303);
        let late = and(&fields, &[("chiave", "un-altra")]);
        let page = pia.post(here, &late).await.is(401);
        assert_eq!(count(app, REQUESTS).await, 2);
        let back = handed_back(&page);
        assert_eq!(pairs(&back), late);
        app.sign_in("pia").await.post(here, &pairs(&back)).await.is(303);
        assert_eq!(count(app, "select count(*) as n from request where title = 'Orari <b>'").await, 3);
        // What is secret is never written into a page.
        pia.post("/io/password", &[("password", "segretissima")]).await.is(401).misses("segretissima");
        app.run_jobs().await;
    }

    async fn a_booking_at_the_counter_sent_twice_is_one_and_survives_the_end_of_a_session(app) {
        counter(app, 20, 3).await;
        let pia = app.staff("pia", Role::Operator).await;
        let here = "/segreteria/prenotazioni/nuova";
        let once = pia.get(here).await.is(200).field("once");
        let when = moment("2028-02-25T10:00:00");
        let fields = [("once", once.as_str()), ("cosa", "carta"), ("quando", &when), ("motivo", "Carta"), ("nome", "Anna"), ("cognome", "D'Amico"),
            ("canale", "telephone")];
        let (one, two) = tokio::join!(pia.post(here, &fields), pia.post(here, &fields));
        one.is(303);
        two.is(303);
        assert_eq!(count(app, "select count(*) as n from booking").await, 1);
        assert_eq!(count(app, "select count(*) as n from audit where act = 'booking.entered'").await, 1);
        pia.post("/io/uscita", &[]).await.is(303);
        let late = and(&fields, &[("once", "un-altra")]);
        let back = handed_back(&pia.post(here, &late).await.is(401));
        app.sign_in("pia").await.post(here, &pairs(&back)).await.is(303);
        assert_eq!(count(app, "select count(*) as n from booking").await, 2);
        app.run_jobs().await;
    }

    async fn two_windows_on_one_booking_book_once(app) {
        counter(app, 20, 3).await;
        let anna = app.visitor();
        let summary = up_to_summary(&anna, "anna", &moment("2028-02-25T10:00:00")).await;
        // The other window goes back two steps and takes another time; the first one sends.
        let times = summary.replace("riepilogo", "orario");
        anna.post(&times, &[("quando", &moment("2028-02-25T10:20:00"))]).await.is(303);
        anna.get(&summary).await.is(200).sees("ore 10:20").sees("Carta scaduta").sees("D'Amico");
        let other = moment("2028-02-25T10:20:00");
        let form = [("quando", other.as_str())];
        let (one, two) = tokio::join!(anna.post(&summary, &[]), anna.post(&summary, &form));
        let mine = one.is(303).location();
        assert_eq!(two.is(303).location(), mine);
        for step in ["orario", "dettagli", "richiedente", "riepilogo"] {
            let page = summary.replace("riepilogo", step);
            assert_eq!(anna.get(&page).await.is(303).location(), mine, "{step}");
            assert_eq!(anna.post(&page, &[("quando", &moment("2028-02-25T11:00:00"))]).await.is(303).location(), mine, "{step}");
        }
        assert_eq!(count(app, "select count(*) as n from booking").await, 1);
        app.run_jobs().await;
        assert_eq!(app.mails().len(), 1);
    }
}
