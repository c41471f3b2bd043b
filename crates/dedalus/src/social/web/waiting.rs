//! /post/{id}/da-approvare — comments that wait below a post whose author reads them first.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::rate::Key;

use super::at::{At, number};
use crate::identity::Viewer;
use crate::shell::{App, Form, Frame, Html, page, see};
use crate::social::post::Post;
use crate::social::waiting::PAGE;

#[derive(Template)]
#[template(path = "social/templates/waiting.html")]
struct WaitingPage {
    frame: Frame,
    post: Post,
    comments: Vec<(Post, Html)>,
    count: i64,
}

/// GET /post/{id}/da-approvare
pub async fn show(app: App, frame: Frame, viewer: Viewer, At(id): At) -> Result<Response> {
    viewer.me()?;
    let post = Post::kept_by(&app.db, &viewer, id).await?;
    let count = post.waiting_count(&app.db, &viewer).await?;
    let comments = post.waiting(&app.db, &viewer, PAGE).await?;
    let comments =
        comments.into_iter().map(|comment| (Html(comment.body_html.clone()), comment)).map(|(body, comment)| (comment, body)).collect();
    page(&WaitingPage { frame, post, comments, count })
}

/// POST /post/{id}/da-approvare/approvazione — one (`commento`), or all of them.
pub async fn approve(app: App, viewer: Viewer, At(id): At, form: Form) -> Result<Response> {
    app.limiter.take("write", Key::Account(viewer.me()?.id.0))?;
    let post = Post::kept_by(&app.db, &viewer, id).await?;
    let actor = viewer.actor()?;
    let which = number(&form.line("commento"));
    app.db.write(async |tx| post.approve(tx, &actor, which).await).await?;
    see(&format!("/post/{id}/da-approvare"), Some("toast-approved"))
}

/// POST /post/{id}/da-approvare/rifiuto — one of them.
pub async fn refuse(app: App, viewer: Viewer, At(id): At, form: Form) -> Result<Response> {
    app.limiter.take("write", Key::Account(viewer.me()?.id.0))?;
    let post = Post::kept_by(&app.db, &viewer, id).await?;
    let actor = viewer.actor()?;
    let which = number(&form.line("commento")).ok_or(kit::Error::NotFound)?;
    app.db.write(async |tx| post.refuse(tx, &actor, which).await).await?;
    see(&format!("/post/{id}/da-approvare"), Some("toast-refused"))
}
