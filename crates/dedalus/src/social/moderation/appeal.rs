//! An appeal: whom a decision concerns asks that it be looked at again, within six months, and somebody else than who
//! decided does so (DSA art. 20 par. 1 and 6).

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};

use super::concern::decision_concerns;
use super::lift::{How, lift};
use super::words::{Action, Reason};
use crate::identity::{Actor, Entry, PersonId, note};

/// The longest appeal and the longest answer, in characters.
pub const WORDS_MAX: usize = 2000;

kit::row! {
    /// An appeal with what it is against.
    #[derive(Debug, Clone)]
    pub struct Appeal {
        /// Number.
        pub id: i64,
        /// The decision.
        pub decision_id: i64,
        /// Whose.
        pub person_id: Option<PersonId>,
        /// The name of who appeals.
        pub name: String,
        /// In which words.
        pub words: String,
        /// When.
        pub created_at: Time,
        /// When it was decided.
        pub decided_at: Option<Time>,
        /// Was it upheld?
        pub upheld: Option<bool>,
        /// The reasons.
        pub reasons: String,
        /// What the decision did.
        pub action: Action,
        /// By which rule.
        pub rule: Reason,
        /// For which facts.
        pub facts: String,
        /// Who decided.
        pub decided_first: Option<PersonId>,
        /// The name of who decided.
        pub decided_first_name: Option<String>,
        /// Whoever looks at it has reported one of its texts.
        pub reported_by_me: bool,
        /// The decision concerns whoever looks at it.
        pub concerns_me: bool,
    }
}

/// `$1`: who looks at it, or null.
fn select() -> String {
    format!(
        "select a.id, a.decision_id, a.person_id, coalesce(c.name, '') as name, a.words, a.created_at, a.decided_at, a.upheld,
        a.reasons, d.action, d.rule, d.facts, d.decided_by as decided_first, f.name as decided_first_name,
        case when exists (select 1 from report r join matter m on m.id = r.matter_id
                           where m.decision_id = a.decision_id and r.reporter_id = cast($1 as bigint)) then 1 else 0 end as reported_by_me,
        case when {} then 1 else 0 end as concerns_me
   from appeal a join decision d on d.id = a.decision_id
   left join person_card c on c.id = a.person_id left join person_card f on f.id = d.decided_by",
        decision_concerns(1)
    )
}

impl Appeal {
    /// By number.
    pub async fn find(db: &Db, me: PersonId, id: i64) -> Result<Self> {
        Ok(db.one(format!("{} where a.id = $2", select()), args![me, id]).await?)
    }

    /// Of a decision.
    pub async fn of_decision(db: &Db, me: Option<PersonId>, decision: i64) -> Result<Option<Self>> {
        Ok(db.maybe(format!("{} where a.decision_id = $2", select()), args![me, decision]).await?)
    }

    /// Those that wait, oldest first; what has been decided comes after, newest first.
    pub async fn list(db: &Db, me: PersonId, open: bool, after: Option<i64>, limit: i64) -> Result<Vec<Self>> {
        let which = if open {
            "a.decided_at is null and (cast($2 as bigint) is null or a.id > $2) order by a.id limit $3"
        } else {
            "a.decided_at is not null and (cast($2 as bigint) is null or a.id < $2) order by a.id desc limit $3"
        };
        Ok(db.all(format!("{} where {which}", select()), args![me, after, limit]).await?)
    }

    /// Does it wait?
    pub fn is_open(&self) -> bool {
        self.decided_at.is_none()
    }

    /// May this person, who looks at it, decide it? Somebody else than who decided first, whom it concerns,
    /// who appeals, and who had reported it.
    pub fn may_be_decided_by(&self, me: PersonId) -> bool {
        self.decided_first != Some(me) && self.person_id != Some(me) && !self.concerns_me && !self.reported_by_me
    }
}

/// How an appeal is decided.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The decision falls.
    pub upheld: bool,
    /// Why, in words that the author reads.
    pub reasons: String,
}

fn check(words: &str) -> Result<()> {
    match words.chars().count() {
        0..10 => Err(Error::field("testo", "error-appeal-short")),
        length if length > WORDS_MAX => Err(Error::field("testo", "error-appeal-long")),
        _ => Ok(()),
    }
}

/// Files an appeal against a decision that concerns somebody; once, and in time.
pub async fn file(tx: &mut Tx, person: PersonId, decision: i64, words: &str) -> Result<i64> {
    let now = tx.now();
    let (action, until, lifted): (Action, Time, Option<Time>) = tx
        .one(
            format!("select d.action, d.appeal_until, d.lifted_at from decision d where d.id = $1 and {}", decision_concerns(2)),
            args![decision, person],
        )
        .await?;
    if !action.restricts() {
        return Err(Error::NotFound);
    }
    if until <= now {
        return Err(Error::field("", "error-appeal-late"));
    }
    let over = lifted.is_some() && matches!(action, Action::Hide | Action::Close | Action::Warn);
    if over {
        return Err(Error::field("", "error-decision-over"));
    }
    check(words)?;
    let id = kit::ids::next(now);
    let added = tx
        .run(
            "insert into appeal (id, decision_id, person_id, words, created_at, reasons) values ($1, $2, $3, $4, $5, '')
             on conflict (decision_id) do nothing",
            args![id, decision, person, words, now],
        )
        .await?;
    if added == 0 {
        return Err(Error::field("", "error-appeal-already"));
    }
    let touches = ["moderation".to_owned()];
    let data = serde_json::json!({});
    record(tx, Event { kind: "appeal.filed", actor: Some(person.0), subject_kind: "appeal", subject: id, data, touches: &touches }).await?;
    Ok(id)
}

/// Decides an appeal. Upheld, the decision falls with everything it did.
pub async fn settle(tx: &mut Tx, actor: &Actor, id: i64, verdict: &Verdict) -> Result<()> {
    let me = actor.person.ok_or(Error::SignIn)?;
    let now = tx.now();
    let appeal: Appeal = tx.one(format!("{} where a.id = $2", select()), args![me, id]).await?;
    if !appeal.is_open() {
        return Err(Error::field("", "error-appeal-settled"));
    }
    if !appeal.may_be_decided_by(me) {
        return Err(Error::field("", "error-appeal-own"));
    }
    check(&verdict.reasons)?;
    // The condition again, so that the database itself lets nobody decide on their own decision.
    let settled = tx
        .run(
            "update appeal set decided_by = $2, decided_at = $3, upheld = $4, reasons = $5
              where id = $1 and decided_at is null
                and not exists (select 1 from decision d where d.id = appeal.decision_id and d.decided_by = $2)",
            args![id, me, now, verdict.upheld, &verdict.reasons],
        )
        .await?;
    if settled == 0 {
        return Err(Error::field("", "error-appeal-own"));
    }
    if verdict.upheld {
        lift(tx, appeal.decision_id, How::Appeal, Some(me), &verdict.reasons).await?;
    }
    let act = Entry {
        act: "moderation.appeal",
        subject_kind: "appeal",
        subject_id: Some(id),
        subject_name: if verdict.upheld { "upheld" } else { "refused" },
        after: Some(verdict.reasons.clone()),
        ..Entry::default()
    };
    note(tx, actor, act).await?;
    let data = serde_json::json!({"person": appeal.person_id, "upheld": verdict.upheld});
    let touches = ["moderation".to_owned()];
    record(tx, Event { kind: "appeal.decided", actor: Some(me.0), subject_kind: "appeal", subject: id, data, touches: &touches }).await?;
    Ok(())
}
