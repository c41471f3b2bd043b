//! Three languages: which one a visitor reads, the sentences, the numbers, the dates.

mod catalog;
pub mod dates;
mod numbers;

pub use catalog::{Arg, Catalog};
pub use numbers::grouped;

/// A language the house speaks. Italian is the one that is always complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Lang {
    /// Italian.
    #[default]
    It,
    /// English.
    En,
    /// German.
    De,
}

crate::words!(Lang { It = "it", En = "en", De = "de" });

impl Lang {
    /// The language a browser asks for in `Accept-Language` (RFC 9110 §12.5.4): the one of ours with the highest
    /// weight, the first of equals. Italian when it asks for nothing we have.
    pub fn from_accept(header: &str) -> Self {
        let mut best: Option<(Self, u16)> = None;
        for part in header.split(',').take(32) {
            let (range, parameters) = part.split_once(';').unwrap_or((part, ""));
            let Some(lang) = Self::from_range(range.trim()) else { continue };
            let weight = weight(parameters);
            if weight > best.map_or(0, |(_, weight)| weight) {
                best = Some((lang, weight));
            }
        }
        best.map_or(Self::default(), |(lang, _)| lang)
    }

    /// The language of a tag such as `de-AT`; `*` is Italian.
    fn from_range(range: &str) -> Option<Self> {
        let primary = range.split(['-', '_']).next().unwrap_or_default();
        if primary == "*" { Some(Self::default()) } else { Self::from_word(&primary.to_ascii_lowercase()) }
    }
}

/// The weight `q=0.8` in thousandths; one when it is not said, nothing when it makes no sense.
fn weight(parameters: &str) -> u16 {
    let said = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then(|| value.trim())
    });
    let Some(said) = said else { return 1000 };
    match said.split_once('.').unwrap_or((said, "")) {
        ("1", _) => 1000,
        ("0", places) => format!("{places:0<3}").get(..3).and_then(|three| three.parse().ok()).unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitor_reads_the_language_they_prefer_most() {
        assert_eq!(Lang::from_accept("it-IT,it;q=0.9,en-US;q=0.8,en;q=0.7"), Lang::It);
        assert_eq!(Lang::from_accept("fr-FR, en;q=0.5, de-AT;q=0.8"), Lang::De);
        assert_eq!(Lang::from_accept("en;q=0.85,de;q=0.9"), Lang::De);
        assert_eq!(Lang::from_accept("EN-gb"), Lang::En);
        assert_eq!(Lang::from_accept("en, de"), Lang::En);
    }

    #[test]
    fn a_visitor_who_asks_for_nothing_we_speak_reads_italian() {
        for header in ["", "fr", "*", "en;q=0", "de;q=0.000", ";;;,,,", "en;q=banana", "q=1", "é;q=0.é"] {
            assert_eq!(Lang::from_accept(header), Lang::It, "{header}");
        }
    }
}
