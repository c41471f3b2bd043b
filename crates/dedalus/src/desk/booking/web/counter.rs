//! /segreteria/prenotazioni/nuova — a booking for somebody who stands at the counter or calls: thing and day first, then the
//! rest. The hour that has just begun may still be filled.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::applicant::NAME;
use super::day::my_places;
use super::details::{DETAILS, MOTIVE, check_text};
use super::times::{TimesView, read_time};
use crate::desk::Channel;
use crate::desk::booking::record::{Booking, NewBooking};
use crate::desk::booking::slots::{Asker, Timetable};
use crate::desk::booking::thing::Thing;
use crate::identity::{Entry, Viewer, check_email, note};
use crate::shell::{App, Form, FormView, Frame, Query, once_key, page_with, see};

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    motive: String,
    details: String,
    first: String,
    last: String,
    email: String,
    phone: String,
    telephone: bool,
    once: String,
}

#[derive(Template)]
#[template(path = "desk/booking/templates/counter.html")]
struct CounterPage {
    frame: Frame,
    form: FormView,
    things: Vec<(String, String)>,
    thing: String,
    times: Option<TimesView>,
    typed: Typed,
}

/// What can be booked at one's places, with the place's name.
async fn my_things(app: &App, viewer: &Viewer) -> Result<Vec<(Thing, String)>> {
    let places = my_places(app, viewer.me()?).await?;
    let things = Thing::all(&app.db).await?.into_iter().filter(|thing| thing.closed_at.is_none());
    Ok(things
        .filter_map(|thing| {
            let place = places.iter().find(|place| place.id == thing.place_id && place.closed_at.is_none())?;
            Some((thing, place.name.clone()))
        })
        .collect())
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, query: &Query, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let known = my_things(app, viewer).await?;
    let slug = query.0.line("cosa");
    let chosen = known.iter().find(|(thing, _)| thing.slug == slug).or_else(|| known.first());
    let times = match chosen {
        Some((thing, _)) => {
            let table = Timetable::load(app, thing).await?;
            Some(TimesView::of(&frame, &table, query, read_time(&query.0.line("quando")), Asker::Staff))
        }
        None => None,
    };
    let thing = chosen.map(|(thing, _)| thing.slug.clone()).unwrap_or_default();
    let typed = match chosen {
        Some((thing, _)) if typed.motive.is_empty() => Typed { motive: thing.title.clone(), ..typed },
        _ => typed,
    };
    let things = known.into_iter().map(|(thing, place)| (thing.slug, format!("{}, {place}", thing.title))).collect();
    let form = FormView::with(&frame, faults);
    page_with(status, &CounterPage { frame, form, things, thing, times, typed })
}

/// GET /segreteria/prenotazioni/nuova?cosa=…&giorno=…
pub async fn form(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let typed = Typed { once: once_key(), ..Typed::default() };
    draw(&app, frame, &viewer, &query, typed, FieldErrors::default()).await
}

fn read(form: &Form) -> Typed {
    Typed {
        motive: form.line("motivo"),
        details: form.text("dettagli"),
        first: form.line("nome"),
        last: form.line("cognome"),
        email: form.line("email"),
        phone: form.line("telefono"),
        telephone: form.line("canale") == Channel::Telephone.word(),
        once: form.line("once").chars().take(64).collect(),
    }
}

fn check(typed: &Typed, faults: &mut FieldErrors) {
    check_text(faults, "motivo", &typed.motive, MOTIVE, "error-booking-motive");
    check_text(faults, "nome", &typed.first, NAME, "error-booking-first");
    check_text(faults, "cognome", &typed.last, NAME, "error-booking-last");
    if typed.details.chars().count() > DETAILS {
        faults.add("dettagli", "error-long");
    }
    if !typed.email.is_empty() {
        check_email(&typed.email, faults);
    }
    if typed.phone.chars().count() > 40 || !typed.phone.chars().all(|c| c.is_ascii_digit() || " +-/().".contains(c)) {
        faults.add("telefono", "error-phone");
    }
}

/// POST /segreteria/prenotazioni/nuova
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let typed = read(&form);
    let slug = form.line("cosa");
    let (thing, _) = my_things(&app, &viewer).await?.into_iter().find(|(thing, _)| thing.slug == slug).ok_or(Error::NotFound)?;
    let mut faults = FieldErrors::default();
    check(&typed, &mut faults);
    let start = read_time(&form.line("quando"));
    if start.is_none() {
        faults.add("quando", "error-booking-time");
    }
    let fields = ["cosa", "giorno", "quando"].map(|name| (name.to_owned(), form.line(name)));
    let again = Query(Form::from_pairs(fields.into()));
    let Some(starts_at) = start.filter(|_| faults.is_empty()) else { return draw(&app, frame, &viewer, &again, typed, faults).await };
    let new = NewBooking {
        thing: thing.id,
        starts_at,
        channel: if typed.telephone { Channel::Telephone } else { Channel::Counter },
        motive: typed.motive.clone(),
        details: typed.details.clone(),
        first_name: typed.first.clone(),
        last_name: typed.last.clone(),
        email: typed.email.clone(),
        phone: typed.phone.clone(),
        language: frame.lang,
        person: None,
        once_key: format!("{}-{}", me.id, typed.once),
    };
    let actor = viewer.actor()?;
    let booked = app
        .db
        .write(async |tx| {
            if let Some(id) = new.again(tx).await? {
                return Ok(Some(id));
            }
            let Some(id) = new.create(tx, &app).await? else { return Ok(None) };
            let number = Booking::find_in(tx, id).await?.number().to_string();
            let about = Entry { act: "booking.entered", subject_kind: "booking", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &number, ..about }).await?;
            Ok(Some(id))
        })
        .await?;
    if booked.is_none() {
        faults.add("quando", "error-booking-taken");
        return draw(&app, frame, &viewer, &again, typed, faults).await;
    }
    let day = starts_at.zoned(&frame.zone).date();
    see(&format!("/segreteria/prenotazioni?giorno={day}"), Some("toast-booked"))
}
