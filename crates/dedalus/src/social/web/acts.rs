//! What one does with a post or comment: like it, keep it, share it, and take each back. Plain forms; with a script the
//! buttons alone are drawn again.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::response::Response;
use http::HeaderMap;
use kit::rate::Key;
use kit::{Error, Result};

use super::at::At;
use crate::identity::{Actor, Viewer};
use crate::shell::{App, Form, Frame, page, safe_return, see};
use crate::social::comment::locate;
use crate::social::mine::Mine;
use crate::social::post::{Post, PostId};

/// A script that wants the part of a page alone says so with this header.
pub const PART: &str = "x-parte";

/// The buttons below a post or comment.
#[derive(Template)]
#[template(path = "social/templates/acts.html")]
pub struct ActsView {
    frame: Frame,
    id: PostId,
    /// Who speaks, for readers of the screen.
    name: String,
    likes: i64,
    shares: i64,
    liked: bool,
    kept: bool,
    shared: bool,
    /// Posts may be passed on; comments stay where they are.
    shareable: bool,
    /// Where the buttons lead back to.
    back: String,
}
impl HtmlSafe for ActsView {}

impl ActsView {
    /// Of a post or comment, with what the viewer did to it.
    pub fn new(frame: &Frame, post: &Post, mine: &Mine, back: String) -> Self {
        Self {
            frame: frame.clone(),
            id: post.id,
            name: post.voice().to_owned(),
            likes: post.like_count,
            shares: post.share_count,
            liked: mine.liked.contains(&post.id),
            kept: mine.kept.contains(&post.id),
            shared: mine.shared.contains(&post.id),
            shareable: !post.is_comment() && post.community_id.is_none(),
            back,
        }
    }
}

/// What is done.
#[derive(Clone, Copy)]
enum Do {
    Like,
    Unlike,
    Keep,
    LetGo,
    Share,
    Unshare,
}

/// POST /post/{id}/apprezzamento
pub async fn like(app: App, frame: Frame, viewer: Viewer, at: At, asked: HeaderMap, form: Form) -> Result<Response> {
    act(&app, &frame, &viewer, at, &asked, &form, Do::Like).await
}

/// POST /post/{id}/apprezzamento/ritiro
pub async fn unlike(app: App, frame: Frame, viewer: Viewer, at: At, asked: HeaderMap, form: Form) -> Result<Response> {
    act(&app, &frame, &viewer, at, &asked, &form, Do::Unlike).await
}

/// POST /post/{id}/segnalibro
pub async fn keep(app: App, frame: Frame, viewer: Viewer, at: At, asked: HeaderMap, form: Form) -> Result<Response> {
    act(&app, &frame, &viewer, at, &asked, &form, Do::Keep).await
}

/// POST /post/{id}/segnalibro/ritiro
pub async fn let_go(app: App, frame: Frame, viewer: Viewer, at: At, asked: HeaderMap, form: Form) -> Result<Response> {
    act(&app, &frame, &viewer, at, &asked, &form, Do::LetGo).await
}

/// POST /post/{id}/condivisione
pub async fn share(app: App, frame: Frame, viewer: Viewer, at: At, asked: HeaderMap, form: Form) -> Result<Response> {
    act(&app, &frame, &viewer, at, &asked, &form, Do::Share).await
}

/// POST /post/{id}/condivisione/ritiro
pub async fn unshare(app: App, frame: Frame, viewer: Viewer, at: At, asked: HeaderMap, form: Form) -> Result<Response> {
    act(&app, &frame, &viewer, at, &asked, &form, Do::Unshare).await
}

async fn act(app: &App, frame: &Frame, viewer: &Viewer, At(id): At, asked: &HeaderMap, form: &Form, what: Do) -> Result<Response> {
    app.limiter.take("gesture", Key::Account(viewer.me()?.id.0))?;
    let actor = viewer.actor()?;
    let post = app.db.write(async |tx| done(tx, &actor, id, what).await).await?;
    let back = form.line("torna");
    if asked.contains_key(PART) {
        return part(app, frame, viewer, id, back).await;
    }
    match (back.is_empty(), post.is_comment()) {
        (false, _) => see(&safe_return(Some(&back)), None),
        (true, true) => see(&locate(&app.db, &post).await?, None),
        (true, false) => see(&post.path(), None),
    }
}

async fn done(tx: &mut kit::db::Tx, actor: &Actor, id: PostId, what: Do) -> Result<Post> {
    match what {
        Do::Like => Post::like(tx, actor, id).await,
        Do::Unlike => Post::unlike(tx, actor, id).await,
        Do::Keep => Post::keep(tx, actor, id).await,
        Do::LetGo => Post::let_go(tx, actor, id).await,
        Do::Share => Post::share(tx, actor, id).await,
        Do::Unshare => Post::unshare(tx, actor, id).await,
    }
}

/// The buttons as they are now. What may no longer be read has none.
async fn part(app: &App, frame: &Frame, viewer: &Viewer, id: PostId, back: String) -> Result<Response> {
    let post = Post::visible_to(&app.db, viewer, id).await.map_err(|_| Error::NotFound)?;
    let mine = Mine::of(&app.db, viewer, &[id]).await?;
    page(&ActsView::new(frame, &post, &mine, safe_return(Some(&back))))
}
