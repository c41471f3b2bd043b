//! The one place where an error becomes a page, or problem details (RFC 9457) for programs.

use askama::Template;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kit::Error;
use kit::error::FieldError;

use super::frame::Frame;
use super::origin::{OWN_CREDENTIAL, is_for_programs};
use super::page::page_with;

#[derive(Template)]
#[template(path = "shell/templates/failure.html")]
struct FailurePage {
    frame: Frame,
    status: u16,
    title: &'static str,
    advice: String,
    /// Where signing in leads back to.
    sign_in: bool,
    faults: Vec<String>,
}

/// Draws what a handler returned as an error.
pub async fn draw(request: Request, next: Next) -> Response {
    let frame = request.extensions().get::<Frame>().cloned();
    let wants_html = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_none_or(|accept| accept.contains("text/html") || accept.contains("*/*"));
    let programs = is_for_programs(request.uri().path());
    let wants_html = wants_html && !programs && !OWN_CREDENTIAL.contains(&request.uri().path());
    let is_read = request.method() == http::Method::GET || request.method() == http::Method::HEAD;
    let response = next.run(request).await;
    let error = match response.extensions().get::<Error>() {
        Some(error) => error.clone(),
        // Pages and answers of a protocol that say themselves what is wrong.
        None if is_drawn(&response) => return response,
        // The router's own answers have no error of ours in them.
        None => match response.status() {
            // A path that is no UTF-8, or whose number is none, is an address that is not there.
            StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST => Error::NotFound,
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge(0),
            _ => return response,
        },
    };
    let Some(frame) = frame else { return response };
    let status = error.status();
    let mut drawn = if wants_html {
        if matches!(error, Error::SignIn) && is_read && frame.account.is_none() {
            return to_sign_in(&frame);
        }
        html(&frame, &error).unwrap_or_else(|_| status.into_response())
    } else {
        problem(&frame, &error, programs)
    };
    if let Some(wait) = error.retry_after() {
        drawn.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
    }
    drawn
}

/// A reader who must sign in first is led there and back.
fn to_sign_in(frame: &Frame) -> Response {
    let back: String = url::form_urlencoded::byte_serialize(frame.here.as_bytes()).collect();
    super::page::see(&format!("/accedi?torna={back}"), Some("toast-sign-in-first")).unwrap_or_else(IntoResponse::into_response)
}

/// The sentence and the advice of an error.
fn sentences(frame: &Frame, error: &Error) -> (&'static str, String) {
    let (title, advice) = match error {
        Error::NotFound => ("failure-404", "failure-404-advice"),
        Error::Forbidden => ("failure-403", "failure-403-advice"),
        Error::SignIn => ("failure-401", "failure-401-advice"),
        Error::Invalid(_) => ("failure-422", "failure-422-advice"),
        Error::Conflict(key) => ("failure-409", *key),
        Error::Violation(_) => ("failure-409", "failure-409-advice"),
        Error::TooLarge(_) => ("failure-413", "failure-413-advice"),
        Error::TooMany(wait) => return (frame.t("failure-429"), wait_sentence(frame, *wait)),
        Error::Busy => ("failure-503", "failure-503-advice"),
        Error::Internal(_) => ("failure-500", "failure-500-advice"),
    };
    (frame.t(title), frame.t(advice).to_owned())
}

/// "Riprova fra 40 secondi" or "fra 3 minuti".
fn wait_sentence(frame: &Frame, seconds: u32) -> String {
    if seconds <= 90 {
        frame.tn("failure-429-seconds", &i64::from(seconds))
    } else {
        frame.tn("failure-429-minutes", &i64::from(seconds.div_ceil(60)))
    }
}

fn html(frame: &Frame, error: &Error) -> kit::Result<Response> {
    let (title, advice) = sentences(frame, error);
    let faults = match error {
        Error::Invalid(errors) => errors.iter().map(|fault| frame.fault(fault)).collect(),
        _ => Vec::new(),
    };
    let sign_in = matches!(error, Error::SignIn | Error::Forbidden) && frame.account.is_none();
    page_with(error.status(), &FailurePage { frame: frame.clone(), status: error.status().as_u16(), title, advice, sign_in, faults })
}

fn is_drawn(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.contains("json") || kind.contains("html") || kind.contains("xml"))
}

/// What the fields of our forms are called in the programming interface.
const FIELDS: &[(&str, &str)] = &[
    ("testo", "text"),
    ("titolo", "title"),
    ("avviso", "warning"),
    ("comunita", "community"),
    ("cita", "quote"),
    ("risponde", "parent"),
    ("successore", "successor"),
    ("parole", "words"),
];

/// Faults that a text has in itself; every other one says how it stands to what is in the town now.
const OF_SHAPE: &[&str] = &[
    "error-post-empty",
    "error-post-long",
    "error-post-title",
    "error-post-title-long",
    "error-warning-long",
    "error-api-choice",
    "error-api-number",
    "error-api-words",
    "error-service-words",
];

/// The status for a program: 422 for what could never be taken, 409 for what cannot be taken as things stand (RFC 9110 §15.5.10).
fn status_for_programs(error: &Error) -> StatusCode {
    match error {
        Error::Invalid(faults) if faults.iter().any(|fault| OF_SHAPE.contains(&fault.key)) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Invalid(_) => StatusCode::CONFLICT,
        other => other.status(),
    }
}

fn problem(frame: &Frame, error: &Error, programs: bool) -> Response {
    let status = if programs { status_for_programs(error) } else { error.status() };
    let (title, detail) = sentences(frame, error);
    let faults: Vec<serde_json::Value> = match error {
        Error::Invalid(errors) => {
            let field = |fault: &FieldError| {
                let known = FIELDS.iter().find(|(ours, _)| programs && *ours == fault.field);
                known.map_or_else(|| fault.field.to_string(), |(_, theirs)| (*theirs).to_owned())
            };
            errors.iter().map(|fault| serde_json::json!({"field": field(fault), "detail": frame.fault(fault)})).collect()
        }
        _ => Vec::new(),
    };
    let body = serde_json::json!({"type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail, "errors": faults});
    let mut response = (status, body.to_string()).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}
