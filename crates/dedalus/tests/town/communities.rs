//! Communities: who finds, reads and keeps them.

use dedalus::identity::{PersonId, Role, Tier};
use kit::args;
use kit::clock::DAY;

use crate::posts::write as set;
use crate::square::{comment, say};
use crate::support::{Seen, TestApp, Visitor};
use crate::town_tests;

async fn id_of(app: &TestApp, handle: &str) -> PersonId {
    let (id,): (PersonId,) = app.app.db.one("select id from person where handle = $1", args![handle]).await.unwrap();
    id
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

pub async fn verified<'t>(app: &'t TestApp, handle: &str) -> Visitor<'t> {
    app.new_person(handle, Tier::Verified).await;
    app.sign_in(handle).await
}

fn form<'f>(name: &'f str, handle: &'f str, kind: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![
        ("nome", name),
        ("nickname", handle),
        ("scopo", "Per chi pedala e per chi comincia."),
        ("tipo", kind),
        ("argomento", "sport"),
        ("luogo", "Lungomare"),
        ("regole", "- Si parla con gentilezza\n- **Niente** pubblicità"),
    ]
}

/// A community kept by this person.
pub async fn found(visitor: &Visitor<'_>, name: &str, handle: &str, kind: &str) -> String {
    visitor.post("/comunita", &form(name, handle, kind)).await.is(303).location()
}

/// Publishes in a community; where it stands.
pub async fn write(visitor: &Visitor<'_>, community: &str, text: &str) -> Seen {
    let key = visitor.get(&format!("/post/nuovo?comunita={community}")).await.is(200).field("chiave");
    let sent = [
        ("voce", "", "", &b"io"[..]),
        ("comunita", "", "", community.as_bytes()),
        ("titolo", "", "", b""),
        ("testo", "", "", text.as_bytes()),
        ("risposte", "", "", b"tutti"),
        ("chiave", "", "", key.as_bytes()),
        ("azione", "", "", b"pubblica"),
    ];
    visitor.post_files("/post", &sent).await
}

async fn counts(app: &TestApp, handle: &str) -> (i64, i64) {
    app.app.db.one("select member_count, post_count from community where handle = $1", args![handle]).await.unwrap()
}

