//! What was read.

use kit::clock::Time;
use kit::db::Tx;
use kit::{Error, Result, args};

use crate::identity::PersonId;

/// Marks everything up to a notice as read; what came since stays.
pub async fn read_all(tx: &mut Tx, person: PersonId, up_to: i64) -> Result<()> {
    let now = tx.now();
    let done =
        tx.run("update notice set read_at = $3 where person_id = $1 and read_at is null and id <= $2", args![person, up_to, now]).await?;
    ring(tx, person, done);
    Ok(())
}

/// Marks the group of a notice as read.
pub async fn read_group(tx: &mut Tx, person: PersonId, notice: i64) -> Result<()> {
    let now = tx.now();
    let group: Option<(String, i64, String)> =
        tx.maybe("select subject_kind, subject_id, words from notice where id = $1 and person_id = $2", args![notice, person]).await?;
    let (kind, subject, words) = group.ok_or(Error::NotFound)?;
    let done = tx
        .run(
            "update notice set read_at = $6 where person_id = $1 and subject_kind = $2 and subject_id = $3 and words = $4 and id <= $5
                and read_at is null",
            args![person, kind, subject, words, notice, now],
        )
        .await?;
    ring(tx, person, done);
    Ok(())
}

/// What everybody was told before a moment is read at the moment it came, and nothing of it goes by mail or push: for towns
/// that are filled with a past.
pub async fn read_before(tx: &mut Tx, before: Time) -> Result<()> {
    tx.run("update notice set read_at = created_at where created_at < $1 and read_at is null", args![before]).await?;
    tx.run("update notice set mail_at = null, push_at = null where mail_at is not null or push_at is not null", vec![]).await?;
    Ok(())
}

fn ring(tx: &mut Tx, person: PersonId, done: u64) {
    if done > 0 {
        tx.ring(vec![person.0]);
    }
}
