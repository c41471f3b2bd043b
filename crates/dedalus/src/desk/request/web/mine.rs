//! What the holder of a receipt does, with an account or by its key alone: answer, say how it went, take back.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::story::{gather, mine, refused};
use crate::desk::request::acts;
use crate::desk::request::comment::{Voice, say};
use crate::desk::request::follow;
use crate::desk::request::receipt::{Rating, Receipt};
use crate::desk::request::record::Request;
use crate::identity::Viewer;
use crate::shell::{App, Form, FormView, Frame, page, see};

type Keyed = Path<(String, String)>;

/// Who has its key is counted by it: many people share an address.
async fn receipt(app: &App, Path((number, key)): Keyed) -> Result<Receipt> {
    let receipt = Receipt::opened(&app.db, &app.secret, &number, &key).await?;
    app.limiter.take("gesture", Key::Word(&receipt.number))?;
    Ok(receipt)
}

/// The page again with a fault.
async fn again(app: &App, frame: Frame, viewer: &Viewer, receipt: Receipt, words: String, faults: FieldErrors) -> Result<Response> {
    let request = Request::find(&app.db, receipt.request_id).await?;
    let own = mine(app, viewer, &request, receipt).await?;
    let form = FormView::with(&frame, faults);
    refused(gather(app, frame.clone(), viewer, request, Some(own), FormView::fresh(&frame)).await?, words, form)
}

/// POST …/valutazione — how it went, once.
pub async fn rate(app: App, frame: Frame, viewer: Viewer, at: Keyed, form: Form) -> Result<Response> {
    let receipt = receipt(&app, at).await?;
    let Some(rating) = Rating::from_word(&form.line("esito")) else {
        let mut faults = FieldErrors::default();
        faults.add("esito", "error-request-rating");
        return again(&app, frame, &viewer, receipt, String::new(), faults).await;
    };
    let reason: String = form.line("perche").chars().take(200).collect();
    app.db.write(async |tx| acts::rate(tx, receipt.id, rating, &reason).await).await?;
    see(&receipt.story(&app.secret), Some("toast-request-rated"))
}

/// POST …/verifica — is it really solved? A no opens it again.
pub async fn works(app: App, frame: Frame, viewer: Viewer, at: Keyed, form: Form) -> Result<Response> {
    let receipt = receipt(&app, at).await?;
    let works = match form.line("funziona").as_str() {
        "si" => true,
        "no" => false,
        _ => {
            let mut faults = FieldErrors::default();
            faults.add("funziona", "error-request-works");
            return again(&app, frame, &viewer, receipt, String::new(), faults).await;
        }
    };
    let words: String = form.line("cosa").chars().take(500).collect();
    app.db.write(async |tx| acts::say_whether_it_works(tx, &receipt, works, &words).await).await?;
    see(&receipt.story(&app.secret), Some(if works { "toast-request-works" } else { "toast-request-reopened" }))
}

/// POST …/commenti — also the answer to what the office asked.
pub async fn comment(app: App, frame: Frame, viewer: Viewer, at: Keyed, form: Form) -> Result<Response> {
    let receipt = receipt(&app, at).await?;
    let words = form.text("testo");
    match app.db.write(async |tx| say(tx, receipt.request_id, Voice::Holder(&receipt), &words).await).await {
        Ok(()) => see(&format!("{}#commenti", receipt.story(&app.secret)), Some("toast-request-said")),
        Err(Error::Invalid(faults)) => again(&app, frame, &viewer, receipt, words, faults).await,
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "desk/request/templates/withdraw.html")]
struct WithdrawPage {
    frame: Frame,
    request: Request,
    back: String,
}

/// GET …/ritiro
pub async fn ask_withdraw(app: App, frame: Frame, Path((number, key)): Keyed) -> Result<Response> {
    let receipt = Receipt::opened(&app.db, &app.secret, &number, &key).await?;
    let request = Request::find(&app.db, receipt.request_id).await?;
    page(&WithdrawPage { frame, request, back: receipt.story(&app.secret) })
}

/// POST …/ritiro
pub async fn withdraw(app: App, at: Keyed) -> Result<Response> {
    let receipt = receipt(&app, at).await?;
    app.db.write(async |tx| acts::withdraw(tx, &receipt).await).await?;
    see(&receipt.story(&app.secret), Some("toast-request-withdrawn"))
}

/// POST …/adozione — what was asked without an account belongs to whoever has its key and signs in.
pub async fn adopt(app: App, viewer: Viewer, at: Keyed) -> Result<Response> {
    let me = viewer.me()?.id;
    let receipt = receipt(&app, at).await?;
    app.db.write(async |tx| acts::adopt(tx, &receipt, me).await).await?;
    see(&receipt.story(&app.secret), Some("toast-request-adopted"))
}

/// POST …/seguito — letters at each step, or no more.
pub async fn follow(app: App, at: Keyed, form: Form) -> Result<Response> {
    let receipt = receipt(&app, at).await?;
    let follows = form.line("lettere") == "si";
    app.db.write(async |tx| follow::set_receipt(tx, receipt.request_id, receipt.id, follows).await).await?;
    see(&receipt.story(&app.secret), Some(if follows { "toast-request-followed" } else { "toast-request-unfollowed" }))
}
