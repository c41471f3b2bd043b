//! Identity's recurring work: what has run out is forgotten.

use std::sync::Arc;

use kit::jobs::{Every, Job, Kind, Recurring};

use super::{device, once, provider_sign_up, reset, session, sign_up};
use crate::shell::App;

/// The kinds of job identity does.
pub fn kinds() -> Vec<Kind<App>> {
    vec![Kind::new("identity.sweep", |app, job| Box::pin(sweep(app, job)))]
}

/// What comes back.
pub fn recurring() -> Vec<Recurring> {
    vec![Recurring { name: "identity.sweep", every: Every::Day(3, 20) }]
}

async fn sweep(app: App, job: Arc<Job>) -> kit::Result<()> {
    job.complete(&app.db, async |tx| {
        session::sweep(tx).await?;
        sign_up::sweep(tx).await?;
        reset::sweep(tx).await?;
        once::sweep(tx).await?;
        provider_sign_up::sweep(tx).await?;
        device::sweep(tx).await?;
        Ok(())
    })
    .await
}
