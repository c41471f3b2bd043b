//! The square's front: the home, search, feeds, the fixed pages, and the doors for machines.

mod admin;
mod feeds;
mod fixed;
mod health;
mod home;
mod offices;
mod search;

use axum::Router;
use axum::routing::get;
use kit::{Error, Result};

use crate::shell::App;

pub use health::{internal_routes, metrics_setup};

/// The site's addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(home::show))
        .route("/cerca", get(search::show))
        .route("/uffici", get(offices::index))
        .route("/uffici/{slug}", get(offices::show))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .merge(feeds::routes())
        .merge(fixed::routes())
        .merge(admin::routes())
}

/// Whatever no route answers.
pub async fn not_found() -> Result<()> {
    Err(Error::NotFound)
}
