//! /segreteria/prenotazioni — the day at the counters of one's offices: who comes when, who is there, call the next.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::Span;
use jiff::civil::Date;
use kit::i18n::dates::time_of_day;
use kit::{Error, Result};

use super::counter;
use super::times::day_words;
use crate::desk::booking::place::{Place, PlaceId};
use crate::desk::booking::queue::{DayFilter, Mark, bounds, of_day};
use crate::desk::booking::record::{Booking, BookingId, State};
use crate::identity::{Act, Calendar, Entry, Me, OfficeId, Routes, Viewer, note};
use crate::shell::{App, Form, Frame, Query, Sheet, csv, page, see};

const HERE: &str = "/segreteria/prenotazioni";

/// The addresses of the day.
pub fn routes() -> Routes {
    Routes::new()
        .get("/segreteria/prenotazioni", Act::WorkDesk, show)
        .get("/segreteria/prenotazioni.csv", Act::WorkDesk, export)
        .get("/segreteria/prenotazioni/nuova", Act::WorkDesk, counter::form)
        .post("/segreteria/prenotazioni/nuova", Act::WorkDesk, counter::create)
        .post("/segreteria/prenotazioni/{id}/arrivo", Act::WorkDesk, arrive)
        .post("/segreteria/prenotazioni/{id}/chiamata", Act::WorkDesk, call)
        .post("/segreteria/prenotazioni/{id}/servizio", Act::WorkDesk, serve)
        .post("/segreteria/prenotazioni/{id}/assenza", Act::WorkDesk, miss)
        .post("/segreteria/prenotazioni/{id}/ripristino", Act::WorkDesk, undo)
        .get("/segreteria/prenotazioni/{id}/annullamento", Act::WorkDesk, ask_cancel)
        .post("/segreteria/prenotazioni/{id}/annullamento", Act::WorkDesk, cancel)
        .post("/segreteria/prenotazioni/luoghi/{id}/chiamata", Act::WorkDesk, call_next)
}

/// A booking in its line of the day.
struct LineView {
    booking: Booking,
    time: String,
    state: &'static str,
    class: &'static str,
    arrived: bool,
    callable: bool,
    servable: bool,
    undoable: bool,
}

#[derive(Template)]
#[template(path = "desk/booking/templates/day.html")]
struct DayPage {
    frame: Frame,
    day: String,
    day_words: String,
    before: String,
    after: String,
    lines: Vec<LineView>,
    places: Vec<(String, String)>,
    place: String,
    /// The one place that is shown: for the button that calls, and the wall.
    one: Option<Place>,
    counter: String,
    waiting: i64,
    is_today: bool,
    /// Which place is shut that day, and why.
    shut: Vec<(String, String)>,
}

/// The places of the offices for which this person works at the desk.
pub async fn my_places(app: &App, me: &Me) -> Result<Vec<Place>> {
    let offices = me.offices(Act::WorkDesk);
    Ok(Place::all(&app.db).await?.into_iter().filter(|place| offices.contains(&place.office_id)).collect())
}

/// What the address asks for.
fn filter(frame: &Frame, query: &Query, offices: Vec<OfficeId>) -> (Date, DayFilter) {
    let today = frame.now.zoned(&frame.zone).date();
    let day = query.0.line("giorno").parse().unwrap_or(today);
    let (from, until) = bounds(day, &frame.zone);
    (day, DayFilter { offices, place: query.0.line("luogo").parse().ok(), from, until })
}

fn line(frame: &Frame, booking: Booking) -> LineView {
    let state = booking.state;
    LineView {
        time: time_of_day(booking.starts_at, &frame.zone),
        state: frame.t(state.key()),
        class: match state {
            State::Arrived => "ded-tag ded-tag--sea",
            State::Called => "ded-tag ded-tag--warn",
            State::Served => "ded-tag ded-tag--ok",
            State::Absent | State::Cancelled => "ded-tag ded-tag--late",
            State::Booked => "ded-tag",
        },
        arrived: state == State::Booked,
        callable: matches!(state, State::Booked | State::Arrived | State::Called),
        servable: matches!(state, State::Arrived | State::Called),
        undoable: state != State::Booked,
        booking,
    }
}

