//! The demo's texts as a person would check them: complete, readable, dated right, and nobody's real name.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use kit::clock::Time;
use kit::error::FieldErrors;
use kit::i18n::Lang;
use kit::text::markdown;

use super::offices::OFFICES;
use super::pages::PAGES;
use super::people::PEOPLE;
use super::script::{Calendar, Said, Told, Voice, at};
use super::sign_ins::{PASSWORD, sign_ins};
use super::{What, acts, news, posts, services, square};
use crate::desk::service::{Card, read_file};
use crate::identity::{OfficeKind, Role, Tier, check_email, check_names, check_password, is_official_looking};
use crate::shell::assets;

/// Lowest Gulpease index that people with a middle-school certificate read without help is 60.
const READABLE: f64 = 60.0;

fn zone() -> TimeZone {
    TimeZone::get("Europe/Rome").unwrap()
}

fn moment(text: &str) -> Time {
    Time::from(&format!("{text}[Europe/Rome]").parse::<jiff::Zoned>().unwrap())
}

/// Ten in the morning on the day of the pictures.
fn the_day() -> Time {
    moment("2028-02-24T10:00:00")
}

fn calendar() -> Calendar {
    Calendar::of(the_day(), &zone()).unwrap()
}

fn comments() -> Vec<(&'static Told, &'static Said)> {
    fn below(told: &'static Told, said: &'static [Said], out: &mut Vec<(&'static Told, &'static Said)>) {
        for one in said {
            out.push((told, one));
            below(told, one.then, out);
        }
    }
    let mut out = Vec::new();
    for told in posts() {
        below(told, told.talk, &mut out);
    }
    out
}

fn depth(said: &Said) -> usize {
    1 + said.then.iter().map(depth).max().unwrap_or(0)
}

/// 89 + (300 × sentences − 10 × letters) / words (GULP, 1988).
fn gulpease(text: &str) -> f64 {
    let plain = markdown::to_plain(text);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count() as f64;
    let letters = plain.chars().filter(|c| c.is_alphanumeric()).count() as f64;
    let ends = |line: &str| line.split(['.', '!', '?', ':', ';']).filter(|part| part.chars().any(char::is_alphabetic)).count();
    let sentences = plain.lines().map(ends).sum::<usize>() as f64;
    89.0 + (300.0 * sentences - 10.0 * letters) / words
}

#[test]
fn there_is_enough_to_read() {
    let pages: usize = news::PAGES.iter().map(|table| table.len()).sum();
    let people: usize = square::PEOPLE.iter().map(|table| table.len()).sum();
    assert!(pages >= 45, "{pages} posts of pages");
    assert!(people >= 25, "{people} posts of people");
    assert!(comments().len() >= 220, "{} comments", comments().len());
    assert_eq!(comments().iter().filter(|(_, said)| said.is_gone).count(), 1);
    assert!(comments().iter().any(|(_, said)| depth(said) == 3), "no thread is three deep");
    assert!(comments().iter().all(|(_, said)| depth(said) <= 3), "a thread is deeper than the house keeps");
    assert_eq!(OFFICES.iter().filter(|office| office.kind != OfficeKind::Political).count(), 15);
    assert_eq!((PEOPLE.len(), PAGES.len()), (31, 7));
}

#[test]
fn the_newest_three_of_the_pages_are_those_of_the_picture() {
    let mut all: Vec<&Told> = news::PAGES.iter().flat_map(|table| table.iter()).collect();
    all.sort_by_key(|told| std::cmp::Reverse(told.at));
    let leads: Vec<(&str, &str, usize)> = all
        .iter()
        .take(3)
        .map(|told| (told.page.unwrap(), told.title, comments().iter().filter(|(post, _)| post.title == told.title).count()))
        .collect();
    assert_eq!(
        leads,
        [
            ("polizia-locale", "Carnevale: dove non si passa e dove si parcheggia", 23),
            ("biblioteca", "Settimana della cultura: si aprono gli incunaboli", 9),
            ("museo", "Una gronda a testa di leone torna in sala", 14),
        ]
    );
    let times: Vec<String> =
        all.iter().take(3).map(|told| kit::i18n::dates::when(calendar().time(told.at).unwrap(), the_day(), &zone(), Lang::It)).collect();
    assert_eq!(times, ["oggi, 8:15", "ieri, 17:40", "martedì 22 febbraio"]);
    let pinned: Vec<&&Told> = all.iter().filter(|told| told.pinned_until.is_some()).collect();
    assert_eq!(pinned.len(), 1);
    assert!(!all[..3].iter().any(|told| told.pinned_until.is_some()));
}

