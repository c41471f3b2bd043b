use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::desk::booking::place::PlaceId;
use crate::desk::booking::thing::ThingId;

fn rome() -> TimeZone {
    TimeZone::get("Europe/Rome").unwrap()
}

fn at(text: &str) -> Time {
    Time::from(&format!("{text}[Europe/Rome]").parse::<jiff::Zoned>().unwrap())
}

fn table(week: &[(u8, u16, u16)], minutes: u16, capacity: i64) -> Timetable {
    let thing = Thing {
        id: ThingId(1),
        slug: "carta".into(),
        place_id: PlaceId(1),
        title: "Carta".into(),
        bring: String::new(),
        minutes,
        capacity,
        lead_hours: 2,
        furthest_days: 30,
        closed_at: None,
    };
    let week = week.iter().map(|(weekday, opens, closes)| Stretch { weekday: *weekday, opens: *opens, closes: *closes }).collect();
    Timetable { thing, office: OfficeId(1), week, calendar: Calendar::default(), taken: HashMap::new(), zone: rome() }
}

fn clocks(times: &[(Time, Time)]) -> Vec<String> {
    times.iter().map(|(start, _)| start.zoned(&rome()).strftime("%H:%M").to_string()).collect()
}

#[test]
fn a_stretch_is_cut_into_whole_times() {
    let table = table(&[(4, 540, 610), (4, 900, 930)], 20, 1);
    assert_eq!(clocks(&table.starts(date(2028, 2, 24))), ["09:00", "09:20", "09:40", "15:00"]);
    assert!(table.starts(date(2028, 2, 25)).is_empty());
}

#[test]
fn the_hour_that_the_clock_skips_is_none_and_the_one_that_comes_twice_comes_once() {
    let table = table(&[(7, 60, 300)], 60, 1);
    assert_eq!(clocks(&table.starts(date(2028, 3, 26))), ["01:00", "03:00", "04:00"]);
    assert_eq!(clocks(&table.starts(date(2028, 10, 29))), ["01:00", "02:00", "03:00", "04:00"]);
}

#[test]
fn too_early_too_far_full_and_shut_is_not_free() {
    let mut table = table(&[(4, 540, 780), (5, 540, 780), (1, 540, 780)], 60, 1);
    let now = at("2028-02-24T08:30:00");
    let free = |table: &Timetable, day| table.free_on(day, now, Asker::Citizen).len();
    assert_eq!(free(&table, date(2028, 2, 24)), 2, "11 and 12: two hours ahead");
    assert_eq!(table.free_on(date(2028, 2, 24), now, Asker::Staff).len(), 4);
    assert_eq!(free(&table, date(2028, 3, 30)), 0, "further than thirty days");
    assert_eq!(free(&table, date(2028, 2, 18)), 0, "over");
    table.taken.insert(at("2028-02-25T10:00:00"), 1);
    assert_eq!(free(&table, date(2028, 2, 25)), 3);
    assert!(table.free_at(at("2028-02-25T10:00:00"), now, Asker::Citizen).is_none());
    assert!(table.free_at(at("2028-02-25T10:30:00"), now, Asker::Citizen).is_none(), "no time begins then");
    let next = table.next_free(at("2028-02-25T10:00:00"), now, 3);
    assert_eq!(
        next.iter().map(|free| free.starts_at).collect::<Vec<_>>(),
        [at("2028-02-25T11:00:00"), at("2028-02-25T12:00:00"), at("2028-02-28T09:00:00"),]
    );
    // Easter Monday.
    let now = at("2028-04-10T08:30:00");
    assert_eq!(table.free_days(date(2028, 4, 11), now, 3).first().map(|(day, _)| *day), Some(date(2028, 4, 13)));
    assert!(table.free_on(date(2028, 4, 17), now, Asker::Citizen).is_empty());
}

proptest! {
    #[test]
    fn free_times_lie_within_hours_and_never_overlap(opens in 0_u16..1300, length in 0_u16..600, minutes in 5_u16..120, capacity in 1_i64..4,
        taken in proptest::collection::vec((0_usize..40, 1_i64..5), 0..20), days in 0_i64..800) {
        let closes = (opens + length).min(1440);
        let week: Vec<(u8, u16, u16)> = (1..=7).map(|weekday| (weekday, opens, closes)).collect();
        let mut table = table(&week, minutes, capacity);
        let day = date(2028, 1, 1).checked_add(Span::new().days(days)).unwrap();
        let starts = table.starts(day);
        for (number, count) in taken {
            if let Some((start, _)) = starts.get(number) {
                table.taken.insert(*start, count);
            }
        }
        prop_assert!(starts.windows(2).all(|pair| pair[0].1 <= pair[1].0));
        let now = Time::start_of(day, &rome()).plus(-3 * HOUR);
        for free in table.free_on(day, now, Asker::Citizen) {
            prop_assert!(free.left > 0 && free.left <= capacity);
            prop_assert!(starts.contains(&(free.starts_at, free.ends_at)));
            prop_assert_eq!(free.starts_at.zoned(&rome()).date(), day);
            prop_assert!(free.starts_at >= now.plus(2 * HOUR));
            prop_assert!(table.taken.get(&free.starts_at).is_none_or(|count| *count < capacity));
        }
    }
}
