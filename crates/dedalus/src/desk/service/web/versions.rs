//! /servizi/{slug}/versioni — what was published before, for whoever works for the town; two versions beside each other.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;

use super::view::CardView;
use crate::desk::service::{Shown, Version};
use crate::identity::{Act, Viewer};
use crate::shell::{App, Frame, Query, page};

/// A field that differs: its name, before, after.
pub struct Difference {
    /// Key of its name.
    pub key: &'static str,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
}

#[derive(Template)]
#[template(path = "desk/service/templates/versions.html")]
struct VersionsPage {
    frame: Frame,
    shown: Shown,
    title: String,
    versions: Vec<Version>,
    keeps: bool,
}

#[derive(Template)]
#[template(path = "desk/service/templates/version.html")]
struct VersionPage {
    frame: Frame,
    number: i64,
    is_newest: bool,
    view: CardView,
}

#[derive(Template)]
#[template(path = "desk/service/templates/compare.html")]
struct ComparePage {
    frame: Frame,
    slug: String,
    title: String,
    from: i64,
    to: i64,
    differences: Vec<Difference>,
}

/// GET /servizi/{slug}/versioni
pub async fn index(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let shown = Shown::by_slug(&app.db, &slug).await?;
    let versions = Version::of(&app.db, shown.id).await?;
    let title = shown.written()?.named("titolo").to_owned();
    let keeps = viewer.me()?.may_in(Act::KeepServices, shown.office_id);
    page(&VersionsPage { frame, shown, title, versions, keeps })
}

/// GET /servizi/{slug}/versioni/{number}
pub async fn show(app: App, frame: Frame, Path((slug, number)): Path<(String, i64)>) -> Result<Response> {
    let newest = Shown::by_slug(&app.db, &slug).await?;
    let shown = Shown::version(&app.db, &slug, number).await?;
    let view = CardView::of_shown(&app, &frame, &shown).await?;
    page(&VersionPage { is_newest: newest.number == number, frame, number, view })
}

/// GET /servizi/{slug}/versioni/confronto?da=1&a=2
pub async fn compare(app: App, frame: Frame, Path(slug): Path<String>, query: Query) -> Result<Response> {
    let newest = Shown::by_slug(&app.db, &slug).await?;
    let to = query.0.line("a").parse().unwrap_or(newest.number);
    let from = query.0.line("da").parse().unwrap_or((to - 1).max(1));
    let (before, after) = tokio::try_join!(Shown::version(&app.db, &slug, from), Shown::version(&app.db, &slug, to))?;
    let (before, after) = (before.written()?, after.written()?);
    let differences = before
        .differences(&after)
        .into_iter()
        .map(|(field, before, after)| Difference { key: field.key(), before: before.to_owned(), after: after.to_owned() })
        .collect();
    page(&ComparePage { frame, slug, title: after.named("titolo").to_owned(), from, to, differences })
}

impl VersionsPage {
    fn name(&self) -> String {
        self.frame.t1("service-versions-title", "name", &self.title)
    }
}

impl ComparePage {
    fn name(&self) -> String {
        self.frame.t2("service-compare-title", "from", &self.from.to_string(), "to", &self.to.to_string())
    }
}
