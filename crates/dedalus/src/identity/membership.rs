//! A person holds a role in an office, from a moment to a moment.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::office::OfficeId;
use super::person::PersonId;
use super::provider::ProviderId;
use super::role::Role;

kit::row! {
    /// One membership, with the names people read.
    #[derive(Debug, Clone)]
    pub struct Membership {
        /// Number.
        pub id: i64,
        /// The person.
        pub person_id: PersonId,
        /// The person's name.
        pub person_name: String,
        /// The office.
        pub office_id: OfficeId,
        /// The office's name.
        pub office_name: String,
        /// The role.
        pub role: Role,
        /// From this moment.
        pub starts_at: Time,
        /// Until this moment; open if none.
        pub ends_at: Option<Time>,
    }
}

const SELECT: &str = "select m.id, m.person_id, p.name as person_name, m.office_id, o.name as office_name, m.role, m.starts_at, m.ends_at
                        from membership m join person p on p.id = m.person_id join office o on o.id = m.office_id";

impl Membership {
    /// Of one person, running and past, newest first.
    pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} where m.person_id = $1 order by m.id desc"), args![person]).await?)
    }

    /// Of one office, those running now, by name.
    pub async fn of_office(db: &Db, office: OfficeId) -> Result<Vec<Self>> {
        let now = db.now();
        Ok(db
            .all(
                format!(
                    "{SELECT} where m.office_id = $1 and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2) order by p.name_key, m.id"
                ),
                args![office, now],
            )
            .await?)
    }

    /// Starts a membership now. The same role in the same office twice at a time is refused.
    pub async fn begin(tx: &mut Tx, person: PersonId, office: OfficeId, role: Role, by: Option<PersonId>) -> Result<i64> {
        Self::begin_by(tx, person, office, role, by, None).await
    }

    /// The same; a directory may have given it.
    pub(super) async fn begin_by(
        tx: &mut Tx,
        person: PersonId,
        office: OfficeId,
        role: Role,
        by: Option<PersonId>,
        provider: Option<ProviderId>,
    ) -> Result<i64> {
        let now = tx.now();
        let running: Option<(i64,)> = tx
            .maybe(
                "select id from membership where person_id = $1 and office_id = $2 and role = $3 and (ends_at is null or ends_at > $4)",
                args![person, office, role, now],
            )
            .await?;
        if running.is_some() {
            return Err(Error::Conflict("error-role-held"));
        }
        let id = kit::ids::next(now);
        tx.run(
            "insert into membership (id, person_id, office_id, role, starts_at, ends_at, provider_id, created_by, created_at)
             values ($1, $2, $3, $4, $5, null, $7, $6, $5)",
            args![id, person, office, role, now, by, provider],
        )
        .await?;
        tx.touch(format!("person:{person}"));
        Ok(id)
    }

    /// One membership.
    pub async fn find(db: &Db, id: i64) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where m.id = $1"), args![id]).await?)
    }

    /// Does it run at a moment?
    pub fn runs(&self, now: Time) -> bool {
        self.starts_at <= now && self.ends_at.is_none_or(|until| until > now)
    }

    /// Says beforehand when it ends.
    pub async fn end_at(tx: &mut Tx, id: i64, until: Time) -> Result<()> {
        tx.run("update membership set ends_at = $2 where id = $1", args![id, until]).await?;
        Ok(())
    }

    /// Ends a membership at this minute. The last one that keeps the system cannot end.
    pub async fn end(tx: &mut Tx, id: i64) -> Result<()> {
        let now = tx.now();
        let running: Option<(PersonId, Role)> =
            tx.maybe("select person_id, role from membership where id = $1 and (ends_at is null or ends_at > $2)", args![id, now]).await?;
        let Some((person, role)) = running else { return Err(Error::NotFound) };
        if role == Role::System {
            somebody_keeps_the_system(tx, Some(id), None).await?;
        }
        tx.run("update membership set ends_at = $2 where id = $1", args![id, now]).await?;
        tx.touch(format!("person:{person}"));
        Ok(())
    }
}

/// Would anybody active still hold the system role without this membership, or without this person? If not, nobody
/// could open administration any more.
pub(super) async fn somebody_keeps_the_system(tx: &mut Tx, without: Option<i64>, without_person: Option<PersonId>) -> Result<()> {
    let now = tx.now();
    let (keepers,): (i64,) = tx
        .one(
            "select count(*) as n from membership m join person p on p.id = m.person_id
              where m.role = 'system' and p.state = 'active' and m.starts_at <= $1 and (m.ends_at is null or m.ends_at > $1)
                and m.id <> $2 and m.person_id <> $3",
            args![now, without.unwrap_or_default(), without_person.map_or(0, |person| person.0)],
        )
        .await?;
    if keepers > 0 { Ok(()) } else { Err(Error::field("", "error-last-system")) }
}
