//! Moderation's pages: reporting, the queue, decisions with their reasons, appeals, rules, public figures.

mod appeal;
mod batch;
mod decision;
mod figures;
mod keyed;
mod matter;
mod own;
mod place;
mod queue;
mod report;
mod reporter;
mod rules;
mod text;

use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use crate::identity::{Act, Routes};
use crate::shell::{Frame, see};

/// Addresses of moderation.
pub fn routes() -> Routes {
    Routes::new()
        .get("/post/{id}/abuso", Act::Report, report::of_post)
        .post("/post/{id}/abuso", Act::Report, report::file_post)
        .get("/persone/{handle}/abuso", Act::Report, report::of_person)
        .post("/persone/{handle}/abuso", Act::Report, report::file_person)
        .get("/comunita/{handle}/abuso", Act::Report, report::of_community)
        .post("/comunita/{handle}/abuso", Act::Report, report::file_community)
        .get("/io/abusi/{id}", Act::KeepAccount, report::show)
        .get("/io/decisioni", Act::KeepAccount, own::index)
        .get("/io/decisioni/{id}", Act::KeepAccount, own::show)
        .post("/io/decisioni/{id}/ricorso", Act::KeepAccount, own::appeal)
        .get("/post/{id}/decisione", Act::KeepAccount, own::of_post)
        .get("/decisioni/{key}", Act::Enter, keyed::show)
        .post("/decisioni/{key}/ricorso", Act::Enter, keyed::appeal)
        .get("/segreteria/moderazione", Act::Moderate, queue::index)
        .get("/segreteria/moderazione.csv", Act::Moderate, queue::export)
        .get("/segreteria/moderazione/{id}", Act::Moderate, matter::show)
        .post("/segreteria/moderazione/{id}/presa-in-carico", Act::Moderate, matter::take)
        .post("/segreteria/moderazione/{id}/decisione", Act::Moderate, matter::decide)
        .get("/segreteria/moderazione/decisioni/{id}", Act::Moderate, decision::show)
        .post("/segreteria/moderazione/decisioni/{id}/annullamento", Act::Moderate, decision::undo)
        .get("/segreteria/moderazione/ricorsi", Act::Moderate, appeal::index)
        .get("/segreteria/moderazione/ricorsi/{id}", Act::Moderate, appeal::show)
        .post("/segreteria/moderazione/ricorsi/{id}/decisione", Act::Moderate, appeal::settle)
        .get("/segreteria/moderazione/blocco", Act::Moderate, batch::form)
        .post("/segreteria/moderazione/blocchi", Act::Moderate, batch::create)
        .get("/segreteria/moderazione/blocchi/{id}", Act::Moderate, batch::show)
        .post("/segreteria/moderazione/blocchi/{id}/annullamento", Act::Moderate, batch::undo)
        .get("/segreteria/regole-di-moderazione", Act::KeepModerationRules, rules::index)
        .post("/segreteria/regole-di-moderazione/frasi", Act::KeepModerationRules, rules::add)
        .post("/segreteria/regole-di-moderazione/frasi/{id}/cancellazione", Act::KeepModerationRules, rules::remove)
        .post("/segreteria/regole-di-moderazione/limiti", Act::KeepModerationRules, rules::limit)
        .get("/moderazione", Act::Read, figures::show)
        .get("/moderazione.csv", Act::Read, figures::export)
}

/// A form that comes back with its faults is 422.
fn status(faults: &FieldErrors) -> StatusCode {
    if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// A choice of the reasons, in their words.
fn reasons(frame: &Frame) -> Vec<(String, String)> {
    super::words::Reason::ALL.iter().map(|reason| (reason.form_word().to_owned(), frame.t(reason.key()).to_owned())).collect()
}

/// On to a page after a write, or its faults.
fn after(done: Result<()>, path: &str, toast: &'static str) -> Result<std::result::Result<Response, FieldErrors>> {
    match done {
        Ok(()) => see(path, Some(toast)).map(Ok),
        Err(Error::Invalid(faults)) => Ok(Err(faults)),
        Err(error) => Err(error),
    }
}
