//! The square's front: the home, search, feeds, the fixed pages, and the doors for machines.

mod admin;
mod feeds;
mod fixed;
mod health;
mod home;
mod home_doors;
mod home_events;
mod home_lively;
mod home_waits;
mod machines;
mod offices;
mod search;

use kit::{Error, Result};

use crate::identity::{Act, Routes};

pub use health::{internal_routes, metrics_setup};

/// The site's addresses.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Act::Read, home::show)
        .get("/uffici", Act::Read, offices::index)
        .get("/uffici/{slug}", Act::Read, offices::show)
        .get("/healthz", Act::Read, health::alive)
        .get("/readyz", Act::Read, health::ready)
        .merge(search::routes())
        .merge(feeds::routes())
        .merge(fixed::routes())
        .merge(machines::routes())
        .merge(admin::routes())
}

/// Whatever no route answers.
pub async fn not_found() -> Result<()> {
    Err(Error::NotFound)
}
