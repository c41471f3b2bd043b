//! Breaking the glass: who keeps the system opens what is confidential, for half an hour, with a reason, and is seen doing it.

use kit::clock::{MINUTE, Time};
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::person::{Person, PersonId};

/// How long the glass stays open.
pub const OPEN_FOR: i64 = 30 * MINUTE;

/// Until when it is open for a person, if it is.
pub async fn open_until(db: &Db, person: PersonId) -> Result<Option<Time>> {
    let found: Option<(Time,)> = db
        .maybe(
            "select ends_at from break_glass where person_id = $1 and ends_at > $2 and closed_at is null order by ends_at desc limit 1",
            args![person, db.now()],
        )
        .await?;
    Ok(found.map(|(until,)| until))
}

/// Opens it.
pub async fn open(tx: &mut Tx, person: PersonId, reason: &str) -> Result<Time> {
    let now = tx.now();
    let until = now.plus(OPEN_FOR);
    tx.run(
        "insert into break_glass (id, person_id, reason, opened_at, ends_at) values ($1, $2, $3, $4, $5)",
        args![kit::ids::next(now), person, reason, now, until],
    )
    .await?;
    Ok(until)
}

/// Closes it before its time.
pub async fn close(tx: &mut Tx, person: PersonId) -> Result<()> {
    let now = tx.now();
    let closed = tx
        .run("update break_glass set closed_at = $2 where person_id = $1 and closed_at is null and ends_at > $2", args![person, now])
        .await?;
    if closed > 0 { Ok(()) } else { Err(Error::NotFound) }
}

/// Who is told when somebody breaks it: everybody who watches over personal data, and the others who keep the system.
pub async fn watchers(db: &Db, but: PersonId) -> Result<Vec<Person>> {
    let ids: Vec<(PersonId,)> = db
        .all(
            "select distinct m.person_id from membership m join person p on p.id = m.person_id
              where m.role in ('privacy', 'system') and p.state = 'active' and m.person_id <> $2
                and m.starts_at <= $1 and (m.ends_at is null or m.ends_at > $1)",
            args![db.now(), but],
        )
        .await?;
    let ids: Vec<PersonId> = ids.into_iter().map(|(id,)| id).collect();
    Person::several(db, &ids).await
}

kit::row! {
    /// One opening, as administration shows it.
    #[derive(Debug, Clone)]
    pub struct Opened {
        /// Number.
        pub id: i64,
        /// Who.
        pub name: String,
        /// Why.
        pub reason: String,
        /// From.
        pub opened_at: Time,
        /// Until, or when it was closed before its time.
        pub ends_at: Time,
    }
}

/// The latest openings.
pub async fn list(db: &Db, after: Option<i64>, limit: i64) -> Result<Vec<Opened>> {
    Ok(db
        .all(
            "select g.id, p.name, g.reason, g.opened_at, coalesce(g.closed_at, g.ends_at) as ends_at
               from break_glass g join person p on p.id = g.person_id
              where (cast($1 as bigint) is null or g.id < $1) order by g.id desc limit $2",
            args![after, limit],
        )
        .await?)
}

/// Forgets openings from before a moment, the oldest first; how many.
pub async fn sweep(tx: &mut Tx, before: Time, limit: i64) -> Result<u64> {
    let floor = kit::ids::floor(before);
    Ok(tx
        .run("delete from break_glass where id in (select id from break_glass where id < $1 order by id limit $2)", args![floor, limit])
        .await?)
}
