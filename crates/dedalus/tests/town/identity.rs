//! Signing up, in, out; forgotten passwords; attempts that must not succeed.

use axum::body::Body;
use http::{Method, StatusCode, header};

use crate::support::PASSWORD;
use crate::town_tests;

const SIGN_UP: &[(&str, &str)] = &[
    ("nome", "Giulia D’Amico"),
    ("nickname", "giulia_d"),
    ("email", "Giulia.DAmico@example.org"),
    ("password", PASSWORD),
    ("privacy", "si"),
    ("torna", "/novita"),
];

fn without<'a>(form: &[(&'a str, &'a str)], field: &str) -> Vec<(&'a str, &'a str)> {
    form.iter().filter(|(name, _)| *name != field).copied().collect()
}

fn with<'a>(form: &[(&'a str, &'a str)], field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut form = without(form, field);
    form.push((field, value));
    form
}

town_tests! {
    async fn a_new_person_signs_up_confirms_signs_out_resets_and_signs_in(app) {
        let giulia = app.visitor();
        giulia.get("/iscriviti").await.is(200).sees("Iscriviti");
        giulia.post("/iscriviti", SIGN_UP).await.is(200).sees("Giulia.DAmico@example.org");
        app.run_jobs().await;
        let link = app.link_in_mail();

        // A mail scanner opens the link: nothing happens yet.
        app.visitor().get(&link).await.is(200).sees("Sì, è il mio");
        let confirmed = giulia.post(&link, &[]).await.is(303);
        assert_eq!(confirmed.location(), "/novita");
        giulia.get("/io").await.is(200).sees("Benvenuto in piazza").sees("giulia_d");
        giulia.post(&link, &[]).await.is(410).sees("non vale più");

        giulia.post("/io/uscita", &[]).await.is(303);
        assert!(giulia.get("/io").await.is(303).location().starts_with("/accedi"));

        giulia.post("/accedi/password-dimenticata", &[("email", "giulia.damico@EXAMPLE.org")]).await.is(200).sees("in arrivo");
        app.run_jobs().await;
        let reset = app.link_in_mail();
        giulia.get(&reset).await.is(200).sees("Scegli una nuova password");
        giulia.post(&reset, &[("password", "quattro vele nel porto")]).await.is(303);
        app.run_jobs().await;
        assert!(app.mails().last().unwrap().contains("password"));
        giulia.post(&reset, &[("password", "cinque vele nel porto")]).await.is(410);
        giulia.post("/io/uscita", &[]).await.is(303);

        giulia.post("/accedi", &[("email", "giulia_d"), ("password", PASSWORD)]).await.is(422).sees("non sono giusti");
        giulia.post("/accedi", &[("email", "giulia.damico@example.org"), ("password", "quattro vele nel porto")]).await.is(303);
        giulia.get("/io").await.is(200).sees("Hai fatto l’accesso");
    }

    async fn the_form_keeps_what_was_typed_and_says_what_is_wrong_beside_the_field(app) {
        let visitor = app.visitor();
        let faulty = visitor.post("/iscriviti", &[("nome", "X"), ("nickname", "a b"), ("email", "nessuna"), ("password", "corta")]).await.is(422);
        for (id, sentence) in [("nome", "almeno due lettere"), ("nickname", "lettere senza accento"), ("email", "nome@esempio.it"), ("password", "almeno 10"), ("privacy", "serve questa conferma")] {
            assert!(faulty.text.contains(&format!("id=\"{id}-errore\"")), "{id} has its fault beside it");
            assert!(faulty.text.contains(&format!("href=\"#{id}\"")), "{id} is linked from the summary");
            assert!(faulty.text.contains(sentence), "{sentence}");
        }
        assert_eq!(faulty.field("email"), "nessuna");
        assert!(!faulty.text.contains("corta\""), "a password is never drawn back");
        visitor.post("/iscriviti", &with(SIGN_UP, "nome", "Comune di Termini")).await.is(422).sees("fa pensare al Comune");
        visitor.post("/iscriviti", &with(SIGN_UP, "password", "giulia_d2028")).await.is(422).sees("contiene il tuo nome");
        assert_eq!(app.run_jobs().await, 0, "no mail for a faulty form");
    }

    async fn a_known_address_gets_the_same_page_and_another_mail(app) {
        app.new_person("anna", kit_tier()).await;
        let visitor = app.visitor();
        let known = visitor.post("/iscriviti", &with(SIGN_UP, "email", "anna@example.org")).await.is(200);
        let unknown = visitor.post("/iscriviti", &with(SIGN_UP, "email", "nuova@example.org")).await.is(200);
        assert_eq!(known.text.replace("anna@example.org", "X"), unknown.text.replace("nuova@example.org", "X"));
        assert_eq!(app.run_jobs().await, 2);
        let known = visitor.post("/accedi/password-dimenticata", &[("email", "anna@example.org")]).await.is(200);
        let unknown = visitor.post("/accedi/password-dimenticata", &[("email", "mai@example.org")]).await.is(200);
        assert_eq!(known.text.replace("anna@example.org", "X"), unknown.text.replace("mai@example.org", "X"));
        app.run_jobs().await;
        assert_eq!(app.mails().len(), 4);
    }

    async fn a_handle_taken_meanwhile_asks_for_another_one_and_loses_nothing(app) {
        let visitor = app.visitor();
        visitor.post("/iscriviti", SIGN_UP).await.is(200);
        app.run_jobs().await;
        let link = app.link_in_mail();
        app.new_person("giulia_d", kit_tier()).await;
        visitor.post(&link, &[]).await.is(422).sees("già preso");
        visitor.post(&link, &[("nickname", "giulia_due")]).await.is(303);
        visitor.get("/io").await.is(200).sees("giulia_due");
    }

    async fn an_expired_key_is_refused_in_words(app) {
        let visitor = app.visitor();
        visitor.post("/iscriviti", SIGN_UP).await.is(200);
        app.run_jobs().await;
        let link = app.link_in_mail();
        app.clock.advance(3 * 24 * kit::clock::HOUR);
        visitor.get(&link).await.is(410).sees("non vale più").sees("Iscriviti di nuovo");
        visitor.post(&link, &[]).await.is(410);
        visitor.get("/iscriviti/conferma/qualcosa").await.is(410);
        visitor.get("/accedi/nuova-password/qualcosa").await.is(410);
        visitor.get("/accedi/nuova-password/%ff").await.is(404);
    }

    async fn a_write_from_another_origin_is_refused(app) {
        let anna = app.person("anna").await;
        for origin in [Some("http://evil.example"), Some("null"), Some("http://town.test.evil.example"), Some("https://town.test"), None] {
            let mut request = anna.request(Method::POST, "/io/uscita").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            if let Some(origin) = origin {
                request = request.header(header::ORIGIN, origin);
            }
            let seen = anna.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(seen.status, StatusCode::FORBIDDEN, "{origin:?}");
        }
        anna.get("/io").await.is(200);
        let referer = anna.request(Method::POST, "/io/uscita").header(header::REFERER, "http://town.test/io").body(Body::empty()).unwrap();
        anna.send(referer).await.is(303);
    }

    async fn too_many_attempts_wait_and_others_do_not(app) {
        let visitor = app.visitor();
        app.new_person("anna", kit_tier()).await;
        let mut last = None;
        for _ in 0..12 {
            last = Some(visitor.post("/accedi", &[("email", "anna@example.org"), ("password", "sbagliata sbagliata")]).await);
        }
        let last = last.unwrap().is(429).sees("Riprova fra");
        assert!(last.header("retry-after").parse::<u32>().unwrap() > 0);
        app.new_person("bruno", kit_tier()).await;
        visitor.post("/accedi", &[("email", "bruno@example.org"), ("password", PASSWORD)]).await.is(303);
    }

    async fn cookies_and_headers_are_strict(app) {
        let anna = app.visitor();
        app.new_person("anna", kit_tier()).await;
        let seen = anna.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD)]).await.is(303);
        let cookie = seen.headers.get_all(header::SET_COOKIE).iter().find(|c| c.to_str().unwrap().starts_with("dedalus=")).unwrap().to_str().unwrap().to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/") && !cookie.contains("Domain"), "{cookie}");
        let page = anna.get("/io").await.is(200);
        assert_eq!(page.header("cache-control"), "private, no-store");
        assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
        assert_eq!(page.header("referrer-policy"), "same-origin");
        assert!(!page.text.contains("style=\"") && !page.text.contains("<style") && !page.text.contains("onclick"));
    }

    async fn a_session_planted_before_is_worth_nothing_after_signing_in(app) {
        app.new_person("anna", kit_tier()).await;
        let anna = app.visitor();
        anna.cookies.lock().push(("dedalus".into(), "planted".into()));
        anna.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD)]).await.is(303);
        let now = anna.cookies.lock().iter().find(|(name, _)| name == "dedalus").unwrap().1.clone();
        assert_ne!(now, "planted");
        let before = now.clone();
        anna.post("/io/uscita", &[]).await.is(303);
        anna.cookies.lock().push(("dedalus".into(), before));
        assert!(anna.get("/io").await.is(303).location().starts_with("/accedi"), "a closed session stays closed");
    }

    async fn a_new_password_ends_the_other_sessions(app) {
        let phone = app.person("anna").await;
        let desk = app.sign_in("anna").await;
        desk.get("/io/sicurezza").await.is(200).sees("Fai uscire tutti gli altri");
        desk.post("/io/password", &[("vecchia", "no"), ("password", "quattro vele nel porto")]).await.is(422).sees("non è questa");
        desk.post("/io/password", &[("vecchia", PASSWORD), ("password", "quattro vele nel porto")]).await.is(303);
        app.run_jobs().await;
        desk.get("/io").await.is(200);
        assert!(phone.get("/io").await.is(303).location().starts_with("/accedi"));
    }

    async fn a_profile_is_edited_by_its_owner(app) {
        let anna = app.person("anna").await;
        anna.post("/io/profilo", &[("nome", "Anna L’Abbate"), ("bio", "<script>alert(1)</script> & amici"), ("lingua", "de")]).await.is(303);
        let page = anna.get("/io").await.is(200).sees("Anna L’Abbate");
        assert!(!page.text.contains("<script>alert"));
        assert!(page.text.contains("lang=\"de\""), "the page is in German now");
        anna.post("/io/profilo", &[("nome", "Il Sindaco"), ("bio", ""), ("lingua", "it")]).await.is(422).sees("Il Sindaco");
    }

    async fn the_way_back_after_signing_in_stays_on_this_site(app) {
        app.new_person("anna", kit_tier()).await;
        for bad in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"] {
            let seen = app.visitor().post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD), ("torna", bad)]).await.is(303);
            assert_eq!(seen.location(), "/", "{bad}");
        }
        // The three later browsers were told to Anna.
        assert_eq!(app.run_jobs().await, 3);
    }

    async fn broken_utf8_and_huge_forms_get_a_clear_error(app) {
        let visitor = app.visitor();
        visitor.post_raw("/accedi", "application/x-www-form-urlencoded", b"email=%FF%FE&password=x".to_vec()).await.is(422).sees("rovinato");
        visitor.post_raw("/accedi", "application/x-www-form-urlencoded", vec![b'a'; 3 * 1024 * 1024]).await.is(413).sees("troppo grande");
    }

    async fn errors_are_pages_for_people_and_problem_details_for_programs(app) {
        let visitor = app.visitor();
        visitor.get("/non-esiste").await.is(404).sees("Questa pagina non c’è");
        let request = visitor.request(Method::GET, "/non-esiste").header(header::ACCEPT, "application/json");
        let mut request = request.body(Body::empty()).unwrap();
        request.headers_mut().insert(header::ACCEPT, "application/json".parse().unwrap());
        let seen = visitor.send(request).await.is(404);
        assert_eq!(seen.header("content-type"), "application/problem+json");
        assert!(seen.text.contains("\"status\":404"));
        visitor.get("/amministrazione").await.is(303);
        app.person("anna").await.get("/amministrazione").await.is(403).sees("Qui non puoi entrare");
    }

    async fn the_language_is_asked_for_chosen_and_kept(app) {
        let mut visitor = app.visitor();
        visitor.language = "de-AT,de;q=0.9".into();
        assert!(visitor.get("/accedi").await.is(200).text.contains("<html lang=\"de\">"));
        visitor.post("/lingua", &[("lingua", "en"), ("torna", "/accedi")]).await.is(303);
        assert!(visitor.get("/accedi").await.is(200).text.contains("<html lang=\"en\">"));
    }
}

fn kit_tier() -> dedalus::identity::Tier {
    dedalus::identity::Tier::Registered
}
