//! GET /open311/v2/… — discovery, services and requests, as everybody may read them.

use axum::body::Bytes;
use axum::extract::Path;
use axum::response::Response;
use http::{HeaderMap, StatusCode, header};
use kit::Result;
use kit::cache::{Page as Kept, PageKey};
use kit::clock::MINUTE;
use kit::rate::Key as RateKey;
use wire::georeport::{Format, Value};

use super::check_jurisdiction;
use crate::desk::ReceiptNumber;
use crate::desk::open311::asked::{self, list as parts};
use crate::desk::open311::fault::{Fault, said, written};
use crate::desk::open311::{service, shown};
use crate::desk::request::{CATEGORIES, Category, TAG};
use crate::identity::Viewer;
use crate::shell::{App, Form, Frame, Query};

/// When these addresses last changed what they say.
const CHANGED: &str = "2026-11-22T20:00:00Z";
/// The standard's own address.
const SPECIFICATION: &str = "http://wiki.open311.org/GeoReport_v2";

/// The name of the outermost element, and what is in it.
type Found = (&'static str, Value);

/// The form of an answer: the address says it, or else the header.
pub fn format_of<'n>(name: &'n str, headers: &HeaderMap) -> (&'n str, Format) {
    let (stem, said) = Format::split(name);
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    (stem, said.unwrap_or_else(|| Format::accepted(accept)))
}

fn answer(frame: &Frame, format: Format, found: Result<Found, Fault>) -> Response {
    match found {
        Ok((root, value)) => written(StatusCode::OK, format, root, &value),
        Err(fault) => fault.answer(format, frame),
    }
}

/// Asks what stands before every answer.
fn enter(app: &App, frame: &Frame, viewer: &Viewer, query: &Form) -> Result<(), Fault> {
    app.limiter.take("api", RateKey::address(viewer.address))?;
    check_jurisdiction(app, frame, &query.line("jurisdiction_id"))
}

/// GET /open311/v2/{name} — `discovery`, `services`, `requests`.
pub async fn outer(app: App, frame: Frame, viewer: Viewer, Path(name): Path<String>, query: Query, headers: HeaderMap) -> Response {
    let (stem, format) = format_of(&name, &headers);
    if stem != "requests" || !query.0.line("service_request_id").is_empty() {
        return answer(&frame, format, list(&app, &frame, &viewer, stem, &query.0).await);
    }
    match stretch(&app, &frame, &viewer, &query.0, format).await {
        Ok(body) => said(StatusCode::OK, format, body),
        Err(fault) => fault.answer(format, &frame),
    }
}

/// The requests of a stretch of time: up to a thousand, the same for everybody. Written once, until one of them changes or a minute has
/// passed, after which the last ninety days are others.
async fn stretch(app: &App, frame: &Frame, viewer: &Viewer, query: &Form, format: Format) -> Result<Bytes, Fault> {
    enter(app, frame, viewer, query)?;
    let asked = asked::read(query, app.now(), &app.zone).map_err(|key| Fault::bad(frame.t(key)))?;
    check_codes(app, frame, &asked.codes).await?;
    let address = ["service_code", "status", "start_date", "end_date"].map(|name| query.line(name)).join(" ");
    let address = format!("open311 requests {format:?} {address}");
    let kept = app.cache.get_or_fill(PageKey { address: &address, language: frame.lang.word() }, async || {
        let rows = shown::list(&app.db, &asked).await?;
        let value = Value::Each("request", rows.iter().map(|row| row.value(app, frame)).collect());
        Ok(Kept::part(value.write(format, "service_requests")).shows(TAG).shows(CATEGORIES).shows("offices").until(app.now().plus(MINUTE)))
    });
    Ok(kept.await?.body())
}

async fn list(app: &App, frame: &Frame, viewer: &Viewer, what: &str, query: &Form) -> Result<Found, Fault> {
    enter(app, frame, viewer, query)?;
    match what {
        "discovery" => Ok(("discovery", discovery(app, frame))),
        "services" => Ok(("services", service::list(&Category::open(&app.db).await?, frame.lang))),
        "requests" => requests(app, frame, query).await,
        _ => Err(Fault::not_found(frame.t("open311-unknown"))),
    }
}

