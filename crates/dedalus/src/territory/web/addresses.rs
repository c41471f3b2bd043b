//! /mappa/indirizzi, /mappa/vicino — words to addresses, points to words: as pages, and as JSON for the field's script.

use askama::Template;
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, header};
use kit::rate::Key;
use kit::{Error, Result};
use serde_json::{Value, json};

use super::wants_json;
use crate::identity::Viewer;
use crate::shell::{App, Frame, Query, page, see};
use crate::territory::{Address, Point, district_at, districts, find, inside, nearest};

/// Addresses of one answer.
const MOST: usize = 8;

#[derive(Template)]
#[template(path = "territory/templates/addresses.html")]
struct AddressesPage {
    frame: Frame,
    words: String,
    found: Vec<Address>,
}

/// Where an address is shown on the map.
fn on_map(address: &Address) -> String {
    let (lat, lon) = address.point.degrees();
    let begun = String::from("/mappa?");
    let place = begun.len();
    let mut query = url::form_urlencoded::Serializer::for_suffix(begun, place);
    query.append_pair("luogo", &address.text()).append_pair("lat", &lat.to_string()).append_pair("lon", &lon.to_string());
    query.finish()
}

impl AddressesPage {
    fn path(&self, address: &Address) -> String {
        on_map(address)
    }
}

fn shape(address: &Address) -> Value {
    let (lat, lon) = address.point.degrees();
    json!({"text": address.text(), "district": address.district, "exact": address.exact, "lat": lat, "lon": lon})
}

/// Where somebody is or looks for is theirs: no store keeps the answer.
fn private(answer: Value) -> Response {
    let mut response = Json(answer).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

/// GET /mappa/indirizzi?q=… — typing errors are forgiven.
pub async fn index(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, query: Query) -> Result<Response> {
    app.limiter.take("search", Key::address(viewer.address))?;
    let words: String = query.0.line("q").chars().take(100).collect();
    let found = find(&app.db, &words, MOST).await?;
    if wants_json(&headers) {
        return Ok(private(json!({"addresses": found.iter().map(shape).collect::<Vec<_>>()})));
    }
    page(&AddressesPage { frame, words, found })
}

/// GET /mappa/vicino?lat=…&lon=… — the address nearest to a point, and whether the point lies in the town. A browser is led to the map.
pub async fn near(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, query: Query) -> Result<Response> {
    app.limiter.take("search", Key::address(viewer.address))?;
    let (lat, lon) = (query.0.line("lat"), query.0.line("lon"));
    let point = Point::parse(&lat, &lon);
    if !wants_json(&headers) {
        let point = point.map(Point::degrees).map(|(lat, lon)| format!("?lat={lat}&lon={lon}"));
        return see(&format!("/mappa{}", point.unwrap_or_default()), None);
    }
    let point = point.ok_or_else(|| Error::field("lat", "error-place-point"))?;
    let (inside, near, districts) = tokio::try_join!(inside(&app.db, point), nearest(&app.db, point), districts(&app.db))?;
    let near = near.filter(|_| inside);
    let words = near.as_ref().map(|near| words_of(&frame, near));
    Ok(private(json!({
        "inside": inside,
        "address": near.as_ref().map(|near| near.address.text()),
        "metres": near.as_ref().map(|near| near.metres.round()),
        "district": district_at(&districts, point),
        "words": words,
    })))
}

/// "A 12 metri da Via Garibaldi 12".
pub(super) fn words_of(frame: &Frame, near: &crate::territory::Near) -> String {
    let address = near.address.text();
    if near.metres < 8.0 {
        return address;
    }
    let metres = if near.metres < 100.0 { near.metres.round() } else { (near.metres / 10.0).round() * 10.0 };
    frame.t2("map-near", "metres", &metres.to_string(), "address", &address)
}
