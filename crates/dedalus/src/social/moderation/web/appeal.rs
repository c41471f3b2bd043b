//! /segreteria/moderazione/ricorsi — appeals, decided by somebody else than who decided first.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::error::FieldErrors;

use super::text::TextView;
use super::{after, status};
use crate::identity::{PersonId, Viewer};
use crate::shell::{App, Form, FormView, Frame, Listing, Query, ROWS, page, page_with};
use crate::social::moderation::appeal::{Appeal, Verdict, WORDS_MAX, settle as settle_appeal};
use crate::social::moderation::decision::{About, Decision};
use crate::social::post::PostId;

#[derive(Template)]
#[template(path = "social/moderation/templates/appeals.html")]
struct AppealsPage {
    frame: Frame,
    list: Listing,
    rows: Vec<Appeal>,
    open: bool,
    me: PersonId,
}

/// GET /segreteria/moderazione/ricorsi?stato=decisi&dopo=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let mut list = Listing::new("/segreteria/moderazione/ricorsi", &query, &["stato"]);
    let open = list.get("stato") != "decisi";
    let mut rows = Appeal::list(&app.db, viewer.me()?.id, open, list.after(), ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id);
    page(&AppealsPage { me: viewer.me()?.id, open, rows, list, frame })
}

/// Texts of a decision that are shown whole; of a batch more are named.
const WHOLE: usize = 10;

#[derive(Template)]
#[template(path = "social/moderation/templates/appeal.html")]
struct AppealPage {
    frame: Frame,
    form: FormView,
    appeal: Appeal,
    about: Vec<About>,
    /// The texts, as many as one looks at.
    texts: Vec<TextView>,
    may: bool,
    reasons: String,
    outcome: String,
    outcomes: Vec<(String, String)>,
}

impl AppealPage {
    fn max(&self) -> usize {
        WORDS_MAX
    }
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, id: i64, typed: (String, String), faults: FieldErrors) -> Result<Response> {
    let appeal = Appeal::find(&app.db, viewer.me()?.id, id).await?;
    let about = Decision::find(&app.db, appeal.decision_id).await?.about(&app.db).await?;
    let mut texts = Vec::new();
    for one in about.iter().filter(|one| one.kind.is_text()).take(WHOLE) {
        texts.push(TextView::of(app, &frame, viewer, PostId(one.id)).await?);
    }
    let (outcome, reasons) = typed;
    let outcomes = [("", "appeal-choose"), ("accolto", "appeal-uphold"), ("respinto", "appeal-refuse")]
        .map(|(word, key)| (word.to_owned(), frame.t(key).to_owned()))
        .to_vec();
    let may = appeal.may_be_decided_by(viewer.me()?.id);
    page_with(
        status(&faults),
        &AppealPage { form: FormView::with(&frame, faults), frame, appeal, about, texts, may, reasons, outcome, outcomes },
    )
}

/// GET /segreteria/moderazione/ricorsi/{id}
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    draw(&app, frame, &viewer, id, Default::default(), FieldErrors::default()).await
}

/// POST /segreteria/moderazione/ricorsi/{id}/decisione
pub async fn settle(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>, form: Form) -> Result<Response> {
    let actor = viewer.actor()?;
    let (outcome, reasons) = (form.line("esito"), form.text("testo"));
    let upheld = match outcome.as_str() {
        "accolto" => true,
        "respinto" => false,
        _ => {
            let mut faults = FieldErrors::default();
            faults.add("esito", "error-appeal-outcome");
            return draw(&app, frame, &viewer, id, (outcome, reasons), faults).await;
        }
    };
    let verdict = Verdict { upheld, reasons: reasons.trim().to_owned() };
    let done = app.db.write(async |tx| settle_appeal(tx, &actor, id, &verdict).await).await;
    match after(done, "/segreteria/moderazione/ricorsi", "toast-appeal-settled")? {
        Ok(response) => Ok(response),
        Err(faults) => draw(&app, frame, &viewer, id, (outcome, reasons), faults).await,
    }
}
