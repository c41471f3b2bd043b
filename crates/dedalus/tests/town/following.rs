//! Following, private profiles, blocks and mutes, and one's own time line.

use dedalus::identity::{Actor, PersonId, Tier};
use dedalus::social::{EVERYTHING, NewPost, Post};
use kit::args;

use crate::square::{announce, comment, say};
use crate::support::{Seen, TestApp, Visitor};
use crate::town_tests;

async fn id_of(app: &TestApp, handle: &str) -> PersonId {
    let (id,): (PersonId,) = app.app.db.one("select id from person where handle = $1", args![handle]).await.unwrap();
    id
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

async fn close_profile(visitor: &Visitor<'_>, name: &str, private: &str) -> Seen {
    visitor.post("/io/profilo", &[("nome", name), ("bio", "Vivo in via Mazzini."), ("lingua", "it"), ("privato", private)]).await.is(303)
}

/// The words in the order in which they stand on a page.
fn in_order(seen: &Seen, words: &[&str]) {
    let places: Vec<usize> =
        words.iter().map(|word| seen.text.find(word).unwrap_or_else(|| panic!("«{word}» is not in:\n{}", seen.plain()))).collect();
    assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{words:?} at {places:?}");
}

fn number(path: &str) -> i64 {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// Publishes without the form.
async fn tell(app: &TestApp, who: PersonId, text: &str) {
    let new = NewPost { body: text.to_owned(), once_key: text.to_owned(), ..NewPost::default() };
    let actor = Actor::person(who, "Prova", "192.0.2.1".parse().unwrap());
    app.app.db.write(async |tx| Post::publish(tx, &actor, &new).await).await.unwrap();
}

/// Passes a post on, as whoever offers that does it.
async fn share(app: &TestApp, who: PersonId, post: i64) {
    app.app
        .db
        .write(async |tx| {
            let now = tx.now();
            let id = kit::ids::next(now);
            tx.run("insert into share (id, post_id, person_id, created_at) values ($1, $2, $3, $4)", args![id, post, who, now]).await?;
            tx.run(
                "insert into post_source (kind, source_id, entry_id, post_id, by_id) values ('person', $1, $2, $3, $1)",
                args![who, id, post],
            )
            .await?;
            Ok(())
        })
        .await
        .unwrap();
}

town_tests! {
    async fn what_one_follows_stands_in_the_own_square_newest_first_and_nothing_else(app) {
        let elena = app.editor("elena", &["biblioteca", "museo"]).await;
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        anna.get("/io/piazza").await.is(200).sees("La tua piazza è ancora vuota");
        anna.post("/persone/bruno/seguito", &[("torna", "/persone/bruno")]).await.is(303);
        anna.post("/pagine/biblioteca/seguito", &[]).await.is(303);
        say(&bruno, "Prima di Bruno").await;
        say(&carla, "Parola di Carla").await;
        announce(&elena, "biblioteca", "Avviso della biblioteca", "Testo.").await;
        announce(&elena, "museo", "Avviso del museo", "Testo.").await;
        say(&anna, "Parola mia").await;
        let square = anna.get("/io/piazza").await.is(200).misses("Parola di Carla").misses("Avviso del museo");
        in_order(&square, &["Parola mia", "Avviso della biblioteca", "Prima di Bruno"]);
        anna.get("/").await.is(200).sees("La mia piazza").sees("Prima di Bruno");
        app.visitor().get("/").await.is(200).misses("La mia piazza");
        app.visitor().get("/io/piazza").await.is(303);
        // An office says what its pages say.
        anna.post("/uffici/urp/seguito", &[]).await.is(303);
        anna.get("/io/piazza").await.is(200).sees("Avviso del museo");
        anna.get("/io/seguiti").await.is(200).sees("Bruno Prova").sees("Pagina biblioteca").sees("Ufficio urp");
        anna.get("/io/seguiti?tipo=pagine").await.is(200).misses("Bruno Prova").sees("Pagina biblioteca");
        anna.get("/io/seguiti?q=brun").await.is(200).sees("Bruno Prova").misses("Pagina biblioteca");
        anna.post("/persone/bruno/seguito/ritiro", &[("torna", "/io/seguiti")]).await.is(303);
        anna.get("/io/piazza").await.is(200).misses("Prima di Bruno");
        anna.post("/persone/anna/seguito", &[]).await.is(404);
        anna.post("/argomenti/con%20spazi/seguito", &[]).await.is(404);
        app.run_jobs().await;
    }

    async fn a_time_line_pages_without_gaps_and_shows_each_post_once(app) {
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        for handle in ["bruno", "carla"] {
            anna.post(&format!("/persone/{handle}/seguito"), &[]).await.is(303);
        }
        let mut first = 0;
        for n in 0..50 {
            let who = if n % 3 == 0 { &carla } else { &bruno };
            let post = number(&say(who, &format!("Messaggio numero {n:02}.")).await);
            first = if n == 0 { post } else { first };
            app.clock.advance(kit::clock::MINUTE);
        }
        // The oldest is passed on: it stands on top, with who did it, and nowhere else.
        share(app, id_of(app, "bruno").await, first).await;
        let mut seen = Vec::new();
        let mut path = "/io/piazza".to_owned();
        for page in 0..4 {
            let answer = anna.get(&path).await.is(200);
            if page == 0 {
                answer.is(200).sees("Condiviso da Bruno Prova");
            }
            let answer = anna.get(&path).await;
            seen.extend(answer.text.split("Messaggio numero ").skip(1).map(|rest| rest[..2].to_owned()));
            let Some(next) = answer.text.split("href=\"/io/piazza?prima=").nth(1) else { break };
            path = format!("/io/piazza?prima={}", next.split('"').next().unwrap());
        }
        let expected: Vec<String> = std::iter::once(0).chain((1..50).rev()).map(|n| format!("{n:02}")).collect();
        assert_eq!(seen, expected);
        app.run_jobs().await;
    }

    async fn new_posts_are_counted_by_a_plain_link(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        anna.post("/persone/bruno/seguito", &[]).await.is(303);
        say(&bruno, "Uno").await;
        let square = anna.get("/io/piazza").await.is(200).sees("Vedi se c’è altro");
        let news = square.text.split("data-news=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        anna.get(&news).await.is(204);
        say(&bruno, "Due").await;
        anna.get(&news).await.is(200).sees("Un nuovo messaggio").sees("href=\"/io/piazza\"");
        say(&bruno, "Tre").await;
        anna.get(&news).await.is(200).sees("2 nuovi messaggi");
        app.run_jobs().await;
    }

    async fn a_long_run_of_posts_one_may_not_read_does_not_end_the_time_line(app) {
        let (anna, carla) = (app.person("anna").await, app.person("carla").await);
        app.new_person("bruno", Tier::Registered).await;
        anna.post("/persone/bruno/seguito", &[]).await.is(303);
        anna.post("/persone/carla/seguito", &[]).await.is(303);
        say(&carla, "Molto tempo fa").await;
        let bruno = id_of(app, "bruno").await;
        for n in 0..90 {
            app.clock.advance(kit::clock::MINUTE);
            tell(app, bruno, &format!("Nascosto {n}")).await;
        }
        app.app.db.write(async |tx| {
            tx.run("update post set hidden_at = 1 where body like 'Nascosto%'", vec![]).await?;
            Ok(())
        }).await.unwrap();
        anna.get("/io/piazza").await.is(200).sees("Molto tempo fa").misses("Nascosto");
        app.run_jobs().await;
    }

    async fn a_private_profile_is_asked_and_read_by_who_was_accepted(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let post = say(&anna, "Solo per chi mi segue").await;
        let nobody = app.visitor();
        // Kept for everybody before the switch, gone with it.
        nobody.get(&post).await.is(200).sees("Solo per chi mi segue");
        nobody.get("/").await.is(200).sees("Solo per chi mi segue");
        nobody.get("/persone/anna").await.is(200).sees("Solo per chi mi segue");
        close_profile(&anna, "Anna Prova", "si").await;
        for who in [&nobody, &bruno] {
            who.get(&post).await.is(404).misses("Solo per chi mi segue");
            who.get("/").await.is(200).misses("Solo per chi mi segue");
            who.get("/persone/anna").await.is(200).sees("Anna Prova").misses("via Mazzini").misses("Solo per chi mi segue").sees("profilo è privato");
            who.get("/cerca?q=segue").await.is(200).misses("Solo per chi mi segue");
        }
        anna.get(&post).await.is(200).sees("solo chi segue");
        anna.get("/post/nuovo").await.is(200).sees("Lo legge solo chi ti segue");
        bruno.post("/persone/anna/seguito", &[]).await.is(303);
        bruno.get("/persone/anna").await.is(200).sees("Richiesta inviata");
        bruno.get(&post).await.is(404);
        assert_eq!(count(app, "select count(*) as n from event where kind = 'follow.asked'").await, 1);
        let id = id_of(app, "bruno").await;
        anna.get("/io/richieste").await.is(200).sees("Bruno Prova");
        anna.post(&format!("/io/richieste/{id}/accoglimento"), &[]).await.is(303);
        anna.post(&format!("/io/richieste/{id}/accoglimento"), &[]).await.is(404);
        bruno.get(&post).await.is(200).sees("Solo per chi mi segue");
        bruno.get("/io/piazza").await.is(200).sees("Solo per chi mi segue");
        bruno.get("/persone/anna").await.is(200).sees("via Mazzini");
        anna.post(&format!("/io/seguaci/{id}/rimozione"), &[]).await.is(303);
        bruno.get(&post).await.is(404);
        // Opened again: who waits follows at once.
        bruno.post("/persone/anna/seguito", &[]).await.is(303);
        close_profile(&anna, "Anna Prova", "").await;
        app.run_jobs().await;
        nobody.get(&post).await.is(200).sees("Solo per chi mi segue");
        assert_eq!(count(app, "select count(*) as n from follow where state = 'accepted' and kind = 'person'").await, 1);
        assert_eq!(EVERYTHING, "square", "identity touches the square by this name");
    }

    async fn who_is_blocked_reads_nothing_and_is_told_nothing(app) {
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        anna.post("/persone/bruno/seguito", &[]).await.is(303);
        bruno.post("/persone/anna/seguito", &[]).await.is(303);
        let (hers, theirs) = (say(&anna, "Parole di Anna").await, say(&carla, "Domanda di Carla").await);
        comment(&anna, &theirs, "Risposta di Anna").await.is(303);
        bruno.get(&hers).await.is(200);
        anna.get("/persone/bruno/blocco").await.is(200).sees("Vuoi bloccare Bruno Prova?");
        anna.post("/persone/bruno/blocco", &[]).await.is(303);
        anna.post("/persone/anna/blocco", &[]).await.is(404);
        bruno.get(&hers).await.is(404).misses("Parole di Anna");
        bruno.get(&theirs).await.is(200).sees("Domanda di Carla").misses("Risposta di Anna");
        for path in ["/", "/io/piazza", "/conversazioni", "/cerca?q=Anna", "/io/seguiti"] {
            bruno.get(path).await.is(200).misses("Parole di Anna").misses("Risposta di Anna").misses("Anna Prova");
        }
        bruno.get("/persone/anna").await.is(410).sees("non è disponibile").misses("Anna Prova").misses("Hai bloccato");
        bruno.post("/persone/anna/seguito", &[]).await.is(404);
        anna.get("/persone/bruno").await.is(410).sees("Hai bloccato questa persona").misses("Bruno Prova");
        assert_eq!(count(app, "select count(*) as n from follow").await, 0);
        anna.get("/io/blocchi").await.is(200).sees("Bruno Prova");
        anna.post("/persone/bruno/blocco/ritiro", &[]).await.is(303);
        bruno.get(&hers).await.is(200).sees("Parole di Anna");
        app.run_jobs().await;
    }

    async fn who_is_muted_is_out_of_the_lists_and_can_be_read_directly(app) {
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        anna.post("/persone/bruno/seguito", &[]).await.is(303);
        let (hers, theirs) = (say(&carla, "Domanda di Carla").await, say(&bruno, "Parole di Bruno").await);
        comment(&bruno, &hers, "Risposta di Bruno").await.is(303);
        anna.post("/persone/bruno/silenzio", &[]).await.is(303);
        for path in ["/", "/io/piazza", "/conversazioni"] {
            anna.get(path).await.is(200).misses("Parole di Bruno").misses("Risposta di Bruno");
            bruno.get(path).await.is(200);
        }
        carla.get("/").await.is(200).sees("Parole di Bruno");
        anna.get(&theirs).await.is(200).sees("Parole di Bruno");
        anna.get("/persone/bruno").await.is(200).sees("Parole di Bruno").sees("Togli il silenzio");
        // Somebody else passes it on: still not in the lists.
        anna.post("/persone/carla/seguito", &[]).await.is(303);
        share(app, id_of(app, "carla").await, number(&theirs)).await;
        anna.get("/io/piazza").await.is(200).misses("Parole di Bruno");
        anna.post("/persone/bruno/silenzio/ritiro", &[]).await.is(303);
        anna.get("/io/piazza").await.is(200).sees("Parole di Bruno").sees("Condiviso da Carla Prova");
        app.run_jobs().await;
    }
}
