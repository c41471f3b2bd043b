//! Every address of the town, and the layers each request passes.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};

use crate::identity::{Act, Routes};
use crate::shell::{self, App};
use crate::{desk, identity, notify, quality, rest, site, social, territory};

/// Forms without files are smaller than this, in bytes.
const FORM_LIMIT: usize = 1024 * 1024;

/// Every address with its method and act.
pub fn routes() -> Routes {
    Routes::new()
        .post("/lingua", Act::Opine, shell::choose_language)
        .get("/assets/{file}", Act::Read, shell::serve_asset)
        .merge(identity::routes())
        .merge(notify::routes())
        .merge(quality::routes())
        .merge(territory::routes())
        .merge(social::routes())
        .merge(desk::routes())
        .merge(site::routes())
        .merge(rest::routes())
}

/// The router with its layers, outermost last. The page cache stands before all of them: see [`shell::Cached`].
pub fn router(app: &App) -> Router {
    routes()
        .into_router()
        .fallback(site::not_found)
        .method_not_allowed_fallback(identity::api::no_such_method)
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(from_fn_with_state(app.clone(), shell::check_origin))
        .layer(from_fn(shell::draw_failures))
        .layer(from_fn(identity::api::add_cors))
        .layer(from_fn_with_state(app.clone(), notify::count_unread))
        .layer(from_fn_with_state(app.clone(), identity::recognise))
        .layer(from_fn_with_state(app.clone(), shell::carry_toast))
        .layer(from_fn(shell::add_headers))
        .with_state(app.clone())
}
