//! The one place where a session opens: whatever proved who somebody is, it ends here.

use axum::response::Response;
use http::{HeaderMap, header};
use kit::{Error, Result};

use crate::identity::device::{self, Known, names};
use crate::identity::letters::{self, Letter};
use crate::identity::session::{self, Method, Opening};
use crate::identity::sign_up::PRIVACY_VERSION;
use crate::identity::{Person, PersonId, Viewer, step, totp};
use crate::shell::{App, Frame, Jar, cookie, see, set_cookie};

/// What a browser's mark lasts.
const MARK_DAYS: i64 = 400;

/// Somebody who has proved to be a person.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Who.
    pub person: PersonId,
    /// How.
    pub method: Method,
    /// With more than a password?
    pub strong: bool,
    /// Where to go on.
    pub path: &'a str,
    /// What the next page says.
    pub toast: &'static str,
}

/// The step between the password and the code.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct AfterPassword {
    /// Who knows the password.
    pub person: PersonId,
    /// Where to go on.
    pub path: String,
    /// What the next page says, if it is not the greeting.
    pub method: String,
}

/// The purpose of that step.
pub const CODE_STEP: &str = "code";

/// After a password (or a link from a mail, or the directory): asks for the code where one is wanted, else opens the session.
pub async fn after_password(app: &App, frame: &Frame, viewer: &Viewer, headers: &HeaderMap, entry: Entry<'_>) -> Result<Response> {
    if !totp::is_on(&app.db, entry.person).await? {
        return open(app, frame, viewer, headers, entry).await;
    }
    let waiting = AfterPassword { person: entry.person, path: entry.path.to_owned(), method: entry.method.word().to_owned() };
    let mut response = see("/accedi/codice", None)?;
    step::put(app, CODE_STEP, &waiting, &mut response)?;
    Ok(response)
}

/// Opens a session with a new key (so that a key planted before is worth nothing), tells by mail of a new browser, and goes on.
pub async fn open(app: &App, frame: &Frame, viewer: &Viewer, headers: &HeaderMap, entry: Entry<'_>) -> Result<Response> {
    let person = Person::find(&app.db, entry.person).await?;
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let days = i64::from(app.config.accounts.session_days);
    let address = viewer.address.to_string();
    let mark = match cookie(headers, Jar::Device, app.is_https()) {
        Some(mark) if mark.len() == 43 => mark.to_owned(),
        _ => kit::secret::token()?.0,
    };
    let where_from = device_words(frame, agent);
    let (key, privacy) = app
        .db
        .write(async |tx| {
            if let Some(me) = &viewer.me {
                session::close(tx, me.session_id).await?;
            }
            if device::meet(tx, entry.person, &mark).await? == Known::New {
                let letter = Letter::of(app).new_device(&person, &where_from, &frame.when_full(&tx.now()));
                letters::send(tx, &app.secret, letter).await?;
            }
            let opening = Opening { person: entry.person, method: entry.method, strong: entry.strong, agent, address: &address, days };
            let key = session::open(tx, opening).await?;
            let (privacy,): (String,) = tx.one("select privacy_version from person where id = $1", kit::args![entry.person]).await?;
            Ok((key, privacy))
        })
        .await?;
    let mut response = if privacy == PRIVACY_VERSION {
        see(entry.path, Some(entry.toast))?
    } else {
        let back: String = url::form_urlencoded::byte_serialize(entry.path.as_bytes()).collect();
        see(&format!("/io/informativa?torna={back}"), Some(entry.toast))?
    };
    let seconds = |days: i64| Some(days * 24 * 3600);
    for (jar, value, lasts) in [(Jar::Session, &key, seconds(days)), (Jar::Device, &mark, seconds(MARK_DAYS))] {
        let cookie = set_cookie(app, jar, value, lasts).ok_or_else(|| Error::internal("a cookie that no header takes"))?;
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    step::clear(app, &mut response)?;
    Ok(response)
}

/// "Firefox su Windows", as far as is known.
pub fn device_words(frame: &Frame, agent: &str) -> String {
    match names(agent) {
        (Some(browser), Some(system)) => frame.t2("device-words", "browser", browser, "system", system),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => frame.t("device-unknown").to_owned(),
    }
}
