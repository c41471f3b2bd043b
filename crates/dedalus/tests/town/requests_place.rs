//! Where a report is, as people say it: words, an address of the town, a point; and what lies near, up to the summary.

use kit::args;

use crate::requests::{LAMP, and, begin, number, report, with_categories};
use crate::support::TestApp;
use crate::territory::grounded;
use crate::town_tests;

async fn count(app: &TestApp) -> i64 {
    let (n,): (i64,) = app.app.db.one("select count(*) as n from request", vec![]).await.unwrap();
    n
}

async fn point(app: &TestApp, number: &str) -> (Option<i64>, Option<i64>) {
    app.app.db.one("select lat, lon from request where number = $1", args![number]).await.unwrap()
}

town_tests! {
    async fn an_address_is_looked_up_without_script_and_nothing_typed_is_lost(app) {
        with_categories(app).await;
        grounded(app).await;
        let anna = app.person("anna").await;
        let draft = begin(&anna, "segnalazione").await;
        let typed = and(LAMP, &[("luogo", "garibladi 1"), ("lat", ""), ("lon", "")]);
        let looked = anna.post(&draft, &and(&typed, &[("cerca-luogo", "1")])).await.is(303).location();
        assert_eq!(looked, format!("{draft}?cerca-luogo=1"));
        let page = anna.get(&looked).await.is(200).sees("Quale di questi?").sees("I gradini non si vedono");
        assert!(page.text.contains(r#"value="37.98 13.7 Via Giuseppe Garibaldi 1""#), "{}", page.text);
        // The choice takes the place of the words, and its point goes with it.
        anna.post(&draft, &and(&typed, &[("luogo-scelto", "37.98 13.7 Via Giuseppe Garibaldi 1")])).await.is(303);
        anna.get(&format!("{draft}/riepilogo")).await.is(200).sees("Via Giuseppe Garibaldi 1");
        let sent = number(&anna.post(&format!("{draft}/invio"), &[("nuova", "1")]).await.is(303).location());
        assert_eq!(point(app, &sent).await, (Some(37_980_000), Some(13_700_000)));
        app.run_jobs().await;
    }

    async fn words_that_are_an_address_have_its_point_and_a_point_outside_is_refused_kindly(app) {
        with_categories(app).await;
        grounded(app).await;
        let anna = app.person("anna").await;
        let known = number(&report(&anna, &and(LAMP, &[("luogo", "Via Giuseppe Garibaldi 2"), ("lat", ""), ("lon", "")])).await);
        assert_eq!(point(app, &known).await, (Some(37_980_200), Some(13_700_100)));
        let words = number(&report(&anna, &and(LAMP, &[("luogo", "dietro il mercato"), ("lat", ""), ("lon", "")])).await);
        assert_eq!(point(app, &words).await, (None, None));
        let draft = begin(&anna, "segnalazione").await;
        anna.post(&draft, &and(LAMP, &[("lat", "45.46"), ("lon", "9.19")])).await.is(422).sees("fuori dal nostro Comune").sees("primo tornante");
        anna.post(&draft, &and(LAMP, &[("luogo", ""), ("lat", ""), ("lon", "")])).await.is(422).sees("Scrivi dove");
        assert_eq!(count(app).await, 2);
        app.run_jobs().await;
    }

    async fn the_summary_shows_what_is_near_and_one_may_change_ones_mind_until_the_letter_is_confirmed(app) {
        with_categories(app).await;
        let first = number(&report(&app.person("anna").await, LAMP).await);
        app.run_jobs().await;
        let bruno = app.visitor();
        let draft = begin(&bruno, "segnalazione").await;
        let own = [("lat", "37.9850"), ("titolo", "Buio e lampione spento"), ("nome", "Bruno Sole"), ("email", "bruno@example.org")];
        bruno.post(&draft, &and(LAMP, &own)).await.is(303);
        bruno.get(&format!("{draft}/riepilogo")).await.is(200).sees("È lo stesso problema").sees("Lampione spento sulla Serpentina");
        let send = format!("{draft}/invio");
        bruno.post(&send, &[("stesso", &first)]).await.is(303);
        // Asked for again, the letter confirms the same; a report of one's own is another thing.
        bruno.post(&send, &[]).await.is(303);
        bruno.post(&send, &[("nuova", "1")]).await.is(303);
        app.run_jobs().await;
        bruno.post(&app.link_in_mail(), &[]).await.is(303);
        assert_eq!(count(app).await, 2);
        app.run_jobs().await;
        // Somebody else joins from the summary.
        let carla = app.visitor();
        let draft = begin(&carla, "segnalazione").await;
        carla.post(&draft, &and(LAMP, &[("nome", "Carla Neri"), ("email", "carla@example.org")])).await.is(303);
        carla.post(&format!("{draft}/invio"), &[("stesso", &first)]).await.is(303);
        app.run_jobs().await;
        let receipt = carla.post(&app.link_in_mail(), &[]).await.is(303).location();
        carla.get(&receipt).await.is(200).sees(&first);
        assert_eq!(count(app).await, 2);
        app.run_jobs().await;
    }
}
