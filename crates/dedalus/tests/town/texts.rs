//! Every sentence exists in every language, and every sentence that is asked for exists.

use std::collections::BTreeSet;
use std::path::Path;

use dedalus::shell::{TEXTS, TOASTS, catalog};
use kit::i18n::{Catalog, Lang};

fn read_all(folder: &Path, endings: &[&str], into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, endings, into);
        } else if path.extension().and_then(|e| e.to_str()).is_some_and(|e| endings.contains(&e)) {
            into.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Keys written in templates and code: what stands in quotes right after one of the calls that take a key.
fn asked_for(text: &str) -> BTreeSet<String> {
    let calls = [".t(\"", ".t1(\"", ".t2(\"", ".tn(\"", ".help(\"", "Some(\"toast-"];
    let mut keys = BTreeSet::new();
    for call in calls {
        for (at, _) in text.match_indices(call) {
            let start = at + call.rfind('"').unwrap() + 1;
            keys.insert(text[start..].split('"').next().unwrap().to_owned());
        }
    }
    keys
}

/// Languages that lack keys which the Italian has, or have keys it lacks.
fn differences(catalog: &Catalog) -> Vec<String> {
    let italian = catalog.keys(Lang::It);
    let mut found = Vec::new();
    for lang in [Lang::En, Lang::De] {
        let keys = catalog.keys(lang);
        found.extend(italian.difference(&keys).map(|key| format!("{} lacks {key}", lang.word())));
        found.extend(keys.difference(&italian).map(|key| format!("{} has {key}, which Italian lacks", lang.word())));
    }
    found
}

#[test]
fn every_sentence_exists_in_three_languages() {
    let missing = differences(catalog());
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_missing_translation_is_seen() {
    let broken = Catalog::new(&[
        (Lang::It, &[("a.ftl", "uno = Uno\ndue = Due\n")]),
        (Lang::En, &[("a.ftl", "uno = One\n")]),
        (Lang::De, &[("a.ftl", "uno = Eins\ndue = Zwei\ndrei = Drei\n")]),
    ])
    .unwrap();
    assert_eq!(differences(&broken), ["en lacks due", "de has drei, which Italian lacks"]);
}

#[test]
fn every_sentence_asked_for_exists() {
    let mut files = Vec::new();
    read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &["rs", "html"], &mut files);
    let known = catalog().keys(Lang::It);
    let mut missing = Vec::new();
    for (path, text) in &files {
        let text = text.split("#[cfg(test)]").next().unwrap();
        missing.extend(
            asked_for(text)
                .into_iter()
                .filter(|key| !known.contains(key.as_str()) && !key.contains('{'))
                .map(|key| format!("{path}: {key}")),
        );
        // Keys of faults: `error-…` in quotes anywhere in the code.
        for (at, _) in text.match_indices("\"error-") {
            let key = text[at + 1..].split('"').next().unwrap();
            if !known.contains(key) {
                missing.push(format!("{path}: {key}"));
            }
        }
    }
    missing.extend(TOASTS.iter().filter(|key| !known.contains(**key)).map(|key| format!("toast {key}")));
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_toast_that_is_said_is_known() {
    let mut files = Vec::new();
    read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &["rs"], &mut files);
    for (path, text) in &files {
        for (at, _) in text.match_indices("\"toast-") {
            let key = text[at + 1..].split('"').next().unwrap();
            assert!(TOASTS.contains(&key), "{path}: {key} is not in TOASTS, so it would never be shown");
        }
    }
}

#[test]
fn the_languages_have_the_same_files() {
    let names: Vec<Vec<&str>> = TEXTS.iter().map(|(_, files)| files.iter().map(|(name, _)| *name).collect()).collect();
    assert!(names.windows(2).all(|pair| pair[0] == pair[1]));
}
