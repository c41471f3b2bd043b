//! Requests among one's notices: a new report where somebody has an alert, and each step of what one asked or follows. Letters to
//! who holds a receipt are another matter (`letter.rs`): they go without an account, too.

use std::sync::Arc;

use kit::db::{Tx, Value, places};
use kit::events::Reaction;
use kit::jobs::Job;
use kit::{Error, Result, args};
use serde::Deserialize;

use super::alert::concerned;
use super::kind::RequestId;
use super::record::Request;
use super::status::Status;
use super::step::StepKind;
use super::visible::visible;
use crate::identity::PersonId;
use crate::notify::{By, Kind, Telling, tell};
use crate::shell::{App, Readable, Reader};

/// The job that tells who has an alert.
pub const NEAR: &str = "request.alert";
/// The job that tells who asked or follows.
pub const STEPS: &str = "request.notice";
/// Alerts of one turn.
const BATCH: usize = 500;

/// Which events are told.
pub fn reactions() -> Vec<Reaction> {
    let near = ["request.received", "request.shown"].into_iter().map(|on| Reaction { on, job: NEAR });
    let steps = ["request.moved", "request.commented"].into_iter().map(|on| Reaction { on, job: STEPS });
    near.chain(steps).collect()
}

/// Who answers for requests when a notice is about to be shown.
pub fn readers() -> Vec<Reader> {
    vec![Reader { kind: "request", ask: requests }]
}

fn requests(app: App, viewer: i64, ids: Vec<i64>) -> Readable {
    Box::pin(async move {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!("select r.id, r.title from request r where r.id in ({}) and {}", places(2, ids.len()), visible(1));
        let mut values = args![viewer];
        values.extend(ids.into_iter().map(Value::from));
        Ok(app.db.all(sql, values).await?)
    })
}

/// What happened, as the event says it.
#[derive(Deserialize)]
struct Happened {
    event: String,
    kind: String,
    actor: Option<String>,
    subject: String,
    data: Data,
}

#[derive(Deserialize, Default)]
struct Data {
    step: Option<String>,
}

impl Happened {
    fn request(&self) -> Result<RequestId> {
        self.subject.parse().map(RequestId).map_err(|_| Error::internal(format!("event {} names no request", self.event)))
    }
}

fn telling(kind: Kind, words: &'static str, request: i64, path: String, key: String) -> Telling {
    Telling { kind, words, subject: ("request", request), about: Some(("request", request)), by: By::Nobody, path, key }
}

/// A new report that everybody reads, to who has an alert for it. Asked again in each turn whether it is still so.
pub async fn near(app: App, job: Arc<Job>) -> Result<()> {
    let happened: Happened = job.read()?;
    let request = Request::find(&app.db, happened.request()?).await?;
    let one = telling(Kind::Nearby, "request-near", request.id.0, request.path(), format!("nearby:{}", request.id));
    let mut after = None;
    loop {
        let (people, more) = concerned(&app.db, &request, after, BATCH).await?;
        let goes_on = app
            .db
            .write(async |tx| {
                let now_is = Request::find_in(tx, request.id).await?;
                let open = now_is.is_public() && !now_is.status.is_closed();
                if open {
                    tell(tx, &app, &one, &people).await?;
                }
                Ok(open)
            })
            .await?;
        after = more;
        if after.is_none() || !goes_on {
            return job.complete(&app.db, async |_| Ok(())).await;
        }
    }
}

/// A step, to everybody with an account who holds a receipt or follows: each of their own request.
pub async fn steps(app: App, job: Arc<Job>) -> Result<()> {
    let happened: Happened = job.read()?;
    let by = happened.actor.as_ref().and_then(|actor| actor.parse::<PersonId>().ok());
    let id = happened.request()?;
    job.complete(&app.db, async |tx| {
        let request = Request::find_in(tx, id).await?;
        let step = happened.data.step.as_ref().and_then(|step| step.parse::<i64>().ok());
        let Some(words) = words(tx, &happened.kind, step).await? else { return Ok(()) };
        for one in listeners(tx, &request, words == "request-answered").await? {
            let people: Vec<PersonId> = [one.person_id].into_iter().filter(|person| Some(*person) != by).collect();
            let path = match &one.receipt {
                Some(receipt) => format!("/ricevute/{receipt}"),
                None => format!("/segnalazioni/{}", one.number),
            };
            // Who only follows is not the one who is asked.
            let words = if one.receipt.is_none() && words == "request-asked" { "request-moved" } else { words };
            let key = format!("request:{}:{}", happened.event, one.id);
            tell(tx, &app, &telling(Kind::Request, words, one.id.0, path, key), &people).await?;
        }
        Ok(())
    })
    .await
}

/// The sentence of an event; none for a step that is the office's alone.
async fn words(tx: &mut Tx, kind: &str, step: Option<i64>) -> Result<Option<&'static str>> {
    if kind == "request.commented" {
        return Ok(Some("request-commented"));
    }
    let found: Option<(StepKind, Option<Status>, bool)> =
        tx.maybe("select kind, status, public from request_step where id = $1", args![step.unwrap_or_default()]).await?;
    Ok(match found {
        Some((_, _, false)) | None => None,
        Some((StepKind::Moved, Some(Status::Asked), _)) => Some("request-asked"),
        Some((StepKind::Moved, Some(status), _)) if status.is_answer() => Some("request-answered"),
        Some(_) => Some("request-moved"),
    })
}

kit::row! {
    /// Somebody who is told, of which request, and by which receipt.
    struct Listener {
        person_id: PersonId,
        id: RequestId,
        number: String,
        receipt: Option<String>,
    }
}

/// Who holds a receipt of it, or of one that is the same while everybody reads this one or it is answered; and who follows.
async fn listeners(tx: &mut Tx, request: &Request, answered: bool) -> Result<Vec<Listener>> {
    let (public, wide) = (request.is_public(), request.is_public() || answered);
    Ok(tx
        .all(
            "with recursive same (id) as (select cast($1 as bigint) as id union select q.id from request q join same s on q.merged_into = s.id)
             select t.person_id, r.id, r.number, min(t.number) as receipt from request_receipt t join request r on r.id = t.request_id
              where t.person_id is not null and r.id in (select id from same) and (r.id = $1 or cast($2 as bigint) = 1)
              group by t.person_id, r.id, r.number
             union all
             select distinct f.person_id, r.id, r.number, cast(null as text) as receipt from request_follow f join request r on r.id = $1
              where f.request_id in (select id from same) and cast($3 as bigint) = 1
                and not exists (select 1 from request_receipt t where t.person_id = f.person_id and t.request_id in (select id from same))
              order by person_id, id",
            args![request.id, i64::from(wide), i64::from(public)],
        )
        .await?)
}
