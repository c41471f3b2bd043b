//! What was typed into the editor, and the choices around it.

use kit::error::FieldErrors;
use kit::{Error, Result};

use crate::desk::service::record::{is_code, is_slug, kept_offices, slug_of};
use crate::desk::service::{Aim, Audience, Card, Category, Field, LifeEvent, Service, Silence, Topic, Way, Written};
use crate::identity::{Office, OfficeId, Viewer};
use crate::shell::{App, Form, Frame};

/// The form as it was filled in.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The code.
    pub code: String,
    /// The name in addresses.
    pub slug: String,
    /// The revision the text began with.
    pub revision: i64,
    /// What is new in this version.
    pub note: String,
    /// The card.
    pub written: Written,
}

impl Typed {
    /// From a form.
    pub fn of_form(form: &Form) -> Self {
        let mut typed = Self {
            code: form.line("codice"),
            slug: form.line("slug"),
            revision: form.line("revisione").parse().unwrap_or_default(),
            note: form.line("novita").chars().take(300).collect(),
            written: Written::of_form(form),
        };
        if typed.slug.is_empty() {
            typed.slug = slug_of(typed.written.get(Field::Title));
        }
        typed
    }

    /// From what is kept.
    pub fn of_service(service: &Service) -> Result<Self> {
        let (code, slug) = (service.code.clone(), service.slug.clone());
        Ok(Self { code, slug, revision: service.revision, note: String::new(), written: service.written()? })
    }

    /// The office that was chosen among those one keeps, or every fault of the form.
    pub fn checked(&self, is_new: bool, offices: &[Office]) -> Result<OfficeId> {
        let (card, mut faults) = Card::read(&self.written);
        if is_new && !is_code(&self.code) {
            faults.add("codice", "error-service-code");
        }
        if is_new && !is_slug(&self.slug) {
            faults.add("slug", "error-slug");
        }
        let office = offices.iter().find(|office| office.slug == card.office);
        if office.is_none() {
            faults.add(Field::Office.word(), "error-service-office");
        }
        faults.or(office)?.map(|office| office.id).ok_or(Error::NotFound)
    }
}

/// The open offices whose services somebody keeps.
pub async fn kept(app: &App, viewer: &Viewer) -> Result<Vec<Office>> {
    let mine = kept_offices(viewer)?;
    let all = Office::all(&app.db).await?.into_iter();
    Ok(all.filter(|office| mine.as_ref().is_none_or(|mine| mine.contains(&office.id))).collect())
}

/// A group of boxes to tick.
pub struct Group {
    /// The field.
    pub name: &'static str,
    /// Key of its name.
    pub key: &'static str,
    /// Key of its help.
    pub help: &'static str,
    /// Word, name, ticked.
    pub boxes: Vec<(&'static str, &'static str, bool)>,
    /// Is it long enough to be folded?
    pub is_long: bool,
}

impl Group {
    /// Is any box ticked?
    pub fn is_open(&self) -> bool {
        !self.is_long || self.boxes.iter().any(|(_, _, ticked)| *ticked)
    }
}

/// The groups of boxes with what was ticked.
pub fn groups(frame: &Frame, written: &Written) -> Vec<Group> {
    let group = |field: Field, help: &'static str, all: Vec<(&'static str, &'static str)>| {
        let ticked: Vec<&str> = crate::desk::service::written::words(written.get(field)).collect();
        let mut boxes: Vec<_> = all.into_iter().map(|(word, key)| (word, frame.t(key), ticked.contains(&word))).collect();
        let is_long = boxes.len() > 12;
        if is_long {
            boxes.sort_by_key(|(_, name, _)| *name);
        }
        Group { name: field.word(), key: field.key(), help, boxes, is_long }
    };
    vec![
        group(Field::Ways, "service-canali-help", Way::ALL.iter().map(|one| (one.word(), one.key())).collect()),
        group(Field::Audiences, "service-destinatari-help", Audience::ALL.iter().map(|one| (one.word(), one.key())).collect()),
        group(Field::Aims, "service-azioni-help", Aim::ALL.iter().map(|one| (one.word(), one.key())).collect()),
        group(Field::Events, "service-eventi-help", LifeEvent::ALL.iter().map(|one| (one.word(), one.key())).collect()),
        group(Field::Topics, "service-argomenti-help", Topic::ALL.iter().map(|one| (one.word(), one.key())).collect()),
    ]
}

/// The categories, for a choice.
pub fn categories(frame: &Frame) -> Vec<(String, String)> {
    let none = (String::new(), frame.t("services-no-category").to_owned());
    std::iter::once(none).chain(Category::ALL.iter().map(|one| (one.word().to_owned(), frame.t(one.key()).to_owned()))).collect()
}

/// What silence may mean, for a choice.
pub fn silences(frame: &Frame) -> Vec<(String, String)> {
    Silence::ALL.iter().map(|one| (one.word().to_owned(), frame.t(one.key()).to_owned())).collect()
}

/// The offices, for a choice; first none, so that nobody chooses without looking where there are several.
pub fn office_options(frame: &Frame, offices: &[Office]) -> Vec<(String, String)> {
    let none = (String::new(), frame.t("services-no-office").to_owned());
    let some = offices.iter().map(|office| (office.slug.clone(), office.name.clone()));
    if offices.len() == 1 { some.collect() } else { std::iter::once(none).chain(some).collect() }
}

/// A form without faults.
pub fn none() -> FieldErrors {
    FieldErrors::default()
}
