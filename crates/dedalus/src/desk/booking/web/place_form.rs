//! A place where one books, as a form.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::admin::{HERE, may, my_offices};
use super::details::check_text;
use crate::desk::booking::place::{Place, PlaceDraft, PlaceId};
use crate::identity::{Entry, OfficeId, Viewer, note, slug_of};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    office: String,
    name: String,
    address: String,
    directions: String,
}

#[derive(Template)]
#[template(path = "desk/booking/templates/place_form.html")]
struct FormPage {
    frame: Frame,
    form: FormView,
    offices: Vec<(String, String)>,
    typed: Typed,
    place: Option<Place>,
}

impl Typed {
    fn of_form(form: &Form) -> Self {
        Self {
            office: form.line("ufficio"),
            name: form.line("nome"),
            address: form.line("indirizzo"),
            directions: form.line("indicazioni"),
        }
    }

    fn of_place(place: &Place) -> Self {
        Self {
            office: place.office_id.to_string(),
            name: place.name.clone(),
            address: place.address.clone(),
            directions: place.directions.clone(),
        }
    }

    fn check(&self, viewer: &Viewer) -> Result<PlaceDraft> {
        let mut faults = FieldErrors::default();
        check_text(&mut faults, "nome", &self.name, 80, "error-booking-name");
        check_text(&mut faults, "indirizzo", &self.address, 150, "error-booking-address");
        if self.directions.chars().count() > 200 {
            faults.add("indicazioni", "error-long");
        }
        let office = self.office.parse::<OfficeId>().ok().filter(|office| may(viewer, *office).is_ok());
        let Some(office) = office else {
            faults.add("ufficio", "error-office-unknown");
            return Err(Error::Invalid(faults));
        };
        let draft = PlaceDraft { office, name: self.name.clone(), address: self.address.clone(), directions: self.directions.clone() };
        faults.or(draft)
    }
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, place: Option<Place>, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let offices = my_offices(app, viewer).await?.into_iter().map(|office| (office.id.to_string(), office.name)).collect();
    let form = FormView::with(&frame, faults);
    page_with(status, &FormPage { frame, form, offices, typed, place })
}

/// GET /amministrazione/prenotazioni/luoghi/nuovo
pub async fn new(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    draw(&app, frame, &viewer, None, Typed::default(), FieldErrors::default()).await
}

/// POST /amministrazione/prenotazioni/luoghi/nuovo
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let typed = Typed::of_form(&form);
    let done = save(&app, &viewer, None, &typed).await;
    match done {
        Err(Error::Invalid(faults)) => draw(&app, frame, &viewer, None, typed, faults).await,
        done => see(&format!("{HERE}/luoghi/{}", done?), Some("toast-added")),
    }
}

async fn save(app: &App, viewer: &Viewer, place: Option<&Place>, typed: &Typed) -> Result<PlaceId> {
    let draft = typed.check(viewer)?;
    let actor = viewer.actor_in(draft.office)?;
    app.db
        .write(async |tx| {
            let (id, act) = match place {
                Some(place) => {
                    Place::update(tx, place.id, &draft).await?;
                    (place.id, "booking_place.changed")
                }
                None => (Place::create(tx, &slug_of(&draft.name), &draft).await?, "booking_place.added"),
            };
            let after = Some([draft.address.as_str(), &draft.directions].join("\n"));
            let about = Entry { act, subject_kind: "booking_place", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &draft.name, after, ..about }).await?;
            Ok(id)
        })
        .await
}

async fn mine(app: &App, viewer: &Viewer, id: PlaceId) -> Result<Place> {
    let place = Place::find(&app.db, id).await?;
    may(viewer, place.office_id)?;
    Ok(place)
}

/// GET /amministrazione/prenotazioni/luoghi/{id}
pub async fn edit(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PlaceId>) -> Result<Response> {
    let place = mine(&app, &viewer, id).await?;
    let typed = Typed::of_place(&place);
    draw(&app, frame, &viewer, Some(place), typed, FieldErrors::default()).await
}

/// POST /amministrazione/prenotazioni/luoghi/{id}
pub async fn update(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PlaceId>, form: Form) -> Result<Response> {
    let place = mine(&app, &viewer, id).await?;
    let typed = Typed { office: place.office_id.to_string(), ..Typed::of_form(&form) };
    match save(&app, &viewer, Some(&place), &typed).await {
        Err(Error::Invalid(faults)) => draw(&app, frame, &viewer, Some(place), typed, faults).await,
        done => done.and_then(|_| see(HERE, Some("toast-saved"))),
    }
}

async fn set_closed(app: &App, viewer: &Viewer, id: PlaceId, closed: bool) -> Result<Response> {
    let place = mine(app, viewer, id).await?;
    let actor = viewer.actor_in(place.office_id)?;
    let act = if closed { "booking_place.closed" } else { "booking_place.reopened" };
    app.db
        .write(async |tx| {
            Place::set_closed(tx, id, closed).await?;
            let about = Entry { act, subject_kind: "booking_place", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &place.name, ..about }).await
        })
        .await?;
    see(&format!("{HERE}/luoghi/{id}"), Some("toast-saved"))
}

/// POST /amministrazione/prenotazioni/luoghi/{id}/chiusura — for new bookings; those that stand, stand. Undone by reopening.
pub async fn close(app: App, viewer: Viewer, Path(id): Path<PlaceId>) -> Result<Response> {
    set_closed(&app, &viewer, id, true).await
}

/// POST /amministrazione/prenotazioni/luoghi/{id}/riapertura
pub async fn reopen(app: App, viewer: Viewer, Path(id): Path<PlaceId>) -> Result<Response> {
    set_closed(&app, &viewer, id, false).await
}