/// GET /segreteria/prenotazioni?giorno=…&luogo=…&sportello=…
async fn show(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    let mine = my_places(&app, me).await?;
    let (day, filter) = filter(&frame, &query, me.offices(Act::WorkDesk));
    let (rows, calendar) = tokio::try_join!(of_day(&app.db, &filter), Calendar::load(&app.db))?;
    let waiting = rows.iter().filter(|row| row.state == State::Arrived).count();
    let one = match (filter.place, mine.as_slice()) {
        (Some(id), _) => mine.iter().find(|place| place.id == id).cloned(),
        (None, [only]) => Some(only.clone()),
        (None, _) => None,
    };
    let shut = mine.iter().filter_map(|place| Some((place.name.clone(), calendar.shut(day, place.office_id)?.words(frame.lang))));
    let step = |days: i64| day.checked_add(Span::new().days(days)).unwrap_or(day).to_string();
    let any = (String::new(), frame.t("booking-any-place").to_owned());
    let view = DayPage {
        day: day.to_string(),
        day_words: day_words(&frame, day),
        before: step(-1),
        after: step(1),
        shut: shut.collect(),
        places: std::iter::once(any).chain(mine.iter().map(|place| (place.id.to_string(), place.name.clone()))).collect(),
        place: filter.place.map(|id| id.to_string()).unwrap_or_default(),
        counter: query.0.line("sportello").chars().take(20).collect(),
        waiting: i64::try_from(waiting).unwrap_or_default(),
        is_today: day == frame.now.zoned(&frame.zone).date(),
        one,
        lines: rows.into_iter().map(|booking| line(&frame, booking)).collect(),
        frame,
    };
    page(&view)
}

/// GET /segreteria/prenotazioni.csv?giorno=…&luogo=…
async fn export(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let (day, filter) = filter(&frame, &query, viewer.me()?.offices(Act::WorkDesk));
    let keys = [
        "booking-hour",
        "booking-number",
        "booking-thing",
        "booking-place",
        "booking-who",
        "label-email",
        "office-phone",
        "booking-motive",
        "booking-state",
    ];
    let headings = keys.map(|key| frame.t(key));
    let name = format!("appuntamenti-{day}");
    csv(&name, &headings, move |_| {
        let (app, frame, filter) = (app.clone(), frame.clone(), filter.clone());
        async move {
            let mut sheet = Sheet::default();
            for row in of_day(&app.db, &filter).await? {
                let (time, number, who) = (time_of_day(row.starts_at, &frame.zone), row.number().to_string(), row.name());
                let state = frame.t(row.state.key());
                sheet.line([&time, &number, &row.thing, &row.place, &who, &row.email, &row.phone, &row.motive, state]);
            }
            Ok((sheet, None))
        }
    })
    .await
}

/// A booking of one of one's offices; others are not found.
async fn mine(app: &App, viewer: &Viewer, id: BookingId) -> Result<(Booking, OfficeId)> {
    let booking = Booking::find(&app.db, id).await?;
    let office = Place::find(&app.db, booking.place_id).await?.office_id;
    if viewer.me()?.offices(Act::WorkDesk).contains(&office) { Ok((booking, office)) } else { Err(Error::NotFound) }
}

/// Where the list stands again: same day, same place, same counter.
fn back(frame: &Frame, booking: &Booking, form: &Form) -> String {
    let day = booking.starts_at.zoned(&frame.zone).date().to_string();
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("giorno", &day);
    for (name, value) in [("luogo", form.line("luogo")), ("sportello", form.line("sportello"))] {
        if !value.is_empty() {
            query.append_pair(name, &value.chars().take(20).collect::<String>());
        }
    }
    format!("{HERE}?{}", query.finish())
}

async fn mark(parts: (App, Frame, Viewer), id: BookingId, form: Form, mark: Mark, act: &'static str) -> Result<Response> {
    let (app, frame, viewer) = parts;
    let (booking, office) = mine(&app, &viewer, id).await?;
    let actor = viewer.actor_in(office)?;
    let counter: String = form.line("sportello").chars().take(20).collect();
    app.db
        .write(async |tx| {
            Booking::mark(tx, id, mark, &counter).await?;
            let number = booking.number().to_string();
            let before = Some(booking.state.word().to_owned());
            let about = Entry { act, subject_kind: "booking", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &number, before, ..about }).await
        })
        .await?;
    see(&back(&frame, &booking, &form), None)
}