#[test]
fn names_are_different_and_none_looks_official() {
    let town = "Termini Imerese";
    let mut seen = BTreeSet::new();
    for person in PEOPLE {
        assert!(seen.insert(person.handle) && seen.insert(person.email) && seen.insert(person.name), "{} twice", person.handle);
        let mut faults = FieldErrors::default();
        let (name, handle) = check_names(person.name, person.handle, town, &mut faults);
        check_email(person.email, &mut faults);
        assert!(faults.is_empty(), "{}: {faults:?}", person.handle);
        assert_eq!((name.as_str(), handle.as_str()), (person.name, person.handle));
        assert!(!is_official_looking(person.name, town));
        assert!(!person.bio.is_empty() && person.bio.chars().count() <= 200);
    }
    let handles: BTreeSet<&str> = PAGES.iter().map(|page| page.handle).collect();
    assert_eq!(handles.len(), PAGES.len());
    assert!(handles.iter().all(|handle| handle.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c))));
    let slugs: BTreeSet<&str> = OFFICES.iter().map(|office| office.slug).collect();
    assert_eq!(slugs.len(), OFFICES.len());
}

#[test]
fn whoever_speaks_or_is_named_exists() {
    let people: BTreeMap<&str, _> = PEOPLE.iter().map(|person| (person.handle, person)).collect();
    let pages: BTreeMap<&str, _> = PAGES.iter().map(|page| (page.handle, page)).collect();
    let offices: BTreeSet<&str> = OFFICES.iter().map(|office| office.slug).collect();
    for told in posts() {
        assert!(people.contains_key(told.by), "{}", told.by);
        if let Some(page) = told.page {
            assert!(pages[page].editors.contains(&told.by), "{} does not edit {page}", told.by);
        }
    }
    for (_, said) in comments() {
        match said.by {
            Voice::Person(handle) => assert!(people.contains_key(handle), "{handle}"),
            Voice::Page(handle) => assert!(pages.contains_key(handle), "{handle}"),
        }
    }
    for office in OFFICES {
        assert!(people.contains_key(office.head), "{}", office.head);
    }
    for page in PAGES {
        assert!(offices.contains(page.office), "{}", page.office);
        assert!(assets::demo_picture(page.cover.trim_end_matches(".svg")).is_some(), "{}", page.cover);
        assert!(page.editors.iter().all(|handle| people[handle].roles.iter().any(|_| true)), "{} has editors from outside", page.handle);
    }
    for person in PEOPLE {
        assert!(person.roles.iter().all(|(_, office)| offices.contains(office)), "{}", person.handle);
    }
}

#[test]
fn there_is_a_sign_in_for_every_role_and_its_password_is_allowed() {
    let rows = sign_ins().0;
    let person = |role: &str| {
        let row = rows.iter().find(|row| row.role == role).unwrap();
        PEOPLE.iter().find(|person| person.email == row.email).unwrap()
    };
    assert_eq!(rows.len(), 9);
    assert_eq!((person("citizen").tier, person("verified citizen").tier), (Tier::Registered, Tier::Verified));
    assert!(person("citizen").roles.is_empty() && person("verified citizen").roles.is_empty());
    assert_eq!(person("operator").roles, [(Role::Operator, "urp")]);
    assert_eq!(person("officer").roles, [(Role::Officer, "lavori-pubblici")]);
    assert_eq!(person("manager").roles, [(Role::Manager, "lavori-pubblici")]);
    assert_eq!(person("administrator").roles, [(Role::Administrator, "sindaco")]);
    assert_eq!(person("system administrator").roles[0].0, Role::System);
    let edited: Vec<&str> = PAGES.iter().filter(|page| page.editors.contains(&person("editor").handle)).map(|page| page.handle).collect();
    assert_eq!(edited, ["comune", "biblioteca"]);
    for row in &rows {
        let mut faults = FieldErrors::default();
        check_password("password", row.password, &[row.name, row.email], 10, &mut faults);
        assert!(faults.is_empty(), "{}: {faults:?}", row.name);
    }
    let table = sign_ins().to_string();
    let columns: BTreeSet<Option<usize>> = table.lines().map(|line| line.find(PASSWORD).map(|at| line[..at].chars().count())).collect();
    assert_eq!(columns.len(), 1, "{table}");
}

#[test]
fn pictures_exist_and_have_words() {
    for drawing in posts().into_iter().filter_map(|told| told.drawing) {
        assert!(assets::demo_picture(drawing.name).is_some(), "{}", drawing.name);
        assert!(drawing.alt.starts_with("Disegno: "), "{}", drawing.alt);
        assert!((20..=200).contains(&drawing.alt.chars().count()), "{}", drawing.alt);
    }
}

#[test]
fn texts_are_short_enough_and_their_dates_are_understood() {
    let calendar = calendar();
    for told in posts() {
        let title = calendar.dated(told.title, told.lang).unwrap();
        let body = calendar.dated(told.body, told.lang).unwrap();
        assert!(title.chars().count() <= 100 && body.chars().count() <= 2_000, "{title}");
        assert!(told.page.is_none() || !title.is_empty());
        assert!(!body.contains('{') && !title.contains('{'));
    }
    for (_, said) in comments() {
        let text = calendar.dated(said.text, said.lang).unwrap();
        assert!((3..=400).contains(&text.chars().count()), "{text}");
    }
}

