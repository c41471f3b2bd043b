//! Posts, pictures and comments as people meet them.

use dedalus::identity::Role;

use crate::pictures::{jpeg, png};
use crate::support::{Seen, TestApp, Visitor, unescape};
use crate::town_tests;

/// Publishes in one's own name; where it stands.
pub async fn say(visitor: &Visitor<'_>, text: &str) -> String {
    let form = visitor.get("/post/nuovo").await.is(200);
    let key = form.field("chiave");
    let sent = [
        ("voce", "", "", &b"io"[..]),
        ("titolo", "", "", b""),
        ("testo", "", "", text.as_bytes()),
        ("risposte", "", "", b"tutti"),
        ("chiave", "", "", key.as_bytes()),
        ("azione", "", "", b"pubblica"),
    ];
    visitor.post_files("/post", &sent).await.is(303).location()
}

/// Publishes as a page, with a title.
pub async fn announce(visitor: &Visitor<'_>, page: &str, title: &str, text: &str) -> String {
    let key = visitor.get("/post/nuovo").await.is(200).field("chiave");
    let sent = [
        ("voce", "", "", page.as_bytes()),
        ("titolo", "", "", title.as_bytes()),
        ("testo", "", "", text.as_bytes()),
        ("risposte", "", "", b"tutti"),
        ("chiave", "", "", key.as_bytes()),
        ("azione", "", "", b"pubblica"),
    ];
    visitor.post_files("/post", &sent).await.is(303).location()
}

