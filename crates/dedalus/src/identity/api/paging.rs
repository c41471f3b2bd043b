//! Lists that go on: so many rows, and where the next page is (RFC 8288). And the key that makes a repeated write one write.

use axum::Json;
use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};
use kit::clock::Time;
use kit::secret::hash_token;
use serde::{Deserialize, Serialize};

use super::problem::problem;
use crate::shell::App;

/// Rows of a page when nobody asks for a number.
const USUAL: i64 = 20;
/// The most.
const MOST: i64 = 50;

/// How many rows a page has: 1 to 50.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "i64")]
pub struct Limit(i64);

impl TryFrom<i64> for Limit {
    type Error = &'static str;
    fn try_from(number: i64) -> Result<Self, Self::Error> {
        if (1..=MOST).contains(&number) { Ok(Self(number)) } else { Err("limit: 1 to 50") }
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(USUAL)
    }
}

impl Limit {
    /// Rows of the page.
    pub const fn rows(self) -> i64 {
        self.0
    }

    /// The same for counting in memory.
    pub fn size(self) -> usize {
        usize::try_from(self.0).unwrap_or(20)
    }

    /// One row more than the page, which says whether there is a next one.
    pub const fn and_one(self) -> i64 {
        self.0 + 1
    }

    /// Cuts rows that were asked for with one more; the last row of the page if there is a next one.
    pub fn cut<T>(self, rows: &mut Vec<T>) -> Option<&T> {
        let more = rows.len() > self.size();
        rows.truncate(self.size());
        rows.last().filter(|_| more)
    }
}

/// A number as an address names it: one way to write it, at most eighteen digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Number(i64);

impl TryFrom<String> for Number {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let sound = (1..=18).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
        text.parse().ok().filter(|_| sound).map(Self).ok_or("a number of at most eighteen digits")
    }
}

impl Number {
    /// The number.
    pub const fn get(self) -> i64 {
        self.0
    }
}

/// A moment and a number, where lists go by moments: `1835000000000000-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Place {
    /// The moment.
    pub at: Time,
    /// The number.
    pub id: i64,
}

impl TryFrom<String> for Place {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (at, id) = text.split_once('-').ok_or("two numbers with a dash between them")?;
        let (at, id) = (Number::try_from(at.to_owned())?, Number::try_from(id.to_owned())?);
        Ok(Self { at: Time::from_micros(at.get()), id: id.get() })
    }
}

/// An answer as JSON.
pub fn answer(body: &impl Serialize) -> Response {
    Json(body).into_response()
}

/// The same answer with the address of the next page: this one's path with these parameters.
pub fn with_next(app: &App, mut response: Response, path: &str, next: Option<Vec<(&str, String)>>) -> Response {
    let Some(pairs) = next else { return response };
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    if let Ok(link) = HeaderValue::from_str(&format!("<{}?{query}>; rel=\"next\"", app.absolute(path))) {
        response.headers_mut().insert(header::LINK, link);
    }
    response
}

/// The key of a write: what came in `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header), else a new one. The same
/// key of the same person writes once, as a form sent twice does.
pub struct OnceKey(pub String);

impl<S: Sync> FromRequestParts<S> for OnceKey {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let Some(key) = parts.headers.get("idempotency-key") else { return Ok(Self(crate::shell::once_key())) };
        let key = key.to_str().unwrap_or_default();
        let sound = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if !(1..=200).contains(&key.len()) || !key.bytes().all(sound) {
            return Err(problem(StatusCode::BAD_REQUEST, "Idempotency-Key: 1 to 200 letters, digits, dashes."));
        }
        let hash: String = hash_token(key).iter().take(20).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self(format!("api-{hash}")))
    }
}
