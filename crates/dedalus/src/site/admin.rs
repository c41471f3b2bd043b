//! /amministrazione — the house seen from inside: figures, jobs, mail, the audit, what people say of the pages.
//! Only for who keeps the system. People, pages and offices are administered by identity.

mod audit;
mod clarity;
mod disk;
mod jobs;
mod mail;
mod overview;

use crate::identity::{Act, Routes};
use crate::shell::Frame;

/// Administration's addresses that belong to no domain.
pub fn routes() -> Routes {
    Routes::new()
        .get("/amministrazione", Act::KeepSystem, overview::show)
        .get("/amministrazione/lavori", Act::KeepSystem, jobs::index)
        .get("/amministrazione/lavori.csv", Act::KeepSystem, jobs::export)
        .get("/amministrazione/lavori/{id}", Act::KeepSystem, jobs::show)
        .post("/amministrazione/lavori/{id}/ripresa", Act::KeepSystem, jobs::retry)
        .get("/amministrazione/posta", Act::KeepSystem, mail::index)
        .get("/amministrazione/posta.csv", Act::KeepSystem, mail::export)
        .post("/amministrazione/posta/prova", Act::KeepSystem, mail::probe)
        .get("/amministrazione/registro", Act::ReadAudit, audit::index)
        .get("/amministrazione/registro.csv", Act::ReadAudit, audit::export)
        .get("/amministrazione/chiarezza", Act::ReadClarity, clarity::index)
        .get("/amministrazione/chiarezza.csv", Act::ReadClarity, clarity::export)
        .get("/amministrazione/chiarezza/parole", Act::ReadClarity, clarity::words)
        .get("/amministrazione/chiarezza/parole.csv", Act::ReadClarity, clarity::export)
}

/// The sentence of a dotted word such as `post.published`, or the word itself where there is none.
fn dotted(frame: &Frame, prefix: &str, word: &str) -> String {
    let sentence = frame.t(&format!("{prefix}-{}", word.replace(['.', '_'], "-")));
    if sentence.is_empty() { word.to_owned() } else { sentence.to_owned() }
}
