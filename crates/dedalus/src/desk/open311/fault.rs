//! What went wrong, in the one form that the standard has for it: a list of errors, each with the status and a sentence.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kit::Error;
use kit::error::FieldError;
use wire::georeport::{Format, Value};

use crate::shell::Frame;

/// Why there is no answer.
#[derive(Debug)]
pub enum Fault {
    /// As the standard has it, with what is said to who asked.
    Said(StatusCode, Vec<String>),
    /// As the house has it.
    House(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::House(error)
    }
}

/// What the fields of our forms are called in the standard.
const FIELDS: &[(&str, &str)] = &[("luogo", "lat, long, address_string, address_id"), ("email", "email"), ("description", "description")];

impl Fault {
    /// Not there (404).
    pub fn not_found(words: impl Into<String>) -> Self {
        Self::Said(StatusCode::NOT_FOUND, vec![words.into()])
    }

    /// Something is missing or wrong (400).
    pub fn bad(words: impl Into<String>) -> Self {
        Self::Said(StatusCode::BAD_REQUEST, vec![words.into()])
    }

    /// No key, or none that counts (403).
    pub fn forbidden(words: impl Into<String>) -> Self {
        Self::Said(StatusCode::FORBIDDEN, vec![words.into()])
    }

    /// The answer that says so.
    pub fn answer(self, format: Format, frame: &Frame) -> Response {
        let (status, wait, lines) = match self {
            Self::Said(status, lines) => (status, None, lines),
            Self::House(error) => {
                let wait = error.retry_after();
                let (status, lines) = of_house(&error, frame);
                (status, wait, lines)
            }
        };
        let code = i64::from(status.as_u16());
        let errors = lines.into_iter().map(|line| Value::Fields(vec![("code", Value::Whole(code)), ("description", line.into())]));
        let mut response = written(status, format, "errors", &Value::Each("error", errors.collect()));
        if let Some(wait) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
        }
        response
    }
}

/// An error of the house, with its sentences.
fn of_house(error: &Error, frame: &Frame) -> (StatusCode, Vec<String>) {
    if let Error::Internal(_) = error {
        tracing::error!(%error, "an Open311 request failed");
    }
    let line = |key: &str| vec![frame.t(key).to_owned()];
    match error {
        Error::Invalid(faults) => {
            let words = |fault: &FieldError| {
                let known = FIELDS.iter().find(|(ours, _)| *ours == fault.field);
                let field = known.map_or_else(|| fault.field.to_string(), |(_, theirs)| (*theirs).to_owned());
                if field.is_empty() { frame.fault(fault) } else { format!("{field}: {}", frame.fault(fault)) }
            };
            (StatusCode::BAD_REQUEST, faults.iter().map(words).collect())
        }
        Error::NotFound => (StatusCode::NOT_FOUND, line("open311-unknown")),
        Error::TooMany(_) => (StatusCode::TOO_MANY_REQUESTS, line("open311-too-many")),
        other => (other.status(), line("open311-failed")),
    }
}

/// An answer in its form.
pub fn written(status: StatusCode, format: Format, root: &str, value: &Value) -> Response {
    said(status, format, value.write(format, root))
}

/// The same, of a text that is there.
pub fn said(status: StatusCode, format: Format, text: impl IntoResponse) -> Response {
    let mut response = (status, text).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept, Accept-Language"));
    response
}
