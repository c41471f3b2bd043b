//! /segreteria/richieste/nuova — at the counter and the telephone: who asks is found or written down in one field, the request is
//! entered for them, answered at once where it can be, and the receipt is handed out.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::search::similar;
use kit::{Error, Result};

use super::check::{BODY_MAX, NAME_MAX, TITLE_MAX};
use super::receipts::receipt_page;
use crate::desk::Channel;
use crate::desk::request::acts::{audited, move_by_office};
use crate::desk::request::category::Category;
use crate::desk::request::kind::Kind;
use crate::desk::request::receipt::Receipt;
use crate::desk::request::receive::{Author, NewRequest, receive};
use crate::desk::request::record::Request;
use crate::desk::request::status::Status;
use crate::identity::{Act, Office, Person, PersonId, PersonState, Viewer, check_email};
use crate::shell::{App, Form, FormView, Frame, Query, once_key, page_with, see};
use crate::territory::PlaceField;

/// People that are shown for what was typed.
const FOUND: u32 = 8;
/// The channels of an operator.
const CHANNELS: [Channel; 2] = [Channel::Telephone, Channel::Counter];

#[derive(Template)]
#[template(path = "desk/request/templates/counter.html")]
struct CounterPage {
    frame: Frame,
    form: FormView,
    typed: Form,
    once: String,
    people: Vec<Person>,
    searched: bool,
    categories: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
}

impl CounterPage {
    fn line(&self, name: &str) -> String {
        self.typed.text(name)
    }
    fn is(&self, name: &str, value: &str) -> bool {
        self.typed.line(name) == value
    }
    fn is_person(&self, id: &PersonId) -> bool {
        self.typed.line("persona") == id.to_string()
    }
    fn channels(&self) -> [Channel; 2] {
        CHANNELS
    }
    fn max(&self, name: &str) -> usize {
        match name {
            "titolo" => TITLE_MAX,
            "dettagli" | "risposta" => BODY_MAX,
            "luogo" => 200,
            _ => NAME_MAX,
        }
    }
}

/// People with an account like what was typed: a name, a nickname, or a whole address.
async fn people(app: &App, words: &str) -> Result<Vec<Person>> {
    if words.chars().count() < 3 {
        return Ok(Vec::new());
    }
    if words.contains('@') {
        return Ok(Person::by_email(&app.db, words).await?.into_iter().collect());
    }
    let ids: Vec<PersonId> = similar(&app.db, "person", words, FOUND).await?.into_iter().map(|(id, _)| PersonId(id)).collect();
    let found = Person::several(&app.db, &ids).await?;
    Ok(found.into_iter().filter(|person| person.state == PersonState::Active).collect())
}

async fn draw(app: &App, frame: Frame, typed: Form, once: String, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let words = typed.line("chi");
    let choose = (String::new(), frame.t("request-choose").to_owned());
    let listed = |options: Vec<(String, String)>| std::iter::once(choose.clone()).chain(options).collect();
    let categories = Category::open(&app.db).await?.into_iter().map(|one| (one.code.clone(), one.called(frame.lang).to_owned())).collect();
    let offices = Office::all(&app.db).await?.into_iter().map(|office| (office.slug, office.name)).collect();
    let kinds = Kind::ALL.iter().map(|kind| (kind.form_word().to_owned(), frame.t(kind.key()).to_owned())).collect();
    page_with(
        status,
        &CounterPage {
            form: FormView::with(&frame, faults),
            people: people(app, &words).await?,
            searched: !words.is_empty(),
            categories: listed(categories),
            offices: listed(offices),
            kinds,
            typed,
            once,
            frame,
        },
    )
}

/// GET /segreteria/richieste/nuova
pub async fn form(app: App, frame: Frame, query: Query) -> Result<Response> {
    draw(&app, frame, query.0, once_key(), FieldErrors::default()).await
}

/// Who asks: somebody with an account, or a name that was said.
async fn author(app: &App, frame: &Frame, form: &Form, faults: &mut FieldErrors) -> Result<Author> {
    let phone: String = form.line("telefono").chars().take(40).collect();
    if let Ok(id) = form.line("persona").parse::<PersonId>() {
        let person = Person::find(&app.db, id).await?;
        return Ok(Author { person: Some(id), name: person.name, email: person.email, phone, language: person.language });
    }
    let words = form.line("chi");
    let named = form.line("nome");
    let name = if named.is_empty() && !words.contains('@') { words } else { named };
    if !(2..=NAME_MAX).contains(&name.chars().count()) {
        faults.add("nome", "error-request-name");
    }
    let email = form.line("email");
    let email = if email.is_empty() { email } else { check_email(&email, faults) };
    Ok(Author { person: None, name, email, phone, language: frame.lang })
}

