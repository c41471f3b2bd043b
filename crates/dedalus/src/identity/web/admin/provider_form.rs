//! /amministrazione/accessi/nuovo/{kind} and /{slug} — where a provider is and what is asked of it. Secrets go in and never out.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::directory_groups::GroupTyped;
use super::provider_typed::Typed;
use super::providers::{note_provider, path};
use super::{form_status, office_options, role_options};
use crate::identity::directory_group::DirectoryGroup;
use crate::identity::office_record::{is_slug, slug_of};
use crate::identity::provider::{Provider, ProviderKind};
use crate::identity::{Change, Viewer};
use crate::shell::{App, Form, FormView, Frame, Html, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/admin/provider.html")]
struct ProviderPage {
    frame: Frame,
    /// None while it does not exist yet.
    record: Option<Provider>,
    kind: ProviderKind,
    form: FormView,
    typed: Typed,
    return_address: String,
    groups: Vec<DirectoryGroup>,
    group_form: FormView,
    group: GroupTyped,
    offices: Vec<(String, String)>,
    roles: Vec<(String, String)>,
}

impl ProviderPage {
    fn is_directory(&self) -> bool {
        self.kind == ProviderKind::Ldap
    }

    fn words(&self, key: &str) -> Html {
        Html(self.frame.t(key).to_owned())
    }

    /// What stands under the field of a secret.
    fn secret_help(&self, known: &bool) -> &'static str {
        self.frame.t(if *known { "admin-provider-secret-known" } else { "admin-provider-secret-help" })
    }
}

async fn draw(
    app: &App,
    frame: Frame,
    record: Option<Provider>,
    kind: ProviderKind,
    typed: Typed,
    faults: FieldErrors,
    group: GroupTyped,
) -> Result<Response> {
    let slug = record.as_ref().map_or(typed.slug.as_str(), |provider| provider.slug.as_str());
    let return_address = app.absolute(&format!("/accedi/con/{}/ritorno", if slug.is_empty() { "…" } else { slug }));
    let groups = match &record {
        Some(provider) if kind == ProviderKind::Ldap => DirectoryGroup::of(&app.db, provider.id).await?,
        _ => Vec::new(),
    };
    let (offices, roles) = (office_options(app, &frame, "admin-choose").await?, role_options(&frame, "admin-choose"));
    let status = if faults.is_empty() { form_status(&group.faults) } else { form_status(&faults) };
    let (form, group_form) = (FormView::with(&frame, faults), FormView::with(&frame, group.faults.clone()));
    page_with(status, &ProviderPage { record, kind, form, typed, return_address, groups, group_form, group, offices, roles, frame })
}

/// The page of a provider whose form of groups comes back.
pub async fn draw_with_group(app: &App, frame: Frame, provider: Provider, group: GroupTyped) -> Result<Response> {
    let (kind, typed) = (provider.kind, Typed::of_record(&provider));
    draw(app, frame, Some(provider), kind, typed, FieldErrors::default(), group).await
}

/// GET /amministrazione/accessi/nuovo/{kind}
pub async fn new(app: App, frame: Frame, Path(kind): Path<String>) -> Result<Response> {
    let kind = ProviderKind::from_word(&kind).ok_or(Error::NotFound)?;
    draw(&app, frame, None, kind, Typed::fresh(kind), FieldErrors::default(), GroupTyped::default()).await
}

/// POST /amministrazione/accessi/nuovo/{kind}
pub async fn create(app: App, frame: Frame, viewer: Viewer, Path(kind): Path<String>, form: Form) -> Result<Response> {
    let kind = ProviderKind::from_word(&kind).ok_or(Error::NotFound)?;
    let mut typed = Typed::of_form(&form);
    if typed.slug.is_empty() {
        typed.slug = slug_of(&typed.name);
    }
    match add(&app, &viewer, kind, &typed).await {
        Err(Error::Invalid(faults)) => draw(&app, frame, None, kind, typed.without_secrets(), faults, GroupTyped::default()).await,
        done => done.and_then(|()| see(&path(&typed.slug), Some("toast-added"))),
    }
}

/// GET /amministrazione/accessi/{slug}
pub async fn edit(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    let provider = Provider::by_slug(&app.db, &slug).await?;
    draw_with_group(&app, frame, provider, GroupTyped::default()).await
}

/// POST /amministrazione/accessi/{slug}
pub async fn update(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let provider = Provider::by_slug(&app.db, &slug).await?;
    let typed = Typed { slug: provider.slug.clone(), ..Typed::of_form(&form) };
    match change(&app, &viewer, &provider, &typed).await {
        Err(Error::Invalid(faults)) => {
            let kind = provider.kind;
            let typed = Typed { has_secret: Typed::of_record(&provider).has_secret, ..typed.without_secrets() };
            draw(&app, frame, Some(provider), kind, typed, faults, GroupTyped::default()).await
        }
        done => done.and_then(|()| see(&path(&slug), Some("toast-saved"))),
    }
}

async fn add(app: &App, viewer: &Viewer, kind: ProviderKind, typed: &Typed) -> Result<()> {
    let mut faults = FieldErrors::default();
    if !is_slug(&typed.slug) {
        faults.add("slug", "error-slug");
    }
    let draft = typed.checked(app, kind, None, faults)?;
    let change = typed.change(&Typed::default());
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let id = Provider::create(tx, &typed.slug, kind, &draft).await?;
            note_provider(tx, &actor, "provider.created", (id, &draft.name), &change).await
        })
        .await
}

async fn change(app: &App, viewer: &Viewer, provider: &Provider, typed: &Typed) -> Result<()> {
    let mut faults = FieldErrors::default();
    if provider.kind != ProviderKind::Ldap && typed.issuer != provider.issuer && provider.has_links(&app.db).await? {
        faults.add("issuer", "error-issuer-linked");
    }
    let draft = typed.checked(app, provider.kind, Some(provider), faults)?;
    let kept = Typed { position: draft.position.to_string(), ..typed.clone() };
    let mut change: Change = kept.change(&Typed::of_record(provider));
    if !typed.secret.is_empty() {
        // That it changed is worth knowing; what it is, is not.
        change = change.field("segreto", "…", "… (nuovo)");
    }
    if change.is_empty() {
        return Ok(());
    }
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            Provider::update(tx, provider.id, &draft).await?;
            note_provider(tx, &actor, "provider.changed", (provider.id, &draft.name), &change).await
        })
        .await
}
