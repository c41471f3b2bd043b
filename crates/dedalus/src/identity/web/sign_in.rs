//! /accedi — a session for who knows the password.

use askama::Template;
use axum::response::Response;
use http::{HeaderMap, StatusCode, header};
use kit::Result;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::fold;

use super::door::{Entry, after_password};
use super::providers::{Buttons, buttons_to_enter, known_in_directory};
use crate::identity::directory_sign_in::{self, Tried};
use crate::identity::session::{self, Method};
use crate::identity::{Viewer, reset};
use crate::shell::{App, Form, FormView, Frame, Jar, Query, page, page_with, safe_return, see, set_cookie};

#[derive(Template)]
#[template(path = "identity/templates/sign_in.html")]
struct SignInPage {
    frame: Frame,
    form: FormView,
    who: String,
    return_to: String,
    buttons: Buttons,
}

/// GET /accedi
pub async fn form(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let return_to = query.0.line("torna");
    if viewer.me.is_some() {
        return see(&safe_return(Some(&return_to)), None);
    }
    let buttons = buttons_to_enter(&app, &frame, &return_to).await?;
    page(&SignInPage { form: FormView::fresh(&frame), frame, who: String::new(), return_to, buttons })
}

/// POST /accedi — attempts are counted by address and by account; who, what and how long are answered alike.
pub async fn create(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, form: Form) -> Result<Response> {
    let who = form.line("email");
    let return_to = form.line("torna");
    app.limiter.take("sign_in_address", Key::address(viewer.address))?;
    app.limiter.take("sign_in", Key::Word(&fold(&who)))?;
    let credential = reset::credential(&app.db, &who).await?;
    let hash = credential.as_ref().and_then(|(_, hash)| hash.as_deref());
    let right = app.passwords.verify(&form.secret("password"), hash).await?;
    match credential {
        Some((person, _)) if right => {
            let path = safe_return(Some(&return_to));
            let entry = Entry { person, method: Method::Password, strong: false, path: &path, toast: "toast-signed-in" };
            after_password(&app, &frame, &viewer, &headers, entry).await
        }
        _ => {
            let fault = match directory_sign_in::try_all(&app, viewer.address, &who, &form.secret("password")).await? {
                Tried::Person(person) => {
                    let path = safe_return(Some(&return_to));
                    let entry = Entry { person, method: Method::Directory, strong: false, path: &path, toast: "toast-signed-in" };
                    return after_password(&app, &frame, &viewer, &headers, entry).await;
                }
                Tried::Known(provider, email) => return known_in_directory(frame, *provider, email),
                Tried::Nobody => "error-sign-in",
                Tried::Away => "error-directory-away",
                Tried::Suspended => "error-directory-suspended",
                Tried::NoMail => "error-directory-mail",
            };
            let mut faults = FieldErrors::default();
            faults.add("email", fault);
            let buttons = buttons_to_enter(&app, &frame, &return_to).await?;
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                &SignInPage { form: FormView::with(&frame, faults), frame, who, return_to, buttons },
            )
        }
    }
}

/// POST /io/uscita — ends this session.
pub async fn leave(app: App, viewer: Viewer) -> Result<Response> {
    if let Ok(me) = viewer.me() {
        app.db.write(async |tx| session::close(tx, me.session_id).await).await?;
    }
    let mut response = see("/", Some("toast-signed-out"))?;
    if let Some(cookie) = set_cookie(&app, Jar::Session, "", Some(0)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
