//! The language of a page: chosen by cookie, else by the account, else by what the browser asks for.

use axum::response::Response;
use http::{HeaderMap, header};
use kit::i18n::Lang;

use super::app::App;
use super::cookies::{self, Jar};
use super::form::Form;
use super::page::{safe_return, see};

/// The language that a browser chose or asks for (RFC 9110 §12.5.4).
pub fn of(app: &App, headers: &HeaderMap) -> (Lang, bool) {
    if let Some(chosen) = cookies::get(headers, Jar::Language, app.is_https()).and_then(Lang::from_word) {
        return (chosen, true);
    }
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    (Lang::from_accept(asked), false)
}

/// POST /lingua — the reader chooses a language; a cookie keeps it for a year.
pub async fn choose(app: App, form: Form) -> kit::Result<Response> {
    let lang = Lang::from_word(&form.line("lingua")).unwrap_or(Lang::It);
    let mut response = see(&safe_return(Some(&form.line("torna"))), None)?;
    if let Some(cookie) = cookies::set(&app, Jar::Language, lang.word(), Some(365 * 24 * 3600)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
