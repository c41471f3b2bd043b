//! Moderation as people meet it: reports, decisions with their reasons, appeals, filters, limits, batches, figures.

use dedalus::identity::{Role, Tier};
use dedalus::social::moderation::Limits;
use kit::args;
use kit::clock::{DAY, HOUR, MINUTE};

use crate::square::{comment, say};
use crate::support::{Seen, TestApp, Visitor, decode_quoted_printable};
use crate::town_tests;

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

fn id_of(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

async fn report(who: &Visitor<'_>, path: &str, reason: &str) -> String {
    who.post(&format!("{path}/abuso"), &[("motivo", reason), ("parole", "Parole di chi segnala")]).await.is(303).location()
}

/// The newest open matter.
async fn matter(app: &TestApp) -> String {
    let n = number(app, "select max(id) as n from matter where closed_at is null").await;
    format!("/segreteria/moderazione/{n}")
}

async fn decide(who: &Visitor<'_>, matter: &str, action: &str, days: &str) -> Seen {
    let form = [("azione", action), ("regola", "offese"), ("fatti", "Hai scritto un insulto a una persona."), ("durata", days)];
    who.post(&format!("{matter}/decisione"), &form).await
}

fn mails(app: &TestApp) -> Vec<String> {
    app.mails().iter().map(|mail| decode_quoted_printable(mail)).collect()
}

/// Every count of comments agrees with a recount.
async fn counts_agree(app: &TestApp) {
    let wrong = number(
        app,
        "select count(*) as n from post p where p.parent_id is null and p.comment_count <>
           (select count(*) from post c where c.root_id = p.id and c.deleted_at is null and c.hidden_at is null and c.held = 0)",
    )
    .await;
    assert_eq!(wrong, 0);
}

async fn limits(app: &TestApp, limits: Limits) {
    app.app.db.write(async |tx| limits.save(tx).await).await.unwrap();
}

/// Publishes, whatever comes of it.
async fn try_say(who: &Visitor<'_>, text: &str) -> Seen {
    let key = who.get("/post/nuovo").await.is(200).field("chiave");
    let sent = [
        ("voce", "", "", &b"io"[..]),
        ("titolo", "", "", b""),
        ("testo", "", "", text.as_bytes()),
        ("risposte", "", "", b"tutti"),
        ("chiave", "", "", key.as_bytes()),
        ("azione", "", "", b"pubblica"),
    ];
    who.post_files("/post", &sent).await
}

town_tests! {
    async fn a_quarrel_is_reported_hidden_with_reasons_appealed_and_put_back_by_somebody_else(app) {
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let (pina, carla) = (app.staff("pina", Role::Operator).await, app.staff("carla", Role::Officer).await);
        let post = say(&anna, "La piazza nuova mi piace").await;
        let said = comment(&ugo, &post, "Sei una zucchina xqinsulto").await.is(303);
        let id = said.header("location").split("#c").nth(1).unwrap().to_owned();
        let at = format!("/post/{id}");
        app.visitor().get(&post).await.is(200).sees("xqinsulto").sees("Un commento");

        // ---- a report, once a person
        anna.get(&post).await.is(200).sees("Segnala");
        anna.post(&format!("{at}/abuso"), &[("motivo", ""), ("parole", "ciao")]).await.is(422).sees("Scegli un motivo.").sees("ciao");
        anna.post(&format!("{at}/abuso"), &[("motivo", "altro"), ("parole", "")]).await.is(422).sees("Spiega con qualche parola");
        let mine = report(&anna, &at, "offese").await;
        anna.get(&mine).await.is(200).sees("Grazie").sees("Decide entro");
        assert_eq!(report(&anna, &at, "odio").await, mine);
        ugo.get(&format!("{at}/abuso")).await.is(404);
        ugo.get(&mine).await.is(404);
        app.visitor().post(&format!("{at}/abuso"), &[("motivo", "offese")]).await.is(422);

        // ---- the queue, with what is around it
        pina.get("/segreteria/moderazione").await.is(200).sees("xqinsulto").sees("Offese o minacce").sees("Ugo Prova");
        pina.get("/segreteria/moderazione?motivo=pubblicita").await.is(200).misses("xqinsulto");
        pina.get("/segreteria/moderazione?tipo=commento&q=XQins&motivo=offese").await.is(200).sees("xqinsulto");
        pina.get("/segreteria/moderazione.csv").await.is(200).sees("xqinsulto");
        let matter = matter(app).await;
        pina.get(&matter).await.is(200).sees("Parole di chi segnala").sees("La piazza nuova mi piace").sees("Anna Prova");
        decide(&pina, &matter, "nascondi", "").await.is(303);
        app.run_jobs().await;

        // ---- gone for everybody but its author, who reads why; nobody reads who reported
        app.visitor().get(&post).await.is(200).misses("xqinsulto").sees("Nessun commento");
        anna.get(&post).await.is(200).misses("xqinsulto");
        for page in ["/", "/conversazioni", "/cerca?q=xqinsulto", "/persone/ugo", &format!("{at}/versioni")] {
            assert!(!app.visitor().get(page).await.text.contains("zucchina"), "{page}");
        }
        ugo.get(&post).await.is(200).sees("xqinsulto").sees("lo leggi solo tu");
        let statement = ugo.get(&format!("{at}/decisione")).await.is(303).location();
        ugo.get(&statement).await.is(200).sees("Hai scritto un insulto a una persona.").sees("Niente insulti").sees("Qualcuno l’ha segnalato").misses("Anna Prova").misses("Parole di chi segnala");
        anna.get(&statement).await.is(404);
        counts_agree(app).await;
        let letters = mails(app);
        assert!(letters.iter().any(|mail| mail.contains("ugo@example.org") && mail.contains("Hai scritto un insulto") && mail.contains("/io/decisioni/")), "{letters:?}");
        assert!(letters.iter().any(|mail| mail.contains("anna@example.org") && mail.contains("siamo intervenuti")));
        anna.get(&mine).await.is(200).sees("siamo intervenuti");

        // ---- the appeal: not by whoever decided
        ugo.post(&format!("{statement}/ricorso"), &[("testo", "no")]).await.is(422).sees("Scrivi almeno una frase");
        ugo.post(&format!("{statement}/ricorso"), &[("testo", "La zucchina è un complimento dalle nostre parti.")]).await.is(303);
        ugo.post(&format!("{statement}/ricorso"), &[("testo", "E lo ripeto un’altra volta.")]).await.is(422).sees("già presentato");
        let n = number(app, "select id as n from appeal").await;
        let appeal = format!("/segreteria/moderazione/ricorsi/{n}");
        let verdict = [("esito", "accolto"), ("testo", "È una battuta, e si capisce.")];
        pina.get(&appeal).await.is(200).sees("Tocca a un’altra persona");
        pina.post(&format!("{appeal}/decisione"), &verdict).await.is(422).sees("decide un’altra persona");
        carla.get("/segreteria/moderazione/ricorsi").await.is(200).sees("Ugo Prova");
        carla.post(&format!("{appeal}/decisione"), &[("esito", "")]).await.is(422).sees("Scegli se accogliere");
        carla.post(&format!("{appeal}/decisione"), &verdict).await.is(303);
        app.visitor().get(&post).await.is(200).sees("xqinsulto").sees("Un commento");
        app.visitor().get("/cerca?q=xqinsulto").await.is(200).sees("zucchina");
        counts_agree(app).await;
        app.run_jobs().await;
        assert!(mails(app).last().unwrap().contains("È una battuta"));
        ugo.get(&statement).await.is(200).sees("Accolto").sees("È una battuta");
        let root = app.staff("root", Role::System).await;
        root.get("/amministrazione/registro").await.is(200).sees("Decisione di moderazione").sees("Ricorso deciso");
        root.get("/segreteria/moderazione").await.is(403);
    }

    async fn two_moderators_do_not_decide_twice_and_nobody_about_themselves(app) {
        let anna = app.person("anna").await;
        let (pina, carla) = (app.staff("pina", Role::Operator).await, app.staff("carla", Role::Manager).await);
        let post = say(&pina, "Parola di moderatrice").await;
        report(&anna, &post, "odio").await;
        let own = matter(app).await;
        pina.get(&own).await.is(200).sees("decide un’altra persona");
        decide(&pina, &own, "niente", "").await.is(422).sees("decide un’altra persona");
        let other = say(&anna, "Un’altra cosa").await;
        report(&pina, &other, "pubblicita").await;
        let reported = matter(app).await;
        decide(&pina, &reported, "nascondi", "").await.is(422).sees("decide un’altra persona");

        carla.post(&format!("{own}/presa-in-carico"), &[]).await.is(303);
        let dora = app.staff("dora", Role::Officer).await;
        dora.get(&own).await.is(200).sees("Se ne sta occupando Carla Prova");
        dora.post(&format!("{own}/presa-in-carico"), &[]).await.is(422).sees("un’altra persona");
        decide(&dora, &own, "niente", "").await.is(422).sees("un’altra persona");
        carla.get("/segreteria/moderazione?stato=mie").await.is(200).sees("Parola di moderatrice");
        app.clock.advance(31 * MINUTE);
        decide(&dora, &own, "niente", "").await.is(303);
        decide(&carla, &own, "nascondi", "").await.is(422).sees("Qualcuno ha già deciso");
        app.visitor().get(&post).await.is(200).sees("Parola di moderatrice");
        app.run_jobs().await;
        assert!(mails(app).iter().any(|mail| mail.contains("anna@example.org") && mail.contains("il testo resta")));
    }

    async fn a_limit_and_a_suspension_end_at_their_minute(app) {
        app.staff("root", Role::System).await;
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let pina = app.staff("pina", Role::Operator).await;
        let before = say(&ugo, "Cose che dico qui").await;
        report(&anna, "/persone/ugo", "altro").await;
        app.visitor().get("/conversazioni").await.is(200);
        app.visitor().get("/").await.is(200).sees("Cose che dico qui");
        decide(&pina, &matter(app).await, "limita", "7").await.is(303);

        // Out of the town's lists; read by who comes directly, and by its author.
        app.visitor().get("/").await.is(200).misses("Cose che dico qui");
        app.visitor().get(&before).await.is(200).sees("Cose che dico qui");
        app.visitor().get("/persone/ugo").await.is(200).sees("Cose che dico qui");
        let waits = say(&ugo, "Questa aspetta").await;
        ugo.get(&waits).await.is(200).sees("lo guarda una persona");
        app.visitor().get(&waits).await.is(404);
        pina.get("/segreteria/moderazione?trattenuti=1").await.is(200).sees("Questa aspetta").sees("profilo limitato");
        decide(&pina, &matter(app).await, "niente", "").await.is(303);
        app.visitor().get(&waits).await.is(200).sees("Questa aspetta");

        app.run_jobs().await;
        app.clock.advance(7 * DAY - MINUTE);
        app.run_jobs().await;
        app.visitor().get("/").await.is(200).misses("Cose che dico qui");
        app.clock.advance(MINUTE);
        app.run_jobs().await;
        app.visitor().get("/").await.is(200).sees("Cose che dico qui");

        // ---- a suspension: the session ends, the letter opens the reasons without signing in
        report(&anna, &before, "offese").await;
        decide(&pina, &matter(app).await, "sospendi", "3").await.is(303);
        ugo.get("/io").await.is(303);
        app.run_jobs().await;
        let letter = mails(app).into_iter().find(|mail| mail.contains("/decisioni/") && mail.contains("sospeso")).unwrap();
        let key = letter.split("http://town.test").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        assert!(key.starts_with("/decisioni/"), "{key}");
        app.visitor().get(&key).await.is(200).sees("Il tuo profilo è sospeso");
        app.visitor().get("/decisioni/indovinata").await.is(404);
        app.visitor().post(&format!("{key}/ricorso"), &[("testo", "Non sono stato io a scrivere.")]).await.is(303);
        app.clock.advance(3 * DAY - MINUTE);
        app.run_jobs().await;
        app.visitor().post("/accedi", &[("email", "ugo@example.org"), ("password", crate::support::PASSWORD)]).await.is(422);
        app.clock.advance(MINUTE);
        app.run_jobs().await;
        app.sign_in("ugo").await.get("/io").await.is(200);
        app.run_jobs().await;
    }

    async fn a_decision_is_undone_with_a_reason_and_everything_is_as_before(app) {
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let pina = app.staff("pina", Role::Operator).await;
        let post = say(&anna, "Un fatto").await;
        let said = comment(&ugo, &post, "Parole nascoste per sbaglio").await.is(303);
        let id = said.header("location").split("#c").nth(1).unwrap().to_owned();
        report(&anna, &format!("/post/{id}"), "offese").await;
        let decision = decide(&pina, &matter(app).await, "nascondi", "").await.is(303).location();
        app.visitor().get(&post).await.misses("per sbaglio");
        pina.post(&format!("{decision}/annullamento"), &[("motivo", "")]).await.is(422);
        pina.post(&format!("{decision}/annullamento"), &[("motivo", "Abbiamo letto male.")]).await.is(303);
        app.visitor().get(&post).await.is(200).sees("per sbaglio").sees("Un commento");
        pina.post(&format!("{decision}/annullamento"), &[("motivo", "Di nuovo.")]).await.is(422).sees("già finita");
        counts_agree(app).await;
        app.run_jobs().await;
        assert!(mails(app).iter().any(|mail| mail.contains("ugo@example.org") && mail.contains("Abbiamo letto male")));
        // A text that was taken back meanwhile is counted neither then nor now.
        report(&anna, &format!("/post/{id}"), "offese").await;
        report(&app.person("zoe").await, &format!("/post/{id}"), "offese").await;
        let decision = decide(&pina, &matter(app).await, "nascondi", "").await.is(303).location();
        ugo.post(&format!("/post/{id}/cancellazione"), &[]).await.is(303);
        pina.post(&format!("{decision}/annullamento"), &[("motivo", "Ancora uno sbaglio.")]).await.is(303);
        counts_agree(app).await;
        app.visitor().get(&post).await.is(200).misses("per sbaglio");
        app.run_jobs().await;
    }

    async fn phrases_hold_warn_or_refuse_however_they_are_disguised(app) {
        let ugo = app.person("ugo").await;
        let root = app.staff("root", Role::Manager).await;
        let rules = "/segreteria/regole-di-moderazione";
        root.post(&format!("{rules}/frasi"), &[("frase", "a"), ("effetto", "rifiuta")]).await.is(422).sees("almeno due lettere");
        for (phrase, effect, sentence) in [("soldi facili", "rifiuta", "Qui niente truffe."), ("casinò", "trattieni", ""), ("deficiente", "avvisa", "Con calma.")] {
            root.post(&format!("{rules}/frasi"), &[("frase", phrase), ("effetto", effect), ("avviso", sentence)]).await.is(303);
        }
        root.post(&format!("{rules}/frasi"), &[("frase", "CASINO"), ("effetto", "rifiuta")]).await.is(422).sees("c’è già");
        root.get(rules).await.is(200).sees("soldi facili");
        ugo.get(rules).await.is(403);

        for text in ["Soldi facili!", "s o l d i   f a c i l i", "sóldì fàcili", "sol\u{200b}di facili", "SОLDI FАCILI", "so1di faci1i", "soldiiii facili"] {
            try_say(&ugo, text).await.is(422).sees("Qui niente truffe.").sees(text.split(' ').next().unwrap());
        }
        assert_eq!(number(app, "select count(*) as n from post").await, 0);
        try_say(&ugo, "Sei un deficiente, lo sai").await.is(422).sees("Con calma.").sees("lo pubblichiamo");
        try_say(&ugo, "Sei un deficiente, lo sai").await.is(303);
        let held = try_say(&ugo, "Vieni al cаsino stasera").await.is(303).location();
        ugo.get(&held).await.is(200).sees("lo guarda una persona");
        app.visitor().get(&held).await.is(404);
        app.visitor().get("/").await.misses("Vieni al");
        root.get("/segreteria/moderazione?trattenuti=1").await.is(200).sees("Vieni al").sees("contiene una frase");

        // ---- a comment that waits is counted when somebody lets it out; a change is screened, too
        let zoe = app.person("zoe").await;
        let post = say(&zoe, "Che si fa stasera?").await;
        let answer = comment(&ugo, &post, "Andiamo al casino").await.is(303);
        let id = answer.header("location").split("#c").nth(1).unwrap().to_owned();
        app.visitor().get(&post).await.is(200).sees("Nessun commento").misses("Andiamo al");
        counts_agree(app).await;
        decide(&root, &matter(app).await, "niente", "").await.is(303);
        app.visitor().get(&post).await.is(200).sees("Un commento").sees("Andiamo al");
        counts_agree(app).await;
        let version = ugo.get(&format!("/post/{id}/modifica")).await.is(200).field("versione");
        let change = [("testo", "Andiamo al c a s i n ò"), ("versione", &version), ("azione", "pubblica")];
        ugo.post(&format!("/post/{id}/modifica"), &change).await.is(303);
        app.visitor().get(&post).await.is(200).sees("Nessun commento").misses("Andiamo al");
        counts_agree(app).await;
        app.run_jobs().await;
    }

    async fn the_first_days_have_limits_and_a_flood_is_stopped(app) {
        limits(app, Limits { new_posts: 3, burst: 0, ..Limits::default() }).await;
        let ugo = app.person("ugo").await;
        for n in 1..=3 {
            try_say(&ugo, &format!("Messaggio numero {n} di oggi")).await.is(303);
        }
        try_say(&ugo, "Il quarto di oggi").await.is(422).sees("3 messaggi al giorno").sees("Il quarto di oggi");
        app.clock.advance(DAY + MINUTE);
        try_say(&ugo, "Il quarto, domani").await.is(303);
        app.clock.advance(3 * DAY);
        let ugo = app.sign_in("ugo").await;
        for n in 1..=5 {
            try_say(&ugo, &format!("Da vecchio, numero {n}")).await.is(303);
        }
        for _ in 0..2 {
            try_say(&ugo, "Comprate le mie arance buone").await.is(303);
        }
        try_say(&ugo, "COMPRATE   le mie arance buone").await.is(422).sees("L’hai già detto");
        let many: String = (0..16).map(|n| format!("https://e.example/{n} ")).collect();
        try_say(&ugo, &many).await.is(422).sees("Troppi collegamenti");
        limits(app, Limits { burst: 2, ..Limits::default() }).await;
        app.clock.advance(HOUR);
        try_say(&ugo, "Uno in fretta").await.is(303);
        try_say(&ugo, "Due in fretta").await.is(303);
        try_say(&ugo, "Tre in fretta").await.is(422).sees("molto in fretta").sees("Tre in fretta");
        // What lies in the future, in a town that is given more of a past, counts for nothing.
        app.clock.advance(-HOUR / 2);
        try_say(&ugo, "Mezz’ora prima").await.is(303);
        app.clock.advance(HOUR / 2);
        let root = app.staff("root", Role::System).await;
        root.post("/segreteria/regole-di-moderazione/limiti", &[("giorni", "x")]).await.is(422).sees("da 0 a 90");
        app.run_jobs().await;
    }

    async fn a_spam_run_is_contained_seen_in_one_view_removed_in_two_clicks_and_undone_in_one(app) {
        limits(app, Limits { burst: 0, ..Limits::default() }).await;
        let pina = app.staff("pina", Role::Operator).await;
        let honest = say(&app.person("anna").await, "Io parlo d’altro").await;
        for account in 0..50 {
            let id = app.new_person(&format!("spam{account}"), Tier::Registered).await;
            let actor = dedalus::identity::Actor::person(id, "Spam", "192.0.2.9".parse().unwrap());
            for n in 0..20 {
                let new = dedalus::social::NewPost {
                    body: format!("Offerta {n} del profilo {account}: https://spam.example/{account}/{n}"),
                    once_key: format!("spam-{account}-{n}"),
                    ..dedalus::social::NewPost::default()
                };
                let _ = app.app.db.write(async |tx| dedalus::social::Post::publish(tx, &actor, &new).await).await;
            }
        }
        // A thousand tries: two a profile are read, eight wait, the others are refused.
        assert_eq!(number(app, "select count(*) as n from post where body like 'Offerta%'").await, 500);
        assert_eq!(number(app, "select count(*) as n from post where held <> 0").await, 400);
        let view = "/segreteria/moderazione?trattenuti=1";
        pina.get(view).await.is(200).sees("400 voci").sees("Nascondi tutti i 400");

        // ---- one click
        let asked = pina.get("/segreteria/moderazione/blocco?trattenuti=1&tutti=1").await.is(200);
        assert!(asked.text.contains("500 testi") && asked.text.contains("50 persone"), "{}", asked.plain());
        // ---- two clicks
        let form = [("trattenuti", "1"), ("tutti", "1"), ("ore", "si"), ("regola", "pubblicita"), ("fatti", asked.text.split("</textarea>").next().unwrap().rsplit('>').next().unwrap().trim())];
        let batch = pina.post("/segreteria/moderazione/blocchi", &form).await.is(303).location();
        app.run_jobs().await;
        pina.get(&batch).await.is(200).sees("Nascosti 500 di 500").sees("50 persone");
        assert_eq!(number(app, "select count(*) as n from post where hidden_at is not null").await, 500);
        assert_eq!(number(app, "select count(*) as n from decision").await, 50);
        assert_eq!(number(app, "select count(*) as n from matter where closed_at is null").await, 0);
        assert_eq!(mails(app).iter().filter(|mail| mail.contains("Abbiamo nascosto")).count(), 50, "one statement an author");
        app.visitor().get("/").await.is(200).misses("Offerta").sees("Io parlo d’altro");
        app.visitor().get(&honest).await.is(200);

        // ---- one click back
        pina.post(&format!("{batch}/annullamento"), &[]).await.is(303);
        app.run_jobs().await;
        pina.get(&batch).await.is(200).sees("Rimessi al loro posto 500 di 500");
        assert_eq!(number(app, "select count(*) as n from post where hidden_at is not null").await, 0);
        assert_eq!(number(app, "select count(*) as n from post where held <> 0").await, 400, "what waited waits again");
        pina.get(view).await.is(200).sees("400 voci");
        app.visitor().get("/").await.is(200).sees("Offerta");
        pina.post(&format!("{batch}/annullamento"), &[]).await.is(404);
        app.run_jobs().await;
    }

    async fn the_figures_are_those_of_a_recount_and_are_new_at_once(app) {
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let pina = app.staff("pina", Role::Operator).await;
        let nobody = app.visitor();
        nobody.get("/moderazione").await.is(200).sees("Ancora niente");
        let mut reported = 0;
        for (n, (reason, action)) in [("offese", "nascondi"), ("offese", "niente"), ("pubblicita", "richiamo")].into_iter().enumerate() {
            let post = say(&ugo, &format!("Testo numero {n}")).await;
            report(&anna, &post, reason).await;
            reported += 1;
            nobody.get("/moderazione").await.is(200).sees("febbraio 2028");
            app.clock.advance(2 * HOUR);
            decide(&pina, &matter(app).await, action, "").await.is(303);
        }
        let csv = nobody.get("/moderazione.csv").await.is(200);
        let line = |what: &str, n: i64| format!("2028-02,{what},{n}\r\n");
        for (what, n) in [("Segnalazioni,offence", 2), ("Segnalazioni,spam", 1), ("Decisioni,hide", 1), ("Decisioni,dismiss", 1), ("Decisioni,warn", 1), ("Ricorsi,", 0)] {
            assert!(csv.text.contains(&line(what, n)), "{what}: {}", csv.text);
        }
        assert!(csv.text.contains(",2\r\n") && csv.text.contains("metà dei casi"), "{}", csv.text);
        assert_eq!(number(app, "select count(*) as n from report").await, reported);
        nobody.get("/moderazione").await.is(200).misses("Ugo").misses("Anna").misses("Pina");
        app.run_jobs().await;
        // A year after the decision nobody knows who reported; the count stays.
        app.clock.advance(366 * DAY);
        app.app.db.write(async |tx| kit::jobs::enqueue(tx, kit::jobs::NewJob::new("moderation.sweep", serde_json::json!({}))).await.map(drop)).await.unwrap();
        app.run_jobs().await;
        assert_eq!(number(app, "select count(*) as n from report where words <> '' or reporter_id is not null").await, 0);
        assert_eq!(number(app, "select count(*) as n from report").await, reported);
    }

    async fn a_community_is_closed_and_a_look_inside_a_secret_one_is_written_down(app) {
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let pina = app.staff("pina", Role::Operator).await;
        app.app.db.write(async |tx| {
            let now = tx.now();
            tx.run("insert into community (id, handle, handle_folded, name, name_key, purpose, rules, rules_html, kind, topic, place, created_by, created_at)
                    select 77, 'orti', 'orti', 'Orti segreti', 'orti', '', '', '', 'secret', '', '', id, $1 from person where handle = 'ugo'", args![now]).await?;
            tx.run("insert into community_member (community_id, person_id, role, state, words, created_at)
                    select 77, id, 'member', 'member', '', $1 from person where handle in ('anna', 'ugo')", args![now]).await?;
            Ok(())
        }).await.unwrap();
        let post = say(&ugo, "Detto tra noi").await;
        let n: i64 = id_of(&post).parse().unwrap();
        app.app.db.write(async |tx| { tx.run("update post set community_id = 77 where id = $1", args![n]).await?; tx.touch("square"); Ok(()) }).await.unwrap();
        app.visitor().get(&post).await.is(404);
        report(&anna, &post, "odio").await;
        pina.get(&matter(app).await).await.is(200).sees("Detto tra noi").sees("scritta nel registro").sees("Questa lettura resta");
        assert_eq!(number(app, "select count(*) as n from audit where act = 'moderation.read'").await, 1);
        pina.get("/comunita/orti/abuso").await.is(404);
        report(&anna, "/comunita/orti", "illegale").await;
        let matter = matter(app).await;
        let decision = decide(&pina, &matter, "chiudi", "").await.is(303).location();
        anna.get(&post).await.is(404);
        pina.post(&format!("{decision}/annullamento"), &[("motivo", "Era un’altra comunità.")]).await.is(303);
        anna.get(&post).await.is(200).sees("Detto tra noi");
        app.run_jobs().await;
    }

    async fn a_community_is_a_matter_of_whoever_keeps_it_now_and_not_of_who_founded_it(app) {
        let id_of = async |handle: &str| {
            let (id,): (i64,) = app.app.db.one("select id from person where handle = $1", args![handle]).await.unwrap();
            id.to_string()
        };
        app.new_person("anna", Tier::Verified).await;
        let anna = app.sign_in("anna").await;
        let (bruno, carla, zoe) = (app.staff("bruno", Role::Operator).await, app.person("carla").await, app.person("zoe").await);
        let (pina, dora) = (app.staff("pina", Role::Operator).await, app.staff("dora", Role::Operator).await);
        let form = [("nome", "Amici del mare"), ("nickname", "amici_mare"), ("scopo", "Per chi nuota tutto l’anno."), ("tipo", "open"), ("argomento", "sport"), ("luogo", ""), ("regole", "Gentilezza")];
        let place = anna.post("/comunita", &form).await.is(303).location();
        for (who, handle) in [(&bruno, "bruno"), (&carla, "carla")] {
            who.post(&format!("{place}/iscrizione"), &[]).await.is(303);
            anna.post(&format!("{place}/persone/{}/ruolo", id_of(handle).await), &[("ruolo", "moderator")]).await.is(303);
        }
        anna.post(&format!("{place}/uscita"), &[]).await.is(303);
        app.run_jobs().await;

        // ---- who keeps it does not report it; who founded it is one among others
        bruno.get(&format!("{place}/abuso")).await.is(404);
        carla.post(&format!("{place}/abuso"), &[("motivo", "offese"), ("parole", "")]).await.is(404);
        anna.get(&format!("{place}/abuso")).await.is(200);
        report(&zoe, &place, "offese").await;
        let matter = matter(app).await;
        pina.get(&matter).await.is(200).sees("Bruno Prova").sees("Carla Prova").sees("Gentilezza").misses("Anna Prova");
        bruno.get(&matter).await.is(200).misses("Parole di chi segnala");
        bruno.post(&format!("{matter}/presa-in-carico"), &[]).await.is(422);
        decide(&bruno, &matter, "chiudi", "").await.is(422);
        let before = mails(app).len();
        let decision = decide(&pina, &matter, "chiudi", "").await.is(303).location();
        app.run_jobs().await;
        let letters = mails(app).split_off(before);
        let told = |who: &str| letters.iter().filter(|mail| mail.contains(who) && mail.contains("/io/decisioni/")).count();
        assert_eq!((told("bruno@example.org"), told("carla@example.org"), told("anna@example.org")), (1, 1, 0), "{letters:?}");
        assert_eq!(number(app, "select count(*) as n from notice where kind = 'moderation'").await, 2);

        // ---- any of them appeals, once; none of them decides
        let statement = format!("/io/decisioni/{}", decision.rsplit('/').next().unwrap());
        anna.get(&statement).await.is(404);
        anna.post(&format!("{statement}/ricorso"), &[("testo", "L’ho fondata io, riapritela.")]).await.is(404);
        for who in [&bruno, &carla] {
            who.get(&statement).await.is(200).sees("Amici del mare");
            who.get("/io/decisioni").await.is(200).sees(&statement);
        }
        carla.post(&format!("{statement}/ricorso"), &[("testo", "Qui si nuota e basta, guardate bene.")]).await.is(303);
        bruno.post(&format!("{statement}/ricorso"), &[("testo", "Lo dico anche io, e lo ripeto.")]).await.is(422);
        let appeal = format!("/segreteria/moderazione/ricorsi/{}", number(app, "select id as n from appeal").await);
        let verdict = [("esito", "accolto"), ("testo", "Si nuota e basta, è vero.")];
        bruno.get(&appeal).await.is(200).sees("Tocca a un’altra persona");
        bruno.post(&format!("{appeal}/decisione"), &verdict).await.is(422);
        bruno.post(&format!("{decision}/annullamento"), &[("motivo", "È la mia.")]).await.is(422);
        let before = mails(app).len();
        dora.post(&format!("{appeal}/decisione"), &verdict).await.is(303);
        app.run_jobs().await;
        let letters = mails(app).split_off(before);
        for who in ["bruno@example.org", "carla@example.org"] {
            assert_eq!(letters.iter().filter(|mail| mail.contains(who) && mail.contains("Si nuota e basta")).count(), 1, "{letters:?}");
        }
        app.visitor().get(&place).await.is(200).sees("Amici del mare");
    }
}
