//! Previews of links, asked of an emulated site.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use http::header;

use crate::notices::{AUTH, P256DH};
use crate::pictures::jpeg;
use crate::posts::number;
use crate::square::say;
use crate::support::{On, TestApp};
use crate::town_tests;

/// A site on a free port of loopback; gone with the test's runtime.
async fn site() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let photo = Arc::new(jpeg(1200, 800));
    let html = |body: &'static str| async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], body) };
    let pages = Router::new()
        .route("/robots.txt", get(|| async { "User-agent: *\nDisallow: /privato\n" }))
        .route("/acqua", get(move || html("<html><head><title>x</title><meta property=\"og:title\" content=\"L&#39;acqua &lt;b&gt; torna\"><meta property=\"og:description\" content=\"Domani\"><meta property=\"og:image\" content=\"/foto.jpg\"></head>")))
        .route("/vecchio", get(|| async { axum::response::Redirect::permanent("/acqua") }))
        .route("/gira", get(|| async { axum::response::Redirect::temporary("/gira") }))
        .route("/dentro", get(|| async { axum::response::Redirect::temporary("http://10.0.0.1/segreto") }))
        .route("/privato/x", get(move || html("<title>Non si legge</title>")))
        .route("/foto.jpg", get(move || async move { ([(header::CONTENT_TYPE, "image/jpeg")], photo.to_vec()) }))
        .route("/enorme", get(move || async move { ([(header::CONTENT_TYPE, "text/html")], format!("<title>Grande</title>{}", "x".repeat(2 * 1024 * 1024))) }))
        .route("/rotta", get(move || html("<html><head><title>Con figura rotta</title><meta property=og:image content=/acqua>")));
    tokio::spawn(async move { axum::serve(listener, pages).await });
    address
}

town_tests! {
    async fn a_link_gets_a_card_with_a_picture_of_our_own(app) {
        let site = site().await;
        let anna = app.person("anna").await;
        let post = say(&anna, &format!("Leggete {site}/vecchio e poi {site}/rotta")).await;
        app.run_jobs().await;
        let page = app.visitor().get(&post).await.is(200).sees("L'acqua <b> torna").sees("Domani");
        assert!(!page.text.contains("torna</b>") && page.text.contains("ded-preview-card"));
        let picture = page.text.split("ded-preview-card").nth(1).unwrap().split("src=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(picture.starts_with("/media/"));
        app.visitor().get(&picture).await.is(200);
        // Who may not read the post sees neither card nor picture.
        crate::posts::write(app, "update post set hidden_at = 1", vec![]).await;
        app.visitor().get(&picture).await.is(404);
        anna.get(&picture).await.is(200);
        crate::posts::write(app, "update post set hidden_at = null", vec![]).await;
        // Without the link there is no card.
        let form = anna.get(&format!("{post}/modifica")).await.is(200);
        let (key, version) = (form.field("chiave"), form.field("versione"));
        let sent = [("testo", "", "", &b"Senza"[..]), ("risposte", "", "", b"tutti"), ("chiave", "", "", key.as_bytes()), ("versione", "", "", version.as_bytes()), ("azione", "", "", b"pubblica")];
        anna.post_files(&format!("{post}/modifica"), &sent).await.is(303);
        app.visitor().get(&post).await.is(200).misses("L'acqua");
        app.visitor().get(&picture).await.is(404);
        app.run_jobs().await;
    }

    async fn whatever_goes_wrong_there_is_no_card_and_no_trouble(app) {
        let site = site().await;
        let anna = app.person("anna").await;
        for link in ["/privato/x", "/gira", "/dentro", "/enorme", "/manca", "/foto.jpg"] {
            say(&anna, &format!("Ecco {site}{link}")).await;
        }
        for link in ["http://192.168.0.1/", "http://127.0.0.2:1/x", "https://localhost/", "http://[::1]/"] {
            say(&anna, &format!("E {link}")).await;
        }
        app.run_jobs().await;
        assert_eq!(number(app, "select count(*) as n from link_preview").await, 0);
        assert_eq!(number(app, "select count(*) as n from job where kind = 'social.preview' and state <> 'done'").await, 0);
        let post = say(&anna, &format!("E {site}/rotta")).await;
        app.run_jobs().await;
        app.visitor().get(&post).await.is(200).sees("Con figura rotta");
    }
}

#[tokio::test]
async fn a_host_that_is_named_for_signing_in_is_not_called_for_a_link_nor_for_a_push() {
    let app = TestApp::start_with(On::Sqlite, |config| config.outbound.typed_hosts = Vec::new()).await;
    let site = site().await;
    let anna = app.person("anna").await;
    say(&anna, &format!("Leggete {site}/acqua")).await;
    app.run_jobs().await;
    assert_eq!(number(&app, "select count(*) as n from link_preview").await, 0);
    let device = |endpoint: String| [("endpoint", endpoint), ("p256dh", P256DH.to_owned()), ("auth", AUTH.to_owned())];
    for endpoint in [format!("{site}/acqua"), site.replace("http:", "https:"), "http://push.example/1".into()] {
        let sent = device(endpoint);
        let fields: Vec<_> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        anna.post("/io/avvisi/dispositivi", &fields).await.is(422);
    }
    assert_eq!(number(&app, "select count(*) as n from push_device").await, 0);
    app.end().await;
}

#[tokio::test]
async fn a_town_that_wants_no_previews_calls_nobody() {
    let app = TestApp::start_with(On::Sqlite, |config| config.square.link_previews = false).await;
    let site = site().await;
    let anna = app.person("anna").await;
    say(&anna, &format!("Leggete {site}/acqua")).await;
    app.run_jobs().await;
    assert_eq!(number(&app, "select count(*) as n from link_preview").await, 0);
    app.end().await;
}
