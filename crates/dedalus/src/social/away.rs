//! Sent away from a community, or a whole one closed: the place itself they may find no more, so that a letter says why.

use std::sync::Arc;

use kit::events::Reaction;
use kit::jobs::Job;
use kit::{Error, Result, args};
use serde_json::Value as Json;

use super::community::CommunityId;
use super::notices::{Happened, moderators};
use crate::identity::{Person, PersonId, send_letter};
use crate::notify::{By, Kind, Telling, tell};
use crate::shell::App;

/// The job that writes to them.
pub const KIND: &str = "social.away";

/// What it follows.
pub fn reactions() -> Vec<Reaction> {
    ["community.sent_away", "community.closed"].map(|on| Reaction { on, job: KIND }).into()
}

/// Tells who was sent away, or who kept what was closed: a notice, and a letter with the reason, in one turn.
pub async fn run(app: App, job: Arc<Job>) -> Result<()> {
    let happened: Happened = job.read()?;
    let id = CommunityId(happened.subject()?);
    let (words, letter, people) = match happened.named("person") {
        Some(person) => ("community-away", "mail-community-away", vec![PersonId(person)]),
        None => ("community-closed", "mail-community-closed", moderators(&app, id).await?),
    };
    let (name,): (String,) = app.db.one("select name from community where id = $1", args![id]).await?;
    let reason = happened.data.get("reason").and_then(Json::as_str).unwrap_or_default();
    let telling = Telling {
        kind: Kind::Moderation,
        words,
        subject: ("community", id.0),
        about: None,
        by: By::Nobody,
        path: "/io/avvisi".into(),
        key: format!("{words}:{id}:{}", happened.event),
    };
    job.complete(&app.db, async |tx| {
        tell(tx, &app, &telling, &people).await?;
        for person in &people {
            match Person::find_in(tx, *person).await {
                Ok(to) => send_letter(tx, &app, &to, letter, "/regole", &[("community", &name), ("reason", reason)]).await?,
                // The account has ended meanwhile.
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    })
    .await
}
