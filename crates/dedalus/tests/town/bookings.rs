//! Bookings over HTTP: five steps, the private page, moving and calling off, closures, reminders, the day at the counter.

use dedalus::desk::Channel;
use dedalus::desk::booking::{NewBooking, Place, PlaceDraft, PlaceId, Thing, ThingDraft, ThingId};
use dedalus::identity::calendar::NewClosure;
use dedalus::identity::{Role, Stretch};
use jiff::civil::date;
use kit::args;
use kit::clock::{DAY, HOUR, Time};
use kit::i18n::Lang;

use crate::mydata::run;
use crate::support::{Seen, TestApp, Visitor, decode_quoted_printable};
use crate::town_tests;

/// A counter of the public-relations office, and an identity card to be had there on weekday mornings.
pub async fn counter(app: &TestApp, minutes: u16, capacity: i64) -> (PlaceId, ThingId) {
    let office = app.office("urp").await;
    let place = PlaceDraft {
        office: office.id,
        name: "Sportello anagrafe".into(),
        address: "Piazza Duomo 1".into(),
        directions: "Piano terra".into(),
    };
    let thing = ThingDraft {
        title: "Carta d’identità".into(),
        bring: "Una foto, la carta vecchia".into(),
        minutes,
        capacity,
        lead_hours: 2,
        furthest_days: 30,
        week: (1..=5).map(|weekday| Stretch { weekday, opens: 540, closes: 720 }).collect(),
    };
    app.app
        .db
        .write(async |tx| {
            let id = Place::create(tx, "anagrafe", &place).await?;
            Ok((id, Thing::create(tx, id, "carta", &thing).await?))
        })
        .await
        .unwrap()
}

pub fn moment(text: &str) -> String {
    Time::from(&format!("{text}[Europe/Rome]").parse::<jiff::Zoned>().unwrap()).micros().to_string()
}

