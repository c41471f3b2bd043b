//! The home: the communities that are lively, what waits for whoever is signed in, and what all of it costs.

use kit::clock::DAY;

use crate::communities::{found, verified, write};
use crate::posts::tell;
use crate::square::comment;
use crate::support::{TestApp, Visitor};
use crate::town_tests;

const LIVELY: &str = "Comunità vive questa settimana";
const WAITS: &str = "aria-label=\"Ti aspetta\"";

async fn newest(app: &TestApp) -> String {
    let (n,): (i64,) = app.app.db.one("select max(id) as n from post where parent_id is not null", vec![]).await.unwrap();
    n.to_string()
}

/// Questions that a visit of the home asks the database.
async fn questions(app: &TestApp, who: &Visitor<'_>) -> u64 {
    let before = app.app.db.statements();
    who.get("/").await.is(200);
    app.app.db.statements() - before
}

town_tests! {
    async fn the_home_shows_communities_where_something_was_said_this_week(app) {
        let (anna, bruno, nobody) = (verified(app, "anna").await, app.person("bruno").await, app.visitor());
        nobody.get("/").await.is(200).misses(LIVELY);
        found(&anna, "Pedali & ruote", "pedali", "open").await;
        found(&anna, "Quelli del giovedì", "giovedi", "secret").await;
        write(&anna, "giovedi", "Ci vediamo dal solito").await.is(303);
        for who in [&nobody, &bruno, &anna] {
            who.get("/").await.is(200).misses(LIVELY);
        }
        let post = write(&anna, "pedali", "Domenica si va a Himera").await.is(303).location();
        for who in [&nobody, &bruno, &anna] {
            who.get("/").await.is(200).sees(LIVELY).sees("href=\"/comunita/pedali\"").sees("Pedali & ruote").sees("Un membro");
        }
        nobody.get("/").await.is(200).misses("Quelli del giovedì");
        bruno.post("/comunita/pedali/iscrizione", &[]).await.is(303);
        nobody.get("/").await.is(200).sees("2 membri");
        // Where all was taken back nothing is lively; nor where it is long ago, or the door is shut.
        anna.post(&format!("{post}/cancellazione"), &[]).await.is(303);
        nobody.get("/").await.is(200).misses(LIVELY);
        write(&anna, "pedali", "Lunedì si riparano le camere d’aria").await.is(303);
        nobody.get("/").await.is(200).sees(LIVELY);
        app.clock.advance(6 * DAY);
        nobody.get("/").await.is(200).sees(LIVELY);
        app.clock.advance(2 * DAY);
        nobody.get("/").await.is(200).misses(LIVELY);
        app.run_jobs().await;
    }

    async fn the_home_says_what_waits_for_whoever_is_signed_in(app) {
        let (anna, bruno) = (verified(app, "anna").await, app.person("bruno").await);
        let elena = app.editor("elena", &["biblioteca"]).await;
        for who in [&anna, &bruno, &elena, &app.visitor()] {
            who.get("/").await.is(200).misses(WAITS);
        }
        // A post that was begun; what was begun below one is no new post.
        bruno.post("/bozze", &[("testo", "A metà"), ("chiave", "home-uno")]).await.is(303);
        bruno.get("/").await.is(200).sees(WAITS).sees("Una bozza da finire");
        bruno.post("/bozze", &[("testo", "Anche questa, \"luogo\":\"0\""), ("chiave", "home-due")]).await.is(303);
        bruno.get("/").await.is(200).sees("2 bozze da finire");
        // An invitation, and somebody who asks.
        found(&anna, "Quelli del giovedì", "giovedi", "secret").await;
        anna.post("/comunita/giovedi/inviti", &[("chi", "bruno")]).await.is(303);
        bruno.get("/").await.is(200).sees("Un invito in una comunità").misses("Quelli del giovedì");
        bruno.post("/comunita/giovedi/uscita", &[]).await.is(303);
        bruno.get("/").await.is(200).misses("Un invito");
        anna.post("/io/profilo", &[("nome", "Anna Prova"), ("bio", ""), ("lingua", "it"), ("privato", "1")]).await.is(303);
        bruno.post("/persone/anna/seguito", &[]).await.is(303);
        anna.get("/").await.is(200).sees("Una persona chiede di seguirti");
        bruno.get("/").await.is(200).misses("chiede di seguirti");
        // Comments below one's own post, and below that of a page one speaks for.
        let post = tell(&bruno, "Che si mangia alla sagra?", &[("voce", "io"), ("risposte", "approvazione")]).await.is(303).location();
        comment(&anna, &post, "Cannoli").await.is(303);
        let first = newest(app).await;
        comment(&anna, &post, "E cassata").await.is(303);
        let waiting = format!("{post}/da-approvare");
        bruno.get("/").await.is(200).sees("2 commenti da approvare: Che si mangia alla sagra?").sees(&format!("href=\"{waiting}\""));
        for who in [&anna, &elena, &app.visitor()] {
            who.get("/").await.is(200).misses("da approvare");
        }
        bruno.post(&format!("{waiting}/rifiuto"), &[("commento", &first)]).await.is(303);
        bruno.get("/").await.is(200).sees("Un commento da approvare");
        bruno.post(&format!("{waiting}/approvazione"), &[]).await.is(303);
        bruno.get("/").await.is(200).misses("da approvare");
        let post = tell(&elena, "Si leggono fiabe", &[("voce", "biblioteca"), ("titolo", "Fiabe"), ("risposte", "approvazione")]).await.is(303).location();
        comment(&anna, &post, "Ci saremo").await.is(303);
        elena.get("/").await.is(200).sees("Un commento da approvare: Fiabe").sees(&format!("href=\"{post}/da-approvare\""));
        bruno.get("/").await.is(200).misses("da approvare");
        // A post that is gone has nothing to approve.
        elena.post(&format!("{post}/cancellazione"), &[]).await.is(303);
        elena.get("/").await.is(200).misses("da approvare");
        app.run_jobs().await;
        anna.get("/").await.is(200).sees("da leggere").sees("href=\"/io/avvisi\"");
    }

    async fn the_home_asks_one_question_more_for_what_waits_and_none_for_the_communities_that_are_kept(app) {
        let (anna, nobody) = (verified(app, "anna").await, app.visitor());
        found(&anna, "Pedali & ruote", "pedali", "open").await;
        write(&anna, "pedali", "Domenica si va a Himera").await.is(303);
        let made = questions(app, &nobody).await;
        let kept = questions(app, &nobody).await;
        let mine = questions(app, &anna).await;
        assert!(made <= 10 && kept == 0 && mine <= 10, "{made} to make it, {kept} kept, {mine} for somebody signed in");
        app.run_jobs().await;
    }
}
