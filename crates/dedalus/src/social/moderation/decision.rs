//! A decision as it is read: by whom it concerns, and by moderators.

use kit::clock::Time;
use kit::db::Db;
use kit::{Result, args};

use super::concern::decision_concerns;
use super::words::{Action, Reason, SubjectKind};
use crate::identity::PersonId;
use crate::social::words::{headline, shorten};

kit::row! {
    /// A statement of reasons (DSA art. 17 par. 3).
    #[derive(Debug, Clone)]
    pub struct Decision {
        /// Number.
        pub id: i64,
        /// Whom it concerns.
        pub person_id: Option<PersonId>,
        /// The name of whom it concerns, or of the community that it is about.
        pub name: String,
        /// What is done.
        pub action: Action,
        /// By which rule.
        pub rule: Reason,
        /// For which facts.
        pub facts: String,
        /// A filter had found it.
        pub automatic: bool,
        /// It was reported.
        pub reported: bool,
        /// Who decided: shown to moderators alone.
        pub decided_by: Option<PersonId>,
        /// The name of who decided.
        pub decider: Option<String>,
        /// When.
        pub decided_at: Time,
        /// Until when it holds.
        pub ends_at: Option<Time>,
        /// When it ended.
        pub lifted_at: Option<Time>,
        /// How.
        pub lifted_how: String,
        /// Why.
        pub lifted_reason: String,
        /// Until when it may be appealed.
        pub appeal_until: Time,
        /// The batch it is of.
        pub batch_id: Option<i64>,
    }
}

const SELECT: &str =
    "select d.id, d.person_id, coalesce(c.name, (select min(k.name) from decision_subject s join community k on k.id = s.subject_id
            where s.decision_id = d.id and s.subject_kind = 'community'), '') as name, d.action, d.rule, d.facts, d.automatic, d.reported, d.decided_by,
        b.name as decider, d.decided_at, d.ends_at, d.lifted_at, d.lifted_how, d.lifted_reason, d.appeal_until, d.batch_id
   from decision d left join person_card c on c.id = d.person_id left join person_card b on b.id = d.decided_by";

kit::row! {
    struct SubjectRow {
        kind: SubjectKind,
        id: i64,
        title: String,
        excerpt: String,
        root_id: Option<i64>,
    }
}

/// What a decision is about, by name.
#[derive(Debug, Clone)]
pub struct About {
    /// What it is.
    pub kind: SubjectKind,
    /// Its number.
    pub id: i64,
    /// Its beginning, or its name.
    pub name: String,
    /// Where its author finds it; empty for what has no page.
    pub path: String,
}

/// Texts of a statement that are named; of a batch more are counted.
const NAMED: i64 = 100;

impl Decision {
    /// By number, for moderators.
    pub async fn find(db: &Db, id: i64) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where d.id = $1"), args![id]).await?)
    }

    /// One that concerns this person.
    pub async fn own(db: &Db, person: PersonId, id: i64) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where d.id = $1 and {} and d.action <> 'dismiss'", decision_concerns(2)), args![id, person]).await?)
    }

    /// By the word that only the mail has.
    pub async fn by_key(db: &Db, hash: &[u8]) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where d.key_hash = $1 and d.person_id is not null"), args![hash.to_vec()]).await?)
    }

    /// Those that concern this person, newest first.
    pub async fn all_own(db: &Db, person: PersonId, before: Option<i64>, limit: i64) -> Result<Vec<Self>> {
        let sql = format!("{SELECT} where {} and d.action <> 'dismiss' and d.id < $2 order by d.id desc limit $3", decision_concerns(1));
        Ok(db.all(sql, args![person, before.unwrap_or(i64::MAX), limit]).await?)
    }

    /// Does it concern this person?
    pub async fn concerns(&self, db: &Db, person: PersonId) -> Result<bool> {
        let sql = format!("select count(*) as n from decision d where d.id = $1 and {}", decision_concerns(2));
        let (n,): (i64,) = db.one(sql, args![self.id, person]).await?;
        Ok(n > 0)
    }

    /// The one that hides a text now.
    pub async fn hiding(db: &Db, person: PersonId, post: i64) -> Result<Self> {
        let sql = format!(
            "{SELECT} join decision_subject s on s.decision_id = d.id
              where d.person_id = $1 and s.subject_id = $2 and s.subject_kind in ('post', 'comment') and d.hides = 1 and d.lifted_at is null
              order by d.id desc limit 1"
        );
        Ok(db.one(sql, args![person, post]).await?)
    }

    /// Earlier decisions about a subject and about whom it concerns, newest first.
    pub async fn earlier(db: &Db, kind: SubjectKind, subject: i64, person: Option<PersonId>) -> Result<Vec<Self>> {
        let sql = format!(
            "{SELECT} where d.person_id = cast($1 as bigint)
                or exists (select 1 from decision_subject s where s.decision_id = d.id and s.subject_kind = $2 and s.subject_id = $3)
              order by d.id desc limit 10"
        );
        Ok(db.all(sql, args![person, kind, subject]).await?)
    }

    /// Does it hold now?
    pub fn stands(&self) -> bool {
        self.lifted_at.is_none()
    }

    /// Can it be appealed? In time, while there is something to take back, or it ended by itself.
    pub fn may_be_appealed(&self, now: Time) -> bool {
        let something_left = self.stands() || (self.action.lasts() && self.lifted_how == "time");
        self.action.restricts() && something_left && self.appeal_until > now
    }

    /// What it is about.
    pub async fn about(&self, db: &Db) -> Result<Vec<About>> {
        let rows: Vec<SubjectRow> = db
            .all(
                "select s.subject_kind as kind, s.subject_id as id, coalesce(k.name, p.title, '') as title, coalesce(p.excerpt, '') as excerpt,
                        p.root_id
                   from decision_subject s
                   left join post p on p.id = s.subject_id and s.subject_kind in ('post', 'comment')
                   left join community k on k.id = s.subject_id and s.subject_kind = 'community'
                  where s.decision_id = $1 order by s.subject_id limit $2",
                args![self.id, NAMED],
            )
            .await?;
        Ok(rows.into_iter().map(About::from).collect())
    }
}

impl From<SubjectRow> for About {
    fn from(row: SubjectRow) -> Self {
        let path = match (row.kind, row.root_id) {
            (SubjectKind::Post, _) => format!("/post/{}", row.id),
            (SubjectKind::Comment, Some(root)) => format!("/post/{root}#c{}", row.id),
            _ => String::new(),
        };
        Self { kind: row.kind, id: row.id, name: shorten(&headline(&row.title, &row.excerpt), 160), path }
    }
}
