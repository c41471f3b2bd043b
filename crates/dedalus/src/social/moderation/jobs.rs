//! Moderation's work behind the pages: letters after decisions, decisions whose time is over, batches, retention.

use std::sync::Arc;
use std::time::Duration;

use kit::clock::DAY;
use kit::events::Reaction;
use kit::jobs::{Every, Job, Kind, Recurring};
use kit::{Result, args};

use super::batch;
use super::lift::{How, end_suspensions, lift};
use super::{report, reporter, tell};
use crate::identity::PersonId;
use crate::shell::{App, catalog};

/// Rows of one turn.
const ROWS: i64 = 200;

/// The kinds of job.
pub fn kinds() -> Vec<Kind<App>> {
    vec![
        Kind::new("moderation.tell", |app, job| Box::pin(tell_decided(app, job))),
        Kind::new("moderation.tell_undone", |app, job| Box::pin(tell_undone(app, job))),
        Kind::new("moderation.tell_appeal", |app, job| Box::pin(tell_appeal(app, job))),
        Kind::new("moderation.let_in", |app, job| Box::pin(let_in(app, job))),
        Kind::new("moderation.lift", |app, job| Box::pin(over(app, job))),
        Kind { timeout: Duration::from_secs(600), ..Kind::new("moderation.batch", |app, job| Box::pin(hide(app, job))) },
        Kind { timeout: Duration::from_secs(600), ..Kind::new("moderation.batch_back", |app, job| Box::pin(bring_back(app, job))) },
        Kind { timeout: Duration::from_secs(600), ..Kind::new("moderation.sweep", |app, job| Box::pin(sweep(app, job))) },
    ]
}

/// What comes back.
pub fn recurring() -> Vec<Recurring> {
    vec![Recurring { name: "moderation.sweep", every: Every::Day(3, 20) }]
}

/// Letters follow decisions.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction { on: "moderation.decided", job: "moderation.tell" },
        Reaction { on: "moderation.undone", job: "moderation.tell_undone" },
        Reaction { on: "appeal.decided", job: "moderation.tell_appeal" },
        Reaction { on: "person.reactivated", job: "moderation.let_in" },
    ]
}

/// A number in a job's payload.
fn number(job: &Job, name: &str) -> Result<i64> {
    let said = job.payload.get(name).and_then(|value| value.as_str()).and_then(|text| text.parse().ok());
    said.ok_or_else(|| job.give_up(format!("the job names no {name}")))
}

async fn tell_decided(app: App, job: Arc<Job>) -> Result<()> {
    let decision = number(&job, "subject")?;
    job.complete(&app.db, async |tx| tell::decided(tx, &app, decision).await).await
}

async fn tell_undone(app: App, job: Arc<Job>) -> Result<()> {
    let decision = number(&job, "subject")?;
    job.complete(&app.db, async |tx| tell::undone(tx, &app, decision).await).await
}

async fn tell_appeal(app: App, job: Arc<Job>) -> Result<()> {
    let appeal = number(&job, "subject")?;
    job.complete(&app.db, async |tx| tell::appealed(tx, &app, appeal).await).await
}

/// Administration has let somebody in: the suspensions that stood until then are over, and end none that comes after.
async fn let_in(app: App, job: Arc<Job>) -> Result<()> {
    let (event, person) = (number(&job, "event")?, number(&job, "subject")?);
    job.complete(&app.db, async |tx| end_suspensions(tx, PersonId(person), event).await).await
}

/// A limit or a suspension ends at its minute.
async fn over(app: App, job: Arc<Job>) -> Result<()> {
    let decision = number(&job, "decision")?;
    job.complete(&app.db, async |tx| lift(tx, decision, How::Time, None, "").await.map(|_| ())).await
}

async fn hide(app: App, job: Arc<Job>) -> Result<()> {
    let id = number(&job, "batch")?;
    while app.db.write(async |tx| batch::hide_some(tx, id).await).await? > 0 {}
    job.complete(&app.db, async |_| Ok(())).await
}

async fn bring_back(app: App, job: Arc<Job>) -> Result<()> {
    let id = number(&job, "batch")?;
    let reason = catalog().fixed(kit::i18n::Lang::default(), "batch-undone-reason").to_owned();
    while app.db.write(async |tx| batch::back_some(tx, id, &reason).await).await? {}
    job.complete(&app.db, async |_| Ok(())).await
}

/// Retention: what reports said, and warnings that are over.
async fn sweep(app: App, job: Arc<Job>) -> Result<()> {
    while app.db.write(async |tx| report::forget(tx, ROWS).await).await? > 0 {}
    while app.db.write(async |tx| reporter::forget(tx, ROWS).await).await? > 0 {}
    job.complete(&app.db, async |tx| {
        let before = tx.now().plus(-DAY);
        tx.run("delete from screen_warning where created_at < $1", args![before]).await?;
        Ok(())
    })
    .await
}
