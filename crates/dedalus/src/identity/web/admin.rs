//! /amministrazione/persone, /pagine, /uffici — who is who, who speaks for whom, which doors there are.
//! Only for who keeps the system; every change leaves its row in the audit.

mod applications;
mod calendar;
mod directory_groups;
pub(super) mod door_form;
mod editors;
mod glass;
mod invite;
mod office_form;
mod offices;
mod page_form;
mod pages;
mod people;
mod permissions;
mod person;
mod processing;
mod provider_form;
mod provider_typed;
mod providers;
mod roles;
mod tickets;

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;

use crate::identity::{Act, Office, Role, Routes};
use crate::shell::{App, FormView, Frame, page_with};

/// Administration's addresses for people, pages and offices.
pub fn routes() -> Routes {
    Routes::new()
        .merge(people_routes())
        .merge(page_routes())
        .merge(office_routes())
        .merge(calendar::routes())
        .merge(providers::routes())
        .get("/amministrazione/applicazioni", Act::KeepSystem, applications::index)
        .get("/amministrazione/applicazioni.csv", Act::KeepSystem, applications::export)
        .get("/amministrazione/applicazioni/{id}/ritiro", Act::KeepSystem, applications::ask)
        .post("/amministrazione/applicazioni/{id}/ritiro", Act::KeepSystem, applications::revoke)
        .get("/amministrazione/trattamenti", Act::ReadProcessing, processing::index)
        .get("/amministrazione/trattamenti.csv", Act::ReadProcessing, processing::export)
}

fn people_routes() -> Routes {
    Routes::new()
        .get("/amministrazione/persone", Act::KeepPeople, people::index)
        .get("/amministrazione/persone.csv", Act::KeepPeople, people::export)
        .get("/amministrazione/permessi", Act::KeepPeople, permissions::show)
        .get("/amministrazione/inviti", Act::KeepPeople, tickets::index)
        .post("/amministrazione/inviti", Act::KeepPeople, tickets::create)
        .post("/amministrazione/inviti/{id}/ritiro", Act::KeepPeople, tickets::revoke)
        .get("/amministrazione/vetro", Act::BreakGlass, glass::show)
        .post("/amministrazione/vetro", Act::BreakGlass, glass::open)
        .post("/amministrazione/vetro/chiusura", Act::BreakGlass, glass::close)
        .get("/amministrazione/persone/{id}/riservato", Act::ReadConfidential, glass::confidential)
        .get("/amministrazione/persone/nuova", Act::KeepPeople, invite::form)
        .post("/amministrazione/persone/nuova", Act::KeepPeople, invite::create)
        .get("/amministrazione/persone/{id}", Act::KeepPeople, person::show)
        .post("/amministrazione/persone/{id}/invito", Act::KeepPeople, person::send_link)
        .post("/amministrazione/persone/{id}/sospensione", Act::KeepPeople, person::suspend)
        .post("/amministrazione/persone/{id}/riattivazione", Act::KeepPeople, person::reactivate)
        .post("/amministrazione/persone/{id}/verifica/ritiro", Act::KeepPeople, person::unverify)
        .post("/amministrazione/persone/{id}/consegne", Act::GrantRoles, roles::hand_over)
        .post("/amministrazione/persone/{id}/ruoli", Act::GrantRoles, roles::begin)
        .get("/amministrazione/ruoli/{id}/fine", Act::GrantRoles, roles::ask)
        .post("/amministrazione/ruoli/{id}/fine", Act::GrantRoles, roles::end)
}

