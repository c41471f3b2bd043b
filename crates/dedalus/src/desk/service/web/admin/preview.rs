//! The public card, before anything is saved: what was typed rides along, unseen.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::{Error, Result};

use super::typed::{Typed, kept};
use crate::desk::service::web::view::CardView;
use crate::desk::service::{Card, Field, Service};
use crate::identity::Viewer;
use crate::shell::{App, Form, Frame, page};

#[derive(Template)]
#[template(path = "desk/service/templates/preview.html")]
struct PreviewPage {
    frame: Frame,
    view: CardView,
    typed: Typed,
    /// Where the form goes back to.
    path: String,
    /// Names of what is missing before it can be published.
    missing: Vec<&'static str>,
}

impl PreviewPage {
    /// Everything that was typed, field by field.
    fn fields(&self) -> Vec<(&'static str, &str)> {
        Field::ALL.iter().map(|field| (field.word(), self.typed.written.get(*field))).collect()
    }
}

/// POST /amministrazione/servizi/nuovo/anteprima
pub async fn of_new(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    draw(&app, frame, &viewer, Typed::of_form(&form), "/amministrazione/servizi/nuovo".to_owned()).await
}

/// POST /amministrazione/servizi/{slug}/anteprima
pub async fn of_one(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let service = Service::kept_by(&app.db, &viewer, &slug).await?;
    let typed = Typed { slug, code: service.code.clone(), ..Typed::of_form(&form) };
    draw(&app, frame, &viewer, typed, service.path()).await
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, typed: Typed, path: String) -> Result<Response> {
    let offices = kept(app, viewer).await?;
    let chosen = offices.iter().find(|office| office.slug == typed.written.get(Field::Office)).or(offices.first());
    let office = chosen.ok_or(Error::Forbidden)?.id;
    let view = CardView::of_written(app, &frame, &typed.written, office).await?;
    let (card, faults) = Card::read(&typed.written);
    let missing = card.missing();
    let mut names: Vec<&'static str> = Vec::new();
    for fault in faults.iter().chain(missing.iter()) {
        if let Some(field) = Field::from_word(&fault.field) {
            let name = frame.t(field.key());
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    page(&PreviewPage { view: CardView { slug: typed.slug.clone(), ..view }, frame, typed, path, missing: names })
}
