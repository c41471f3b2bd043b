//! The end of a decision: its time is over, somebody undoes it, or an appeal is upheld. What it did is as it was before.

use kit::db::Tx;
use kit::events::{Event, record};
use kit::{Error, Result, args};

use super::concern::is_concerned;
use super::decide::texts_in;
use super::matter::{self, Subject};
use super::restrain;
use super::words::{Action, SubjectKind};
use crate::identity::{Actor, Entry, PersonId, note, reactivate_person};
use crate::social::post::{Post, PostId};
use crate::social::touch;

/// How it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Its time is over.
    Time,
    /// Whoever decided, or a colleague, thought better of it.
    Undone,
    /// An appeal was upheld.
    Appeal,
}
kit::words!(How { Time = "time", Undone = "undone", Appeal = "appeal" });

/// The longest reason, in characters.
pub const REASON_MAX: usize = 1000;

kit::row! {
    struct Standing {
        person_id: Option<PersonId>,
        action: Action,
        hides: bool,
        lifted: bool,
    }
}

async fn standing(tx: &mut Tx, id: i64) -> Result<Standing> {
    Ok(tx
        .one(
            "select person_id, action, hides, cast(case when lifted_at is null then 0 else 1 end as bigint) as lifted from decision where id = $1",
            args![id],
        )
        .await?)
}

/// Ends a decision. One that has ended stays as it is, and false is the answer.
pub async fn lift(tx: &mut Tx, id: i64, how: How, by: Option<PersonId>, reason: &str) -> Result<bool> {
    let now = tx.now();
    let decision = standing(tx, id).await?;
    if decision.lifted {
        return Ok(false);
    }
    tx.run(
        "update decision set lifted_at = $2, lifted_how = $3, lifted_by = $4, lifted_reason = $5 where id = $1",
        args![id, now, how, by, reason],
    )
    .await?;
    for post in texts_in(tx, id).await? {
        give_back(tx, id, post, &decision, how, by).await?;
    }
    match (decision.action, decision.person_id) {
        (Action::Suspend, Some(person)) => match reactivate_person(tx, person).await {
            // Administration let the person in before, or the account has ended.
            Ok(()) | Err(Error::Conflict(_)) => {}
            Err(error) => return Err(error),
        },
        (Action::Limit, Some(person)) => {
            tx.touch(touch::EVERYTHING);
            tx.touch(format!("person:{person}"));
        }
        (Action::Close, _) => open_again(tx, id).await?,
        _ => {}
    }
    tx.touch("moderation");
    Ok(true)
}

/// Ends the suspensions of a person that were decided before an event, which let them in already.
pub async fn end_suspensions(tx: &mut Tx, person: PersonId, event: i64) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update decision set lifted_at = $3, lifted_how = 'undone' where person_id = $1 and action = 'suspend' and lifted_at is null and id < $2",
        args![person, event, now],
    )
    .await?;
    tx.touch("moderation");
    Ok(())
}

/// A text as it was before. What waited then waits again when the decision was a slip; after an appeal it goes out.
async fn give_back(tx: &mut Tx, decision: i64, post: PostId, standing: &Standing, how: How, by: Option<PersonId>) -> Result<()> {
    if standing.hides {
        restrain::unhide(tx, post).await?;
    }
    let now = Post::any_in(tx, post).await?;
    if standing.hides && now.removed && now.deleted_at.is_some() && !now.held && !restrain::is_hidden_otherwise(tx, post).await? {
        now.bring_back(tx).await?;
    }
    if how == How::Appeal {
        return restrain::release(tx, post, by).await;
    }
    if how == How::Undone && (now.held || standing.action == Action::Dismiss) {
        matter::reopen(tx, Subject::of_post(&now), decision).await?;
    }
    Ok(())
}

async fn open_again(tx: &mut Tx, decision: i64) -> Result<()> {
    let rows: Vec<(i64,)> = tx
        .all(
            "select subject_id from decision_subject where decision_id = $1 and subject_kind = $2",
            args![decision, SubjectKind::Community],
        )
        .await?;
    for (community,) in rows {
        // What administration closed since, for reasons of its own, stays closed.
        let own = "update community set closed_at = null where id = $1 and closed_at = (select decided_at from decision where id = $2)";
        tx.run(own, args![community, decision]).await?;
        tx.touch(touch::EVERYTHING);
        tx.touch(format!("community:{community}"));
    }
    Ok(())
}

/// Somebody undoes a decision, with a reason that whoever it concerned reads. Nobody undoes what concerns themselves.
pub async fn undo(tx: &mut Tx, actor: &Actor, id: i64, reason: &str) -> Result<()> {
    let me = actor.person.ok_or(Error::SignIn)?;
    match reason.chars().count() {
        0..3 => return Err(Error::field("motivo", "error-reason")),
        length if length > REASON_MAX => return Err(Error::field("motivo", "error-reason-long")),
        _ => {}
    }
    let decision = standing(tx, id).await?;
    if is_concerned(tx, id, me).await? {
        return Err(Error::field("", "error-matter-own"));
    }
    if !lift(tx, id, How::Undone, Some(me), reason).await? {
        return Err(Error::field("", "error-decision-over"));
    }
    let act = Entry {
        act: "moderation.undone",
        subject_kind: "decision",
        subject_id: Some(id),
        subject_name: decision.action.word(),
        after: Some(reason.to_owned()),
        ..Entry::default()
    };
    note(tx, actor, act).await?;
    let data = serde_json::json!({"person": decision.person_id, "action": decision.action.word()});
    let event = Event { kind: "moderation.undone", actor: Some(me.0), subject_kind: "decision", subject: id, data, touches: &[] };
    record(tx, event).await?;
    Ok(())
}
