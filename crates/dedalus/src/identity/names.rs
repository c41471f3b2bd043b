//! Names that only the institution may carry.

use kit::text::{confusable, fold};

/// Words that make a name look like an office, a page or somebody in charge.
const OFFICIAL: &[&str] = &[
    "comune", "municipio", "sindaco", "sindaca", "assessore", "assessora", "assessorato", "giunta", "consiglio comunale", "ufficio",
    "urp", "segreteria", "protocollo", "anagrafe", "polizia locale", "polizia municipale", "vigili urbani", "protezione civile",
    "biblioteca", "museo civico", "dedalus", "amministratore", "moderatore", "mayor", "municipality",
];

/// Handles that are, or may become, addresses or roles.
const RESERVED: &[&str] = &[
    "admin", "administrator", "amministrazione", "root", "system", "sistema", "support", "supporto", "staff", "redazione", "relay",
    "postmaster", "webmaster", "abuse", "security", "info", "noreply", "api", "io", "me", "tu", "null", "undefined", "moderazione",
];

/// Would a reader take it for the institution? Look-alike letters of other alphabets count as what they look like.
pub fn is_official_looking(name: &str, town: &str) -> bool {
    let plain = spaced(&confusable(name));
    let squeezed: String = plain.chars().filter(|c| !c.is_whitespace()).collect();
    let town: String = confusable(town).chars().filter(|c| c.is_alphanumeric()).collect();
    let whole = format!(" {plain} ");
    if !town.is_empty() && squeezed == town {
        return true;
    }
    OFFICIAL.iter().any(|word| {
        let skeleton = spaced(&confusable(word));
        let joined: String = skeleton.chars().filter(|c| !c.is_whitespace()).collect();
        whole.contains(&format!(" {skeleton} ")) || squeezed == joined || (!town.is_empty() && squeezed == format!("{joined}{town}")) || (!town.is_empty() && squeezed == format!("{joined}di{town}"))
    })
}

/// Is the handle kept for the house?
pub fn is_reserved_handle(handle: &str) -> bool {
    let folded = fold(handle);
    RESERVED.contains(&folded.as_str())
}

/// Everything that is neither letter nor digit becomes one space.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn official_looking_names_are_seen_through() {
        for name in [
            "Comune di Termini Imerese", "Sindaco", "IL SINDACO", "Ufficio tecnico", "U.R.P.", "Cοmune", "С0mune", "sindaco_termini",
            "ComuneTerminiImerese", "Termini Imerese", "Polizia  Locale", "biblioteca",
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
