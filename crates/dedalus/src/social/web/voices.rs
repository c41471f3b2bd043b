//! /pagine — the voices of the town, and what each of them says.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::i18n::dates;

use super::about;
use super::follow::FollowButton;
use super::paging::{PAGE, PagesNav, Slice, before, slice};
use crate::identity::{Calendar, DoorView, Office, Page, Stretch, Viewer, all_hours, door_turns, door_view};
use crate::shell::{App, Frame, Html, Keep, Query, page};
use crate::social::card::{self, PostCard};
use crate::social::follow::Source;

/// A voice with its door.
struct VoiceView {
    page: Page,
    door: Option<DoorView>,
}

#[derive(Template)]
#[template(path = "social/templates/voices.html")]
struct VoicesPage {
    frame: Frame,
    voices: Vec<VoiceView>,
}

/// GET /pagine
pub async fn index(app: App, frame: Frame) -> Result<Response> {
    let (pages, hours, calendar) = tokio::try_join!(Page::all(&app.db), all_hours(&app.db), Calendar::load(&app.db))?;
    let mut until = None;
    let mut voices = Vec::with_capacity(pages.len());
    for page in pages {
        let week: Vec<Stretch> = hours
            .iter()
            .filter(|row| Some(row.office_id) == page.office_id)
            .map(|row| Stretch { weekday: row.weekday, opens: row.opens, closes: row.closes })
            .collect();
        let behind = page.office_id.filter(|_| !week.is_empty());
        until = [until, behind.and_then(|office| door_turns(&frame, &week, &calendar, office))].into_iter().flatten().min();
        let door = behind.map(|office| door_view(&frame, &week, &calendar, office));
        voices.push(VoiceView { page, door });
    }
    let answer = page(&VoicesPage { frame, voices })?;
    Ok(Keep::of(["pages", "offices"]).until(until).on(answer))
}

/// The office behind a voice.
struct Behind {
    office: Office,
    door: DoorView,
}

#[derive(Template)]
#[template(path = "social/templates/voice.html")]
struct VoicePage {
    frame: Frame,
    voice: Page,
    behind: Option<Behind>,
    about: Html,
    pinned: Vec<PostCard>,
    posts: Slice<PostCard>,
    /// The viewer may publish here.
    mine: bool,
    follow: FollowButton,
    followers: i64,
}

impl VoicePage {
    fn pages(&self) -> PagesNav {
        self.posts.nav(&self.frame, &self.voice.path())
    }

    /// The illustration on top; the gulf when none was chosen.
    fn cover(&self) -> &'static str {
        self.frame.asset(if self.voice.cover.is_empty() { "golfo.svg" } else { &self.voice.cover })
    }
}

/// GET /pagine/{handle}?prima=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, query: Query) -> Result<Response> {
    let voice = Page::by_handle(&app.db, &handle).await?;
    let from = before(&query);
    let mut changes = None;
    let behind = match voice.office_id {
        Some(id) => {
            let office = Office::find(&app.db, id).await?;
            let (week, calendar) = tokio::try_join!(office.hours(&app.db), Calendar::load(&app.db))?;
            changes = door_turns(&frame, &week, &calendar, id);
            Some(Behind { door: door_view(&frame, &week, &calendar, id), office })
        }
        None => None,
    };
    let mut posts = slice(card::of_page(&app.db, &viewer, voice.id, from, PAGE + 1).await?, from);
    let pinned = if posts.later { Vec::new() } else { card::pinned_on(&app.db, &viewer, voice.id).await? };
    // What stands on top need not stand below as well.
    posts.rows.retain(|card| !pinned.iter().any(|top| top.id == card.id));
    let mine = viewer.me.as_ref().is_some_and(|me| me.publishing().any(|page| page.id == voice.id));
    let source = Source::from(voice.id);
    let follow = FollowButton::of(&app, &frame, &viewer, source, &voice.path(), &voice.name).await?;
    let followers = source.followers(&app.db).await?;
    let keep = Keep::of(["square", "pages", "offices"]).and(format!("page:{}", voice.id));
    let midnight = Some(dates::next_midnight(frame.now, &frame.zone));
    let about = about::of_voice(&app, &frame, &voice);
    let answer = page(&VoicePage { frame, voice, behind, about, pinned, posts, mine, follow, followers })?;
    Ok(keep.until(midnight).until(changes).on(answer))
}
