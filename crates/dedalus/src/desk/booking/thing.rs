//! What one books at a place: how long it takes, how many people at once, from when and until when, in which hours.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::error::ViolationRule;
use kit::{Error, Result, args};

use super::place::PlaceId;
use crate::identity::Stretch;

kit::id! {
    /// A thing's number.
    ThingId
}

kit::row! {
    /// Something one can book.
    #[derive(Debug, Clone)]
    pub struct Thing {
        /// Number.
        pub id: ThingId,
        /// Name in addresses: `/prenotazioni?cosa={slug}`.
        pub slug: String,
        /// The place.
        pub place_id: PlaceId,
        /// What it is called.
        pub title: String,
        /// What one brings along, in lines.
        pub bring: String,
        /// How long one booking takes.
        pub minutes: u16,
        /// How many at the same time.
        pub capacity: i64,
        /// Hours before it until which one can book.
        pub lead_hours: i64,
        /// Days ahead that can be booked.
        pub furthest_days: i64,
        /// Since when it cannot be booked any more.
        pub closed_at: Option<Time>,
    }
}

const SELECT: &str = "select id, slug, place_id, title, bring, minutes, capacity, lead_hours, furthest_days, closed_at from booking_thing";

/// A thing as somebody wants it to be, already checked.
#[derive(Debug, Clone)]
pub struct ThingDraft {
    /// What it is called.
    pub title: String,
    /// What one brings along.
    pub bring: String,
    /// How long one booking takes.
    pub minutes: u16,
    /// How many at the same time.
    pub capacity: i64,
    /// Hours before it until which one can book.
    pub lead_hours: i64,
    /// Days ahead that can be booked.
    pub furthest_days: i64,
    /// Its hours.
    pub week: Vec<Stretch>,
}

const TAKEN: &[ViolationRule] = &[ViolationRule { table: "booking_thing", what: "slug", field: "titolo", key: "error-thing-taken" }];
const WEEK: &str = "select weekday, opens, closes from booking_hours where thing_id = $1 order by weekday, opens";

impl Thing {
    /// All, by what they are called.
    pub async fn all(db: &Db) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} order by title, id"), vec![]).await?)
    }

    /// By number.
    pub async fn find(db: &Db, id: ThingId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where id = $1"), args![id]).await?)
    }

    /// By its name in addresses; only what can be booked.
    pub async fn by_slug(db: &Db, slug: &str) -> Result<Option<Self>> {
        Ok(db.maybe(format!("{SELECT} where slug = $1 and closed_at is null"), args![slug]).await?)
    }

    /// The same by number, within a turn.
    pub async fn find_in(tx: &mut Tx, id: ThingId) -> Result<Self> {
        Ok(tx.one(format!("{SELECT} where id = $1"), args![id]).await?)
    }

    /// Its hours.
    pub async fn week(&self, db: &Db) -> Result<Vec<Stretch>> {
        Ok(db.all(WEEK, args![self.id]).await?)
    }

    /// Its hours, within a turn.
    pub async fn week_in(&self, tx: &mut Tx) -> Result<Vec<Stretch>> {
        Ok(tx.all(WEEK, args![self.id]).await?)
    }

    /// Adds one to a place.
    pub async fn create(tx: &mut Tx, place: PlaceId, slug: &str, draft: &ThingDraft) -> Result<ThingId> {
        let id = ThingId::next(tx.now());
        tx.run(
            "insert into booking_thing (id, slug, place_id, title, bring, minutes, capacity, lead_hours, furthest_days, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            args![
                id,
                slug,
                place,
                &draft.title,
                &draft.bring,
                draft.minutes,
                draft.capacity,
                draft.lead_hours,
                draft.furthest_days,
                tx.now()
            ],
        )
        .await
        .map_err(|error| Error::from(error).or_field(TAKEN))?;
        set_week(tx, id, &draft.week).await?;
        tx.touch("bookings");
        Ok(id)
    }

    /// Changes one. What was booked stays as it was.
    pub async fn update(tx: &mut Tx, id: ThingId, draft: &ThingDraft) -> Result<()> {
        tx.run(
            "update booking_thing set title = $2, bring = $3, minutes = $4, capacity = $5, lead_hours = $6, furthest_days = $7 where id = $1",
            args![id, &draft.title, &draft.bring, draft.minutes, draft.capacity, draft.lead_hours, draft.furthest_days],
        )
        .await?;
        set_week(tx, id, &draft.week).await?;
        tx.touch("bookings");
        Ok(())
    }

    /// Takes it out of what can be booked, or puts it back.
    pub async fn set_closed(tx: &mut Tx, id: ThingId, closed: bool) -> Result<()> {
        let at = closed.then(|| tx.now());
        tx.run("update booking_thing set closed_at = $2 where id = $1", args![id, at]).await?;
        tx.touch("bookings");
        Ok(())
    }
}

async fn set_week(tx: &mut Tx, id: ThingId, week: &[Stretch]) -> Result<()> {
    let now = tx.now();
    tx.run("delete from booking_hours where thing_id = $1", args![id]).await?;
    for stretch in week {
        tx.run(
            "insert into booking_hours (id, thing_id, weekday, opens, closes) values ($1, $2, $3, $4, $5)",
            args![kit::ids::next(now), id, stretch.weekday, stretch.opens, stretch.closes],
        )
        .await?;
    }
    Ok(())
}
