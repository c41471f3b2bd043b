//! Roles in offices: begun from a person's page, ended after being asked.

use axum::extract::Path;
use axum::response::Response;
use kit::clock::Time;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::Question;
use super::person::{Part, Typed, draw, path};
use crate::identity::{Entry, Membership, Office, OfficeId, Person, PersonId, Role, Viewer, handover, note};
use crate::shell::{App, Form, Frame, see};

/// A role and an office as they were chosen, both or none.
pub(super) async fn choice(app: &App, role: &str, office: &str, faults: &mut FieldErrors) -> Result<Option<(Role, Office)>> {
    let role = Role::from_word(role);
    let office = match office.parse::<OfficeId>() {
        Ok(id) => Office::all(&app.db).await?.into_iter().find(|known| known.id == id),
        Err(_) => None,
    };
    if role.is_none() {
        faults.add("ruolo", "error-role");
    }
    if office.is_none() {
        faults.add("ufficio", "error-office");
    }
    Ok(role.zip(office))
}

/// POST /amministrazione/persone/{id}/ruoli — a role in an office begins now.
pub async fn begin(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PersonId>, form: Form) -> Result<Response> {
    let person = Person::find(&app.db, id).await?;
    let (role, office, until) = (form.line("ruolo"), form.line("ufficio"), form.line("fino"));
    let mut typed = Typed { part: Part::Role, role, office, until, ..Typed::default() };
    let until = last_moment(&app, &typed.until, &mut typed.faults);
    let chosen = choice(&app, &typed.role, &typed.office, &mut typed.faults).await?;
    let Some((role, office)) = chosen.filter(|_| typed.faults.is_empty()) else { return draw(&app, &frame, &viewer, id, typed).await };
    match begin_now(&app, &viewer, &person, role, &office, until).await {
        Err(Error::Conflict(key)) => {
            typed.faults.add("ruolo", key);
            draw(&app, &frame, &viewer, id, typed).await
        }
        done => done.and_then(|()| see(&path(id), Some("toast-role-begun"))),
    }
}

/// The end of the day that was typed, in the town's zone; none for a role without an end.
fn last_moment(app: &App, typed: &str, faults: &mut FieldErrors) -> Option<Time> {
    if typed.is_empty() {
        return None;
    }
    let day = typed.parse::<jiff::civil::Date>().ok().and_then(|day| day.tomorrow().ok());
    let until = day.map(|day| Time::start_of(day, &app.zone)).filter(|until| *until > app.now());
    if until.is_none() {
        faults.add("fino", "error-role-until");
    }
    until
}

/// POST /amministrazione/persone/{id}/consegne — what this person keeps goes to somebody else.
pub async fn hand_over(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PersonId>, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let person = Person::find(&app.db, id).await?;
    let mut typed = Typed { part: Part::Handover, successor: form.line("successore"), ..Typed::default() };
    let Some(successor) = Person::by_word(&app.db, &typed.successor).await? else {
        typed.faults.add("successore", "error-nobody");
        return draw(&app, &frame, &viewer, id, typed).await;
    };
    let actor = viewer.actor()?;
    let done = app
        .db
        .write(async |tx| {
            let handed = handover::hand_over(tx, id, successor.id, me.id).await?;
            let after = Some(format!("{}: {}", successor.name, handed.words()));
            note(tx, &actor, Entry { act: "person.handed_over", after, ..about(id, &person.name) }).await
        })
        .await;
    match done {
        Err(Error::Invalid(faults)) => draw(&app, &frame, &viewer, id, Typed { faults, ..typed }).await,
        done => done.and_then(|()| see(&path(id), Some("toast-handed-over"))),
    }
}

async fn begin_now(app: &App, viewer: &Viewer, person: &Person, role: Role, office: &Office, until: Option<Time>) -> Result<()> {
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let held = Membership::begin(tx, person.id, office.id, role, viewer.id()).await?;
            if let Some(until) = until {
                Membership::end_at(tx, held, until).await?;
            }
            let act = Entry { act: "membership.begun", after: Some(words(role, &office.name)), ..about(person.id, &person.name) };
            note(tx, &actor, act).await
        })
        .await
}

/// A role in the audit's words.
pub(super) fn words(role: Role, office: &str) -> String {
    format!("{} · {office}", role.word())
}

fn about(id: PersonId, name: &str) -> Entry<'_> {
    Entry { subject_kind: "person", subject_id: Some(id.0), subject_name: name, ..Entry::default() }
}

fn question(frame: &Frame, held: &Membership) -> Question {
    Question {
        title: frame.t1("admin-role-end-title", "name", &held.person_name),
        text: frame.t2("admin-role-end-text", "role", frame.t(held.role.key()), "office", &held.office_name),
        button: "admin-role-end-send",
        back: path(held.person_id),
    }
}

/// GET /amministrazione/ruoli/{id}/fine — asks.
pub async fn ask(app: App, frame: Frame, Path(id): Path<i64>) -> Result<Response> {
    let held = Membership::find(&app.db, id).await?;
    if !held.runs(frame.now) {
        return Err(Error::NotFound);
    }
    question(&frame, &held).draw(frame, FieldErrors::default())
}

/// POST /amministrazione/ruoli/{id}/fine — the role ends now.
pub async fn end(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let held = Membership::find(&app.db, id).await?;
    let actor = viewer.actor()?;
    let done = app
        .db
        .write(async |tx| {
            Membership::end(tx, id).await?;
            let before = Some(words(held.role, &held.office_name));
            note(tx, &actor, Entry { act: "membership.ended", before, ..about(held.person_id, &held.person_name) }).await
        })
        .await;
    match done {
        Err(Error::Invalid(faults)) => question(&frame, &held).draw(frame, faults),
        done => done.and_then(|()| see(&path(held.person_id), Some("toast-role-ended"))),
    }
}
