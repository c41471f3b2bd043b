//! The square's recurring work: drafts nobody published, words nobody can take back, files nobody names.

use std::sync::Arc;
use std::time::Duration;

use kit::Result;
use kit::events::Reaction;
use kit::jobs::{Every, Job, Kind, Recurring};

use super::{picture, remove, web};
use crate::shell::App;

/// Rows of one turn: a turn must not keep others waiting.
const BATCH: i64 = 100;
/// A file is left alone for this long: somebody may be about to name it.
const YOUNG: Duration = Duration::from_secs(24 * 3600);

/// The kinds of job the square does.
pub fn kinds() -> Vec<Kind<App>> {
    vec![
        Kind { timeout: Duration::from_secs(600), ..Kind::new("social.sweep", |app, job| Box::pin(sweep(app, job))) },
        Kind { timeout: Duration::from_secs(3600), ..Kind::new("social.collect", |app, job| Box::pin(collect(app, job))) },
    ]
}

/// What comes back.
pub fn recurring() -> Vec<Recurring> {
    vec![Recurring { name: "social.sweep", every: Every::Day(2, 50) }, Recurring { name: "social.collect", every: Every::Day(4, 10) }]
}

/// Which jobs follow which events: none yet; notifications and federation will listen to the same facts.
pub fn reactions() -> Vec<Reaction> {
    Vec::new()
}

async fn sweep(app: App, job: Arc<Job>) -> Result<()> {
    let batch = usize::try_from(BATCH).unwrap_or(usize::MAX);
    while app.db.write(async |tx| remove::forget(tx, BATCH).await).await? == batch {}
    while app.db.write(async |tx| picture::sweep(tx, BATCH).await).await? == batch {}
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
