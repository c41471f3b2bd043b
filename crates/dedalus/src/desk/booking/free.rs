//! The timetable of a thing as the database knows it: to be shown, and to be asked within the turn that books.

use std::collections::HashMap;

use kit::clock::{DAY, Time};
use kit::db::Tx;
use kit::{Result, args};

use super::place::Place;
use super::slots::Timetable;
use super::thing::{Thing, ThingId};
use crate::identity::Calendar;
use crate::shell::App;

/// Bookings that begin at a moment, for all moments from one on.
const TAKEN: &str =
    "select starts_at, count(*) as n from booking where thing_id = $1 and starts_at >= $2 and state <> 'cancelled' group by starts_at";

impl Timetable {
    /// For a page. Who is booked from a day ago on counts.
    pub async fn load(app: &App, thing: &Thing) -> Result<Self> {
        let from = app.now().plus(-DAY);
        let (place, week, calendar) = tokio::try_join!(Place::find(&app.db, thing.place_id), thing.week(&app.db), Calendar::load(&app.db))?;
        let taken: Vec<(Time, i64)> = app.db.all(TAKEN, args![thing.id, from]).await?;
        let mut thing = thing.clone();
        thing.closed_at = thing.closed_at.or(place.closed_at);
        Ok(Self { thing, office: place.office_id, week, calendar, taken: taken.into_iter().collect(), zone: app.zone.clone() })
    }

    /// Within the turn that books, when nobody else can: what is free now is free.
    pub async fn load_in(tx: &mut Tx, app: &App, id: ThingId, starts_at: Time) -> Result<Self> {
        let mut thing = Thing::find_in(tx, id).await?;
        let place = Place::find_in(tx, thing.place_id).await?;
        let week = thing.week_in(tx).await?;
        let calendar = Calendar::load_in(tx).await?;
        let (n,): (i64,) = tx
            .one("select count(*) as n from booking where thing_id = $1 and starts_at = $2 and state <> 'cancelled'", args![id, starts_at])
            .await?;
        thing.closed_at = thing.closed_at.or(place.closed_at);
        Ok(Self { thing, office: place.office_id, week, calendar, taken: HashMap::from([(starts_at, n)]), zone: app.zone.clone() })
    }
}
