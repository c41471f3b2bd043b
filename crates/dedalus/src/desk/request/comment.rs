//! What is said below a request: by who holds a receipt, by others where the category lets them, and by the office.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};
use serde_json::json;

use super::acts::{Move, make};
use super::kind::RequestId;
use super::receipt::Receipt;
use super::record::Request;
use super::status::{Mover, Status};
use super::step::StepKind;
use super::visible::tag;
use crate::identity::{Actor, OfficeId, PersonId};

/// The longest comment, in characters.
pub const MAX: usize = 2_000;

kit::row! {
    /// A comment, to be shown.
    #[derive(Debug, Clone)]
    pub struct Comment {
        /// Number.
        pub id: i64,
        /// The name of who speaks in public: none for who holds a receipt, whose name is nobody's business.
        pub name: Option<String>,
        /// The office that speaks.
        pub office: Option<String>,
        /// Said by who made the request.
        pub by_author: bool,
        /// The words.
        pub body: String,
        /// When.
        pub created_at: Time,
        /// Hidden by the office.
        pub hidden: bool,
    }
}

/// Who speaks.
#[derive(Debug, Clone, Copy)]
pub enum Voice<'a> {
    /// Who holds a receipt.
    Holder(&'a Receipt),
    /// Somebody with an account.
    Person(PersonId),
    /// An office.
    Office(&'a Actor, OfficeId),
}

/// In their order; hidden ones for the office alone.
pub async fn list(db: &Db, request: RequestId, inside: bool) -> Result<Vec<Comment>> {
    Ok(db
        .all(
            "select c.id, case when c.receipt_id is null and c.office_id is null then p.name else null end as name, o.name as office,
                    coalesce(t.first, 0) as by_author, c.body, c.created_at, case when c.hidden_at is null then 0 else 1 end as hidden
               from request_comment c left join person_card p on p.id = c.person_id left join office_card o on o.id = c.office_id
               left join request_receipt t on t.id = c.receipt_id
              where c.request_id = $1 and (c.hidden_at is null or cast($2 as bigint) = 1) order by c.id",
            args![request, i64::from(inside)],
        )
        .await?)
}

/// Says something. The answer to a question of the office gives the request back to it.
pub async fn say(tx: &mut Tx, request: RequestId, voice: Voice<'_>, body: &str) -> Result<()> {
    let request = Request::find_in(tx, request).await?;
    let length = body.chars().count();
    if length == 0 || length > MAX {
        return Err(Error::field("testo", "error-request-comment"));
    }
    let (person, receipt, office) = match voice {
        Voice::Holder(receipt) => (receipt.person_id, Some(receipt.id), None),
        Voice::Person(person) if request.comments => (Some(person), None, None),
        Voice::Person(_) => return Err(Error::Forbidden),
        Voice::Office(actor, office) => (actor.person, None, Some(office)),
    };
    let now = tx.now();
    let id = kit::ids::next(now);
    let again: Option<(i64,)> = tx
        .maybe(
            "select id from request_comment where request_id = $1 and body = $2 and created_at > $3
                and coalesce(receipt_id, person_id, 0) = coalesce(cast($4 as bigint), cast($5 as bigint), 0)",
            args![request.id, body, now.plus(-kit::clock::MINUTE), receipt, person],
        )
        .await?;
    if again.is_some() {
        return Ok(()); // a double click
    }
    tx.run(
        "insert into request_comment (id, request_id, person_id, receipt_id, office_id, body, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, request.id, person, receipt, office, body, now],
    )
    .await?;
    let touches = [tag(&request.number)];
    let (actor, data) = (person.map(|person| person.0), json!({ "comment": id.to_string() }));
    record(tx, Event { kind: "request.commented", actor, subject_kind: "request", subject: request.id.0, data, touches: &touches }).await?;
    let answers = matches!(voice, Voice::Holder(receipt) if receipt.first) && request.status == Status::Asked;
    if answers {
        let one = Move { to: Status::Taken, by: Mover::Citizen, words: "", officer: None, kind: StepKind::Moved };
        make(tx, request.id, person, &one).await?;
    }
    Ok(())
}

/// Hides a comment, or shows it again.
pub async fn hide(tx: &mut Tx, actor: &Actor, request: &Request, comment: i64, hidden: bool) -> Result<()> {
    let now = tx.now();
    let done = tx
        .run(
            "update request_comment set hidden_at = $3 where id = $2 and request_id = $1",
            args![request.id, comment, hidden.then_some(now)],
        )
        .await?;
    if done == 0 {
        return Err(Error::NotFound);
    }
    tx.touch(tag(&request.number));
    let word = if hidden { "hidden" } else { "shown" };
    super::acts::audited(tx, actor, "request.comment_shown", request, None, Some(word.to_owned())).await
}
