//! Who keeps a place takes away what somebody else said: with a reason, a letter and an appeal; what is refused is told.

use dedalus::identity::{Role, Tier};
use kit::clock::DAY;
use kit::jobs::{NewJob, enqueue};

use crate::posts::{number, write};
use crate::square::{announce, comment, say};
use crate::support::{TestApp, decode_quoted_printable};
use crate::town_tests;

fn letters(app: &TestApp, to: &str, words: &str) -> usize {
    app.mails().iter().map(|mail| decode_quoted_printable(mail)).filter(|mail| mail.contains(to) && mail.contains(words)).count()
}

const WHY: [(&str, &str); 2] = [("regola", "pubblicita"), ("fatti", "È la stessa pubblicità di ieri.")];

town_tests! {
    async fn an_editor_removes_a_comment_with_a_reason_and_the_appeal_brings_it_back_weeks_later(app) {
        let (elena, anna) = (app.editor("elena", &["comune"]).await, app.person("anna").await);
        let post = announce(&elena, "comune", "Orari nuovi", "Da lunedì.").await;
        let said = comment(&anna, &post, "Torta di mele a domicilio").await.is(303);
        let path = format!("/post/{}", said.header("location").split("#c").nth(1).unwrap());
        let away = format!("{path}/cancellazione");
        elena.get(&away).await.is(200).sees("Che cosa è successo").sees("può fare ricorso");
        elena.post(&away, &[("regola", "pubblicita"), ("fatti", "no")]).await.is(422).sees("ha diritto di saperlo");
        elena.post(&away, &[("regola", ""), ("fatti", WHY[1].1)]).await.is(422).sees("Scegli un motivo.").sees(WHY[1].1);
        app.visitor().get(&post).await.is(200).sees("Torta di mele");
        elena.post(&away, &WHY).await.is(303);
        app.run_jobs().await;
        app.visitor().get(&post).await.is(200).misses("Torta di mele").misses("stessa pubblicità");
        assert_eq!(letters(app, "anna@example.org", WHY[1].1), 1);
        anna.get("/io/avvisi").await.is(200).sees("ha preso una decisione che ti riguarda");

        // ---- the words wait for the appeal, which somebody else decides
        app.clock.advance(20 * DAY);
        app.app.db.write(async |tx| enqueue(tx, NewJob::new("social.sweep", serde_json::json!({}))).await.map(drop)).await.unwrap();
        app.run_jobs().await;
        let anna = app.sign_in("anna").await;
        let statement = format!("/io/decisioni/{}", number(app, "select id as n from decision").await);
        anna.get(&statement).await.is(200).sees(WHY[1].1);
        anna.post(&format!("{statement}/ricorso"), &[("testo", "Era una ricetta, non la vendo a nessuno.")]).await.is(303);
        let pina = app.staff("pina", Role::Operator).await;
        let appeal = format!("/segreteria/moderazione/ricorsi/{}", number(app, "select id as n from appeal").await);
        pina.get(&appeal).await.is(200).sees("Torta di mele");
        pina.post(&format!("{appeal}/decisione"), &[("esito", "accolto"), ("testo", "È una ricetta, e si capisce.")]).await.is(303);
        app.visitor().get(&post).await.is(200).sees("Torta di mele").sees("Un commento");
        app.visitor().get("/cerca?q=mele").await.is(200).sees("domicilio");
        app.run_jobs().await;
    }

    async fn who_removed_it_brings_it_back_and_its_author_reads_so(app) {
        let (elena, anna) = (app.editor("elena", &["comune"]).await, app.person("anna").await);
        let post = announce(&elena, "comune", "Orari nuovi", "Da lunedì.").await;
        let said = comment(&anna, &post, "Torta di mele a domicilio").await.is(303);
        let path = format!("/post/{}", said.header("location").split("#c").nth(1).unwrap());
        elena.post(&format!("{path}/cancellazione"), &WHY).await.is(303);
        anna.post(&format!("{path}/ripristino"), &[]).await.is(404);
        elena.post(&format!("{path}/ripristino"), &[]).await.is(303);
        app.run_jobs().await;
        app.visitor().get(&post).await.is(200).sees("Torta di mele").sees("Un commento");
        assert_eq!(letters(app, "anna@example.org", "ci ha ripensato"), 1);
        assert_eq!(number(app, "select count(*) as n from decision where lifted_at is null").await, 0);
        // What one takes back oneself needs no reason, and is no decision.
        anna.post(&format!("{path}/cancellazione"), &[]).await.is(303);
        assert_eq!(number(app, "select count(*) as n from decision").await, 1);
        app.run_jobs().await;
    }

    async fn who_waited_and_was_refused_is_told(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let post = say(&anna, "Che ne dite del porto?").await;
        write(app, "update post set replies = 'approval'", vec![]).await;
        let said = comment(&bruno, &post, "Non mi piace per niente").await.is(303);
        let id = said.header("location").split("#c").nth(1).unwrap().to_owned();
        anna.post(&format!("{post}/da-approvare/rifiuto"), &[("commento", &id)]).await.is(303);
        app.run_jobs().await;
        bruno.get("/io/avvisi").await.is(200).sees("non è stato approvato").misses("Anna Prova");
        anna.get("/io/avvisi").await.is(200).misses("non è stato approvato");
    }

    async fn who_is_sent_away_or_given_a_role_is_told_and_reads_why_wherever_the_place_is(app) {
        app.new_person("anna", Tier::Verified).await;
        let (anna, bruno, carla) = (app.sign_in("anna").await, app.person("bruno").await, app.person("carla").await);
        let form = [("nome", "I remi"), ("nickname", "remi"), ("scopo", "Per chi rema."), ("tipo", "secret"), ("argomento", "sport"), ("luogo", ""), ("regole", "")];
        anna.post("/comunita", &form).await.is(303);
        write(app, "insert into community_member (community_id, person_id, role, state, words, created_at)
                    select k.id, p.id, 'member', 'member', '', 1 from community k, person p where p.handle in ('bruno', 'carla')", vec![]).await;
        let b = number(app, "select id as n from person where handle = 'bruno'").await;
        let c = number(app, "select id as n from person where handle = 'carla'").await;
        anna.post(&format!("/comunita/remi/persone/{c}/ruolo"), &[("ruolo", "moderator")]).await.is(303);
        anna.post(&format!("/comunita/remi/persone/{b}/allontanamento"), &[("motivo", "Hai venduto i remi di tutti.")]).await.is(303);
        app.run_jobs().await;
        carla.get("/io/avvisi").await.is(200).sees("Ora tieni la comunità «I remi»");
        bruno.get("/comunita/remi").await.is(404);
        bruno.get("/io/avvisi").await.is(200).sees("Non fai più parte di una comunità").misses("Anna Prova");
        assert_eq!(letters(app, "bruno@example.org", "Hai venduto i remi di tutti."), 1);

        let root = app.staff("root", Role::System).await;
        let id = number(app, "select id as n from community").await;
        root.post(&format!("/amministrazione/comunita/{id}/chiusura"), &[("motivo", "Vendita di biglietti falsi")]).await.is(303);
        app.run_jobs().await;
        assert_eq!(letters(app, "anna@example.org", "biglietti falsi") + letters(app, "carla@example.org", "biglietti falsi"), 2);
        carla.get("/io/avvisi").await.is(200).sees("Una comunità che tieni è stata chiusa");
        app.run_jobs().await;
    }
}
