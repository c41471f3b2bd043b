//! Mail.

use lettre::message::Mailbox;

/// The sender of the settings: an address, or `Name <address>`.
pub fn sender(text: &str) -> Result<Mailbox, String> {
    text.parse().map_err(|error| format!("`{text}` is not a sender ({error}): write an address, or Name <address>"))
}
