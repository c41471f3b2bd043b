//! MINIMAL, TO BE THROWN AWAY at the merge: the real one is written at the same time, against the same signature.

use kit::db::Tx;
use kit::secret::SecretKey;
use kit::{Result, args};

use super::person::PersonId;

/// A fiscal code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiscalCode(String);

impl FiscalCode {
    /// Sixteen letters and digits.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_alphanumeric())).then(|| Self(text.to_ascii_uppercase()))
    }
}

/// What was shown.
#[derive(Debug)]
#[expect(dead_code, reason = "read by the one that replaces this")]
pub struct Shown<'a> {
    /// The code.
    pub code: FiscalCode,
    /// Where.
    pub source: &'a str,
    /// What.
    pub document: &'a str,
    /// By whom.
    pub by: Option<PersonId>,
    /// Day of birth.
    pub birth_date: Option<jiff::civil::Date>,
    /// Residence.
    pub residence: Option<&'a str>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The person is verified.
    Verified,
    /// Somebody else has that code.
    Conflict,
}

/// Notes it.
pub async fn record(tx: &mut Tx, secret: &SecretKey, person: PersonId, shown: &Shown<'_>) -> Result<Outcome> {
    let now = tx.now();
    let hash = secret.mac("fiscal code", shown.code.0.as_bytes()).to_vec();
    let holder: Option<(PersonId,)> = tx.maybe("select person_id from verification where code_hash = $1", args![hash.clone()]).await?;
    if holder.is_some_and(|(holder,)| holder != person) {
        return Ok(Outcome::Conflict);
    }
    tx.run(
        "insert into verification (person_id, code_hash, source, document, verified_by, verified_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (person_id) do nothing",
        args![person, hash, shown.source, shown.document, shown.by, now],
    )
    .await?;
    tx.run("update person set tier = 'verified' where id = $1", args![person]).await?;
    Ok(Outcome::Verified)
}
