//! What one can book at a place, as a form: how long, how many, how early, how far ahead, in which hours.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::admin::{HERE, may};
use super::details::check_text;
use crate::desk::booking::place::{Place, PlaceId};
use crate::desk::booking::thing::{Thing, ThingDraft, ThingId};
use crate::identity::{Entry, Stretch, Viewer, format_day, note, parse_day, slug_of};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

/// Field and label of each day, from Monday.
const DAYS: [(&str, &str); 7] = [
    ("orario-1", "admin-day-1"),
    ("orario-2", "admin-day-2"),
    ("orario-3", "admin-day-3"),
    ("orario-4", "admin-day-4"),
    ("orario-5", "admin-day-5"),
    ("orario-6", "admin-day-6"),
    ("orario-7", "admin-day-7"),
];

/// What was typed.
#[derive(Debug, Clone)]
struct Typed {
    title: String,
    bring: String,
    minutes: String,
    capacity: String,
    lead: String,
    furthest: String,
    week: Vec<String>,
}

#[derive(Template)]
#[template(path = "desk/booking/templates/thing_form.html")]
struct FormPage {
    frame: Frame,
    form: FormView,
    place: Place,
    thing: Option<Thing>,
    typed: Typed,
}

impl FormPage {
    fn days(&self) -> Vec<(&'static str, &'static str, String)> {
        DAYS.iter().zip(&self.typed.week).map(|((field, label), value)| (*field, *label, value.clone())).collect()
    }

    fn action(&self) -> String {
        match &self.thing {
            Some(thing) => format!("{HERE}/cose/{}", thing.id),
            None => format!("{HERE}/luoghi/{}/cose/nuova", self.place.id),
        }
    }
}

impl Default for Typed {
    fn default() -> Self {
        let text = |text: &str| text.to_owned();
        Self {
            title: String::new(),
            bring: String::new(),
            minutes: text("20"),
            capacity: text("1"),
            lead: text("2"),
            furthest: text("60"),
            week: vec![String::new(); 7],
        }
    }
}

impl Typed {
    fn of_form(form: &Form) -> Self {
        Self {
            title: form.line("titolo"),
            bring: form.text("portare"),
            minutes: form.line("minuti"),
            capacity: form.line("insieme"),
            lead: form.line("anticipo"),
            furthest: form.line("fino-a"),
            week: DAYS.iter().map(|(field, _)| form.line(field)).collect(),
        }
    }

    fn of_thing(thing: &Thing, week: &[Stretch]) -> Self {
        Self {
            title: thing.title.clone(),
            bring: thing.bring.clone(),
            minutes: thing.minutes.to_string(),
            capacity: thing.capacity.to_string(),
            lead: thing.lead_hours.to_string(),
            furthest: thing.furthest_days.to_string(),
            week: (1..=7).map(|weekday| format_day(week, weekday)).collect(),
        }
    }

    fn check(&self) -> Result<ThingDraft> {
        let mut faults = FieldErrors::default();
        check_text(&mut faults, "titolo", &self.title, 80, "error-booking-title");
        if self.bring.chars().count() > 500 {
            faults.add("portare", "error-long");
        }
        let number = |text: &str, field: &'static str, least: i64, most: i64, faults: &mut FieldErrors| -> i64 {
            text.parse::<i64>().ok().filter(|number| (least..=most).contains(number)).unwrap_or_else(|| {
                faults.add_with(field, "error-between", vec![("least", least.to_string()), ("most", most.to_string())]);
                least
            })
        };
        let minutes = number(&self.minutes, "minuti", 5, 480, &mut faults);
        let capacity = number(&self.capacity, "insieme", 1, 500, &mut faults);
        let lead_hours = number(&self.lead, "anticipo", 0, 24 * 60, &mut faults);
        let furthest_days = number(&self.furthest, "fino-a", 1, 365, &mut faults);
        let mut week = Vec::new();
        for ((line, (field, _)), weekday) in self.week.iter().zip(DAYS).zip(1..) {
            match parse_day(weekday, line) {
                Ok(day) => week.extend(day),
                Err(fault) => faults.add_with(field, fault.key(), vec![("piece", fault.piece().to_owned())]),
            }
        }
        if week.is_empty() && faults.is_empty() {
            faults.add("orario-1", "error-booking-hours");
        }
        let minutes = u16::try_from(minutes).unwrap_or(5);
        faults.or(ThingDraft { title: self.title.clone(), bring: self.bring.clone(), minutes, capacity, lead_hours, furthest_days, week })
    }
}

