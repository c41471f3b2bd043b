//! The territory's work behind the pages.

use std::time::Duration;

use kit::jobs::{Every, Kind, Recurring};

use super::import::{clear_gone, run_import};
use crate::shell::App;

/// The kinds of job.
pub fn kinds() -> Vec<Kind<App>> {
    let long = Duration::from_secs(1800);
    vec![
        Kind { timeout: long, ..Kind::new("territory.import", |app, job| Box::pin(run_import(app, job))) },
        Kind { timeout: long, ..Kind::new("territory.clear", |app, job| Box::pin(clear_gone(app, job))) },
    ]
}

/// What comes back.
pub fn recurring() -> Vec<Recurring> {
    vec![Recurring { name: "territory.clear", every: Every::Day(3, 50) }]
}
