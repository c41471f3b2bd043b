//! Reports on the map: counted in cells by the server, with the filters of the list, and never one that is not for everybody.

use std::collections::BTreeMap;

use dedalus::identity::Role;
use serde_json::Value;

use crate::requests::{LAMP, and, number, report, with_categories};
use crate::support::{TestApp, Visitor};
use crate::town_tests;

/// The tile of level 12 that holds the town.
const WHOLE: (u8, u32, u32) = (12, 2203, 1580);

async fn features(who: &Visitor<'_>, (z, x, y): (u8, u32, u32), filters: &str) -> Vec<Value> {
    let answer = who.get(&format!("/segnalazioni/mappa/{z}/{x}/{y}{filters}")).await.is(200);
    let found: Value = serde_json::from_str(&answer.text).unwrap();
    found["features"].as_array().unwrap().clone()
}

fn sum(features: &[Value]) -> i64 {
    features.iter().map(|one| one["properties"]["n"].as_i64().unwrap()).sum()
}

/// How many the list's file holds with these filters.
async fn listed(who: &Visitor<'_>, filters: &str) -> i64 {
    let file = who.get(&format!("/segnalazioni.csv{filters}")).await.is(200);
    i64::try_from(file.text.lines().count()).unwrap() - 1
}

/// Reports in the four corners of the town, two of them close together; the numbers.
async fn filled(app: &TestApp) -> Vec<String> {
    with_categories(app).await;
    let anna = app.person("anna").await;
    let places = [("37.9847", "13.6963"), ("37.98471", "13.69631"), ("37.9950", "13.7100"), ("37.9600", "13.6600")];
    let mut numbers = Vec::new();
    for (at, (lat, lon)) in places.into_iter().enumerate() {
        let title = format!("Lampione numero {at}");
        let hole = [("lat", lat), ("lon", lon), ("titolo", title.as_str()), ("categoria", "strade")];
        let lamp = [("lat", lat), ("lon", lon), ("titolo", title.as_str())];
        let fields = if at == 3 { and(LAMP, &hole) } else { and(LAMP, &lamp) };
        numbers.push(number(&report(&anna, &fields).await));
    }
    numbers
}

town_tests! {
    async fn the_map_counts_what_the_list_shows_whatever_the_level_and_the_filters(app) {
        let numbers = filled(app).await;
        let ugo = app.visitor();
        for filters in ["", "?categoria=illuminazione", "?categoria=strade", "?stato=aperte", "?stato=chiuse", "?periodo=30", "?q=numero+2", "?categoria=nessuna"] {
            let whole = features(&ugo, WHOLE, filters).await;
            assert_eq!(sum(&whole), listed(&ugo, filters).await, "{filters}");
            // The four tiles below show the same, each report once.
            let (z, x, y) = WHOLE;
            let mut below = 0;
            for (right, down) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                below += sum(&features(&ugo, (z + 1, x * 2 + right, y * 2 + down), filters).await);
            }
            assert_eq!(below, sum(&whole), "{filters}");
        }
        let whole = features(&ugo, WHOLE, "").await;
        let counts: BTreeMap<i64, usize> = whole.iter().fold(BTreeMap::new(), |mut counts, one| {
            *counts.entry(one["properties"]["n"].as_i64().unwrap()).or_default() += 1;
            counts
        });
        assert_eq!(counts, BTreeMap::from([(1, 2), (2, 1)]), "two lie together, two alone");
        let alone = whole.iter().find(|one| one["properties"]["numero"] == numbers[2].as_str()).unwrap();
        assert_eq!(alone["properties"]["pagina"], format!("/segnalazioni/{}", numbers[2]));
        assert_eq!(alone["properties"]["titolo"], "Lampione numero 2");
        assert_eq!(alone["geometry"]["coordinates"], serde_json::json!([13.71, 37.995]));
        // The list shows those of one cluster, by its box.
        let together = whole.iter().find(|one| one["properties"]["n"] == 2).unwrap();
        let [west, south, east, north] = [0, 1, 2, 3].map(|at| together["bbox"][at].as_f64().unwrap());
        ugo.get(&format!("/segnalazioni?zona={south},{west},{north},{east}")).await.is(200)
            .sees(&numbers[0]).sees(&numbers[1]).misses(&numbers[2]).misses(&numbers[3]).sees("Mostrale tutte");
        ugo.get("/segnalazioni?zona=ovunque").await.is(200).sees(&numbers[3]);
        app.run_jobs().await;
    }

    async fn what_is_private_or_hidden_is_never_counted_on_the_map(app) {
        let numbers = filled(app).await;
        let anna = app.sign_in("anna").await;
        let ugo = app.visitor();
        assert_eq!(sum(&features(&ugo, WHOLE, "").await), 4);
        report(&anna, &and(LAMP, &[("riservata", "si"), ("lat", "37.9720"), ("titolo", "Zampillo segreto")])).await;
        let olga = app.staff("olga", Role::Officer).await;
        olga.post(&format!("/segreteria/richieste/{}/visibilita", numbers[2]), &[("chi", "nascosta"), ("perche", "Nomina una persona")]).await.is(303);
        for who in [&ugo, &anna, &olga] {
            let whole = features(who, WHOLE, "").await;
            assert_eq!(sum(&whole), 3, "the kept answer is stale, and the author gets no other");
            let said = serde_json::to_string(&whole).unwrap();
            assert!(!said.contains("Zampillo") && !said.contains("numero 2") && !said.to_lowercase().contains("anna"), "{said}");
        }
        app.run_jobs().await;
    }

    async fn a_tile_that_is_none_is_not_found(app) {
        for tile in ["6/34/24", "18/141000/101000", "12/4096/0", "12/-1/0", "a/b/c", "12/1.5/0"] {
            app.visitor().get(&format!("/segnalazioni/mappa/{tile}")).await.is(404);
        }
        app.visitor().get("/segnalazioni?vista=mappa").await.is(200).sees("La mappa non c’è ancora");
    }
}
