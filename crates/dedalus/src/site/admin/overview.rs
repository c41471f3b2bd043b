//! /amministrazione — the tiles: how many, how well, how much room, and what waits for a person.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::i18n::{Lang, grouped};
use kit::jobs::{self, State};

use super::disk;
use crate::identity::Figures;
use crate::quality::{self, ClaritySummary};
use crate::shell::{App, Frame, page};

#[derive(Template)]
#[template(path = "site/templates/admin_overview.html")]
struct OverviewPage {
    frame: Frame,
    figures: Figures,
    jobs: Counts,
    mail: Counts,
    clarity: ClaritySummary,
    clarity_mean: String,
    engine: &'static str,
    engine_version: String,
    database_bytes: String,
    version: &'static str,
    disk: Option<(String, String)>,
    /// Jobs that wait for a person.
    stuck: i64,
    /// Less than a tenth of the disk is free.
    disk_low: bool,
}

impl OverviewPage {
    fn number(&self, number: &i64) -> String {
        grouped(*number, self.frame.lang)
    }
}

/// How many jobs are in each state that somebody looks at.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) waiting: i64,
    pub(super) running: i64,
    pub(super) done: i64,
    pub(super) dead: i64,
    pub(super) verify: i64,
}

impl Counts {
    pub(super) fn of(rows: &[(State, i64)]) -> Self {
        let count = |state| rows.iter().find(|(known, _)| *known == state).map_or(0, |(_, n)| *n);
        Self {
            waiting: count(State::Waiting),
            running: count(State::Running),
            done: count(State::Done),
            dead: count(State::Dead),
            verify: count(State::Verify),
        }
    }

    /// Those that wait for a person.
    pub(super) fn stuck(self) -> i64 {
        self.dead + self.verify
    }
}

/// A mean as the language writes it: the summary's own has a comma.
pub(super) fn mean(summary: &ClaritySummary, lang: Lang) -> String {
    if lang == Lang::En { summary.mean().replace(',', ".") } else { summary.mean() }
}

/// GET /amministrazione
pub async fn show(app: App, frame: Frame) -> Result<Response> {
    let (figures, jobs, mail, clarity) = tokio::try_join!(
        Figures::at(&app.db, app.now()),
        jobs::counts(&app.db),
        jobs::counts_of(&app.db, kit::mail::KIND),
        quality::total(&app.db),
    )?;
    let (engine_version, database) = app.db.about().await?;
    let lang = frame.lang;
    let room = disk::room(&app.config);
    page(&OverviewPage {
        figures,
        stuck: Counts::of(&jobs).stuck(),
        jobs: Counts::of(&jobs),
        mail: Counts::of(&mail),
        clarity_mean: mean(&clarity, lang),
        clarity,
        engine: app.db.engine().name(),
        engine_version,
        database_bytes: disk::bytes(u64::try_from(database).unwrap_or_default(), lang),
        version: env!("CARGO_PKG_VERSION"),
        disk: room.map(|(free, whole)| (disk::bytes(free, lang), disk::bytes(whole, lang))),
        disk_low: room.is_some_and(|(free, whole)| free < whole / 10),
        frame,
    })
}
