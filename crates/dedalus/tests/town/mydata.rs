//! One's own data: the copy, consents, another address, the end of the account, accounts nobody uses, the register.

use std::collections::BTreeSet;
use std::io::Read;

use dedalus::identity::{PersonId, Role, Tier};
use dedalus::town::{WITHOUT_PERSONAL_DATA, holdings};
use kit::args;
use kit::clock::{DAY, HOUR};
use kit::db::{Loose, Value};
use kit::jobs::NewJob;
use kit::personal::{End, Holding, count};
use serde_json::Value as Json;

use crate::support::{PASSWORD, TestApp, decode_quoted_printable};
use crate::town_tests;

mod marker;
mod shape;

/// What `dati.json` and its schema say, and the files beside them.
pub struct Copy {
    pub data: Json,
    pub schema: Json,
    pub names: Vec<String>,
    pub read_me: String,
    pub file: kit::blob::BlobId,
}

/// The newest copy of a person, unzipped.
pub async fn copy_of(app: &TestApp, id: PersonId) -> Copy {
    let (file,): (String,) = app
        .app
        .db
        .one("select file from data_request where person_id = $1 and state = 'ready' order by id desc limit 1", args![id])
        .await
        .expect("a copy that is ready");
    let file: kit::blob::BlobId = file.parse().unwrap();
    let bytes = app.app.blobs.get(file).await.unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut text = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (data, schema, read_me) = (text("dati.json"), text("schema.json"), text("LEGGIMI.txt"));
    let data = serde_json::from_str(&data).unwrap_or_else(|error| panic!("{error}: {data}"));
    Copy { data, schema: serde_json::from_str(&schema).unwrap(), names, read_me, file }
}

/// Runs one kind of recurring job now.
pub async fn run(app: &TestApp, kind: &'static str) {
    app.app.db.write(async |tx| kit::jobs::enqueue(tx, NewJob::new(kind, serde_json::json!({}))).await).await.unwrap();
    app.run_jobs().await;
}

pub async fn number(app: &TestApp, sql: &'static str, args: Vec<Value>) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, args).await.unwrap();
    n
}

async fn id_of(app: &TestApp, handle: &str) -> PersonId {
    let (id,): (PersonId,) = app.app.db.one("select id from person where handle = $1", args![handle]).await.unwrap();
    id
}

fn last_mail(app: &TestApp) -> String {
    decode_quoted_printable(&app.mails().pop().expect("a mail"))
}

#[test]
fn holdings_have_names_of_their_own_and_words_for_what_stays() {
    let names: Vec<&str> = holdings().iter().map(|holding| holding.name).collect();
    let distinct: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(names.len(), distinct.len());
    assert_eq!(holdings().last().unwrap().table, "person", "the account is the last to end");
    let known = dedalus::shell::catalog().keys(kit::i18n::Lang::It);
    for holding in holdings().iter() {
        if let End::Keep { reason, .. } = holding.end {
            assert!(known.contains(reason), "{reason}");
        }
    }
}

