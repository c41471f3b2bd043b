//! The demo town, filled for real on both engines.

use dedalus::demo::{self, PASSWORD};
use kit::db::Value;

use crate::support::{On, TestApp};
use crate::town_tests;

/// Everything somebody could tell two towns apart by, except the numbers of rows.
async fn told(town: &TestApp) -> Vec<Vec<Value>> {
    let statements = [
        "select p.published_at, a.handle, g.handle as page, t.once_key as parent, p.once_key, p.title, p.body_html, p.excerpt, p.language,
                p.comment_count, p.pinned_until, p.deleted_at, i.alt, m.file
           from post p join person a on a.id = p.author_id left join page g on g.id = p.page_id left join post t on t.id = p.parent_id
           left join picture i on i.post_id = p.id and i.position = 0 left join picture_size m on m.picture_id = i.id and m.name = 'medium' order by p.id",
        "select r.title, r.type, r.file, r.millis, r.transcript, c.language, c.words from recording r
           left join caption c on c.recording_id = r.id order by r.id, c.id",
        "select handle, name, bio, tier, created_at from person order by id",
        "select h.handle, o.slug, m.role, m.starts_at from membership m join office o on o.id = m.office_id
           join person h on h.id = m.person_id order by m.id",
        "select o.slug, o.name, h.weekday, h.opens, h.closes from office o join office_hours h on h.office_id = o.id
          order by o.position, h.weekday, h.opens",
        "select at, kind from event order by id",
        "select at, actor_name, act, subject_name from audit order by id",
    ];
    let mut rows = Vec::new();
    for statement in statements {
        let found: Vec<kit::db::Loose> = town.app.db.all(statement, vec![]).await.unwrap();
        assert!(!found.is_empty(), "{statement}");
        rows.extend(found.into_iter().map(|row| row.0));
    }
    rows
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_town_is_the_same_on_both_engines_and_filling_it_again_changes_nothing() {
    let (sqlite, postgres) = (TestApp::start(On::Sqlite).await, TestApp::start(On::Postgres).await);
    let sign_ins = demo::fill(&sqlite.app, |_| {}).await.unwrap();
    assert_eq!(demo::fill(&postgres.app, |_| {}).await.unwrap(), sign_ins);
    let (here, there) = (told(&sqlite).await, told(&postgres).await);
    assert_eq!(here.len(), there.len());
    for (here, there) in here.iter().zip(&there) {
        assert_eq!(here, there);
    }
    demo::fill(&sqlite.app, |_| {}).await.unwrap();
    assert_eq!(told(&sqlite).await, here);

    for row in &sign_ins.0 {
        let answer = sqlite.visitor().post("/accedi", &[("email", row.email), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, 303, "{} cannot sign in", row.role);
    }
    let home = sqlite.visitor().get("/").await;
    let at = |text: &str| home.text.find(text).unwrap_or_else(|| panic!("the home does not say {text}"));
    let leads =
        ["Carnevale: dove non si passa", "Settimana della cultura", "Una gronda a testa di leone", "Navetta gratuita per il Carnevale"];
    assert!(leads.map(at).is_sorted(), "the home begins with something else");
    assert!(at("23 commenti") < at("9 commenti"));
    sqlite.end().await;
    postgres.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_filling_that_was_broken_off_goes_on_where_it_was() {
    let town = TestApp::start(On::Sqlite).await;
    // Broken off where it says for the third time how far it is.
    let (said, far) = (std::sync::atomic::AtomicUsize::new(0), tokio::sync::Notify::new());
    let tell = |_: &str| {
        if said.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 2 {
            far.notify_one();
        }
    };
    let ended = tokio::select! {
        done = demo::fill(&town.app, tell) => Some(done.is_ok()),
        () = far.notified() => None,
    };
    let (before,): (i64,) = town.app.db.one("select count(*) as n from post", vec![]).await.unwrap();
    assert_eq!(ended, None, "it was done before it was broken off, with {before} posts");
    demo::fill(&town.app, |_| {}).await.unwrap();
    let (wrong,): (i64,) = town
        .app
        .db
        .one(
            "select count(*) as n from post p where p.comment_count <>
               (select count(*) from post c where c.root_id = p.id and c.deleted_at is null and c.hidden_at is null and c.held = 0)",
            vec![],
        )
        .await
        .unwrap();
    let (after,): (i64,) = town.app.db.one("select count(*) as n from post", vec![]).await.unwrap();
    assert_eq!((wrong, after > before), (0, true));
    town.end().await;
}

town_tests! {
    async fn a_large_town_is_whole_and_built_once(town) {
        town.editor("elena", &["comune"]).await;
        demo::scale(&town.app, 1_000, |_| {}).await.unwrap();
        let count = async |sql: &'static str| -> i64 {
            let (n,): (i64,) = town.app.db.one(sql, vec![]).await.unwrap();
            n
        };
        assert_eq!(count("select count(*) as n from post where depth = 0").await, 1_000);
        assert_eq!(count("select count(*) as n from post where depth > 0").await, 1_000);
        assert_eq!(count("select count(*) as n from person").await, 101);
        assert_eq!(count("select count(*) as n from search_doc d join post p on p.id = d.id").await, 2_000);
        let wrong = "select count(*) as n from post p where p.comment_count <> (select count(*) from post c where c.root_id = p.id)";
        assert_eq!(count(wrong).await, 0);
        let out_of_order = "select count(*) as n from post c join post p on p.id = c.parent_id where c.published_at <= p.published_at
                               or c.id <= p.id or c.depth <> p.depth + 1";
        assert_eq!(count(out_of_order).await, 0);
        let voices = count("select count(*) as n from post where page_id is not null").await;
        assert!((60..150).contains(&voices), "{voices} posts of pages");
        assert_eq!(count("select count(*) as n from follow where kind = 'page'").await, 50);
        let busiest = "select max(n) from (select count(*) as n from post where depth = 0 and page_id is null group by author_id) t";
        assert!((60..170).contains(&count(busiest).await), "somebody writes a tenth of all posts");

        demo::scale(&town.app, 1_000, |_| {}).await.unwrap();
        assert_eq!(count("select count(*) as n from post").await, 2_000);
        assert!(demo::scale(&town.app, 2_000, |_| {}).await.is_err());
        let found = town.visitor().get("/cerca?q=lampioni").await;
        assert!(found.text.contains("/post/"), "the search finds nothing");
    }
}
