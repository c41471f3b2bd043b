//! Words too common to be searched for. Folded, and short lists on purpose: a missing one costs a little space, one too
//! many is a search that finds nothing.

use crate::i18n::Lang;

/// Is this folded word left out of the index?
pub(super) fn is_stop_word(word: &str, lang: Lang) -> bool {
    let words = match lang {
        Lang::It => ITALIAN,
        Lang::En => ENGLISH,
        Lang::De => GERMAN,
    };
    words.binary_search(&word).is_ok()
}

/// Articles, prepositions and what is left of them before an apostrophe, the commonest conjunctions and verb forms.
const ITALIAN: &[&str] = &[
    "a", "ad", "agli", "ai", "al", "all", "alla", "alle", "allo", "c", "che", "chi", "ci", "coi", "col", "come", "con", "cui", "d", "da",
    "dagli", "dai", "dal", "dall", "dalla", "dalle", "dallo", "de", "degli", "dei", "del", "dell", "della", "delle", "dello", "di", "e",
    "ed", "era", "fra", "gl", "gli", "ha", "hanno", "ho", "i", "il", "in", "io", "l", "la", "le", "lo", "ma", "mi", "n", "ne", "negli",
    "nei", "nel", "nell", "nella", "nelle", "nello", "noi", "non", "o", "od", "per", "piu", "quell", "quest", "s", "se", "si", "sono",
    "su", "sugli", "sui", "sul", "sull", "sulla", "sulle", "sullo", "t", "ti", "tra", "tu", "un", "una", "uno", "v", "vi",
];

const ENGLISH: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "d", "for", "from", "has", "have", "he", "i", "if", "in", "is", "it", "its",
    "ll", "m", "no", "not", "of", "on", "or", "re", "s", "she", "so", "t", "that", "the", "their", "they", "this", "to", "ve", "was", "we",
    "were", "with", "you",
];

const GERMAN: &[&str] = &[
    "aber", "als", "am", "an", "auch", "auf", "aus", "bei", "das", "dass", "dem", "den", "der", "des", "die", "ein", "eine", "einem",
    "einen", "einer", "eines", "er", "es", "fur", "hat", "ich", "im", "in", "ist", "mit", "nach", "nicht", "oder", "s", "sich", "sie",
    "sind", "so", "um", "und", "vom", "von", "vor", "war", "was", "wie", "wir", "zu", "zum", "zur",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_folded() {
        for list in [ITALIAN, ENGLISH, GERMAN] {
            assert!(list.is_sorted());
            assert!(list.iter().all(|word| crate::text::fold(word) == *word));
        }
        assert!(is_stop_word("dell", Lang::It) && !is_stop_word("perche", Lang::It));
    }
}
