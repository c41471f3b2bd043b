//! What passes before it is read: every word somebody writes, wherever it stands, and every picture.

use dedalus::identity::{Role, Tier};
use dedalus::social::moderation::Limits;

use crate::pictures::{jpeg, png};
use crate::square::say;
use crate::support::{Seen, TestApp, Visitor};
use crate::town_tests;

const RULES: &str = "/segreteria/regole-di-moderazione";

/// A manager who has said which phrases are refused, warned of and held.
async fn strict(app: &TestApp) -> Visitor<'_> {
    let root = app.staff("root", Role::Manager).await;
    for (phrase, effect) in [("soldi facili", "rifiuta"), ("deficiente", "avvisa"), ("casinò", "trattieni")] {
        root.post(&format!("{RULES}/frasi"), &[("frase", phrase), ("effetto", effect), ("avviso", "")]).await.is(303);
    }
    root
}

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

/// Presses "publish" with these fields beside the usual ones.
async fn publish(who: &Visitor<'_>, path: &str, more: &[(&str, &str)]) -> Seen {
    let key = who.get(if path == "/post" { "/post/nuovo" } else { path }).await.is(200).field("chiave");
    let mut sent = vec![("voce", "io"), ("risposte", "tutti"), ("chiave", &key), ("azione", "pubblica")];
    sent.extend(more);
    if !more.iter().any(|(name, _)| *name == "testo") {
        sent.push(("testo", "Che ne dite?"));
    }
    let parts: Vec<_> = sent.iter().map(|(name, value)| (*name, "", "", value.as_bytes())).collect();
    who.post_files(path, &parts).await
}

/// A picture that was put into the form and waits for its post.
async fn picture(who: &Visitor<'_>, path: &str, bytes: &[u8]) -> String {
    let key = who.get(path).await.is(200).field("chiave");
    let post = if path == "/post/nuovo" { "/post" } else { path };
    let sent = [
        ("voce", "", "", &b"io"[..]),
        ("testo", "", "", b"Che ne dite?"),
        ("risposte", "", "", b"tutti"),
        ("chiave", "", "", key.as_bytes()),
        ("azione", "", "", b"carica"),
        ("immagini", "foto.jpg", "image/jpeg", bytes),
    ];
    let page = who.post_files(post, &sent).await.is(200);
    page.text.rsplit("name=\"immagine\" value=\"").next().unwrap().split('"').next().unwrap().to_owned()
}

/// The fault stands beside its field, and names the words.
fn beside(seen: Seen, field: &str, words: &str) {
    let seen = seen.is(422);
    let fault =
        seen.text.split(&format!("id=\"{field}-errore\"")).nth(1).unwrap_or_else(|| panic!("no fault at {field}: {}", seen.plain()));
    let fault = fault.split("</p>").next().unwrap();
    assert!(fault.contains(words), "{field}: {fault}");
}

