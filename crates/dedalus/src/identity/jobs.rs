//! Identity's work: what has run out is forgotten, copies are made, accounts that are over end.

use std::sync::Arc;
use std::time::Duration;

use kit::jobs::{Every, Job, Kind, Recurring};

use super::holdings::AUDIT_KEPT;
use super::{
    archive, audit, data_export, data_request, device, erase, glass, inactive, oauth, once, provider_sign_up, reset, session, sign_up,
};
use crate::shell::App;

/// Rows of the audit that go in one turn.
const BATCH: i64 = 200;
/// How long a long job may take for one try.
const LONG: Duration = Duration::from_secs(3600);

/// The kinds of job identity does.
pub fn kinds() -> Vec<Kind<App>> {
    vec![
        Kind::new("identity.sweep", |app, job| Box::pin(sweep(app, job))),
        Kind { timeout: LONG, ..Kind::new("identity.lives", |app, job| Box::pin(lives(app, job))) },
        Kind { timeout: LONG, ..Kind::new(erase::KIND, |app, job| Box::pin(erase::run(app, job))) },
        Kind { timeout: LONG, ..Kind::new(data_export::KIND, |app, job| Box::pin(data_export::run(app, job))) },
    ]
}

/// What comes back.
pub fn recurring() -> Vec<Recurring> {
    vec![Recurring { name: "identity.sweep", every: Every::Day(3, 20) }, Recurring { name: "identity.lives", every: Every::Day(5, 30) }]
}

async fn sweep(app: App, job: Arc<Job>) -> kit::Result<()> {
    tokio::task::spawn_blocking(archive::sweep_half_made).await?;
    while app.db.write(async |tx| keep_proof(tx).await).await? > 0 {}
    job.complete(&app.db, async |tx| {
        session::sweep(tx).await?;
        sign_up::sweep(tx).await?;
        reset::sweep(tx).await?;
        once::sweep(tx).await?;
        provider_sign_up::sweep(tx).await?;
        device::sweep(tx).await?;
        oauth::sweep(tx).await?;
        data_request::sweep(tx, &app).await?;
        Ok(())
    })
    .await
}

/// Forgets some of what proved who did what, once its time is over; how many.
async fn keep_proof(tx: &mut kit::db::Tx) -> kit::Result<u64> {
    let before = tx.now().plus(-AUDIT_KEPT);
    Ok(audit::sweep(tx, before, BATCH).await? + glass::sweep(tx, before, BATCH).await?)
}

/// Accounts nobody uses are warned, and those whose grace is over end. Up to some hundred a run; the next day goes on.
async fn lives(app: App, job: Arc<Job>) -> kit::Result<()> {
    let (warned, begun) = inactive::run(&app).await?;
    let over = erase::begin(&app.db).await?;
    tracing::info!(warned, begun, over, "accounts were looked through");
    job.complete(&app.db, async |_| Ok(())).await
}
