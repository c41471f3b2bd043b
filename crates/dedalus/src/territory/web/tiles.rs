//! /mappa/tile/{z}/{x}/{y}, /mappa/disegno.svg — the map's tiles, from the town's map server or drawn from what was imported.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use kit::rate::Key;
use kit::{Error, Result};
use sha2::{Digest, Sha256};

use crate::identity::Viewer;
use crate::shell::{App, Query};
use crate::territory::draw::{Window, draw};
use crate::territory::grid::{COARSEST, FINEST, Tile};
use crate::territory::{Point, extent, tiles};

const SVG: &str = "image/svg+xml";
/// How long a browser may keep a tile: fetched ones change rarely, drawn ones with the next import, one in need soon.
const A_DAY: &str = "public, max-age=86400";
const AN_HOUR: &str = "public, max-age=3600";
const A_MINUTE: &str = "public, max-age=60";
/// The size of a drawing.
const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 560.0;

/// GET /mappa/tile/{z}/{x}/{y} — only around the town: this is no door to the whole world's map.
pub async fn show(app: App, viewer: Viewer, Path((z, x, y)): Path<(String, String, String)>, headers: HeaderMap) -> Result<Response> {
    let tile = Tile::parse(&z, &x, &y).filter(|tile| tile.z >= COARSEST).ok_or(Error::NotFound)?;
    let extent = extent(&app.db).await?.ok_or(Error::NotFound)?;
    if !tile.meets(extent) {
        return Err(Error::NotFound);
    }
    if !app.config.map.tiles.is_empty() {
        let found = tiles::picture(&app, tile, || app.limiter.take("tiles", Key::address(viewer.address))).await?;
        if let Some(picture) = found {
            return Ok(answer(&headers, picture.bytes, picture.kind, A_DAY));
        }
    }
    // The plain map stands in as long as the other one is away.
    let kept = if app.config.map.tiles.is_empty() { AN_HOUR } else { A_MINUTE };
    let drawn = draw(&app.db, Window::of_tile(tile), None).await?;
    Ok(answer(&headers, drawn.into(), SVG, kept))
}

/// GET /mappa/disegno.svg?lat=…&lon=…&livello=…&punto=… — a picture of a place, for whoever has no script.
pub async fn drawing(app: App, headers: HeaderMap, query: Query) -> Result<Response> {
    let point = |lat: &str, lon: &str| Point::parse(lat, lon);
    let middle = point(&query.0.line("lat"), &query.0.line("lon")).ok_or(Error::NotFound)?;
    let level = query.0.line("livello").parse().ok().filter(|level| (COARSEST..=FINEST).contains(level)).unwrap_or(15);
    let pin = query.0.line("punto");
    let pin = pin.split_once(',').and_then(|(lat, lon)| point(lat, lon));
    let drawn = draw(&app.db, Window::around(middle, level, WIDTH, HEIGHT), pin).await?;
    Ok(answer(&headers, drawn.into(), SVG, AN_HOUR))
}

/// The picture, or that the browser has it already.
fn answer(asked: &HeaderMap, bytes: Bytes, kind: &'static str, kept: &'static str) -> Response {
    let hash: String = Sha256::digest(&bytes).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    let tag = format!("\"{hash}\"");
    let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok()).any(|line| line.contains(&tag));
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { bytes.into_response() };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    if !known {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    }
    response
}
