use super::*;
use kit::clock::Clock;
use kit::db::{Address, Hooks};

/// What the engine means to do with a list's statement.
async fn plan(db: &Db, which: &str, values: usize) -> String {
    let args = (0..=values).map(|_| kit::db::Value::Int(1)).collect();
    let rows: Vec<(i64, i64, i64, String)> =
        db.all(format!("explain query plan {} where {} and {which}", select(), visible(values + 1)), args).await.unwrap();
    rows.into_iter().map(|(_, _, _, line)| line).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn every_list_is_the_end_of_one_index_and_sorts_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let address: Address = format!("sqlite:{}", folder.path().join("town.db").display()).parse().unwrap();
    let now = Time::from_micros(1_835_000_000_000_000);
    let db = Db::open(&address, 1, Hooks::quiet(Clock::still(now))).await.unwrap();
    crate::schema::SCHEMA.apply(&db).await.unwrap();
    let (people, talk) = (format!("{} and {PEOPLE}", reachable(3)), format!("{} and {TALK_ORDER}", reachable(3)));
    let lists = [
        (VOICES, 2, "post_by_stream (stream=? AND id<?)"),
        (people.as_str(), 2, "post_by_stream (stream=? AND id<?)"),
        (OF_PAGE, 3, "post_by_page (page_id=? AND id<?)"),
        (OF_PERSON, 3, "post_by_author (author_id=? AND id<?)"),
        (OF_COMMUNITY, 3, "post_by_community (community_id=? AND id<?)"),
        (PINNED, 1, "post_by_pin (pinned_until>?)"),
        (PINNED_ON, 2, "post_by_pin (pinned_until>?)"),
        (talk.as_str(), 2, "post_by_stream (stream=? AND id<?)"),
    ];
    for (which, values, index) in lists {
        let plan = plan(&db, which, values).await;
        assert!(plan.contains(index), "{which}\n{plan}");
        assert!(!plan.contains("SCAN ") && !plan.contains("B-TREE"), "{which}\n{plan}");
    }
    db.close();
}
