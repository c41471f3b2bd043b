//! /post/{id} — a post, its pictures, what people say, and who speaks.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::clock::Time;
use kit::i18n::dates;
use kit::{Error, Result};

use super::at::{At, number};
use super::thread::{AnswerForm, CommentView, Setting, Typed, people};
use crate::identity::{DoorView, Office, Page, PageId, Viewer, door_changes, door_view};
use crate::shell::{App, Frame, Html, Keep, Query, page_with, see};
use crate::social::card::{self, PostCard};
use crate::social::comment::{locate, thread};
use crate::social::picture::Picture;
use crate::social::post::{Post, PostId};
use crate::social::powers::Powers;
use crate::social::visible::Replies;
use crate::social::words::minutes;

/// Other posts shown beside one.
const OTHERS: i64 = 4;

/// The page that speaks, with its door.
struct Speaker {
    page: Page,
    door: Option<DoorView>,
}

#[derive(Template)]
#[template(path = "social/templates/post.html")]
struct PostPage {
    frame: Frame,
    body: Html,
    pictures: Vec<Picture>,
    minutes: i64,
    powers: Powers,
    pinned: bool,
    comments: Vec<CommentView>,
    /// This page of the thread is not its first.
    later: bool,
    more: Option<String>,
    cut: bool,
    answer: Option<AnswerForm>,
    closed: bool,
    speaker: Option<Speaker>,
    others: Vec<PostCard>,
    post: Post,
}

#[derive(Template)]
#[template(path = "social/templates/gone.html")]
struct GonePage {
    frame: Frame,
    post: Post,
    restorable: bool,
}

/// What part of the thread is asked for, and what somebody is typing.
#[derive(Default)]
pub struct Asked {
    /// Comments after this one.
    pub after: Option<PostId>,
    /// The form stands below this comment.
    pub answering: Option<PostId>,
    /// A form that comes back.
    pub typed: Option<Typed>,
}

/// GET /post/{id}?dopo=…&rispondi=… — the number of a comment leads to its place.
pub async fn show(app: App, frame: Frame, viewer: Viewer, At(id): At, query: Query) -> Result<Response> {
    let post = match Post::visible_to(&app.db, &viewer, id).await {
        Ok(post) => post,
        Err(Error::NotFound) => return gone(&app, frame, &viewer, id).await,
        Err(error) => return Err(error),
    };
    if post.is_comment() {
        return see(&locate(&app.db, &post).await?, None);
    }
    let asked = Asked { after: number(&query.0.line("dopo")), answering: number(&query.0.line("rispondi")), typed: None };
    draw(&app, frame, &viewer, post, asked).await
}

/// The post's page. With a form that comes back it is 422.
pub async fn draw(app: &App, frame: Frame, viewer: &Viewer, post: Post, asked: Asked) -> Result<Response> {
    let status = if asked.typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let kept = asked.typed.is_none() && asked.answering.is_none();
    let (found, pictures, others, (speaker, changes)) = tokio::try_join!(
        thread(&app.db, viewer, post.id, asked.after),
        Picture::of_post(&app.db, post.id),
        others(app, viewer, post.page_id, post.id),
        speaker(app, &frame, post.page_id),
    )?;
    let mut tags = vec!["square".to_owned(), format!("post:{}", post.id), format!("person:{}", post.author_id), "pages".to_owned()];
    tags.extend(post.page_id.map(|page| format!("page:{page}")));
    tags.extend(speaker.as_ref().filter(|speaker| speaker.door.is_some()).map(|_| "offices".to_owned()));
    people(&found.branches, &mut tags);

    let setting = Setting { frame: &frame, viewer, root: &post, after: asked.after, answering: asked.answering, now: app.now() };
    let mut typed = asked.typed;
    let comments = setting.draw(found.branches, &mut typed);
    let closed = post.replies == Replies::Nobody;
    // The form stands in one place: below the comment that is answered, or at the end.
    let answering = comments.iter().any(CommentView::has_form);
    let answer = match &viewer.me {
        // A post that was closed meanwhile still gives back what was typed.
        Some(me) if (!closed || typed.is_some()) && !answering => Some(AnswerForm::new(&frame, me, post.id, None, typed, post.path())),
        _ => None,
    };
    let more = found.more.map(|last| format!("/post/{}?dopo={last}#commenti", post.id));
    let until = Some(dates::next_midnight(frame.now, &frame.zone));
    let pinned = post.is_pinned(frame.now);
    let view = PostPage {
        body: Html(post.body_html.clone()),
        minutes: minutes(&post.body),
        powers: post.powers(viewer.me.as_ref(), app.now()),
        later: asked.after.is_some(),
        cut: found.cut,
        frame,
        pictures,
        pinned,
        comments,
        more,
        answer,
        closed,
        speaker,
        others,
        post,
    };
    let answer = page_with(status, &view)?;
    Ok(if kept { Keep { tags, until: None }.until(until).until(changes).on(answer) } else { answer })
}

/// Where something stood: a tombstone, with the way back for who may take it.
async fn gone(app: &App, frame: Frame, viewer: &Viewer, id: PostId) -> Result<Response> {
    let post = Post::any(&app.db, id).await?;
    if post.is_comment() {
        let path = if post.root_deleted_at.is_some() { format!("/post/{}", post.root_id) } else { locate(&app.db, &post).await? };
        return see(&path, None);
    }
    if post.deleted_at.is_none() {
        return Err(Error::NotFound);
    }
    let restorable = post.powers(viewer.me.as_ref(), app.now()).restore;
    page_with(StatusCode::GONE, &GonePage { frame, post, restorable })
}

/// What the same page says besides.
async fn others(app: &App, viewer: &Viewer, page: Option<PageId>, post: PostId) -> Result<Vec<PostCard>> {
    let Some(page) = page else { return Ok(Vec::new()) };
    let mut cards = card::of_page(&app.db, viewer, page, None, OTHERS).await?;
    cards.retain(|card| card.id != post);
    cards.truncate(3);
    Ok(cards)
}

/// The page that speaks, its door, and when the sign on it changes.
async fn speaker(app: &App, frame: &Frame, page: Option<PageId>) -> Result<(Option<Speaker>, Option<Time>)> {
    let Some(page) = page else { return Ok((None, None)) };
    let page = match Page::find(&app.db, page).await {
        Ok(page) => page,
        Err(Error::NotFound) => return Ok((None, None)),
        Err(error) => return Err(error),
    };
    let Some(office) = page.office_id else { return Ok((Some(Speaker { page, door: None }), None)) };
    let week = Office::find(&app.db, office).await?.hours(&app.db).await?;
    let changes = door_changes(&week, frame.now, &frame.zone);
    let door = (!week.is_empty()).then(|| door_view(frame, &week));
    Ok((Some(Speaker { page, door }), changes))
}
