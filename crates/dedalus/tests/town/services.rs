//! The catalogue of services: what everybody reads, how offices keep it, files in and out.

use dedalus::desk::service::{Field, NewService, Service, ServiceId, Written};
use dedalus::identity::{Actor, Membership, Person, Role};
use kit::args;
use serde_json::Value;

use crate::support::{Seen, TestApp, Visitor};
use crate::town_tests;

/// A card that says everything.
const CARD: &[(&str, &str)] = &[
    ("titolo", "Carta d’identità"),
    ("codice", "AN-01"),
    ("slug", "carta-d-identita"),
    ("sintesi", "Il documento per viaggiare in Europa."),
    ("ufficio", "urp"),
    ("categoria", "anagrafe-stato-civile"),
    ("descrizione", "Vale dieci anni."),
    ("a-chi", "Chi abita **qui**."),
    ("come-fare", "Prenota.\n\nPoi vieni."),
    ("cosa-serve", "Una fototessera | a colori\nLa carta scaduta"),
    ("cosa-si-ottiene", "La carta, per posta."),
    ("tempi", "Sei giorni lavorativi."),
    ("termine", "30"),
    ("effetto", "assenso"),
    ("costo", "22,21 euro"),
    ("canali", "sportello"),
    ("canali", "online"),
    ("online", "https://www.example.org/cie"),
    ("standard", "Attesa allo sportello | 20 | minuti"),
    ("documenti", "Modulo | https://www.example.org/m.pdf"),
    ("argomenti", "residenza"),
    ("eventi", "viaggi"),
    ("destinatari", "cittadini"),
    ("azioni", "documento"),
];

fn with<'a>(form: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    kept.chain(changes).copied().collect()
}

/// Somebody who keeps the services of an office.
async fn keeper<'t>(app: &'t TestApp, handle: &str, office: &str) -> Visitor<'t> {
    let id = app.new_person(handle, dedalus::identity::Tier::Registered).await;
    let office = app.office(office).await;
    app.app.db.write(async |tx| Membership::begin(tx, id, office.id, Role::Manager, None).await).await.unwrap();
    app.sign_in(handle).await
}

/// A published service, as if an office had written it.
async fn published(app: &TestApp, code: &str, title: &str, changes: &[(Field, &str)]) -> ServiceId {
    let office = app.office("urp").await;
    let mut written = Written::default();
    for (name, value) in CARD {
        if let Some(field) = Field::from_word(name) {
            written.set(field, value);
        }
    }
    written.set(Field::Ways, "sportello; online");
    written.set(Field::Title, title);
    for (field, text) in changes {
        written.set(*field, text);
    }
    let slug = kit::text::fold(code);
    app.app
        .db
        .write(async |tx| {
            let actor = Actor::command_line();
            let service = Service::create(tx, &actor, &NewService { code, slug: &slug, office: office.id, written: &written }).await?;
            service.publish(tx, &actor, "").await?;
            Ok(service.id)
        })
        .await
        .unwrap()
}

async fn acts(app: &TestApp) -> Vec<String> {
    let sql = "select act from audit where subject_kind = 'service' order by id";
    app.app.db.all::<(String,)>(sql, vec![]).await.unwrap().into_iter().map(|(act,)| act).collect()
}

fn titles(seen: &Seen) -> Vec<String> {
    let json: Value = serde_json::from_str(&seen.text).unwrap();
    json.as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
}

