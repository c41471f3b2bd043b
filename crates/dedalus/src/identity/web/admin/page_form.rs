//! /amministrazione/pagine/nuova and /{handle} — what a page is called, how it looks, which office is behind it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::pages::{note_page, path};
use super::{chosen, form_status, office_options, position};
use crate::identity::office_record::{is_slug, slug_of};
use crate::identity::page_record::{COVERS, PageDraft, PageRecord};
use crate::identity::{Change, Colour, Editor, Viewer, editors};
use crate::shell::{App, Form, FormView, Frame, Html, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/admin/page.html")]
struct EditPage {
    frame: Frame,
    /// None while the page does not exist yet.
    record: Option<PageRecord>,
    form: FormView,
    typed: Typed,
    colours: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    covers: Vec<(String, String)>,
    editors: Vec<Editor>,
    editor_form: FormView,
    editor: EditorTyped,
}

impl EditPage {
    /// May it be changed? A new one may, a closed one may not.
    fn is_open(&self) -> bool {
        self.record.as_ref().is_none_or(|page| page.closed_at.is_none())
    }

    /// Words for a box to tick.
    fn words(&self, key: &str) -> Html {
        Html(self.frame.t(key).to_owned())
    }
}

/// What was typed into the page's form.
#[derive(Debug, Clone, Default)]
struct Typed {
    handle: String,
    name: String,
    initials: String,
    colour: String,
    bio: String,
    office: String,
    cover: String,
    position: String,
    two_person: bool,
}

/// What was typed into the form for a new editor.
#[derive(Debug, Clone, Default)]
pub(super) struct EditorTyped {
    pub(super) who: String,
    pub(super) publish: bool,
    pub(super) reply: bool,
    pub(super) faults: FieldErrors,
}

impl Typed {
    fn of_form(form: &Form) -> Self {
        Self {
            handle: form.line("nickname").trim_start_matches('@').to_owned(),
            name: form.line("nome"),
            initials: form.line("sigla"),
            colour: form.line("colore"),
            bio: form.line("bio"),
            office: form.line("ufficio"),
            cover: form.line("copertina"),
            position: form.line("posizione"),
            two_person: form.has("due"),
        }
    }

    fn of_record(record: &PageRecord) -> Self {
        Self {
            handle: record.handle.clone(),
            name: record.name.clone(),
            initials: record.initials.clone(),
            colour: record.colour.word().to_owned(),
            bio: record.bio.clone(),
            office: record.office_id.map(|id| id.to_string()).unwrap_or_default(),
            cover: record.cover.clone(),
            position: record.position.to_string(),
            two_person: record.two_person,
        }
    }

    /// The faults, each beside its field, or what is to be written.
    fn checked(&self, offices: &[(String, String)], faults: &mut FieldErrors) -> PageDraft {
        let mut within = |field: &'static str, text: &str, least: usize, most: usize, key: &'static str| {
            if !(least..=most).contains(&text.chars().count()) {
                faults.add(field, key);
            }
        };
        within("nome", &self.name, 2, 80, "error-page-name");
        within("sigla", &self.initials, 1, 3, "error-initials");
        within("bio", &self.bio, 0, 300, "error-page-bio");
        if !offices.iter().any(|(id, _)| *id == self.office) {
            faults.add("ufficio", "error-office");
        }
        if !COVERS.iter().any(|(name, _)| *name == self.cover) {
            faults.add("copertina", "error-cover");
        }
        let colour = Colour::from_word(&self.colour);
        if colour.is_none() {
            faults.add("colore", "error-colour");
        }
        PageDraft {
            name: self.name.clone(),
            initials: self.initials.to_uppercase(),
            colour: colour.unwrap_or(Colour::Sea),
            bio: self.bio.clone(),
            office: self.office.parse().ok(),
            cover: self.cover.clone(),
            position: position(&self.position, faults),
            two_person: self.two_person,
        }
    }

    /// What differs from before, for the audit.
    fn change(&self, before: &Self, draft: &PageDraft, offices: &[(String, String)]) -> Change {
        Change::default()
            .field("nome", &before.name, &self.name)
            .field("sigla", &before.initials, &draft.initials)
            .field("colore", &before.colour, &self.colour)
            .field("presentazione", &before.bio, &self.bio)
            .field("ufficio", chosen(offices, &before.office), chosen(offices, &self.office))
            .field("copertina", &before.cover, &self.cover)
            .field("posizione", &before.position, &draft.position.to_string())
            .field("due persone", yes(before.two_person), yes(self.two_person))
    }
}

/// A box in the words of the audit.
const fn yes(ticked: bool) -> &'static str {
    if ticked { "sì" } else { "no" }
}

