//! /segreteria/moderazione/blocco — many texts at once: one page that asks, one button; and one button back.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::error::FieldErrors;

use super::queue::{NAMES, filter};
use super::{reasons, status};
use crate::identity::{PersonId, Viewer};
use crate::shell::{App, Form, FormView, Frame, Html, Listing, Query, page, page_with, see};
use crate::social::moderation::batch::{Batch, MOST, NewBatch, chosen, lately, make, undo as undo_batch};
use crate::social::moderation::decide::FACTS_MAX;
use crate::social::moderation::words::Reason;
use crate::social::post::PostId;

/// What a form names: texts one by one, a whole view, or everything of one account.
struct Wanted {
    posts: Vec<PostId>,
    whole_view: bool,
    author: Option<PersonId>,
    /// With everything that the same accounts wrote in the last 24 hours.
    day: bool,
    filters: Vec<(&'static str, String)>,
}

impl Wanted {
    fn of(form: &Form) -> Self {
        let filters = NAMES.iter().map(|name| (*name, form.line(name))).filter(|(_, value)| !value.is_empty()).collect();
        Self {
            posts: form.lines("scelto").iter().filter_map(|number| number.parse().ok()).collect(),
            whole_view: form.has("tutti"),
            author: form.line("autore").parse().ok(),
            day: form.has("ore"),
            filters,
        }
    }

    async fn find(&self, app: &App, me: PersonId, form: &Form) -> Result<Vec<(i64, PersonId)>> {
        if let Some(author) = self.author {
            return lately(&app.db, &[author]).await;
        }
        let mut found = if self.whole_view {
            let list = Listing::new("/segreteria/moderazione", &Query(form.clone()), &NAMES);
            filter(&list).texts(&app.db, me, MOST).await?
        } else {
            chosen(&app.db, &self.posts).await?
        };
        if self.day {
            let mut authors: Vec<PersonId> = found.iter().map(|(_, author)| *author).collect();
            authors.sort_unstable();
            authors.dedup();
            found.extend(lately(&app.db, &authors).await?);
        }
        found.retain(|(_, author)| *author != me);
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }
}

#[derive(Template)]
#[template(path = "social/moderation/templates/batch_new.html")]
struct AskPage {
    frame: Frame,
    form: FormView,
    wanted: Wanted,
    texts: i64,
    authors: i64,
    rules: Vec<(String, String)>,
    rule: String,
    facts: String,
    day_words: Html,
}

impl AskPage {
    fn max(&self) -> usize {
        FACTS_MAX
    }
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, form: &Form, wanted: Wanted, faults: FieldErrors) -> Result<Response> {
    let found = wanted.find(app, viewer.me()?.id, form).await?;
    let mut authors: Vec<PersonId> = found.iter().map(|(_, author)| *author).collect();
    authors.sort_unstable();
    authors.dedup();
    let facts = if form.has("fatti") { form.text("fatti") } else { frame.t("batch-facts").to_owned() };
    let rule = if form.has("regola") { form.line("regola") } else { Reason::Spam.form_word().to_owned() };
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let view = AskPage {
        texts: number(found.len()),
        authors: number(authors.len()),
        rules: reasons(&frame),
        day_words: Html(frame.t("batch-day").to_owned()),
        form: FormView::with(&frame, faults.clone()),
        frame,
        wanted,
        rule,
        facts,
    };
    page_with(status(&faults), &view)
}

/// GET /segreteria/moderazione/blocco?scelto=…&tutti=1&autore=… — what would be hidden, and why.
pub async fn form(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let mut wanted = Wanted::of(&query.0);
    // A whole view is a wave: whatever else the same accounts wrote today belongs to it, unless somebody unticks it.
    wanted.day = wanted.day || wanted.whole_view;
    draw(&app, frame, &viewer, &query.0, wanted, FieldErrors::default()).await
}

/// POST /segreteria/moderazione/blocchi
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?.id;
    let wanted = Wanted::of(&form);
    let facts = form.text("fatti").trim().to_owned();
    let mut faults = FieldErrors::default();
    let rule = Reason::from_form(&form.line("regola"));
    match facts.chars().count() {
        0..10 => faults.add("fatti", "error-decision-facts"),
        length if length > FACTS_MAX => faults.add_with("fatti", "error-decision-long", vec![("max", FACTS_MAX.to_string())]),
        _ => {}
    }
    let (Some(rule), true) = (rule, faults.is_empty()) else { return draw(&app, frame, &viewer, &form, wanted, faults).await };
    let posts = wanted.find(&app, me, &form).await?;
    let actor = viewer.actor()?;
    match app.db.write(async |tx| make(tx, &actor, &NewBatch { posts, rule, facts }).await).await {
        Ok(id) => see(&format!("/segreteria/moderazione/blocchi/{id}"), Some("toast-batch")),
        Err(kit::Error::Invalid(faults)) => draw(&app, frame, &viewer, &form, wanted, faults).await,
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "social/moderation/templates/batch.html")]
struct BatchPage {
    frame: Frame,
    batch: Batch,
}

/// GET /segreteria/moderazione/blocchi/{id} — how far it is.
pub async fn show(app: App, frame: Frame, Path(id): Path<i64>) -> Result<Response> {
    let batch = Batch::find(&app.db, id).await?;
    page(&BatchPage { frame, batch })
}

/// POST /segreteria/moderazione/blocchi/{id}/annullamento — everything back.
pub async fn undo(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let actor = viewer.actor()?;
    app.db.write(async |tx| undo_batch(tx, &actor, id).await).await?;
    see(&format!("/segreteria/moderazione/blocchi/{id}"), Some("toast-batch-undone"))
}
