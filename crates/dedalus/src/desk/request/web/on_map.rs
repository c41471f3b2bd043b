//! /segnalazioni/mappa/{z}/{x}/{y} — what the map of reports shows of a tile (GeoJSON, RFC 7946): single reports, and how many lie
//! close to each other. With the filters of the list; a tile is drawn four times as wide as those of the ground below it.

use axum::extract::Path;
use axum::response::Response;
use kit::cache::{Page as Kept, PageKey};
use kit::{Error, Result};
use serde_json::{Value, json};

use super::files::typed;
use super::list::{FILTERS, filter};
use crate::desk::request::category::TAG as CATEGORIES;
use crate::desk::request::clusters::{Cluster, clusters};
use crate::desk::request::list::{Filter, Row};
use crate::desk::request::record::category_name;
use crate::desk::request::visible::TAG;
use crate::shell::{App, Frame, Keep, Listing, Query};
use crate::territory::Tile;

/// The path, with what the script puts the tile in the place of.
pub const PATH: &str = "/segnalazioni/mappa/{z}/{x}/{y}";
/// The levels of tiles that are asked for.
const LEVELS: std::ops::RangeInclusive<u8> = 7..=17;

/// GET /segnalazioni/mappa/{z}/{x}/{y}?categoria=…&stato=…&periodo=…&q=…
pub async fn tile(app: App, frame: Frame, Path((z, x, y)): Path<(String, String, String)>, query: Query) -> Result<Response> {
    let tile = Tile::parse(&z, &x, &y).filter(|tile| LEVELS.contains(&tile.z)).ok_or(Error::NotFound)?;
    let list = Listing::new(PATH, &query, FILTERS);
    let midnight = kit::i18n::dates::next_midnight(frame.now, &frame.zone);
    // Counting a whole town is a fifth of a second for 200,000 reports, and the same for everybody, signed in or not.
    let address = format!("tile {}/{}/{} {}", tile.z, tile.x, tile.y, list.first());
    let kept = app.cache.get_or_fill(PageKey { address: &address, language: frame.lang.word() }, async || {
        let asked = Filter { before: None, ..filter(&list, app.now()) };
        let found = clusters(&app.db, &asked, tile.corners()).await?;
        let features: Vec<Value> = found.iter().map(|cluster| feature(&frame, cluster)).collect();
        let body = json!({ "type": "FeatureCollection", "features": features }).to_string();
        Ok(Kept::part(body.into_bytes()).shows(TAG).shows(CATEGORIES).until(midnight))
    });
    let body = String::from_utf8_lossy(&kept.await?.body()).into_owned();
    Ok(Keep::of([TAG, CATEGORIES]).until(Some(midnight)).on(typed(body, "application/geo+json")))
}

fn feature(frame: &Frame, cluster: &Cluster) -> Value {
    let (lat, lon) = cluster.middle.degrees();
    let properties = match &cluster.only {
        Some(row) => one(frame, row),
        None => json!({ "n": cluster.count }),
    };
    let ((south, west), (north, east)) = (cluster.corners.0.degrees(), cluster.corners.1.degrees());
    json!({
        "type": "Feature",
        "bbox": [west, south, east, north],
        "geometry": { "type": "Point", "coordinates": [lon, lat] },
        "properties": properties,
    })
}

/// What stands in the balloon of a report.
fn one(frame: &Frame, row: &Row) -> Value {
    json!({
        "n": 1,
        "numero": row.number,
        "titolo": row.title,
        "pagina": format!("/segnalazioni/{}", row.number),
        "categoria": category_name(row.category.as_deref(), frame.lang),
        "luogo": row.address,
        "fase": row.status.stage().word(),
        "stato": frame.t(row.status.key()),
        "quando": frame.when(&row.received_at),
    })
}
