//! The work behind notices: mails, pushes, forgetting.

use std::sync::Arc;
use std::time::Duration;

use kit::Result;
use kit::jobs::{Every, Job, Kind, Recurring};

use super::{digest, push, sweep};
use crate::shell::App;

/// Rows of one turn.
const BATCH: i64 = 500;
/// How long a long job may take for one try.
const LONG: Duration = Duration::from_secs(3600);

/// The kinds of job this floor does.
pub fn kinds() -> Vec<Kind<App>> {
    vec![
        Kind { timeout: LONG, ..Kind::new(digest::KIND, |app, job| Box::pin(digest::run(app, job))) },
        Kind { timeout: LONG, ..Kind::new(push::SPREAD, |app, job| Box::pin(push::spread(app, job))) },
        Kind::new(push::SEND, |app, job| Box::pin(push::send(app, job))),
        Kind { timeout: LONG, ..Kind::new("notify.sweep", |app, job| Box::pin(forget(app, job))) },
    ]
}

/// What comes back.
pub fn recurring() -> Vec<Recurring> {
    vec![Recurring { name: "notify.sweep", every: Every::Day(3, 5) }]
}

async fn forget(app: App, job: Arc<Job>) -> Result<()> {
    let batch = u64::try_from(BATCH).unwrap_or(u64::MAX);
    while app.db.write(async |tx| sweep::forget(tx, BATCH).await).await? == batch {}
    job.complete(&app.db, async |_| Ok(())).await
}
