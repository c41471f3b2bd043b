//! Deciding: what is done, for how long, by which rule and for which facts. Everything in one turn.

use kit::clock::{DAY, Time};
use kit::db::Tx;
use kit::error::FieldErrors;
use kit::events::{Event, record};
use kit::jobs::{NewJob, enqueue};
use kit::{Error, Result, args};

use super::matter::{self, Matter, Subject};
use super::restrain;
use super::words::{Action, Reason};
use crate::identity::{Actor, Entry, PersonId, note, suspend_person};
use crate::social::post::PostId;
use crate::social::touch;

/// The longest account of the facts, in characters.
pub const FACTS_MAX: usize = 2000;
/// Months in which somebody may ask that it be looked at again (DSA art. 20 par. 1).
const APPEAL_MONTHS: i32 = 6;
/// Days a limit or a suspension may last; none is for good.
pub const DAYS: [i64; 5] = [1, 3, 7, 30, 90];

/// What somebody decides about a matter.
#[derive(Debug, Clone)]
pub struct NewDecision {
    /// What is done.
    pub action: Action,
    /// Which rule is broken.
    pub rule: Reason,
    /// What happened, in words that its author reads.
    pub facts: String,
    /// For how many days, where it lasts; none is for good.
    pub days: Option<i64>,
    /// The text is hidden, too, whatever else is done.
    pub hides: bool,
}

impl NewDecision {
    /// What is wrong with it.
    pub fn check(&self, matter: &Matter, faults: &mut FieldErrors) {
        if !Action::for_kind(matter.kind).contains(&self.action) {
            faults.add("azione", "error-decision-action");
        }
        let length = self.facts.chars().count();
        if self.action.restricts() && length < 10 {
            faults.add("fatti", "error-decision-facts");
        } else if length > FACTS_MAX {
            faults.add_with("fatti", "error-decision-long", vec![("max", FACTS_MAX.to_string())]);
        }
        if self.days.is_some_and(|days| !DAYS.contains(&days)) {
            faults.add("durata", "error-decision-days");
        }
    }
}

/// Decides a matter; the decision's number. Nobody decides about themselves, about what they reported, or what another has taken.
pub async fn decide(tx: &mut Tx, actor: &Actor, id: i64, new: &NewDecision) -> Result<i64> {
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
    let mut faults = FieldErrors::default();
    new.check(&matter, &mut faults);
    faults.or(())?;
    let hides = matter.kind.is_text() && (new.action == Action::Hide || (new.hides && new.action.restricts()));
    // Each thing that is done has its own reasons, its own end and its own appeal.
    let mut actions = vec![new.action];
    if hides && new.action != Action::Hide {
        actions.insert(0, Action::Hide);
    }
    let mut decision = 0;
    for (number, action) in actions.into_iter().enumerate() {
        let made = Made::of(&matter, new, action, me, now);
        decision = made.keep(tx).await?;
        add_subject(tx, decision, matter.subject()).await?;
        if number == 0 {
            matter::close(tx, matter.subject(), decision).await?;
        }
        take_effect(tx, &matter, &made, decision, me).await?;
        made.tell(tx, actor, decision).await?;
    }
    match matter.post() {
        // Read by somebody and left standing: it goes out, whatever its author is told.
        Some(post) if matter.held && !hides => restrain::release(tx, post, Some(me)).await?,
        _ => {}
    }
    Ok(decision)
}

async fn take_effect(tx: &mut Tx, matter: &Matter, made: &Made<'_>, decision: i64, me: PersonId) -> Result<()> {
    if let Some(post) = matter.post().filter(|_| made.action == Action::Hide) {
        restrain::hide(tx, post).await?;
    }
    match (made.action, made.person) {
        (Action::Limit, Some(person)) => {
            tx.touch(touch::EVERYTHING);
            tx.touch(format!("person:{person}"));
        }
        (Action::Suspend, Some(person)) => {
            // Who is kept out already, or was let in meanwhile, is told beside the action.
            suspend_person(tx, person, me).await.map_err(|error| match error {
                Error::Conflict(_) => Error::field("azione", "error-decision-suspended"),
                Error::Invalid(_) => Error::field("azione", "error-decision-last"),
                other => other,
            })?;
        }
        _ => {}
    }
    if let (Action::Close, Some(community)) = (made.action, matter.community()) {
        let now = tx.now();
        tx.run("update community set closed_at = $2 where id = $1 and closed_at is null", args![community, now]).await?;
        tx.touch(touch::EVERYTHING);
        tx.touch(format!("community:{community}"));
    }
    if let Some(ends) = made.ends_at {
        enqueue(tx, NewJob::new("moderation.lift", serde_json::json!({"decision": decision.to_string()})).at(ends)).await?;
    }
    Ok(())
}

