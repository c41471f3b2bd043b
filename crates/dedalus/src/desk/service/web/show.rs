//! /servizi/{slug} — the card of a service, and what to bring as a sheet for the pocket.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;

use super::view::CardView;
use crate::desk::service::{Shown, State};
use crate::shell::{App, Frame, Html, page};

#[derive(Template)]
#[template(path = "desk/service/templates/card.html")]
struct CardPage {
    frame: Frame,
    view: CardView,
    about: Html,
}

#[derive(Template)]
#[template(path = "desk/service/templates/needed.html")]
struct NeededPage {
    frame: Frame,
    view: CardView,
}

/// GET /servizi/{slug}
pub async fn card(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    let shown = Shown::by_slug(&app.db, &slug).await?;
    let view = CardView::of_shown(&app, &frame, &shown).await?;
    let keep = view.keep();
    let about = view.linked_data(&app, &frame);
    Ok(keep.on(page(&CardPage { frame, view, about })?))
}

/// GET /servizi/{slug}/cosa-serve
pub async fn needed(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    let shown = Shown::by_slug(&app.db, &slug).await?;
    let view = CardView::of_shown(&app, &frame, &shown).await?;
    let keep = view.keep();
    Ok(keep.on(page(&NeededPage { frame, view })?))
}

impl CardPage {
    /// Is it offered as the card says?
    fn is_offered(&self) -> bool {
        self.view.state == State::Published
    }
}

impl NeededPage {
    fn title(&self) -> String {
        self.frame.t1("service-needed-title", "name", &self.view.card.title)
    }
}
