//! /amministrazione/vetro — breaking the glass: with a reason, for half an hour, told to those who watch over personal data.
//! /amministrazione/persone/{id}/riservato — what is confidential about a person; every look at it leaves a row in the audit.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::clock::Time;
use kit::error::FieldErrors;

use crate::identity::consent::{self, Consent};
use crate::identity::glass::{self, Opened};
use crate::identity::letters::{self, Letter};
use crate::identity::person_record::PersonRecord;
use crate::identity::session::{self, Device};
use crate::identity::verification::Proof;
use crate::identity::web::door::device_words;
use crate::identity::{Entry, PersonId, Viewer, note};
use crate::shell::{App, Form, FormView, Frame, Listing, Query, ROWS, page, page_with, safe_return, see};

#[derive(Template)]
#[template(path = "identity/templates/admin/glass.html")]
struct GlassPage {
    frame: Frame,
    form: FormView,
    list: Listing,
    rows: Vec<Opened>,
    reason: String,
    return_to: String,
    open_until: Option<Time>,
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, query: &Query, typed: (String, String), faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut list = Listing::new("/amministrazione/vetro", query, &[]);
    let mut rows = glass::list(&app.db, list.after(), ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id);
    let (reason, return_to) = typed;
    let open_until = viewer.me()?.glass_until;
    page_with(status, &GlassPage { form: FormView::with(&frame, faults), frame, list, rows, reason, return_to, open_until })
}

/// GET /amministrazione/vetro?torna=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let return_to = query.0.line("torna");
    draw(&app, frame, &viewer, &query, (String::new(), return_to), FieldErrors::default()).await
}

/// POST /amministrazione/vetro — opens it.
pub async fn open(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let (reason, return_to) = (form.line("motivo"), form.line("torna"));
    let length = reason.chars().count();
    if !(10..=300).contains(&length) {
        let mut faults = FieldErrors::default();
        faults.add("motivo", if length < 10 { "error-glass-reason" } else { "error-reason-long" });
        return draw(&app, frame, &viewer, &Query::default(), (reason, return_to), faults).await;
    }
    let watchers = glass::watchers(&app.db, me.id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            glass::open(tx, me.id, &reason).await?;
            let entry = Entry {
                act: "glass.broken",
                subject_kind: "person",
                subject_id: Some(me.id.0),
                subject_name: &me.name,
                after: Some(reason.clone()),
                ..Entry::default()
            };
            note(tx, &actor, entry).await?;
            for watcher in &watchers {
                letters::send(tx, &app.secret, Letter::of(&app).glass_broken(watcher, &me.name, &reason)).await?;
            }
            Ok(())
        })
        .await?;
    let path = if return_to.is_empty() { "/amministrazione/vetro".to_owned() } else { safe_return(Some(&return_to)) };
    see(&path, Some("toast-glass-open"))
}

/// POST /amministrazione/vetro/chiusura — closes it before its time.
pub async fn close(app: App, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            glass::close(tx, me.id).await?;
            let entry = Entry {
                act: "glass.mended",
                subject_kind: "person",
                subject_id: Some(me.id.0),
                subject_name: &me.name,
                ..Entry::default()
            };
            note(tx, &actor, entry).await
        })
        .await?;
    see("/amministrazione/vetro", Some("toast-glass-closed"))
}

#[derive(Template)]
#[template(path = "identity/templates/admin/confidential.html")]
struct ConfidentialPage {
    frame: Frame,
    person: PersonRecord,
    devices: Vec<(String, Device)>,
    proof: Option<Proof>,
    consents: Vec<Consent>,
}

/// GET /amministrazione/persone/{id}/riservato — from where the person signs in, what was shown, what was agreed to.
pub async fn confidential(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PersonId>) -> Result<Response> {
    let person = PersonRecord::find(&app.db, id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let entry = Entry {
                act: "person.confidential_read",
                subject_kind: "person",
                subject_id: Some(id.0),
                subject_name: &person.name,
                ..Entry::default()
            };
            note(tx, &actor, entry).await
        })
        .await?;
    let devices = session::devices(&app.db, id).await?.into_iter();
    let devices = devices.map(|device| (device_words(&frame, &device.device), device)).collect();
    let (proof, consents) = tokio::try_join!(Proof::of(&app.db, id), consent::of_person(&app.db, id))?;
    page(&ConfidentialPage { frame, person, devices, proof, consents })
}
