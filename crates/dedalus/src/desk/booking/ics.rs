//! A booking as a file for calendars. Moved, it has a higher sequence; called off, it takes itself away.

use kit::i18n::{Arg, Lang};
use wire::icalendar::{Calendar, Event, Method, Span, Status};

use super::link::path_of;
use super::record::{Booking, State};
use crate::shell::{App, catalog};

/// The file, and what is to be done with it.
pub fn file(app: &App, booking: &Booking, lang: Lang) -> (Method, String) {
    let gone = booking.state == State::Cancelled;
    let method = if gone { Method::Cancel } else { Method::Publish };
    let events = vec![event(app, booking, lang, gone)];
    (method, wire::icalendar::write(&Calendar { name: String::new(), method, events }))
}

fn event(app: &App, booking: &Booking, lang: Lang, gone: bool) -> Event {
    let host = app.config.server.public_url.split("//").last().unwrap_or_default();
    let moment = |time: kit::clock::Time| jiff::Timestamp::from_microsecond(time.micros()).unwrap_or_default();
    let link = app.absolute(&path_of(&app.secret, booking.id));
    let number = booking.number().to_string();
    let args = [("number", Arg::from(number.as_str())), ("bring", Arg::from(booking.bring.as_str())), ("link", Arg::from(link.as_str()))];
    let mail = &app.config.town.email;
    Event {
        uid: format!("prenotazione-{}@{host}", booking.id),
        sequence: u32::try_from(booking.sequence).unwrap_or_default(),
        stamp: moment(app.now()),
        span: Span::Moments { start: moment(booking.starts_at), end: moment(booking.ends_at) },
        status: if gone { Status::Cancelled } else { Status::Confirmed },
        summary: format!("{}, {}", booking.thing, booking.place),
        description: catalog().with(lang, "booking-ics-text", &args).into_owned(),
        location: [booking.address.as_str(), booking.directions.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        url: link,
        organizer: (!mail.is_empty()).then(|| (format!("mailto:{mail}"), app.config.town.name.clone())),
        alarm_minutes: (!gone).then_some(60),
    }
}