pub async fn comment(visitor: &Visitor<'_>, post: &str, text: &str) -> Seen {
    let key = visitor.get(post).await.is(200).field("chiave");
    visitor.post(&format!("{post}/commenti"), &[("testo", text), ("voce", "io"), ("chiave", &key)]).await
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

town_tests! {
    async fn the_whole_square_is_read_in_one_place_and_in_a_feed(app) {
        let (elena, anna) = (app.editor("elena", &["biblioteca"]).await, app.person("anna").await);
        let nobody = app.visitor();
        nobody.get("/piazza").await.is(200).sees("Ancora silenzio");
        announce(&elena, "biblioteca", "Si aprono gli incunaboli", "Testo.").await;
        let post = say(&anna, "Tramonto sul molo").await;
        for path in ["/piazza", "/piazza/feed.rss", "/piazza/feed.atom", "/piazza/feed.json"] {
            nobody.get(path).await.is(200).sees("Si aprono gli incunaboli").sees("Tramonto sul molo");
        }
        nobody.get("/piazza?da=pagine").await.is(200).sees("Si aprono gli incunaboli").misses("Tramonto sul molo");
        nobody.get("/piazza?da=persone").await.is(200).misses("Si aprono gli incunaboli").sees("Tramonto sul molo");
        nobody.get("/piazza?da=altri").await.is(404);
        for path in ["/", "/sitemap/luoghi-fissi.xml"] {
            nobody.get(path).await.is(200).sees("/piazza");
        }
        // How many came since the page was made, all or those of one sort.
        nobody.get("/piazza/nuovi?dopo=0").await.is(200).sees("2 nuovi messaggi").sees("href=\"/piazza\"");
        nobody.get("/piazza/nuovi?da=persone&dopo=0").await.is(200).sees("Un nuovo messaggio").sees("/piazza?da=persone");
        nobody.get(&format!("/piazza/nuovi?dopo={}", post.rsplit('/').next().unwrap())).await.is(204);
        // It goes on, with the same choice.
        let freely = "insert into screen_limit (name, value) values ('minuto', 0), ('messaggi', 0) on conflict (name) do update set value = excluded.value";
        crate::posts::write(app, freely, vec![]).await;
        for n in 0..20 {
            say(&anna, &format!("Passo numero {n}.")).await;
        }
        let first = nobody.get("/piazza?da=persone").await.is(200).sees("Passo numero 0.").misses("Tramonto sul molo");
        let text = unescape(&first.text);
        let more = text.split("href=\"").find(|rest| rest.starts_with("/piazza?da=persone&prima=")).unwrap().split('"').next().unwrap();
        nobody.get(more).await.is(200).sees("Tramonto sul molo").misses("Si aprono gli incunaboli").misses("data-news");
        // What is no longer for everybody is gone from the kept page and from the feeds at once.
        crate::posts::write(app, "update person set private = 1 where handle = 'anna'", vec![]).await;
        for path in ["/piazza", "/piazza/feed.rss", "/piazza/feed.json"] {
            nobody.get(path).await.is(200).sees("Si aprono gli incunaboli").misses("Passo numero");
        }
        app.run_jobs().await;
    }

    async fn people_and_offices_have_feeds_of_what_anybody_may_read(app) {
        let (elena, anna, nobody) = (app.editor("elena", &["biblioteca"]).await, app.person("anna").await, app.visitor());
        let said = announce(&elena, "biblioteca", "Si aprono gli incunaboli", "Testo.").await;
        let post = say(&anna, "Tramonto <sul> molo & gabbiani").await;
        comment(&anna, &said, "Vengo anch’io").await.is(303);
        for (place, words, not) in [("/persone/anna", "Tramonto", "incunaboli"), ("/uffici/urp", "incunaboli", "Tramonto")] {
            let shown = nobody.get(place).await.is(200);
            for kind in ["rss", "atom", "json"] {
                let feed = format!("{place}/feed.{kind}");
                assert!(shown.text.contains(&format!("rel=\"alternate\" type=\"application/{}", if kind == "json" { "feed+json" } else { kind })), "{place} {kind}");
                let seen = shown.text.matches(&format!("href=\"{feed}\"")).count();
                assert!(seen == 2, "{feed} stands {seen} times");
                nobody.get(&feed).await.is(200).sees(words).misses(not).misses("Vengo anch");
            }
        }
        nobody.get("/persone/nessuno/feed.rss").await.is(404);
        nobody.get("/uffici/nessuno/feed.rss").await.is(404);
        // What is taken away is gone at once, and a profile that is closed has no feed.
        elena.post(&format!("{said}/cancellazione"), &[]).await.is(303);
        nobody.get("/uffici/urp/feed.json").await.is(200).misses("incunaboli");
        anna.post(&format!("{post}/cancellazione"), &[]).await.is(303);
        nobody.get("/persone/anna/feed.atom").await.is(200).misses("Tramonto");
        say(&anna, "Solo per pochi").await;
        nobody.get("/persone/anna/feed.json").await.is(200).sees("Solo per pochi");
        anna.post("/io/profilo", &[("nome", "Anna Prova"), ("bio", ""), ("lingua", "it"), ("privato", "1")]).await.is(303);
        nobody.get("/persone/anna").await.is(200).misses("/persone/anna/feed");
        for who in [&nobody, &anna, &elena] {
            who.get("/persone/anna/feed.json").await.is(404);
        }
        app.run_jobs().await;
    }

    async fn a_reader_without_account_reads_and_is_asked_to_sign_in_to_comment(app) {
        let elena = app.editor("elena", &["biblioteca"]).await;
        let post = announce(&elena, "biblioteca", "Si aprono gli incunaboli", "Dal **6 marzo**, con i bibliotecari.").await;
        let nobody = app.visitor();
        nobody.get(&post).await.is(200).sees("Si aprono gli incunaboli").sees("Accedi per poter inserire un commento");
        nobody.post(&format!("{post}/commenti"), &[("testo", "ciao"), ("chiave", "0123456789abcdef")]).await.is(401).sees("Prima accedi");
        nobody.get("/").await.is(200).sees("Si aprono gli incunaboli");
        nobody.get("/novita").await.is(200).sees("Si aprono gli incunaboli");
        for list in ["/", "/novita"] {
            let page = nobody.get(list).await.is(200);
            assert!(page.text.contains("<a href=\"/pagine/biblioteca\">Pagina biblioteca</a><small>"), "who speaks leads to the profile, {list}");
        }
        nobody.get("/pagine/biblioteca").await.is(200).sees("Pagina biblioteca").sees("Si aprono gli incunaboli").misses("Elena Prova");
        assert!(post.starts_with("/post/"));
    }

    async fn people_comment_answer_edit_and_take_back(app) {
        let elena = app.editor("elena", &["biblioteca"]).await;
        let post = announce(&elena, "biblioteca", "Si aprono gli incunaboli", "Testo.").await;
        let anna = app.person("anna").await;
        let answer = comment(&anna, &post, "Che bello, l’anno scorso c’ero!").await.is(303);
        let raw = answer.header("location").to_owned();
        let id = raw.split("#c").nth(1).unwrap().to_owned();
        anna.get(&post).await.is(200).sees("Che bello, l’anno scorso c’ero!").sees("Commento pubblicato").sees("Un commento");

        // The page answers, and the audit knows who it was.
        let key = elena.get(&post).await.is(200).field("chiave");
        elena.post(&format!("{post}/commenti"), &[("testo", "Torna anche quest’anno."), ("voce", "biblioteca"), ("risponde", &id), ("chiave", &key)]).await.is(303);
        app.visitor().get(&post).await.is(200).sees("Torna anche quest’anno.").sees("2 commenti").misses("Elena Prova");
        assert_eq!(count(app, "select count(*) as n from audit where voice_page_id is not null and actor_name = 'Elena Prova'").await, 2);

        let edit = anna.get(&format!("/post/{id}/modifica")).await.is(200);
        let version = edit.field("versione");
        anna.post(&format!("/post/{id}/modifica"), &[("testo", "Che bello, ci sarò!"), ("versione", &version), ("azione", "pubblica")]).await.is(303);
        app.visitor().get(&post).await.is(200).sees("Che bello, ci sarò!").misses("l’anno scorso");
        app.visitor().get(&format!("/post/{id}/versioni")).await.is(200).sees("l’anno scorso");

        anna.get(&format!("/post/{id}/cancellazione")).await.is(200);
        anna.post(&format!("/post/{id}/cancellazione"), &[]).await.is(303);
        app.visitor().get(&post).await.is(200).misses("ci sarò").sees("Torna anche quest’anno.").sees("Un commento");
        app.visitor().get("/cerca?q=sarò").await.is(200).misses("Che bello");
        anna.post(&format!("/post/{id}/ripristino"), &[]).await.is(303);
        app.visitor().get(&post).await.is(200).sees("ci sarò").sees("2 commenti");

        // Nobody else may touch it.
        let bruno = app.person("bruno").await;
        for path in ["modifica", "cancellazione", "ripristino"] {
            let seen = bruno.post(&format!("/post/{id}/{path}"), &[("testo", "rubato"), ("versione", &version), ("azione", "pubblica")]).await;
            assert!(matches!(seen.status.as_u16(), 403 | 404), "{path}: {}", seen.status);
        }
        app.run_jobs().await;
    }

    async fn a_form_sent_twice_writes_once(app) {
        let anna = app.person("anna").await;
        let key = anna.get("/post/nuovo").await.is(200).field("chiave");
        let sent = [("voce", "", "", &b"io"[..]), ("testo", "", "", b"Due volte"), ("risposte", "", "", b"tutti"), ("chiave", "", "", key.as_bytes()), ("azione", "", "", b"pubblica")];
        let (one, two) = tokio::join!(anna.post_files("/post", &sent), anna.post_files("/post", &sent));
        assert_eq!(one.is(303).location(), two.is(303).location());
        assert_eq!(count(app, "select count(*) as n from post").await, 1);
        let post = say(&anna, "Un altro").await;
        let key = anna.get(&post).await.field("chiave");
        let form = [("testo", "Commento"), ("voce", "io"), ("chiave", key.as_str())];
        let path = format!("{post}/commenti");
        let (one, two) = tokio::join!(anna.post(&path, &form), anna.post(&path, &form));
        one.is(303);
        two.is(303);
        anna.get(&post).await.sees("Un commento");
    }

    async fn the_second_editor_is_told_and_loses_nothing(app) {
        let elena = app.editor("elena", &["comune"]).await;
        let pina = app.editor("pina", &["comune"]).await;
        let post = announce(&elena, "comune", "Avviso", "Prima stesura.").await;
        let path = format!("{post}/modifica");
        let (hers, theirs) = (elena.get(&path).await.is(200), pina.get(&path).await.is(200));
        let send = |form: &Seen, text: &'static str| vec![("titolo", "Avviso".to_owned()), ("testo", text.to_owned()), ("risposte", "tutti".to_owned()), ("versione", form.field("versione")), ("chiave", form.field("chiave")), ("azione", "pubblica".to_owned())];
        let post_form = async |visitor: &Visitor<'_>, pairs: Vec<(&str, String)>| {
            let parts: Vec<(&str, &str, &str, &[u8])> = pairs.iter().map(|(name, value)| (*name, "", "", value.as_bytes())).collect();
            visitor.post_files(&path, &parts).await
        };
        post_form(&elena, send(&hers, "Seconda stesura di Elena.")).await.is(303);
        let late = post_form(&pina, send(&theirs, "Seconda stesura di Pina.")).await.is(422);
        assert!(unescape(&late.text).contains("Seconda stesura di Pina."), "what was typed is still there");
        app.visitor().get(&post).await.sees("Seconda stesura di Elena.");
        app.run_jobs().await;
    }

    async fn an_editor_posts_as_two_pages_with_pictures_and_the_audit_knows_who(app) {
        let elena = app.editor("elena", &["comune", "biblioteca"]).await;
        for (page, title) in [("comune", "Il porto di notte"), ("biblioteca", "Il chiostro")] {
            let key = elena.get(&format!("/post/nuovo?come={page}")).await.is(200).field("chiave");
            let photo = jpeg(1200, 800);
            let base = [("voce", "", "", page.as_bytes()), ("titolo", "", "", title.as_bytes()), ("testo", "", "", &b"Guardate."[..]), ("risposte", "", "", b"tutti"), ("chiave", "", "", key.as_bytes())];
            let mut first = base.to_vec();
            first.extend([("azione", "", "", &b"pubblica"[..]), ("immagini", "foto.jpg", "image/jpeg", photo.as_slice())]);
            // Without words for those who do not see it, the picture is kept and asked about; nothing is lost.
            let back = elena.post_files("/post", &first).await.is(422);
            assert_eq!(back.field("titolo"), title);
            let picture = back.field("immagine");
            assert!(back.text.contains(&format!("id=\"alt-{picture}-errore\"")), "the fault stands beside the picture's field");
            let alt = format!("alt-{picture}");
            let mut second = base.to_vec();
            second.extend([("azione", "", "", &b"pubblica"[..]), ("immagine", "", "", picture.as_bytes()), (alt.as_str(), "", "", &b"Una prova grigia"[..])]);
            let post = elena.post_files("/post", &second).await.is(303).location();
            let shown = app.visitor().get(&post).await.is(200).sees("Una prova grigia").sees(&format!("Pagina {page}"));
            let media = shown.text.split("src=\"/media/").nth(1).unwrap().split('"').next().unwrap().to_owned();
            let file = app.visitor().get(&format!("/media/{media}")).await.is(200);
            assert!(file.header("content-type").starts_with("image/"));
            assert!(file.header("cache-control").contains("immutable"));
            assert!(file.header("content-security-policy").contains("sandbox"));
            assert_eq!(file.header("x-content-type-options"), "nosniff");
        }
        assert_eq!(count(app, "select count(*) as n from audit a join page p on p.id = a.voice_page_id where a.actor_name = 'Elena Prova' and p.handle in ('comune', 'biblioteca')").await, 2);
        let system = app.staff("dario", Role::System).await;
        system.get("/amministrazione/registro").await.is(200).sees("Elena Prova").sees("Pagina comune").sees("Pagina biblioteca");
        app.run_jobs().await;
    }

    async fn other_pictures_and_other_words_beside_them_leave_a_version_and_meet_the_same_check(app) {
        let anna = app.person("anna").await;
        let photo = jpeg(600, 400);
        let key = anna.get("/post/nuovo").await.is(200).field("chiave");
        let base = [("voce", "", "", &b"io"[..]), ("testo", "", "", b"Il molo"), ("risposte", "", "", b"tutti"), ("chiave", "", "", key.as_bytes())];
        let mut first = base.to_vec();
        first.extend([("azione", "", "", &b"carica"[..]), ("immagini", "molo.jpg", "image/jpeg", photo.as_slice())]);
        let picture = anna.post_files("/post", &first).await.is(200).field("immagine");
        let alt = format!("alt-{picture}");
        let send = async |path: &str, words: &str, version: &str| {
            let mut parts = base.to_vec();
            parts.extend([("azione", "", "", &b"pubblica"[..]), ("versione", "", "", version.as_bytes())]);
            if !words.is_empty() {
                parts.extend([("immagine", "", "", picture.as_bytes()), (alt.as_str(), "", "", words.as_bytes())]);
            }
            anna.post_files(path, &parts).await
        };
        let post = send("/post", "Il molo al tramonto", "").await.is(303).location();
        let edit = format!("{post}/modifica");
        let nobody = app.visitor();
        send(&edit, "Il molo al tramonto", "").await.is(303);
        nobody.get(&post).await.is(200).misses("modificato");
        send(&edit, "Il molo all’alba", "").await.is(303);
        nobody.get(&post).await.is(200).sees("modificato").sees("Il molo all’alba");
        nobody.get(&format!("{post}/versioni")).await.is(200).sees("Le stesse parole");
        // From a form that was opened before: neither other words nor the picture's end pass unseen.
        send(&edit, "Il molo di notte", "").await.is(422).sees("Intanto qualcuno ha cambiato");
        send(&edit, "", "").await.is(422).sees("Intanto qualcuno ha cambiato");
        nobody.get(&post).await.is(200).sees("Il molo all’alba");
        let version = anna.get(&edit).await.is(200).field("versione");
        send(&edit, "", &version).await.is(303);
        nobody.get(&post).await.is(200).misses("Il molo all’alba");
        assert_eq!(count(app, "select count(*) as n from post_edit").await, 2);
        app.run_jobs().await;
    }

    async fn pictures_that_are_none_get_a_sentence_and_everything_else_is_kept(app) {
        let anna = app.person("anna").await;
        let key = anna.get("/post/nuovo").await.is(200).field("chiave");
        let bomb = crate::pictures::bomb(20_000, 20_000);
        let cases: [(&str, Vec<u8>); 6] = [
            ("testo.png", b"questo e' un testo".to_vec()),
            ("bomba.png", bomb),
            ("troncata.jpg", jpeg(400, 300)[..2000].to_vec()),
            ("telefono.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic".to_vec()),
            ("script.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec()),
            ("../../etc/passwd", b"\xff\xd8\xff\xe0".to_vec()),
        ];
        for (name, bytes) in &cases {
            let sent = [("voce", "", "", &b"io"[..]), ("testo", "", "", b"Il testo resta"), ("risposte", "", "", b"tutti"), ("chiave", "", "", key.as_bytes()), ("azione", "", "", b"carica"), ("immagini", *name, "image/png", bytes.as_slice())];
            let back = anna.post_files("/post", &sent).await.is(422);
            assert!(back.text.contains("id=\"immagini-errore\"") || back.text.contains("ded-error"), "{name}: {}", back.plain());
            assert!(back.text.contains("Il testo resta"), "{name}");
        }
        assert_eq!(count(app, "select count(*) as n from picture").await, 0);
    }

    async fn a_transparent_drawing_is_kept_and_its_addresses_admit_no_tricks(app) {
        let anna = app.person("anna").await;
        let key = anna.get("/post/nuovo").await.is(200).field("chiave");
        let drawing = png(300, 200);
        let sent = [("voce", "", "", &b"io"[..]), ("testo", "", "", b"Disegno"), ("risposte", "", "", b"tutti"), ("chiave", "", "", key.as_bytes()), ("azione", "", "", b"carica"), ("immagini", "d.png", "image/png", drawing.as_slice())];
        let back = anna.post_files("/post", &sent).await.is(200);
        let media = back.text.split("src=\"/media/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        anna.get(&format!("/media/{media}")).await.is(200);
        app.visitor().get(&format!("/media/{media}")).await.is(404);
        for trick in ["..%2f..%2fsecret.key", "%2e%2e%2fsecret.key", "secret.key", "a", &"0".repeat(64), &format!("{}.png/../x", "0".repeat(64)), "%00.jpg"] {
            app.visitor().get(&format!("/media/{trick}")).await.is(404);
        }
    }

    async fn scripts_in_every_field_stay_text(app) {
        let elena = app.editor("elena", &["comune"]).await;
        let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> [x](javascript:alert(3))";
        let post = announce(&elena, "comune", evil, evil).await;
        let anna = app.person("anna").await;
        comment(&anna, &post, evil).await.is(303);
        for path in [post.as_str(), "/", "/novita", "/pagine/comune", "/persone/anna", "/conversazioni", "/cerca?q=%3Cscript%3Ealert", "/feed.rss", "/feed.atom"] {
            let seen = app.visitor().get(path).await.is(200);
            let inside = seen.text.replace("<script type=\"module\"", "").replace("<script type=\"application/ld+json\"", "");
            assert!(!inside.contains("<script") && !inside.contains("onerror=alert(2)>") && !inside.contains("href=\"javascript:"), "{path}");
        }
        // In JSON a title is text, and only the content is markup.
        let feed: serde_json::Value = serde_json::from_str(&app.visitor().get("/feed.json").await.is(200).text).unwrap();
        let markup = feed["items"][0]["content_html"].as_str().unwrap();
        assert!(!markup.contains("<script") && !markup.contains("<img src=x") && !markup.contains("href=\"javascript:"), "{markup}");
        app.run_jobs().await;
    }

    async fn sql_in_a_search_is_only_words(app) {
        let anna = app.person("anna").await;
        say(&anna, "L’ufficio tecnico è chiuso, gli uffici riaprono lunedì in città").await;
        let nobody = app.visitor();
        for words in ["' or 1=1 --", "\"; drop table post; --", "* OR *", "NEAR(", "a:b", "((((", "\\", "%", "ufficio\" OR \"x", "&|!<->", "\u{0}"] {
            let query: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
            nobody.get(&format!("/cerca?q={query}")).await.is(200);
        }
        assert_eq!(count(app, "select count(*) as n from post").await, 1);
        for words in ["ufficio", "uffici", "l%27ufficio", "citta", "citt%C3%A0", "riapr"] {
            nobody.get(&format!("/cerca?q={words}")).await.is(200).sees("tecnico");
        }
        assert!(nobody.get("/cerca?q=ufficio").await.text.contains("<mark>"));
        app.run_jobs().await;
    }

    async fn ten_megabytes_of_nesting_are_refused_in_words(app) {
        let anna = app.person("anna").await;
        let key = anna.get("/post/nuovo").await.is(200).field("chiave");
        for pattern in [">", "[", "*", "- ", "`", "<a>"] {
            let text = pattern.repeat(10 * 1024 * 1024 / pattern.len());
            let sent = [("voce", "", "", &b"io"[..]), ("testo", "", "", text.as_bytes()), ("risposte", "", "", b"tutti"), ("chiave", "", "", key.as_bytes()), ("azione", "", "", b"pubblica")];
            let seen = anna.post_files("/post", &sent).await;
            assert!(matches!(seen.status.as_u16(), 413 | 422), "{pattern}: {}", seen.status);
            let nested = pattern.repeat(19_000 / pattern.len());
            let sent = [("voce", "", "", &b"io"[..]), ("testo", "", "", nested.as_bytes()), ("risposte", "", "", b"tutti"), ("chiave", "", "", key.as_bytes()), ("azione", "", "", b"anteprima")];
            anna.post_files("/post", &sent).await.is(200);
        }
    }

    async fn what_was_taken_back_is_gone_from_every_kept_page_at_once(app) {
        let elena = app.editor("elena", &["comune"]).await;
        let anna = app.person("anna").await;
        let post = announce(&elena, "comune", "Parola segreta", "segretissima").await;
        let own = say(&anna, "confidenza segretissima").await;
        let nobody = app.visitor();
        let pages = ["/", "/novita", "/pagine/comune", "/persone/anna", "/conversazioni", "/feed.rss", "/feed.atom", "/feed.json", "/pagine/comune/feed.rss", post.as_str(), own.as_str()];
        for page in pages {
            nobody.get(page).await.is(200);
            nobody.get(page).await.is(200);
        }
        elena.post(&format!("{post}/cancellazione"), &[]).await.is(303);
        anna.post(&format!("{own}/cancellazione"), &[]).await.is(303);
        for page in pages {
            nobody.get(page).await.misses("segret");
        }
        nobody.get("/cerca?q=segretissima").await.is(200).sees("Niente per");
        app.run_jobs().await;
    }

    async fn kept_pages_have_a_strong_tag_and_answer_304(app) {
        let elena = app.editor("elena", &["comune"]).await;
        announce(&elena, "comune", "Avviso", "Testo.").await;
        let nobody = app.visitor();
        let first = nobody.get("/").await.is(200);
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with('"') && !tag.is_empty(), "a strong tag: {tag}");
        assert!(first.header("vary").to_lowercase().contains("cookie"));
        let mut request = nobody.request(http::Method::GET, "/").body(axum::body::Body::empty()).unwrap();
        request.headers_mut().insert("if-none-match", tag.parse().unwrap());
        nobody.send(request).await.is(304);
        let mut packed = nobody.request(http::Method::GET, "/").body(axum::body::Body::empty()).unwrap();
        packed.headers_mut().insert("accept-encoding", "gzip".parse().unwrap());
        let packed = nobody.send(packed).await.is(200);
        assert_eq!(packed.header("content-encoding"), "gzip");
        assert_ne!(packed.header("etag"), tag);
        // Who is signed in never meets the kept page, nor does anybody meet hers.
        let anna = app.person("anna").await;
        anna.get("/").await.is(200).sees("Anna Prova");
        nobody.get("/").await.is(200).misses("Anna Prova");
        let german = Visitor { language: "de".into(), ..app.visitor() };
        assert!(german.get("/").await.is(200).text.contains("<html lang=\"de\">"));
        app.run_jobs().await;
    }

    async fn feeds_are_well_formed_and_name_the_voice(app) {
        let elena = app.editor("elena", &["comune"]).await;
        announce(&elena, "comune", "Pane & circensi <oggi>", "Testo con **grassetto**.").await;
        for path in ["/feed.rss", "/feed.atom", "/pagine/comune/feed.rss", "/pagine/comune/feed.atom"] {
            let feed = app.visitor().get(path).await.is(200);
            let mut reader = quick_xml::Reader::from_str(&feed.text);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{path}: {error}"),
                }
            }
            feed.sees("Pagina comune").sees("http://town.test/post/");
        }
        let json: serde_json::Value = serde_json::from_str(&app.visitor().get("/feed.json").await.is(200).text).unwrap();
        assert_eq!(json["items"][0]["title"], "Pane & circensi <oggi>");
        app.run_jobs().await;
    }

    async fn the_home_asks_few_questions_however_much_there_is(app) {
        let elena = app.editor("elena", &["comune"]).await;
        for n in 0..6 {
            announce(&elena, "comune", &format!("Avviso {n}"), "Testo.").await;
        }
        let before = app.app.db.statements();
        elena.get("/").await.is(200);
        let asked = app.app.db.statements() - before;
        // One for the communities that are lively, one for the life events and two for the calendar of the doors, all then kept for
        // everybody; and one for what waits for her.
        assert!(asked <= 16, "{asked} statements for one home");
        app.run_jobs().await;
    }

    async fn only_the_system_administrator_enters_administration(app) {
        let paths = ["/amministrazione", "/amministrazione/persone", "/amministrazione/pagine", "/amministrazione/uffici", "/amministrazione/lavori", "/amministrazione/registro", "/amministrazione/posta"];
        let system = app.staff("dario", Role::System).await;
        let others = [app.staff("olga", Role::Operator).await, app.staff("fabio", Role::Officer).await, app.staff("mara", Role::Manager).await, app.staff("sindaca", Role::Administrator).await, app.staff("edo", Role::Editor).await, app.person("anna").await];
        for path in paths {
            system.get(path).await.is(200);
            for other in &others {
                other.get(path).await.is(403);
            }
            assert!(app.visitor().get(path).await.is(303).location().starts_with("/accedi"));
        }
        app.run_jobs().await;
    }

    async fn clarity_is_counted_once_a_day_and_shown_to_administration(app) {
        let nobody = app.visitor();
        nobody.post("/chiarezza", &[("pagina", "/novita"), ("chiarezza", "5"), ("pos", "1"), ("testo", "Chiarissimo")]).await.is(303);
        nobody.post("/chiarezza", &[("pagina", "/novita"), ("chiarezza", "4"), ("pos", "2"), ("testo", "Chiaro")]).await.is(303);
        nobody.post("/chiarezza", &[("pagina", "//evil.example"), ("chiarezza", "9")]).await.is(422);
        assert_eq!(count(app, "select count(*) as n from clarity").await, 1);
        let system = app.staff("dario", Role::System).await;
        system.get("/amministrazione/chiarezza").await.is(200).sees("/novita").sees("4,0");
    }
}
