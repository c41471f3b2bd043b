//! Faults that the model and the search for leaks found, and some that were known: each mended, each with its test.

use dedalus::identity::{PersonId, Role, Tier};
use kit::args;
use kit::clock::{DAY, HOUR};

use crate::posts::tell;
use crate::square::{announce, comment, say};
use crate::support::{TestApp, Visitor};
use crate::town_tests;

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

async fn id_of(app: &TestApp, handle: &str) -> PersonId {
    let (id,): (PersonId,) = app.app.db.one("select id from person where handle = $1", args![handle]).await.unwrap();
    id
}

async fn circle<'t>(app: &'t TestApp, kind: &str) -> Visitor<'t> {
    app.new_person("anna", Tier::Verified).await;
    let anna = app.sign_in("anna").await;
    let form = [
        ("nome", "I remi"),
        ("nickname", "remi"),
        ("scopo", "Per chi rema."),
        ("tipo", kind),
        ("argomento", "sport"),
        ("luogo", ""),
        ("regole", ""),
    ];
    anna.post("/comunita", &form).await.is(303);
    anna
}

/// The comment that was just written.
async fn newest(app: &TestApp) -> String {
    number(app, "select max(id) as n from post where parent_id is not null").await.to_string()
}

async fn decide(who: &Visitor<'_>, app: &TestApp, action: &str, days: &str) -> i64 {
    let matter = number(app, "select max(id) as n from matter where closed_at is null").await;
    let form = [("azione", action), ("regola", "offese"), ("fatti", "Non si parla così in piazza."), ("durata", days)];
    who.post(&format!("/segreteria/moderazione/{matter}/decisione"), &form).await.is(303);
    number(app, "select max(id) as n from decision").await
}

