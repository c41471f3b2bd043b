//! The second factor: a code that changes every half minute (RFC 6238), and codes for the day the phone is lost.

use kit::db::Db;
use kit::{Result, args};

use super::person::PersonId;

/// Does this person sign in with a second factor?
pub async fn is_on(db: &Db, person: PersonId) -> Result<bool> {
    let found: Option<(i64,)> =
        db.maybe("select person_id from totp where person_id = $1 and confirmed_at is not null", args![person]).await?;
    Ok(found.is_some())
}
