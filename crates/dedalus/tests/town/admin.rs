//! Administration: who may enter, what each form refuses, what each change leaves in the record.

use dedalus::identity::{Role, Tier};
use http::StatusCode;
use kit::args;

use crate::support::{PASSWORD, TestApp};
use crate::town_tests;

/// Every address that only reads.
const PLACES: &[&str] = &[
    "/amministrazione",
    "/amministrazione/lavori",
    "/amministrazione/lavori.csv",
    "/amministrazione/posta",
    "/amministrazione/posta.csv",
    "/amministrazione/registro",
    "/amministrazione/registro.csv",
    "/amministrazione/chiarezza",
    "/amministrazione/chiarezza.csv",
    "/amministrazione/chiarezza/parole",
    "/amministrazione/persone",
    "/amministrazione/persone.csv",
    "/amministrazione/persone/nuova",
    "/amministrazione/pagine",
    "/amministrazione/pagine.csv",
    "/amministrazione/pagine/nuova",
    "/amministrazione/pagine/biblioteca",
    "/amministrazione/pagine/biblioteca/chiusura",
    "/amministrazione/uffici",
    "/amministrazione/uffici.csv",
    "/amministrazione/uffici/nuovo",
    "/amministrazione/uffici/urp",
    "/amministrazione/uffici/urp/chiusura",
];

const OFFICE: &[(&str, &str)] = &[
    ("nome", "Lavori pubblici"),
    ("slug", ""),
    ("tipo", "ordinary"),
    ("scopo", "Strade, scuole, lampioni."),
    ("indirizzo", "Via Garibaldi 1"),
    ("telefono", "091 111 1111"),
    ("email", "lavori@comune.termini.example"),
    ("responsabile", "@anna"),
    ("padre", ""),
    ("posizione", "3"),
    ("orario-1", "9:00–13:30, 15–17"),
    ("orario-3", "8.30-12"),
];

const PAGE: &[(&str, &str)] = &[
    ("nome", "Polizia locale"),
    ("nickname", ""),
    ("sigla", "pl"),
    ("colore", "terra"),
    ("bio", "Viabilità, sosta, sicurezza."),
    ("ufficio", ""),
    ("copertina", "navetta.svg"),
    ("posizione", ""),
];

fn with<'a>(form: &[(&'a str, &'a str)], field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let others = form.iter().filter(|(name, _)| *name != field).copied();
    others.chain([(field, value)]).collect()
}

/// The acts in the record, by name. Towns of other tests have clocks of their own, so numbers do not tell what came first.
async fn acts(app: &TestApp) -> Vec<String> {
    let rows: Vec<(String,)> = app.app.db.all("select act from audit order by act, id", vec![]).await.unwrap();
    rows.into_iter().map(|(act,)| act).collect()
}

/// What an act that happened once changed.
async fn change(app: &TestApp, act: &str) -> (String, String) {
    let found: Vec<(Option<String>, Option<String>)> =
        app.app.db.all("select before_value, after_value from audit where act = $1", args![act]).await.unwrap();
    let [(before, after)] = found.as_slice() else { panic!("{act}: {found:?}") };
    (before.clone().unwrap_or_default(), after.clone().unwrap_or_default())
}

async fn membership_of(app: &TestApp, person: dedalus::identity::PersonId) -> i64 {
    let (id,): (i64,) =
        app.app.db.one("select id from membership where person_id = $1 order by id desc limit 1", args![person]).await.unwrap();
    id
}