town_tests! {
    async fn a_tombstone_stands_for_those_alone_who_could_read_what_stood_there(app) {
        let anna = circle(app, "secret").await;
        let post = tell(&anna, "Si rema di notte", &[("comunita", "remi"), ("voce", "io"), ("risposte", "tutti")]).await.is(303).location();
        comment(&anna, &post, "E piano").await.is(303);
        let answer = format!("/post/{}", newest(app).await);
        let (nobody, bruno) = (app.visitor(), app.person("bruno").await);
        let never = nobody.get("/post/1834000000000000").await.is(404).text.replace("1834000000000000", "…");
        for path in [&post, &answer] {
            let number = path.trim_start_matches("/post/");
            assert_eq!(nobody.get(path).await.is(404).text.replace(number, "…"), never, "{path}");
        }
        anna.post(&format!("{answer}/cancellazione"), &[]).await.is(303);
        anna.post(&format!("{post}/cancellazione"), &[]).await.is(303);
        for path in [&post, &answer] {
            let number = path.trim_start_matches("/post/");
            assert_eq!(nobody.get(path).await.is(404).text.replace(number, "…"), never, "{path}");
            bruno.get(path).await.is(404).misses("Anna Prova");
        }
        anna.get(&post).await.is(410).sees("Anna Prova");
        app.run_jobs().await;
    }

    async fn what_waits_for_the_author_and_for_moderation_waits_for_both(app) {
        let (lia, bruno) = (app.person("lia").await, app.person("bruno").await);
        let (pina, sara) = (app.staff("pina", Role::Operator).await, app.staff("sara", Role::System).await);
        sara.post("/segreteria/regole-di-moderazione/frasi", &[("frase", "sardina fritta"), ("effetto", "trattieni"), ("avviso", "")]).await.is(303);
        let post = tell(&lia, "Che si mangia?", &[("voce", "io"), ("risposte", "approvazione")]).await.is(303).location();
        comment(&bruno, &post, "Io prendo la sardina fritta").await.is(303);
        let id = newest(app).await;
        let waiting = format!("{post}/da-approvare");
        lia.get(&waiting).await.is(200).misses("sardina fritta");
        decide(&pina, app, "niente", "").await;
        app.visitor().get(&post).await.is(200).misses("sardina fritta").sees("Nessun commento");
        app.run_jobs().await;
        lia.get(&waiting).await.is(200).sees("sardina fritta");
        lia.get("/io/avvisi").await.is(200).sees("Che si mangia?");
        lia.post(&format!("{waiting}/approvazione"), &[("commento", &id)]).await.is(303);
        app.visitor().get(&post).await.is(200).sees("sardina fritta").sees("Un commento");
        // What its author let in once moderation lets in alone.
        let edit = bruno.get(&format!("/post/{id}/modifica")).await.is(200);
        let form = [("testo", "Io prendo due volte la sardina fritta"), ("versione", &edit.field("versione")), ("azione", "pubblica")];
        bruno.post(&format!("/post/{id}/modifica"), &form).await.is(303);
        app.visitor().get(&post).await.is(200).misses("sardina fritta").sees("Nessun commento");
        decide(&pina, app, "niente", "").await;
        app.visitor().get(&post).await.is(200).sees("due volte la sardina fritta").sees("Un commento");
        app.run_jobs().await;
    }

    async fn a_refused_answer_is_taken_away_like_any_other(app) {
        let (lia, bruno) = (app.person("lia").await, app.person("bruno").await);
        let post = tell(&lia, "Che si mangia?", &[("voce", "io"), ("risposte", "approvazione")]).await.is(303).location();
        comment(&bruno, &post, "Niente").await.is(303);
        let id = newest(app).await;
        lia.post(&format!("{post}/da-approvare/rifiuto"), &[("commento", &id)]).await.is(303);
        assert_eq!(number(app, "select count(*) as n from event where kind = 'comment.deleted'").await, 1);
        assert_eq!(number(app, "select count(*) as n from event where kind = 'comment.refused'").await, 0);
        app.run_jobs().await;
    }

    async fn who_is_suspended_again_by_hand_is_not_let_in_when_the_first_time_is_over(app) {
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let (pina, root) = (app.staff("pina", Role::Operator).await, app.staff("root", Role::System).await);
        let post = say(&ugo, "Sei una zucchina").await;
        anna.post(&format!("{post}/abuso"), &[("motivo", "offese"), ("parole", "")]).await.is(303);
        decide(&pina, app, "sospendi", "3").await;
        app.run_jobs().await;
        let path = format!("/amministrazione/persone/{}", id_of(app, "ugo").await);
        root.post(&format!("{path}/riattivazione"), &[]).await.is(303);
        app.run_jobs().await;
        app.clock.advance(HOUR);
        app.sign_in("root").await.post(&format!("{path}/sospensione"), &[("motivo", "Non è lui")]).await.is(303);
        app.clock.advance(4 * DAY);
        app.run_jobs().await;
        let (state,): (String,) = app.app.db.one("select state from person where handle = $1", args!["ugo"]).await.unwrap();
        assert_eq!(state, "suspended");
    }

    async fn a_community_is_never_without_somebody_who_keeps_it(app) {
        let anna = circle(app, "secret").await;
        let bruno = app.person("bruno").await;
        anna.post("/comunita/remi/inviti", &[("chi", "bruno")]).await.is(303);
        anna.post("/comunita/remi/uscita", &[]).await.is(303);
        // The last one out turned off the light; who was invited finds the house empty, and keeps it.
        bruno.post("/comunita/remi/iscrizione", &[]).await.is(303);
        bruno.post("/comunita/remi/risveglio", &[]).await.is(303);
        tell(&bruno, "Si ricomincia", &[("comunita", "remi"), ("voce", "io"), ("risposte", "tutti")]).await.is(303);
        app.run_jobs().await;
    }

    async fn a_community_counts_what_stands_in_it(app) {
        let anna = circle(app, "open").await;
        let (bruno, pina) = (app.person("bruno").await, app.staff("pina", Role::Operator).await);
        bruno.post("/comunita/remi/iscrizione", &[]).await.is(303);
        let post = tell(&bruno, "Si rema domani", &[("comunita", "remi"), ("voce", "io"), ("risposte", "tutti")]).await.is(303).location();
        let said = async || number(app, "select post_count as n from community").await;
        assert_eq!(said().await, 1);
        anna.post(&format!("{post}/abuso"), &[("motivo", "offese"), ("parole", "")]).await.is(303);
        let decision = decide(&pina, app, "nascondi", "").await;
        assert_eq!(said().await, 0);
        bruno.post(&format!("{post}/cancellazione"), &[]).await.is(303);
        bruno.post(&format!("{post}/ripristino"), &[]).await.is(303);
        assert_eq!(said().await, 0);
        pina.post(&format!("/segreteria/moderazione/decisioni/{decision}/annullamento"), &[("motivo", "Uno sbaglio.")]).await.is(303);
        assert_eq!(said().await, 1);
        app.run_jobs().await;
    }

    async fn an_answer_that_waited_is_news_when_it_is_let_in(app) {
        let edo = app.editor("edo", &["biblioteca"]).await;
        let post = announce(&edo, "biblioteca", "Orari", "Dalle nove.").await;
        let page = app.visitor().get(&post).await.is(200).text;
        assert!(page.contains(&format!("{post}/diretta?da=0\"")), "nothing was said yet");
        app.run_jobs().await;
    }
}
