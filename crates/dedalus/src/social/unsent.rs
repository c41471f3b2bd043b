//! What somebody is writing and has not sent: kept on the server, so that another device finds it.

use std::collections::BTreeMap;

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::post::{PostId, already};
use super::words::shorten;
use crate::identity::PersonId;

/// The largest form that is kept, in bytes.
pub const LARGEST: usize = 100_000;
/// How long a draft waits, in days.
const WAITS: i64 = 60;
/// Forms that wait in one place.
const MOST: usize = 10;
/// The field with the form's key.
pub const KEY: &str = "chiave";
/// The field with the place.
const PLACE: &str = "luogo";

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
    /// Where it is kept: the number of its place, or one of its own when another form was kept there first.
    pub slot: i64,
    /// Its fields.
    pub fields: BTreeMap<String, String>,
    /// When it was kept last.
    pub saved_at: Time,
}

/// A row of the table.
type Row = (i64, String, Time);

/// The forms of `$1` for the place `$2`: the first stands under the place's number, those beside it under numbers of their own.
const IN_PLACE: &str =
    "select place, fields, saved_at from draft where person_id = $1 and (place = $2 or place < 0) order by saved_at desc, place";

impl Unsent {
    /// What a person is writing in a place, the newest first.
    pub async fn of(db: &Db, person: PersonId, place: Place) -> Result<Vec<Self>> {
        Ok(Self::those(db.all(IN_PLACE, args![person, place.number()]).await?, place))
    }

    /// The same within a turn.
    async fn of_in(tx: &mut Tx, person: PersonId, place: Place) -> Result<Vec<Self>> {
        Ok(Self::those(tx.all(IN_PLACE, args![person, place.number()]).await?, place))
    }

    fn those(rows: Vec<Row>, place: Place) -> Vec<Self> {
        let read = |(slot, fields, saved_at): Row| Self { slot, fields: serde_json::from_str(&fields).unwrap_or_default(), saved_at };
        let here = |unsent: &Self| unsent.slot == place.number() || unsent.field(PLACE) == place.number().to_string();
        rows.into_iter().map(read).filter(here).collect()
    }

    /// A field, empty if it has none.
    pub fn field(&self, name: &str) -> String {
        self.fields.get(name).cloned().unwrap_or_default()
    }

    /// How it begins, for who has to tell one from another.
    pub fn beginning(&self) -> String {
        let words = ["titolo", "testo"].map(|name| self.field(name));
        let words = words.iter().map(|words| words.trim()).find(|words| !words.is_empty()).unwrap_or_default();
        shorten(words, 80)
    }
}

/// Keeps a form; one in which nothing is written is forgotten instead. It is known by its key: what another form keeps in the same
/// place stays, and one that was sent meanwhile is not kept again.
pub async fn keep(tx: &mut Tx, person: PersonId, place: Place, fields: &BTreeMap<String, String>) -> Result<()> {
    let key = fields.get(KEY).map_or("", String::as_str);
    let here = Unsent::of_in(tx, person, place).await?;
    let before = here.iter().find(|unsent| unsent.field(KEY) == key).map(|unsent| unsent.slot);
    if fields.iter().all(|(name, value)| name == KEY || value.trim().is_empty()) {
        return match before {
            Some(slot) => drop_slot(tx, person, slot).await,
            None => Ok(()),
        };
    }
    if !key.is_empty() && already(tx, person, key).await?.is_some() {
        return Ok(());
    }
    let mut fields = fields.clone();
    fields.insert(PLACE.to_owned(), place.number().to_string());
    let text = serde_json::to_string(&fields)?;
    if text.len() > LARGEST {
        return Err(Error::TooLarge(LARGEST as u64));
    }
    let now = tx.now();
    let free = || if here.iter().any(|unsent| unsent.slot == place.number()) { -kit::ids::next(now) } else { place.number() };
    let slot = before.unwrap_or_else(free);
    tx.run(
        "insert into draft (person_id, place, fields, saved_at) values ($1, $2, $3, $4)
         on conflict (person_id, place) do update set fields = excluded.fields, saved_at = excluded.saved_at",
        args![person, slot, text, now],
    )
    .await?;
    // A new one takes the room of the oldest when there are too many.
    for old in here.iter().skip(MOST - 1).filter(|_| before.is_none()) {
        drop_slot(tx, person, old.slot).await?;
    }
    Ok(())
}

/// Forgets a form that was sent: the one with its key, and no other that waits in the same place.
pub async fn sent(tx: &mut Tx, person: PersonId, place: Place, key: &str) -> Result<()> {
    for unsent in Unsent::of_in(tx, person, place).await?.iter().filter(|unsent| unsent.field(KEY) == key) {
        drop_slot(tx, person, unsent.slot).await?;
    }
    Ok(())
}

/// Forgets one that is thrown away: the one that is named, or the newest.
pub async fn forget(tx: &mut Tx, person: PersonId, place: Place, slot: Option<i64>) -> Result<()> {
    let here = Unsent::of_in(tx, person, place).await?;
    match here.iter().find(|unsent| slot.is_none_or(|slot| unsent.slot == slot)) {
        Some(unsent) => drop_slot(tx, person, unsent.slot).await,
        None => Ok(()),
    }
}

async fn drop_slot(tx: &mut Tx, person: PersonId, slot: i64) -> Result<()> {
    tx.run("delete from draft where person_id = $1 and place = $2", args![person, slot]).await?;
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
