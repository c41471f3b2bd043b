//! /post/{id}/cancellazione and /post/{id}/ripristino — taking away after one question, and back for seven days.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::rate::Key;

use super::at::At;
use crate::identity::Viewer;
use crate::shell::{App, Frame, page, see};
use crate::social::comment::locate;
use crate::social::post::Post;

#[derive(Template)]
#[template(path = "social/templates/delete.html")]
struct DeletePage {
    frame: Frame,
    post: Post,
    /// Somebody else's words are taken away.
    removing: bool,
}

impl DeletePage {
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
    page(&DeletePage { frame, post, removing })
}

/// POST /post/{id}/cancellazione — a tombstone stands in its place.
pub async fn create(app: App, viewer: Viewer, At(id): At) -> Result<Response> {
    app.limiter.take("write", Key::Account(viewer.me()?.id.0))?;
    let actor = viewer.actor()?;
    let post = app.db.write(async |tx| Post::delete(tx, &actor, &viewer, id).await).await?;
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