town_tests! {
    async fn a_card_is_written_previewed_saved_and_published_and_everybody_reads_it(app) {
        let anna = keeper(app, "anna", "urp").await;
        let visitor = app.visitor();
        visitor.get("/servizi").await.is(200).sees("Ancora nessuna scheda");
        anna.get("/amministrazione/servizi").await.is(200).sees("Ancora nessun servizio");
        anna.get("/amministrazione/servizi/nuovo").await.is(200).sees("Nuovo servizio");
        let preview = anna.post("/amministrazione/servizi/nuovo/anteprima", CARD).await.is(200).sees("Non abbiamo ancora salvato niente").sees("<strong>qui</strong>");
        assert_eq!(preview.field("cosa-serve"), "Una fototessera | a colori\nLa carta scaduta");
        anna.post("/amministrazione/servizi/nuovo/modifica", CARD).await.is(200).sees("22,21 euro");
        let none: (i64,) = app.app.db.one("select count(*) as n from service", vec![]).await.unwrap();
        assert_eq!(none.0, 0, "a preview saves nothing");

        let saved = anna.post("/amministrazione/servizi/nuovo", CARD).await.is(303);
        assert_eq!(saved.location(), "/amministrazione/servizi/carta-d-identita");
        // The same form again finds what the first one wrote.
        anna.post("/amministrazione/servizi/nuovo", CARD).await.is(303);
        visitor.get("/servizi/carta-d-identita").await.is(404);
        let form = with(CARD, &[("revisione", "1"), ("azione", "pubblica"), ("novita", "La prima")]);
        anna.post("/amministrazione/servizi/carta-d-identita", &form).await.is(303);
        anna.post("/amministrazione/servizi/carta-d-identita", &form).await.is(303);
        assert_eq!(acts(app).await, ["service.created", "service.published"]);

        let card = visitor.get("/servizi/carta-d-identita").await.is(200);
        let card = card.sees("Carta d’identità").sees("Servizio attivo").sees("Una fototessera").sees("a colori").sees("Il Comune risponde entro 30 giorni.");
        let card = card.sees("la richiesta vale come accolta").sees("Attesa allo sportello").sees("valida da giovedì 24 febbraio 2028").sees("Ufficio urp");
        for part in ["service-title", "service-status", "service-description", "page-index", "service-addressed", "service-how-to", "service-needed", "service-achieved",
            "service-calendar-text", "service-cost", "service-online-access", "service-generic-access", "service-file", "service-area", "service-topic", "breadcrumb"] {
            assert!(card.text.contains(&format!("data-element=\"{part}\"")), "{part}");
        }
        let data = card.text.split("<script data-element=\"metatag\" type=\"application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
        let data: Value = serde_json::from_str(data).unwrap();
        assert_eq!((data["@type"].as_str(), data["name"].as_str()), (Some("GovernmentService"), Some("Carta d’identità")));
        assert_eq!(data["availableChannel"]["serviceUrl"], "https://www.example.org/cie");
        assert_eq!(data["audience"]["audienceType"], "Cittadini");
        visitor.get("/servizi/carta-d-identita/cosa-serve").await.is(200).sees("Cosa serve: Carta d’identità").sees("La carta scaduta").misses("La carta, per posta");
        visitor.get("/").await.is(200).sees("Mi serve un documento");
        visitor.get("/sitemap/luoghi-fissi.xml").await.is(200).sees("http://town.test/servizi/carta-d-identita");
        visitor.get("/cerca?q=fototessera").await.is(200).sees("/servizi/carta-d-identita");
        visitor.get("/cerca?q=europa&tipo=servizi").await.is(200).sees("/servizi/carta-d-identita");
    }

    async fn what_the_national_card_asks_is_asked_before_publication_and_nothing_typed_is_lost(app) {
        let anna = keeper(app, "anna", "urp").await;
        let bare = [("titolo", "Solo un titolo"), ("codice", "X-1"), ("slug", ""), ("ufficio", "urp"), ("come-fare", "Così.")];
        let faulty = with(&bare, &[("azione", "pubblica"), ("termine", "mille"), ("online", "javascript:alert(1)"), ("standard", "Solo una misura")]);
        let seen = anna.post("/amministrazione/servizi/nuovo", &faulty).await.is(422);
        for field in ["termine", "online", "standard"] {
            assert!(seen.text.contains(&format!("id=\"{field}-errore\"")), "{field}");
        }
        let seen = seen.sees("javascript:alert(1)").sees("Solo una misura");
        assert!(!seen.text.contains("href=\"javascript:"));
        let seen = anna.post("/amministrazione/servizi/nuovo", &with(&bare, &[("azione", "pubblica")])).await.is(422).sees("Così.");
        for field in ["sintesi", "categoria", "a-chi", "cosa-serve", "cosa-si-ottiene", "tempi", "costo", "canali", "argomenti", "destinatari"] {
            assert!(seen.text.contains(&format!("id=\"{field}-errore\"")), "{field}");
        }
        let count: (i64,) = app.app.db.one("select count(*) as n from service", vec![]).await.unwrap();
        assert_eq!(count.0, 0, "publishing in vain saves nothing");
        anna.post("/amministrazione/servizi/nuovo", &bare).await.is(303);
        anna.post("/amministrazione/servizi/nuovo", &with(&bare, &[("titolo", "Un altro")])).await.is(422).sees("C’è già un servizio con questo codice");
        anna.post("/amministrazione/servizi/nuovo", &with(&bare, &[("codice", "X-2"), ("slug", "solo-un-titolo")])).await.is(422);
        anna.post("/amministrazione/servizi/nuovo", &with(&bare, &[("codice", "X-2"), ("slug", "guida")])).await.is(422);
    }

    async fn two_who_write_at_once_do_not_overwrite_each_other(app) {
        let anna = keeper(app, "anna", "urp").await;
        let bruno = keeper(app, "bruno", "urp").await;
        anna.post("/amministrazione/servizi/nuovo", CARD).await.is(303);
        let path = "/amministrazione/servizi/carta-d-identita";
        anna.post(path, &with(CARD, &[("revisione", "1"), ("costo", "23 euro")])).await.is(303);
        let conflict = bruno.post(path, &with(CARD, &[("revisione", "1"), ("tempi", "Cinque giorni.")])).await.is(409);
        let conflict = conflict.sees("un’altra persona ha salvato").sees("23 euro").sees("Cinque giorni.");
        assert_eq!(conflict.field("revisione"), "2");
        let kept: (String,) = app.app.db.one("select written from service", vec![]).await.unwrap();
        assert!(kept.0.contains("23 euro") && !kept.0.contains("Cinque giorni"));
        bruno.post(path, &with(CARD, &[("revisione", "2"), ("costo", "23 euro"), ("tempi", "Cinque giorni.")])).await.is(303);
        let kept: (String, i64) = app.app.db.one("select written, revision from service", vec![]).await.unwrap();
        assert!(kept.0.contains("23 euro") && kept.0.contains("Cinque giorni") && kept.1 == 3);
    }

    async fn managers_keep_the_services_of_their_offices_and_the_system_all(app) {
        app.office("tributi").await;
        let anna = keeper(app, "anna", "urp").await;
        let tina = keeper(app, "tina", "tributi").await;
        let root = app.staff("root", Role::System).await;
        anna.post("/amministrazione/servizi/nuovo", CARD).await.is(303);
        let path = "/amministrazione/servizi/carta-d-identita";
        anna.get(path).await.is(200);
        root.get(path).await.is(200);
        for place in ["", "/sospensione", "/ritiro"] {
            tina.get(&format!("{path}{place}")).await.is(404);
        }
        for act in ["", "/anteprima", "/modifica", "/sospensione", "/ripresa", "/ritiro"] {
            tina.post(&format!("{path}{act}"), &with(CARD, &[("revisione", "1"), ("motivo", "Per prova")])).await.is(404);
        }
        tina.get("/amministrazione/servizi").await.is(200).misses("Carta d’identità");
        tina.get("/amministrazione/servizi.csv").await.is(200).misses("AN-01");
        tina.get("/amministrazione/servizi.json").await.is(200).misses("AN-01");
        // Nobody gives a service to an office that is not theirs.
        anna.post(path, &with(CARD, &[("revisione", "1"), ("ufficio", "tributi")])).await.is(422).sees("Scegli uno degli uffici");
        tina.post("/amministrazione/servizi/nuovo", &with(CARD, &[("codice", "T-1"), ("slug", "t-1")])).await.is(422);
        root.post(path, &with(CARD, &[("revisione", "1"), ("ufficio", "tributi")])).await.is(303);
        tina.get(path).await.is(200);
        anna.get(path).await.is(404);
        app.staff("olga", Role::Operator).await.get("/amministrazione/servizi").await.is(403);
        app.visitor().get("/servizi/carta-d-identita/versioni").await.is(303);
    }

    async fn versions_stay_readable_for_the_staff_and_are_compared(app) {
        let anna = keeper(app, "anna", "urp").await;
        let path = "/amministrazione/servizi/carta-d-identita";
        anna.post("/amministrazione/servizi/nuovo", &with(CARD, &[("azione", "pubblica")])).await.is(303);
        let visitor = app.visitor();
        visitor.get("/servizi/carta-d-identita").await.sees("22,21 euro");
        anna.post(path, &with(CARD, &[("revisione", "1"), ("costo", "23 euro")])).await.is(303);
        visitor.get("/servizi/carta-d-identita").await.sees("22,21 euro").misses("23 euro");
        anna.get(path).await.sees("modifiche non pubblicate");
        app.clock.advance(40 * kit::clock::DAY);
        let anna = app.sign_in("anna").await;
        anna.post(path, &with(CARD, &[("revisione", "2"), ("costo", "23 euro"), ("azione", "pubblica"), ("novita", "Nuovo importo")])).await.is(303);
        visitor.get("/servizi/carta-d-identita").await.sees("23 euro").sees("valida da martedì 4 aprile 2028");
        let operator = app.staff("olga", Role::Operator).await;
        let versions = operator.get("/servizi/carta-d-identita/versioni").await.is(200).sees("Nuovo importo").sees("Anna Prova");
        assert_eq!(versions.text.matches("data-label=\"Pubblicata\"").count(), 2);
        operator.get("/servizi/carta-d-identita/versioni/1").await.is(200).sees("22,21 euro").sees("È una versione di prima");
        operator.get("/servizi/carta-d-identita/versioni/3").await.is(404);
        operator.get("/servizi/carta-d-identita/versioni/confronto?da=1&a=2").await.is(200).sees("Quanto costa").sees("22,21 euro").sees("23 euro").misses("Una fototessera");
        app.person("carla").await.get("/servizi/carta-d-identita/versioni").await.is(403);
        app.run_jobs().await;
    }

    async fn a_service_is_suspended_resumed_and_retired_and_the_public_reads_why(app) {
        let anna = keeper(app, "anna", "urp").await;
        let visitor = app.visitor();
        let path = "/amministrazione/servizi/carta-d-identita";
        anna.post("/amministrazione/servizi/nuovo", &with(CARD, &[("azione", "pubblica")])).await.is(303);
        visitor.get("/servizi/carta-d-identita").await.is(200).misses("Servizio sospeso");
        anna.get(&format!("{path}/sospensione")).await.is(200).sees("Sospendi «Carta d’identità»?");
        let empty = anna.post(&format!("{path}/sospensione"), &[("motivo", " ")]).await.is(422);
        assert!(empty.text.contains("id=\"motivo-errore\""));
        anna.post(&format!("{path}/sospensione"), &[("motivo", "La macchina è rotta fino a lunedì.")]).await.is(303);
        anna.post(&format!("{path}/sospensione"), &[("motivo", "La macchina è rotta fino a lunedì.")]).await.is(409);
        visitor.get("/servizi/carta-d-identita").await.is(200).sees("Servizio sospeso").sees("La macchina è rotta").misses("application/ld+json");
        visitor.get("/servizi").await.is(200).sees("Servizio sospeso");
        anna.post(&format!("{path}/ripresa"), &[]).await.is(303);
        visitor.get("/servizi/carta-d-identita").await.is(200).sees("Servizio attivo").misses("La macchina è rotta");
        anna.post(&format!("{path}/ritiro"), &[("motivo", "Ora si fa altrove.")]).await.is(303);
        visitor.get("/servizi/carta-d-identita").await.is(200).sees("non più attivo").sees("Ora si fa altrove.").sees("noindex");
        visitor.get("/servizi").await.is(200).misses("Carta d’identità");
        visitor.get("/cerca?q=fototessera").await.is(200).misses("/servizi/carta-d-identita");
        visitor.get("/api/dedalus/v1/services/carta-d-identita").await.is(404);
        anna.post(path, &with(CARD, &[("revisione", "1"), ("azione", "pubblica")])).await.is(303);
        visitor.get("/servizi?q=fototessera").await.is(200).sees("/servizi/carta-d-identita");
        assert_eq!(acts(app).await, ["service.created", "service.published", "service.suspended", "service.resumed", "service.retired", "service.published"]);
        let versions: (i64,) = app.app.db.one("select count(*) as n from service_version", vec![]).await.unwrap();
        assert_eq!(versions.0, 1, "the same text is the same version");
    }

    async fn the_catalogue_is_searched_narrowed_paged_and_taken_away(app) {
        for n in 0..23 {
            published(app, &format!("S-{n:02}"), &format!("Servizio {n:02}"), &[]).await;
        }
        published(app, "T-01", "Acqua potabile", &[(Field::Topics, "acqua"), (Field::Events, "casa"), (Field::Audiences, "imprese"), (Field::Ways, "telefono"), (Field::Online, ""), (Field::Summary, "L’allaccio dell'acqua")]).await;
        let visitor = app.visitor();
        let first = visitor.get("/servizi").await.is(200).sees("Tutti i 24 servizi").sees("Acqua potabile").sees("Compro, affitto o ristrutturo casa");
        assert_eq!(first.text.matches("data-element=\"service-link\"").count(), 20);
        let next = first.text.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap().split('"').next().unwrap().to_owned();
        let second = visitor.get(&next).await.is(200).sees("Servizio 22").misses("Acqua potabile");
        assert_eq!(second.text.matches("data-element=\"service-link\"").count(), 4);
        let found = visitor.get("/servizi?q=potabili").await.is(200).sees("Acqua potabile");
        assert_eq!(found.text.matches("data-element=\"service-link\"").count(), 1);
        let some = visitor.get("/servizi?q=fototessera").await.is(200);
        assert_eq!(some.text.matches("data-element=\"service-link\"").count(), 20);
        let rest = visitor.get("/servizi?q=fototessera&pagina=2").await.is(200);
        assert_eq!(rest.text.matches("data-element=\"service-link\"").count(), 4);
        for narrowed in ["argomento=acqua", "evento=casa", "chi=imprese", "canale=telefono", "argomento=acqua&chi=imprese&ufficio=urp", "q=fototessera&argomento=acqua"] {
            let seen = visitor.get(&format!("/servizi?{narrowed}")).await.is(200).sees("Acqua potabile");
            assert_eq!(seen.text.matches("data-element=\"service-link\"").count(), 1, "{narrowed}");
            let json = visitor.get(&format!("/servizi.json?{narrowed}")).await.is(200);
            assert_eq!(titles(&json), ["Acqua potabile"], "{narrowed}");
        }
        visitor.get("/servizi?argomento=acqua&chi=cittadini").await.is(200).sees("Nessun servizio corrisponde");
        visitor.get("/servizi/argomenti/acqua").await.is(200).sees("C’è un servizio per te").sees("Acqua potabile");
        visitor.get("/servizi/eventi/casa").await.is(200).sees("Acqua potabile");
        visitor.get("/servizi/categorie/anagrafe-stato-civile").await.is(200).sees("Ci sono 24 servizi");
        visitor.get("/servizi/argomenti/unicorni").await.is(404);
        visitor.get("/servizi/argomenti/lavoro").await.is(200).sees("Nessun servizio corrisponde");
        let sheet = visitor.get("/servizi.csv").await.is(200);
        assert_eq!(sheet.text.lines().next().unwrap().split(',').count(), 27);
        assert!(sheet.text.contains("S-22") && sheet.text.contains("T-01"));
        // What is searched cannot break out of the page.
        visitor.get("/servizi?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E").await.is(200).sees("Nessun servizio corrisponde");
        let seen = visitor.get("/servizi?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
        assert!(!seen.text.contains("<script>alert"));
    }

    async fn the_guide_asks_three_questions_and_only_those_that_lead_somewhere(app) {
        published(app, "A-1", "Asilo nido", &[(Field::Events, "nascita"), (Field::Audiences, "famiglie"), (Field::Aims, "iscrizione")]).await;
        published(app, "A-2", "Acqua", &[(Field::Events, "casa"), (Field::Audiences, "famiglie; imprese"), (Field::Aims, "comunicazione")]).await;
        let visitor = app.visitor();
        visitor.get("/servizi/guida").await.is(200).sees("Domanda 1 di 3").sees("Nasce o arriva un figlio").misses("Perdo una persona cara");
        let who = visitor.get("/servizi/guida?evento=casa").await.is(200).sees("Domanda 2 di 3").sees("Imprese").misses("Giovani");
        assert!(who.text.contains("evento=casa&#38;chi=imprese") || who.text.contains("evento=casa&amp;chi=imprese"), "{}", who.text);
        visitor.get("/servizi/guida?evento=casa&chi=tutto").await.is(200).sees("Domanda 3 di 3").sees("Comunicare qualcosa al Comune").misses("Iscrivermi");
        let end = visitor.get("/servizi/guida?evento=casa&chi=famiglie&cosa=comunicazione").await.is(200).sees("Ecco il servizio per te");
        assert!(end.text.contains("/servizi/a-2") && !end.text.contains("/servizi/a-1\""));
        visitor.get("/servizi/guida?evento=tutto&chi=tutto&cosa=tutto").await.is(200).sees("Ecco 2 servizi per te");
        visitor.get("/servizi/guida?evento=nascita&chi=imprese&cosa=tutto").await.is(200).sees("Nessun servizio corrisponde");
    }

    async fn a_file_is_shown_as_a_plan_and_then_imported_all_or_nothing(app) {
        let anna = keeper(app, "anna", "urp").await;
        app.office("tributi").await;
        let place = "/amministrazione/servizi/importazione";
        anna.get(place).await.is(200).sees("codice").sees("cosa-si-ottiene");
        let file = "codice;titolo;ufficio;stato;cosa-serve\nA-1;Uno due;urp;;\"Un documento\nUna foto | a colori\"\nA-2;Due tre;urp;draft;\n";
        let plan = anna.post_files(place, &[("file", "servizi.csv", "text/csv", file.as_bytes())]).await.is(200).sees("Il file è in ordine").sees("si aggiunge");
        let (text, mark) = (plan.field("testo"), plan.field("segno"));
        let none: (i64,) = app.app.db.one("select count(*) as n from service", vec![]).await.unwrap();
        assert_eq!(none.0, 0, "a plan writes nothing");
        anna.post(place, &[("testo", &text), ("segno", &mark)]).await.is(303);
        anna.post(place, &[("testo", &text)]).await.is(200).sees("non c’è niente da fare");
        let kept: (String,) = app.app.db.one("select written from service where code = 'A-1'", vec![]).await.unwrap();
        assert!(kept.0.contains("Una foto | a colori"));

        // Columns that a file does not have stay as they are; a fault anywhere stops all of it.
        let half = "codice,titolo,ufficio,costo\nA-1,Uno due,urp,Gratis\nA-9,No,tributi,\nA-1,Ancora,urp,\n";
        let faulty = anna.post(place, &[("testo", half)]).await.is(422).sees("da correggere").sees("Scegli uno degli uffici").sees("Questo codice c’è già");
        assert!(!faulty.text.contains("name=\"segno\""));
        let good = "codice,titolo,ufficio,costo\nA-1,Uno due,urp,Gratis\n";
        let plan = anna.post(place, &[("testo", good)]).await.is(200).sees("cambia: Quanto costa");
        let mark = plan.field("segno");
        // Somebody saves meanwhile: the plan is shown again and nothing is written.
        let service = anna.get("/amministrazione/servizi/uno-due").await.is(200).field("revisione");
        anna.post("/amministrazione/servizi/uno-due", &[("revisione", &service), ("titolo", "Uno e due"), ("ufficio", "urp")]).await.is(303);
        let stale = anna.post(place, &[("testo", good), ("segno", &mark)]).await.is(200).sees("Nel frattempo qualcosa è cambiato");
        let mark = stale.field("segno");
        anna.post(place, &[("testo", good), ("segno", &mark)]).await.is(303);
        for (bad, sentence) in [("", "non ci sono servizi"), ("codice,colore\nA,b", "Nessun campo si chiama"), ("[{", "il JSON non si legge")] {
            anna.post(place, &[("testo", bad)]).await.is(422).sees(sentence);
        }
        anna.post_files(place, &[("file", "x.csv", "text/csv", b"codice,titolo\nA-1,Citt\xe0".as_slice())]).await.is(422).sees("UTF-8");
    }

    async fn what_is_exported_is_imported_again_and_says_the_same(app) {
        published(app, "AN-01", "Carta d’identità", &[(Field::Cost, "=1+1; \"due\"\n- tre")]).await;
        published(app, "AN-02", "Residenza", &[]).await;
        let root = app.staff("root", Role::System).await;
        let (sheet, json) = (root.get("/amministrazione/servizi.csv").await.is(200).text, root.get("/amministrazione/servizi.json").await.is(200).text);
        let place = "/amministrazione/servizi/importazione";
        for file in [&sheet, &json] {
            root.post(place, &[("testo", file)]).await.is(200).sees("non c’è niente da fare");
        }
        // Into an empty town, published as it was.
        for table in ["service_label", "service_version", "service"] {
            app.app.db.write(async |tx| Ok(tx.run(format!("delete from {table}"), vec![]).await.map(drop)?)).await.unwrap();
        }
        let plan = root.post(place, &[("testo", &sheet)]).await.is(200).sees("si aggiunge");
        let (text, mark) = (plan.field("testo"), plan.field("segno"));
        root.post(place, &[("testo", &text), ("segno", &mark)]).await.is(303);
        app.visitor().get("/servizi/an-01").await.is(200).sees("Carta d’identità");
        let again = root.get("/amministrazione/servizi.csv").await.is(200).text;
        assert_eq!(again, sheet);
    }

    async fn programs_read_the_catalogue(app) {
        for n in 0..3 {
            published(app, &format!("S-{n}"), &format!("Servizio {n}"), &[]).await;
        }
        let visitor = app.visitor();
        let list = visitor.get("/api/dedalus/v1/services?limit=2").await.is(200);
        assert_eq!(titles(&list), ["Servizio 0", "Servizio 1"]);
        let next = list.header("link").split(['<', '>']).nth(1).unwrap().strip_prefix("http://town.test").unwrap().to_owned();
        assert_eq!(titles(&visitor.get(&next).await.is(200)), ["Servizio 2"]);
        assert_eq!(titles(&visitor.get("/api/dedalus/v1/services?topic=residenza&q=fototessera").await.is(200)).len(), 3);
        visitor.get("/api/dedalus/v1/services?topic=unicorni").await.is(400);
        visitor.get(&format!("/api/dedalus/v1/services?q={}", "a".repeat(201))).await.is(422);
        let one: Value = serde_json::from_str(&visitor.get("/api/dedalus/v1/services/s-1").await.is(200).text).unwrap();
        assert_eq!((one["title"].as_str(), one["term_days"].as_i64(), one["status"].as_str()), (Some("Servizio 1"), Some(30), Some("published")));
        assert_eq!(one["needed"][0]["detail"], "a colori");
        visitor.get("/api/dedalus/v1/services/manca").await.is(404);
    }

    async fn hostile_words_in_a_card_stay_words(app) {
        let anna = keeper(app, "anna", "urp").await;
        let hostile = with(CARD, &[("titolo", "L'ufficio <b>\"D'Amico\"</b> & figli"), ("sintesi", "</script><script>alert(1)</script>"), ("a-chi", "<img src=x onerror=alert(1)> [x](javascript:alert(1))"), ("slug", "dell-ufficio"), ("azione", "pubblica")]);
        anna.post("/amministrazione/servizi/nuovo", &hostile).await.is(303);
        for place in ["/servizi/dell-ufficio", "/servizi/dell-ufficio/cosa-serve", "/servizi", "/servizi/guida?evento=tutto&chi=tutto&cosa=tutto"] {
            let seen = app.visitor().get(place).await.is(200);
            assert!(!seen.text.contains("<script>alert") && !seen.text.contains("<img src=x") && !seen.text.contains("href=\"javascript"), "{place}");
            assert!(seen.text.contains("D&#39;Amico"), "{place}");
        }
        let by: Vec<(Option<i64>,)> = app.app.db.all("select published_by from service_version where title like $1", args!["%D'Amico%"]).await.unwrap();
        assert_eq!(by.len(), 1);
        assert_eq!(by[0].0, Some(Person::by_handle(&app.app.db, "anna").await.unwrap().id.0));
    }
}
