use jiff::Span;
use jiff::civil::date;
use kit::i18n::Lang;
use proptest::prelude::*;

use super::*;

fn patron(month: i16, day: i16, from_year: i16, until_year: Option<i16>) -> Rule {
    Rule { id: RuleId(1), kind: RuleKind::Patron, month, day, weekday: 0, name: "beato Agostino Novello".into(), from_year, until_year }
}

fn rest(weekday: u8, from_year: i16) -> Rule {
    Rule { id: RuleId(2), kind: RuleKind::Rest, month: 0, day: 0, weekday, name: String::new(), from_year, until_year: None }
}

fn closed(first: Date, last: Date, office: Option<i64>) -> Closure {
    Closure { id: ClosureId(3), office: office.map(OfficeId), office_name: String::new(), first, last, words: "trasloco".into() }
}

#[test]
fn the_first_day_is_not_counted_and_a_holiday_moves_the_last() {
    let calendar = Calendar::new(vec![patron(5, 19, 2020, None)], vec![]);
    // 30 days after 3 May 2030 are 2 June: the Republic's day, and a Sunday; Monday is the next day of work.
    let due = calendar.due(date(2030, 5, 3), 30);
    assert_eq!((due.date, due.moved.as_ref().map(|(from, _)| *from)), (date(2030, 6, 3), Some(date(2030, 6, 2))));
    assert_eq!(due.explain(Lang::It), "30 giorni, spostato da domenica 2 giugno 2030 (festa della Repubblica)");
    assert_eq!(due.explain(Lang::En), "30 days, moved from Sunday 2 June 2030 (Republic Day)");
    assert_eq!(due.explain(Lang::De), "30 Tage, verschoben von Sonntag, 2. Juni 2030 (Tag der Republik)");
    // A Sunday explains itself.
    assert_eq!(calendar.due(date(2028, 2, 24), 31).explain(Lang::It), "31 giorni, spostato da domenica 26 marzo 2028");
    assert_eq!(calendar.due(date(2028, 2, 24), 1).explain(Lang::It), "1 giorno");
    // Saturday is a day like others, the leap day too.
    assert_eq!(calendar.due(date(2028, 1, 30), 30).date, date(2028, 2, 29));
    assert_eq!(calendar.due(date(2028, 2, 24), 2).date, date(2028, 2, 26));
}

#[test]
fn christmas_and_the_patron_move_a_term_over_several_days() {
    let calendar = Calendar::new(vec![patron(5, 19, 2020, None)], vec![]);
    // Christmas 2028 is a Monday, Saint Stephen a Tuesday.
    assert_eq!(calendar.due(date(2028, 12, 14), 10).date, date(2028, 12, 27));
    assert_eq!(calendar.due(date(2028, 5, 9), 10).date, date(2028, 5, 20));
}

#[test]
fn what_held_then_holds_for_the_days_of_then() {
    let calendar = Calendar::new(vec![patron(5, 19, 2020, Some(2027)), patron(7, 16, 2028, None), rest(6, 2029)], vec![]);
    assert!(!calendar.is_working(date(2027, 5, 19), None) && calendar.is_working(date(2028, 5, 19), None));
    assert!(calendar.is_working(date(2027, 7, 16), None) && !calendar.is_working(date(2029, 7, 16), None));
    assert!(calendar.is_working(date(2028, 12, 30), None) && !calendar.is_working(date(2029, 1, 13), None), "Saturdays from 2029");
}

#[test]
fn one_office_is_closed_and_the_others_are_not() {
    let calendar = Calendar::new(vec![], vec![closed(date(2028, 2, 28), date(2028, 3, 1), Some(7))]);
    let day = date(2028, 2, 29);
    assert!(!calendar.is_working(day, Some(OfficeId(7))) && calendar.is_working(day, Some(OfficeId(8))) && calendar.is_working(day, None));
    assert_eq!(calendar.shut(day, OfficeId(7)), Some(Off::Closure("trasloco".into())));
    assert_eq!(calendar.next_working(day, Some(OfficeId(7))), date(2028, 3, 2));
    assert_eq!(calendar.shut(date(2028, 2, 27), OfficeId(7)), None, "a Sunday is not what shuts a door");
}

fn any_day() -> impl Strategy<Value = Date> {
    (0_i64..109_000).prop_map(|days| date(1900, 1, 1).checked_add(Span::new().days(days)).unwrap())
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let rule = (1_i16..=12, 1_i16..=31, 1900_i16..2200, any::<bool>()).prop_map(|(month, day, from, weekly)| {
        if weekly { rest(u8::try_from(month % 6 + 1).unwrap(), from) } else { patron(month, day, from, None) }
    });
    let closure = (any_day(), 0_i64..40, proptest::option::of(1_i64..3))
        .prop_map(|(first, days, office)| closed(first, first.checked_add(Span::new().days(days)).unwrap(), office));
    (proptest::collection::vec(rule, 0..4), proptest::collection::vec(closure, 0..20))
        .prop_map(|(rules, closures)| Calendar::new(rules, closures))
}

proptest! {
    #[test]
    fn a_term_never_ends_on_a_day_without_work_nor_later_than_the_next_one(calendar in any_calendar(), start in any_day(), days in 0_u16..400) {
        let due = calendar.due(start, days);
        let plain = start.checked_add(Span::new().days(i64::from(days))).unwrap();
        prop_assert!(calendar.is_working(due.date, None));
        prop_assert!(due.date >= plain);
        let between = plain.series(Span::new().days(1)).take_while(|day| *day < due.date);
        prop_assert!(between.into_iter().all(|day| !calendar.is_working(day, None)));
        prop_assert_eq!(due.moved.is_some(), due.date != plain);
    }

    #[test]
    fn who_is_closed_with_the_town_is_closed(calendar in any_calendar(), day in any_day(), office in 1_i64..3) {
        if !calendar.is_working(day, None) {
            prop_assert!(!calendar.is_working(day, Some(OfficeId(office))));
        }
    }
}
