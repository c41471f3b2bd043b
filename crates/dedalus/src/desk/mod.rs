//! The desk: what a citizen meets of the thread between the square and the office. Services, requests and bookings, and the
//! receipts that all of them give.

pub mod booking;
mod channel;
mod number;

pub use channel::Channel;
pub use number::ReceiptNumber;

use kit::events::Reaction;
use kit::jobs::{Kind, Recurring};
use kit::personal::Holding;

use crate::identity::Routes;
use crate::shell::App;

/// Addresses of the desk.
pub fn routes() -> Routes {
    Routes::new().merge(booking::routes())
}

/// The kinds of job the desk does.
pub fn kinds() -> Vec<Kind<App>> {
    booking::kinds()
}

/// What comes back.
pub fn recurring() -> Vec<Recurring> {
    booking::recurring()
}

/// Which jobs follow which events.
pub fn reactions() -> Vec<Reaction> {
    booking::reactions()
}

/// What the desk holds about people.
pub fn holdings() -> Vec<Holding> {
    booking::holdings()
}
