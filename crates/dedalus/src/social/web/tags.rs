//! /argomenti — what people talk about, and the posts under each subject.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::i18n::dates;
use kit::text::fold;

use super::paging::{PAGE, PagesNav, Slice, before, slice};
use crate::identity::Viewer;
use crate::shell::{App, Frame, Keep, Query, page};
use crate::social::card::{self, PostCard};
use crate::social::tag::{self, Used};

/// Subjects shown as the most used.
const MOST: i64 = 60;

#[derive(Template)]
#[template(path = "social/templates/tags.html")]
struct TagsPage {
    frame: Frame,
    tags: Vec<Used>,
}

/// GET /argomenti
pub async fn index(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let tags = tag::most_used(&app.db, &viewer, MOST).await?;
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    Ok(Keep::of(["square", "town"]).until(Some(midnight)).on(page(&TagsPage { frame, tags })?))
}

#[derive(Template)]
#[template(path = "social/templates/tag.html")]
struct TagPage {
    frame: Frame,
    /// The name as it is compared; it says nothing of what was written.
    name: String,
    path: String,
    posts: Slice<PostCard>,
}

impl TagPage {
    fn pages(&self) -> PagesNav {
        self.posts.nav(&self.frame, &self.path)
    }
}

/// GET /argomenti/{tag}?prima=… — a subject nobody wrote about looks like one of which the viewer may read nothing.
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(name): Path<String>, query: Query) -> Result<Response> {
    let name = fold(&name);
    if name.is_empty() || name.chars().count() > 50 || !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        return Err(kit::Error::NotFound);
    }
    let from = before(&query);
    let rows = match tag::find(&app.db, &name).await? {
        Some(id) => card::of_tag(&app.db, &viewer, id, from, PAGE + 1).await?,
        None => Vec::new(),
    };
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let answer = page(&TagPage { frame, path: tag::path(&name), name, posts: slice(rows, from) })?;
    Ok(Keep::of(["square", "town", "pages"]).until(Some(midnight)).on(answer))
}
