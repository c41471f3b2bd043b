//! The staff and what is known of people: absences and substitutes, verification, keys, the glass, invitations, review.

use dedalus::identity::{Absence, Claims, Membership, NewAbsence, PersonId, Rights, Role, Tier, set_editor};
use kit::clock::{DAY, HOUR, MINUTE};
use kit::config::SignUp;

use crate::support::{On, PASSWORD, TestApp, Visitor};
use crate::town_tests;

async fn id_of(app: &TestApp, handle: &str) -> PersonId {
    let (id,): (PersonId,) = app.app.db.one("select id from person where handle_folded = $1", kit::args![handle]).await.unwrap();
    id
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

/// Actor and absent person of the newest row of an act.
async fn who_for_whom(app: &TestApp, act: &str) -> (String, Option<String>) {
    let sql = "select actor_name, instead_of_name from audit where act = $1 order by id desc limit 1";
    app.app.db.one(sql, kit::args![act]).await.unwrap()
}

const CODE: &str = "RSSMRA80A01H501U";

fn shown(code: &str) -> Vec<(&'static str, String)> {
    vec![
        ("documento", "cie".into()),
        ("codice", code.into()),
        ("nascita", "1980-01-01".into()),
        ("residenza", "Porto".into()),
        ("visto", "si".into()),
    ]
}

async fn verify(operator: &Visitor<'_>, id: PersonId, code: &str) -> crate::support::Seen {
    let form = shown(code);
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    operator.post(&format!("/segreteria/verifiche/{id}"), &form).await
}

town_tests! {
    async fn somebody_is_verified_at_the_counter_and_only_a_hash_of_the_code_is_kept(app) {
        let operator = app.staff("olga", Role::Operator).await;
        let anna = app.new_person("anna", Tier::Registered).await;
        operator.get("/segreteria/verifiche?q=an").await.is(200).sees("almeno tre lettere");
        operator.get("/segreteria/verifiche?q=anna").await.is(200).sees("Anna Prova").misses("anna@example.org");
        let wrong = verify(&operator, anna, "RSSMRA80A01H501X").await.is(422).sees("Il codice non torna");
        assert_eq!(wrong.field("nascita"), "1980-01-01");
        assert!(!wrong.text.contains("RSSMRA80A01H501X"), "the code is not drawn back");
        verify(&operator, anna, CODE).await.is(303);
        operator.get("/segreteria/verifiche").await.is(200).sees("Anna Prova").sees("Carta d’identità elettronica");
        verify(&operator, anna, CODE).await.is(409).sees("già verificata");

        let claims = Claims::of(&app.app.db, &app.app.secret, anna).await.unwrap();
        assert_eq!(claims.is_of_age(16, jiff::civil::date(2028, 2, 24)), Some(true));
        assert!(claims.lives_in("porto"));
        for sql in ["select count(*) as n from personal_claim where value like '%1980%' or value like '%orto%'",
                    "select count(*) as n from audit where after_value like '%RSSMRA%' or subject_name like '%RSSMRA%'"] {
            assert_eq!(count(app, sql).await, 0, "{sql}");
        }
        // The claims are for the machine alone: no page of the person or about it shows them.
        let anna_sees = app.sign_in("anna").await;
        for path in ["/io", "/persone/anna"] {
            anna_sees.get(path).await.is(200).misses("1980").misses("Porto");
        }
        let root = app.staff("root", Role::System).await;
        root.post(&format!("/amministrazione/persone/{anna}/verifica/ritiro"), &[]).await.is(303);
        assert_eq!(count(app, "select count(*) as n from verification").await + count(app, "select count(*) as n from personal_claim").await, 0);
    }

    async fn two_accounts_with_one_code_are_decided_by_somebody_else(app) {
        let operator = app.staff("olga", Role::Operator).await;
        let manager = app.staff("mara", Role::Manager).await;
        let (anna, falsa) = (app.new_person("anna", Tier::Registered).await, app.new_person("falsa", Tier::Registered).await);
        verify(&operator, falsa, CODE).await.is(303);
        verify(&operator, anna, CODE).await.is(303);
        operator.get("/segreteria/verifiche").await.is(200).sees("il caso è passato a chi dirige");
        verify(&operator, anna, CODE).await.is(303);
        assert_eq!(count(app, "select count(*) as n from verification_conflict").await, 1, "the same case is raised once");
        operator.get("/segreteria/verifiche/conflitti").await.is(403);
        manager.get("/segreteria").await.is(200).sees("Un caso da decidere");
        let (case,): (i64,) = app.app.db.one("select id from verification_conflict", vec![]).await.unwrap();
        let path = format!("/segreteria/verifiche/conflitti/{case}");
        manager.post(&path, &[("scelta", "passa"), ("motivo", "")]).await.is(422);
        manager.post(&path, &[("scelta", "passa"), ("motivo", "Il documento è di Anna")]).await.is(303);
        manager.post(&path, &[("scelta", "resta"), ("motivo", "Ci ripenso")]).await.is(404);
        let tiers: Vec<(String, String)> = app.app.db.all("select handle, tier from person where handle in ('anna', 'falsa') order by handle", vec![]).await.unwrap();
        assert_eq!(tiers, [("anna".to_owned(), "verified".to_owned()), ("falsa".to_owned(), "registered".to_owned())]);
        assert!(Claims::of(&app.app.db, &app.app.secret, anna).await.unwrap().lives_in("Porto"));
        app.run_jobs().await;
        assert_eq!(app.mails().iter().filter(|mail| mail.contains("verificato")).count(), 2);
        manager.post("/segreteria/verifiche/7", &[]).await.is(404);
    }

    async fn who_raised_a_case_does_not_decide_it_and_nobody_verifies_themselves(app) {
        let manager = app.staff("mara", Role::Manager).await;
        let (anna, falsa) = (app.new_person("anna", Tier::Registered).await, app.new_person("falsa", Tier::Registered).await);
        verify(&manager, id_of(app, "mara").await, CODE).await.is(409).sees("Nessuno verifica se stesso");
        verify(&manager, falsa, CODE).await.is(303);
        verify(&manager, anna, CODE).await.is(303);
        let (case,): (i64,) = app.app.db.one("select id from verification_conflict", vec![]).await.unwrap();
        let own = manager.post(&format!("/segreteria/verifiche/conflitti/{case}"), &[("scelta", "passa"), ("motivo", "Sono sicura")]).await.is(422);
        assert_eq!(own.sees("tocca a qualcun altro").field("motivo"), "Sono sicura");
    }

    async fn a_substitute_acts_while_somebody_is_away_and_the_audit_says_for_whom(app) {
        let manager = app.staff("mara", Role::Manager).await;
        let officer = app.staff("fabio", Role::Officer).await;
        officer.get("/segreteria/uffici").await.is(403);
        let (mara, fabio) = (id_of(app, "mara").await.to_string(), id_of(app, "fabio").await.to_string());
        let form = [("persona", mara.as_str()), ("dal", "2028-02-24T12:00"), ("al", "2028-02-25T12:00"), ("sostituto-1", fabio.as_str())];
        let backwards = manager.post("/segreteria/assenze", &[form[0], form[1], ("al", "2028-02-24T11:00"), ("sostituto-1", &mara)]).await.is(422);
        backwards.sees("La fine viene prima").sees("Nessuno sostituisce se stesso");
        manager.post("/segreteria/assenze", &form).await.is(303);
        officer.get("/segreteria").await.is(200).sees("Ti hanno indicato come sostituto").misses("Adesso sostituisci");
        app.clock.advance(2 * HOUR - 1);
        officer.get("/segreteria/uffici").await.is(403);
        app.clock.advance(1);
        officer.get("/segreteria").await.is(200).sees("Adesso sostituisci").sees("Sostituisci Mara Prova");
        officer.get("/segreteria/uffici/urp").await.is(200);
        let door = [("scopo", "Risponde."), ("telefono", "091 111"), ("indirizzo", "Piazza Duomo"), ("email", "urp@comune.termini.example")];
        officer.post("/segreteria/uffici/urp", &door).await.is(303);
        assert_eq!(who_for_whom(app, "office.changed").await, ("Fabio Prova".into(), Some("Mara Prova".into())));
        // What is one's own is not done for anybody.
        let anna = app.new_person("anna", Tier::Registered).await;
        verify(&officer, anna, CODE).await.is(303);
        assert_eq!(who_for_whom(app, "person.verified").await, ("Fabio Prova".into(), None));
        app.clock.advance(24 * HOUR);
        officer.get("/segreteria/uffici").await.is(403);
        app.run_jobs().await;
    }

    async fn an_absence_is_called_off_and_strangers_cannot_touch_it(app) {
        let manager = app.staff("mara", Role::Manager).await;
        let officer = app.staff("fabio", Role::Officer).await;
        let (mara, fabio) = (id_of(app, "mara").await, id_of(app, "fabio").await);
        let now = app.app.now();
        let new = NewAbsence { person: mara, office: None, starts_at: now, ends_at: now.plus(DAY), substitutes: vec![fabio] };
        let id = app.app.db.write(async |tx| Absence::create(tx, &new, mara).await).await.unwrap();
        officer.get("/segreteria/uffici/urp").await.is(200);
        officer.get(&format!("/segreteria/assenze/{id}/annullamento")).await.is(200);
        let stranger = app.staff("nino", Role::Operator).await;
        stranger.get(&format!("/segreteria/assenze/{id}/annullamento")).await.is(404);
        stranger.post(&format!("/segreteria/assenze/{id}/annullamento"), &[]).await.is(404);
        manager.post(&format!("/segreteria/assenze/{id}/annullamento"), &[]).await.is(303);
        manager.post(&format!("/segreteria/assenze/{id}/annullamento"), &[]).await.is(404);
        officer.get("/segreteria/uffici/urp").await.is(403);
        manager.get("/segreteria/assenze").await.is(200).sees("Ci siete tutti");
        app.run_jobs().await;
    }

    async fn nobody_stands_in_for_who_keeps_the_system(app) {
        app.staff("root", Role::System).await;
        let officer = app.staff("fabio", Role::Officer).await;
        let (root, fabio) = (id_of(app, "root").await, id_of(app, "fabio").await);
        let now = app.app.now();
        let new = NewAbsence { person: root, office: None, starts_at: now, ends_at: now.plus(DAY), substitutes: vec![fabio] };
        app.app.db.write(async |tx| Absence::create(tx, &new, root).await).await.unwrap();
        officer.get("/amministrazione/persone").await.is(403);
        officer.get("/segreteria").await.is(200).misses("Adesso sostituisci");
    }

    async fn who_leaves_loses_access_at_the_minute(app) {
        let operator = app.staff("olga", Role::Operator).await;
        let olga = id_of(app, "olga").await;
        operator.get("/segreteria").await.is(200);
        let ends = app.app.now().plus(HOUR);
        app.app.db.write(async |tx| {
            tx.run("update membership set ends_at = $2 where person_id = $1", kit::args![olga, ends]).await?;
            Ok(())
        }).await.unwrap();
        app.clock.advance(HOUR - 1);
        operator.get("/segreteria").await.is(200);
        app.clock.advance(1);
        operator.get("/segreteria").await.is(403);
        operator.get("/segreteria/verifiche").await.is(403);
        assert_eq!(Membership::of_office(&app.app.db, app.office("urp").await.id).await.unwrap().len(), 0);
    }

    async fn who_leaves_hands_pages_and_offices_over_and_a_role_ends_on_its_day(app) {
        let root = app.staff("root", Role::System).await;
        app.editor("vecchia", &["biblioteca", "museo"]).await;
        let nuova = app.new_person("nuova", Tier::Registered).await;
        let vecchia = id_of(app, "vecchia").await;
        let path = format!("/amministrazione/persone/{vecchia}");
        root.post(&format!("{path}/consegne"), &[("successore", "nessuno")]).await.is(422);
        root.post(&format!("{path}/consegne"), &[("successore", "@vecchia")]).await.is(422).sees("Scegli un’altra persona");
        root.post(&format!("{path}/consegne"), &[("successore", "@nuova")]).await.is(303);
        let pages: Vec<(PersonId,)> = app.app.db.all("select person_id from page_editor", vec![]).await.unwrap();
        assert!(pages.len() == 2 && pages.iter().all(|(id,)| *id == nuova));
        root.post(&format!("{path}/consegne"), &[("successore", "@nuova")]).await.is(422).sees("niente da passare");
        let office = app.office("urp").await.id.to_string();
        let role = |until: &'static str| [("ruolo", "operator"), ("ufficio", office.as_str()), ("fino", until)];
        root.post(&format!("{path}/ruoli"), &role("2028-02-23")).await.is(422).sees("da oggi in avanti");
        root.post(&format!("{path}/ruoli"), &role("2028-02-24")).await.is(303);
        let worker = app.sign_in("vecchia").await;
        worker.get("/segreteria").await.is(200);
        app.clock.advance(14 * HOUR);
        worker.get("/segreteria").await.is(403);
        app.run_jobs().await;
    }

    async fn a_key_opens_the_interface_for_its_scope_until_it_is_taken_back(app) {
        let anna = app.person("anna").await;
        anna.post("/io/chiavi", &[("nome", ""), ("tipo", "token"), ("durata", "30")]).await.is(422).sees("Scrivi per quale programma").sees("almeno una cosa");
        let made = anna.post("/io/chiavi", &[("nome", "Prova’s"), ("tipo", "token"), ("durata", "30"), ("ambito", "account:read")]).await.is(200);
        let key = made.text.split("ded_").nth(1).map(|rest| format!("ded_{}", &rest[..43])).unwrap();
        anna.get("/io/chiavi").await.is(200).sees("Prova’s").sees("Mai").misses(&key);
        let program = app.visitor();
        let ask = async |header: &str| {
            let request = program.request(http::Method::GET, "/api/dedalus/v1/me").header("authorization", header);
            program.send(request.body(axum::body::Body::empty()).unwrap()).await
        };
        let me: serde_json::Value = serde_json::from_str(&ask(&format!("Bearer {key}")).await.is(200).text).unwrap();
        assert_eq!((me["handle"].as_str(), me["tier"].as_str()), (Some("anna"), Some("registered")));
        anna.get("/io/chiavi").await.is(200).misses("Mai").sees("192.0.2.7");
        let refused = ask("Bearer ded_nonce").await.is(401);
        assert!(refused.header("www-authenticate").starts_with("Bearer"));
        // The cookie of a signed-in browser is nothing here.
        anna.get("/api/dedalus/v1/me").await.is(401);
        // A token is no app password.
        let basic = |name: &str, key: &str| format!("Basic {}", base64::Engine::encode(&base64::prelude::BASE64_STANDARD, format!("{name}:{key}")));
        ask(&basic("anna", &key)).await.is(401);
        let narrow = anna.post("/io/chiavi", &[("nome", "Guardiano"), ("tipo", "app"), ("durata", ""), ("ambito", "sessions:read")]).await.is(200);
        let narrow = narrow.text.split("ded_").nth(1).map(|rest| format!("ded_{}", &rest[..43])).unwrap();
        ask(&basic("anna", &narrow)).await.is(403);
        let request = program.request(http::Method::GET, "/api/dedalus/v1/me/sessions").header("authorization", basic("anna", &narrow));
        let sessions = program.send(request.body(axum::body::Body::empty()).unwrap()).await.is(200);
        let sessions: serde_json::Value = serde_json::from_str(&sessions.text).unwrap();
        assert_eq!((sessions.as_array().unwrap().len(), sessions[0]["method"].as_str()), (1, Some("password")));
        let app_key = anna.post("/io/chiavi", &[("nome", "Telefono"), ("tipo", "app"), ("durata", ""), ("ambito", "account:read")]).await.is(200);
        let app_key = app_key.text.split("ded_").nth(1).map(|rest| format!("ded_{}", &rest[..43])).unwrap();
        ask(&basic("anna", &app_key)).await.is(200);
        ask(&basic("altra", &app_key)).await.is(401);
        app.clock.advance(31 * DAY);
        ask(&format!("Bearer {key}")).await.is(401);
        ask(&basic("anna", &app_key)).await.is(200);
        let request = program.request(http::Method::DELETE, "/api/dedalus/v1/key").header("authorization", basic("anna", &app_key));
        program.send(request.body(axum::body::Body::empty()).unwrap()).await.is(204);
        ask(&basic("anna", &app_key)).await.is(401);
    }

    async fn what_is_confidential_takes_a_broken_glass_and_everybody_who_must_know_is_told(app) {
        let root = app.staff("root", Role::System).await;
        app.staff("rita", Role::Privacy).await;
        let anna = app.new_person("anna", Tier::Registered).await;
        app.sign_in("anna").await;
        let path = format!("/amministrazione/persone/{anna}/riservato");
        let asked = root.get(&path).await.is(303);
        assert!(asked.location().starts_with("/amministrazione/vetro?torna="));
        root.post("/amministrazione/vetro", &[("motivo", "boh"), ("torna", &path)]).await.is(422).sees("almeno dieci lettere");
        let open = root.post("/amministrazione/vetro", &[("motivo", "Richiesta della polizia postale n. 12"), ("torna", &path)]).await.is(303);
        assert_eq!(open.location(), path);
        root.get(&path).await.is(200).sees("192.0.2.7");
        app.run_jobs().await;
        assert!(app.mails().iter().any(|mail| mail.contains("rita@example.org")), "who watches over the data is told");
        app.clock.advance(30 * MINUTE);
        root.get(&path).await.is(303);
        let rita = app.sign_in("rita").await;
        rita.get(&path).await.is(200);
        assert_eq!(count(app, "select count(*) as n from audit where act = 'person.confidential_read'").await, 2);
        rita.get("/amministrazione/registro").await.is(200).sees("Vetro rotto").sees("Letto ciò che è riservato");
        app.run_jobs().await;
    }

    async fn a_page_with_two_persons_publishes_what_another_editor_has_read(app) {
        let root = app.staff("root", Role::System).await;
        let anna = app.editor("anna", &["biblioteca"]).await;
        let page = [("nome", "Biblioteca"), ("sigla", "B"), ("colore", "sea"), ("bio", ""), ("ufficio", ""), ("copertina", "golfo.svg"), ("posizione", "1"), ("due", "si")];
        root.post("/amministrazione/pagine/biblioteca", &page).await.is(303);
        let post = |key: &'static str| [("voce", "biblioteca"), ("titolo", "Orari nuovi"), ("testo", "Apriamo alle nove."), ("azione", "pubblica"), ("chiave", key)];
        anna.post("/post", &post("k1")).await.is(422).sees("sei l’unico redattore");
        let bea = app.new_person("bea", Tier::Registered).await;
        let id = app.page("biblioteca").await;
        app.app.db.write(async |tx| set_editor(tx, id, bea, Rights { publish: true, reply: true }, None).await).await.unwrap();
        let bea = app.sign_in("bea").await;
        anna.post("/post", &post("k2")).await.is(303);
        anna.post("/post", &post("k2")).await.is(303);
        app.run_jobs().await;
        assert_eq!(count(app, "select count(*) as n from held_post").await, 1);
        for path in ["/", "/novita", "/pagine/biblioteca", "/feed.rss", "/cerca?q=orari"] {
            app.visitor().get(path).await.is(200).misses("Apriamo alle nove");
        }
        let (held,): (i64,) = app.app.db.one("select id from held_post", vec![]).await.unwrap();
        let path = format!("/segreteria/da-rivedere/{held}");
        anna.get(&path).await.is(200).sees("lo pubblica un altro redattore");
        anna.post(&format!("{path}/rilascio"), &[]).await.is(409).sees("L’hai scritto tu");
        bea.get("/segreteria/da-rivedere").await.is(200).sees("Orari nuovi").sees("Anna Prova");
        bea.post(&format!("{path}/rinvio"), &[("motivo", "")]).await.is(422);
        let stranger = app.editor("edo", &["museo"]).await;
        stranger.get(&path).await.is(404);
        stranger.post(&format!("{path}/rilascio"), &[]).await.is(404);
        bea.post(&format!("{path}/rilascio"), &[]).await.is(303);
        bea.post(&format!("{path}/rilascio"), &[]).await.is(404);
        app.visitor().get("/novita").await.is(200).sees("Orari nuovi").misses("Anna Prova");
        let (author,): (PersonId,) = app.app.db.one("select author_id from post where page_id is not null", vec![]).await.unwrap();
        assert_eq!(author, id_of(app, "anna").await);
        assert_eq!(who_for_whom(app, "post.released").await.0, "Bea Prova");

        anna.post("/post", &post("k3")).await.is(303);
        let (held,): (i64,) = app.app.db.one("select id from held_post where decided_at is null", vec![]).await.unwrap();
        bea.post(&format!("/segreteria/da-rivedere/{held}/rinvio"), &[("motivo", "Manca il giorno")]).await.is(303);
        app.run_jobs().await;
        let again = anna.get(&format!("/post/nuovo?ripresa={held}")).await.is(200);
        assert_eq!(again.field("titolo"), "Orari nuovi");
        bea.get(&format!("/post/nuovo?ripresa={held}")).await.is(404);
    }
}

macro_rules! on_both {
    ($(async fn $name:ident($on:ident) $body:block)+) => {$(
        mod $name {
            use super::*;
            async fn test($on: On) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                test(On::Sqlite).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                test(On::Postgres).await;
            }
        }
    )+};
}

