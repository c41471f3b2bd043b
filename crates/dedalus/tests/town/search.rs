//! Finding: what the viewer may see and nothing else, narrowed, by pages, as feeds, and kept.

use dedalus::identity::Tier;
use http::Method;
use kit::args;

use crate::support::{TestApp, Visitor};
use crate::town_tests;

async fn say(visitor: &Visitor<'_>, voice: &str, key: &str, text: &str) -> i64 {
    let seen = visitor
        .post(
            "/post",
            &[("voce", voice), ("testo", text), ("titolo", if voice == "io" { "" } else { text }), ("azione", "pubblica"), ("chiave", key)],
        )
        .await
        .is(303);
    seen.location().rsplit('/').next().unwrap().parse().unwrap()
}

/// A community that nobody but its one member may read, with a post in it.
async fn hide(app: &TestApp, post: i64, member: i64) {
    app.app
        .db
        .write(async |tx| {
            let now = tx.now();
            tx.run(
                "insert into community (id, handle, handle_folded, name, name_key, purpose, rules, rules_html, kind, topic, place, created_by, created_at)
                 values (77, 'segreta', 'segreta', 'Segreta', 'segreta', '', '', '', 'secret', '', '', $1, $2) on conflict (id) do nothing",
                args![member, now],
            )
            .await?;
            tx.run(
                "insert into community_member (community_id, person_id, role, state, words, created_at) values (77, $1, 'moderator', 'member', '', $2)
                 on conflict (community_id, person_id) do nothing",
                args![member, now],
            )
            .await?;
            tx.run("update post set community_id = 77 where id = $1", args![post]).await?;
            Ok(())
        })
        .await
        .unwrap();
}

