//! What happened, recorded in the transaction that made it happen; and the jobs that follow from it.

use serde::Serialize;

use crate::args;
use crate::clock::Time;
use crate::db::Tx;
use crate::error::Result;
use crate::ids;
use crate::jobs;

crate::id! {
    /// An event's number.
    EventId
}

/// A fact: who did what to which subject. The data is what reactions need and no more.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    /// A dotted word: `post.published`.
    pub kind: &'static str,
    /// The person who acted, if one did.
    pub actor: Option<i64>,
    /// The kind of thing it happened to: `post`.
    pub subject_kind: &'static str,
    /// Its number.
    pub subject: i64,
    /// Whatever else reactions need, as JSON.
    pub data: serde_json::Value,
    /// Subjects whose pages are stale from this commit on: `post:12`, `home`.
    pub touches: &'a [String],
}

/// A job that follows an event of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reaction {
    /// The event's kind.
    pub on: &'static str,
    /// The job's kind.
    pub job: &'static str,
}

#[derive(Serialize)]
struct Payload<'a> {
    event: String,
    kind: &'a str,
    actor: Option<String>,
    subject: String,
    data: &'a serde_json::Value,
}

/// Records an event and queues its reactions, in the same transaction.
pub async fn record(tx: &mut Tx, event: Event<'_>) -> Result<EventId> {
    let now: Time = tx.now();
    let id = EventId(ids::next(now));
    tx.run(
        "insert into event (id, at, kind, actor_id, subject_kind, subject_id, data) values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, now, event.kind, event.actor, event.subject_kind, event.subject, event.data.to_string()],
    )
    .await?;
    for touched in event.touches {
        tx.touch(touched.clone());
    }
    for reaction in tx.reactions().iter().filter(|reaction| reaction.on == event.kind) {
        let payload = Payload {
            event: id.to_string(),
            kind: event.kind,
            actor: event.actor.map(|actor| actor.to_string()),
            subject: event.subject.to_string(),
            data: &event.data,
        };
        jobs::enqueue(tx, jobs::NewJob::new(reaction.job, serde_json::to_value(&payload)?)).await?;
    }
    Ok(id)
}
