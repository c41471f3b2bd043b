//! The square's recurring work: drafts nobody published, words nobody can take back, files nobody names.

use std::sync::Arc;
use std::time::Duration;

use kit::Result;
use kit::events::Reaction;
use kit::jobs::{Every, Job, Kind, Recurring};
use serde::Deserialize;

use super::{away, community, follow, moderation, notices, picture, poll, preview, recording, remove, search, unsent, web};
use crate::identity::PersonId;
use crate::shell::App;

/// Rows of one turn: a turn must not keep others waiting.
const BATCH: i64 = 100;
/// A file is left alone for this long: somebody may be about to name it.
const YOUNG: Duration = Duration::from_secs(24 * 3600);

/// The kinds of job the square does.
pub fn kinds() -> Vec<Kind<App>> {
    let mut kinds = moderation::kinds();
    kinds.extend([
        Kind { timeout: Duration::from_secs(600), ..Kind::new("social.sweep", |app, job| Box::pin(sweep(app, job))) },
        Kind::new("social.sleep", |app, job| Box::pin(sleep(app, job))),
        Kind { timeout: Duration::from_secs(3600), ..Kind::new("social.reread", |app, job| Box::pin(reread(app, job))) },
        Kind::new("social.opened", |app, job| Box::pin(opened(app, job))),
        Kind { timeout: Duration::from_secs(60), ..Kind::new(preview::KIND, |app, job| Box::pin(preview::fetch(app, job))) },
        Kind { timeout: Duration::from_secs(3600), ..Kind::new("social.collect", |app, job| Box::pin(collect(app, job))) },
        Kind { timeout: Duration::from_secs(3600), ..Kind::new(poll::OVER, |app, job| Box::pin(poll::over(app, job))) },
        Kind::new(away::KIND, |app, job| Box::pin(away::run(app, job))),
        Kind { timeout: Duration::from_secs(3600), ..Kind::new(notices::KIND, |app, job| Box::pin(notices::run(app, job))) },
    ]);
    kinds
}

/// What comes back.
pub fn recurring() -> Vec<Recurring> {
    let mut list = moderation::recurring();
    list.extend([
        Recurring { name: "social.sweep", every: Every::Day(2, 50) },
        Recurring { name: "social.sleep", every: Every::Day(3, 5) },
        Recurring { name: "social.reread", every: Every::Day(3, 20) },
        Recurring { name: "social.collect", every: Every::Day(4, 10) },
    ]);
    list
}

/// Which jobs follow which events.
pub fn reactions() -> Vec<Reaction> {
    let mut list = moderation::reactions();
    list.extend(notices::reactions());
    list.extend(away::reactions());
    list.push(Reaction { on: "person.opened_profile", job: "social.opened" });
    list
}

/// What a job reads of the event it follows.
#[derive(Deserialize)]
struct About {
    #[serde(deserialize_with = "kit::ids::from_text_or_number")]
    subject: i64,
}

/// A profile is private no more: who waited follows now.
async fn opened(app: App, job: Arc<Job>) -> Result<()> {
    let about: About = job.read()?;
    while app.db.write(async |tx| follow::accept_all(tx, PersonId(about.subject)).await).await? > 0 {}
    done(&app, &job).await
}

/// Communities that have been silent for a year sleep.
async fn sleep(app: App, job: Arc<Job>) -> Result<()> {
    let batch = usize::try_from(BATCH).unwrap_or(usize::MAX);
    while app.db.write(async |tx| community::sleep(tx, BATCH).await).await? == batch {}
    done(&app, &job).await
}

/// What an older program put into the search is read again by this one.
async fn reread(app: App, job: Arc<Job>) -> Result<()> {
    while app.db.write(async |tx| search::read_again(tx, BATCH).await).await? {}
    done(&app, &job).await
}

async fn sweep(app: App, job: Arc<Job>) -> Result<()> {
    let batch = usize::try_from(BATCH).unwrap_or(usize::MAX);
    while app.db.write(async |tx| remove::forget(tx, BATCH).await).await? == batch {}
    while app.db.write(async |tx| picture::sweep(tx, BATCH).await).await? == batch {}
    while app.db.write(async |tx| recording::sweep(tx, BATCH).await).await? == batch {}
    while app.db.write(async |tx| unsent::sweep(tx, BATCH).await).await? == BATCH.unsigned_abs() {}
    tokio::task::spawn_blocking(web::sweep_half_sent).await?;
    done(&app, &job).await
}

async fn collect(app: App, job: Arc<Job>) -> Result<()> {
    let house = app.clone();
    let names = move |file| {
        let house = house.clone();
        async move { kit::personal::names_blob(&house.db, &house.holdings, file).await }
    };
    let found = app.blobs.collect(YOUNG, names).await?;
    tracing::info!(kept = found.kept, deleted = found.deleted, freed = found.freed, "files that nobody names were collected");
    done(&app, &job).await
}

/// Nothing is left to write but that the job is done.
async fn done(app: &App, job: &Job) -> Result<()> {
    job.complete(&app.db, async |_| Ok(())).await
}
