//! /amministrazione/persone, /pagine, /uffici — who is who, who speaks for whom, which doors there are.
//! Only for who keeps the system; every change leaves its row in the audit.

mod editors;
mod invite;
mod office_form;
mod offices;
mod page_form;
mod pages;
mod people;
mod person;
mod roles;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;

use crate::identity::{Office, Role};
use crate::shell::{App, FormView, Frame, page_with};

/// Administration's addresses for people, pages and offices.
pub fn routes() -> Router<App> {
    Router::new().merge(people_routes()).merge(page_routes()).merge(office_routes())
}

fn people_routes() -> Router<App> {
    Router::new()
        .route("/amministrazione/persone", get(people::index))
        .route("/amministrazione/persone.csv", get(people::export))
        .route("/amministrazione/persone/nuova", get(invite::form).post(invite::create))
        .route("/amministrazione/persone/{id}", get(person::show))
        .route("/amministrazione/persone/{id}/invito", post(person::send_link))
        .route("/amministrazione/persone/{id}/sospensione", post(person::suspend))
        .route("/amministrazione/persone/{id}/riattivazione", post(person::reactivate))
        .route("/amministrazione/persone/{id}/verifica", post(person::verify))
        .route("/amministrazione/persone/{id}/verifica/ritiro", post(person::unverify))
        .route("/amministrazione/persone/{id}/ruoli", post(roles::begin))
        .route("/amministrazione/ruoli/{id}/fine", get(roles::ask).post(roles::end))
}

fn page_routes() -> Router<App> {
    Router::new()
        .route("/amministrazione/pagine", get(pages::index))
        .route("/amministrazione/pagine.csv", get(pages::export))
        .route("/amministrazione/pagine/nuova", get(page_form::new).post(page_form::create))
        .route("/amministrazione/pagine/{handle}", get(page_form::edit).post(page_form::update))
        .route("/amministrazione/pagine/{handle}/chiusura", get(pages::ask_close).post(pages::close))
        .route("/amministrazione/pagine/{handle}/riapertura", post(pages::reopen))
        .route("/amministrazione/pagine/{handle}/redattori", post(editors::add))
        .route("/amministrazione/pagine/{handle}/redattori/{person}", post(editors::change))
        .route("/amministrazione/pagine/{handle}/redattori/{person}/fine", get(editors::ask).post(editors::remove))
}

fn office_routes() -> Router<App> {
    Router::new()
        .route("/amministrazione/uffici", get(offices::index))
        .route("/amministrazione/uffici.csv", get(offices::export))
        .route("/amministrazione/uffici/nuovo", get(office_form::new).post(office_form::create))
        .route("/amministrazione/uffici/{slug}", get(office_form::edit).post(office_form::update))
        .route("/amministrazione/uffici/{slug}/chiusura", get(offices::ask_close).post(offices::close))
        .route("/amministrazione/uffici/{slug}/riapertura", post(offices::reopen))
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