town_tests! {
    async fn a_phrase_is_found_in_an_answer_a_warning_and_the_words_of_a_picture_beside_its_field(app) {
        strict(app).await;
        let ugo = app.person("ugo").await;
        beside(publish(&ugo, "/post", &[("avviso", "Soldi facili")]).await, "avviso", "soldi facili");
        beside(publish(&ugo, "/post", &[("scelta1", "Sì"), ("scelta2", "S o l d i facili")]).await, "scelta2", "soldi facili");
        beside(publish(&ugo, "/post", &[("scelta1", "soldi"), ("scelta2", "facili")]).await, "testo", "soldi facili");
        let photo = jpeg(60, 40);
        let drawn = picture(&ugo, "/post/nuovo", &photo).await;
        let alt = format!("alt-{drawn}");
        beside(publish(&ugo, "/post", &[("immagine", &drawn), (&alt, "Cartello: soldi facili")]).await, &alt, "soldi facili");
        assert_eq!(number(app, "select count(*) as n from post").await, 0);

        // ---- what is warned of goes out the second time, as long as nothing else is said
        beside(publish(&ugo, "/post", &[("scelta1", "Sì"), ("scelta2", "Solo un deficiente")]).await, "scelta2", "deficiente");
        publish(&ugo, "/post", &[("scelta1", "Sì"), ("scelta2", "Sei un deficiente")]).await.is(422);
        publish(&ugo, "/post", &[("scelta1", "Sì"), ("scelta2", "Solo un deficiente")]).await.is(303);

        // ---- what is held waits, wherever the phrase stands
        let held = publish(&ugo, "/post", &[("testo", "Stasera si esce"), ("avviso", "Casinò")]).await.is(303).location();
        app.visitor().get(&held).await.is(404);

        // ---- a change of the words of a picture is screened, and nothing else needs to change
        let post = publish(&ugo, "/post", &[("immagine", &drawn), (&alt, "Un cartello")]).await.is(303).location();
        let edit = format!("{post}/modifica");
        beside(publish(&ugo, &edit, &[("immagine", &drawn), (&alt, "Soldi facili"), ("versione", "")]).await, &alt, "soldi facili");
        app.visitor().get(&post).await.is(200).sees("Che ne dite?");
        publish(&ugo, &edit, &[("immagine", &drawn), (&alt, "Il casinò"), ("versione", "")]).await.is(303);
        app.visitor().get(&post).await.is(404);
        app.run_jobs().await;
    }

    async fn pictures_put_with_what_stands_are_counted_in_the_first_days(app) {
        app.app.db.write(async |tx| Limits { new_pictures: 2, ..Limits::default() }.save(tx).await).await.unwrap();
        let ugo = app.person("ugo").await;
        let post = say(&ugo, "Che ne dite?").await;
        let edit = format!("{post}/modifica");
        let mut kept: Vec<(String, String)> = Vec::new();
        for side in [40, 50, 60] {
            let drawn = picture(&ugo, &edit, &png(side, 40)).await;
            kept.push((drawn.clone(), format!("alt-{drawn}")));
            let mut fields: Vec<(&str, &str)> = Vec::new();
            for (drawn, alt) in &kept {
                fields.extend([("immagine", drawn.as_str()), (alt.as_str(), "Una foto")]);
            }
            let version = ugo.get(&edit).await.is(200).field("versione");
            fields.push(("versione", &version));
            let seen = publish(&ugo, &edit, &fields).await;
            if kept.len() < 3 { seen.is(303); } else { beside(seen, "immagini", "2 immagini al giorno"); }
        }
        assert_eq!(number(app, "select count(*) as n from picture where post_id is not null").await, 2);
        app.run_jobs().await;
    }

    async fn a_community_and_a_profile_are_screened_and_moderation_looks_at_what_stands(app) {
        let root = strict(app).await;
        app.new_person("anna", Tier::Verified).await;
        let anna = app.sign_in("anna").await;
        let form = |changed: (&'static str, &'static str)| {
            let all = [("nome", "Amici del mare"), ("nickname", "amici_mare"), ("scopo", "Per chi nuota tutto l’anno."), ("tipo", "open"), ("argomento", "sport"), ("luogo", "Lungomare"), ("regole", "Si parla con gentilezza")];
            all.map(|(name, value)| if name == changed.0 { changed } else { (name, value) })
        };
        for bad in [("nome", "Soldi facili"), ("nickname", "soldi_facili"), ("scopo", "Qui trovi soldi facili."), ("luogo", "Soldi facili"), ("regole", "- soldi facili")] {
            beside(anna.post("/comunita", &form(bad)).await, bad.0, "soldi facili");
        }
        assert_eq!(number(app, "select count(*) as n from community").await, 0);
        let place = anna.post("/comunita", &form(("regole", "Niente casinò xqregola"))).await.is(303).location();
        root.get("/segreteria/moderazione").await.is(200).sees("Amici del mare").sees("contiene una frase");
        let n = number(app, "select max(id) as n from matter where closed_at is null").await;
        root.get(&format!("/segreteria/moderazione/{n}")).await.is(200).sees("È già pubblicato").sees("xqregola");
        let settings = format!("{place}/impostazioni");
        beside(anna.post(&settings, &form(("scopo", "Sei un deficiente se non nuoti."))).await, "scopo", "deficiente");
        anna.post(&settings, &form(("scopo", "Sei un deficiente se non nuoti."))).await.is(303);

        // ---- who one is
        let ugo = app.person("ugo").await;
        let profile = |name: &'static str, bio: &'static str| [("nome", name), ("bio", bio), ("lingua", "it")];
        beside(ugo.post("/io/profilo", &profile("Soldi Facili", "")).await, "nome", "soldi facili");
        beside(ugo.post("/io/profilo", &profile("Ugo Prova", "Soldi facili per te")).await, "bio", "soldi facili");
        ugo.post("/io/profilo", &profile("Ugo Prova", "Vivo al casinò xqbio")).await.is(303);
        let n = number(app, "select max(id) as n from matter where closed_at is null").await;
        root.get(&format!("/segreteria/moderazione/{n}")).await.is(200).sees("xqbio").sees("Ugo Prova");
        let matters = number(app, "select count(*) as n from matter").await;
        ugo.post("/io/profilo", &profile("Ugo Prova", "Vivo al casinò xqbio")).await.is(303);
        assert_eq!(number(app, "select count(*) as n from matter").await, matters);

        // ---- and who one wants to be
        let sign_up = |name: &'static str, handle: &'static str| [("nome", name), ("nickname", handle), ("email", "nuovo@example.org"), ("password", "sette barche nel porto"), ("privacy", "1")];
        beside(app.visitor().post("/iscriviti", &sign_up("Soldi Facili", "nuovo_1")).await, "nome", "soldi facili");
        beside(app.visitor().post("/iscriviti", &sign_up("Nuova Persona", "soldi_facili")).await, "nickname", "soldi facili");
        let new = app.visitor();
        new.post("/iscriviti", &sign_up("Re del Casinò", "nuovo_1")).await.is(200);
        app.run_jobs().await;
        let link = app.link_in_mail();
        new.post(&link, &[]).await.is(303);
        root.get("/segreteria/moderazione?tipo=persona").await.is(200).sees("Re del Casinò");
    }
}
