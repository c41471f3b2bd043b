//! /amministrazione/persone/nuova — an account for somebody, who chooses the password by a link from a mail.

use askama::Template;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::i18n::Lang;
use kit::{Error, Result};

use super::{form_status, office_options, person, role_options, roles};
use crate::identity::invitation::{Invitation, invite};
use crate::identity::letters::Letter;
use crate::identity::{Entry, Office, PersonId, Role, Viewer, check_email, check_names, note};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/admin/invite.html")]
struct InvitePage {
    frame: Frame,
    form: FormView,
    typed: Typed,
    languages: Vec<(String, String)>,
    roles: Vec<(String, String)>,
    offices: Vec<(String, String)>,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    name: String,
    handle: String,
    email: String,
    language: String,
    role: String,
    office: String,
}

async fn draw(app: &App, frame: Frame, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let status = form_status(&faults);
    let languages = frame.languages().iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect();
    let (roles, offices) = (role_options(&frame, "admin-no-role"), office_options(app, &frame, "admin-no-office").await?);
    page_with(status, &InvitePage { form: FormView::with(&frame, faults), typed, languages, roles, offices, frame })
}

/// GET /amministrazione/persone/nuova
pub async fn form(app: App, frame: Frame) -> Result<Response> {
    draw(&app, frame, Typed { language: "it".into(), ..Typed::default() }, FieldErrors::default()).await
}

/// POST /amministrazione/persone/nuova — makes the account, begins a role if one was chosen, sends the link.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let line = |name| form.line(name);
    let typed = Typed {
        name: line("nome"),
        handle: line("nickname"),
        email: line("email"),
        language: line("lingua"),
        role: line("ruolo"),
        office: line("ufficio"),
    };
    match create_checked(&app, &viewer, &typed).await {
        Err(Error::Invalid(faults)) => draw(&app, frame, typed, faults).await,
        done => done.and_then(|id| see(&person::path(id), Some("toast-person-invited"))),
    }
}

async fn create_checked(app: &App, viewer: &Viewer, typed: &Typed) -> Result<PersonId> {
    let me = viewer.me()?;
    let mut faults = FieldErrors::default();
    let (name, handle) = check_names(&typed.name, &typed.handle, &app.config.town.name, &mut faults);
    let email = check_email(&typed.email, &mut faults);
    let role: Option<(Role, Office)> = match (typed.role.is_empty(), typed.office.is_empty()) {
        (true, true) => None,
        _ => roles::choice(app, &typed.role, &typed.office, &mut faults).await?,
    };
    let language = Lang::from_word(&typed.language).unwrap_or(Lang::It);
    let new = faults.or(Invitation { name, handle, email, language, role: role.as_ref().map(|(role, office)| (office.id, *role)) })?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let id = invite(tx, &app.secret, &Letter::of(app), &new, me.id).await?;
            let about = || Entry { subject_kind: "person", subject_id: Some(id.0), subject_name: &new.name, ..Entry::default() };
            note(tx, &actor, Entry { act: "person.invited", after: Some(new.email.clone()), ..about() }).await?;
            if let Some((role, office)) = &role {
                note(tx, &actor, Entry { act: "membership.begun", after: Some(roles::words(*role, &office.name)), ..about() }).await?;
            }
            Ok(id)
        })
        .await
}
