//! The part of a text where a search hit, cut from the plain original so that a template marks the hits and nobody
//! else writes markup.

use crate::i18n::Lang;
use crate::text::analyser::{Term, terms};

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Plain text.
    pub text: String,
    /// Is it a word that was searched for?
    pub hit: bool,
}

/// At most `max_chars` characters around the first hit (and an ellipsis at a cut end). Without a hit, the beginning.
pub fn highlight(original: &str, query_terms: &[String], lang: Lang, max_chars: usize) -> Vec<Piece> {
    let is_hit = |term: &Term| query_terms.contains(&term.text);
    let first = terms(original, lang).find(is_hit).map_or(0, |term| term.start);
    let from = back(original, first, max_chars / 4);
    let rest = original.get(from..).unwrap_or_default();
    let to = from + crate::text::cut_at_word(rest, max_chars).len();
    let window = original.get(from..to).unwrap_or_default();

    let mut pieces = Pieces::default();
    if from > 0 {
        pieces.add("…", false);
    }
    let mut done = 0;
    for term in terms(window, lang).filter(is_hit) {
        pieces.add(window.get(done..term.start).unwrap_or_default(), false);
        pieces.add(window.get(term.start..term.end).unwrap_or_default(), true);
        done = term.end;
    }
    pieces.add(window.get(done..).unwrap_or_default(), false);
    if !original.get(to..).unwrap_or_default().trim_end().is_empty() {
        pieces.add("…", false);
    }
    pieces.0
}

/// The beginning of a word at most `chars` characters before byte `at`.
fn back(text: &str, at: usize, chars: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let Some((far, _)) = before.char_indices().rev().take(chars).last() else { return at };
    if far == 0 {
        return 0;
    }
    let space = before.get(far..).and_then(|near| near.char_indices().find(|(_, c)| c.is_whitespace()));
    space.map_or(at, |(offset, c)| far + offset + c.len_utf8())
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn add(&mut self, text: &str, hit: bool) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.hit == hit => last.text.push_str(text),
            _ => self.0.push(Piece { text: text.to_owned(), hit }),
        }
    }
}
