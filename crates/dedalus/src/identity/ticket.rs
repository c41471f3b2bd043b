//! Invitations to sign up, for towns that are open to invited people only: a link with so many uses, until a day.

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::secret::{hash_token, token};
use kit::{Error, Result, args};

use super::person::PersonId;

kit::row! {
    /// An invitation as administration sees it.
    #[derive(Debug, Clone)]
    pub struct Ticket {
        /// Number.
        pub id: i64,
        /// For whom it is meant.
        pub label: String,
        /// How many may still use it.
        pub uses_left: i64,
        /// Who made it.
        pub by_name: String,
        /// When.
        pub created_at: Time,
        /// Until.
        pub expires_at: Time,
        /// Taken back.
        pub revoked_at: Option<Time>,
    }
}

impl Ticket {
    /// The newest first.
    pub async fn list(db: &Db, after: Option<i64>, limit: i64) -> Result<Vec<Self>> {
        Ok(db
            .all(
                "select t.id, t.label, t.uses_left, p.name as by_name, t.created_at, t.expires_at, t.revoked_at
                   from sign_up_invitation t join person p on p.id = t.created_by
                  where (cast($1 as bigint) is null or t.id < $1) order by t.id desc limit $2",
                args![after, limit],
            )
            .await?)
    }

    /// Can it still be used?
    pub fn is_good(&self, now: &Time) -> bool {
        self.revoked_at.is_none() && self.uses_left > 0 && self.expires_at > *now
    }

    /// Makes one and gives the word that its link carries; only the hash is kept.
    pub async fn create(tx: &mut Tx, label: &str, uses: i64, days: i64, by: PersonId) -> Result<String> {
        let now = tx.now();
        let (word, hash) = token()?;
        tx.run(
            "insert into sign_up_invitation (id, token_hash, label, uses_left, created_by, created_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7)",
            args![kit::ids::next(now), hash.to_vec(), label, uses, by, now, now.plus(days * DAY)],
        )
        .await?;
        Ok(word)
    }

    /// Takes it back.
    pub async fn revoke(tx: &mut Tx, id: i64) -> Result<()> {
        let now = tx.now();
        let done = tx.run("update sign_up_invitation set revoked_at = $2 where id = $1 and revoked_at is null", args![id, now]).await?;
        if done == 1 { Ok(()) } else { Err(Error::NotFound) }
    }
}

/// Is the word of a link good? Reading uses nothing up.
pub async fn is_good(db: &Db, word: &str) -> Result<bool> {
    let found: Option<(i64,)> = db
        .maybe(
            "select id from sign_up_invitation where token_hash = $1 and revoked_at is null and uses_left > 0 and expires_at > $2",
            args![hash_token(word).to_vec(), db.now()],
        )
        .await?;
    Ok(found.is_some())
}

/// Uses a word once. Not found when it is used up, taken back, or too old.
pub async fn redeem(tx: &mut Tx, word: &str) -> Result<()> {
    let now = tx.now();
    let done = tx
        .run(
            "update sign_up_invitation set uses_left = uses_left - 1
              where token_hash = $1 and revoked_at is null and uses_left > 0 and expires_at > $2",
            args![hash_token(word).to_vec(), now],
        )
        .await?;
    if done == 1 { Ok(()) } else { Err(Error::NotFound) }
}
