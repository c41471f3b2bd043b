//! The one analyser of both search engines: splits a text into words, drops what says nothing, and reduces the rest to stems.
//!
//! Everything is analysed in the language of the town, whatever language it is written in. A query has no language:
//! analysed as the texts were, it finds the same words in all of them. A German text then has Italian stems, which
//! costs it some inflections and nothing else.

use frostem::{Algorithm, Stemmer};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::i18n::Lang;
use crate::text::fold::fold_characters;

mod snippet;
mod stop;

pub use snippet::{Piece, highlight};

/// The analyser's version. It is stored beside every document: raise it with any change of its results, and the
/// documents are analysed again.
pub const ANALYSER: i64 = 1;

/// How many letters of a word count.
const MAX_LETTERS: usize = 40;
/// How many bytes of terms a document can have: PostgreSQL ends a vector at one megabyte.
const MAX_TERMS_BYTES: usize = 500_000;
/// How many words of a query count.
const MAX_QUERY_TERMS: usize = 12;

/// A word as the index knows it, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Folded, stemmed, made of `a`–`z` and `0`–`9` only: other letters are written as their numbers, so that the two
    /// engines, whose idea of a letter depends on version and locale, cannot disagree where a word ends.
    pub text: String,
    /// Byte where the word begins in the original.
    pub start: usize,
    /// Byte after its end.
    pub end: usize,
}

/// The words of a text in their order, without stop words.
pub fn analyse(text: &str, lang: Lang) -> Vec<Term> {
    terms(text, lang).collect()
}

/// The words of a text, one after the other, as far as somebody wants them.
pub(crate) fn terms(text: &str, lang: Lang) -> impl Iterator<Item = Term> + '_ {
    let stemmer = stemmer(lang);
    words(text).filter_map(move |(start, word)| {
        let folded = fold_characters(word);
        let letters: String = folded.chars().filter(|c| is_letter(*c)).take(MAX_LETTERS).collect();
        if letters.is_empty() || stop::is_stop_word(&letters, lang) {
            return None;
        }
        let stem = stemmer.stem(&letters);
        let text = to_ascii(if stem.is_empty() { &letters } else { &stem });
        Some(Term { text, start, end: start + word.len() })
    })
}

/// The terms of a document, joined by spaces, for the index.
pub fn terms_text(text: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(text.len().min(MAX_TERMS_BYTES));
    for term in terms(text, lang) {
        if out.len() + term.text.len() >= MAX_TERMS_BYTES {
            tracing::debug!(bytes = text.len(), "only the beginning of a long text is searched");
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&term.text);
    }
    out
}

/// The terms of a query, each once, in their order. None when it says nothing that could be found.
pub fn query_terms(query: &str, lang: Lang) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for term in terms(query, lang) {
        if !out.contains(&term.text) {
            out.push(term.text);
        }
        if out.len() == MAX_QUERY_TERMS {
            break;
        }
    }
    out
}

/// Words with the byte they begin at. Unicode's word boundaries (UAX #29), then every apostrophe and other sign inside
/// a word is a boundary too: `l’ufficio` is two words, and so are `c'è` and `un'altra`.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.unicode_word_indices().flat_map(|(start, word)| {
        let mut at = start;
        word.split(|c| !is_word_part(c)).filter_map(move |part| {
            let begin = at;
            at += part.len();
            // The sign after this part; the last part has none, and nobody asks for what follows it.
            at += word.get(at - start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            (!part.is_empty()).then_some((begin, part))
        })
    })
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_combining_mark(c)
}

/// Letters, and what may stand between two letters of one word without ending it: accents, soft hyphens, joiners.
fn is_word_part(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Letters beyond `a`–`z` as `u0436` or, beyond the basic plane, `v01d400`: always as wide, so that the beginning of a
/// word stays the beginning of its term.
fn to_ascii(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match u32::from(c) {
            _ if c.is_ascii_alphanumeric() => out.push(c),
            number @ 0..=0xffff => out.push_str(&format!("u{number:04x}")),
            number => out.push_str(&format!("v{number:06x}")),
        }
    }
    out
}

fn stemmer(lang: Lang) -> Stemmer {
    Stemmer::new(match lang {
        Lang::It => Algorithm::Italian,
        Lang::En => Algorithm::English,
        Lang::De => Algorithm::German,
    })
}

#[cfg(test)]
mod tests;
