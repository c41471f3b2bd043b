//! An event stream with nothing around it, for `make bench` to compare the town's own with: `GET /` listens, `POST /` says
//! something to all. Prints the port it listens on.

#![allow(clippy::print_stdout, reason = "printing is how it says where it is")]

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use futures_util::stream::{Stream, unfold};
use tokio::sync::watch;

async fn listen(State(news): State<watch::Sender<u64>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = unfold(news.subscribe(), async |mut news| {
        news.changed().await.ok()?;
        let number = *news.borrow_and_update();
        Some((Ok(Event::default().data(number.to_string())), news))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(20)))
}

async fn say(State(news): State<watch::Sender<u64>>) {
    news.send_modify(|number| *number += 1);
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let app = Router::new().route("/", get(listen).post(say)).with_state(watch::Sender::new(0));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?.port());
    axum::serve(listener, app).await
}
