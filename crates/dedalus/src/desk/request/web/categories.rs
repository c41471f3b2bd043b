//! /amministrazione/richieste — the categories of reports: office, term, questions, who reads.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use crate::desk::request::category::{Category, CategoryDraft, add_national as add};
use crate::desk::request::question::{MOST, Question, Shape};
use crate::identity::{Act, Entry, Office, Reach, Viewer, note};
use crate::shell::{App, Form, FormView, Frame, page, page_with, see};

#[derive(Template)]
#[template(path = "desk/request/templates/categories.html")]
struct CategoriesPage {
    frame: Frame,
    rows: Vec<Category>,
    /// May add: who keeps all of them.
    all: bool,
}

fn keeps_all(viewer: &Viewer) -> Result<bool> {
    Ok(viewer.me()?.reach(Act::KeepDesk) == Reach::All)
}

/// GET /amministrazione/richieste
pub async fn index(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    let rows = Category::all(&app.db).await?.into_iter().filter(|one| me.may_in(Act::KeepDesk, one.office_id)).collect();
    page(&CategoriesPage { frame, rows, all: keeps_all(&viewer)? })
}

/// POST /amministrazione/richieste — adds those of the national model. Where the town has no such office, the desk gets them.
pub async fn add_national(app: App, viewer: Viewer) -> Result<Response> {
    if !keeps_all(&viewer)? {
        return Err(Error::NotFound);
    }
    let offices = Office::all(&app.db).await?;
    let desk = Office::public_relations(&app.db).await?.map(|office| office.id).or(offices.first().map(|office| office.id));
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let added = add(tx, |slug| offices.iter().find(|office| office.slug == slug).map(|office| office.id).or(desk)).await?;
            let entry = Entry { act: "category.national", subject_kind: "category", after: Some(added.to_string()), ..Entry::default() };
            note(tx, &actor, entry).await
        })
        .await?;
    see("/amministrazione/richieste", Some("toast-added"))
}

/// A question's fields.
struct Slot {
    number: usize,
    words: String,
    shape: String,
    required: bool,
    choices: String,
    stop: String,
    stop_words: String,
}

#[derive(Template)]
#[template(path = "desk/request/templates/category.html")]
struct CategoryPage {
    frame: Frame,
    form: FormView,
    typed: Form,
    is_new: bool,
    title: String,
    offices: Vec<(String, String)>,
    shapes: Vec<(&'static str, &'static str)>,
    slots: Vec<Slot>,
}

impl CategoryPage {
    fn line(&self, name: &str) -> String {
        self.typed.text(name)
    }
    fn has(&self, name: &str) -> bool {
        self.typed.has(name)
    }
}

fn slots(form: &Form) -> Vec<Slot> {
    (1..=MOST)
        .map(|number| Slot {
            number,
            words: form.line(&format!("domanda-{number}")),
            shape: form.line(&format!("forma-{number}")),
            required: form.has(&format!("obbligatoria-{number}")),
            choices: form.text(&format!("scelte-{number}")),
            stop: form.line(&format!("stop-{number}")),
            stop_words: form.line(&format!("stop-testo-{number}")),
        })
        .collect()
}

async fn draw(app: &App, frame: Frame, typed: Form, title: Option<String>, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let offices = Office::all(&app.db).await?.into_iter().map(|office| (office.slug, office.name)).collect();
    let shapes = Shape::ALL.iter().map(|shape| (shape.word(), frame.t(shape.key()))).collect();
    let (is_new, slots) = (title.is_none(), slots(&typed));
    let title = title.unwrap_or_else(|| frame.t("category-new").to_owned());
    page_with(status, &CategoryPage { form: FormView::with(&frame, faults), typed, is_new, title, offices, shapes, slots, frame })
}

