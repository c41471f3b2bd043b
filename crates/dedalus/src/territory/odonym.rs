//! Names of streets as people write them: the generic word before the name, its abbreviations, the number after it.

use kit::text::fold;

/// The generic words of Italian street names with the ways they are shortened, folded and without full stops.
const GENERIC: &[(&str, &[&str])] = &[
    ("via", &["v"]),
    ("viale", &["vle", "v le"]),
    ("vicolo", &["vlo", "vic", "v lo"]),
    ("piazza", &["pza", "pzza", "p za", "p zza"]),
    ("piazzale", &["ple", "pzle", "p le"]),
    ("piazzetta", &["ptta", "p tta"]),
    ("corso", &["cso", "c so"]),
    ("largo", &["lgo", "l go"]),
    ("salita", &["sal"]),
    ("discesa", &["disc"]),
    ("scala", &[]),
    ("scalinata", &["scal"]),
    ("serpentina", &["serp"]),
    ("cortile", &["cle", "cort", "c le"]),
    ("contrada", &["cda", "contr", "c da"]),
    ("lungomare", &["lmare", "lungom"]),
    ("strada", &["str"]),
    ("strada provinciale", &["sp", "s p"]),
    ("strada statale", &["ss", "s s"]),
    ("passaggio", &["pass"]),
    ("rampa", &[]),
    ("belvedere", &[]),
    ("molo", &[]),
    ("villa", &[]),
];

/// Words after a number that belong to it.
const AFTER_NUMBER: &[&str] = &["bis", "ter", "quater"];

/// A civic number: 12, 12/A, 12 bis.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civic {
    /// The number.
    pub number: i64,
    /// What follows it, in lower case: `a`, `bis`; empty for most.
    pub suffix: String,
}

impl Civic {
    /// From what somebody wrote: `12`, `12/A`, `12 bis`, `12a`.
    pub fn read(text: &str) -> Option<Self> {
        let folded = fold(text);
        let digits = folded.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = folded.split_at_checked(digits)?;
        let number = number.parse().ok().filter(|number| (1..=99_999).contains(number))?;
        let suffix = rest.trim_matches(|c: char| !c.is_alphanumeric());
        let sound =
            suffix.is_empty() || AFTER_NUMBER.contains(&suffix) || (suffix.chars().count() == 1 && suffix.chars().all(char::is_alphabetic));
        sound.then(|| Self { number, suffix: suffix.to_owned() })
    }
}

impl std::fmt::Display for Civic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.suffix.as_str() {
            "" => write!(f, "{}", self.number),
            word if AFTER_NUMBER.contains(&word) => write!(f, "{} {word}", self.number),
            letter => write!(f, "{}/{}", self.number, letter.to_uppercase()),
        }
    }
}

/// A street's name taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Odonym {
    /// The generic word in full, folded; empty when there is none.
    pub kind: String,
    /// The rest, folded, words apart by one space.
    pub words: String,
}

impl Odonym {
    /// Takes a name apart. A generic word alone is a name of its own.
    pub fn read(name: &str) -> Self {
        let folded = fold(name);
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        for length in [2, 1] {
            let (Some(head), Some(tail)) = (words.get(..length), words.get(length..).filter(|tail| !tail.is_empty())) else { continue };
            let head = head.join(" ");
            let known = GENERIC.iter().find(|(word, short)| *word == head || short.contains(&head.as_str()));
            if let Some((kind, _)) = known {
                return Self { kind: (*kind).to_owned(), words: tail.join(" ") };
            }
        }
        Self { kind: String::new(), words: words.join(" ") }
    }

    /// One form of the whole, the same for all ways to write it.
    pub fn folded(&self) -> String {
        if self.kind.is_empty() { self.words.clone() } else { format!("{} {}", self.kind, self.words) }
    }
}

/// What somebody looks for: a street, and perhaps a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The street.
    pub street: Odonym,
    /// The number.
    pub civic: Option<Civic>,
}