struct Drawing {
    typed: Typed,
    faults: FieldErrors,
    editor: EditorTyped,
}

async fn draw(app: &App, frame: Frame, record: Option<PageRecord>, with: Drawing) -> Result<Response> {
    let offices = office_options(app, &frame, "admin-no-office").await?;
    let people = match &record {
        Some(record) => editors(&app.db, record.id).await?,
        None => Vec::new(),
    };
    let Drawing { typed, faults, editor } = with;
    let status = if faults.is_empty() { form_status(&editor.faults) } else { form_status(&faults) };
    let colours = [(Colour::Sea, "admin-colour-sea"), (Colour::Terra, "admin-colour-terra"), (Colour::Sand, "admin-colour-sand")];
    let view = EditPage {
        record,
        form: FormView::with(&frame, faults),
        typed,
        colours: colours.map(|(colour, key)| (colour.word().to_owned(), frame.t(key).to_owned())).to_vec(),
        offices,
        covers: COVERS.iter().map(|(name, words)| ((*name).to_owned(), frame.t(words).to_owned())).collect(),
        editors: people,
        editor_form: FormView::with(&frame, editor.faults.clone()),
        editor,
        frame,
    };
    page_with(status, &view)
}

/// The page's own page, with the form for a new editor as it came back.
pub(super) async fn draw_with_editor(app: &App, frame: Frame, record: PageRecord, editor: EditorTyped) -> Result<Response> {
    let typed = Typed::of_record(&record);
    draw(app, frame, Some(record), Drawing { typed, faults: FieldErrors::default(), editor }).await
}

/// GET /amministrazione/pagine/nuova
pub async fn new(app: App, frame: Frame) -> Result<Response> {
    let typed = Typed { colour: "sea".into(), cover: "golfo.svg".into(), ..Typed::default() };
    draw(&app, frame, None, Drawing { typed, faults: FieldErrors::default(), editor: EditorTyped::default() }).await
}

/// POST /amministrazione/pagine/nuova
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let mut typed = Typed::of_form(&form);
    if typed.handle.is_empty() {
        typed.handle = slug_of(&typed.name);
    }
    match create_checked(&app, &frame, &viewer, &typed).await {
        Err(Error::Invalid(faults)) => draw(&app, frame, None, Drawing { typed, faults, editor: EditorTyped::default() }).await,
        done => done.and_then(|()| see(&path(&typed.handle), Some("toast-added"))),
    }
}

async fn create_checked(app: &App, frame: &Frame, viewer: &Viewer, typed: &Typed) -> Result<()> {
    let offices = office_options(app, frame, "admin-no-office").await?;
    let mut faults = FieldErrors::default();
    if !is_slug(&typed.handle) {
        faults.add("nickname", "error-page-handle");
    }
    let draft = typed.checked(&offices, &mut faults);
    let draft = faults.or(draft)?;
    let change = typed.change(&Typed::default(), &draft, &offices);
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let id = PageRecord::create(tx, &typed.handle, &draft).await?;
            note_page(tx, &actor, "page.created", id, &draft.name, &change).await
        })
        .await
}

/// GET /amministrazione/pagine/{handle}
pub async fn edit(app: App, frame: Frame, Path(handle): Path<String>) -> Result<Response> {
    let record = PageRecord::by_handle(&app.db, &handle).await?;
    draw_with_editor(&app, frame, record, EditorTyped::default()).await
}

/// POST /amministrazione/pagine/{handle}
pub async fn update(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, form: Form) -> Result<Response> {
    let record = PageRecord::by_handle(&app.db, &handle).await?;
    let typed = Typed { handle: record.handle.clone(), ..Typed::of_form(&form) };
    match update_checked(&app, &frame, &viewer, &record, &typed).await {
        Err(Error::Invalid(faults)) => draw(&app, frame, Some(record), Drawing { typed, faults, editor: EditorTyped::default() }).await,
        done => done.and_then(|()| see(&path(&record.handle), Some("toast-saved"))),
    }
}

async fn update_checked(app: &App, frame: &Frame, viewer: &Viewer, record: &PageRecord, typed: &Typed) -> Result<()> {
    let offices = office_options(app, frame, "admin-no-office").await?;
    let mut faults = FieldErrors::default();
    let draft = typed.checked(&offices, &mut faults);
    let draft = faults.or(draft)?;
    let change = typed.change(&Typed::of_record(record), &draft, &offices);
    if change.is_empty() {
        return Ok(());
    }
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            PageRecord::update(tx, record.id, &draft).await?;
            note_page(tx, &actor, "page.changed", record.id, &draft.name, &change).await
        })
        .await
}
