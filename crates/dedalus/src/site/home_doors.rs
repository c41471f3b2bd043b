//! The end of the home: the voices of the town and its offices with their doors. It is the same for everybody, so it is made
//! once, until one of them changes or a door opens or closes.

use askama::Template;
use kit::cache::{Page as Kept, PageKey};
use kit::clock::Time;
use kit::i18n::dates;
use kit::{Error, Result};

use super::offices::{OfficeView, office_views};
use crate::identity::{DoorView, Page};
use crate::shell::{App, Frame, Html};

/// Offices on the home, those that are open first.
const OFFICES: usize = 6;

/// The part, and until when it is true.
pub struct Doors {
    /// Its markup.
    pub html: Html,
    /// The moment at which a door changes.
    pub until: Option<Time>,
}

/// An institutional page with its door.
struct VoiceView {
    page: Page,
    door: Option<DoorView>,
}

#[derive(Template)]
#[template(path = "site/templates/home_doors.html")]
struct DoorsPart {
    frame: Frame,
    voices: Vec<VoiceView>,
    offices: Vec<OfficeView>,
    open_now: i64,
}

/// Voices and doors in the frame's language, kept or made.
pub async fn doors(app: &App, frame: &Frame) -> Result<Doors> {
    let key = PageKey { address: "part of the home: doors", language: frame.code() };
    let kept = app.cache.get_or_fill(key, || make(app, frame)).await?;
    let html = String::from_utf8(kept.body().to_vec()).map_err(|_| Error::internal("a template that is not UTF-8"))?;
    Ok(Doors { html: Html(html), until: kept.valid_until() })
}

async fn make(app: &App, frame: &Frame) -> Result<Kept> {
    let (pages, mut offices) = tokio::try_join!(Page::all(&app.db), office_views(app, frame))?;
    let until = offices.iter().filter_map(|office| office.changes).min();
    let voices = pages
        .into_iter()
        .map(|page| {
            let door = page.office_id.and_then(|id| offices.iter().find(|view| view.office.id == id)).map(|view| view.door.clone());
            VoiceView { page, door }
        })
        .collect();
    let open_now = i64::try_from(offices.iter().filter(|view| view.door.open).count()).unwrap_or_default();
    offices.sort_by_key(|view| !view.door.open);
    offices.truncate(OFFICES);
    let part = DoorsPart { frame: frame.clone(), voices, offices, open_now };
    let markup = part.render().map_err(|error| Error::internal(format!("template: {error}")))?;
    // "Apre domani" is not true any more after midnight.
    let kept = Kept::part(markup).shows("pages").shows("offices").until(dates::next_midnight(frame.now, &frame.zone));
    Ok(match until {
        Some(until) => kept.until(until),
        None => kept,
    })
}
