//! The queue: what is reported or waits, one row a subject, narrowed by filters, the longest waiting first.

use kit::clock::{DAY, Time};
use kit::db::{Db, Value, containing};
use kit::{Result, args};

use super::report::ANSWERED_IN;
use super::rules::Why;
use super::words::{Reason, SubjectKind};
use crate::identity::PersonId;
use crate::social::words::{headline, shorten};

/// Which part of the queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    /// To be decided.
    #[default]
    Open,
    /// To be decided, and taken by whoever looks.
    Mine,
    /// Decided.
    Closed,
}

impl State {
    /// From an address.
    pub fn from_form(word: &str) -> Self {
        match word {
            "mie" => Self::Mine,
            "decise" => Self::Closed,
            _ => Self::Open,
        }
    }
}

/// For how long it has waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// Since today: less than a day.
    Day,
    /// Longer than it should.
    Late,
}

impl Age {
    /// From an address.
    pub fn from_form(word: &str) -> Option<Self> {
        match word {
            "oggi" => Some(Self::Day),
            "in-ritardo" => Some(Self::Late),
            _ => None,
        }
    }
}

/// What the queue is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct QueueFilter {
    /// Which part.
    pub state: State,
    /// Reported for this reason.
    pub reason: Option<Reason>,
    /// Of this kind.
    pub kind: Option<SubjectKind>,
    /// Waiting for so long.
    pub age: Option<Age>,
    /// Held by a filter.
    pub held: bool,
    /// Words of the text or of its author's name.
    pub text: Option<String>,
}

kit::row! {
    /// A row of the queue.
    #[derive(Debug, Clone)]
    pub struct Queued {
        /// Number of the matter.
        pub id: i64,
        /// About what.
        pub kind: SubjectKind,
        /// Its number.
        pub subject_id: i64,
        /// Whom it concerns.
        pub person_id: Option<PersonId>,
        /// The name of whom it concerns.
        pub name: String,
        /// Title, or name.
        pub title: String,
        /// The beginning.
        pub excerpt: String,
        /// It waits before others read it.
        pub held: bool,
        /// Why.
        pub why: String,
        /// How many reported it.
        pub report_count: i64,
        /// Their reasons, joined by commas.
        pub reason_words: String,
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
        pub action: Option<String>,
    }
}

impl Queued {
    /// What it is, in a line.
    pub fn headline(&self) -> String {
        shorten(&headline(&self.title, &self.excerpt), 160)
    }

    /// Why people reported it.
    pub fn reasons(&self) -> Vec<Reason> {
        self.reason_words.split(',').filter_map(Reason::from_word).collect()
    }

    /// Key of why it waits, or why somebody is to look at it.
    pub fn why_key(&self) -> Option<&'static str> {
        Why::from_word(&self.why).map(Why::key)
    }

    /// Has it waited longer than it should?
    pub fn is_late(&self, now: &Time) -> bool {
        self.closed_at.is_none() && now.since(self.opened_at) > ANSWERED_IN
    }
}

const SELECT: &str = "select m.id, m.subject_kind as kind, m.subject_id, m.person_id, coalesce(a.name, '') as name,
        coalesce(k.name, case when m.subject_kind = 'person' then a.name else p.title end, '') as title, coalesce(p.excerpt, '') as excerpt,
        m.held, m.why, m.report_count,
        coalesce((select string_agg(x.reason, ',' order by x.reason) from (select distinct r.reason from report r where r.matter_id = m.id) x), '')
          as reason_words,
        m.opened_at, m.taken_by, m.taken_at, t.name as taken_name, m.closed_at, d.action
   from matter m left join person_card a on a.id = m.person_id and m.subject_kind <> 'community' left join person_card t on t.id = m.taken_by
   left join decision d on d.id = m.decision_id
   left join post p on p.id = m.subject_id and m.subject_kind in ('post', 'comment')
   left join community k on k.id = m.subject_id and m.subject_kind = 'community'";

/// `$1` to `$8` are what [`QueueFilter::args`] gives.
const WHERE: &str = "where (case when $1 = 1 then m.closed_at is not null else m.closed_at is null end)
    and (cast($2 as bigint) is null or m.taken_by = $2)
    and (cast($3 as text) is null or exists (select 1 from report r where r.matter_id = m.id and r.reason = $3))
    and (cast($4 as text) is null or m.subject_kind = $4)
    and (cast($5 as bigint) is null or m.opened_at > $5)
    and (cast($6 as bigint) is null or m.opened_at < $6)
    and ($7 = 0 or m.held = 1)
    and (cast($8 as text) is null or lower(a.name) like $8 escape '\\' or lower(p.title) like $8 escape '\\' or lower(p.body) like $8 escape '\\'
         or lower(k.name) like $8 escape '\\')";

impl QueueFilter {
    fn args(&self, me: PersonId, now: Time) -> Vec<Value> {
        let mine = (self.state == State::Mine).then_some(me);
        let after = (self.age == Some(Age::Day)).then(|| now.plus(-DAY));
        let before = (self.age == Some(Age::Late)).then(|| now.plus(-ANSWERED_IN));
        let text = self.text.as_ref().map(|text| containing(&text.to_lowercase()));
        let closed = i64::from(self.state == State::Closed);
        args![closed, mine, self.reason, self.kind, after, before, i64::from(self.held), text]
    }

    /// A page of the queue: what waits longest first; what is decided, newest first.
    pub async fn list(&self, db: &Db, me: PersonId, after: Option<i64>, limit: i64) -> Result<Vec<Queued>> {
        let mut args = self.args(me, db.now());
        args.extend(args![after, limit]);
        let order = if self.state == State::Closed {
            "and (cast($9 as bigint) is null or m.id < $9) order by m.id desc limit $10"
        } else {
            "and (cast($9 as bigint) is null or m.id > $9) order by m.id limit $10"
        };
        Ok(db.all(format!("{SELECT} {WHERE} {order}"), args).await?)
    }

    /// How many there are.
    pub async fn count(&self, db: &Db, me: PersonId) -> Result<i64> {
        let sql = format!(
            "select count(*) as n from matter m left join person_card a on a.id = m.person_id and m.subject_kind <> 'community'
               left join post p on p.id = m.subject_id and m.subject_kind in ('post', 'comment')
               left join community k on k.id = m.subject_id and m.subject_kind = 'community' {WHERE}"
        );
        let (n,): (i64,) = db.one(sql, self.args(me, db.now())).await?;
        Ok(n)
    }

    /// The texts of a view, for many decisions at once: matter, post, author. Of institutional pages none: their editors answer for them.
    pub async fn texts(&self, db: &Db, me: PersonId, limit: i64) -> Result<Vec<(i64, PersonId)>> {
        let mut args = self.args(me, db.now());
        args.push(limit.into());
        let sql = format!(
            "select p.id, p.author_id from matter m left join person_card a on a.id = m.person_id and m.subject_kind <> 'community'
               join post p on p.id = m.subject_id and m.subject_kind in ('post', 'comment') and p.page_id is null and p.hidden_at is null
               left join community k on k.id = m.subject_id and m.subject_kind = 'community' {WHERE} order by m.id limit $9"
        );
        Ok(db.all(sql, args).await?)
    }
}
