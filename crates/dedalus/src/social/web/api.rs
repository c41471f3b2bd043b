//! /api/dedalus/v1/… — the square for programs. Every address asks the same nouns as its page, through the same condition of
//! who may read what (`visible.rs`), the same limits, the same rules of what may be said.

mod communities;
mod follow;
mod gestures;
mod people;
mod posts;
mod recording;
mod search;
mod shape;
mod tags;
mod timelines;
mod write;

use crate::identity::Routes;

/// The square's addresses of the programming interface.
pub fn api_routes() -> Routes {
    Routes::new()
        .merge(timelines::routes())
        .merge(posts::routes())
        .merge(write::routes())
        .merge(gestures::routes())
        .merge(people::routes())
        .merge(communities::routes())
        .merge(tags::routes())
        .merge(search::routes())
        .merge(follow::routes())
}
