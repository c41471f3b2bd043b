//! /amministrazione/accessi — with what people sign in besides a password: SPID, CIE, other providers, the directory.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::db::Tx;
use kit::error::FieldErrors;

use super::Question;
use crate::identity::directory::Directory;
use crate::identity::discovery::{self, Finding};
use crate::identity::provider::{Provider, ProviderId, ProviderKind};
use crate::identity::{Act, Actor, Change, Entry, Routes, Viewer, note};
use crate::shell::{App, Frame, page, see};

/// The addresses of providers in administration.
pub fn routes() -> Routes {
    use super::{directory_groups as groups, provider_form as form};
    let act = Act::KeepProviders;
    Routes::new()
        .get("/amministrazione/accessi", act, index)
        .get("/amministrazione/accessi/nuovo/{kind}", act, form::new)
        .post("/amministrazione/accessi/nuovo/{kind}", act, form::create)
        .get("/amministrazione/accessi/{slug}", act, form::edit)
        .post("/amministrazione/accessi/{slug}", act, form::update)
        .get("/amministrazione/accessi/{slug}/prova", act, probe)
        .get("/amministrazione/accessi/{slug}/chiusura", act, ask_close)
        .post("/amministrazione/accessi/{slug}/chiusura", act, close)
        .post("/amministrazione/accessi/{slug}/riapertura", act, reopen)
        .post("/amministrazione/accessi/{slug}/gruppi", act, groups::add)
        .post("/amministrazione/accessi/{slug}/gruppi/{id}/fine", act, groups::remove)
}

#[derive(Template)]
#[template(path = "identity/templates/admin/providers.html")]
struct ProvidersPage {
    frame: Frame,
    providers: Vec<Provider>,
}

#[derive(Template)]
#[template(path = "identity/templates/admin/probe.html")]
struct ProbePage {
    frame: Frame,
    provider: Provider,
    findings: Vec<(bool, String)>,
    fine: bool,
    return_address: String,
}

/// A provider's address in administration.
pub fn path(slug: &str) -> String {
    format!("/amministrazione/accessi/{slug}")
}

/// A row of the audit about a provider.
pub async fn note_provider(tx: &mut Tx, actor: &Actor, act: &'static str, about: (ProviderId, &str), change: &Change) -> Result<()> {
    let (id, name) = about;
    let entry = Entry { act, subject_kind: "provider", subject_id: Some(id.0), subject_name: name, ..Entry::default() };
    note(tx, actor, Entry { before: change.before(), after: change.after(), ..entry }).await
}

/// GET /amministrazione/accessi
pub async fn index(app: App, frame: Frame) -> Result<Response> {
    page(&ProvidersPage { providers: Provider::all(&app.db).await?, frame })
}

/// GET /amministrazione/accessi/{slug}/prova — asks the provider about itself, or the directory for an answer, and changes nothing.
pub async fn probe(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    let provider = Provider::by_slug(&app.db, &slug).await?;
    let found = if provider.kind == ProviderKind::Ldap {
        Directory::read(&provider.directory)?.probe(&app.secret).await
    } else {
        app.outbound.forget(&discovery::address(&provider));
        discovery::findings(&provider, &discovery::describe(&app.outbound, &provider).await)
    };
    let fine = found.iter().all(|finding| finding.fine);
    let findings = found.iter().map(|Finding { fine, key, value }| (*fine, frame.t1(key, "value", value))).collect();
    page(&ProbePage { return_address: app.absolute(&provider.return_path()), frame, provider, findings, fine })
}

fn question(frame: &Frame, provider: &Provider) -> Question {
    Question {
        title: frame.t1("admin-provider-close-title", "name", &provider.name),
        text: frame.t("admin-provider-close-text").to_owned(),
        button: "admin-provider-close",
        back: path(&provider.slug),
    }
}

/// GET /amministrazione/accessi/{slug}/chiusura — asks.
pub async fn ask_close(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    let provider = Provider::by_slug(&app.db, &slug).await?;
    question(&frame, &provider).draw(frame, FieldErrors::default())
}

/// POST /amministrazione/accessi/{slug}/chiusura — nobody signs in with it; what is linked stays.
pub async fn close(app: App, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let provider = Provider::by_slug(&app.db, &slug).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            Provider::close(tx, provider.id).await?;
            note_provider(tx, &actor, "provider.closed", (provider.id, &provider.name), &Change::default()).await
        })
        .await?;
    see(&path(&slug), Some("toast-provider-closed"))
}

/// POST /amministrazione/accessi/{slug}/riapertura
pub async fn reopen(app: App, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let provider = Provider::by_slug(&app.db, &slug).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            Provider::reopen(tx, provider.id).await?;
            note_provider(tx, &actor, "provider.reopened", (provider.id, &provider.name), &Change::default()).await
        })
        .await?;
    see(&path(&slug), Some("toast-provider-reopened"))
}
