//! Attacks that must not succeed, each by its name.

use axum::body::Body;
use dedalus::identity::{Act, Role, Tier};
use http::{Method, header};

use crate::support::{On, PASSWORD, Seen, TestApp, Visitor};
use crate::town_tests;

fn text_apart_from(seen: &Seen, words: &[&str]) -> String {
    words.iter().fold(seen.text.clone(), |text, word| text.replace(word, "…"))
}

fn cookie(visitor: &Visitor<'_>, name: &str) -> Option<String> {
    visitor.cookies.lock().iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
}

town_tests! {
    async fn session_fixation_gains_nothing(app) {
        app.new_person("anna", Tier::Registered).await;
        let planted = "a".repeat(43);
        let victim = app.visitor();
        victim.cookies.lock().push(("dedalus".into(), planted.clone()));
        victim.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD)]).await.is(303);
        assert_ne!(cookie(&victim, "dedalus").unwrap(), planted, "signing in gives a new key");
        let attacker = app.visitor();
        attacker.cookies.lock().push(("dedalus".into(), planted));
        attacker.get("/io").await.is(303);
        // Signing in again ends the session that was open in this browser.
        let before = cookie(&victim, "dedalus").unwrap();
        victim.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD)]).await.is(303);
        let thief = app.visitor();
        thief.cookies.lock().push(("dedalus".into(), before));
        thief.get("/io").await.is(303);
        app.run_jobs().await;
    }

    async fn cross_site_writes_are_refused_on_every_route(app) {
        let root = app.staff("root", Role::System).await;
        let routes = dedalus::routes();
        let mut tried = 0;
        for route in routes.list().iter().filter(|route| route.method != Method::GET && route.act != Act::UseOwnCredential) {
            let path = route.path.split('/').map(|part| if part.contains('{') { "7" } else { part }).collect::<Vec<_>>().join("/");
            for origin in [Some("https://evil.example"), Some("null"), None] {
                let mut request = root.request(route.method.clone(), &path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                if let Some(origin) = origin {
                    request = request.header(header::ORIGIN, origin);
                }
                let seen = root.send(request.header(header::CONTENT_LENGTH, 0).body(Body::empty()).unwrap()).await;
                assert_eq!(seen.status.as_u16(), 403, "{} {path} from {origin:?}", route.method);
                tried += 1;
            }
        }
        assert!(tried > 60, "{tried}");
        root.get("/io").await.is(200);
    }

    async fn open_redirects_lead_home(app) {
        app.new_person("anna", Tier::Registered).await;
        for bad in ["//evil.example", "https://evil.example/", "/\\evil.example", "/%09/evil.example\t", "javascript:alert(1)"] {
            let visitor = app.visitor();
            let seen = visitor.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD), ("torna", bad)]).await.is(303);
            assert!(!seen.location().contains("evil") || seen.location().starts_with("/%09"), "{bad} leads to {}", seen.location());
            let seen = visitor.post("/io/conferma", &[("password", PASSWORD), ("torna", bad)]).await.is(303);
            assert!(seen.location().starts_with('/') && !seen.location().starts_with("//"), "{bad} leads to {}", seen.location());
            let seen = visitor.post("/lingua", &[("lingua", "en"), ("torna", bad)]).await.is(303);
            assert!(seen.location().starts_with('/') && !seen.location().starts_with("//"), "{bad} leads to {}", seen.location());
        }
        app.run_jobs().await;
    }

    async fn user_enumeration_learns_nothing_from_texts_or_from_work(app) {
        app.new_person("anna", Tier::Registered).await;
        let ask = async |path: &str, form: &[(&str, &str)]| {
            let visitor = app.visitor();
            let before = app.app.db.statements();
            let seen = visitor.post(path, form).await;
            (seen, app.app.db.statements() - before)
        };
        let (known, known_work) = ask("/accedi", &[("email", "anna@example.org"), ("password", "non è questa")]).await;
        let (unknown, unknown_work) = ask("/accedi", &[("email", "nina@example.org"), ("password", "non è questa")]).await;
        assert_eq!(known.status, unknown.status);
        assert_eq!(text_apart_from(&known, &["anna"]), text_apart_from(&unknown, &["nina"]));
        assert_eq!(known_work, unknown_work, "signing in asks the database as often");

        let (known, known_work) = ask("/accedi/password-dimenticata", &[("email", "anna@example.org")]).await;
        let (unknown, unknown_work) = ask("/accedi/password-dimenticata", &[("email", "nina@example.org")]).await;
        assert_eq!(text_apart_from(&known, &["anna"]), text_apart_from(&unknown, &["nina"]));
        assert!(known_work.abs_diff(unknown_work) <= 1, "{known_work} and {unknown_work} statements");

        let form = |handle, email| [("nome", "Chi Sa"), ("nickname", handle), ("email", email), ("password", PASSWORD), ("privacy", "si")];
        let (known, known_work) = ask("/iscriviti", &form("chisa1", "anna@example.org")).await;
        let (unknown, unknown_work) = ask("/iscriviti", &form("chisa2", "nina@example.org")).await;
        assert_eq!(known.status, unknown.status);
        assert_eq!(text_apart_from(&known, &["anna", "chisa1"]), text_apart_from(&unknown, &["nina", "chisa2"]));
        assert!(known_work.abs_diff(unknown_work) <= 2, "{known_work} and {unknown_work} statements");
        app.run_jobs().await;
    }

    async fn used_and_expired_tokens_open_nothing(app) {
        app.new_person("anna", Tier::Registered).await;
        let anna = app.visitor();
        anna.post("/accedi/password-dimenticata", &[("email", "anna@example.org")]).await.is(200);
        app.run_jobs().await;
        let link = app.link_in_mail();
        app.visitor().get(&link).await.is(200);
        anna.post(&link, &[("password", "quattro vele nel porto")]).await.is(303);
        let thief = app.visitor();
        thief.post(&link, &[("password", "cinque vele nel porto")]).await.is(410);
        anna.post("/accedi/password-dimenticata", &[("email", "anna@example.org")]).await.is(200);
        app.run_jobs().await;
        let late = app.link_in_mail();
        app.clock.advance(2 * kit::clock::HOUR + 1);
        thief.post(&late, &[("password", "cinque vele nel porto")]).await.is(410);
        // The session's key is worth nothing once it was signed out, however often it is shown.
        let key = cookie(&anna, "dedalus").unwrap();
        anna.post("/io/uscita", &[]).await.is(303);
        thief.cookies.lock().push(("dedalus".into(), key));
        thief.get("/io").await.is(303);
        app.run_jobs().await;
    }

    async fn headers_cannot_be_split_by_what_is_typed(app) {
        app.new_person("anna", Tier::Registered).await;
        let bad = "/novita\r\nSet-Cookie: dedalus=x";
        let visitor = app.visitor();
        let seen = visitor.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD), ("torna", bad)]).await.is(303);
        assert_eq!(seen.headers.get_all(header::SET_COOKIE).iter().filter(|value| value.to_str().unwrap().split(';').next() == Some("dedalus=x")).count(), 0);
        visitor.post("/accedi/password-dimenticata", &[("email", "anna@example.org\r\nBcc: evil@example.org")]).await.is(422);
        assert!(visitor.get("/io/conferma?torna=%0d%0aX-Evil:%201").await.is(200).headers.get("x-evil").is_none());
        app.run_jobs().await;
        assert!(app.mails().iter().all(|mail| !mail.contains("evil@example.org")));
    }

    async fn numbers_of_others_open_nothing_on_any_route_with_an_id(app) {
        // Everything that has a number belongs to the victim; a stranger with every citizen's right asks for it.
        let victim = app.editor("vittima", &["biblioteca"]).await;
        victim.post("/post", &[("voce", "io"), ("testo", "Una cosa mia"), ("azione", "pubblica"), ("chiave", "k")]).await.is(303);
        victim.post("/io/chiavi", &[("nome", "Chiave"), ("tipo", "app"), ("durata", ""), ("ambito", "sessions:read")]).await.is(200);
        app.sign_in("vittima").await;
        let mut numbers: Vec<String> = Vec::new();
        for sql in ["select id from post", "select id from session", "select id from access_key", "select id from person", "select id from audit"] {
            let rows: Vec<(i64,)> = app.app.db.all(sql, vec![]).await.unwrap();
            numbers.extend(rows.into_iter().map(|(id,)| id.to_string()));
        }
        let counts = async || {
            let mut all = Vec::new();
            for sql in ["select count(*) as n from session", "select count(*) as n from access_key where revoked_at is null",
                        "select count(*) as n from post where deleted_at is null", "select count(*) as n from audit"] {
                let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
                all.push(n);
            }
            all
        };
        let stranger = app.person("estranea").await;
        let before = counts().await;
        let routes = dedalus::routes();
        let mut tried = 0;
        // Answering a public post is everybody's right; opinions and public pages are, too.
        let open = [
            "/post/{id}/commenti", "/post/{id}", "/post/{id}/versioni", "/post/{id}/apprezzamento", "/post/{id}/apprezzamento/ritiro",
            "/post/{id}/apprezzamenti", "/post/{id}/segnalibro", "/post/{id}/segnalibro/ritiro", "/post/{id}/condivisione",
            "/post/{id}/condivisione/ritiro", "/post/{id}/diretta", "/post/{id}/abuso", "/embed/post/{id}",
        ];
        // Where cookies do not count, the stranger is nobody: tests/town/api.rs asks there with tokens.
        let closed = |route: &&dedalus::identity::Route| route.path.contains("{id}") && !open.contains(&route.path);
        for route in routes.list().iter().filter(closed).filter(|route| route.act != dedalus::identity::Act::UseOwnCredential) {
            for number in &numbers {
                let path = route.path.replace("{id}", number).split('/').map(|part| if part.contains('{') { "7" } else { part }).collect::<Vec<_>>().join("/");
                let seen = if route.method == Method::GET { stranger.get(&path).await } else { stranger.post(&path, &[("motivo", "Perché sì, e basta"), ("testo", "Preso")]).await };
                let refused = matches!(seen.status.as_u16(), 403 | 404 | 405 | 409 | 422);
                assert!(refused, "{} {path}: {} {}", route.method, seen.status, seen.plain());
                tried += 1;
            }
        }
        assert!(tried > 100, "{tried}");
        assert_eq!(counts().await, before, "nothing of the victim's has changed");
        victim.get("/io").await.is(200);
        app.run_jobs().await;
    }
}

