//! The second step: photographs, place, category with its questions, title and text, the author. Whatever is sent is kept first and
//! looked at then.

use askama::Template;
use axum::extract::{Path, Request};
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::fold;
use kit::{Error, Result};

use super::check::{self, BODY_MAX, FIELDS, NAME_MAX, TITLE_MAX};
use crate::desk::request::category::Category;
use crate::desk::request::draft::{Draft, Typed};
use crate::desk::request::kind::Kind;
use crate::desk::request::letter::{Reader, send as send_letter};
use crate::desk::request::photo::{self, ALT_MAX, MOST, Of, Photo};
use crate::desk::request::question::{ANSWER_MAX, Question, field};
use crate::desk::request::similar::{self, Similar, Wanted};
use crate::identity::{Office, Viewer, check_email};
use crate::shell::{App, Form, FormView, Frame, Query, page_with, see};
use crate::social::{Intake, Upload};
use crate::territory::PlaceField;

/// A question as the form shows it.
struct Asked {
    question: Question,
    name: String,
    given: Vec<String>,
    fault: Option<String>,
    /// What a dangerous answer says.
    stop: Option<String>,
}

impl Asked {
    fn value(&self) -> &str {
        self.given.first().map_or("", String::as_str)
    }
    fn is_text(&self) -> bool {
        self.question.field_kind() == "text"
    }
    fn has(&self, choice: &str) -> bool {
        self.given.iter().any(|given| given == choice)
    }
}

#[derive(Template)]
#[template(path = "desk/request/templates/compose.html")]
struct ComposePage {
    frame: Frame,
    form: FormView,
    key: String,
    draft: Draft,
    place: PlaceField,
    base: String,
    categories: Vec<(String, String)>,
    category: Option<Category>,
    offices: Vec<(String, String)>,
    asked: Vec<Asked>,
    photos: Vec<Photo>,
    similar: Vec<Similar>,
    signed_in: bool,
}

impl ComposePage {
    fn typed(&self, name: &str) -> &str {
        self.draft.typed.get(name)
    }
    fn is_report(&self) -> bool {
        self.draft.kind == Kind::Report
    }
    fn max(&self, name: &str) -> usize {
        match name {
            "titolo" => TITLE_MAX,
            "dettagli" => BODY_MAX,
            "alt" => ALT_MAX,
            "risposta" => ANSWER_MAX,
            _ => NAME_MAX,
        }
    }
    fn more_photos(&self) -> bool {
        self.photos.len() < MOST
    }
}

/// What may be the same problem, as far as one can tell from what was typed.
pub async fn similar(app: &App, typed: &Typed, category: Option<&Category>) -> Result<Vec<Similar>> {
    let point = check::place(typed).point();
    let words = format!("{} {}", typed.get("titolo"), typed.get("luogo"));
    match category {
        Some(category) if point.is_some() || words.trim().len() > 3 => {
            let wanted = Wanted { category, point, words: &words, radius: category.radius, but: None };
            similar::find(&app.db, &wanted).await
        }
        _ => Ok(Vec::new()),
    }
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, key: String, draft: Draft, faults: FieldErrors) -> Result<Response> {
    let mut place = check::place(&draft.typed);
    if draft.kind == Kind::Report {
        place.prepare(app).await?;
    }
    draw_at(app, frame, viewer, key, draft, (place, faults)).await
}

async fn draw_at(
    app: &App,
    frame: Frame,
    viewer: &Viewer,
    key: String,
    draft: Draft,
    (place, faults): (PlaceField, FieldErrors),
) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormView::with(&frame, faults);
    let all = Category::open(&app.db).await?;
    let choose = (String::new(), frame.t("request-choose").to_owned());
    let categories = all.iter().map(|one| (one.code.clone(), one.called(frame.lang).to_owned()));
    let categories = std::iter::once(choose.clone()).chain(categories).collect();
    let category = all.into_iter().find(|one| one.code == draft.typed.get("categoria"));
    let questions = category.as_ref().map(Category::questions).unwrap_or_default();
    let asked = questions.into_iter().enumerate().map(|(place, question)| {
        let name = field(place);
        let given = draft.typed.all(&name);
        let stop = question.stops(&given).then(|| question.stop_words.clone());
        Asked { fault: form.fault(&name), question, given, stop, name }
    });
    let asked = asked.collect();
    let mut offices = vec![choose];
    if draft.kind != Kind::Report {
        offices.extend(Office::all(&app.db).await?.into_iter().map(|office| (office.slug, office.name)));
    }
    let photos = photo::list(&app.db, Of::Draft(draft.id)).await?;
    let similar = if draft.kind == Kind::Report { similar(app, &draft.typed, category.as_ref()).await? } else { Vec::new() };
    let (signed_in, base) = (viewer.me.is_some(), draft.mark()?);
    page_with(
        status,
        &ComposePage { frame, form, key, draft, base, place, categories, category, offices, asked, photos, similar, signed_in },
    )
}