town_tests! {
    async fn only_who_keeps_the_system_may_enter(app) {
        let root = app.staff("root", Role::System).await;
        app.page("biblioteca").await;
        let anna = app.staff("anna", Role::Manager).await;
        let visitor = app.visitor();
        for place in PLACES {
            root.get(place).await.is(200);
            anna.get(place).await.is(403).sees("Qui non puoi entrare");
            let asked = visitor.get(place).await.is(303);
            assert!(asked.location().starts_with("/accedi?torna="), "{place}");
        }
        anna.post("/amministrazione/uffici/nuovo", OFFICE).await.is(403);
        anna.post("/amministrazione/posta/prova", &[]).await.is(403);
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn a_person_is_invited_chooses_a_password_and_has_the_role(app) {
        let root = app.staff("root", Role::System).await;
        let office = app.office("urp").await.id.to_string();
        let form = [("nome", "Carmela Sottile"), ("nickname", "carmela"), ("email", "carmela@example.org"), ("lingua", "it"), ("ruolo", "operator"), ("ufficio", &office)];
        let invited = root.post("/amministrazione/persone/nuova", &form).await.is(303);
        let page = root.get(&invited.location()).await.is(200).sees("Carmela Sottile").sees("L’invito è in partenza").sees("in attesa della password").sees("Operatore");
        assert!(page.text.contains("Manda di nuovo l’invito"));
        app.run_jobs().await;
        let link = app.link_in_mail();
        root.post(&format!("{}/invito", invited.location()), &[]).await.is(303);
        app.run_jobs().await;
        let carmela = app.visitor();
        app.clock.advance(6 * 24 * kit::clock::HOUR);
        carmela.post(&link, &[("password", "cinque gabbiani sul molo"), ("privacy", "si")]).await.is(303);
        app.run_jobs().await;
        carmela.get("/io").await.is(200).sees("Operatore");
        assert_eq!(acts(app).await, ["membership.begun", "person.invitation_sent", "person.invited", "person.password_reset"]);

        // Who has a password needs no invitation, and a faulty form keeps what was typed.
        root.post(&format!("{}/invito", invited.location()), &[]).await.is(409).sees("ha già una password");
        let taken = root.post("/amministrazione/persone/nuova", &with(&form, "nickname", "carmela2")).await.is(422);
        assert_eq!(taken.field("nome"), "Carmela Sottile");
        assert!(taken.text.contains("id=\"email-errore\""));
        let half = root.post("/amministrazione/persone/nuova", &with(&with(&form, "email", "altra@example.org"), "ufficio", "")).await.is(422);
        assert!(half.text.contains("id=\"ufficio-errore\""));
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn a_role_begins_once_and_ends_after_being_asked(app) {
        let root = app.staff("root", Role::System).await;
        let anna = app.new_person("anna", Tier::Registered).await;
        let office = app.office("urp").await.id.to_string();
        let page = format!("/amministrazione/persone/{anna}");
        root.post(&format!("{page}/ruoli"), &[("ruolo", "editor"), ("ufficio", &office)]).await.is(303);
        root.post(&format!("{page}/ruoli"), &[("ruolo", "editor"), ("ufficio", &office)]).await.is(422).sees("Ha già questo ruolo");
        root.post(&format!("{page}/ruoli"), &[("ruolo", ""), ("ufficio", "7")]).await.is(422).sees("Scegli un ruolo.").sees("Scegli un ufficio");
        let ending = format!("/amministrazione/ruoli/{}/fine", membership_of(app, anna).await);
        root.get(&ending).await.is(200).sees("Finisce il ruolo di Anna Prova?").sees("Redattore");
        root.get(&page).await.is(200).sees("in corso");
        root.post(&ending, &[]).await.is(303);
        root.post(&ending, &[]).await.is(404);
        root.get(&ending).await.is(404);
        assert!(!root.get(&page).await.is(200).text.contains("in corso"));
        assert_eq!(change(app, "membership.ended").await, ("editor · Ufficio urp".into(), "".into()));
    }

    async fn the_last_who_keeps_the_system_stays(app) {
        let root = app.staff("root", Role::System).await;
        let root_id = dedalus::identity::Person::by_handle(&app.app.db, "root").await.unwrap().id;
        let ending = format!("/amministrazione/ruoli/{}/fine", membership_of(app, root_id).await);
        root.post(&ending, &[]).await.is(422).sees("È l’ultima persona che amministra il sistema");
        root.post(&format!("/amministrazione/persone/{root_id}/sospensione"), &[("motivo", "prova")]).await.is(422).sees("Non puoi sospendere te");

        // A second one that is suspended does not count.
        let other = app.staff("altro", Role::System).await;
        let other_id = dedalus::identity::Person::by_handle(&app.app.db, "altro").await.unwrap().id;
        root.post(&format!("/amministrazione/persone/{other_id}/sospensione"), &[("motivo", "in ferie")]).await.is(303);
        root.post(&ending, &[]).await.is(422);
        root.post(&format!("/amministrazione/persone/{other_id}/riattivazione"), &[]).await.is(303);
        drop(other);
        root.post(&ending, &[]).await.is(303);
        root.get("/amministrazione").await.is(403);
        app.sign_in("altro").await.get("/amministrazione").await.is(200);
    }

    async fn a_suspended_person_is_out_at_once_and_comes_back(app) {
        let root = app.staff("root", Role::System).await;
        let anna = app.person("anna").await;
        let id = dedalus::identity::Person::by_handle(&app.app.db, "anna").await.unwrap().id;
        let page = format!("/amministrazione/persone/{id}");
        let empty = root.post(&format!("{page}/sospensione"), &[("motivo", "  ")]).await.is(422);
        assert!(empty.text.contains("id=\"motivo-errore\""));
        anna.get("/io").await.is(200);
        root.post(&format!("{page}/sospensione"), &[("motivo", "Insulti ripetuti")]).await.is(303);
        anna.get("/io").await.is(303);
        app.visitor().post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD)]).await.is(422);
        root.get(&page).await.is(200).sees("Insulti ripetuti").sees("Root Prova");
        root.post(&format!("{page}/sospensione"), &[("motivo", "di nuovo")]).await.is(409);
        root.get("/amministrazione/persone?stato=suspended").await.is(200).sees("Anna Prova");
        root.post(&format!("{page}/riattivazione"), &[]).await.is(303);
        app.sign_in("anna").await.get("/io").await.is(200);
        assert_eq!(acts(app).await, ["person.reactivated", "person.suspended"]);
    }

    async fn somebody_is_verified_at_the_counter_and_it_can_be_undone(app) {
        let root = app.staff("root", Role::System).await;
        let id = app.new_person("anna", Tier::Registered).await;
        let page = format!("/amministrazione/persone/{id}");
        let faulty = root.post(&format!("{page}/verifica"), &[]).await.is(422);
        assert!(faulty.text.contains("id=\"documento-errore\""));
        root.post(&format!("{page}/verifica"), &[("documento", "si")]).await.is(303);
        root.get(&page).await.is(200).sees("Verificato allo sportello");
        root.post(&format!("{page}/verifica/ritiro"), &[]).await.is(303);
        assert_eq!(change(app, "person.unverified").await, ("verified".into(), "registered".into()));
    }

    async fn people_are_found_filtered_and_paged(app) {
        let root = app.staff("root", Role::System).await;
        for n in 0..53 {
            app.new_person(&format!("persona{n:02}"), if n == 7 { Tier::Verified } else { Tier::Registered }).await;
        }
        let first = root.get("/amministrazione/persone").await.is(200).sees("54 persone");
        assert_eq!(first.text.matches("data-label=\"Livello\"").count(), 50);
        let next = first.text.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap().split('"').next().unwrap().to_owned();
        let second = root.get(&crate::support::unescape(&next)).await.is(200);
        assert_eq!(second.text.matches("data-label=\"Livello\"").count(), 4);
        assert!(second.text.contains("Torna all’inizio"));
        for (query, count) in [("q=persona07", 1), ("q=PERSONA07%40example", 1), ("q=pers%C3%B3na+0", 0), ("livello=verified", 1), ("ruolo=system", 1), ("q=100%25", 0), ("stato=suspended", 0)] {
            let found = root.get(&format!("/amministrazione/persone?{query}")).await.is(200);
            assert_eq!(found.text.matches("data-label=\"Livello\"").count(), count, "{query}");
        }
        root.get("/amministrazione/persone?q=nessuno").await.is(200).sees("Niente corrisponde");
        let file = root.get("/amministrazione/persone.csv?livello=verified").await.is(200);
        assert_eq!(file.text.lines().count(), 2);
        assert!(file.text.contains("Persona07 Prova,persona07,persona07@example.org"), "{}", file.text);
    }

    async fn an_office_is_made_changed_closed_and_opened_again(app) {
        let root = app.staff("root", Role::System).await;
        app.new_person("anna", Tier::Registered).await;
        let made = root.post("/amministrazione/uffici/nuovo", OFFICE).await.is(303);
        assert_eq!(made.location(), "/amministrazione/uffici/lavori-pubblici");
        let public = app.visitor();
        public.get("/uffici/lavori-pubblici").await.is(200).sees("9:00–13:30, 15:00–17:00").sees("8:30–12:00").sees("Anna Prova");
        let again = root.post("/amministrazione/uffici/nuovo", OFFICE).await.is(422).sees("C’è già un ufficio");
        assert_eq!(again.field("telefono"), "091 111 1111");
        let edit = root.get("/amministrazione/uffici/lavori-pubblici").await.is(200);
        assert_eq!((edit.field("orario-1"), edit.field("responsabile")), ("9:00–13:30, 15:00–17:00".into(), "anna".into()));

        let path = "/amministrazione/uffici/lavori-pubblici";
        let faulty = root.post(path, &with(&with(OFFICE, "orario-3", "13–9"), "responsabile", "chi")).await.is(422).sees("In «13–9» chiude prima di aprire");
        assert!(faulty.text.contains("id=\"orario-3-errore\"") && faulty.text.contains("id=\"responsabile-errore\""));
        assert_eq!(faulty.field("orario-3"), "13–9");
        root.post(path, OFFICE).await.is(303);
        assert_eq!(acts(app).await, ["office.created"], "nothing changed, nothing is noted");
        root.post(path, &with(OFFICE, "telefono", "091 222")).await.is(303);
        assert_eq!(change(app, "office.changed").await, ("telefono: 091 111 1111".into(), "telefono: 091 222".into()));
        public.get("/uffici/lavori-pubblici").await.is(200).sees("091 222");

        root.get(&format!("{path}/chiusura")).await.is(200).sees("Chiudi Lavori pubblici?");
        root.post(&format!("{path}/chiusura"), &[]).await.is(303);
        public.get("/uffici/lavori-pubblici").await.is(404);
        root.get(path).await.is(200).sees("Questo ufficio è chiuso");
        root.get("/amministrazione/uffici?stato=chiuse").await.is(200).sees("Lavori pubblici");
        root.post(&format!("{path}/riapertura"), &[]).await.is(303);
        public.get("/uffici/lavori-pubblici").await.is(200);
        root.post("/amministrazione/uffici/urp/chiusura", &[]).await.is(422).sees("qualcuno ha ancora un ruolo");
    }

    async fn an_office_never_stands_below_itself(app) {
        let root = app.staff("root", Role::System).await;
        let (above, below) = (app.office("sopra").await, app.office("sotto").await);
        let form = |name: &str, parent: &str| -> Vec<(String, String)> {
            let form = [("nome", name), ("tipo", "ordinary"), ("padre", parent)];
            form.map(|(field, value)| (field.to_owned(), value.to_owned())).to_vec()
        };
        for (slug, parent, status) in [("sotto", above.id, 303), ("sopra", below.id, 422), ("sopra", above.id, 422)] {
            let form = form(slug, &parent.to_string());
            let form: Vec<(&str, &str)> = form.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
            root.post(&format!("/amministrazione/uffici/{slug}"), &form).await.is(status);
        }
        root.post("/amministrazione/uffici/sopra/chiusura", &[]).await.is(422).sees("Sotto questo ufficio");
    }

    async fn a_page_is_made_and_gets_editors(app) {
        let root = app.staff("root", Role::System).await;
        let made = root.post("/amministrazione/pagine/nuova", PAGE).await.is(303);
        let path = made.location();
        assert_eq!(path, "/amministrazione/pagine/polizia-locale");
        root.post("/amministrazione/pagine/nuova", PAGE).await.is(422).sees("C’è già una pagina");
        let faulty = root.post("/amministrazione/pagine/nuova", &with(&with(PAGE, "sigla", "LUNGA"), "nickname", "nuova")).await.is(422);
        assert!(faulty.text.contains("id=\"sigla-errore\"") && faulty.text.contains("id=\"nickname-errore\""));

        let id = app.new_person("anna", Tier::Registered).await;
        root.post(&format!("{path}/redattori"), &[("chi", "anna@EXAMPLE.org"), ("pubblica", "si")]).await.is(303);
        let anna = app.sign_in("anna").await;
        anna.get("/io").await.is(200).sees("Polizia locale");
        let nobody = root.post(&format!("{path}/redattori"), &[("chi", "mai-visto")]).await.is(422).sees("Non troviamo nessuno").sees("Scegli almeno una cosa");
        assert_eq!(nobody.field("chi"), "mai-visto");
        root.post(&format!("{path}/redattori/{id}"), &[("risponde", "si")]).await.is(303);
        root.post(&format!("{path}/redattori/{id}"), &[]).await.is(422);
        root.get(&format!("/amministrazione/persone/{id}")).await.is(200).sees("Risponde ai commenti");
        root.get(&format!("{path}/redattori/{id}/fine")).await.is(200).sees("Togli Anna Prova?");
        root.post(&format!("{path}/redattori/{id}/fine"), &[]).await.is(303);
        root.post(&format!("{path}/redattori/{id}/fine"), &[]).await.is(404);
        assert!(!anna.get("/io").await.is(200).text.contains("Polizia locale"));
        assert_eq!(acts(app).await, ["editor.added", "editor.changed", "editor.removed", "page.created"]);
        assert_eq!(change(app, "editor.changed").await, ("Anna Prova: publish".into(), "Anna Prova: reply".into()));
    }

    async fn a_page_is_changed_closed_and_opened_again(app) {
        let root = app.staff("root", Role::System).await;
        root.post("/amministrazione/pagine/nuova", PAGE).await.is(303);
        let path = "/amministrazione/pagine/polizia-locale";
        root.post(path, &with(PAGE, "nome", "Polizia municipale")).await.is(303);
        assert_eq!(change(app, "page.changed").await, ("nome: Polizia locale".into(), "nome: Polizia municipale".into()));
        let public = app.visitor();
        public.get("/").await.is(200).sees("Polizia municipale");
        root.get(&format!("{path}/chiusura")).await.is(200).sees("Chiudi Polizia municipale?");
        root.post(&format!("{path}/chiusura"), &[]).await.is(303);
        assert!(!public.get("/").await.is(200).text.contains("Polizia municipale"));
        root.post(path, PAGE).await.is(404);
        root.post(&format!("{path}/riapertura"), &[]).await.is(303);
        public.get("/").await.is(200).sees("Polizia municipale");
        root.post(&format!("{path}/riapertura"), &[]).await.is(409);
    }

    async fn a_dead_job_is_seen_understood_and_retried(app) {
        let root = app.staff("root", Role::System).await;
        let job = kit::jobs::NewJob::new("nobody.knows", serde_json::json!({})).attempts(1);
        let id = app.app.db.write(async |tx| kit::jobs::enqueue(tx, job).await).await.unwrap().unwrap();
        app.run_jobs().await;
        root.get("/amministrazione").await.is(200).sees("Un lavoro aspetta te");
        let list = root.get("/amministrazione/lavori?stato=dead").await.is(200).sees("nobody.knows").sees("fallito");
        assert!(list.text.contains("aria-current=\"true\""));
        root.get("/amministrazione/lavori?stato=dead&q=KNOWS+no+job").await.is(200).sees("nobody.knows");
        root.get("/amministrazione/lavori?stato=done&tipo=nobody.knows").await.is(200).sees("Niente corrisponde");
        let page = format!("/amministrazione/lavori/{id}");
        root.get(&page).await.is(200).sees("this program knows no job called nobody.knows").sees("ha smesso di provare");
        root.post(&format!("{page}/ripresa"), &[]).await.is(303);
        root.get(&page).await.is(200).sees("Il lavoro riparte adesso").sees("in attesa");
        root.post(&format!("{page}/ripresa"), &[]).await.is(409).sees("non è fermo");
        assert_eq!(change(app, "job.retried").await, ("dead".into(), "waiting".into()));
        app.run_jobs().await;
    }

    async fn a_test_letter_goes_to_oneself(app) {
        let root = app.staff("root", Role::System).await;
        root.get("/amministrazione/posta").await.is(200).sees("Ancora nessuna lettera").sees("root@example.org");
        root.post("/amministrazione/posta/prova", &[]).await.is(303);
        root.get("/amministrazione/posta").await.is(200).sees("Spedire una lettera");
        app.run_jobs().await;
        assert!(app.mails().pop().unwrap().contains("root@example.org"));
        root.get("/amministrazione/posta?stato=done").await.is(200).sees("fatto");
        let file = root.get("/amministrazione/posta.csv").await.is(200);
        assert_eq!(file.text.lines().count(), 2);
        assert_eq!(acts(app).await, ["mail.probed"]);
    }

    async fn the_record_is_searched_and_taken_away_without_formulas(app) {
        let root = app.staff("root", Role::System).await;
        root.post("/amministrazione/uffici/nuovo", &with(OFFICE, "responsabile", "")).await.is(303);
        root.post("/amministrazione/uffici/lavori-pubblici", &with(&with(OFFICE, "responsabile", ""), "nome", "=SOMMA(A1), \"ufficio\"")).await.is(303);
        root.get("/amministrazione/registro").await.is(200).sees("ufficio creato").sees("ufficio modificato").sees("nome: Lavori pubblici");
        root.get("/amministrazione/registro?atto=office.created").await.is(200).sees("Lavori pubblici");
        root.get("/amministrazione/registro?q=lavori+pub").await.is(200).sees("Lavori pubblici");
        root.get("/amministrazione/registro?q=nessuno").await.is(200).sees("Niente corrisponde");
        let file = root.get("/amministrazione/registro.csv").await.is(200);
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8; header=present");
        assert!(file.header("content-disposition").contains("registro.csv"));
        assert!(file.text.contains(",\"'=SOMMA(A1), \"\"ufficio\"\"\","), "{}", file.text);
        assert!(file.text.ends_with("\r\n"));
    }

    async fn a_long_record_is_taken_away_whole(app) {
        let root = app.staff("root", Role::System).await;
        app.app.db.write(async |tx| {
            for n in 0..1203 {
                let now = tx.now();
                tx.run("insert into audit (id, at, actor_name, address, act, subject_kind, subject_name) values ($1, $2, 'x', '', 'test.act', 'x', $3)",
                    args![kit::ids::next(now), now, format!("riga {n}")]).await?;
            }
            Ok(())
        }).await.unwrap();
        let file = root.get("/amministrazione/registro.csv?atto=test.act").await.is(200);
        assert_eq!(file.text.lines().count(), 1204);
        assert!(file.text.contains("riga 0,") && file.text.contains("riga 1202,"));
    }

    async fn opinions_are_summed_read_and_taken_away(app) {
        let root = app.staff("root", Role::System).await;
        root.get("/amministrazione/chiarezza").await.is(200).sees("Ancora nessun parere");
        for (page, stars, words) in [("/novita", "5", ""), ("/uffici", "2", "Non trovo il telefono"), ("/", "4", "Bella")] {
            app.visitor().post("/chiarezza", &[("pagina", page), ("chiarezza", stars), ("testo", words), ("neg", "1")]).await.is(303);
        }
        root.get("/amministrazione/chiarezza").await.is(200).sees("In media 3,7 stelle su 5, 3 pareri.").sees("/uffici");
        root.get("/amministrazione/chiarezza?q=nov").await.is(200).sees("/novita");
        let words = root.get("/amministrazione/chiarezza/parole").await.is(200).sees("Non trovo il telefono").sees("A volte le indicazioni non erano chiare");
        assert!(!words.text.contains("href=\"/novita\">/novita"), "an opinion without words is not read here");
        let few = root.get("/amministrazione/chiarezza/parole?pagina=%2F&stelle=4").await.is(200).sees("Bella");
        assert!(!few.text.contains("Non trovo"));
        assert_eq!(root.get("/amministrazione/chiarezza.csv").await.is(200).text.lines().count(), 4);
        root.get("/amministrazione").await.is(200).sees("3,7");
    }

    async fn what_leads_nowhere_is_not_found(app) {
        let root = app.staff("root", Role::System).await;
        for place in ["persone/1", "pagine/mai", "uffici/mai", "lavori/1", "ruoli/1/fine", "persone/abc"] {
            let seen = root.get(&format!("/amministrazione/{place}")).await;
            assert_eq!(seen.status, StatusCode::NOT_FOUND, "{place}");
        }
    }
}
