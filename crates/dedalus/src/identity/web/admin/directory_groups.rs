//! Which group of the directory gives which role: lines are added and taken away on the directory's page.

use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::provider_form::draw_with_group;
use super::providers::{note_provider, path};
use super::{chosen, office_options};
use crate::identity::directory_group::DirectoryGroup;
use crate::identity::provider::{Provider, ProviderKind};
use crate::identity::{Change, OfficeId, Role, Viewer};
use crate::shell::{App, Form, Frame, see};

/// What was typed, with its faults.
#[derive(Debug, Clone, Default)]
pub struct GroupTyped {
    pub name: String,
    pub office: String,
    pub role: String,
    pub faults: FieldErrors,
}

async fn directory(app: &App, slug: &str) -> Result<Provider> {
    let provider = Provider::by_slug(&app.db, slug).await?;
    if provider.kind == ProviderKind::Ldap { Ok(provider) } else { Err(Error::NotFound) }
}

/// POST /amministrazione/accessi/{slug}/gruppi — one more group gives a role.
pub async fn add(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let provider = directory(&app, &slug).await?;
    let mut typed =
        GroupTyped { name: form.line("gruppo"), office: form.line("ufficio"), role: form.line("ruolo"), faults: FieldErrors::default() };
    let offices = office_options(&app, &frame, "admin-choose").await?;
    let office = typed.office.parse::<OfficeId>().ok().filter(|_| !chosen(&offices, &typed.office).is_empty());
    let role = Role::from_word(&typed.role);
    if typed.name.is_empty() || typed.name.chars().count() > 300 {
        typed.faults.add("gruppo", "error-directory-group");
    }
    if office.is_none() {
        typed.faults.add("ufficio", "error-office");
    }
    if role.is_none() {
        typed.faults.add("ruolo", "error-role");
    }
    let (Some(office), Some(role), true) = (office, role, typed.faults.is_empty()) else {
        return draw_with_group(&app, frame, provider, typed).await;
    };
    let words = format!("{} → {} · {}", typed.name, role.word(), chosen(&offices, &typed.office));
    let actor = viewer.actor()?;
    let done = app
        .db
        .write(async |tx| {
            DirectoryGroup::add(tx, provider.id, &typed.name, office, role).await?;
            let change = Change::default().field("gruppo", "", &words);
            note_provider(tx, &actor, "provider.changed", (provider.id, &provider.name), &change).await
        })
        .await;
    match done {
        Err(Error::Invalid(faults)) => draw_with_group(&app, frame, provider, GroupTyped { faults, ..typed }).await,
        done => done.and_then(|()| see(&format!("{}#gruppi", path(&slug)), Some("toast-added"))),
    }
}

/// POST /amministrazione/accessi/{slug}/gruppi/{id}/fine
pub async fn remove(app: App, viewer: Viewer, Path((slug, id)): Path<(String, i64)>) -> Result<Response> {
    let provider = directory(&app, &slug).await?;
    let lines = DirectoryGroup::of(&app.db, provider.id).await?;
    let line = lines.into_iter().find(|line| line.id == id).ok_or(Error::NotFound)?;
    let words = format!("{} → {} · {}", line.group_name, line.role.word(), line.office);
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            DirectoryGroup::remove(tx, provider.id, id).await?;
            let change = Change::default().field("gruppo", &words, "");
            note_provider(tx, &actor, "provider.changed", (provider.id, &provider.name), &change).await
        })
        .await?;
    see(&format!("{}#gruppi", path(&slug)), Some("toast-removed"))
}
