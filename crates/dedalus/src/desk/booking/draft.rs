//! A booking that is being made, step by step: kept for a week behind a private address, without an account. What was typed
//! lies sealed; the key in the address finds it.

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::secret::{SecretKey, hash_token, token};
use kit::{Error, Result, args};
use serde::{Deserialize, Serialize};

use super::record::BookingId;
use super::thing::ThingId;

/// How long a draft is kept after it was last touched.
pub const KEPT_DAYS: i64 = 7;
const PURPOSE: &str = "booking-draft";

/// What was typed so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// What is booked.
    pub thing: Option<ThingId>,
    /// When, in microseconds.
    pub starts_at: Option<i64>,
    /// What for.
    pub motive: String,
    /// More about it.
    pub details: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Where mail goes.
    pub email: String,
}

impl Typed {
    /// When.
    pub fn start(&self) -> Option<Time> {
        self.starts_at.map(Time::from_micros)
    }
}

/// A draft as it is found.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What was typed.
    pub typed: Typed,
    /// What became of it.
    pub booking: Option<BookingId>,
    /// When it was last kept.
    pub saved_at: Time,
}

impl Draft {
    /// Begins one; gives the key of its address.
    pub async fn begin(tx: &mut Tx, secret: &SecretKey, typed: &Typed) -> Result<String> {
        let (key, hash) = token()?;
        let now = tx.now();
        tx.run(
            "insert into booking_draft (key_hash, sealed, created_at, saved_at) values ($1, $2, $3, $3)",
            args![hash.to_vec(), sealed(secret, typed)?, now],
        )
        .await?;
        Ok(key)
    }

    /// Behind an address.
    pub async fn find(db: &Db, secret: &SecretKey, key: &str) -> Result<Self> {
        let (text, booking, saved_at): (String, Option<BookingId>, Time) = db
            .one(
                "select sealed, booking_id, saved_at from booking_draft where key_hash = $1 and saved_at > $2",
                args![hash_token(key).to_vec(), db.now().plus(-KEPT_DAYS * DAY)],
            )
            .await?;
        let typed = serde_json::from_slice(&secret.open(PURPOSE, &text)?)?;
        Ok(Self { typed, booking, saved_at })
    }

    /// Keeps what was typed.
    pub async fn save(tx: &mut Tx, secret: &SecretKey, key: &str, typed: &Typed) -> Result<()> {
        let changed = tx
            .run(
                "update booking_draft set sealed = $2, saved_at = $3 where key_hash = $1 and booking_id is null",
                args![hash_token(key).to_vec(), sealed(secret, typed)?, tx.now()],
            )
            .await?;
        if changed > 0 {
            return Ok(());
        }
        // What was booked from another window meanwhile stays as it is, and the next page leads there.
        let sql = "select 1 as yes from booking_draft where key_hash = $1 and booking_id is not null";
        let booked: Option<(i64,)> = tx.maybe(sql, args![hash_token(key).to_vec()]).await?;
        if booked.is_some() { Ok(()) } else { Err(Error::NotFound) }
    }

    /// It became a booking: what was typed stands there now, and nowhere else.
    pub async fn settle(tx: &mut Tx, secret: &SecretKey, key: &str, booking: BookingId) -> Result<()> {
        tx.run(
            "update booking_draft set booking_id = $2, sealed = $3 where key_hash = $1",
            args![hash_token(key).to_vec(), booking, sealed(secret, &Typed::default())?],
        )
        .await?;
        Ok(())
    }

    /// Forgets those that nobody has touched for a week; how many.
    pub async fn sweep(tx: &mut Tx, limit: i64) -> Result<u64> {
        let before = tx.now().plus(-KEPT_DAYS * DAY);
        Ok(tx
            .run(
                "delete from booking_draft where key_hash in (select key_hash from booking_draft where saved_at <= $1 order by saved_at limit $2)",
                args![before, limit],
            )
            .await?)
    }
}

/// The word that tells one booking of a draft from a second sending of it.
pub fn once_key(key: &str) -> String {
    hash_token(key).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn sealed(secret: &SecretKey, typed: &Typed) -> Result<String> {
    secret.seal(PURPOSE, &serde_json::to_vec(typed)?)
}
