//! /ricevute — the receipt: to be kept, printed, and opened without an account by its key.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::{HeaderValue, header};
use kit::{Result, args};

use super::story::{day, gather, mine, term_words};
use crate::desk::request::receipt::{self, Receipt, ReceiptId};
use crate::desk::request::record::{Request, category_name};
use crate::identity::Viewer;
use crate::shell::{App, FormView, Frame, page, see};

/// Where the receipt of this number is read.
pub fn path(app: &App, number: &str) -> String {
    format!("/ricevute/{number}/{}", receipt::key(&app.secret, number))
}

/// To the receipt that a draft has become. Who has the draft's key has written it.
pub async fn lead(app: &App, receipt: ReceiptId) -> Result<Response> {
    let (number,): (String,) = app.db.one("select number from request_receipt where id = $1", args![receipt]).await?;
    see(&path(app, &number), None)
}

#[derive(Template)]
#[template(path = "desk/request/templates/receipt.html")]
pub struct ReceiptPage {
    frame: Frame,
    receipt: Receipt,
    request: Request,
    category: String,
    due: String,
    term: String,
    /// Where the story is read; none at the counter.
    story: Option<String>,
    /// Its address in full, for who takes the paper home.
    address: String,
}

/// Puts a receipt's page together.
pub async fn receipt_page(app: &App, frame: Frame, receipt: Receipt, inside: bool) -> Result<Response> {
    let request = Request::find(&app.db, receipt.request_id).await?;
    let story = receipt.story(&app.secret);
    let answer = page(&ReceiptPage {
        category: category_name(request.category.as_deref(), frame.lang),
        due: day(&frame, request.due_at),
        term: term_words(app, &frame, &request).await?,
        address: app.absolute(&story),
        story: (!inside).then_some(story),
        frame,
        receipt,
        request,
    })?;
    Ok(secret(answer))
}

/// The address holds a key: nothing of the page is kept anywhere, and no search engine shows it.
pub fn secret(mut answer: Response) -> Response {
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    answer.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex"));
    answer
}

/// GET /ricevute/{numero} — of who is signed in.
pub async fn own(app: App, viewer: Viewer, Path(number): Path<String>) -> Result<Response> {
    let receipt = Receipt::of_person(&app.db, &number, viewer.me()?.id).await?;
    see(&receipt.path(&app.secret), None)
}

/// GET /ricevute/{numero}/{key}
pub async fn show(app: App, frame: Frame, Path((number, key)): Path<(String, String)>) -> Result<Response> {
    let receipt = Receipt::opened(&app.db, &app.secret, &number, &key).await?;
    receipt_page(&app, frame, receipt, false).await
}

/// GET /ricevute/{numero}/{key}/segnalazione
pub async fn story(app: App, frame: Frame, viewer: Viewer, Path((number, key)): Path<(String, String)>) -> Result<Response> {
    let receipt = Receipt::opened(&app.db, &app.secret, &number, &key).await?;
    let request = Request::find(&app.db, receipt.request_id).await?;
    let own = mine(&app, &viewer, &request, receipt).await?;
    let form = FormView::fresh(&frame);
    Ok(secret(page(&gather(&app, frame, &viewer, request, Some(own), form).await?)?))
}
