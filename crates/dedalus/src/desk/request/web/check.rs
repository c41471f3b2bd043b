//! From what was typed to a request: the rules of the form, each fault beside its field.

use kit::Result;
use kit::error::FieldErrors;

use crate::desk::Channel;
use crate::desk::request::category::Category;
use crate::desk::request::draft::{Draft, Typed};
use crate::desk::request::kind::Kind;
use crate::desk::request::question;
use crate::desk::request::receive::{Author, NewRequest};
use crate::identity::{Office, Person, Viewer, check_email};
use crate::shell::{App, Frame};
use crate::territory::{Place, PlaceField};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 80;
/// The longest text, in characters.
pub const BODY_MAX: usize = 2_000;
/// The longest name, in characters.
pub const NAME_MAX: usize = 80;

/// The fields of the form that a draft keeps, in the order of the page.
pub const FIELDS: &[&str] = &["categoria", "ufficio", "titolo", "nome", "email", "telefono", "mostra", "riservata"];

/// The author: who is signed in, or who was typed.
pub async fn author(app: &App, frame: &Frame, viewer: &Viewer, typed: &Typed, faults: &mut FieldErrors) -> Result<Author> {
    if let Some(me) = &viewer.me {
        let person = Person::find(&app.db, me.id).await?;
        let phone = typed.get("telefono").chars().take(40).collect();
        return Ok(Author { person: Some(me.id), name: person.name, email: person.email, phone, language: person.language });
    }
    let name = typed.get("nome").to_owned();
    if !(2..=NAME_MAX).contains(&name.chars().count()) {
        faults.add("nome", "error-request-name");
    }
    let email = check_email(typed.get("email"), faults);
    Ok(Author { person: None, name, email, phone: typed.get("telefono").chars().take(40).collect(), language: frame.lang })
}

/// The category that was chosen.
pub async fn category(app: &App, typed: &Typed) -> Result<Option<Category>> {
    Category::chosen(&app.db, typed.get("categoria")).await
}

/// The place as it was typed.
pub fn place(typed: &Typed) -> PlaceField {
    PlaceField::typed(|name| typed.get(name))
}

/// What every kind asks: title and text.
fn words(typed: &Typed, faults: &mut FieldErrors) {
    let (title, body) = (typed.get("titolo").chars().count(), typed.get("dettagli").chars().count());
    if !(4..=TITLE_MAX).contains(&title) {
        faults.add("titolo", "error-request-title");
    }
    if !(10..=BODY_MAX).contains(&body) {
        faults.add("dettagli", "error-request-body");
    }
}

/// A draft as a request; the faults say what is missing. The second value is what a dangerous answer says.
pub async fn request(app: &App, draft: &Draft, author: Author, faults: &mut FieldErrors) -> Result<(Option<NewRequest>, Option<String>)> {
    let typed = &draft.typed;
    words(typed, faults);
    let mut place = Place { text: String::new(), point: None };
    let (mut chosen, mut stop, mut office) = (None, None, None);
    if draft.kind == Kind::Report {
        place = self::place(typed).check(&app.db, faults, true).await?.unwrap_or(place);
        chosen = category(app, typed).await?;
        match &chosen {
            Some(category) => stop = question::check(&category.questions(), |name| typed.all(name), faults),
            None => faults.add("categoria", "error-request-category"),
        }
    } else {
        office = Office::by_slug(&app.db, typed.get("ufficio")).await.ok();
        if office.is_none() {
            faults.add("ufficio", "error-request-office");
        }
    }
    if !faults.is_empty() {
        return Ok((None, stop));
    }
    let Some(office) = chosen.as_ref().map(|category| category.office_id).or(office.map(|office| office.id)) else {
        return Ok((None, stop));
    };
    let private = !draft.kind.is_public() || typed.has("riservata") || chosen.as_ref().is_some_and(|category| category.private);
    let new = NewRequest {
        kind: draft.kind,
        channel: Channel::Web,
        category: chosen.as_ref().map(|category| category.id),
        office,
        days: chosen.as_ref().map_or(draft.kind.days(), |category| category.days),
        title: typed.get("titolo").to_owned(),
        body: typed.get("dettagli").to_owned(),
        answers: chosen.as_ref().map(|category| question::answered(&category.questions(), |name| typed.all(name))).unwrap_or_default(),
        address: place.text,
        point: place.point,
        private,
        show_name: typed.has("mostra") && author.person.is_some() && !private,
        author,
        operator: None,
        draft: Some(draft.id),
        once_key: None,
    };
    Ok((Some(new), stop))
}