#[test]
fn links_lead_to_offices_and_pages_that_exist() {
    let known: BTreeSet<String> = OFFICES
        .iter()
        .map(|office| format!("/uffici/{}", office.slug))
        .chain(PAGES.iter().map(|page| format!("/pagine/{}", page.handle)))
        .collect();
    for told in posts() {
        for (place, _) in told.body.match_indices("](") {
            let link = told.body[place + 2..].split(')').next().unwrap();
            assert!(known.contains(link), "{link} in {}", told.title);
        }
    }
}

#[test]
fn texts_are_plain_italian() {
    let calendar = calendar();
    let mut all = Vec::new();
    for told in posts().into_iter().filter(|told| told.lang == Lang::It) {
        let index = gulpease(&calendar.dated(told.body, Lang::It).unwrap());
        assert!(index > 50.0, "{index:.0}: {}", told.title);
        all.push(index);
    }
    let average = all.iter().sum::<f64>() / all.len() as f64;
    assert!(average > READABLE, "on average {average:.1}");
}

#[test]
fn visitors_write_in_their_languages() {
    let foreign = posts().into_iter().filter(|told| told.lang != Lang::It).count();
    assert_eq!(foreign, 2);
    assert!(comments().iter().filter(|(_, said)| said.lang == Lang::En).count() >= 4);
    assert!(comments().iter().filter(|(_, said)| said.lang == Lang::De).count() >= 4);
}

#[test]
fn answers_come_after_what_they_answer_and_nothing_is_in_the_future() {
    fn after(before: super::At, said: &[Said]) {
        for one in said {
            assert!(one.at > before, "{} comes too early", one.text);
            after(one.at, one.then);
        }
    }
    for told in posts() {
        after(told.at, told.talk);
        assert!(told.at >= at(-36, 0, 0), "{} is older than five weeks", told.title);
    }
    let acts = acts().unwrap();
    assert!(acts.windows(2).all(|pair| pair[0].at <= pair[1].at));
    for now in ["2028-02-24T10:00:00", "2028-02-24T23:59:59", "2028-02-24T00:00:00", "2028-02-24T09:59:59", "2028-03-26T10:00:00"] {
        let calendar = Calendar::of(moment(now), &zone()).unwrap();
        assert!(acts.iter().all(|act| calendar.time(act.at).unwrap() < moment(now)), "something is later than {now}");
    }
    assert!(matches!(acts[0].what, What::Tell(_) | What::Join(_) | What::Moderate(_)));
}

#[test]
fn dates_are_said_as_the_picture_says_them() {
    let calendar = calendar();
    let said = |text| calendar.dated(text, Lang::It).unwrap();
    assert_eq!(said("Da {2:g} alle 14"), "Da sabato alle 14");
    assert_eq!(said("Dal {11:d}, dieci"), "Dal 6 marzo, dieci");
    assert_eq!(said("{^5}: i fuochi"), "Martedì 29 febbraio: i fuochi");
    assert_eq!(calendar.dated("{11}", Lang::De).unwrap(), "Montag, 6. März");
    assert_eq!(calendar.dated("{11:d}", Lang::En).unwrap(), "6 March");
    assert!(calendar.dated("{domani}", Lang::It).is_err());
    assert!(calendar.dated("{3", Lang::It).is_err());
}

#[test]
fn the_catalogue_has_forty_services_of_sixteen_offices_complete_and_readable() {
    let filed = read_file(services::CATALOGUE).unwrap();
    assert_eq!(filed.len(), 40);
    let mut offices = BTreeSet::new();
    for (_, one) in &filed {
        let (card, faults) = Card::read(&one.written);
        assert!(faults.is_empty() && card.missing().is_empty(), "{}: {faults:?} {:?}", one.code, card.missing());
        assert!(OFFICES.iter().any(|office| office.slug == card.office), "{} has no office", one.code);
        assert!(!card.events.is_empty() && !card.aims.is_empty(), "the guide does not lead to {}", one.code);
        let text = [&card.summary, &card.for_whom, &card.how_to, &card.outcome, &card.times, &card.cost, &card.more]
            .map(String::as_str)
            .join("\n\n");
        assert!(gulpease(&text) >= READABLE, "{} is hard to read: {:.1}", one.code, gulpease(&text));
        offices.insert(card.office);
    }
    assert_eq!(offices.len(), OFFICES.len());
    for (_, change) in services::CHANGES {
        if let services::Change::Rewrite { code, field, before, .. } = change {
            let (_, one) = filed.iter().find(|(_, one)| one.code == *code).unwrap();
            assert!(one.written.get(*field).contains(before), "{code} does not say {before}");
        }
    }
}
