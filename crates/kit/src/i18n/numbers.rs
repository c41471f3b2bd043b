//! Whole numbers as people of each language write them.

use crate::i18n::Lang;

/// A whole number in groups of three: 1.284 in Italian and German, 1,284 in English.
pub fn grouped(number: i64, lang: Lang) -> String {
    let separator = match lang {
        Lang::It | Lang::De => '.',
        Lang::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 2);
    if number < 0 {
        out.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_as_each_language_does() {
        assert_eq!(grouped(1284, Lang::It), "1.284");
        assert_eq!(grouped(1284, Lang::En), "1,284");
        assert_eq!(grouped(-1_234_567, Lang::De), "−1.234.567");
        assert_eq!(grouped(999, Lang::It), "999");
        assert_eq!(grouped(0, Lang::It), "0");
        assert_eq!(grouped(i64::MIN, Lang::En), "−9,223,372,036,854,775,808");
    }
}
