//! The public list as files: CSV (RFC 4180), GeoJSON (RFC 7946), RSS 2.0; each with the filters of the list.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use jiff::Timestamp;
use kit::Result;
use kit::text::markdown::excerpt;
use serde_json::json;
use wire::feed::{Feed, Item};

use super::list::{FILTERS, filter};
use crate::desk::request::category::Category;
use crate::desk::request::list::{Filter, Row, public};
use crate::desk::request::record::category_name;
use crate::desk::request::visible::TAG;
use crate::shell::{App, Frame, Keep, Listing, PIECE, Query, Sheet, csv, piece_after};
use crate::territory::Point;

/// Features of one answer; the newest that the filter lets through.
const FEATURES: i64 = 2_000;
/// Items of a feed.
const ITEMS: i64 = 30;

fn listing(query: &Query) -> Listing {
    Listing::new("/segnalazioni", query, FILTERS)
}

fn path(row: &Row) -> String {
    format!("/segnalazioni/{}", row.number)
}

/// GET /segnalazioni.csv
pub async fn csv_file(app: App, frame: Frame, query: Query) -> Result<Response> {
    let asked = filter(&listing(&query), app.now());
    let headings = ["number", "category", "title", "place", "status", "office", "received", "due", "closed"];
    let headings = headings.map(|name| frame.t(&format!("request-column-{name}")));
    csv("segnalazioni", &headings, move |after| {
        let (app, frame, asked) = (app.clone(), frame.clone(), Filter { before: after, ..asked.clone() });
        async move {
            let rows = public(&app.db, &asked, PIECE).await?;
            let mut sheet = Sheet::default();
            for row in &rows {
                sheet.line([
                    row.number.clone(),
                    category_name(row.category.as_deref(), frame.lang),
                    row.title.clone(),
                    row.address.clone(),
                    frame.t(row.status.key()).to_owned(),
                    row.office.clone(),
                    row.received_at.rfc3339(),
                    row.due_at.rfc3339(),
                    row.closed_at.map(|at| at.rfc3339()).unwrap_or_default(),
                ]);
            }
            Ok((sheet, piece_after(&rows, |row| row.id.0)))
        }
    })
    .await
}

/// GET /segnalazioni.geojson — those with a place.
pub async fn geojson(app: App, frame: Frame, query: Query) -> Result<Response> {
    let rows = public(&app.db, &filter(&listing(&query), app.now()), FEATURES).await?;
    let features: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            let (lat, lon) = Point { lat: row.lat?, lon: row.lon? }.degrees();
            Some(json!({
                "type": "Feature",
                "id": row.number,
                "geometry": { "type": "Point", "coordinates": [lon, lat] },
                "properties": {
                    "title": row.title,
                    "category": category_name(row.category.as_deref(), frame.lang),
                    "status": row.status.word(),
                    "address": row.address,
                    "received": row.received_at.rfc3339(),
                    "url": app.absolute(&path(row)),
                },
            }))
        })
        .collect();
    let body = json!({ "type": "FeatureCollection", "features": features }).to_string();
    Ok(typed(body, "application/geo+json"))
}

/// GET /segnalazioni/feed.rss
pub async fn feed(app: App, frame: Frame, query: Query) -> Result<Response> {
    let list = listing(&query);
    let rows = public(&app.db, &filter(&list, app.now()), ITEMS).await?;
    let category = match list.maybe("categoria") {
        Some(code) => Category::chosen(&app.db, &code).await?.map(|one| one.called(frame.lang).to_owned()),
        None => None,
    };
    let title = category.map_or_else(|| frame.t("requests-title").to_owned(), |name| format!("{}: {name}", frame.t("requests-title")));
    let feed = Feed {
        title: format!("{title} · {}", frame.town.name),
        description: frame.t("requests-lead").to_owned(),
        link: app.absolute(&list.first()),
        address: app.absolute(&frame.here),
        language: frame.lang.word().to_owned(),
        items: rows.iter().map(|row| item(&app, &frame, row)).collect(),
    };
    Ok(Keep::of([TAG]).on(typed(feed.rss(), "application/rss+xml; charset=utf-8")))
}

fn item(app: &App, frame: &Frame, row: &Row) -> Item {
    let address = app.absolute(&path(row));
    let at = |time: kit::clock::Time| Timestamp::from_microsecond(time.micros()).unwrap_or_default();
    Item {
        id: address.clone(),
        link: address,
        title: row.title.clone(),
        summary: format!("{} · {} · {}", frame.t(row.status.key()), row.address, excerpt(&row.body, 300)),
        html: String::new(),
        author: row.office.clone(),
        published: at(row.received_at),
        updated: at(row.closed_at.unwrap_or(row.received_at)),
        attachments: Vec::new(),
    }
}

pub fn typed(body: String, kind: &'static str) -> Response {
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
