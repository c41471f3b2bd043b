//! Threads with very many comments, and forms that bring very much.

use dedalus::identity::PersonId;
use kit::args;
use kit::config::Rate;

use crate::notices::{change, id_of};
use crate::square::{comment, say};
use crate::support::{On, TestApp};
use crate::town_tests;

/// Many comments like one that is there: which it answers, how deep, from which number on, with which word.
pub async fn many(app: &TestApp, like: i64, author: PersonId, (parent, depth): (i64, i64), (from, count): (i64, i64), word: &'static str) {
    let sql = "with recursive g (n) as (select cast(1 as bigint) union all select n + 1 from g where n < $3)
         insert into post (id, author_id, parent_id, root_id, depth, stream, replies, title, body, body_html, excerpt, language,
                           comment_count, once_key, published_at, removed, held)
         select p.id + $4 + g.n, cast($2 as bigint), cast($5 as bigint), p.root_id, cast($6 as bigint), p.stream, p.replies, p.title,
                'x', '<p>' || cast($7 as text) || ' ' || g.n || '.</p>', 'x', p.language, 0,
                cast($7 as text) || ' ' || g.n, p.published_at, 0, 0
           from post p, g where p.id = $1";
    change(app, vec![(sql, args![like, author, count, from, parent, depth, word])]).await;
}

town_tests! {
    async fn a_comment_with_a_thousand_answers_hides_no_other_and_all_of_them_can_be_reached(app) {
        let anna = app.person("anna").await;
        let me = id_of(app, "anna").await;
        let post = say(&anna, "Di che cosa parliamo?").await;
        let root: i64 = post.rsplit('/').next().unwrap().parse().unwrap();
        let first: i64 = comment(&anna, &post, "Di tutto").await.is(303).header("location").rsplit("#c").next().unwrap().parse().unwrap();
        many(app, first, me, (first, 2), (0, 1_100), "Risposta").await;
        many(app, first, me, (root, 1), (2_000, 25), "Testa").await;
        let nobody = app.visitor();
        let page = nobody.get(&post).await.is(200).sees("Risposta 12.").misses("Risposta 13.").sees("Testa 19.").misses("Testa 20.");
        let next = format!("{post}?dopo={}", first + 2_019);
        assert!(page.text.contains(&next) && page.text.contains(&format!("{post}?ramo={first}#c{first}")));
        nobody.get(&next).await.is(200).sees("Testa 20.").sees("Testa 25.").misses("Testa 19.");
        // The comment's own pages, one after the other.
        let own = nobody.get(&format!("{post}?ramo={first}")).await.is(200).sees("Risposta 200.").misses("Risposta 201.");
        let next = format!("ramo={first}&#38;dopo={}", first + 200);
        assert!(own.text.contains(&next) || own.text.contains(&next.replace("&#38;", "&amp;")), "the way on");
        nobody.get(&format!("{post}?ramo={first}&dopo={}", first + 200)).await.is(200).sees("Risposta 201.").sees("Risposta 400.").misses("Risposta 401.");
        let place = nobody.get(&format!("/post/{}", first + 1_100)).await.is(303).location();
        nobody.get(&place).await.is(200).sees("Risposta 1100.");
        // In each order the same comment stands with its first answers: the newest first it is the last of all.
        nobody.get(&format!("{post}?ordine=apprezzati")).await.is(200).sees("Risposta 12.").misses("Risposta 13.");
        let next = format!("{post}?ordine=apprezzati&dopo={}", first + 2_019);
        nobody.get(&next).await.is(200).sees("Testa 20.").sees("Testa 25.").misses("Testa 19.").misses("Risposta");
        let newest = nobody.get(&format!("{post}?ordine=nuovi")).await.is(200).sees("Testa 25.").sees("Testa 6.").misses("Testa 5.");
        assert!(newest.misses("Risposta").text.contains(&format!("dopo={}", first + 2_006)));
        let oldest = nobody.get(&format!("{post}?ordine=nuovi&dopo={}", first + 2_006)).await.is(200).sees("Testa 5.").sees("Di tutto");
        oldest.sees("Risposta 12.").misses("Risposta 13.");
        app.run_jobs().await;
    }
}

#[tokio::test]
async fn who_sends_too_much_is_asked_to_wait_before_a_form_is_read() {
    let app = TestApp::start_with(On::Sqlite, |config| config.limits.gesture = Rate::new(1, 600)).await;
    let anna = app.person("anna").await;
    assert_ne!(anna.post("/post", &[("testo", "Una prova"), ("voce", "io")]).await.status, 429);
    for path in ["/post", "/registrazioni", "/bozze"] {
        // What cannot be read at all is not looked at any more.
        anna.post_files(path, &[("testo", "", "", b"\xff")]).await.is(429);
    }
    app.end().await;
}
