use super::*;
use proptest::prelude::*;

fn found(query: &str, text: &str) -> bool {
    let document = analyse(text, Lang::It);
    let query = query_terms(query, Lang::It);
    !query.is_empty() && query.iter().all(|wanted| document.iter().any(|term| term.text == *wanted))
}

#[test]
fn an_italian_word_is_found_behind_its_apostrophe_and_in_its_other_number() {
    assert!(found("ufficio", "Chiuso l'ufficio anagrafe"));
    assert!(found("ufficio", "Chiuso l’ufficio anagrafe"));
    assert!(found("l’ufficio", "Tutti gli uffici"));
    assert!(found("uffici", "L'UFFICIO"));
    assert!(found("acqua", "la bolletta dell’acqua"));
    assert!(found("altra", "un'altra volta"));
    assert!(found("segnalazione", "le segnalazioni"));
    assert!(!found("ufficio", "officina"));
}

#[test]
fn accents_typed_or_not_make_no_difference() {
    assert!(found("citta", "la città"));
    assert!(found("città", "la citta'"));
    assert!(found("perche'", "perché"));
    assert!(found("perché", "perche'"));
    assert!(found("cafe\u{301}", "caffè e café"));
}

#[test]
fn words_of_other_languages_and_scripts_are_found_by_themselves() {
    assert!(found("Bürgermeister", "Der Bürgermeister spricht"));
    assert!(found("buergermeister", "buergermeister"));
    assert!(found("library", "The library is open"));
    assert!(found("площадь", "Площадь открыта"));
    assert!(found("広", "広場"));
    assert!(found("٢٠٢٨", "anno ٢٠٢٨"));
}

#[test]
fn stop_words_say_nothing_and_numbers_stay() {
    assert_eq!(query_terms("il di della c'è", Lang::It), Vec::<String>::new());
    assert_eq!(query_terms("L. 241/1990, art. 2", Lang::It), ["241", "1990", "art", "2"]);
    assert_eq!(query_terms("the offices", Lang::En), ["offic"]);
    assert_eq!(query_terms("die Häuser", Lang::De), ["haus"]);
}

#[test]
fn a_term_knows_its_place_in_the_original() {
    let text = "Già: «l’ufficio», dell'ACQUA (ci\u{300}a\u{ad}o)";
    let places: Vec<&str> = analyse(text, Lang::It).iter().map(|term| &text[term.start..term.end]).collect();
    assert_eq!(places, ["Già", "ufficio", "ACQUA", "ci\u{300}a\u{ad}o"]);
}

#[test]
fn a_very_long_word_and_a_very_long_text_are_cut() {
    assert_eq!(analyse(&"x".repeat(1000), Lang::It)[0].text.len(), MAX_LETTERS);
    assert!(terms_text(&"parola ".repeat(200_000), Lang::It).len() <= MAX_TERMS_BYTES);
    assert_eq!(query_terms(&(0..50).map(|n| format!("{n} ")).collect::<String>(), Lang::It).len(), MAX_QUERY_TERMS);
}

fn shown(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
}

#[test]
fn a_snippet_marks_the_words_that_were_searched_for() {
    let text = "Lunedì è chiuso l’ufficio anagrafe; gli altri uffici restano aperti.";
    let terms = query_terms("ufficio", Lang::It);
    assert_eq!(shown(&highlight(text, &terms, Lang::It, 200)), "Lunedì è chiuso l’[ufficio] anagrafe; gli altri [uffici] restano aperti.");
    assert_eq!(shown(&highlight(text, &terms, Lang::It, 40)), "…chiuso l’[ufficio] anagrafe; gli altri…");
    assert_eq!(shown(&highlight(text, &[], Lang::It, 16)), "Lunedì è chiuso…");
    assert_eq!(shown(&highlight("", &terms, Lang::It, 16)), "");
}

proptest! {
    #[test]
    fn terms_are_short_plain_and_in_their_place(text in any::<String>()) {
        let mut last = 0;
        for term in analyse(&text, Lang::It) {
            prop_assert!(!term.text.is_empty() && term.text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
            prop_assert!(last <= term.start && term.start < term.end && text.get(term.start..term.end).is_some());
            last = term.end;
        }
    }

    #[test]
    fn a_snippet_is_a_part_of_the_original(text in any::<String>(), query in "[a-z]{1,3}", max in 0usize..60) {
        let pieces = highlight(&text, &query_terms(&query, Lang::It), Lang::It, max);
        let joined: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        prop_assert!(joined.chars().count() <= max + 2);
        prop_assert!(text.contains(joined.trim_start_matches('…').trim_end_matches('…')) || text.contains('…'));
    }
}
