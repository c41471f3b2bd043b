//! The territory: imports, addresses, the boundary, the place in a form.

use axum::body::Body;
use dedalus::identity::{Actor, Role};
use dedalus::territory::{Dataset, Point, find, import_now, inside, nearest, read_file};
use http::Method;

use crate::support::{Seen, TestApp, Visitor};
use crate::town_tests;

/// A square town with a lake cut out.
const BOUNDARY: &str = r#"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[
    [[13.60,37.90],[13.80,37.90],[13.80,38.10],[13.60,38.10],[13.60,37.90]],
    [[13.75,38.05],[13.76,38.05],[13.76,38.06],[13.75,38.06],[13.75,38.05]]]}}"#;
const DISTRICTS: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"nome":"Città alta"},"geometry":{"type":"Polygon","coordinates":[[[13.69,37.97],[13.71,37.97],[13.71,37.99],[13.69,37.99],[13.69,37.97]]]}}]}"#;
const ADDRESSES: &str = "via;civico;lat;lon\n\
    Via Giuseppe Garibaldi;1;37.9800;13.7000\nVia Giuseppe Garibaldi;2;37.9802;13.7001\nVia Giuseppe Garibaldi;12/A;37.9810;13.7010\n\
    Via Giuseppe Garibaldi;13;37.9812;13.7011\nVia Bagni;7;37.9900;13.7200\nPiazza Duomo;;37.9750;13.6950\n\
    Viale Margherita di Savoia;3;37.9600;13.6800\nVia 4 novembre;5;37.9500;13.6700\n";

pub async fn lay(app: &TestApp, dataset: Dataset, file: &str) {
    let reading = read_file(dataset, file.as_bytes());
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    import_now(&app.app.db, &Actor::command_line(), dataset, "prova", &reading, &|_| ()).await.unwrap();
}

/// A town with its ground.
pub async fn grounded(app: &TestApp) {
    lay(app, Dataset::Boundary, BOUNDARY).await;
    lay(app, Dataset::Districts, DISTRICTS).await;
    lay(app, Dataset::Addresses, ADDRESSES).await;
}

async fn first(app: &TestApp, words: &str) -> String {
    let found = find(&app.app.db, words, 5).await.unwrap();
    found.first().map(|address| format!("{}{}", address.text(), if address.exact { "" } else { " ?" })).unwrap_or_default()
}

/// GET as the field's script asks.
async fn json(visitor: &Visitor<'_>, path: &str) -> (Seen, serde_json::Value) {
    let mut request = visitor.request(Method::GET, path).body(Body::empty()).unwrap();
    request.headers_mut().insert("accept", "application/json".parse().unwrap());
    let seen = visitor.send(request).await;
    let value = serde_json::from_str(&seen.text).unwrap_or_default();
    (seen, value)
}

fn at(lat: i64, lon: i64) -> Point {
    Point { lat, lon }
}

