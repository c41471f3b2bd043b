//! The square's front: the home, search, feeds, the fixed pages, and the doors for machines.

mod admin;
mod feeds;
mod fixed;
mod health;
mod home;
mod offices;
mod search;

use kit::{Error, Result};

use crate::identity::{Act, Routes};

pub use health::{internal_routes, metrics_setup};

/// The site's addresses.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Act::Read, home::show)
        .get("/cerca", Act::Read, search::show)
        .get("/uffici", Act::Read, offices::index)
        .get("/uffici/{slug}", Act::Read, offices::show)
        .get("/healthz", Act::Read, health::alive)
        .get("/readyz", Act::Read, health::ready)
        .merge(feeds::routes())
        .merge(fixed::routes())
        .merge(admin::routes())
}

/// Whatever no route answers.
pub async fn not_found() -> Result<()> {
    Err(Error::NotFound)
}