impl Asked {
    /// From what somebody typed. What stands after the number ("interno 3", "Termini Imerese") is left out; a number that belongs to
    /// the name ("via 4 novembre") stays there.
    pub fn read(text: &str) -> Self {
        let words: Vec<&str> = text.split([' ', ',', ';']).filter(|word| !word.is_empty() && !is_sign(word)).collect();
        // The last number that has a name before it.
        for at in (1..words.len()).rev() {
            let (Some(before), Some(word)) = (words.get(..at), words.get(at)) else { continue };
            if !word.starts_with(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let after = words.get(at + 1).copied().unwrap_or_default();
            let whole = if AFTER_NUMBER.contains(&fold(after).as_str()) || after.chars().count() == 1 {
                format!("{word} {after}")
            } else {
                (*word).to_owned()
            };
            let civic = Civic::read(&whole).or_else(|| Civic::read(word));
            let street = Odonym::read(&before.join(" "));
            let alone = street.kind.is_empty() && GENERIC.iter().any(|(kind, _)| *kind == street.words);
            // "via 4 novembre": the number is followed by words that are a name, and only "via" stands before it.
            if let Some(civic) = civic.filter(|_| !alone && !street.words.is_empty()) {
                return Self { street, civic: Some(civic) };
            }
        }
        Self { street: Odonym::read(&words.join(" ")), civic: None }
    }
}

/// `n.`, `n°`, `num.` before a number.
fn is_sign(word: &str) -> bool {
    matches!(fold(word).trim_matches(|c: char| !c.is_alphanumeric()), "" | "n" | "no" | "nr" | "num" | "numero" | "civico")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn civic(number: i64, suffix: &str) -> Civic {
        Civic { number, suffix: suffix.into() }
    }

    #[test]
    fn a_civic_number_is_read_as_people_write_it() {
        for (text, number, suffix, shown) in [
            ("12", 12, "", "12"),
            ("12/A", 12, "a", "12/A"),
            ("12a", 12, "a", "12/A"),
            ("7 bis", 7, "bis", "7 bis"),
            ("7/BIS", 7, "bis", "7 bis"),
        ] {
            let read = Civic::read(text).unwrap();
            assert_eq!(read, civic(number, suffix), "{text}");
            assert_eq!(read.to_string(), shown);
        }
        for text in ["", "snc", "0", "1234567", "12 piano", "-4", "12ab"] {
            assert_eq!(Civic::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_generic_word_is_known_in_all_its_forms() {
        for text in ["Piazza Duomo", "P.zza Duomo", "p.za  duomo", "PIAZZA DUOMO", "pzza Duomo"] {
            assert_eq!(Odonym::read(text).folded(), "piazza duomo", "{text}");
        }
        assert_eq!(Odonym::read("V.le Umberto I").folded(), "viale umberto i");
        assert_eq!(Odonym::read("Belvedere").folded(), "belvedere");
        assert_eq!(Odonym::read("Via Strada Vecchia").folded(), "via strada vecchia");
        assert_eq!(Odonym::read("Via D’Amico").words, "d amico");
    }

    #[test]
    fn what_is_asked_for_is_a_street_and_perhaps_a_number() {
        for (text, street, number) in [
            ("via garibaldi 12", "via garibaldi", Some(civic(12, ""))),
            ("Garibaldi, 12/B", "garibaldi", Some(civic(12, "b"))),
            ("via Garibaldi n. 12 bis", "via garibaldi", Some(civic(12, "bis"))),
            ("via Garibaldi 12 b", "via garibaldi", Some(civic(12, "b"))),
            ("via 4 novembre", "via 4 novembre", None),
            ("via 4 novembre 3", "via 4 novembre", Some(civic(3, ""))),
            ("piazza duomo", "piazza duomo", None),
            ("12", "12", None),
            ("via Garibaldi 12, Termini Imerese", "via garibaldi", Some(civic(12, ""))),
            ("", "", None),
        ] {
            let asked = Asked::read(text);
            assert_eq!((asked.street.folded().as_str(), asked.civic), (street, number), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_understood_somehow(text in "\\PC{0,60}") {
            let asked = Asked::read(&text);
            prop_assert_eq!(Odonym::read(&asked.street.folded()).folded(), asked.street.folded());
        }

        #[test]
        fn a_number_is_read_again_as_it_is_shown(number in 1_i64..99_999, suffix in "(|[a-z]|bis|ter)") {
            let civic = Civic { number, suffix };
            prop_assert_eq!(Civic::read(&civic.to_string()), Some(civic));
        }
    }
}
