//! Who may speak as a page: added by handle or address, changed, taken away after being asked.

use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::Question;
use super::page_form::{EditorTyped, draw_with_editor};
use super::pages::{note_page, path};
use crate::identity::page_record::{PageRecord, rights_of};
use crate::identity::{Change, Person, PersonId, PersonState, Rights, Viewer, remove_editor, set_editor};
use crate::shell::{App, Form, Frame, see};

/// Rights in the audit's words.
fn words(rights: Option<Rights>) -> &'static str {
    match rights {
        Some(Rights { publish: true, reply: true }) => "publish, reply",
        Some(Rights { publish: true, reply: false }) => "publish",
        Some(Rights { publish: false, reply: true }) => "reply",
        Some(Rights { publish: false, reply: false }) | None => "",
    }
}

/// POST /amministrazione/pagine/{handle}/redattori — one more person may speak as the page.
pub async fn add(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, form: Form) -> Result<Response> {
    let record = PageRecord::by_handle(&app.db, &handle).await?;
    let mut typed =
        EditorTyped { who: form.line("chi"), publish: form.has("pubblica"), reply: form.has("risponde"), faults: FieldErrors::default() };
    let person = Person::by_word(&app.db, &typed.who).await?;
    match &person {
        None => typed.faults.add("chi", "error-nobody"),
        Some(person) if person.state != PersonState::Active => typed.faults.add("chi", "error-person-suspended"),
        Some(_) => {}
    }
    if !typed.publish && !typed.reply {
        typed.faults.add("pubblica", "error-rights");
    }
    let Some(person) = person.filter(|_| typed.faults.is_empty()) else { return draw_with_editor(&app, frame, record, typed).await };
    set(&app, &viewer, &record, &person, Rights { publish: typed.publish, reply: typed.reply }).await?;
    see(&format!("{}#redattori", path(&record.handle)), Some("toast-editor-added"))
}

/// POST /amministrazione/pagine/{handle}/redattori/{person} — other rights.
pub async fn change(app: App, frame: Frame, viewer: Viewer, Path((handle, id)): Path<(String, PersonId)>, form: Form) -> Result<Response> {
    let record = PageRecord::by_handle(&app.db, &handle).await?;
    let person = Person::find(&app.db, id).await?;
    let rights = Rights { publish: form.has("pubblica"), reply: form.has("risponde") };
    if !rights.publish && !rights.reply {
        let mut faults = FieldErrors::default();
        faults.add(format!("pubblica-{id}"), "error-rights");
        return draw_with_editor(&app, frame, record, EditorTyped { faults, ..EditorTyped::default() }).await;
    }
    set(&app, &viewer, &record, &person, rights).await?;
    see(&format!("{}#redattori", path(&record.handle)), Some("toast-editor-changed"))
}

async fn set(app: &App, viewer: &Viewer, record: &PageRecord, person: &Person, rights: Rights) -> Result<()> {
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let before = rights_of(tx, record.id, person.id).await?;
            set_editor(tx, record.id, person.id, rights, viewer.id()).await?;
            tx.touch(format!("page:{}", record.id));
            let act = if before.is_some() { "editor.changed" } else { "editor.added" };
            let change = Change::default().field(&person.name, words(before), words(Some(rights)));
            if change.is_empty() { Ok(()) } else { note_page(tx, &actor, act, record.id, &record.name, &change).await }
        })
        .await
}

/// GET /amministrazione/pagine/{handle}/redattori/{person}/fine — asks.
pub async fn ask(app: App, frame: Frame, Path((handle, id)): Path<(String, PersonId)>) -> Result<Response> {
    let record = PageRecord::by_handle(&app.db, &handle).await?;
    let person = Person::find(&app.db, id).await?;
    let question = Question {
        title: frame.t1("admin-editor-end-title", "name", &person.name),
        text: frame.t2("admin-editor-end-text", "name", &person.name, "page", &record.name),
        button: "admin-editor-end-send",
        back: path(&record.handle),
    };
    question.draw(frame, FieldErrors::default())
}

/// POST /amministrazione/pagine/{handle}/redattori/{person}/fine — the person speaks as the page no more.
pub async fn remove(app: App, viewer: Viewer, Path((handle, id)): Path<(String, PersonId)>) -> Result<Response> {
    let record = PageRecord::by_handle(&app.db, &handle).await?;
    let person = Person::find(&app.db, id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let before = rights_of(tx, record.id, id).await?.ok_or(Error::NotFound)?;
            remove_editor(tx, record.id, id).await?;
            tx.touch(format!("page:{}", record.id));
            let change = Change::default().field(&person.name, words(Some(before)), words(None));
            note_page(tx, &actor, "editor.removed", record.id, &record.name, &change).await
        })
        .await?;
    see(&format!("{}#redattori", path(&record.handle)), Some("toast-editor-removed"))
}
