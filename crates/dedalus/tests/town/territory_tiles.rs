//! Tiles of the map: drawn by the house, or fetched from an emulated server.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::routing::get;
use dedalus::territory::Dataset;
use http::{StatusCode, header};

use crate::support::{On, TestApp};
use crate::territory::{grounded, lay};
use crate::town_tests;

/// A tile over the town's middle.
const TILE: &str = "/mappa/tile/15/17630/12642";
const NEXT: &str = "/mappa/tile/15/17631/12642";
const BASE: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"tipo":"mare"},"geometry":{"type":"Polygon","coordinates":[[[13.6,38.0],[13.8,38.0],[13.8,38.2],[13.6,38.2],[13.6,38.0]]]}},
    {"type":"Feature","properties":{"tipo":"strada","nome":"Via <Nuova> & Co"},"geometry":{"type":"LineString","coordinates":[[13.69,37.98],[13.71,37.985]]}}]}"#;

/// A picture of a tile's size.
fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(256, 256).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A tile server on loopback that counts what it is asked, and does what its state says.
struct Server {
    address: String,
    asked: Arc<AtomicUsize>,
    mood: Arc<AtomicUsize>,
}

const WELL: usize = 0;
const BROKEN: usize = 1;
const HTML: usize = 2;
const HUGE: usize = 3;

async fn server() -> Server {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (asked, mood) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(WELL)));
    let (count, state) = (Arc::clone(&asked), Arc::clone(&mood));
    let tile = move |Path((_z, _x, _y)): Path<(u8, u32, String)>| async move {
        count.fetch_add(1, Ordering::SeqCst);
        match state.load(Ordering::SeqCst) {
            WELL => ([(header::CONTENT_TYPE, "image/png")], png()).into_response(),
            BROKEN => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            HTML => ([(header::CONTENT_TYPE, "image/png")], "<html><script>alert(1)</script>").into_response(),
            _ => ([(header::CONTENT_TYPE, "image/png")], [png(), vec![0; 800_000]].concat()).into_response(),
        }
    };
    let pages = Router::new().route("/{z}/{x}/{y}", get(tile));
    tokio::spawn(async move { axum::serve(listener, pages).await });
    Server { address, asked, mood }
}

/// A town whose tiles come from a pattern.
async fn town(pattern: &str, on: On) -> TestApp {
    let app = TestApp::start_with(on, |config| config.map.tiles = pattern.to_owned()).await;
    grounded(&app).await;
    app
}

async fn on_both(test: impl AsyncFn(On)) {
    test(On::Sqlite).await;
    test(On::Postgres).await;
}

