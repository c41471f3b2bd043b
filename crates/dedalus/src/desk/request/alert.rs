//! Alerts: somebody wants to hear of new reports near a point, of a category, or both. What everybody reads, and nothing else, is
//! told to them; how it reaches them they choose among their notices.

use kit::clock::DAY;
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::category::CategoryId;
use super::record::Request;
use crate::identity::PersonId;
use crate::territory::{Place, Point};

kit::id! {
    /// An alert's number.
    AlertId
}

/// How far around a point, in metres.
pub const RADII: [i64; 3] = [250, 500, 1000];
/// The widest of them.
const WIDEST: f64 = 1000.0;
/// How many one person may have.
pub const MOST: i64 = 20;
/// How long what was taken away can be brought back.
const KEPT: i64 = 7 * DAY;

kit::row! {
    /// An alert, to be shown.
    #[derive(Debug, Clone)]
    pub struct Alert {
        /// Number.
        pub id: AlertId,
        /// What the point is called; empty without one.
        pub place: String,
        /// How far around it.
        pub radius: Option<i64>,
        /// The category's three names.
        pub category: Option<String>,
        /// It tells nothing for now.
        pub paused: bool,
    }
}

/// An alert about to be.
#[derive(Debug, Clone)]
pub struct NewAlert {
    /// Around where, and how far.
    pub near: Option<(Place, Point, i64)>,
    /// Of which category alone.
    pub category: Option<CategoryId>,
}

const SELECT: &str = "select a.id, a.place, a.radius, c.name || '|' || c.name_en || '|' || c.name_de as category,
    case when a.paused_at is null then 0 else 1 end as paused
    from request_alert a left join request_category c on c.id = a.category_id";

impl Alert {
    /// Somebody's, in the order in which they were made.
    pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} where a.person_id = $1 and a.ended_at is null order by a.id"), args![person]).await?)
    }

    /// One that was just taken away.
    pub async fn ended(db: &Db, person: PersonId, id: AlertId) -> Result<Option<Self>> {
        Ok(db.maybe(format!("{SELECT} where a.id = $1 and a.person_id = $2 and a.ended_at is not null"), args![id, person]).await?)
    }

    /// Makes one. The same a second time is the one that is there, no longer silent.
    pub async fn create(tx: &mut Tx, person: PersonId, new: &NewAlert) -> Result<()> {
        let now = tx.now();
        tx.run("delete from request_alert where person_id = $1 and ended_at < $2", args![person, now.plus(-KEPT)]).await?;
        let point = new.near.as_ref().map(|(_, point, _)| *point);
        let radius = new.near.as_ref().map(|(.., radius)| *radius);
        let known = tx
            .run(
                "update request_alert set paused_at = null where person_id = $1 and ended_at is null
                    and coalesce(category_id, 0) = coalesce(cast($2 as bigint), 0) and coalesce(radius, 0) = coalesce(cast($3 as bigint), 0)
                    and coalesce(lat, 0) = coalesce(cast($4 as bigint), 0) and coalesce(lon, 0) = coalesce(cast($5 as bigint), 0)",
                args![person, new.category, radius, point.map(|point| point.lat), point.map(|point| point.lon)],
            )
            .await?;
        if known > 0 {
            return Ok(());
        }
        let (kept,): (i64,) =
            tx.one("select count(*) as n from request_alert where person_id = $1 and ended_at is null", args![person]).await?;
        if kept >= MOST {
            return Err(Error::field("", "error-alerts-many"));
        }
        let place = new.near.as_ref().map_or("", |(place, ..)| place.text.as_str());
        tx.run(
            "insert into request_alert (id, person_id, category_id, place, lat, lon, radius, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            args![
                AlertId::next(now),
                person,
                new.category,
                place,
                point.map(|point| point.lat),
                point.map(|point| point.lon),
                radius,
                now
            ],
        )
        .await?;
        Ok(())
    }

    /// Silent for now, or no longer.
    pub async fn pause(tx: &mut Tx, person: PersonId, id: AlertId, paused: bool) -> Result<()> {
        let now = tx.now();
        let sql = "update request_alert set paused_at = $3 where id = $1 and person_id = $2 and ended_at is null";
        found(tx.run(sql, args![id, person, paused.then_some(now)]).await?)
    }

    /// Takes one away, or brings it back.
    pub async fn end(tx: &mut Tx, person: PersonId, id: AlertId, ended: bool) -> Result<()> {
        let now = tx.now();
        let sql = "update request_alert set ended_at = $3 where id = $1 and person_id = $2";
        found(tx.run(sql, args![id, person, ended.then_some(now)]).await?)
    }
}

fn found(rows: u64) -> Result<()> {
    if rows == 0 { Err(Error::NotFound) } else { Ok(()) }
}

kit::row! {
    struct Ear {
        id: AlertId,
        person_id: PersonId,
        lat: Option<i64>,
        lon: Option<i64>,
        radius: Option<i64>,
    }
}

/// Some of those whose alerts a request sets off, from after an alert on: people, and the alert to go on after, if there may be
/// more. Never who made it or holds a receipt.
pub async fn concerned(db: &Db, request: &Request, after: Option<AlertId>, limit: usize) -> Result<(Vec<PersonId>, Option<AlertId>)> {
    let point = request.point();
    let (low, high) = point.map_or((None, None), |point| {
        let (low, high) = point.around(WIDEST);
        (Some(low), Some(high))
    });
    let ears: Vec<Ear> = db
        .all(
            "select a.id, a.person_id, a.lat, a.lon, a.radius from request_alert a
              where a.id > $1 and a.ended_at is null and a.paused_at is null and (a.category_id is null or a.category_id = cast($2 as bigint))
                and (a.lat is null or (a.lat between cast($3 as bigint) and cast($4 as bigint) and a.lon between cast($5 as bigint) and cast($6 as bigint)))
                and not exists (select 1 from request_receipt t where t.request_id = $7 and t.person_id = a.person_id)
              order by a.id limit $8",
            args![
                after.unwrap_or(AlertId(0)),
                request.category_id,
                low.map(|low| low.lat),
                high.map(|high| high.lat),
                low.map(|low| low.lon),
                high.map(|high| high.lon),
                request.id,
                i64::try_from(limit).unwrap_or(i64::MAX)
            ],
        )
        .await?;
    let more = ears.last().filter(|_| ears.len() == limit).map(|ear| ear.id);
    let mut people: Vec<PersonId> = ears.iter().filter(|ear| ear.hears(point)).map(|ear| ear.person_id).collect();
    people.sort_unstable();
    people.dedup();
    Ok((people, more))
}

impl Ear {
    /// Does it lie within the circle, if there is one?
    fn hears(&self, at: Option<Point>) -> bool {
        let (Some(lat), Some(lon), Some(radius)) = (self.lat, self.lon, self.radius) else { return true };
        #[allow(clippy::cast_precision_loss)] // A radius is at most a kilometre.
        at.is_some_and(|at| at.metres_to(Point { lat, lon }) <= radius as f64)
    }
}
