//! /cerca — across everything the viewer may see; its feed; the searches somebody keeps.

mod feed;
mod named;
mod question;
mod saved;

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;
use kit::rate::Key;

use crate::identity::{Act, Page, Routes, Viewer};
use crate::shell::{App, FormView, Frame, Query, page_with};
use crate::social::{self, Asked, FoundPost, SEARCH_NAME_MAX as NAME_MAX};
use named::Named;
use question::{Kind, Question};

/// Results a page.
const RESULTS: u32 = 20;

/// Addresses of the search.
pub fn routes() -> Routes {
    Routes::new()
        .get("/cerca", Act::Read, show)
        .get("/cerca/feed.rss", Act::Read, feed::rss)
        .get("/cerca/feed.atom", Act::Read, feed::atom)
        .get("/cerca/feed.json", Act::Read, feed::json)
        .get("/io/ricerche", Act::KeepAccount, saved::index)
        .post("/io/ricerche", Act::KeepAccount, saved::keep)
        .post("/io/ricerche/{id}/fine", Act::KeepAccount, saved::drop)
}

#[derive(Template)]
#[template(path = "site/templates/search.html")]
struct SearchPage {
    frame: Frame,
    form: FormView,
    question: Question,
    kinds: Vec<(String, String)>,
    orders: Vec<(String, String)>,
    voices: Vec<(String, String)>,
    named: Named,
    found: Vec<FoundPost>,
    /// The address of the next results.
    more: Option<String>,
}

impl SearchPage {
    fn is_empty(&self) -> bool {
        self.found.is_empty() && self.named.is_empty()
    }

    fn order(&self) -> &'static str {
        if self.question.by_date { "data" } else { "" }
    }

    /// Are there posts among what it asks for? A feed has nothing else.
    fn asks_for_posts(&self) -> bool {
        !self.question.kind.of_posts().is_empty()
    }

    fn name_max(&self) -> usize {
        NAME_MAX
    }

    fn name(&self) -> String {
        self.question.words.chars().take(NAME_MAX).collect()
    }
}

/// GET /cerca?q=…&tipo=…&voce=…&da=…&a=…&ordine=data&prima=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    app.limiter.take("search", Key::address(viewer.address))?;
    draw(&app, frame, &viewer, Question::of(&query.0), FieldErrors::default()).await
}

/// The page of a question, with the faults of the form that keeps it if there are any.
async fn draw(app: &App, frame: Frame, viewer: &Viewer, question: Question, mut faults: FieldErrors) -> Result<Response> {
    let all = Page::all(&app.db).await?;
    let ((found, more), named) =
        tokio::try_join!(posts(app, viewer, &question, &all, &mut faults), Named::find(&app.db, viewer, &question, &all))?;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = SearchPage {
        kinds: Kind::ALL.iter().map(|kind| (kind.word().to_owned(), frame.t(kind.key()).to_owned())).collect(),
        orders: [("", "search-order-relevance"), ("data", "search-order-date")]
            .map(|(word, key)| (word.to_owned(), frame.t(key).to_owned()))
            .into(),
        voices: std::iter::once((String::new(), frame.t("search-voice-all").to_owned()))
            .chain(all.into_iter().map(|page| (page.handle, page.name)))
            .collect(),
        form: FormView::with(&frame, faults),
        frame,
        question,
        named,
        found,
        more,
    };
    page_with(status, &view)
}

/// The posts and comments that answer it, and the address of the next ones. What is wrong with the question is told.
async fn posts(
    app: &App,
    viewer: &Viewer,
    question: &Question,
    pages: &[Page],
    faults: &mut FieldErrors,
) -> Result<(Vec<FoundPost>, Option<String>)> {
    let voice = pages.iter().find(|page| page.handle == question.voice);
    if voice.is_none() && !question.voice.is_empty() {
        faults.add("voce", "error-search-voice");
    }
    let (from, until) = question.span(&app.zone, faults);
    if question.words.is_empty() || question.kind.of_posts().is_empty() || !faults.is_empty() {
        return Ok((Vec::new(), None));
    }
    let asked = Asked {
        words: &question.words,
        kinds: question.kind.of_posts(),
        page: voice.map(|page| page.id),
        from,
        until,
        order: question.order(RESULTS),
        limit: RESULTS + 1,
    };
    let mut found = social::search(&app.db, viewer, &asked).await?;
    let full = found.len() > RESULTS as usize;
    found.truncate(RESULTS as usize);
    let more = found.last().filter(|_| full).and_then(|last| question.next(last.id));
    Ok((found, more))
}
