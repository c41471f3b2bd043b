//! Two requests about one thing: somebody joins one with a receipt of their own, or the office says that two are one. Each keeps its
//! number, its receipts and its followers; one answer reaches all.

use jiff::tz::TimeZone;
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};
use serde_json::json;

use super::acts::{audited, told};
use super::draft::Draft;
use super::kind::RequestId;
use super::receipt::ReceiptId;
use super::receive::{Author, Received, give_receipt};
use super::record::Request;
use super::status::{Mover, Status};
use super::step::{NewStep, StepKind};
use super::visible::{TAG, tag};
use crate::desk::{Channel, ReceiptNumber};
use crate::identity::Actor;

/// "È lo stesso problema": a receipt of one's own for a request that is there. Once a person; a draft that did it already leads
/// to the same receipt.
pub async fn join(
    tx: &mut Tx,
    zone: &TimeZone,
    request: RequestId,
    author: &Author,
    channel: Channel,
    draft: Option<i64>,
) -> Result<Received> {
    let found = |receipt: ReceiptId, number: String, again: bool| Received { request, receipt, number, again };
    if let Some(draft) = draft
        && let Some(receipt) = Draft::find_in(tx, draft).await?.receipt
    {
        let (of, number): (RequestId, String) =
            tx.one("select request_id, number from request_receipt where id = $1", args![receipt]).await?;
        return Ok(Received { request: of, receipt, number, again: true });
    }
    let known: Option<(ReceiptId, String)> = tx
        .maybe(
            "select id, number from request_receipt where request_id = $1
                and (person_id = cast($2 as bigint) or (cast($2 as bigint) is null and email <> '' and email = $3)) order by id limit 1",
            args![request, author.person, &author.email],
        )
        .await?;
    let one = match known {
        Some((receipt, number)) => found(receipt, number, true),
        None => {
            let number = ReceiptNumber::next(tx, channel, zone).await?.to_string();
            let receipt = give_receipt(tx, request, &number, author, channel, false).await?;
            let data = json!({ "receipt": number });
            let actor = author.person.map(|person| person.0);
            record(tx, Event { kind: "request.joined", actor, subject_kind: "request", subject: request.0, data, touches: &[] }).await?;
            found(receipt, number, false)
        }
    };
    if let Some(draft) = draft {
        Draft::became(tx, draft, one.receipt).await?;
    }
    let (number,): (String,) = tx.one("select number from request where id = $1", args![request]).await?;
    tx.touch(tag(&number));
    Ok(one)
}

/// The request at the end of a chain of merges.
pub async fn root(tx: &mut Tx, id: RequestId) -> Result<RequestId> {
    let mut at = id;
    for _ in 0..100 {
        let (into,): (Option<RequestId>,) = tx.one("select merged_into from request where id = $1", args![at]).await?;
        match into {
            Some(next) => at = next,
            None => return Ok(at),
        }
    }
    Err(Error::internal(format!("requests are merged in a circle at {id}")))
}

/// Where a new receipt belongs: at the end of the chain, if everybody may read that and somebody still works on it.
pub async fn open_root(tx: &mut Tx, id: RequestId) -> Result<Option<RequestId>> {
    let end = root(tx, id).await?;
    let end = Request::find_in(tx, end).await?;
    Ok((end.is_public() && !end.status.is_closed()).then_some(end.id))
}

/// The request that is answered for this one: the end of the chain, or itself.
pub async fn answering(db: &Db, request: &Request) -> Result<Option<Request>> {
    if request.merged_into.is_none() {
        return Ok(None);
    }
    let found: Option<(RequestId,)> = db
        .maybe(
            "with recursive up (id, next, far) as
               (select r.id, r.merged_into, 0 from request r where r.id = $1
                union all select r.id, r.merged_into, u.far + 1 from request r join up u on r.id = u.next where u.far < 100)
             select id from up where next is null",
            args![request.id],
        )
        .await?;
    match found {
        Some((id,)) => Ok(Some(Request::find(db, id).await?)),
        None => Ok(None),
    }
}

/// The office says that `one` is about the same as `other`.
pub async fn merge(tx: &mut Tx, actor: &Actor, one: &Request, other: &Request) -> Result<()> {
    let now_is = Request::find_in(tx, one.id).await?;
    if !now_is.status.may_become(Status::Duplicate, Mover::Merger) || root(tx, other.id).await? == one.id || other.id == one.id {
        return Err(Error::Conflict("error-request-merge"));
    }
    // What was taken back is answered by nobody.
    if Request::find_in(tx, other.id).await?.status == Status::Withdrawn {
        return Err(Error::Conflict("error-request-merge"));
    }
    // What not everybody reads must not lead somebody else to it by its number.
    if !other.is_public() && one.is_public() {
        return Err(Error::field("numero", "error-request-merge-private"));
    }
    let now = tx.now();
    tx.run(
        "update request set merged_into = $2, before_merge = status, status = $3, stage = $4, closed_at = $5 where id = $1",
        args![one.id, other.id, Status::Duplicate, Status::Duplicate.stage(), now],
    )
    .await?;
    let step = |status, words| NewStep { kind: StepKind::Merged, status, office: None, person: actor.person, words, public: true };
    told(tx, one, "request.moved", actor.person, step(Some(Status::Duplicate), &other.number)).await?;
    if one.is_public() {
        super::step::write(tx, other.id, step(None, &one.number)).await?;
        tx.touch(tag(&other.number));
    }
    audited(tx, actor, "request.merged", one, None, Some(other.number.clone())).await
}

/// They are two after all: it goes back to where it was.
pub async fn split(tx: &mut Tx, actor: &Actor, one: &Request) -> Result<()> {
    let found: Option<(Option<Status>,)> =
        tx.maybe("select before_merge from request where id = $1 and merged_into is not null", args![one.id]).await?;
    let Some((before,)) = found else { return Err(Error::Conflict("error-request-merge")) };
    let back = before.unwrap_or(Status::Confirmed);
    tx.run(
        "update request set merged_into = null, before_merge = null, status = $2, stage = $3, closed_at = null where id = $1",
        args![one.id, back, back.stage()],
    )
    .await?;
    let step = NewStep { kind: StepKind::Split, status: Some(back), office: None, person: actor.person, words: "", public: true };
    told(tx, one, "request.moved", actor.person, step).await?;
    tx.touch(TAG);
    audited(tx, actor, "request.split", one, one.merged_into.clone(), None).await
}

/// The numbers of requests that are the same as this one and that everybody may read.
pub async fn same_as(db: &Db, request: RequestId) -> Result<Vec<String>> {
    let sql = format!("select r.number from request r where r.merged_into = $1 and {} order by r.id limit 50", super::visible::TO_ALL);
    let rows: Vec<(String,)> = db.all(sql, args![request]).await?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}
