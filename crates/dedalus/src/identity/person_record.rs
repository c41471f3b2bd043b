//! An account as administration keeps it: found in lists, suspended and let in again, verified at the counter.

use kit::clock::Time;
use kit::db::{Db, Tx, Value, containing};
use kit::i18n::Lang;
use kit::text::{fold, sort_key};
use kit::{Error, Result, args};

use super::membership::somebody_keeps_the_system;
use super::office::OfficeId;
use super::person::{Person, PersonId, PersonState, Tier};
use super::role::Role;
use super::session;

kit::row! {
    /// An account with everything administration sees of it.
    #[derive(Debug, Clone)]
    pub struct PersonRecord {
        /// Number.
        pub id: PersonId,
        /// Name in addresses.
        pub handle: String,
        /// Name as shown.
        pub name: String,
        /// Where mail goes.
        pub email: String,
        /// How surely we know who it is.
        pub tier: Tier,
        /// May it sign in?
        pub state: PersonState,
        /// Language of pages and mail.
        pub language: Lang,
        /// When the account was made.
        pub created_at: Time,
        /// Has a password been chosen? Who was invited has none at first.
        pub has_password: bool,
        /// Words of the roles that run now, joined by commas.
        pub roles: String,
    }
}

/// `$1` is now.
const SELECT: &str = "select p.id, p.handle, p.name, p.email, p.tier, p.state, p.language, p.created_at,
        cast(case when p.password_hash is null then 0 else 1 end as bigint) as has_password,
        coalesce((select string_agg(m.role, ',' order by m.id) from membership m
                   where m.person_id = p.id and m.starts_at <= $1 and (m.ends_at is null or m.ends_at > $1)), '') as roles
   from person p";

/// `$1` is now, `$2` to `$6` are what [`PersonFilter::args`] gives.
const WHERE: &str = "where (cast($2 as text) is null or p.name_key like $2 escape '\\'
                       or p.handle_folded like $3 escape '\\' or p.email_folded like $3 escape '\\')
    and (cast($4 as text) is null or p.tier = $4)
    and (cast($5 as text) is null or p.state = $5)
    and (cast($6 as text) is null or exists (select 1 from membership m where m.person_id = p.id and m.role = $6
                                                and m.starts_at <= $1 and (m.ends_at is null or m.ends_at > $1)))";

/// What the list of people is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct PersonFilter {
    /// Part of name, handle or address.
    pub text: Option<String>,
    /// Only this tier.
    pub tier: Option<Tier>,
    /// Only this state.
    pub state: Option<PersonState>,
    /// Only who holds this role now.
    pub role: Option<Role>,
    /// Only those that stand after this one.
    pub after: Option<i64>,
}

impl PersonFilter {
    fn args(&self, now: Time) -> Vec<Value> {
        let key = self.text.as_ref().map(|text| containing(&sort_key(text)));
        let folded = self.text.as_ref().map(|text| containing(fold(text).trim_start_matches('@')));
        args![now, key, folded, self.tier, self.state, self.role]
    }
}

impl PersonRecord {
    /// By number, in whatever state.
    pub async fn find(db: &Db, id: PersonId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where p.id = $2"), args![db.now(), id]).await?)
    }

    /// By name.
    pub async fn list(db: &Db, filter: &PersonFilter, limit: i64) -> Result<Vec<Self>> {
        let mut args = filter.args(db.now());
        args.extend(args![filter.after, limit]);
        let sql = format!(
            "{SELECT} {WHERE}
                and (cast($7 as bigint) is null or (p.name_key, p.id) > (select k.name_key, k.id from person k where k.id = $7))
              order by p.name_key, p.id limit $8"
        );
        Ok(db.all(sql, args).await?)
    }

    /// How many pass a filter.
    pub async fn count(db: &Db, filter: &PersonFilter) -> Result<i64> {
        let (n,): (i64,) = db.one(format!("select count(*) as n from person p {WHERE}"), filter.args(db.now())).await?;
        Ok(n)
    }

    /// The roles that run now, each once.
    pub fn roles(&self) -> Vec<Role> {
        let mut roles: Vec<Role> = self.roles.split(',').filter_map(Role::from_word).collect();
        roles.sort_unstable();
        roles.dedup();
        roles
    }
}

kit::row! {
    /// Somebody of the staff, for choices.
    #[derive(Debug, Clone)]
    pub struct Colleague {
        /// Number.
        pub id: PersonId,
        /// Name.
        pub name: String,
        /// Numbers of the offices where a role runs, joined by commas.
        pub in_offices: String,
    }
}

impl Colleague {
    /// The offices where a role runs.
    pub fn offices(&self) -> impl Iterator<Item = OfficeId> {
        self.in_offices.split(',').filter_map(|number| number.parse().ok())
    }
}

/// Everybody who works here now, by name.
pub async fn colleagues(db: &Db) -> Result<Vec<Colleague>> {
    Ok(db
        .all(
            "select p.id, p.name, string_agg(cast(m.office_id as text), ',') as in_offices
               from membership m join person p on p.id = m.person_id
              where p.state = 'active' and m.starts_at <= $1 and (m.ends_at is null or m.ends_at > $1)
              group by p.id, p.name, p.name_key order by p.name_key, p.id",
            args![db.now()],
        )
        .await?)
}

impl Person {
    /// By handle, with or without its `@`, or by e-mail address: what one types to name a person.
    pub async fn by_word(db: &Db, word: &str) -> Result<Option<Self>> {
        let word = word.trim_start_matches('@');
        if word.contains('@') {
            return Self::by_email(db, word).await;
        }
        match Self::by_handle(db, word).await {
            Ok(person) => Ok(Some(person)),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Keeps a person out: every session ends. Nobody suspends themselves, or the last who keeps the system.
pub async fn suspend(tx: &mut Tx, id: PersonId, by: PersonId) -> Result<()> {
    if id == by {
        return Err(Error::field("motivo", "error-suspend-self"));
    }
    somebody_keeps_the_system(tx, None, Some(id)).await?;
    change_state(tx, id, PersonState::Active, PersonState::Suspended).await?;
    session::close_all(tx, id, None).await?;
    Ok(())
}

/// Lets a suspended person in again.
pub async fn reactivate(tx: &mut Tx, id: PersonId) -> Result<()> {
    change_state(tx, id, PersonState::Suspended, PersonState::Active).await
}

async fn change_state(tx: &mut Tx, id: PersonId, from: PersonState, to: PersonState) -> Result<()> {
    let changed = tx.run("update person set state = $3 where id = $1 and state = $2", args![id, from, to]).await?;
    if changed == 0 {
        return Err(Error::Conflict("failure-409-advice"));
    }
    tx.touch(format!("person:{id}"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_is_named_once() {
        let record = PersonRecord {
            id: PersonId(1),
            handle: "anna".into(),
            name: "Anna".into(),
            email: "anna@example.org".into(),
            tier: Tier::Registered,
            state: PersonState::Active,
            language: Lang::It,
            created_at: Time::from_micros(0),
            has_password: true,
            roles: "editor,operator,editor,unheard-of".into(),
        };
        assert_eq!(record.roles(), [Role::Operator, Role::Editor]);
    }
}