/// A decision as it is kept.
pub struct Made<'a> {
    /// Whom it concerns.
    pub person: Option<PersonId>,
    /// What is done.
    pub action: Action,
    /// Which rule.
    pub rule: Reason,
    /// Which facts.
    pub facts: &'a str,
    /// A filter had found it.
    pub automatic: bool,
    /// It was reported.
    pub reported: bool,
    /// Who decides.
    pub by: PersonId,
    /// Since when it was known.
    pub opened_at: Time,
    /// Until when it holds.
    pub ends_at: Option<Time>,
    /// The batch it is of.
    pub batch: Option<i64>,
}

impl<'a> Made<'a> {
    /// Of one action about a matter.
    fn of(matter: &Matter, new: &'a NewDecision, action: Action, by: PersonId, now: Time) -> Self {
        Self {
            person: matter.concerned(),
            action,
            rule: new.rule,
            facts: &new.facts,
            automatic: matter.is_found(),
            reported: matter.report_count > 0,
            by,
            opened_at: matter.opened_at,
            ends_at: new.days.filter(|_| action.lasts()).map(|days| now.plus(days * DAY)),
            batch: None,
        }
    }

    /// Keeps it; its number.
    pub async fn keep(&self, tx: &mut Tx) -> Result<i64> {
        let now = tx.now();
        let id = kit::ids::next(now);
        tx.run(
            "insert into decision (id, person_id, action, rule, facts, hides, automatic, reported, decided_by, opened_at, decided_at, ends_at,
                                   lifted_how, lifted_reason, appeal_until, batch_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '', $13, $14)",
            args![
                id,
                self.person,
                self.action,
                self.rule,
                self.facts,
                self.action == Action::Hide,
                self.automatic,
                self.reported,
                self.by,
                self.opened_at,
                now,
                self.ends_at,
                appeal_until(now),
                self.batch
            ],
        )
        .await?;
        Ok(id)
    }

    /// The row in the audit and the event, which whoever it concerns is told by.
    pub async fn tell(&self, tx: &mut Tx, actor: &Actor, id: i64) -> Result<()> {
        let act = Entry {
            act: "moderation.decided",
            subject_kind: "decision",
            subject_id: Some(id),
            subject_name: self.action.word(),
            after: Some(self.facts.to_owned()),
            ..Entry::default()
        };
        note(tx, actor, act).await?;
        let reporters: Vec<(PersonId,)> = tx
            .all(
                "select distinct r.reporter_id from report r join matter m on m.id = r.matter_id
                  where m.decision_id = $1 and r.reporter_id is not null order by r.reporter_id",
                args![id],
            )
            .await?;
        let reporters: Vec<PersonId> = reporters.into_iter().map(|(id,)| id).collect();
        let data = serde_json::json!({"person": self.person, "action": self.action.word(), "reporters": reporters});
        let touches = ["moderation".to_owned()];
        record(
            tx,
            Event { kind: "moderation.decided", actor: Some(self.by.0), subject_kind: "decision", subject: id, data, touches: &touches },
        )
        .await?;
        Ok(())
    }
}

/// What a decision is about.
pub async fn add_subject(tx: &mut Tx, decision: i64, subject: Subject) -> Result<()> {
    tx.run(
        "insert into decision_subject (decision_id, subject_kind, subject_id) values ($1, $2, $3)
         on conflict (decision_id, subject_kind, subject_id) do nothing",
        args![decision, subject.kind, subject.id],
    )
    .await?;
    Ok(())
}

/// The texts of a decision.
pub async fn texts_in(tx: &mut Tx, decision: i64) -> Result<Vec<PostId>> {
    let rows: Vec<(PostId,)> = tx
        .all(
            "select subject_id from decision_subject where decision_id = $1 and subject_kind in ('post', 'comment') order by subject_id",
            args![decision],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Six months later, by the calendar.
fn appeal_until(from: Time) -> Time {
    let zoned = from.zoned(&jiff::tz::TimeZone::UTC);
    zoned.checked_add(jiff::Span::new().months(APPEAL_MONTHS)).map_or_else(|_| from.plus(183 * DAY), |until| Time::from(&until))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_appeal_is_open_for_six_months_of_the_calendar() {
        let day = |text: &str| Time::from(&text.parse::<jiff::Zoned>().unwrap());
        assert_eq!(appeal_until(day("2028-02-24T09:00:00[UTC]")), day("2028-08-24T09:00:00[UTC]"));
        assert_eq!(appeal_until(day("2028-08-31T09:00:00[UTC]")), day("2029-02-28T09:00:00[UTC]"));
    }
}