fn sign_up<'a>(handle: &'a str, email: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![("nome", "Nina Prova"), ("nickname", handle), ("email", email), ("password", PASSWORD), ("privacy", "si")];
    form.extend(more);
    form
}

on_both! {
    async fn by_invitation_only_a_link_lets_so_many_people_in(on) {
        let app = TestApp::start_with(on, |config| config.accounts.sign_up = SignUp::Invitation).await;
        let visitor = app.visitor();
        visitor.get("/iscriviti").await.is(200).sees("solo su invito");
        visitor.post("/iscriviti", &sign_up("nina", "nina@example.org", &[])).await.is(403).sees("solo su invito");
        let root = app.staff("root", Role::System).await;
        root.post("/amministrazione/inviti", &[("per", "x"), ("volte", "0"), ("giorni", "due")]).await.is(422).sees("da 1 a 1000").sees("da 1 a 365");
        let made = root.post("/amministrazione/inviti", &[("per", "Consulta giovani"), ("volte", "1"), ("giorni", "7")]).await.is(200);
        let word = made.text.split("?invito=").nth(1).map(|rest| rest[..43].to_owned()).unwrap();
        root.get("/amministrazione/inviti").await.is(200).sees("Consulta giovani").misses(&word);
        assert_eq!(visitor.get(&format!("/iscriviti?invito={word}")).await.is(200).field("invito"), word);
        visitor.post("/iscriviti", &sign_up("nina", "nina@example.org", &[("invito", &word)])).await.is(200).sees("nina@example.org");
        visitor.post("/iscriviti", &sign_up("nina2", "nina2@example.org", &[("invito", &word)])).await.is(403);
        let (id,): (i64,) = app.app.db.one("select id from sign_up_invitation", vec![]).await.unwrap();
        root.post(&format!("/amministrazione/inviti/{id}/ritiro"), &[]).await.is(303);
        app.run_jobs().await;
        app.end().await;
    }

    async fn many_accounts_from_one_address_take_a_puzzle_or_a_minute(on) {
        let app = TestApp::start_with(on, |config| config.accounts.puzzle_after = 1).await;
        let visitor = app.visitor();
        visitor.get("/iscriviti").await.is(200).misses("data-puzzle");
        visitor.post("/iscriviti", &sign_up("uno", "uno@example.org", &[])).await.is(200);
        let word = visitor.get("/iscriviti").await.is(200).field("prova");
        let early = visitor.post("/iscriviti", &sign_up("due", "due@example.org", &[("prova", &word), ("risposta", "")])).await.is(422).sees("Aspetta");
        assert_eq!((early.field("prova"), early.field("nome")), (word.clone(), "Nina Prova".to_owned()), "the minute goes on");
        visitor.post("/iscriviti", &sign_up("due", "due@example.org", &[("prova", "1.2.x"), ("risposta", "1")])).await.is(422).sees("passato troppo tempo");
        let answer = (0_u64..).map(|number| number.to_string()).find(|number| {
            let hash = <sha2::Sha256 as sha2::Digest>::digest(format!("{word}{number}"));
            u32::from_be_bytes(hash[..4].try_into().unwrap()).leading_zeros() >= dedalus::shell::puzzle::BITS
        }).unwrap();
        visitor.post("/iscriviti", &sign_up("due", "due@example.org", &[("prova", &word), ("risposta", &answer)])).await.is(200);
        visitor.post("/iscriviti", &sign_up("tre", "tre@example.org", &[("prova", &word), ("risposta", &answer)])).await.is(422);
        let patient = visitor.get("/iscriviti").await.is(200).field("prova");
        app.clock.advance(61 * kit::clock::SECOND);
        visitor.post("/iscriviti", &sign_up("tre", "tre@example.org", &[("prova", &patient), ("risposta", "")])).await.is(200);
        app.run_jobs().await;
        app.end().await;
    }

    async fn breached_passwords_and_throw_away_mailboxes_are_refused(on) {
        let keep = tempfile::tempdir().unwrap();
        let (breached, domains) = (keep.path().join("breached.txt"), keep.path().join("domains.txt"));
        std::fs::write(&domains, "usaegetta.example\n").unwrap();
        let hash: String = <sha1::Sha1 as sha1::Digest>::digest(PASSWORD).iter().map(|byte| format!("{byte:02X}")).collect();
        std::fs::write(&breached, format!("{hash}:3\n")).unwrap();
        let app = TestApp::start_with(on, |config| {
            config.accounts.breached_passwords = breached.clone();
            config.accounts.refused_domains = domains.clone();
        }).await;
        let visitor = app.visitor();
        let refused = visitor.post("/iscriviti", &sign_up("nina", "nina@usaegetta.example", &[])).await.is(422);
        refused.sees("elenco di password rubate").sees("Con questo servizio di posta");
        let mut fine = sign_up("nina", "nina@example.org", &[]);
        fine[3].1 = "quattro vele nel porto";
        visitor.post("/iscriviti", &fine).await.is(200);
        app.run_jobs().await;
        app.end().await;
    }
}
