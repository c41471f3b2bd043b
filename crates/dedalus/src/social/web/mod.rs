//! The square's pages: writing, reading, answering, taking back, and the lists.

mod answers;
mod at;
mod change;
mod compose;
mod draft;
mod intake;
mod lists;
mod media;
mod paging;
mod people;
mod remove;
mod show;
mod store;
mod thread;
mod versions;
mod voices;

use axum::Router;
use axum::routing::{get, post};

use crate::shell::App;

pub use intake::sweep_half_sent;
pub use store::{Stored, store as store_picture};

/// Addresses of posts, people and voices.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/post/nuovo", get(compose::form))
        .route("/post", post(compose::create))
        .route("/post/{id}", get(show::show))
        .route("/post/{id}/modifica", get(change::form).post(change::save))
        .route("/post/{id}/versioni", get(versions::show))
        .route("/post/{id}/cancellazione", get(remove::form).post(remove::create))
        .route("/post/{id}/ripristino", post(remove::restore))
        .route("/post/{id}/commenti", post(answers::create))
        .route("/media/{file}", get(media::show))
        .route("/pagine", get(voices::index))
        .route("/pagine/{handle}", get(voices::show))
        .route("/persone/{handle}", get(people::show))
        .route("/novita", get(lists::news))
        .route("/conversazioni", get(lists::talk))
}
