//! What every text field of a form goes through before anybody looks at it. Passwords do not: they stay as typed.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::text::fold::squeeze;

/// A field of one line: composed (NFC), without controls and direction overrides, white space squeezed, trimmed.
pub fn clean_line(text: &str) -> String {
    squeeze(&compose(&text.replace(|c: char| c.is_control() && !is_dropped(c), " ")))
}

/// A field of many lines: composed (NFC), without controls and direction overrides, lines ended by `\n`, trimmed.
/// Spaces at the ends of lines stay: in Markdown they mean something.
pub fn clean_text(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    // Indentation of the first line stays too: it makes a block of code.
    compose(&lines).trim_end().trim_start_matches('\n').to_owned()
}

fn compose(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !is_dropped(*c)).collect();
    if is_nfc(&kept) { kept } else { kept.nfc().collect() }
}

/// NUL (which PostgreSQL refuses) and the other controls, and the marks that turn the direction of text around, with
/// which a name or an address can be made to read as another.
fn is_dropped(c: char) -> bool {
    match c {
        '\n' | '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_has_neither_breaks_nor_controls_nor_turned_direction() {
        assert_eq!(clean_line("  Anna\t\r\n Rossi\0\u{1b} "), "Anna Rossi");
        assert_eq!(clean_line("Anna\u{202e}issoR\u{2069}"), "AnnaissoR");
        assert_eq!(clean_line("citta\u{300}"), "città");
        assert_eq!(clean_line("uno\u{85}due\u{2028}tre"), "uno due tre");
    }

    #[test]
    fn a_text_keeps_its_lines_in_one_form() {
        assert_eq!(clean_text("\r\nuno\r\ndue\rtre  \n\tquattro\0\n\n"), "uno\ndue\ntre  \n\tquattro");
        assert_eq!(clean_text("👩‍👩‍👧 è"), "👩‍👩‍👧 è");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(odd in proptest::collection::vec(any::<char>(), 0..40)) {
            let text: String = odd.into_iter().collect();
            let (line, block) = (clean_line(&text), clean_text(&text));
            prop_assert_eq!(clean_line(&line), line.clone());
            prop_assert_eq!(clean_text(&block), block.clone());
            prop_assert!(!line.chars().any(char::is_control));
            prop_assert!(!block.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')));
        }
    }
}
