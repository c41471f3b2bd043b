//! /amministrazione/lavori — what the house does by itself: what waits, what failed and why, what comes back.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::i18n::grouped;
use kit::jobs::{self, Filter, JobId, JobRow, RecurringRow, State};

use super::dotted;
use crate::identity::{Entry, Viewer, note};
use crate::shell::{App, Frame, Listing, PIECE, Query, ROWS, Sheet, csv, page, piece_after, see};

/// A job in words.
pub(super) struct JobView {
    pub(super) row: JobRow,
    pub(super) kind: String,
    pub(super) state: &'static str,
    pub(super) state_class: &'static str,
    /// What happened and who must do something.
    pub(super) sentence: String,
}

impl JobView {
    pub(super) fn new(frame: &Frame, row: JobRow) -> Self {
        let (state, state_class, sentence) = match row.state {
            State::Waiting if row.attempts > 0 => ("job-waiting", "ded-tag ded-tag--warn", "job-again"),
            State::Waiting => ("job-waiting", "ded-tag ded-tag--sea", "job-soon"),
            State::Running => ("job-running", "ded-tag ded-tag--sea", "job-now"),
            State::Done => ("job-done", "ded-tag ded-tag--ok", "job-over"),
            State::Dead => ("job-dead", "ded-tag ded-tag--late", "job-gave-up"),
            State::Verify => ("job-verify", "ded-tag ded-tag--warn", "job-look"),
        };
        let when = frame.when(if row.state == State::Done { row.finished_at.as_ref().unwrap_or(&row.run_at) } else { &row.run_at });
        let sentence = frame.t2(sentence, "when", &when, "tries", &row.attempts.to_string());
        Self { kind: dotted(frame, "job-kind", &row.kind), state: frame.t(state), state_class, sentence, row }
    }

    /// May a person give it another round of tries?
    pub(super) fn may_retry(&self) -> bool {
        matches!(self.row.state, State::Dead | State::Verify)
    }

    pub(super) fn cells(&self, frame: &Frame) -> [String; 8] {
        let row = &self.row;
        [
            row.id.to_string(),
            row.kind.clone(),
            self.state.to_owned(),
            frame.machine(&row.created_at),
            frame.machine(&row.run_at),
            row.attempts.to_string(),
            row.max_attempts.to_string(),
            row.last_error.clone().unwrap_or_default(),
        ]
    }
}

/// A filter that is a link: its value, its words, how many it would show.
pub(super) struct Chip {
    pub(super) value: String,
    pub(super) words: String,
    pub(super) count: String,
}

#[derive(Template)]
#[template(path = "site/templates/admin_jobs.html")]
struct JobsPage {
    frame: Frame,
    list: Listing,
    jobs: Vec<JobView>,
    states: Vec<Chip>,
    kinds: Vec<Chip>,
    recurring: Vec<(String, RecurringRow)>,
}

fn listing(query: &Query) -> (Listing, Filter) {
    let list = Listing::new("/amministrazione/lavori", query, &["q", "stato", "tipo"]);
    let filter = filter(&list, list.maybe("tipo"));
    (list, filter)
}

/// What a listing's parameters ask for.
pub(super) fn filter(list: &Listing, kind: Option<String>) -> Filter {
    Filter { state: State::from_word(list.get("stato")), kind, error: list.maybe("q"), before: list.after().map(JobId) }
}

/// The states as chips.
pub(super) fn state_chips(frame: &Frame, counts: &[(State, i64)]) -> Vec<Chip> {
    let count = |state: State| counts.iter().find(|(known, _)| *known == state).map_or(0, |(_, n)| *n);
    let words = |state: State| dotted(frame, "job", state.word());
    let chip = |state: &State| Chip { value: state.word().to_owned(), words: words(*state), count: grouped(count(*state), frame.lang) };
    State::ALL.iter().map(chip).collect()
}

/// GET /amministrazione/lavori?q=…&stato=…&tipo=…&dopo=…
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (mut list, filter) = listing(&query);
    let (counts, kinds, recurring) = tokio::try_join!(jobs::counts(&app.db), jobs::kinds(&app.db), jobs::recurring_list(&app.db))?;
    let mut rows = jobs::filtered(&app.db, &filter, ROWS + 1).await?;
    list.cut(&mut rows, |job| job.id.0);
    let chip = |kind: String| Chip { words: dotted(&frame, "job-kind", &kind), value: kind, count: String::new() };
    page(&JobsPage {
        list,
        jobs: rows.into_iter().map(|row| JobView::new(&frame, row)).collect(),
        states: state_chips(&frame, &counts),
        kinds: kinds.into_iter().map(chip).collect(),
        recurring: recurring.into_iter().map(|row| (dotted(&frame, "job-kind", &row.name), row)).collect(),
        frame,
    })
}

/// GET /amministrazione/lavori.csv
pub async fn export(app: App, frame: Frame, query: Query) -> Result<Response> {
    export_filtered(app, frame, "lavori", listing(&query).1).await
}

/// The jobs of a filter as a file.
pub(super) async fn export_filtered(app: App, frame: Frame, name: &str, filter: Filter) -> Result<Response> {
    let headings = ["job-number", "job-kind", "admin-state", "job-queued", "job-next", "job-tries", "job-tries-most", "job-error"]
        .map(|key| frame.t(key));
    csv(name, &headings, move |after| {
        let (app, frame, filter) = (app.clone(), frame.clone(), Filter { before: after.map(JobId), ..filter.clone() });
        async move {
            let rows = jobs::filtered(&app.db, &filter, PIECE).await?;
            let next = piece_after(&rows, |job| job.id.0);
            let mut sheet = Sheet::default();
            for row in rows {
                sheet.line(JobView::new(&frame, row).cells(&frame));
            }
            Ok((sheet, next))
        }
    })
    .await
}

#[derive(Template)]
#[template(path = "site/templates/admin_job.html")]
struct JobPage {
    frame: Frame,
    job: JobView,
}

/// GET /amministrazione/lavori/{id}
pub async fn show(app: App, frame: Frame, Path(id): Path<JobId>) -> Result<Response> {
    let row = jobs::find(&app.db, id).await?;
    page(&JobPage { job: JobView::new(&frame, row), frame })
}

/// POST /amministrazione/lavori/{id}/ripresa — another round of tries, from now.
pub async fn retry(app: App, viewer: Viewer, Path(id): Path<JobId>) -> Result<Response> {
    let job = jobs::find(&app.db, id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            jobs::retry(tx, id).await?;
            let (before, after) = (Some(job.state.word().to_owned()), Some(State::Waiting.word().to_owned()));
            let about = Entry { subject_kind: "job", subject_id: Some(id.0), subject_name: &job.kind, ..Entry::default() };
            note(tx, &actor, Entry { act: "job.retried", before, after, ..about }).await
        })
        .await?;
    see(&format!("/amministrazione/lavori/{id}"), Some("toast-job-retried"))
}
