//! Reporting without an account (DSA art. 16): who one is, told twice, forgotten in the end.

use dedalus::identity::{Role, Tier};
use kit::args;
use kit::clock::DAY;

use crate::square::{comment, say};
use crate::support::{TestApp, decode_quoted_printable};
use crate::town_tests;

const GOOD: &[(&str, &str)] = &[
    ("motivo", "offese"),
    ("parole", "Insulta una persona per nome."),
    ("nome", "Rosa Fuori"),
    ("email", "Rosa@Fuori.example"),
    ("buonafede", "1"),
];

fn but(field: &str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    GOOD.iter().map(|(name, said)| (*name, if *name == field { value } else { *said })).filter(|(_, said)| !said.is_empty()).collect()
}

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    let (n,): (i64,) = app.app.db.one(sql, vec![]).await.unwrap();
    n
}

/// Letters to a mailbox.
fn letters(app: &TestApp, to: &str) -> Vec<String> {
    app.mails().iter().map(|mail| decode_quoted_printable(mail)).filter(|mail| mail.contains(to)).collect()
}

town_tests! {
    async fn somebody_without_account_reports_is_told_twice_and_is_forgotten(app) {
        let (anna, ugo) = (app.person("anna").await, app.person("ugo").await);
        let pina = app.staff("pina", Role::Operator).await;
        let post = say(&anna, "La piazza nuova mi piace").await;
        comment(&ugo, &post, "Sei una zucchina").await.is(303);
        let said = number(app, "select id as n from post where depth = 1").await;
        let at = format!("/post/{said}/abuso");
        let mut rosa = app.visitor();
        rosa.language = "de".into();
        // The link is there on the post, the comment and the profile.
        let page = rosa.get(&post).await.is(200);
        assert!(page.text.contains(&format!("href=\"{at}\"")) && page.text.contains(&format!("href=\"{post}/abuso\"")));
        assert!(rosa.get("/persone/ugo").await.is(200).text.contains("/persone/ugo/abuso"));

        // ---- everything is asked for, and what was typed is kept
        let back = rosa.post(&at, &[("motivo", "offese"), ("nome", "Rosa Fuori")]).await.is(422);
        for field in ["parole", "email", "buonafede"] {
            assert!(back.text.contains(&format!("id=\"{field}-errore\"")), "{field}: {}", back.plain());
        }
        assert_eq!(back.field("nome"), "Rosa Fuori");
        for (field, value) in [("nome", ""), ("email", "rosa"), ("email", ""), ("parole", "brutto"), ("motivo", "")] {
            rosa.post(&at, &but(field, value)).await.is(422);
        }
        assert_eq!(number(app, "select count(*) as n from report").await, 0);

        // ---- kept once, acknowledged once, in the language of the request
        rosa.post(&at, GOOD).await.is(200).sees("Rosa@Fuori.example");
        rosa.post(&at, &but("email", "rosa@fuori.example")).await.is(200);
        app.run_jobs().await;
        assert_eq!(number(app, "select count(*) as n from report").await, 1);
        let first = letters(app, "Rosa@Fuori.example");
        assert_eq!(first.len(), 1, "{first:?}");
        assert!(first[0].contains("Ihre Meldung ist da") && !first[0].contains("zucchina") && !first[0].contains("Rosa Fuori"));

        // ---- about the abuse of children nobody says who they are
        let nobody: Vec<_> = GOOD.iter().copied().filter(|(name, _)| !matches!(*name, "nome" | "email")).chain([("minori", "1")]).collect();
        rosa.post(&at, &nobody[..3]).await.is(422);
        rosa.post(&at, &nobody).await.is(200);
        assert_eq!(number(app, "select count(*) as n from report where minors = 1").await, 1);
        assert_eq!(number(app, "select count(*) as n from reporter").await, 1);

        // ---- who decides reads who it was, and nobody else; the answer comes once
        let n = number(app, "select max(id) as n from matter where closed_at is null").await;
        let matter = format!("/segreteria/moderazione/{n}");
        pina.get(&matter).await.is(200).sees("Rosa Fuori").sees("Rosa@Fuori.example").sees("senza profilo").sees("Abusi su minori");
        let form = [("azione", "nascondi"), ("regola", "offese"), ("fatti", "Hai scritto un insulto a una persona."), ("durata", "")];
        pina.post(&format!("{matter}/decisione"), &form).await.is(303);
        app.run_jobs().await;
        let all = letters(app, "Rosa@Fuori.example");
        assert_eq!(all.len(), 2, "{all:?}");
        assert!(all[1].contains("wir haben eingegriffen") && all[1].contains("Artikel 21"));
        assert!(letters(app, "ugo@example.org").iter().all(|mail| !mail.contains("Rosa")));

        // ---- half a year later nobody knows
        let sweep = async || {
            let job = kit::jobs::NewJob::new("moderation.sweep", serde_json::json!({}));
            app.app.db.write(async |tx| kit::jobs::enqueue(tx, job.clone()).await.map(drop)).await.unwrap();
            app.run_jobs().await;
        };
        sweep().await;
        assert_eq!(number(app, "select count(*) as n from reporter").await, 1);
        app.clock.advance(184 * DAY);
        sweep().await;
        assert_eq!(number(app, "select count(*) as n from reporter").await, 0);
        assert_eq!(letters(app, "Rosa@Fuori.example").len(), 2);
    }

    async fn a_report_without_account_reveals_nothing_and_is_limited(app) {
        app.new_person("anna", Tier::Verified).await;
        let anna = app.sign_in("anna").await;
        let form = |handle: &'static str, kind: &'static str| [("nome", "Amici del mare"), ("nickname", handle), ("scopo", "Per chi nuota tutto l’anno."), ("tipo", kind), ("argomento", "sport"), ("luogo", ""), ("regole", "Gentilezza")];
        let open = anna.post("/comunita", &form("amici_mare", "open")).await.is(303).location();
        anna.post("/comunita", &form("amici_segreti", "secret")).await.is(303);
        let post = say(&anna, "Per ora si legge").await;
        let rosa = app.visitor();
        assert!(rosa.get(&open).await.is(200).text.contains(&format!("{open}/abuso")));
        rosa.get(&format!("{open}/abuso")).await.is(200).sees("E-mail");
        let id = post.rsplit('/').next().unwrap().parse::<i64>().unwrap();
        app.app.db.write(async |tx| Ok(tx.run("update post set hidden_at = published_at where id = $1", args![id]).await.map(drop)?)).await.unwrap();
        for path in [format!("{post}/abuso"), "/post/123456789/abuso".into(), "/comunita/amici_segreti/abuso".into(), "/comunita/nessuna/abuso".into(), "/persone/nessuno/abuso".into()] {
            rosa.get(&path).await.is(404);
            rosa.post(&path, GOOD).await.is(404);
        }
        assert_eq!(number(app, "select count(*) as n from report").await, 0);

        // ---- so many from one address, and then one waits
        let nobody: Vec<_> = GOOD.iter().copied().filter(|(name, _)| !matches!(*name, "nome" | "email")).chain([("minori", "1")]).collect();
        let mut waits = None;
        for _ in 0..100 {
            let seen = rosa.post(&format!("{open}/abuso"), &nobody).await;
            if seen.status.as_u16() == 429 {
                waits = Some(seen.header("retry-after").to_owned());
                break;
            }
        }
        assert!(waits.unwrap().parse::<u32>().unwrap() > 0);
        app.run_jobs().await;
    }
}
