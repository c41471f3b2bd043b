//! Step 1, the place: where, and what for. `?cosa=…` comes from the card of a service and has chosen already.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;
use kit::rate::Key;

use super::steps::{Found, Step, StepsView, underway};
use crate::desk::booking::draft::{Draft, Typed};
use crate::desk::booking::place::Place;
use crate::desk::booking::thing::Thing;
use crate::identity::{Person, Viewer};
use crate::shell::{App, Form, FormView, Frame, Keep, Query, page_with, see};

/// A place with what one can book there.
struct PlaceView {
    place: Place,
    things: Vec<(Thing, String)>,
}

#[derive(Template)]
#[template(path = "desk/booking/templates/place.html")]
struct PlacePage {
    frame: Frame,
    steps: StepsView,
    form: FormView,
    places: Vec<PlaceView>,
    chosen: String,
    action: String,
}

/// Places and things that are open, by place.
async fn open_places(app: &App, frame: &Frame) -> Result<Vec<PlaceView>> {
    let (places, things) = tokio::try_join!(Place::all(&app.db), Thing::all(&app.db))?;
    let of = |place: &Place| {
        let own = things.iter().filter(|thing| thing.place_id == place.id && thing.closed_at.is_none());
        own.map(|thing| (thing.clone(), frame.tn("booking-minutes", &i64::from(thing.minutes)))).collect::<Vec<_>>()
    };
    let open = places.into_iter().filter(|place| place.closed_at.is_none());
    Ok(open.map(|place| PlaceView { things: of(&place), place }).filter(|view| !view.things.is_empty()).collect())
}

async fn draw(app: &App, frame: Frame, chosen: String, action: String, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let places = open_places(app, &frame).await?;
    let (steps, form) = (StepsView::at(&frame, Step::Place), FormView::with(&frame, faults));
    page_with(status, &PlacePage { frame, steps, form, places, chosen, action })
}

/// GET /prenotazioni?cosa=…
pub async fn form(app: App, frame: Frame, query: Query) -> Result<Response> {
    let answer = draw(&app, frame, query.0.line("cosa"), "/prenotazioni".into(), FieldErrors::default()).await?;
    Ok(if query.0.has("cosa") { answer } else { Keep::of(["bookings"]).on(answer) })
}

/// POST /prenotazioni — a draft begins, with its private address. Who is signed in need not type what is known.
pub async fn begin(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let slug = form.line("cosa");
    let Some(thing) = Thing::by_slug(&app.db, &slug).await? else { return refuse(&app, frame, slug, "/prenotazioni".into()).await };
    app.limiter.take("booking_address", Key::address(viewer.address))?;
    let mut typed = Typed { thing: Some(thing.id), motive: thing.title.clone(), ..Typed::default() };
    if let Some(me) = viewer.id() {
        let person = Person::find(&app.db, me).await?;
        let (first, last) = person.name.split_once(' ').unwrap_or((person.name.as_str(), ""));
        (typed.first_name, typed.last_name) = (first.to_owned(), last.to_owned());
        typed.email = person.email;
    }
    let key = app.db.write(async |tx| Draft::begin(tx, &app.secret, &typed).await).await?;
    see(&Step::Time.path(&key), None)
}

async fn refuse(app: &App, frame: Frame, slug: String, action: String) -> Result<Response> {
    let mut faults = FieldErrors::default();
    faults.add("cosa", "error-booking-thing");
    draw(app, frame, slug, action, faults).await
}

/// GET /prenotazioni/bozza/{key}/luogo
pub async fn change_form(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    match underway(&app, &key, Step::Place).await? {
        Found::Elsewhere(path) => see(&path, None),
        Found::Draft(found) => {
            let chosen = found.thing.map(|thing| thing.slug).unwrap_or_default();
            draw(&app, frame, chosen, Step::Place.path(&key), FieldErrors::default()).await
        }
    }
}

/// POST /prenotazioni/bozza/{key}/luogo — another thing has other times; everything else stays.
pub async fn change(app: App, frame: Frame, Path(key): Path<String>, form: Form) -> Result<Response> {
    let Found::Draft(found) = underway(&app, &key, Step::Place).await? else { return see(&Step::Summary.path(&key), None) };
    let slug = form.line("cosa");
    let Some(thing) = Thing::by_slug(&app.db, &slug).await? else { return refuse(&app, frame, slug, Step::Place.path(&key)).await };
    let mut typed = found.draft.typed.clone();
    if typed.thing != Some(thing.id) {
        if found.thing.is_some_and(|before| before.title == typed.motive) {
            typed.motive.clone_from(&thing.title);
        }
        (typed.thing, typed.starts_at) = (Some(thing.id), None);
        app.db.write(async |tx| Draft::save(tx, &app.secret, &key, &typed).await).await?;
    }
    see(&Step::Time.path(&key), None)
}
