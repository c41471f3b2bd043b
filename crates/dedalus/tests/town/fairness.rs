//! Moderation is fair to everybody: who is concerned does not decide and is told, and whom a decision touches does not hide others.

use dedalus::identity::Role;
use dedalus::social::moderation::Limits;
use kit::args;

use crate::square::{comment, say};
use crate::support::{TestApp, Visitor};
use crate::town_tests;

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

async fn report(who: &Visitor<'_>, path: &str) {
    who.post(&format!("{path}/abuso"), &[("motivo", "offese"), ("parole", "Parole di chi segnala")]).await.is(303);
}

async fn matter(app: &TestApp) -> String {
    format!("/segreteria/moderazione/{}", number(app, "select max(id) as n from matter where closed_at is null").await)
}

async fn decide(who: &Visitor<'_>, matter: &str, action: &str) {
    let form = [("azione", action), ("regola", "offese"), ("fatti", "Hai scritto un insulto a una persona."), ("durata", "")];
    who.post(&format!("{matter}/decisione"), &form).await.is(303);
}

/// Hides all texts with a word at once; where the batch stands.
async fn hide_all(who: &Visitor<'_>, word: &str) -> String {
    let form = [("q", word), ("tutti", "1"), ("regola", "pubblicita"), ("fatti", "Pubblicità ripetuta, fuori posto in piazza.")];
    who.post("/segreteria/moderazione/blocchi", &form).await.is(303).location()
}

