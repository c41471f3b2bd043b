//! A matter: everything that is said against one subject, until somebody decides. Who takes it has it for half an hour, so
//! that two people do not decide twice.

use kit::clock::{MINUTE, Time};
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::concern::matter_concerns;
use super::rules::Why;
use super::words::SubjectKind;
use crate::identity::{Actor, Entry, PersonId, note};
use crate::social::community::CommunityId;
use crate::social::post::{Post, PostId};

/// How long somebody has it who took it.
const HAD_FOR: i64 = 30 * MINUTE;

/// What a matter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Its number.
    pub id: i64,
    /// Whom a decision concerns; of a community none is named here, but whoever keeps it (see `concern`).
    pub person: Option<PersonId>,
}

impl Subject {
    /// A post or comment.
    pub fn of_post(post: &Post) -> Self {
        let kind = if post.is_comment() { SubjectKind::Comment } else { SubjectKind::Post };
        Self { kind, id: post.id.0, person: Some(post.author_id) }
    }

    /// A community.
    pub const fn of_community(id: CommunityId) -> Self {
        Self { kind: SubjectKind::Community, id: id.0, person: None }
    }

    fn key(self) -> String {
        format!("{}:{}", self.kind.word(), self.id)
    }
}

kit::row! {
    /// A matter as it stands.
    #[derive(Debug, Clone)]
    pub struct Matter {
        /// Number.
        pub id: i64,
        /// About what.
        pub kind: SubjectKind,
        /// Its number.
        pub subject_id: i64,
        /// Whom a decision concerns.
        pub person_id: Option<PersonId>,
        /// It waits before others read it.
        pub held: bool,
        /// Why it waits; empty when it does not.
        pub why: String,
        /// How many reported it.
        pub report_count: i64,
        /// Since when.
        pub opened_at: Time,
        /// Who has it.
        pub taken_by: Option<PersonId>,
        /// Since when.
        pub taken_at: Option<Time>,
        /// Name of who has it.
        pub taken_name: Option<String>,
        /// When it was decided.
        pub closed_at: Option<Time>,
        /// How.
        pub decision_id: Option<i64>,
    }
}

const SELECT: &str = "select m.id, m.subject_kind as kind, m.subject_id, m.person_id, m.held, m.why, m.report_count, m.opened_at,
        m.taken_by, m.taken_at, t.name as taken_name, m.closed_at, m.decision_id
   from matter m left join person_card t on t.id = m.taken_by";

impl Matter {
    /// By number.
    pub async fn find(db: &Db, id: i64) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where m.id = $1"), args![id]).await?)
    }

    /// The same within a turn.
    pub async fn find_in(tx: &mut Tx, id: i64) -> Result<Self> {
        Ok(tx.one(format!("{SELECT} where m.id = $1"), args![id]).await?)
    }

    /// What it is about.
    pub fn subject(&self) -> Subject {
        Subject { kind: self.kind, id: self.subject_id, person: self.concerned() }
    }

    /// Whose text or account it is; that of a community is nobody's alone.
    pub fn concerned(&self) -> Option<PersonId> {
        self.person_id.filter(|_| self.kind != SubjectKind::Community)
    }

    /// The post it is about.
    pub fn post(&self) -> Option<PostId> {
        self.kind.is_text().then_some(PostId(self.subject_id))
    }

    /// The community it is about.
    pub fn community(&self) -> Option<CommunityId> {
        (self.kind == SubjectKind::Community).then_some(CommunityId(self.subject_id))
    }

    /// Key of why it waits.
    pub fn why_key(&self) -> Option<&'static str> {
        Why::from_word(&self.why).map(Why::key)
    }

    /// Did a filter or a limit find it, before anybody said a word?
    pub fn is_found(&self) -> bool {
        !self.why.is_empty()
    }

    /// Is it still to be decided?
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// The name of somebody else who has it now.
    pub fn had_by_another(&self, me: PersonId, now: Time) -> Option<&str> {
        let fresh = self.taken_at.is_some_and(|at| now.since(at) < HAD_FOR);
        let another = self.taken_by.is_some_and(|by| by != me);
        (fresh && another && self.is_open()).then_some(self.taken_name.as_deref().unwrap_or_default())
    }

    /// Is it this person's own, or reported by them? Then somebody else decides.
    pub async fn concerns(&self, db: &Db, me: PersonId) -> Result<bool> {
        let (own,): (i64,) = db.one(own(), args![me, self.id]).await?;
        Ok(own > 0)
    }

    /// The same within a turn, as a refusal.
    pub async fn must_not_concern(&self, tx: &mut Tx, me: PersonId) -> Result<()> {
        let (own,): (i64,) = tx.one(own(), args![me, self.id]).await?;
        if own > 0 { Err(Error::field("", "error-matter-own")) } else { Ok(()) }
    }
}

