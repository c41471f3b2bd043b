//! Passkeys (WebAuthn Level 3): a key pair a device keeps, of which the town knows the public half.

use kit::db::Db;
use kit::{Result, args};

use super::person::PersonId;

/// How many passkeys a person has.
pub async fn count(db: &Db, person: PersonId) -> Result<i64> {
    let (n,): (i64,) = db.one("select count(*) as n from passkey where person_id = $1", args![person]).await?;
    Ok(n)
}
