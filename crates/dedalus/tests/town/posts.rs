//! Posts in full: likes, bookmarks, shares, names and subjects, who may answer, polls, drafts, warnings, threads.

use dedalus::identity::{PersonId, Tier};
use kit::args;

use crate::square::{announce, comment, say};
use crate::support::{Seen, TestApp, Visitor};
use crate::town_tests;

/// Publishes in one's own name with further fields; what came back.
pub async fn tell(visitor: &Visitor<'_>, text: &str, more: &[(&str, &str)]) -> Seen {
    let key = visitor.get("/post/nuovo").await.is(200).field("chiave");
    let mut sent = vec![("testo", "", "", text.as_bytes()), ("chiave", "", "", key.as_bytes()), ("azione", "", "", &b"pubblica"[..])];
    sent.extend(more.iter().map(|(name, value)| (*name, "", "", value.as_bytes())));
    visitor.post_files("/post", &sent).await
}

pub async fn number(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

pub async fn write(app: &TestApp, sql: &'static str, args: Vec<kit::db::Value>) {
    app.app
        .db
        .write(async |tx| {
            tx.run(sql, args).await?;
            tx.touch("square");
            Ok(())
        })
        .await
        .unwrap();
}

pub async fn person(app: &TestApp, handle: &str) -> PersonId {
    let (id,): (PersonId,) = app.app.db.one("select id from person_card where handle = $1", args![handle]).await.unwrap();
    id
}

async fn blocks(app: &TestApp, one: &str, other: &str) {
    let (one, other) = (person(app, one).await, person(app, other).await);
    write(app, "insert into person_block (person_id, other_id, kind, created_at) values ($1, $2, 'block', 1)", args![one, other]).await;
}

/// The number of the newest comment.
async fn newest(app: &TestApp) -> i64 {
    number(app, "select max(id) as n from post where parent_id is not null").await
}

fn post_id(path: &str) -> i64 {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

town_tests! {
    async fn a_like_counts_once_however_often_it_is_pressed_and_can_be_taken_back(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let post = say(&anna, "Tramonto sul molo").await;
        let like = format!("{post}/apprezzamento");
        app.visitor().post(&like, &[]).await.is(401);
        let (one, two, three) = tokio::join!(bruno.post(&like, &[]), bruno.post(&like, &[]), anna.post(&like, &[]));
        for seen in [one, two, three] {
            assert_eq!(seen.is(303).location(), post);
        }
        app.visitor().get(&post).await.is(200).sees("Piace a 2 persone");
        app.visitor().get("/persone/anna").await.is(200);
        app.visitor().get(&format!("{post}/apprezzamenti")).await.is(200).sees("Bruno Prova").sees("Anna Prova");
        let back = format!("{like}/ritiro");
        let (one, two) = tokio::join!(bruno.post(&back, &[]), bruno.post(&back, &[]));
        one.is(303);
        two.is(303);
        app.visitor().get(&post).await.is(200).sees("Piace a una persona");
        assert_eq!(number(app, "select count(*) as n from event where kind = 'post.liked'").await, 2);
        app.run_jobs().await;
    }

    async fn a_script_gets_the_buttons_alone_and_nobody_is_led_elsewhere(app) {
        let anna = app.person("anna").await;
        let post = say(&anna, "Ciao").await;
        let request = anna.request(http::Method::POST, &format!("{post}/apprezzamento")).header("origin", "http://town.test").header("x-parte", "1").header("content-type", "application/x-www-form-urlencoded");
        let part = anna.send(request.body(axum::body::Body::from(format!("torna={post}"))).unwrap()).await.is(200);
        assert!(part.text.starts_with("<div class=\"ded-tools ded-acts\"") && part.text.contains("aria-pressed=\"true\""), "{}", part.text);
        assert_eq!(anna.post(&format!("{post}/segnalibro"), &[("torna", "//evil.example")]).await.is(303).location(), "/");
        app.run_jobs().await;
    }

    async fn who_likes_is_shown_to_those_who_may_see_them(app) {
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        let post = say(&anna, "Chi viene?").await;
        for fan in [&bruno, &carla] {
            fan.post(&format!("{post}/apprezzamento"), &[]).await.is(303);
        }
        let list = format!("{post}/apprezzamenti");
        write(app, "update person set private = 1 where handle = 'carla'", args![]).await;
        app.visitor().get(&list).await.is(200).sees("Bruno Prova").misses("Carla Prova");
        carla.get(&list).await.is(200).sees("Carla Prova");
        let (me, her) = (person(app, "anna").await, person(app, "carla").await);
        write(app, "insert into follow (person_id, kind, source_id, state, created_at) values ($1, 'person', $2, 'accepted', 1)", args![me, her]).await;
        anna.get(&list).await.is(200).sees("Carla Prova");
        blocks(app, "bruno", "anna").await;
        anna.get(&list).await.is(200).misses("Bruno Prova");
        // What may not be read cannot be liked, and its list is not there.
        blocks(app, "anna", "carla").await;
        carla.get(&list).await.is(404);
        carla.post(&format!("{post}/segnalibro"), &[]).await.is(404);
        app.run_jobs().await;
    }

    async fn bookmarks_are_found_again_by_their_owner_alone(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        anna.get("/io/segnalibri").await.is(200).sees("Non hai ancora salvato nulla");
        let mut posts = Vec::new();
        for n in 0..22 {
            posts.push(say(&bruno, &format!("Ricetta numero {n} con 100% semola")).await);
            app.clock.advance(kit::clock::SECOND);
            anna.post(&format!("{}/segnalibro", posts[n]), &[]).await.is(303);
        }
        let first = anna.get("/io/segnalibri").await.is(200).sees("Ricetta numero 21").sees("Ricetta numero 2 ").misses("Ricetta numero 1 ");
        let more = first.text.split("/io/segnalibri?q=&#38;prima=").nth(1).unwrap().split('"').next().unwrap().to_owned();
        anna.get(&format!("/io/segnalibri?q=&prima={more}")).await.is(200).sees("Ricetta numero 1 ").misses("Ricetta numero 2 ");
        anna.get("/io/segnalibri?q=NUMERO+7").await.is(200).sees("Ricetta numero 7").misses("Ricetta numero 8");
        anna.get("/io/segnalibri?q=100%25+s").await.is(200).sees("Ricetta numero 21");
        anna.get("/io/segnalibri?q=1%25").await.is(200).sees("Niente con queste parole");
        bruno.get("/io/segnalibri").await.is(200).misses("Ricetta");
        bruno.post(&format!("{}/cancellazione", posts[21]), &[]).await.is(303);
        anna.get("/io/segnalibri").await.is(200).misses("Ricetta numero 21");
        anna.post(&format!("{}/segnalibro/ritiro", posts[20]), &[]).await.is(303);
        anna.get("/io/segnalibri").await.is(200).misses("Ricetta numero 20");
        app.run_jobs().await;
    }

    async fn only_what_everybody_reads_is_shared_and_a_share_comes_back_with_its_post(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let post = say(&anna, "Cercasi volontari").await;
        let share = format!("{post}/condivisione");
        bruno.post(&share, &[]).await.is(303);
        bruno.post(&share, &[]).await.is(303);
        let shared = "select count(*) as n from post_source where kind = 'person' and by_id = source_id";
        assert_eq!(number(app, shared).await, 1);
        assert_eq!(number(app, "select share_count as n from post").await, 1);
        anna.post(&format!("{post}/cancellazione"), &[]).await.is(303);
        assert_eq!(number(app, shared).await, 0);
        anna.post(&format!("{post}/ripristino"), &[]).await.is(303);
        assert_eq!(number(app, shared).await, 1);
        bruno.post(&format!("{share}/ritiro"), &[]).await.is(303);
        assert_eq!((number(app, shared).await, number(app, "select share_count as n from post").await), (0, 0));
        write(app, "update person set private = 1 where handle = 'anna'", args![]).await;
        let (me, her) = (person(app, "bruno").await, person(app, "anna").await);
        write(app, "insert into follow (person_id, kind, source_id, state, created_at) values ($1, 'person', $2, 'accepted', 1)", args![me, her]).await;
        bruno.get(&post).await.is(200);
        bruno.post(&share, &[]).await.is(409).sees("solo ciò che tutti possono leggere");
        app.run_jobs().await;
    }

    async fn names_and_subjects_in_a_text_become_links_and_follow_its_changes(app) {
        let elena = app.editor("elena", &["biblioteca"]).await;
        let anna = app.person("anna").await;
        let post = say(&anna, "Con @Elena e @biblioteca, non `@elena`: #Carnevale #perché. @nessuno").await;
        let page = app.visitor().get(&post).await.is(200);
        for link in ["href=\"/persone/elena\"", "href=\"/pagine/biblioteca\"", "href=\"/argomenti/carnevale\"", "href=\"/argomenti/perche\""] {
            assert_eq!(page.text.matches(link).count(), 1, "{link}\n{}", page.plain());
        }
        assert!(!page.text.contains("/persone/nessuno"));
        assert_eq!(number(app, "select count(*) as n from mention").await, 2);
        app.visitor().get("/argomenti").await.is(200).sees("#Carnevale");
        app.visitor().get("/argomenti/PERCHÉ").await.is(200).sees("Con @Elena");
        for (feed, kind) in [("rss", "application/rss+xml"), ("atom", "application/atom+xml"), ("json", "application/feed+json")] {
            let seen = app.visitor().get(&format!("/argomenti/carnevale/feed.{feed}")).await.is(200).sees("Con @Elena");
            assert!(seen.header("content-type").starts_with(kind));
        }
        let form = anna.get(&format!("{post}/modifica")).await.is(200);
        let (key, version) = (form.field("chiave"), form.field("versione"));
        let sent = [("testo", "", "", &b"Adesso #mare"[..]), ("risposte", "", "", b"tutti"), ("chiave", "", "", key.as_bytes()), ("versione", "", "", version.as_bytes()), ("azione", "", "", b"pubblica")];
        anna.post_files(&format!("{post}/modifica"), &sent).await.is(303);
        app.visitor().get("/argomenti/carnevale").await.is(200).misses("Adesso").sees("Qui non c’è ancora nulla");
        app.visitor().get("/argomenti/mare").await.is(200).sees("Adesso");
        assert_eq!(number(app, "select count(*) as n from mention").await, 0);
        anna.post(&format!("{post}/cancellazione"), &[]).await.is(303);
        app.visitor().get("/argomenti/mare").await.is(200).misses("Adesso");
        app.visitor().get("/argomenti").await.is(200).misses("argomenti/mare");
        anna.post(&format!("{post}/ripristino"), &[]).await.is(303);
        app.visitor().get("/argomenti/mare").await.is(200).sees("Adesso");
        // A subject of which one may read nothing is like one that nobody used.
        write(app, "update post set hidden_at = 1 where parent_id is null", args![]).await;
        let (hidden, unused) = (app.visitor().get("/argomenti/mare").await.is(200), app.visitor().get("/argomenti/nulla").await.is(200));
        assert_eq!(hidden.plain().replace("mare", "nulla"), unused.plain());
        drop(elena);
        app.run_jobs().await;
    }

    async fn somebody_who_is_blocked_calls_nobody(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        blocks(app, "bruno", "anna").await;
        say(&anna, "Ciao @bruno").await;
        assert_eq!(number(app, "select count(*) as n from mention").await, 0);
        drop(bruno);
        app.run_jobs().await;
    }

    async fn each_rule_of_answering_is_kept(app) {
        let anna = app.person("anna").await;
        let bruno = app.person("bruno").await;
        app.new_person("vera", Tier::Verified).await;
        let vera = app.sign_in("vera").await;
        let post = tell(&anna, "Solo verificati", &[("risposte", "verificati")]).await.is(303).location();
        bruno.get(&post).await.is(200).sees("Qui commenta chi ha un’identità verificata").misses("Il tuo commento");
        bruno.post(&format!("{post}/commenti"), &[("testo", "provo lo stesso"), ("chiave", "k1")]).await.is(422).sees("solo chi ha un’identità verificata").sees("provo lo stesso");
        comment(&vera, &post, "Sono verificata").await.is(303);
        comment(&anna, &post, "E io l’ho scritto").await.is(303);
        let post = tell(&anna, "Solo comunità", &[("risposte", "comunita")]).await.is(303).location();
        vera.post(&format!("{post}/commenti"), &[("testo", "provo"), ("chiave", "k2")]).await.is(422).sees("fa parte della comunità");
        app.run_jobs().await;
    }

    async fn a_comment_that_waits_is_its_authors_alone_until_it_is_approved(app) {
        let (anna, bruno, carla) = (app.person("anna").await, app.person("bruno").await, app.person("carla").await);
        let post = tell(&anna, "Prima leggo io", &[("risposte", "approvazione")]).await.is(303).location();
        bruno.get(&post).await.is(200).sees("comparirà dopo l’approvazione");
        comment(&bruno, &post, "Primo di Bruno").await.is(303);
        bruno.get(&post).await.is(200).sees("Primo di Bruno").sees("Per ora lo vedi solo tu");
        let first = newest(app).await;
        comment(&bruno, &post, "Secondo di Bruno").await.is(303);
        let second = newest(app).await;
        comment(&bruno, &post, "Terzo di Bruno").await.is(303);
        for reader in [&carla, &anna] {
            reader.get(&post).await.is(200).misses("di Bruno").sees("Ancora nessun commento");
        }
        app.visitor().get("/cerca?q=Bruno").await.is(200).misses("Primo di");
        app.visitor().get("/conversazioni").await.is(200).misses("di Bruno");
        anna.get(&post).await.sees("3 commenti aspettano la tua approvazione");
        let desk = format!("{post}/da-approvare");
        for stranger in [&bruno, &carla] {
            stranger.get(&desk).await.is(404);
            stranger.post(&format!("{desk}/approvazione"), &[]).await.is(404);
        }
        anna.get(&desk).await.is(200).sees("Primo di Bruno").sees("Terzo di Bruno");
        // Nobody answers what waits, and approving twice counts once.
        carla.post(&format!("{post}/commenti"), &[("testo", "x"), ("chiave", "k"), ("risponde", &first.to_string())]).await.is(422);
        let approve = format!("{desk}/approvazione");
        let which = first.to_string();
        let form = [("commento", which.as_str())];
        let (one, two) = tokio::join!(anna.post(&approve, &form), anna.post(&approve, &form));
        one.is(303);
        two.is(303);
        carla.get(&post).await.is(200).sees("Primo di Bruno").sees("Un commento").misses("Secondo di Bruno");
        anna.post(&format!("{desk}/rifiuto"), &[("commento", &second.to_string())]).await.is(303);
        bruno.get(&post).await.is(200).sees("Il tuo commento non è stato approvato").misses("Secondo di Bruno");
        carla.get(&post).await.is(200).misses("non è stato approvato");
        anna.post(&approve, &[]).await.is(303);
        carla.get(&post).await.is(200).sees("Terzo di Bruno").sees("2 commenti");
        anna.get(&desk).await.is(200).sees("Nessun commento aspetta");
        assert_eq!(number(app, "select count(*) as n from event where kind = 'comment.held'").await, 3);
        assert_eq!(number(app, "select count(*) as n from event where kind = 'comment.approved'").await, 2);
        app.run_jobs().await;
    }

    async fn a_page_approves_through_its_editors_and_the_audit_knows(app) {
        let elena = app.editor("elena", &["comune"]).await;
        let bruno = app.person("bruno").await;
        let post = announce(&elena, "comune", "Che ne dite?", "Scriveteci.").await;
        write(app, "update post set replies = 'approval'", args![]).await;
        comment(&bruno, &post, "Dico la mia").await.is(303);
        elena.post(&format!("{post}/da-approvare/approvazione"), &[]).await.is(303);
        app.visitor().get(&post).await.is(200).sees("Dico la mia");
        assert_eq!(number(app, "select count(*) as n from audit where act = 'comment.approved' and actor_name = 'Elena Prova'").await, 1);
        app.run_jobs().await;
    }

    async fn behind_a_warning_nothing_is_told_in_lists_feeds_and_searches(app) {
        let elena = app.editor("elena", &["comune"]).await;
        let anna = app.person("anna").await;
        let post = tell(&anna, "Il finale segretissimo #film", &[("avviso", "Svela un finale"), ("lingua-post", "scn")]).await.is(303).location();
        let page = app.visitor().get(&post).await.is(200).sees("Svela un finale").sees("Il finale segretissimo");
        assert!(page.text.contains("<details class=\"ded-warned\">") && page.text.contains("lang=\"scn\""));
        assert!(!page.text.split("<body").next().unwrap().contains("segretissimo"), "neither title nor description tell it");
        let list = app.visitor().get("/argomenti/film").await.is(200).sees("Svela un finale");
        assert!(list.text.split("<details").nth(1).is_some());
        for path in ["/argomenti/film/feed.rss", "/argomenti/film/feed.json", "/persone/anna", "/cerca?q=finale"] {
            app.visitor().get(path).await.is(200).misses("segretissimo");
        }
        tell(&anna, "x", &[("avviso", &"a".repeat(121))]).await.is(422).sees("al massimo 120 caratteri");
        drop(elena);
        app.run_jobs().await;
    }

    async fn people_vote_once_until_the_end_and_nobody_sees_what(app) {
        let anna = app.person("anna").await;
        let fields = [("scelta1", "Il drago"), ("scelta2", "La barca"), ("scelta4", "Il forno"), ("scelta-fino", "2028-02-25")];
        let post = tell(&anna, "Quale carro?", &fields).await.is(303).location();
        app.visitor().get(&post).await.is(200).sees("Il drago").sees("Accedi per votare").misses("&nbsp;%");
        let vote = format!("{post}/voto");
        app.visitor().post(&vote, &[("scelta", "0")]).await.is(401);
        anna.post(&vote, &[]).await.is(422).sees("Scegli una risposta");
        anna.post(&vote, &[("scelta", "0"), ("scelta", "1")]).await.is(422);
        anna.post(&vote, &[("scelta", "9")]).await.is(422);
        let form = [("scelta", "0")];
        let (one, two) = tokio::join!(anna.post(&vote, &form), anna.post(&vote, &form));
        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        for (name, choice) in [("bruno", "0"), ("carla", "2")] {
            app.person(name).await.post(&vote, &[("scelta", choice)]).await.is(303);
        }
        anna.get(&post).await.is(200).sees("67&nbsp;%").sees("la tua scelta").sees("Hanno votato 3 persone").misses("Bruno Prova");
        app.visitor().get(&post).await.is(200).misses("67&nbsp;%");
        app.clock.advance(2 * kit::clock::DAY);
        app.visitor().get(&post).await.is(200).sees("Sondaggio concluso").sees("67&nbsp;%");
        let dora = app.person("dora").await;
        dora.post(&vote, &[("scelta", "0")]).await.is(409).sees("concluso");
        assert_eq!(number(app, "select cast(sum(vote_count) as bigint) as n from poll_option").await, 3);
        app.run_jobs().await;
    }

    async fn a_poll_that_cannot_be_comes_back_with_what_was_typed(app) {
        let anna = app.person("anna").await;
        tell(&anna, "Quale?", &[("scelta1", "Sola")]).await.is(422).sees("Servono almeno 2 risposte").sees("Quale?");
        tell(&anna, "Quale?", &[("scelta1", "Sì"), ("scelta2", "si")]).await.is(422).sees("Due risposte sono uguali");
        let back = tell(&anna, "Quale?", &[("scelta1", "Sì"), ("scelta2", "No"), ("scelta-fino", "2028-02-20")]).await.is(422);
        assert_eq!(back.field("scelta1"), "Sì");
        let multiple = [("scelta1", "A"), ("scelta2", "B"), ("scelta-multipla", "si")];
        let post = tell(&anna, "Quali?", &multiple).await.is(303).location();
        anna.post(&format!("{post}/voto"), &[("scelta", "0"), ("scelta", "1")]).await.is(303);
        let seen = anna.get(&post).await.is(200);
        assert_eq!(seen.text.matches("100&nbsp;%").count(), 2);
        app.run_jobs().await;
    }

    async fn what_is_not_sent_waits_for_its_author(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        assert_eq!(anna.post("/bozze", &[("testo", "Un pensiero a metà"), ("avviso", "Lungo")]).await.is(303).location(), "/post/nuovo");
        anna.get("/post/nuovo").await.is(200).sees("Hai una bozza").misses("Un pensiero a metà</textarea>");
        let form = anna.get("/post/nuovo?bozza=riprendi").await.is(200).sees("Un pensiero a metà</textarea>");
        assert_eq!(form.field("avviso"), "Lungo");
        bruno.get("/post/nuovo?bozza=riprendi").await.is(200).misses("Un pensiero");
        let post = say(&anna, "Un pensiero intero").await;
        anna.get("/post/nuovo").await.is(200).sees("Hai una bozza");
        anna.post("/bozze/scarto", &[]).await.is(303);
        anna.get("/post/nuovo").await.is(200).misses("Hai una bozza");
        // One for each post one is about to comment on; a form without words is none.
        let below = post_id(&post).to_string();
        anna.post("/bozze", &[("testo", "Aggiungo che"), ("luogo", &below)]).await.is(303);
        anna.get(&post).await.is(200).sees("Hai una bozza");
        anna.get(&format!("{post}?bozza=riprendi")).await.is(200).sees("Aggiungo che</textarea>");
        anna.post("/bozze/scarto", &[("luogo", &below)]).await.is(303);
        anna.get(&post).await.is(200).misses("Hai una bozza");
        anna.post("/bozze", &[("testo", "  "), ("luogo", &below), ("voce", "io")]).await.is(303);
        assert_eq!(number(app, "select count(*) as n from draft").await, 0);
        bruno.post("/bozze", &[("testo", "x"), ("luogo", "7")]).await.is(404);
        anna.post("/bozze", &[("testo", &"è".repeat(60_000))]).await.is(413);
        app.run_jobs().await;
    }

    async fn a_draft_ends_when_its_own_form_is_sent_and_no_other_takes_its_place(app) {
        let anna = app.person("anna").await;
        let drafts = "select count(*) as n from draft";
        let first = anna.get("/post/nuovo").await.is(200).field("chiave");
        anna.post("/bozze", &[("testo", "La lettera lunga"), ("chiave", &first)]).await.is(303);
        anna.post("/bozze", &[("testo", "La lettera più lunga"), ("chiave", &first)]).await.is(303);
        assert_eq!(number(app, drafts).await, 1);
        // Something else is published meanwhile, and begun beside it: both texts stay.
        let post = say(&anna, "Due parole").await;
        let second = anna.get("/post/nuovo").await.is(200).sees("La lettera più lunga").sees("data-bozza").field("chiave");
        anna.post("/bozze", &[("testo", "Un biglietto"), ("chiave", &second)]).await.is(303);
        assert_eq!(number(app, drafts).await, 2);
        anna.get("/post/nuovo").await.is(200).sees("La lettera più lunga").sees("Un biglietto");
        // Going on with one of them and publishing it ends that one, and what its form keeps a moment too late is not kept.
        let form = anna.get("/post/nuovo?bozza=0").await.is(200).sees("La lettera più lunga</textarea>").sees("Un biglietto");
        assert_eq!(form.field("chiave"), first);
        let sent = [("voce", "", "", &b"io"[..]), ("testo", "", "", b"Finita"), ("chiave", "", "", first.as_bytes()), ("azione", "", "", b"pubblica")];
        anna.post_files("/post", &sent).await.is(303);
        anna.post("/bozze", &[("testo", "La lettera più lunga"), ("chiave", &first)]).await.is(303);
        anna.get("/post/nuovo").await.is(200).misses("La lettera più lunga").sees("Un biglietto");
        anna.post("/bozze/scarto", &[]).await.is(303);
        // The same below a post; what was to answer a comment goes on below it.
        comment(&anna, &post, "Primo").await.is(303);
        let (below, old) = (post_id(&post).to_string(), newest(app).await.to_string());
        anna.post("/bozze", &[("testo", "Rispondo con calma"), ("luogo", &below), ("risponde", &old), ("chiave", "bozza-sotto-uno")]).await.is(303);
        anna.post("/bozze", &[("testo", "Anzi, subito"), ("luogo", &below), ("chiave", "bozza-sotto-due")]).await.is(303);
        comment(&anna, &post, "Secondo").await.is(303);
        anna.get(&post).await.is(200).sees("Anzi, subito").sees(&format!("{post}?rispondi={old}&bozza={below}#scrivi"));
        assert_eq!(anna.get(&format!("{post}?rispondi={old}&bozza={below}")).await.is(200).sees("Rispondo con calma</textarea>").field("risponde"), old);
        anna.post(&format!("{post}/commenti"), &[("testo", "Con calma"), ("risponde", &old), ("chiave", "bozza-sotto-uno")]).await.is(303);
        anna.get(&post).await.is(200).misses("Rispondo con calma").sees("Anzi, subito");
        assert_eq!(number(app, drafts).await, 1);
        // However many are begun, so many wait and no more.
        for n in 0..12 {
            anna.post("/bozze", &[("testo", "Ancora una"), ("chiave", &format!("bozza-tante-{n}"))]).await.is(303);
        }
        assert_eq!(number(app, drafts).await, 11);
        app.run_jobs().await;
    }

    async fn a_quoted_post_is_a_card_for_those_who_may_read_it(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let first = say(&anna, "La prima notizia").await;
        let id = post_id(&first).to_string();
        bruno.get(&format!("/post/nuovo?cita={id}")).await.is(200).sees("La prima notizia");
        let post = tell(&bruno, "Guardate qui", &[("cita", &id)]).await.is(303).location();
        app.visitor().get(&post).await.is(200).sees("Messaggio citato").sees("La prima notizia");
        anna.post(&format!("{first}/cancellazione"), &[]).await.is(303);
        app.visitor().get(&post).await.is(200).misses("La prima notizia").misses("Messaggio citato").sees("Guardate qui");
        tell(&bruno, "Ancora", &[("cita", &id)]).await.is(422).sees("non c’è più");
        app.run_jobs().await;
    }

    async fn a_thread_is_sorted_quoted_folded_and_goes_on(app) {
        let (anna, bruno) = (app.person("anna").await, app.person("bruno").await);
        let post = say(&anna, "Parliamone").await;
        comment(&bruno, &post, "Parola vecchia").await.is(303);
        let old = newest(app).await;
        comment(&bruno, &post, &format!("Parola lunga {}", "x ".repeat(700))).await.is(303);
        let long = newest(app).await;
        anna.post(&format!("/post/{long}/apprezzamento"), &[]).await.is(303);
        let before = |seen: &Seen, one: i64, other: i64| seen.text.find(&format!("id=\"c{one}\"")).unwrap() < seen.text.find(&format!("id=\"c{other}\"")).unwrap();
        let oldest = app.visitor().get(&post).await.is(200);
        assert!(before(&oldest, old, long) && oldest.text.contains("<details class=\"ded-long\""));
        for order in ["nuovi", "apprezzati"] {
            assert!(before(&app.visitor().get(&format!("{post}?ordine={order}")).await.is(200), long, old), "{order}");
        }
        anna.get(&format!("{post}?rispondi={old}&cita=1")).await.is(200).sees("> Parola vecchia");
        anna.get(&format!("{post}?cita=1")).await.is(200).sees("> Parliamone");
        // Fifteen answers to one comment: twelve stand here, and each has an address at which it is seen.
        for n in 0..15 {
            let key = format!("risposta{n}");
            bruno.post(&format!("{post}/commenti"), &[("testo", &format!("Risposta numero {n}.")), ("chiave", &key), ("risponde", &old.to_string())]).await.is(303);
        }
        let last = newest(app).await;
        app.visitor().get(&post).await.is(200).sees("Risposta numero 11.").misses("Risposta numero 12.").sees("Continua la conversazione");
        let place = app.visitor().get(&format!("/post/{last}")).await.is(303).location();
        assert_eq!(place, format!("{post}?ramo={old}"));
        app.visitor().get(&place).await.is(200).sees("Risposta numero 14.").misses("Parola lunga");
        app.run_jobs().await;
    }

    async fn comments_count_right_however_many_come_and_go_at_once(app) {
        let anna = app.person("anna").await;
        let post = say(&anna, "Tutti insieme").await;
        let path = format!("{post}/commenti");
        let send = async |n: usize| {
            let (key, text) = (format!("insieme{n}"), format!("Voce {n}"));
            anna.post(&path, &[("testo", text.as_str()), ("chiave", key.as_str())]).await.is(303);
        };
        futures_util::future::join_all((0..20).map(send)).await;
        let rows: Vec<(i64,)> = app.app.db.all("select id from post where parent_id is not null order by id limit 8", vec![]).await.unwrap();
        let who = &anna;
        let ends = rows.iter().map(|(id,)| async move { let path = format!("/post/{id}/cancellazione"); who.post(&path, &[]).await; who.post(&path, &[]).await; });
        tokio::join!(futures_util::future::join_all(ends), futures_util::future::join_all((20..26).map(send)));
        assert_eq!(number(app, "select comment_count as n from post where parent_id is null").await, 18);
        assert_eq!(number(app, "select count(*) as n from post where parent_id is not null and deleted_at is null").await, 18);
        app.run_jobs().await;
    }
}
