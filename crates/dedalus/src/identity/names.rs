//! Names that only the institution may carry.

use kit::text::{confusable, fold};

/// Words that make a name look like an office, a page or somebody in charge.
const OFFICIAL: &[&str] = &[
    "comune",
    "municipio",
    "sindaco",
    "sindaca",
    "assessore",
    "assessora",
    "assessorato",
    "giunta",
    "consiglio comunale",
    "ufficio",
    "urp",
    "segreteria",
    "protocollo",
    "anagrafe",
    "polizia locale",
    "polizia municipale",
    "vigili urbani",
    "protezione civile",
    "biblioteca",
    "museo civico",
    "dedalus",
    "amministratore",
    "moderatore",
    "mayor",
    "municipality",
];

/// Handles that are, or may become, addresses or roles.
const RESERVED: &[&str] = &[
    "admin",
    "administrator",
    "amministrazione",
    "root",
    "system",
    "sistema",
    "support",
    "supporto",
    "staff",
    "redazione",
    "relay",
    "postmaster",
    "webmaster",
    "abuse",
    "security",
    "info",
    "noreply",
    "api",
    "io",
    "me",
    "tu",
    "null",
    "undefined",
    "moderazione",
];

/// Would a reader take it for the institution? Look-alike letters of other alphabets count as what they look like.
pub fn is_official_looking(name: &str, town: &str) -> bool {
    let town = confusable(town);
    let whole = confusable(name);
    let words = format!(" {} ", skeletons(name));
    let is_town = !town.is_empty() && whole == town;
    is_town
        || OFFICIAL.iter().any(|word| {
            let joined = confusable(word);
            let of_the_town =
                !town.is_empty() && (whole == format!("{joined}{town}") || whole == format!("{joined}{}{town}", confusable("di")));
            words.contains(&format!(" {} ", skeletons(word))) || whole == joined || of_the_town
        })
}

/// The skeleton of each word, one space between them.
fn skeletons(name: &str) -> String {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(confusable).collect::<Vec<_>>().join(" ")
}

/// Is the handle kept for the house?
pub fn is_reserved_handle(handle: &str) -> bool {
    let folded = fold(handle);
    RESERVED.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn official_looking_names_are_seen_through() {
        for name in [
            "Comune di Termini Imerese",
            "Sindaco",
            "IL SINDACO",
            "Ufficio tecnico",
            "U.R.P.",
            "Cοmune",
            "С0mune",
            "sindaco_termini",
            "ComuneTerminiImerese",
            "Termini Imerese",
            "Polizia  Locale",
            "biblioteca",
        ] {
            assert!(is_official_looking(name, "Termini Imerese"), "{name} should be refused");
        }
    }

    #[test]
    fn ordinary_names_are_left_alone() {
        for name in ["Anna Li Vigni", "Salvatore D’Amico", "Comunella Rossi", "Giulia S.", "Nino Urpino", "Termini Imerese in bici"] {
            assert!(!is_official_looking(name, "Termini Imerese"), "{name} should be allowed");
        }
        assert!(is_reserved_handle("Admin"));
    }
}
