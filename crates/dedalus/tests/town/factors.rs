//! The second factor, recovery codes, passkeys as rows, devices: what may be done with them over HTTP, on both engines.
//! The ceremonies of passkeys themselves are walked in a browser (`tests/browser/passkeys.test.mjs`).

use axum::body::Body;
use dedalus::identity::{Membership, PersonId, Role, Tier};
use http::{Method, header};
use kit::args;
use kit::clock::{MINUTE, SECOND};

use crate::support::{On, PASSWORD, TestApp, Visitor, decode_quoted_printable};
use crate::town_tests;

/// What the app on a phone does with the key of the page (RFC 6238): the code of now.
fn code(app: &TestApp, key: &str) -> String {
    code_at(app, key, 0)
}

fn code_at(app: &TestApp, key: &str, seconds: i64) -> String {
    let secret = totp_rs::Secret::try_from_base32(key.replace(' ', "")).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    totp.generate(u64::try_from(app.clock.now().micros() / SECOND + seconds).unwrap()).to_string()
}

/// Switches the second factor on: the key, and the recovery codes.
async fn set_up(app: &TestApp, who: &Visitor<'_>) -> (String, Vec<String>) {
    assert_eq!(who.post("/io/sicurezza/codice/inizio", &[]).await.is(303).location(), "/io/sicurezza/codice");
    let page = who.get("/io/sicurezza/codice").await.is(200).sees("<svg class=\"ded-qr\"");
    let key = between(&page.text, "ded-secret\">", "<").to_owned();
    let done = who.post("/io/sicurezza/codice", &[("codice", &code(app, &key))]).await.is(303);
    assert_eq!(done.location(), "/io/sicurezza/recupero");
    let page = who.get("/io/sicurezza/recupero").await.is(200).sees("codici di recupero");
    let codes: Vec<String> = page.text.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect();
    assert_eq!(codes.len(), 10);
    app.clock.advance(30 * SECOND);
    app.run_jobs().await;
    (key, codes)
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let at = text.find(start).unwrap_or_else(|| panic!("no {start} in {text}")) + start.len();
    text[at..].split(end).next().unwrap()
}

/// Signs in with the password of a person who has a second factor; waits at the code.
async fn at_the_code<'t>(app: &'t TestApp, handle: &str) -> Visitor<'t> {
    let visitor = app.visitor();
    let answer =
        visitor.post("/accedi", &[("email", &format!("{handle}@example.org")), ("password", PASSWORD), ("torna", "/novita")]).await;
    assert_eq!(answer.is(303).location(), "/accedi/codice");
    assert!(visitor.get("/io").await.is(303).location().starts_with("/accedi"), "a password alone opens nothing");
    visitor
}

fn subjects(app: &TestApp) -> Vec<String> {
    let mails = app.mails();
    let line = |mail: &String| mail.lines().find(|line| line.starts_with("Subject:")).unwrap().to_owned();
    mails.iter().map(line).collect()
}

async fn acts(app: &TestApp) -> Vec<String> {
    let rows: Vec<(String,)> = app.app.db.all("select act from audit order by id", args![]).await.unwrap();
    rows.into_iter().map(|(act,)| act).collect()
}

async fn id_of(app: &TestApp, handle: &str) -> PersonId {
    let (id,): (PersonId,) = app.app.db.one("select id from person where handle = $1", args![handle]).await.unwrap();
    id
}

/// A row as a device would have left it; its key opens nothing.
async fn plant_passkey(app: &TestApp, person: PersonId, label: &str) -> i64 {
    let id = kit::ids::next(app.clock.now());
    let insert = "insert into passkey (id, person_id, credential_id, credential, label, created_at) values ($1, $2, $3, '{}', $4, $5)";
    let now = app.clock.now();
    app.app.db.write(async |tx| Ok(tx.run(insert, args![id, person, label.as_bytes().to_vec(), label, now]).await?)).await.unwrap();
    id
}

async fn strong_sessions(app: &TestApp, person: PersonId) -> i64 {
    let (n,): (i64,) =
        app.app.db.one("select count(*) as n from session where person_id = $1 and strong = 1", args![person]).await.unwrap();
    n
}