/// What is being written behind this key, for who may: begun with an account it is that person's alone.
pub async fn theirs(app: &App, viewer: &Viewer, key: &str) -> Result<Draft> {
    let draft = Draft::find(&app.db, key).await?;
    match draft.person {
        Some(owner) if viewer.me()?.id != owner => Err(Error::NotFound),
        _ => Ok(draft),
    }
}

/// Whoever signs in is led back to a draft.
pub fn sign_in_for(path: &str) -> Result<Response> {
    let back: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
    see(&format!("/accedi?torna={back}"), Some("toast-sign-in-first"))
}

/// The same; what was sent already leads to its receipt.
pub async fn open(app: &App, viewer: &Viewer, key: &str) -> Result<std::result::Result<Draft, Response>> {
    let draft = theirs(app, viewer, key).await?;
    match draft.receipt {
        Some(receipt) => Ok(Err(super::receipts::lead(app, receipt).await?)),
        None => Ok(Ok(draft)),
    }
}

/// GET /richieste/bozze/{key}?cerca-luogo=… — the second one shows the addresses that were looked for.
pub async fn form(app: App, frame: Frame, viewer: Viewer, Path(key): Path<String>, query: Query) -> Result<Response> {
    let draft = match open(&app, &viewer, &key).await? {
        Ok(draft) => draft,
        Err(sent) => return Ok(sent),
    };
    if draft.kind != Kind::Report || !PlaceField::is_searching(&query.0) {
        return draw(&app, frame, &viewer, key, draft, FieldErrors::default()).await;
    }
    app.limiter.take("search", Key::address(viewer.address))?;
    let mut place = check::place(&draft.typed);
    place.prepare(&app).await?;
    place.search(&app.db).await?;
    draw_at(&app, frame, &viewer, key, draft, (place, FieldErrors::default())).await
}

/// Takes what was typed over what was kept. A box that is not sent is not ticked; a field that is not on the page stays.
fn take(form: &Form, place: &PlaceField, typed: &mut Typed) {
    for name in FIELDS {
        typed.put(name, form.line(name));
    }
    for (name, value) in place.fields() {
        typed.put(name, value);
    }
    typed.put("dettagli", form.text("dettagli"));
    for (name, _) in form.pairs().iter().filter(|(name, _)| name.starts_with("risposta-") && name.len() < 12) {
        typed.set(name, form.lines(name));
    }
}

/// Stores photographs, as many as there is room for; the first fault.
async fn store(app: &App, draft: i64, files: Vec<Upload>, faults: &mut FieldErrors) -> Result<()> {
    let mut room = MOST.saturating_sub(photo::list(&app.db, Of::Draft(draft)).await?.len());
    for file in files {
        let Upload::File(path) = file else {
            faults.add("foto", kit::picture::TOO_LARGE);
            continue;
        };
        if room == 0 {
            faults.add_with("foto", "error-request-photos", vec![("max", MOST.to_string())]);
            return Ok(());
        }
        match photo::store(app, draft, &path).await? {
            Some(key) => faults.add("foto", key),
            None => room -= 1,
        }
    }
    Ok(())
}

/// The fields in which one writes at length.
const WORDS: [&str; 3] = ["luogo", "titolo", "dettagli"];

/// Descriptions, and the photograph that is taken out.
/// What another window had written meanwhile comes back: it stands nowhere else any more.
async fn arrange(app: &App, draft: &Draft, typed: &Typed, form: &Form) -> Result<Vec<(&'static str, String)>> {
    let photos = photo::list(&app.db, Of::Draft(draft.id)).await?;
    let (gone, base) = (form.line("togli").parse::<i64>().ok(), form.line("base"));
    app.db
        .write(async |tx| {
            let before = Draft::find_in(tx, draft.id).await?;
            let stale = !base.is_empty() && before.mark()? != base;
            let lost = WORDS.iter().filter(|name| stale && before.typed.has(name) && before.typed.get(name) != typed.get(name));
            let lost = lost.map(|name| (*name, before.typed.get(name).to_owned())).collect();
            draft.save(tx, typed).await?;
            for one in &photos {
                let alt: String = form.line(&format!("alt-{}", one.id)).chars().take(ALT_MAX).collect();
                photo::describe(tx, draft.id, one.id, &alt).await?;
            }
            if let Some(gone) = gone {
                photo::remove(tx, draft.id, gone).await?;
            }
            Ok(lost)
        })
        .await
}

