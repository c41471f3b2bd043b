//! The working calendar over HTTP: closures, the patron's day, what doors say then, and the file for calendars.

use dedalus::identity::calendar::{Calendar, NewClosure};
use dedalus::identity::{Membership, Role};
use jiff::civil::date;

use crate::support::TestApp;
use crate::town_tests;

const HERE: &str = "/amministrazione/calendario";

/// The address of the first button of a page that does something to a row.
fn action(text: &str, ending: &str) -> String {
    let found = text.split("action=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).find(|path| path.ends_with(ending));
    found.unwrap_or_else(|| panic!("no button for {ending}")).to_owned()
}

async fn calendar(app: &TestApp) -> Calendar {
    Calendar::load(&app.app.db).await.unwrap()
}

town_tests! {
    async fn a_closure_is_added_shown_on_the_door_taken_away_and_put_back(app) {
        let head = app.staff("capo", Role::Manager).await;
        let office = app.office("urp").await;
        app.visitor().get("/uffici/urp").await.is(200).sees("Aperto adesso").misses("chiuso oggi");
        head.get(HERE).await.is(200).sees("festa della Repubblica").sees("lunedì 17 aprile 2028").sees("lunedì dell’Angelo").sees("san Francesco d’Assisi");

        // Faults stand beside their fields, and what was typed stays.
        head.post(&format!("{HERE}/chiusure"), &[("dal", "2028-02-23"), ("motivo", "")]).await.is(422)
            .sees("i giorni passati non cambiano").sees("Scrivi il motivo").sees("2028-02-23");
        head.post(&format!("{HERE}/chiusure"), &[("dal", "2028-02-25"), ("al", "2028-02-24"), ("motivo", "x")]).await.is(422).sees("viene prima del primo");

        let today = [("dal", "2028-02-24"), ("al", "2028-02-25"), ("ufficio", ""), ("motivo", "vento forte")];
        head.post(&format!("{HERE}/chiusure"), &today).await.is(303);
        // The kept page is stale at once, and says why and until when.
        app.visitor().get("/uffici/urp").await.is(200).sees("Chiuso adesso").sees("chiuso oggi: vento forte; apre lunedì alle 9:00");
        app.visitor().get("/uffici").await.is(200).sees("chiuso oggi: vento forte");
        assert!(calendar(app).await.shut(date(2028, 2, 25), office.id).is_some());

        // One that runs and is taken away ends yesterday: here that is all of it, and it can be put back.
        let page = head.get(HERE).await.is(200).sees("da giovedì 24 febbraio 2028 a venerdì 25 febbraio 2028");
        let gone = head.post(&action(&page.text, "/rimozione"), &[]).await.is(303).location();
        app.visitor().get("/uffici/urp").await.sees("Aperto adesso");
        let page = head.get(&gone).await.is(200).sees("Rimetti com’era");
        head.post(&action(&page.text, "/ripristino"), &[]).await.is(303);
        app.visitor().get("/uffici/urp").await.sees("vento forte");
        // A second click finds it there.
        head.post(&action(&page.text, "/ripristino"), &[]).await.is(303);
        app.clock.advance(2 * kit::clock::DAY);
        let page = head.get(HERE).await.is(200);
        assert!(!page.text.contains("/rimozione"), "what is over stays");
        app.run_jobs().await;
    }

    async fn an_office_is_closed_alone_and_terms_do_not_move_for_it(app) {
        let (urp, other) = (app.office("urp").await, app.office("tributi").await);
        let new = NewClosure { office: Some(urp.id), first: date(2028, 2, 25), last: date(2028, 2, 28), words: "trasloco".into() };
        app.app.db.write(async |tx| new.create(tx).await).await.unwrap();
        let calendar = calendar(app).await;
        assert!(calendar.shut(date(2028, 2, 25), urp.id).is_some() && calendar.shut(date(2028, 2, 25), other.id).is_none());
        assert_eq!(calendar.due(date(2028, 2, 24), 1).date, date(2028, 2, 25));
        app.run_jobs().await;
    }

    async fn the_patrons_day_holds_from_its_year_on_and_moves_terms(app) {
        let head = app.staff("capo", Role::Manager).await;
        let rules = format!("{HERE}/regole");
        head.post(&rules, &[("tipo", "patron"), ("giorno", "19/5"), ("nome", "beato Agostino Novello"), ("dall-anno", "2027")]).await.is(422);
        head.post(&rules, &[("tipo", "patron"), ("giorno", "31/2"), ("dall-anno", "2028")]).await.is(422).sees("per esempio 19/5");
        head.post(&rules, &[("tipo", "patron"), ("giorno", "19/5"), ("nome", "beato Agostino Novello"), ("dall-anno", "2028")]).await.is(303);
        head.get(HERE).await.is(200).sees("festa del patrono, beato Agostino Novello").sees("venerdì 19 maggio 2028");
        let due = calendar(app).await.due(date(2028, 5, 9), 10);
        assert_eq!(due.date, date(2028, 5, 20));
        assert_eq!(due.explain(kit::i18n::Lang::It), "10 giorni, spostato da venerdì 19 maggio 2028 (festa del patrono, beato Agostino Novello)");
        // Another patron from next year: the days of this year stay.
        head.post(&rules, &[("tipo", "patron"), ("giorno", "16/7"), ("nome", ""), ("dall-anno", "2029")]).await.is(303);
        let calendar = calendar(app).await;
        assert!(!calendar.is_working(date(2028, 5, 19), None) && calendar.is_working(date(2029, 5, 18), None));
        assert!(calendar.is_working(date(2029, 5, 19), None) && !calendar.is_working(date(2029, 7, 16), None));
        app.clock.advance(85 * kit::clock::DAY);
        app.visitor().get("/uffici/urp").await.is(200).sees("chiuso oggi: festa del patrono, beato Agostino Novello; apre lunedì alle 9:00");
    }

    async fn a_day_of_rest_begins_next_year_and_ends_with_a_year(app) {
        let head = app.staff("capo", Role::Manager).await;
        let rules = format!("{HERE}/regole");
        head.post(&rules, &[("tipo", "rest"), ("riposo", "6"), ("riposo-dall-anno", "2028")]).await.is(422);
        head.post(&rules, &[("tipo", "rest"), ("riposo", "6"), ("riposo-dall-anno", "2029")]).await.is(303);
        assert!(!calendar(app).await.is_working(date(2029, 1, 13), None) && calendar(app).await.is_working(date(2028, 3, 4), None));
        let page = head.get(HERE).await.is(200).sees("riposo: sabato");
        let gone = head.post(&action(&page.text, "/fine"), &[]).await.is(303).location();
        assert!(calendar(app).await.is_working(date(2029, 1, 13), None));
        let page = head.get(&gone).await.is(200);
        head.post(&action(&page.text, "/ripristino"), &[]).await.is(303);
        assert!(!calendar(app).await.is_working(date(2029, 1, 13), None));
    }

    async fn the_year_leaves_as_a_file_for_calendars_and_is_for_who_keeps_it(app) {
        let head = app.staff("capo", Role::Manager).await;
        let file = head.get(&format!("{HERE}.ics?anno=2030")).await.is(200).sees("DTSTART;VALUE=DATE:20300602").sees("SUMMARY:festa della Repubblica");
        assert!(file.header("content-type").starts_with("text/calendar"));
        head.get(&format!("{HERE}?anno=1970")).await.is(200).sees("Corpus Domini");
        let clerk = app.staff("banco", Role::Operator).await;
        clerk.get(HERE).await.is(403);
        app.visitor().get(&format!("{HERE}.ics")).await.is(303);
        // Who heads one office keeps the calendar too, and each act leaves its row.
        let id = app.new_person("altro", dedalus::identity::Tier::Registered).await;
        let office = app.office("tributi").await;
        app.app.db.write(async |tx| Membership::begin(tx, id, office.id, Role::Manager, None).await).await.unwrap();
        let other = app.sign_in("altro").await;
        other.post(&format!("{HERE}/chiusure"), &[("dal", "2028-03-01"), ("ufficio", &office.id.to_string()), ("motivo", "D'Amico <b>trasloca</b>")]).await.is(303);
        other.get(HERE).await.is(200).sees("D'Amico <b>trasloca</b>");
        let rows = dedalus::identity::audit_list(&app.app.db, &dedalus::identity::AuditFilter::default(), 5).await.unwrap();
        assert!(rows.iter().any(|row| row.act == "closure.added" && row.subject_name.contains("trasloca")));
        app.run_jobs().await;
    }
}
