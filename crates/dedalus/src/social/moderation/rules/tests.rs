use kit::clock::HOUR;
use proptest::prelude::*;

use super::*;
use crate::social::moderation::phrase::skeleton;

const NOW: Time = Time::from_micros(1_835_000_000_000_000);

fn filter(phrase: &str, effect: Effect) -> WordFilter {
    WordFilter { id: 1, phrase: phrase.into(), skeleton: skeleton(phrase), effect, sentence: String::new(), created_at: NOW }
}

fn said(text: &str, links: i64) -> Said {
    Said {
        comment: false,
        edit: false,
        links,
        text: text.into(),
        pieces: vec![("testo".into(), Screened::new(text))],
        together: Screened::new(text),
        main: "testo",
        pictures: 0,
        later: 0,
    }
}

fn past(ago: i64, text: &str, links: i64) -> Past {
    Past { comment: false, at: NOW.plus(-ago), links, text: text.into(), pictures: 0 }
}

fn keys(answer: Result<Option<Why>, FieldErrors>) -> Vec<&'static str> {
    answer.map_or_else(|faults| faults.iter().map(|fault| fault.key).collect(), |_| Vec::new())
}

const OLD: Writer = Writer { age: 100 * DAY, known: false, limited: false, warned: false };
const NEW: Writer = Writer { age: HOUR, ..OLD };

#[test]
fn a_phrase_holds_warns_once_or_refuses() {
    let limits = Limits::default();
    let one = |effect, writer| judge(&limits, &[filter("soldi facili", effect)], writer, &[], &said("Soldi  facili!", 0), NOW);
    assert_eq!(one(Effect::Hold, OLD).unwrap(), Some(Why::Phrase));
    assert_eq!(keys(one(Effect::Refuse, OLD)), ["error-screen-refused"]);
    assert_eq!(keys(one(Effect::Warn, OLD)), [WARNED]);
    assert_eq!(one(Effect::Warn, Writer { warned: true, ..OLD }).unwrap(), None);
}

#[test]
fn the_fault_stands_beside_the_field_that_holds_the_phrase_and_names_it() {
    let pieces = [("testo", "Ciao a tutti"), ("avviso", "Soldi facili"), ("scelta1", "mai più"), ("scelta2", "poveri")];
    let words = pieces.map(|(_, words)| words).join("\n");
    let pieces = pieces.map(|(field, words)| (field.to_owned(), Screened::new(words))).to_vec();
    let said = Said { pieces, together: Screened::new(&words), ..said(&words, 0) };
    let filters = [filter("soldi facili", Effect::Refuse), filter("mai più poveri", Effect::Refuse), filter("altro", Effect::Refuse)];
    let faults = judge(&Limits::NONE, &filters, OLD, &[], &said, NOW).unwrap_err();
    assert_eq!(faults.iter().map(|fault| fault.field.to_string()).collect::<Vec<_>>(), ["avviso", "testo"]);
    assert!(faults.of("avviso").unwrap().args.iter().any(|(name, value)| *name == "words" && value == "soldi facili"));
}

#[test]
fn pictures_that_come_with_a_change_count_like_any_others() {
    let limits = Limits { new_pictures: 6, ..Limits::default() };
    let today = [Past { pictures: 2, ..past(HOUR, "prima", 0) }];
    let changed = |pictures, later| Said { edit: true, pictures, later, ..said("cambiato", 0) };
    assert_eq!(keys(judge(&limits, &[], NEW, &today, &changed(5, 0), NOW)), ["error-screen-pictures"]);
    assert_eq!(keys(judge(&limits, &[], NEW, &today, &changed(2, 3), NOW)), ["error-screen-pictures"]);
    assert_eq!(judge(&limits, &[], NEW, &today, &changed(2, 2), NOW), Ok(None));
    assert_eq!(judge(&limits, &[], NEW, &today, &changed(0, 9), NOW), Ok(None));
    assert_eq!(judge(&limits, &[], OLD, &today, &changed(5, 9), NOW), Ok(None));
}

#[test]
fn what_a_limited_account_writes_waits() {
    let writer = Writer { limited: true, ..OLD };
    assert_eq!(judge(&Limits::NONE, &[], writer, &[], &said("ciao", 0), NOW).unwrap(), Some(Why::Limited));
}

#[test]
fn the_same_text_is_said_twice_and_a_short_one_as_often_as_one_likes() {
    let limits = Limits::default();
    let long = "Vendo una bicicletta quasi nuova";
    let before = [past(HOUR, long, 0), past(2 * HOUR, long, 0)];
    assert_eq!(keys(judge(&limits, &[], OLD, &before, &said(long, 0), NOW)), ["error-screen-same"]);
    assert_eq!(judge(&limits, &[], OLD, &before[..1], &said(long, 0), NOW).unwrap(), None);
    let thanks: Vec<Past> = (1..9).map(|n| past(n * HOUR, "grazie!", 0)).collect();
    assert_eq!(judge(&limits, &[], OLD, &thanks, &said("grazie!", 0), NOW).unwrap(), None);
}

proptest! {
    /// A new account that writes the same kind of text again and again, against a simple model of counters.
    #[test]
    fn the_first_days_are_counted_as_a_simple_model_counts_them(
        steps in proptest::collection::vec((any::<bool>(), 0..4_i64, 0..4_i64, 0..30 * 60_i64), 1..60),
        new in any::<bool>(),
    ) {
        let limits = Limits { burst: 0, same: 0, ..Limits::default() };
        let writer = if new { NEW } else { OLD };
        let mut now = NOW;
        let mut history: Vec<Past> = Vec::new();
        for (number, (comment, links, pictures, seconds)) in steps.into_iter().enumerate() {
            now = now.plus(seconds * kit::clock::SECOND);
            let text = format!("testo numero {number}");
            let said = Said { comment, links, pictures, ..said(&text, links) };
            let day: Vec<&Past> = history.iter().filter(|past| now.since(past.at) < DAY).collect();
            let many = day.iter().filter(|past| past.comment == comment).count() as i64 >= if comment { 60 } else { 10 };
            let seen = day.iter().map(|past| past.pictures).sum::<i64>() + pictures > 18 && pictures > 0;
            let linked = day.iter().map(|past| past.links).sum::<i64>() + links > 2 && links > 0;
            let answer = judge(&limits, &[], writer, &history, &said, now);
            prop_assert_eq!(answer.is_err(), new && (many || seen));
            if let Ok(why) = answer {
                prop_assert_eq!(why, (new && linked).then_some(Why::Links));
                history.push(Past { comment, at: now, links, text, pictures });
            }
        }
    }

    #[test]
    fn who_is_known_by_name_is_never_new(age in 0..10 * DAY, links in 0..15_i64) {
        let writer = Writer { age, known: true, ..NEW };
        let history: Vec<Past> = (1..40).map(|n| past(n * HOUR / 2, &n.to_string(), 5)).collect();
        prop_assert_eq!(judge(&Limits::default(), &[], writer, &history, &said("un testo nuovo", links), NOW), Ok(None));
    }
}
