//! /amministrazione/prenotazioni — places of one's offices, and what one can book there.

use askama::Template;
use axum::response::Response;
use kit::Result;

use super::{place_form, thing_form};
use crate::desk::booking::place::Place;
use crate::desk::booking::thing::Thing;
use crate::identity::{Act, Office, OfficeId, Routes, Viewer};
use crate::shell::{App, Frame, page};

/// Where administration of bookings begins.
pub const HERE: &str = "/amministrazione/prenotazioni";

/// The addresses of administration.
pub fn routes() -> Routes {
    Routes::new()
        .get("/amministrazione/prenotazioni", Act::KeepBookings, index)
        .get("/amministrazione/prenotazioni/luoghi/nuovo", Act::KeepBookings, place_form::new)
        .post("/amministrazione/prenotazioni/luoghi/nuovo", Act::KeepBookings, place_form::create)
        .get("/amministrazione/prenotazioni/luoghi/{id}", Act::KeepBookings, place_form::edit)
        .post("/amministrazione/prenotazioni/luoghi/{id}", Act::KeepBookings, place_form::update)
        .post("/amministrazione/prenotazioni/luoghi/{id}/chiusura", Act::KeepBookings, place_form::close)
        .post("/amministrazione/prenotazioni/luoghi/{id}/riapertura", Act::KeepBookings, place_form::reopen)
        .get("/amministrazione/prenotazioni/luoghi/{id}/cose/nuova", Act::KeepBookings, thing_form::new)
        .post("/amministrazione/prenotazioni/luoghi/{id}/cose/nuova", Act::KeepBookings, thing_form::create)
        .get("/amministrazione/prenotazioni/cose/{id}", Act::KeepBookings, thing_form::edit)
        .post("/amministrazione/prenotazioni/cose/{id}", Act::KeepBookings, thing_form::update)
        .post("/amministrazione/prenotazioni/cose/{id}/chiusura", Act::KeepBookings, thing_form::close)
        .post("/amministrazione/prenotazioni/cose/{id}/riapertura", Act::KeepBookings, thing_form::reopen)
}

/// A place with its office and what can be booked there.
struct PlaceView {
    place: Place,
    office: String,
    things: Vec<(Thing, String)>,
}

#[derive(Template)]
#[template(path = "desk/booking/templates/admin.html")]
struct AdminPage {
    frame: Frame,
    places: Vec<PlaceView>,
}

/// The offices whose bookings this person keeps.
pub async fn my_offices(app: &App, viewer: &Viewer) -> Result<Vec<Office>> {
    let me = viewer.me()?;
    Ok(Office::all(&app.db).await?.into_iter().filter(|office| me.may_in(Act::KeepBookings, office.id)).collect())
}

/// May this person keep the bookings of an office? Others are not found.
pub fn may(viewer: &Viewer, office: OfficeId) -> Result<()> {
    if viewer.me()?.may_in(Act::KeepBookings, office) { Ok(()) } else { Err(kit::Error::NotFound) }
}

/// GET /amministrazione/prenotazioni
async fn index(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let (places, things) = tokio::try_join!(Place::all(&app.db), Thing::all(&app.db))?;
    let offices = my_offices(&app, &viewer).await?;
    let places = places.into_iter().filter_map(|place| {
        let office = offices.iter().find(|office| office.id == place.office_id)?.name.clone();
        let own = things.iter().filter(|thing| thing.place_id == place.id);
        let things = own.map(|thing| (thing.clone(), frame.tn("booking-minutes", &i64::from(thing.minutes)))).collect();
        Some(PlaceView { place, office, things })
    });
    page(&AdminPage { places: places.collect(), frame: frame.clone() })
}
