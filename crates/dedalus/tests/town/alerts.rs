//! "Avvisami": near a place or for a category, of what everybody reads; and the steps of what one asked or follows.

use dedalus::identity::Role;
use kit::clock::DAY;

use crate::notices::{later, opened};
use crate::requests::{LAMP, and, number, report, with_categories};
use crate::support::{Seen, TestApp, Visitor};
use crate::town_tests;

const HERE: &str = "/io/avvisi/segnalazioni";
/// Some twenty metres from the lamp of the tests.
const NEAR: &[(&str, &str)] = &[
    ("luogo", "Scalinata"),
    ("lat", "37.9848"),
    ("lon", "13.6964"),
    ("luogo-punto", "Scalinata"),
    ("raggio", "250"),
    ("posta", "riepilogo"),
];

async fn notices(who: &Visitor<'_>) -> Seen {
    who.get("/io/avvisi").await.is(200)
}

/// The number of the one alert on a page.
fn id(page: &Seen) -> String {
    page.text.split(&format!("{HERE}/")).nth(1).unwrap().split('/').next().unwrap().to_owned()
}

async fn mails(app: &TestApp) -> usize {
    later(app, DAY).await;
    opened(app).iter().filter(|mail| mail.contains("Nuova segnalazione")).count()
}

town_tests! {
    async fn who_has_an_alert_near_a_place_hears_of_what_comes_in_there_and_of_nothing_else(app) {
        with_categories(app).await;
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        anna.get(HERE).await.is(200).sees("Non ne hai ancora");
        anna.post(HERE, &and(NEAR, &[("raggio", "3")])).await.is(422).sees("Scalinata").sees("Scegli una voce");
        anna.post(HERE, &[("luogo", ""), ("raggio", "250")]).await.is(422);
        anna.post(HERE, &[("luogo", "Da nessuna parte"), ("raggio", "250")]).await.is(422).sees("Scegli un indirizzo dell’elenco");
        anna.post(HERE, NEAR).await.is(303);
        // Twice is once.
        anna.post(HERE, NEAR).await.is(303);
        let page = anna.get(HERE).await.is(200).sees("entro 250 metri da Scalinata");
        assert_eq!(page.text.matches("/cancellazione").count(), 1);
        report(&ugo, &and(LAMP, &[("titolo", "Lampada vicina")])).await;
        report(&ugo, &and(LAMP, &[("titolo", "Lampada lontana"), ("lat", "37.9900")])).await;
        report(&ugo, &and(LAMP, &[("titolo", "Lampada riservata"), ("riservata", "si")])).await;
        report(&anna, &and(LAMP, &[("titolo", "Lampada di Anna")])).await;
        app.run_jobs().await;
        notices(&anna).await.sees("Nuova segnalazione: «Lampada vicina»").misses("lontana").misses("riservata").misses("Lampada di Anna");
        notices(&ugo).await.misses("Nuova segnalazione");
        // One letter a day, with the way out that needs no account.
        assert_eq!(mails(app).await, 1);
        let mail = opened(app).pop().unwrap();
        assert!(!mail.contains("riservata") && mail.contains("List-Unsubscribe=One-Click"), "{mail}");
        let out = mail.split("List-Unsubscribe: <http://town.test").nth(1).unwrap().split('>').next().unwrap().replace(['\r', '\n', ' '], "");
        app.visitor().post(&out, &[("List-Unsubscribe", "One-Click")]).await.is(200);
        let ugo = app.sign_in("ugo").await;
        report(&ugo, &and(LAMP, &[("titolo", "Lampada del giorno dopo")])).await;
        app.run_jobs().await;
        assert_eq!(mails(app).await, 1, "no letter after the way out");
        notices(&app.sign_in("anna").await).await.sees("Lampada del giorno dopo");
        app.run_jobs().await;
    }

    async fn an_alert_for_a_category_is_silent_taken_away_and_brought_back(app) {
        with_categories(app).await;
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        app.visitor().get("/segnalazioni?categoria=verde").await.is(200).sees("categoria=verde");
        app.visitor().get(&format!("{HERE}?categoria=verde")).await.is(303);
        let lawn = and(LAMP, &[("categoria", "verde"), ("risposta-0", "")]);
        anna.post(HERE, &[("senza-luogo", "1"), ("categoria", ""), ("posta", "mai")]).await.is(422).sees("Scegli");
        anna.post(HERE, &[("senza-luogo", "1"), ("categoria", "verde"), ("posta", "mai")]).await.is(303);
        let alert = id(&anna.get(HERE).await.is(200).sees("Attivo"));
        report(&ugo, &and(&lawn, &[("titolo", "Siepe alta")])).await;
        report(&ugo, &and(LAMP, &[("titolo", "Luce spenta")])).await;
        app.run_jobs().await;
        notices(&anna).await.sees("«Siepe alta»").misses("Luce spenta");
        assert!(opened(app).is_empty());
        anna.post(&format!("{HERE}/{alert}/pausa"), &[]).await.is(303);
        report(&ugo, &and(&lawn, &[("titolo", "Siepe in pausa")])).await;
        app.run_jobs().await;
        anna.get(HERE).await.sees("In pausa");
        anna.post(&format!("{HERE}/{alert}/ripresa"), &[]).await.is(303);
        // Nobody else's.
        for act in ["pausa", "ripresa", "cancellazione", "ripristino"] {
            ugo.post(&format!("{HERE}/{alert}/{act}"), &[]).await.is(404);
        }
        let undo = anna.post(&format!("{HERE}/{alert}/cancellazione"), &[]).await.is(303).location();
        report(&ugo, &and(&lawn, &[("titolo", "Siepe tolta")])).await;
        app.run_jobs().await;
        notices(&anna).await.misses("Siepe in pausa").misses("Siepe tolta");
        anna.get(&undo).await.is(200).sees("Rimettilo").sees("Non ne hai ancora");
        anna.post(&format!("{HERE}/{alert}/ripristino"), &[]).await.is(303);
        report(&ugo, &and(&lawn, &[("titolo", "Siepe di nuovo")])).await;
        app.run_jobs().await;
        notices(&anna).await.sees("Siepe di nuovo");
    }

    async fn what_is_hidden_afterwards_is_told_no_more_and_what_is_made_public_is(app) {
        with_categories(app).await;
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        anna.post(HERE, NEAR).await.is(303);
        let olga = app.staff("olga", Role::Officer).await;
        let open = number(&report(&ugo, &and(LAMP, &[("titolo", "Prima aperta")])).await);
        let shut = number(&report(&ugo, &and(LAMP, &[("titolo", "Prima chiusa"), ("riservata", "si")])).await);
        app.run_jobs().await;
        notices(&anna).await.sees("Prima aperta").misses("Prima chiusa");
        let show = |at: &str| format!("/segreteria/richieste/{at}/visibilita");
        olga.post(&show(&open), &[("chi", "nascosta"), ("perche", "Nomina una persona")]).await.is(303);
        olga.post(&show(&shut), &[("chi", "pubblica"), ("perche", "Lo chiede chi l’ha mandata")]).await.is(303);
        app.run_jobs().await;
        notices(&anna).await.misses("Prima aperta").sees("Prima chiusa");
        assert_eq!(mails(app).await, 1);
        assert!(!opened(app).pop().unwrap().contains("Prima aperta"));
    }

    async fn who_asked_and_who_follows_read_each_step_among_their_notices(app) {
        with_categories(app).await;
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let at = number(&report(&anna, LAMP).await);
        ugo.post(&format!("/segnalazioni/{at}/seguito"), &[]).await.is(303);
        let olga = app.staff("olga", Role::Officer).await;
        let desk = format!("/segreteria/richieste/{at}");
        olga.post(&format!("{desk}/stato"), &[("stato", "taken")]).await.is(303);
        app.run_jobs().await;
        let page = notices(&anna).await.sees("C’è un passo nuovo per «Lampione spento");
        assert!(page.text.contains(&format!("/ricevute/{at}")));
        assert!(notices(&ugo).await.sees("C’è un passo nuovo").text.contains(&format!("/segnalazioni/{at}")));
        olga.post(&format!("{desk}/commenti"), &[("testo", "Chiamare la ditta"), ("chi-legge", "ufficio")]).await.is(303);
        olga.post(&format!("{desk}/stato"), &[("stato", "asked"), ("parole", "Quale palo?")]).await.is(303);
        app.run_jobs().await;
        notices(&anna).await.sees("L’ufficio ti chiede qualcosa");
        // What is not everybody's any more is told to who asked alone.
        olga.post(&format!("{desk}/visibilita"), &[("chi", "privata"), ("perche", "Dati")]).await.is(303);
        olga.post(&format!("{desk}/stato"), &[("stato", "taken")]).await.is(303);
        olga.post(&format!("{desk}/stato"), &[("stato", "solved"), ("parole", "Fatto")]).await.is(303);
        app.run_jobs().await;
        notices(&anna).await.sees("C’è la risposta a «Lampione spento");
        notices(&ugo).await.misses("Lampione spento");
    }
}
