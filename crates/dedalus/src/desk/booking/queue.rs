//! The day at the counter: who is there, who is next, who was called where.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kit::clock::Time;
use kit::db::{Db, Tx, Value, places};
use kit::{Error, Result, args};

use super::place::{Place, PlaceId};
use super::record::{Booking, BookingId, SELECT, State};
use crate::identity::OfficeId;

/// What staff notes about a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Is in the waiting room.
    Arrived,
    /// Is called to a counter.
    Called,
    /// Was served.
    Served,
    /// Did not come.
    Absent,
    /// Back to where it began: somebody pressed the wrong button.
    Undone,
}

impl Mark {
    const fn state(self) -> State {
        match self {
            Self::Arrived => State::Arrived,
            Self::Called => State::Called,
            Self::Served => State::Served,
            Self::Absent => State::Absent,
            Self::Undone => State::Booked,
        }
    }
}

/// The first moment of a day and of the next one.
pub fn bounds(day: Date, zone: &TimeZone) -> (Time, Time) {
    (Time::start_of(day, zone), Time::start_of(day.tomorrow().unwrap_or(day), zone))
}

/// What one looks for on a day.
#[derive(Debug, Clone)]
pub struct DayFilter {
    /// The offices whose places are shown.
    pub offices: Vec<OfficeId>,
    /// One place only.
    pub place: Option<PlaceId>,
    /// The first moment.
    pub from: Time,
    /// The first moment after.
    pub until: Time,
}

/// The bookings of a day at the places of some offices, by hour, called off ones left out.
pub async fn of_day(db: &Db, filter: &DayFilter) -> Result<Vec<Booking>> {
    if filter.offices.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{SELECT} where b.starts_at >= $1 and b.starts_at < $2 and b.state <> 'cancelled' and (cast($3 as bigint) is null or b.place_id = $3)
            and p.office_id in ({}) order by b.starts_at, b.id",
        places(4, filter.offices.len())
    );
    let mut args = args![filter.from, filter.until, filter.place];
    args.extend(filter.offices.iter().copied().map(Value::from));
    Ok(db.all(sql, args).await?)
}

impl Booking {
    /// Notes what became of it. Only what can follow may follow; a second click changes nothing and is no mistake.
    pub async fn mark(tx: &mut Tx, id: BookingId, mark: Mark, counter: &str) -> Result<()> {
        let now = tx.now();
        let before = Self::find_in(tx, id).await?;
        let fits = match mark {
            Mark::Arrived => matches!(before.state, State::Booked | State::Absent),
            Mark::Called => matches!(before.state, State::Booked | State::Arrived | State::Called),
            Mark::Served => matches!(before.state, State::Arrived | State::Called | State::Booked),
            Mark::Absent => matches!(before.state, State::Booked | State::Called | State::Arrived),
            Mark::Undone => before.state != State::Cancelled,
        };
        if before.state == mark.state() && mark != Mark::Called {
            return Ok(());
        }
        if !fits {
            return Err(Error::Conflict("error-booking-state"));
        }
        let called = match mark {
            Mark::Called => Some(now),
            Mark::Undone | Mark::Arrived => None,
            Mark::Served | Mark::Absent => before.called_at,
        };
        let counter = if mark == Mark::Called { counter } else { &before.counter };
        tx.run(
            "update booking set state = $2, called_at = $3, counter = $4, changed_at = $5 where id = $1",
            args![id, mark.state(), called, counter, now],
        )
        .await?;
        tx.touch(Place::room(before.place_id));
        Ok(())
    }

    /// Calls whoever is in the waiting room and comes first by the hour of the booking. None: nobody waits.
    pub async fn call_next(tx: &mut Tx, place: PlaceId, (from, until): (Time, Time), counter: &str) -> Result<Option<BookingId>> {
        let next: Option<(BookingId,)> = tx
            .maybe(
                "select id from booking where place_id = $1 and starts_at >= $2 and starts_at < $3 and state = 'arrived'
                  order by starts_at, id limit 1",
                args![place, from, until],
            )
            .await?;
        let Some((id,)) = next else { return Ok(None) };
        Self::mark(tx, id, Mark::Called, counter).await?;
        Ok(Some(id))
    }
}

/// A call as it stands on the wall of the waiting room: a number and a counter, no name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The number.
    pub number: String,
    /// The counter; may be empty.
    pub counter: String,
    /// When.
    pub at: Time,
}

/// The newest calls of a day at a place, newest first.
pub async fn calls(db: &Db, place: PlaceId, (from, until): (Time, Time), most: i64) -> Result<Vec<Call>> {
    let sql =
        format!("{SELECT} where b.place_id = $1 and b.called_at >= $2 and b.called_at < $3 order by b.called_at desc, b.id desc limit $4");
    let rows: Vec<Booking> = db.all(sql, args![place, from, until, most]).await?;
    Ok(rows
        .into_iter()
        .filter_map(|booking| Some(Call { number: booking.call(), at: booking.called_at?, counter: booking.counter }))
        .collect())
}
