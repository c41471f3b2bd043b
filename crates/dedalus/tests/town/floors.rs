//! The floors of the house: imports go down only, siblings never meet, and nobody reads another's tables.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Floors from the bottom. A module may use what lies below its own floor, and nothing on it but itself.
const FLOORS: &[(&str, u8)] = &[
    ("shell", 0),
    ("identity", 1),
    ("notify", 2),
    ("territory", 3),
    ("quality", 3),
    ("social", 4),
    ("office", 5),
    ("desk", 6),
    ("participation", 6),
    ("publishing", 6),
    ("site", 7),
    ("rest", 7),
    ("dav", 7),
    ("federation", 7),
];

/// What stands on top and may use everything.
const ROOF: &[&str] = &["main", "lib", "routes", "serve", "town", "schema", "cli", "demo"];

/// Which module owns which tables. The engine room's tables are reached through `kit`.
const TABLES: &[(&str, &[&str])] = &[
    (
        "identity",
        &[
            "person",
            "sign_up",
            "mail_key",
            "session",
            "office",
            "office_hours",
            "membership",
            "page",
            "page_editor",
            "audit",
            "device",
            "passkey",
            "totp",
            "recovery_code",
            "provider",
            "provider_sign_up",
            "linked_identity",
            "directory_group",
            "used_once",
            "access_key",
            "sign_up_invitation",
            "verification",
            "verification_conflict",
            "personal_claim",
            "absence",
            "substitute",
            "break_glass",
            "consent",
            "data_request",
            "person_block",
            "oauth_client",
            "oauth_grant",
            "oauth_code",
            "oauth_token",
            "closure",
            "calendar_rule",
        ],
    ),
    (
        "social",
        &[
            "post",
            "post_edit",
            "picture",
            "picture_size",
            "recording",
            "caption",
            "held_post",
            "community",
            "community_member",
            "community_file",
            "tag",
            "follow",
            "post_source",
            "poll",
            "poll_option",
            "poll_vote",
            "draft",
            "link_preview",
            "reaction",
            "bookmark",
            "share",
            "mention",
            "saved_search",
            "matter",
            "report",
            "reporter",
            "moderation_batch",
            "moderation_batch_post",
            "decision",
            "decision_subject",
            "appeal",
            "word_filter",
            "screen_limit",
            "screen_warning",
        ],
    ),
    ("notify", &["notice", "notice_choice", "notice_hours", "notice_usual", "push_device", "push_key"]),
    ("quality", &["clarity"]),
    ("territory", &["territory_import", "map_shape", "street", "civic_number"]),
    (
        "desk",
        &[
            "receipt_series",
            "service",
            "service_version",
            "service_label",
            "request",
            "request_category",
            "request_receipt",
            "request_step",
            "request_comment",
            "request_follow",
            "request_draft",
            "request_photo",
            "request_photo_file",
            "request_abuse",
            "request_alert",
            "booking_place",
            "booking_thing",
            "booking_hours",
            "booking",
            "booking_draft",
            "open311_key",
            "open311_post",
        ],
    ),
    ("kit", &["event", "job", "recurring", "search_doc", "search_index", "trigram", "schema_migration"]),
];

/// Rows of others that a module may join because their owner gives them away as a face: (module, table).
const GIVEN: &[(&str, &str)] = &[
    // The card of a person, a page, an office: name, handle, mark. Federation and search join the same columns.
    ("social", "person"),
    ("social", "page"),
    // The search's documents are joined by whoever puts documents in, so that permission stays one query.
    ("social", "search_doc"),
    // The desk shows who published a card.
    ("desk", "person"),
];

fn sources() -> Vec<(String, PathBuf)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found
        .into_iter()
        .map(|path| {
            let first = path
                .strip_prefix(&root)
                .unwrap()
                .components()
                .next()
                .unwrap()
                .as_os_str()
                .to_str()
                .unwrap()
                .trim_end_matches(".rs")
                .to_owned();
            (first, path)
        })
        .collect()
}

/// The modules that a text uses: `use crate::x…`, `crate::{a, b}` and paths in the code.
fn used(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut word = String::new();
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        found.push(first_word(&word));
                        word.clear();
                        continue;
                    }
                    _ => {}
                }
                word.push(c);
            }
            found.push(first_word(&word));
        } else {
            found.push(first_word(rest));
        }
    }
    found.retain(|word| !word.is_empty());
    found
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Faults of one file against the floors.
fn faults_of_floors(module: &str, text: &str) -> Vec<String> {
    let floors: BTreeMap<&str, u8> = FLOORS.iter().copied().collect();
    let Some(own) = floors.get(module) else {
        return if ROOF.contains(&module) { Vec::new() } else { vec![format!("{module} stands on no floor: add it to FLOORS")] };
    };
    used(text)
        .into_iter()
        .filter(|other| other != module)
        .filter_map(|other| match floors.get(other.as_str()) {
            Some(floor) if floor < own => None,
            Some(floor) => Some(format!("{module} (floor {own}) uses {other} (floor {floor})")),
            None if ROOF.contains(&other.as_str()) && other != "schema" => Some(format!("{module} uses {other}, which stands above it")),
            None => None,
        })
        .collect()
}

