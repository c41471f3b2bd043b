//! Days on which the town, or one of its offices, is closed: one day or several, with the words that stand on the door.

use jiff::civil::Date;
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};

use crate::identity::OfficeId;

kit::id! {
    /// A closure's number.
    ClosureId
}

kit::row! {
    /// A closure as it stands in its row.
    #[derive(Debug, Clone)]
    pub struct ClosureRow {
        /// Number.
        pub id: ClosureId,
        /// The office; none for the whole town.
        pub office_id: Option<OfficeId>,
        /// The office's name.
        pub office: Option<String>,
        /// First day, as `2028-02-24`.
        pub first_day: String,
        /// Last day.
        pub last_day: String,
        /// What the door says.
        pub words: String,
        /// Was it taken away?
        pub removed: bool,
    }
}

/// A closure, its days understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// Number.
    pub id: ClosureId,
    /// The office; none for the whole town.
    pub office: Option<OfficeId>,
    /// The office's name; empty for the whole town.
    pub office_name: String,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// What the door says.
    pub words: String,
}

impl Closure {
    /// Is the office (or, without one, the whole town) closed by it on a day?
    pub fn covers(&self, day: Date, office: Option<OfficeId>) -> bool {
        self.first <= day && day <= self.last && (self.office.is_none() || (office.is_some() && self.office == office))
    }
}

impl ClosureRow {
    /// Its days understood; nothing for a row that nobody of ours has written.
    pub fn read(self) -> Option<Closure> {
        let (first, last) = (self.first_day.parse().ok()?, self.last_day.parse().ok()?);
        Some(Closure { id: self.id, office: self.office_id, office_name: self.office.unwrap_or_default(), first, last, words: self.words })
    }
}

const SELECT: &str = "select c.id, c.office_id, o.name as office, c.first_day, c.last_day, c.words,
        case when c.removed_at is null then 0 else 1 end as removed
   from closure c left join office o on o.id = c.office_id";

/// A closure about to be.
#[derive(Debug, Clone)]
pub struct NewClosure {
    /// The office; none for the whole town.
    pub office: Option<OfficeId>,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// What the door says.
    pub words: String,
}

/// One of them, taken away or not.
pub async fn find(db: &Db, id: ClosureId) -> Result<ClosureRow> {
    Ok(db.one(format!("{SELECT} where c.id = $1"), args![id]).await?)
}

impl NewClosure {
    /// Adds it. Doors and bookings hear of it: see the event.
    pub async fn create(&self, tx: &mut Tx) -> Result<ClosureId> {
        let id = ClosureId::next(tx.now());
        tx.run(
            "insert into closure (id, office_id, first_day, last_day, planned_last, words, created_at) values ($1, $2, $3, $4, $4, $5, $6)",
            args![id, self.office, self.first.to_string(), self.last.to_string(), &self.words, tx.now()],
        )
        .await?;
        told(tx, id).await?;
        Ok(id)
    }
}

/// Takes it away. Days that are over stay as they were: a closure that runs ends yesterday, one that is over is refused.
pub async fn remove(tx: &mut Tx, id: ClosureId, today: Date) -> Result<()> {
    let (now, today_text) = (tx.now(), today.to_string());
    let yesterday = today.yesterday().map_err(Error::internal)?.to_string();
    let gone = tx
        .run("update closure set removed_at = $2 where id = $1 and removed_at is null and first_day >= $3", args![id, now, &today_text])
        .await?;
    let shorter = tx
        .run(
            "update closure set last_day = $2 where id = $1 and removed_at is null and first_day < $3 and last_day >= $3",
            args![id, yesterday, &today_text],
        )
        .await?;
    if gone + shorter == 0 {
        return Err(Error::Conflict("error-closure-over"));
    }
    stale(tx);
    Ok(())
}

/// Puts it back as it was planned.
pub async fn restore(tx: &mut Tx, id: ClosureId) -> Result<()> {
    let changed = tx.run("update closure set removed_at = null, last_day = planned_last where id = $1", args![id]).await?;
    if changed == 0 {
        return Err(Error::NotFound);
    }
    told(tx, id).await
}

async fn told(tx: &mut Tx, id: ClosureId) -> Result<()> {
    stale(tx);
    let data = serde_json::json!({});
    record(tx, Event { kind: "calendar.closed", actor: None, subject_kind: "closure", subject: id.0, data, touches: &[] }).await?;
    Ok(())
}

/// Whatever shows doors or free times is stale.
pub(super) fn stale(tx: &mut Tx) {
    tx.touch("offices");
    tx.touch("calendar");
}
