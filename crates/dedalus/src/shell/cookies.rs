//! Cookies: host-only, same-site, and with the prefix that browsers guard (RFC 6265bis §4.1.3.2) when the town has https.

use cookie::{Cookie, SameSite};
use http::{HeaderMap, HeaderValue, header};

use super::app::App;

/// What a cookie is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jar {
    /// The session.
    Session,
    /// The chosen language.
    Language,
    /// A sentence for the next page.
    Toast,
    /// By which a browser is known again, for the mail that tells of a new one.
    Device,
    /// A step of signing in that waits for the next one; sealed, for minutes.
    Step,
    /// The question a passkey answers; apart from the steps, because a page in another tab asks it by itself.
    Question,
}

impl Jar {
    /// The cookie's name.
    pub const fn name(self, https: bool) -> &'static str {
        match (self, https) {
            (Self::Session, true) => "__Host-dedalus",
            (Self::Session, false) => "dedalus",
            (Self::Language, true) => "__Host-lingua",
            (Self::Language, false) => "lingua",
            (Self::Toast, true) => "__Host-avviso",
            (Self::Toast, false) => "avviso",
            (Self::Device, true) => "__Host-dispositivo",
            (Self::Device, false) => "dispositivo",
            (Self::Step, true) => "__Host-passo",
            (Self::Step, false) => "passo",
            (Self::Question, true) => "__Host-sfida",
            (Self::Question, false) => "sfida",
        }
    }
}

/// The value of a cookie, if the request brings it.
pub fn get(headers: &HeaderMap, jar: Jar, https: bool) -> Option<&str> {
    let wanted = jar.name(https);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == wanted && !value.is_empty()).then_some(value))
}

/// A `Set-Cookie` value. `seconds` of life; none lasts as long as the browser, zero takes it away.
pub fn set(app: &App, jar: Jar, value: &str, seconds: Option<i64>) -> Option<HeaderValue> {
    let https = app.is_https();
    let mut cookie = Cookie::build((jar.name(https), value.to_owned())).path("/").http_only(true).same_site(SameSite::Lax).secure(https);
    if let Some(seconds) = seconds {
        cookie = cookie.max_age(cookie::time::Duration::seconds(seconds));
    }
    HeaderValue::from_str(&cookie.build().to_string()).ok()
}
