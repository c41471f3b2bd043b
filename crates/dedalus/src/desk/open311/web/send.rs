//! POST /open311/v2/requests — a report of a program that has a key.

use axum::extract::Path;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use kit::rate::Key as RateKey;
use kit::{Error, Result};
use wire::georeport::Value;

use super::check_jurisdiction;
use super::read::format_of;
use crate::desk::open311::fault::{Fault, written};
use crate::desk::open311::{Key, take, typed};
use crate::desk::request::Category;
use crate::identity::Viewer;
use crate::shell::{App, Form, Frame, Query};

/// POST /open311/v2/{name}
pub async fn create(
    app: App,
    frame: Frame,
    viewer: Viewer,
    Path(name): Path<String>,
    query: Query,
    headers: HeaderMap,
    form: Result<Form>,
) -> Response {
    let (stem, format) = format_of(&name, &headers);
    let made = if stem == "requests" {
        receive(&app, &frame, &viewer, &query.0, form).await
    } else {
        Err(Fault::not_found(frame.t("open311-unknown")))
    };
    match made {
        Ok(value) => written(StatusCode::OK, format, "service_requests", &value),
        Err(fault) => fault.answer(format, &frame),
    }
}

async fn receive(app: &App, frame: &Frame, viewer: &Viewer, query: &Form, form: Result<Form>) -> Result<Value, Fault> {
    app.limiter.take("api", RateKey::address(viewer.address))?;
    let form = form?;
    // The standard sends all of it in the body; some programs put these two into the address.
    let said = |name: &str| if form.has(name) { form.line(name) } else { query.line(name) };
    let key = brought(app, frame, viewer, &said("api_key")).await?;
    check_jurisdiction(app, frame, &said("jurisdiction_id"))?;
    let code = form.line("service_code");
    if code.is_empty() {
        return Err(Fault::bad(frame.t("open311-service-missing")));
    }
    let Some(category) = Category::chosen(&app.db, &code).await? else {
        return Err(Fault::not_found(frame.t1("open311-service-unknown", "code", &code)));
    };
    let new = typed::request(app, frame, &form, &category).await?;
    let (text, media) = (typed::hash(&form), form.line("media_url"));
    let media = Some(media.as_str()).filter(|url| !url.is_empty());
    let taken = app.db.write(async |tx| take(tx, &app.zone, &key, &new, text, media).await).await;
    let number = match taken {
        Err(Error::NotFound) => return Err(Fault::forbidden(frame.t("open311-key-wrong"))),
        taken => taken?,
    };
    Ok(Value::Each(
        "request",
        vec![Value::Fields(vec![
            ("service_request_id", number.into()),
            ("service_notice", frame.tn("open311-notice", &category.days).into()),
            ("account_id", Value::Nothing),
        ])],
    ))
}

/// The key that came. Guessing is bounded by address, sending by key.
async fn brought(app: &App, frame: &Frame, viewer: &Viewer, secret: &str) -> Result<Key, Fault> {
    if secret.is_empty() {
        return Err(Fault::forbidden(frame.t("open311-key-missing")));
    }
    let Some(key) = Key::brought(&app.db, secret).await? else {
        app.limiter.take("sign_in_address", RateKey::address(viewer.address))?;
        return Err(Fault::forbidden(frame.t("open311-key-wrong")));
    };
    app.limiter.take("open311", RateKey::Account(key.id.0))?;
    Ok(key)
}