/// A category as its form shows it.
fn form_of(category: &Category, office: &str) -> Form {
    let mut pairs: Vec<(String, String)> = [
        ("nome", category.name.as_str()),
        ("nome-en", &category.name_en),
        ("nome-de", &category.name_de),
        ("aiuto", &category.hint),
        ("ufficio", office),
        ("giorni", &category.days.to_string()),
        ("raggio", &category.radius.to_string()),
        ("riservata", if category.private { "si" } else { "" }),
        ("commenti", if category.comments { "si" } else { "" }),
        ("aperta", if category.closed { "" } else { "si" }),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into();
    for (number, question) in (1..).zip(category.questions()) {
        let mut add = |name: &str, value: String| pairs.push((format!("{name}-{number}"), value));
        add("domanda", question.words);
        add("forma", question.shape.word().to_owned());
        add("obbligatoria", if question.required { "si".to_owned() } else { String::new() });
        add("scelte", question.choices.join("\n"));
        add("stop", question.stop);
        add("stop-testo", question.stop_words);
    }
    Form::from_pairs(pairs)
}

/// A slot as a question; nothing for an empty one.
fn question(slot: Slot, faults: &mut FieldErrors) -> Option<Question> {
    if slot.words.is_empty() {
        return None;
    }
    let shape = Shape::from_word(&slot.shape).unwrap_or(Shape::Text);
    let choices: Vec<String> = slot.choices.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let question = Question { words: slot.words, shape, required: slot.required, choices, stop: slot.stop, stop_words: slot.stop_words };
    if question.is_choice() && question.choices.len() < 2 {
        faults.add(format!("scelte-{}", slot.number), "error-category-choices");
    }
    if !question.stop.is_empty() && (!question.choices.contains(&question.stop) || question.stop_words.is_empty()) {
        faults.add(format!("stop-{}", slot.number), "error-category-stop");
    }
    Some(question)
}

/// What was typed, checked.
async fn checked(app: &App, form: &Form, faults: &mut FieldErrors) -> Result<Option<CategoryDraft>> {
    let names = ["nome", "nome-en", "nome-de"].map(|name| form.line(name));
    for (name, value) in ["nome", "nome-en", "nome-de"].into_iter().zip(&names) {
        if !(2..=80).contains(&value.chars().count()) || value.contains('|') {
            faults.add(name, "error-category-name");
        }
    }
    let office = Office::by_slug(&app.db, &form.line("ufficio")).await.ok();
    if office.is_none() {
        faults.add("ufficio", "error-request-office");
    }
    let days = form.line("giorni").parse::<i64>().ok().filter(|days| (1..=365).contains(days));
    if days.is_none() {
        faults.add("giorni", "error-category-days");
    }
    let radius = form.line("raggio").parse::<i64>().ok().filter(|radius| (0..=5_000).contains(radius));
    if radius.is_none() {
        faults.add("raggio", "error-category-radius");
    }
    let questions = slots(form).into_iter().filter_map(|slot| question(slot, faults)).collect();
    let (Some(office), Some(days), Some(radius), true) = (office, days, radius, faults.is_empty()) else { return Ok(None) };
    Ok(Some(CategoryDraft {
        names,
        hint: form.line("aiuto").chars().take(200).collect(),
        office: office.id,
        days,
        private: form.has("riservata"),
        comments: form.has("commenti"),
        radius,
        questions,
        open: form.has("aperta"),
    }))
}

/// GET /amministrazione/richieste/nuova
pub async fn new(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    if !keeps_all(&viewer)? {
        return Err(Error::NotFound);
    }
    let typed = [("giorni", "30"), ("raggio", "250"), ("aperta", "si")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    draw(&app, frame, Form::from_pairs(typed.into()), None, FieldErrors::default()).await
}

/// A name in addresses, made of the Italian name.
fn code(name: &str) -> String {
    let folded: String = kit::text::fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).take(5).collect();
    words.join("-")
}

/// POST /amministrazione/richieste/nuova
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    if !keeps_all(&viewer)? {
        return Err(Error::NotFound);
    }
    let mut faults = FieldErrors::default();
    let (draft, code) = (checked(&app, &form, &mut faults).await?, code(&form.line("nome")));
    if code.is_empty() || code == "nuova" || Category::by_code(&app.db, &code).await.is_ok() {
        faults.add("nome", "error-category-taken");
    }
    let (Some(draft), true) = (draft, faults.is_empty()) else { return draw(&app, frame, form, None, faults).await };
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let id = Category::create(tx, &code, &draft).await?;
            let name = draft.names.first().map(String::as_str).unwrap_or_default();
            let about = Entry { subject_kind: "category", subject_id: Some(id.0), subject_name: name, ..Entry::default() };
            note(tx, &actor, Entry { act: "category.made", ..about }).await
        })
        .await?;
    see("/amministrazione/richieste", Some("toast-added"))
}

/// A category that this viewer keeps.
async fn kept(app: &App, viewer: &Viewer, code: &str) -> Result<Category> {
    let category = Category::by_code(&app.db, code).await?;
    if viewer.me()?.may_in(Act::KeepDesk, category.office_id) { Ok(category) } else { Err(Error::NotFound) }
}

/// GET /amministrazione/richieste/{codice}
pub async fn edit(app: App, frame: Frame, viewer: Viewer, Path(code): Path<String>) -> Result<Response> {
    let category = kept(&app, &viewer, &code).await?;
    let office = Office::find(&app.db, category.office_id).await?.slug;
    draw(&app, frame, form_of(&category, &office), Some(category.name), FieldErrors::default()).await
}

/// POST /amministrazione/richieste/{codice}
pub async fn update(app: App, frame: Frame, viewer: Viewer, Path(code): Path<String>, form: Form) -> Result<Response> {
    let category = kept(&app, &viewer, &code).await?;
    let mut faults = FieldErrors::default();
    let Some(draft) = checked(&app, &form, &mut faults).await? else {
        return draw(&app, frame, form, Some(category.name), faults).await;
    };
    let actor = viewer.actor_in(category.office_id)?;
    app.db.write(async |tx| category.change(tx, &actor, &draft).await).await?;
    see("/amministrazione/richieste", Some("toast-saved"))
}
