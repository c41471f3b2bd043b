//! Text: Markdown to safe HTML, the analyser of the search, folding for uniqueness and sorting.

pub mod analyser;
mod clean;
mod confusable;
mod fold;
pub mod markdown;
pub mod search;

pub use clean::{clean_line, clean_text};
pub use confusable::confusable;
pub use fold::{fold, sort_key};

/// The beginning of a text, at most `max_chars` characters, ended at the end of a word where there is one.
pub(crate) fn cut_at_word(text: &str, max_chars: usize) -> &str {
    let Some((limit, next)) = text.char_indices().nth(max_chars) else { return text };
    let head = text.get(..limit).unwrap_or_default();
    if next.is_whitespace() {
        return head.trim_end();
    }
    match head.rfind(char::is_whitespace) {
        // A single word longer than half of it all (an address, a language without spaces) is cut where it must be.
        Some(space) if space >= limit / 2 => head.get(..space).unwrap_or_default().trim_end(),
        _ => head,
    }
}
