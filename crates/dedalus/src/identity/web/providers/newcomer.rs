//! /accedi/con/{slug}/nuovo — the provider has named somebody the town does not know: a new account, or the way to link an
//! old one, after signing in to it. Never by itself.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use kit::config::SignUp;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::refused::refuse;
use super::{ARRIVED, Arrived, Purpose, open};
use crate::identity::letters::Letter;
use crate::identity::openid::Refusal;
use crate::identity::provider::Provider;
use crate::identity::provider_sign_up::{self, Newcomer, handle_of};
use crate::identity::refuse::{noticed, unsaid};
use crate::identity::{Actor, Entry as Note, Person, PersonId, Viewer, audit, check_email, check_names, step};
use crate::shell::{App, Form, FormView, Frame, Html, page, page_with};

#[derive(Template)]
#[template(path = "identity/templates/providers/newcomer.html")]
struct NewcomerPage {
    frame: Frame,
    form: FormView,
    provider: Provider,
    typed: Typed,
    /// The address the provider vouches for; none when one is to be typed.
    vouched: Option<String>,
    privacy_words: Html,
    closed: bool,
}

#[derive(Template)]
#[template(path = "identity/templates/providers/known.html")]
struct KnownPage {
    frame: Frame,
    provider: Provider,
    email: String,
    sign_in: String,
}

#[derive(Template)]
#[template(path = "identity/templates/sign_up_sent.html")]
struct SentPage {
    frame: Frame,
    email: String,
}

/// What was typed.
#[derive(Debug, Default, Clone)]
struct Typed {
    name: String,
    handle: String,
    email: String,
    privacy: bool,
}

/// Who has arrived, if it was from this provider and for a new account.
fn arrived(app: &App, slug: &str, headers: &HeaderMap) -> Option<Arrived> {
    step::get(app, ARRIVED, headers).filter(|arrived: &Arrived| arrived.slug == slug && arrived.person.is_none())
}

/// The address the provider vouches for.
fn vouched(arrived: &Arrived) -> Option<String> {
    let email = arrived.claims.email.clone().filter(|_| arrived.claims.email_verified)?;
    let mut faults = FieldErrors::default();
    let email = check_email(&email, &mut faults);
    faults.is_empty().then_some(email)
}

fn draw(app: &App, frame: &Frame, provider: Provider, arrived: &Arrived, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = NewcomerPage {
        form: FormView::with(frame, faults),
        provider,
        typed,
        vouched: vouched(arrived),
        privacy_words: Html(frame.t("sign-up-privacy").to_owned()),
        closed: app.config.accounts.sign_up != SignUp::Open,
        frame: frame.clone(),
    };
    page_with(status, &view)
}

/// GET /accedi/con/{slug}/nuovo
pub async fn form(app: App, frame: Frame, Path(slug): Path<String>, headers: HeaderMap) -> Result<Response> {
    let provider = Provider::open(&app.db, &slug).await?;
    let Some(arrived) = arrived(&app, &slug, &headers) else { return refuse(&frame, &provider, &Refusal::Lost, Purpose::Enter) };
    if let Some(email) = vouched(&arrived)
        && Person::by_email(&app.db, &email).await?.is_some()
    {
        return known(frame, provider, email);
    }
    let typed = Typed {
        name: arrived.claims.name.chars().take(60).collect(),
        handle: handle_of(&arrived.claims.name),
        email: arrived.claims.email.clone().unwrap_or_default(),
        privacy: false,
    };
    draw(&app, &frame, provider, &arrived, typed, FieldErrors::default())
}

/// The address has an account: its owner signs in to it first.
fn known(frame: Frame, provider: Provider, email: String) -> Result<Response> {
    let sign_in = link_address(&provider.slug);
    page(&KnownPage { frame, provider, email, sign_in })
}

/// The same for somebody the directory knows by an address that has an account.
pub fn known_in_directory(frame: Frame, provider: Provider, email: String) -> Result<Response> {
    let sign_in = format!("/accedi?torna=%2Fio%2Faccessi%2F{}%2Fdirectory", provider.slug);
    page(&KnownPage { frame, provider, email, sign_in })
}

/// Signing in to an account, and on to linking a provider to it.
fn link_address(slug: &str) -> String {
    format!("/accedi?torna=%2Fio%2Faccessi%2F{slug}%2Fcollega")
}

/// POST /accedi/con/{slug}/nuovo
pub async fn create(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, headers: HeaderMap, form: Form) -> Result<Response> {
    let provider = Provider::open(&app.db, &slug).await?;
    let Some(arrived) = arrived(&app, &slug, &headers) else { return refuse(&frame, &provider, &Refusal::Lost, Purpose::Enter) };
    if app.config.accounts.sign_up != SignUp::Open {
        return Err(Error::Forbidden);
    }
    app.limiter.take("sign_up", Key::address(viewer.address))?;
    let mut faults = FieldErrors::default();
    let (name, handle) = check_names(&form.line("nome"), &form.line("nickname"), &app.config.town.name, &mut faults);
    let vouched = vouched(&arrived);
    let email = vouched.clone().unwrap_or_else(|| check_email(&form.line("email"), &mut faults));
    let typed = Typed { name, handle, email, privacy: form.has("privacy") };
    unsaid(&app, None, vec![("nome", typed.name.clone()), ("nickname", typed.handle.clone())], &mut faults).await?;
    if !typed.privacy {
        faults.add("privacy", "error-privacy");
    }
    if !faults.is_empty() {
        return draw(&app, &frame, provider, &arrived, typed, faults);
    }
    let new = Newcomer {
        claims: arrived.claims.clone(),
        name: typed.name.clone(),
        handle: typed.handle.clone(),
        email: typed.email.clone(),
        language: frame.code().to_owned(),
        path: arrived.path.clone(),
    };
    let done = if vouched.is_some() {
        make(&app, &viewer, &provider, &new).await.map(Some)
    } else {
        provider_sign_up::ask(&app.db, &app.secret, &Letter::of(&app), &provider, &new).await.map(|()| None)
    };
    match done {
        Ok(Some(person)) => open(&app, &frame, &viewer, &headers, (&provider, &new.claims, person), &new.path, "toast-welcome").await,
        Ok(None) => page(&SentPage { frame, email: typed.email }),
        Err(Error::Invalid(faults)) if faults.of("email").is_some() => known(frame, provider, typed.email),
        Err(Error::Invalid(faults)) => draw(&app, &frame, provider, &arrived, typed, faults),
        Err(error) => Err(error),
    }
}

/// Makes the account, linked, and leaves its rows in the audit.
pub(super) async fn make(app: &App, viewer: &Viewer, provider: &Provider, new: &Newcomer) -> Result<PersonId> {
    let (id, is_new) = app
        .db
        .write(async |tx| {
            let (id, is_new) = provider_sign_up::create(tx, &app.secret, provider, new).await?;
            if is_new {
                let actor = Actor::person(id, &new.name, viewer.address);
                let about = Note { subject_kind: "person", subject_id: Some(id.0), subject_name: &new.name, ..Note::default() };
                audit::note(tx, &actor, Note { act: "person.signed_up", after: Some(provider.name.clone()), ..about }).await?;
            }
            Ok((id, is_new))
        })
        .await?;
    if is_new {
        noticed(app, id, &new.name, &new.handle).await?;
    }
    Ok(id)
}
