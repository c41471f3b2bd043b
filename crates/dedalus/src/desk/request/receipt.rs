//! A receipt: proof that a request came in, and the key to one's own story without an account. The key is a code of the house over
//! the number: nothing of it lies in the database, and every letter can carry it.

use kit::clock::Time;
use kit::db::Db;
use kit::i18n::Lang;
use kit::secret::{SecretKey, same};
use kit::{Error, Result, args};

use super::kind::RequestId;
use crate::desk::{Channel, ReceiptNumber};
use crate::identity::PersonId;

kit::id! {
    /// A receipt's number in the database.
    ReceiptId
}

/// What the key vouches for.
const PURPOSE: &str = "request.receipt";
/// Bytes of the code that stand in the address.
const BYTES: usize = 20;

/// How it went, in three faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rating {
    /// Well.
    Good,
    /// So so.
    Fair,
    /// Badly.
    Bad,
}
kit::words!(Rating { Good = "bene", Fair = "cosi", Bad = "male" });

impl Rating {
    /// Key of its word.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Good => "rating-good",
            Self::Fair => "rating-fair",
            Self::Bad => "rating-bad",
        }
    }

    /// The mouth of its face, as a path in a box of 52.
    pub const fn mouth(self) -> &'static str {
        match self {
            Self::Good => "M16 31q10 10 20 0",
            Self::Fair => "M17 34h18",
            Self::Bad => "M16 37q10-10 20 0",
        }
    }
}

kit::row! {
    /// A receipt.
    #[derive(Debug, Clone)]
    pub struct Receipt {
        /// Number in the database.
        pub id: ReceiptId,
        /// Number as people say it.
        pub number: String,
        /// The request it belongs to.
        pub request_id: RequestId,
        /// It is the author's; others say that it is the same problem.
        pub first: bool,
        /// Whose, with an account.
        pub person_id: Option<PersonId>,
        /// Name.
        pub name: String,
        /// Address of mail; empty at the counter.
        pub email: String,
        /// Telephone; may be empty.
        pub phone: String,
        /// Language of letters.
        pub language: Lang,
        /// How it came in.
        pub channel: Channel,
        /// Does it get a letter at each step?
        pub follows: bool,
        /// When it was given.
        pub created_at: Time,
        /// How it went.
        pub rating: Option<Rating>,
        /// Why, if they said so.
        pub rating_reason: String,
        /// The answer to "is it really solved".
        pub works: Option<bool>,
    }
}

const SELECT: &str =
    "select t.id, t.number, t.request_id, t.first, t.person_id, t.name, t.email, t.phone, t.language, t.channel, t.follows,
    t.created_at, t.rating, t.rating_reason, t.works from request_receipt t";

impl Receipt {
    /// By number and key. A wrong key finds nothing.
    pub async fn opened(db: &Db, secret: &SecretKey, number: &str, key: &str) -> Result<Self> {
        let number = ReceiptNumber::parse(number).ok_or(Error::NotFound)?.to_string();
        if !fits(secret, &number, key) {
            return Err(Error::NotFound);
        }
        Self::numbered(db, &number).await
    }

    /// By number; for who has shown already that it is theirs to read.
    pub async fn numbered(db: &Db, number: &str) -> Result<Self> {
        let number = ReceiptNumber::parse(number).ok_or(Error::NotFound)?.to_string();
        Ok(db.one(format!("{SELECT} where t.number = $1"), args![number]).await?)
    }

    /// Of somebody who is signed in.
    pub async fn of_person(db: &Db, number: &str, person: PersonId) -> Result<Self> {
        let found = Self::numbered(db, number).await?;
        if found.person_id == Some(person) { Ok(found) } else { Err(Error::NotFound) }
    }

    /// Somebody's receipt of a request, if there is one.
    pub async fn mine(db: &Db, request: RequestId, person: Option<PersonId>) -> Result<Option<Self>> {
        let Some(person) = person else { return Ok(None) };
        let sql = format!("{SELECT} where t.request_id = $1 and t.person_id = $2 order by t.id limit 1");
        Ok(db.maybe(sql, args![request, person]).await?)
    }

    /// All receipts of a request, the author's first.
    pub async fn of_request(db: &Db, request: RequestId) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} where t.request_id = $1 order by t.id"), args![request]).await?)
    }

    /// Where its owner reads the story.
    pub fn story(&self, secret: &SecretKey) -> String {
        format!("{}/segnalazione", self.path(secret))
    }

    /// Its own page.
    pub fn path(&self, secret: &SecretKey) -> String {
        format!("/ricevute/{}/{}", self.number, key(secret, &self.number))
    }
}

/// The key of a number.
pub fn key(secret: &SecretKey, number: &str) -> String {
    hex(&secret.mac(PURPOSE, number.as_bytes()))
}

/// Does a key fit a number? Keys of before a change of the house's key still do.
fn fits(secret: &SecretKey, number: &str, given: &str) -> bool {
    secret.macs(PURPOSE, number.as_bytes()).iter().any(|mac| same(hex(mac).as_bytes(), given.as_bytes()))
}

fn hex(mac: &[u8]) -> String {
    mac.iter().take(BYTES).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_opens_its_own_receipt_alone_also_after_the_houses_key_changed() {
        let (old, new) = (SecretKey::from_bytes([1; 32], &[]), SecretKey::from_bytes([2; 32], &[[1; 32]]));
        let mine = key(&old, "W-2028-0001");
        assert!(fits(&old, "W-2028-0001", &mine) && fits(&new, "W-2028-0001", &mine));
        assert!(!fits(&old, "W-2028-0002", &mine) && !fits(&old, "W-2028-0001", "") && !fits(&old, "W-2028-0001", &mine[1..]));
    }
}
