//! /embed — pieces of the town for other sites: what the pages say, one page, one post. They show what everybody may read,
//! whoever looks, and may be framed by anybody; nothing else of the site may.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use kit::i18n::dates;
use kit::{Error, Result};

use crate::identity::{Page, Viewer};
use crate::shell::{App, FRAMED_POLICY, Frame, Html, Keep, page};
use crate::social::{self, Post, PostCard, PostId};

/// Rows of a list.
const ROWS: i64 = 5;
/// What makes the frame as high as its content.
const HEIGHT: &str = include_str!("embed_height.js");
/// What another site loads instead of writing a frame itself.
const SCRIPT: &str = include_str!("embed.js");

#[derive(Template)]
#[template(path = "site/templates/embed_list.html")]
struct ListPiece {
    frame: Frame,
    title: String,
    more: String,
    posts: Vec<PostCard>,
}

#[derive(Template)]
#[template(path = "site/templates/embed_post.html")]
struct PostPiece {
    frame: Frame,
    post: Post,
    body: Html,
}

/// A piece with the headers that let other sites frame it.
fn piece(template: &impl Template, keep: Keep) -> Result<Response> {
    let mut response = page(template)?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAMED_POLICY));
    Ok(keep.on(response))
}

/// GET /embed/novita
pub async fn news(app: App, frame: Frame) -> Result<Response> {
    let posts = social::latest_voices(&app.db, &Viewer::nobody(), ROWS).await?;
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let title = frame.t1("embed-news", "town", &frame.town.name);
    piece(&ListPiece { title, more: "/novita".into(), posts, frame }, Keep::of(["square", "town", "pages"]).until(Some(midnight)))
}

/// GET /embed/pagine/{handle}
pub async fn voice(app: App, frame: Frame, Path(handle): Path<String>) -> Result<Response> {
    let voice = Page::by_handle(&app.db, &handle).await?;
    let posts = social::of_page(&app.db, &Viewer::nobody(), voice.id, None, ROWS).await?;
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let keep = Keep::of(["square", "pages"]).and(format!("page:{}", voice.id)).until(Some(midnight));
    piece(&ListPiece { title: voice.name.clone(), more: voice.path(), posts, frame }, keep)
}

/// GET /embed/post/{id}
pub async fn post(app: App, frame: Frame, Path(id): Path<i64>) -> Result<Response> {
    let post = Post::visible_to(&app.db, &Viewer::nobody(), PostId(id)).await?;
    if post.is_comment() {
        return Err(Error::NotFound);
    }
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let keep = Keep::of(["square", "pages"]).and(format!("post:{id}")).and(format!("person:{}", post.author_id)).until(Some(midnight));
    piece(&PostPiece { body: Html(post.body_html.clone()), post, frame }, keep)
}

fn javascript(text: &'static str) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    response
}

/// GET /embed/dedalus.js
pub async fn script() -> Response {
    javascript(SCRIPT)
}

/// GET /embed/altezza.js
pub async fn height() -> Response {
    javascript(HEIGHT)
}

/// A piece with what to copy.
struct Offer {
    /// Name.
    name: String,
    /// Its part of the address.
    path: String,
}

#[derive(Template)]
#[template(path = "site/templates/embed_shelf.html")]
struct ShelfPage {
    frame: Frame,
    offers: Vec<Offer>,
}

impl ShelfPage {
    fn frame_code(&self, offer: &Offer) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>",
            self.frame.absolute(&offer.path),
            offer.name.replace('"', "&quot;")
        )
    }

    fn script_code(&self, offer: &Offer) -> String {
        let piece = offer.path.trim_start_matches("/embed/");
        format!(
            "<script src=\"{}\" data-pezzo=\"{piece}\" data-titolo=\"{}\" async></script>",
            self.frame.absolute("/embed/dedalus.js"),
            offer.name.replace('"', "&quot;")
        )
    }
}

/// GET /embed — what can be put on another site, with the lines to copy.
pub async fn shelf(app: App, frame: Frame) -> Result<Response> {
    let town = Offer { name: frame.t1("embed-news", "town", &frame.town.name), path: "/embed/novita".into() };
    let pages = Page::all(&app.db).await?.into_iter().map(|page| Offer { path: format!("/embed{}", page.path()), name: page.name });
    let offers = std::iter::once(town).chain(pages).collect();
    Ok(Keep::of(["pages"]).on(page(&ShelfPage { frame, offers })?))
}
