//! /accedi/codice — the step after the password, for who has a second factor.

use askama::Template;
use axum::response::Response;
use http::HeaderMap;
use kit::Result;
use kit::db::Tx;
use kit::error::FieldErrors;
use kit::rate::Key;

use super::door::{AfterPassword, CODE_STEP, Entry, open};
use super::question::status;
use crate::identity::factor::{self, Event};
use crate::identity::session::Method;
use crate::identity::totp::{self, Shown};
use crate::identity::{Actor, Person, PersonState, Viewer, step};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/code_step.html")]
struct CodePage {
    frame: Frame,
    form: FormView,
}

fn draw(frame: Frame, faults: FieldErrors) -> Result<Response> {
    page_with(status(&faults), &CodePage { form: FormView::with(&frame, faults), frame })
}

/// The step is over: from the beginning, with a sentence.
fn over() -> Result<Response> {
    see("/accedi", Some("toast-step-over"))
}

/// GET /accedi/codice
pub async fn form(app: App, frame: Frame, headers: HeaderMap) -> Result<Response> {
    match step::get::<AfterPassword>(&app, CODE_STEP, &headers) {
        Some(_) => draw(frame, FieldErrors::default()),
        None => over(),
    }
}

/// POST /accedi/codice — a code of the app, or a recovery code.
pub async fn create(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, form: Form) -> Result<Response> {
    let Some(waiting) = step::get::<AfterPassword>(&app, CODE_STEP, &headers) else { return over() };
    app.limiter.take("sign_in_address", Key::address(viewer.address))?;
    app.limiter.take("sign_in", Key::Account(waiting.person.0))?;
    let person = Person::find(&app.db, waiting.person).await?;
    if person.state != PersonState::Active {
        return over();
    }
    let actor = Actor::person(person.id, &person.name, viewer.address);
    let typed = form.line("codice");
    let shown = app.db.write(async |tx| redeem(tx, &app, &actor, &person, &typed).await).await?;
    if shown.is_none() {
        let mut faults = FieldErrors::default();
        faults.add("codice", "error-code");
        return draw(frame, faults);
    }
    let entry = Entry { person: waiting.person, method: Method::Code, strong: true, path: &waiting.path, toast: "toast-signed-in" };
    open(&app, &frame, &viewer, &headers, entry).await
}

/// Uses up what was typed; a recovery code is noted and told.
pub(super) async fn redeem(tx: &mut Tx, app: &App, actor: &Actor, person: &Person, typed: &str) -> Result<Option<Shown>> {
    let shown = totp::redeem(tx, &app.secret, person.id, typed).await?;
    if let Some(Shown::Recovery(left)) = shown {
        factor::tell(tx, app, actor, person, Event::RecoveryUsed(left)).await?;
    }
    Ok(shown)
}
