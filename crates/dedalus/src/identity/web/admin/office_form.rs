//! /amministrazione/uffici/nuovo and /{slug} — what an office is called and does, where it is, when its door is open.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::door_form::{DayField, DoorTyped, lines};
use super::offices::{kinds, note_office, path};
use super::{chosen, form_status, office_options, position};
use crate::identity::office_record::{OfficeDraft, OfficeRecord, is_slug, slug_of};
use crate::identity::{Change, OfficeKind, Person, Stretch, Viewer};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/admin/office.html")]
struct OfficePage {
    frame: Frame,
    /// None while the office does not exist yet.
    record: Option<OfficeRecord>,
    form: FormView,
    typed: Typed,
    kinds: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    days: Vec<DayField>,
}

impl OfficePage {
    /// May it be changed? A new one may, a closed one may not.
    fn is_open(&self) -> bool {
        self.record.as_ref().is_none_or(|office| office.closed_at.is_none())
    }
}

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    slug: String,
    name: String,
    kind: String,
    parent: String,
    head: String,
    position: String,
    door: DoorTyped,
}

impl Typed {
    fn of_form(form: &Form) -> Self {
        Self {
            slug: form.line("slug"),
            name: form.line("nome"),
            kind: form.line("tipo"),
            parent: form.line("padre"),
            head: form.line("responsabile"),
            position: form.line("posizione"),
            door: DoorTyped::of_form(form),
        }
    }

    fn of_record(record: &OfficeRecord, week: &[Stretch]) -> Self {
        Self {
            slug: record.slug.clone(),
            name: record.name.clone(),
            kind: record.kind.word().to_owned(),
            parent: record.parent_id.map(|id| id.to_string()).unwrap_or_default(),
            head: record.head_handle.clone().unwrap_or_default(),
            position: record.position.to_string(),
            door: DoorTyped::of_record(record, week),
        }
    }

    /// The faults, each beside its field, or what is to be written. `head` is the person that was named, if known.
    fn checked(&self, offices: &[(String, String)], head: Option<&Person>) -> Result<OfficeDraft> {
        let mut faults = FieldErrors::default();
        if !(2..=100).contains(&self.name.chars().count()) {
            faults.add("nome", "error-office-name");
        }
        let hours = self.door.check(&mut faults);
        if !self.head.is_empty() && head.is_none() {
            faults.add("responsabile", "error-nobody");
        }
        if !offices.iter().any(|(id, _)| *id == self.parent) {
            faults.add("padre", "error-office");
        }
        let kind = OfficeKind::from_word(&self.kind);
        if kind.is_none() {
            faults.add("tipo", "error-kind");
        }
        let position = position(&self.position, &mut faults);
        faults.or(OfficeDraft {
            name: self.name.clone(),
            kind: kind.unwrap_or(OfficeKind::Ordinary),
            parent: self.parent.parse().ok(),
            purpose: self.door.purpose.clone(),
            address: self.door.address.clone(),
            phone: self.door.phone.clone(),
            email: self.door.email.clone(),
            head: head.map(|person| person.id),
            position,
            hours,
        })
    }

    /// What differs from before, for the audit.
    fn change(&self, before: &Self, offices: &[(String, String)]) -> Change {
        let change = Change::default()
            .field("nome", &before.name, &self.name)
            .field("tipo", &before.kind, &self.kind)
            .field("ufficio superiore", chosen(offices, &before.parent), chosen(offices, &self.parent))
            .field("responsabile", &before.head, &self.head)
            .field("posizione", &before.position, &self.position);
        self.door.change(&before.door, change)
    }
}

async fn draw(app: &App, frame: Frame, record: Option<OfficeRecord>, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let own = record.as_ref().map(|office| office.id.to_string());
    let mut offices = office_options(app, &frame, "admin-no-parent").await?;
    offices.retain(|(id, _)| Some(id) != own.as_ref());
    let days = typed.door.days();
    let status = form_status(&faults);
    page_with(status, &OfficePage { form: FormView::with(&frame, faults), kinds: kinds(&frame), record, typed, offices, days, frame })
}

/// GET /amministrazione/uffici/nuovo
pub async fn new(app: App, frame: Frame) -> Result<Response> {
    draw(&app, frame, None, Typed { kind: "ordinary".into(), ..Typed::default() }, FieldErrors::default()).await
}

/// POST /amministrazione/uffici/nuovo
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let mut typed = Typed::of_form(&form);
    if typed.slug.is_empty() {
        typed.slug = slug_of(&typed.name);
    }
    match write(&app, &frame, &viewer, None, &typed).await {
        Err(Error::Invalid(faults)) => draw(&app, frame, None, typed, faults).await,
        done => done.and_then(|()| see(&path(&typed.slug), Some("toast-added"))),
    }
}

/// GET /amministrazione/uffici/{slug}
pub async fn edit(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    let record = OfficeRecord::by_slug(&app.db, &slug).await?;
    let typed = Typed::of_record(&record, &record.hours(&app.db).await?);
    draw(&app, frame, Some(record), typed, FieldErrors::default()).await
}

/// POST /amministrazione/uffici/{slug}
pub async fn update(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let record = OfficeRecord::by_slug(&app.db, &slug).await?;
    let typed = Typed { slug: record.slug.clone(), ..Typed::of_form(&form) };
    match write(&app, &frame, &viewer, Some(&record), &typed).await {
        Err(Error::Invalid(faults)) => draw(&app, frame, Some(record), typed, faults).await,
        done => done.and_then(|()| see(&path(&slug), Some("toast-saved"))),
    }
}

/// Checks and writes a new office, or what changed in one.
async fn write(app: &App, frame: &Frame, viewer: &Viewer, record: Option<&OfficeRecord>, typed: &Typed) -> Result<()> {
    let offices = office_options(app, frame, "admin-no-parent").await?;
    let head = if typed.head.is_empty() { None } else { Person::by_word(&app.db, &typed.head).await? };
    let draft = typed.checked(&offices, head.as_ref());
    let draft = if record.is_some() || is_slug(&typed.slug) { draft? } else { return Err(with_slug_fault(draft)) };
    // What is kept, in the words in which it will be read again.
    let kept = Typed {
        head: head.map(|person| person.handle).unwrap_or_default(),
        position: draft.position.to_string(),
        door: DoorTyped { hours: lines(&draft.hours), ..typed.door.clone() },
        ..typed.clone()
    };
    let before = match record {
        Some(record) => Typed::of_record(record, &record.hours(&app.db).await?),
        None => Typed::default(),
    };
    let change = kept.change(&before, &offices);
    if change.is_empty() {
        return Ok(());
    }
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let (id, act) = match record {
                Some(record) => {
                    OfficeRecord::update(tx, record.id, &draft).await?;
                    (record.id, "office.changed")
                }
                None => (OfficeRecord::create(tx, &typed.slug, &draft).await?, "office.created"),
            };
            note_office(tx, &actor, act, id, &draft.name, &change).await
        })
        .await
}

/// The form's other faults, and one more.
fn with_slug_fault(draft: Result<OfficeDraft>) -> Error {
    match draft {
        Err(Error::Invalid(mut faults)) => {
            faults.add("slug", "error-slug");
            Error::Invalid(faults)
        }
        Err(error) => error,
        Ok(_) => Error::field("slug", "error-slug"),
    }
}