fn draw(frame: Frame, place: Place, thing: Option<Thing>, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormView::with(&frame, faults);
    page_with(status, &FormPage { frame, form, place, thing, typed })
}

async fn place_of(app: &App, viewer: &Viewer, id: PlaceId) -> Result<Place> {
    let place = Place::find(&app.db, id).await?;
    may(viewer, place.office_id)?;
    Ok(place)
}

async fn mine(app: &App, viewer: &Viewer, id: ThingId) -> Result<(Place, Thing)> {
    let thing = Thing::find(&app.db, id).await?;
    Ok((place_of(app, viewer, thing.place_id).await?, thing))
}

/// GET /amministrazione/prenotazioni/luoghi/{id}/cose/nuova
pub async fn new(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PlaceId>) -> Result<Response> {
    let place = place_of(&app, &viewer, id).await?;
    draw(frame, place, None, Typed::default(), FieldErrors::default())
}

async fn save(app: &App, viewer: &Viewer, place: &Place, thing: Option<&Thing>, typed: &Typed) -> Result<ThingId> {
    let draft = typed.check()?;
    let actor = viewer.actor_in(place.office_id)?;
    app.db
        .write(async |tx| {
            let (id, act) = match thing {
                Some(thing) => {
                    Thing::update(tx, thing.id, &draft).await?;
                    (thing.id, "booking_thing.changed")
                }
                None => {
                    let slug = slug_of(&format!("{} {}", draft.title, place.name));
                    (Thing::create(tx, place.id, &slug, &draft).await?, "booking_thing.added")
                }
            };
            let after = Some(format!("{} min, {}, {} h, {} gg", draft.minutes, draft.capacity, draft.lead_hours, draft.furthest_days));
            let about = Entry { act, subject_kind: "booking_thing", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &draft.title, after, ..about }).await?;
            Ok(id)
        })
        .await
}

/// POST /amministrazione/prenotazioni/luoghi/{id}/cose/nuova
pub async fn create(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PlaceId>, form: Form) -> Result<Response> {
    let place = place_of(&app, &viewer, id).await?;
    let typed = Typed::of_form(&form);
    match save(&app, &viewer, &place, None, &typed).await {
        Err(Error::Invalid(faults)) => draw(frame, place, None, typed, faults),
        done => done.and_then(|_| see(HERE, Some("toast-added"))),
    }
}

/// GET /amministrazione/prenotazioni/cose/{id}
pub async fn edit(app: App, frame: Frame, viewer: Viewer, Path(id): Path<ThingId>) -> Result<Response> {
    let (place, thing) = mine(&app, &viewer, id).await?;
    let typed = Typed::of_thing(&thing, &thing.week(&app.db).await?);
    draw(frame, place, Some(thing), typed, FieldErrors::default())
}

/// POST /amministrazione/prenotazioni/cose/{id}
pub async fn update(app: App, frame: Frame, viewer: Viewer, Path(id): Path<ThingId>, form: Form) -> Result<Response> {
    let (place, thing) = mine(&app, &viewer, id).await?;
    let typed = Typed::of_form(&form);
    match save(&app, &viewer, &place, Some(&thing), &typed).await {
        Err(Error::Invalid(faults)) => draw(frame, place, Some(thing), typed, faults),
        done => done.and_then(|_| see(HERE, Some("toast-saved"))),
    }
}

async fn set_closed(app: &App, viewer: &Viewer, id: ThingId, closed: bool) -> Result<Response> {
    let (place, thing) = mine(app, viewer, id).await?;
    let actor = viewer.actor_in(place.office_id)?;
    let act = if closed { "booking_thing.closed" } else { "booking_thing.reopened" };
    app.db
        .write(async |tx| {
            Thing::set_closed(tx, id, closed).await?;
            let about = Entry { act, subject_kind: "booking_thing", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &thing.title, ..about }).await
        })
        .await?;
    see(&format!("{HERE}/cose/{id}"), Some("toast-saved"))
}

/// POST /amministrazione/prenotazioni/cose/{id}/chiusura
pub async fn close(app: App, viewer: Viewer, Path(id): Path<ThingId>) -> Result<Response> {
    set_closed(&app, &viewer, id, true).await
}

/// POST /amministrazione/prenotazioni/cose/{id}/riapertura
pub async fn reopen(app: App, viewer: Viewer, Path(id): Path<ThingId>) -> Result<Response> {
    set_closed(&app, &viewer, id, false).await
}