/// What was typed as a request, with its faults.
async fn typed(app: &App, frame: &Frame, viewer: &Viewer, form: &Form, faults: &mut FieldErrors) -> Result<Option<NewRequest>> {
    let author = author(app, frame, form, faults).await?;
    let kind = Kind::from_form(&form.line("tipo")).unwrap_or(Kind::Question);
    let channel = CHANNELS.into_iter().find(|channel| channel.word() == form.line("canale"));
    if channel.is_none() {
        faults.add("canale", "error-request-choose");
    }
    let (title, body) = (form.line("titolo"), form.text("dettagli"));
    if !(4..=TITLE_MAX).contains(&title.chars().count()) {
        faults.add("titolo", "error-request-title");
    }
    if !(3..=BODY_MAX).contains(&body.chars().count()) {
        faults.add("dettagli", "error-request-body");
    }
    let place = PlaceField::of(form).check(&app.db, faults, kind == Kind::Report).await?;
    let category = if kind == Kind::Report { Category::chosen(&app.db, &form.line("categoria")).await? } else { None };
    let office = if kind == Kind::Report { None } else { Office::by_slug(&app.db, &form.line("ufficio")).await.ok() };
    let to = category.as_ref().map(|one| one.office_id).or(office.as_ref().map(|office| office.id));
    if to.is_none() {
        let (field, key) = if kind == Kind::Report { ("categoria", "error-request-category") } else { ("ufficio", "error-request-office") };
        faults.add(field, key);
    }
    let me = viewer.me()?;
    if let Some(to) = to
        && !form.text("risposta").is_empty()
        && !me.may_in(Act::WorkDesk, to)
    {
        faults.add("risposta", "error-request-other-office");
    }
    let (Some(office), Some(channel), true) = (to, channel, faults.is_empty()) else { return Ok(None) };
    Ok(Some(NewRequest {
        kind,
        channel,
        category: category.as_ref().map(|one| one.id),
        office,
        days: category.as_ref().map_or(kind.days(), |one| one.days),
        title,
        body,
        answers: Vec::new(),
        point: place.as_ref().and_then(|place| place.point),
        address: place.map(|place| place.text).unwrap_or_default(),
        private: !kind.is_public() || form.has("riservata") || category.as_ref().is_some_and(|one| one.private),
        show_name: false,
        author,
        operator: Some(me.id),
        draft: None,
        // Nobody else's form is theirs, whatever key it names.
        once_key: Some(form.line("chiave")).filter(|key| !key.is_empty()).map(|key| format!("{}-{key}", me.id)),
    }))
}

/// POST /segreteria/richieste/nuova — one turn: received, and answered where an answer was typed.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let once = form.line("chiave");
    if form.has("cerca") {
        return draw(&app, frame, form, once, FieldErrors::default()).await;
    }
    let mut faults = FieldErrors::default();
    let Some(new) = typed(&app, &frame, &viewer, &form, &mut faults).await? else {
        return draw(&app, frame, form, once, faults).await;
    };
    app.limiter.take("write", Key::Account(viewer.me()?.id.0))?;
    let (actor, answer) = (viewer.actor_in(new.office)?, form.text("risposta"));
    let made = app
        .db
        .write(async |tx| {
            let made = receive(tx, &app.zone, &new).await?;
            if made.again {
                return Ok(made);
            }
            let request = Request::find_in(tx, made.request).await?;
            audited(tx, &actor, "request.entered", &request, None, Some(new.channel.word().to_owned())).await?;
            if !answer.is_empty() {
                move_by_office(tx, &actor, &request, Status::Answered, &answer).await?;
            }
            Ok(made)
        })
        .await?;
    see(&format!("/segreteria/richieste/{}/ricevuta", made.number), Some("toast-request-entered"))
}

/// GET /segreteria/richieste/{numero}/ricevuta — to be printed for who stands there.
pub async fn receipt(app: App, frame: Frame, viewer: Viewer, Path(number): Path<String>) -> Result<Response> {
    let request = match Request::of_desk(&app.db, &viewer, &number).await {
        Err(Error::NotFound) => Request::entered_by(&app.db, viewer.me()?.id, &number).await?,
        found => found?,
    };
    let receipt = Receipt::numbered(&app.db, &request.number).await?;
    receipt_page(&app, frame, receipt, true).await
}
