//! Somebody is away, and others stand in: the rows, and what a person may do because of them.

use std::collections::{BTreeMap, BTreeSet};

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::office::OfficeId;
use super::person::PersonId;
use super::role::Role;
use super::substitution::{Away, stand_in};

/// How many substitutes one may name.
pub const MOST_SUBSTITUTES: usize = 3;

kit::row! {
    /// An absence as administration and its owner see it.
    #[derive(Debug, Clone)]
    pub struct Absence {
        /// Number.
        pub id: i64,
        /// Who is away.
        pub person_id: PersonId,
        /// The name.
        pub person_name: String,
        /// The office it is about; all if none.
        pub office_name: Option<String>,
        /// From.
        pub starts_at: Time,
        /// Until.
        pub ends_at: Time,
        /// Names of the substitutes in their order, joined by ` · `.
        pub substitutes: String,
        /// Called off.
        pub cancelled_at: Option<Time>,
    }
}

const SELECT: &str = "select a.id, a.person_id, p.name as person_name, o.name as office_name, a.starts_at, a.ends_at,
        coalesce((select string_agg(sp.name, ' · ' order by s.position) from substitute s join person sp on sp.id = s.person_id
                   where s.absence_id = a.id), '') as substitutes, a.cancelled_at
   from absence a join person p on p.id = a.person_id left join office o on o.id = a.office_id";

/// An absence about to be, already checked.
#[derive(Debug, Clone)]
pub struct NewAbsence {
    /// Who is away.
    pub person: PersonId,
    /// From which office; from all if none.
    pub office: Option<OfficeId>,
    /// From.
    pub starts_at: Time,
    /// Until, exclusive.
    pub ends_at: Time,
    /// Who stands in, in order.
    pub substitutes: Vec<PersonId>,
}

impl Absence {
    /// Of one person, the latest first.
    pub async fn of_person(db: &Db, person: PersonId, limit: i64) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} where a.person_id = $1 order by a.starts_at desc, a.id desc limit $2"), args![person, limit]).await?)
    }

    /// Those that name a person as a substitute and are not over.
    pub async fn naming(db: &Db, person: PersonId) -> Result<Vec<Self>> {
        let sql = format!(
            "{SELECT} where a.cancelled_at is null and a.ends_at > $2
                and exists (select 1 from substitute s where s.absence_id = a.id and s.person_id = $1)
              order by a.starts_at, a.id"
        );
        Ok(db.all(sql, args![person, db.now()]).await?)
    }

    /// Of everybody, running and to come, for administration; `after` is the last row of the page before.
    pub async fn open(db: &Db, text: Option<&str>, after: Option<i64>, limit: i64) -> Result<Vec<Self>> {
        let like = text.map(|text| kit::db::containing(&kit::text::sort_key(text)));
        let sql = format!(
            "{SELECT} where a.cancelled_at is null and a.ends_at > $1 and (cast($2 as text) is null or p.name_key like $2 escape '\\')
                and (cast($3 as bigint) is null or (a.starts_at, a.id) > (select k.starts_at, k.id from absence k where k.id = $3))
              order by a.starts_at, a.id limit $4"
        );
        Ok(db.all(sql, args![db.now(), like, after, limit]).await?)
    }

    /// One.
    pub async fn find(db: &Db, id: i64) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where a.id = $1"), args![id]).await?)
    }

    /// Notes an absence.
    pub async fn create(tx: &mut Tx, new: &NewAbsence, by: PersonId) -> Result<i64> {
        let now = tx.now();
        let id = kit::ids::next(now);
        tx.run(
            "insert into absence (id, person_id, office_id, starts_at, ends_at, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
            args![id, new.person, new.office, new.starts_at, new.ends_at, by, now],
        )
        .await?;
        for (position, person) in (0_i64..).zip(&new.substitutes) {
            tx.run("insert into substitute (absence_id, position, person_id) values ($1, $2, $3)", args![id, position, *person]).await?;
        }
        Ok(id)
    }

    /// Calls it off, or ends it now when it has begun.
    pub async fn cancel(tx: &mut Tx, id: i64) -> Result<()> {
        let now = tx.now();
        let done =
            tx.run("update absence set cancelled_at = $2 where id = $1 and cancelled_at is null and ends_at > $2", args![id, now]).await?;
        if done == 1 { Ok(()) } else { Err(Error::NotFound) }
    }
}

/// What somebody may do in somebody else's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stead {
    /// In which office.
    pub office: OfficeId,
    /// As what.
    pub role: Role,
    /// Instead of whom.
    pub person: PersonId,
    /// The name.
    pub name: String,
}

kit::row! {
    struct Running {
        id: i64,
        person_id: PersonId,
        office_id: Option<OfficeId>,
        starts_at: Time,
        ends_at: Time,
        substitute_id: Option<PersonId>,
    }
}

kit::row! {
    struct Holder {
        person_id: PersonId,
        office_id: OfficeId,
        role: Role,
        name: String,
    }
}

/// In whose place a person of the staff acts at this moment. One quick query when nobody is away.
pub(super) async fn in_place_of(db: &Db, person: PersonId) -> Result<Vec<Stead>> {
    let now = db.now();
    let running: Vec<Running> = db
        .all(
            "select a.id, a.person_id, a.office_id, a.starts_at, a.ends_at, s.person_id as substitute_id
               from absence a left join substitute s on s.absence_id = a.id
              where a.ends_at > $1 and a.starts_at <= $1 and a.cancelled_at is null order by a.id, s.position",
            args![now],
        )
        .await?;
    if !running.iter().any(|row| row.substitute_id == Some(person)) {
        return Ok(Vec::new());
    }
    let absences = gather(running);
    // Everybody who is away or named, with the roles that run: who has left stands in for nobody and needs nobody.
    let holders: Vec<Holder> = db
        .all(
            "select m.person_id, m.office_id, m.role, p.name from membership m join person p on p.id = m.person_id
              where p.state = 'active' and m.starts_at <= $1 and (m.ends_at is null or m.ends_at > $1)
                and (m.person_id in (select a.person_id from absence a where a.ends_at > $1 and a.starts_at <= $1 and a.cancelled_at is null)
                  or m.person_id in (select s.person_id from substitute s join absence a on a.id = s.absence_id
                                      where a.ends_at > $1 and a.starts_at <= $1 and a.cancelled_at is null))
              order by m.id",
            args![now],
        )
        .await?;
    let staff: BTreeSet<PersonId> = holders.iter().map(|holder| holder.person_id).collect();
    Ok(holders
        .into_iter()
        .filter(|holder| holder.person_id != person && holder.role.is_substitutable())
        .filter(|holder| stand_in(&absences, holder.person_id, holder.office_id, now, &|one| staff.contains(&one)) == Some(person))
        .map(|holder| Stead { office: holder.office_id, role: holder.role, person: holder.person_id, name: holder.name })
        .collect())
}

fn gather(running: Vec<Running>) -> Vec<Away> {
    let mut absences: BTreeMap<i64, Away> = BTreeMap::new();
    for row in running {
        let away = absences.entry(row.id).or_insert_with(|| Away {
            id: row.id,
            person: row.person_id,
            office: row.office_id,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            substitutes: Vec::new(),
        });
        away.substitutes.extend(row.substitute_id);
    }
    absences.into_values().collect()
}
