//! /cerca — across everything the viewer may see.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::db::Db;
use kit::rate::Key;
use kit::text::search::similar;

use crate::identity::{Page, PageId, Viewer};
use crate::shell::{App, Frame, Query, page};
use crate::social::{self, FoundPost, Order};

/// Results a page.
const RESULTS: i64 = 20;

#[derive(Template)]
#[template(path = "site/templates/search.html")]
struct SearchPage {
    frame: Frame,
    query: String,
    kind: String,
    order: String,
    pages: Vec<Page>,
    found: Vec<FoundPost>,
    /// The address of the next results.
    more: Option<String>,
}

/// GET /cerca?q=…&tipo=notizie|commenti&ordine=rilevanza|data&prima=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    app.limiter.take("search", Key::address(viewer.address))?;
    let form = query.0;
    let words: String = form.line("q").chars().take(200).collect();
    let kind = form.line("tipo");
    let order = form.line("ordine");
    let before = form.line("prima").parse::<i64>().ok();
    let kinds: &[&str] = match kind.as_str() {
        "notizie" => &["post"],
        "commenti" => &["comment"],
        _ => &["post", "comment"],
    };
    if words.is_empty() {
        return page(&SearchPage { frame, query: words, kind, order, pages: Vec::new(), found: Vec::new(), more: None });
    }
    let by = if order == "data" { Order::Recency } else { Order::Relevance };
    let mut found = social::search(&app.db, &viewer, &words, kinds, by, before, RESULTS + 1).await?;
    let full = i64::try_from(found.len()).unwrap_or_default() > RESULTS;
    found.truncate(usize::try_from(RESULTS).unwrap_or(20));
    // Keyset paging by number needs the order of numbers, so only that order pages on.
    let more = match (full, by, found.last()) {
        (true, Order::Recency, Some(last)) => Some(address(&words, &kind, "data", Some(last.id.0))),
        (true, Order::Relevance, _) => Some(address(&words, &kind, "data", None)),
        _ => None,
    };
    let pages = if before.is_none() && kind.is_empty() { named_pages(&app.db, &words).await? } else { Vec::new() };
    page(&SearchPage { frame, query: words, kind, order, pages, found, more })
}

fn address(words: &str, kind: &str, order: &str, before: Option<i64>) -> String {
    let start = String::from("/cerca?");
    let mut parts = url::form_urlencoded::Serializer::for_suffix(start, "/cerca?".len());
    parts.append_pair("q", words);
    if !kind.is_empty() {
        parts.append_pair("tipo", kind);
    }
    parts.append_pair("ordine", order);
    if let Some(before) = before {
        parts.append_pair("prima", &before.to_string());
    }
    parts.finish()
}

/// Institutional pages whose name is like the words, typing errors allowed.
async fn named_pages(db: &Db, words: &str) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for (id, _) in similar(db, "page", words, 3).await? {
        if let Ok(found) = Page::find(db, PageId(id)).await {
            pages.push(found);
        }
    }
    Ok(pages)
}
