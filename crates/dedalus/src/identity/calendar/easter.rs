//! Easter of the Gregorian calendar: the first Sunday after the first full moon of spring, as the Church counts both.

use jiff::civil::Date;

/// Easter Sunday of a year from 1583, by the rule of Meeus, Jones and Butcher (Nature, 20 April 1876).
pub fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let day = moon + weekday - 7 * late + 114;
    Date::new(i16::try_from(year).ok()?, i8::try_from(day / 31).ok()?, i8::try_from(day % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;

    /// Month and day of known Easters: the earliest and latest possible ones, and those that lesser rules get wrong.
    const KNOWN: &[(i16, i8, i8)] = &[
        (1900, 4, 15),
        (1913, 3, 23),
        (1943, 4, 25),
        (1954, 4, 18),
        (1961, 4, 2),
        (1981, 4, 19),
        (1999, 4, 4),
        (2000, 4, 23),
        (2008, 3, 23),
        (2011, 4, 24),
        (2019, 4, 21),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        (2029, 4, 1),
        (2038, 4, 25),
        (2049, 4, 18),
        (2076, 4, 19),
        (2100, 3, 28),
        (2160, 3, 23),
        (2190, 4, 25),
        (2199, 4, 14),
    ];

    #[test]
    fn easter_is_when_it_was_and_will_be() {
        for (year, month, day) in KNOWN {
            assert_eq!(easter(*year), Some(date(*year, *month, *day)));
        }
    }

    /// The same by the tables of the calendar reform (Clavius): the paschal moon of the golden number, then the next Sunday.
    fn by_tables(year: i16) -> Date {
        let golden = year % 19 + 1;
        let century = year / 100 + 1;
        let epact = (11 * golden + 20 + (8 * century + 5) / 25 - 5 - (3 * century / 4 - 12)).rem_euclid(30);
        let epact = if epact == 24 || (epact == 25 && golden > 11) { epact + 1 } else { epact };
        let moon = if 44 - epact < 21 { 44 - epact + 30 } else { 44 - epact };
        let mut day = date(year, 3, 1).checked_add(jiff::Span::new().days(moon - 1)).unwrap().tomorrow().unwrap();
        while day.weekday() != Weekday::Sunday {
            day = day.tomorrow().unwrap();
        }
        day
    }

    #[test]
    fn two_ways_to_count_agree_for_three_hundred_years() {
        for year in 1900..2200 {
            assert_eq!(easter(year), Some(by_tables(year)), "{year}");
        }
    }
}
