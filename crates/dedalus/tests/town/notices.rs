//! Notices: whom what concerns, how they are grouped, and that nothing is told that may no longer be read.

use std::sync::Arc;

use dedalus::identity::{PageId, PersonId, Role, Tier};
use dedalus::notify::{By, Kind, Telling, tell};
use kit::args;
use kit::clock::{DAY, HOUR, MINUTE};
use kit::events::{Event, record};
use parking_lot::Mutex;

use crate::mydata::run;
use crate::square::{announce, comment, say};
use crate::support::{On, Seen, TestApp, Visitor, decode_quoted_printable, unescape};
use crate::town_tests;

pub async fn id_of(app: &TestApp, handle: &str) -> PersonId {
    let (id,): (PersonId,) = app.app.db.one("select id from person where handle = $1", args![handle]).await.unwrap();
    id
}

fn number_of(path: &str) -> i64 {
    path.rsplit(['/', 'c']).next().unwrap().parse().unwrap()
}

/// The number of the comment that was just published.
fn comment_of(seen: &Seen) -> i64 {
    seen.header("location").rsplit("#c").next().unwrap().parse().unwrap()
}

pub async fn count(app: &TestApp, sql: &'static str, values: Vec<kit::db::Value>) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, values).await.unwrap();
    n
}

