//! Forms as they come in: bounded, UTF-8 without exceptions, and never lost when something is wrong.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use kit::error::FieldErrors;
use kit::text::{clean_line, clean_text};
use kit::{Error, Result};

/// A posted form, `application/x-www-form-urlencoded` (WHATWG URL §5). Every value has passed the edge:
/// valid UTF-8, no NUL, no control or direction characters.
#[derive(Debug, Clone, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// From pairs, for multipart forms and tests.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// Reads the encoded body. Bytes that are no UTF-8 are an error, never replaced in silence.
    pub fn parse(body: &[u8]) -> Result<Self> {
        let mut pairs = Vec::new();
        for part in body.split(|byte| *byte == b'&').filter(|part| !part.is_empty()) {
            let mut halves = part.splitn(2, |byte| *byte == b'=');
            let name = decode(halves.next().unwrap_or_default())?;
            let value = decode(halves.next().unwrap_or_default())?;
            pairs.push((name, value));
            if pairs.len() > 500 {
                return Err(Error::field("", "error-form-large"));
            }
        }
        Ok(Self(pairs))
    }

    fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// A value of one line, cleaned.
    pub fn line(&self, name: &str) -> String {
        clean_line(self.raw(name))
    }

    /// A value of several lines, cleaned.
    pub fn text(&self, name: &str) -> String {
        clean_text(self.raw(name))
    }

    /// A password: as typed.
    pub fn secret(&self, name: &str) -> String {
        self.raw(name).to_owned()
    }

    /// Every value of a repeated name, cleaned, in order.
    pub fn lines(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| clean_line(value)).collect()
    }

    /// Is a box ticked, or a button pressed?
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, value)| key == name && !value.is_empty())
    }

    /// All pairs.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

fn decode(bytes: &[u8]) -> Result<String> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter().copied();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let pair = (rest.next().and_then(hex), rest.next().and_then(hex));
                let (Some(high), Some(low)) = pair else { return Err(Error::field("", "error-form-broken")) };
                out.push(high << 4 | low);
            }
            other => out.push(other),
        }
    }
    String::from_utf8(out).map_err(|_| Error::field("", "error-form-broken"))
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Error;
    async fn from_request(request: Request, state: &S) -> Result<Self> {
        let length = request
            .headers()
            .get(http::header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok())
            .and_then(|text| text.parse::<u64>().ok());
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            if rejection.status() == http::StatusCode::PAYLOAD_TOO_LARGE {
                Error::TooLarge(length.unwrap_or_default())
            } else {
                Error::field("", "error-form-broken")
            }
        })?;
        Self::parse(&bytes)
    }
}

/// Query parameters, read by the same rules; a broken query is an empty one.
#[derive(Debug, Clone, Default)]
pub struct Query(pub Form);

impl<S: Send + Sync> axum::extract::FromRequestParts<S> for Query {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut http::request::Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(Form::parse(parts.uri.query().unwrap_or_default().as_bytes()).unwrap_or_default()))
    }
}

/// What a form template needs of one field: its fault, if any.
pub trait Faults {
    /// The fault of a field.
    fn fault(&self, field: &str) -> Option<&kit::error::FieldError>;
}

impl Faults for FieldErrors {
    fn fault(&self, field: &str) -> Option<&kit::error::FieldError> {
        self.of(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_decoded_and_cleaned() {
        let form = Form::parse("nome=D%27Amico+%C3%A8&testo=riga%0D%0Adue%00&vuoto=&spunta=1".as_bytes()).unwrap();
        assert_eq!(form.line("nome"), "D'Amico è");
        assert_eq!(form.text("testo"), "riga\ndue");
        assert!(form.has("spunta") && !form.has("vuoto") && !form.has("manca"));
    }

    #[test]
    fn broken_utf8_and_broken_escapes_are_refused() {
        for bad in ["a=%FF", "a=%4", "a=%zz", "a=%C3%28"] {
            assert!(Form::parse(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
