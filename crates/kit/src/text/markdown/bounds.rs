//! Nesting bounded before the parser sees it.
//!
//! The parser walks all open quotes and lists at every line, so a line of 100,000 `>` or `- ` before 100,000 empty ones
//! would take hours. Markers beyond [`MAX_MARKERS`] in one line are therefore escaped: they become text. Nesting over
//! many lines needs no bound here: each level costs the writer more indentation than the last.

use std::borrow::Cow;

/// How many quotes and lists may begin in one line.
const MAX_MARKERS: usize = 8;

/// The text, with a backslash before each marker too many.
pub(super) fn bounded(source: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    let mut line_start = 0;
    for line in source.split_inclusive('\n') {
        let start = line_start;
        line_start += line.len();
        let Some(place) = marker_too_many(line) else { continue };
        let place = start + place;
        out.push_str(source.get(done..place).unwrap_or_default());
        out.push('\\');
        done = place;
    }
    if done == 0 {
        return Cow::Borrowed(source);
    }
    out.push_str(source.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where a line's first marker too many can be escaped. What follows it is then text of a paragraph.
fn marker_too_many(line: &str) -> Option<usize> {
    let mut rest = line;
    for count in 0.. {
        rest = rest.trim_start_matches([' ', '\t']);
        let escape_at = marker(rest)?;
        if count == MAX_MARKERS {
            return Some(line.len() - rest.len() + escape_at);
        }
        rest = rest.get(escape_at + 1..)?;
    }
    None
}

/// The byte to escape if a marker of a quote, a list or a numbered list stands at the beginning.
fn marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take(10).take_while(u8::is_ascii_digit).count();
    let sign = *text.as_bytes().get(digits)?;
    let spaced = text.as_bytes().get(digits + 1).is_none_or(u8::is_ascii_whitespace);
    let is_marker = match (digits, sign) {
        (0, b'>') => true,
        (0, b'-' | b'*' | b'+') | (1..=9, b'.' | b')') => spaced,
        _ => false,
    };
    is_marker.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_texts_stay_as_they_are() {
        for text in ["", "- a\n  - b\n", "> > citazione\n", "1. uno\n2. due", "---\n", "-5 gradi, *forte*\r\n\r\n2028. Poi"] {
            assert!(matches!(bounded(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn a_marker_too_many_becomes_text() {
        assert_eq!(bounded(">>>>>>>>>>>> a\n> b"), ">>>>>>>>\\>>>> a\n> b");
        assert_eq!(bounded("- - - - - - - - - a"), "- - - - - - - - \\- a");
        assert_eq!(bounded("1. 1. 1. 1. 1. 1. 1. 1. 1. è"), "1. 1. 1. 1. 1. 1. 1. 1. 1\\. è");
    }
}