/// The values of the times that a page offers.
pub fn offered(page: &Seen) -> Vec<String> {
    page.text.split("name=\"quando\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// Goes through the steps up to the summary; gives its address.
pub async fn up_to_summary(visitor: &Visitor<'_>, name: &str, when: &str) -> String {
    let time = visitor.post("/prenotazioni", &[("cosa", "carta")]).await.is(303).location();
    let details = visitor.post(&time, &[("quando", when)]).await.is(303).location();
    let applicant = visitor.post(&details, &[("motivo", "Carta scaduta"), ("dettagli", "Scade domani")]).await.is(303).location();
    let email = format!("{name}@example.org");
    visitor.post(&applicant, &[("nome", name), ("cognome", "D'Amico"), ("email", &email)]).await.is(303).location()
}

pub async fn book(visitor: &Visitor<'_>, name: &str, when: &str) -> String {
    let summary = up_to_summary(visitor, name, when).await;
    visitor.post(&summary, &[]).await.is(303).location()
}

fn last_mail(app: &TestApp) -> String {
    decode_quoted_printable(&app.mails().pop().expect("a mail"))
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, args![]).await.unwrap();
    n
}

town_tests! {
    async fn somebody_without_an_account_books_in_five_steps_and_nothing_typed_is_lost(app) {
        app.visitor().get("/prenotazioni").await.is(200).sees("Ancora niente da prenotare");
        counter(app, 20, 1).await;
        let anna = app.visitor();
        anna.get("/prenotazioni").await.is(200).sees("Passo 1 di 5: Luogo").sees("Sportello anagrafe").sees("Piazza Duomo 1").sees("20 minuti");
        assert!(anna.get("/prenotazioni?cosa=carta").await.is(200).text.contains("value=\"carta\" checked"));
        anna.post("/prenotazioni", &[("cosa", "altro")]).await.is(422).sees("Scegli che cosa devi fare");
        let time = anna.post("/prenotazioni", &[("cosa", "carta")]).await.is(303).location();
        // A later step cannot be reached yet, and looking changes nothing.
        let summary = time.replace("orario", "riepilogo");
        assert_eq!(anna.get(&summary).await.is(303).location(), time);

        let page = anna.get(&time).await.is(200).sees("Passo 2 di 5: Data e orario").sees("venerdì 25 febbraio");
        assert!(offered(&page).is_empty() || !offered(&page).contains(&moment("2028-02-24T11:40:00")), "two hours ahead");
        let friday = anna.get(&format!("{time}?giorno=2028-02-25")).await.is(200);
        assert_eq!(offered(&friday).len(), 9);
        anna.get(&format!("{time}?giorno=2028-02-27")).await.is(200).sees("non c’è un orario libero");
        anna.post(&time, &[("giorno", "2028-02-25")]).await.is(422).sees("Scegli un orario").sees("venerdì 25 febbraio");
        anna.post(&time, &[("quando", &moment("2028-02-25T09:10:00"))]).await.is(422).sees("non è più libero");
        let details = anna.post(&time, &[("quando", &moment("2028-02-25T09:20:00"))]).await.is(303).location();

        // The reason is what one books, until one says otherwise.
        anna.get(&details).await.is(200).sees("Passo 3 di 5").sees("Carta d’identità").sees("venerdì 25 febbraio, ore 9:20");
        anna.post(&details, &[("motivo", "Rinnovo <b>"), ("dettagli", "")]).await.is(422).sees("Rinnovo <b>").sees("Scrivi qualche dettaglio");
        let applicant = anna.post(&details, &[("motivo", "Rinnovo <b>"), ("dettagli", "Scade a marzo\n& parto")]).await.is(303).location();
        anna.post(&applicant, &[("nome", "Anna"), ("cognome", ""), ("email", "anna")]).await.is(422).sees("Scrivi il cognome").sees("Anna");
        let summary = anna.post(&applicant, &[("nome", "Anna"), ("cognome", "D'Amico"), ("email", "anna@example.org")]).await.is(303).location();

        // Another browser goes on from the private address; a wrong one is not found.
        let phone = app.visitor();
        phone.get(&summary).await.is(200).sees("Passo 5 di 5").sees("D'Amico").sees("Scade a marzo").sees("Una foto").sees("anna@example.org");
        phone.get(&details).await.is(200).sees("Rinnovo <b>");
        phone.get("/prenotazioni/bozza/sbagliata/riepilogo").await.is(404);

        let mine = phone.post(&summary, &[]).await.is(303).location();
        phone.get(&mine).await.is(200).sees("Appuntamento confermato").sees("W-2028-0001").sees("W-0001").sees("Appuntamento prenotato.");
        app.run_jobs().await;
        let mail = last_mail(app);
        assert!(mail.contains("To: \"Anna D'Amico\" <anna@example.org>") || mail.contains("anna@example.org"), "{mail}");
        assert!(mail.contains("Una foto") && mail.contains(&format!("http://town.test{mine}")) && mail.contains("text/calendar"), "{mail}");
        // The draft's address leads to the booking now; nothing of what was typed lies in the draft any more.
        assert_eq!(anna.get(&summary).await.is(303).location(), mine);
    }

    async fn a_second_click_another_tab_and_the_back_button_book_once(app) {
        counter(app, 20, 3).await;
        let anna = app.visitor();
        let summary = up_to_summary(&anna, "anna", &moment("2028-02-25T10:00:00")).await;
        let (one, two) = tokio::join!(anna.post(&summary, &[]), anna.post(&summary, &[]));
        assert_eq!(one.is(303).location(), two.is(303).location());
        anna.post(&summary, &[]).await.is(303);
        assert_eq!(count(app, "select count(*) as n from booking").await, 1);
        assert_eq!(count(app, "select last as n from receipt_series").await, 1, "no number was lost");
        app.run_jobs().await;
        assert_eq!(app.mails().len(), 1);
    }

    async fn one_mailbox_does_not_take_all_times(app) {
        counter(app, 20, 10).await;
        let anna = app.visitor();
        let mut last = None;
        for n in 0..11 {
            let free = if n < 6 { "2028-02-25T10:00:00" } else { "2028-02-25T10:20:00" };
            let summary = up_to_summary(&anna, "anna", &moment(free)).await;
            last = Some(anna.post(&summary, &[]).await);
            if last.as_ref().unwrap().status != 303 {
                break;
            }
        }
        last.unwrap().is(409).sees("ci sono già molti appuntamenti");
        assert_eq!(count(app, "select count(*) as n from booking").await, 10);
        app.run_jobs().await;
    }

    async fn a_booking_is_moved_and_called_off_by_its_link_and_no_look_changes_it(app) {
        counter(app, 20, 1).await;
        let anna = app.visitor();
        let mine = book(&anna, "anna", &moment("2028-02-25T10:00:00")).await;
        let ics = anna.get(&format!("{mine}/appuntamento.ics")).await.is(200).sees("DTSTART:20280225T090000Z").sees("SEQUENCE:0").sees("METHOD:PUBLISH");
        assert!(ics.header("content-type").starts_with("text/calendar"));
        // Scanners of mail look at every link.
        for path in ["", "/annullamento", "/spostamento", "/appuntamento.ics"] {
            app.visitor().get(&format!("{mine}{path}")).await.is(200);
        }
        assert_eq!(count(app, "select count(*) as n from booking where state = 'booked' and sequence = 0").await, 1);

        let other = book(&app.visitor(), "bruno", &moment("2028-02-28T09:00:00")).await;
        let moving = format!("{mine}/spostamento");
        anna.post(&moving, &[("quando", &moment("2028-02-28T09:00:00"))]).await.is(409).sees("non è più libero");
        anna.post(&moving, &[]).await.is(409).sees("Scegli un orario");
        anna.post(&moving, &[("quando", &moment("2028-02-28T09:20:00"))]).await.is(303);
        anna.get(&mine).await.sees("lunedì 28 febbraio, ore 9:20").sees("W-2028-0001");
        anna.get(&format!("{mine}/appuntamento.ics")).await.sees("DTSTART:20280228T082000Z").sees("SEQUENCE:1");
        app.run_jobs().await;
        assert!(last_mail(app).contains("spostato"));
        // The time that was left is free again.
        book(&app.visitor(), "carla", &moment("2028-02-25T10:00:00")).await;

        anna.post(&format!("{mine}/annullamento"), &[]).await.is(303);
        anna.post(&format!("{mine}/annullamento"), &[]).await.is(303);
        anna.get(&mine).await.is(200).sees("Appuntamento annullato").misses("spostamento");
        anna.get(&format!("{mine}/appuntamento.ics")).await.sees("METHOD:CANCEL").sees("SEQUENCE:2").sees("STATUS:CANCELLED");
        anna.post(&moving, &[("quando", &moment("2028-02-28T09:40:00"))]).await.is(409);
        app.run_jobs().await;
        let mails = app.mails();
        assert_eq!(mails.iter().filter(|mail| mail.contains("method=CANCEL")).count(), 1, "told once");
        // A key is good for its own booking alone.
        let wrong = format!("{}{}", &other[..other.len() - 1], if other.ends_with('0') { '1' } else { '0' });
        anna.get(&wrong).await.is(404);
        anna.post(&format!("{wrong}/annullamento"), &[]).await.is(404);
    }

    async fn a_closure_over_bookings_tells_people_once_and_shuts_the_day(app) {
        counter(app, 20, 1).await;
        let anna = app.visitor();
        let mine = book(&anna, "anna", &moment("2028-02-25T10:00:00")).await;
        let other = book(&app.visitor(), "bruno", &moment("2028-02-28T10:00:00")).await;
        app.run_jobs().await;
        let before = app.mails().len();
        let closure = NewClosure { office: None, first: date(2028, 2, 25), last: date(2028, 2, 25), words: "vento forte".into() };
        app.app.db.write(async |tx| closure.create(tx).await).await.unwrap();
        let second = NewClosure { words: "sciopero".into(), ..closure };
        app.app.db.write(async |tx| second.create(tx).await).await.unwrap();
        app.run_jobs().await;
        assert_eq!(app.mails().len(), before + 1, "only who is concerned, and once");
        assert!(last_mail(app).contains("anna@example.org") && last_mail(app).contains("lo sportello è chiuso"));
        anna.get(&mine).await.is(200).sees("Quel giorno lo sportello è chiuso: vento forte");
        anna.get(&other).await.is(200).misses("sportello è chiuso");
        let time = anna.post("/prenotazioni", &[("cosa", "carta")]).await.location();
        let page = anna.get(&format!("{time}?giorno=2028-02-25")).await.is(200).sees("lo sportello è chiuso: vento forte");
        assert!(offered(&page).is_empty());
        let clerk = app.staff("banco", Role::Operator).await;
        clerk.get("/segreteria/prenotazioni?giorno=2028-02-25").await.is(200).sees("Sportello anagrafe è chiuso: vento forte").sees("D'Amico");
        anna.post(&format!("{mine}/spostamento"), &[("quando", &moment("2028-02-28T10:20:00"))]).await.is(303);
        app.run_jobs().await;
    }

    async fn people_are_reminded_the_day_before_once_and_forgotten_after_ninety_days(app) {
        counter(app, 20, 1).await;
        book(&app.visitor(), "anna", &moment("2028-02-25T10:00:00")).await;
        book(&app.visitor(), "bruno", &moment("2028-02-28T10:00:00")).await;
        app.run_jobs().await;
        let before = app.mails().len();
        run(app, "booking.remind").await;
        run(app, "booking.remind").await;
        assert_eq!(app.mails().len(), before + 1);
        assert!(last_mail(app).contains("anna@example.org") && last_mail(app).contains("ti ricordiamo"));
        app.clock.advance(90 * DAY);
        run(app, "booking.sweep").await;
        assert_eq!(count(app, "select count(*) as n from booking where last_name <> ''").await, 2);
        app.clock.advance(2 * DAY);
        run(app, "booking.sweep").await;
        assert_eq!(count(app, "select count(*) as n from booking where last_name <> '' and email <> ''").await, 1);
        assert_eq!(count(app, "select count(*) as n from booking_draft").await, 0);
        app.clock.advance(3 * DAY);
        run(app, "booking.sweep").await;
        assert_eq!(count(app, "select count(*) as n from booking where last_name <> ''").await, 0);
        assert_eq!(count(app, "select count(*) as n from booking").await, 2, "the numbers stay whole");
    }

    async fn the_counter_sees_its_day_calls_by_number_and_the_wall_says_no_name(app) {
        let (place, _) = counter(app, 20, 2).await;
        let clerk = app.staff("banco", Role::Operator).await;
        book(&app.visitor(), "anna", &moment("2028-02-25T09:00:00")).await;
        book(&app.visitor(), "bruno", &moment("2028-02-25T09:20:00")).await;
        app.run_jobs().await;
        app.clock.advance(23 * HOUR);
        let day = clerk.get("/segreteria/prenotazioni?sportello=2").await.is(200).sees("anna D'Amico").sees("bruno D'Amico").sees("W-0001");
        let ids: Vec<String> = day.text.match_indices("/arrivo\"").map(|(at, _)| {
            day.text[..at].rsplit('/').next().unwrap().to_owned()
        }).collect();
        app.visitor().get("/sala/anagrafe").await.is(200).sees("Tra poco si comincia");
        let next = format!("/segreteria/prenotazioni/luoghi/{place}/chiamata");
        clerk.post(&next, &[("sportello", "2")]).await.is(303);
        app.visitor().get("/sala/anagrafe").await.sees("Tra poco si comincia");
        // Bruno is here first, Anna's hour comes first.
        for id in [&ids[1], &ids[0]] {
            clerk.post(&format!("/segreteria/prenotazioni/{id}/arrivo"), &[("sportello", "2")]).await.is(303);
        }
        clerk.post(&next, &[("sportello", "2")]).await.is(303);
        app.visitor().get("/sala/anagrafe").await.is(200).sees("W-0001").sees("sportello 2").misses("anna").misses("D'Amico").misses("W-0002");
        let mut heard = String::new();
        while !heard.contains("W-0001 2") {
            heard = app.visitor().listen("/sala/anagrafe/diretta").await.text;
        }
        clerk.post(&next, &[("sportello", "3")]).await.is(303);
        app.visitor().get("/sala/anagrafe").await.sees("W-0002").sees("sportello 3").sees("Chiamati prima");
        clerk.post(&format!("/segreteria/prenotazioni/{}/servizio", ids[0]), &[]).await.is(303);
        clerk.post(&format!("/segreteria/prenotazioni/{}/assenza", ids[1]), &[]).await.is(303);
        clerk.get("/segreteria/prenotazioni").await.sees("servito").sees("non è venuto");
        clerk.post(&format!("/segreteria/prenotazioni/{}/ripristino", ids[1]), &[]).await.is(303);
        let csv = clerk.get("/segreteria/prenotazioni.csv?giorno=2028-02-25").await.is(200);
        assert!(csv.text.contains("9:00,W-2028-0001") && csv.text.lines().count() == 3, "{}", csv.text);
        // What was booked is written down, in the audit too.
        let rows = dedalus::identity::audit_list(&app.app.db, &dedalus::identity::AuditFilter::default(), 50).await.unwrap();
        assert!(rows.iter().any(|row| row.act == "booking.served" && row.subject_name == "W-2028-0001"));
        // Another office's clerk finds nothing of it.
        let id = app.new_person("altrove", dedalus::identity::Tier::Registered).await;
        let office = app.office("tributi").await;
        app.app.db.write(async |tx| dedalus::identity::Membership::begin(tx, id, office.id, Role::Operator, None).await).await.unwrap();
        let other = app.sign_in("altrove").await;
        other.get("/segreteria/prenotazioni?giorno=2028-02-25").await.is(200).misses("D'Amico");
        other.post(&format!("/segreteria/prenotazioni/{}/servizio", ids[0]), &[]).await.is(404);
        other.post(&next, &[]).await.is(404);
        assert!(!other.get("/segreteria/prenotazioni.csv?giorno=2028-02-25").await.text.contains("W-2028"));
        app.visitor().get("/segreteria/prenotazioni").await.is(303);
    }

    async fn the_counter_books_for_who_stands_there_or_calls(app) {
        counter(app, 20, 1).await;
        let clerk = app.staff("banco", Role::Operator).await;
        let page = clerk.get("/segreteria/prenotazioni/nuova?cosa=carta&giorno=2028-02-24").await.is(200);
        assert!(offered(&page).contains(&moment("2028-02-24T10:20:00")), "the counter need not keep to two hours ahead");
        let once = page.field("once");
        let (when, name) = (moment("2028-02-24T10:20:00"), "Rosa");
        let form = [("cosa", "carta"), ("giorno", "2028-02-24"), ("quando", when.as_str()), ("canale", "telephone"), ("nome", name),
            ("cognome", "Lo Presti"), ("telefono", "091 1"), ("email", ""), ("motivo", "Carta"), ("once", &once)];
        clerk.post("/segreteria/prenotazioni/nuova", &form[..5]).await.is(422).sees("Scrivi il cognome").sees("Rosa");
        clerk.post("/segreteria/prenotazioni/nuova", &form).await.is(303);
        clerk.post("/segreteria/prenotazioni/nuova", &form).await.is(303);
        clerk.get("/segreteria/prenotazioni").await.is(200).sees("Rosa Lo Presti").sees("T-0001").sees("091 1");
        assert_eq!(count(app, "select count(*) as n from booking").await, 1);
        let again = [("once", "altra"), ("email", "x@example.org")];
        let form: Vec<_> = form.iter().filter(|(name, _)| *name != "once" && *name != "email").copied().chain(again).collect();
        clerk.post("/segreteria/prenotazioni/nuova", &form).await.is(422).sees("non è più libero");
        app.run_jobs().await;
        assert!(app.mails().is_empty(), "who gave no address gets no mail");
    }

    async fn who_heads_an_office_keeps_its_places_and_no_others(app) {
        let head = app.staff("capo", Role::Manager).await;
        let urp = app.office("urp").await;
        let other = app.office("tributi").await;
        let at = "/amministrazione/prenotazioni";
        head.get(at).await.is(200).sees("Ancora nessun luogo");
        let new = [("ufficio", urp.id.to_string()), ("nome", "Sportello URP".into()), ("indirizzo", "Piazza Duomo".into())];
        let new: Vec<(&str, &str)> = new.iter().map(|(name, value)| (*name, value.as_str())).collect();
        head.post(&format!("{at}/luoghi/nuovo"), &[("ufficio", &other.id.to_string()), ("nome", "X"), ("indirizzo", "Y")]).await.is(422).sees("Scegli un ufficio");
        let place = head.post(&format!("{at}/luoghi/nuovo"), &new).await.is(303).location();
        head.post(&format!("{at}/luoghi/nuovo"), &new).await.is(422).sees("C’è già un luogo");
        let thing = [("titolo", "Assistenza"), ("portare", ""), ("minuti", "30"), ("insieme", "2"), ("anticipo", "0"), ("fino-a", "30"), ("orario-1", "9–12")];
        head.post(&format!("{place}/cose/nuova"), &[("titolo", "X"), ("minuti", "0"), ("insieme", "2"), ("anticipo", "0"), ("fino-a", "30"), ("orario-1", "12–9")]).await.is(422)
            .sees("da 5 a 480");
        head.post(&format!("{place}/cose/nuova"), &thing).await.is(303);
        app.visitor().get("/prenotazioni").await.is(200).sees("Assistenza").sees("30 minuti");
        head.post(&format!("{place}/chiusura"), &[]).await.is(303);
        app.visitor().get("/prenotazioni").await.is(200).misses("Assistenza");
        head.post(&format!("{place}/riapertura"), &[]).await.is(303);
        app.visitor().get("/prenotazioni").await.is(200).sees("Assistenza");
        let strange = PlaceDraft { office: other.id, name: "Tributi".into(), address: "Via".into(), directions: String::new() };
        let strange = app.app.db.write(async |tx| Place::create(tx, "tributi", &strange).await).await.unwrap();
        head.get(&format!("{at}/luoghi/{strange}")).await.is(404);
        head.post(&format!("{at}/luoghi/{strange}"), &new).await.is(404);
        app.staff("banco", Role::Operator).await.get(at).await.is(403);
    }

    async fn what_is_booked_while_signed_in_knows_the_person_and_ends_with_the_account(app) {
        counter(app, 20, 1).await;
        let anna = app.person("anna").await;
        let time = anna.post("/prenotazioni", &[("cosa", "carta")]).await.is(303).location();
        let details = anna.post(&time, &[("quando", &moment("2028-02-25T09:20:00"))]).await.is(303).location();
        let applicant = anna.post(&details, &[("motivo", "Carta"), ("dettagli", "Scade")]).await.is(303).location();
        anna.get(&applicant).await.is(200).sees("Anna").sees("Prova").sees("anna@example.org");
        let summary = anna.post(&applicant, &[("nome", "Anna"), ("cognome", "Prova"), ("email", "anna@example.org")]).await.is(303).location();
        let mine = anna.post(&summary, &[]).await.is(303).location();
        anna.post("/io/chiusura", &[]).await.is(303);
        app.clock.advance(15 * DAY);
        run(app, "identity.lives").await;
        assert_eq!(count(app, "select count(*) as n from booking where person_id is null and last_name = '' and email = '' and once_key is null").await, 1);
        app.visitor().get(&mine).await.is(200).misses("Prova");
    }

    async fn a_place_that_closes_takes_no_new_bookings_whatever_a_page_showed(app) {
        let (place, thing) = counter(app, 20, 1).await;
        let anna = app.visitor();
        let summary = up_to_summary(&anna, "anna", &moment("2028-02-25T09:20:00")).await;
        app.app.db.write(async |tx| Place::set_closed(tx, place, true).await).await.unwrap();
        anna.post(&summary, &[]).await.is(409).sees("non è più libero").sees("Carta scaduta");
        let new = NewBooking {
            thing, starts_at: Time::from_micros(moment("2028-02-25T09:20:00").parse().unwrap()), channel: Channel::Counter, motive: "x".into(),
            details: String::new(), first_name: "A".into(), last_name: "B".into(), email: String::new(), phone: String::new(), language: Lang::De,
            person: None, once_key: "k".into(),
        };
        assert!(app.app.db.write(async |tx| new.create(tx, &app.app).await).await.unwrap().is_none());
        assert_eq!(count(app, "select count(*) as n from booking").await, 0);
        assert_eq!(count(app, "select count(*) as n from receipt_series").await, 0);
    }
}
