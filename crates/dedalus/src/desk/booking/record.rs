//! A booking: who comes when, for what, and how far that went.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::i18n::Lang;
use kit::text::fold;
use kit::{Error, Result, args};

use super::letters::{self, Said};
use super::place::{Place, PlaceId};
use super::slots::{Asker, Timetable};
use super::thing::ThingId;
use crate::desk::{Channel, ReceiptNumber};
use crate::identity::PersonId;
use crate::shell::App;

kit::id! {
    /// A booking's number in the house; what people say is its receipt number.
    BookingId
}

/// How far it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Somebody will come.
    Booked,
    /// Is in the waiting room.
    Arrived,
    /// Was called to a counter.
    Called,
    /// Was served.
    Served,
    /// Did not come.
    Absent,
    /// Called off.
    Cancelled,
}
kit::words!(State {
    Booked = "booked",
    Arrived = "arrived",
    Called = "called",
    Served = "served",
    Absent = "absent",
    Cancelled = "cancelled"
});

impl State {
    /// Key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Booked => "booking-state-booked",
            Self::Arrived => "booking-state-arrived",
            Self::Called => "booking-state-called",
            Self::Served => "booking-state-served",
            Self::Absent => "booking-state-absent",
            Self::Cancelled => "booking-state-cancelled",
        }
    }
}

kit::row! {
    /// A booking with the names of its place and thing.
    #[derive(Debug, Clone)]
    pub struct Booking {
        /// Number.
        pub id: BookingId,
        /// The thing.
        pub thing_id: ThingId,
        /// The place.
        pub place_id: PlaceId,
        /// How it came in.
        pub channel: Channel,
        /// Year of its receipt.
        pub year: i16,
        /// Count of its receipt.
        pub count: i64,
        /// When it begins.
        pub starts_at: Time,
        /// When it ends.
        pub ends_at: Time,
        /// How far it went.
        pub state: State,
        /// What for, in a line.
        pub motive: String,
        /// More about it.
        pub details: String,
        /// First name.
        pub first_name: String,
        /// Last name.
        pub last_name: String,
        /// Where mail goes; may be empty when it was made at the counter.
        pub email: String,
        /// Telephone, from the counter.
        pub phone: String,
        /// Language of its mails.
        pub language: Lang,
        /// How often it was moved or called off, for calendars.
        pub sequence: i64,
        /// When it was called to a counter.
        pub called_at: Option<Time>,
        /// To which counter.
        pub counter: String,
        /// What the thing is called.
        pub thing: String,
        /// What one brings along.
        pub bring: String,
        /// What the place is called.
        pub place: String,
        /// Where it is.
        pub address: String,
        /// How one gets in.
        pub directions: String,
    }
}

pub(super) const SELECT: &str =
    "select b.id, b.thing_id, b.place_id, b.channel, b.year, b.count, b.starts_at, b.ends_at, b.state, b.motive, b.details,
        b.first_name, b.last_name, b.email, b.phone, b.language, b.sequence, b.called_at, b.counter,
        t.title as thing, t.bring, p.name as place, p.address, p.directions
   from booking b join booking_thing t on t.id = b.thing_id join booking_place p on p.id = b.place_id";

/// A booking about to be, its texts already checked.
#[derive(Debug, Clone)]
pub struct NewBooking {
    /// The thing.
    pub thing: ThingId,
    /// When.
    pub starts_at: Time,
    /// How it comes in.
    pub channel: Channel,
    /// What for.
    pub motive: String,
    /// More about it.
    pub details: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Where mail goes.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Language of its mails.
    pub language: Lang,
    /// Whoever was signed in.
    pub person: Option<PersonId>,
    /// Against the second click.
    pub once_key: String,
}

impl NewBooking {
    fn asker(&self) -> Asker {
        if self.channel == Channel::Web { Asker::Citizen } else { Asker::Staff }
    }

    /// What the same form has booked already.
    pub async fn again(&self, tx: &mut Tx) -> Result<Option<BookingId>> {
        let before: Option<(BookingId,)> = tx.maybe("select id from booking where once_key = $1", args![&self.once_key]).await?;
        Ok(before.map(|(id,)| id))
    }

