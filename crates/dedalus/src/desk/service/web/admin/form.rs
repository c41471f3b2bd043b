//! /amministrazione/servizi/nuovo and /{slug} — the editor of a card: draft, preview, publication.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::typed::{Group, Typed, categories, groups, kept, none, office_options, silences};
use crate::desk::service::card::{SUMMARY_MAX, TEXT_MAX};
use crate::desk::service::{NewService, Service};
use crate::identity::{OfficeId, Viewer};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

#[derive(Template)]
#[template(path = "desk/service/templates/admin_form.html")]
struct FormPage {
    frame: Frame,
    /// None while it does not exist yet.
    service: Option<Service>,
    form: FormView,
    typed: Typed,
    groups: Vec<Group>,
    offices: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    silences: Vec<(String, String)>,
    /// Fields that somebody else wrote meanwhile: key of the name, what is kept now.
    others: Vec<(&'static str, String)>,
}

impl FormPage {
    /// Where the form is sent.
    fn path(&self) -> String {
        self.service.as_ref().map_or_else(|| "/amministrazione/servizi/nuovo".to_owned(), Service::path)
    }

    fn summary_max(&self) -> usize {
        SUMMARY_MAX
    }

    fn text_max(&self) -> usize {
        TEXT_MAX
    }
}

/// What a form answers with: its status, and what was kept by somebody else.
struct Drawn {
    status: StatusCode,
    faults: FieldErrors,
    others: Vec<(&'static str, String)>,
}

impl Drawn {
    fn fresh() -> Self {
        Self { status: StatusCode::OK, faults: none(), others: Vec::new() }
    }

    fn faulty(faults: FieldErrors) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, faults, others: Vec::new() }
    }
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, service: Option<Service>, typed: Typed, drawn: Drawn) -> Result<Response> {
    let offices = office_options(&frame, &kept(app, viewer).await?);
    let view = FormPage {
        form: FormView::with(&frame, drawn.faults),
        groups: groups(&frame, &typed.written),
        categories: categories(&frame),
        silences: silences(&frame),
        others: drawn.others,
        service,
        typed,
        offices,
        frame,
    };
    page_with(drawn.status, &view)
}

/// GET /amministrazione/servizi/nuovo
pub async fn new(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    draw(&app, frame, &viewer, None, Typed::default(), Drawn::fresh()).await
}

/// GET /amministrazione/servizi/{slug}
pub async fn edit(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let service = Service::kept_by(&app.db, &viewer, &slug).await?;
    let typed = Typed::of_service(&service)?;
    draw(&app, frame, &viewer, Some(service), typed, Drawn::fresh()).await
}

/// POST /amministrazione/servizi/nuovo/modifica — back from the preview, with everything that was typed.
pub async fn write_on_new(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    draw(&app, frame, &viewer, None, Typed::of_form(&form), Drawn::fresh()).await
}

/// POST /amministrazione/servizi/{slug}/modifica — the same for a card that exists.
pub async fn write_on(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let service = Service::kept_by(&app.db, &viewer, &slug).await?;
    draw(&app, frame, &viewer, Some(service), Typed::of_form(&form), Drawn::fresh()).await
}

/// POST /amministrazione/servizi/nuovo
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let typed = Typed::of_form(&form);
    match add(&app, &viewer, &typed, is_publishing(&form)).await {
        Ok(service) => see(&service.path(), Some(toast(&form))),
        Err(Error::Invalid(faults)) => draw(&app, frame, &viewer, None, typed, Drawn::faulty(faults)).await,
        Err(error) => Err(error),
    }
}

/// POST /amministrazione/servizi/{slug}
pub async fn save(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let service = Service::kept_by(&app.db, &viewer, &slug).await?;
    let typed = Typed::of_form(&form);
    match change(&app, &viewer, &service, &typed, is_publishing(&form)).await {
        Ok(()) => see(&service.path(), Some(toast(&form))),
        Err(Error::Invalid(faults)) => draw(&app, frame, &viewer, Some(service), typed, Drawn::faulty(faults)).await,
        Err(Error::Conflict(key)) => {
            let (typed, drawn) = conflict(&app, &viewer, &slug, typed, key).await?;
            draw(&app, frame, &viewer, Some(service), typed, drawn).await
        }
        Err(error) => Err(error),
    }
}

fn is_publishing(form: &Form) -> bool {
    form.line("azione") == "pubblica"
}

fn toast(form: &Form) -> &'static str {
    if is_publishing(form) { "toast-service-published" } else { "toast-service-saved" }
}

/// Adds it. The same form sent twice finds what the first one added.
async fn add(app: &App, viewer: &Viewer, typed: &Typed, publishing: bool) -> Result<Service> {
    let office = typed.checked(true, &kept(app, viewer).await?)?;
    let actor = viewer.actor_in(office)?;
    app.db
        .write(async |tx| {
            let known = Service::by_code(tx, &typed.code).await?;
            let again = known.filter(|known| known.slug == typed.slug && known.written().is_ok_and(|written| written == typed.written));
            let service = match again {
                Some(known) => known,
                None => {
                    let new = NewService { code: &typed.code, slug: &typed.slug, office, written: &typed.written };
                    Service::create(tx, &actor, &new).await?
                }
            };
            if publishing {
                service.publish(tx, &actor, &typed.note).await?;
            }
            Ok(service)
        })
        .await
}

/// Saves it, and publishes it if that was asked: both or nothing.
async fn change(app: &App, viewer: &Viewer, service: &Service, typed: &Typed, publishing: bool) -> Result<()> {
    let office: OfficeId = typed.checked(false, &kept(app, viewer).await?)?;
    let actor = viewer.actor_in(service.office_id)?;
    app.db
        .write(async |tx| {
            let saved = service.save(tx, &actor, typed.revision, office, &typed.written).await?;
            if publishing {
                saved.publish(tx, &actor, &typed.note).await?;
            }
            Ok(())
        })
        .await
}

/// Somebody else saved meanwhile: what was typed stays, what is kept now stands beside it, and saving again is a choice.
async fn conflict(app: &App, viewer: &Viewer, slug: &str, typed: Typed, key: &'static str) -> Result<(Typed, Drawn)> {
    let now = Service::kept_by(&app.db, viewer, slug).await?;
    let kept = now.written()?;
    let others = kept.differences(&typed.written).into_iter().map(|(field, kept, _)| (field.key(), kept.to_owned())).collect();
    let mut faults = FieldErrors::default();
    faults.add("", key);
    Ok((Typed { revision: now.revision, ..typed }, Drawn { status: StatusCode::CONFLICT, faults, others }))
}
