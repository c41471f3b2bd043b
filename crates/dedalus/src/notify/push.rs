//! Notices to devices: what is due is spread over each person's devices, one job a device, tried again while its push service is
//! away. Whether it may be read is asked when it is sent.

use std::sync::Arc;

use http::{StatusCode, header};
use kit::clock::{SECOND, Time};
use kit::jobs::{Job, NewJob, enqueue};
use kit::outbound::{Answer, Call, Refused};
use kit::{Error, Result, args};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use wire::push::Subscriber;

use super::device::{self, Device};
use super::group::{COLUMNS, Group, HEARD, JOINS, Row, gather};
use super::hours::Hours;
use super::push_key;
use super::reading;
use crate::identity::{Person, PersonId};
use crate::shell::App;

/// The job that spreads what is due.
pub const SPREAD: &str = "notify.push";
/// The job that sends to one device.
pub const SEND: &str = "notify.push_device";
/// Notices spread in one turn.
const BATCH: i64 = 200;
/// How long a push service keeps what its device does not fetch, in seconds.
const KEPT: u32 = 24 * 3600;
/// How often a push service may say "later".
const LATER: u32 = 8;
/// The longest wait a push service may ask for, in seconds.
const LONGEST_WAIT: i64 = 24 * 3600;
/// Characters of the text: with the rest of the message well below what fits.
const TEXT: usize = 300;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Errand {
    notice: i64,
    device: i64,
    #[serde(default)]
    later: u32,
}

impl Errand {
    fn job(&self) -> Result<NewJob> {
        Ok(NewJob::new(SEND, serde_json::to_value(self)?).attempts(8))
    }
}

/// Spreads what is due over the devices: the tick and the errands are one turn.
pub async fn spread(app: App, job: Arc<Job>) -> Result<()> {
    let batch = usize::try_from(BATCH).unwrap_or(usize::MAX);
    while app.db.write(async |tx| spread_some(tx).await).await? == batch {}
    job.complete(&app.db, async |_| Ok(())).await
}

async fn spread_some(tx: &mut kit::db::Tx) -> Result<usize> {
    let now = tx.now();
    let due: Vec<(i64, PersonId, Option<Time>)> =
        tx.all("select id, person_id, read_at from notice where push_at <= $1 order by push_at, id limit $2", args![now, BATCH]).await?;
    for (notice, person, read) in &due {
        tx.run("update notice set push_at = null where id = $1", args![*notice]).await?;
        if read.is_some() {
            continue;
        }
        let devices: Vec<(i64,)> = tx.all("select id from push_device where person_id = $1", args![*person]).await?;
        for (device,) in devices {
            enqueue(tx, Errand { notice: *notice, device, later: 0 }.job()?).await?;
        }
    }
    Ok(due.len())
}

/// What the service worker shows (`assets/sw.js`).
#[derive(Serialize)]
struct Message<'a> {
    title: &'a str,
    body: String,
    path: &'a str,
    tag: String,
}

/// Sends one notice to one device.
pub async fn send(app: App, job: Arc<Job>) -> Result<()> {
    let errand: Errand = job.read()?;
    let Some(device) = device::find(&app.db, errand.device).await? else { return done(&app, &job).await };
    let awake = Hours::of(&app.db, device.person_id).await?.awake(app.now(), &app.zone);
    if awake > app.now() {
        return put_off(&app, &job, errand, awake).await;
    }
    let Some((group, reader)) = shown(&app, errand.notice, device.person_id).await? else { return done(&app, &job).await };
    let message = Message {
        title: &app.config.town.name,
        body: group.sentence(reader.language).chars().take(TEXT).collect(),
        path: &group.path,
        tag: tag(&group),
    };
    let call = match request(&app, &device, &message).await {
        Ok(call) => call,
        Err(error) => return Err(job.give_up(error)),
    };
    match app.typed.send(call).await {
        Ok(answer) => answered(&app, &job, &errand, &answer).await,
        Err(Refused::Away(why)) => Err(Error::internal(why)),
        // It was taken, or it never will be; a second try would change neither.
        Err(refused) => Err(job.give_up(refused)),
    }
}

/// A push that comes late, and now it is quiet: it goes when that ends.
async fn put_off(app: &App, job: &Job, errand: Errand, until: Time) -> Result<()> {
    job.complete(&app.db, async |tx| {
        enqueue(tx, errand.job()?.at(until)).await?;
        Ok(())
    })
    .await
}

async fn done(app: &App, job: &Job) -> Result<()> {
    job.complete(&app.db, async |_| Ok(())).await
}

