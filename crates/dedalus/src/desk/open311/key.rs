//! Keys of programs that send reports: given by administration, shown once, hashed here, bounded a day, taken back when need be.

use std::collections::BTreeMap;

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::secret::{hash_token, token};
use kit::{Error, Result, args};

kit::id! {
    /// A key's number.
    KeyId
}

/// How every key begins, so that scanners for leaked secrets know one when they see it.
const PREFIX: &str = "ded311_";

kit::row! {
    /// A key, without its secret.
    #[derive(Debug, Clone)]
    pub struct Key {
        /// Number.
        pub id: KeyId,
        /// Whose it is: a program, an office, a firm.
        pub name: String,
        /// How its holder is reached.
        pub contact: String,
        /// Reports a day.
        pub daily: i64,
        /// When it was made.
        pub created_at: Time,
        /// When the last report came with it.
        pub used_at: Option<Time>,
        /// When it was taken back.
        pub revoked_at: Option<Time>,
    }
}

const SELECT: &str = "select k.id, k.name, k.contact, k.daily, k.created_at, k.used_at, k.revoked_at from open311_key k";

impl Key {
    /// All of them: those that count first, the newest first.
    pub async fn all(db: &Db) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} order by case when k.revoked_at is null then 0 else 1 end, k.id desc"), vec![]).await?)
    }

    /// How many reports came with each.
    pub async fn reports(db: &Db) -> Result<BTreeMap<KeyId, i64>> {
        let counted: Vec<(KeyId, i64)> = db.all("select key_id, count(*) as n from open311_post group by key_id", vec![]).await?;
        Ok(counted.into_iter().collect())
    }

    /// One that counts, by number.
    pub async fn find(db: &Db, id: KeyId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where k.id = $1 and k.revoked_at is null"), args![id]).await?)
    }

    /// The one that somebody brings, if it counts.
    pub async fn brought(db: &Db, secret: &str) -> Result<Option<Self>> {
        Ok(db.maybe(format!("{SELECT} where k.key_hash = $1 and k.revoked_at is null"), args![hash_token(secret).to_vec()]).await?)
    }

    /// Makes one and gives its secret, this once.
    pub async fn create(tx: &mut Tx, name: &str, contact: &str, daily: i64) -> Result<(KeyId, String)> {
        let now = tx.now();
        let id = KeyId::next(now);
        let secret = format!("{PREFIX}{}", token()?.0);
        tx.run(
            "insert into open311_key (id, name, contact, key_hash, daily, created_at) values ($1, $2, $3, $4, $5, $6)",
            args![id, name, contact, hash_token(&secret).to_vec(), daily, now],
        )
        .await?;
        Ok((id, secret))
    }

    /// Takes it back. A second time there is nothing to take.
    pub async fn revoke(tx: &mut Tx, id: KeyId) -> Result<()> {
        let now = tx.now();
        let done = tx.run("update open311_key set revoked_at = $2 where id = $1 and revoked_at is null", args![id, now]).await?;
        if done == 0 { Err(Error::NotFound) } else { Ok(()) }
    }
}
