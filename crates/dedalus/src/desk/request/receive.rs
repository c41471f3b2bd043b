//! A request comes in: whatever the channel, one pipeline. The number is given at this moment, which is the time of receipt.

use jiff::tz::TimeZone;
use kit::clock::Time;
use kit::db::Tx;
use kit::events::{Event, record};
use kit::i18n::Lang;
use kit::{Result, args};
use serde_json::json;

use super::category::CategoryId;
use super::draft::Draft;
use super::kind::{Kind, RequestId};
use super::photo;
use super::question::Answered;
use super::receipt::ReceiptId;
use super::status::{Stage, Status};
use super::step::{self, NewStep, StepKind};
use super::term::{due, last_moment};
use super::visible::{TAG, tag};
use super::words;
use crate::desk::{Channel, ReceiptNumber};
use crate::identity::{Calendar, OfficeId, PersonId};
use crate::territory::Point;

/// Who asks, and how to reach them.
#[derive(Debug, Clone)]
pub struct Author {
    /// With an account.
    pub person: Option<PersonId>,
    /// Name.
    pub name: String,
    /// Address of mail; may be empty at the counter.
    pub email: String,
    /// Telephone; may be empty.
    pub phone: String,
    /// Language of letters.
    pub language: Lang,
}

/// A request about to be.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// What is asked for.
    pub kind: Kind,
    /// How it came in.
    pub channel: Channel,
    /// Its category.
    pub category: Option<CategoryId>,
    /// The office it goes to.
    pub office: OfficeId,
    /// Days to answer.
    pub days: i64,
    /// Title.
    pub title: String,
    /// Details.
    pub body: String,
    /// Answers to the category's questions.
    pub answers: Vec<Answered>,
    /// Where, in words.
    pub address: String,
    /// Where.
    pub point: Option<Point>,
    /// Only its author and the office read it.
    pub private: bool,
    /// May everybody read the author's name?
    pub show_name: bool,
    /// Who asks.
    pub author: Author,
    /// Who wrote it down for them.
    pub operator: Option<PersonId>,
    /// The draft it comes from.
    pub draft: Option<i64>,
    /// The form's key: a second time is the same request.
    pub once_key: Option<String>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The request.
    pub request: RequestId,
    /// The receipt.
    pub receipt: ReceiptId,
    /// Its number as people say it.
    pub number: String,
    /// It was there already: the same form a second time.
    pub again: bool,
}

kit::row! {
    struct Known {
        request: RequestId,
        receipt: ReceiptId,
        number: String,
    }
}

impl From<Known> for Received {
    fn from(known: Known) -> Self {
        Self { request: known.request, receipt: known.receipt, number: known.number, again: true }
    }
}

/// What a draft has become already, or a form with this key.
async fn known(tx: &mut Tx, new: &NewRequest) -> Result<Option<Received>> {
    let sql = "select t.request_id as request, t.id as receipt, t.number from request_receipt t";
    if let Some(draft) = new.draft
        && let Some(receipt) = Draft::find_in(tx, draft).await?.receipt
    {
        let found: Known = tx.one(format!("{sql} where t.id = $1"), args![receipt]).await?;
        return Ok(Some(found.into()));
    }
    let Some(key) = &new.once_key else { return Ok(None) };
    let found: Option<Known> =
        tx.maybe(format!("{sql} join request r on r.id = t.request_id where r.once_key = $1 and t.first = 1"), args![key]).await?;
    Ok(found.map(Received::from))
}

/// Takes a request in: number, row, receipt, first step of its story, event. A draft that was sent already, or a form with the
/// same key, leads to the same receipt.
pub async fn receive(tx: &mut Tx, zone: &TimeZone, new: &NewRequest) -> Result<Received> {
    if let Some(before) = known(tx, new).await? {
        return Ok(before);
    }
    let now = tx.now();
    let number = ReceiptNumber::next(tx, new.channel, zone).await?.to_string();
    let request = RequestId::next(now);
    let term = due(&Calendar::load_in(tx).await?, now, new.days, zone);
    insert(tx, request, &number, now, last_moment(&term, zone), new).await?;
    let receipt = give_receipt(tx, request, &number, &new.author, new.channel, true).await?;
    let first = NewStep {
        kind: StepKind::Received,
        status: Some(Status::Received),
        office: Some(new.office),
        person: new.operator,
        words: "",
        public: true,
    };
    let step = step::write(tx, request, first).await?;
    if let Some(draft) = new.draft {
        photo::hand_on(tx, draft, request).await?;
        Draft::became(tx, draft, receipt).await?;
    }
    let actor = new.operator.or(new.author.person).map(|person| person.0);
    let touches = [TAG.to_owned(), tag(&number)];
    let data = json!({ "step": step.to_string() });
    record(tx, Event { kind: "request.received", actor, subject_kind: "request", subject: request.0, data, touches: &touches }).await?;
    Ok(Received { request, receipt, number, again: false })
}

async fn insert(tx: &mut Tx, id: RequestId, number: &str, now: Time, due_at: Time, new: &NewRequest) -> Result<()> {
    tx.run(
        "insert into request (id, number, kind, channel, category_id, office_id, title, body, answers, address, lat, lon, private, author_id,
                              show_name, operator_id, status, stage, days, received_at, due_at, answer, once_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, '', $22)",
        args![
            id,
            number,
            new.kind,
            new.channel,
            new.category,
            new.office,
            &new.title,
            &new.body,
            serde_json::to_string(&new.answers)?,
            &new.address,
            new.point.map(|point| point.lat),
            new.point.map(|point| point.lon),
            new.private,
            new.author.person,
            new.show_name,
            new.operator,
            Status::Received,
            Stage::Open,
            new.days,
            now,
            due_at,
            new.once_key.clone()
        ],
    )
    .await?;
    words::put(tx, id, now, &new.title, &new.address, &new.body).await
}

/// Gives a receipt.
pub async fn give_receipt(
    tx: &mut Tx,
    request: RequestId,
    number: &str,
    author: &Author,
    channel: Channel,
    first: bool,
) -> Result<ReceiptId> {
    let now = tx.now();
    let id = ReceiptId::next(now);
    tx.run(
        "insert into request_receipt (id, number, request_id, first, person_id, name, email, phone, language, channel, follows, created_at,
                                      rating_reason)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '')",
        args![
            id,
            number,
            request,
            first,
            author.person,
            &author.name,
            &author.email,
            &author.phone,
            author.language,
            channel,
            !author.email.is_empty(),
            now
        ],
    )
    .await?;
    Ok(id)
}
