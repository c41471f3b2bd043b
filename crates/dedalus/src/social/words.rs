//! From what somebody typed to what is kept: safe HTML, the beginning for lists, the words for the search.

use kit::error::FieldErrors;
use kit::text::markdown::{self, Options};

use super::mark::Named;

/// The longest text of a post, in characters.
pub const POST_MAX: usize = 20_000;
/// The longest text of a comment, in characters.
pub const COMMENT_MAX: usize = 5_000;
/// The longest title, in characters.
pub const TITLE_MAX: usize = 120;
/// Characters of the beginning that lists show.
const EXCERPT: usize = 240;

/// A text in the forms the database keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What was typed.
    pub body: String,
    /// Safe HTML.
    pub html: String,
    /// Its beginning as plain text.
    pub excerpt: String,
}

impl Words {
    /// Of a post's text. The institution's links count; those of people do not.
    pub fn of_post(body: &str, institutional: bool, named: &Named) -> Self {
        Self::new(body, Options { institutional, headings_from: 2, keep_lines: true }, named)
    }

    /// Of a comment's text.
    pub fn of_comment(body: &str, institutional: bool, named: &Named) -> Self {
        Self::new(body, Options { institutional, headings_from: 3, keep_lines: true }, named)
    }

    fn new(body: &str, options: Options, named: &Named) -> Self {
        let html = markdown::to_html_with(body, options, &|mark| named.address(mark));
        Self { body: body.to_owned(), html, excerpt: markdown::excerpt(body, EXCERPT) }
    }
}

/// What the search reads.
pub fn searchable(title: &str, body: &str) -> String {
    format!("{title}\n{}", markdown::to_plain(body))
}

/// Faults of a text beside its field.
pub fn check_body(field: &'static str, body: &str, max: usize, faults: &mut FieldErrors) {
    if !body.chars().any(|c| !c.is_whitespace()) {
        faults.add(field, "error-post-empty");
    } else if markdown::check_length(body, max).is_err() {
        faults.add_with(field, "error-post-long", vec![("max", max.to_string())]);
    }
}

/// Faults of a title. Pages need one.
pub fn check_title(title: &str, needed: bool, faults: &mut FieldErrors) {
    if needed && title.is_empty() {
        faults.add("titolo", "error-post-title");
    } else if markdown::check_length(title, TITLE_MAX).is_err() {
        faults.add_with("titolo", "error-post-title-long", vec![("max", TITLE_MAX.to_string())]);
    }
}

/// The longest warning, in characters.
pub const WARNING_MAX: usize = 120;

/// Faults of a warning.
pub fn check_warning(warning: &str, faults: &mut FieldErrors) {
    if markdown::check_length(warning, WARNING_MAX).is_err() {
        faults.add_with("avviso", "error-warning-long", vec![("max", WARNING_MAX.to_string())]);
    }
}

/// Languages a post can be in, by their codes, each in its own words.
pub const LANGUAGES: [(&str, &str); 11] = [
    ("it", "Italiano"),
    ("en", "English"),
    ("de", "Deutsch"),
    ("scn", "Sicilianu"),
    ("fr", "Français"),
    ("es", "Español"),
    ("ro", "Română"),
    ("sq", "Shqip"),
    ("ar", "العربية"),
    ("uk", "Українська"),
    ("zh", "中文"),
];

/// A language of the list, or the one that stands when it is none.
pub fn known_language(code: &str, otherwise: &str) -> String {
    LANGUAGES.iter().find(|(known, _)| *known == code).map_or(otherwise, |(known, _)| known).to_owned()
}

/// Minutes it takes to read a text aloud to oneself, at least one (200 words a minute).
pub fn minutes(body: &str) -> i64 {
    i64::try_from(body.split_whitespace().count().div_ceil(200)).unwrap_or(1).max(1)
}

/// The letters of a person's mark: the first of the first two words.
pub fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric())).take(2).flat_map(char::to_uppercase).collect()
}

/// What stands for a title where there is none: the beginning, as one line.
pub fn headline(title: &str, excerpt: &str) -> String {
    if title.is_empty() { shorten(excerpt, 80) } else { title.to_owned() }
}

/// A plain text cut after a word.
pub fn shorten(text: &str, max: usize) -> String {
    let Some((limit, _)) = text.char_indices().nth(max) else { return text.to_owned() };
    let head = text.get(..limit).unwrap_or_default();
    let end = head.rfind(char::is_whitespace).filter(|space| *space >= limit / 2).unwrap_or(limit);
    format!("{}…", head.get(..end).unwrap_or_default().trim_end_matches([',', ';', ':', '.', '…', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_nothing_but_space_is_empty_and_one_character_too_many_is_said() {
        let fault = |body: &str| {
            let mut faults = FieldErrors::default();
            check_body("testo", body, 10, &mut faults);
            faults.of("testo").map(|fault| fault.key)
        };
        assert_eq!(fault(" \n\u{a0} "), Some("error-post-empty"));
        assert_eq!(fault("dieci car."), None);
        assert_eq!(fault("undici car."), Some("error-post-long"));
        assert_eq!(fault("èèèèèèèèèè"), None);
    }

    #[test]
    fn pages_need_a_title_and_people_do_not() {
        let fault = |title: &str, needed| {
            let mut faults = FieldErrors::default();
            check_title(title, needed, &mut faults);
            faults.of("titolo").map(|fault| fault.key)
        };
        assert_eq!(fault("", true), Some("error-post-title"));
        assert_eq!(fault("", false), None);
        assert_eq!(fault(&"a".repeat(121), false), Some("error-post-title-long"));
    }

    #[test]
    fn a_mark_has_the_first_letters_of_two_words() {
        assert_eq!(initials("Giulia Sottile"), "GS");
        assert_eq!(initials("Anna Li Vigni"), "AL");
        assert_eq!(initials("(éva)"), "É");
        assert_eq!(initials("N. N."), "NN");
    }

    #[test]
    fn an_untitled_post_is_called_by_its_beginning() {
        assert_eq!(headline("Carnevale", "Da sabato"), "Carnevale");
        assert_eq!(headline("", "Da sabato"), "Da sabato");
        assert!(headline("", &"parola ".repeat(50)).chars().count() <= 81);
    }
}