town_tests! {
    async fn an_address_is_found_however_it_is_typed(app) {
        assert_eq!(first(app, "via garibaldi 12").await, "", "nothing is imported");
        grounded(app).await;
        for (typed, found) in [
            ("via giuseppe garibaldi 1", "Via Giuseppe Garibaldi 1"),
            ("garibladi 12/a", "Via Giuseppe Garibaldi 12/A"),
            ("Via G. Garibaldi, 12", "Via Giuseppe Garibaldi 12/A ?"),
            ("v. garibaldi 14", "Via Giuseppe Garibaldi 12/A ?"),
            ("garibaldi", "Via Giuseppe Garibaldi"),
            ("p.zza duomo", "Piazza Duomo"),
            ("v.le margherita 3", "Viale Margherita di Savoia 3"),
            ("via 4 novembre", "Via 4 novembre"),
            ("via 4 novembre 5", "Via 4 novembre 5"),
            ("zzzz", ""),
            ("'; drop table street; --", ""),
        ] {
            assert_eq!(first(app, typed).await, found, "{typed}");
        }
        let found = find(&app.app.db, "garibaldi 2", 1).await.unwrap();
        assert_eq!((found[0].point, found[0].district.as_str()), (at(37_980_200, 13_700_100), "Città alta"));
    }

    async fn the_nearest_address_of_a_point_is_told_with_its_distance(app) {
        assert_eq!(nearest(&app.app.db, at(37_980_000, 13_700_000)).await.unwrap(), None);
        grounded(app).await;
        let near = nearest(&app.app.db, at(37_980_150, 13_700_090)).await.unwrap().unwrap();
        assert_eq!(near.address.text(), "Via Giuseppe Garibaldi 2");
        assert!((4.0..7.0).contains(&near.metres), "{}", near.metres);
        // A square without numbers is found by itself; what is far is not near.
        assert_eq!(nearest(&app.app.db, at(37_975_500, 13_695_000)).await.unwrap().unwrap().address.text(), "Piazza Duomo");
        assert_eq!(nearest(&app.app.db, at(38_090_000, 13_610_000)).await.unwrap(), None);
        // The nearest of all, and not the first of a square around the point.
        let (here, mut least) = (at(37_981_100, 13_700_600), f64::MAX);
        for words in ["via giuseppe garibaldi 1", "via giuseppe garibaldi 2", "via giuseppe garibaldi 12/a", "via giuseppe garibaldi 13"] {
            least = least.min(find(&app.app.db, words, 1).await.unwrap()[0].point.metres_to(here));
        }
        let near = nearest(&app.app.db, here).await.unwrap().unwrap();
        assert!((near.metres - least).abs() < 0.01);
    }

    async fn the_boundary_decides_what_lies_in_the_town(app) {
        assert!(inside(&app.app.db, at(0, 0)).await.unwrap(), "without a boundary everything does");
        grounded(app).await;
        for (point, expected) in [
            (at(37_980_000, 13_700_000), true),
            (at(37_900_000, 13_700_000), true),
            (at(38_055_000, 13_755_000), false),
            (at(38_120_000, 13_700_000), false),
            (at(37_980_000, 13_590_000), false),
        ] {
            assert_eq!(inside(&app.app.db, point).await.unwrap(), expected, "{point:?}");
        }
    }

    async fn a_file_is_checked_shown_and_put_in_force_by_who_keeps_the_territory(app) {
        let root = app.staff("root", Role::System).await;
        root.get("/amministrazione/territorio").await.is(200).sees("mancano");
        let place = "/amministrazione/territorio/indirizzi";
        root.get(place).await.is(200).sees("Carica il primo file");
        // A faulty file: every fault by its line, and nothing is imported.
        let faulty = "via;civico;lat;lon\nVia Roma;1;37.9;13.6\nVia Roma;abc;37.9;13.6\n;2;37.9;13.6\nVia Roma;3;1849301;4210044\n";
        let seen = root.post_files(place, &[("file", "strade.csv", "text/csv", faulty.as_bytes())]).await.is(422);
        let seen = seen.sees("Questo non è un numero civico: «abc»").sees("Il nome della via manca").sees("non sono coordinate WGS 84");
        assert!(seen.text.contains(">3<") && seen.text.contains(">4<") && seen.text.contains(">5<"), "{}", seen.plain());
        root.post_files(place, &[("file", "vuoto.csv", "text/csv", b" ")]).await.is(422).sees("Mancano le colonne");
        root.post_files(place, &[("altro", "", "", b"x")]).await.is(422).sees("Scegli un file");
        assert!(find(&app.app.db, "via roma 1", 1).await.unwrap().is_empty());
        // A sound one: seen first, then confirmed.
        let named = "Via <b>D’Amico</b>;1;37.98;13.70\n";
        let file = format!("{ADDRESSES}{named}{named}");
        let draft = root.post_files(place, &[("file", "C:\\dati\\strade.csv", "text/csv", file.as_bytes())]).await.is(303).location();
        root.get(&draft).await.is(200).sees("Importa 9 righe").sees("strade.csv").sees("Una riga ripete un indirizzo").misses("C:\\dati");
        assert!(find(&app.app.db, "via bagni 7", 1).await.unwrap().is_empty(), "a draft is not in force");
        root.post(&format!("{draft}/avvio"), &[]).await.is(303);
        root.post(&format!("{draft}/avvio"), &[]).await.is(303);
        root.get(&draft).await.is(200).sees("Sto scrivendo i dati");
        app.run_jobs().await;
        root.get(&draft).await.is(200).sees("Questi dati sono in vigore");
        root.get("/amministrazione/territorio").await.is(200).sees("strade.csv").sees("Root Prova");
        assert_eq!(first(app, "bagni 7").await, "Via Bagni 7");
        root.get("/amministrazione/registro").await.is(200).sees("dati del territorio importati").sees("strade.csv: 9");
        let json = json(&app.visitor(), "/mappa/indirizzi?q=damico").await.1;
        assert_eq!(json["addresses"][0]["text"], "Via <b>D’Amico</b>");
        app.visitor().get("/mappa/indirizzi?q=damico").await.is(200).sees("Via <b>D’Amico</b>");
        assert!(!app.visitor().get("/mappa/indirizzi?q=damico").await.text.contains("<b>D"));
    }

    async fn an_import_replaces_the_one_before_and_can_be_taken_back(app) {
        let root = app.staff("root", Role::System).await;
        grounded(app).await;
        lay(app, Dataset::Addresses, "via;civico;lat;lon\nVia Nuova;1;37.98;13.70\n").await;
        assert_eq!((first(app, "via nuova 1").await, first(app, "garibaldi").await), ("Via Nuova 1".into(), String::new()));
        let place = "/amministrazione/territorio/indirizzi";
        let page = root.get(&format!("{place}/annullamento")).await.is(200).sees("torna in vigore");
        let live = page.field("importazione");
        root.post(&format!("{place}/annullamento"), &[("importazione", &live)]).await.is(303);
        assert_eq!((first(app, "via nuova 1").await, first(app, "garibaldi").await), (String::new(), "Via Giuseppe Garibaldi".into()));
        // A second click takes nothing else back.
        root.post(&format!("{place}/annullamento"), &[("importazione", &live)]).await.is(409).sees("cambiata");
        root.get("/amministrazione/registro").await.is(200).sees("importazione del territorio annullata");
        // The first is taken back, too: then there is none, and the address of the question is gone.
        let live = root.get(&format!("{place}/annullamento")).await.is(200).sees("prima non c’era niente").field("importazione");
        root.post(&format!("{place}/annullamento"), &[("importazione", &live)]).await.is(303);
        root.get(&format!("{place}/annullamento")).await.is(404);
        app.run_jobs().await;
        for table in ["street", "civic_number"] {
            let (rows,): (i64,) = app.app.db.one(format!("select count(*) as n from {table}"), vec![]).await.unwrap();
            assert_eq!(rows, 0, "{table}");
        }
        let (grams,): (i64,) = app.app.db.one("select count(*) as n from trigram where kind like 'street%'", vec![]).await.unwrap();
        assert_eq!(grams, 0);
    }

    async fn what_is_in_force_comes_out_as_it_went_in(app) {
        let root = app.staff("root", Role::System).await;
        grounded(app).await;
        for (dataset, word) in [(Dataset::Boundary, "confine"), (Dataset::Districts, "quartieri"), (Dataset::Addresses, "indirizzi")] {
            let path = format!("/amministrazione/territorio/{word}/file");
            let before = root.get(&path).await.is(200);
            assert!(before.header("content-disposition").contains(word));
            lay(app, dataset, &before.text).await;
            assert_eq!(root.get(&path).await.is(200).text, before.text, "{word}");
        }
        root.get("/amministrazione/territorio/altro").await.is(404);
        app.run_jobs().await;
    }

    async fn thousands_of_rows_go_in_turns_and_an_import_can_be_stopped(app) {
        let root = app.staff("root", Role::System).await;
        let mut file = String::from("via,civico,lat,lon\n");
        for number in 1..=4000 {
            file.push_str(&format!("Via Lunga {},{},37.9{:04},13.7{:04}\n", number % 40, number, number, number % 7000));
        }
        let place = "/amministrazione/territorio/indirizzi";
        let draft = root.post_files(place, &[("file", "grande.csv", "text/csv", file.as_bytes())]).await.is(303).location();
        root.post(&format!("{draft}/avvio"), &[]).await.is(303);
        // While one is under way no other begins.
        let other = root.post_files(place, &[("file", "altro.csv", "text/csv", ADDRESSES.as_bytes())]).await.is(303).location();
        root.post(&format!("{other}/avvio"), &[]).await.is(409).sees("Un’altra importazione");
        root.post(&format!("{draft}/scarto"), &[]).await.is(303);
        app.run_jobs().await;
        assert!(find(&app.app.db, "via lunga 3", 1).await.unwrap().is_empty());
        root.post(&format!("{other}/avvio"), &[]).await.is(303);
        app.run_jobs().await;
        assert_eq!(first(app, "bagni 7").await, "Via Bagni 7");
        let draft = root.post_files(place, &[("file", "grande.csv", "text/csv", file.as_bytes())]).await.is(303).location();
        root.post(&format!("{draft}/avvio"), &[]).await.is(303);
        app.run_jobs().await;
        root.get(&draft).await.is(200).sees("in vigore");
        let (rows,): (i64,) = app.app.db.one("select count(*) as n from civic_number c join territory_import i on i.id = c.import_id and i.state = 'live'", vec![]).await.unwrap();
        assert_eq!(rows, 4000);
        root.get(&draft).await.is(200);
        root.post(&format!("{draft}/scarto"), &[]).await.is(404);
    }

    async fn a_place_works_without_script_and_without_a_map(app) {
        app.visitor().get("/mappa").await.is(200).sees("La mappa non c’è ancora");
        grounded(app).await;
        let page = app.visitor().get("/mappa").await.is(200).sees("Indirizzo o luogo");
        assert!(page.text.contains("/mappa/disegno.svg?"), "who has no script gets a drawing");
        // The button shows choices and keeps the words.
        let choices = app.visitor().get("/mappa?luogo=garibaldi+12&cerca-luogo=1").await.is(200).sees("Quale di questi?").sees("il numero più vicino");
        assert_eq!(choices.field("luogo"), "garibaldi 12");
        let choice = choices.field("luogo-scelto");
        let query: String = url::form_urlencoded::byte_serialize(choice.as_bytes()).collect();
        app.visitor().get(&format!("/mappa?luogo=garibaldi+12&luogo-scelto={query}")).await.is(200).sees("Via Giuseppe Garibaldi 12/A").sees("Città alta").sees("37.981, 13.701");
        // Words that are an address need no choice; words that only resemble one get choices.
        app.visitor().get("/mappa?luogo=via+giuseppe+garibaldi+13").await.is(200).sees("37.9812, 13.7011");
        app.visitor().get("/mappa?luogo=garibladi").await.is(200).sees("Quale di questi?").misses("Indirizzo più vicino");
        app.visitor().get("/mappa?luogo=zzzz").await.is(200).sees("Nessun indirizzo somiglia");
        // A point alone gets the words of the nearest address.
        app.visitor().get("/mappa?lat=37,9802&lon=13,7001").await.is(200).sees("Via Giuseppe Garibaldi 2");
        // Outside, nowhere, too long: said beside the field, and nothing typed is lost.
        let outside = app.visitor().get("/mappa?luogo=Palermo&lat=38.115&lon=13.361").await.is(422).sees("fuori dal nostro Comune");
        assert_eq!((outside.field("luogo"), outside.field("lat")), ("Palermo".into(), "38.115".into()));
        app.visitor().get("/mappa?luogo=x&lat=abc&lon=1").await.is(422).sees("non è un luogo sulla terra");
        app.visitor().get(&format!("/mappa?luogo={}", "a".repeat(201))).await.is(422).sees("troppo lungo");
        let hostile = app.visitor().get("/mappa?luogo=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await.is(200);
        assert!(!hostile.text.contains("<script>alert"));
    }

    async fn the_fields_script_gets_addresses_and_the_nearest_one(app) {
        grounded(app).await;
        let (seen, found) = json(&app.visitor(), "/mappa/indirizzi?q=garibaldi%2013").await;
        assert_eq!(seen.header("cache-control"), "private, no-store");
        assert_eq!((&found["addresses"][0]["text"], &found["addresses"][0]["lat"]), (&"Via Giuseppe Garibaldi 13".into(), &37.9812.into()));
        let near = json(&app.visitor(), "/mappa/vicino?lat=37.9804&lon=13.7001").await.1;
        assert_eq!((&near["inside"], &near["address"], &near["words"]), (&true.into(), &"Via Giuseppe Garibaldi 2".into(), &"a 22 metri da Via Giuseppe Garibaldi 2".into()));
        let far = json(&app.visitor(), "/mappa/vicino?lat=45.46&lon=9.19").await.1;
        assert_eq!((&far["inside"], &far["address"]), (&false.into(), &serde_json::Value::Null));
        assert_eq!(json(&app.visitor(), "/mappa/vicino?lat=x&lon=9.19").await.0.status, 422);
        // A browser is led to the map, a layer is GeoJSON and a list.
        assert_eq!(app.visitor().get("/mappa/vicino?lat=37.98&lon=13.7").await.is(303).location(), "/mappa?lat=37.98&lon=13.7");
        let layer = app.visitor().get("/mappa/quartieri.geojson").await.is(200);
        assert_eq!((layer.header("content-type"), layer.text.contains("Città alta")), ("application/geo+json", true));
        app.visitor().get("/mappa/quartieri").await.is(200).sees("Città alta");
    }

    async fn what_is_kept_of_a_page_goes_with_the_next_import(app) {
        lay(app, Dataset::Boundary, BOUNDARY).await;
        app.visitor().get("/mappa/quartieri").await.is(200).sees("I quartieri non ci sono ancora");
        lay(app, Dataset::Districts, DISTRICTS).await;
        app.visitor().get("/mappa/quartieri").await.is(200).sees("Città alta");
    }
}
