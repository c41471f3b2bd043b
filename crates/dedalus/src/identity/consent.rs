//! What a person agreed to, in which words, and when (GDPR art. 7 c. 1).

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Result, args};

use super::person::PersonId;

/// What one can agree to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// The privacy notice and the rules of the square. There is no account without it, so it ends with the account alone.
    Privacy,
}
kit::words!(Matter { Privacy = "privacy" });

impl Matter {
    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Privacy => "consent-privacy",
        }
    }
}

kit::row! {
    /// One consent.
    #[derive(Debug, Clone)]
    pub struct Consent {
        /// Number.
        pub id: i64,
        /// To what.
        pub kind: Matter,
        /// Which text.
        pub version: String,
        /// When.
        pub given_at: Time,
        /// When it was taken back, or when a newer text took its place.
        pub withdrawn_at: Option<Time>,
    }
}

/// Notes that a person agrees to a text; the one before it no longer counts. The same text again changes nothing.
pub async fn give(tx: &mut Tx, person: PersonId, kind: Matter, version: &str) -> Result<()> {
    let now = tx.now();
    let known: Option<(i64,)> = tx
        .maybe(
            "select id from consent where person_id = $1 and kind = $2 and version = $3 and withdrawn_at is null",
            args![person, kind, version],
        )
        .await?;
    if known.is_none() {
        tx.run(
            "update consent set withdrawn_at = $3 where person_id = $1 and kind = $2 and withdrawn_at is null",
            args![person, kind, now],
        )
        .await?;
        tx.run(
            "insert into consent (id, person_id, kind, version, given_at) values ($1, $2, $3, $4, $5)",
            args![kit::ids::next(now), person, kind, version, now],
        )
        .await?;
    }
    if kind == Matter::Privacy {
        tx.run(
            "update person set privacy_version = $2, privacy_at = $3 where id = $1 and privacy_version <> $2",
            args![person, version, now],
        )
        .await?;
    }
    Ok(())
}

/// Has a person ever agreed to a privacy notice? Whoever was invited has not, at first.
pub async fn has_any(db: &Db, person: PersonId) -> Result<bool> {
    let (version,): (String,) = db.one("select privacy_version from person where id = $1", args![person]).await?;
    Ok(!version.is_empty())
}

/// A person's consents, the newest first.
pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<Consent>> {
    Ok(db.all("select id, kind, version, given_at, withdrawn_at from consent where person_id = $1 order by id desc", args![person]).await?)
}