/// Runs statements in a turn.
pub async fn change(app: &TestApp, statements: Vec<(&str, Vec<kit::db::Value>)>) {
    app.app
        .db
        .write(async |tx| {
            for (sql, values) in statements {
                tx.run(sql, values).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

/// Records what another part of the square will record, and runs what follows.
async fn happens(
    app: &TestApp,
    kind: &'static str,
    actor: PersonId,
    (subject_kind, subject): (&'static str, i64),
    data: serde_json::Value,
) {
    app.app
        .db
        .write(async |tx| {
            record(tx, Event { kind, actor: Some(actor.0), subject_kind, subject, data, touches: &[] }).await?;
            Ok(())
        })
        .await
        .unwrap();
    app.run_jobs().await;
}

async fn follow(app: &TestApp, who: PersonId, kind: &'static str, what: i64) {
    change(
        app,
        vec![(
            "insert into follow (person_id, kind, source_id, state, created_at) values ($1, $2, $3, 'accepted', 1)",
            args![who, kind, what],
        )],
    )
    .await;
}

async fn block(app: &TestApp, who: PersonId, whom: PersonId, kind: &'static str) {
    change(app, vec![("insert into person_block (person_id, other_id, kind, created_at) values ($1, $2, $3, 1)", args![who, whom, kind])])
        .await;
}

/// The number beside the bell; the words say nothing when it is nought.
fn bell(seen: &Seen) -> String {
    let rest = seen.text.split("data-count-of-notices").nth(1).unwrap();
    rest.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()
}

async fn unread(visitor: &Visitor<'_>) -> String {
    bell(&visitor.get("/io").await.is(200))
}

/// Mails about notices that went since, opened.
pub fn opened(app: &TestApp) -> Vec<String> {
    app.mails().iter().map(|mail| decode_quoted_printable(mail)).filter(|mail| mail.contains("List-Unsubscribe-Post")).collect()
}

/// Moves the clock on and runs what is due.
pub async fn later(app: &TestApp, by: i64) {
    app.clock.advance(by);
    app.run_jobs().await;
    app.run_jobs().await;
}

/// Chooses for one kind by hand.
pub async fn choose(app: &TestApp, who: PersonId, kind: &'static str, (page, mail, push): (i64, &'static str, i64)) {
    change(
        app,
        vec![(
            "insert into notice_choice (person_id, kind, in_page, mail, push) values ($1, $2, $3, $4, $5)",
            args![who, kind, page, mail, push],
        )],
    )
    .await;
}

town_tests! {
    async fn who_is_answered_is_told_and_who_answers_is_not(app) {
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        let post = say(&anna, "Il porto di notte").await;
        let first = comment(&bruno, &post, "Che bello").await.is(303);
        app.run_jobs().await;
        assert_eq!((unread(&anna).await, unread(&bruno).await), ("1".into(), "0".into()));
        anna.get("/io/avvisi").await.is(200).sees("Bruno Prova ha commentato «Il porto di notte»").misses("Che bello");
        let key = carla.get(&post).await.field("chiave");
        let id = comment_of(&first).to_string();
        carla.post(&format!("{post}/commenti"), &[("testo", "Anche a me"), ("voce", "io"), ("risponde", &id), ("chiave", &key)]).await.is(303);
        app.run_jobs().await;
        bruno.get("/io/avvisi").await.is(200).sees("Carla Prova ha risposto al tuo commento su «Il porto di notte»");
        // For Anna both are one.
        anna.get("/io/avvisi").await.is(200).sees("Carla Prova e un’altra persona hanno commentato «Il porto di notte»").sees("2 avvisi");
        assert_eq!(unread(&anna).await, "1");
        carla.get("/io/avvisi").await.is(200).sees("Ancora nessun avviso");
        // Visitors have no bell.
        assert!(!app.visitor().get("/").await.is(200).text.contains("data-count-of-notices"));
    }

    async fn the_town_says_where_notices_go_for_who_chose_nothing(app) {
        let (root, anna, bruno) = (app.staff("root", Role::System).await, app.person("anna").await, app.person("bruno").await);
        let (me, other) = (id_of(app, "anna").await, id_of(app, "bruno").await);
        let page = root.get("/amministrazione/avvisi").await.is(200).sees("Persone che hanno scelto da sé");
        // As it stands, except that whoever follows a page hears of it once a day by mail, and answers stay out of the page.
        let mut fields: Vec<(String, String)> = Vec::new();
        for kind in Kind::ALL {
            let mail = if *kind == Kind::PagePost { "riepilogo" } else { "mai" };
            fields.push((format!("posta_{}", kind.word()), mail.into()));
            if *kind != Kind::Answer {
                fields.push((format!("pagina_{}", kind.word()), "si".into()));
            }
        }
        assert!(page.text.contains("posta_page_post"));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        anna.get("/amministrazione/avvisi").await.is(403);
        anna.post("/amministrazione/avvisi", &fields).await.is(403);
        choose(app, other, "page_post", (1, "never", 0)).await;
        root.post("/amministrazione/avvisi", &fields).await.is(303);
        root.get("/amministrazione/registro").await.is(200).sees("abitudine della città cambiata");
        let chosen = anna.get("/io/avvisi/impostazioni").await.is(200).text;
        let row = chosen.split("id=\"posta_page_post\"").nth(1).unwrap().split("</select>").next().unwrap();
        assert!(row.contains("<option value=\"riepilogo\" selected"), "{row}");

        // Who chose nothing is mailed once a day, who chose is not; an answer is told to nobody who chose nothing.
        let elena = app.editor("elena", &["biblioteca"]).await;
        let (library,): (i64,) = app.app.db.one("select id from page where handle = 'biblioteca'", vec![]).await.unwrap();
        follow(app, me, "page", library).await;
        follow(app, other, "page", library).await;
        announce(&elena, "biblioteca", "Si legge in cortile", "Testo.").await;
        let post = say(&anna, "Chi viene?").await;
        comment(&bruno, &post, "Io").await.is(303);
        app.run_jobs().await;
        let told = "select count(*) as n from notice where person_id = $1 and kind = $2 and mail = $3";
        assert_eq!(count(app, told, args![me, "page_post", "daily"]).await, 1);
        assert_eq!(count(app, told, args![other, "page_post", "never"]).await, 1);
        assert_eq!(count(app, "select count(*) as n from notice where person_id = $1 and kind = 'answer'", args![me]).await, 0);
        // Saved again as it is, nothing is noted.
        let acts = "select count(*) as n from audit where act = 'notices.usual'";
        let noted = count(app, acts, vec![]).await;
        assert!(noted >= 2, "the mail of pages and the page of answers were changed");
        root.post("/amministrazione/avvisi", &fields).await.is(303);
        assert_eq!(count(app, acts, vec![]).await, noted);
    }

    async fn a_page_answers_as_a_page_and_its_editors_are_told(app) {
        let (elena, anna) = (app.editor("elena", &["biblioteca"]).await, app.person("anna").await);
        let post = announce(&elena, "biblioteca", "Si aprono gli incunaboli", "Testo.").await;
        let said = comment(&anna, &post, "Quando?").await.is(303);
        app.run_jobs().await;
        elena.get("/io/avvisi").await.is(200).sees("Anna Prova ha commentato «Si aprono gli incunaboli»");
        let key = elena.get(&post).await.field("chiave");
        let id = comment_of(&said).to_string();
        elena.post(&format!("{post}/commenti"), &[("testo", "Domani"), ("voce", "biblioteca"), ("risponde", &id), ("chiave", &key)]).await.is(303);
        app.run_jobs().await;
        anna.get("/io/avvisi").await.is(200).sees("Pagina biblioteca ha risposto al tuo commento").misses("Elena");
    }

    async fn likes_shares_and_followers_are_grouped_and_a_job_that_runs_twice_tells_once(app) {
        let anna = app.person("anna").await;
        let me = id_of(app, "anna").await;
        let post = number_of(&say(&anna, "Il mercato").await);
        for handle in ["bruno", "carla", "dario"] {
            let who = app.new_person(handle, Tier::Registered).await;
            happens(app, "post.liked", who, ("post", post), serde_json::json!({"author": me, "page": null})).await;
            // Again after a while, and the same job once more.
            happens(app, "post.liked", who, ("post", post), serde_json::json!({"author": me, "page": null})).await;
            happens(app, "person.followed", who, ("person", me.0), serde_json::json!({})).await;
        }
        happens(app, "post.liked", me, ("post", post), serde_json::json!({"author": me, "page": null})).await;
        happens(app, "post.shared", id_of(app, "bruno").await, ("post", post), serde_json::json!({"author": me, "page": null})).await;
        anna.get("/io/avvisi").await.is(200)
            .sees("A Dario Prova e ad altre 2 persone piace «Il mercato»").sees("Bruno Prova ha condiviso «Il mercato»")
            .sees("Dario Prova e altre 2 persone ti seguono").misses("Anna Prova piace");
        assert_eq!(count(app, "select count(*) as n from notice where person_id = $1", args![me]).await, 7);
        assert_eq!(unread(&anna).await, "3");
    }

    async fn a_new_post_reaches_the_followers_of_its_page_in_turns_and_nobody_else(app) {
        let elena = app.editor("elena", &["comune"]).await;
        let page = app.page("comune").await;
        app.app.db.write(async |tx| {
            for number in 0..1203_i64 {
                let id = 5_000_000 + number;
                tx.run(
                    "insert into person (id, handle, handle_folded, name, name_key, email, email_folded, tier, state, language, bio, privacy_version, privacy_at, created_at)
                     values ($1, $2, $2, 'Seguace', 'seguace', $2, $2, 'registered', 'active', 'it', '', '', 1, 1)",
                    args![id, format!("s{number}")],
                ).await?;
                tx.run("insert into follow (person_id, kind, source_id, state, created_at) values ($1, 'page', $2, 'accepted', 1)", args![id, page]).await?;
            }
            // Who asked for silence, who asked to follow and waits.
            tx.run("insert into notice_choice (person_id, kind, in_page, mail, push) values (5000000, 'page_post', 0, 'never', 0)", vec![]).await?;
            tx.run("update follow set state = 'asked' where person_id = 5000001", vec![]).await?;
            Ok(())
        }).await.unwrap();
        announce(&elena, "comune", "Allerta gialla", "Vento.").await;
        app.run_jobs().await;
        assert_eq!(count(app, "select count(*) as n from notice where kind = 'page_post'", vec![]).await, 1201);
        assert_eq!(count(app, "select count(*) as n from notice where person_id in (5000000, 5000001)", vec![]).await, 0);
    }

    async fn a_post_of_a_person_is_told_only_to_who_asked_for_that(app) {
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        let me = id_of(app, "anna").await;
        for handle in ["bruno", "carla"] {
            follow(app, id_of(app, handle).await, "person", me.0).await;
        }
        choose(app, id_of(app, "carla").await, "post", (1, "never", 0)).await;
        say(&anna, "Una domenica al castello").await;
        app.run_jobs().await;
        bruno.get("/io/avvisi").await.is(200).sees("Ancora nessun avviso");
        carla.get("/io/avvisi").await.is(200).sees("Anna Prova ha pubblicato «Una domenica al castello»");
    }

    async fn who_is_called_by_name_is_told_once_and_only_if_they_may_read_it(app) {
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        let ids = [id_of(app, "bruno").await, id_of(app, "carla").await];
        let me = id_of(app, "anna").await;
        block(app, ids[1], me, "block").await;
        // The post names them: the row stands there before the job runs.
        let post = number_of(&say(&anna, "Con @bruno e @carla").await);
        change(app, ids.iter().map(|id| ("insert into mention (post_id, kind, target_id) values ($1, 'person', $2) on conflict do nothing", args![post, *id])).collect()).await;
        app.run_jobs().await;
        bruno.get("/io/avvisi").await.is(200).sees("Anna Prova ti nomina in «Con @bruno e @carla»");
        carla.get("/io/avvisi").await.is(200).sees("Ancora nessun avviso");
    }

    async fn what_is_hidden_taken_back_or_blocked_after_it_was_told_is_neither_shown_nor_counted_nor_mailed(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let (me, him) = (id_of(app, "anna").await, id_of(app, "bruno").await);
        let (hidden, blocked) = (say(&bruno, "Parole segrete").await, say(&anna, "Il mio cortile").await);
        // Bruno names Anna; Bruno comments at Anna's.
        change(app, vec![("insert into mention (post_id, kind, target_id) values ($1, 'person', $2) on conflict do nothing", args![number_of(&hidden), me])]).await;
        comment(&bruno, &blocked, "Commento").await.is(303);
        app.run_jobs().await;
        anna.get("/io/avvisi").await.is(200).sees("Parole segrete").sees("Bruno Prova ha commentato");
        assert_eq!(unread(&anna).await, "2");
        change(app, vec![("update post set hidden_at = 1 where id = $1", args![number_of(&hidden)])]).await;
        anna.get("/io/avvisi").await.is(200).misses("Parole segrete").sees("Bruno Prova ha commentato");
        assert_eq!(unread(&anna).await, "1");
        block(app, me, him, "mute").await;
        anna.get("/io/avvisi").await.is(200).misses("Bruno").sees("Ancora nessun avviso");
        assert_eq!(unread(&anna).await, "0");
        later(app, DAY).await;
        assert!(opened(app).iter().all(|mail| !mail.contains("segrete") && !mail.contains("Bruno")), "{:?}", opened(app));
        assert!(opened(app).is_empty(), "there is nothing left to say");
    }

    async fn a_secret_community_and_a_private_profile_are_not_told_of(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let (me, him) = (id_of(app, "anna").await, id_of(app, "bruno").await);
        change(app, vec![
            ("insert into community (id, handle, handle_folded, name, name_key, purpose, rules, rules_html, kind, topic, place, created_by, created_at)
              values (77, 'orto', 'orto', 'Orto nascosto', 'orto', '', '', '', 'secret', '', '', $1, 1)", args![me]),
            ("insert into community_member (community_id, person_id, role, state, words, created_at) values (77, $1, 'moderator', 'member', '', 1)", args![me]),
            ("insert into community_member (community_id, person_id, role, state, words, created_at) values (77, $1, 'member', 'invited', '', 1)", args![him]),
        ]).await;
        happens(app, "community.asked", him, ("community", 77), serde_json::json!({"person": him})).await;
        happens(app, "community.invited", me, ("community", 77), serde_json::json!({"person": him.0})).await;
        anna.get("/io/avvisi").await.is(200).sees("Bruno Prova chiede di entrare in «Orto nascosto»");
        bruno.get("/io/avvisi").await.is(200).sees("Anna Prova ti invita in «Orto nascosto»");
        happens(app, "community.decided", me, ("community", 77), serde_json::json!({"person": him, "yes": false})).await;
        change(app, vec![("delete from community_member where person_id = $1", args![him])]).await;
        bruno.get("/io/avvisi").await.is(200).misses("Orto nascosto");
        // What is said there reaches no follower who is no member.
        choose(app, him, "post", (1, "never", 0)).await;
        follow(app, him, "person", me.0).await;
        change(app, vec![("update person set private = 1 where id = $1", args![me])]).await;
        let open = number_of(&say(&anna, "Solo per chi mi segue").await);
        app.run_jobs().await;
        bruno.get("/io/avvisi").await.is(200).sees("Solo per chi mi segue");
        change(app, vec![("update post set community_id = 77 where id = $1", args![open])]).await;
        bruno.get("/io/avvisi").await.is(200).misses("Solo per chi mi segue");
    }

    async fn requests_decisions_and_approvals_reach_whom_they_concern(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let (me, him) = (id_of(app, "anna").await, id_of(app, "bruno").await);
        happens(app, "follow.asked", him, ("person", me.0), serde_json::json!({})).await;
        happens(app, "follow.accepted", me, ("person", him.0), serde_json::json!({})).await;
        anna.get("/io/avvisi").await.sees("Bruno Prova chiede di seguirti");
        bruno.get("/io/avvisi").await.sees("Anna Prova ha accettato");
        let post = say(&anna, "Chi viene domenica?").await;
        let said = comment_of(&comment(&bruno, &post, "Io").await.is(303));
        change(app, vec![("update post set held = 1 where id = $1", args![said])]).await;
        app.run_jobs().await;
        anna.get("/io/avvisi").await.misses("ha commentato «Chi viene");
        happens(app, "comment.held", him, ("comment", said), serde_json::json!({"root": number_of(&post), "author": him})).await;
        anna.get("/io/avvisi").await.sees("Un commento di Bruno Prova su «Chi viene domenica?» aspetta la tua approvazione");
        change(app, vec![("update post set held = 0 where id = $1", args![said])]).await;
        happens(app, "comment.approved", me, ("comment", said), serde_json::json!({"root": number_of(&post), "author": him})).await;
        bruno.get("/io/avvisi").await.sees("Il tuo commento su «Chi viene domenica?» è approvato");
        anna.get("/io/avvisi").await.sees("Bruno Prova ha commentato «Chi viene domenica?»");
        choose(app, him, "moderation", (1, "now", 0)).await;
        happens(app, "moderation.decided", me, ("decision", 5), serde_json::json!({"person": him, "action": "warn", "reporters": [me]})).await;
        happens(app, "appeal.decided", me, ("appeal", 6), serde_json::json!({"person": him, "upheld": true})).await;
        bruno.get("/io/avvisi").await.sees("ha preso una decisione che ti riguarda").sees("Il tuo ricorso è accolto").misses("Anna Prova ha preso");
        anna.get("/io/avvisi").await.sees("Abbiamo deciso su un contenuto che hai segnalato");
        later(app, MINUTE * 15).await;
        assert!(opened(app).iter().any(|mail| mail.contains("bruno@example.org") && mail.contains("decisione che ti riguarda")), "who asked for it has it at once");
    }

    async fn a_hundred_comments_make_one_mail_and_the_next_day_one_digest(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let me = id_of(app, "anna").await;
        choose(app, me, "answer", (1, "now", 0)).await;
        let (post, him) = (number_of(&say(&anna, "Che cosa manca in piazza?").await), id_of(app, "bruno").await);
        app.run_jobs().await;
        for number in 0..100_i64 {
            let telling = Telling {
                kind: Kind::Answer, words: "commented", subject: ("post", post), about: Some(("post", post)), by: By::Person(him),
                path: format!("/post/{post}"), key: format!("prova:{number}"),
            };
            app.app.db.write(async |tx| tell(tx, &app.app, &telling, &[me, him]).await).await.unwrap();
            app.clock.advance(3 * kit::clock::SECOND);
        }
        app.run_jobs().await;
        assert!(opened(app).is_empty(), "what belongs together is collected first");
        later(app, 15 * MINUTE).await;
        let mails = opened(app);
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert!(mails[0].contains("Bruno Prova ha commentato «Che cosa manca in piazza?»") && mails[0].contains("100 avvisi"), "{}", mails[0]);
        assert!(mails[0].contains("List-Unsubscribe: <http://town.test/avvisi/disiscrizione/") && mails[0].contains("text/html"));
        later(app, DAY).await;
        assert_eq!(opened(app).len(), 1, "and not again");
        // A digest: two subjects, the newest first; what was read in the page is left out.
        let (one, two, three) = (say(&bruno, "Uno").await, say(&bruno, "Due").await, say(&bruno, "Tre").await);
        for path in [&one, &two, &three] {
            comment(&anna, path, "Ecco").await.is(303);
            app.run_jobs().await;
        }
        let page = bruno.get("/io/avvisi").await.sees("«Tre»");
        let tail = page.text.split("data-notice=\"").nth(1).unwrap();
        bruno.post(tail.split('"').next().unwrap(), &[]).await.is(303);
        later(app, DAY).await;
        let digest = opened(app).into_iter().find(|mail| mail.contains("bruno@example.org")).unwrap();
        let (due, uno) = (digest.find("«Due»").unwrap(), digest.find("«Uno»").unwrap());
        assert!(due < uno && !digest.contains("«Tre»") && digest.contains("2 avvisi dalla piazza di Termini Imerese"), "{digest}");
    }

    async fn in_quiet_hours_nothing_is_mailed_until_they_end(app) {
        let anna = app.person("anna").await;
        let me = id_of(app, "anna").await;
        let him = app.new_person("bruno", Tier::Registered).await;
        anna.post("/io/avvisi/impostazioni", &[("pagina_answer", "si"), ("posta_answer", "subito"), ("silenzio_da", "09:00"), ("silenzio_a", "13:00"), ("riepilogo", "19")]).await.is(303);
        anna.get("/io/avvisi/impostazioni").await.is(200).sees("Le tue scelte sono salvate").sees("value=\"09:00\"").sees("value=\"13:00\"");
        let post = number_of(&say(&anna, "Buongiorno").await);
        let telling = Telling { kind: Kind::Answer, words: "commented", subject: ("post", post), about: Some(("post", post)), by: By::Person(him), path: "/".into(), key: "x".into() };
        app.app.db.write(async |tx| tell(tx, &app.app, &telling, &[me]).await).await.unwrap();
        later(app, 2 * HOUR).await;
        assert!(opened(app).is_empty(), "it is noon");
        later(app, HOUR + MINUTE).await;
        assert_eq!(opened(app).len(), 1);
        // Half a pair of hours is a fault, and nothing that was typed is lost.
        anna.post("/io/avvisi/impostazioni", &[("silenzio_da", "22:00"), ("riepilogo", "8")]).await.is(422).sees("Scrivi anche quest’ora").sees("value=\"22:00\"");
        anna.post("/io/avvisi/impostazioni", &[("silenzio_da", "25:00"), ("silenzio_a", "7:00"), ("riepilogo", "99")]).await.is(422).sees("per esempio 22:30");
    }

    async fn a_mail_ends_with_one_click_without_cookie_or_origin_and_a_second_click_changes_nothing(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let me = id_of(app, "anna").await;
        let post = say(&anna, "Ciao").await;
        comment(&bruno, &post, "Ciao a te").await.is(303);
        app.run_jobs().await;
        later(app, DAY).await;
        let mail = opened(app).pop().unwrap();
        let path = mail.split("List-Unsubscribe: <http://town.test").nth(1).unwrap().split('>').next().unwrap().replace(['\r', '\n', ' '], "");
        let nobody = app.visitor();
        nobody.get(&path).await.is(200).sees("Vuoi smettere di ricevere queste mail?");
        assert_eq!(count(app, "select count(*) as n from notice_choice", vec![]).await, 0, "a scanner opens links");
        for _ in 0..2 {
            let request = nobody.request(http::Method::POST, &path).header("origin", "https://mail.example").header("content-type", "application/x-www-form-urlencoded");
            nobody.send(request.body(axum::body::Body::from("List-Unsubscribe=One-Click")).unwrap()).await.is(200).sees("Fatto: non ti scriviamo più");
        }
        assert_eq!(count(app, "select count(*) as n from notice_choice where person_id = $1 and mail <> 'never'", args![me]).await, 0);
        comment(&bruno, &post, "Ancora").await.is(303);
        app.run_jobs().await;
        later(app, DAY).await;
        assert_eq!(opened(app).len(), 1);
        anna.get("/io/avvisi").await.sees("Bruno Prova ha commentato");
        nobody.get("/avvisi/disiscrizione/inventato").await.is(404);
        nobody.get(&path.replace("one/", "one/x")).await.is(404);
    }

    async fn the_list_is_filtered_paged_and_marked_as_read(app) {
        let anna = app.person("anna").await;
        let me = id_of(app, "anna").await;
        let him = app.new_person("bruno", Tier::Registered).await;
        for number in 1..=25_i64 {
            let kind = if number % 5 == 0 { Kind::Report } else { Kind::Moderation };
            let words = if number % 5 == 0 { "report-decided" } else { "decision" };
            let telling = Telling { kind, words, subject: ("decision", number), about: None, by: By::Nobody, path: format!("/n/{number}"), key: number.to_string() };
            app.app.db.write(async |tx| tell(tx, &app.app, &telling, &[me, him]).await).await.unwrap();
        }
        let first = anna.get("/io/avvisi").await.is(200).sees("/n/25\"").sees("/n/6\"").misses("/n/5\"");
        let next = unescape(first.text.split("\" rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap());
        anna.get(&next).await.is(200).sees("/n/5\"").sees("/n/1\"").misses("/n/6\"").misses("rel=\"next\"");
        anna.get("/io/avvisi?tipo=report").await.is(200).sees("/n/20\"").misses("/n/21\"");
        let fino = first.field("fino");
        let telling = Telling { kind: Kind::Moderation, words: "decision", subject: ("decision", 99), about: None, by: By::Nobody, path: "/n/99".into(), key: "99".into() };
        app.app.db.write(async |tx| tell(tx, &app.app, &telling, &[me]).await).await.unwrap();
        anna.post("/io/avvisi/lettura", &[("fino", &fino)]).await.is(303);
        anna.get("/io/avvisi?stato=da-leggere").await.is(200).sees("/n/99\"").misses("/n/25\"").sees("Tutti gli avvisi sono segnati come letti");
        // One alone; somebody else's is not there.
        let page = anna.get("/io/avvisi?stato=da-leggere").await.is(200);
        let one = page.text.split("data-notice=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        app.sign_in("bruno").await.post(&one, &[]).await.is(404);
        anna.post(&one, &[("torna", "/io/avvisi?stato=da-leggere")]).await.is(303);
        anna.get("/io/avvisi?stato=da-leggere").await.is(200).sees("Nessun avviso qui");
        assert_eq!(unread(&anna).await, "0");
        app.run_jobs().await;
    }

    async fn what_is_old_goes(app) {
        let anna = app.person("anna").await;
        let me = id_of(app, "anna").await;
        for number in [1_i64, 2] {
            let telling = Telling { kind: Kind::Report, words: "report-decided", subject: ("decision", number), about: None, by: By::Nobody, path: "/".into(), key: number.to_string() };
            app.app.db.write(async |tx| tell(tx, &app.app, &telling, &[me]).await).await.unwrap();
        }
        let page = anna.get("/io/avvisi").await.is(200);
        let one = page.text.split("data-notice=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        anna.post(&one, &[]).await.is(303);
        for (days, left) in [(89, 2), (2, 1), (273, 1), (3, 0)] {
            app.clock.advance(days * DAY);
            run(app, "notify.sweep").await;
            assert_eq!(count(app, "select count(*) as n from notice", vec![]).await, left, "{days} days later");
        }
    }

    async fn the_live_number_is_ones_own_and_ends_with_the_house(app) {
        let anna = app.person("anna").await;
        let me = id_of(app, "anna").await;
        anna.get("/io/avvisi/diretta").await.is(303);
        let told = async |key: &str| {
            let telling = Telling { kind: Kind::Moderation, words: "decision", subject: ("decision", 1), about: None, by: By::Nobody, path: "/".into(), key: key.into() };
            app.app.db.write(async |tx| tell(tx, &app.app, &telling, &[me]).await).await.unwrap();
        };
        let listen = async || {
            let mut request = anna.request(http::Method::GET, "/io/avvisi/diretta").body(axum::body::Body::empty()).unwrap();
            request.headers_mut().insert("accept", "text/event-stream".parse().unwrap());
            anna.send(request).await
        };
        let story = async {
            // The number at once, one more after each telling.
            for _ in 0..1000 {
                if app.app.live.rooms() > 0 {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
            told("a").await;
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            app.app.live.close();
        };
        let (heard, ()) = tokio::join!(listen(), story);
        let heard = heard.is(200);
        assert!(heard.header("content-type").starts_with("text/event-stream"));
        assert!(heard.text.contains("event: avvisi\ndata: 1"), "{}", heard.text);
        assert_eq!(app.app.live.rooms(), 0);
        assert!(app.visitor().get("/io/avvisi/diretta").await.is(303).location().starts_with("/accedi"));
    }

    async fn the_service_worker_is_served_from_the_top(app) {
        let seen = app.visitor().get("/sw.js").await.is(200);
        assert!(seen.header("content-type").starts_with("text/javascript") && seen.text.contains("showNotification"));
        assert!(seen.header("content-security-policy").contains("worker-src 'self'"));
    }
}

/// Requests as they came: head and body.
type Log = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// A push service on loopback: what it got, and what it answers.
pub struct PushService {
    pub port: u16,
    got: Log,
    pub answers: Arc<Mutex<Vec<&'static str>>>,
    task: tokio::task::JoinHandle<()>,
}

impl PushService {
    pub async fn start() -> Self {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (got, answers) = (Log::default(), Arc::<Mutex<Vec<&'static str>>>::default());
        let (log, said) = (Arc::clone(&got), Arc::clone(&answers));
        let task = tokio::spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                let mut bytes = Vec::new();
                let (head, length) = loop {
                    let mut piece = [0; 4096];
                    let read = stream.read(&mut piece).await.unwrap();
                    assert!(read > 0, "the request was cut");
                    bytes.extend_from_slice(&piece[..read]);
                    if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                        let head = String::from_utf8(bytes[..end].to_vec()).unwrap().to_lowercase();
                        let length: usize = head.split("content-length: ").nth(1).unwrap().lines().next().unwrap().trim().parse().unwrap();
                        if bytes.len() >= end + 4 + length {
                            break (String::from_utf8(bytes[..end].to_vec()).unwrap(), end + 4);
                        }
                    }
                };
                log.lock().push((head, bytes[length..].to_vec()));
                let answer = {
                    let mut said = said.lock();
                    if said.is_empty() { "201 Created" } else { said.remove(0) }
                };
                let _ = stream.write_all(format!("HTTP/1.1 {answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").as_bytes()).await;
            }
        });
        Self { port, got, answers, task }
    }

    pub fn take(&self) -> Vec<(String, Vec<u8>)> {
        std::mem::take(&mut *self.got.lock())
    }
}

impl Drop for PushService {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The browser of the example of RFC 8291 §5.
pub const P256DH: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
pub const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";
const PRIVATE: &str = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";

/// Opens a captured message and checks who sent it, with an implementation that is not ours (`tests/tools/push_open.py`).
pub fn open_push(head: &str, body: &[u8]) -> serde_json::Value {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let python = root.join(".venv/bin/python");
    let header = |name: &str| {
        let start = format!("{name}: ");
        head.lines().find_map(|line| line.to_lowercase().starts_with(&start).then(|| line[start.len()..].to_owned())).unwrap_or_default()
    };
    let mut child = std::process::Command::new(python)
        .arg(root.join("tests/tools/push_open.py"))
        .args([PRIVATE, P256DH, AUTH, &header("authorization")])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the tests' Python environment: run `make setup`");
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), body).unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "the message could not be opened");
    serde_json::from_slice(&out.stdout).unwrap()
}

/// This person's browser takes pushes from now on.
pub async fn subscribe(person: &Visitor<'_>, service: &PushService) {
    let endpoint = format!("http://127.0.0.1:{}/ricevi/{}", service.port, 7);
    person.post("/io/avvisi/dispositivi", &[("endpoint", &endpoint), ("p256dh", P256DH), ("auth", AUTH)]).await.is(303);
}

pub async fn push_town(app: &TestApp, service: &PushService) {
    let anna = app.person("anna").await;
    let endpoint = format!("http://127.0.0.1:{}/ricevi/1", service.port);
    anna.post("/io/avvisi/dispositivi", &[("endpoint", &endpoint), ("p256dh", P256DH), ("auth", AUTH)]).await.is(303);
    anna.get("/io/avvisi/impostazioni")
        .await
        .is(200)
        .sees("ora gli avvisi arrivano anche su questo dispositivo")
        .sees("Ricevi gli avvisi su questo dispositivo");
    for (endpoint, key) in [("javascript:alert(1)", P256DH), (endpoint.as_str(), "AAAA"), ("", "")] {
        anna.post("/io/avvisi/dispositivi", &[("endpoint", endpoint), ("p256dh", key), ("auth", AUTH)]).await.is(422);
    }
    assert_eq!(count(app, "select count(*) as n from push_device", vec![]).await, 1);
}

pub async fn told(app: &TestApp, key: &str) {
    let me = id_of(app, "anna").await;
    let telling = Telling {
        kind: Kind::Moderation,
        words: "decision",
        subject: ("decision", 1),
        about: None,
        by: By::Nobody,
        path: "/io/avvisi".into(),
        key: key.into(),
    };
    app.app.db.write(async |tx| tell(tx, &app.app, &telling, &[me]).await).await.unwrap();
    app.run_jobs().await;
}

town_tests! {
    async fn a_push_reaches_the_browser_encrypted_and_another_program_can_open_it(app) {
        let service = PushService::start().await;
        push_town(app, &service).await;
        let (anna, bruno) = (app.sign_in("anna").await, app.person("bruno").await);
        let post = say(&anna, "Il porto di notte").await;
        comment(&bruno, &post, "Che bello").await.is(303);
        app.run_jobs().await;
        app.run_jobs().await;
        let got = service.take();
        assert_eq!(got.len(), 1);
        let (head, body) = &got[0];
        assert!(head.starts_with("POST /ricevi/1 ") && head.contains("content-encoding: aes128gcm") && head.contains("ttl: 86400"), "{head}");
        assert!(!body.windows(5).any(|window| window == b"porto"), "the service on the way reads nothing");
        let opened = open_push(head, body);
        assert_eq!(opened["claims"]["aud"], format!("http://127.0.0.1:{}", service.port));
        assert_eq!(opened["claims"]["sub"], "mailto:urp@comune.termini.example");
        assert_eq!(opened["message"]["body"], "Bruno Prova ha commentato «Il porto di notte»");
        assert_eq!(opened["message"]["title"], "Termini Imerese");
        // What was hidden meanwhile is not pushed.
        let said = comment_of(&comment(&bruno, &post, "Da nascondere").await.is(303));
        change(app, vec![("update post set hidden_at = 1 where id = $1", args![said])]).await;
        app.run_jobs().await;
        assert!(service.take().is_empty());
        let said = comment_of(&comment(&bruno, &post, "Nascosto dopo").await.is(303));
        // The job that tells has run, the one that sends has not.
        let kinds: Vec<_> = dedalus::town::kinds().iter().filter(|kind| kind.name == "social.tell").copied().collect();
        kit::jobs::run_due(&app.app.db, &app.app, &kinds).await.ok();
        change(app, vec![("update post set hidden_at = 1 where id = $1", args![said])]).await;
        app.run_jobs().await;
        app.run_jobs().await;
        assert!(service.take().is_empty());
    }

    async fn a_push_service_that_is_busy_is_asked_later_and_a_device_that_is_gone_is_forgotten(app) {
        let service = PushService::start().await;
        push_town(app, &service).await;
        service.answers.lock().extend(["429 Too Many Requests\r\nretry-after: 120", "503 Service Unavailable", "201 Created"]);
        told(app, "a").await;
        app.run_jobs().await;
        assert_eq!(service.take().len(), 1);
        later(app, MINUTE).await;
        assert!(service.take().is_empty(), "two minutes were asked for");
        later(app, MINUTE + kit::clock::SECOND).await;
        assert_eq!(service.take().len(), 1);
        later(app, MINUTE).await;
        assert_eq!(service.take().len(), 1, "an error is tried again");
        later(app, HOUR).await;
        assert!(service.take().is_empty(), "and what was taken is not sent again");
        service.answers.lock().push("410 Gone");
        told(app, "b").await;
        app.run_jobs().await;
        assert_eq!(service.take().len(), 1);
        assert_eq!(count(app, "select count(*) as n from push_device", vec![]).await, 0);
        told(app, "c").await;
        app.run_jobs().await;
        assert!(service.take().is_empty());
        assert_eq!(count(app, "select count(*) as n from push_key", vec![]).await, 1, "the town has one key");
    }

    async fn a_device_is_removed_by_its_owner_alone(app) {
        let service = PushService::start().await;
        push_town(app, &service).await;
        let (id,): (i64,) = app.app.db.one("select id from push_device", vec![]).await.unwrap();
        let bruno = app.person("bruno").await;
        bruno.post(&format!("/io/avvisi/dispositivi/{id}/rimozione"), &[]).await.is(404);
        let anna = app.sign_in("anna").await;
        anna.post(&format!("/io/avvisi/dispositivi/{id}/rimozione"), &[]).await.is(303);
        anna.get("/io/avvisi/impostazioni").await.is(200).sees("Nessun dispositivo riceve avvisi");
        // A browser that changes hands pushes to its new owner alone.
        let endpoint = format!("http://127.0.0.1:{}/ricevi/1", service.port);
        for visitor in [&anna, &bruno] {
            visitor.post("/io/avvisi/dispositivi", &[("endpoint", &endpoint), ("p256dh", P256DH), ("auth", AUTH)]).await.is(303);
        }
        told(app, "a").await;
        app.run_jobs().await;
        assert!(service.take().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_nobody_knows_is_told_of_by_nobody() {
    let app = TestApp::start(On::Sqlite).await;
    assert!(app.app.readers.iter().any(|reader| reader.kind == "post"));
    let _: PageId = app.page("comune").await;
    app.end().await;
}
