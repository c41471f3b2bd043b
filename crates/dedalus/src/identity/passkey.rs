//! Passkeys (WebAuthn Level 3): a key pair a device keeps, of which the town knows the public half.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Error, Result, args};
use webauthn_rs::prelude::{AuthenticationResult, Passkey, Uuid};

use super::person::PersonId;
use super::ways::Ways;

/// How many passkeys one person may have: more than anybody has devices, and few enough for a cookie.
pub const MOST: i64 = 10;

/// Characters of a name at the most.
pub const LABEL_MAX: usize = 60;

kit::row! {
    /// A passkey as its owner sees it.
    #[derive(Debug, Clone)]
    pub struct Kept {
        /// Number.
        pub id: i64,
        /// What its owner calls it.
        pub label: String,
        /// When it was made.
        pub created_at: Time,
        /// When somebody last came in with it.
        pub used_at: Option<Time>,
    }
}

kit::row! {
    /// A passkey as the ceremony needs it.
    #[derive(Debug, Clone)]
    pub struct Stored {
        /// Number.
        pub id: i64,
        /// Whose.
        pub person_id: PersonId,
        /// What its owner calls it.
        pub label: String,
        /// Public key, counter and flags, as JSON.
        pub credential: String,
        /// What it calls the person.
        pub passkey_user: Vec<u8>,
    }
}

impl Stored {
    /// The library's view of it.
    pub fn credential(&self) -> Result<Passkey> {
        Ok(serde_json::from_str(&self.credential)?)
    }
}

/// A person's passkeys, the oldest first.
pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<Kept>> {
    Ok(db.all("select id, label, created_at, used_at from passkey where person_id = $1 order by id", args![person]).await?)
}

/// One of a person's own passkeys.
pub async fn own(db: &Db, person: PersonId, id: i64) -> Result<Kept> {
    Ok(db.one("select id, label, created_at, used_at from passkey where id = $1 and person_id = $2", args![id, person]).await?)
}

/// The public halves a person has, so that a device is not asked to make a second one.
pub async fn credentials(db: &Db, person: PersonId) -> Result<Vec<Passkey>> {
    let rows: Vec<(String,)> = db.all("select credential from passkey where person_id = $1 order by id", args![person]).await?;
    rows.iter().map(|(text,)| Ok(serde_json::from_str(text)?)).collect()
}

/// The passkey with an identifier, of an account that may be used.
pub async fn stored(db: &Db, credential_id: &[u8]) -> Result<Option<Stored>> {
    Ok(db
        .maybe(
            "select k.id, k.person_id, k.label, k.credential, p.passkey_user
               from passkey k join person p on p.id = k.person_id
              where k.credential_id = $1 and p.state = 'active' and p.passkey_user is not null",
            args![credential_id.to_vec()],
        )
        .await?)
}

/// A random name of a person for passkeys (WebAuthn §5.4.3: it must say nothing about who it is).
pub fn new_user() -> Result<Uuid> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Error::internal(format!("no random numbers to be had: {error}")))?;
    Ok(Uuid::from_bytes(bytes))
}

/// What passkeys call a person; made at its first use.
pub async fn user_of(tx: &mut Tx, person: PersonId) -> Result<Uuid> {
    keep_user(tx, person, new_user()?).await?;
    let (bytes,): (Vec<u8>,) = tx.one("select passkey_user from person where id = $1", args![person]).await?;
    Uuid::from_slice(&bytes).map_err(|_| Error::internal("what passkeys call a person has a wrong length"))
}

/// Notes what passkeys call a person who has no such name yet.
pub async fn keep_user(tx: &mut Tx, person: PersonId, user: Uuid) -> Result<()> {
    let bytes = user.as_bytes().to_vec();
    tx.run("update person set passkey_user = $2 where id = $1 and passkey_user is null", args![person, bytes]).await?;
    Ok(())
}

/// Keeps a new one. The same key twice, or too many, is refused in words.
pub async fn add(tx: &mut Tx, person: PersonId, credential: &Passkey, label: &str) -> Result<i64> {
    let (n,): (i64,) = tx.one("select count(*) as n from passkey where person_id = $1", args![person]).await?;
    if n >= MOST {
        return Err(Error::field("", "error-passkeys-many"));
    }
    let id_bytes: &[u8] = credential.cred_id().as_ref();
    let known: Option<(i64,)> = tx.maybe("select id from passkey where credential_id = $1", args![id_bytes.to_vec()]).await?;
    if known.is_some() {
        return Err(Error::field("", "error-passkey-known"));
    }
    let now = tx.now();
    let id = kit::ids::next(now);
    tx.run(
        "insert into passkey (id, person_id, credential_id, credential, label, created_at) values ($1, $2, $3, $4, $5, $6)",
        args![id, person, id_bytes.to_vec(), serde_json::to_string(credential)?, label, now],
    )
    .await?;
    Ok(id)
}

/// Notes that somebody came in with it, and its counter. False when another sign-in was quicker: then this one does not count.
pub async fn used(tx: &mut Tx, stored: &Stored, shown: &AuthenticationResult) -> Result<bool> {
    let mut credential = stored.credential()?;
    credential.update_credential(shown);
    let now = tx.now();
    let done = tx
        .run(
            "update passkey set credential = $2, used_at = $3 where id = $1 and credential = $4",
            args![stored.id, serde_json::to_string(&credential)?, now, &stored.credential],
        )
        .await?;
    Ok(done == 1)
}

/// Gives one of one's own another name.
pub async fn rename(tx: &mut Tx, person: PersonId, id: i64, label: &str) -> Result<()> {
    let done = tx.run("update passkey set label = $3 where id = $1 and person_id = $2", args![id, person, label]).await?;
    if done == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Takes one of one's own away, unless nothing else would open the account.
pub async fn remove(tx: &mut Tx, person: PersonId, id: i64, must_be_strong: bool) -> Result<()> {
    let ways = Ways::of(tx, person).await?;
    if let Some(fault) = ways.fault_without_passkey(must_be_strong) {
        return Err(Error::field("", fault));
    }
    let gone = tx.run("delete from passkey where id = $1 and person_id = $2", args![id, person]).await?;
    if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
}
