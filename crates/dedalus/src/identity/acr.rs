//! How surely a provider recognised somebody: the class of the authentication (`acr`, OpenID Connect Core §2).

/// The level a class stands for, from 1 (a password) to 3 (a card with its PIN); zero when its word says none.
///
/// Known are SPID and CIE (`https://www.spid.gov.it/SpidL2`), eIDAS (`http://eidas.europa.eu/LoA/substantial`), and words that
/// end in a level such as `loa2`, `aal2` or a bare number.
pub fn level(acr: &str) -> u8 {
    let word = acr.trim().trim_end_matches('/').rsplit(['/', ':']).next().unwrap_or_default().to_ascii_lowercase();
    match word.as_str() {
        "low" => return 1,
        "substantial" => return 2,
        "high" => return 3,
        _ => {}
    }
    let number = ["spidl", "loa", "aal", "ial", "level", ""].iter().find_map(|head| word.strip_prefix(head)?.parse::<u8>().ok());
    number.filter(|level| (1..=4).contains(level)).map_or(0, |level| level.min(3))
}

/// Is a class as good as what was asked for? `asked` are the words of `acr_values`, separated by spaces; none asks for nothing.
/// A class of a higher level than the lowest that was asked is good as well.
pub fn is_enough(asked: &str, got: &str) -> bool {
    let mut words = asked.split_whitespace().peekable();
    if words.peek().is_none() {
        return true;
    }
    let lowest = asked.split_whitespace().map(level).min().unwrap_or_default();
    words.any(|word| word == got) || (lowest > 0 && level(got) >= lowest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_is_read_from_the_words_in_use() {
        for (acr, expected) in [
            ("https://www.spid.gov.it/SpidL1", 1),
            ("https://www.spid.gov.it/SpidL2", 2),
            ("https://www.spid.gov.it/SpidL3", 3),
            ("http://eidas.europa.eu/LoA/substantial", 2),
            ("http://eidas.europa.eu/LoA/high", 3),
            ("urn:example:aal2", 2),
            ("2", 2),
            ("4", 3),
            ("0", 0),
            ("", 0),
            ("urn:mace:incommon:iap:silver", 0),
            ("2028", 0),
        ] {
            assert_eq!(level(acr), expected, "{acr}");
        }
    }

    #[test]
    fn what_was_asked_for_is_the_least_that_is_taken() {
        let (l1, l2, l3) = ("https://www.spid.gov.it/SpidL1", "https://www.spid.gov.it/SpidL2", "https://www.spid.gov.it/SpidL3");
        assert!(is_enough("", "") && is_enough("", l1));
        assert!(is_enough(l2, l2) && is_enough(l2, l3));
        assert!(!is_enough(l2, l1) && !is_enough(l2, ""));
        assert!(is_enough(&format!("{l3} {l1}"), l1));
        assert!(is_enough("gold", "gold") && !is_enough("gold", "silver") && !is_enough("gold", l3));
    }
}
