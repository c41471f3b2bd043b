//! The national holidays, each with the years in which it was one: what was a holiday once stays one for the days of then.

use jiff::civil::Date;

use super::easter::easter;

/// On which day of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum On {
    /// Month and day.
    Day(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i64),
}

/// A holiday of the whole country.
#[derive(Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Key of its name in the language files.
    pub key: &'static str,
    on: On,
    /// First and last year; a holiday of today has no last one.
    years: (i16, i16),
}

const FOR_EVER: i16 = 9999;

const fn holiday(key: &'static str, on: On, from: i16, until: i16) -> Holiday {
    Holiday { key, on, years: (from, until) }
}

/// L. 260/1949 art. 1 and 2; L. 54/1977 took seven of them away; D.P.R. 792/1985 gave the Epiphany back, L. 336/2000 the
/// Republic's day, L. 151/2025 made that of Saint Francis one from 2026.
const NATIONAL: &[Holiday] = &[
    holiday("holiday-new-year", On::Day(1, 1), 1949, FOR_EVER),
    holiday("holiday-epiphany", On::Day(1, 6), 1949, 1977),
    holiday("holiday-epiphany", On::Day(1, 6), 1986, FOR_EVER),
    holiday("holiday-joseph", On::Day(3, 19), 1949, 1976),
    holiday("holiday-easter", On::Easter(0), 1949, FOR_EVER),
    holiday("holiday-easter-monday", On::Easter(1), 1949, FOR_EVER),
    holiday("holiday-ascension", On::Easter(39), 1949, 1976),
    holiday("holiday-corpus-domini", On::Easter(60), 1949, 1976),
    holiday("holiday-liberation", On::Day(4, 25), 1949, FOR_EVER),
    holiday("holiday-labour", On::Day(5, 1), 1949, FOR_EVER),
    holiday("holiday-republic", On::Day(6, 2), 1949, 1976),
    holiday("holiday-republic", On::Day(6, 2), 2001, FOR_EVER),
    holiday("holiday-peter-paul", On::Day(6, 29), 1949, 1976),
    holiday("holiday-assumption", On::Day(8, 15), 1949, FOR_EVER),
    holiday("holiday-francis", On::Day(10, 4), 2026, FOR_EVER),
    holiday("holiday-all-saints", On::Day(11, 1), 1949, FOR_EVER),
    holiday("holiday-unity", On::Day(11, 4), 1949, 1976),
    holiday("holiday-immaculate", On::Day(12, 8), 1949, FOR_EVER),
    holiday("holiday-christmas", On::Day(12, 25), 1949, FOR_EVER),
    holiday("holiday-stephen", On::Day(12, 26), 1949, FOR_EVER),
];

impl Holiday {
    /// Its day in a year, if it was or is one then.
    fn day(&self, year: i16) -> Option<Date> {
        if !(self.years.0..=self.years.1).contains(&year) {
            return None;
        }
        match self.on {
            On::Day(month, day) => Date::new(year, month, day).ok(),
            On::Easter(after) => easter(year)?.checked_add(jiff::Span::new().days(after)).ok(),
        }
    }
}

/// The holiday of a day.
pub fn holiday_of(day: Date) -> Option<&'static Holiday> {
    NATIONAL.iter().find(|holiday| holiday.day(day.year()) == Some(day))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::shell::catalog;

    fn key(year: i16, month: i8, day: i8) -> Option<&'static str> {
        holiday_of(date(year, month, day)).map(|holiday| holiday.key)
    }

    #[test]
    fn holidays_come_and_go_with_their_laws() {
        assert_eq!(key(1976, 3, 19), Some("holiday-joseph"));
        assert_eq!(key(1977, 3, 19), None);
        assert_eq!((key(1977, 1, 6), key(1978, 1, 6), key(1986, 1, 6)), (Some("holiday-epiphany"), None, Some("holiday-epiphany")));
        assert_eq!((key(1976, 6, 2), key(2000, 6, 2), key(2001, 6, 2)), (Some("holiday-republic"), None, Some("holiday-republic")));
        assert_eq!((key(2025, 10, 4), key(2026, 10, 4), key(2027, 10, 4)), (None, Some("holiday-francis"), Some("holiday-francis")));
        assert_eq!((key(2028, 4, 16), key(2028, 4, 17)), (Some("holiday-easter"), Some("holiday-easter-monday")));
        assert_eq!(key(2028, 2, 29), None);
    }

    #[test]
    fn a_year_of_today_has_thirteen_of_them_and_each_has_a_name() {
        for year in 2026..2100 {
            assert_eq!(NATIONAL.iter().filter(|holiday| holiday.day(year).is_some()).count(), 13, "{year}");
        }
        let known = catalog().keys(kit::i18n::Lang::It);
        assert!(NATIONAL.iter().all(|holiday| known.contains(holiday.key)));
    }
}