town_tests! {
    async fn a_code_is_set_up_asked_for_and_never_counts_twice(app) {
        let anna = app.person("anna").await;
        anna.get("/io/sicurezza").await.is(200).sees("spento");
        anna.post("/io/sicurezza/codice/inizio", &[]).await.is(303);
        anna.post("/io/sicurezza/codice", &[("codice", "000000")]).await.is(422).sees("Il codice non è giusto");
        assert_eq!(strong_sessions(app, id_of(app, "anna").await).await, 0);
        let (key, _) = set_up(app, &anna).await;
        anna.get("/io/sicurezza").await.is(200).sees("attivo").sees("restano 10 codici di recupero");
        anna.post("/io/sicurezza/codice", &[("codice", &code(app, &key))]).await.is(303);
        assert!(acts(app).await.contains(&"person.code_on".to_owned()));
        assert!(subjects(app).iter().any(|subject| subject.contains("Un nuovo modo")), "{:?}", subjects(app));

        let phone = at_the_code(app, "anna").await;
        phone.get("/accedi/codice").await.is(200).sees("Scrivi il codice");
        phone.post("/accedi/codice", &[("codice", "123")]).await.is(422).sees("già stato usato");
        let now = code(app, &key);
        assert_eq!(phone.post("/accedi/codice", &[("codice", &format!("{} {}", &now[..3], &now[3..]))]).await.is(303).location(), "/novita");
        phone.get("/io/sicurezza").await.is(200).sees("con password e codice");

        let thief = at_the_code(app, "anna").await;
        thief.post("/accedi/codice", &[("codice", &now)]).await.is(422).sees("già stato usato");
        assert!(thief.get("/io").await.is(303).location().starts_with("/accedi"));
        // The step before was within reach, but lies behind the one that was used.
        thief.post("/accedi/codice", &[("codice", &code_at(app, &key, -30))]).await.is(422);
        app.clock.advance(30 * SECOND);
        thief.post("/accedi/codice", &[("codice", &now)]).await.is(422);
        thief.post("/accedi/codice", &[("codice", &code(app, &key))]).await.is(303);
        app.run_jobs().await;
    }

    async fn a_recovery_code_counts_once_and_is_told(app) {
        let anna = app.person("anna").await;
        let (_, codes) = set_up(app, &anna).await;
        let first = at_the_code(app, "anna").await;
        first.post("/accedi/codice", &[("codice", &codes[3].to_uppercase().replace('-', " "))]).await.is(303);
        first.get("/io/sicurezza").await.is(200).sees("restano 9 codici di recupero");
        let second = at_the_code(app, "anna").await;
        second.post("/accedi/codice", &[("codice", &codes[3])]).await.is(422).sees("già stato usato");
        app.run_jobs().await;
        let mail = app.mails().into_iter().map(|mail| decode_quoted_printable(&mail)).find(|mail| mail.contains("Codici che restano: 9"));
        assert!(mail.is_some(), "{:?}", subjects(app));

        // New ones: the old are void, and the page is shown to the owner's browser alone.
        anna.get("/io/sicurezza/recupero/nuovi").await.is(200).sees("I vecchi non valgono più");
        assert_eq!(anna.post("/io/sicurezza/recupero/nuovi", &[]).await.is(303).location(), "/io/sicurezza/recupero");
        let page = anna.get("/io/sicurezza/recupero").await.is(200);
        let fresh = between(&page.text, "<code>", "<").to_owned();
        let file = anna.get("/io/sicurezza/recupero.txt").await.is(200).sees(&fresh).sees("@anna");
        assert!(file.header("content-disposition").contains("attachment"));
        assert_eq!(file.header("cache-control"), "private, no-store");
        anna.post("/io/sicurezza/recupero/fatto", &[]).await.is(303);
        assert_eq!(anna.get("/io/sicurezza/recupero").await.is(303).location(), "/io/sicurezza");
        second.post("/accedi/codice", &[("codice", &codes[4])]).await.is(422);
        second.post("/accedi/codice", &[("codice", &fresh)]).await.is(303);
        app.run_jobs().await;
        let hashes: Vec<(Vec<u8>,)> = app.app.db.all("select code_hash from recovery_code", args![]).await.unwrap();
        assert!(hashes.iter().all(|(hash,)| hash.len() == 32), "only hashes are kept");
    }

    async fn the_codes_of_another_person_in_the_same_browser_are_not_shown(app) {
        let anna = app.person("anna").await;
        set_up(app, &anna).await;
        app.new_person("bruno", Tier::Registered).await;
        let step = anna.cookies.lock().iter().find(|(name, _)| name == "passo").cloned().unwrap();
        let bruno = app.sign_in("bruno").await;
        bruno.cookies.lock().push(step);
        assert_eq!(bruno.get("/io/sicurezza/recupero").await.is(303).location(), "/io/sicurezza");
        assert_eq!(bruno.get("/io/sicurezza/recupero.txt").await.is(303).location(), "/io/sicurezza");
    }

    async fn an_expired_or_a_foreign_step_leads_back_to_the_beginning(app) {
        let anna = app.person("anna").await;
        let (key, _) = set_up(app, &anna).await;
        let phone = at_the_code(app, "anna").await;
        app.clock.advance(11 * MINUTE);
        assert_eq!(phone.get("/accedi/codice").await.is(303).location(), "/accedi");
        assert_eq!(phone.post("/accedi/codice", &[("codice", &code(app, &key))]).await.is(303).location(), "/accedi");
        phone.get("/accedi").await.is(200).sees("È passato troppo tempo");

        // The step of showing recovery codes does not open as the step after a password, nor does anything altered.
        let step = |visitor: &Visitor<'_>| visitor.cookies.lock().iter().find(|(name, _)| name == "passo").cloned();
        anna.post("/io/conferma", &[("password", PASSWORD), ("codice", &code(app, &key))]).await.is(303);
        anna.post("/io/sicurezza/recupero/nuovi", &[]).await.is(303);
        let foreign = step(&anna).unwrap();
        let thief = app.visitor();
        thief.cookies.lock().push(foreign);
        assert_eq!(thief.get("/accedi/codice").await.is(303).location(), "/accedi");
        let waiting = at_the_code(app, "anna").await;
        let (name, value) = step(&waiting).unwrap();
        thief.cookies.lock().retain(|(known, _)| *known != name);
        let middle = value.len() / 2;
        let other = if &value[middle..=middle] == "A" { "B" } else { "A" };
        thief.cookies.lock().push((name, format!("{}{other}{}", &value[..middle], &value[middle + 1..])));
        thief.get("/accedi/codice").await.is(303);
        app.run_jobs().await;
    }

    async fn too_many_codes_wait(app) {
        let anna = app.person("anna").await;
        set_up(app, &anna).await;
        let thief = at_the_code(app, "anna").await;
        let mut refused = 0;
        for _ in 0..12 {
            if thief.post("/accedi/codice", &[("codice", "000000")]).await.status.as_u16() == 429 {
                refused += 1;
            }
        }
        assert!(refused >= 2, "{refused} of 12 had to wait");
    }

    async fn a_proof_asks_for_the_code_too(app) {
        let anna = app.person("anna").await;
        let (key, codes) = set_up(app, &anna).await;
        app.clock.advance(11 * MINUTE);
        assert!(anna.get("/io/sicurezza/codice/rimozione").await.is(303).location().starts_with("/io/conferma"));
        anna.get("/io/conferma").await.is(200).sees("recupero");
        anna.post("/io/conferma", &[("password", PASSWORD), ("codice", "000000"), ("torna", "/io/sicurezza")]).await.is(422).sees("già stato usato");
        anna.post("/io/conferma", &[("password", PASSWORD)]).await.is(422);
        anna.post("/io/conferma", &[("password", "sbagliata"), ("codice", &codes[0])]).await.is(422).sees("non è questa");
        anna.get("/io/sicurezza").await.is(200).sees("restano 10 codici");
        let done = anna.post("/io/conferma", &[("password", PASSWORD), ("codice", &code(app, &key)), ("torna", "/io/sicurezza")]).await.is(303);
        assert_eq!(done.location(), "/io/sicurezza");
        anna.post("/io/sicurezza/codice/rimozione", &[]).await.is(303);
        anna.post("/io/sicurezza/codice/rimozione", &[]).await.is(303);
        app.run_jobs().await;
        assert_eq!(subjects(app).iter().filter(|subject| subject.contains("stato tolto")).count(), 1, "{:?}", subjects(app));
        // Without it the password is enough again, and the old recovery codes are gone.
        app.sign_in("anna").await.get("/io").await.is(200);
        let (n,): (i64,) = app.app.db.one("select count(*) as n from recovery_code", args![]).await.unwrap();
        assert_eq!(n, 0);
        app.run_jobs().await;
    }

    async fn the_last_way_to_sign_in_stays(app) {
        let anna = app.person("anna").await;
        let id = id_of(app, "anna").await;
        let (first, second) = (plant_passkey(app, id, "Telefono").await, plant_passkey(app, id, "L’altro <b>").await);
        app.app.db.write(async |tx| Ok(tx.run("update person set password_hash = null where id = $1", args![id]).await?)).await.unwrap();
        anna.get("/io/sicurezza").await.is(200).sees("Telefono").sees("L’altro <b>").sees("Scegli una password");
        anna.get("/io").await.is(200).sees("non ha una password");
        let page = anna.get(&format!("/io/sicurezza/passkey/{second}/rimozione")).await.is(200).sees("L’altro <b>");
        assert!(!page.text.contains("<b>"), "a name is no markup");
        assert_eq!(anna.post(&format!("/io/sicurezza/passkey/{second}/rimozione"), &[]).await.is(303).location(), "/io/sicurezza");
        anna.post(&format!("/io/sicurezza/passkey/{second}/rimozione"), &[]).await.is(404);
        anna.post(&format!("/io/sicurezza/passkey/{first}/rimozione"), &[]).await.is(422).sees("È l’unico modo");
        anna.get("/io/sicurezza").await.is(200).sees("Telefono");

        // The letter still helps: a new password, and then the passkey may go.
        anna.post("/accedi/password-dimenticata", &[("email", "anna@example.org")]).await.is(200);
        app.run_jobs().await;
        anna.post(&app.link_in_mail(), &[("password", PASSWORD)]).await.is(303);
        anna.post(&format!("/io/sicurezza/passkey/{first}/rimozione"), &[]).await.is(303);
        app.run_jobs().await;
        assert_eq!(acts(app).await.iter().filter(|act| *act == "person.passkey_removed").count(), 2);
    }

    async fn a_passkey_of_somebody_else_is_not_found(app) {
        let anna = app.person("anna").await;
        app.new_person("bruno", Tier::Registered).await;
        let his = plant_passkey(app, id_of(app, "bruno").await, "Di Bruno").await;
        for path in [format!("/io/sicurezza/passkey/{his}/nome"), format!("/io/sicurezza/passkey/{his}/rimozione")] {
            anna.get(&path).await.is(404);
            anna.post(&path, &[("nome", "mia")]).await.is(404);
        }
        let mine = plant_passkey(app, id_of(app, "anna").await, "Mia").await;
        let path = format!("/io/sicurezza/passkey/{mine}/nome");
        anna.get(&path).await.is(200).sees("Mia");
        anna.post(&path, &[("nome", "")]).await.is(422).sees("Scrivi un nome");
        anna.post(&path, &[("nome", &"x".repeat(61))]).await.is(422).sees("al massimo 60");
        anna.post(&path, &[("nome", "Telefono dell’ufficio")]).await.is(303);
        anna.get("/io/sicurezza").await.is(200).sees("Telefono dell’ufficio");
    }

    async fn answers_of_passkeys_that_nobody_asked_for_are_refused_in_words(app) {
        let anna = app.person("anna").await;
        let visitor = app.visitor();
        visitor.get("/accedi").await.is(200).sees("Entra con una passkey");
        visitor.post("/accedi/passkey", &[("passkey", "{}"), ("torna", "/novita")]).await.is(422).sees("È passato troppo tempo");
        let asked = visitor.post("/accedi/passkey/sfida", &[]).await.is(200);
        assert!(asked.header("content-type").starts_with("application/json"));
        let question: serde_json::Value = serde_json::from_str(&asked.text).unwrap();
        assert_eq!(question["publicKey"]["rpId"], "town.test");
        assert_eq!(question["publicKey"]["userVerification"], "required");
        visitor.post("/accedi/passkey", &[("passkey", "{}")]).await.is(422).sees("non è stata riconosciuta");
        let unknown = r#"{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"authenticatorData":"AA","clientDataJSON":"AA","signature":"AA","userHandle":null}}"#;
        visitor.post("/accedi/passkey", &[("passkey", unknown)]).await.is(422).sees("Non conosciamo questa passkey");

        // A question to come in is no question to make one, nor one to prove.
        anna.post("/io/sicurezza/passkey", &[("nome", "x"), ("passkey", "{}")]).await.is(422).sees("È passato troppo tempo");
        anna.post("/accedi/passkey/sfida", &[]).await.is(200);
        anna.post("/io/conferma/passkey", &[("passkey", unknown)]).await.is(422).sees("È passato troppo tempo");
        let asked = anna.post("/io/sicurezza/passkey/sfida", &[]).await.is(200);
        let question: serde_json::Value = serde_json::from_str(&asked.text).unwrap();
        assert_eq!(question["publicKey"]["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(question["publicKey"]["authenticatorSelection"]["userVerification"], "required");
        let user = question["publicKey"]["user"]["id"].as_str().unwrap().to_owned();
        let again: serde_json::Value = serde_json::from_str(&anna.post("/io/sicurezza/passkey/sfida", &[]).await.is(200).text).unwrap();
        assert_eq!(again["publicKey"]["user"]["id"].as_str().unwrap(), user, "a person has one name for passkeys");

        // Without a recent proof programs get the status, people the way.
        app.clock.advance(11 * MINUTE);
        let request = anna.request(Method::POST, "/io/sicurezza/passkey/sfida").header(header::ORIGIN, "http://town.test");
        let mut request = request.body(Body::empty()).unwrap();
        request.headers_mut().insert(header::ACCEPT, "application/json".parse().unwrap());
        anna.send(request).await.is(403);
        assert!(anna.get("/io/sicurezza/passkey").await.is(303).location().starts_with("/io/conferma"));
        visitor.get("/accedi/passkey/sfida").await.is(404);
    }

    async fn signing_up_without_a_password_can_still_choose_one(app) {
        let visitor = app.visitor();
        let form = [("nome", "Sara D’Anna"), ("nickname", "sara"), ("email", "danna@example.org"), ("senza_password", "si"), ("privacy", "si")];
        visitor.post("/iscriviti", &form).await.is(200).sees("danna@example.org");
        app.run_jobs().await;
        let link = app.link_in_mail();
        visitor.get(&link).await.is(200).sees("Crea la passkey ed entra").sees("Scegli una password");
        visitor.post(&link, &[]).await.is(422).sees("scrivi qui una password");
        visitor.post(&link, &[("password", "corta")]).await.is(422).sees("almeno 10");
        visitor.post(&link, &[("passkey", "{}")]).await.is(422).sees("È passato troppo tempo");
        let asked = visitor.post(&format!("{link}/sfida"), &[]).await.is(200);
        assert!(asked.text.contains("\"name\":\"sara\""));
        visitor.post(&link, &[("passkey", "{}")]).await.is(422).sees("non è stata riconosciuta");
        app.new_person("sara", Tier::Registered).await;
        visitor.post(&format!("{link}/sfida"), &[]).await.is(422);
        visitor.post(&link, &[]).await.is(422).sees("già preso");
        visitor.post(&link, &[("nickname", "sara_due"), ("password", PASSWORD)]).await.is(303);
        visitor.get("/io").await.is(200).sees("sara_due");
        visitor.post(&format!("{link}/sfida"), &[]).await.is(404);
        app.sign_in("sara").await;
        // Who asked for a password gives no passkey in its place.
        let other = app.visitor();
        let form = [("nome", "Ugo Riva"), ("nickname", "ugo"), ("email", "ugo@example.org"), ("password", PASSWORD), ("privacy", "si")];
        other.post("/iscriviti", &form).await.is(200);
        app.run_jobs().await;
        other.post(&format!("{}/sfida", app.link_in_mail()), &[]).await.is(404);
    }

    async fn devices_are_named_by_their_owner_and_closed(app) {
        let desk = app.person("anna").await;
        let phone = app.sign_in("anna").await;
        let page = desk.get("/io/sicurezza").await.is(200).sees("con la password").sees("Fai uscire tutti gli altri");
        let path = between(&page.text, "action=\"/io/sessioni/", "/chiusura").to_owned();
        let name = format!("/io/sessioni/{path}/nome");
        desk.get(&name).await.is(200).sees("Che dispositivo è?");
        desk.post(&name, &[("nome", " ")]).await.is(422).sees("Scrivi un nome");
        desk.post(&name, &[("nome", "Telefono dell’<i>orto</i>")]).await.is(303);
        let page = desk.get("/io/sicurezza").await.is(200).sees("Telefono dell’<i>orto</i>");
        assert!(!page.text.contains("<i>"));
        let bruno = app.person("bruno").await;
        bruno.get(&name).await.is(404);
        bruno.post(&name, &[("nome", "mio")]).await.is(404);
        bruno.post(&format!("/io/sessioni/{path}/chiusura"), &[]).await.is(404);
        phone.get("/io").await.is(200);
        assert_eq!(desk.post(&format!("/io/sessioni/{path}/chiusura"), &[]).await.is(303).location(), "/io/sicurezza");
        assert!(phone.get("/io").await.is(303).location().starts_with("/accedi"));
        let third = app.sign_in("anna").await;
        desk.post("/io/sessioni/chiusura", &[]).await.is(303);
        third.get("/io").await.is(303);
        desk.get("/io/sicurezza").await.is(200).misses("Fai uscire tutti gli altri");
        let acts = acts(app).await;
        assert!(acts.contains(&"person.session_closed".to_owned()) && acts.contains(&"person.sessions_closed".to_owned()), "{acts:?}");
        app.run_jobs().await;
    }

    async fn a_new_device_is_told_once(app) {
        let anna = app.person("anna").await;
        app.run_jobs().await;
        assert!(!subjects(app).iter().any(|subject| subject.contains("nuovo dispositivo")), "the first browser is no news");
        let phone = app.sign_in("anna").await;
        app.run_jobs().await;
        let told = |app: &TestApp| subjects(app).iter().filter(|subject| subject.contains("nuovo dispositivo")).count();
        assert_eq!(told(app), 1);
        phone.post("/io/uscita", &[]).await.is(303);
        phone.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD)]).await.is(303);
        anna.post("/io/uscita", &[]).await.is(303);
        anna.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD)]).await.is(303);
        app.run_jobs().await;
        assert_eq!(told(app), 1, "known browsers are no news");
    }
}

