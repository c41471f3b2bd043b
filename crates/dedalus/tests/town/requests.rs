//! Reports and requests as people meet them: the form in three steps, the receipt, the story, who may read what.

use dedalus::desk::request::{Category, add_national};
use dedalus::identity::{Act, Role, Tier};
use kit::args;
use kit::clock::DAY;

use crate::support::{Seen, TestApp, Visitor, decode_quoted_printable};
use crate::town_tests;

/// The eleven categories, all of one office.
pub async fn with_categories(app: &TestApp) {
    let office = app.office("urp").await.id;
    app.app.db.write(async |tx| add_national(tx, |_| Some(office)).await).await.unwrap();
}

/// The fields of a report that is complete.
pub const LAMP: &[(&str, &str)] = &[
    ("categoria", "illuminazione"),
    ("luogo", "Serpentina Paolo Balsamo, primo tornante"),
    ("lat", "37.9847"),
    ("lon", "13.6963"),
    ("titolo", "Lampione spento sulla Serpentina"),
    ("dettagli", "Il primo lampione salendo è spento da domenica. I gradini non si vedono."),
    ("risposta-0", "No"),
];

/// Begins a draft; its address.
pub async fn begin(visitor: &Visitor<'_>, kind: &str) -> String {
    visitor.post("/richieste/nuova", &[("tipo", kind), ("privacy", "si")]).await.is(303).location()
}

/// Fields with some others.
pub fn and<'a>(fields: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let known = |name: &str| more.iter().any(|(other, _)| *other == name);
    fields.iter().filter(|(name, _)| !known(name)).chain(more).copied().collect()
}

/// Reports the lamp, signed in; the address of the receipt.
pub async fn report(visitor: &Visitor<'_>, fields: &[(&str, &str)]) -> String {
    let draft = begin(visitor, "segnalazione").await;
    let summary = visitor.post(&draft, fields).await.is(303).location();
    assert_eq!(summary, format!("{draft}/riepilogo"));
    visitor.get(&summary).await.is(200);
    visitor.post(&format!("{draft}/invio"), &[]).await.is(303).location()
}

/// The number in the address of a receipt.
pub fn number(receipt: &str) -> String {
    receipt.split('/').nth(2).unwrap().to_owned()
}

fn text_of_mail(app: &TestApp) -> String {
    decode_quoted_printable(&app.mails().pop().expect("a mail"))
}

