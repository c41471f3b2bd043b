//! The programming interface of the square: the nouns of the pages, for programs.

use std::collections::BTreeSet;

use axum::body::Body;
use dedalus::identity::{Act, Tier};
use http::{Method, header};
use serde_json::{Value, json};

use crate::oauth::{ask, tokens, told};
use crate::support::{Seen, TestApp, Visitor};
use crate::town_tests;

const BASE: &str = "/api/dedalus/v1";

async fn get(app: &TestApp, path: &str, token: Option<&str>) -> Seen {
    ask(app, Method::GET, path, token, None).await
}

async fn write(app: &TestApp, token: &str, body: Value) -> Value {
    told(&ask(app, Method::POST, "/posts", Some(token), Some(body)).await.is(201))
}

fn id(post: &Value) -> String {
    post["id"].as_str().unwrap().to_owned()
}

fn texts(list: &Seen) -> Vec<String> {
    told(list).as_array().unwrap().iter().map(|post| post["text"].as_str().unwrap().to_owned()).collect()
}

/// A person and a token of theirs for everything.
async fn somebody<'t>(app: &'t TestApp, handle: &str) -> (Visitor<'t>, String) {
    let person = app.person(handle).await;
    let (_, token, _) = tokens(app, &person, "read write follow").await;
    (person, token)
}

/// The address of the next page, from the town's root.
fn next(seen: &Seen) -> Option<String> {
    let link = seen.headers.get("link")?.to_str().unwrap();
    let link = link.strip_prefix("<http://town.test")?.strip_suffix(">; rel=\"next\"")?;
    Some(link.strip_prefix(BASE).unwrap().to_owned())
}

