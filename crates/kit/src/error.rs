//! One error for the whole house: what a person may read, apart from what the log needs.
//!
//! A handler returns [`Result`]; [`Error`] knows its status and rides in the response's extensions,
//! where one middleware of the frame finds it and draws the page (or RFC 9457 JSON). Nobody else formats errors.

use std::borrow::Cow;
use std::fmt;
use std::panic::Location;
use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::StatusCode;

use crate::db::{DbError, Violation};

/// The result every fallible function of the house returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, in the eight ways a person can meet (and one for the log).
#[derive(Debug, Clone)]
pub enum Error {
    /// Not there, or not there for this viewer: the two are never told apart.
    NotFound,
    /// The viewer is known and may not.
    Forbidden,
    /// The viewer must sign in first.
    SignIn,
    /// The form has faults, each beside its field.
    Invalid(FieldErrors),
    /// Somebody was faster; the key names the sentence to show.
    Conflict(&'static str),
    /// The body is larger than this address takes, in bytes.
    TooLarge(u64),
    /// Too many attempts; the number is the seconds to wait (`Retry-After`, RFC 9110 §10.2.3).
    TooMany(u32),
    /// Nothing was written and nothing was lost: try again in a moment.
    Busy,
    /// The database refused a row; forms turn this into [`Error::Invalid`] with [`Error::or_field`].
    Violation(Violation),
    /// Our fault. The person reads an apology, the log reads the cause.
    Internal(Cause),
}

/// Why an internal error happened and who noticed it first.
#[derive(Clone)]
pub struct Cause {
    what: Arc<str>,
    place: &'static Location<'static>,
}

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at {}:{})", self.what, self.place.file(), self.place.line())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("not found"),
            Self::Forbidden => f.write_str("forbidden"),
            Self::SignIn => f.write_str("sign-in needed"),
            Self::Invalid(errors) => write!(f, "invalid: {errors:?}"),
            Self::Conflict(key) => write!(f, "conflict: {key}"),
            Self::TooLarge(limit) => write!(f, "larger than {limit} bytes"),
            Self::TooMany(wait) => write!(f, "too many, wait {wait} s"),
            Self::Busy => f.write_str("busy"),
            Self::Violation(violation) => write!(f, "{violation}"),
            Self::Internal(cause) => write!(f, "{cause:?}"),
        }
    }
}

impl std::error::Error for Error {}

impl Error {
    /// An internal error with its cause in words, remembering the caller's place.
    #[track_caller]
    pub fn internal(what: impl fmt::Display) -> Self {
        Self::Internal(Cause { what: what.to_string().into(), place: Location::caller() })
    }

    /// One fault in one field.
    pub fn field(field: impl Into<Cow<'static, str>>, key: &'static str) -> Self {
        let mut errors = FieldErrors::default();
        errors.add(field, key);
        Self::Invalid(errors)
    }

    /// The HTTP status of this error (RFC 9110 §15, RFC 6585 for 429).
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(_) | Self::Violation(_) => StatusCode::CONFLICT,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Seconds after which trying again makes sense, if it ever does.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::TooMany(wait) => Some(*wait),
            Self::Busy => Some(2),
            _ => None,
        }
    }

    /// A refused row becomes a fault beside a field, by the table of violations:
    /// `(table, columns or constraint name, field, key of the sentence)`.
    #[must_use]
    pub fn or_field(self, table: &[ViolationRule]) -> Self {
        let Self::Violation(violation) = &self else { return self };
        match table.iter().find(|rule| violation.is(rule.table, rule.what)) {
            Some(rule) => Self::field(rule.field, rule.key),
            None => self,
        }
    }
}

/// One row of the table that turns violations into faults beside fields.
#[derive(Debug, Clone, Copy)]
pub struct ViolationRule {
    /// Table name.
    pub table: &'static str,
    /// Columns, comma separated in index order, for UNIQUE and NOT NULL; the name for CHECK.
    pub what: &'static str,
    /// The form's field.
    pub field: &'static str,
    /// The sentence's key.
    pub key: &'static str,
}

impl From<DbError> for Error {
    #[track_caller]
    fn from(error: DbError) -> Self {
        match error {
            DbError::Violation(violation) => Self::Violation(violation),
            DbError::Busy => Self::Busy,
            DbError::Missing => Self::NotFound,
            other => Self::internal(other),
        }
    }
}

macro_rules! internal_from {
    ($($kind:ty),+ $(,)?) => {$(
        impl From<$kind> for Error {
            #[track_caller]
            fn from(error: $kind) -> Self {
                Self::internal(error)
            }
        }
    )+};
}
internal_from!(std::io::Error, serde_json::Error, jiff::Error, tokio::task::JoinError);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        if let Self::Internal(cause) = &self {
            tracing::error!(cause = %cause.what, place = %cause.place, "internal error");
        }
        let mut response = self.status().into_response();
        if let Some(wait) = self.retry_after() {
            response.headers_mut().insert(http::header::RETRY_AFTER, http::HeaderValue::from(wait));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// The faults of a form: each names its field and the key of a translated sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<FieldError>);

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the form's field; empty for a fault of the whole form.
    pub field: Cow<'static, str>,
    /// Key of the sentence in the language files.
    pub key: &'static str,
    /// Values the sentence needs.
    pub args: Vec<(&'static str, String)>,
}

impl FieldErrors {
    /// Notes a fault.
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, key: &'static str) {
        self.add_with(field, key, Vec::new());
    }

    /// Notes a fault whose sentence needs values.
    pub fn add_with(&mut self, field: impl Into<Cow<'static, str>>, key: &'static str, args: Vec<(&'static str, String)>) {
        self.0.push(FieldError { field: field.into(), key, args });
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first fault of a field.
    pub fn of(&self, field: &str) -> Option<&FieldError> {
        self.0.iter().find(|error| error.field == field)
    }

    /// All faults in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, FieldError> {
        self.0.iter()
    }

    /// `Ok(value)` when there is no fault, else all of them.
    pub fn or<T>(self, value: T) -> Result<T> {
        if self.0.is_empty() { Ok(value) } else { Err(Error::Invalid(self)) }
    }
}

impl<'a> IntoIterator for &'a FieldErrors {
    type Item = &'a FieldError;
    type IntoIter = std::slice::Iter<'a, FieldError>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
