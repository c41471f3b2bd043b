//! Pages that publish with two people: nobody changes alone what two have let stand.

use dedalus::identity::{Rights, Tier, set_editor};
use http::Method;
use kit::args;
use serde_json::json;

use crate::oauth::{ask, tokens};
use crate::support::{Seen, TestApp, Visitor};
use crate::town_tests;

/// The library's page with two editors and the rule, and what anna wrote for it when the rule was not there yet.
async fn library(app: &TestApp) -> (Visitor<'_>, Visitor<'_>, String) {
    let anna = app.editor("anna", &["biblioteca"]).await;
    let page = app.page("biblioteca").await;
    let bea = app.new_person("bea", Tier::Registered).await;
    app.app.db.write(async |tx| set_editor(tx, page, bea, Rights { publish: true, reply: true }, None).await).await.unwrap();
    let bea = app.sign_in("bea").await;
    let fields = [("voce", "biblioteca"), ("titolo", "Orari"), ("testo", "Apriamo alle nove."), ("azione", "pubblica"), ("chiave", "p1")];
    let path = anna.post("/post", &fields).await.is(303).location();
    app.app.db.write(async |tx| Ok(tx.run("update page set two_person = 1 where id = $1", args![page]).await?)).await.unwrap();
    (anna, bea, path)
}

async fn change(who: &Visitor<'_>, path: &str, text: &str) -> Seen {
    let form = who.get(&format!("{path}/modifica")).await.is(200);
    let (key, version) = (form.field("chiave"), form.field("versione"));
    let fields = [("titolo", "Orari"), ("testo", text), ("azione", "pubblica"), ("chiave", key.as_str()), ("versione", version.as_str())];
    who.post(&format!("{path}/modifica"), &fields).await
}

async fn waiting(app: &TestApp) -> String {
    let (id,): (i64,) = app.app.db.one("select id from held_post where decided_at is null", vec![]).await.unwrap();
    format!("/segreteria/da-rivedere/{id}")
}

town_tests! {
    async fn a_change_waits_for_the_other_editor_too(app) {
        let (anna, bea, path) = library(app).await;
        app.run_jobs().await;
        let already = app.mails().len();
        change(&anna, &path, "Apriamo alle otto.").await.is(303);
        app.run_jobs().await;
        assert_eq!(app.mails().len(), already + 1, "the other editor is told");
        app.visitor().get(&path).await.is(200).sees("Apriamo alle nove.").misses("alle otto").misses("modificato");
        let held = waiting(app).await;
        anna.get(&held).await.is(200).sees("un altro redattore");
        anna.post(&format!("{held}/rilascio"), &[]).await.is(409);
        bea.get("/segreteria/da-rivedere").await.is(200).sees("modifica");
        bea.get(&held).await.is(200).sees("Apriamo alle otto.").sees("Apriamo alle nove.");
        // one change at a time: nobody's words are lost to somebody else's
        bea.get(&format!("{path}/modifica")).await.is(200).sees("aspetta di essere riletta").sees(&held);
        change(&bea, &path, "Apriamo alle sette.").await.is(422).sees("aspetta già").sees("Apriamo alle sette.");
        bea.post(&format!("{held}/rilascio"), &[]).await.is(303);
        app.visitor().get(&path).await.is(200).sees("Apriamo alle otto.");
        app.visitor().get(&format!("{path}/versioni")).await.is(200).sees("Apriamo alle nove.").sees("Apriamo alle otto.");
        app.visitor().get("/cerca?q=otto").await.is(200).sees("Orari");
        bea.post(&format!("{held}/rilascio"), &[]).await.is(404);
    }

    async fn a_change_that_came_back_is_gone_on_with(app) {
        let (anna, bea, path) = library(app).await;
        change(&anna, &path, "Apriamo alle otto.").await.is(303);
        let held = waiting(app).await;
        bea.post(&format!("{held}/rinvio"), &[("motivo", "Di quale giorno?")]).await.is(303);
        let number = held.rsplit('/').next().unwrap();
        let again = anna.get(&format!("{path}/modifica?ripresa={number}")).await.is(200);
        assert!(again.text.contains("Apriamo alle otto.</textarea>"), "{}", again.text);
        let moved = anna.get(&format!("/post/nuovo?ripresa={number}")).await.is(303).location();
        assert_eq!(moved, format!("{path}/modifica?ripresa={number}"), "a change is never published as a post of its own");
        bea.get(&format!("{path}/modifica?ripresa={number}")).await.is(404);
        let (key, version) = (again.field("chiave"), again.field("versione"));
        let fields = [("titolo", "Orari"), ("testo", "Lunedì apriamo alle otto."), ("azione", "pubblica"), ("chiave", &key), ("versione", &version)];
        app.run_jobs().await;
        let already = app.mails().len();
        anna.post(&format!("{path}/modifica"), &fields).await.is(303);
        anna.post(&format!("{path}/modifica"), &fields).await.is(303);
        app.run_jobs().await;
        assert_eq!(app.mails().len(), already + 1, "a double click is told once");
        let held = waiting(app).await;
        bea.post(&format!("{held}/rilascio"), &[]).await.is(303);
        app.visitor().get(&path).await.is(200).sees("Lunedì apriamo alle otto.");
        app.run_jobs().await;
    }

    async fn a_change_of_what_has_gone_meanwhile_is_not_let_through(app) {
        let (anna, bea, path) = library(app).await;
        change(&anna, &path, "Apriamo alle otto.").await.is(303);
        let held = waiting(app).await;
        anna.post(&format!("{path}/cancellazione"), &[]).await.is(303);
        bea.get(&held).await.is(200);
        bea.post(&format!("{held}/rilascio"), &[]).await.is(409).sees("rimanda indietro");
        bea.post(&format!("{held}/rinvio"), &[("motivo", "Il post non c’è più")]).await.is(303);
        app.run_jobs().await;
    }

    /// Programs speak for persons, never for pages.
    async fn a_program_cannot_change_it_at_all(app) {
        let (anna, _, path) = library(app).await;
        let (token, _, _) = tokens(app, &anna, "write:statuses").await;
        let number = path.rsplit('/').next().unwrap();
        ask(app, Method::PATCH, &format!("/api/dedalus/v1/posts/{number}"), Some(&token), Some(json!({"text": "Chiuso."}))).await.is(404);
        app.visitor().get(&path).await.is(200).sees("Apriamo alle nove.");
    }

    async fn a_sentence_about_what_was_done_waits_for_a_page(app) {
        app.new_person("anna", Tier::Registered).await;
        let anna = app.sign_in("anna").await;
        anna.get("/").await.is(200);
        anna.post("/bozze", &[("testo", "Un pensiero"), ("luogo", "")]).await.is(303);
        anna.post("/bozze/scarto", &[("luogo", "")]).await.is(303);
        // what the page that is left still asks for takes nothing away: pictures, parts, what a script keeps
        anna.get("/robots.txt").await.is(200);
        let asked = anna.request(Method::GET, "/io/avvisi").header("sec-fetch-mode", "cors").body(axum::body::Body::empty()).unwrap();
        anna.send(asked).await.is(200);
        anna.get("/post/nuovo").await.is(200).sees("Bozza scartata");
        anna.get("/post/nuovo").await.is(200).misses("Bozza scartata");
    }
}
