//! Who did what, for whom, from where, before and after. Rows are only ever added; after the time the retention table says
//! they go.

use std::net::IpAddr;

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Result, args};

use super::page::PageId;
use super::person::PersonId;

/// An act worth remembering.
#[derive(Debug, Clone, Default)]
pub struct Entry<'a> {
    /// Dotted word: `post.published`.
    pub act: &'static str,
    /// Kind of subject: `post`.
    pub subject_kind: &'static str,
    /// Its number.
    pub subject_id: Option<i64>,
    /// Its name as it was.
    pub subject_name: &'a str,
    /// The page the person spoke as, if so.
    pub voice: Option<PageId>,
    /// The value before, for people to read.
    pub before: Option<String>,
    /// The value after.
    pub after: Option<String>,
}

/// Who acts: a person, or the command line.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The person; none for the command line and jobs.
    pub person: Option<PersonId>,
    /// The name as it was.
    pub name: String,
    /// From where.
    pub address: String,
    /// In whose place, when the actor stands in for somebody.
    pub instead_of: Option<(PersonId, String)>,
}

impl Actor {
    /// Somebody at the machine itself.
    pub fn command_line() -> Self {
        Self { person: None, name: "command line".into(), address: String::new(), instead_of: None }
    }

    /// The program itself, in its recurring work.
    pub fn house() -> Self {
        Self { person: None, name: "Dedalus".into(), address: String::new(), instead_of: None }
    }

    /// A person at an address.
    pub fn person(id: PersonId, name: &str, address: IpAddr) -> Self {
        Self { person: Some(id), name: name.to_owned(), address: address.to_string(), instead_of: None }
    }
}

/// Adds a row, in the transaction of the act.
pub async fn note(tx: &mut Tx, actor: &Actor, act: Entry<'_>) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into audit (id, at, actor_id, actor_name, voice_page_id, address, act, subject_kind, subject_id, subject_name,
                            before_value, after_value, instead_of_id, instead_of_name)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        args![
            kit::ids::next(now),
            now,
            actor.person,
            &actor.name,
            act.voice,
            &actor.address,
            act.act,
            act.subject_kind,
            act.subject_id,
            act.subject_name,
            act.before,
            act.after,
            actor.instead_of.as_ref().map(|(id, _)| *id),
            actor.instead_of.as_ref().map(|(_, name)| name.clone())
        ],
    )
    .await?;
    Ok(())
}

kit::row! {
    /// A row of the audit for administration.
    #[derive(Debug, Clone)]
    pub struct AuditRow {
        /// Number.
        pub id: i64,
        /// When.
        pub at: Time,
        /// Who, as named then.
        pub actor_name: String,
        /// In whose place, as named then.
        pub instead_of: Option<String>,
        /// As which page.
        pub voice: Option<String>,
        /// From where.
        pub address: String,
        /// What.
        pub act: String,
        /// To what kind of thing.
        pub subject_kind: String,
        /// Which one.
        pub subject_id: Option<i64>,
        /// Its name then.
        pub subject_name: String,
        /// Before.
        pub before_value: Option<String>,
        /// After.
        pub after_value: Option<String>,
    }
}

/// What the administration filters the audit by.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// Part of the actor's or the subject's name.
    pub text: Option<String>,
    /// One act.
    pub act: Option<String>,
    /// Rows before this one.
    pub before: Option<i64>,
}

/// Newest first.
pub async fn list(db: &Db, filter: &AuditFilter, limit: i64) -> Result<Vec<AuditRow>> {
    let like =
        filter.text.as_ref().map(|text| format!("%{}%", text.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")));
    Ok(db
        .all(
            "select a.id, a.at, a.actor_name, a.instead_of_name as instead_of, p.name as voice, a.address, a.act, a.subject_kind, a.subject_id, a.subject_name,
                    a.before_value, a.after_value
               from audit a left join page p on p.id = a.voice_page_id
              where a.id < $1
                and (cast($2 as text) is null or lower(a.actor_name) like $2 escape '\\' or lower(a.subject_name) like $2 escape '\\')
                and (cast($3 as text) is null or a.act = $3)
              order by a.id desc limit $4",
            args![filter.before.unwrap_or(i64::MAX), like, filter.act.clone(), limit],
        )
        .await?)
}

/// The newest row of an act on a subject.
pub async fn last_of(db: &Db, act: &str, subject_kind: &str, subject_id: i64) -> Result<Option<AuditRow>> {
    Ok(db
        .maybe(
            "select a.id, a.at, a.actor_name, a.instead_of_name as instead_of, p.name as voice, a.address, a.act, a.subject_kind, a.subject_id, a.subject_name,
                    a.before_value, a.after_value
               from audit a left join page p on p.id = a.voice_page_id
              where a.subject_kind = $1 and a.subject_id = $2 and a.act = $3 order by a.id desc limit 1",
            args![subject_kind, subject_id, act],
        )
        .await?)
}

/// Forgets rows from before a moment, the oldest first; how many: the audit's retention, as the register of processing says.
pub async fn sweep(tx: &mut Tx, before: Time, limit: i64) -> Result<u64> {
    let floor = kit::ids::floor(before);
    Ok(tx.run("delete from audit where id in (select id from audit where id < $1 order by id limit $2)", args![floor, limit]).await?)
}

/// The acts that have rows.
pub async fn acts(db: &Db) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = db.all("select distinct act from audit order by act", vec![]).await?;
    Ok(rows.into_iter().map(|(act,)| act).collect())
}