town_tests! {
    async fn without_a_server_the_house_draws_its_own_tiles_around_the_town(app) {
        app.visitor().get(TILE).await.is(404);
        grounded(app).await;
        lay(app, Dataset::Base, BASE).await;
        let drawn = app.visitor().get(TILE).await.is(200);
        assert_eq!(drawn.header("content-type"), "image/svg+xml");
        assert!(drawn.text.starts_with("<svg") && drawn.text.contains("<path"), "{}", drawn.text);
        assert!(!drawn.text.contains("style=") && !drawn.text.contains("<Nuova>"));
        assert!(drawn.header("cache-control").contains("max-age=3600"));
        let again = app.visitor().request(http::Method::GET, TILE).header("if-none-match", drawn.header("etag")).body(axum::body::Body::empty()).unwrap();
        app.visitor().send(again).await.is(304);
        for nowhere in ["/mappa/tile/15/0/0", "/mappa/tile/3/4/3", "/mappa/tile/20/1/1", "/mappa/tile/15/17630/012642", "/mappa/tile/15/-1/2", "/mappa/tile/x/y/z", "/mappa/tile/15/99999999/1"] {
            app.visitor().get(nowhere).await.is(404);
        }
        // The drawing for whoever has no script, with a pin; nonsense is not found.
        let picture = app.visitor().get("/mappa/disegno.svg?lat=37.9825&lon=13.7&livello=17&punto=37.9825,13.7").await.is(200);
        assert!(picture.text.contains("Via &lt;Nuova&gt; &amp; Co") && picture.text.contains("#b5482a"), "{}", picture.text);
        app.visitor().get("/mappa/disegno.svg?lat=x&lon=13.7").await.is(404);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tile_is_fetched_once_and_kept() {
    on_both(async |on| {
        let server = server().await;
        let app = town(&format!("{}/{{z}}/{{x}}/{{y}}.png", server.address), on).await;
        for _ in 0..3 {
            let tile = app.visitor().get(TILE).await.is(200);
            assert_eq!((tile.header("content-type"), tile.header("x-content-type-options")), ("image/png", "nosniff"));
        }
        assert_eq!(server.asked.load(Ordering::SeqCst), 1);
        // Ten at once ask once.
        let visitor = app.visitor();
        let all = futures_util::future::join_all((0..10).map(|_| visitor.get(NEXT))).await;
        assert!(all.iter().all(|seen| seen.status == 200));
        assert_eq!(server.asked.load(Ordering::SeqCst), 2);
        // Outside the town nothing is asked.
        app.visitor().get("/mappa/tile/15/1/1").await.is(404);
        assert_eq!(server.asked.load(Ordering::SeqCst), 2);
        // The map says whose it is only once somebody has said so.
        app.visitor().get("/mappa").await.is(200);
        app.end().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_tile_is_never_handed_on_and_the_plain_map_stands_in() {
    let server = server().await;
    let app = town(&format!("{}/{{z}}/{{x}}/{{y}}", server.address), On::Sqlite).await;
    for mood in [BROKEN, HTML, HUGE] {
        server.mood.store(mood, Ordering::SeqCst);
        let tile = app.visitor().get(TILE).await.is(200);
        assert_eq!((tile.header("content-type"), tile.header("cache-control")), ("image/svg+xml", "public, max-age=60"), "mood {mood}");
        assert!(!tile.text.contains("script"));
    }
    server.mood.store(WELL, Ordering::SeqCst);
    assert_eq!(app.visitor().get(TILE).await.is(200).header("content-type"), "image/png");
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_tile_stays_as_long_as_its_server_is_away() {
    let server = server().await;
    let pattern = format!("{}/{{z}}/{{x}}/{{y}}", server.address);
    let app = TestApp::start_with(On::Sqlite, |config| {
        config.map.tiles = pattern;
        config.map.days = 0;
    })
    .await;
    grounded(&app).await;
    assert_eq!(app.visitor().get(TILE).await.is(200).header("content-type"), "image/png");
    server.mood.store(BROKEN, Ordering::SeqCst);
    assert_eq!(app.visitor().get(TILE).await.is(200).header("content-type"), "image/png");
    assert_eq!(server.asked.load(Ordering::SeqCst), 2, "an old one is asked for again");
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tiles_never_come_from_ones_own_network_unless_the_settings_name_it() {
    let server = server().await;
    let pattern = format!("{}/{{z}}/{{x}}/{{y}}", server.address);
    let app = TestApp::start_with(On::Sqlite, |config| {
        config.map.tiles = pattern;
        config.outbound.private_hosts = Vec::new();
    })
    .await;
    grounded(&app).await;
    assert_eq!(app.visitor().get(TILE).await.is(200).header("content-type"), "image/svg+xml");
    assert_eq!(server.asked.load(Ordering::SeqCst), 0);
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_asks_for_too_many_tiles_waits_and_the_map_says_whose_it_is() {
    let server = server().await;
    let pattern = format!("{}/{{z}}/{{x}}/{{y}}", server.address);
    let app = TestApp::start_with(On::Sqlite, |config| {
        config.map.tiles = pattern;
        config.map.attribution = "© Mappe di <prova>".into();
        config.map.attribution_url = "https://mappe.example/".into();
        config.limits.tiles = kit::config::Rate::new(1, 60);
    })
    .await;
    grounded(&app).await;
    app.visitor().get(TILE).await.is(200);
    app.visitor().get(NEXT).await.is(429);
    app.visitor().get(TILE).await.is(200);
    let page = app.visitor().get("/mappa").await.is(200).sees("© Mappe di <prova>");
    assert!(page.text.contains("https://mappe.example/") && !page.text.contains("<prova>"));
    app.end().await;
}
