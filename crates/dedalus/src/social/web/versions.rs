//! /post/{id}/versioni — what a post said before, for everybody to read.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::clock::Time;
use kit::i18n::dates;

use super::at::At;
use crate::identity::Viewer;
use crate::shell::{App, Frame, Html, Keep, page};
use crate::social::comment::locate;
use crate::social::edit::versions;
use crate::social::mark::Named;
use crate::social::post::Post;
use crate::social::words::Words;

/// One version.
struct VersionView {
    title: String,
    /// As typed.
    text: String,
    body: Html,
    warning: String,
    from: Time,
    /// Until when it stood; the one of now has no end.
    until: Option<Time>,
    /// The words are those of the version before: pictures or the recording became others.
    same_words: bool,
}

#[derive(Template)]
#[template(path = "social/templates/versions.html")]
struct VersionsPage {
    frame: Frame,
    post: Post,
    /// Where it is read.
    back: String,
    versions: Vec<VersionView>,
}

/// GET /post/{id}/versioni
pub async fn show(app: App, frame: Frame, viewer: Viewer, At(id): At) -> Result<Response> {
    let post = Post::visible_to(&app.db, &viewer, id).await?;
    let before = versions(&app.db, id).await?;
    let institutional = post.page_id.is_some();
    let html = |body: &str| Html(Words::of_comment(body, institutional, &Named::default()).html);
    let first = post.edited_at.unwrap_or(post.published_at);
    let mut views = vec![VersionView {
        title: post.title.clone(),
        text: post.body.clone(),
        body: html(&post.body),
        warning: post.warning.clone(),
        from: first,
        until: None,
        same_words: false,
    }];
    // Each version began when the one before it ended; the oldest with the post.
    let begins = before.iter().skip(1).map(|version| version.replaced_at).chain(std::iter::once(post.published_at));
    for (version, from) in before.iter().zip(begins) {
        views.push(VersionView {
            title: version.title.clone(),
            text: version.body.clone(),
            body: html(&version.body),
            warning: version.warning.clone(),
            from,
            until: Some(version.replaced_at),
            same_words: false,
        });
    }
    for (newer, older) in views.iter_mut().zip(&before) {
        newer.same_words = newer.title == older.title && newer.text == older.body && newer.warning == older.warning;
    }
    let back = if post.is_comment() { locate(&app.db, &post).await? } else { post.path() };
    let keep = Keep::of(["square", "pages"]).and(format!("post:{}", post.root_id)).and(format!("person:{}", post.author_id));
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let answer = page(&VersionsPage { frame, post, back, versions: views })?;
    Ok(keep.until(Some(midnight)).on(answer))
}
