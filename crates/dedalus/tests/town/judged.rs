//! What moderation judges it sees whole, and nobody else sees any more of it than before.

use dedalus::identity::Role;
use kit::args;

use crate::pictures::jpeg;
use crate::recordings::{Part, file_of, press, upload};
use crate::support::{TestApp, Visitor};
use crate::town_tests;

/// Publishes with a picture and whatever else; the post's path.
async fn publish(who: &Visitor<'_>, key: &str, more: &[Part<'_>]) -> String {
    let photo = jpeg(900, 600);
    let mut first: Vec<Part<'_>> = vec![("chiave", "", key.as_bytes())];
    first.extend(more);
    let mut second = first.clone();
    first.push(("immagini", "foto.jpg", &photo));
    let picture = press(who, "/post", "pubblica", &first).await.is(422).field("immagine");
    let alt = format!("alt-{picture}");
    second.extend([("immagine", "", picture.as_bytes()), (alt.as_str(), "", &b"Una targa sul muro"[..])]);
    press(who, "/post", "pubblica", &second).await.is(303).location()
}

fn number(path: &str) -> i64 {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

async fn picture_of(app: &TestApp, post: &str) -> String {
    let sql = "select s.file from picture_size s join picture i on i.id = s.picture_id where i.post_id = $1 and s.name = 'medium'";
    let (file,): (String,) = app.app.db.one(sql, args![number(post)]).await.unwrap();
    format!("/media/{file}")
}

/// The newest open matter.
async fn matter(app: &TestApp) -> String {
    let (n,): (i64,) = app.app.db.one("select max(id) as n from matter where closed_at is null", vec![]).await.unwrap();
    format!("/segreteria/moderazione/{n}")
}

town_tests! {
    async fn a_held_post_is_judged_with_everything_that_goes_with_it(app) {
        let (root, ugo, anna) = (app.staff("root", Role::Manager).await, app.person("ugo").await, app.person("anna").await);
        let (pina, sara) = (app.staff("pina", Role::Operator).await, app.staff("sara", Role::System).await);
        root.post("/segreteria/regole-di-moderazione/frasi", &[("frase", "guardate"), ("effetto", "trattieni"), ("avviso", "")]).await.is(303);
        let sound = upload(&ugo, "sound.mp3").await;
        let more: &[Part<'_>] = &[
            ("registrazione", "", sound.as_bytes()), ("registrazione-titolo", "", b"Una nota sola"), ("registrazione-trascrizione", "", b"Si sente un la."),
            ("avviso", "", b"Rumori forti"), ("scelta1", "", b"Prima risposta"), ("scelta2", "", b"Seconda risposta"),
        ];
        let post = publish(&ugo, "chiave-di-ugo-1", more).await;
        app.app.db.write(async |tx| tx.run(
            "insert into caption (id, owner_id, recording_id, language, words, created_at) select 9, owner_id, id, 'it', 'WEBVTT', 1 from recording where post_id = $1",
            args![number(&post)],
        ).await.map(drop).map_err(Into::into)).await.unwrap();
        let files = [picture_of(app, &post).await, file_of(app, &sound).await, "/sottotitoli/9".to_owned()];
        for file in &files {
            assert_eq!(pina.get(file).await.is(200).header("cache-control"), "private, no-store", "{file}");
            for who in [&app.visitor(), &anna, &sara] {
                who.get(file).await.is(404);
            }
        }
        let seen = pina.get(&matter(app).await).await.is(200).sees("Rumori forti").sees("Prima risposta").sees("Si sente un la.").sees("Una targa sul muro");
        assert!(seen.text.contains("<audio") && seen.text.contains(&files[0]) && !seen.text.contains("Vedi dov’è"), "no link to what is not found");
        sara.get(&matter(app).await).await.is(403);

        // ---- who decides the appeal reads no less
        let form = [("azione", "nascondi"), ("regola", "offese"), ("fatti", "Nella foto si legge un nome."), ("durata", "")];
        pina.post(&format!("{}/decisione", matter(app).await), &form).await.is(303);
        let statement = ugo.get(&format!("{post}/decisione")).await.is(303).location();
        ugo.post(&format!("{statement}/ricorso"), &[("testo", "È la targa di una via, non di una persona.")]).await.is(303);
        let (n,): (i64,) = app.app.db.one("select id as n from appeal", vec![]).await.unwrap();
        let seen = root.get(&format!("/segreteria/moderazione/ricorsi/{n}")).await.is(200).sees("Rumori forti").sees("Si sente un la.").sees("Seconda risposta");
        assert!(seen.text.contains("<audio") && seen.text.contains(&files[0]));
        root.get(&files[0]).await.is(200);
        anna.get(&files[0]).await.is(404);
        app.run_jobs().await;
    }

    async fn in_a_secret_community_moderation_sees_what_was_reported_and_nothing_else(app) {
        let (anna, ugo, pina) = (app.person("anna").await, app.person("ugo").await, app.staff("pina", Role::Operator).await);
        let (reported, other) = (publish(&ugo, "chiave-di-ugo-2", &[]).await, publish(&ugo, "chiave-di-ugo-3", &[]).await);
        let posts = [number(&reported), number(&other)];
        app.app.db.write(async |tx| {
            let now = tx.now();
            tx.run("insert into community (id, handle, handle_folded, name, name_key, purpose, rules, rules_html, kind, topic, place, created_by, created_at)
                    select 78, 'serre', 'serre', 'Serre segrete', 'serre', '', '', '', 'secret', '', '', id, $1 from person where handle = 'ugo'", args![now]).await?;
            tx.run("insert into community_member (community_id, person_id, role, state, words, created_at)
                    select 78, id, 'member', 'member', '', $1 from person where handle in ('anna', 'ugo')", args![now]).await?;
            for post in posts {
                tx.run("update post set community_id = 78 where id = $1", args![post]).await?;
            }
            // The two have the same bytes: each needs a file of its own.
            tx.run("update picture_size set file = $2 where picture_id in (select id from picture where post_id = $1)", args![posts[1], "f".repeat(64)]).await?;
            tx.touch("square");
            Ok(())
        }).await.unwrap();
        let (mine, unreported) = (picture_of(app, &reported).await, picture_of(app, &other).await);
        anna.get(&mine).await.is(200);
        pina.get(&mine).await.is(404);
        anna.post(&format!("{reported}/abuso"), &[("motivo", "odio"), ("parole", "")]).await.is(303);
        let page = pina.get(&matter(app).await).await.is(200).sees("Serre segrete");
        assert!(page.text.contains(&mine));
        pina.get(&mine).await.is(200);
        pina.get(&unreported).await.is(404);
        app.visitor().get(&mine).await.is(404);
        let (reads,): (i64,) = app.app.db.one("select count(*) as n from audit where act = 'moderation.read'", vec![]).await.unwrap();
        assert_eq!(reads, 1);
        app.run_jobs().await;
    }
}