/// Counts a step of the form: by account, or else by address, which many people may share.
pub fn pace(app: &App, viewer: &Viewer) -> Result<()> {
    match &viewer.me {
        Some(me) => app.limiter.take("gesture", Key::Account(me.id.0)),
        None => app.limiter.take("booking_address", Key::address(viewer.address)),
    }
}

/// POST /richieste/bozze/{key} — keeps what was typed; then on to the summary, or back with what is missing.
pub async fn save(app: App, frame: Frame, viewer: Viewer, Path(key): Path<String>, request: Request) -> Result<Response> {
    let found = Draft::find(&app.db, &key).await?;
    // Whose session has ended goes on after signing in: what they typed is kept here, and shown to nobody else.
    let ended = viewer.me.is_none() && found.person.is_some() && found.receipt.is_none();
    let mut draft = if ended {
        found
    } else {
        match open(&app, &viewer, &key).await? {
            Ok(draft) => draft,
            Err(sent) => return Ok(sent),
        }
    };
    pace(&app, &viewer)?;
    let intake = Intake::read(request, MOST).await?;
    let form = intake.form;
    let mut place = PlaceField::of(&form);
    if !PlaceField::is_searching(&form) {
        place.settle(&app.db).await?;
    }
    take(&form, &place, &mut draft.typed);
    draft.typed.put("stesso", String::new());
    let mut faults = FieldErrors::default();
    for (name, before) in arrange(&app, &draft, &draft.typed, &form).await? {
        faults.add_with(name, "error-request-other-window", vec![("text", before)]);
    }
    if !intake.files.is_empty() {
        let uploader = viewer.me.as_ref().map_or_else(|| Key::address(viewer.address), |me| Key::Account(me.id.0));
        match app.limiter.take("upload", uploader) {
            Ok(()) => store(&app, draft.id, intake.files, &mut faults).await?,
            // The words are kept; the picture has to wait.
            Err(_) => faults.add("foto", "error-request-photos-later"),
        }
    }
    let here = format!("/richieste/bozze/{key}");
    if ended {
        return sign_in_for(&here);
    }
    if form.has("stesso") {
        return super::send::same(app, frame, viewer, key, draft, form.line("stesso")).await;
    }
    if form.has("togli") || form.has("aggiorna") || form.has("bozza") || PlaceField::is_searching(&form) {
        let toast = form.has("bozza").then_some("toast-request-draft");
        return if faults.is_empty() {
            see(&format!("{here}{}", back_to(&form)), toast)
        } else {
            draw(&app, frame, &viewer, key, draft, faults).await
        };
    }
    let author = check::author(&app, &frame, &viewer, &draft.typed, &mut faults).await?;
    check::request(&app, &draft, author, &mut faults).await?;
    if faults.is_empty() { see(&format!("{here}/riepilogo"), None) } else { draw(&app, frame, &viewer, key, draft, faults).await }
}

/// Where in the page whoever pressed a button goes on.
fn back_to(form: &Form) -> &'static str {
    match form.line("aggiorna").as_str() {
        _ if PlaceField::is_searching(form) => "?cerca-luogo=1#s-luogo",
        "domande" => "#s-tipo",
        _ if form.has("togli") => "#s-foto",
        _ => "",
    }
}

/// The form again with faults that a later step has found.
pub async fn again(app: &App, frame: Frame, viewer: &Viewer, key: String, draft: Draft, faults: FieldErrors) -> Result<Response> {
    draw(app, frame, viewer, key, draft, faults).await
}

/// POST /richieste/bozze/{key}/lettera — mails the link of the draft to its author.
pub async fn mail_link(app: App, frame: Frame, viewer: Viewer, Path(key): Path<String>, form: Form) -> Result<Response> {
    let draft = match open(&app, &viewer, &key).await? {
        Ok(draft) => draft,
        Err(sent) => return Ok(sent),
    };
    let mut faults = FieldErrors::default();
    let email = check_email(&form.line("email"), &mut faults);
    if !faults.is_empty() {
        return draw(&app, frame, &viewer, key, draft, faults).await;
    }
    app.limiter.take("letters", Key::Word(&fold(&email)))?;
    app.limiter.take("feedback", Key::address(viewer.address))?;
    let path = format!("/richieste/bozze/{key}");
    let to = Reader { email, name: draft.typed.get("nome").to_owned(), language: frame.lang, path: path.clone() };
    app.db.write(async |tx| send_letter(tx, &app, &to, "mail-request-draft", &[]).await).await?;
    see(&path, Some("toast-request-mailed"))
}

/// A number that is none is not found.
pub fn number(text: &str) -> Result<i64> {
    text.parse().map_err(|_| Error::NotFound)
}
