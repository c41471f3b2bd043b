//! The programming interface as a whole: the addresses of every domain, their description as OpenAPI, and the page that explains
//! them. The handlers stand beside their nouns.

mod openapi;
mod page;

use crate::identity::{self, Act, Routes};
use crate::{desk, notify, social};

/// The addresses of every domain for programs.
pub fn api_routes() -> Routes {
    Routes::new().merge(identity::api_routes()).merge(notify::api_routes()).merge(social::api_routes()).merge(desk::api_routes())
}

/// All of it.
pub fn routes() -> Routes {
    api_routes().get("/api", Act::Read, page::show).get("/api/openapi.json", Act::Read, openapi::show)
}
