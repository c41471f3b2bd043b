//! What is told by mail about a booking: that it stands, moved, was called off, is tomorrow, or that the door will be shut.
//! Each letter holds the private link and the file for calendars.

use kit::Result;
use kit::db::Tx;
use kit::i18n::dates::date_time_long;

use super::ics;
use super::link::path_of;
use super::record::Booking;
use crate::identity::{Addressee, write_letter};
use crate::shell::App;

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It stands.
    Booked,
    /// It has another time.
    Moved,
    /// It is called off.
    Cancelled,
    /// It is tomorrow.
    Reminded,
    /// The place will be shut then: choose another time.
    Shut,
}

impl Said {
    const fn key(self) -> &'static str {
        match self {
            Self::Booked => "mail-booked",
            Self::Moved => "mail-booking-moved",
            Self::Cancelled => "mail-booking-cancelled",
            Self::Reminded => "mail-booking-tomorrow",
            Self::Shut => "mail-booking-shut",
        }
    }
}

/// Queues a letter in the turn of what it tells. Who gave no address at the counter gets none.
pub async fn tell(tx: &mut Tx, app: &App, booking: &Booking, said: Said) -> Result<()> {
    if booking.email.is_empty() {
        return Ok(());
    }
    let lang = booking.language;
    let (method, text) = ics::file(app, booking, lang);
    let when = date_time_long(booking.starts_at, &app.zone, lang);
    let (number, call) = (booking.number().to_string(), booking.call());
    let place = [booking.place.as_str(), booking.address.as_str(), booking.directions.as_str()];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let bring = if booking.bring.is_empty() { "–" } else { booking.bring.as_str() };
    let more =
        [("when", when.as_str()), ("thing", &booking.thing), ("place", &place), ("bring", bring), ("number", &number), ("call", &call)];
    let to = Addressee { language: lang, email: &booking.email, name: &booking.name(), calendar: Some((method.word(), text)) };
    write_letter(tx, app, to, said.key(), &path_of(&app.secret, booking.id), &more).await
}
