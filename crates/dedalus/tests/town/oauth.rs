//! Programs of others: making themselves known, asking a person, tokens, and taking all of it back.

use axum::body::Body;
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use dedalus::identity::{Role, Tier};
use http::{Method, header};
use kit::clock::{DAY, HOUR, MINUTE};
use kit::secret::hash_token;
use serde_json::{Value, json};

use crate::support::{PASSWORD, Seen, TestApp, Visitor};
use crate::town_tests;

/// Forty-three characters and more (RFC 7636 §4.1).
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const BACK: &str = "https://app.example/cb";

pub fn challenge(verifier: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(hash_token(verifier))
}

pub fn told(seen: &Seen) -> Value {
    serde_json::from_str(&seen.text).unwrap_or_else(|_| panic!("no JSON: {} {}", seen.status, seen.text))
}

/// Registers a program; its answer.
pub async fn register(app: &TestApp, said: Value) -> Seen {
    app.visitor().post_raw("/oauth/register", "application/json", said.to_string().into_bytes()).await
}

/// The `client_id` of a public program with these scopes.
pub async fn public(app: &TestApp, scope: &str) -> String {
    let said = json!({"client_name": "Barca", "redirect_uris": [BACK], "scope": scope, "token_endpoint_auth_method": "none"});
    told(&register(app, said).await.is(201))["client_id"].as_str().unwrap().to_owned()
}

fn asking(client: &str, scope: &str) -> Vec<(&'static str, String)> {
    vec![
        ("client_id", client.to_owned()),
        ("redirect_uri", BACK.into()),
        ("response_type", "code".into()),
        ("scope", scope.to_owned()),
        ("state", "lo stato & più".into()),
        ("code_challenge", challenge(VERIFIER)),
        ("code_challenge_method", "S256".into()),
    ]
}

