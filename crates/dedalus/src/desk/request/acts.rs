//! What is done with a request: the office moves, answers, asks, hands over, hides; who holds a receipt takes back, answers, says how
//! it went. Every move asks the one table in `status.rs`, leaves a step of the story, and is an event in the same transaction.

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};
use serde_json::json;

use super::kind::RequestId;
use super::merge::root;
use super::receipt::{Rating, Receipt, ReceiptId};
use super::record::Request;
use super::status::{Mover, Status};
use super::step::{self, NewStep, StepKind};
use super::visible::{TAG, tag};
use crate::identity::{Actor, Entry, OfficeId, PersonId, note};

/// After how long one asks whether it is really solved: four weeks.
pub const ASK_AFTER: i64 = 28 * DAY;
/// How long after that one may still answer.
pub const ASK_FOR: i64 = 28 * DAY;

/// A move about to be made.
#[derive(Debug, Clone)]
pub struct Move<'a> {
    /// The status it leads to.
    pub to: Status,
    /// Who makes it.
    pub by: Mover,
    /// What is said: the answer, the question, the reason.
    pub words: &'a str,
    /// The officer who is responsible from now on.
    pub officer: Option<PersonId>,
    /// What the story calls it.
    pub kind: StepKind,
}

/// Makes a move of the table. A move that the table does not know, or that somebody else has made meanwhile, is a conflict.
pub async fn make(tx: &mut Tx, id: RequestId, person: Option<PersonId>, one: &Move<'_>) -> Result<()> {
    let request = Request::find_in(tx, id).await?;
    if !request.status.may_become(one.to, one.by) {
        return Err(Error::Conflict("error-request-move"));
    }
    if one.by == Mover::Office && one.to.needs_words() && one.words.is_empty() {
        return Err(Error::field("parole", "error-request-words"));
    }
    let now = tx.now();
    set_status(tx, &request, one.to, now).await?;
    if one.officer.is_some() {
        tx.run("update request set officer_id = $2 where id = $1", args![id, one.officer]).await?;
    }
    if one.by == Mover::Office && one.to.is_answer() {
        tx.run("update request set answer = $2, answered_at = $3, answered_by = $4 where id = $1", args![id, one.words, now, person])
            .await?;
    }
    let step = NewStep { kind: one.kind, status: Some(one.to), office: Some(request.office_id), person, words: one.words, public: true };
    told(tx, &request, "request.moved", person, step).await
}

/// The status and what follows from it.
async fn set_status(tx: &mut Tx, request: &Request, to: Status, now: Time) -> Result<()> {
    let closed_at = to.is_closed().then_some(now);
    tx.run(
        "update request set status = $2, stage = $3, closed_at = $4, asked_at = null where id = $1",
        args![request.id, to, to.stage(), closed_at],
    )
    .await?;
    Ok(())
}

/// Writes a step and its event; the pages of the request and the lists are stale from this turn on.
pub async fn told(tx: &mut Tx, request: &Request, kind: &'static str, person: Option<PersonId>, one: NewStep<'_>) -> Result<()> {
    let step = step::write(tx, request.id, one).await?;
    let touches = [TAG.to_owned(), tag(&request.number)];
    let (actor, data) = (person.map(|person| person.0), json!({ "step": step.to_string() }));
    record(tx, Event { kind, actor, subject_kind: "request", subject: request.id.0, data, touches: &touches }).await?;
    Ok(())
}

/// A row of the audit about a request.
pub async fn audited(
    tx: &mut Tx,
    actor: &Actor,
    act: &'static str,
    request: &Request,
    before: Option<String>,
    after: Option<String>,
) -> Result<()> {
    let entry = Entry {
        act,
        subject_kind: "request",
        subject_id: Some(request.id.0),
        subject_name: &request.number,
        before,
        after,
        ..Entry::default()
    };
    note(tx, actor, entry).await
}

/// The office makes a move.
pub async fn move_by_office(tx: &mut Tx, actor: &Actor, request: &Request, to: Status, words: &str) -> Result<()> {
    let taking = to == Status::Taken || request.officer_id.is_none();
    let officer = if taking { actor.person } else { None };
    let before = Request::find_in(tx, request.id).await?.status;
    let one = Move { to, by: Mover::Office, words, officer, kind: StepKind::Moved };
    make(tx, request.id, actor.person, &one).await?;
    audited(tx, actor, "request.moved", request, Some(before.word().to_owned()), Some(to.word().to_owned())).await
}

/// Another office has it from now on; nobody there is responsible yet.
pub async fn hand_over(tx: &mut Tx, actor: &Actor, request: &Request, office: OfficeId, words: &str) -> Result<()> {
    if words.is_empty() {
        return Err(Error::field("motivo", "error-request-words"));
    }
    let now_is = Request::find_in(tx, request.id).await?;
    if now_is.status.is_closed() || now_is.office_id == office {
        return Err(Error::Conflict("error-request-move"));
    }
    tx.run("update request set office_id = $2, officer_id = null where id = $1", args![request.id, office]).await?;
    let step = NewStep {
        kind: StepKind::HandedOver,
        status: Some(now_is.status),
        office: Some(office),
        person: actor.person,
        words,
        public: true,
    };
    told(tx, request, "request.moved", actor.person, step).await?;
    audited(tx, actor, "request.handed_over", request, Some(now_is.office), Some(words.to_owned())).await
}

