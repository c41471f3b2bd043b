//! From what a program sent to a request: the fields of the standard, by the rules of the site's own form.

use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;
use kit::secret::hash_token;
use kit::text::clean_line;
use url::Url;

use super::attribute::{given, named};
use super::fault::Fault;
use crate::desk::Channel;
use crate::desk::request::{Author, Category, Kind, NewRequest, Question, answered, check_answers};
use crate::identity::check_email;
use crate::shell::{App, Form, Frame};
use crate::territory::{Place, PlaceField, find};

/// The longest description, by the standard.
const BODY_MAX: usize = 4_000;
/// The longest title, in characters.
const TITLE_MAX: usize = 80;
/// The longest name and telephone, in characters.
const NAME_MAX: usize = 80;
/// The longest address of a photograph.
const URL_MAX: usize = 2_000;

/// A report of this category, or what is missing.
pub async fn request(app: &App, frame: &Frame, form: &Form, category: &Category) -> Result<NewRequest, Fault> {
    let mut faults = FieldErrors::default();
    let place = place(app, form, &mut faults).await?;
    let body = form.text("description");
    if body.chars().count() > BODY_MAX {
        faults.add_with("description", "error-open311-long", vec![("max", BODY_MAX.to_string())]);
    }
    let email = form.line("email");
    let email = if email.is_empty() { email } else { check_email(&email, &mut faults) };
    media(form, &mut faults);
    let questions = category.questions();
    let given = given(form, &questions);
    let answers = |name: &str| given.get(name).cloned().unwrap_or_default();
    let stop = check_answers(&questions, answers, &mut faults);
    if !faults.is_empty() {
        return Err(told(frame, &faults, &questions, stop));
    }
    let place = place.unwrap_or_else(|| Place { text: String::new(), point: None });
    Ok(NewRequest {
        kind: Kind::Report,
        channel: Channel::Open311,
        category: Some(category.id),
        office: category.office_id,
        days: category.days,
        title: title(&body, category.called(frame.lang)),
        body,
        answers: answered(&questions, answers),
        address: place.text,
        point: place.point,
        private: category.private,
        show_name: false,
        author: author(frame, form, email),
        operator: None,
        draft: None,
        once_key: None,
    })
}

/// All faults at once, each with the name of its field. An answer that ends the form says whom to call.
fn told(frame: &Frame, faults: &FieldErrors, questions: &[Question], stop: Option<String>) -> Fault {
    let words = |fault: &kit::error::FieldError| match (&stop, fault.key) {
        (Some(stop), "error-request-stop") => stop.clone(),
        _ => frame.fault(fault),
    };
    let name = |field: &str| if field == "luogo" { "lat, long, address_string, address_id".to_owned() } else { named(field, questions) };
    Fault::Said(StatusCode::BAD_REQUEST, faults.iter().map(|fault| format!("{}: {}", name(&fault.field), words(fault))).collect())
}

/// Where: a point, words, or an address of the town's register, which is its own name.
async fn place(app: &App, form: &Form, faults: &mut FieldErrors) -> Result<Option<Place>> {
    let (mut words, lat, lon) = (form.line("address_string"), form.line("lat"), form.line("long"));
    let id = form.line("address_id");
    if lat.is_empty() && lon.is_empty() && words.is_empty() && !id.is_empty() {
        let known = find(&app.db, &id, 1).await?.into_iter().next().filter(|address| address.exact);
        match known {
            Some(address) => return Ok(Some(Place { text: address.text(), point: Some(address.point) })),
            None => faults.add("luogo", "error-open311-address"),
        }
        return Ok(None);
    }
    if words.is_empty() {
        words = id;
    }
    // A point goes with whatever words stand beside it.
    let pairs = [("luogo", words), ("lat", lat), ("lon", lon), ("luogo-punto", String::new())];
    let field = PlaceField::of(&Form::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value)).into()));
    if field.is_empty() {
        faults.add("luogo", "error-open311-place");
        return Ok(None);
    }
    field.check(&app.db, faults, true).await
}

fn author(frame: &Frame, form: &Form, email: String) -> Author {
    let short = |text: String| text.chars().take(NAME_MAX).collect::<String>();
    let name = clean_line(&format!("{} {}", form.line("first_name"), form.line("last_name")));
    Author { person: None, name: short(name), email, phone: short(form.line("phone")), language: frame.lang }
}

/// The address of a photograph. Whether it may be called and what it is, the job sees.
fn media(form: &Form, faults: &mut FieldErrors) {
    let url = form.line("media_url");
    let sound = |url: &str| Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host().is_some());
    if !url.is_empty() && (url.len() > URL_MAX || !sound(&url)) {
        faults.add("media_url", "error-open311-media");
    }
}

/// The standard knows no title: it is the first line, cut at a word; of a text too short for one, the category's name.
fn title(body: &str, category: &str) -> String {
    let line = clean_line(body.lines().next().unwrap_or_default());
    if line.chars().count() < 4 {
        return category.to_owned();
    }
    if line.chars().count() <= TITLE_MAX {
        return line;
    }
    let cut: String = line.chars().take(TITLE_MAX - 1).collect();
    let whole = cut.rfind(' ').filter(|at| *at > TITLE_MAX / 2).and_then(|at| cut.get(..at)).unwrap_or(&cut);
    format!("{}…", whole.trim_end())
}

/// What stands for all that was sent, without the key.
pub fn hash(form: &Form) -> [u8; 32] {
    let mut pairs: Vec<_> = form.pairs().iter().filter(|(name, _)| name != "api_key").collect();
    pairs.sort();
    hash_token(&serde_json::to_string(&pairs).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_title_is_the_first_line_cut_at_a_word() {
        assert_eq!(title("Lampione spento\nDa domenica.", "Illuminazione"), "Lampione spento");
        assert_eq!((title("", "Illuminazione"), title("ok", "Verde")), ("Illuminazione".into(), "Verde".into()));
        let long = title(&"parola ".repeat(30), "x");
        assert!(long.ends_with("parola…") && long.chars().count() <= TITLE_MAX, "{long}");
    }

    #[test]
    fn the_same_report_is_the_same_whatever_its_order_and_key() {
        let of = |body: &str| hash(&Form::parse(body.as_bytes()).unwrap());
        assert_eq!(of("a=1&b=2&api_key=x"), of("api_key=y&b=2&a=1"));
        assert_ne!(of("a=1&b=2"), of("a=1&b=3"));
        assert_ne!(of("a=1&b=2"), of("a=1%26b%3D2"));
    }

    proptest! {
        #[test]
        fn a_title_always_fits(body in "\\PC{0,300}") {
            let made = title(&body, "Strade");
            prop_assert!((4..=TITLE_MAX).contains(&made.chars().count()));
        }
    }
}
