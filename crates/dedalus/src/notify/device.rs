//! Browsers that take pushes (W3C Push API): where to send, and the keys that only that browser opens.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Error, Result, args};
use wire::push::Subscriber;

use crate::identity::PersonId;

/// Devices of one person at the most; one more takes the place of the oldest.
const MOST: i64 = 20;

kit::row! {
    /// A device.
    #[derive(Debug, Clone)]
    pub struct Device {
        /// Number.
        pub id: i64,
        /// Whose.
        pub person_id: PersonId,
        /// The push service's address for it.
        pub endpoint: String,
        /// Its public key, base64url.
        pub public_key: String,
        /// Its secret, base64url.
        pub auth: String,
        /// What it is called.
        pub label: String,
        /// Since when.
        pub created_at: Time,
        /// When it last took a push.
        pub used_at: Option<Time>,
    }
}

const COLUMNS: &str = "id, person_id, endpoint, public_key, auth, label, created_at, used_at";

/// A device about to be added.
#[derive(Debug, Clone)]
pub struct NewDevice {
    /// The push service's address for it.
    pub endpoint: String,
    /// Its public key, base64url.
    pub public_key: String,
    /// Its secret, base64url.
    pub auth: String,
    /// What it is called.
    pub label: String,
}

impl NewDevice {
    /// Is it an address one can send to, with keys one can use?
    pub fn check(&self) -> Result<()> {
        let wrong = || Error::field("endpoint", "error-push-device");
        let url = url::Url::parse(&self.endpoint).map_err(|_| wrong())?;
        let sound = matches!(url.scheme(), "https" | "http") && url.has_host() && self.endpoint.len() <= 1000;
        if !sound || Subscriber::new(&self.public_key, &self.auth).is_err() {
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
pub async fn add(tx: &mut Tx, person: PersonId, new: &NewDevice) -> Result<()> {
    let now = tx.now();
    tx.run("delete from push_device where endpoint = $1", args![&new.endpoint]).await?;
    tx.run(
        "insert into push_device (id, person_id, endpoint, public_key, auth, label, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
        args![kit::ids::next(now), person, &new.endpoint, &new.public_key, &new.auth, &new.label, now],
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
