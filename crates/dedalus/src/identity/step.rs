//! A step of signing in that waits for the next one: carried by the browser in a sealed cookie, so that nothing is written
//! for somebody who has not proved anything yet.

use http::{HeaderMap, HeaderValue, header};
use kit::clock::{MINUTE, Time};
use kit::{Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;

use axum::response::Response;

use crate::shell::{App, Jar, cookie, set_cookie};

/// How long a step waits.
pub const WAITS: i64 = 10 * MINUTE;

#[derive(serde::Serialize, serde::Deserialize)]
struct Kept<T> {
    until: i64,
    step: T,
}

/// Puts a step into the answer. `purpose` keeps the steps of different ways apart: one does not open as another.
pub fn put<T: Serialize>(app: &App, purpose: &str, step: &T, response: &mut Response) -> Result<()> {
    let kept = Kept { until: app.now().plus(WAITS).micros(), step };
    let sealed = app.secret.seal(&format!("step {purpose}"), &serde_json::to_vec(&kept)?)?;
    append(app, jar_of(purpose), response, &sealed, Some(WAITS / kit::clock::SECOND))
}

/// The step the browser carries, if it is one of this purpose and not too old.
pub fn get<T: DeserializeOwned>(app: &App, purpose: &str, headers: &HeaderMap) -> Option<T> {
    let sealed = cookie(headers, jar_of(purpose), app.is_https())?;
    let plain = app.secret.open(&format!("step {purpose}"), sealed).ok()?;
    let kept: Kept<T> = serde_json::from_slice(&plain).ok()?;
    (Time::from_micros(kept.until) > app.now()).then_some(kept.step)
}

/// Takes it away.
pub fn clear(app: &App, response: &mut Response) -> Result<()> {
    append(app, Jar::Question, response, "", Some(0))?;
    append(app, Jar::Step, response, "", Some(0))
}

/// Questions of passkeys ride in a cookie of their own.
fn jar_of(purpose: &str) -> Jar {
    if purpose.starts_with("passkey") { Jar::Question } else { Jar::Step }
}

fn append(app: &App, jar: Jar, response: &mut Response, value: &str, seconds: Option<i64>) -> Result<()> {
    let cookie: HeaderValue = set_cookie(app, jar, value, seconds).ok_or_else(|| Error::internal("a cookie that no header takes"))?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(())
}