/// The notice as its reader may see it now; none once it is read, gone, or may no longer be read.
async fn shown(app: &App, notice: i64, person: PersonId) -> Result<Option<(Group, Person)>> {
    let sql = format!("select {COLUMNS} from notice n {JOINS} where n.id = $1 and n.person_id = $2 and n.read_at is null and {HEARD}");
    let rows: Vec<Row> = app.db.all(sql, args![notice, person]).await?;
    let (rows, names) = reading::readable(app, person, rows).await?;
    let Some(group) = gather(&rows, &names).into_iter().next() else { return Ok(None) };
    match Person::find(&app.db, person).await {
        Ok(reader) => Ok(Some((group, reader))),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Pushes of one group take each other's place: 32 characters at the most (RFC 8030 §5.4).
fn tag(group: &Group) -> String {
    let whole = Sha256::digest(format!("{}:{}:{}", group.subject.0, group.subject.1, group.words));
    whole.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

async fn request(app: &App, device: &Device, message: &Message<'_>) -> Result<Call> {
    let line = device.line(&app.secret)?;
    let subscriber = Subscriber::new(&line.public_key, &line.auth).map_err(Error::internal)?;
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| Error::internal(format!("no random numbers to be had: {error}")))?;
    let body = subscriber.encrypt(&serde_json::to_vec(message)?, &push_key::random_key()?, &salt).map_err(Error::internal)?;
    let endpoint = url::Url::parse(&line.endpoint).map_err(Error::internal)?;
    let sender = push_key::sender(app).await?;
    let contact = contact(app);
    let word = sender.word(&endpoint.origin().ascii_serialization(), &contact, app.now().millis() / 1000).map_err(Error::internal)?;
    http::Request::post(endpoint.as_str())
        .header(header::AUTHORIZATION, word)
        .header(header::CONTENT_ENCODING, "aes128gcm")
        .header(header::CONTENT_TYPE, "application/octet-stream")
        .header("ttl", KEPT)
        .header("urgency", "normal")
        .header("topic", &message.tag)
        .body(body)
        .map_err(Error::internal)
}

/// Whom a push service may write to (RFC 8292 §2.1).
fn contact(app: &App) -> String {
    match app.config.town.email.as_str() {
        "" => app.config.server.public_url.clone(),
        email => format!("mailto:{email}"),
    }
}

async fn answered(app: &App, job: &Job, errand: &Errand, answer: &Answer) -> Result<()> {
    let status = answer.status();
    if status.is_success() {
        return job.complete(&app.db, async |tx| device::used(tx, errand.device).await).await;
    }
    if matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE) {
        return job.complete(&app.db, async |tx| device::forget(tx, errand.device).await).await;
    }
    if let Some(wait) = wait(answer, app.now()).filter(|_| errand.later < LATER) {
        let next = Errand { later: errand.later + 1, ..errand.clone() };
        return job
            .complete(&app.db, async |tx| {
                let at = tx.now().plus(wait * SECOND);
                enqueue(tx, next.job()?.at(at)).await?;
                Ok(())
            })
            .await;
    }
    let why = format!("the push service answers {status}");
    if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS { Err(Error::internal(why)) } else { Err(job.give_up(why)) }
}

/// How long a service that has too much to do asks one to wait, in seconds (RFC 9110 §10.2.3).
fn wait(answer: &Answer, now: Time) -> Option<i64> {
    if !matches!(answer.status(), StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
        return None;
    }
    let said = answer.headers().get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    let seconds = said.parse::<i64>().ok().or_else(|| {
        let date = jiff::fmt::rfc2822::parse(said).ok()?;
        Some(Time::from(&date).since(now) / SECOND)
    })?;
    Some(seconds.clamp(1, LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, retry: &str) -> Answer {
        http::Response::builder().status(status).header(header::RETRY_AFTER, retry).body(Vec::new()).unwrap()
    }

    #[test]
    fn a_service_says_how_long_to_wait_in_seconds_or_as_a_date() {
        let now = Time::from_micros(784_111_777 * SECOND); // Sun, 06 Nov 1994 08:49:37 GMT
        assert_eq!(wait(&answer(429, "120"), now), Some(120));
        assert_eq!(wait(&answer(503, "Sun, 06 Nov 1994 08:50:37 GMT"), now), Some(60));
        assert_eq!(wait(&answer(429, "Sun, 06 Nov 1994 08:00:00 GMT"), now), Some(1));
        assert_eq!(wait(&answer(429, "999999999"), now), Some(LONGEST_WAIT));
        assert_eq!(wait(&answer(429, "soon"), now), None);
        assert_eq!(wait(&answer(500, "120"), now), None);
    }
}
