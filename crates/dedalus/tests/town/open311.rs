//! Open311 GeoReport v2 as programs of others meet it: services, requests, sending with a key, and what never leaks.

use axum::body::Body;
use axum::routing::get;
use dedalus::identity::Role;
use http::{Method, header};
use kit::args;
use kit::clock::{DAY, HOUR, MINUTE};
use kit::config::Rate;
use serde_json::Value;

use crate::pictures::jpeg;
use crate::requests::{LAMP, and, number, report, with_categories};
use crate::support::{On, Seen, TestApp, decode_quoted_printable};
use crate::territory::grounded;
use crate::town_tests;

const REQUESTS: &str = "/open311/v2/requests.json";
/// A report that is complete.
const HOLE: &[(&str, &str)] = &[
    ("service_code", "strade"),
    ("lat", "37.9847"),
    ("long", "13.6963"),
    ("address_string", "Via Garibaldi, davanti al forno"),
    ("description", "Buca profonda in Via Garibaldi\nÈ larga un metro: D'Amico <b> ci è caduto."),
    ("attribute[vedi_un_pericolo_immediato_per_le]", "No"),
];

/// GET as a program asks, without a cookie.
async fn ask(app: &TestApp, path: &str) -> Seen {
    app.visitor().get(path).await
}

/// GET of JSON.
async fn json(app: &TestApp, path: &str) -> Value {
    let seen = ask(app, path).await.is(200);
    assert_eq!(seen.header("content-type"), "application/json; charset=utf-8");
    serde_json::from_str(&seen.text).unwrap()
}

/// A fault, whose body is the standard's list; what it says.
#[track_caller]
fn fault(seen: &Seen, status: u16) -> String {
    assert_eq!(seen.status.as_u16(), status, "{}", seen.text);
    let errors: Value = serde_json::from_str(&seen.text).unwrap_or_else(|_| panic!("no list of errors: {}", seen.text));
    let errors = errors.as_array().unwrap();
    assert!(!errors.is_empty());
    for error in errors {
        assert_eq!(error["code"], status);
        assert!(!error["description"].as_str().unwrap().is_empty());
    }
    errors.iter().map(|error| error["description"].as_str().unwrap()).collect::<Vec<_>>().join("\n")
}