/// The limits of a town as it comes, not as tests loosen it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn password_spraying_meets_the_limit_of_the_address_and_of_the_account() {
    for on in [On::Sqlite, On::Postgres] {
        let app = TestApp::start(on).await;
        app.new_person("anna", Tier::Registered).await;
        let attacker = app.visitor();
        let mut waits = None;
        for number in 0..60 {
            let seen = attacker.post("/accedi", &[("email", &format!("persona{number}@example.org")), ("password", "Estate2028!")]).await;
            if seen.status.as_u16() == 429 {
                waits = Some((number, seen.header("retry-after").to_owned()));
                break;
            }
        }
        let (number, wait) = waits.expect("one address cannot try one password on everybody");
        assert!(number <= 40 && wait.parse::<u32>().unwrap() > 0, "{number} {wait}");
        // From many addresses on one account: the account's own limit.
        let mut stopped = false;
        for number in 0..30_u8 {
            let mut bot = app.visitor();
            bot.peer = format!("198.51.100.{number}:4000").parse().unwrap();
            stopped |= bot.post("/accedi", &[("email", "anna@example.org"), ("password", "Estate2028!")]).await.status.as_u16() == 429;
        }
        assert!(stopped, "one account cannot be tried from everywhere");
        app.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cookie_without_the_host_prefix_opens_nothing_over_https() {
    for on in [On::Sqlite, On::Postgres] {
        let app = TestApp::start_with(on, |config| {
            config.server.public_url = "https://town.test".into();
            config.server.aliases = vec!["http://town.test".into()];
        })
        .await;
        app.new_person("anna", Tier::Registered).await;
        let anna = app.visitor();
        let seen = anna.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD)]).await.is(303);
        for line in seen.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            assert!(
                line.starts_with("__Host-")
                    && line.contains("Secure")
                    && line.contains("HttpOnly")
                    && line.contains("SameSite=Lax")
                    && line.contains("Path=/")
                    && !line.contains("Domain"),
                "{line}"
            );
        }
        let key = cookie(&anna, "__Host-dedalus").unwrap();
        anna.get("/io").await.is(200);
        // A neighbour's page on a subdomain can plant a cookie without the prefix, never one with it.
        let planted = app.visitor();
        planted.cookies.lock().push(("dedalus".into(), key));
        planted.get("/io").await.is(303);
        app.end().await;
    }
}