/// How many letters say this.
pub fn letters(app: &TestApp, words: &str) -> usize {
    app.mails().iter().filter(|mail| decode_quoted_printable(mail).contains(words)).count()
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

trait Leads {
    fn leads(&self, to: &str);
}
impl Leads for Seen {
    #[track_caller]
    fn leads(&self, to: &str) {
        assert!(self.location().starts_with(to), "{} is not {to}", self.location());
    }
}

town_tests! {
    async fn somebody_without_an_account_reports_confirms_by_mail_and_follows_the_story_by_the_receipt(app) {
        with_categories(app).await;
        let anna = app.visitor();
        anna.get("/segnalazioni/nuova").await.is(200).sees("Passo 1 di 3");
        anna.post("/richieste/nuova", &[("tipo", "segnalazione")]).await.is(422).sees("conferma di aver letto");
        let draft = begin(&anna, "segnalazione").await;
        anna.get(&draft).await.is(200).sees("Illuminazione pubblica");
        // What is missing is said, and what was typed is there.
        anna.post(&draft, LAMP).await.is(422).sees("Scrivi nome e cognome").sees("primo tornante");
        anna.get(&draft).await.is(200).sees("primo tornante").sees("I gradini non si vedono");
        let whole = and(LAMP, &[("nome", "Anna D'Amico <b>"), ("email", "anna@example.org")]);
        let summary = anna.post(&draft, &whole).await.is(303).location();
        anna.get(&summary).await.is(200).sees("Ufficio urp").sees("Anna D'Amico <b>").sees("30 giorni");
        let sent = anna.post(&format!("{draft}/invio"), &[]).await.is(303).location();
        anna.get(&sent).await.is(200).sees("anna@example.org");
        assert_eq!(count(app, "select count(*) as n from request").await, 0, "nothing is received before the confirmation");
        app.run_jobs().await;
        let link = app.link_in_mail();
        // Opening the link confirms nothing.
        anna.get(&link).await.is(200).sees("Lampione spento");
        assert_eq!(count(app, "select count(*) as n from request").await, 0);
        let receipt = anna.post(&link, &[]).await.is(303).location();
        assert_eq!(number(&receipt), "W-2028-0001");
        // A second click, another tab, the back button: one request.
        assert_eq!(anna.post(&link, &[]).await.is(303).location(), receipt);
        assert_eq!(anna.post(&format!("{draft}/invio"), &[]).await.is(303).location(), receipt);
        assert_eq!(anna.get(&draft).await.is(303).location(), receipt);
        assert_eq!(count(app, "select count(*) as n from request").await, 1);
        anna.get(&receipt).await.is(200).sees("W-2028-0001").sees("entro sabato 25 marzo").sees("30 giorni").sees("sabato");
        app.run_jobs().await;
        let mail = text_of_mail(app);
        assert!(mail.contains("W-2028-0001") && mail.contains("Lampione spento") && mail.contains("25 marzo"), "{mail}");
        // Everybody reads the story, and nobody the name.
        let page = app.visitor().get("/segnalazioni/W-2028-0001").await.is(200).sees("Lampione spento").sees("Ricevuta").sees("primo tornante");
        assert!(!page.text.contains("Amico") && !page.text.contains("anna@example.org"));
        app.visitor().get("/segnalazioni/w-2028-1").await.is(303).leads("/segnalazioni/W-2028-0001");
        // The key opens its own receipt alone.
        anna.get(&format!("{receipt}/segnalazione")).await.is(200).sees("lo vedi solo tu");
        app.visitor().get("/ricevute/W-2028-0001/0123456789abcdef").await.is(404);
        app.visitor().get("/ricevute/W-2028-0001").await.is(303);
    }

    async fn signed_in_a_report_has_its_number_at_once_and_sending_it_twice_is_one(app) {
        with_categories(app).await;
        let bruno = app.person("bruno").await;
        let draft = begin(&bruno, "segnalazione").await;
        bruno.post(&draft, LAMP).await.is(303);
        let one = bruno.post(&format!("{draft}/invio"), &[]).await.is(303).location();
        let two = bruno.post(&format!("{draft}/invio"), &[]).await.is(303).location();
        assert_eq!(one, two);
        assert_eq!(count(app, "select count(*) as n from request").await, 1);
        assert!(report(&bruno, LAMP).await.starts_with("/ricevute/W-2028-0002/"));
        bruno.get("/io/segnalazioni").await.is(200).sees("W-2028-0001").sees("W-2028-0002");
        bruno.get("/ricevute/W-2028-0002").await.is(303).leads("/ricevute/W-2028-0002/");
        app.person("carla").await.get("/ricevute/W-2028-0002").await.is(404);
        app.run_jobs().await;
    }

    async fn the_link_of_a_draft_goes_on_elsewhere_and_ends_after_a_week(app) {
        with_categories(app).await;
        let bruno = app.visitor();
        let draft = begin(&bruno, "segnalazione").await;
        bruno.post(&draft, LAMP).await.is(422);
        bruno.post(&format!("{draft}/lettera"), &[("email", "bruno@example.org")]).await.is(303);
        app.run_jobs().await;
        assert_eq!(app.link_in_mail(), draft);
        app.visitor().get(&draft).await.is(200).sees("primo tornante").sees("Nome e cognome");
        app.visitor().get(&format!("{draft}/riepilogo")).await.is(303).leads(&draft);
        // After seven days it is gone, and its row with it.
        app.clock.advance(8 * DAY);
        bruno.get(&draft).await.is(404);
    }

    async fn a_dangerous_answer_stops_the_form_and_says_whom_to_call(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let draft = begin(&anna, "segnalazione").await;
        anna.post(&draft, &and(LAMP, &[("risposta-0", "Sì, è pericoloso")])).await.is(422).sees("chiama il 112");
        anna.get(&format!("{draft}/riepilogo")).await.is(303).leads(&draft);
        anna.post(&format!("{draft}/invio"), &[]).await.is(422);
        anna.post(&draft, &and(LAMP, &[("risposta-0", "")])).await.is(422).sees("Rispondi a questa domanda");
        anna.post(&draft, &and(LAMP, &[("lat", "cento")])).await.is(422).sees("non è un luogo sulla terra");
        assert_eq!(count(app, "select count(*) as n from request").await, 0);
    }

    async fn what_is_private_or_hidden_is_not_found_by_others_anywhere(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let secret = number(&report(&anna, &and(LAMP, &[("riservata", "si"), ("titolo", "Zampillo segreto")])).await);
        let open = number(&report(&anna, &and(LAMP, &[("titolo", "Zampillo pubblico")])).await);
        let draft = begin(&anna, "domanda").await;
        let question = &[("ufficio", "urp"), ("titolo", "Zampillo domanda"), ("dettagli", "Quando apre lo zampillo della piazza?")];
        anna.post(&draft, question).await.is(303);
        let asked = number(&anna.post(&format!("{draft}/invio"), &[]).await.is(303).location());
        let stranger = app.person("ugo").await;
        for who in [&app.visitor(), &stranger] {
            for hidden in [&secret, &asked] {
                who.get(&format!("/segnalazioni/{hidden}")).await.is(404);
                who.get(&format!("/segnalazioni/{hidden}/abuso")).await.is(404);
            }
            who.get(&format!("/segnalazioni/{open}")).await.is(200);
            for list in ["/segnalazioni", "/segnalazioni?q=zampillo", "/segnalazioni.csv", "/segnalazioni.geojson", "/segnalazioni/feed.rss"] {
                who.get(list).await.is(200).sees("Zampillo pubblico").misses("segreto").misses("Zampillo domanda").misses("Anna");
            }
        }
        stranger.post(&format!("/segnalazioni/{secret}/seguito"), &[]).await.is(404);
        anna.get(&format!("/segnalazioni/{secret}")).await.is(200).sees("Zampillo segreto");
        anna.get("/segnalazioni").await.is(200).misses("segreto");
        // The office hides the public one: gone at once, from kept pages too.
        let olga = app.staff("olga", Role::Officer).await;
        app.visitor().get("/segnalazioni").await.is(200).sees("Zampillo pubblico");
        olga.post(&format!("/segreteria/richieste/{open}/visibilita"), &[("chi", "nascosta"), ("perche", "Nomina una persona")]).await.is(303);
        app.visitor().get(&format!("/segnalazioni/{open}")).await.is(404);
        app.visitor().get("/segnalazioni").await.is(200).misses("Zampillo");
        app.run_jobs().await;
    }

    async fn similar_reports_are_shown_and_the_same_problem_is_a_receipt_of_ones_own(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let first = number(&report(&anna, LAMP).await);
        app.run_jobs().await;
        let bruno = app.visitor();
        let draft = begin(&bruno, "segnalazione").await;
        let near = and(LAMP, &[("lat", "37.9850"), ("titolo", "Buio e lampione spento"), ("nome", "Bruno Sole"), ("email", "bruno@example.org")]);
        bruno.post(&draft, &and(&near, &[("aggiorna", "1")])).await.is(303);
        bruno.get(&draft).await.is(200).sees("Lampione spento sulla Serpentina").sees("metri").sees("parole in comune");
        // Far away nothing is shown.
        bruno.post(&draft, &and(&near, &[("lat", "37.9990"), ("aggiorna", "1")])).await.is(303);
        bruno.get(&draft).await.is(200).misses("È lo stesso problema");
        bruno.post(&draft, &and(&near, &[("stesso", &first)])).await.is(303);
        app.run_jobs().await;
        let receipt = bruno.post(&app.link_in_mail(), &[]).await.is(303).location();
        assert_eq!(number(&receipt), "W-2028-0002");
        assert_eq!(count(app, "select count(*) as n from request").await, 1);
        bruno.get(&receipt).await.is(200).sees(&first);
        // One answer reaches both.
        let olga = app.staff("olga", Role::Officer).await;
        olga.post(&format!("/segreteria/richieste/{first}/stato"), &[("stato", "solved"), ("parole", "Cambiata la lampada.")]).await.is(303);
        app.run_jobs().await;
        assert_eq!((letters(app, "il numero W-2028-0002"), letters(app, "Cambiata la lampada.")), (1, 2));
        bruno.get(&format!("{receipt}/segnalazione")).await.is(200).sees("Cambiata la lampada");
    }

    async fn the_list_filters_by_its_address_and_goes_on_by_keyset(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        for n in 0..52 {
            let title = format!("Lampione numero {n}");
            report(&anna, &and(LAMP, &[("titolo", &title)])).await;
        }
        report(&anna, &and(LAMP, &[("categoria", "verde"), ("titolo", "Ramo caduto"), ("risposta-0", "")])).await;
        let all = app.visitor();
        let page = all.get("/segnalazioni").await.is(200).sees("Ramo caduto").sees("Lampione numero 51");
        assert!(!page.text.contains("Lampione numero 1<"));
        let next = page.text.split("href=\"").find(|part| part.starts_with("/segnalazioni?dopo=")).unwrap().split('"').next().unwrap().to_owned();
        all.get(&next).await.is(200).sees("Lampione numero 1").misses("Ramo caduto");
        all.get("/segnalazioni?categoria=verde").await.is(200).sees("Ramo caduto").misses("Lampione numero");
        all.get("/segnalazioni?q=RAMO%20caduto").await.is(200).sees("Ramo caduto").misses("Lampione numero");
        all.get("/segnalazioni?stato=chiuse").await.is(200).sees("Nessuna segnalazione qui");
        all.get("/segnalazioni?q=%27%25%3Cscript").await.is(200).sees("Nessuna segnalazione qui");
        let geo: serde_json::Value = serde_json::from_str(&all.get("/segnalazioni.geojson?categoria=verde").await.is(200).text).unwrap();
        assert_eq!(geo["features"][0]["geometry"]["coordinates"], serde_json::json!([13.6963, 37.9847]));
        all.get("/segnalazioni/feed.rss?categoria=verde").await.is(200).sees("Ramo caduto").misses("Lampione numero");
        app.run_jobs().await;
    }

    async fn photographs_are_made_again_and_shown_only_where_their_request_is(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let draft = begin(&anna, "segnalazione").await;
        let image = crate::pictures::png(60, 40);
        let parts: Vec<(&str, &str, &str, &[u8])> = LAMP.iter().map(|(name, value)| (*name, "", "", value.as_bytes()))
            .chain([("aggiorna", "", "", b"1".as_slice()), ("foto", "a.png", "image/png", image.as_slice())]).collect();
        anna.post_files(&draft, &parts).await.is(303);
        let page = anna.get(&draft).await.is(200);
        let photo = page.text.split("name=\"alt-").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let alt = format!("alt-{photo}");
        anna.post(&draft, &and(LAMP, &[(&alt, "Il lampione")])).await.is(303);
        let receipt = anna.post(&format!("{draft}/invio"), &[]).await.is(303).location();
        let at = number(&receipt);
        app.visitor().get(&format!("/segnalazioni/{at}")).await.is(200).sees("Il lampione");
        app.visitor().get(&format!("/segnalazioni/{at}/foto/{photo}")).await.is(200);
        app.visitor().get(&format!("{receipt}/foto/{photo}")).await.is(200);
        app.visitor().get(&format!("{draft}/foto/{photo}")).await.is(404);
        app.visitor().get(&format!("/segnalazioni/{at}/foto/7")).await.is(404);
        app.run_jobs().await;
    }

    async fn others_comment_where_the_category_lets_them_and_follow_with_an_account(app) {
        with_categories(app).await;
        let anna = app.person("anna").await;
        let lamp = number(&report(&anna, LAMP).await);
        let hole = number(&report(&anna, &and(LAMP, &[("categoria", "strade"), ("titolo", "Buca in via Roma")])).await);
        let ugo = app.person("ugo").await;
        ugo.post(&format!("/segnalazioni/{lamp}/commenti"), &[("testo", "Anche da me")]).await.is(403);
        ugo.post(&format!("/segnalazioni/{hole}/commenti"), &[("testo", "")]).await.is(422).sees("Scrivi qualcosa");
        ugo.post(&format!("/segnalazioni/{hole}/commenti"), &[("testo", "È <i>profonda</i>")]).await.is(303);
        ugo.post(&format!("/segnalazioni/{hole}/commenti"), &[("testo", "È <i>profonda</i>")]).await.is(303);
        assert_eq!(count(app, "select count(*) as n from request_comment").await, 1, "a double click says it once");
        app.visitor().get(&format!("/segnalazioni/{hole}")).await.is(200).sees("È <i>profonda</i>").sees("Ugo Prova");
        ugo.post(&format!("/segnalazioni/{hole}/seguito"), &[]).await.is(303);
        ugo.get(&format!("/segnalazioni/{hole}")).await.is(200).sees("Non seguirla più");
        app.run_jobs().await;
        app.staff("olga", Role::Officer).await.post(&format!("/segreteria/richieste/{hole}/stato"), &[("stato", "taken")]).await.is(303);
        app.run_jobs().await;
        assert_eq!(letters(app, "Adesso: Presa in carico"), 2, "its author and who follows it");
        ugo.post(&format!("/segnalazioni/{hole}/seguito/ritiro"), &[]).await.is(303);
        app.visitor().post(&format!("/segnalazioni/{hole}/abuso"), &[("motivo", "Offende una persona")]).await.is(303);
        app.run_jobs().await;
    }

    async fn drafts_that_nobody_sent_go_after_a_week(app) {
        let anna = app.visitor();
        begin(&anna, "segnalazione").await;
        app.clock.advance(8 * DAY);
        app.app.db.write(async |tx| {
            kit::jobs::enqueue(tx, kit::jobs::NewJob::new("request.sweep", serde_json::json!({}))).await?;
            Ok(())
        }).await.unwrap();
        app.run_jobs().await;
        assert_eq!(count(app, "select count(*) as n from request_draft").await, 0);
    }

    async fn categories_are_kept_in_the_browser(app) {
        app.office("urp").await;
        let root = app.staff("root", Role::System).await;
        root.get("/amministrazione/richieste").await.is(200).sees("Ancora nessun tipo");
        root.post("/amministrazione/richieste", &[]).await.is(303);
        root.get("/amministrazione/richieste").await.is(200).sees("Strade e marciapiedi").sees("Altro");
        let fields = [("nome", "Fontane"), ("nome-en", "Fountains"), ("nome-de", "Brunnen"), ("ufficio", "urp"), ("giorni", "10"), ("raggio", "100"),
            ("aperta", "si"), ("domanda-1", "Esce acqua?"), ("forma-1", "one"), ("scelte-1", "Sì\nNo"), ("obbligatoria-1", "si")];
        root.post("/amministrazione/richieste/nuova", &and(&fields, &[("giorni", "0")])).await.is(422).sees("da 1 a 365");
        root.post("/amministrazione/richieste/nuova", &and(&fields, &[("scelte-1", "Sì")])).await.is(422).sees("almeno due scelte");
        root.post("/amministrazione/richieste/nuova", &fields).await.is(303);
        root.post("/amministrazione/richieste/nuova", &fields).await.is(422).sees("già un tipo");
        let kept = Category::by_code(&app.app.db, "fontane").await.unwrap();
        assert_eq!((kept.days, kept.questions().len()), (10, 1));
        root.get("/amministrazione/richieste/fontane").await.is(200).sees("Esce acqua?");
        root.post("/amministrazione/richieste/fontane", &and(&fields, &[("riservata", "si")])).await.is(303);
        let anna = app.person("anna").await;
        let draft = begin(&anna, "segnalazione").await;
        anna.post(&draft, &[("categoria", "fontane"), ("aggiorna", "1")]).await.is(303);
        anna.get(&draft).await.is(200).sees("Esce acqua?").sees("lo leggono solo tu");
        // A manager keeps the categories of the own office, and no others.
        let head = app.staff("capo", Role::Manager).await;
        head.get("/amministrazione/richieste/fontane").await.is(200);
        head.get("/amministrazione/richieste/nuova").await.is(404);
        assert!(Act::KeepDesk.is_for_staff());
        app.new_person("vera", Tier::Verified).await;
        let lines: Vec<(String,)> = app.app.db.all("select act from audit where subject_kind = 'category' order by id", args![]).await.unwrap();
        assert_eq!(lines.len(), 3, "{lines:?}");
    }
}