/// GET /open311/v2/{folder}/{name} — one service, one request, one token.
pub async fn inner(
    app: App,
    frame: Frame,
    viewer: Viewer,
    Path((folder, name)): Path<(String, String)>,
    query: Query,
    headers: HeaderMap,
) -> Response {
    let (stem, format) = format_of(&name, &headers);
    answer(&frame, format, member(&app, &frame, &viewer, (&folder, stem), &query.0).await)
}

async fn member(app: &App, frame: &Frame, viewer: &Viewer, (folder, name): (&str, &str), query: &Form) -> Result<Found, Fault> {
    enter(app, frame, viewer, query)?;
    match folder {
        "services" => match Category::chosen(&app.db, name).await? {
            Some(category) => Ok(("service_definition", service::definition(&category))),
            None => Err(Fault::not_found(frame.t1("open311-service-unknown", "code", name))),
        },
        "requests" => one(app, frame, name).await,
        "tokens" => token(app, frame, name).await,
        _ => Err(Fault::not_found(frame.t("open311-unknown"))),
    }
}

/// Where this server is and what it speaks.
fn discovery(app: &App, frame: &Frame) -> Value {
    let endpoint = Value::Fields(vec![
        ("specification", SPECIFICATION.into()),
        ("url", app.absolute("/open311/v2").into()),
        ("changeset", CHANGED.into()),
        ("type", "production".into()),
        ("formats", Value::Each("format", vec!["text/xml".into(), "application/json".into()])),
    ]);
    let mail = &frame.town.email;
    Value::Fields(vec![
        ("changeset", CHANGED.into()),
        ("contact", frame.t2("open311-contact", "town", &frame.town.name, "mail", mail).into()),
        ("key_service", frame.t1("open311-key-service", "mail", mail).into()),
        ("endpoints", Value::Each("endpoint", vec![endpoint])),
    ])
}

/// The numbers that are ones of ours, as we write them.
fn numbers(text: &str) -> Vec<String> {
    parts(text).iter().filter_map(|part| ReceiptNumber::parse(part)).map(|number| number.to_string()).collect()
}

/// The requests with these numbers, as they stand at this moment.
async fn requests(app: &App, frame: &Frame, query: &Form) -> Result<Found, Fault> {
    let numbers = numbers(&query.line("service_request_id"));
    if i64::try_from(numbers.len()).unwrap_or(i64::MAX) > shown::MOST {
        return Err(Fault::bad(frame.t("open311-many-ids")));
    }
    let rows = shown::numbered(&app.db, &numbers).await?;
    Ok(("service_requests", Value::Each("request", rows.iter().map(|row| row.value(app, frame)).collect())))
}

/// Every code that is asked for is one of ours, if only of a category that nobody chooses any more.
async fn check_codes(app: &App, frame: &Frame, codes: &[String]) -> Result<(), Fault> {
    if codes.is_empty() {
        return Ok(());
    }
    let all = Category::all(&app.db).await?;
    match codes.iter().find(|code| all.iter().all(|one| one.code != **code)) {
        Some(code) => Err(Fault::not_found(frame.t1("open311-service-unknown", "code", code))),
        None => Ok(()),
    }
}

/// One that everybody may read; what is private or hidden is as unknown as what never was.
async fn row(app: &App, frame: &Frame, id: &str) -> Result<shown::Row, Fault> {
    let found = match ReceiptNumber::parse(id) {
        Some(number) => shown::numbered(&app.db, &[number.to_string()]).await?.into_iter().next(),
        None => None,
    };
    found.ok_or_else(|| Fault::not_found(frame.t1("open311-request-unknown", "id", id)))
}

async fn one(app: &App, frame: &Frame, id: &str) -> Result<Found, Fault> {
    let row = row(app, frame, id).await?;
    Ok(("service_requests", Value::Each("request", vec![row.value(app, frame)])))
}

/// Every service here is `realtime`: the number is given at once, and it is its own token.
async fn token(app: &App, frame: &Frame, token: &str) -> Result<Found, Fault> {
    let row = row(app, frame, token).await?;
    let fields = Value::Fields(vec![("service_request_id", row.number().into()), ("token", token.into())]);
    Ok(("service_requests", Value::Each("request", vec![fields])))
}
