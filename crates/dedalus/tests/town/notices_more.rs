//! Notices of quotations, of names that a change brings, and of polls that end.

use dedalus::identity::{PersonId, Tier};
use kit::args;
use kit::clock::{DAY, HOUR};

use crate::posts::{number, tell, write};
use crate::square::say;
use crate::support::{TestApp, Visitor};
use crate::town_tests;

async fn person(app: &TestApp, handle: &str) -> PersonId {
    let (id,): (PersonId,) = app.app.db.one("select id from person where handle = $1", args![handle]).await.unwrap();
    id
}

async fn reword(who: &Visitor<'_>, post: &str, text: &str) {
    let form = who.get(&format!("{post}/modifica")).await.is(200);
    let (key, version) = (form.field("chiave"), form.field("versione"));
    let sent = [
        ("testo", "", "", text.as_bytes()),
        ("risposte", "", "", b"tutti"),
        ("chiave", "", "", key.as_bytes()),
        ("versione", "", "", version.as_bytes()),
        ("azione", "", "", b"pubblica"),
    ];
    who.post_files(&format!("{post}/modifica"), &sent).await.is(303);
}

/// Two of whom the first has blocked the second.
async fn apart(app: &TestApp, who: PersonId, whom: PersonId) {
    write(app, "insert into person_block (person_id, other_id, kind, created_at) values ($1, $2, 'block', 1)", args![who, whom]).await;
}

town_tests! {
    async fn who_is_quoted_is_told_if_they_may_read_it(app) {
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        let first = say(&anna, "La prima notizia").await;
        let id = first.rsplit('/').next().unwrap().to_owned();
        tell(&bruno, "Guardate qui", &[("cita", &id)]).await.is(303);
        tell(&anna, "Lo dicevo anch’io", &[("cita", &id)]).await.is(303);
        app.run_jobs().await;
        anna.get("/io/avvisi").await.is(200).sees("Bruno Prova ti cita in «Guardate qui»").misses("Anna Prova ti cita");
        // A private profile quotes: whoever does not follow it is told nothing.
        let c = person(app, "carla").await;
        write(app, "update person set private = 1 where id = $1", args![c]).await;
        tell(&carla, "Tra di noi", &[("cita", &id)]).await.is(303);
        app.run_jobs().await;
        assert_eq!(number(app, "select count(*) as n from notice where words = 'quoted'").await, 1);
    }

    async fn a_name_that_a_change_brings_is_told_once(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        app.new_person("dario", Tier::Registered).await;
        let post = say(&anna, "Grazie @dario").await;
        app.run_jobs().await;
        assert_eq!(number(app, "select count(*) as n from notice where words = 'mentioned'").await, 1);
        reword(&anna, &post, "Grazie @dario e @bruno").await;
        app.run_jobs().await;
        bruno.get("/io/avvisi").await.is(200).sees("Anna Prova ti nomina in");
        reword(&anna, &post, "Grazie ancora @dario e @bruno").await;
        app.run_jobs().await;
        assert_eq!(number(app, "select count(*) as n from notice where words = 'mentioned'").await, 2);
    }

    async fn who_asked_and_who_voted_are_told_when_a_poll_ends(app) {
        let (anna, bruno, carla, dario) =
            (app.person("anna").await, app.person("bruno").await, app.person("carla").await, app.person("dario").await);
        let fields = [("scelta1", "Il drago"), ("scelta2", "La barca"), ("scelta-fino", "2028-02-25")];
        let post = tell(&anna, "Quale carro?", &fields).await.is(303).location();
        bruno.post(&format!("{post}/voto"), &[("scelta", "0")]).await.is(303);
        dario.post(&format!("{post}/voto"), &[("scelta", "1")]).await.is(303);
        apart(app, person(app, "anna").await, person(app, "dario").await).await;
        app.run_jobs().await;
        assert_eq!(number(app, "select count(*) as n from notice where words = 'poll-over'").await, 0);
        app.clock.advance(2 * DAY + HOUR);
        app.run_jobs().await;
        bruno.get("/io/avvisi").await.is(200).sees("Il sondaggio «Quale carro?» è finito");
        anna.get("/io/avvisi").await.is(200).sees("Il sondaggio «Quale carro?» è finito");
        for who in [&carla, &dario] {
            who.get("/io/avvisi").await.is(200).misses("sondaggio");
        }
    }
}
