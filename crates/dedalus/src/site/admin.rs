//! /amministrazione — the house seen from inside: figures, jobs, mail, the audit, what people say of the pages.
//! Only for who keeps the system. People, pages and offices are administered by identity.

mod audit;
mod clarity;
mod disk;
mod jobs;
mod mail;
mod overview;

use axum::Router;
use axum::routing::{get, post};

use crate::shell::{App, Frame};

/// Administration's addresses that belong to no domain.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/amministrazione", get(overview::show))
        .route("/amministrazione/lavori", get(jobs::index))
        .route("/amministrazione/lavori.csv", get(jobs::export))
        .route("/amministrazione/lavori/{id}", get(jobs::show))
        .route("/amministrazione/lavori/{id}/ripresa", post(jobs::retry))
        .route("/amministrazione/posta", get(mail::index))
        .route("/amministrazione/posta.csv", get(mail::export))
        .route("/amministrazione/posta/prova", post(mail::probe))
        .route("/amministrazione/registro", get(audit::index))
        .route("/amministrazione/registro.csv", get(audit::export))
        .route("/amministrazione/chiarezza", get(clarity::index))
        .route("/amministrazione/chiarezza.csv", get(clarity::export))
        .route("/amministrazione/chiarezza/parole", get(clarity::words))
        .route("/amministrazione/chiarezza/parole.csv", get(clarity::export))
}

/// The sentence of a dotted word such as `post.published`, or the word itself where there is none.
fn dotted(frame: &Frame, prefix: &str, word: &str) -> String {
    let sentence = frame.t(&format!("{prefix}-{}", word.replace(['.', '_'], "-")));
    if sentence.is_empty() { word.to_owned() } else { sentence.to_owned() }
}
