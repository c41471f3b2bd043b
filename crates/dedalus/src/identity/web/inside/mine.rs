//! /segreteria/uffici — who heads an office keeps its door: hours and contacts. Its name and its place are administration's.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::{Error, Result};

use crate::identity::office_record::{OfficeFilter, OfficeRecord};
use crate::identity::web::admin::door_form::{DayField, DoorTyped};
use crate::identity::{Act, Membership, Viewer};
use crate::shell::{App, Form, FormView, Frame, page, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/inside/offices.html")]
struct OfficesPage {
    frame: Frame,
    offices: Vec<OfficeRecord>,
}

#[derive(Template)]
#[template(path = "identity/templates/inside/office.html")]
struct OfficePage {
    frame: Frame,
    office: OfficeRecord,
    form: FormView,
    typed: DoorTyped,
    days: Vec<DayField>,
    members: Vec<Membership>,
}

/// GET /segreteria/uffici
pub async fn index(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    let filter = OfficeFilter { open: Some(true), ..OfficeFilter::default() };
    let mut offices = OfficeRecord::list(&app.db, &filter, 500).await?;
    offices.retain(|office| me.may_in(Act::KeepOffice, office.id));
    page(&OfficesPage { frame, offices })
}

/// The office, if it is this viewer's to keep; others are not found.
async fn mine(app: &App, viewer: &Viewer, slug: &str) -> Result<OfficeRecord> {
    let office = OfficeRecord::by_slug(&app.db, slug).await?;
    let allowed = viewer.me()?.may_in(Act::KeepOffice, office.id) && office.closed_at.is_none();
    if allowed { Ok(office) } else { Err(Error::NotFound) }
}

async fn draw(app: &App, frame: Frame, office: OfficeRecord, typed: DoorTyped, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { http::StatusCode::OK } else { http::StatusCode::UNPROCESSABLE_ENTITY };
    let members = Membership::of_office(&app.db, office.id).await?;
    let days = typed.days();
    page_with(status, &OfficePage { form: FormView::with(&frame, faults), frame, office, typed, days, members })
}

/// GET /segreteria/uffici/{slug}
pub async fn edit(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let office = mine(&app, &viewer, &slug).await?;
    let typed = DoorTyped::of_record(&office, &office.hours(&app.db).await?);
    draw(&app, frame, office, typed, FieldErrors::default()).await
}

/// POST /segreteria/uffici/{slug}
pub async fn update(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let office = mine(&app, &viewer, &slug).await?;
    let typed = DoorTyped::of_form(&form);
    match typed.save(&app, &viewer, &office).await {
        Err(Error::Invalid(faults)) => draw(&app, frame, office, typed, faults).await,
        done => done.and_then(|()| see(&format!("/segreteria/uffici/{slug}"), Some("toast-saved"))),
    }
}
