//! /post/{id}/cancellazione and /post/{id}/ripristino — taking away after one question, and back for seven days.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::at::At;
use crate::identity::Viewer;
use crate::shell::{App, Form, FormView, Frame, page_with, see};
use crate::social::comment::locate;
use crate::social::moderation::{FACTS_MAX, Reason, Removal};
use crate::social::post::Post;

#[derive(Template)]
#[template(path = "social/templates/delete.html")]
struct DeletePage {
    frame: Frame,
    form: FormView,
    post: Post,
    /// Somebody else's words are taken away.
    removing: bool,
    rules: Vec<(String, String)>,
    rule: String,
    facts: String,
}

fn draw(frame: Frame, post: Post, removing: bool, (rule, facts): (String, String), faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut rules = vec![(String::new(), frame.t("report-choose").to_owned())];
    rules.extend(Reason::ALL.iter().map(|reason| (reason.form_word().to_owned(), frame.t(reason.key()).to_owned())));
    page_with(status, &DeletePage { form: FormView::with(&frame, faults), frame, post, removing, rules, rule, facts })
}

impl DeletePage {
    fn max(&self) -> usize {
        FACTS_MAX
    }

    /// What is asked.
    fn question(&self) -> String {
        match (self.removing, self.post.is_comment()) {
            (true, true) => self.frame.t1("comment-remove-question", "name", self.post.voice()),
            (true, false) => self.frame.t1("post-remove-question", "name", self.post.voice()),
            (false, true) => self.frame.t("comment-delete-question").to_owned(),
            (false, false) => self.frame.t("post-delete-question").to_owned(),
        }
    }

    /// What stands there afterwards, and who can bring it back.
    fn consequence(&self) -> &'static str {
        self.frame.t(match (self.removing, self.post.is_comment()) {
            (true, true) if self.post.community_id.is_some() => "comment-remove-text-community",
            (true, true) => "comment-remove-text",
            (true, false) => "post-remove-text",
            (false, true) => "comment-delete-text",
            (false, false) => "post-delete-text",
        })
    }
}

/// GET /post/{id}/cancellazione — names the thing and asks once.
pub async fn form(app: App, frame: Frame, viewer: Viewer, At(id): At) -> Result<Response> {
    viewer.me()?;
    let post = Post::deletable_by(&app.db, &viewer, id).await?;
    let removing = !post.powers(viewer.me.as_ref(), app.now()).edit;
    draw(frame, post, removing, Default::default(), FieldErrors::default())
}

/// POST /post/{id}/cancellazione — a tombstone stands in its place. Who takes away what somebody else said says why.
pub async fn create(app: App, frame: Frame, viewer: Viewer, At(id): At, form: Form) -> Result<Response> {
    app.limiter.take("write", Key::Account(viewer.me()?.id.0))?;
    let actor = viewer.actor()?;
    // One's own words are taken back also where one reads no longer: below somebody who has blocked one since.
    let powers = Post::any(&app.db, id).await?.powers(viewer.me.as_ref(), app.now());
    if !powers.delete {
        return Err(Error::NotFound);
    }
    let removing = !powers.edit;
    let typed = (form.line("regola"), form.text("fatti"));
    let why = match removing.then(|| Removal::read(&typed.0, &typed.1)).transpose() {
        Ok(why) => why,
        Err(faults) => return draw(frame, Post::deletable_by(&app.db, &viewer, id).await?, removing, typed, faults),
    };
    let post = app.db.write(async |tx| Post::delete(tx, &actor, &viewer, id, why.as_ref()).await).await?;
    leave(&app, &post, "toast-post-deleted", "toast-comment-deleted").await
}

/// POST /post/{id}/ripristino — as if nothing had happened.
pub async fn restore(app: App, viewer: Viewer, At(id): At) -> Result<Response> {
    app.limiter.take("write", Key::Account(viewer.me()?.id.0))?;
    let actor = viewer.actor()?;
    let post = app.db.write(async |tx| Post::restore(tx, &actor, &viewer, id).await).await?;
    leave(&app, &post, "toast-post-restored", "toast-comment-restored").await
}

async fn leave(app: &App, post: &Post, of_post: &'static str, of_comment: &'static str) -> Result<Response> {
    if post.is_comment() { see(&locate(&app.db, post).await?, Some(of_comment)) } else { see(&post.path(), Some(of_post)) }
}