async fn staff_second_factor(on: On) {
    let app = TestApp::start_with(on, |config| config.accounts.staff_second_factor = true).await;
    let clerk = app.staff("carmela", Role::System).await;
    let id = id_of(&app, "carmela").await;
    let inside = "/amministrazione/persone";
    assert_eq!(clerk.get(inside).await.is(303).location(), "/io/sicurezza");
    clerk.get("/io/sicurezza").await.is(200).sees("Per lavorare qui serve un secondo passaggio").sees("chiede un secondo passaggio");
    clerk.get("/io/sicurezza/passkey").await.is(200).sees("Crea la passkey");
    let (key, _) = set_up(&app, &clerk).await;
    clerk.get(inside).await.is(200);
    clerk.get("/io/sicurezza").await.is(200).misses("Aggiungi una passkey o un codice");

    // It cannot be switched off while it is the only one; a session of the password alone never comes to be.
    clerk.post("/io/sicurezza/codice/rimozione", &[]).await.is(422).sees("Prima aggiungine un altro");
    let again = at_the_code(&app, "carmela").await;
    again.post("/accedi/codice", &[("codice", &code(&app, &key))]).await.is(303);
    again.get(inside).await.is(200);
    let first = plant_passkey(&app, id, "Chiave").await;
    clerk.post("/io/sicurezza/codice/rimozione", &[]).await.is(303);
    clerk.post(&format!("/io/sicurezza/passkey/{first}/rimozione"), &[]).await.is(422).sees("Prima aggiungine un altro");

    // Somebody without a role is asked for nothing.
    let anna = app.person("anna").await;
    anna.get("/io/sicurezza").await.is(200).misses("chiede un secondo passaggio");
    let office = app.office("urp").await;
    let anna_id = id_of(&app, "anna").await;
    app.app.db.write(async |tx| Membership::begin(tx, anna_id, office.id, Role::System, None).await).await.unwrap();
    assert_eq!(anna.get(inside).await.is(303).location(), "/io/sicurezza");
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_shows_a_second_factor_where_the_town_asks_for_it_sqlite() {
    staff_second_factor(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_shows_a_second_factor_where_the_town_asks_for_it_postgres() {
    staff_second_factor(On::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_a_number_passkeys_are_off_and_the_page_says_where_they_work() {
    let app = TestApp::start_with(On::Sqlite, |config| {
        config.server.public_url = "http://127.0.0.1:8080".into();
        config.server.aliases = vec!["http://town.test".into()];
    })
    .await;
    // The browser of the tests asks for http://town.test: the alias has a name.
    let anna = app.person("anna").await;
    anna.get("/io/sicurezza").await.is(200).sees("Aggiungi una passkey");
    let by_number = |path: &str| {
        let mut request = anna.request(Method::GET, path).body(Body::empty()).unwrap();
        request.headers_mut().insert(header::HOST, "127.0.0.1:8080".parse().unwrap());
        request
    };
    anna.send(by_number("/io/sicurezza")).await.is(200).misses("Aggiungi una passkey").sees("http://town.test");
    anna.send(by_number("/io/sicurezza/passkey")).await.is(200).misses("Crea la passkey").sees("http://town.test");
    let mut request = anna.request(Method::POST, "/accedi/passkey/sfida").header(header::ORIGIN, "http://127.0.0.1:8080");
    request = request.header(header::CONTENT_LENGTH, 0);
    anna.send(request.body(Body::empty()).unwrap()).await.is(409).sees("non con un numero");
    app.end().await;
}
