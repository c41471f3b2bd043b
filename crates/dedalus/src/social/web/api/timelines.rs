//! /timelines/… — what the town says, and what one follows; the lists of posts of every other address go through here, too.

use axum::response::Response;
use http::Method;
use kit::Result;
use serde::Deserialize;
use serde_json::json;

use super::shape::{PostShape, of_cards};
use crate::api_path;
use crate::identity::api::{Ask, Caller, Limit, Number, Params, Place, answer, at, with_next};
use crate::identity::{Routes, Scope, Viewer};
use crate::shell::App;
use crate::social::bookmark;
use crate::social::card::{self, PostCard};
use crate::social::post::PostId;
use crate::social::timeline::{self, Whose};
use crate::social::web::kept::cursor_of;

/// Addresses of time lines.
pub fn routes() -> Routes {
    let anybody = Ask::Anybody(Scope::ReadStatuses);
    Routes::new()
        .api(
            at(
                Method::GET,
                api_path!("/timelines/town"),
                "getTownTimeline",
                "What pages and people of the town say, the newest first.",
                anybody,
            )
            .query("from", "Only pages, or only people.", json!({"type": "string", "enum": ["all", "pages", "people"], "default": "all"}))
            .before()
            .lists::<PostShape>(),
            town,
        )
        .api(
            at(
                Method::GET,
                api_path!("/timelines/home"),
                "getHomeTimeline",
                "What the person follows, the newest first.",
                Ask::Person(Scope::ReadStatuses),
            )
            .before()
            .lists::<PostShape>(),
            home,
        )
        .api(
            at(
                Method::GET,
                api_path!("/bookmarks"),
                "listBookmarks",
                "What the person keeps, the newest first.",
                Ask::Person(Scope::ReadBookmarks),
            )
            .limit()
            .query("before", "Take it from the Link header.", json!({"type": "string", "pattern": "^[1-9][0-9]{0,17}-[1-9][0-9]{0,17}$"}))
            .lists::<PostShape>(),
            bookmarks,
        )
}

/// Which rows of a list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Which {
    /// Before which row.
    pub before: Option<Number>,
    /// How many.
    #[serde(default)]
    pub limit: Limit,
}

impl Which {
    /// The same as the lists want it.
    pub fn post(&self) -> Option<PostId> {
        self.before.map(|before| PostId(before.get()))
    }
}

/// A page of posts from one card more than it has; `more` are the parameters of the next page beside its place.
pub async fn posts(
    app: &App,
    viewer: &Viewer,
    path: &str,
    limit: Limit,
    mut cards: Vec<PostCard>,
    more: &[(&'static str, String)],
) -> Result<Response> {
    let last = limit.cut(&mut cards).map(|card| card.entry);
    let next = last.map(|entry| {
        let mut pairs = vec![("before", entry.to_string()), ("limit", limit.rows().to_string())];
        pairs.extend(more.iter().cloned());
        pairs
    });
    Ok(with_next(app, answer(&of_cards(app, viewer, &cards).await?), path, next))
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum From {
    #[default]
    All,
    Pages,
    People,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfTown {
    #[serde(default)]
    from: From,
    before: Option<Number>,
    #[serde(default)]
    limit: Limit,
}

async fn town(app: App, caller: Caller, Params(which): Params<OfTown>) -> Result<Response> {
    let (before, rows) = (which.before.map(|before| PostId(before.get())), which.limit.and_one());
    let whose = match which.from {
        From::All => Whose::All,
        From::Pages => Whose::Pages,
        From::People => Whose::People,
    };
    let cards = timeline::town(&app.db, &caller, whose, before, rows).await?;
    let word = match which.from {
        From::All => None,
        From::Pages => Some("pages"),
        From::People => Some("people"),
    };
    let more: Vec<_> = word.map(|word| ("from", word.to_owned())).into_iter().collect();
    posts(&app, &caller, api_path!("/timelines/town"), which.limit, cards, &more).await
}

async fn home(app: App, caller: Caller, Params(which): Params<Which>) -> Result<Response> {
    let cards = timeline::home(&app.db, &caller, which.before.map(Number::get), which.limit.and_one()).await?;
    posts(&app, &caller, api_path!("/timelines/home"), which.limit, cards, &[]).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    before: Option<Place>,
    #[serde(default)]
    limit: Limit,
}

async fn bookmarks(app: App, caller: Caller, Params(which): Params<Kept>) -> Result<Response> {
    let before = which.before.map(|place| (place.at, PostId(place.id)));
    let mut rows = bookmark::kept(&app.db, &caller, "", before, which.limit.and_one()).await?;
    let last = which.limit.cut(&mut rows).map(|(post, since)| cursor_of(*since, post.0));
    let ids: Vec<PostId> = rows.into_iter().map(|(post, _)| post).collect();
    let cards = card::several(&app.db, &caller, &ids).await?;
    let next = last.map(|last| vec![("before", last), ("limit", which.limit.rows().to_string())]);
    Ok(with_next(&app, answer(&of_cards(&app, &caller, &cards).await?), api_path!("/bookmarks"), next))
}
