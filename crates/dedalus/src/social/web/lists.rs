//! /novita and /conversazioni — everything the voices say, everything that is said back.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::i18n::dates;

use super::paging::{PAGE, PagesNav, Slice, before, people, slice};
use crate::identity::{Page, Viewer};
use crate::shell::{App, Frame, Keep, Query, page};
use crate::social::card::{self, PostCard, TalkCard};

#[derive(Template)]
#[template(path = "social/templates/news.html")]
struct NewsPage {
    frame: Frame,
    posts: Slice<PostCard>,
    voices: Vec<Page>,
    /// The voice that alone is shown.
    chosen: Option<Page>,
}

impl NewsPage {
    fn pages(&self) -> PagesNav {
        match &self.chosen {
            Some(voice) => self.posts.nav(&self.frame, &format!("/novita?voce={}", voice.handle)),
            None => self.posts.nav(&self.frame, "/novita"),
        }
    }

    fn is_chosen(&self, voice: &Page) -> bool {
        self.chosen.as_ref().is_some_and(|chosen| chosen.id == voice.id)
    }
}

/// GET /novita?voce=…&prima=…
pub async fn news(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let voices = Page::all(&app.db).await?;
    let wanted = query.0.line("voce");
    let chosen = match voices.iter().find(|voice| voice.handle == wanted) {
        Some(voice) => Some(voice.clone()),
        None if wanted.is_empty() => None,
        None => return Err(kit::Error::NotFound),
    };
    let from = before(&query);
    let rows = match &chosen {
        Some(voice) => card::of_page(&app.db, &viewer, voice.id, from, PAGE + 1).await?,
        None => card::voices(&app.db, &viewer, from, PAGE + 1).await?,
    };
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let answer = page(&NewsPage { frame, posts: slice(rows, from), voices, chosen })?;
    Ok(Keep::of(["square", "town", "pages"]).until(Some(midnight)).on(answer))
}

#[derive(Template)]
#[template(path = "social/templates/talk.html")]
struct TalkPage {
    frame: Frame,
    talk: Slice<TalkCard>,
}

impl TalkPage {
    fn pages(&self) -> PagesNav {
        self.talk.nav(&self.frame, "/conversazioni")
    }
}

/// GET /conversazioni?prima=…
pub async fn talk(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let from = before(&query);
    let talk = slice(card::talk(&app.db, &viewer, from, PAGE + 1).await?, from);
    let mut keep = Keep::of(["square", "town", "pages"]).until(Some(dates::next_midnight(frame.now, &frame.zone)));
    keep.tags.extend(people(talk.rows.iter().map(|card| (card.page_id.is_some(), card.person_id))));
    Ok(keep.on(page(&TalkPage { frame, talk })?))
}
