//! Words that stand nowhere else, and finding them again in whatever dress a program puts on them.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};

use crate::support::{Dice, decode_quoted_printable};

/// Letters of which no language makes words, and which no dress changes: neither HTML nor JSON nor percent signs touch them.
const LETTERS: &[u8] = b"bcdfghjklmnpqrstvwxz";
/// How long a word is.
const LENGTH: usize = 12;

/// A new word.
pub fn word(dice: &mut Dice) -> String {
    std::iter::once('z').chain((1..LENGTH).map(|_| char::from(*dice.of(LETTERS)))).collect()
}

/// A word with the forms it may take: as it is, in capitals, and in base64 at each of its three places (RFC 4648 §4, §5).
pub fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned(), word.to_uppercase()];
    for before in 0..3 {
        let padded = format!("{}{word}", "x".repeat(before));
        let first = (before * 8).div_ceil(6);
        let whole = padded.len() * 8 / 6;
        for engine in [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD] {
            forms.push(engine.encode(&padded)[first..whole].to_owned());
        }
    }
    forms.sort();
    forms.dedup();
    forms
}

/// What is left of a text when everything goes in which none of our words can stand: short pieces between other characters.
pub fn condensed(text: &str) -> String {
    let pieces = text.split(|c: char| !c.is_ascii_alphanumeric() && !"+/_-".contains(c)).filter(|piece| piece.len() >= LENGTH);
    pieces.collect::<Vec<_>>().join(" ")
}

/// Is the word in a text, in any form?
pub fn is_in(word: &str, text: &str) -> bool {
    forms(word).iter().any(|form| text.contains(form.as_str()))
}

/// A mail as it is read: transfer encodings opened (RFC 2045 §6.7, §6.8), and as it came.
pub fn opened(mail: &str) -> String {
    let mut text = decode_quoted_printable(mail);
    for part in mail.split("\r\n\r\n").chain(mail.split("\n\n")) {
        let joined: String = part.split_whitespace().collect();
        if let Ok(bytes) = STANDARD.decode(&joined) {
            text.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
    text.push_str(mail);
    text
}

#[test]
fn a_word_is_found_in_every_dress() {
    let word = word(&mut Dice::thrown("words"));
    for before in ["", "a", "ab", "abc", "Titolo: «"] {
        for engine in [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD] {
            assert!(is_in(&word, &engine.encode(format!("{before}{word} e poi"))), "{word} after {before}");
        }
    }
    let dressed = format!("<a href=\"/argomenti/{word}\">#{word}</a> {} breve", STANDARD_NO_PAD.encode(format!("Titolo: {word}")));
    assert!(is_in(&word, &condensed(&dressed)) && !condensed(&dressed).contains("breve"));
    assert!(is_in(&word, &format!("&lt;{word}&gt;")) && is_in(&word, &word.to_uppercase()));
    assert!(!is_in(&word, "Qui non c'è niente di tutto questo."));
    assert!(opened("Content-Transfer-Encoding: quoted-printable\r\n\r\nAbc=\r\ndef").contains("Abcdef"));
}
