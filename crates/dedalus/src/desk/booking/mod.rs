//! Bookings: offices publish places and what one can book there; people book, move and call off, with or without an account;
//! staff sees its day and calls people in by number.

mod draft;
mod free;
mod holdings;
mod ics;
mod jobs;
mod letters;
mod link;
mod place;
mod queue;
mod record;
mod slots;
mod thing;
mod web;

pub use holdings::holdings;
pub use jobs::{kinds, reactions, recurring};
pub use link::path_of;
pub use place::{Place, PlaceDraft, PlaceId};
pub use queue::Mark;
pub use record::{Booking, BookingId, NewBooking, State};
pub use slots::{Asker, Free, Timetable};
pub use thing::{Thing, ThingDraft, ThingId};
pub use web::routes;
