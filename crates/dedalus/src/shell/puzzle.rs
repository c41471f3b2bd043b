//! A puzzle instead of a picture with letters: the machine works for a second, the person sees nothing. Whoever has no script
//! waits a minute instead. It is asked only where many accounts come from one address.
//!
//! The word says when it was given and is vouched for by the house; its answer is a number whose hash with the word
//! (SHA-256) begins with [`BITS`] zero bits. A word counts once: the caller spends it.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use kit::Result;
use kit::clock::{MINUTE, Time};
use sha2::{Digest, Sha256};

use super::app::App;

/// Zero bits an answer begins with: about thirty thousand tries.
pub const BITS: u32 = 15;
/// How long a word is good, in microseconds.
pub const GOOD_FOR: i64 = 60 * MINUTE;
/// After this time a word counts without an answer.
pub const PATIENCE: i64 = MINUTE;

const PURPOSE: &str = "puzzle";

/// What an answer is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Right, or waited for.
    Good,
    /// Not answered, and too early to count without: so many seconds more.
    Wait(i64),
    /// Not ours, or too old: here is another one.
    Stale,
}

/// A fresh word.
pub fn word(app: &App) -> Result<String> {
    let issued = app.now().micros();
    let head = format!("{issued}.{}", getrandom::u64().map_err(kit::Error::internal)?);
    let mac = BASE64.encode(app.secret.mac(PURPOSE, head.as_bytes()));
    Ok(format!("{head}.{mac}"))
}

/// Judges an answer.
pub fn judge(app: &App, word: &str, answer: &str) -> Verdict {
    let Some((head, mac)) = word.rsplit_once('.') else { return Verdict::Stale };
    let vouched = BASE64.decode(mac).is_ok_and(|mac| app.secret.vouched(PURPOSE, head.as_bytes(), &mac));
    let issued = head.split('.').next().and_then(|text| text.parse::<i64>().ok());
    let Some(issued) = issued.filter(|_| vouched) else { return Verdict::Stale };
    let age = app.now().since(Time::from_micros(issued));
    if !(0..GOOD_FOR).contains(&age) {
        return Verdict::Stale;
    }
    if solves(word, answer) || age >= PATIENCE {
        return Verdict::Good;
    }
    Verdict::Wait((PATIENCE - age) / kit::clock::SECOND + 1)
}

fn solves(word: &str, answer: &str) -> bool {
    if answer.is_empty() || answer.len() > 20 {
        return false;
    }
    let hash = Sha256::digest(format!("{word}{answer}"));
    let first = hash.first_chunk::<4>().map_or(u32::MAX, |bytes| u32::from_be_bytes(*bytes));
    first.leading_zeros() >= BITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_found_by_trying_and_fits_no_other_word() {
        let word = "1835000000000000.7.mac";
        let answer = (0_u64..).find(|number| solves(word, &number.to_string())).unwrap().to_string();
        assert!(solves(word, &answer));
        assert!(!solves(word, "") && !solves(word, "no"));
        let others = (0..64).filter(|number| solves(&format!("{word}{number}"), &answer)).count();
        assert_eq!(others, 0);
    }
}
