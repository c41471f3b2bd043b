//! /persone/{handle} — what a person chose to say about themselves, and what they wrote.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::i18n::dates;

use super::about;
use super::paging::{PAGE, PagesNav, Slice, before, slice};
use http::StatusCode;

use super::follow::FollowButton;
use crate::identity::{Person, Regard, Viewer};
use crate::shell::{App, Frame, Html, Keep, Query, page, page_with};
use crate::social::card::{self, PostCard};
use crate::social::follow::{Following, Source};
use crate::social::words::initials;

#[derive(Template)]
#[template(path = "social/templates/person.html")]
struct PersonPage {
    frame: Frame,
    handle: String,
    name: String,
    bio: String,
    mark: String,
    entries: Slice<PostCard>,
    /// It is the viewer's own.
    mine: bool,
    private: bool,
    /// A private profile shows who is no follower the name, the mark and the button.
    closed: bool,
    followers: i64,
    mutes: bool,
    follow: Option<FollowButton>,
    about: Html,
}

#[derive(Template)]
#[template(path = "social/templates/person_apart.html")]
struct ApartPage {
    frame: Frame,
    /// The viewer's own doing; then it can be undone here.
    blocks: Option<String>,
}

impl PersonPage {
    fn pages(&self) -> PagesNav {
        self.entries.nav(&self.frame, &format!("/persone/{}", self.handle))
    }
}

/// GET /persone/{handle}?prima=… — posts and comments in which they speak as themselves, newest first.
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, query: Query) -> Result<Response> {
    let person = Person::by_handle(&app.db, &handle).await?;
    let mine = viewer.id() == Some(person.id);
    let regard = match viewer.id() {
        Some(me) => Regard::between(&app.db, me, person.id).await?,
        None => Regard::default(),
    };
    if regard.apart() {
        // Nothing of each other, not even the name.
        let blocks = regard.blocks.then_some(person.handle);
        return page_with(StatusCode::GONE, &ApartPage { frame, blocks });
    }
    let source = Source::from(person.id);
    let follow = if mine { None } else { Some(FollowButton::of(&app, &frame, &viewer, source, &person.path(), &person.name).await?) };
    let closed = person.private && !mine && source.followed_by(&app.db, &viewer).await? != Following::Yes;
    let from = before(&query);
    let found = if closed { Vec::new() } else { card::of_person(&app.db, &viewer, person.id, from, PAGE + 1).await? };
    let entries = slice(found, from);
    let followers = source.followers(&app.db).await?;
    // A comment shows the title of the post above it, which may change.
    let mut keep = Keep::of(["square", "town"]).and(format!("person:{}", person.id));
    let roots = entries.rows.iter().filter_map(|card| card.root.as_ref());
    for root in roots {
        keep = keep.and(format!("post:{}", root.id));
    }
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let mark = initials(&person.name);
    let bio = if closed { String::new() } else { person.bio.clone() };
    let about = if person.private { Html(String::new()) } else { about::of_person(&app, &person) };
    let (private, mutes) = (person.private, regard.mutes);
    let view = PersonPage {
        frame,
        handle: person.handle,
        name: person.name,
        bio,
        mark,
        entries,
        mine,
        private,
        closed,
        followers,
        mutes,
        follow,
        about,
    };
    let answer = page(&view)?;
    Ok(keep.until(Some(midnight)).on(answer))
}
