//! Names and words about oneself, as whoever keeps accounts asks about them.

use kit::{Error, Result};

use super::matter::Subject;
use super::pieces::Pieces;
use super::screen::{look_at, note_warned, screen_name};
use super::words::SubjectKind;
use crate::identity::PersonId;
use crate::shell::{App, ScreenAnswer};

/// May these words stand on a profile? What may not is a fault beside its field.
pub fn screen(app: App, person: Option<i64>, words: Vec<(&'static str, String)>) -> ScreenAnswer {
    Box::pin(async move { ask(&app, person.map(PersonId), Pieces::default().and_all(words)).await })
}

async fn ask(app: &App, person: Option<PersonId>, pieces: Pieces) -> Result<()> {
    let looked = app
        .db
        .write(async |tx| {
            let why = screen_name(tx, person, "nome", &pieces).await?;
            match person {
                Some(id) => look_at(tx, Subject { kind: SubjectKind::Person, id: id.0, person: Some(id) }, why).await,
                None => Ok(()),
            }
        })
        .await;
    if let (Some(id), Err(error @ Error::Invalid(_))) = (person, &looked) {
        note_warned(&app.db, id, error, &pieces).await?;
    }
    looked
}
