//! Reporting without an account: the same form, with who one is.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::fold;

use super::report::{Typed, draw};
use crate::identity::Viewer;
use crate::shell::{App, Form, Frame, page};
use crate::social::moderation::report::{ANSWERED_IN, NewReport, Reportable};
use crate::social::moderation::reporter::{Outsider, file};

#[derive(Template)]
#[template(path = "social/moderation/templates/report_sent.html")]
struct SentPage {
    frame: Frame,
    email: String,
    path: String,
    due: kit::clock::Time,
}

/// What somebody says of themselves.
pub fn outsider(frame: &Frame, form: &Form) -> Outsider {
    Outsider {
        name: form.line("nome"),
        email: form.line("email"),
        language: frame.lang,
        minors: form.has("minori"),
        good_faith: form.has("buonafede"),
    }
}

/// Keeps the report of somebody without an account. Whoever has reported it before reads the same answer.
pub async fn create(
    app: App,
    frame: Frame,
    viewer: Viewer,
    (what, new): (Reportable, NewReport),
    typed: Typed,
    mut faults: FieldErrors,
) -> Result<Response> {
    typed.who.check(&new, &mut faults);
    if !faults.is_empty() {
        return draw(frame, &viewer, what, typed, faults);
    }
    app.limiter.take("feedback", Key::address(viewer.address))?;
    if !typed.who.email.is_empty() {
        app.limiter.take("letters", Key::Word(&fold(&typed.who.email)))?;
    }
    app.db.write(async |tx| file(tx, &app, &typed.who, &new).await).await?;
    let due = app.now().plus(ANSWERED_IN);
    page(&SentPage { frame, email: typed.who.email, path: what.path, due })
}
