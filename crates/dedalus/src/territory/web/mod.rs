//! The territory's pages: the map, addresses, tiles, and administration.

mod addresses;
mod admin;
mod districts;
mod map;
mod tiles;
mod upload;

use http::{HeaderMap, header};

use crate::identity::{Act, Routes};
use crate::shell::MapLayer;

/// The territory's own layers of the map.
pub const LAYERS: &[MapLayer] = &[MapLayer {
    word: "quartieri",
    name: "territory-districts",
    geojson: "/mappa/quartieri.geojson",
    list: "/mappa/quartieri",
    shown: false,
}];

/// Addresses of the territory.
pub fn routes() -> Routes {
    Routes::new()
        .get("/mappa", Act::Read, map::show)
        .get("/mappa/indirizzi", Act::Read, addresses::index)
        .get("/mappa/vicino", Act::Read, addresses::near)
        .get("/mappa/quartieri", Act::Read, districts::index)
        .get("/mappa/quartieri.geojson", Act::Read, districts::geojson)
        .get("/mappa/disegno.svg", Act::Read, tiles::drawing)
        .get("/mappa/tile/{z}/{x}/{y}", Act::Read, tiles::show)
        .merge(admin::routes())
}

/// Does a program ask, and no browser for a page?
fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    accept.contains("application/json") && !accept.contains("text/html")
}
