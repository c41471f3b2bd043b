//! The test of the whole: a marker in every text of every holding. The copy holds every row about the person; two weeks
//! after the end the marker is nowhere but where the register says that something stays.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::{Duration, SystemTime};

use dedalus::identity::{PersonId, Tier};
use dedalus::town::holdings;
use kit::Error;
use kit::args;
use kit::blob::BlobId;
use kit::clock::DAY;
use kit::db::Value;
use kit::mail::Mail;
use kit::personal::Holding;

use super::{copy_of, number, rows_in, rows_where, run, shape, stays};
use crate::square::{announce, comment, say};
use crate::support::TestApp;
use crate::town_tests;

/// No word of any language, and short enough for every column.
const MARK: &str = "xqzvmarkerkwj";

/// Columns that hold the program's own words and nobody's: they stay in what is only emptied.
const WORDS: &[(&str, &str)] = &[
    ("event", "kind"),
    ("event", "subject_kind"),
    ("report", "subject_kind"),
    ("matter", "open_key"),
    ("decision", "rule"),
    ("decision_subject", "subject_kind"),
    ("moderation_batch", "rule"),
    ("request_receipt", "number"),
    ("request_receipt", "language"),
    ("request_receipt", "channel"),
    ("request_receipt", "rating"),
    ("request_draft", "token_hash"),
    ("request_draft", "confirm_hash"),
    ("request_draft", "kind"),
];

/// Holdings whose rows are somebody else's, with nothing but a number of the person in them.
const NUMBER_ONLY: &[&str] = &["offices_headed"];

/// A picture of a person, of a post or not, whose large file holds these bytes.
pub async fn picture(app: &TestApp, owner: PersonId, post: Option<i64>, bytes: &'static [u8]) -> BlobId {
    let file = app.app.blobs.put(bytes.into()).await.unwrap();
    app.app
        .db
        .write(async |tx| {
            let now = tx.now();
            let id = kit::ids::next(now);
            tx.run(
                "insert into picture (id, owner_id, post_id, position, alt, width, height, created_at) values ($1, $2, $3, 0, 'Una foto', 10, 10, $4)",
                args![id, owner, post, now],
            )
            .await?;
            for size in ["small", "medium", "large"] {
                tx.run(
                    "insert into picture_size (picture_id, name, file, type, bytes, width, height) values ($1, $2, $3, 'image/jpeg', 8, 10, 10)",
                    args![id, size, file],
                )
                .await?;
            }
            Ok(())
        })
        .await
        .unwrap();
    file
}

/// Collects what no row names, as if every file were two days old.
pub async fn collect(app: &TestApp) {
    fn age(folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                age(&path);
            } else {
                let old = SystemTime::now() - Duration::from_secs(48 * 3600);
                std::fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
            }
        }
    }
    age(&app.folder.join("files"));
    run(app, "social.collect").await;
}

