//! Suspending a service, offering it again, offering it no more: the public reads why.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use crate::desk::service::Service;
use crate::identity::Viewer;
use crate::shell::{App, Form, FormView, Frame, page_with, see};

/// Characters of a reason.
const REASON: std::ops::RangeInclusive<usize> = 5..=400;

#[derive(Template)]
#[template(path = "desk/service/templates/admin_reason.html")]
struct ReasonPage {
    frame: Frame,
    form: FormView,
    service: Service,
    title: String,
    text: &'static str,
    button: &'static str,
    reason: String,
}

/// What is asked before a service is suspended or retired.
#[derive(Clone, Copy)]
enum Question {
    Suspend,
    Retire,
}

impl Question {
    fn draw(self, frame: Frame, service: Service, reason: String, faults: FieldErrors) -> Result<Response> {
        let [title, text, button] = match self {
            Self::Suspend => ["service-suspend-title", "service-suspend-text", "service-suspend"],
            Self::Retire => ["service-retire-title", "service-retire-text", "service-retire"],
        };
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let title = frame.t1(title, "name", &service.title);
        let (text, button) = (frame.t(text), frame.t(button));
        page_with(status, &ReasonPage { form: FormView::with(&frame, faults), service, title, text, button, reason, frame })
    }
}

/// The reason, or the fault beside its field.
fn reason(form: &Form) -> Result<String> {
    let reason = form.line("motivo");
    if REASON.contains(&reason.chars().count()) { Ok(reason) } else { Err(Error::field("motivo", "error-service-reason")) }
}

/// GET /amministrazione/servizi/{slug}/sospensione — asks.
pub async fn ask_suspend(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let service = Service::kept_by(&app.db, &viewer, &slug).await?;
    Question::Suspend.draw(frame, service, String::new(), FieldErrors::default())
}

/// GET /amministrazione/servizi/{slug}/ritiro — asks.
pub async fn ask_retire(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let service = Service::kept_by(&app.db, &viewer, &slug).await?;
    Question::Retire.draw(frame, service, String::new(), FieldErrors::default())
}

/// POST /amministrazione/servizi/{slug}/sospensione
pub async fn suspend(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let service = Service::kept_by(&app.db, &viewer, &slug).await?;
    let actor = viewer.actor_in(service.office_id)?;
    match reason(&form) {
        Err(Error::Invalid(faults)) => Question::Suspend.draw(frame, service, form.line("motivo"), faults),
        reason => {
            let reason = reason?;
            app.db.write(async |tx| service.suspend(tx, &actor, &reason).await).await?;
            see(&service.path(), Some("toast-service-suspended"))
        }
    }
}

/// POST /amministrazione/servizi/{slug}/ripresa
pub async fn resume(app: App, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let service = Service::kept_by(&app.db, &viewer, &slug).await?;
    let actor = viewer.actor_in(service.office_id)?;
    app.db.write(async |tx| service.resume(tx, &actor).await).await?;
    see(&service.path(), Some("toast-service-resumed"))
}

/// POST /amministrazione/servizi/{slug}/ritiro
pub async fn retire(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let service = Service::kept_by(&app.db, &viewer, &slug).await?;
    let actor = viewer.actor_in(service.office_id)?;
    match reason(&form) {
        Err(Error::Invalid(faults)) => Question::Retire.draw(frame, service, form.line("motivo"), faults),
        reason => {
            let reason = reason?;
            app.db.write(async |tx| service.retire(tx, &actor, &reason).await).await?;
            see(&service.path(), Some("toast-service-retired"))
        }
    }
}
