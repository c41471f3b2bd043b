//! The private link of a booking: its number and a word that only this house can make for it (HMAC-SHA-256). Nothing of it
//! lies in the database, so a copy of that opens no booking; and every mail about a booking can hold the same link.

use kit::secret::SecretKey;
use kit::{Error, Result};

use super::record::BookingId;

const PURPOSE: &str = "booking";
/// Letters of the word: 128 bits.
const LETTERS: usize = 32;

/// The word of a booking's address.
pub fn key_of(secret: &SecretKey, id: BookingId) -> String {
    format!("{id}-{}", word(&secret.mac(PURPOSE, &id.0.to_be_bytes())))
}

/// Its private page.
pub fn path_of(secret: &SecretKey, id: BookingId) -> String {
    format!("/prenotazioni/mia/{}", key_of(secret, id))
}

/// The booking that an address means, if this house made it: with its key of now, or an older one.
pub fn read(secret: &SecretKey, key: &str) -> Result<BookingId> {
    let (number, said) = key.split_once('-').ok_or(Error::NotFound)?;
    let id: BookingId = number.parse().map_err(|_| Error::NotFound)?;
    let known = secret
        .macs(PURPOSE, &id.0.to_be_bytes())
        .iter()
        .fold(false, |found, mac| found | kit::secret::same(word(mac).as_bytes(), said.as_bytes()));
    if known { Ok(id) } else { Err(Error::NotFound) }
}

fn word(mac: &[u8]) -> String {
    mac.iter().map(|byte| format!("{byte:02x}")).collect::<String>().chars().take(LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_house_opens_a_booking_also_after_its_key_was_changed() {
        let (old, new) = (SecretKey::from_bytes([1; 32], &[]), SecretKey::from_bytes([2; 32], &[[1; 32]]));
        let key = key_of(&old, BookingId(77));
        assert_eq!(read(&old, &key).unwrap(), BookingId(77));
        assert_eq!(read(&new, &key).unwrap(), BookingId(77));
        assert!(read(&SecretKey::from_bytes([3; 32], &[]), &key).is_err());
        let other = key.replacen("77", "78", 1);
        for bad in ["", "77", "77-", "x-y", other.as_str(), &key[..key.len() - 1]] {
            assert!(read(&old, bad).is_err(), "{bad}");
        }
    }
}
