//! /post/{id}/modifica — changing a post or a comment; what it said before stays readable.

use askama::Template;
use axum::extract::Request;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::at::At;
use super::compose::{ComposePage, ask_for_eyes, other_editors};
use super::draft::{Draft, Press, based_on, version};
use super::intake::Intake;
use super::recording_draft::RecordingDraft;
use super::recordings::room;
use crate::identity::{PageId, Viewer};
use crate::shell::{App, FormView, Frame, Html, Query, page_with, see};
use crate::social::comment::locate;
use crate::social::edit::Change;
use crate::social::held::{Held, hold_change};
use crate::social::mark::Named;
use crate::social::moderation::note_warned;
use crate::social::picture::{MOST, Picture};
use crate::social::post::{Post, PostId};
use crate::social::words::{COMMENT_MAX, Words, check_body};

#[derive(Template)]
#[template(path = "social/templates/comment_edit.html")]
struct CommentEditPage {
    frame: Frame,
    form: FormView,
    comment: Post,
    body: String,
    version: String,
    preview: Option<Html>,
}

impl CommentEditPage {
    fn max(&self) -> usize {
        COMMENT_MAX
    }
}

/// What may be changed by this viewer; anything else is not found.
async fn editable(app: &App, viewer: &Viewer, id: PostId) -> Result<Post> {
    let post = Post::visible_to(&app.db, viewer, id).await?;
    if post.powers(viewer.me.as_ref(), app.now()).edit { Ok(post) } else { Err(Error::NotFound) }
}

/// GET /post/{id}/modifica
///
/// ?ripresa=… goes on with a change that another editor sent back.
pub async fn form(app: App, frame: Frame, viewer: Viewer, At(id): At, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    let post = editable(&app, &viewer, id).await?;
    if post.is_comment() {
        let (body, version) = (post.body.clone(), version(post.edited_at));
        return comment_page(&frame, post, body, version, FieldErrors::default(), false);
    }
    let draft = match query.0.line("ripresa").parse::<i64>() {
        Ok(held) => Draft::of_held(&app, me, &Held::returned(&app.db, held, me.id).await?).await?,
        Err(_) => {
            let mut draft = Draft::of(&post, Picture::of_post(&app.db, id).await?, &app.zone);
            draft.recording = RecordingDraft::of_post(&app, me, id).await?;
            draft
        }
    };
    let page = ComposePage::new(&app, &frame, me, Some(post), draft, FieldErrors::default(), false).quoting(&app, &viewer).await?;
    page.beside_what_waits(&app).await?.answer()
}

/// POST /post/{id}/modifica
pub async fn save(app: App, frame: Frame, viewer: Viewer, At(id): At, request: Request) -> Result<Response> {
    let me = viewer.me()?;
    let post = editable(&app, &viewer, id).await?;
    app.limiter.take("gesture", Key::Account(me.id.0))?;
    let intake = Intake::read_into(request, room(&app, MOST)).await?;
    if post.is_comment() {
        return save_comment(&app, &frame, &viewer, post, intake).await;
    }
    let (mut draft, form, mut faults) = Draft::read(&app, me, intake, Some(&post)).await?;
    // The voice stays what it is, whatever the form says.
    draft.voice = post.page_handle.clone().unwrap_or_else(|| super::draft::MYSELF.to_owned());
    let press = Press::of(&form);
    if press != Press::Publish {
        return ComposePage::new(&app, &frame, me, Some(post), draft, faults, press == Press::Preview).answer();
    }
    let pinned_until = draft.check(post.page_id, app.now(), &app.zone, &mut faults);
    if !faults.is_empty() {
        return ComposePage::new(&app, &frame, me, Some(post), draft, faults, false).answer();
    }
    let change = Change {
        title: draft.title.clone(),
        body: draft.body.clone(),
        warning: draft.warning.clone(),
        language: draft.language.clone(),
        replies: draft.replies,
        pinned_until,
        pictures: draft.described(),
        recording: draft.recording.new_recording(),
        based_on: based_on(&draft.version),
    };
    let asks_two = post.page_id.filter(|page| me.page(*page).is_some_and(|page| page.two_person));
    let done = match asks_two {
        Some(page) => hold(&app, &viewer, &post, page, &change, &draft.key).await,
        None => write(&app, &viewer, &post, &change).await,
    };
    match done {
        Ok(()) if asks_two.is_some() => see("/segreteria/da-rivedere", Some("toast-change-held")),
        Ok(()) => see(&post.path(), Some("toast-post-changed")),
        Err(Error::Invalid(faults)) => {
            draft.version = version(Post::visible_to(&app.db, &viewer, id).await?.edited_at);
            let page = ComposePage::new(&app, &frame, me, Some(post), draft, faults, false);
            page.beside_what_waits(&app).await?.answer()
        }
        Err(error) => Err(error),
    }
}

/// The page asks for a second pair of eyes: the change is kept, and the other editors are told.
async fn hold(app: &App, viewer: &Viewer, post: &Post, page: PageId, change: &Change, once_key: &str) -> Result<()> {
    let me = viewer.me()?;
    let others = other_editors(app, me, page).await?;
    if others.is_empty() {
        return Err(Error::field("", "error-held-alone"));
    }
    app.limiter.take("write", Key::Account(me.id.0))?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let held = hold_change(tx, &actor, post, change, once_key.to_owned()).await?;
            ask_for_eyes(tx, app, me, held, &change.title, &others).await
        })
        .await
}

async fn save_comment(app: &App, frame: &Frame, viewer: &Viewer, comment: Post, intake: Intake) -> Result<Response> {
    let form = intake.form;
    let (body, based) = (form.text("testo"), form.line("versione"));
    if Press::of(&form) != Press::Publish {
        return comment_page(frame, comment, body, based, FieldErrors::default(), true);
    }
    let mut faults = FieldErrors::default();
    check_body("testo", &body, COMMENT_MAX, &mut faults);
    if !faults.is_empty() {
        return comment_page(frame, comment, body, based, faults, false);
    }
    let replies = comment.replies;
    let change = Change {
        title: String::new(),
        body,
        warning: String::new(),
        language: String::new(),
        replies,
        pinned_until: None,
        pictures: Vec::new(),
        recording: None,
        based_on: based_on(&based),
    };
    match write(app, viewer, &comment, &change).await {
        Ok(()) => see(&locate(&app.db, &comment).await?, Some("toast-post-changed")),
        Err(Error::Invalid(faults)) => {
            let now = version(Post::visible_to(&app.db, viewer, comment.id).await?.edited_at);
            comment_page(frame, comment, change.body, now, faults, false)
        }
        Err(error) => Err(error),
    }
}

async fn write(app: &App, viewer: &Viewer, post: &Post, change: &Change) -> Result<()> {
    app.limiter.take("write", Key::Account(viewer.me()?.id.0))?;
    let actor = viewer.actor()?;
    let done = app.db.write(async |tx| post.change(tx, &actor, viewer, change).await).await;
    if let Err(error) = &done {
        note_warned(&app.db, viewer.me()?.id, error, &change.pieces()).await?;
    }
    done
}

fn comment_page(frame: &Frame, comment: Post, body: String, version: String, faults: FieldErrors, previewed: bool) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let preview =
        (previewed && !body.is_empty()).then(|| Html(Words::of_comment(&body, comment.page_id.is_some(), &Named::default()).html));
    let form = FormView::with(frame, faults);
    page_with(status, &CommentEditPage { frame: frame.clone(), form, comment, body, version, preview })
}
