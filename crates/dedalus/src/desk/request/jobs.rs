//! What follows: letters after each step, the question after four weeks, drafts that nobody sent.

use std::sync::Arc;

use kit::db::Tx;
use kit::events::Reaction;
use kit::i18n::dates::{Year, day_long};
use kit::jobs::{Every, Job, Kind, Recurring};
use kit::{Result, args};
use serde::Deserialize;

use super::kind::RequestId;
use super::letter::{Heard, readers, send};
use super::record::Request;
use super::status::Status;
use super::step::StepKind;
use super::{acts, draft, notices, words};
use crate::identity::PersonId;
use crate::shell::{App, catalog};

/// The job that writes the letters of an event.
const TELL: &str = "request.tell";
/// Rows of one turn.
const BATCH: i64 = 100;

/// The kinds of job.
pub fn kinds() -> Vec<Kind<App>> {
    vec![
        Kind::new(notices::NEAR, |app, job| Box::pin(notices::near(app, job))),
        Kind::new(notices::STEPS, |app, job| Box::pin(notices::steps(app, job))),
        Kind::new(TELL, |app, job| Box::pin(tell(app, job))),
        Kind::new("request.ask", |app, job| Box::pin(ask(app, job))),
        Kind::new("request.sweep", |app, job| Box::pin(sweep(app, job))),
    ]
}

/// What comes back.
pub fn recurring() -> Vec<Recurring> {
    vec![Recurring { name: "request.ask", every: Every::Day(9, 30) }, Recurring { name: "request.sweep", every: Every::Day(2, 20) }]
}

/// Which events write letters.
pub fn reactions() -> Vec<Reaction> {
    let letters = ["request.received", "request.joined", "request.moved", "request.commented"];
    letters.into_iter().map(|on| Reaction { on, job: TELL }).chain(notices::reactions()).collect()
}

/// What happened, as the event says it.
#[derive(Deserialize)]
struct Happened {
    kind: String,
    actor: Option<String>,
    subject: String,
    data: Data,
}

#[derive(Deserialize, Default)]
struct Data {
    step: Option<String>,
    comment: Option<String>,
    receipt: Option<String>,
}

fn number(text: Option<&String>) -> i64 {
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

async fn tell(app: App, job: Arc<Job>) -> Result<()> {
    let happened: Happened = job.read()?;
    let id = RequestId(number(Some(&happened.subject)));
    let by = happened.actor.as_ref().and_then(|actor| actor.parse::<PersonId>().ok());
    job.complete(&app.db, async |tx| {
        let request = Request::find_in(tx, id).await?;
        match happened.kind.as_str() {
            "request.received" | "request.joined" => received(&app, tx, &request, happened.data.receipt.as_deref()).await,
            "request.commented" => commented(&app, tx, &request, number(happened.data.comment.as_ref()), by).await,
            _ => moved(&app, tx, &request, number(happened.data.step.as_ref()), by).await,
        }
    })
    .await
}

/// The summary, to who has the receipt: its author's, or that of somebody with the same problem.
async fn received(app: &App, tx: &mut Tx, request: &Request, receipt: Option<&str>) -> Result<()> {
    let number = receipt.unwrap_or(&request.number);
    let own = format!("/ricevute/{number}/");
    let all = readers(app, tx, request, Heard::ByHolders, None).await?;
    for to in all.into_iter().map(|told| told.to).filter(|to| to.path.starts_with(&own)) {
        let due = day_long(request.due_at, &app.zone, to.language, Year::Said);
        let place = if request.address.is_empty() { "–" } else { &request.address };
        let days = request.days.to_string();
        let more = [
            ("number", number),
            ("title", request.title.as_str()),
            ("place", place),
            ("body", request.body.as_str()),
            ("office", request.office.as_str()),
            ("due", due.as_str()),
            ("days", days.as_str()),
        ];
        send(tx, app, &to, "mail-request-received", &more).await?;
    }
    Ok(())
}

async fn moved(app: &App, tx: &mut Tx, request: &Request, step: i64, by: Option<PersonId>) -> Result<()> {
    let found: Option<(StepKind, Option<Status>, String, bool)> =
        tx.maybe("select kind, status, words, public from request_step where id = $1", args![step]).await?;
    let Some((kind, status, words, true)) = found else { return Ok(()) };
    let what = match (kind, status) {
        (StepKind::HandedOver, _) => "mail-request-handed-over",
        (StepKind::Merged | StepKind::Split, _) => "mail-request-moved",
        (_, Some(Status::Asked)) => "mail-request-asked",
        (_, Some(status)) if status.is_answer() => "mail-request-answered",
        _ => "mail-request-moved",
    };
    let heard = if what == "mail-request-answered" { Heard::AsAnswer } else { Heard::ByFollowers };
    for told in readers(app, tx, request, heard, by).await? {
        let state = status.map_or("", |status| catalog().fixed(told.to.language, status.key()));
        let words = if words.is_empty() { "–" } else { &words };
        let more = [
            ("number", told.number.as_str()),
            ("title", told.title.as_str()),
            ("office", request.office.as_str()),
            ("state", state),
            ("words", words),
        ];
        send(tx, app, &told.to, what, &more).await?;
    }
    Ok(())
}

async fn commented(app: &App, tx: &mut Tx, request: &Request, comment: i64, by: Option<PersonId>) -> Result<()> {
    let found: Option<(String, Option<String>)> = tx
        .maybe(
            "select c.body, t.email from request_comment c left join request_receipt t on t.id = c.receipt_id
              where c.id = $1 and c.hidden_at is null",
            args![comment],
        )
        .await?;
    let Some((words, author)) = found else { return Ok(()) };
    let others = readers(app, tx, request, Heard::ByFollowers, by).await?;
    for told in others.into_iter().filter(|told| author.as_ref() != Some(&told.to.email)) {
        let more = [("number", told.number.as_str()), ("title", told.title.as_str()), ("words", words.as_str())];
        send(tx, app, &told.to, "mail-request-commented", &more).await?;
    }
    Ok(())
}

/// Four weeks after a solution: does it still work?
async fn ask(app: App, job: Arc<Job>) -> Result<()> {
    loop {
        let asked = app
            .db
            .write(async |tx| {
                let now = tx.now();
                let due: Vec<(RequestId,)> = tx
                    .all(
                        "select r.id from request r where r.status = 'solved' and r.kind = 'report' and r.asked_at is null
                            and r.closed_at <= $1 and r.closed_at > $2 order by r.id limit $3",
                        args![now.plus(-acts::ASK_AFTER), now.plus(-acts::ASK_AFTER - acts::ASK_FOR), BATCH],
                    )
                    .await?;
                for (id,) in &due {
                    let request = Request::find_in(tx, *id).await?;
                    tx.run("update request set asked_at = $2 where id = $1", args![*id, now]).await?;
                    for told in readers(&app, tx, &request, Heard::ByAllHolders, None).await? {
                        let more = [("number", told.number.as_str()), ("title", told.title.as_str())];
                        send(tx, &app, &told.to, "mail-request-works", &more).await?;
                    }
                }
                Ok(due.len())
            })
            .await?;
        if asked < usize::try_from(BATCH).unwrap_or(usize::MAX) {
            return job.complete(&app.db, async |_| Ok(())).await;
        }
    }
}

async fn sweep(app: App, job: Arc<Job>) -> Result<()> {
    while app.db.write(async |tx| draft::sweep(tx, BATCH).await).await? == BATCH.unsigned_abs() {}
    while app.db.write(async |tx| words::read_again(tx, BATCH).await).await? {}
    job.complete(&app.db, async |_| Ok(())).await
}