fn page_routes() -> Routes {
    Routes::new()
        .get("/amministrazione/pagine", Act::KeepPages, pages::index)
        .get("/amministrazione/pagine.csv", Act::KeepPages, pages::export)
        .get("/amministrazione/pagine/nuova", Act::KeepPages, page_form::new)
        .post("/amministrazione/pagine/nuova", Act::KeepPages, page_form::create)
        .get("/amministrazione/pagine/{handle}", Act::KeepPages, page_form::edit)
        .post("/amministrazione/pagine/{handle}", Act::KeepPages, page_form::update)
        .get("/amministrazione/pagine/{handle}/chiusura", Act::KeepPages, pages::ask_close)
        .post("/amministrazione/pagine/{handle}/chiusura", Act::KeepPages, pages::close)
        .post("/amministrazione/pagine/{handle}/riapertura", Act::KeepPages, pages::reopen)
        .post("/amministrazione/pagine/{handle}/redattori", Act::KeepPages, editors::add)
        .post("/amministrazione/pagine/{handle}/redattori/{person}", Act::KeepPages, editors::change)
        .get("/amministrazione/pagine/{handle}/redattori/{person}/fine", Act::KeepPages, editors::ask)
        .post("/amministrazione/pagine/{handle}/redattori/{person}/fine", Act::KeepPages, editors::remove)
}

fn office_routes() -> Routes {
    Routes::new()
        .get("/amministrazione/uffici", Act::KeepOffices, offices::index)
        .get("/amministrazione/uffici.csv", Act::KeepOffices, offices::export)
        .get("/amministrazione/uffici/nuovo", Act::KeepOffices, office_form::new)
        .post("/amministrazione/uffici/nuovo", Act::KeepOffices, office_form::create)
        .get("/amministrazione/uffici/{slug}", Act::KeepOffices, office_form::edit)
        .post("/amministrazione/uffici/{slug}", Act::KeepOffices, office_form::update)
        .get("/amministrazione/uffici/{slug}/chiusura", Act::KeepOffices, offices::ask_close)
        .post("/amministrazione/uffici/{slug}/chiusura", Act::KeepOffices, offices::close)
        .post("/amministrazione/uffici/{slug}/riapertura", Act::KeepOffices, offices::reopen)
}

/// A page that asks before something ends: one sentence, one button, which posts to the same address.
#[derive(Template)]
#[template(path = "identity/templates/admin/ask.html")]
struct AskPage {
    frame: Frame,
    form: FormView,
    title: String,
    text: String,
    button: &'static str,
    back: String,
}

/// What such a page says.
struct Question {
    title: String,
    text: String,
    /// Key of the button's words.
    button: &'static str,
    /// Where "no" leads.
    back: String,
}

impl Question {
    fn draw(self, frame: Frame, faults: FieldErrors) -> Result<Response> {
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let Self { title, text, button, back } = self;
        page_with(status, &AskPage { form: FormView::with(&frame, faults), button: frame.t(button), frame, title, text, back })
    }
}

/// The status of a form: as it was asked for, or as it comes back.
fn form_status(faults: &FieldErrors) -> StatusCode {
    if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// All roles, for a choice; `none` is the key of the words for no role at all.
fn role_options(frame: &Frame, none: &str) -> Vec<(String, String)> {
    let roles = Role::ALL.iter().map(|role| (role.word().to_owned(), frame.t(role.key()).to_owned()));
    std::iter::once((String::new(), frame.t(none).to_owned())).chain(roles).collect()
}

/// All open offices, for a choice.
async fn office_options(app: &App, frame: &Frame, none: &str) -> Result<Vec<(String, String)>> {
    let offices = Office::all(&app.db).await?;
    let offices = offices.into_iter().map(|office| (office.id.to_string(), office.name));
    Ok(std::iter::once((String::new(), frame.t(none).to_owned())).chain(offices).collect())
}

/// The words of a choice, for the audit.
fn chosen<'a>(options: &'a [(String, String)], value: &str) -> &'a str {
    options.iter().find(|(known, _)| known == value).map_or("", |(_, words)| words)
}

/// A place in a list as it was typed: none is the end.
fn position(text: &str, faults: &mut FieldErrors) -> i64 {
    if text.is_empty() {
        return 999;
    }
    text.parse::<i64>().ok().filter(|place| (0..=9999).contains(place)).unwrap_or_else(|| {
        faults.add("posizione", "error-position");
        0
    })
}
