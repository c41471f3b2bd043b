//! The desk: what a citizen meets of the thread between the square and the office. Services, requests and bookings, and the
//! receipts that all of them give.

pub mod booking;
mod channel;
mod number;
pub mod open311;
pub mod request;
pub mod service;

pub use channel::Channel;
pub use number::ReceiptNumber;

use kit::events::Reaction;
use kit::jobs::{Kind, Recurring};
use kit::personal::Holding;

use crate::identity::Routes;
use crate::shell::{App, Reader};

/// Addresses of the desk.
pub fn routes() -> Routes {
    Routes::new().merge(service::routes()).merge(request::routes()).merge(booking::routes()).merge(open311::routes())
}

/// Addresses of the desk for programs.
pub fn api_routes() -> Routes {
    Routes::new().merge(service::api_routes())
}

/// The kinds of job the desk does.
pub fn kinds() -> Vec<Kind<App>> {
    let mut kinds = request::kinds();
    kinds.extend(booking::kinds());
    kinds.extend(open311::kinds());
    kinds
}

/// What comes back.
pub fn recurring() -> Vec<Recurring> {
    let mut list = request::recurring();
    list.extend(booking::recurring());
    list
}

/// Which jobs follow which events.
pub fn reactions() -> Vec<Reaction> {
    let mut list = request::reactions();
    list.extend(booking::reactions());
    list
}

/// Who answers for what the desk has when a notice is about to be shown.
pub fn readers() -> Vec<Reader> {
    request::readers()
}

/// What the desk holds about people.
pub fn holdings() -> Vec<Holding> {
    let mut list = service::holdings();
    list.extend(request::holdings());
    list.extend(booking::holdings());
    list
}