/// Hides it, shows it again, makes it private or public. The reason is for the office alone.
pub async fn show(tx: &mut Tx, actor: &Actor, request: &Request, private: bool, hidden: bool, words: &str) -> Result<()> {
    let (now, before) = (tx.now(), Request::find_in(tx, request.id).await?);
    tx.run("update request set private = $2, hidden_at = $3 where id = $1", args![request.id, private, hidden.then_some(now)]).await?;
    let step = NewStep { kind: StepKind::Shown, status: None, office: None, person: actor.person, words, public: false };
    step::write(tx, request.id, step).await?;
    let touches = [TAG.to_owned(), tag(&request.number)];
    if !before.is_public() && !private && !hidden {
        let (kind, actor, data) = ("request.shown", actor.person.map(|person| person.0), json!({}));
        record(tx, Event { kind, actor, subject_kind: "request", subject: request.id.0, data, touches: &touches }).await?;
    } else {
        touches.into_iter().for_each(|touched| tx.touch(touched));
    }
    let said = |private: bool, hidden: bool| format!("private {private}, hidden {hidden}");
    let (before, after) = (said(before.private, before.hidden), format!("{}: {words}", said(private, hidden)));
    audited(tx, actor, "request.shown", request, Some(before), Some(after)).await
}

/// A note of the office for itself.
pub async fn write_note(tx: &mut Tx, actor: &Actor, request: &Request, words: &str) -> Result<()> {
    let step = NewStep { kind: StepKind::Noted, status: None, office: None, person: actor.person, words, public: false };
    step::write(tx, request.id, step).await?;
    audited(tx, actor, "request.noted", request, None, None).await
}

/// Is it others' as well: they hold a receipt, or theirs was said to be the same?
const SHARED: &str = "select (select count(*) from request_receipt t where t.request_id = $1 and t.first = 0)
    + (select count(*) from request r where r.merged_into = $1) as n";

/// Do others wait for it, too?
pub async fn is_shared(db: &Db, request: RequestId) -> Result<bool> {
    let (others,): (i64,) = db.one(SHARED, args![request]).await?;
    Ok(others > 0)
}

/// Its author takes it back, unless others wait for it.
pub async fn withdraw(tx: &mut Tx, receipt: &Receipt) -> Result<()> {
    if !receipt.first {
        return Err(Error::NotFound);
    }
    let (others,): (i64,) = tx.one(SHARED, args![receipt.request_id]).await?;
    if others > 0 {
        return Err(Error::Conflict("error-request-shared"));
    }
    let one = Move { to: Status::Withdrawn, by: Mover::Citizen, words: "", officer: None, kind: StepKind::Moved };
    make(tx, receipt.request_id, receipt.person_id, &one).await
}

/// A receipt that was given without an account becomes somebody's; once.
pub async fn adopt(tx: &mut Tx, receipt: &Receipt, person: PersonId) -> Result<()> {
    let done = tx
        .run("update request_receipt set person_id = $2 where id = $1 and (person_id is null or person_id = $2)", args![receipt.id, person])
        .await?;
    if done == 0 {
        return Err(Error::Conflict("error-request-adopted"));
    }
    if receipt.first {
        tx.run("update request set author_id = $2 where id = $1 and author_id is null", args![receipt.request_id, person]).await?;
    }
    let request = Request::find_in(tx, receipt.request_id).await?;
    tx.touch(tag(&request.number));
    Ok(())
}

/// Says how it went; once a receipt. What was said to be the same as another is answered there.
pub async fn rate(tx: &mut Tx, receipt: ReceiptId, rating: Rating, reason: &str) -> Result<()> {
    let now = tx.now();
    let (request,): (RequestId,) = tx.one("select request_id from request_receipt where id = $1", args![receipt]).await?;
    let main = root(tx, request).await?;
    let request = Request::find_in(tx, main).await?;
    if !request.is_rated() {
        return Err(Error::Conflict("error-request-open"));
    }
    let done = tx
        .run(
            "update request_receipt set rating = $2, rating_reason = $3, rated_at = $4 where id = $1 and rating is null",
            args![receipt, rating, reason, now],
        )
        .await?;
    if done == 0 {
        return Err(Error::Conflict("error-request-rated"));
    }
    tx.touch(TAG);
    Ok(())
}

/// Is it time to ask whether it is really solved? Also who holds a receipt of one that is the same, if everybody reads this one.
pub fn is_asked(request: &Request, receipt: &Receipt, now: Time) -> bool {
    let since = request.closed_at.map(|closed| now.since(closed));
    request.status == Status::Solved
        && (receipt.request_id == request.id || request.is_public())
        && request.kind == super::kind::Kind::Report
        && receipt.works.is_none()
        && since.is_some_and(|since| (ASK_AFTER..ASK_AFTER + ASK_FOR).contains(&since))
}

/// Says whether it still works. A no opens the request again, with the number it has.
pub async fn say_whether_it_works(tx: &mut Tx, receipt: &Receipt, works: bool, words: &str) -> Result<()> {
    let now = tx.now();
    let main = root(tx, receipt.request_id).await?;
    let request = Request::find_in(tx, main).await?;
    if !is_asked(&request, receipt, now) {
        return Err(Error::Conflict("error-request-not-asked"));
    }
    tx.run("update request_receipt set works = $2 where id = $1 and works is null", args![receipt.id, works]).await?;
    if works {
        return Ok(());
    }
    let one = Move { to: Status::Confirmed, by: Mover::Citizen, words, officer: None, kind: StepKind::Reopened };
    make(tx, request.id, receipt.person_id, &one).await?;
    // Asked again after the next solution; so are those who said that it works. How it went is said once.
    tx.run(
        "with recursive same (id) as (select cast($1 as bigint) as id union select q.id from request q join same s on q.merged_into = s.id)
         update request_receipt set works = null where request_id in (select id from same)",
        args![request.id],
    )
    .await?;
    Ok(())
}
