//! What somebody is writing and has not sent: kept on the server, one a place, so that another device finds it.

use std::collections::BTreeMap;

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::post::PostId;
use crate::identity::PersonId;

/// The largest form that is kept, in bytes.
pub const LARGEST: usize = 100_000;
/// How long a draft waits, in days.
const WAITS: i64 = 60;

/// Where something is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A new post.
    New,
    /// A comment below a post.
    Below(PostId),
}

impl Place {
    fn number(self) -> i64 {
        match self {
            Self::New => 0,
            Self::Below(post) => post.0,
        }
    }
}

/// A form that was not sent.
#[derive(Debug, Clone)]
pub struct Unsent {
    /// Its fields.
    pub fields: BTreeMap<String, String>,
    /// When it was kept last.
    pub saved_at: Time,
}

impl Unsent {
    /// What a person is writing in a place.
    pub async fn find(db: &Db, person: PersonId, place: Place) -> Result<Option<Self>> {
        let row: Option<(String, Time)> =
            db.maybe("select fields, saved_at from draft where person_id = $1 and place = $2", args![person, place.number()]).await?;
        Ok(row.map(|(fields, saved_at)| Self { fields: serde_json::from_str(&fields).unwrap_or_default(), saved_at }))
    }

    /// A field, empty if it has none.
    pub fn field(&self, name: &str) -> String {
        self.fields.get(name).cloned().unwrap_or_default()
    }
}

/// Keeps a form; one in which nothing is written is forgotten instead.
pub async fn keep(tx: &mut Tx, person: PersonId, place: Place, fields: &BTreeMap<String, String>) -> Result<()> {
    if fields.values().all(|value| value.trim().is_empty()) {
        return forget(tx, person, place).await;
    }
    let text = serde_json::to_string(fields)?;
    if text.len() > LARGEST {
        return Err(Error::TooLarge(LARGEST as u64));
    }
    let now = tx.now();
    tx.run(
        "insert into draft (person_id, place, fields, saved_at) values ($1, $2, $3, $4)
         on conflict (person_id, place) do update set fields = excluded.fields, saved_at = excluded.saved_at",
        args![person, place.number(), text, now],
    )
    .await?;
    Ok(())
}

/// Forgets it: it was published, or thrown away.
pub async fn forget(tx: &mut Tx, person: PersonId, place: Place) -> Result<()> {
    tx.run("delete from draft where person_id = $1 and place = $2", args![person, place.number()]).await?;
    Ok(())
}

/// Forgets what nobody went on with for sixty days; how many.
pub async fn sweep(tx: &mut Tx, limit: i64) -> Result<u64> {
    let before = tx.now().plus(-WAITS * DAY);
    Ok(tx
        .run(
            "delete from draft where (person_id, place) in (select d.person_id, d.place from draft d where d.saved_at < $1 order by d.saved_at limit $2)",
            args![before, limit],
        )
        .await?)
}
