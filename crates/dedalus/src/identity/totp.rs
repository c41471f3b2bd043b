//! The second factor: a code that changes every half minute (RFC 6238). Codes for the day the phone is lost are `recovery.rs`.

use kit::clock::{SECOND, Time};
use kit::db::{Db, Tx};
use kit::secret::SecretKey;
use kit::{Error, Result, args};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use totp_rs::{Builder, Totp};

use super::person::PersonId;
use super::recovery;
use super::ways::Ways;

/// Bytes of a secret (RFC 4226 §4, requirement 6, recommends 160 bits).
const SECRET_BYTES: usize = 20;

/// Does this person sign in with a second factor?
pub async fn is_on(db: &Db, person: PersonId) -> Result<bool> {
    let found: Option<(i64,)> =
        db.maybe("select person_id from totp where person_id = $1 and confirmed_at is not null", args![person]).await?;
    Ok(found.is_some())
}

/// What was shown in the place of a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A code of the app.
    Code,
    /// A recovery code; so many are left.
    Recovery(i64),
}

/// A secret on its way into an app.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The QR code, as an SVG element.
    pub svg: String,
    /// The secret in groups of four, to be typed.
    pub groups: String,
    /// The address an app on the same device opens (Key Uri Format).
    pub url: String,
}

kit::row! {
    struct Row {
        secret: String,
        confirmed_at: Option<Time>,
        last_step: i64,
    }
}

const SELECT: &str = "select secret, confirmed_at, last_step from totp where person_id = $1";

fn purpose(person: PersonId) -> String {
    format!("totp {}", person.0)
}

fn opened(key: &SecretKey, person: PersonId, sealed: &str) -> Result<Vec<u8>> {
    key.open(&purpose(person), sealed)
}

fn machine(secret: Vec<u8>, issuer: &str, account: &str) -> Result<Totp> {
    // A colon parts issuer and account in the address (Key Uri Format).
    let plain = |text: &str| text.replace(':', " ");
    Builder::new()
        .with_secret(secret)
        .with_issuer(Some(plain(issuer)))
        .with_account_name(plain(account))
        .build()
        .map_err(|error| Error::internal(format!("second factor: {error}")))
}

/// The step whose code was typed, within one of now, if it is one.
fn step_of(secret: Vec<u8>, typed: &str, now: Time) -> Result<Option<i64>> {
    let seconds = u64::try_from(now.micros() / SECOND).unwrap_or_default();
    let step = machine(secret, "", "")?.check(typed, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// Only the digits of what was typed, if there are six of them and nothing but spaces between.
fn digits_of(typed: &str) -> Option<String> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    (plain.len() == 6 && plain.bytes().all(|b| b.is_ascii_digit())).then_some(plain)
}

/// Begins: a new secret that does not count until a code has confirmed it. Refused while the second factor is on.
pub async fn begin(tx: &mut Tx, key: &SecretKey, person: PersonId) -> Result<()> {
    let row: Option<Row> = tx.maybe(SELECT, args![person]).await?;
    if row.is_some_and(|row| row.confirmed_at.is_some()) {
        return Err(Error::Conflict("failure-409-advice"));
    }
    let mut secret = [0_u8; SECRET_BYTES];
    getrandom::fill(&mut secret).map_err(|error| Error::internal(format!("no random numbers to be had: {error}")))?;
    let now = tx.now();
    tx.run("delete from totp where person_id = $1", args![person]).await?;
    tx.run(
        "insert into totp (person_id, secret, confirmed_at, last_step, created_at) values ($1, $2, null, 0, $3)",
        args![person, key.seal(&purpose(person), &secret)?, now],
    )
    .await?;
    Ok(())
}

/// The secret that waits for its confirmation, drawn for an app.
pub async fn offer(db: &Db, key: &SecretKey, person: PersonId, issuer: &str, account: &str) -> Result<Option<Offer>> {
    let row: Option<Row> = db.maybe(SELECT, args![person]).await?;
    let Some(row) = row.filter(|row| row.confirmed_at.is_none()) else { return Ok(None) };
    let totp = machine(opened(key, person, &row.secret)?, issuer, account)?;
    let url = totp.to_url().map_err(|error| Error::internal(format!("second factor: {error}")))?;
    Ok(Some(Offer { svg: drawn(&url)?, groups: in_groups(&totp.secret().to_base32()), url }))
}

/// A QR code as an SVG element for a page: without the XML declaration, hidden from readers of the screen.
fn drawn(text: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|error| Error::internal(format!("QR code: {error}")))?;
    let svg = code.render::<svg::Color<'_>>().min_dimensions(240, 240).build();
    let body = svg.split_once("<svg").map_or("", |(_, body)| body);
    Ok(format!("<svg class=\"ded-qr\" aria-hidden=\"true\" focusable=\"false\"{body}"))
}

