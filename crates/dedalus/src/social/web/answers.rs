//! /post/{id}/commenti — saying something below a post.

use axum::response::Response;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::at::{At, number};
use super::draft::{MYSELF, sound_key};
use super::show::{Asked, draw};
use super::thread::Typed;
use crate::identity::{Me, PageId, Viewer};
use crate::shell::{App, Form, Frame, see};
use crate::social::comment::{NewComment, locate, publish};
use crate::social::moderation::note_warned;
use crate::social::post::{Post, Published};
use crate::social::visible::Replies;
use crate::social::words::{COMMENT_MAX, check_body};

/// POST /post/{id}/commenti
pub async fn create(app: App, frame: Frame, viewer: Viewer, At(id): At, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let root = Post::visible_to(&app.db, &viewer, id).await?;
    if root.is_comment() {
        return Err(Error::NotFound);
    }
    let mut typed =
        Typed { body: form.text("testo"), voice: form.line("voce"), key: sound_key(&form.line("chiave")), faults: FieldErrors::default() };
    let parent = number(&form.line("risponde"));
    let page = voice(me, &typed.voice).unwrap_or_else(|fault| {
        typed.faults.add("voce", fault);
        None
    });
    check_body("testo", &typed.body, COMMENT_MAX, &mut typed.faults);
    let asked = |typed| Asked { answering: parent, typed: Some(typed), ..Asked::default() };
    if !typed.faults.is_empty() {
        return draw(&app, frame, &viewer, root, asked(typed)).await;
    }
    app.limiter.take("write", Key::Account(me.id.0))?;
    let actor = viewer.actor()?;
    let new = NewComment { root: id, parent, page, body: typed.body.clone(), language: frame.lang, once_key: typed.key.clone(), at: None };
    match app.db.write(async |tx| publish(tx, &actor, &new).await).await {
        Ok(published) => {
            let said = Post::any(&app.db, published.id()).await?;
            let toast = match published {
                Published::New(_) if said.held && root.replies == Replies::Approval => "toast-comment-held",
                Published::New(_) if said.held => "toast-post-waits",
                Published::New(_) => "toast-comment-published",
                Published::Already(_) => "toast-post-already",
            };
            see(&locate(&app.db, &said).await?, Some(toast))
        }
        Err(error @ Error::Invalid(_)) => {
            note_warned(&app.db, me.id, &error, &new.pieces()).await?;
            let Error::Invalid(faults) = error else { return Err(error) };
            typed.faults = faults;
            // Closed meanwhile: the page as it is now says so, with the words still in the form.
            let root = Post::visible_to(&app.db, &viewer, id).await?;
            draw(&app, frame, &viewer, root, asked(typed)).await
        }
        Err(error) => Err(error),
    }
}

/// The page to answer as, or none for oneself.
fn voice(me: &Me, word: &str) -> Result<Option<PageId>, &'static str> {
    if word.is_empty() || word == MYSELF {
        return Ok(None);
    }
    me.replying().find(|page| page.handle == word).map(|page| Some(page.id)).ok_or("error-post-voice")
}
