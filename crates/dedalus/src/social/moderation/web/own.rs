//! /io/decisioni — what was decided about oneself and why, and asking that it be looked at again.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::{after, status};
use crate::identity::{PersonId, Viewer};
use crate::shell::{App, Form, FormView, Frame, Listing, Query, ROWS, page, page_with, see};
use crate::social::moderation::appeal::{Appeal, WORDS_MAX, file};
use crate::social::moderation::decision::{About, Decision};

#[derive(Template)]
#[template(path = "social/moderation/templates/decisions.html")]
struct OwnPage {
    frame: Frame,
    list: Listing,
    rows: Vec<Decision>,
}

/// GET /io/decisioni?dopo=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let mut list = Listing::new("/io/decisioni", &query, &[]);
    let mut rows = Decision::all_own(&app.db, viewer.me()?.id, list.after(), ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id);
    page(&OwnPage { frame, list, rows })
}

#[derive(Template)]
#[template(path = "social/moderation/templates/decision.html")]
pub struct DecisionPage {
    frame: Frame,
    form: FormView,
    decision: Decision,
    about: Vec<About>,
    appeal: Option<Appeal>,
    /// It can be appealed now.
    open: bool,
    typed: String,
    /// Where the form goes.
    action: String,
    /// Read by the word of a letter, without an account.
    outside: bool,
}

impl DecisionPage {
    fn max(&self) -> usize {
        WORDS_MAX
    }
}

/// The statement of reasons, with the form for an appeal.
pub async fn draw(app: &App, frame: Frame, decision: Decision, base: &str, typed: String, faults: FieldErrors) -> Result<Response> {
    let (about, appeal) = tokio::try_join!(decision.about(&app.db), Appeal::of_decision(&app.db, decision.person_id, decision.id))?;
    let open = appeal.is_none() && decision.may_be_appealed(app.now());
    let outside = base.starts_with("/decisioni/");
    let view = DecisionPage {
        form: FormView::with(&frame, faults.clone()),
        frame,
        about,
        appeal,
        open: open || !faults.is_empty(),
        typed,
        action: format!("{base}/ricorso"),
        outside,
        decision,
    };
    page_with(status(&faults), &view)
}

/// GET /io/decisioni/{id}
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let decision = Decision::own(&app.db, viewer.me()?.id, id).await?;
    draw(&app, frame, decision, &format!("/io/decisioni/{id}"), String::new(), FieldErrors::default()).await
}

/// GET /post/{id}/decisione — from a hidden text of one's own to the reasons.
pub async fn of_post(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let decision = Decision::hiding(&app.db, viewer.me()?.id, id).await?;
    see(&format!("/io/decisioni/{}", decision.id), None)
}

/// POST /io/decisioni/{id}/ricorso
pub async fn appeal(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>, form: Form) -> Result<Response> {
    let me = viewer.me()?.id;
    let decision = Decision::own(&app.db, me, id).await?;
    filed(&app, frame, decision, me, &format!("/io/decisioni/{id}"), form).await
}

/// Files an appeal; the page says what happens next.
pub async fn filed(app: &App, frame: Frame, decision: Decision, person: PersonId, base: &str, form: Form) -> Result<Response> {
    let words = form.text("testo");
    app.limiter.take("feedback", Key::Account(person.0))?;
    let done = app.db.write(async |tx| file(tx, person, decision.id, words.trim()).await.map(|_| ())).await;
    match after(done, base, "toast-appeal-filed")? {
        Ok(response) => Ok(response),
        Err(faults) => draw(app, frame, decision, base, words, faults).await,
    }
}

/// Whom a decision concerns; one that concerns nobody is not found.
pub fn concerned(decision: &Decision) -> Result<PersonId> {
    decision.person_id.ok_or(Error::NotFound)
}
