//! /amministrazione/persone/{id} — one person: roles, pages, and what keeps somebody out or lets them in.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::db::Tx;
use kit::error::FieldErrors;
use kit::events::{Event, record};
use kit::rate::Key;
use kit::text::fold;
use kit::{Error, Result};

use super::people::state_words;
use crate::identity::audit::last_of;
use crate::identity::invitation;
use crate::identity::letters::Letter;
use crate::identity::page_record::{EditedPage, pages_of};
use crate::identity::person_record::{self, PersonRecord};
use crate::identity::{Actor, AuditRow, Entry, Membership, PersonId, Tier, Viewer, note, session, verification};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/admin/person.html")]
struct PersonPage {
    frame: Frame,
    person: PersonRecord,
    state: &'static str,
    state_class: &'static str,
    is_me: bool,
    language: &'static str,
    sessions: i64,
    memberships: Vec<(Membership, bool)>,
    pages: Vec<EditedPage>,
    suspension: Option<AuditRow>,
    roles: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    typed: Typed,
    role_form: FormView,
    handover_form: FormView,
    state_form: FormView,
}

/// Which of the page's forms comes back.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Part {
    #[default]
    None,
    Role,
    Handover,
    State,
}

/// What was typed into it.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) part: Part,
    pub(super) role: String,
    pub(super) office: String,
    pub(super) until: String,
    pub(super) successor: String,
    pub(super) reason: String,
    pub(super) faults: FieldErrors,
}

/// The page's address.
pub(super) fn path(id: PersonId) -> String {
    format!("/amministrazione/persone/{id}")
}

/// Draws the page, with the form that comes back.
pub(super) async fn draw(app: &App, frame: &Frame, viewer: &Viewer, id: PersonId, typed: Typed) -> Result<Response> {
    let person = PersonRecord::find(&app.db, id).await?;
    let (memberships, pages, sessions, suspension, offices) = tokio::try_join!(
        Membership::of_person(&app.db, id),
        pages_of(&app.db, id),
        session::count(&app.db, id),
        last_of(&app.db, "person.suspended", "person", id.0),
        super::office_options(app, frame, "admin-choose"),
    )?;
    let memberships = memberships
        .into_iter()
        .map(|held| {
            let runs = held.runs(frame.now);
            (held, runs)
        })
        .collect();
    let form = |part| if typed.part == part { FormView::with(frame, typed.faults.clone()) } else { FormView::fresh(frame) };
    let (state, state_class) = state_words(&person);
    let view = PersonPage {
        role_form: form(Part::Role),
        handover_form: form(Part::Handover),
        state_form: form(Part::State),
        state: frame.t(state),
        state_class,
        is_me: viewer.id() == Some(id),
        language: frame.languages().iter().find(|(code, _)| *code == person.language.word()).map_or("", |(_, name)| *name),
        roles: super::role_options(frame, "admin-choose"),
        frame: frame.clone(),
        person,
        sessions,
        memberships,
        pages,
        suspension,
        offices,
        typed,
    };
    page_with(super::form_status(&view.typed.faults), &view)
}

/// GET /amministrazione/persone/{id}
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PersonId>) -> Result<Response> {
    draw(&app, &frame, &viewer, id, Typed::default()).await
}

/// A row of the audit about a person.
pub(super) async fn note_person(
    tx: &mut Tx,
    actor: &Actor,
    act: &'static str,
    person: &PersonRecord,
    said: [Option<&str>; 2],
) -> Result<()> {
    let [before, after] = said.map(|text| text.map(str::to_owned));
    let act =
        Entry { act, subject_kind: "person", subject_id: Some(person.id.0), subject_name: &person.name, before, after, ..Entry::default() };
    note(tx, actor, act).await
}

/// POST /amministrazione/persone/{id}/sospensione — keeps a person out, with the reason; every session ends.
pub async fn suspend(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PersonId>, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let person = PersonRecord::find(&app.db, id).await?;
    let actor = viewer.actor()?;
    let reason = form.line("motivo");
    let done = match reason.chars().count() {
        0..3 => Err(Error::field("motivo", "error-reason")),
        301.. => Err(Error::field("motivo", "error-reason-long")),
        _ => {
            app.db
                .write(async |tx| {
                    person_record::suspend(tx, id, me.id).await?;
                    note_person(tx, &actor, "person.suspended", &person, [None, Some(&reason)]).await
                })
                .await
        }
    };
    match done {
        Err(Error::Invalid(faults)) => {
            draw(&app, &frame, &viewer, id, Typed { part: Part::State, reason, faults, ..Typed::default() }).await
        }
        done => done.and_then(|()| see(&path(id), Some("toast-person-suspended"))),
    }
}

/// POST /amministrazione/persone/{id}/riattivazione — lets a suspended person in again.
pub async fn reactivate(app: App, viewer: Viewer, Path(id): Path<PersonId>) -> Result<Response> {
    let person = PersonRecord::find(&app.db, id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            person_record::reactivate(tx, id).await?;
            // Whatever had kept them out is over: moderation's own suspensions, too.
            let data = serde_json::json!({});
            record(
                tx,
                Event {
                    kind: "person.reactivated",
                    actor: actor.person.map(|by| by.0),
                    subject_kind: "person",
                    subject: id.0,
                    data,
                    touches: &[],
                },
            )
            .await?;
            note_person(tx, &actor, "person.reactivated", &person, [Some("suspended"), Some("active")]).await
        })
        .await?;
    see(&path(id), Some("toast-person-reactivated"))
}

/// POST /amministrazione/persone/{id}/verifica/ritiro — it was a mistake.
pub async fn unverify(app: App, viewer: Viewer, Path(id): Path<PersonId>) -> Result<Response> {
    let person = PersonRecord::find(&app.db, id).await?;
    if person.tier != Tier::Verified {
        return Err(Error::NotFound);
    }
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            verification::withdraw(tx, id).await?;
            note_person(tx, &actor, "person.unverified", &person, [Some(person.tier.word()), Some(Tier::Registered.word())]).await
        })
        .await?;
    see(&path(id), Some("toast-person-unverified"))
}

/// POST /amministrazione/persone/{id}/invito — the link of an invitation once more, for who has no password yet.
pub async fn send_link(app: App, viewer: Viewer, Path(id): Path<PersonId>) -> Result<Response> {
    let person = PersonRecord::find(&app.db, id).await?;
    if person.has_password {
        return Err(Error::Conflict("error-has-password"));
    }
    app.limiter.take("letters", Key::Word(&fold(&person.email)))?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let to = (person.language, person.email.as_str(), person.name.as_str());
            invitation::send_link(tx, &app.secret, &Letter::of(&app), id, to).await?;
            note_person(tx, &actor, "person.invitation_sent", &person, [None, Some(&person.email)]).await
        })
        .await?;
    see(&path(id), Some("toast-invitation-sent"))
}