town_tests! {
    async fn every_table_is_held_or_says_why_it_holds_nothing_about_people(app) {
        let db = &app.app.db;
        let tables: Vec<(String,)> = db.all(db.engine().tables(), vec![]).await.unwrap();
        let held: BTreeSet<&str> = holdings().iter().map(|holding| holding.table).collect();
        let free: BTreeSet<&str> = WITHOUT_PERSONAL_DATA.iter().map(|(table, _)| *table).collect();
        for (table,) in &tables {
            let table = table.as_str();
            assert!(held.contains(table) ^ free.contains(table), "{table}: put it among the holdings of its domain, or say in town.rs why it holds nothing about people");
        }
        for table in held.iter().chain(&free) {
            assert!(tables.iter().any(|(known,)| known == table), "{table} is no table");
        }
        // Every column that points to a person is asked for by a holding of its table.
        for (table,) in &tables {
            let references: Vec<(String, String, String)> = db.all(db.engine().references(), args![table]).await.unwrap();
            for (column, _, _) in references.iter().filter(|(_, target, _)| target == "person") {
                let asked = holdings().iter().any(|holding| holding.table == table && holding.rows.is_some_and(|rows| rows.contains(column.as_str())));
                assert!(asked, "no holding finds the rows of {table} by {column}");
            }
        }
    }

    async fn a_copy_is_asked_for_made_told_downloaded_and_swept(app) {
        let anna = app.person("anna").await;
        let id = id_of(app, "anna").await;
        anna.get("/io/dati").await.is(200).sees("Prepara la mia copia").sees("2028-01");
        anna.post("/io/dati", &[]).await.is(303);
        anna.post("/io/dati", &[]).await.is(303);
        assert_eq!(number(app, "select count(*) as n from data_request", vec![]).await, 1, "one at a time");
        anna.get("/io/dati").await.is(200).sees("in coda").sees("Guarda a che punto è");
        app.run_jobs().await;
        assert!(last_mail(app).contains("http://town.test/io/dati"));
        let page = anna.get("/io/dati").await.is(200).sees("Scarica l’archivio");
        let link = page.text.split("href=\"").find(|rest| rest.starts_with("/io/dati/")).unwrap().split('"').next().unwrap().to_owned();
        let copy = copy_of(app, id).await;
        shape::check(&copy.schema, &copy.data);
        assert!(copy.read_me.contains("Anna Prova"), "{}", copy.read_me);
        assert_eq!(copy.data["data"]["account"][0]["email"], "anna@example.org");
        assert_eq!(copy.data["data"]["consents"][0]["version"], "2028-01");
        assert!(!copy.data.to_string().contains("argon2"), "no hash of a password");

        let got = anna.get(&link).await.is(200);
        assert_eq!(got.header("content-type"), "application/zip");
        assert_eq!(got.header("cache-control"), "private, no-store");
        assert!(got.header("content-disposition").contains("dati-anna-2028-02-24.zip"));
        // Nobody else, not even who runs the system, and nobody without a proof that is fresh.
        let dario = app.staff("dario", Role::System).await;
        dario.get(&link).await.is(404);
        app.visitor().get(&link).await.is(303);
        app.clock.advance(HOUR);
        assert!(anna.get(&link).await.is(303).location().starts_with("/io/conferma"));

        let blob = copy.file;
        app.clock.advance(7 * DAY);
        run(app, "identity.sweep").await;
        let anna = app.sign_in("anna").await;
        anna.get(&link).await.is(404);
        anna.get("/io/dati").await.is(200).misses("Scarica l’archivio");
        marker::collect(app).await;
        assert!(!app.app.blobs.exists(blob).await.unwrap(), "the file goes with the row");
        app.run_jobs().await;
    }

    async fn a_killed_job_makes_the_copy_after_all(app) {
        let anna = app.person("anna").await;
        anna.post("/io/dati", &[]).await.is(303);
        app.app.db.write(async |tx| {
            tx.run("update data_request set done = 3, total = 9", vec![]).await?;
            tx.run("update job set state = 'running', lease = 'gone', lease_until = 1, attempts = 1 where kind = 'identity.data_export'", vec![]).await?;
            Ok(())
        }).await.unwrap();
        anna.get("/io/dati").await.is(200).sees("Fatto 3 di 9");
        app.run_jobs().await;
        anna.get("/io/dati").await.is(200).sees("Scarica l’archivio");
        let copy = copy_of(app, id_of(app, "anna").await).await;
        shape::check(&copy.schema, &copy.data);
    }

    async fn a_copy_that_cannot_be_made_is_told(app) {
        let anna = app.person("anna").await;
        let id = id_of(app, "anna").await;
        // A damaged file breaks every try.
        let file = marker::picture(app, id, None, b"una foto").await;
        let name = file.to_string();
        let path = app.folder.join("files").join(&name[..2]).join(&name[2..4]).join(&name);
        std::fs::write(&path, b"altro").unwrap();
        anna.post("/io/dati", &[]).await.is(303);
        for _ in 0..6 {
            app.run_jobs().await;
            app.clock.advance(HOUR);
        }
        let anna = app.sign_in("anna").await;
        anna.get("/io/dati").await.is(200).sees("Non siamo riusciti");
        assert!(app.mails().iter().any(|mail| decode_quoted_printable(mail).contains("non siamo riusciti a preparare")));
        // And one whose job died without a word.
        anna.post("/io/dati", &[]).await.is(303);
        app.app.db.write(async |tx| tx.run("delete from job where kind = 'identity.data_export'", vec![]).await.map_err(Into::into)).await.unwrap();
        app.clock.advance(2 * DAY);
        run(app, "identity.sweep").await;
        app.sign_in("anna").await.get("/io/dati").await.is(200).sees("Non siamo riusciti");
        app.run_jobs().await;
    }

    async fn somebody_who_ends_the_account_can_think_again(app) {
        let anna = app.person("anna").await;
        let id = id_of(app, "anna").await;
        anna.get("/io/chiusura").await.is(200).sees("Che cosa sparisce").sees("Che cosa resta").sees("Sì, chiudi il mio profilo");
        app.clock.advance(HOUR);
        assert!(anna.post("/io/chiusura", &[]).await.is(303).location().starts_with("/io/conferma"), "only with a fresh proof");
        anna.post("/io/conferma", &[("password", PASSWORD), ("torna", "/io/chiusura")]).await.is(303);
        anna.post("/io/chiusura", &[]).await.is(303);
        let at = number(app, "select closing_at as n from person where id = $1", args![id]).await;
        app.clock.advance(HOUR);
        anna.post("/io/chiusura", &[]).await.is(303);
        assert_eq!(number(app, "select closing_at as n from person where id = $1", args![id]).await, at, "the first day counts");
        app.run_jobs().await;
        assert!(last_mail(app).contains("/io/chiusura"));
        anna.get("/").await.is(200).sees("Il tuo profilo si chiude");
        // Half of the grace is over: nothing happens, and one button is enough.
        app.clock.advance(7 * DAY);
        run(app, "identity.lives").await;
        let anna = app.sign_in("anna").await;
        anna.get("/io/chiusura").await.is(200).sees("Ci ho ripensato");
        app.clock.advance(HOUR);
        anna.post("/io/chiusura/ripensamento", &[]).await.is(303);
        app.run_jobs().await;
        anna.get("/").await.is(200).misses("Il tuo profilo si chiude");
        app.clock.advance(10 * DAY);
        run(app, "identity.lives").await;
        app.sign_in("anna").await.get("/io").await.is(200).sees("anna@example.org");
        for act in ["person.closing", "person.staying"] {
            assert_eq!(number(app, "select count(*) as n from audit where act = $1", args![act]).await, 1, "{act}");
        }
        app.run_jobs().await;
    }

    async fn staff_do_not_end_their_account_while_they_hold_a_role(app) {
        let dario = app.staff("dario", Role::System).await;
        dario.get("/io/chiusura").await.is(200).sees("ultima persona che amministra il sistema").misses("Sì, chiudi");
        dario.post("/io/chiusura", &[]).await.is(422).sees("ultima persona che amministra il sistema");
        let pina = app.staff("pina", Role::Operator).await;
        pina.post("/io/chiusura", &[]).await.is(422).sees("Hai un ruolo negli uffici");
        assert_eq!(number(app, "select count(*) as n from person where closing_at is not null", vec![]).await, 0);
        // A role that began during the grace keeps the account.
        let anna = app.person("anna").await;
        anna.post("/io/chiusura", &[]).await.is(303);
        let (id, office) = (id_of(app, "anna").await, app.office("urp").await);
        app.app.db.write(async |tx| dedalus::identity::Membership::begin(tx, id, office.id, Role::Officer, None).await).await.unwrap();
        app.clock.advance(15 * DAY);
        run(app, "identity.lives").await;
        app.sign_in("anna").await.get("/io").await.is(200);
        assert_eq!(number(app, "select count(*) as n from person where closing_at is not null", vec![]).await, 0);
        app.run_jobs().await;
    }

    async fn an_erasing_that_was_killed_goes_on(app) {
        let anna = app.person("anna").await;
        let id = id_of(app, "anna").await;
        anna.post("/io/chiusura", &[]).await.is(303);
        app.run_jobs().await;
        app.clock.advance(15 * DAY);
        // The door was shut and some holdings had ended when the program stopped for good.
        app.app.db.write(async |tx| {
            tx.run("update person set state = 'closed' where id = $1", args![id]).await?;
            tx.run("delete from consent where person_id = $1", args![id]).await?;
            Ok(())
        }).await.unwrap();
        run(app, "identity.lives").await;
        let (name, email): (String, String) = app.app.db.one("select name, email from person where id = $1", args![id]).await.unwrap();
        assert_eq!(name, "persona non più iscritta");
        assert_eq!(email, format!("closed-{id}@invalid"));
        assert!(last_mail(app).contains("anna@example.org") && last_mail(app).contains("ultima lettera"));
        // Once more changes nothing, and the address is free.
        let mails = app.mails().len();
        run(app, "identity.lives").await;
        assert_eq!(app.mails().len(), mails);
        app.new_person("anna", Tier::Registered).await;
    }

    async fn a_new_privacy_notice_is_shown_after_signing_in_and_nothing_is_forced(app) {
        app.new_person("anna", Tier::Registered).await;
        let id = id_of(app, "anna").await;
        app.app.db.write(async |tx| {
            tx.run("update person set privacy_version = '2020-01' where id = $1", args![id]).await?;
            tx.run("update consent set version = '2020-01' where person_id = $1", args![id]).await?;
            Ok(())
        }).await.unwrap();
        let anna = app.visitor();
        let entered = anna.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD), ("torna", "/novita")]).await.is(303);
        assert_eq!(entered.location(), "/io/informativa?torna=%2Fnovita");
        anna.get(&entered.location()).await.is(200).sees("è cambiata").sees("Chiudi il mio profilo").sees("Esci");
        anna.get("/novita").await.is(200);
        anna.post("/io/informativa", &[("torna", "/novita")]).await.is(422).sees("metti la spunta");
        assert_eq!(anna.post("/io/informativa", &[("torna", "/novita"), ("privacy", "si")]).await.is(303).location(), "/novita");
        anna.post("/io/informativa", &[("torna", "//altrove.example"), ("privacy", "si")]).await.is(303);
        let rows: Vec<(String, Option<i64>)> = app.app.db.all("select version, withdrawn_at from consent where person_id = $1 order by id", args![id]).await.unwrap();
        assert_eq!(rows.len(), 2, "twice is once");
        assert!(rows[0].1.is_some() && rows[1] == ("2028-01".to_owned(), None));
        anna.get("/io/dati").await.is(200).sees("2020-01").sees("2028-01").sees("vale ancora");
        let again = app.visitor();
        assert_eq!(again.post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD), ("torna", "/novita")]).await.is(303).location(), "/novita");
        app.run_jobs().await;
    }

    async fn whoever_is_invited_agrees_before_choosing_a_password(app) {
        let dario = app.staff("dario", Role::System).await;
        dario.post("/amministrazione/persone/nuova", &[("nome", "Rita Prova"), ("nickname", "rita"), ("email", "rita@example.org"), ("lingua", "it")]).await.is(303);
        app.run_jobs().await;
        let link = app.link_in_mail();
        let rita = app.visitor();
        rita.get(&link).await.is(200).sees("informativa privacy");
        rita.post(&link, &[("password", "sette lampare al largo")]).await.is(422).sees("serve questa conferma");
        assert_eq!(rita.post(&link, &[("password", "sette lampare al largo"), ("privacy", "si")]).await.is(303).location(), "/");
        rita.get("/io/dati").await.is(200).sees("2028-01").sees("vale ancora");
        app.run_jobs().await;
    }

    async fn another_address_counts_from_its_own_mailbox_and_the_old_one_is_told(app) {
        let anna = app.person("anna").await;
        app.new_person("bruno", Tier::Registered).await;
        let id = id_of(app, "anna").await;
        anna.post("/io/email", &[("email", "niente")]).await.is(422).sees("nome@esempio.it");
        anna.post("/io/email", &[("email", "ANNA@example.org")]).await.is(422).sees("già il tuo indirizzo");
        anna.post("/io/email", &[("email", "d'amico@example.org")]).await.is(303);
        app.run_jobs().await;
        let link = app.link_in_mail();
        assert!(last_mail(app).contains("To: \"Anna Prova\" <d'amico@example.org>") || last_mail(app).contains("d'amico@example.org"));
        anna.get("/io/email").await.is(200).sees("anna@example.org").sees("Aspettiamo la conferma da d'amico@example.org");
        // The link is opened where nobody is signed in; opening it changes nothing.
        let elsewhere = app.visitor();
        elsewhere.get(&link).await.is(200).sees("Sì, è il mio");
        assert_eq!(number(app, "select count(*) as n from person where email = 'anna@example.org'", vec![]).await, 1);
        elsewhere.post(&link, &[]).await.is(303);
        elsewhere.post(&link, &[]).await.is(410).sees("non vale più");
        app.run_jobs().await;
        assert!(last_mail(app).contains("anna@example.org"), "the old mailbox is told");
        app.visitor().post("/accedi", &[("email", "d'amico@example.org"), ("password", PASSWORD)]).await.is(303);
        app.visitor().post("/accedi", &[("email", "anna@example.org"), ("password", PASSWORD)]).await.is(422);
        let (before, after): (String, String) = app.app.db.one("select before_value, after_value from audit where act = 'person.email_changed' and subject_id = $1", args![id]).await.unwrap();
        assert_eq!((before.as_str(), after.as_str()), ("anna@example.org", "d'amico@example.org"));
        // An address with an account: the same page, and the mailbox alone is told.
        let same = anna.post("/io/email", &[("email", "bruno@example.org")]).await.is(303).location();
        assert_eq!(same, "/io/email");
        app.run_jobs().await;
        assert!(last_mail(app).contains("ha già un profilo"));
        // A newer link voids the older one, and an old one expires.
        anna.post("/io/email", &[("email", "uno@example.org")]).await.is(303);
        app.run_jobs().await;
        let first = app.link_in_mail();
        app.clock.advance(kit::clock::MINUTE);
        anna.post("/io/email", &[("email", "due@example.org")]).await.is(303);
        app.run_jobs().await;
        let second = app.link_in_mail();
        elsewhere.get(&first).await.is(410);
        app.clock.advance(3 * DAY);
        elsewhere.post(&second, &[]).await.is(410);
        app.clock.advance(HOUR);
        app.run_jobs().await;
    }

    async fn an_address_taken_while_the_link_waited_is_a_fault_in_words(app) {
        let anna = app.person("anna").await;
        anna.post("/io/email", &[("email", "nuova@example.org")]).await.is(303);
        app.run_jobs().await;
        let link = app.link_in_mail();
        app.new_person("nuova", Tier::Registered).await;
        anna.post(&link, &[]).await.is(422).sees("ha già un profilo");
        anna.get("/io/email").await.is(200).sees("anna@example.org");
    }

    async fn an_account_nobody_uses_is_warned_then_ends_and_signing_in_saves_it(app) {
        for handle in ["anna", "bruno"] {
            app.new_person(handle, Tier::Registered).await;
        }
        let _dario = app.staff("dario", Role::System).await;
        app.run_jobs().await;
        app.clock.advance(729 * DAY);
        run(app, "identity.lives").await;
        assert_eq!(number(app, "select count(*) as n from person where warned_at is not null", vec![]).await, 0, "a day too early");
        app.clock.advance(5 * DAY);
        run(app, "identity.lives").await;
        run(app, "identity.lives").await;
        let mails: Vec<String> = app.mails().iter().map(|mail| decode_quoted_printable(mail)).collect();
        assert_eq!(mails.iter().filter(|mail| mail.contains("da molto tempo")).count(), 2, "Anna and Bruno, once, and nobody of the staff");
        // Bruno comes back, Anna does not.
        app.sign_in("bruno").await;
        app.clock.advance(31 * DAY);
        run(app, "identity.lives").await;
        assert_eq!(number(app, "select count(*) as n from person where closing_at is not null", vec![]).await, 1);
        assert!(last_mail(app).contains("basta entrare una volta"));
        // Within the grace it is enough to come back, too.
        let anna = app.sign_in("anna").await;
        anna.get("/io").await.is(200).misses("Il tuo profilo si chiude");
        assert_eq!(number(app, "select count(*) as n from person where closing_at is not null or warned_at is not null", vec![]).await, 0);
        app.clock.advance(800 * DAY);
        for _ in 0..3 {
            run(app, "identity.lives").await;
            app.clock.advance(31 * DAY);
        }
        assert_eq!(number(app, "select count(*) as n from person where state = 'closed'", vec![]).await, 2);
        assert_eq!(number(app, "select count(*) as n from person where state = 'active' and handle = 'dario'", vec![]).await, 1);
        app.run_jobs().await;
    }

    async fn a_session_in_use_keeps_the_account_alive(app) {
        let anna = app.person("anna").await;
        app.clock.advance(20 * DAY);
        anna.get("/io").await.is(200);
        for _ in 0..100 {
            let (day,): (String,) = app.app.db.one("select last_seen_on from person where handle = 'anna'", vec![]).await.unwrap();
            if day == "2028-03-15" {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the day was not noted");
    }

    async fn the_audit_keeps_its_rows_for_five_years_and_no_longer(app) {
        let anna = app.person("anna").await;
        anna.post("/io/dati", &[]).await.is(303);
        app.run_jobs().await;
        assert_eq!(number(app, "select count(*) as n from audit", vec![]).await, 1);
        app.clock.advance(1820 * DAY);
        run(app, "identity.sweep").await;
        assert_eq!(number(app, "select count(*) as n from audit", vec![]).await, 1);
        app.clock.advance(10 * DAY);
        run(app, "identity.sweep").await;
        assert_eq!(number(app, "select count(*) as n from audit", vec![]).await, 0);
        app.run_jobs().await;
    }

    async fn the_register_of_processing_is_searched_and_taken_along(app) {
        let rosalia = app.staff("rosalia", Role::Privacy).await;
        let page = rosalia.get("/amministrazione/trattamenti").await.is(200).sees("Conversazione").sees("picture_size").sees("GDPR art. 6");
        let named: Vec<&str> = holdings().iter().map(|holding| holding.name).filter(|name| !page.text.contains(name)).collect();
        assert!(named.is_empty(), "{named:?}");
        rosalia.get("/amministrazione/trattamenti?q=fiscale").await.is(200).sees("Identità verificata").misses("Conversazione");
        rosalia.get("/amministrazione/trattamenti?q=niente+cos%C3%AC").await.is(200).sees("Niente corrisponde");
        let sheet = rosalia.get("/amministrazione/trattamenti.csv").await.is(200);
        assert_eq!(sheet.text.lines().count(), holdings().len() + 1);
        app.person("anna").await.get("/amministrazione/trattamenti").await.is(403);
        app.visitor().get("/amministrazione/trattamenti").await.is(303);
        app.run_jobs().await;
    }
}

/// Rows of a table, whole, but for what an engine adds by itself; `$1` is the person.
pub async fn rows_where(app: &TestApp, table: &str, which: &str, person: i64) -> Vec<Vec<Value>> {
    let db = &app.app.db;
    let columns: Vec<(String, String, i64, i64)> = db.all(db.engine().columns(), args![table]).await.unwrap();
    let names: Vec<String> = columns.into_iter().map(|(name, ..)| format!("r.{name}")).collect();
    let sql = format!("select {} from {table} r where ({which}) and cast($1 as bigint) is not null", names.join(", "));
    let found: Vec<Loose> = db.all(sql, args![person]).await.unwrap();
    found.into_iter().map(|Loose(row)| row).collect()
}

/// Does a holding stay when the account ends?
pub fn stays(holding: &Holding) -> bool {
    matches!(holding.end, End::Keep { .. })
}

/// How many rows of a holding are about a person.
pub async fn rows_in(app: &TestApp, holding: &Holding, person: i64) -> i64 {
    count(&app.app.db, holding, person).await.unwrap()
}
