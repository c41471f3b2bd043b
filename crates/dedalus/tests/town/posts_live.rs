//! New answers while a page is open.

use std::time::Duration;

use axum::body::Body;
use futures_util::StreamExt;
use http::Method;
use kit::args;

use crate::posts::{number, person, write};
use crate::square::{comment, say};
use crate::support::{On, TestApp, Visitor};
use crate::town_tests;

/// Somebody who listens.
struct Ear(axum::body::BodyDataStream);

impl Ear {
    async fn open(visitor: &Visitor<'_>, post: &str, after: i64) -> Self {
        let request = visitor.request(Method::GET, &format!("{post}/diretta?da={after}")).body(Body::empty()).unwrap();
        let response = tower::ServiceExt::oneshot(dedalus::router(&visitor.town.app), request).await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self(response.into_body().into_data_stream())
    }

    /// How many new answers are told next; none once the stream has ended.
    async fn hears(&mut self) -> Option<i64> {
        loop {
            let piece = tokio::time::timeout(Duration::from_secs(20), self.0.next()).await.expect("somebody says something");
            let text = String::from_utf8(piece?.unwrap().to_vec()).unwrap();
            if let Some(data) = text.split("data: ").nth(1) {
                let told: serde_json::Value = serde_json::from_str(data.lines().next().unwrap()).unwrap();
                return told["n"].as_i64();
            }
        }
    }
}

town_tests! {
    async fn new_answers_are_told_to_those_who_may_read_them(app) {
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        let post = say(&anna, "In diretta").await;
        let (one, other) = (person(app, "carla").await, person(app, "bruno").await);
        write(app, "insert into person_block (person_id, other_id, kind, created_at) values ($1, $2, 'block', 1)", args![one, other]).await;
        let (nobody, mut hers) = (app.visitor(), Ear::open(&carla, &post, 0).await);
        let mut theirs = Ear::open(&nobody, &post, 0).await;
        comment(&bruno, &post, "Prima").await.is(303);
        assert_eq!(theirs.hears().await, Some(1));
        comment(&anna, &post, "Seconda").await.is(303);
        assert_eq!(theirs.hears().await, Some(2));
        // Whom one does not read is not counted, and what one said oneself is no news.
        assert_eq!(hers.hears().await, Some(1));
        let mut mine = Ear::open(&anna, &post, 0).await;
        assert_eq!(mine.hears().await, Some(1));
        // Who comes later hears of what came after their page was made; what is taken away is news, too.
        let last = number(app, "select max(id) as n from post").await;
        let mut late = Ear::open(&nobody, &post, last).await;
        anna.post(&format!("/post/{last}/cancellazione"), &[]).await.is(303);
        assert_eq!(theirs.hears().await, Some(1));
        comment(&anna, &post, "Terza").await.is(303);
        assert_eq!(late.hears().await, Some(1));
        drop((theirs, hers, late, mine));
        app.run_jobs().await;
    }

    async fn what_may_not_be_read_is_not_listened_to(app) {
        let (anna, carla) = (app.person("anna").await, app.person("carla").await);
        let post = say(&anna, "Per pochi").await;
        write(app, "update post set hidden_at = 1", args![]).await;
        carla.get(&format!("{post}/diretta")).await.is(404);
        let mut mine = Ear::open(&anna, &post, 0).await;
        app.app.boards.stop();
        assert_eq!(mine.hears().await, None, "a town that stops sends its listeners away");
        app.run_jobs().await;
    }
}

#[tokio::test]
async fn an_address_has_so_many_listeners_and_no_more() {
    let app = TestApp::start_with(On::Sqlite, |config| config.square.listeners_each = 1).await;
    let anna = app.person("anna").await;
    let post = say(&anna, "Pochi posti").await;
    let nobody = app.visitor();
    let first = Ear::open(&nobody, &post, 0).await;
    nobody.get(&format!("{post}/diretta")).await.is(503);
    let mine = Ear::open(&anna, &post, 0).await;
    drop((first, mine));
    let again = Ear::open(&nobody, &post, 0).await;
    assert_eq!(app.app.boards.listeners(), 1);
    drop(again);
    app.run_jobs().await;
    app.end().await;
}