fn in_groups(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(" ")
}

/// Confirms the secret that waits with its first code, and makes recovery codes. None when the code is wrong.
pub async fn confirm(tx: &mut Tx, key: &SecretKey, person: PersonId, typed: &str) -> Result<Option<Vec<String>>> {
    let now = tx.now();
    let row: Option<Row> = tx.maybe(SELECT, args![person]).await?;
    let Some(row) = row.filter(|row| row.confirmed_at.is_none()) else { return Err(Error::NotFound) };
    let Some(digits) = digits_of(typed) else { return Ok(None) };
    let Some(step) = step_of(opened(key, person, &row.secret)?, &digits, now)? else { return Ok(None) };
    tx.run("update totp set confirmed_at = $2, last_step = $3 where person_id = $1", args![person, now, step]).await?;
    recovery::renew(tx, key, person).await.map(Some)
}

/// Uses up a code of the app, or a recovery code. None when it is neither, or was used before.
pub async fn redeem(tx: &mut Tx, key: &SecretKey, person: PersonId, typed: &str) -> Result<Option<Shown>> {
    let now = tx.now();
    let row: Option<Row> = tx.maybe(SELECT, args![person]).await?;
    let Some(row) = row.filter(|row| row.confirmed_at.is_some()) else { return Ok(None) };
    let Some(digits) = digits_of(typed) else {
        let left = recovery::spend(tx, key, person, typed).await?;
        return Ok(left.map(Shown::Recovery));
    };
    match step_of(opened(key, person, &row.secret)?, &digits, now)? {
        // The same step never counts twice (RFC 6238 §5.2).
        Some(step) if step > row.last_step => {
            tx.run("update totp set last_step = $2 where person_id = $1", args![person, step]).await?;
            Ok(Some(Shown::Code))
        }
        _ => Ok(None),
    }
}

/// Ends it, with its recovery codes, unless the town asks this person for a second factor and there is no other.
pub async fn end(tx: &mut Tx, person: PersonId, must_be_strong: bool) -> Result<()> {
    if let Some(fault) = Ways::of(tx, person).await?.fault_without_code(must_be_strong) {
        return Err(Error::field("", fault));
    }
    let gone = tx.run("delete from totp where person_id = $1 and confirmed_at is not null", args![person]).await?;
    if gone == 0 {
        return Err(Error::NotFound);
    }
    recovery::forget(tx, person).await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B.
    const RFC: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Time {
        Time::from_micros(seconds * SECOND)
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // Appendix B gives eight digits: 94287082 at 59 s, 07081804 at 1111111109 s.
        assert_eq!(step_of(RFC.to_vec(), "287082", at(59)).unwrap(), Some(1));
        assert_eq!(step_of(RFC.to_vec(), "081804", at(1_111_111_109)).unwrap(), Some(37_037_036));
    }

    #[test]
    fn one_step_early_or_late_counts_and_two_do_not() {
        for (now, counts) in [(0, true), (30, true), (60, true), (89, true), (90, false), (120, false)] {
            assert_eq!(step_of(RFC.to_vec(), "287082", at(now)).unwrap().is_some(), counts, "at {now} s");
        }
    }

    #[test]
    fn a_code_may_be_typed_with_spaces() {
        assert_eq!(digits_of(" 287 082 ").as_deref(), Some("287082"));
        assert_eq!(digits_of("28708"), None);
        assert_eq!(digits_of("28708a"), None);
        assert_eq!(digits_of("٢٨٧٠٨٢"), None);
    }

    #[test]
    fn the_secret_is_read_in_groups_and_the_picture_has_no_style() {
        assert_eq!(in_groups("GEZDGNBVGY3TQOJQ"), "GEZD GNBV GY3T QOJQ");
        let svg = drawn("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ").unwrap();
        assert!(svg.starts_with("<svg class=\"ded-qr\"") && svg.ends_with("</svg>"), "{svg}");
        assert!(!svg.contains("style") && !svg.contains("<?xml"));
    }
}
