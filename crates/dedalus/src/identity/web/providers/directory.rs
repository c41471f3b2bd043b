//! /io/accessi/{slug}/directory — somebody with an account says which entry of the directory is theirs, too.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::link::join;
use super::refused::taken;
use crate::identity::directory_sign_in::{self, claims_of};
use crate::identity::provider::{Provider, ProviderKind};
use crate::identity::{Actor, Person, Viewer};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/providers/directory.html")]
struct DirectoryPage {
    frame: Frame,
    form: FormView,
    provider: Provider,
    user: String,
}

async fn provider_of(app: &App, slug: &str) -> Result<Provider> {
    let provider = Provider::by_slug(&app.db, slug).await?;
    if provider.kind == ProviderKind::Ldap && provider.closed_at.is_none() { Ok(provider) } else { Err(Error::NotFound) }
}

fn draw(frame: Frame, provider: Provider, user: String, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &DirectoryPage { form: FormView::with(&frame, faults), frame, provider, user })
}

/// GET /io/accessi/{slug}/directory
pub async fn form(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    draw(frame, provider_of(&app, &slug).await?, String::new(), FieldErrors::default())
}

/// POST /io/accessi/{slug}/directory — both sides are proved: the account by its session, the entry by its password.
pub async fn create(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("sign_in", Key::Account(me.id.0))?;
    let provider = provider_of(&app, &slug).await?;
    let user = form.line("utente");
    let fault = match directory_sign_in::ask(&app, &provider, &user, &form.secret("password")).await {
        Ok(Some(entry)) => {
            match join(&app, &viewer, &provider, &claims_of(&entry)).await {
                Err(Error::Invalid(_)) => return taken(&frame, &provider),
                done => done?,
            }
            let person = Person::find(&app.db, me.id).await?;
            let actor = Actor { person: None, name: provider.name.clone(), ..viewer.actor()? };
            app.db.write(async |tx| directory_sign_in::keep(tx, &actor, &provider, &person, &entry).await).await?;
            return see("/io/sicurezza#accessi", Some("toast-linked"));
        }
        Ok(None) => "error-sign-in",
        Err(error) => {
            tracing::warn!(provider = %provider.slug, %error, "a directory does not answer");
            "error-directory-away"
        }
    };
    let mut faults = FieldErrors::default();
    faults.add("utente", fault);
    draw(frame, provider, user, faults)
}
