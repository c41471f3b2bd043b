use jiff::tz::TimeZone;
use kit::clock::{HOUR, MINUTE};
use proptest::prelude::*;

use super::*;

const OFFICE: OfficeId = OfficeId(7);

fn away(id: i64, person: i64, substitutes: &[i64]) -> Away {
    Away {
        id,
        person: PersonId(person),
        office: None,
        starts_at: Time::from_micros(0),
        ends_at: Time::from_micros(1_000),
        substitutes: substitutes.iter().copied().map(PersonId).collect(),
    }
}

fn at(absences: &[Away], person: i64, now: i64) -> Option<i64> {
    stand_in(absences, PersonId(person), OFFICE, Time::from_micros(now), &|_| true).map(|found| found.0)
}

#[test]
fn who_is_there_does_the_work() {
    assert_eq!(at(&[], 1, 10), Some(1));
    assert_eq!(at(&[away(1, 1, &[2])], 1, 1_000), Some(1), "the end is not part of the absence");
    assert_eq!(at(&[away(1, 1, &[2])], 1, 0), Some(2), "the beginning is");
}

#[test]
fn substitutes_are_asked_in_their_order_and_hand_on_before_the_next_is_asked() {
    assert_eq!(at(&[away(1, 1, &[2, 3])], 1, 10), Some(2));
    assert_eq!(at(&[away(1, 1, &[2, 3]), away(2, 2, &[4])], 1, 10), Some(4));
    assert_eq!(at(&[away(1, 1, &[2, 3]), away(2, 2, &[])], 1, 10), Some(3));
}

#[test]
fn a_circle_ends_with_whoever_is_there_or_nobody() {
    assert_eq!(at(&[away(1, 1, &[2]), away(2, 2, &[1])], 1, 10), None);
    assert_eq!(at(&[away(1, 1, &[2]), away(2, 2, &[1, 3])], 1, 10), Some(3));
    assert_eq!(at(&[away(1, 1, &[1])], 1, 10), None, "nobody stands in for themselves");
}

#[test]
fn what_was_said_of_the_office_comes_first_and_the_later_word_before_the_earlier() {
    let all = away(9, 1, &[2]);
    let here = Away { office: Some(OFFICE), ..away(1, 1, &[3]) };
    let elsewhere = Away { office: Some(OfficeId(8)), ..away(2, 1, &[4]) };
    assert_eq!(at(&[all.clone(), here, elsewhere], 1, 10), Some(3));
    assert_eq!(at(&[all, away(10, 1, &[5])], 1, 10), Some(5));
}

#[test]
fn who_has_left_stands_in_for_nobody() {
    let found = stand_in(&[away(1, 1, &[2, 3])], PersonId(1), OFFICE, Time::from_micros(5), &|person| person != PersonId(2));
    assert_eq!(found, Some(PersonId(3)));
}

/// The naive oracle: every way from the absent person along the substitutes that visits nobody twice, in the order of the
/// alphabet of the lists; the first whose end is there.
fn oracle(absences: &[Away], person: PersonId, now: Time, leavers: &[PersonId]) -> Option<PersonId> {
    fn ways(absences: &[Away], way: Vec<PersonId>, now: Time, leavers: &[PersonId], found: &mut Vec<Vec<PersonId>>) {
        let last = *way.last().unwrap();
        let mut lists: Vec<Away> = Vec::new();
        for absence in absences {
            let here = absence.office.is_none() || absence.office == Some(OFFICE);
            if absence.person == last && here && now >= absence.starts_at && now < absence.ends_at {
                lists.push(absence.clone());
            }
        }
        if lists.is_empty() {
            if !leavers.contains(&last) {
                found.push(way);
            }
            return;
        }
        let (mut of_the_office, mut of_all): (Vec<Away>, Vec<Away>) = lists.into_iter().partition(|absence| absence.office.is_some());
        for group in [&mut of_the_office, &mut of_all] {
            group.sort_by_key(|absence| absence.id);
            group.reverse();
            for absence in group.iter() {
                for next in &absence.substitutes {
                    if !way.contains(next) {
                        let mut longer = way.clone();
                        longer.push(*next);
                        ways(absences, longer, now, leavers, found);
                    }
                }
            }
        }
    }
    let mut found = Vec::new();
    ways(absences, vec![person], now, leavers, &mut found);
    found.first().and_then(|way| way.last().copied())
}

/// Hours around the change to summer time in Rome (26 March 2028) and back (29 October), the 29th of February, New Year.
fn moments() -> impl Strategy<Value = i64> {
    let rome = TimeZone::get("Europe/Rome").unwrap();
    let at = move |text: &str| text.parse::<jiff::civil::DateTime>().unwrap().to_zoned(rome.clone()).unwrap().timestamp().as_microsecond();
    let days = vec![at("2028-02-29T00:00"), at("2028-03-26T00:00"), at("2028-10-29T00:00"), at("2029-01-01T00:00")];
    (prop::sample::select(days), -6_i64..30, 0_i64..4).prop_map(|(day, hours, quarter)| day + hours * HOUR + quarter * 15 * MINUTE)
}

fn absences() -> impl Strategy<Value = Vec<Away>> {
    let one = (1_i64..6, 0_i64..3, moments(), moments(), prop::collection::vec(1_i64..6, 0..4));
    prop::collection::vec(one, 0..7).prop_map(|all| {
        (1..)
            .zip(all)
            .map(|(id, (person, office, one, other, substitutes))| Away {
                id,
                person: PersonId(person),
                office: match office {
                    0 => None,
                    1 => Some(OFFICE),
                    _ => Some(OfficeId(8)),
                },
                starts_at: Time::from_micros(one.min(other)),
                ends_at: Time::from_micros(one.max(other) + 1),
                substitutes: substitutes.into_iter().map(PersonId).collect(),
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn the_rule_agrees_with_the_naive_oracle(absences in absences(), now in moments(), person in 1_i64..6, leavers in prop::collection::vec(1_i64..6, 0..2)) {
        let (person, now) = (PersonId(person), Time::from_micros(now));
        let leavers: Vec<PersonId> = leavers.into_iter().map(PersonId).collect();
        let found = stand_in(&absences, person, OFFICE, now, &|one| !leavers.contains(&one));
        prop_assert_eq!(found, oracle(&absences, person, now, &leavers));
    }
}
