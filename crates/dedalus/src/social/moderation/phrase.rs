//! Does a text hold a phrase, however it is disguised? Case, accents, look-alike letters, invisible characters, letters set
//! apart and letters drawn out make no difference; a phrase inside a longer word is no phrase.

use kit::text::{confusable, fold};

/// From this many letters on, a phrase is also found in pieces ("via gra"); shorter ones would be found everywhere.
const IN_PIECES: usize = 5;

/// How a phrase is compared: all its words as one.
pub fn skeleton(phrase: &str) -> String {
    confusable(&words(phrase).concat())
}

/// A text, ready to be held against phrases.
#[derive(Debug, Clone)]
pub struct Screened {
    words: Vec<String>,
}

impl Screened {
    /// Of a text.
    pub fn new(text: &str) -> Self {
        Self { words: words(text) }
    }

    /// Does it hold the phrase of a skeleton?
    pub fn holds(&self, skeleton: &str) -> bool {
        !skeleton.is_empty() && (0..self.words.len()).any(|from| self.holds_from(from, skeleton))
    }

    fn holds_from(&self, from: usize, skeleton: &str) -> bool {
        // Two letters may be one (`rn` is `m`): what is put together is at most twice as long.
        let longest = skeleton.len() * 2 + 2;
        let mut together = String::new();
        let mut letters_alone = true;
        for (number, word) in self.words.iter().skip(from).enumerate() {
            together.push_str(word);
            letters_alone &= word.chars().count() == 1;
            if squashed(&together).len() > longest {
                return false;
            }
            if (number == 0 || letters_alone || skeleton.len() >= IN_PIECES) && reads(&together, skeleton) {
                return true;
            }
        }
        false
    }
}

/// Does a word read like a phrase? Letters drawn out (three and more of one) are read as one.
fn reads(word: &str, skeleton: &str) -> bool {
    let seen = confusable(word);
    seen == skeleton || (is_drawn_out(word) && drawn_in(&seen) == drawn_in(skeleton))
}

/// Each letter once, those that two others look like taken apart again.
fn drawn_in(skeleton: &str) -> String {
    squashed(&squashed(skeleton).replace('w', "vv").replace('m', "rn"))
}

fn is_drawn_out(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.chunk_by(|a, b| a == b).any(|run| run.len() >= 3)
}

/// Each run of one letter once.
fn squashed(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    letters.chunk_by(|a, b| a == b).filter_map(|run| run.first()).collect()
}

/// The words of a text: folded, signs that stand for letters kept inside a word.
fn words(text: &str) -> Vec<String> {
    let letters: Vec<char> = fold(text).chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (at, c) in letters.iter().enumerate() {
        let beside = |place: Option<usize>| place.and_then(|place| letters.get(place)).is_some_and(|c| c.is_alphanumeric());
        let stands_for_a_letter = matches!(c, '@' | '$' | '|' | '!') && beside(at.checked_sub(1)) && beside(Some(at + 1));
        if c.is_alphanumeric() || stands_for_a_letter {
            word.push(*c);
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn holds(text: &str, phrase: &str) -> bool {
        Screened::new(text).holds(&skeleton(phrase))
    }

    #[test]
    fn a_phrase_is_found_however_it_is_disguised() {
        for text in [
            "viagra",
            "Compra VIAGRA!",
            "v i a g r a",
            "v.i.a.g.r.a",
            "v-i-a-g-r-a subito",
            "vi\u{200b}agra",
            "vi\u{ad}a\u{2060}gra",
            "víagrà",
            "v\u{301}i\u{300}agra",
            "vi@gra",
            "v1agra",
            "vіаgrа", // Cyrillic
            "viaaaagra",
            "via gra",
            "ＶＩＡＧＲＡ",
        ] {
            assert!(holds(text, "viagra"), "{text}");
        }
        assert!(holds("soldi   facili, subito", "soldi facili"));
        assert!(holds("SOLDI\nFACILI", "soldi facili"));
        assert!(holds("soldifacili", "soldi facili"));
        assert!(holds("l’asino", "asino"));
    }

    #[test]
    fn a_phrase_inside_a_word_is_none() {
        for (text, phrase) in [
            ("piano piano", "ano"),
            ("Scunthorpe", "cunt"),
            ("viagrande", "viagra"),
            ("la no", "lano"),
            ("anno", "ano"),
            ("", "x"),
            ("x", ""),
        ] {
            assert!(!holds(text, phrase), "{text} / {phrase}");
        }
    }

    fn disguise(phrase: &str, how: &[u8]) -> String {
        let mut out = String::new();
        for (c, how) in phrase.chars().zip(how.iter().cycle()) {
            match how % 6 {
                0 => out.extend(c.to_uppercase()),
                1 => {
                    out.push(c);
                    out.push('\u{200b}');
                }
                2 => {
                    out.push(c);
                    out.push('\u{301}');
                }
                3 => out.extend([c, c, c]),
                4 => out.push(match c {
                    'a' => 'а',
                    'e' => 'е',
                    'o' => 'о',
                    'c' => 'с',
                    'p' => 'р',
                    other => other,
                }),
                _ => out.push(c),
            }
        }
        out
    }

    proptest! {
        #[test]
        fn no_disguise_helps(phrase in "[a-z]{5,12}", how in proptest::collection::vec(any::<u8>(), 1..12), before in "[a-z]{2,8}", after in "[a-z]{2,8}") {
            let said = format!("{before}, {}. {after}", disguise(&phrase, &how));
            prop_assert!(holds(&said, &phrase), "{}", said);
            let spaced: String = phrase.chars().flat_map(|c| [c, ' ']).collect();
            prop_assert!(holds(&spaced, &phrase), "{}", spaced);
        }

        #[test]
        fn what_is_found_is_a_run_of_words(text in "[a-f ]{0,30}", phrase in "[a-f]{1,6}") {
            // The simple model: some words one after the other, put together, are the phrase.
            let words = super::words(&text);
            let goal = skeleton(&phrase);
            let mut model = false;
            for from in 0..words.len() {
                for to in from + 1..=words.len() {
                    let run = &words[from..to];
                    let counts = run.len() == 1 || run.iter().all(|word| word.len() == 1) || goal.len() >= IN_PIECES;
                    model |= counts && reads(&run.concat(), &goal);
                }
            }
            prop_assert_eq!(holds(&text, &phrase), model);
        }
    }
}
