//! Browsers that take pushes (W3C Push API): where to send, and the keys that only that browser opens. Both lie sealed, and a
//! device ends with the session in which it was added, however that ends (`0018_push.sql`).

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::outbound::Outbound;
use kit::secret::{SecretKey, hash_token};
use kit::{Error, Result, args};
use serde::{Deserialize, Serialize};
use wire::push::Subscriber;

use crate::identity::PersonId;

/// Devices of one person at the most; one more takes the place of the oldest.
const MOST: i64 = 20;

/// What its address and keys are sealed for.
const SEAL: &str = "push device";

kit::row! {
    /// A device.
    #[derive(Debug, Clone)]
    pub struct Device {
        /// Number.
        pub id: i64,
        /// Whose.
        pub person_id: PersonId,
        /// Where to send, and with which keys: a [`Line`].
        pub sealed: String,
        /// What it is called.
        pub label: String,
        /// Since when.
        pub created_at: Time,
        /// When it last took a push.
        pub used_at: Option<Time>,
    }
}

const COLUMNS: &str = "id, person_id, sealed, label, created_at, used_at";

/// The way to a device.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    /// The push service's address for it.
    pub endpoint: String,
    /// Its public key, base64url.
    pub public_key: String,
    /// Its secret, base64url.
    pub auth: String,
}

impl Device {
    /// The way to it, opened.
    pub fn line(&self, secret: &SecretKey) -> Result<Line> {
        serde_json::from_slice(&secret.open(SEAL, &self.sealed)?).map_err(Error::internal)
    }
}

/// A device about to be added.
#[derive(Debug, Clone)]
pub struct NewDevice {
    /// The session in which it is added: it ends with it.
    pub session: i64,
    /// The way to it.
    pub line: Line,
    /// What it is called.
    pub label: String,
}

impl NewDevice {
    /// Is it an address one can send to, with keys one can use?
    pub fn check(&self, typed: &Outbound) -> Result<()> {
        let wrong = || Error::field("endpoint", "error-push-device");
        let Line { endpoint, public_key, auth } = &self.line;
        if endpoint.len() > 1000 || typed.may(endpoint).is_err() || Subscriber::new(public_key, auth).is_err() {
            return Err(wrong());
        }
        Ok(())
    }
}

/// A person's devices, the newest first.
pub async fn of(db: &Db, person: PersonId) -> Result<Vec<Device>> {
    Ok(db.all(format!("select {COLUMNS} from push_device where person_id = $1 order by id desc"), args![person]).await?)
}

/// One device.
pub async fn find(db: &Db, id: i64) -> Result<Option<Device>> {
    Ok(db.maybe(format!("select {COLUMNS} from push_device where id = $1"), args![id]).await?)
}

/// Adds a device. A browser that somebody else used before is now this person's alone.
pub async fn add(tx: &mut Tx, secret: &SecretKey, person: PersonId, new: &NewDevice) -> Result<()> {
    let now = tx.now();
    let hash = hash_token(&new.line.endpoint).to_vec();
    let sealed = secret.seal(SEAL, &serde_json::to_vec(&new.line)?)?;
    tx.run("delete from push_device where endpoint_hash = $1", args![hash.clone()]).await?;
    tx.run(
        "insert into push_device (id, person_id, session_id, endpoint_hash, sealed, label, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
        args![kit::ids::next(now), person, new.session, hash, sealed, &new.label, now],
    )
    .await?;
    tx.run(
        "delete from push_device where person_id = $1 and id not in (
           select id from push_device where person_id = $1 order by id desc limit $2)",
        args![person, MOST],
    )
    .await?;
    Ok(())
}

/// Removes one of one's own.
pub async fn remove(tx: &mut Tx, person: PersonId, id: i64) -> Result<()> {
    let gone = tx.run("delete from push_device where id = $1 and person_id = $2", args![id, person]).await?;
    if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Forgets a device that is no more.
pub async fn forget(tx: &mut Tx, id: i64) -> Result<()> {
    tx.run("delete from push_device where id = $1", args![id]).await?;
    Ok(())
}

/// Notes that it took a push.
pub async fn used(tx: &mut Tx, id: i64) -> Result<()> {
    let now = tx.now();
    tx.run("update push_device set used_at = $2 where id = $1", args![id, now]).await?;
    Ok(())
}