town_tests! {
    async fn who_moderates_and_is_reported_does_not_read_by_whom(app) {
        let anna = app.person("anna").await;
        let (pina, carla) = (app.staff("pina", Role::Operator).await, app.staff("carla", Role::Officer).await);
        let post = say(&pina, "Parola di moderatrice").await;
        report(&anna, &post).await;
        let matter = matter(app).await;
        carla.get(&matter).await.is(200).sees("Anna Prova").sees("Parole di chi segnala");
        pina.get(&matter).await.is(200).misses("Anna Prova").misses("Parole di chi segnala");
    }

    async fn who_reported_does_not_decide_the_appeal(app) {
        let ugo = app.person("ugo").await;
        let (pina, carla, dora) =
            (app.staff("pina", Role::Operator).await, app.staff("carla", Role::Officer).await, app.staff("dora", Role::Manager).await);
        let post = say(&ugo, "Una parola di troppo").await;
        report(&carla, &post).await;
        decide(&pina, &matter(app).await, "nascondi").await;
        let statement = ugo.get(&format!("{post}/decisione")).await.is(303).location();
        ugo.post(&format!("{statement}/ricorso"), &[("testo", "Non era un insulto, davvero.")]).await.is(303);
        let appeal = format!("/segreteria/moderazione/ricorsi/{}", number(app, "select id as n from appeal").await);
        let verdict = [("esito", "respinto"), ("testo", "Resta nascosta, a parer mio.")];
        carla.get(&appeal).await.is(200).sees("Tocca a un’altra persona");
        carla.post(&format!("{appeal}/decisione"), &verdict).await.is(422).sees("decide un’altra persona");
        dora.post(&format!("{appeal}/decisione"), &verdict).await.is(303);
        app.run_jobs().await;
    }

    async fn a_batch_tells_who_had_reported_and_is_not_undone_by_who_is_in_it(app) {
        let anna = app.person("anna").await;
        let (pina, carla) = (app.staff("pina", Role::Operator).await, app.staff("carla", Role::Officer).await);
        let ugo = app.person("ugo").await;
        let first = say(&ugo, "Una zampogna xqspam in vendita").await;
        let second = say(&ugo, "Un’altra zampogna xqspam in vendita").await;
        let own = say(&carla, "La mia zampogna xqspam").await;
        for post in [&first, &second, &own] {
            report(&anna, post).await;
        }
        app.run_jobs().await;
        let batch = hide_all(&pina, "xqspam").await;
        app.run_jobs().await;
        app.visitor().get(&second).await.is(404);
        let told = number(
            app,
            "select count(*) as n from notice n join person p on p.id = n.person_id where p.handle = 'anna' and n.words = 'report-decided'",
        )
        .await;
        assert_eq!(told, 2, "who reported hears what became of it, once for each author");
        carla.post(&format!("{batch}/annullamento"), &[]).await.is(422);
        app.visitor().get(&own).await.is(404);
        pina.post(&format!("{batch}/annullamento"), &[]).await.is(303);
        app.run_jobs().await;
        app.visitor().get(&own).await.is(200);
    }

    async fn the_texts_of_a_limited_account_take_no_place_in_the_search(app) {
        app.app.db.write(async |tx| Limits { new_days: 0, burst: 0, same: 0, ..Limits::default() }.save(tx).await).await.unwrap();
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let pina = app.staff("pina", Role::Operator).await;
        say(&anna, "Il gelsomino di Anna #fiori").await;
        let mut last = String::new();
        for n in 0..25 {
            last = say(&ugo, &format!("Il gelsomino numero {n} in offerta #fiori")).await;
        }
        report(&anna, &last).await;
        decide(&pina, &matter(app).await, "limita").await;
        for order in ["", "data"] {
            let seen = app.visitor().get(&format!("/cerca?q=gelsomino&ordine={order}")).await.is(200);
            assert!(seen.text.contains("di Anna") && !seen.text.contains("in offerta"), "{order}: {}", seen.plain());
        }
        // Nor in the lists and the feed of a subject; who wrote them finds them.
        for path in ["/argomenti/fiori", "/argomenti/fiori/feed.rss"] {
            let seen = app.visitor().get(path).await.is(200);
            assert!(seen.text.contains("di Anna") && !seen.text.contains("in offerta"), "{path}");
        }
        ugo.get("/argomenti/fiori").await.is(200).sees("in offerta");
    }

    async fn a_subject_that_only_hidden_texts_have_looks_like_one_that_nobody_wrote(app) {
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        app.app.db.write(async |tx| {
            let now = tx.now();
            tx.run("insert into community (id, handle, handle_folded, name, name_key, purpose, rules, rules_html, kind, topic, place, created_by, created_at)
                    select 77, 'orti', 'orti', 'Orti segreti', 'orti', '', '', '', 'secret', '', '', id, $1 from person where handle = 'ugo'", args![now]).await?;
            tx.run("insert into community_member (community_id, person_id, role, state, words, created_at)
                    select 77, id, 'moderator', 'member', '', $1 from person where handle = 'ugo'", args![now]).await?;
            Ok(())
        }).await.unwrap();
        let key = ugo.get("/post/nuovo?comunita=orti").await.is(200).field("chiave");
        let sent = [
            ("voce", "", "", &b"io"[..]),
            ("titolo", "", "", b""),
            ("testo", "", "", "Il nostro #RaccoltoSegreto".as_bytes()),
            ("comunita", "", "", b"orti"),
            ("risposte", "", "", b"tutti"),
            ("chiave", "", "", key.as_bytes()),
            ("azione", "", "", b"pubblica"),
        ];
        ugo.post_files("/post", &sent).await.is(303);
        for word in ["raccoltosegreto", "maiscritto"] {
            anna.post(&format!("/argomenti/{word}/seguito"), &[]).await.is(303);
        }
        anna.get("/io/seguiti").await.is(200).sees("raccoltosegreto").sees("maiscritto").misses("RaccoltoSegreto");
        // Said where everybody reads, its letters are those of whoever says it there.
        say(&anna, "Anche il mio #RaccoltoSegreto").await;
        anna.get("/io/seguiti").await.is(200).sees("RaccoltoSegreto");
        app.run_jobs().await;
    }

    async fn a_comment_whose_words_are_forgotten_does_not_come_back_empty(app) {
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let post = say(&anna, "Che ne dite?").await;
        let said = comment(&ugo, &post, "Dico di no").await.is(303);
        let id = said.header("location").split("#c").nth(1).unwrap().to_owned();
        ugo.post(&format!("/post/{id}/cancellazione"), &[]).await.is(303);
        app.app.db.write(async |tx| {
            tx.run("update post set body = '', body_html = '', excerpt = '' where id = $1", args![id.parse::<i64>().unwrap()]).await?;
            Ok(())
        }).await.unwrap();
        ugo.post(&format!("/post/{id}/ripristino"), &[]).await.is(404);
        app.run_jobs().await;
    }

    async fn names_are_found_with_their_accents_and_apostrophes(app) {
        let anna = app.person("anna").await;
        for (handle, name) in [("nico", "Nicolò Lo Presti"), ("dora", "Dora D’Angelo")] {
            app.person(handle).await;
            app.app.db.write(async |tx| {
                tx.run("update person set name = $1, name_key = $2 where handle = $3", args![name, kit::text::sort_key(name), handle]).await?;
                Ok(())
            }).await.unwrap();
            anna.post(&format!("/persone/{handle}/seguito"), &[]).await.is(303);
        }
        for (words, name) in [("nicolò", "Nicolò"), ("NICOLO", "Nicolò"), ("lo presti", "Nicolò"), ("d'angelo", "Dora"), ("dangelo", "Dora")] {
            let seen = anna.get(&format!("/io/seguiti?q={}", words.replace(' ', "+"))).await.is(200);
            assert!(seen.text.contains(name), "{words}: {}", seen.plain());
        }
        app.run_jobs().await;
    }

    async fn who_was_sent_away_does_not_go_on_by_changing_what_stands(app) {
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        app.app.db.write(async |tx| {
            let now = tx.now();
            tx.run("insert into community (id, handle, handle_folded, name, name_key, purpose, rules, rules_html, kind, topic, place, created_by, created_at)
                    select 77, 'orti', 'orti', 'Orti', 'orti', '', '', '', 'open', '', '', id, $1 from person where handle = 'anna'", args![now]).await?;
            tx.run("insert into community_member (community_id, person_id, role, state, words, created_at)
                    select 77, id, 'member', 'member', '', $1 from person where handle in ('anna', 'ugo')", args![now]).await?;
            Ok(())
        }).await.unwrap();
        let key = anna.get("/post/nuovo?comunita=orti").await.is(200).field("chiave");
        let sent = [
            ("voce", "", "", &b"io"[..]),
            ("titolo", "", "", b""),
            ("testo", "", "", b"Che cosa si semina?"),
            ("comunita", "", "", b"orti"),
            ("risposte", "", "", b"tutti"),
            ("chiave", "", "", key.as_bytes()),
            ("azione", "", "", b"pubblica"),
        ];
        let post = anna.post_files("/post", &sent).await.is(303).location();
        let said = comment(&ugo, &post, "Le fave").await.is(303);
        let id = said.header("location").split("#c").nth(1).unwrap().to_owned();
        let change = format!("/post/{id}/modifica");
        let version = ugo.get(&change).await.is(200).field("versione");
        app.app.db.write(async |tx| {
            tx.run("update community_member set state = 'banned' where person_id = (select id from person where handle = 'ugo')", vec![]).await?;
            Ok(())
        }).await.unwrap();
        ugo.post(&change, &[("testo", "Un insulto"), ("versione", &version), ("azione", "pubblica")]).await.is(422).sees("Un insulto");
        app.visitor().get(&post).await.is(200).sees("Le fave").misses("Un insulto");
        app.run_jobs().await;
    }
}
