//! /robots.txt (RFC 9309) and /.well-known/security.txt (RFC 9116).

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use kit::clock::DAY;
use kit::{Error, Result};

use crate::shell::{App, Keep};

/// What is for one person, or has no end, is of no use to a robot.
const NOT_FOR_ROBOTS: &[&str] = &[
    "/io",
    "/accedi",
    "/iscriviti",
    "/amministrazione",
    "/segreteria",
    "/cerca",
    "/embed/",
    "/oembed",
    "/mappa/tile/",
    "/mappa/indirizzi",
    "/mappa/vicino",
    "/mappa?",
];
/// How long security.txt says that it holds; RFC 9116 §2.5.5 asks for less than a year.
const HOLDS: i64 = 180 * DAY;

fn text(body: String) -> Response {
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

/// GET /robots.txt
pub async fn robots(app: App) -> Response {
    let rows: Vec<String> = NOT_FOR_ROBOTS.iter().map(|path| format!("Disallow: {path}\n")).collect();
    let answer = text(format!("User-agent: *\n{}Sitemap: {}\n", rows.concat(), app.absolute("/sitemap.xml")));
    Keep::of(["fixed"]).on(answer)
}

/// GET /.well-known/security.txt — whom to tell about a weakness.
pub async fn security(app: App) -> Result<Response> {
    let town = &app.config.town;
    // A file without a contact is none (§2.5.3): better none at all.
    if town.email.is_empty() {
        return Err(Error::NotFound);
    }
    // Dated by whole days, so that the text is the same for all who ask within one.
    let day = app.now().plus(HOLDS).zoned(&app.zone).date();
    let languages = "it, en, de";
    let body = format!(
        "Contact: mailto:{}\nExpires: {day}T00:00:00Z\nPreferred-Languages: {languages}\nCanonical: {}\n",
        town.email,
        app.absolute("/.well-known/security.txt")
    );
    let midnight = kit::i18n::dates::next_midnight(app.now(), &app.zone);
    Ok(Keep::of(["fixed"]).until(Some(midnight)).on(text(body)))
}
