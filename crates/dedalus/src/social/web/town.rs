//! /piazza — what pages and people of the town say, together or apart, for everybody.

use askama::Template;
use axum::response::Response;
use kit::i18n::dates;
use kit::{Error, Result};

use super::at::number;
use super::paging::{PAGE, PagesNav, Slice, before, people, slice};
use super::square::Fresh;
use crate::identity::Viewer;
use crate::shell::{App, Frame, Keep, Query, page};
use crate::social::card::PostCard;
use crate::social::timeline::{Whose, town};

/// The choices: address, key of the words, and whose posts.
const CHIPS: [(&str, &str, Whose); 3] = [
    ("/piazza", "town-all", Whose::All),
    ("/piazza?da=pagine", "town-pages", Whose::Pages),
    ("/piazza?da=persone", "town-people", Whose::People),
];

#[derive(Template)]
#[template(path = "social/templates/town.html")]
struct TownPage {
    frame: Frame,
    posts: Slice<PostCard>,
    whose: Whose,
    fresh: Fresh,
}

impl TownPage {
    fn pages(&self) -> PagesNav {
        self.posts.nav(&self.frame, self.path())
    }

    /// Where these posts are read.
    fn path(&self) -> &'static str {
        path(self.whose)
    }

    /// The choices: address, words, and whether it is this one.
    fn chips(&self) -> [(&'static str, &'static str, bool); 3] {
        CHIPS.map(|(path, key, whose)| (path, self.frame.t(key), whose == self.whose))
    }

    /// Where it is asked for what came since.
    fn news(&self) -> String {
        let newest = self.posts.rows.first().map_or(0, |card| card.entry);
        match self.whose {
            Whose::All => format!("/piazza/nuovi?dopo={newest}"),
            Whose::Pages => format!("/piazza/nuovi?da=pagine&dopo={newest}"),
            Whose::People => format!("/piazza/nuovi?da=persone&dopo={newest}"),
        }
    }
}

/// Where these posts are read.
fn path(whose: Whose) -> &'static str {
    CHIPS.iter().find(|(_, _, of)| *of == whose).map_or("/piazza", |(path, _, _)| path)
}

/// Whose posts the address asks for.
fn asked(query: &Query) -> Result<Whose> {
    match query.0.line("da").as_str() {
        "" => Ok(Whose::All),
        "pagine" => Ok(Whose::Pages),
        "persone" => Ok(Whose::People),
        _ => Err(Error::NotFound),
    }
}

/// GET /piazza?da=…&prima=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let (whose, from) = (asked(&query)?, before(&query));
    let posts = slice(town(&app.db, &viewer, whose, from, PAGE + 1).await?, from);
    let mut keep = Keep::of(["square", "town", "pages"]).until(Some(dates::next_midnight(frame.now, &frame.zone)));
    keep.tags.extend(people(posts.rows.iter().map(|card| (card.page_id.is_some(), card.person_id))));
    let fresh = Fresh::none(&frame, path(whose));
    Ok(keep.on(page(&TownPage { frame, posts, whose, fresh })?))
}

/// GET /piazza/nuovi?da=…&dopo=… — the bar with the number of posts since one; 204 when there are none.
pub async fn news(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let whose = asked(&query)?;
    let since = number(&query.0.line("dopo")).map_or(0, |id| id.0);
    let newest = town(&app.db, &viewer, whose, None, PAGE + 1).await?;
    Fresh::since(frame, path(whose), &newest, since)
}
