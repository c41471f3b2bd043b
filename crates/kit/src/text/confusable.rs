//! A skeleton of a name: two names with one skeleton look alike, so that nobody passes for the town hall.

use unicode_normalization::UnicodeNormalization;

use crate::text::fold::fold_characters;

/// The skeleton: folded, without spaces and punctuation, each character replaced by the Latin letter it is mistaken
/// for (`Сomune` with a Cyrillic С, `C0MUNE`, `comune_` are all `comune`). Only for comparing; it is no name to show.
///
/// A small table instead of the whole of UTS #39: it has the letters that occur in Italian names and those of Greek,
/// Cyrillic and Armenian that look like them, and is rather too eager (`i`, `l`, `1` are one letter; so are `rn` and `m`).
pub fn confusable(name: &str) -> String {
    // Capitals first: Η looks like H, while its small form η looks like n.
    let capitals: String = name.nfkc().map(capital).collect();
    let mut out: String = fold_characters(&capitals).chars().map(letter).filter(|c| c.is_alphanumeric()).collect();
    for (two, one) in [("rn", "m"), ("vv", "w")] {
        out = out.replace(two, one);
    }
    out
}

fn capital(c: char) -> char {
    match c {
        'Η' | 'Н' => 'h',
        'Ν' => 'n',
        'Υ' | 'У' => 'y',
        'В' => 'b',
        'Ι' | 'І' | 'Ӏ' => 'l',
        other => other,
    }
}

fn letter(c: char) -> char {
    match c {
        // Digits and signs.
        '0' => 'o',
        '1' | 'i' | '|' | '!' => 'l',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        '8' => 'b',
        // Cyrillic, folded (ё and й have lost their marks).
        'а' => 'a',
        'в' | 'ь' => 'b',
        'с' => 'c',
        'ԁ' => 'd',
        'е' | 'є' | 'э' => 'e',
        'һ' | 'н' => 'h',
        'і' | 'ӏ' => 'l',
        'ј' => 'j',
        'к' => 'k',
        'м' => 'm',
        'п' => 'n',
        'о' => 'o',
        'р' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' => 's',
        'т' => 't',
        'ѵ' => 'v',
        'ԝ' | 'ш' => 'w',
        'х' => 'x',
        'у' => 'y',
        // Greek, folded.
        'α' => 'a',
        'β' => 'b',
        'ε' => 'e',
        'η' => 'n',
        'ι' => 'l',
        'κ' => 'k',
        'μ' | 'υ' => 'u',
        'ν' => 'v',
        'ο' | 'σ' => 'o',
        'ρ' => 'p',
        'τ' => 't',
        'χ' => 'x',
        'γ' => 'y',
        'ω' => 'w',
        'ζ' => 'z',
        // Armenian, and Latin letters of the phonetic alphabet.
        'օ' => 'o',
        'ս' => 'u',
        'հ' => 'h',
        'ո' => 'n',
        'ɑ' => 'a',
        'ɡ' => 'g',
        'ɩ' | 'ǀ' => 'l',
        'ʏ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_that_imitate_the_town_hall_have_its_skeleton() {
        let official = confusable("Comune di Termini Imerese");
        for imitation in [
            "Сomune di Тermini Imerese",
            "C0mune di Termini lmerese",
            "COMUNE_DI-TERMINI·IMERESE",
            "Ｃｏｍｕｎｅ di Termini Imerese",
            "Comune di Terrnini Imerese",
            "Cömuné di Têrmini Imerese",
            "Comune\u{200b} di Termini Imerese",
        ] {
            assert_eq!(confusable(imitation), official, "{imitation}");
        }
        assert_eq!(confusable("ΒΙΒLΙΟΤΕCΑ"), confusable("Biblioteca"));
        assert_eq!(confusable("ВІВLІОТЕСА"), confusable("Biblioteca"));
    }

    #[test]
    fn different_names_keep_different_skeletons() {
        assert_ne!(confusable("Comune di Termini"), confusable("Comune di Cefalù"));
        assert_ne!(confusable("Anna Rossi"), confusable("Anna Russo"));
    }

    proptest! {
        #[test]
        fn any_text_has_a_skeleton_of_letters(text in any::<String>()) {
            prop_assert!(confusable(&text).chars().all(char::is_alphanumeric));
        }
    }
}
