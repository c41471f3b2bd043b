//! A fact and what follows from it are one transaction.

use std::sync::{Arc, Mutex};

use kit::clock::Clock;
use kit::db::{Db, Hooks, News};
use kit::error::Error;
use kit::events::{Event, Reaction, record};

use crate::on_both;
use crate::support::{Place, ROOM, TODAY, count};

async fn town(place: &Place, told: Arc<Mutex<Vec<News>>>) -> Db {
    let hooks = Hooks {
        reactions: Arc::from([
            Reaction { on: "post.published", job: "notify" },
            Reaction { on: "post.published", job: "index" },
            Reaction { on: "post.removed", job: "index" },
        ]),
        after_commit: Arc::new(move |news| told.lock().unwrap().extend_from_slice(news)),
        ..Hooks::quiet(Clock::still(TODAY))
    };
    let db = place.open_with("town", hooks).await;
    ROOM.apply(&db).await.unwrap();
    db
}

fn published<'a>(touches: &'a [String]) -> Event<'a> {
    Event {
        kind: "post.published",
        actor: Some(7),
        subject_kind: "post",
        subject: 42,
        data: serde_json::json!({"page": "9007199254740993", "title": "Festa 🎭"}),
        touches,
    }
}

on_both! {
    async fn an_event_and_its_reactions_stand_or_fall_together(place) {
        let told: Arc<Mutex<Vec<News>>> = Arc::default();
        let db = town(place, Arc::clone(&told)).await;
        let touches = ["home".to_owned(), "post:42".to_owned()];
        let refused: kit::Result<()> = db
            .write(async |tx| {
                record(tx, published(&touches)).await?;
                Err(Error::Forbidden)
            })
            .await;
        assert!(matches!(refused, Err(Error::Forbidden)));
        assert_eq!((count(&db, "event").await, count(&db, "job").await), (0, 0));
        assert!(told.lock().unwrap().is_empty());

        let id = db.write(async |tx| record(tx, published(&touches)).await).await.unwrap();
        let (at, kind, actor, subject, data): (i64, String, Option<i64>, i64, String) =
            db.one("select at, kind, actor_id, subject_id, data from event", vec![]).await.unwrap();
        assert_eq!((at, kind.as_str(), actor, subject), (TODAY.micros(), "post.published", Some(7), 42));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&data).unwrap()["title"], "Festa 🎭");
        let jobs: Vec<(String, String)> = db.all("select kind, payload from job order by id", vec![]).await.unwrap();
        let kinds: Vec<&str> = jobs.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(kinds, ["notify", "index"]);
        let payload: serde_json::Value = serde_json::from_str(&jobs[0].1).unwrap();
        assert_eq!(payload["event"], id.to_string());
        assert_eq!((&payload["actor"], &payload["subject"]), (&"7".into(), &"42".into()));
        assert_eq!(payload["data"]["page"], "9007199254740993");
        let told = told.lock().unwrap();
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told.contains(&News::Job) && told.contains(&News::Touched("home".into())) && told.contains(&News::Touched("post:42".into())));
    }

    async fn an_event_nobody_reacts_to_queues_nothing(place) {
        let db = town(place, Arc::default()).await;
        let quiet = Event { kind: "post.read", actor: None, subject_kind: "post", subject: 1, data: serde_json::json!({}), touches: &[] };
        db.write(async |tx| record(tx, quiet.clone()).await).await.unwrap();
        assert_eq!((count(&db, "event").await, count(&db, "job").await), (1, 0));
    }
}
