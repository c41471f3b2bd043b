//! The desk: what a citizen meets of the thread between the square and the office. Services, requests and bookings, and the
//! receipts that all of them give.

mod channel;
mod number;

pub use channel::Channel;
pub use number::ReceiptNumber;

use crate::identity::Routes;

/// Addresses of the desk.
pub fn routes() -> Routes {
    Routes::new()
}
