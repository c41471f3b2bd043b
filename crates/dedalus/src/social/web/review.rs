//! /segreteria/da-rivedere — what other editors wrote for a page with the two-person rule: read it, publish it, or send it back.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;

use super::recordings::Player;
use crate::identity::{PageId, Person, Viewer, send_letter};
use crate::shell::{App, Form, FormView, Frame, Html, page, page_with, see};
use crate::social::caption::Caption;
use crate::social::held::Held;
use crate::social::mark::Named;
use crate::social::picture::{Picture, media_path};
use crate::social::post::Post;
use crate::social::recording::{NewRecording, Recording};
use crate::social::words::Words;

#[derive(Template)]
#[template(path = "social/templates/review.html")]
struct ReviewPage {
    frame: Frame,
    rows: Vec<(Held, bool)>,
}

/// The pages this viewer may publish for.
fn pages(viewer: &Viewer) -> Result<Vec<PageId>> {
    Ok(viewer.me()?.publishing().map(|page| page.id).collect())
}

/// GET /segreteria/da-rivedere
pub async fn index(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let me = viewer.id();
    let rows = Held::waiting(&app.db, &pages(&viewer)?).await?;
    let rows = rows.into_iter().map(|held| (Some(held.author_id) == me, held)).map(|(own, held)| (held, own)).collect();
    page(&ReviewPage { frame, rows })
}

#[derive(Template)]
#[template(path = "social/templates/review_one.html")]
struct OnePage {
    frame: Frame,
    held: Held,
    body: Html,
    pictures: Vec<(String, String)>,
    player: Option<Player>,
    own: bool,
    /// What the post says now that is to be changed.
    standing: Option<Standing>,
    form: FormView,
    reason: String,
}

/// A post as everybody reads it, beside the words that would take its place.
struct Standing {
    post: Post,
    body: Html,
}

impl Standing {
    async fn of(app: &App, held: &Held) -> Result<Option<Self>> {
        let Some(id) = held.changes else { return Ok(None) };
        let post = Post::any(&app.db, id).await?;
        let body = Html(Words::of_post(&post.body, true, &Named::default()).html);
        Ok(Some(Self { post, body }))
    }
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, held: Held, reason: String, faults: FieldErrors) -> Result<Response> {
    let mut pictures = Vec::new();
    for described in held.described() {
        if let Some(picture) = Picture::draft(&app.db, described.id, held.author_id, held.changes).await? {
            pictures.push((media_path(picture.medium), described.alt));
        }
    }
    let player = match held.rest().recording {
        Some(new) => waiting_player(app, &frame, &held, new).await?,
        None => None,
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let own = viewer.id() == Some(held.author_id);
    let body = Html(Words::of_post(&held.body, true, &Named::default()).html);
    let standing = Standing::of(app, &held).await?;
    page_with(status, &OnePage { standing, form: FormView::with(&frame, faults), frame, held, body, pictures, player, own, reason })
}

/// Its video or audio, with the words it will have.
async fn waiting_player(app: &App, frame: &Frame, held: &Held, new: NewRecording) -> Result<Option<Player>> {
    let Some(mut recording) = Recording::draft(&app.db, new.id, held.author_id, held.changes).await? else { return Ok(None) };
    let mut captions = Vec::new();
    for id in &new.captions {
        captions.extend(Caption::draft(&app.db, *id, held.author_id, recording.id).await?);
    }
    (recording.title, recording.description, recording.transcript) = (new.title, new.description, new.transcript);
    Ok(Some(Player::draft(frame, recording, captions)))
}

/// GET /segreteria/da-rivedere/{id}
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let held = Held::find(&app.db, id, &pages(&viewer)?).await?;
    draw(&app, frame, &viewer, held, String::new(), FieldErrors::default()).await
}

/// POST /segreteria/da-rivedere/{id}/rilascio — it goes out.
pub async fn release(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let held = Held::find(&app.db, id, &pages(&viewer)?).await?;
    let actor = viewer.actor()?;
    let post = app.db.write(async |tx| held.release(tx, &actor).await).await?;
    see(&format!("/post/{post}"), Some(if held.changes.is_some() { "toast-post-changed" } else { "toast-post-published" }))
}

/// POST /segreteria/da-rivedere/{id}/rinvio — back to its author, with the reason by mail.
pub async fn give_back(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>, form: Form) -> Result<Response> {
    let held = Held::find(&app.db, id, &pages(&viewer)?).await?;
    let own = viewer.id() == Some(held.author_id);
    let reason = form.line("motivo");
    let length = reason.chars().count();
    if (!own && length < 3) || length > 300 {
        let mut faults = FieldErrors::default();
        faults.add("motivo", if length < 3 { "error-reason" } else { "error-reason-long" });
        return draw(&app, frame, &viewer, held, reason, faults).await;
    }
    let author = Person::find(&app.db, held.author_id).await?;
    let path = held.again();
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            held.give_back(tx, &actor, &reason).await?;
            if own {
                return Ok(());
            }
            send_letter(tx, &app, &author, "mail-returned", &path, &[("title", &held.title), ("reason", &reason)]).await
        })
        .await?;
    see(if own { &path } else { "/segreteria/da-rivedere" }, Some("toast-post-returned"))
}