fn with(mut pairs: Vec<(&'static str, String)>, name: &'static str, value: &str) -> Vec<(&'static str, String)> {
    pairs.retain(|(known, _)| *known != name);
    pairs.push((name, value.to_owned()));
    pairs
}

fn address(pairs: &[(&'static str, String)]) -> String {
    format!("/oauth/authorize?{}", url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish())
}

async fn answer(person: &Visitor<'_>, pairs: &[(&'static str, String)], word: &str) -> Seen {
    let mut form: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form.push(("risposta", word));
    person.post("/oauth/authorize", &form).await
}

/// A parameter of the address a program is sent to.
fn sent(seen: &Seen, name: &str) -> Option<String> {
    let url = url::Url::parse(&seen.location()).unwrap();
    url.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
}

/// The code a person sends to a program by saying yes.
pub async fn code(person: &Visitor<'_>, client: &str, scope: &str) -> String {
    let seen = answer(person, &asking(client, scope), "consenti").await.is(303);
    assert!(seen.location().starts_with(BACK), "{}", seen.location());
    sent(&seen, "code").unwrap()
}

pub async fn token(app: &TestApp, form: &[(&str, &str)]) -> Seen {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let visitor = app.visitor();
    let request = visitor.request(Method::POST, "/oauth/token").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    visitor.send(request.body(Body::from(body)).unwrap()).await
}

pub async fn redeem(app: &TestApp, client: &str, code: &str) -> Seen {
    let form =
        [("grant_type", "authorization_code"), ("client_id", client), ("code", code), ("redirect_uri", BACK), ("code_verifier", VERIFIER)];
    token(app, &form).await
}

async fn refresh(app: &TestApp, client: &str, word: &str) -> Seen {
    token(app, &[("grant_type", "refresh_token"), ("client_id", client), ("refresh_token", word)]).await
}

/// Access and refresh token of a person for a new public program.
pub async fn tokens(app: &TestApp, person: &Visitor<'_>, scope: &str) -> (String, String, String) {
    let client = public(app, scope).await;
    let code = code(person, &client, scope).await;
    let told = told(&redeem(app, &client, &code).await.is(200));
    (client, told["access_token"].as_str().unwrap().to_owned(), told["refresh_token"].as_str().unwrap().to_owned())
}

/// An address of the interface with a token.
pub async fn ask(app: &TestApp, method: Method, path: &str, token: Option<&str>, body: Option<Value>) -> Seen {
    let visitor = app.visitor();
    let mut request = visitor.request(method, &format!("/api/dedalus/v1{path}"));
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let body = match body {
        Some(body) => {
            request = request.header(header::CONTENT_TYPE, "application/json");
            Body::from(body.to_string())
        }
        None => Body::empty(),
    };
    visitor.send(request.body(body).unwrap()).await
}

async fn me(app: &TestApp, token: &str) -> Seen {
    ask(app, Method::GET, "/me", Some(token), None).await
}

town_tests! {
    async fn a_program_is_allowed_by_a_person_and_acts_for_them(app) {
        let about = told(&app.visitor().get("/.well-known/oauth-authorization-server").await.is(200));
        assert_eq!(about["issuer"], "http://town.test");
        assert_eq!(about["code_challenge_methods_supported"], json!(["S256"]));
        let client = public(app, "read write:statuses").await;
        // Signing in comes before, and leads back.
        let page = address(&asking(&client, "read"));
        let door = app.visitor();
        let led = door.get(&page).await.is(303).location();
        assert!(led.starts_with("/accedi?torna=%2Foauth%2Fauthorize"), "{led}");
        app.new_person("anna", Tier::Registered).await;
        let torna = url::form_urlencoded::parse(led.split_once('?').unwrap().1.as_bytes()).next().unwrap().1.into_owned();
        let back = door.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD), ("torna", &torna)]).await.is(303);
        assert_eq!(back.location(), page);
        let asked = door.get(&page).await.is(200).sees("Vuoi dare il permesso a «Barca»?").sees("Leggere tutto quello che leggi tu").sees("app.example");
        let policy = asked.header("content-security-policy");
        assert!(policy.contains("form-action 'self' https://app.example;"), "{policy}");
        assert!(!door.get("/io/applicazioni").await.is(200).header("content-security-policy").contains("app.example"));
        let no = answer(&door, &asking(&client, "read"), "rifiuta").await.is(303);
        assert_eq!((sent(&no, "error").as_deref(), sent(&no, "code")), (Some("access_denied"), None));
        let yes = answer(&door, &asking(&client, "read"), "consenti").await.is(303);
        assert_eq!(sent(&yes, "state").as_deref(), Some("lo stato & più"));
        assert_eq!(sent(&yes, "iss").as_deref(), Some("http://town.test"));
        let given = redeem(app, &client, &sent(&yes, "code").unwrap()).await.is(200);
        assert_eq!((given.header("cache-control"), given.header("access-control-allow-origin")), ("no-store", "*"));
        let given = told(&given);
        assert_eq!((given["token_type"].as_str(), given["scope"].as_str(), given["expires_in"].as_i64()), (Some("Bearer"), Some("read"), Some(3600)));
        let who = told(&me(app, given["access_token"].as_str().unwrap()).await.is(200));
        assert_eq!((who["handle"].as_str(), &who["scopes"]), (Some("anna"), &json!(["read"])));
        // It reaches no further than what was allowed.
        ask(app, Method::POST, "/posts", given["access_token"].as_str(), Some(json!({"text": "Ciao"}))).await.is(403);
        ask(app, Method::GET, "/me/sessions", given["access_token"].as_str(), None).await.is(403);
        door.get("/io/applicazioni").await.is(200).sees("Barca").sees("Leggere tutto quello che leggi tu");
        app.run_jobs().await;
    }

    async fn nothing_is_sent_to_an_address_that_was_not_registered(app) {
        let anna = app.person("anna").await;
        let client = public(app, "read").await;
        let right = asking(&client, "read");
        for (name, value, words) in [
            ("client_id", "nessuno", "Non conosciamo il programma"),
            ("redirect_uri", "https://app.example/altro", "non è fra quelli"),
            ("redirect_uri", "https://app.example.evil.example/cb", "non è fra quelli"),
            ("redirect_uri", "https://app.example/cb#x", "non è fra quelli"),
            ("redirect_uri", "javascript:alert(1)", "non è fra quelli"),
        ] {
            let pairs = with(right.clone(), name, value);
            assert!(anna.get(&address(&pairs)).await.is(400).sees(words).headers.get("location").is_none());
            assert!(answer(&anna, &pairs, "consenti").await.is(400).headers.get("location").is_none());
        }
        for (name, value, error) in [
            ("response_type", "token", "unsupported_response_type"),
            ("code_challenge", "", "invalid_request"),
            ("code_challenge_method", "plain", "invalid_request"),
            ("scope", "read admin", "invalid_scope"),
            ("scope", "read write", "invalid_scope"),
        ] {
            let pairs = with(right.clone(), name, value);
            for seen in [anna.get(&address(&pairs)).await.is(303), answer(&anna, &pairs, "consenti").await.is(303)] {
                assert_eq!((sent(&seen, "error").as_deref(), sent(&seen, "code")), (Some(error), None));
                assert_eq!(sent(&seen, "state").as_deref(), Some("lo stato & più"));
            }
        }
        let twice = format!("{}&scope=read", address(&right));
        assert_eq!(sent(&anna.get(&twice).await.is(303), "error").as_deref(), Some("invalid_request"));
        let twice = format!("{}&redirect_uri=https%3A%2F%2Fapp.example%2Fcb", address(&right));
        anna.get(&twice).await.is(400);
    }

    async fn another_site_cannot_say_yes_for_a_person(app) {
        let anna = app.person("anna").await;
        let client = public(app, "read").await;
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(asking(&client, "read")).append_pair("risposta", "consenti").finish();
        let request = anna.request(Method::POST, "/oauth/authorize").header(header::ORIGIN, "https://evil.example").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        anna.send(request.body(Body::from(body)).unwrap()).await.is(403);
        // Nor does an old proof count: who sits down at an open browser is asked again.
        app.clock.advance(11 * MINUTE);
        let led = anna.get(&address(&asking(&client, "read"))).await.is(303).location();
        assert!(led.starts_with("/io/conferma?torna="), "{led}");
    }

    async fn a_code_is_good_once_for_a_minute_and_for_whoever_asked(app) {
        let anna = app.person("anna").await;
        let (client, other) = (public(app, "read").await, public(app, "read").await);
        let first = code(&anna, &client, "read").await;
        redeem(app, &other, &first).await.is(400);
        for (name, value) in [("code_verifier", "x".repeat(43)), ("code_verifier", challenge(VERIFIER)), ("redirect_uri", "https://app.example/altro".into())] {
            let mut form = vec![("grant_type", "authorization_code"), ("client_id", &client), ("code", &first), ("redirect_uri", BACK), ("code_verifier", VERIFIER)];
            form.retain(|(known, _)| *known != name);
            form.push((name, &value));
            assert_eq!(told(&token(app, &form).await.is(400))["error"], "invalid_grant", "{name}");
        }
        let given = told(&redeem(app, &client, &first).await.is(200));
        let access = given["access_token"].as_str().unwrap();
        me(app, access).await.is(200);
        // Brought again, it was stolen: what came of it opens nothing any more.
        assert_eq!(told(&redeem(app, &client, &first).await.is(400))["error"], "invalid_grant");
        me(app, access).await.is(401);
        refresh(app, &client, given["refresh_token"].as_str().unwrap()).await.is(400);
        let late = code(&anna, &client, "read").await;
        app.clock.advance(MINUTE + 1);
        redeem(app, &client, &late).await.is(400);
        app.run_jobs().await;
    }

    async fn a_refresh_token_is_changed_for_the_next_and_brought_twice_ends_all(app) {
        let anna = app.person("anna").await;
        let (client, access, first) = tokens(app, &anna, "read write:statuses").await;
        let next = told(&refresh(app, &client, &first).await.is(200));
        me(app, &access).await.is(401);
        let (access, second) = (next["access_token"].as_str().unwrap(), next["refresh_token"].as_str().unwrap());
        me(app, access).await.is(200);
        let form = [("grant_type", "refresh_token"), ("client_id", client.as_str()), ("refresh_token", second), ("scope", "read follow")];
        assert_eq!(told(&token(app, &form).await.is(400))["error"], "invalid_scope");
        let form = [("grant_type", "refresh_token"), ("client_id", client.as_str()), ("refresh_token", second), ("scope", "read:statuses")];
        let narrow = told(&token(app, &form).await.is(200));
        assert_eq!(narrow["scope"], "read:statuses");
        app.clock.advance(HOUR + 1);
        me(app, narrow["access_token"].as_str().unwrap()).await.is(401);
        // The first one again: a thief has it, or had the second. Nobody keeps anything.
        refresh(app, &client, &first).await.is(400);
        refresh(app, &client, narrow["refresh_token"].as_str().unwrap()).await.is(400);
        // One that lies for ninety days is over.
        let (client, _, word) = tokens(app, &app.sign_in("anna").await, "read").await;
        app.clock.advance(90 * DAY + 1);
        refresh(app, &client, &word).await.is(400);
        app.run_jobs().await;
    }

    async fn a_program_with_a_secret_must_show_it(app) {
        let said = json!({"client_name": "Bilancia", "redirect_uris": [BACK], "scope": "read", "client_uri": "https://app.example/"});
        let made = told(&register(app, said).await.is(201));
        let (id, secret) = (made["client_id"].as_str().unwrap(), made["client_secret"].as_str().unwrap());
        let kept: Vec<(Vec<u8>,)> = app.app.db.all("select secret_hash from oauth_client", vec![]).await.unwrap();
        assert_eq!(kept[0].0, hash_token(secret).to_vec(), "only the hash is kept");
        let itself = [("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret)];
        let given = told(&token(app, &itself).await.is(200));
        assert!(given.get("refresh_token").is_none());
        let access = given["access_token"].as_str().unwrap();
        ask(app, Method::GET, "/timelines/town", Some(access), None).await.is(200);
        // It is no person.
        me(app, access).await.is(403);
        let wrong = token(app, &[("grant_type", "client_credentials"), ("client_id", id), ("client_secret", "x")]).await.is(401);
        assert_eq!((told(&wrong)["error"].as_str(), wrong.header("www-authenticate")), (Some("invalid_client"), "Basic realm=\"Dedalus\""));
        token(app, &[("grant_type", "client_credentials"), ("client_id", id)]).await.is(401);
        let visitor = app.visitor();
        let basic = format!("Basic {}", BASE64_STANDARD.encode(format!("{id}:{secret}")));
        let request = visitor.request(Method::POST, "/oauth/token").header(header::AUTHORIZATION, &basic).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        visitor.send(request.body(Body::from("grant_type=client_credentials&scope=read:statuses")).unwrap()).await.is(200);
        let request = visitor.request(Method::POST, "/oauth/token").header(header::AUTHORIZATION, &basic).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        visitor.send(request.body(Body::from("grant_type=client_credentials&scope=write")).unwrap()).await.is(400);
        // A program without a secret is nobody by itself.
        let client = public(app, "read").await;
        assert_eq!(told(&token(app, &[("grant_type", "client_credentials"), ("client_id", &client)]).await.is(400))["error"], "unauthorized_client");
        token(app, &[("grant_type", "password"), ("client_id", &client)]).await.is(400);
        visitor.post_raw("/oauth/token", "application/json", b"{}".to_vec()).await.is(400);
    }

    async fn what_a_program_says_of_itself_is_checked(app) {
        let fine = json!({"client_name": "Barca", "redirect_uris": [BACK], "scope": "read"});
        let but = |name: &str, value: Value| {
            let mut said = fine.clone();
            said[name] = value;
            said
        };
        for (said, error) in [
            (but("redirect_uris", json!([])), "invalid_redirect_uri"),
            (but("redirect_uris", json!(["http://app.example/cb"])), "invalid_redirect_uri"),
            (but("redirect_uris", json!(["javascript:alert(1)"])), "invalid_redirect_uri"),
            (but("redirect_uris", json!([BACK, "https://app.example/cb#x"])), "invalid_redirect_uri"),
            (but("client_name", json!("")), "invalid_client_metadata"),
            (but("client_name", json!("Comune di Termini Imerese")), "invalid_client_metadata"),
            (but("scope", json!("read admin")), "invalid_client_metadata"),
            (but("grant_types", json!(["password"])), "invalid_client_metadata"),
            (but("token_endpoint_auth_method", json!("private_key_jwt")), "invalid_client_metadata"),
            (json!([]), "invalid_client_metadata"),
        ] {
            let seen = register(app, said.clone()).await.is(400);
            assert_eq!(told(&seen)["error"], error, "{said}");
        }
        for good in ["http://127.0.0.1/cb", "it.example.barca:/cb"] {
            register(app, but("redirect_uris", json!([good]))).await.is(201);
        }
        let seen = register(app, but("client_name", json!("<b>Barca</b> \u{202e}"))).await.is(201);
        assert_eq!(told(&seen)["client_name"], "<b>Barca</b>");
    }

    async fn whoever_registers_too_many_programs_waits(app) {
        let said = json!({"client_name": "Barca", "redirect_uris": [BACK], "scope": "read"});
        let mut stopped = None;
        for _ in 0..25 {
            let seen = register(app, said.clone()).await;
            if seen.status.as_u16() == 429 {
                stopped = Some(seen);
                break;
            }
        }
        let stopped = stopped.expect("twenty in an hour");
        assert!(stopped.header("retry-after").parse::<u32>().unwrap() > 0);
        assert_eq!(stopped.header("content-type"), "application/problem+json");
    }

    async fn a_person_takes_back_what_they_allowed_and_nobody_else_does(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let (client, access, word) = tokens(app, &anna, "read").await;
        let (_, other, _) = tokens(app, &anna, "read").await;
        let (grant,): (i64,) = app.app.db.one("select min(id) as id from oauth_grant", vec![]).await.unwrap();
        bruno.post(&format!("/io/applicazioni/{grant}/ritiro"), &[]).await.is(404);
        me(app, &access).await.is(200);
        anna.post(&format!("/io/applicazioni/{grant}/ritiro"), &[]).await.is(303);
        anna.get("/io/applicazioni").await.is(200).sees("Permesso ritirato");
        me(app, &access).await.is(401);
        refresh(app, &client, &word).await.is(400);
        me(app, &other).await.is(200);
        // The program itself gives back what it has; unknown words are no fault.
        let (client, access, word) = tokens(app, &anna, "read").await;
        let visitor = app.visitor();
        let form = "application/x-www-form-urlencoded";
        visitor.post_raw("/oauth/revoke", form, format!("client_id={client}&token=unknown").into_bytes()).await.is(200);
        me(app, &access).await.is(200);
        visitor.post_raw("/oauth/revoke", form, format!("client_id={client}&token={word}").into_bytes()).await.is(200);
        me(app, &access).await.is(401);
        app.run_jobs().await;
    }

    async fn a_new_password_suspension_and_the_end_of_the_account_end_what_was_allowed(app) {
        let anna = app.person("anna").await;
        let (_, access, _) = tokens(app, &anna, "read").await;
        anna.post("/io/password", &[("vecchia", PASSWORD), ("password", "quattro vele nel porto")]).await.is(303);
        me(app, &access).await.is(401);
        let (_, access, _) = tokens(app, &anna, "read").await;
        anna.post("/io/sessioni/chiusura", &[]).await.is(303);
        me(app, &access).await.is(401);
        let bruno = app.person("bruno").await;
        let (client, access, word) = tokens(app, &bruno, "read").await;
        let root = app.staff("root", Role::System).await;
        let (id,): (i64,) = app.app.db.one("select id from person where handle = 'bruno'", vec![]).await.unwrap();
        root.post(&format!("/amministrazione/persone/{id}/sospensione"), &[("motivo", "Perché sì, e basta")]).await.is(303);
        me(app, &access).await.is(401);
        refresh(app, &client, &word).await.is(400);
        let carla = app.person("carla").await;
        let (_, access, _) = tokens(app, &carla, "read").await;
        carla.post("/io/chiusura", &[("conferma", "1"), ("password", PASSWORD)]).await.is(303);
        me(app, &access).await.is(401);
        app.run_jobs().await;
    }

    async fn who_keeps_the_system_sees_programs_and_takes_one_away(app) {
        let anna = app.person("anna").await;
        let (client, access, word) = tokens(app, &anna, "read").await;
        let root = app.staff("root", Role::System).await;
        let list = root.get("/amministrazione/applicazioni").await.is(200).sees("Barca").sees(BACK);
        assert!(list.text.contains("/amministrazione/applicazioni.csv"));
        root.get("/amministrazione/applicazioni?q=vela").await.is(200).misses(BACK).sees("Niente corrisponde");
        root.get("/amministrazione/applicazioni.csv").await.is(200).sees("Barca").sees(BACK);
        anna.get("/amministrazione/applicazioni").await.is(403);
        let (id,): (i64,) = app.app.db.one("select id from oauth_client", vec![]).await.unwrap();
        root.get(&format!("/amministrazione/applicazioni/{id}/ritiro")).await.is(200).sees("Togli l’applicazione «Barca»?").sees("Una persona");
        root.post(&format!("/amministrazione/applicazioni/{id}/ritiro"), &[]).await.is(303);
        me(app, &access).await.is(401);
        refresh(app, &client, &word).await.is(401);
        anna.get(&address(&asking(&client, "read"))).await.is(400).sees("Non conosciamo il programma");
        root.post(&format!("/amministrazione/applicazioni/{id}/ritiro"), &[]).await.is(404);
        let (n,): (i64,) = app.app.db.one("select count(*) as n from audit where act = 'client.revoked' and subject_name = 'Barca'", vec![]).await.unwrap();
        assert_eq!(n, 1);
        app.run_jobs().await;
    }

    async fn what_nobody_uses_is_forgotten(app) {
        let anna = app.person("anna").await;
        public(app, "read").await;
        let (used, _, _) = tokens(app, &anna, "read").await;
        app.clock.advance(31 * DAY);
        crate::mydata::run(app, "identity.sweep").await;
        let left: Vec<(String,)> = app.app.db.all("select client_id from oauth_client", vec![]).await.unwrap();
        assert_eq!(left, [(used,)]);
        let (codes,): (i64,) = app.app.db.one("select count(*) as n from oauth_code", vec![]).await.unwrap();
        let (access,): (i64,) = app.app.db.one("select count(*) as n from oauth_token where kind = 'access'", vec![]).await.unwrap();
        assert_eq!((codes, access), (0, 0));
        app.run_jobs().await;
    }
}
