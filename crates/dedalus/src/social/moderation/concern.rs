//! Whom a matter or a decision concerns: who wrote the text, or whose account it is; of a community everybody who keeps it now,
//! and not who founded it once. They are told, any of them may appeal, and none of them decides.

use kit::db::{Db, Tx};
use kit::{Result, args};

use super::words::SubjectKind;
use crate::identity::PersonId;

/// Who keeps a community, as rows of `community_member q`.
const KEEPS: &str = "q.state = 'member' and q.role = 'moderator'";

/// The condition for rows of `matter m`: it concerns the person whose number is the argument `$place`.
pub fn matter_concerns(place: usize) -> String {
    format!(
        "((m.subject_kind <> 'community' and m.person_id = cast(${place} as bigint))
          or (m.subject_kind = 'community' and exists (select 1 from community_member q
                where q.community_id = m.subject_id and q.person_id = cast(${place} as bigint) and {KEEPS})))"
    )
}

/// The same for rows of `decision d`.
pub fn decision_concerns(place: usize) -> String {
    format!(
        "(d.id in (select o.id from decision o where o.person_id = cast(${place} as bigint)
            and not exists (select 1 from decision_subject s where s.decision_id = o.id and s.subject_kind = 'community')
          union all
          select s.decision_id from community_member q join decision_subject s on s.subject_kind = 'community' and s.subject_id = q.community_id
           where q.person_id = cast(${place} as bigint) and {KEEPS}))"
    )
}

/// Does a decision concern this person?
pub async fn is_concerned(tx: &mut Tx, decision: i64, person: PersonId) -> Result<bool> {
    let sql = format!("select count(*) as n from decision d where d.id = $1 and {}", decision_concerns(2));
    let (n,): (i64,) = tx.one(sql, args![decision, person]).await?;
    Ok(n > 0)
}

/// Does this person keep the community?
pub async fn keeps(db: &Db, community: i64, person: PersonId) -> Result<bool> {
    let sql = format!("select count(*) as n from community_member q where q.community_id = $1 and q.person_id = $2 and {KEEPS}");
    let (n,): (i64,) = db.one(sql, args![community, person]).await?;
    Ok(n > 0)
}

/// Who keeps the communities that a decision is about.
fn keepers_sql() -> String {
    format!(
        "select distinct q.person_id as id from decision_subject s join community_member q on q.community_id = s.subject_id
          where s.decision_id = $1 and s.subject_kind = 'community' and {KEEPS}"
    )
}

/// Who keeps the community that a decision is about; nobody where it is about something else.
pub async fn keepers(db: &Db, decision: i64) -> Result<Vec<PersonId>> {
    let rows: Vec<(PersonId,)> = db.all(format!("{} order by id", keepers_sql()), args![decision]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The same of an appeal against one.
pub async fn keepers_of_appeal(db: &Db, appeal: i64) -> Result<Vec<PersonId>> {
    let decision: Option<(i64,)> = db.maybe("select decision_id from appeal where id = $1", args![appeal]).await?;
    match decision {
        Some((decision,)) => keepers(db, decision).await,
        None => Ok(Vec::new()),
    }
}

/// Everybody whom a decision concerns.
pub async fn of_decision(tx: &mut Tx, decision: i64) -> Result<Vec<PersonId>> {
    let sql = format!(
        "select d.person_id as id from decision d where d.id = $1 and d.person_id is not null
            and not exists (select 1 from decision_subject s where s.decision_id = d.id and s.subject_kind = 'community')
         union {} order by id",
        keepers_sql()
    );
    let rows: Vec<(PersonId,)> = tx.all(sql, args![decision]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Names and names in addresses of who keeps the community of a matter, the longest-standing first.
pub async fn named(db: &Db, kind: SubjectKind, subject: i64) -> Result<Vec<(String, String)>> {
    if kind != SubjectKind::Community {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select a.name, a.handle from community_member q join person_card a on a.id = q.person_id
          where q.community_id = $1 and {KEEPS} order by q.created_at, a.id limit 50"
    );
    Ok(db.all(sql, args![subject]).await?)
}
