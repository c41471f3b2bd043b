//! One form for what is the same to a person: for uniqueness, for search, for sorting, for names that imitate others;
//! and the cleaning that every field of a form goes through.

use unicode_normalization::UnicodeNormalization;

/// The folded form: compatibility forms, case and accents gone, white space squeezed, invisible characters dropped.
/// `Città  dell’ÀRTE` and `citta dell'arte` are one. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    squeeze(&fold_characters(text))
}

/// [`fold`] without the white space: what the analyser does to a word.
pub(crate) fn fold_characters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        out.extend(text.chars().map(|c| c.to_ascii_lowercase()).filter(|c| !is_invisible(*c)));
        return out;
    }
    // Decomposed again after lower-casing, because a lower-case letter may come with an accent of its own (İ).
    for c in text.nfkd().flat_map(char::to_lowercase).nfkd() {
        match c {
            _ if is_accent(c) || is_invisible(c) => {}
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ħ' => out.push('h'),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            '’' | '‘' | 'ʼ' | '′' | '‛' | '`' => out.push('\''),
            '‐' | '‑' | '–' | '—' | '−' => out.push('-'),
            '“' | '”' | '„' => out.push('"'),
            _ => out.push(c),
        }
    }
    // Decomposed Hangul and the like go back to one character a letter.
    if out.is_ascii() { out } else { out.nfc().collect() }
}

/// By which names stand in a list: folded, apostrophes gone, a particle joined to the word it belongs to, so that
/// `D'Amico` stands by `Damico` and `De Luca` by `Deluca`. Compared byte by byte.
pub fn sort_key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut joined = true;
    let letters: String = fold_characters(name).chars().filter(|c| *c != '\'').collect();
    for word in letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !joined {
            out.push(' ');
        }
        out.push_str(word);
        joined = PARTICLES.contains(&word);
    }
    out
}

/// Words that Italian family names begin with.
const PARTICLES: [&str; 17] =
    ["d", "da", "dal", "dalla", "de", "degli", "dei", "del", "della", "delle", "dello", "di", "la", "le", "li", "lo", "van"];

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Characters without a shape of their own: soft hyphens, joiners, direction marks, variation selectors, controls.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
        || (c.is_control() && !c.is_whitespace())
}

/// White space squeezed to single spaces, none at the ends.
pub(crate) fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_the_same_to_a_person_folds_to_the_same() {
        assert_eq!(fold("  Città  dell’ÀRTE "), "citta dell'arte");
        assert_eq!(fold("Straße ＡＢＣ ﬁne"), "strasse abc fine");
        assert_eq!(fold("e\u{301}"), fold("é"));
        assert_eq!(fold("İSTANBUL ışık"), "istanbul isik");
        assert_eq!(fold("ΟΔΟΣ"), fold("οδός"));
        assert_eq!(fold("an\u{ad}na\u{200b}"), "anna");
        assert_eq!(fold("한글"), "한글");
    }

    #[test]
    fn names_are_sorted_as_in_an_italian_directory() {
        let mut names = ["Rossini", "De Luca", "Damiani", "D’Amico", "Èva", "Rossi Anna", "Deluca", "Evaristo", "Damico Zoe", "D'Amico"];
        names.sort_by_cached_key(|name| sort_key(name));
        assert_eq!(names, ["Damiani", "D’Amico", "D'Amico", "Damico Zoe", "De Luca", "Deluca", "Èva", "Evaristo", "Rossi Anna", "Rossini"]);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,40}", odd in proptest::collection::vec(any::<char>(), 0..20)) {
            for text in [text, odd.into_iter().collect::<String>()] {
                let once = fold(&text);
                prop_assert_eq!(fold(&once), once.clone());
                prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
            }
        }

        #[test]
        fn case_makes_no_difference(text in "[a-zàèéìòùA-ZÀÈÉÌÒÙ ']{0,40}") {
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
        }
    }
}