/// Counts the matter `$2` when it concerns the person `$1`, or was reported by them.
fn own() -> String {
    format!(
        "select count(*) as n from matter m where m.id = $2
            and ({} or exists (select 1 from report r where r.matter_id = m.id and r.reporter_id = $1))",
        matter_concerns(1)
    )
}

/// The open matter of a subject, opened if there is none.
pub async fn open(tx: &mut Tx, subject: Subject) -> Result<i64> {
    let known: Option<(i64,)> = tx.maybe("select id from matter where open_key = $1", args![subject.key()]).await?;
    if let Some((id,)) = known {
        return Ok(id);
    }
    let now = tx.now();
    let id = kit::ids::next(now);
    tx.run(
        "insert into matter (id, open_key, subject_kind, subject_id, person_id, held, why, report_count, opened_at)
         values ($1, $2, $3, $4, $5, 0, '', 0, $6)",
        args![id, subject.key(), subject.kind, subject.id, subject.person, now],
    )
    .await?;
    Ok(id)
}

/// Opens one for a text that waits.
pub async fn open_held(tx: &mut Tx, subject: Subject, why: Why) -> Result<()> {
    let id = open(tx, subject).await?;
    tx.run("update matter set held = 1, why = $2 where id = $1", args![id, why]).await?;
    Ok(())
}

/// Opens one for a name that stands and that somebody is to look at.
pub async fn open_noticed(tx: &mut Tx, subject: Subject, why: Why) -> Result<()> {
    let id = open(tx, subject).await?;
    tx.run("update matter set why = $2 where id = $1 and why = ''", args![id, why]).await?;
    tx.touch("moderation");
    Ok(())
}

/// Closes the open matter of a subject with a decision.
pub async fn close(tx: &mut Tx, subject: Subject, decision: i64) -> Result<()> {
    let now = tx.now();
    tx.run("update matter set open_key = null, closed_at = $2, decision_id = $3 where open_key = $1", args![subject.key(), now, decision])
        .await?;
    Ok(())
}

/// Opens a matter again that a decision had closed, unless the subject has another one open.
pub async fn reopen(tx: &mut Tx, subject: Subject, decision: i64) -> Result<()> {
    tx.run(
        "update matter set open_key = $1, closed_at = null, decision_id = null, taken_by = null, taken_at = null
          where decision_id = $2 and subject_kind = $3 and subject_id = $4 and not exists (select 1 from matter o where o.open_key = $1)",
        args![subject.key(), decision, subject.kind, subject.id],
    )
    .await?;
    Ok(())
}

/// Takes it, so that nobody else decides meanwhile.
pub async fn take(tx: &mut Tx, actor: &Actor, id: i64) -> Result<()> {
    let me = actor.person.ok_or(Error::SignIn)?;
    let now = tx.now();
    let matter = Matter::find_in(tx, id).await?;
    if !matter.is_open() {
        return Err(Error::field("", "error-matter-closed"));
    }
    matter.must_not_concern(tx, me).await?;
    if matter.had_by_another(me, now).is_some() {
        return Err(Error::field("", "error-matter-taken"));
    }
    tx.run("update matter set taken_by = $2, taken_at = $3 where id = $1", args![id, me, now]).await?;
    let act = Entry { act: "moderation.taken", subject_kind: "matter", subject_id: Some(id), ..Entry::default() };
    note(tx, actor, act).await
}
