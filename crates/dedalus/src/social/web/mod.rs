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
mod review;
mod show;
mod store;
mod thread;
mod versions;
mod voices;

use crate::identity::{Act, Routes};

pub use intake::sweep_half_sent;
pub use store::{Stored, store as store_picture};

/// Addresses of posts, people and voices.
pub fn routes() -> Routes {
    Routes::new()
        .get("/post/nuovo", Act::Speak, compose::form)
        .post("/post", Act::Speak, compose::create)
        .get("/post/{id}", Act::Read, show::show)
        .get("/post/{id}/modifica", Act::Speak, change::form)
        .post("/post/{id}/modifica", Act::Speak, change::save)
        .get("/post/{id}/versioni", Act::Read, versions::show)
        .get("/post/{id}/cancellazione", Act::Speak, remove::form)
        .post("/post/{id}/cancellazione", Act::Speak, remove::create)
        .post("/post/{id}/ripristino", Act::Speak, remove::restore)
        .post("/post/{id}/commenti", Act::Speak, answers::create)
        .get("/segreteria/da-rivedere", Act::ReleasePost, review::index)
        .get("/segreteria/da-rivedere/{id}", Act::ReleasePost, review::show)
        .post("/segreteria/da-rivedere/{id}/rilascio", Act::ReleasePost, review::release)
        .post("/segreteria/da-rivedere/{id}/rinvio", Act::ReleasePost, review::give_back)
        .get("/media/{file}", Act::Read, media::show)
        .get("/pagine", Act::Read, voices::index)
        .get("/pagine/{handle}", Act::Read, voices::show)
        .get("/persone/{handle}", Act::Read, people::show)
        .get("/novita", Act::Read, lists::news)
        .get("/conversazioni", Act::Read, lists::talk)
}
