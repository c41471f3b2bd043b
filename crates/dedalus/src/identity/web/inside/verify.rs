//! /segreteria/verifiche — at the counter: a person, a document, a fiscal code of which only a keyed hash is kept.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use jiff::civil::Date;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use crate::identity::fiscal_code::FiscalCode;
use crate::identity::person_record::{PersonFilter, PersonRecord};
use crate::identity::verification::{self, Conflict, Outcome, Shown, Verified};
use crate::identity::{Act, Entry, PersonId, PersonState, Reach, Tier, Viewer, note};
use crate::shell::{App, Form, FormView, Frame, Html, Query, page, page_with, see};

/// Kinds of document, with the keys of their names (art. 35 D.P.R. 445/2000).
pub const DOCUMENTS: [(&str, &str); 5] = [
    ("cie", "document-cie"),
    ("carta", "document-card"),
    ("passaporto", "document-passport"),
    ("patente", "document-licence"),
    ("soggiorno", "document-permit"),
];

/// Who is found at the counter: a few, for who types enough.
const FOUND: i64 = 10;

#[derive(Template)]
#[template(path = "identity/templates/inside/verify.html")]
struct VerifyPage {
    frame: Frame,
    query: String,
    short: bool,
    people: Vec<PersonRecord>,
    latest: Vec<(Verified, &'static str)>,
    conflicts: Option<i64>,
}

/// GET /segreteria/verifiche?q=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    let words = query.0.line("q");
    let short = !words.is_empty() && words.chars().count() < 3;
    let people = if words.is_empty() || short {
        Vec::new()
    } else {
        app.limiter.take("search", Key::Account(me.id.0))?;
        let filter = PersonFilter { text: Some(words.clone()), state: Some(PersonState::Active), ..PersonFilter::default() };
        PersonRecord::list(&app.db, &filter, FOUND).await?
    };
    let latest = verification::latest(&app.db, 10).await?.into_iter().map(|row| {
        let words = document_words(&frame, &row.document);
        (row, words)
    });
    let latest = latest.collect();
    let conflicts = if me.reach(Act::DecideIdentity) == Reach::No { None } else { Some(Conflict::waiting(&app.db).await?) };
    page(&VerifyPage { query: words, short, people, latest, conflicts, frame })
}

/// The name of a kind of document.
pub fn document_words(frame: &Frame, document: &str) -> &'static str {
    DOCUMENTS.iter().find(|(word, _)| *word == document).map_or("", |(_, key)| frame.t(key))
}

#[derive(Template)]
#[template(path = "identity/templates/inside/verify_form.html")]
struct FormPage {
    frame: Frame,
    person: PersonRecord,
    form: FormView,
    typed: Typed,
    documents: Vec<(String, String)>,
}

impl FormPage {
    fn seen_words(&self) -> Html {
        Html(self.frame.t("admin-verify-document").to_owned())
    }
}

/// What was typed. The code is never drawn back.
#[derive(Debug, Default)]
struct Typed {
    document: String,
    born: String,
    residence: String,
    seen: bool,
}

/// Somebody who can be verified by this viewer: active, not verified yet, and somebody else.
async fn candidate(app: &App, viewer: &Viewer, id: PersonId) -> Result<PersonRecord> {
    let person = PersonRecord::find(&app.db, id).await?;
    if viewer.id() == Some(id) {
        return Err(Error::Conflict("error-verify-self"));
    }
    if person.state != PersonState::Active {
        return Err(Error::NotFound);
    }
    if person.tier == Tier::Verified { Err(Error::Conflict("error-verify-already")) } else { Ok(person) }
}

fn draw(frame: Frame, person: PersonRecord, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let documents = std::iter::once((String::new(), frame.t("admin-choose").to_owned()))
        .chain(DOCUMENTS.iter().map(|(word, key)| ((*word).to_owned(), frame.t(key).to_owned())))
        .collect();
    page_with(status, &FormPage { form: FormView::with(&frame, faults), frame, person, typed, documents })
}

/// GET /segreteria/verifiche/{id}
pub async fn form(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PersonId>) -> Result<Response> {
    let person = candidate(&app, &viewer, id).await?;
    draw(frame, person, Typed::default(), FieldErrors::default())
}

/// POST /segreteria/verifiche/{id} — the document was seen: the person is verified, or two accounts show one code.
pub async fn create(app: App, frame: Frame, viewer: Viewer, Path(id): Path<PersonId>, form: Form) -> Result<Response> {
    let person = candidate(&app, &viewer, id).await?;
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let typed =
        Typed { document: form.line("documento"), born: form.line("nascita"), residence: form.line("residenza"), seen: form.has("visto") };
    let mut faults = FieldErrors::default();
    let shown = check(&app, &typed, &form.line("codice"), me.id, &mut faults);
    let Some(shown) = shown.filter(|_| faults.is_empty()) else { return draw(frame, person, typed, faults) };
    let actor = viewer.actor()?;
    let outcome = app
        .db
        .write(async |tx| {
            let outcome = verification::record(tx, &app.secret, id, &shown).await?;
            let act = if outcome == Outcome::Verified { "person.verified" } else { "person.verification_conflict" };
            let entry = Entry {
                act,
                subject_kind: "person",
                subject_id: Some(id.0),
                subject_name: &person.name,
                after: Some(shown.document.to_owned()),
                ..Entry::default()
            };
            note(tx, &actor, entry).await?;
            Ok(outcome)
        })
        .await?;
    match outcome {
        Outcome::Verified => see("/segreteria/verifiche", Some("toast-person-verified")),
        Outcome::Conflict => see("/segreteria/verifiche", Some("toast-verification-conflict")),
    }
}

fn check<'a>(app: &App, typed: &'a Typed, code: &str, by: PersonId, faults: &mut FieldErrors) -> Option<Shown<'a>> {
    let code = FiscalCode::parse(code);
    if code.is_none() {
        faults.add("codice", "error-fiscal-code");
    }
    let today = app.now().zoned(&app.zone).date();
    let born = typed.born.parse::<Date>().ok().filter(|born| *born <= today && born.year() > today.year() - 130);
    match (&code, born) {
        (_, None) => faults.add("nascita", "error-birth-date"),
        (Some(code), Some(born)) if !code.tells_of(born) => faults.add("nascita", "error-birth-date-code"),
        _ => {}
    }
    if !DOCUMENTS.iter().any(|(word, _)| *word == typed.document) {
        faults.add("documento", "error-document-kind");
    }
    if typed.residence.chars().count() > 100 {
        faults.add_with("residenza", "error-long", Vec::new());
    }
    if !typed.seen {
        faults.add("visto", "error-document");
    }
    let residence = Some(typed.residence.as_str()).filter(|area| !area.is_empty());
    Some(Shown { code: code?, source: "counter", document: &typed.document, by: Some(by), birth_date: born, residence })
}
