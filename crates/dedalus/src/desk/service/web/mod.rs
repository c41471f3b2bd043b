//! The pages of the catalogue: for everybody, for the offices that keep it, for programs.

mod admin;
mod api;
mod catalogue;
mod export;
mod guide;
mod show;
mod versions;
mod view;

use crate::identity::{Act, Routes};

pub use api::routes as api_routes;

/// Addresses of the catalogue.
pub fn routes() -> Routes {
    Routes::new()
        .get("/servizi", Act::Read, catalogue::index)
        .get("/servizi.csv", Act::Read, export::csv)
        .get("/servizi.json", Act::Read, export::json)
        .get("/servizi/guida", Act::Read, guide::show)
        .get("/servizi/categorie/{word}", Act::Read, catalogue::category)
        .get("/servizi/argomenti/{word}", Act::Read, catalogue::topic)
        .get("/servizi/eventi/{word}", Act::Read, catalogue::event)
        .get("/servizi/{slug}", Act::Read, show::card)
        .get("/servizi/{slug}/cosa-serve", Act::Read, show::needed)
        .get("/servizi/{slug}/versioni", Act::WorkInside, versions::index)
        .get("/servizi/{slug}/versioni/confronto", Act::WorkInside, versions::compare)
        .get("/servizi/{slug}/versioni/{number}", Act::WorkInside, versions::show)
        .merge(admin::routes())
}
