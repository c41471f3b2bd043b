//! What people of the demo town were told of the last days: in the page alone, and read up to this morning.

use kit::Result;
use kit::db::Db;

use super::script::{At, Calendar, at};
use crate::shell::App;
use crate::{notify, social};

/// From here on people have their notices.
const SINCE: At = at(-6, 0, 0);
/// What they have not read happened from here on.
const UNREAD: At = at(0, 0, 0);

kit::row! {
    struct Newest {
        id: i64,
        kind: String,
        actor_id: Option<i64>,
        subject_id: i64,
        data: String,
    }
}

/// Tells of what has just happened, as the job behind the event would. A second time tells nobody anew.
pub async fn tell(past: &App, when: At) -> Result<()> {
    if when < SINCE {
        return Ok(());
    }
    let newest: Option<Newest> =
        past.db.maybe("select id, kind, actor_id, subject_id, data from event order by id desc limit 1", vec![]).await?;
    let Some(newest) = newest else { return Ok(()) };
    let happened = social::Happened {
        event: newest.id.to_string(),
        kind: newest.kind,
        actor: newest.actor_id.map(|id| id.to_string()),
        subject: newest.subject_id.to_string(),
        data: serde_json::from_str(&newest.data)?,
    };
    social::concern(past, &happened).await
}

/// What was told of days gone by has been read, and goes by no mail.
pub async fn settle(db: &Db, calendar: &Calendar) -> Result<()> {
    let morning = calendar.time(UNREAD)?;
    db.write(async |tx| {
        // The jobs that were to mail it find nothing.
        notify::read_before(tx, morning).await
    })
    .await
}
