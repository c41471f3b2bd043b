//! What bookings do by themselves: a reminder the day before, a letter when the door will be shut, and forgetting.

use std::sync::Arc;

use jiff::Span;
use kit::clock::{DAY, Time};
use kit::db::Tx;
use kit::events::Reaction;
use kit::jobs::{Every, Job, Kind, Recurring};
use kit::{Result, args};

use super::draft::Draft;
use super::letters::{self, Said};
use super::place::Place;
use super::record::{Booking, BookingId, SELECT, State};
use crate::identity::Calendar;
use crate::shell::App;

/// Days after its day for which a booking keeps names and words.
pub const NAMES_KEPT_DAYS: i64 = 90;
/// Bookings of one turn.
const BATCH: i64 = 100;

/// The kinds of job.
pub fn kinds() -> Vec<Kind<App>> {
    vec![
        Kind::new("booking.remind", |app, job| Box::pin(remind(app, job))),
        Kind::new("booking.shut", |app, job| Box::pin(shut(app, job))),
        Kind::new("booking.sweep", |app, job| Box::pin(sweep(app, job))),
    ]
}

/// What comes back. Whoever books in the evening for the next day is reminded by the booking's own letter.
pub fn recurring() -> Vec<Recurring> {
    vec![Recurring { name: "booking.remind", every: Every::Day(9, 0) }, Recurring { name: "booking.sweep", every: Every::Day(3, 50) }]
}

/// Which jobs follow which events.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction { on: "calendar.closed", job: "booking.shut" }]
}

/// Everybody who is booked for tomorrow is told so, once.
async fn remind(app: App, job: Arc<Job>) -> Result<()> {
    let today = app.now().zoned(&app.zone).date();
    let day = |days: i64| Time::start_of(today.checked_add(Span::new().days(days)).unwrap_or(today), &app.zone);
    let (from, until) = (day(1), day(2));
    while app.db.write(async |tx| remind_some(tx, &app, from, until).await).await? == BATCH {}
    job.complete(&app.db, async |_| Ok(())).await
}

async fn remind_some(tx: &mut Tx, app: &App, from: Time, until: Time) -> Result<i64> {
    let sql = format!(
        "{SELECT} where b.starts_at >= $1 and b.starts_at < $2 and b.state = 'booked' and b.reminded_at is null order by b.starts_at, b.id limit $3"
    );
    let rows: Vec<Booking> = tx.all(sql, args![from, until, BATCH]).await?;
    for booking in &rows {
        tx.run("update booking set reminded_at = $2 where id = $1", args![booking.id, tx.now()]).await?;
        letters::tell(tx, app, booking, Said::Reminded).await?;
    }
    Ok(i64::try_from(rows.len()).unwrap_or_default())
}

/// A closure came over bookings: whoever is booked for a day on which the place is shut is told once for that day.
async fn shut(app: App, job: Arc<Job>) -> Result<()> {
    let mut after = BookingId(0);
    while let Some(last) = app.db.write(async |tx| warn_some(tx, &app, after).await).await? {
        after = last;
    }
    job.complete(&app.db, async |_| Ok(())).await
}

/// Looks at some bookings that are ahead; gives the last one, or none when there was none.
async fn warn_some(tx: &mut Tx, app: &App, after: BookingId) -> Result<Option<BookingId>> {
    let sql = format!("{SELECT} where b.id > $1 and b.starts_at > $2 and b.state = 'booked' order by b.id limit $3");
    let rows: Vec<Booking> = tx.all(sql, args![after, tx.now(), BATCH]).await?;
    let calendar = Calendar::load_in(tx).await?;
    for booking in &rows {
        let day = booking.starts_at.zoned(&app.zone).date();
        let office = Place::find_in(tx, booking.place_id).await?.office_id;
        if calendar.shut(day, office).is_none() {
            continue;
        }
        let said = tx
            .run(
                "update booking set warned_day = $2 where id = $1 and (warned_day is null or warned_day <> $2)",
                args![booking.id, day.to_string()],
            )
            .await?;
        if said > 0 {
            letters::tell(tx, app, booking, Said::Shut).await?;
        }
    }
    Ok(rows.last().map(|booking| booking.id))
}

/// Names and words of bookings go after their time; drafts that nobody touches go.
async fn sweep(app: App, job: Arc<Job>) -> Result<()> {
    while app.db.write(async |tx| Draft::sweep(tx, BATCH).await).await? > 0 {}
    while app.db.write(async |tx| forget(tx).await).await? > 0 {}
    job.complete(&app.db, async |_| Ok(())).await
}

/// Takes names and words out of some old bookings; how many. What stays counts for statistics and keeps the numbers whole.
async fn forget(tx: &mut Tx) -> Result<u64> {
    let (now, before) = (tx.now(), tx.now().plus(-NAMES_KEPT_DAYS * DAY));
    Ok(tx
        .run(
            "update booking set motive = '', details = '', first_name = '', last_name = '', email = '', email_folded = '', phone = '',
                    person_id = null, once_key = null, forgotten_at = $1
              where id in (select id from booking where starts_at < $2 and forgotten_at is null order by starts_at limit $3)",
            args![now, before, BATCH],
        )
        .await?)
}

impl Booking {
    /// Were its names forgotten, or its account ended?
    pub fn is_forgotten(&self) -> bool {
        self.last_name.is_empty() && self.state != State::Booked
    }
}