town_tests! {
    async fn a_verified_person_makes_one_and_names_that_look_official_are_refused(app) {
        let anna = verified(app, "anna").await;
        let bruno = app.person("bruno").await;
        bruno.get("/comunita/nuova").await.is(200).sees("Prima fatti riconoscere");
        bruno.post("/comunita", &form("Termini in bici", "termini_bici", "open")).await.is(422).sees("Prima fatti riconoscere con SPID");
        for (name, handle, says) in [
            ("Ufficio tecnico", "tecnici", "istituzion"),
            ("Gli amici", "sindaco", "istituzion"),
            ("Gli amici", "nuova", "istituzion"),
            ("Gli amici", "a b", ""),
        ] {
            let seen = anna.post("/comunita", &form(name, handle, "open")).await.is(422);
            assert_eq!(seen.field("nome"), name, "what was typed is kept");
            let _ = says;
        }
        assert_eq!(found(&anna, "Termini in bici", "termini_bici", "open").await, "/comunita/termini_bici");
        anna.post("/comunita", &form("Un’altra", "Termini_Bici", "open")).await.is(422).sees("già");
        let page = app.visitor().get("/comunita/termini_bici").await.is(200).sees("Per chi pedala").sees("Anna Prova").sees("Un membro").sees("Niente");
        assert!(page.text.contains("<strong>Niente</strong>"));
        app.visitor().get("/comunita").await.is(200).sees("Termini in bici").misses("Fonda una comunità");
        app.visitor().get("/comunita?q=BICI").await.is(200).sees("Termini in bici");
        app.visitor().get("/comunita?argomento=trade").await.is(200).sees("Nessuna comunità");
        app.visitor().get("/cerca?q=termini+bici").await.is(200).sees("Termini in bici");
        app.run_jobs().await;
    }

    async fn who_belongs_to_it_writes_and_everybody_reads_an_open_one(app) {
        let anna = verified(app, "anna").await;
        let (bruno, carla) = (app.person("bruno").await, app.person("carla").await);
        found(&anna, "Termini in bici", "termini_bici", "open").await;
        bruno.get("/comunita/termini_bici").await.is(200).sees("Entra");
        write(&bruno, "termini_bici", "Non sono dentro").await.is(422).sees("Scegli una comunità di cui fai parte");
        bruno.post("/comunita/termini_bici/iscrizione", &[]).await.is(303);
        bruno.post("/comunita/termini_bici/iscrizione", &[]).await.is(303);
        assert_eq!(count(app, "select count(*) as n from event where kind = 'community.joined'").await, 1);
        let post = write(&bruno, "termini_bici", "Domenica si va a Himera").await.is(303).location();
        assert_eq!(counts(app, "termini_bici").await, (2, 1));
        let nobody = app.visitor();
        nobody.get(&post).await.is(200).sees("Domenica si va a Himera").sees("Termini in bici");
        nobody.get("/comunita/termini_bici").await.is(200).sees("Domenica si va a Himera").sees("2 membri");
        nobody.get("/comunita/termini_bici/feed.rss").await.is(200).sees("Domenica si va a Himera");
        nobody.get("/comunita/termini_bici/feed.json").await.is(200).sees("Bruno Prova");
        anna.get("/io/piazza").await.is(200).sees("Domenica si va a Himera");
        comment(&carla, &post, "Vengo anch’io").await.is(303);
        // Keeping the place: a moderator takes away what others say, and it stands in the audit.
        carla.post(&format!("{post}/cancellazione"), &[]).await.is(404);
        anna.get(&format!("{post}/cancellazione")).await.is(200);
        anna.post(&format!("{post}/cancellazione"), &[]).await.is(422).sees("ha diritto di saperlo");
        anna.post(&format!("{post}/cancellazione"), &[("regola", "altro"), ("fatti", "Non è una gita della comunità.")]).await.is(303);
        nobody.get(&post).await.is(410).misses("Domenica si va");
        bruno.post(&format!("{post}/ripristino"), &[]).await.is(404);
        assert_eq!(counts(app, "termini_bici").await, (2, 0));
        assert_eq!(count(app, "select count(*) as n from audit where act = 'post.deleted' and actor_name = 'Anna Prova'").await, 1);
        anna.post(&format!("{post}/ripristino"), &[]).await.is(303);
        assert_eq!(counts(app, "termini_bici").await, (2, 1));
        // On top of the community.
        let id = post.rsplit('/').next().unwrap();
        bruno.post(&format!("/comunita/termini_bici/in-alto/{id}"), &[]).await.is(404);
        anna.post(&format!("/comunita/termini_bici/in-alto/{id}"), &[("giorni", "7")]).await.is(303);
        nobody.get("/comunita/termini_bici").await.is(200).sees("In alto").sees("Domenica si va a Himera");
        anna.post(&format!("/comunita/termini_bici/in-alto/{id}/ritiro"), &[]).await.is(303);
        nobody.get("/comunita/termini_bici").await.is(200).misses("In alto");
        app.run_jobs().await;
    }

    async fn a_listed_one_is_found_by_all_and_read_by_members(app) {
        let anna = verified(app, "anna").await;
        let (bruno, carla) = (app.person("bruno").await, app.person("carla").await);
        found(&anna, "Mamme e papà", "mamme_e_papa", "listed").await;
        let post = write(&anna, "mamme_e_papa", "Chi porta i bambini in piscina?").await.is(303).location();
        let nobody = app.visitor();
        for who in [&nobody, &bruno] {
            who.get("/comunita/mamme_e_papa").await.is(200).sees("Mamme e papà").misses("piscina");
            who.get(&post).await.is(404).misses("piscina");
            for path in ["/", "/novita", "/persone/anna", "/cerca?q=piscina", "/comunita"] {
                who.get(path).await.is(200).misses("Chi porta i bambini");
            }
            who.get("/comunita/mamme_e_papa/persone").await.is(404);
            who.get("/comunita/mamme_e_papa/file").await.is(404);
            who.get("/comunita/mamme_e_papa/feed.rss").await.is(404);
        }
        bruno.post("/comunita/mamme_e_papa/iscrizione", &[("parole", "Ho due figli")]).await.is(303);
        bruno.get("/comunita/mamme_e_papa").await.is(200).sees("Hai chiesto di entrare").misses("piscina");
        carla.post("/comunita/mamme_e_papa/iscrizione", &[]).await.is(303);
        let (b, c) = (id_of(app, "bruno").await, id_of(app, "carla").await);
        anna.get("/comunita/mamme_e_papa").await.is(200).sees("2 persone chiedono di entrare");
        anna.get("/comunita/mamme_e_papa/persone").await.is(200).sees("Ho due figli");
        bruno.post(&format!("/comunita/mamme_e_papa/richieste/{b}/accoglimento"), &[]).await.is(404);
        anna.post(&format!("/comunita/mamme_e_papa/richieste/{b}/accoglimento"), &[]).await.is(303);
        anna.post(&format!("/comunita/mamme_e_papa/richieste/{c}/rifiuto"), &[]).await.is(303);
        assert_eq!(count(app, "select count(*) as n from event where kind = 'community.decided'").await, 2);
        bruno.get(&post).await.is(200).sees("piscina").sees("solo membri");
        comment(&bruno, &post, "Noi il martedì").await.is(303);
        bruno.get("/conversazioni").await.is(200).sees("Noi il martedì");
        for who in [&nobody, &carla] {
            who.get("/conversazioni").await.is(200).misses("Noi il martedì").misses("piscina");
            who.get("/persone/bruno").await.is(200).misses("Noi il martedì");
        }
        // Sent away for good: reads nothing, cannot ask again, and can be let back.
        anna.post(&format!("/comunita/mamme_e_papa/persone/{b}/allontanamento"), &[("motivo", "no")]).await.is(422);
        anna.post(&format!("/comunita/mamme_e_papa/persone/{b}/allontanamento"), &[("motivo", "Insulti ripetuti"), ("sempre", "si")]).await.is(303);
        bruno.get(&post).await.is(404);
        bruno.post("/comunita/mamme_e_papa/iscrizione", &[]).await.is(403);
        anna.get("/comunita/mamme_e_papa/persone").await.is(200).sees("Insulti ripetuti");
        anna.post(&format!("/comunita/mamme_e_papa/persone/{b}/riammissione"), &[]).await.is(303);
        bruno.post("/comunita/mamme_e_papa/iscrizione", &[]).await.is(303);
        assert_eq!(counts(app, "mamme_e_papa").await, (1, 1));
        app.run_jobs().await;
    }

    async fn a_secret_one_is_not_there_for_strangers(app) {
        let anna = verified(app, "anna").await;
        let bruno = verified(app, "bruno").await;
        let path = found(&anna, "Quelli del giovedì", "giovedi", "secret").await;
        let post = write(&anna, "giovedi", "Ci vediamo dal solito").await.is(303).location();
        let nobody = app.visitor();
        bruno.get("/").await.is(200);
        for who in [&nobody, &bruno] {
            let there = who.get(&path).await;
            let nowhere = who.get("/comunita/mai_esistita").await;
            assert_eq!((there.status, there.plain()), (nowhere.status, nowhere.plain()));
            for below in ["/persone", "/file", "/feed.rss", "/feed.atom", "/feed.json"] {
                who.get(&format!("{path}{below}")).await.is(404);
            }
            who.get(&post).await.is(404).misses("solito");
            for list in ["/", "/comunita", "/comunita?q=gioved", "/cerca?q=giovedì", "/cerca?q=solito", "/persone/anna"] {
                who.get(list).await.is(200).misses("Quelli del giovedì").misses("dal solito");
            }
        }
        for act in ["iscrizione", "seguito", "uscita", "impostazioni", "inviti", "risveglio"] {
            bruno.post(&format!("{path}/{act}"), &[]).await.is(404);
        }
        // Its handle is taken like any other.
        bruno.post("/comunita", &form("Giovedì a teatro", "giovedi", "open")).await.is(422).sees("già").misses("Quelli del giovedì");
        // An invitation opens the door; declining closes it.
        anna.post(&format!("{path}/inviti"), &[("chi", "@nessuno")]).await.is(422).sees("Non troviamo nessuno");
        anna.post(&format!("{path}/inviti"), &[("chi", "@bruno")]).await.is(303);
        bruno.get("/comunita").await.is(200).sees("Ti hanno invitato").sees("Quelli del giovedì");
        bruno.get(&path).await.is(200).sees("Accetta l’invito").misses("dal solito");
        bruno.get(&post).await.is(404);
        bruno.post(&format!("{path}/uscita"), &[]).await.is(303);
        bruno.get(&path).await.is(404);
        anna.post(&format!("{path}/inviti"), &[("chi", "bruno")]).await.is(303);
        bruno.post(&format!("{path}/iscrizione"), &[]).await.is(303);
        bruno.get(&post).await.is(200).sees("dal solito");
        bruno.get("/io/piazza").await.is(200).sees("dal solito");
        nobody.get("/persone/bruno").await.is(200).misses("giovedì");
        app.run_jobs().await;
    }

    async fn a_kept_page_is_stale_as_soon_as_the_kind_changes(app) {
        let anna = verified(app, "anna").await;
        let path = found(&anna, "Termini in bici", "termini_bici", "open").await;
        let post = write(&anna, "termini_bici", "Si parte alle nove").await.is(303).location();
        let nobody = app.visitor();
        for at in ["/", &post, &path, "/persone/anna", "/comunita"] {
            nobody.get(at).await.is(200);
        }
        nobody.get(&post).await.is(200).sees("Si parte alle nove");
        anna.post(&format!("{path}/impostazioni"), &form("Termini in bici", "termini_bici", "secret")).await.is(303);
        nobody.get(&post).await.is(404);
        nobody.get(&path).await.is(404);
        for at in ["/", "/persone/anna", "/comunita", "/feed.rss"] {
            nobody.get(at).await.is(200).misses("Si parte alle nove").misses("Termini in bici");
        }
        anna.post(&format!("{path}/impostazioni"), &form("Termini in bici", "termini_bici", "open")).await.is(303);
        nobody.get(&post).await.is(200).sees("Si parte alle nove");
        app.run_jobs().await;
    }

    async fn the_last_moderator_names_another_before_leaving(app) {
        let anna = verified(app, "anna").await;
        let bruno = app.person("bruno").await;
        let path = found(&anna, "Termini in bici", "termini_bici", "open").await;
        bruno.post(&format!("{path}/iscrizione"), &[]).await.is(303);
        let (a, b) = (id_of(app, "anna").await.to_string(), id_of(app, "bruno").await.to_string());
        anna.post(&format!("{path}/persone/{a}/ruolo"), &[("ruolo", "member")]).await.is(409).sees("almeno un moderatore");
        bruno.post(&format!("{path}/persone/{b}/ruolo"), &[("ruolo", "moderator")]).await.is(404);
        anna.get(&format!("{path}/uscita")).await.is(200).sees("Chi la tiene dopo di te").sees("Bruno Prova");
        anna.post(&format!("{path}/uscita"), &[]).await.is(422).sees("Scegli chi tiene la comunità");
        anna.post(&format!("{path}/uscita"), &[("successore", "7")]).await.is(422);
        anna.post(&format!("{path}/uscita"), &[("successore", &b)]).await.is(303);
        bruno.get(&format!("{path}/impostazioni")).await.is(200);
        assert_eq!(counts(app, "termini_bici").await.0, 1);
        // The last one out: it sleeps.
        bruno.get(&format!("{path}/uscita")).await.is(200).sees("l’ultima persona");
        bruno.post(&format!("{path}/uscita"), &[]).await.is(303);
        app.visitor().get(&path).await.is(200).sees("Questa comunità dorme");
        app.run_jobs().await;
    }

    async fn after_a_year_of_silence_it_sleeps_until_a_moderator_wakes_it(app) {
        let anna = verified(app, "anna").await;
        let path = found(&anna, "Termini in bici", "termini_bici", "open").await;
        let post = write(&anna, "termini_bici", "Si parte").await.is(303).location();
        let sleep = async || {
            app.app.db.write(async |tx| {
                kit::jobs::enqueue(tx, kit::jobs::NewJob::new("social.sleep", serde_json::json!({}))).await?;
                Ok(())
            }).await.unwrap();
            app.run_jobs().await;
        };
        app.clock.advance(300 * DAY);
        let anna = app.sign_in("anna").await;
        comment(&anna, &post, "Ci siete ancora?").await.is(303);
        app.clock.advance(200 * DAY);
        sleep().await;
        app.visitor().get(&path).await.is(200).misses("dorme");
        app.clock.advance(166 * DAY);
        sleep().await;
        app.visitor().get(&path).await.is(200).sees("Questa comunità dorme").sees("Si parte");
        let anna = app.sign_in("anna").await;
        write(&anna, "termini_bici", "Provo").await.is(422);
        let key = anna.get(&post).await.is(200).field("chiave");
        anna.post(&format!("{post}/commenti"), &[("testo", "Provo"), ("voce", "io"), ("chiave", &key)]).await.is(422).sees("La comunità dorme");
        anna.post(&format!("{path}/risveglio"), &[]).await.is(303);
        sleep().await;
        app.visitor().get(&path).await.is(200).misses("dorme");
        write(&anna, "termini_bici", "Eccoci").await.is(303);
        app.run_jobs().await;
    }

    async fn files_are_for_who_reads_the_community_and_never_run(app) {
        let anna = verified(app, "anna").await;
        let (bruno, carla) = (app.person("bruno").await, app.person("carla").await);
        let path = found(&anna, "Mamme e papà", "mamme_e_papa", "listed").await;
        anna.post(&format!("{path}/inviti"), &[("chi", "bruno")]).await.is(303);
        bruno.post(&format!("{path}/iscrizione"), &[]).await.is(303);
        let key = bruno.get(&format!("{path}/file")).await.is(200).field("chiave");
        let send = async |who: &Visitor<'_>, name: &str, bytes: &[u8]| {
            let parts = [("nome", "", "", name.as_bytes()), ("chiave", "", "", key.as_bytes()), ("file", "x.html", "text/html", bytes)];
            who.post_files(&format!("{path}/file"), &parts).await
        };
        send(&bruno, "Pagina", b"<html><script>alert(1)</script>").await.is(422).sees("Questo tipo di file");
        send(&bruno, "", b"%PDF-1.4 ciao").await.is(422);
        send(&bruno, "Verbale \"n. 3\"", b"%PDF-1.4 ciao").await.is(303);
        send(&bruno, "Verbale \"n. 3\"", b"%PDF-1.4 ciao").await.is(303);
        assert_eq!(count(app, "select count(*) as n from community_file").await, 1, "the same form twice");
        send(&carla, "Mio", b"%PDF-1.4 ciao").await.is(404);
        let list = anna.get(&format!("{path}/file")).await.is(200).sees("Verbale").sees("13 B");
        let file = list.text.split("href=\"").find(|rest| rest.starts_with(&format!("{path}/file/"))).unwrap().split('"').next().unwrap().to_owned();
        let got = anna.get(&file).await.is(200);
        assert_eq!(got.header("content-disposition"), "attachment; filename=\"verbale-n-3.pdf\"");
        assert_eq!(got.header("content-type"), "application/octet-stream");
        assert!(got.header("content-security-policy").contains("sandbox"));
        for who in [&app.visitor(), &carla] {
            who.get(&file).await.is(404);
        }
        carla.post(&format!("{file}/cancellazione"), &[]).await.is(404);
        anna.get(&format!("{file}/cancellazione")).await.is(200).sees("Vuoi togliere");
        anna.post(&format!("{file}/cancellazione"), &[]).await.is(303);
        anna.get(&file).await.is(404);
        assert_eq!(count(app, "select count(*) as n from audit where act = 'community.file_removed'").await, 1);
        app.run_jobs().await;
    }

    async fn only_members_answer_where_the_author_wants_it_so(app) {
        let anna = verified(app, "anna").await;
        let bruno = app.person("bruno").await;
        let path = found(&anna, "Termini in bici", "termini_bici", "open").await;
        let post = write(&anna, "termini_bici", "Solo tra noi").await.is(303).location();
        app.app.db.write(async |tx| {
            tx.run("update post set replies = 'community'", vec![]).await?;
            Ok(())
        }).await.unwrap();
        bruno.post(&format!("{post}/commenti"), &[("voce", "io"), ("testo", "Io non ci sono"), ("chiave", "k")]).await.is(422).sees("Qui risponde chi fa parte della comunità").sees("Io non ci sono");
        bruno.post(&format!("{path}/iscrizione"), &[]).await.is(303);
        comment(&bruno, &post, "Ora sì").await.is(303);
        app.run_jobs().await;
    }

    async fn administration_closes_and_reopens_and_the_audit_says_who(app) {
        let anna = verified(app, "anna").await;
        let path = found(&anna, "Termini in bici", "termini_bici", "open").await;
        let post = write(&anna, "termini_bici", "Si parte").await.is(303).location();
        let elsewhere = say(&anna, "Fuori dalla comunità").await;
        app.visitor().get(&post).await.is(200);
        let root = app.staff("root", Role::System).await;
        app.staff("olga", Role::Operator).await.get("/amministrazione/comunita").await.is(200).sees("Termini in bici");
        anna.get("/amministrazione/comunita").await.is(403);
        root.get("/amministrazione/comunita?stato=closed").await.is(200).misses("Termini in bici");
        root.get("/amministrazione/comunita.csv").await.is(200).sees("termini_bici");
        let (id,): (i64,) = app.app.db.one("select id from community", vec![]).await.unwrap();
        root.get(&format!("/amministrazione/comunita/{id}/chiusura")).await.is(200).sees("Vuoi chiudere Termini in bici?");
        root.post(&format!("/amministrazione/comunita/{id}/chiusura"), &[("motivo", "")]).await.is(422);
        root.post(&format!("/amministrazione/comunita/{id}/chiusura"), &[("motivo", "Vendita di biglietti falsi")]).await.is(303);
        for who in [&app.visitor(), &anna] {
            who.get(&path).await.is(404);
            who.get(&post).await.is(404);
            who.get(&elsewhere).await.is(200);
        }
        root.post(&format!("/amministrazione/comunita/{id}/riapertura"), &[]).await.is(303);
        app.visitor().get(&post).await.is(200).sees("Si parte");
        assert_eq!(count(app, "select count(*) as n from audit where act in ('community.closed', 'community.reopened') and actor_name = 'Root Prova'").await, 2);
        app.run_jobs().await;
    }

    async fn when_who_keeps_it_ends_the_account_somebody_else_does(app) {
        let anna = verified(app, "anna").await;
        let bruno = app.person("bruno").await;
        let path = found(&anna, "Termini in bici", "termini_bici", "open").await;
        bruno.post(&format!("{path}/iscrizione"), &[]).await.is(303);
        anna.post("/io/chiusura", &[]).await.is(303);
        app.clock.advance(14 * DAY + 1);
        app.app.db.write(async |tx| {
            kit::jobs::enqueue(tx, kit::jobs::NewJob::new("identity.lives", serde_json::json!({}))).await?;
            Ok(())
        }).await.unwrap();
        app.run_jobs().await;
        app.sign_in("bruno").await.get(&format!("{path}/impostazioni")).await.is(200);
        assert_eq!(counts(app, "termini_bici").await.0, 1);
        app.run_jobs().await;
    }

    async fn a_form_says_who_reads_what_is_written_in_it(app) {
        let anna = verified(app, "anna").await;
        let bruno = app.person("bruno").await;
        let public = "Pubblico: lo legge chiunque";
        found(&anna, "Il gruppo", "il_gruppo", "secret").await;
        found(&anna, "In bici", "in_bici", "open").await;
        let (secret, open) = (write(&anna, "il_gruppo", "Tra noi").await.is(303).location(), write(&anna, "in_bici", "Per tutti").await.is(303).location());
        anna.get(&secret).await.is(200).sees("Lo leggono solo i membri di Il gruppo").misses(public);
        comment(&anna, &secret, "Sotto").await.is(303);
        let (below,): (i64,) = app.app.db.one("select max(id) as n from post", vec![]).await.unwrap();
        anna.get(&format!("{secret}?rispondi={below}")).await.is(200).sees("Lo leggono solo i membri di Il gruppo").misses(public);
        anna.get(&open).await.is(200).sees("Pubblico: lo legge chiunque, in In bici");
        // Below what somebody with a private profile says, their followers read; changing it, the same.
        let mine = say(&bruno, "Per chi mi segue").await;
        anna.get(&mine).await.is(200).sees(public);
        set(app, "update person set private = 1 where handle = 'bruno'", args![]).await;
        for path in [mine.clone(), format!("{mine}/modifica"), "/post/nuovo".to_owned()] {
            bruno.get(&path).await.is(200).sees("Lo legge solo chi ti segue").misses(public);
        }
        let (a, b) = (id_of(app, "anna").await, id_of(app, "bruno").await);
        set(app, "insert into follow (person_id, kind, source_id, state, created_at) values ($1, 'person', $2, 'accepted', 1)", args![a, b]).await;
        anna.get(&mine).await.is(200).sees("Lo legge solo chi segue Bruno Prova").misses(public);
        app.run_jobs().await;
    }

    async fn what_was_begun_for_a_secret_one_does_not_go_on_in_the_open(app) {
        let anna = verified(app, "anna").await;
        found(&anna, "Il gruppo", "il_gruppo", "secret").await;
        found(&anna, "In bici", "in_bici", "open").await;
        let fields = [
            ("testo", "Tra noi"), ("comunita", "il_gruppo"), ("risposte", "nessuno"), ("scelta1", "Sì"), ("scelta2", "No"),
            ("scelta-multipla", "si"), ("scelta-fino", "2028-03-01"), ("evidenza", "2028-03-02"), ("chiave", "bozza-tra-noi"),
        ];
        anna.post("/bozze", &fields).await.is(303);
        let form = anna.get("/post/nuovo?bozza=riprendi").await.is(200).sees("Lo leggono solo i membri di Il gruppo").misses("Pubblico: lo legge chiunque");
        assert!(form.text.contains("<option value=\"il_gruppo\" selected>"), "the community stays chosen");
        assert!(form.text.contains("value=\"nessuno\" checked"), "and who may answer");
        let multiple = form.text.split("name=\"scelta-multipla\"").nth(1).and_then(|rest| rest.split('>').next()).unwrap();
        assert!(multiple.contains("checked"), "{multiple}");
        assert_eq!((form.field("scelta-fino"), form.field("chiave")), ("2028-03-01".to_owned(), "bozza-tra-noi".to_owned()));
        // Who does not belong to it any more is told so; the text does not become public by itself.
        set(app, "delete from community_member where community_id = (select id from community where handle = 'il_gruppo')", args![]).await;
        let form = anna.get("/post/nuovo?bozza=riprendi").await.is(200).misses("Pubblico: lo legge chiunque");
        assert!(form.text.contains("<option value=\"il_gruppo\" selected>"), "still chosen");
        write(&anna, "il_gruppo", "Tra noi").await.is(422).sees("Scegli una comunità di cui fai parte");
        app.run_jobs().await;
    }

    async fn a_tombstone_says_who_took_it_away(app) {
        let anna = verified(app, "anna").await;
        let bruno = app.person("bruno").await;
        found(&anna, "In bici", "in_bici", "open").await;
        bruno.post("/comunita/in_bici/iscrizione", &[]).await.is(303);
        let post = write(&bruno, "in_bici", "Vendo una bici").await.is(303).location();
        comment(&bruno, &post, "Ancora io").await.is(303);
        let (below,): (i64,) = app.app.db.one("select max(id) as n from post", vec![]).await.unwrap();
        anna.get(&format!("/post/{below}/cancellazione")).await.is(200).sees("Togli il commento di Bruno Prova?").sees("chi tiene la comunità").misses("la pagina l’ha tolto");
        let why = [("regola", "pubblicita"), ("fatti", "Si ripete sotto ogni messaggio.")];
        anna.post(&format!("/post/{below}/cancellazione"), &why).await.is(303);
        app.visitor().get(&post).await.is(200).sees("Commento tolto da chi tiene la comunità").misses("tolto dalla pagina");
        anna.get(&format!("{post}/cancellazione")).await.is(200).sees("Togli il messaggio di Bruno Prova?").misses("il commento di");
        anna.post(&format!("{post}/cancellazione"), &why).await.is(303);
        app.visitor().get(&post).await.is(410).sees("L’ha tolto chi tiene la comunità In bici").misses("Bruno Prova l’ha cancellato");
        anna.post(&format!("{post}/ripristino"), &[]).await.is(303);
        bruno.post(&format!("{post}/cancellazione"), &[]).await.is(303);
        app.visitor().get(&post).await.is(410).sees("Bruno Prova l’ha cancellato");
        app.run_jobs().await;
    }
}
