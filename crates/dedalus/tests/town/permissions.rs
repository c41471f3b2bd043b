//! The table of permissions, walked through over HTTP: every role × every route.

use std::collections::BTreeMap;

use dedalus::identity::{Act, PERMISSIONS, Party, Reach, Rights, Role, Route, Tier, set_editor};
use http::Method;

use crate::support::{Seen, TestApp, Visitor};
use crate::town_tests;

/// An address with something in the place of its parameters: nothing that exists, so that what passes the guard is not found.
fn somewhere(path: &str) -> String {
    let mut out = String::new();
    for part in path.split('/').skip(1) {
        out.push('/');
        out.push_str(if part.contains('{') { "7" } else { part });
        if let Some((_, rest)) = part.split_once('}') {
            out.push_str(rest);
        }
    }
    out
}

/// What the guard answered, as far as one can see it from outside.
fn answered(seen: &Seen) -> &'static str {
    let location = seen.headers.get("location").map_or("", |value| value.to_str().unwrap());
    match seen.status.as_u16() {
        403 => "forbidden",
        401 => "sign in",
        303 if location.starts_with("/accedi?torna=") => "sign in",
        303 if location.starts_with("/amministrazione/vetro?torna=") => "glass",
        303 if location.starts_with("/io/conferma?torna=") => "prove",
        _ => "passed",
    }
}

async fn ask(visitor: &Visitor<'_>, route: &Route) -> Seen {
    let path = somewhere(route.path);
    if route.method == Method::GET {
        return visitor.get(&path).await;
    }
    let request = visitor.request(route.method.clone(), &path).header("origin", "http://town.test").header("content-length", 0);
    visitor.send(request.header("content-type", "application/x-www-form-urlencoded").body(axum::body::Body::empty()).unwrap()).await
}

/// Somebody of each column, signed in a moment ago.
async fn everybody(app: &TestApp) -> Vec<(Party, Visitor<'_>)> {
    let mut all = vec![(Party::Visitor, app.visitor()), (Party::Registered, app.person("iscritta").await)];
    app.new_person("verificata", Tier::Verified).await;
    all.push((Party::Verified, app.sign_in("verificata").await));
    for role in Role::ALL {
        all.push((Party::from(*role), app.staff(role.word(), *role).await));
    }
    all
}

/// Routes whose handler itself answers 403 or 401 for reasons of its own, or ends the session of who asks.
fn is_apart(route: &Route) -> bool {
    route.act == Act::UseOwnCredential || route.path == "/io/uscita"
}

town_tests! {
    async fn every_role_may_on_every_route_what_the_table_says_and_nothing_else(app) {
        let routes = dedalus::routes();
        let mut faults = Vec::new();
        let mut asked: BTreeMap<Act, usize> = BTreeMap::new();
        for (party, visitor) in everybody(app).await {
            for route in routes.list().iter().filter(|route| !is_apart(route)) {
                let expected = match (party, route.act.reach(party)) {
                    (Party::Visitor, Reach::No) => "sign in",
                    (_, Reach::No) if route.act.reach(Party::Registered) == Reach::No => "forbidden",
                    (_, Reach::Glass) => "glass",
                    _ => "passed",
                };
                let seen = answered(&ask(&visitor, route).await);
                *asked.entry(route.act).or_default() += 1;
                if seen != expected {
                    faults.push(format!("{party:?} {} {} ({:?}): {seen}, expected {expected}", route.method, route.path, route.act));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        // An act without a route protects nothing: the table would promise what nobody keeps.
        let idle: Vec<_> = PERMISSIONS.iter().map(|rule| rule.act).filter(|act| !asked.contains_key(act) && *act != Act::UseOwnCredential).collect();
        assert!(idle.is_empty(), "no route asks for {idle:?}");
        app.run_jobs().await;
    }

    async fn what_is_sensitive_asks_for_a_proof_again_after_ten_minutes(app) {
        let root = app.staff("root", Role::System).await;
        root.get("/io/chiavi").await.is(200);
        app.clock.advance(11 * kit::clock::MINUTE);
        let asked = root.get("/io/chiavi").await.is(303);
        assert_eq!(asked.location(), "/io/conferma?torna=%2Fio%2Fchiavi");
        root.post("/io/conferma", &[("password", "sbagliata ma lunga"), ("torna", "/io/chiavi")]).await.is(422).sees("Conferma che sei tu");
        let proved = root.post("/io/conferma", &[("password", crate::support::PASSWORD), ("torna", "/io/chiavi")]).await.is(303);
        assert_eq!(proved.location(), "/io/chiavi");
        root.get("/io/chiavi").await.is(200).sees("Confermato");
    }

    async fn a_page_editor_stands_in_the_editors_column_without_a_role(app) {
        let edo = app.editor("edo", &["biblioteca"]).await;
        edo.get("/segreteria/da-rivedere").await.is(200);
        edo.get("/segreteria/verifiche").await.is(403);
        let reader = app.new_person("lia", Tier::Registered).await;
        let page = app.page("biblioteca").await;
        app.app.db.write(async |tx| set_editor(tx, page, reader, Rights { publish: false, reply: true }, None).await).await.unwrap();
        app.sign_in("lia").await.get("/segreteria/da-rivedere").await.is(200).sees("Niente da rivedere");
        app.run_jobs().await;
    }

    async fn administration_shows_the_table_as_the_program_reads_it(app) {
        let root = app.staff("root", Role::System).await;
        root.get("/amministrazione/permessi").await.is(200).sees("Rompere il vetro").sees("rompendo il vetro").sees("Responsabile protezione dati");
    }
}

#[test]
fn where_no_cookie_counts_no_origin_is_asked_for_and_nowhere_else() {
    for route in dedalus::routes().list() {
        let own = dedalus::shell::OWN_CREDENTIAL.iter().any(|path| route.path.starts_with(path));
        assert_eq!(own, route.act == Act::UseOwnCredential, "{} {}", route.method, route.path);
    }
}

#[test]
fn every_path_has_one_act_for_each_method() {
    let routes = dedalus::routes();
    for route in routes.list() {
        let same = routes.list().iter().filter(|other| other.path == route.path && other.method == route.method).count();
        assert_eq!(same, 1, "{} {}", route.method, route.path);
    }
}