/// The tables that a text's SQL names after from, join, into, update, delete from.
fn tables_named(text: &str) -> Vec<String> {
    let lower: String = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut found = Vec::new();
    for before in [" from ", "\"from ", " join ", "insert into ", "update ", "delete from "] {
        for (at, _) in lower.match_indices(before) {
            found.push(first_word(&lower[at + before.len()..]));
        }
    }
    found
}

/// Only text inside string literals is SQL.
fn literals(text: &str) -> String {
    let production = text.split("#[cfg(test)]").next().unwrap_or(text);
    let code: String = production.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut out = String::new();
    let mut inside = false;
    let mut escaped = false;
    for c in code.chars() {
        if inside {
            match c {
                '\\' if !escaped => {
                    escaped = true;
                    continue;
                }
                '"' if !escaped => {
                    inside = false;
                    out.push('\n');
                }
                c => out.push(c),
            }
            escaped = false;
        } else if c == '"' {
            inside = true;
        }
    }
    out
}

fn faults_of_tables(module: &str, text: &str) -> Vec<String> {
    if ROOF.contains(&module) {
        return Vec::new();
    }
    let owner: BTreeMap<&str, &str> =
        TABLES.iter().flat_map(|(module, tables)| tables.iter().map(move |table| (*table, *module))).collect();
    tables_named(&literals(text))
        .into_iter()
        .filter_map(|table| {
            let owned_by = owner.get(table.as_str())?;
            let fine = *owned_by == module || GIVEN.contains(&(module, table.as_str()));
            (!fine).then(|| format!("{module} reads {table}, which belongs to {owned_by}"))
        })
        .collect()
}

#[test]
fn imports_go_down_only() {
    let faults: Vec<String> = sources()
        .iter()
        .flat_map(|(module, path)| {
            faults_of_floors(module, &std::fs::read_to_string(path).unwrap())
                .into_iter()
                .map(move |fault| format!("{}: {fault}", path.display()))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nobody_reads_the_tables_of_others() {
    let faults: Vec<String> = sources()
        .iter()
        .flat_map(|(module, path)| {
            faults_of_tables(module, &std::fs::read_to_string(path).unwrap())
                .into_iter()
                .map(move |fault| format!("{}: {fault}", path.display()))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_import_that_goes_up_or_sideways_is_seen() {
    assert!(!faults_of_floors("identity", "use crate::social::Post;").is_empty());
    assert!(!faults_of_floors("desk", "use crate::{identity, participation::Vote};").is_empty());
    assert!(!faults_of_floors("social", "fn f() { crate::site::home(); }").is_empty());
    assert!(!faults_of_floors("unheard_of", "").is_empty());
    assert!(faults_of_floors("social", "use crate::{identity::{Viewer, Page}, shell::App};").is_empty());
    assert!(faults_of_floors("social", "// use crate::site::home").is_empty());
}

#[test]
fn the_audit_is_only_added_to() {
    // What keeps it no longer than the register of processing says is the one exception, and says so where it stands.
    let changes = |text: &str| {
        let sql = literals(text).to_lowercase();
        sql.contains("update audit ") || (sql.contains("delete from audit ") && !text.contains("the audit's retention"))
    };
    assert!(changes("tx.run(\"update audit set act = 'x'\")") && changes("tx.run(\"delete from audit where id = $1\")"));
    let faults: Vec<String> = sources()
        .iter()
        .filter(|(_, path)| changes(&std::fs::read_to_string(path).unwrap()))
        .map(|(_, path)| path.display().to_string())
        .collect();
    assert!(faults.is_empty(), "the audit is append-only: {}", faults.join(", "));
}

#[test]
fn a_table_of_others_is_seen() {
    assert!(!faults_of_tables("quality", "db.all(\"select id from post where 1 = 1\", vec![])").is_empty());
    assert!(!faults_of_tables("social", "tx.run(\"update session set x = 1\", vec![])").is_empty());
    assert!(!faults_of_tables("identity", "\"select 1 from person p join clarity c on true\"").is_empty());
    assert!(faults_of_tables("social", "\"select p.id from post p join person a on a.id = p.author_id\"").is_empty());
    assert!(faults_of_tables("social", "// \"select 1 from session\"").is_empty());
}

#[test]
fn engines_are_named_in_one_file_only() {
    let words = ["sqlite_", "fts5", "tsvector", "to_tsquery", "pg_catalog", "pragma ", "Engine::Sqlite", "Engine::Postgres"];
    let faults: Vec<String> = sources()
        .iter()
        .filter(|(module, _)| module != "schema" && module != "cli")
        .flat_map(|(_, path)| {
            let text = std::fs::read_to_string(path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            words.iter().filter(|word| text.contains(**word)).map(|word| format!("{}: {word}", path.display())).collect::<Vec<_>>()
        })
        .collect();
    assert!(faults.is_empty(), "what the engines do not share belongs into kit/src/db/dialect.rs:\n{}", faults.join("\n"));
}