/// Rows that no page of this version makes for a citizen, so that every holding has one.
async fn fill(app: &TestApp, me: PersonId, other: PersonId) {
    let (office, page) = (app.office("urp").await.id, app.page("comune").await);
    let photo = app.app.blobs.put(b"la foto di una buca"[..].into()).await.unwrap();
    let minutes = app.app.blobs.put(b"verbale di xqzvmarkerkwj"[..].into()).await.unwrap();
    app.app
        .db
        .write(async |tx| {
            let now = tx.now();
            let id = || kit::ids::next(now);
            let rows: Vec<(&str, Vec<Value>)> = vec![
                ("insert into passkey (id, person_id, credential_id, credential, label, created_at) values ($1, $2, $3, '{}', 'Telefono', $4)", args![id(), me, b"c".to_vec(), now]),
                ("insert into totp (person_id, secret, last_step, created_at) values ($1, 's', 0, $2)", args![me, now]),
                ("insert into recovery_code (person_id, code_hash) values ($1, $2)", args![me, b"r".to_vec()]),
                ("insert into mail_key (token_hash, purpose, person_id, detail, created_at, expires_at) values ($3, 'email', $1, 'x', $2, $2)", args![me, now, b"k".to_vec()]),
                ("insert into provider (id, slug, kind, name, issuer, client_id, client_secret, scopes, acr_values, verifies, directory, position, created_at)
                  values (7, 'prova', 'openid', 'Prova', 'x', 'x', 'x', '', '', 0, '', 1, $1)", args![now]),
                ("insert into linked_identity (id, provider_id, subject, person_id, display, acr, linked_at, used_at) values ($1, 7, 's', $2, 'd', '', $3, $3)", args![id(), me, now]),
                ("insert into access_key (id, person_id, kind, label, token_hash, scopes, created_at, used_from) values ($1, $2, 'app', 'l', $4, '', $3, '')", args![id(), me, now, b"a".to_vec()]),
                ("insert into verification_conflict (id, person_id, holder_id, code_hash, source, document, claims, raised_at, reason) values ($1, $2, $3, $5, 's', 'd', 'c', $4, '')", args![id(), me, other, now, b"h".to_vec()]),
                ("insert into verification_conflict (id, person_id, holder_id, code_hash, source, document, claims, raised_by, raised_at, reason) values ($1, $2, $2, $5, 's', 'd', 'c', $3, $4, '')", args![id(), other, me, now, b"h".to_vec()]),
                ("insert into verification (person_id, code_hash, source, document, verified_at) values ($1, $3, 's', 'd', $2)", args![me, now, b"v".to_vec()]),
                ("insert into verification (person_id, code_hash, source, document, verified_by, verified_at) values ($1, $4, 's', 'd', $2, $3)", args![other, me, now, b"w".to_vec()]),
                ("insert into personal_claim (person_id, kind, value, source, taken_at) values ($1, 'residence', 'v', 's', $2)", args![me, now]),
                ("insert into membership (id, person_id, office_id, role, starts_at, ends_at, created_at) values ($1, $2, $3, 'operator', 1, 2, $4)", args![id(), me, office, now]),
                ("insert into membership (id, person_id, office_id, role, starts_at, created_by, created_at) values ($1, $2, $3, 'operator', 1, $5, $4)", args![id(), other, office, now, me]),
                ("update office set head_id = $1 where id = $2", args![me, office]),
                ("insert into page_editor (page_id, person_id, may_publish, may_reply, created_at) values ($1, $2, 1, 1, $3)", args![page, me, now]),
                ("insert into page_editor (page_id, person_id, may_publish, may_reply, created_by, created_at) values ($1, $2, 1, 1, $4, $3)", args![page, other, now, me]),
                ("insert into absence (id, person_id, starts_at, ends_at, created_by, created_at) values (11, $1, 1, 2, $1, $2)", args![me, now]),
                ("insert into absence (id, person_id, starts_at, ends_at, created_by, created_at) values (12, $1, 1, 2, $1, $2)", args![other, now]),
                ("insert into substitute (absence_id, position, person_id) values (12, 0, $1)", args![me]),
                ("insert into break_glass (id, person_id, reason, opened_at, ends_at) values ($1, $2, 'perché', $3, $3)", args![id(), me, now]),
                ("insert into sign_up_invitation (id, token_hash, label, uses_left, created_by, created_at, expires_at) values ($1, $4, 'l', 1, $2, $3, $3)", args![id(), me, now, b"i".to_vec()]),
                ("insert into sign_up (id, token_hash, email, email_folded, handle, name, password_hash, language, privacy_version, created_at, expires_at)
                  values ($1, $3, 'marcella@example.org', 'marcella@example.org', 'h', 'n', 'p', 'it', '', $2, $2)", args![id(), now, b"u".to_vec()]),
                ("insert into held_post (id, page_id, author_id, title, body, replies, language, pictures, once_key, created_at, reason) values ($1, $2, $3, 't', 'b', 'everyone', 'it', '[]', 'h1', $4, '')", args![id(), page, me, now]),
                ("insert into held_post (id, page_id, author_id, title, body, replies, language, pictures, once_key, created_at, decided_by, decided_at, decision, reason)
                  values ($1, $2, $3, 't', 'b', 'everyone', 'it', '[]', 'h2', $4, $5, $4, 'returned', '')", args![id(), page, other, now, me]),
            ];
            let rows = rows.into_iter().chain([
                ("insert into community (id, handle, handle_folded, name, name_key, purpose, rules, rules_html, kind, topic, place, created_by, created_at)
                  values (21, 'c', 'c', 'C', 'c', '', '', '', 'open', '', '', $1, $2)", args![me, now]),
                ("insert into community_member (community_id, person_id, role, state, words, created_at) values (21, $1, 'member', 'member', 'w', $2)", args![me, now]),
                ("insert into community_member (community_id, person_id, role, state, words, decided_by, created_at) values (21, $1, 'member', 'member', 'w', $3, $2)", args![other, now, me]),
                ("insert into community_file (id, community_id, person_id, name, file, type, bytes, once_key, created_at) values (22, 21, $1, 'n', $3, 'pdf', 24, 'k', $2)", args![me, now, minutes]),
                ("insert into reaction (post_id, person_id, created_at) select min(id), $1, $2 from post", args![me, now]),
                ("insert into bookmark (post_id, person_id, created_at) select min(id), $1, $2 from post", args![me, now]),
                ("insert into share (id, post_id, person_id, created_at) select $3, min(id), $1, $2 from post", args![me, now, id()]),
                ("insert into mention (post_id, kind, target_id) select min(id), 'person', $1 from post", args![me]),
                ("insert into saved_search (id, person_id, name, question, created_at) values ($3, $1, 'n', 'q=n', $2)", args![me, now, id()]),
                ("insert into follow (person_id, kind, source_id, state, created_at) values ($1, 'person', $2, 'accepted', $3)", args![me, other.0, now]),
                ("insert into notice (id, person_id, kind, words, subject_kind, subject_id, about_kind, about_id, path, once_key, in_page, mail, created_at)
                  values ($1, $2, 'like', 'w', 's', 1, 'a', 1, '/', 'k', 1, 'never', $3)", args![id(), me, now]),
                ("insert into notice (id, person_id, kind, words, subject_kind, subject_id, about_kind, about_id, actor_id, path, once_key, in_page, mail, created_at)
                  values ($1, $2, 'like', 'w', 's', 1, 'a', 1, $4, '/', 'k', 1, 'never', $3)", args![id(), other, now, me]),
                ("insert into notice_choice (person_id, kind, in_page, mail, push) values ($1, 'like', 1, 'never', 0)", args![me]),
                ("insert into notice_hours (person_id, digest_hour) values ($1, 8)", args![me]),
                ("insert into push_device (id, person_id, session_id, endpoint_hash, sealed, label, created_at) values ($1, $2, (select min(id) from session where person_id = $2), $4, 's', 'Telefono', $3)", args![id(), me, now, vec![1_u8]]),
                ("insert into person_block (person_id, other_id, kind, created_at) values ($1, $2, 'mute', $3)", args![me, other, now]),
                ("insert into matter (id, subject_kind, subject_id, person_id, held, why, report_count, opened_at) values (31, 'person', $1, $1, 0, '', 0, $2)", args![me, now]),
                ("insert into matter (id, subject_kind, subject_id, person_id, held, why, report_count, opened_at, taken_by) values (32, 'person', $1, $1, 0, '', 1, $2, $3)", args![other, now, me]),
                ("insert into report (id, matter_id, subject_kind, subject_id, reporter_id, reason, words, created_at) values ($1, 32, 'person', $2, $3, 'spam', 'w', $4)", args![id(), other, me, now]),
                ("insert into moderation_batch (id, made_by, rule, facts, created_at, total, done) values (51, $1, 'spam', 'f', $2, 1, 1)", args![me, now]),
                ("insert into moderation_batch_post (batch_id, post_id, author_id, state) select 51, min(id), $1, 'hidden' from post", args![me]),
                ("insert into decision (id, person_id, action, rule, facts, hides, automatic, reported, decided_by, opened_at, decided_at, lifted_how, lifted_reason, appeal_until)
                  values (41, $1, 'warn', 'spam', 'f', 0, 0, 0, $2, $3, $3, '', '', $3)", args![me, other, now]),
                ("insert into decision (id, person_id, action, rule, facts, hides, automatic, reported, decided_by, opened_at, decided_at, lifted_how, lifted_reason, appeal_until)
                  values (42, $1, 'warn', 'spam', 'f', 0, 0, 0, $2, $3, $3, '', '', $3)", args![other, me, now]),
                ("insert into decision_subject (decision_id, subject_kind, subject_id) values (41, 'person', $1)", args![me]),
                ("insert into appeal (id, decision_id, person_id, words, created_at, reasons) values ($1, 41, $2, 'w', $3, '')", args![id(), me, now]),
                ("insert into appeal (id, decision_id, person_id, words, created_at, decided_by, decided_at, upheld, reasons) values ($1, 42, $2, 'w', $3, $4, $3, 0, 'r')", args![id(), other, now, me]),
                ("insert into word_filter (id, phrase, skeleton, effect, sentence, created_by, created_at) values ($1, 'p', 'p', 'hold', '', $2, $3)", args![id(), me, now]),
                ("insert into service (id, code, code_folded, slug, office_id, state, title, title_key, written, revision, version, is_ahead, created_at, changed_at)
                  values (71, 'S-1', 's-1', 's', $1, 'published', 't', 't', '{}', 1, 1, 0, $2, $2)", args![office, now]),
                ("insert into service_version (service_id, number, office_id, category, title, title_key, summary, written, published_by, published_at)
                  values (71, 1, $1, 'ambiente', 't', 't', 's', '{}', $2, $3)", args![office, me, now]),
                ("insert into territory_import (id, dataset, state, source, total, done, repeated, outside, made_by, created_at) values ($1, 'confine', 'gone', 's', 1, 1, 0, 0, $2, $3)", args![id(), me, now]),
                ("insert into booking_place (id, slug, office_id, name, address, directions, created_at) values (71, 'p', $1, 'P', 'a', '', $2)", args![office, now]),
                ("insert into booking_thing (id, slug, place_id, title, bring, minutes, capacity, lead_hours, furthest_days, created_at) values (72, 't', 71, 'T', '', 20, 1, 0, 30, $1)", args![now]),
                ("insert into booking (id, thing_id, place_id, channel, year, count, starts_at, ends_at, state, motive, details, first_name, last_name, email, email_folded, phone, language, person_id, once_key, created_at, changed_at)
                  values (73, 72, 71, 'web', 2028, 1, $2, $2, 'served', 'm', 'd', 'f', 'l', 'e', 'e', 't', 'it', $1, 'k', $2, $2)", args![me, now]),
                ("insert into screen_warning (person_id, text_hash, created_at) values ($1, 'h', $2)", args![me, now]),
            ]);
            for (sql, args) in rows.chain(requests(me, other, office.0, now, photo)) {
                tx.run(sql, args).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

/// One request of the person, one that the person has answered for somebody else, and everything around them.
fn requests(me: PersonId, other: PersonId, office: i64, now: kit::clock::Time, file: BlobId) -> Vec<(&'static str, Vec<Value>)> {
    let request = "insert into request (id, number, kind, channel, office_id, title, body, answers, address, private, author_id, show_name, status, stage,
        days, received_at, due_at, answer, officer_id) values ($1, $2, 'question', 'web', $3, 't', 'b', '[]', 'a', 1, $4, 0, 'received', 'open', 30, $6, $6, '', $5)";
    vec![
        (request, args![71, "W-2028-7001", office, me, Option::<i64>::None, now]),
        (request, args![72, "W-2028-7002", office, other, me, now]),
        ("insert into request_receipt (id, number, request_id, first, person_id, name, email, phone, language, channel, follows, created_at, rating_reason)
          values (73, 'W-2028-7001', 71, 1, $1, 'n', 'e@example.org', '1', 'it', 'web', 1, $2, 'r')", args![me, now]),
        ("insert into request_step (id, request_id, kind, person_id, words, public, at) values (74, 72, 'noted', $1, 'w', 0, $2)", args![me, now]),
        ("insert into request_comment (id, request_id, person_id, body, created_at) values (75, 71, $1, 'b', $2)", args![me, now]),
        ("insert into request_follow (request_id, person_id, created_at) values (72, $1, $2)", args![me, now]),
        ("insert into request_category (id, code, name, name_en, name_de, hint, office_id, days, position, private, comments, radius, questions)
          values (79, 'c79', 'n', 'n', 'n', '', $1, 30, 1, 0, 0, 250, '[]')", args![office]),
        ("insert into request_alert (id, person_id, category_id, place, lat, lon, radius, created_at) values (80, $1, 79, 'p', 1, 1, 250, $2)", args![me, now]),
        ("insert into request_draft (id, token_hash, person_id, kind, fields, created_at, saved_at, expires_at) values (76, $3, $1, 'report', '{\"a\":[]}', $2, $2, $2)", args![me, now, b"rd".to_vec()]),
        ("insert into request_photo (id, request_id, position, alt, created_at) values (77, 71, 0, 'a', $1)", args![now]),
        ("insert into request_photo_file (photo_id, size, file, type, width, height) values (77, 'large', $1, 'image/jpeg', 10, 10)", args![file]),
        ("insert into request_abuse (id, request_id, person_id, words, created_at) values (78, 72, $1, 'w', $2)", args![me, now]),
    ]
}

/// A program that the person allowed something after asking for the end of the account, which ends what was allowed before.
async fn allow(app: &TestApp, me: PersonId) {
    app.app
        .db
        .write(async |tx| {
            let now = tx.now();
            let rows: [(&str, Vec<Value>); 4] = [
                ("insert into oauth_client (id, client_id, auth_method, name, name_key, website, redirect_uris, scopes, created_at)
                  values (61, 'c', 'none', 'C', 'c', '', '[]', 'read', $1)", args![now]),
                ("insert into oauth_grant (id, client_id, person_id, scopes, created_at) values (62, 61, $1, 'read', $2)", args![me, now]),
                ("insert into oauth_code (code_hash, family, grant_id, person_id, redirect_uri, challenge, scopes, created_at, expires_at)
                  values ($3, 63, 62, $1, 'u', 'c', 'read', $2, $2)", args![me, now, b"oc".to_vec()]),
                ("insert into oauth_token (token_hash, kind, family, client_id, grant_id, person_id, scopes, created_at, expires_at)
                  values ($3, 'access', 63, 61, 62, $1, 'read', $2, $2)", args![me, now, b"ot".to_vec()]),
            ];
            for (sql, args) in rows {
                tx.run(sql, args).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

/// Puts the marker into one column of one row of a holding. False where the column takes only certain words, or says whose the row is.
async fn plant(app: &TestApp, holding: &Holding, column: &str, blob: bool, person: i64) -> bool {
    let rows = holding.rows.unwrap();
    let (table, keys) = (holding.table, holding.key.join(", "));
    let first: Vec<String> = holding.key.iter().map(|key| format!("r.{key}")).collect();
    let first = first.join(", ");
    let value = match (blob, column.starts_with("email")) {
        (true, _) => Value::Blob(format!("{MARK}-{}", holding.name).into_bytes()),
        (false, true) => Value::Text(format!("{MARK}-{}@example.org", holding.name)),
        (false, false) => Value::Text(format!("{MARK}-{}", holding.name)),
    };
    let before = rows_in(app, holding, person).await;
    let sql =
        format!("update {table} set {column} = $2 where ({keys}) in (select {first} from {table} r where {rows} order by {first} limit 1)");
    let asked = format!("select count(*) as n from {table} r where {rows}");
    let done = app
        .app
        .db
        .write(async |tx| {
            tx.run(sql, vec![Value::Int(person), value]).await?;
            let (after,): (i64,) = tx.one(asked, vec![Value::Int(person)]).await?;
            if after == before { Ok(()) } else { Err(Error::NotFound) }
        })
        .await;
    match done {
        Ok(()) => true,
        Err(Error::NotFound | Error::Violation(_)) => false,
        Err(error) => panic!("{table}.{column}: {error}"),
    }
}

fn marked(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.contains(MARK),
        Value::Blob(bytes) => bytes.windows(MARK.len()).any(|window| window == MARK.as_bytes()),
        _ => false,
    }
}

/// Rows with the marker that no holding keeps.
async fn strays(app: &TestApp, person: i64) -> Vec<String> {
    let db = &app.app.db;
    let tables: Vec<(String,)> = db.all(db.engine().tables(), vec![]).await.unwrap();
    let mut found = Vec::new();
    for (table,) in tables {
        let mut kept = Vec::new();
        for holding in holdings().iter().filter(|holding| holding.table == table && stays(holding)) {
            kept.extend(rows_where(app, holding.table, holding.rows.unwrap_or("1 = 0"), person).await);
        }
        let rows = rows_where(app, &table, "1 = 1", person).await;
        let stray = rows.into_iter().filter(|row| row.iter().any(marked) && !kept.contains(row));
        found.extend(stray.map(|row| format!("{table}: {row:?}")));
    }
    found
}

fn files_with_marker(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_with_marker(&path, found);
        } else if marked(&Value::Blob(std::fs::read(&path).unwrap())) {
            found.push(path.display().to_string());
        }
    }
}

town_tests! {
    async fn a_marker_in_every_text_is_in_the_copy_and_nowhere_after_the_end_but_where_the_register_says(app) {
        let marcella = app.person("marcella").await;
        let (me,): (PersonId,) = app.app.db.one("select id from person where handle = 'marcella'", vec![]).await.unwrap();
        let other = app.new_person("ugo", Tier::Registered).await;
        let ugo = app.sign_in("ugo").await;

        // ---- through the pages: a post that is changed, a comment below another's post, a deleted one, a post as a page
        let mine = say(&marcella, &format!("Parole di {MARK} in piazza")).await;
        let gone = say(&marcella, &format!("Tolto, {MARK}")).await;
        marcella.post(&format!("{gone}/cancellazione"), &[]).await.is(303);
        let theirs = say(&ugo, "Una domanda di Ugo").await;
        comment(&marcella, &theirs, &format!("Rispondo, {MARK}")).await.is(303);
        comment(&ugo, &mine, "Bello").await.is(303);
        fill(app, me, other).await;
        announce(&marcella, "comune", "Avviso", &format!("A nome del Comune, {MARK}")).await;
        app.run_jobs().await;
        let number_of = |path: &str| path.rsplit('/').next().unwrap().parse::<i64>().unwrap();
        let (page_post,): (i64,) = app.app.db.one("select id from post where page_id is not null", vec![]).await.unwrap();
        let held = picture(app, me, Some(number_of(&mine)), b"dentro la foto: xqzvmarkerkwj").await;
        let kept = picture(app, me, Some(page_post), b"la foto del Comune").await;
        let draft = picture(app, me, None, b"una bozza con xqzvmarkerkwj").await;
        app.app.db.write(async |tx| {
            let now = tx.now();
            tx.run("insert into draft (person_id, place, fields, saved_at) values ($1, 0, '{}', $2)", args![me, now]).await?;
            for post in [page_post, number_of(&mine)] {
                tx.run("insert into poll (post_id, multiple, closes_at, voter_count) values ($1, 0, $2, 0)", args![post, now]).await?;
                tx.run("insert into poll_option (post_id, position, words, vote_count) values ($1, 0, 'x', 0)", args![post]).await?;
                tx.run("insert into poll_vote (post_id, person_id, position, created_at) values ($1, $2, 0, $3)", args![post, me, now]).await?;
                tx.run("insert into link_preview (post_id, address, site, title, description, fetched_at) values ($1, 'a', 's', 't', 'd', $2)", args![post, now]).await?;
                tx.run(
                    "insert into recording (id, owner_id, post_id, file, type, bytes, millis, width, height, created_at) values ($1, $2, $3, $4, 'audio/mpeg', 8, 1000, 0, 0, $5)",
                    args![post + 1, me, post, if post == page_post { kept } else { draft }, now],
                )
                .await?;
                tx.run("insert into caption (id, owner_id, recording_id, language, words, created_at) values ($1, $2, $1, 'it', 'w', $3)", args![post + 1, me, now]).await?;
                tx.run("insert into post_edit (id, post_id, editor_id, title, body, replaced_at) values ($1, $2, $3, '', 'prima', $4)", args![kit::ids::next(now), post, me, now]).await?;
            }
            Ok(())
        }).await.unwrap();
        app.visitor().get(&format!("/cerca?q={MARK}")).await.is(200).sees("Parole di");
        // A letter that could not go, to the address as it will be.
        app.app.db.write(async |tx| {
            kit::mail::enqueue(tx, &app.app.secret, Mail::new(format!("{MARK}-account@example.org"), "Ciao", MARK)).await?;
            tx.run("update job set state = 'dead', last_error = $1, finished_at = 1 where kind = 'mail.send' and state = 'waiting'", args![format!("550 no such mailbox <{MARK}>")]).await?;
            Ok(())
        }).await.unwrap();
        let dead: Vec<(i64,)> = app.app.db.all("select id from job where state = 'dead'", vec![]).await.unwrap();
        assert_eq!(dead.len(), 1);
        marcella.post("/io/chiusura", &[]).await.is(303);
        marcella.post("/io/dati", &[]).await.is(303);
        allow(app, me).await;

        // ---- by hand into every text and blob of every holding
        let db = &app.app.db;
        let mut planted: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for holding in holdings().iter().filter(|holding| holding.rows.is_some()) {
            assert!(rows_in(app, holding, me.0).await > 0, "the test has no row in {}", holding.name);
            if NUMBER_ONLY.contains(&holding.name) {
                continue;
            }
            let columns: Vec<(String, String, i64, i64)> = db.all(db.engine().columns(), args![holding.table]).await.unwrap();
            for (column, kind, _, _) in columns {
                let texts = kind.starts_with("text") || kind.starts_with("blob");
                let names_a_file = holding.blob.is_some_and(|blob| blob.column == column);
                let word = WORDS.contains(&(holding.table, column.as_str()));
                if texts && !names_a_file && !word && plant(app, holding, &column, kind.starts_with("blob"), me.0).await {
                    planted.entry(holding.name).or_default().push(column);
                }
            }
        }
        // A sign-up is found by the person's address, which has just changed.
        app.app.db.write(async |tx| {
            tx.run("update sign_up set email_folded = (select email_folded from person where id = $1)", args![me]).await?;
            Ok(())
        }).await.unwrap();
        assert!(planted.values().map(Vec::len).sum::<usize>() > 80, "{planted:?}");

        // ---- the copy holds every row
        app.run_jobs().await;
        let copy = copy_of(app, me).await;
        shape::check(&copy.schema, &copy.data);
        let mut derived = BTreeSet::new();
        for holding in holdings().iter() {
            if holding.columns.is_empty() {
                derived.insert(holding.name);
                continue;
            }
            let told = copy.data["data"][holding.name].as_array().unwrap();
            assert_eq!(told.len() as i64, rows_in(app, holding, me.0).await, "{}", holding.name);
            let texts = holding.columns.iter().filter(|column| {
                planted.get(holding.name).is_some_and(|all| all.iter().any(|name| column.sql == format!("r.{name}")))
            });
            for column in texts {
                let said = told.iter().any(|row| row[column.name].as_str().is_some_and(|text| text.contains(MARK)));
                assert!(said, "{}: {} is not in the copy", holding.name, column.name);
            }
        }
        assert_eq!(derived, BTreeSet::from(["letters", "name_index", "places_of_posts", "places_of_posts_for_pages", "search_index", "search_index_for_pages"]), "what only repeats other rows, or is sealed");
        assert_eq!(copy.names.iter().filter(|name| name.starts_with("immagini/")).count(), 3, "{:?}", copy.names);
        assert_eq!(copy.data["files"].as_array().unwrap().len(), 7);

        // ---- two weeks later
        app.clock.advance(14 * DAY + 1);
        run(app, "identity.lives").await;
        collect(app).await;
        assert_eq!(number(app, "select count(*) as n from person where state = 'closed'", vec![]).await, 1);
        let found = strays(app, me.0).await;
        assert!(found.is_empty(), "{}", found.join("\n"));
        let mut files = Vec::new();
        files_with_marker(&app.folder.join("files"), &mut files);
        assert!(files.is_empty(), "{files:?}");
        for (file, there) in [(held, false), (draft, false), (copy.file, false), (kept, true)] {
            assert_eq!(app.app.blobs.exists(file).await.unwrap(), there);
        }
        for (id,) in dead {
            assert_eq!(number(app, "select count(*) as n from job where id = $1", args![id]).await, 0, "a letter that waited is taken back");
        }
        // ---- and what people see
        app.visitor().get(&format!("/cerca?q={MARK}")).await.is(200).misses("Parole di").misses("Rispondo");
        app.visitor().get("/persone/marcella").await.is(404);
        let thread = app.visitor().get(&theirs).await.is(200);
        assert!(!thread.text.contains(MARK) && !thread.text.contains("Marcella"));
        assert_eq!(number(app, "select comment_count as n from post where id = $1", args![number_of(&theirs)]).await, 0);
        let said = app.visitor().get(&format!("/post/{page_post}")).await.is(200).sees("Pagina comune");
        assert!(!said.text.contains("Marcella"), "the page speaks, and nobody's name is shown");
        // Nobody is signed in as somebody who is gone, and the others are as they were.
        assert!(marcella.get("/io").await.is(303).location().starts_with("/accedi"));
        app.sign_in("ugo").await.get("/io").await.is(200);
        app.run_jobs().await;
    }
}
