//! /amministrazione/chiarezza — what people say of the pages: the mean of each, and the newest words.

use askama::Template;
use axum::response::Response;
use kit::Result;

use super::overview::mean;
use crate::quality::{self, ClarityRow, ClaritySummary, OpinionFilter};
use crate::shell::{App, Frame, Listing, PIECE, Query, ROWS, Sheet, csv, page, piece_after};

#[derive(Template)]
#[template(path = "site/templates/admin_clarity.html")]
struct ClarityPage {
    frame: Frame,
    list: Listing,
    /// Each page with its mean.
    pages: Vec<(ClaritySummary, String)>,
    total: ClaritySummary,
    total_mean: String,
}

/// GET /amministrazione/chiarezza?q=…&dopo=…
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let mut list = Listing::new("/amministrazione/chiarezza", &query, &["q"]);
    let total = quality::total(&app.db).await?;
    let mut rows = quality::by_page(&app.db, list.maybe("q").as_deref(), list.after(), ROWS + 1).await?;
    list.cut(&mut rows, |row| row.last_id);
    let pages = rows
        .into_iter()
        .map(|row| {
            let said = mean(&row, frame.lang);
            (row, said)
        })
        .collect();
    page(&ClarityPage { list, pages, total_mean: mean(&total, frame.lang), total, frame })
}

#[derive(Template)]
#[template(path = "site/templates/admin_clarity_words.html")]
struct WordsPage {
    frame: Frame,
    list: Listing,
    rows: Vec<ClarityRow>,
}

fn listing(query: &Query) -> (Listing, OpinionFilter) {
    let list = Listing::new("/amministrazione/chiarezza/parole", query, &["q", "pagina", "stelle"]);
    let (stars, path) = (list.get("stelle").parse().ok(), list.maybe("pagina"));
    let filter = OpinionFilter { text: list.maybe("q"), path, stars, worded: false, before: list.after() };
    (list, filter)
}

/// GET /amministrazione/chiarezza/parole?q=…&pagina=…&stelle=…&dopo=… — only opinions with words, newest first.
pub async fn words(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (mut list, filter) = listing(&query);
    let mut rows = quality::opinions(&app.db, &OpinionFilter { worded: true, ..filter }, ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id);
    page(&WordsPage { list, rows, frame })
}

/// GET /amministrazione/chiarezza.csv — every opinion, with or without words.
pub async fn export(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (_, filter) = listing(&query);
    let headings = ["clarity-day", "clarity-page", "clarity-stars", "clarity-reason", "clarity-words"].map(|key| frame.t(key));
    csv("chiarezza", &headings, move |after| {
        let (app, frame, filter) = (app.clone(), frame.clone(), OpinionFilter { before: after, ..filter.clone() });
        async move {
            let rows = quality::opinions(&app.db, &filter, PIECE).await?;
            let mut sheet = Sheet::default();
            for row in &rows {
                let reason = row.answer_key().map_or("", |key| frame.t(key));
                sheet.line([&row.created_on, &row.path, &row.stars.to_string(), reason, &row.detail]);
            }
            Ok((sheet, piece_after(&rows, |row| row.id)))
        }
    })
    .await
}
