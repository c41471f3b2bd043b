//! /persone/{handle}/blocco, …/silenzio, /io/blocchi — wanting nothing to do with somebody.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::rate::Key;

use crate::identity::{Block, Blocked, Person, Viewer};
use crate::shell::{App, Frame, page, see};
use crate::social::follow;

#[derive(Template)]
#[template(path = "social/templates/blocks.html")]
struct BlocksPage {
    frame: Frame,
    blocked: Vec<Blocked>,
    muted: Vec<Blocked>,
}

/// GET /io/blocchi
pub async fn index(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let all = Blocked::of(&app.db, viewer.me()?.id).await?;
    let (blocked, muted) = all.into_iter().partition(|row| row.kind == Block::Block);
    page(&BlocksPage { frame, blocked, muted })
}

#[derive(Template)]
#[template(path = "social/templates/block.html")]
struct BlockPage {
    frame: Frame,
    person: Person,
}

/// GET /persone/{handle}/blocco — says what it means, and asks once.
pub async fn ask(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    viewer.me()?;
    let person = Person::by_handle(&app.db, &handle).await?;
    page(&BlockPage { frame, person })
}

async fn set(app: App, viewer: Viewer, handle: String, what: Block, begins: bool) -> Result<Response> {
    let me = viewer.me()?.id;
    app.limiter.take("write", Key::Account(me.0))?;
    let other = Person::by_handle(&app.db, &handle).await?;
    app.db
        .write(async |tx| {
            if !begins {
                what.end(tx, me, other.id).await?;
                tx.touch(crate::social::touch::EVERYTHING);
                return Ok(());
            }
            what.begin(tx, me, other.id).await?;
            if what == Block::Block { follow::part(tx, me, other.id).await } else { Ok(()) }
        })
        .await?;
    let toast = match (what, begins) {
        (Block::Block, true) => "toast-blocked",
        (Block::Mute, true) => "toast-muted",
        (_, false) => "toast-block-lifted",
    };
    see("/io/blocchi", Some(toast))
}

/// POST /persone/{handle}/blocco
pub async fn block(app: App, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    set(app, viewer, handle, Block::Block, true).await
}

/// POST /persone/{handle}/blocco/ritiro
pub async fn unblock(app: App, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    set(app, viewer, handle, Block::Block, false).await
}

/// POST /persone/{handle}/silenzio
pub async fn mute(app: App, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    set(app, viewer, handle, Block::Mute, true).await
}

/// POST /persone/{handle}/silenzio/ritiro
pub async fn unmute(app: App, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    set(app, viewer, handle, Block::Mute, false).await
}