town_tests! {
    async fn a_post_is_written_read_changed_and_taken_back(app) {
        let (_, anna) = somebody(app, "anna").await;
        let seen = ask(app, Method::POST, "/posts", Some(&anna), Some(json!({"text": "Ciao **piazza** #porto", "title": "Saluto", "language": "it"}))).await.is(201);
        let post = told(&seen);
        assert_eq!(seen.header("location"), format!("http://town.test{BASE}/posts/{}", id(&post)));
        assert!(post["html"].as_str().unwrap().contains("<strong>piazza</strong>"));
        let path = format!("/posts/{}", id(&post));
        assert_eq!(told(&get(app, &path, None).await.is(200))["author"]["handle"], "anna");
        app.visitor().get(&format!("/post/{}", id(&post))).await.is(200).sees("Saluto");
        assert_eq!(texts(&get(app, "/tags/porto/posts", None).await.is(200)), ["Ciao **piazza** #porto"]);
        assert_eq!(texts(&get(app, "/search?q=piazza", None).await.is(200)), ["Ciao **piazza** #porto"]);
        let change = json!({"text": "Ciao a tutti", "version": post["version"]});
        let changed = told(&ask(app, Method::PATCH, &path, Some(&anna), Some(change.clone())).await.is(200));
        assert_eq!((changed["text"].as_str(), changed["title"].as_str()), (Some("Ciao a tutti"), Some("Saluto")));
        // Another version since: nobody's change is lost.
        let lost = ask(app, Method::PATCH, &path, Some(&anna), Some(json!({"text": "Un altro", "version": post["version"]}))).await.is(409);
        assert_eq!(lost.header("content-type"), "application/problem+json");
        ask(app, Method::DELETE, &path, Some(&anna), None).await.is(204);
        get(app, &path, None).await.is(404);
        get(app, &path, Some(&anna)).await.is(404);
        app.run_jobs().await;
    }

    async fn nobody_changes_or_takes_back_what_is_not_theirs(app) {
        let (_, anna) = somebody(app, "anna").await;
        let (_, bruno) = somebody(app, "bruno").await;
        let path = format!("/posts/{}", id(&write(app, &anna, json!({"text": "Mio"})).await));
        ask(app, Method::PATCH, &path, Some(&bruno), Some(json!({"text": "Tuo"}))).await.is(404);
        ask(app, Method::DELETE, &path, Some(&bruno), None).await.is(404);
        ask(app, Method::DELETE, &path, None, None).await.is(401);
        // A cookie counts for nothing here, and neither does a role: an editor's token speaks for the person.
        let edo = app.editor("edo", &["biblioteca"]).await;
        edo.get(&format!("{BASE}/me")).await.is(401);
        let request = edo.request(Method::DELETE, &format!("{BASE}{path}")).header(header::ORIGIN, "http://town.test");
        edo.send(request.body(Body::empty()).unwrap()).await.is(401);
        edo.post("/post", &[("voce", "biblioteca"), ("titolo", "Orari"), ("testo", "Aperta"), ("azione", "pubblica"), ("chiave", "k")]).await.is(303);
        let (_, edo, _) = tokens(app, &edo, "read write").await;
        let said = told(&get(app, "/pages/biblioteca/posts", Some(&edo)).await.is(200));
        let said = said[0]["id"].as_str().unwrap();
        ask(app, Method::DELETE, &format!("/posts/{said}"), Some(&edo), None).await.is(404);
        assert_eq!(texts(&get(app, &path, None).await.is(200).wrapped()), ["Mio"]);
        app.run_jobs().await;
    }

    async fn a_thread_is_read_and_answered(app) {
        let (_, anna) = somebody(app, "anna").await;
        let (_, bruno) = somebody(app, "bruno").await;
        let root = id(&write(app, &anna, json!({"text": "Chi viene?"})).await);
        let talk = format!("/posts/{root}/comments");
        let first = told(&ask(app, Method::POST, &talk, Some(&bruno), Some(json!({"text": "Io"}))).await.is(201));
        let second = told(&ask(app, Method::POST, &talk, Some(&anna), Some(json!({"text": "Bene", "parent": first["id"]}))).await.is(201));
        assert_eq!((second["parent_id"].as_str(), second["root_id"].as_str()), (first["id"].as_str(), Some(root.as_str())));
        assert_eq!(texts(&get(app, &format!("/posts/{root}/thread"), None).await.is(200)), ["Io", "Bene"]);
        ask(app, Method::DELETE, &format!("/posts/{}", id(&first)), Some(&bruno), None).await.is(204);
        let thread = told(&get(app, &format!("/posts/{root}/thread"), None).await.is(200));
        assert_eq!((&thread[0]["gone"], &thread[0]["text"], &thread[0]["author"]), (&json!(true), &json!(""), &Value::Null));
        let closed = id(&write(app, &anna, json!({"text": "Basta", "replies": "nobody"})).await);
        let refused = told(&ask(app, Method::POST, &format!("/posts/{closed}/comments"), Some(&bruno), Some(json!({"text": "Io"}))).await.is(409));
        assert_eq!(refused["errors"][0]["field"], "text");
        app.run_jobs().await;
    }

    async fn a_write_repeated_with_its_key_is_written_once(app) {
        let (_, anna) = somebody(app, "anna").await;
        let send = async |key: &str| {
            let visitor = app.visitor();
            let request = visitor.request(Method::POST, &format!("{BASE}/posts")).header(header::AUTHORIZATION, format!("Bearer {anna}"));
            let request = request.header(header::CONTENT_TYPE, "application/json").header("idempotency-key", key);
            visitor.send(request.body(Body::from(json!({"text": "Una volta"}).to_string())).unwrap()).await
        };
        let first = told(&send("uno").await.is(201));
        assert_eq!(told(&send("uno").await.is(200))["id"], first["id"]);
        assert_ne!(told(&send("due").await.is(201))["id"], first["id"]);
        app.run_jobs().await;
    }

    async fn lists_go_on_where_the_page_before_ended(app) {
        let (_, anna) = somebody(app, "anna").await;
        for number in 1..=5 {
            write(app, &anna, json!({"text": format!("Numero {number}")})).await;
        }
        let mut seen = Vec::new();
        let mut path = Some("/timelines/town?limit=2&from=people".to_owned());
        while let Some(here) = path {
            let page = get(app, &here, None).await.is(200);
            seen.extend(texts(&page));
            path = next(&page);
        }
        assert_eq!(seen, ["Numero 5", "Numero 4", "Numero 3", "Numero 2", "Numero 1"]);
        for bad in ["limit=0", "limit=51", "limit=x", "before=x", "from=x", "altro=1", "limit=1&limit=2"] {
            let refused = get(app, &format!("/timelines/town?{bad}"), None).await.is(400);
            assert_eq!(refused.header("content-type"), "application/problem+json", "{bad}");
        }
        app.run_jobs().await;
    }

    async fn what_one_follows_stands_in_the_home_time_line(app) {
        let (_, anna) = somebody(app, "anna").await;
        let (_, bruno) = somebody(app, "bruno").await;
        let post = id(&write(app, &bruno, json!({"text": "Dal porto"})).await);
        assert!(texts(&get(app, "/timelines/home", Some(&anna)).await.is(200)).is_empty());
        assert_eq!(told(&ask(app, Method::PUT, "/people/bruno/follow", Some(&anna), None).await.is(200))["following"], "yes");
        assert_eq!(texts(&get(app, "/timelines/home", Some(&anna)).await.is(200)), ["Dal porto"]);
        assert_eq!(told(&get(app, "/following", Some(&anna)).await.is(200))[0]["handle"], "bruno");
        for gesture in ["like", "bookmark", "share"] {
            ask(app, Method::PUT, &format!("/posts/{post}/{gesture}"), Some(&anna), None).await.is(204);
            ask(app, Method::PUT, &format!("/posts/{post}/{gesture}"), Some(&anna), None).await.is(204);
        }
        let shown = told(&get(app, &format!("/posts/{post}"), Some(&anna)).await.is(200));
        assert_eq!((&shown["liked"], &shown["likes"], &shown["shares"], &shown["bookmarked"]), (&json!(true), &json!(1), &json!(1), &json!(true)));
        assert_eq!(told(&get(app, &format!("/posts/{post}/likes"), None).await.is(200))[0]["handle"], "anna");
        assert_eq!(texts(&get(app, "/bookmarks", Some(&anna)).await.is(200)), ["Dal porto"]);
        ask(app, Method::DELETE, &format!("/posts/{post}/like"), Some(&anna), None).await.is(204);
        ask(app, Method::DELETE, "/people/bruno/follow", Some(&anna), None).await.is(200);
        app.run_jobs().await;
        let notices = get(app, "/notices?unread=true", Some(&bruno)).await.is(200);
        let newest = told(&notices)[0]["id"].as_str().unwrap().to_owned();
        ask(app, Method::POST, "/notices/read", Some(&bruno), Some(json!({"up_to": newest}))).await.is(204);
        assert_eq!(told(&get(app, "/notices?unread=true", Some(&bruno)).await.is(200)), json!([]));
        app.run_jobs().await;
    }

    async fn private_profiles_blocks_and_secret_communities_leak_nowhere(app) {
        let (anna_page, anna) = somebody(app, "anna").await;
        let (_, bruno) = somebody(app, "bruno").await;
        app.new_person("lia", Tier::Verified).await;
        let lia = app.sign_in("lia").await;
        let made = lia.post("/comunita", &[("nome", "Segreta"), ("nickname", "segreta"), ("scopo", "Fra noi soltanto, per prova."), ("tipo", "secret"), ("argomento", "sport"), ("luogo", "Lungomare"), ("regole", "- Gentilezza")]).await;
        let (_, lia, _) = tokens(app, &lia, "read write follow").await;
        if made.status.as_u16() == 303 {
            let hidden = id(&write(app, &lia, json!({"text": "Xqzsegreto in comunità", "community": "segreta"})).await);
            for path in ["/communities/segreta".to_owned(), "/communities/segreta/posts".into(), format!("/posts/{hidden}"), format!("/posts/{hidden}/thread"), format!("/posts/{hidden}/likes")] {
                get(app, &path, None).await.is(404);
                get(app, &path, Some(&bruno)).await.is(404);
            }
            for path in ["/communities", "/timelines/town", "/search?q=Xqzsegreto", "/people/lia/posts", "/tags"] {
                get(app, path, None).await.is(200).misses("Xqzsegreto").misses("Segreta");
                get(app, path, Some(&bruno)).await.is(200).misses("Xqzsegreto").misses("Segreta");
            }
            ask(app, Method::PUT, "/communities/segreta/membership", Some(&bruno), None).await.is(404);
            ask(app, Method::PUT, "/communities/segreta/follow", Some(&bruno), None).await.is(404);
            get(app, &format!("/posts/{hidden}"), Some(&lia)).await.is(200);
        } else {
            panic!("{}", made.plain());
        }
        let own = id(&write(app, &anna, json!({"text": "Xqzprivato di Anna"})).await);
        anna_page.post("/io/profilo", &[("nome", "Anna Prova"), ("bio", "Xqzbio"), ("lingua", "it"), ("privato", "1")]).await.is(303);
        for token in [None, Some(bruno.as_str())] {
            get(app, &format!("/posts/{own}"), token).await.is(404);
            for path in ["/timelines/town", "/search?q=Xqzprivato", "/people/anna", "/people/anna/posts"] {
                get(app, path, token).await.is(200).misses("Xqz");
            }
        }
        assert_eq!(told(&ask(app, Method::PUT, "/people/anna/follow", Some(&bruno), None).await.is(200))["following"], "asked");
        let open = id(&write(app, &lia, json!({"text": "Xqzaperto"})).await);
        app.sign_in("lia").await.post("/persone/bruno/blocco", &[]).await.is(303);
        get(app, &format!("/posts/{open}"), Some(&bruno)).await.is(404);
        get(app, "/people/lia", Some(&bruno)).await.is(404);
        get(app, "/timelines/town", Some(&bruno)).await.is(200).misses("Xqzaperto");
        get(app, &format!("/posts/{open}"), None).await.is(200);
        app.run_jobs().await;
    }

    async fn what_is_wrong_with_a_request_is_told(app) {
        let (_, anna) = somebody(app, "anna").await;
        let raw = async |kind: &str, body: &str| {
            let visitor = app.visitor();
            let request = visitor.request(Method::POST, &format!("{BASE}/posts")).header(header::AUTHORIZATION, format!("Bearer {anna}")).header(header::CONTENT_TYPE, kind);
            visitor.send(request.body(Body::from(body.to_owned())).unwrap()).await
        };
        for (kind, body, status) in [
            ("text/plain", "{}", 415), ("application/x-www-form-urlencoded", "text=x", 415), ("application/json", "{", 400), ("application/json", "", 400),
            ("application/json", "[]", 422), ("application/json", "{}", 422), ("application/json", r#"{"text": 1}"#, 422), ("application/json", r#"{"text": "x", "altro": 1}"#, 422),
            ("application/json", r#"{"text": "  "}"#, 422), ("application/json", r#"{"text": "x", "replies": "boh"}"#, 422), ("application/json", r#"{"text": "x", "quote": "99"}"#, 409), ("application/json", r#"{"text": "x", "quote": "x"}"#, 422), ("application/json", r#"{"text": "x", "community": ""}"#, 422),
        ] {
            let seen = raw(kind, body).await.is(status);
            assert_eq!(seen.header("content-type"), "application/problem+json", "{body}");
            assert_eq!(told(&seen)["status"], status, "{body}");
        }
        let faults = told(&raw("application/json", &json!({"text": "x".repeat(20_001), "title": "y".repeat(121)}).to_string()).await.is(422));
        let fields: Vec<&str> = faults["errors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap()).collect();
        assert_eq!(fields, ["title", "text"]);
        for path in ["/posts/0", "/posts/abc", "/posts/99999999999999999999", "/posts/7", "/people/nessuno", "/pages/nessuna", "/communities/nessuna", "/nulla"] {
            let seen = get(app, path, Some(&anna)).await.is(404);
            assert_eq!(seen.header("content-type"), "application/problem+json", "{path}");
        }
        let seen = ask(app, Method::PUT, "/posts", Some(&anna), None).await.is(405);
        assert_eq!((seen.header("allow"), seen.header("content-type")), ("POST", "application/problem+json"));
        let bad = get(app, "/me", Some("ded_niente")).await.is(401);
        assert!(bad.header("www-authenticate").contains("invalid_token"));
        get(app, "/timelines/town", Some("ded_niente")).await.is(401);
    }

    async fn programs_in_a_browser_read_from_everywhere_and_without_cookies(app) {
        let visitor = app.visitor();
        let seen = visitor.get(&format!("{BASE}/timelines/town")).await.is(200);
        assert_eq!((seen.header("access-control-allow-origin"), seen.header("access-control-allow-credentials")), ("*", ""));
        assert!(seen.header("cache-control").contains("no-store"));
        let asked = visitor.request(Method::OPTIONS, &format!("{BASE}/posts")).header(header::ORIGIN, "https://app.example");
        let asked = visitor.send(asked.body(Body::empty()).unwrap()).await.is(204);
        assert!(asked.header("access-control-allow-headers").contains("Authorization"));
        assert_eq!(asked.header("access-control-allow-origin"), "*");
        assert_eq!(visitor.get(&format!("{BASE}/me")).await.is(401).header("access-control-allow-origin"), "*");
        assert_eq!(visitor.get("/novita").await.is(200).header("access-control-allow-origin"), "");
    }

    async fn a_personal_key_opens_the_same_addresses_with_the_same_scopes(app) {
        let anna = app.person("anna").await;
        let made = anna.post("/io/chiavi", &[("nome", "Programma"), ("tipo", "token"), ("durata", "30"), ("ambito", "write:statuses"), ("ambito", "read:accounts")]).await.is(200);
        let key = made.text.split("<code class=\"ded-code\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        let post = write(app, &key, json!({"text": "Con la chiave"})).await;
        get(app, "/me", Some(&key)).await.is(200);
        get(app, "/timelines/home", Some(&key)).await.is(403);
        ask(app, Method::PUT, &format!("/posts/{}/like", id(&post)), Some(&key), None).await.is(403);
        app.run_jobs().await;
    }

    async fn the_description_and_its_page_are_there_in_three_languages(app) {
        let visitor = app.visitor();
        let described = told(&visitor.get("/api/openapi.json").await.is(200));
        assert_eq!((&described["openapi"], &described["servers"][0]["url"]), (&json!("3.1.0"), &json!("http://town.test")));
        visitor.get("/api").await.is(200).sees("Interfaccia per i programmi").sees("/api/dedalus/v1/timelines/home").sees("write:statuses");
        for (language, words) in [("en", "Interface for programs"), ("de", "Schnittstelle für Programme")] {
            Visitor { language: language.into(), ..app.visitor() }.get("/api").await.is(200).sees(words);
        }
        // Every shape that is named stands there.
        let text = described.to_string();
        for part in text.split("#/components/schemas/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(described["components"]["schemas"].get(name).is_some(), "{name}");
        }
        // What is described is what is registered, and the other way round.
        let mut told_of = BTreeSet::new();
        for (path, item) in described["paths"].as_object().unwrap() {
            told_of.extend(item.as_object().unwrap().keys().map(|method| format!("{} {path}", method.to_uppercase())));
        }
        let routes = dedalus::routes();
        let registered: BTreeSet<String> = routes.list().iter().filter(|route| route.path.starts_with("/api/dedalus/")).map(|route| format!("{} {}", route.method, route.path)).collect();
        assert_eq!(told_of, registered);
        assert!(registered.len() > 40, "{}", registered.len());
        assert!(routes.list().iter().filter(|route| route.path.starts_with("/api/dedalus/")).all(|route| route.act == Act::UseOwnCredential));
        let ids: Vec<&str> = routes.operations().iter().map(|operation| operation.id).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }
}

impl Seen {
    /// The one thing as a list of one.
    fn wrapped(self) -> Self {
        Self { text: format!("[{}]", self.text), ..self }
    }
}
