//! Requests as the office meets them: the inbox, the moves, the counter, the telephone; and what the citizen says of it.

use dedalus::identity::{Membership, Role, Tier};
use kit::clock::DAY;
use kit::db::Value;

use crate::requests::{LAMP, and, begin, letters, number, report, with_categories};
use crate::support::{TestApp, decode_quoted_printable};
use crate::town_tests;

async fn works(app: &TestApp, sql: &'static str, values: Vec<Value>) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, values).await.unwrap();
    n
}

async fn ask_jobs(app: &TestApp) {
    app.app
        .db
        .write(async |tx| {
            kit::jobs::enqueue(tx, kit::jobs::NewJob::new("request.ask", serde_json::json!({}))).await?;
            Ok(())
        })
        .await
        .unwrap();
    app.run_jobs().await;
}

town_tests! {
    async fn the_office_takes_asks_plans_and_answers_and_the_citizen_reads_each_step(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let receipt = report(&anna, LAMP).await;
        let at = number(&receipt);
        let olga = app.staff("olga", Role::Officer).await;
        olga.get("/segreteria/richieste").await.is(200).sees("Lampione spento").sees("ancora nessuno");
        let desk = format!("/segreteria/richieste/{at}");
        olga.get(&desk).await.is(200).sees("anna@example.org").sees("Prendi in carico");
        olga.post(&format!("{desk}/stato"), &[("stato", "taken")]).await.is(303);
        // A move that the table does not know, and one without its words.
        olga.post(&format!("{desk}/stato"), &[("stato", "confirmed")]).await.is(422).sees("questo passo non è possibile");
        olga.post(&format!("{desk}/stato"), &[("stato", "asked")]).await.is(422).sees("Scrivi il perché");
        olga.post(&format!("{desk}/stato"), &[("stato", "no_action"), ("parole", "")]).await.is(422);
        olga.post(&format!("{desk}/stato"), &[("stato", "asked"), ("parole", "Solo il primo palo?")]).await.is(303);
        app.run_jobs().await;
        let mail = decode_quoted_printable(&app.mails().pop().unwrap());
        assert!(mail.contains("Solo il primo palo?") && mail.contains("/ricevute/"), "{mail}");
        app.visitor().get(&format!("/segnalazioni/{at}")).await.is(200).sees("chi ha segnalato").sees("Solo il primo palo?");
        anna.get(&format!("{receipt}/segnalazione")).await.is(200).sees("Rispondi all’ufficio");
        anna.post(&format!("{receipt}/commenti"), &[("testo", "Sì, solo quello.")]).await.is(303);
        app.visitor().get(&format!("/segnalazioni/{at}")).await.is(200).sees("Presa in carico").sees("Sì, solo quello.");
        olga.post(&format!("{desk}/stato"), &[("stato", "planned"), ("parole", "Martedì mattina")]).await.is(303);
        olga.post(&format!("{desk}/commenti"), &[("testo", "Chiamare la ditta Zeta"), ("chi-legge", "ufficio")]).await.is(303);
        olga.post(&format!("{desk}/stato"), &[("stato", "solved"), ("parole", "Cambiato il cavo.")]).await.is(303);
        let page = app.visitor().get(&format!("/segnalazioni/{at}")).await.is(200);
        let page = page.sees("Risposta ufficiale").sees("Cambiato il cavo.").sees("Martedì mattina");
        assert!(!page.text.contains("Zeta"), "an internal note stays inside");
        olga.get(&desk).await.is(200).sees("Zeta");
        app.run_jobs().await;
        // How it went, once.
        anna.post(&format!("{receipt}/valutazione"), &[]).await.is(422).sees("tre facce");
        anna.post(&format!("{receipt}/valutazione"), &[("esito", "bene"), ("perche", "Veloci")]).await.is(303);
        anna.post(&format!("{receipt}/valutazione"), &[("esito", "male")]).await.is(409);
        assert_eq!(works(app, "select count(*) as n from request_receipt where rating = 'bene'", vec![]).await, 1);
        assert!(works(app, "select count(*) as n from audit where act = 'request.moved'", vec![]).await >= 4);
        app.run_jobs().await;
    }

    async fn after_four_weeks_a_no_opens_it_again_with_its_number(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let receipt = report(&anna, LAMP).await;
        let at = number(&receipt);
        let olga = app.staff("olga", Role::Officer).await;
        olga.post(&format!("/segreteria/richieste/{at}/stato"), &[("stato", "solved"), ("parole", "Fatto")]).await.is(303);
        app.run_jobs().await;
        anna.post(&format!("{receipt}/verifica"), &[("funziona", "no")]).await.is(409);
        ask_jobs(app).await;
        app.clock.advance(28 * DAY);
        ask_jobs(app).await;
        ask_jobs(app).await;
        assert_eq!(letters(app, "Funziona ancora?"), 1, "asked once");
        anna.get(&format!("{receipt}/segnalazione")).await.is(200).sees("È davvero risolto?");
        anna.post(&format!("{receipt}/verifica"), &[("funziona", "no"), ("cosa", "È di nuovo buio")]).await.is(303);
        app.visitor().get(&format!("/segnalazioni/{at}")).await.is(200).sees("Riaperta").sees("È di nuovo buio");
        let olga = app.sign_in("olga").await;
        olga.get("/segreteria/richieste?stato=aperte").await.is(200).sees(&at);
        app.run_jobs().await;
    }

    async fn another_office_gets_it_and_the_first_one_finds_it_no_more(app) {
        with_categories(app).await;
        let works_office = app.office("lavori").await;
        let anna = app.person("anna").await;
        let at = number(&report(&anna, LAMP).await);
        let olga = app.staff("olga", Role::Officer).await;
        let rita = app.new_person("rita", Tier::Registered).await;
        app.app.db.write(async |tx| Membership::begin(tx, rita, works_office.id, Role::Officer, None).await).await.unwrap();
        let rita = app.sign_in("rita").await;
        rita.get(&format!("/segreteria/richieste/{at}")).await.is(404);
        rita.get("/segreteria/richieste").await.is(200).misses(&at);
        olga.post(&format!("/segreteria/richieste/{at}/passaggio"), &[("ufficio", "lavori"), ("motivo", "")]).await.is(422);
        let gone = olga.post(&format!("/segreteria/richieste/{at}/passaggio"), &[("ufficio", "lavori"), ("motivo", "È roba loro")]).await.is(303);
        assert_eq!(gone.location(), "/segreteria/richieste");
        olga.get(&format!("/segreteria/richieste/{at}")).await.is(404);
        olga.post(&format!("/segreteria/richieste/{at}/stato"), &[("stato", "taken")]).await.is(404);
        rita.get(&format!("/segreteria/richieste/{at}")).await.is(200);
        app.visitor().get(&format!("/segnalazioni/{at}")).await.is(200).sees("Ufficio lavori").sees("È roba loro");
        rita.get("/segreteria/richieste.csv").await.is(200).sees(&at);
        anna.get("/segreteria/richieste").await.is(403);
        app.run_jobs().await;
    }

    async fn two_that_are_one_are_merged_and_split_again(app) {
        with_categories(app).await;
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let one = number(&report(&anna, LAMP).await);
        let two_receipt = report(&ugo, &and(LAMP, &[("titolo", "Buio sulla Serpentina")])).await;
        let two = number(&two_receipt);
        let olga = app.staff("olga", Role::Officer).await;
        olga.get(&format!("/segreteria/richieste/{two}")).await.is(200).sees(&one);
        let desk = format!("/segreteria/richieste/{two}");
        olga.post(&format!("{desk}/unione"), &[("numero", "W-2028-9999")]).await.is(422).sees("Non c’è una richiesta");
        olga.post(&format!("{desk}/unione"), &[("numero", &two)]).await.is(422).sees("non si possono unire");
        olga.post(&format!("{desk}/unione"), &[("numero", &one)]).await.is(303);
        olga.post(&format!("/segreteria/richieste/{one}/unione"), &[("numero", &two)]).await.is(422);
        app.visitor().get(&format!("/segnalazioni/{two}")).await.is(200).sees("Già segnalata").sees(&one);
        app.visitor().get(&format!("/segnalazioni/{one}")).await.is(200).sees(&two);
        olga.post(&format!("/segreteria/richieste/{one}/stato"), &[("stato", "solved"), ("parole", "Tutto acceso")]).await.is(303);
        app.run_jobs().await;
        assert_eq!(letters(app, "Tutto acceso"), 2, "one answer reaches all");
        olga.post(&format!("{desk}/separazione"), &[]).await.is(303);
        app.visitor().get(&format!("/segnalazioni/{two}")).await.is(200).misses("Già segnalata");
        olga.post(&format!("{desk}/separazione"), &[]).await.is(422);
        app.run_jobs().await;
    }

    async fn a_question_by_telephone_is_answered_at_once_and_its_receipt_printed(app) {
        with_categories(app).await;
        app.new_person("bruno", Tier::Registered).await;
        let pia = app.staff("pia", Role::Operator).await;
        let form = pia.get("/segreteria/richieste/nuova").await.is(200);
        let once = form.field("chiave");
        pia.post("/segreteria/richieste/nuova", &[("chiave", &once), ("chi", "bruno@example.org"), ("cerca", "1"), ("titolo", "Orari")]).await
            .is(200).sees("Bruno Prova").sees("Orari");
        let fields = [("chiave", once.as_str()), ("canale", "telephone"), ("chi", "Bruno Ottantuno"), ("telefono", "091 1"), ("tipo", "domanda"),
            ("ufficio", "urp"), ("titolo", "Orari dell'anagrafe"), ("dettagli", "Quando apre?"), ("risposta", "Dalle 9 alle 13.")];
        pia.post("/segreteria/richieste/nuova", &and(&fields, &[("canale", "")])).await.is(422).sees("Scegli una voce");
        let receipt = pia.post("/segreteria/richieste/nuova", &fields).await.is(303).location();
        assert_eq!(receipt, "/segreteria/richieste/T-2028-0001/ricevuta");
        assert_eq!(pia.post("/segreteria/richieste/nuova", &fields).await.is(303).location(), receipt, "a double click is one request");
        pia.get(&receipt).await.is(200).sees("T-2028-0001").sees("Bruno Ottantuno").sees("Dalle 9 alle 13.");
        pia.get("/segreteria/richieste/T-2028-0001").await.is(200).sees("Risposta data").sees("Telefono");
        app.visitor().get("/segnalazioni/T-2028-0001").await.is(404);
        // Somebody with an account gets it among their own.
        let person = works(app, "select id as n from person where handle = 'bruno'", vec![]).await.to_string();
        let counter = and(&fields, &[("chiave", "altra"), ("canale", "counter"), ("persona", &person), ("risposta", "")]);
        let receipt = pia.post("/segreteria/richieste/nuova", &counter).await.is(303).location();
        assert_eq!(receipt, "/segreteria/richieste/S-2028-0001/ricevuta");
        app.sign_in("bruno").await.get("/io/segnalazioni").await.is(200).sees("S-2028-0001");
        assert_eq!(works(app, "select count(*) as n from audit where act = 'request.entered'", vec![]).await, 2);
        app.run_jobs().await;
    }

    async fn reading_what_is_private_leaves_a_row_in_the_audit(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let at = number(&report(&anna, &and(LAMP, &[("riservata", "si")])).await);
        let olga = app.staff("olga", Role::Officer).await;
        olga.get(&format!("/segreteria/richieste/{at}")).await.is(200);
        assert_eq!(works(app, "select count(*) as n from audit where act = 'request.read'", vec![]).await, 1);
        app.run_jobs().await;
    }

    async fn who_holds_the_receipt_takes_back_what_is_not_done(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let receipt = report(&anna, LAMP).await;
        anna.get(&format!("{receipt}/ritiro")).await.is(200).sees("Vuoi ritirare");
        anna.post(&format!("{receipt}/ritiro"), &[]).await.is(303);
        anna.post(&format!("{receipt}/ritiro"), &[]).await.is(409);
        app.visitor().get(&format!("/segnalazioni/{}", number(&receipt))).await.is(200).sees("Ritirata");
        let draft = begin(&anna, "elogio").await;
        anna.post(&draft, &[("ufficio", "urp"), ("titolo", "Grazie davvero"), ("dettagli", "Siete stati gentili e veloci.")]).await.is(303);
        app.run_jobs().await;
    }
}
