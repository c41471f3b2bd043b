//! The Italian fiscal code of a person (D.M. 23 December 1976): its shape, its check letter, the day of birth it tells.
//!
//! Sixteen characters: six of the name, two digits of the year, a letter for the month, two digits of the day (plus 40 for
//! women), a letter and three digits of the place, the check letter. Where two people would have the same code, digits become
//! letters from the right (omocodia, art. 6); such a code is as good as any.

use jiff::civil::Date;

/// A code whose shape and check letter are right. It never prints itself.
#[derive(Clone, PartialEq, Eq)]
pub struct FiscalCode([u8; 16]);

impl std::fmt::Debug for FiscalCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FiscalCode(…)")
    }
}

/// Places of the digits.
const DIGITS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];
/// The letters of the months.
const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";
/// What digits 0 to 9 become.
const OMOCODIA: &[u8; 10] = b"LMNPQRSTUV";
/// Values of the characters at odd places (1, 3, …): digits 0–9, then letters A–Z.
const ODD: [u32; 36] =
    [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

impl FiscalCode {
    /// Reads a code as people type it: any case, spaces between.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).map(|byte| byte.to_ascii_uppercase()).collect();
        let code = Self(bytes.try_into().ok()?);
        (code.has_shape() && code.check_letter() == code.0.last().copied() && code.day_and_month().is_some()).then_some(code)
    }

    /// The sixteen characters: for hashing, never for keeping.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    fn has_shape(&self) -> bool {
        self.0.iter().enumerate().all(
            |(place, byte)| {
                if DIGITS.contains(&place) { digit(*byte).is_some() } else { byte.is_ascii_uppercase() }
            },
        )
    }

    fn check_letter(&self) -> Option<u8> {
        let mut sum = 0;
        for (place, byte) in self.0.iter().take(15).enumerate() {
            let letter_or_digit = char::from(*byte).to_digit(36)?;
            // Places are counted from one, so the first is odd.
            sum += if place % 2 == 0 {
                *ODD.get(usize::try_from(letter_or_digit).ok()?)?
            } else if letter_or_digit < 10 {
                letter_or_digit
            } else {
                letter_or_digit - 10
            };
        }
        u8::try_from(sum % 26).ok().map(|offset| b'A' + offset)
    }

    fn number(&self, from: usize, length: usize) -> Option<i8> {
        let mut number = 0_i8;
        for byte in self.0.get(from..from + length)? {
            number = number.checked_mul(10)?.checked_add(digit(*byte)?)?;
        }
        Some(number)
    }

    /// Day and month of birth.
    fn day_and_month(&self) -> Option<(i8, i8)> {
        let letter = self.0.get(8)?;
        let month = i8::try_from(MONTHS.iter().position(|known| known == letter)?).ok()? + 1;
        let day = self.number(9, 2)?;
        let day = if day > 40 { day - 40 } else { day };
        (1..=31).contains(&day).then_some((day, month))
    }

    /// The date of birth, when a person of at most a hundred years is meant: the code tells the year without its century.
    pub fn birth_date(&self, today: Date) -> Option<Date> {
        let (day, month) = self.day_and_month()?;
        let year = i16::from(self.number(6, 2)?);
        [2000 + year, 1900 + year].into_iter().filter_map(|year| Date::new(year, month, day).ok()).find(|date| *date <= today)
    }

    /// Does it tell of somebody born on this day?
    pub fn tells_of(&self, born: Date) -> bool {
        let year = self.number(6, 2).map(i16::from);
        self.day_and_month() == Some((born.day(), born.month())) && year == Some(born.year().rem_euclid(100))
    }
}

/// A digit, or the letter that stands for one.
fn digit(byte: u8) -> Option<i8> {
    if byte.is_ascii_digit() {
        return i8::try_from(byte - b'0').ok();
    }
    OMOCODIA.iter().position(|letter| *letter == byte).and_then(|place| i8::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i16, month: i8, day: i8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn known_codes_are_read_and_tell_their_day() {
        // The examples that textbooks give: a man born on 1 January 1980 in Rome, a woman born on 10 February 1985.
        let code = FiscalCode::parse("rssmra80a01h501u").unwrap();
        assert_eq!(code.birth_date(day(2028, 2, 24)), Some(day(1980, 1, 1)));
        assert!(code.tells_of(day(1980, 1, 1)) && !code.tells_of(day(1980, 1, 2)));
        assert!(FiscalCode::parse("RSS MRA 80A01 H501U").is_some());
        let woman = with_check("BNCMRA85B50H501");
        assert_eq!(FiscalCode::parse(&woman).unwrap().birth_date(day(2028, 2, 24)), Some(day(1985, 2, 10)));
    }

    #[test]
    fn a_code_of_two_people_has_letters_for_digits() {
        let code = with_check("RSSMRA80A01H50M");
        assert_eq!(FiscalCode::parse(&code).unwrap().birth_date(day(2028, 2, 24)), Some(day(1980, 1, 1)));
    }

    #[test]
    fn a_child_of_this_century_is_told_from_somebody_of_the_last() {
        let code = FiscalCode::parse(&with_check("RSSMRA27A01H501")).unwrap();
        assert_eq!(code.birth_date(day(2028, 2, 24)), Some(day(2027, 1, 1)));
        assert_eq!(code.birth_date(day(2026, 2, 24)), Some(day(1927, 1, 1)));
        let leap = FiscalCode::parse(&with_check("RSSMRA00B29H501")).unwrap();
        assert_eq!(leap.birth_date(day(2028, 2, 24)), Some(day(2000, 2, 29)));
    }

    #[test]
    fn what_is_no_code_is_refused_and_nothing_is_printed() {
        for bad in [
            "",
            "RSSMRA80A01H501X",
            "RSSMRA80A01H501",
            "RSSMRA80A41H501UU",
            "RSSMRA80Z01H501U",
            "12345678901",
            "RSSMRA80A00H501T",
            "RSSMRÀ80A01H501U",
        ] {
            assert_eq!(FiscalCode::parse(bad), None, "{bad}");
        }
        assert_eq!(format!("{:?}", FiscalCode::parse("RSSMRA80A01H501U").unwrap()), "FiscalCode(…)");
    }

    fn with_check(fifteen: &str) -> String {
        let bytes: Vec<u8> = fifteen.bytes().chain([b'A']).collect();
        let letter = FiscalCode(bytes.try_into().unwrap()).check_letter().unwrap();
        format!("{fifteen}{}", char::from(letter))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn one_wrong_character_is_seen(code in "[A-Z]{6}[0-9]{2}[ABCDEHLMPRST](0[1-9]|[12][0-9]|4[1-9]|5[0-9])[A-Z][0-9]{3}", place in 0usize..15, other in "[A-Z0-9]") {
            let right = with_check(&code);
            prop_assert!(FiscalCode::parse(&right).is_some());
            let mut wrong = right.clone();
            wrong.replace_range(place..=place, &other);
            // Two characters of the same value at an odd place cannot be told apart (0 and A, 1 and B, …), nor a digit from its letter at an even one.
            let (a, b) = (char::from(right.as_bytes()[place]), other.chars().next().unwrap());
            let value = |c: char| { let n = c.to_digit(36).unwrap(); if place % 2 == 0 { ODD[n as usize] } else if n < 10 { n } else { n - 10 } };
            prop_assert!(value(a) == value(b) || FiscalCode::parse(&wrong).is_none());
        }

        #[test]
        fn whatever_is_typed_is_read_or_refused(text in ".{0,40}") {
            let _ = FiscalCode::parse(&text);
        }
    }
}