    /// Books, or says that the time is not free (any more): then nothing was written. A second sending finds the first.
    pub async fn create(&self, tx: &mut Tx, app: &App) -> Result<Option<BookingId>> {
        if let Some(id) = self.again(tx).await? {
            return Ok(Some(id));
        }
        let now = tx.now();
        let table = Timetable::load_in(tx, app, self.thing, self.starts_at).await?;
        let Some(free) = table.free_at(self.starts_at, now, self.asker()) else { return Ok(None) };
        let number = ReceiptNumber::next(tx, self.channel, &app.zone).await?;
        let (id, place) = (BookingId::next(now), table.thing.place_id);
        tx.run(
            "insert into booking (id, thing_id, place_id, channel, year, count, starts_at, ends_at, state, motive, details, first_name,
                                  last_name, email, email_folded, phone, language, person_id, once_key, created_at, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 'booked', $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19)",
            args![
                id,
                self.thing,
                place,
                self.channel,
                number.year,
                number.count,
                free.starts_at,
                free.ends_at,
                &self.motive,
                &self.details,
                &self.first_name,
                &self.last_name,
                &self.email,
                fold(&self.email),
                &self.phone,
                self.language,
                self.person,
                &self.once_key,
                now
            ],
        )
        .await?;
        let booking = Booking::find_in(tx, id).await?;
        letters::tell(tx, app, &booking, Said::Booked).await?;
        Ok(Some(id))
    }
}

impl Booking {
    /// By number.
    pub async fn find(db: &Db, id: BookingId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where b.id = $1"), args![id]).await?)
    }

    /// The same within a turn.
    pub async fn find_in(tx: &mut Tx, id: BookingId) -> Result<Self> {
        Ok(tx.one(format!("{SELECT} where b.id = $1"), args![id]).await?)
    }

    /// What somebody has ahead of them, by address: nobody books a whole week for themselves.
    pub async fn ahead_of(db: &Db, email: &str) -> Result<i64> {
        let (n,): (i64,) = db
            .one(
                "select count(*) as n from booking where email_folded = $1 and starts_at > $2 and state = 'booked'",
                args![fold(email), db.now()],
            )
            .await?;
        Ok(n)
    }

    /// The receipt's number, which never changes.
    pub fn number(&self) -> ReceiptNumber {
        ReceiptNumber { channel: self.channel, year: self.year, count: self.count }
    }

    /// What is called out in the waiting room: the number without its year.
    pub fn call(&self) -> String {
        format!("{}-{:04}", self.channel.letter(), self.count)
    }

    /// First and last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }

    /// Can whoever booked still call it off or move it?
    pub fn is_open(&self, now: Time) -> bool {
        self.state == State::Booked && self.starts_at > now
    }

    /// Calls it off; the time is free again. A second click finds it called off and says nothing.
    pub async fn cancel(tx: &mut Tx, app: &App, id: BookingId) -> Result<()> {
        let now = tx.now();
        let changed = tx
            .run(
                "update booking set state = 'cancelled', sequence = sequence + 1, changed_at = $2
                  where id = $1 and state = 'booked' and starts_at > $2",
                args![id, now],
            )
            .await?;
        let booking = Self::find_in(tx, id).await?;
        match (changed, booking.state) {
            (0, State::Cancelled) => Ok(()),
            (0, _) => Err(Error::Conflict("error-booking-over")),
            _ => {
                tx.touch(Place::room(booking.place_id));
                letters::tell(tx, app, &booking, Said::Cancelled).await
            }
        }
    }

    /// Moves it to another free time of the same thing. False: that one is not free (any more), and nothing has changed.
    pub async fn move_to(tx: &mut Tx, app: &App, id: BookingId, starts_at: Time, asker: Asker) -> Result<bool> {
        let now = tx.now();
        let before = Self::find_in(tx, id).await?;
        if before.starts_at == starts_at {
            return Ok(true);
        }
        if !before.is_open(now) {
            return Err(Error::Conflict("error-booking-over"));
        }
        let table = Timetable::load_in(tx, app, before.thing_id, starts_at).await?;
        let Some(free) = table.free_at(starts_at, now, asker) else { return Ok(false) };
        tx.run(
            "update booking set starts_at = $2, ends_at = $3, sequence = sequence + 1, reminded_at = null, warned_day = null, changed_at = $4
              where id = $1",
            args![id, free.starts_at, free.ends_at, now],
        )
        .await?;
        let booking = Self::find_in(tx, id).await?;
        letters::tell(tx, app, &booking, Said::Moved).await?;
        Ok(true)
    }
}