/// POST as a program sends it: from nowhere, without a cookie.
async fn send(app: &TestApp, path: &str, fields: &[(&str, &str)]) -> Seen {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let visitor = app.visitor();
    let request = visitor
        .request(Method::POST, path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded; charset=utf-8")
        .header(header::CONTENT_LENGTH, body.len());
    visitor.send(request.body(Body::from(body)).unwrap()).await
}

/// A key, made in administration.
async fn key(app: &TestApp, daily: &str) -> String {
    let root = match app.app.db.maybe::<(i64,)>("select id from person where handle = 'root'", vec![]).await.unwrap() {
        Some(_) => app.sign_in("root").await,
        None => app.staff("root", Role::System).await,
    };
    let fields = [("nome", "Segnala in tasca"), ("email", "app@example.org"), ("al-giorno", daily)];
    let page = root.post("/amministrazione/open311", &fields).await.is(200).sees("non la mostriamo più");
    page.text.split("ded311_").nth(1).map(|rest| format!("ded311_{}", rest.split('<').next().unwrap())).unwrap()
}

/// Sends a report; its number.
async fn sent(app: &TestApp, key: &str, fields: &[(&str, &str)]) -> String {
    let seen = send(app, REQUESTS, &and(fields, &[("api_key", key)])).await.is(200);
    let value: Value = serde_json::from_str(&seen.text).unwrap();
    assert_eq!(value[0]["service_notice"], "Rispondiamo entro 30 giorni.");
    assert!(value[0].get("token").is_none());
    value[0]["service_request_id"].as_str().unwrap().to_owned()
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

/// The numbers of a list.
async fn numbers(app: &TestApp, query: &str) -> Vec<String> {
    let list = json(app, &format!("{REQUESTS}?{query}")).await;
    list.as_array().unwrap().iter().map(|one| one["service_request_id"].as_str().unwrap().to_owned()).collect()
}

town_tests! {
    async fn a_program_finds_its_way_from_discovery_to_a_definition(app) {
        with_categories(app).await;
        let about = json(app, "/open311/v2/discovery.json").await;
        assert_eq!(about["endpoints"][0]["url"], "http://town.test/open311/v2");
        assert_eq!((about["endpoints"][0]["type"].as_str(), about["endpoints"][0]["formats"][1].as_str()), (Some("production"), Some("application/json")));
        assert!(about["key_service"].as_str().unwrap().contains("urp@comune.termini.example"));
        let services = json(app, "/open311/v2/services.json").await;
        assert_eq!(services.as_array().unwrap().len(), 11);
        let roads = services.as_array().unwrap().iter().find(|one| one["service_code"] == "strade").unwrap();
        assert_eq!((roads["service_name"].as_str(), roads["metadata"].as_bool(), roads["type"].as_str()), (Some("Strade e marciapiedi"), Some(true), Some("realtime")));
        assert!(roads["keywords"].as_str().unwrap().contains("Roads and pavements"));
        let definition = json(app, "/open311/v2/services/strade.json").await;
        let attribute = &definition["attributes"][0];
        assert_eq!(attribute["code"], "vedi_un_pericolo_immediato_per_le");
        assert_eq!((attribute["datatype"].as_str(), attribute["required"].as_bool(), attribute["order"].as_i64()), (Some("singlevaluelist"), Some(true), Some(1)));
        assert_eq!(attribute["values"][1]["key"], "Sì, è pericoloso");
        assert_eq!(json(app, "/open311/v2/services/verde.json").await["attributes"], serde_json::json!([]));
        // The same as XML, which is what one gets without asking for anything.
        for path in ["/open311/v2/services.xml", "/open311/v2/services"] {
            let seen = ask(app, path).await.is(200).sees("<services><service><service_code>strade</service_code>");
            assert_eq!(seen.header("content-type"), "text/xml; charset=utf-8");
            assert!(seen.text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
        }
        let visitor = app.visitor();
        let request = visitor.request(Method::GET, "/open311/v2/services").body(Body::empty()).unwrap();
        let (mut parts, body) = request.into_parts();
        parts.headers.insert(header::ACCEPT, "application/json".parse().unwrap());
        let seen = visitor.send(http::Request::from_parts(parts, body)).await;
        assert!(seen.text.starts_with("[{"), "{}", seen.text);
        // In the reader's language, and with the errors of the standard in the form that was asked for.
        let mut english = app.visitor();
        english.language = "en".into();
        english.get("/open311/v2/services.json").await.is(200).sees("Street lighting");
        ask(app, "/open311/v2/services/fontane.xml").await.is(404).sees("<errors><error><code>404</code><description>service_code: «fontane» non c’è.");
        assert!(fault(&ask(app, "/open311/v2/services/fontane.json").await, 404).contains("fontane"));
        fault(&ask(app, "/open311/v2/altro.json").await, 404);
        fault(&ask(app, "/open311/v2/altro/x.json").await, 404);
        // One jurisdiction need not be named; another one is not here.
        json(app, "/open311/v2/services.json?jurisdiction_id=town.test").await;
        json(app, "/open311/v2/services.json?jurisdiction_id=").await;
        assert!(fault(&ask(app, "/open311/v2/services.json?jurisdiction_id=city.gov").await, 404).contains("town.test"));
        // A category that nobody may choose any more is offered no more.
        app.app.db.write(async |tx| Ok(tx.run("update request_category set closed_at = 1 where code = 'verde'", vec![]).await?)).await.unwrap();
        fault(&ask(app, "/open311/v2/services/verde.json").await, 404);
    }

    async fn pages_of_others_may_read_and_nothing_is_kept_for_them(app) {
        with_categories(app).await;
        let seen = ask(app, "/open311/v2/services.xml").await.is(200);
        assert_eq!((seen.header("access-control-allow-origin"), seen.header("access-control-allow-credentials")), ("*", ""));
        assert!(seen.header("cache-control").contains("no-store"));
        assert_eq!(ask(app, "/open311/v2/requests/O-2028-0001.xml").await.is(404).header("access-control-allow-origin"), "*");
        let visitor = app.visitor();
        let asked = visitor.send(visitor.request(Method::OPTIONS, "/open311/v2/services.xml").body(Body::empty()).unwrap()).await;
        assert_eq!((asked.status.as_u16(), asked.header("access-control-allow-origin")), (204, "*"));
        ask(app, "/segnalazioni").await.is(200).sees("/open311/v2/discovery.xml");
    }

    async fn what_is_private_or_hidden_never_leaks(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let open = number(&report(&anna, LAMP).await);
        let private = number(&report(&anna, &and(LAMP, &[("riservata", "si"), ("titolo", "Zampillo segreto")])).await);
        let hidden = number(&report(&anna, &and(LAMP, &[("titolo", "Zampillo nascosto")])).await);
        let question = crate::requests::begin(&anna, "domanda").await;
        anna.post(&question, &[("ufficio", "urp"), ("titolo", "Zampillo in domanda"), ("dettagli", "Quando riapre lo zampillo?")]).await.is(303);
        let question = number(&anna.post(&format!("{question}/invio"), &[]).await.is(303).location());
        let olga = app.staff("olga", Role::Operator).await;
        olga.post(&format!("/segreteria/richieste/{hidden}/visibilita"), &[("chi", "nascosta"), ("perche", "Nomina una persona")]).await.is(303);
        // Neither in the lists, nor by number, whoever's cookie comes along.
        for visitor in [app.visitor(), anna, olga] {
            let all = [open.as_str(), &private, &hidden, &question].join(",");
            for query in [String::new(), "status=open".into(), "service_code=illuminazione".into(), format!("service_request_id={all}")] {
                let seen = visitor.get(&format!("{REQUESTS}?{query}")).await.is(200).sees(&open).misses("ampillo");
                assert!(!seen.text.contains(&private) && !seen.text.contains(&hidden) && !seen.text.contains(&question), "{query}: {}", seen.text);
                assert!(!seen.text.contains("anna@") && !seen.text.contains("Anna"), "{}", seen.text);
            }
            for folder in ["requests", "tokens"] {
                let never = fault(&visitor.get(&format!("/open311/v2/{folder}/W-2028-0999.json")).await, 404).replace("W-2028-0999", "#");
                for one in [&private, &hidden, &question] {
                    let seen = visitor.get(&format!("/open311/v2/{folder}/{one}.json")).await;
                    assert_eq!(fault(&seen, 404).replace(one.as_str(), "#"), never, "as unknown as what never was");
                }
                visitor.get(&format!("/open311/v2/{folder}/{open}.json")).await.is(200);
            }
        }
        app.run_jobs().await;
    }

    async fn a_request_is_told_as_the_standard_has_it(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let lamp = number(&report(&anna, LAMP).await);
        let one = json(app, &format!("/open311/v2/requests/{lamp}.json")).await;
        let told = one[0].clone();
        assert_eq!(one.as_array().unwrap().len(), 1);
        for (field, value) in [
            ("service_request_id", lamp.as_str()),
            ("status", "open"),
            ("status_notes", "Ricevuta"),
            ("service_name", "Illuminazione pubblica"),
            ("service_code", "illuminazione"),
            ("description", "Lampione spento sulla Serpentina\n\nIl primo lampione salendo è spento da domenica. I gradini non si vedono."),
            ("agency_responsible", "Ufficio urp"),
            ("service_notice", "Rispondiamo entro 30 giorni."),
            ("requested_datetime", "2028-02-24T10:00:00+01:00"),
            ("updated_datetime", "2028-02-24T10:00:00+01:00"),
            ("expected_datetime", "2028-03-25T23:59:59+01:00"),
            ("address", "Serpentina Paolo Balsamo, primo tornante"),
        ] {
            assert_eq!(told[field], value, "{field}");
        }
        assert_eq!((told["lat"].as_f64(), told["long"].as_f64()), (Some(37.9847), Some(13.6963)));
        assert!(told["zipcode"].is_null() && told["address_id"].is_null() && told["media_url"].is_null());
        // As people write the number, and as XML.
        ask(app, &format!("/open311/v2/requests/{}.xml", lamp.to_lowercase())).await.is(200).sees(&format!(
            "<service_requests><request><service_request_id>{lamp}</service_request_id><status>open</status><status_notes>Ricevuta</status_notes>"
        )).sees("<zipcode/><lat>37.9847</lat>");
        // Answered: closed, with the office's words, at the day it was closed.
        app.clock.advance(2 * DAY);
        let olga = app.staff("olga", Role::Operator).await;
        olga.post(&format!("/segreteria/richieste/{lamp}/stato"), &[("stato", "taken")]).await.is(303);
        let taken = json(app, &format!("/open311/v2/requests/{lamp}.json")).await;
        assert_eq!((taken[0]["updated_datetime"].as_str(), taken[0]["status"].as_str()), (Some("2028-02-26T10:00:00+01:00"), Some("open")));
        app.clock.advance(HOUR);
        olga.post(&format!("/segreteria/richieste/{lamp}/stato"), &[("stato", "solved"), ("parole", "Cambiata la lampada & il palo")]).await.is(303);
        let done = json(app, &format!("/open311/v2/requests/{lamp}.json")).await;
        assert_eq!((done[0]["status"].as_str(), done[0]["status_notes"].as_str()), (Some("closed"), Some("Cambiata la lampada & il palo")));
        assert_eq!(done[0]["updated_datetime"], "2028-02-26T11:00:00+01:00");
        ask(app, &format!("/open311/v2/requests/{lamp}.xml")).await.is(200).sees("<status_notes>Cambiata la lampada & il palo</status_notes>");
        app.run_jobs().await;
    }

    async fn lists_are_narrowed_and_wrong_filters_are_told(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let old = number(&report(&anna, LAMP).await);
        app.clock.advance(80 * DAY);
        let anna = app.sign_in("anna").await;
        let green = number(&report(&anna, &and(LAMP, &[("categoria", "verde")])).await);
        app.clock.advance(20 * DAY);
        let anna = app.sign_in("anna").await;
        let new = number(&report(&anna, LAMP).await);
        let olga = app.staff("olga", Role::Operator).await;
        olga.post(&format!("/segreteria/richieste/{green}/stato"), &[("stato", "answered"), ("parole", "Fatto")]).await.is(303);
        // The last ninety days, the newest first.
        assert_eq!(numbers(app, "").await, [&*new, &green]);
        assert_eq!(numbers(app, "status=open").await, [&*new]);
        assert_eq!(numbers(app, "status=closed").await, [&*green]);
        assert_eq!(numbers(app, "status=closed,open").await.len(), 2);
        assert_eq!(numbers(app, "service_code=verde,strade").await, [&*green]);
        assert_eq!(numbers(app, "start_date=2028-02-24T00:00:00%2B01:00&end_date=2028-02-25T00:00:00Z").await, [&*old]);
        assert_eq!(numbers(app, "start_date=2028-02-24T10:00:00+01:00").await, [&*green, &old]);
        assert_eq!(numbers(app, "end_date=2028-02-23").await, Vec::<String>::new());
        assert_eq!(numbers(app, "start_date=2028-02-24T10:00:01%2B01:00&end_date=2028-05-01T00:00:00Z").await, Vec::<String>::new());
        // Numbers override everything else; unknown ones are passed over.
        assert_eq!(numbers(app, &format!("service_request_id={old},{new},W-2028-0999,dieci&status=closed&start_date=x")).await, [&*new, &old]);
        for wrong in ["start_date=ieri", "end_date=2028-02-30", "status=solved", "start_date=2028-01-01&end_date=2028-04-02", "start_date=2028-02-02&end_date=2028-02-01"] {
            fault(&ask(app, &format!("{REQUESTS}?{wrong}")).await, 400);
        }
        assert!(fault(&ask(app, &format!("{REQUESTS}?service_code=verde,fontane")).await, 404).contains("fontane"));
        app.run_jobs().await;
    }

    async fn a_thousand_rows_are_the_most(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        report(&anna, LAMP).await;
        app.app.db.write(async |tx| {
            for number in 2..1_010_i64 {
                let now = tx.now();
                tx.run(
                    "insert into request (id, number, kind, channel, category_id, office_id, title, body, answers, address, lat, lon, private, author_id, show_name,
                        operator_id, status, stage, days, received_at, due_at, answer)
                     select cast($1 as bigint), cast($2 as text), kind, channel, category_id, office_id, title, body, answers, address, lat, lon, private, author_id,
                        show_name, operator_id, status, stage, days, received_at, due_at, answer from request where number = 'W-2028-0001'",
                    args![kit::ids::next(now), format!("W-2028-{number:04}")],
                ).await?;
            }
            Ok(())
        }).await.unwrap();
        let all = numbers(app, "").await;
        assert_eq!((all.len(), all[0].as_str()), (1_000, "W-2028-1009"));
        app.run_jobs().await;
    }

    async fn a_report_is_sent_with_a_key_and_goes_through_the_one_pipeline(app) {
        with_categories(app).await;
        let key = key(app, "200").await;
        let named = and(HOLE, &[("email", "pina@example.org"), ("first_name", "Pina"), ("last_name", "D'Amico"), ("phone", "091 1"), ("device_id", "tt222111")]);
        assert_eq!(sent(app, &key, &named).await, "O-2028-0001");
        // Received at once: number, receipt, first step, letter. Nobody had to confirm an address.
        app.run_jobs().await;
        let mail = decode_quoted_printable(&app.mails().pop().expect("a mail"));
        assert!(mail.contains("O-2028-0001") && mail.contains("pina@example.org") && mail.contains("Buca profonda"), "{mail}");
        let receipt = app.link_in_mail();
        app.visitor().get(&receipt).await.is(200).sees("O-2028-0001");
        app.visitor().get("/segnalazioni/O-2028-0001").await.is(200).sees("Buca profonda in Via Garibaldi").sees("D'Amico <b> ci è caduto").misses("Pina");
        let olga = app.staff("olga", Role::Operator).await;
        olga.get("/segreteria/richieste/O-2028-0001").await.is(200).sees("Pina D'Amico").sees("Vedi un pericolo immediato");
        let told = json(app, "/open311/v2/requests/O-2028-0001.json").await;
        assert_eq!(told[0]["description"], "Buca profonda in Via Garibaldi\nÈ larga un metro: D'Amico <b> ci è caduto.");
        assert!(!told.to_string().contains("Pina") && !told.to_string().contains("pina@"));
        let (channel, private): (String, i64) = app.app.db.one("select channel, private from request", vec![]).await.unwrap();
        assert_eq!((channel.as_str(), private), ("open311", 0));
        // As XML, with the key in the address, and with the least that the standard asks for.
        let least = [("service_code", "verde"), ("address_string", "Villa comunale")];
        let seen = send(app, &format!("/open311/v2/requests.xml?api_key={key}&jurisdiction_id=town.test"), &least).await.is(200);
        assert_eq!(
            seen.text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><service_requests><request><service_request_id>O-2028-0002</service_request_id>\
             <service_notice>Rispondiamo entro 30 giorni.</service_notice><account_id/></request></service_requests>"
        );
        assert_eq!(json(app, "/open311/v2/requests/O-2028-0002.json").await[0]["description"], "Verde");
        app.visitor().get("/segnalazioni/O-2028-0002").await.is(200).sees("Verde");
        olga.get("/segreteria/richieste/O-2028-0002").await.is(200);
        app.run_jobs().await;
    }

    async fn the_same_report_twice_is_one(app) {
        with_categories(app).await;
        let (one, other) = (key(app, "200").await, key(app, "200").await);
        let first = sent(app, &one, HOLE).await;
        let (again, turned) = (sent(app, &one, HOLE).await, sent(app, &one, &HOLE.iter().rev().copied().collect::<Vec<_>>()).await);
        assert_eq!((&again, &turned), (&first, &first));
        let at_once = tokio::join!(sent(app, &other, HOLE), sent(app, &other, HOLE), sent(app, &other, HOLE));
        assert!(at_once.0 == at_once.1 && at_once.1 == at_once.2 && at_once.0 != first, "{at_once:?}");
        assert_ne!(sent(app, &one, &and(HOLE, &[("description", "Un’altra buca, più in là")])).await, first);
        // Later it is another report.
        app.clock.advance(11 * MINUTE);
        assert_eq!(sent(app, &one, HOLE).await, "O-2028-0004");
        assert_eq!(count(app, "select count(*) as n from request").await, 4);
        assert_eq!(count(app, "select last as n from receipt_series where channel = 'open311'").await, 4, "and the series has no gap");
        app.run_jobs().await;
    }

    async fn what_is_missing_or_wrong_is_told_and_nothing_is_received(app) {
        with_categories(app).await;
        grounded(app).await;
        let key = key(app, "200").await;
        let try_with = async |fields: &[(&str, &str)]| send(app, REQUESTS, fields).await;
        // A key, for sending only.
        assert!(fault(&try_with(HOLE).await, 403).contains("api_key"));
        assert!(fault(&try_with(&and(HOLE, &[("api_key", "ded311_falsa")])).await, 403).contains("api_key"));
        send(app, "/open311/v2/requests.xml", HOLE).await.is(403).sees("<errors><error><code>403</code>");
        let with = |more: &[(&'static str, &'static str)]| {
            let mut fields = and(HOLE, more);
            fields.retain(|(_, value)| *value != "-");
            fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>()
        };
        for (more, status, says) in [
            (&[("jurisdiction_id", "city.gov")][..], 404, "jurisdiction_id"),
            (&[("service_code", "-")], 400, "service_code"),
            (&[("service_code", "fontane")], 404, "fontane"),
            (&[("attribute[vedi_un_pericolo_immediato_per_le]", "-")], 400, "attribute[vedi_un_pericolo_immediato_per_le]"),
            (&[("attribute[vedi_un_pericolo_immediato_per_le]", "Forse")], 400, "attribute[vedi_un_pericolo_immediato_per_le]"),
            (&[("attribute[vedi_un_pericolo_immediato_per_le]", "Sì, è pericoloso")], 400, "chiama il 112"),
            (&[("lat", "-"), ("long", "-"), ("address_string", "-")], 400, "address_string"),
            (&[("long", "-")], 400, "lat, long"),
            (&[("lat", "nord")], 400, "lat, long"),
            (&[("lat", "45.0"), ("long", "9.0")], 400, "lat, long"),
            (&[("lat", "-"), ("long", "-"), ("address_string", "-"), ("address_id", "Via Che Non C’è 3")], 400, "stradario"),
            (&[("email", "pina")], 400, "email"),
            (&[("media_url", "file:///etc/passwd")], 400, "media_url"),
            (&[("media_url", "javascript:alert(1)")], 400, "media_url"),
        ] {
            let mut fields = with(more);
            fields.push(("api_key".into(), key.clone()));
            let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let said = fault(&try_with(&fields).await, status);
            assert!(said.contains(says), "{more:?}: {said}");
        }
        let long = "x".repeat(4_001);
        assert!(fault(&try_with(&and(HOLE, &[("api_key", &key), ("description", &long)])).await, 400).contains("4000"));
        // All faults at once, one line each.
        let said = fault(&try_with(&[("api_key", &key), ("service_code", "strade"), ("email", "x")]).await, 400);
        assert_eq!(said.lines().count(), 3, "{said}");
        // Nonsense of a body, and a body that is too large.
        let visitor = app.visitor();
        for (body, status) in [(b"service_code=%ff%fe".to_vec(), 400), (vec![b'a'; 1_100_000], 413)] {
            let seen = visitor.post_raw(REQUESTS, "application/x-www-form-urlencoded", body).await;
            fault(&seen, status);
        }
        fault(&send(app, "/open311/v2/services.json", HOLE).await, 404);
        assert_eq!(count(app, "select count(*) as n from request").await, 0);
        assert_eq!(count(app, "select count(*) as n from receipt_series").await, 0, "no number was taken");
        // Words that are an address get its point, a point without words gets those of the nearest; an address of the register by its name.
        let place = async |fields: &[(&str, &str)]| {
            let mut all = vec![("service_code", "verde")];
            all.extend_from_slice(fields);
            let number = sent(app, &key, &all).await;
            let told = json(app, &format!("/open311/v2/requests/{number}.json")).await;
            (told[0]["address"].as_str().unwrap().to_owned(), told[0]["lat"].as_f64().unwrap())
        };
        assert_eq!(place(&[("address_string", "via bagni 7")]).await, ("via bagni 7".into(), 37.99));
        assert_eq!(place(&[("lat", "37.9900"), ("long", "13.7200")]).await, ("Via Bagni 7".into(), 37.99));
        assert_eq!(place(&[("address_id", "Via Giuseppe Garibaldi 12/A")]).await, ("Via Giuseppe Garibaldi 12/A".into(), 37.981));
        app.run_jobs().await;
    }

    async fn a_private_category_takes_reports_and_shows_none(app) {
        with_categories(app).await;
        app.app.db.write(async |tx| Ok(tx.run("update request_category set private = 1 where code = 'animali'", vec![]).await?)).await.unwrap();
        let key = key(app, "200").await;
        ask(app, "/open311/v2/services.xml").await.is(200).sees("<service_code>animali</service_code>");
        let fields = [("service_code", "animali"), ("address_string", "Via Roma"), ("description", "Un cane alla catena"), ("api_key", key.as_str())];
        let seen = send(app, REQUESTS, &fields).await.is(200);
        let number = serde_json::from_str::<Value>(&seen.text).unwrap()[0]["service_request_id"].as_str().unwrap().to_owned();
        fault(&ask(app, &format!("/open311/v2/requests/{number}.json")).await, 404);
        fault(&ask(app, &format!("/open311/v2/tokens/{number}.json")).await, 404);
        assert_eq!(numbers(app, &format!("service_request_id={number}")).await, Vec::<String>::new());
        assert_eq!(numbers(app, "service_code=animali").await, Vec::<String>::new());
        app.visitor().get(&format!("/segnalazioni/{number}")).await.is(404);
        let olga = app.staff("olga", Role::Operator).await;
        olga.get(&format!("/segreteria/richieste/{number}")).await.is(200).sees("Un cane alla catena");
        app.run_jobs().await;
    }

    async fn a_key_sends_as_many_a_day_as_it_may(app) {
        with_categories(app).await;
        let key = key(app, "2").await;
        let with = |text: &'static str| and(HOLE, &[("description", text)]);
        sent(app, &key, &with("La prima buca")).await;
        sent(app, &key, &with("La seconda buca")).await;
        let full = send(app, REQUESTS, &and(&with("La terza buca"), &[("api_key", &key)])).await;
        fault(&full, 429);
        // Until the town's midnight: it is ten in the morning.
        assert_eq!(full.header("retry-after").parse::<i64>().unwrap(), 14 * 3600 + 1);
        // What arrived already is answered as before, and tomorrow there is room.
        sent(app, &key, &with("La seconda buca")).await;
        app.clock.advance(14 * HOUR);
        sent(app, &key, &with("La terza buca")).await;
        assert_eq!(count(app, "select count(*) as n from request").await, 3);
        app.run_jobs().await;
    }

    async fn keys_are_given_once_and_taken_back_in_administration(app) {
        with_categories(app).await;
        let secret = key(app, "200").await;
        let root = app.sign_in("root").await;
        let page = root.get("/amministrazione/open311").await.is(200).sees("Segnala in tasca").sees("app@example.org").sees("http://town.test/open311/v2").sees("Mai");
        assert!(!page.text.contains(&secret), "it is shown once");
        root.get("/amministrazione").await.is(200).sees("/amministrazione/open311");
        let (stored,): (Vec<u8>,) = app.app.db.one("select key_hash from open311_key", vec![]).await.unwrap();
        assert!(stored.len() == 32 && !secret.as_bytes().windows(32).any(|part| part == stored), "only its hash lies here");
        let faulty = [("nome", "D'Amico <b>"), ("email", "no"), ("al-giorno", "0")];
        let again = root.post("/amministrazione/open311", &faulty).await.is(422).sees("Scrivi un numero da 1");
        assert_eq!(again.field("nome"), "D'Amico <b>");
        assert_eq!(count(app, "select count(*) as n from open311_key").await, 1);
        sent(app, &secret, HOLE).await;
        root.get("/amministrazione/open311").await.is(200).misses("Mai");
        // Who heads an office sees which there are, and neither gives nor takes.
        let (id,): (i64,) = app.app.db.one("select id from open311_key", vec![]).await.unwrap();
        let take = format!("/amministrazione/open311/{id}/ritiro");
        let head = app.staff("capo", Role::Manager).await;
        head.get("/amministrazione/open311").await.is(200).sees("Segnala in tasca").misses("Nuova chiave");
        head.post("/amministrazione/open311", &[("nome", "Mia"), ("email", "a@example.org"), ("al-giorno", "5")]).await.is(404);
        head.get(&take).await.is(404);
        head.post(&take, &[]).await.is(404);
        app.person("carla").await.get("/amministrazione/open311").await.is(403);
        // Taking it back asks first; then it opens nothing, and what came stays.
        root.get(&take).await.is(200).sees("Ritirare la chiave?").sees("Segnala in tasca");
        sent(app, &secret, HOLE).await;
        root.post(&take, &[]).await.is(303);
        root.post(&take, &[]).await.is(404);
        root.get("/amministrazione/open311").await.is(200).sees("ritirata");
        assert!(fault(&send(app, REQUESTS, &and(HOLE, &[("api_key", &secret)])).await, 403).contains("api_key"));
        json(app, "/open311/v2/requests/O-2028-0001.json").await;
        let acts: Vec<(String,)> = app.app.db.all("select act from audit where subject_kind = 'open311_key' order by id", vec![]).await.unwrap();
        assert_eq!(acts.into_iter().map(|(act,)| act).collect::<Vec<_>>(), ["open311.key_made", "open311.key_revoked"]);
        root.get("/amministrazione/registro").await.is(200).sees("chiave Open311 ritirata");
        app.run_jobs().await;
    }

    async fn a_photograph_is_fetched_and_made_again(app) {
        with_categories(app).await;
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let site = format!("http://{}", listener.local_addr().unwrap());
        // Larger than what is read of a page elsewhere, and with more behind the picture.
        let photo = [jpeg(1200, 800), vec![7; 3 * 1024 * 1024]].concat();
        let pages = axum::Router::new()
            .route("/foto.jpg", get(move || async move { ([(header::CONTENT_TYPE, "image/jpeg")], photo) }))
            .route("/via", get(|| async { axum::response::Redirect::temporary("/foto.jpg") }))
            .route("/dentro", get(|| async { axum::response::Redirect::temporary("http://10.0.0.1/segreto") }))
            .route("/testo", get(|| async { "non una foto" }));
        tokio::spawn(async move { axum::serve(listener, pages).await });
        let key = key(app, "200").await;
        let with = async |url: &str, text: &str| sent(app, &key, &and(HOLE, &[("media_url", url), ("description", text)])).await;
        let number = with(&format!("{site}/via"), "La buca con la foto").await;
        let path = format!("/open311/v2/requests/{number}.json");
        assert!(json(app, &path).await[0]["media_url"].is_null(), "not before it is here");
        app.visitor().get(&format!("/segnalazioni/{number}")).await.is(200);
        app.run_jobs().await;
        let address = json(app, &path).await[0]["media_url"].as_str().unwrap().to_owned();
        let local = address.strip_prefix(&format!("http://town.test/segnalazioni/{number}/foto/")).expect("an address of ours");
        let visitor = app.visitor();
        let (status, headers, bytes) = visitor.fetch(visitor.request(Method::GET, &format!("/segnalazioni/{number}/foto/{local}")).body(Body::empty()).unwrap()).await;
        assert_eq!((status, headers["content-type"].to_str().unwrap().starts_with("image/")), (200, true));
        assert!(bytes.len() < 1024 * 1024, "made again, without what lay behind it");
        app.visitor().get(&format!("/segnalazioni/{number}")).await.is(200).sees("/foto/");
        // Sent twice, fetched once.
        with(&format!("{site}/via"), "La buca con la foto").await;
        app.run_jobs().await;
        assert_eq!(count(app, "select count(*) as n from request_photo").await, 1);
        // What cannot be had is a note of the office, and the report stands.
        let olga = app.staff("olga", Role::Operator).await;
        for (url, text) in [("/dentro", "Uno"), ("/testo", "Due, più lunga"), ("/manca", "Tre, più lunga")] {
            let number = with(&format!("{site}{url}"), text).await;
            app.run_jobs().await;
            assert!(json(app, &format!("/open311/v2/requests/{number}.json")).await[0]["media_url"].is_null(), "{url}");
            olga.get(&format!("/segreteria/richieste/{number}")).await.is(200).sees("non si è potuta prendere");
            app.visitor().get(&format!("/segnalazioni/{number}")).await.is(200).misses("non si è potuta prendere");
        }
        let number = with("http://192.168.0.1/foto.jpg", "Quattro, più lunga").await;
        app.run_jobs().await;
        olga.get(&format!("/segreteria/richieste/{number}")).await.is(200).sees("non si è potuta prendere");
    }

    async fn attributes_of_every_sort_are_asked_and_kept(app) {
        with_categories(app).await;
        let root = app.staff("root2", Role::System).await;
        let fields = [
            ("nome", "Fontane"), ("nome-en", "Fountains"), ("nome-de", "Brunnen"), ("ufficio", "urp"), ("giorni", "30"), ("raggio", "50"), ("aperta", "si"),
            ("domanda-1", "Che cosa non va?"), ("forma-1", "many"), ("obbligatoria-1", "si"), ("scelte-1", "Perde\nÈ sporca\nPuzza"),
            ("domanda-2", "Da quando?"), ("forma-2", "date"),
            ("domanda-3", "Quanti litri?"), ("forma-3", "number"),
            ("domanda-4", "Altro?"), ("forma-4", "text"),
        ];
        root.post("/amministrazione/richieste/nuova", &fields).await.is(303);
        let definition = json(app, "/open311/v2/services/fontane.json").await;
        let sorts: Vec<_> = definition["attributes"].as_array().unwrap().iter().map(|one| (one["code"].as_str().unwrap(), one["datatype"].as_str().unwrap())).collect();
        assert_eq!(sorts, [("che_cosa_non_va", "multivaluelist"), ("da_quando", "datetime"), ("quanti_litri", "number"), ("altro", "string")]);
        let key = key(app, "200").await;
        let good = [
            ("service_code", "fontane"), ("address_string", "Piazza Duomo"), ("description", "La fontana"),
            ("attribute[che_cosa_non_va][]", "Perde"), ("attribute[che_cosa_non_va][]", "Puzza"), ("attribute[da_quando]", "2028-02-20T00:00:00+01:00"), ("attribute[quanti_litri]", "3,5"),
        ];
        let number = sent(app, &key, &good).await;
        let (answers,): (String,) = app.app.db.one("select answers from request where number = $1", args![number]).await.unwrap();
        let answers: Value = serde_json::from_str(&answers).unwrap();
        assert_eq!((answers[0]["answer"].as_str(), answers[1]["answer"].as_str(), answers[2]["answer"].as_str()), (Some("Perde, Puzza"), Some("2028-02-20"), Some("3,5")));
        let bad = and(&good, &[("attribute[quanti_litri]", "tanti"), ("api_key", &key)]);
        assert!(fault(&send(app, REQUESTS, &bad).await, 400).contains("attribute[quanti_litri]"));
        app.run_jobs().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_and_an_address_are_told_to_wait() {
    for on in [On::Sqlite, On::Postgres] {
        let app = TestApp::start_with(on, |config| {
            config.limits.open311 = Rate::new(3, 3600);
            config.limits.api = Rate::new(30, 3600);
            config.limits.sign_in_address = Rate::new(5, 3600);
        })
        .await;
        with_categories(&app).await;
        let secret = key(&app, "200").await;
        let statuses = async |key: &str, times: usize| {
            let mut all = Vec::new();
            for number in 0..times {
                let text = format!("Buca numero {number}, sempre più fonda");
                let seen = send(&app, REQUESTS, &and(HOLE, &[("description", &text), ("api_key", key)])).await;
                if seen.status.as_u16() == 429 {
                    fault(&seen, 429);
                    assert!(seen.header("retry-after").parse::<u32>().unwrap() > 0);
                }
                all.push(seen.status.as_u16());
            }
            all
        };
        assert_eq!(statuses(&secret, 5).await, [200, 200, 200, 429, 429]);
        // Nobody guesses keys: the address of sign-ins has had one attempt of root's already.
        let guessed = statuses("ded311_falsa", 7).await;
        assert!(guessed.starts_with(&[403, 403, 403]) && guessed.ends_with(&[429, 429]), "{guessed:?}");
        let mut read = Vec::new();
        for _ in 0..30 {
            read.push(ask(&app, "/open311/v2/services.json").await.status.as_u16());
        }
        assert!(read.first() == Some(&200) && read.last() == Some(&429), "{read:?}");
        app.run_jobs().await;
        app.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_named_for_other_things_gives_no_photograph() {
    let app = TestApp::start_with(On::Sqlite, |config| config.outbound.typed_hosts = Vec::new()).await;
    with_categories(&app).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let site = format!("http://{}", listener.local_addr().unwrap());
    let pages = axum::Router::new().route("/foto.jpg", get(|| async { ([(header::CONTENT_TYPE, "image/jpeg")], jpeg(300, 200)) }));
    tokio::spawn(async move { axum::serve(listener, pages).await });
    let key = key(&app, "200").await;
    sent(&app, &key, &and(HOLE, &[("media_url", &format!("{site}/foto.jpg"))])).await;
    app.run_jobs().await;
    assert_eq!(count(&app, "select count(*) as n from request_photo").await, 0);
    app.end().await;
}