town_tests! {
    async fn what_an_earlier_analyser_has_read_is_read_again(app) {
        let anna = app.person("anna").await;
        let post = say(&anna, "io", "k1", "Il gelsomino fiorisce in piazza").await;
        // As if an earlier program had understood something else, and had kept a text whose post is gone.
        app.app
            .db
            .write(async |tx| {
                tx.run("update search_doc set analyser = 0, terms = 'altro' where id = $1", args![post]).await?;
                kit::text::search::put_terms(tx, post, "altro").await?;
                tx.run(
                    "insert into search_doc (id, kind, scope, at, analyser, terms) values (5, 'comment', 'public', 1, 0, 'gelsomin')",
                    vec![],
                )
                .await?;
                Ok(())
            })
            .await
            .unwrap();
        anna.get("/cerca?q=gelsomino").await.is(200).misses("fiorisce in piazza");
        app.app.db.write(async |tx| {
            kit::jobs::enqueue(tx, kit::jobs::NewJob::new("social.reread", serde_json::json!({}))).await?;
            Ok(())
        }).await.unwrap();
        app.run_jobs().await;
        anna.get("/cerca?q=gelsomino").await.is(200).sees("fiorisce in piazza");
        let (old,): (i64,) = app.app.db.one("select count(*) from search_doc where analyser = 0", vec![]).await.unwrap();
        assert_eq!(old, 0);
    }

    async fn what_may_not_be_seen_takes_no_place_among_the_results(app) {
        let anna = app.person("anna").await;
        let bruno = app.person("bruno").await;
        let (member,): (i64,) = app.app.db.one("select id from person where handle = 'anna'", vec![]).await.unwrap();
        say(&anna, "io", "k0", "Il gelsomino fiorisce in piazza").await;
        // More than one page of secret posts is newer than the one that everybody may read.
        for number in 0..30 {
            let post = say(&anna, "io", &format!("s{number}"), "Il gelsomino segreto").await;
            hide(app, post, member).await;
        }
        for order in ["", "data"] {
            let path = format!("/cerca?q=gelsomino&ordine={order}");
            bruno.get(&path).await.is(200).sees("fiorisce in piazza").misses("segreto");
            app.visitor().get(&path).await.is(200).sees("fiorisce in piazza").misses("segreto");
            anna.get(&path).await.is(200).sees("segreto").sees("Altri risultati");
        }
        anna.get("/cerca/feed.rss?q=gelsomino").await.is(200).sees("fiorisce").misses("segreto");
    }

    async fn a_search_is_narrowed_by_kind_voice_and_days_and_says_what_is_wrong(app) {
        let edo = app.editor("edo", &["biblioteca"]).await;
        say(&edo, "biblioteca", "p", "La rassegna comincia oggi").await;
        app.clock.advance(3 * kit::clock::DAY);
        let edo = app.sign_in("edo").await;
        let mine = say(&edo, "io", "i", "La rassegna mi piace").await;
        edo.post(&format!("/post/{mine}/commenti"), &[("voce", "io"), ("testo", "La rassegna continua"), ("chiave", "c")]).await.is(303);
        let visitor = app.visitor();
        visitor.get("/cerca?q=rassegna").await.sees("comincia oggi").sees("mi piace").sees("continua");
        visitor.get("/cerca?q=rassegna&tipo=commenti").await.sees("continua").misses("comincia oggi");
        visitor.get("/cerca?q=rassegna&voce=biblioteca").await.sees("comincia oggi").misses("mi piace");
        visitor.get("/cerca?q=rassegna&a=2028-02-24").await.sees("comincia oggi").misses("mi piace");
        visitor.get("/cerca?q=rassegna&da=2028-02-25").await.misses("comincia oggi").sees("mi piace");
        visitor.get("/cerca?q=rassegna&da=ieri").await.is(422).sees("Scrivi un giorno");
        visitor.get("/cerca?q=rassegna&da=2028-02-25&a=2028-02-24").await.is(422).sees("prima del primo");
        visitor.get("/cerca?q=rassegna&voce=nessuno").await.is(422).sees("Questa pagina non c’è");
        app.run_jobs().await;
    }

    async fn results_go_on_page_by_page_in_both_orders_without_a_gap(app) {
        let anna = app.person("anna").await;
        for number in 0..45 {
            say(&anna, "io", &format!("k{number}"), &format!("Barca numero-{number:02} in porto")).await;
        }
        for order in ["", "data"] {
            let mut path = Some(format!("/cerca?q=barca&ordine={order}"));
            let (mut seen, mut pages) = (std::collections::BTreeSet::new(), 0);
            while let Some(here) = path {
                let page = anna.get(&here).await.is(200);
                seen.extend((0..45).filter(|number| page.text.contains(&format!("numero-{number:02}"))));
                pages += 1;
                path = page.text.split("href=\"/cerca?").skip(1).map(|rest| rest.split('"').next().unwrap()).find(|rest| rest.contains("prima=") || rest.contains("pagina="))
                    .map(|rest| format!("/cerca?{}", rest.replace("&amp;", "&").replace("&#38;", "&")));
            }
            assert_eq!((seen.len(), pages), (45, 3), "{order}");
        }
    }

    async fn people_are_found_though_mistyped_but_not_who_keeps_a_private_profile_or_has_blocked_one(app) {
        for handle in ["margherita", "marcello"] {
            app.new_person(handle, Tier::Registered).await;
        }
        let anna = app.person("anna").await;
        anna.get("/cerca?q=margerita").await.is(200).sees("@margherita");
        let change = async |sql: &'static str| app.app.db.write(async |tx| { tx.run(sql, vec![]).await?; Ok(()) }).await.unwrap();
        change("update person set private = 1 where handle = 'margherita'").await;
        anna.get("/cerca?q=margerita&tipo=persone").await.is(200).misses("@margherita");
        anna.get("/cerca?q=marcelo&tipo=persone").await.is(200).sees("@marcello");
        change("insert into person_block (person_id, other_id, kind, created_at)
                select m.id, a.id, 'block', 1 from person m, person a where m.handle = 'marcello' and a.handle = 'anna'").await;
        anna.get("/cerca?q=marcelo&tipo=persone").await.is(200).misses("@marcello");
        app.visitor().get("/cerca?q=marcelo&tipo=persone").await.is(200).sees("@marcello");
    }

    async fn a_search_is_kept_asked_again_and_let_go_by_its_owner_alone(app) {
        let anna = app.person("anna").await;
        let form = [("q", "l'ufficio"), ("tipo", "notizie"), ("ordine", "data"), ("nome", "")];
        anna.post("/io/ricerche", &form).await.is(422).sees("Dai un nome").sees("l'ufficio");
        let form = [("q", "l'ufficio"), ("tipo", "notizie"), ("ordine", "data"), ("nome", "Uffici d’Anna")];
        anna.post("/io/ricerche", &form).await.is(303);
        anna.post("/io/ricerche", &form).await.is(303);
        let list = anna.get("/io/ricerche").await.is(200).sees("Uffici d’Anna");
        assert_eq!(list.text.matches("Uffici d’Anna").count(), 3, "a double click keeps one: its link, and the words beside feed and button");
        let id = list.text.split("/io/ricerche/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        app.person("bruno").await.post(&format!("/io/ricerche/{id}/fine"), &[]).await.is(404);
        anna.post(&format!("/io/ricerche/{id}/fine"), &[]).await.is(303);
        anna.get("/io/ricerche").await.is(200).sees("Non tieni nessuna ricerca");
    }

    async fn programs_find_the_town_and_only_what_everybody_may_read(app) {
        let edo = app.editor("edo", &["biblioteca"]).await;
        let post = say(&edo, "biblioteca", "p", "Orario d'inverno <b>&").await;
        let secret = say(&edo, "io", "s", "Parola d'ordine").await;
        let (member,): (i64,) = app.app.db.one("select id from person where handle = 'edo'", vec![]).await.unwrap();
        hide(app, secret, member).await;
        let visitor = app.visitor();
        let map = visitor.get("/sitemap.xml").await.is(200);
        assert!(map.text.contains("http://town.test/sitemap/2028-02.xml"), "{}", map.text);
        let month = visitor.get("/sitemap/2028-02.xml").await.is(200);
        assert!(month.text.contains(&format!("/post/{post}<")) && !month.text.contains(&format!("/post/{secret}<")));
        for wrong in ["/sitemap/2028-13.xml", "/sitemap/x.xml", "/sitemap/2028-02"] {
            visitor.get(wrong).await.is(404);
        }
        visitor.get("/robots.txt").await.is(200).sees("Sitemap: http://town.test/sitemap.xml");
        let security = visitor.get("/.well-known/security.txt").await.is(200);
        assert!(security.text.contains("Contact: mailto:") && security.text.contains("Expires: 2028-08-22T00:00:00Z"), "{}", security.text);
        let manifest: serde_json::Value = serde_json::from_str(&visitor.get("/manifest.webmanifest").await.is(200).text).unwrap();
        assert_eq!(manifest["start_url"], "/");

        let piece = visitor.get("/embed/novita").await.is(200);
        assert!(piece.header("content-security-policy").ends_with("frame-ancestors *") && piece.headers.get("x-frame-options").is_none());
        assert!(visitor.get("/").await.header("content-security-policy").contains("frame-ancestors 'none'"));
        visitor.get(&format!("/embed/post/{post}")).await.is(200);
        // A member's own browser sees no more than everybody in a frame.
        edo.get(&format!("/embed/post/{secret}")).await.is(404);
        edo.get(&format!("/oembed?url=http://town.test/post/{secret}")).await.is(404);
        let answer = visitor.get(&format!("/oembed?url=http%3A%2F%2Ftown.test%2Fpost%2F{post}&maxwidth=300")).await.is(200);
        let answer: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
        assert_eq!((answer["version"].as_str(), answer["width"].as_i64()), (Some("1.0"), Some(300)));
        visitor.get("/oembed?url=https://evil.example/post/1").await.is(404);
        visitor.get(&format!("/oembed?url=http://town.test/post/{post}&format=yaml")).await.is(501);
        let page = visitor.get(&format!("/post/{post}")).await.is(200);
        let data = page.text.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
        let data: serde_json::Value = serde_json::from_str(data).unwrap();
        assert_eq!((data["@type"].as_str(), data["author"]["name"].as_str()), (Some("NewsArticle"), Some("Pagina biblioteca")));
        let head = visitor.send(visitor.request(Method::HEAD, "/embed").body(axum::body::Body::empty()).unwrap()).await;
        head.is(200);
        visitor.get("/embed").await.is(200).sees("Le righe da copiare");
    }
}
