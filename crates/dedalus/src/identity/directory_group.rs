//! Which group of the directory gives which role in which office, and what follows from it at each sign-in.

use kit::db::{Db, Tx};
use kit::error::ViolationRule;
use kit::text::fold;
use kit::{Error, Result, args};

use super::audit::{Actor, Entry, note};
use super::membership::Membership;
use super::office::OfficeId;
use super::person::PersonId;
use super::provider::ProviderId;
use super::role::Role;

kit::row! {
    /// One line of the table, with the office's name.
    #[derive(Debug, Clone)]
    pub struct DirectoryGroup {
        /// Number.
        pub id: i64,
        /// The group: its name, or its whole place in the tree.
        pub group_name: String,
        /// The office.
        pub office_id: OfficeId,
        /// The office's name.
        pub office: String,
        /// The role.
        pub role: Role,
    }
}

const SELECT: &str = "select g.id, g.group_name, g.office_id, o.name as office, g.role
   from directory_group g join office o on o.id = g.office_id";

/// Which violation means that the line is there already.
const TAKEN: &[ViolationRule] = &[ViolationRule {
    table: "directory_group",
    what: "provider_id,group_name,office_id,role",
    field: "gruppo",
    key: "error-directory-group-twice",
}];

impl DirectoryGroup {
    /// Of one directory, by name.
    pub async fn of(db: &Db, provider: ProviderId) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} where g.provider_id = $1 order by g.group_name, o.name_key, g.id"), args![provider]).await?)
    }

    /// Adds a line.
    pub async fn add(tx: &mut Tx, provider: ProviderId, group: &str, office: OfficeId, role: Role) -> Result<()> {
        let now = tx.now();
        tx.run(
            "insert into directory_group (id, provider_id, group_name, office_id, role) values ($1, $2, $3, $4, $5)",
            args![kit::ids::next(now), provider, group, office, role],
        )
        .await
        .map_err(|error| Error::from(error).or_field(TAKEN))?;
        Ok(())
    }

    /// Takes a line away. Who holds a role by it keeps the role until the next sign-in.
    pub async fn remove(tx: &mut Tx, provider: ProviderId, id: i64) -> Result<()> {
        let gone = tx.run("delete from directory_group where id = $1 and provider_id = $2", args![id, provider]).await?;
        if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
    }
}

/// Begins and ends what the groups say, and nothing that a person has given by hand.
pub async fn apply(tx: &mut Tx, actor: &Actor, provider: ProviderId, person: (PersonId, &str), groups: &[String]) -> Result<()> {
    let (id, name) = person;
    let now = tx.now();
    let lines: Vec<DirectoryGroup> = tx.all(format!("{SELECT} where g.provider_id = $1 and o.closed_at is null"), args![provider]).await?;
    let groups: Vec<String> = groups.iter().map(|group| fold(group)).collect();
    let mut wanted: Vec<(OfficeId, Role, &str)> = Vec::new();
    for line in lines.iter().filter(|line| groups.contains(&fold(&line.group_name))) {
        if !wanted.iter().any(|(office, role, _)| *office == line.office_id && *role == line.role) {
            wanted.push((line.office_id, line.role, &line.office));
        }
    }
    let running: Vec<(i64, OfficeId, Role, Option<i64>, String)> = tx
        .all(
            "select m.id, m.office_id, m.role, m.provider_id, o.name from membership m join office o on o.id = m.office_id
              where m.person_id = $1 and (m.ends_at is null or m.ends_at > $2)",
            args![id, now],
        )
        .await?;
    for (office, role, words) in &wanted {
        if !running.iter().any(|(_, held_in, held, ..)| held_in == office && held == role) {
            Membership::begin_by(tx, id, *office, *role, None, Some(provider)).await?;
            tell(tx, actor, "membership.begun", (id, name), *role, words).await?;
        }
    }
    for (membership, office, role, _, words) in running.iter().filter(|(_, _, _, given_by, _)| *given_by == Some(provider.0)) {
        if wanted.iter().any(|(wanted_in, wanted, _)| wanted_in == office && wanted == role) {
            continue;
        }
        match Membership::end(tx, *membership).await {
            Ok(()) => tell(tx, actor, "membership.ended", (id, name), *role, words).await?,
            // Somebody must keep the system: this one does until another is named.
            Err(Error::Invalid(_)) => tracing::warn!(person = %id, "the directory no longer names the last one who keeps the system"),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

async fn tell(tx: &mut Tx, actor: &Actor, act: &'static str, person: (PersonId, &str), role: Role, office: &str) -> Result<()> {
    let words = format!("{} · {office}", role.word());
    let (before, after) = if act == "membership.begun" { (None, Some(words)) } else { (Some(words), None) };
    let (id, name) = person;
    note(tx, actor, Entry { act, subject_kind: "person", subject_id: Some(id.0), subject_name: name, before, after, ..Entry::default() })
        .await
}
