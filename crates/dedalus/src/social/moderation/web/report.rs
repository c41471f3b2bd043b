//! /post/{id}/abuso, /persone/{handle}/abuso, /comunita/{handle}/abuso — saying that something breaks a rule.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::reporter::{create as create_outside, outsider};
use super::{reasons, status};
use crate::identity::Viewer;
use crate::shell::{App, Form, FormView, Frame, Html, page, page_with, see};
use crate::social::moderation::report::{Filed, NewReport, OwnReport, Reportable, WORDS_MAX, file};
use crate::social::moderation::reporter::{NAME_MAX, Outsider};
use crate::social::moderation::words::Reason;
use crate::social::post::PostId;

#[derive(Template)]
#[template(path = "social/moderation/templates/report.html")]
struct ReportPage {
    frame: Frame,
    form: FormView,
    what: Reportable,
    reasons: Vec<(String, String)>,
    typed: Typed,
    /// Of who has no account: who they are.
    outside: bool,
}

/// What was typed.
#[derive(Default)]
pub struct Typed {
    pub reason: String,
    pub words: String,
    pub who: Outsider,
}

impl ReportPage {
    fn max(&self) -> usize {
        WORDS_MAX
    }

    fn name_max(&self) -> usize {
        NAME_MAX
    }

    fn words_of(&self, key: &str) -> Html {
        Html(self.frame.t(key).to_owned())
    }
}

/// The form, for who is signed in and who is not.
pub fn draw(frame: Frame, viewer: &Viewer, what: Reportable, typed: Typed, faults: FieldErrors) -> Result<Response> {
    // What is one's own one changes or takes back.
    if what.own {
        return Err(Error::NotFound);
    }
    let mut choice = vec![(String::new(), frame.t("report-choose").to_owned())];
    choice.extend(reasons(&frame));
    let outside = viewer.me.is_none();
    page_with(status(&faults), &ReportPage { form: FormView::with(&frame, faults), reasons: choice, what, typed, outside, frame })
}

async fn create(app: App, frame: Frame, viewer: Viewer, what: Reportable, form: Form) -> Result<Response> {
    if what.own {
        return Err(Error::NotFound);
    }
    let mut typed = Typed { reason: form.line("motivo"), words: form.text("parole"), ..Typed::default() };
    let mut faults = FieldErrors::default();
    let chosen = Reason::from_form(&typed.reason);
    if chosen.is_none() {
        faults.add("motivo", "error-report-reason");
    }
    let new = NewReport { subject: what.subject, reason: chosen.unwrap_or(Reason::Other), words: typed.words.trim().to_owned() };
    if chosen.is_some() {
        new.check(&mut faults);
    }
    if viewer.me.is_none() {
        typed.who = outsider(&frame, &form);
        return create_outside(app, frame, viewer, (what, new), typed, faults).await;
    }
    let me = viewer.me()?;
    if !faults.is_empty() {
        return draw(frame, &viewer, what, typed, faults);
    }
    app.limiter.take("feedback", Key::Account(me.id.0))?;
    let filed = app.db.write(async |tx| file(tx, me.id, &new).await).await?;
    let toast = if matches!(filed, Filed::New(_)) { None } else { Some("toast-report-already") };
    see(&format!("/io/abusi/{}", filed.id()), toast)
}

/// The post an address names.
fn number(text: &str) -> Result<PostId> {
    text.parse().map_err(|_| Error::NotFound)
}

/// GET /post/{id}/abuso
pub async fn of_post(app: App, frame: Frame, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let what = Reportable::post(&app.db, &viewer, number(&id)?).await?;
    draw(frame, &viewer, what, Typed::default(), FieldErrors::default())
}

/// POST /post/{id}/abuso
pub async fn file_post(app: App, frame: Frame, viewer: Viewer, Path(id): Path<String>, form: Form) -> Result<Response> {
    let what = Reportable::post(&app.db, &viewer, number(&id)?).await?;
    create(app, frame, viewer, what, form).await
}

/// GET /persone/{handle}/abuso
pub async fn of_person(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    let what = Reportable::person(&app.db, &viewer, &handle).await?;
    draw(frame, &viewer, what, Typed::default(), FieldErrors::default())
}

/// POST /persone/{handle}/abuso
pub async fn file_person(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, form: Form) -> Result<Response> {
    let what = Reportable::person(&app.db, &viewer, &handle).await?;
    create(app, frame, viewer, what, form).await
}

/// GET /comunita/{handle}/abuso
pub async fn of_community(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    let what = Reportable::community(&app.db, &viewer, &handle).await?;
    draw(frame, &viewer, what, Typed::default(), FieldErrors::default())
}

/// POST /comunita/{handle}/abuso
pub async fn file_community(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, form: Form) -> Result<Response> {
    let what = Reportable::community(&app.db, &viewer, &handle).await?;
    create(app, frame, viewer, what, form).await
}

#[derive(Template)]
#[template(path = "social/moderation/templates/reported.html")]
struct ReportedPage {
    frame: Frame,
    report: OwnReport,
    due: kit::clock::Time,
}

/// GET /io/abusi/{id} — what happens with a report of one's own, and what came of it.
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let report = OwnReport::find(&app.db, viewer.me()?.id, id).await?;
    page(&ReportedPage { due: report.due(), frame, report })
}
