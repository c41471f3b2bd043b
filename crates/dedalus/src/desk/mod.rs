//! The desk: what a citizen meets of the thread between the square and the office. Services, requests and bookings, and the
//! receipts that all of them give.

mod channel;
mod number;
pub mod service;

pub use channel::Channel;
pub use number::ReceiptNumber;

use kit::personal::Holding;

use crate::identity::Routes;

/// Addresses of the desk.
pub fn routes() -> Routes {
    Routes::new().merge(service::routes())
}

/// Addresses of the desk for programs.
pub fn api_routes() -> Routes {
    Routes::new().merge(service::api_routes())
}

/// What the desk holds about people.
pub fn holdings() -> Vec<Holding> {
    service::holdings()
}