/// POST /segreteria/prenotazioni/{id}/arrivo
async fn arrive(app: App, frame: Frame, viewer: Viewer, Path(id): Path<BookingId>, form: Form) -> Result<Response> {
    mark((app, frame, viewer), id, form, Mark::Arrived, "booking.arrived").await
}

/// POST /segreteria/prenotazioni/{id}/chiamata
async fn call(app: App, frame: Frame, viewer: Viewer, Path(id): Path<BookingId>, form: Form) -> Result<Response> {
    mark((app, frame, viewer), id, form, Mark::Called, "booking.called").await
}

/// POST /segreteria/prenotazioni/{id}/servizio
async fn serve(app: App, frame: Frame, viewer: Viewer, Path(id): Path<BookingId>, form: Form) -> Result<Response> {
    mark((app, frame, viewer), id, form, Mark::Served, "booking.served").await
}

/// POST /segreteria/prenotazioni/{id}/assenza
async fn miss(app: App, frame: Frame, viewer: Viewer, Path(id): Path<BookingId>, form: Form) -> Result<Response> {
    mark((app, frame, viewer), id, form, Mark::Absent, "booking.absent").await
}

/// POST /segreteria/prenotazioni/{id}/ripristino — the wrong button was pressed.
async fn undo(app: App, frame: Frame, viewer: Viewer, Path(id): Path<BookingId>, form: Form) -> Result<Response> {
    mark((app, frame, viewer), id, form, Mark::Undone, "booking.undone").await
}

#[derive(Template)]
#[template(path = "desk/booking/templates/day_cancel.html")]
struct CancelPage {
    frame: Frame,
    booking: Booking,
    when: String,
}

/// GET /segreteria/prenotazioni/{id}/annullamento
async fn ask_cancel(app: App, frame: Frame, viewer: Viewer, Path(id): Path<BookingId>) -> Result<Response> {
    let (booking, _) = mine(&app, &viewer, id).await?;
    let when = super::times::time_words(&frame, booking.starts_at);
    page(&CancelPage { frame, booking, when })
}

/// POST /segreteria/prenotazioni/{id}/annullamento — somebody called to say they do not come.
async fn cancel(app: App, frame: Frame, viewer: Viewer, Path(id): Path<BookingId>, form: Form) -> Result<Response> {
    let (booking, office) = mine(&app, &viewer, id).await?;
    let actor = viewer.actor_in(office)?;
    app.db
        .write(async |tx| {
            Booking::cancel(tx, &app, id).await?;
            let number = booking.number().to_string();
            let about = Entry { act: "booking.cancelled", subject_kind: "booking", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &number, ..about }).await
        })
        .await?;
    see(&back(&frame, &booking, &form), Some("toast-booking-cancelled"))
}

/// POST /segreteria/prenotazioni/luoghi/{id}/chiamata — the next of those who wait.
async fn call_next(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PlaceId>, form: Form) -> Result<Response> {
    let place = Place::find(&app.db, id).await?;
    if !viewer.me()?.offices(Act::WorkDesk).contains(&place.office_id) {
        return Err(Error::NotFound);
    }
    let actor = viewer.actor_in(place.office_id)?;
    let today = frame.now.zoned(&frame.zone).date();
    let counter: String = form.line("sportello").chars().take(20).collect();
    let called = app
        .db
        .write(async |tx| {
            let Some(called) = Booking::call_next(tx, id, bounds(today, &app.zone), &counter).await? else { return Ok(None) };
            let number = Booking::find_in(tx, called).await?.number().to_string();
            let about = Entry { act: "booking.called", subject_kind: "booking", subject_id: Some(called.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &number, ..about }).await?;
            Ok(Some(called))
        })
        .await?;
    let counter: String = url::form_urlencoded::byte_serialize(counter.as_bytes()).collect();
    let toast = if called.is_some() { "toast-booking-called" } else { "toast-booking-nobody" };
    see(&format!("{HERE}?luogo={id}&sportello={counter}"), Some(toast))
}
