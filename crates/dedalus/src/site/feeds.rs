//! /feed.rss, /feed.atom, /feed.json, for the town and under each page: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use kit::{Error, Result};
use wire::feed::Feed;

use crate::identity::{Act, Office, Page, Person, Routes, Viewer};
use crate::shell::{App, Frame, Keep};
use crate::social::{self, Community, FeedOf, PostId, Whose};

/// How many items a feed has.
const ITEMS: i64 = 30;

/// Addresses of the feeds.
pub fn routes() -> Routes {
    Routes::new()
        .get("/feed.rss", Act::Read, async |app: App, frame: Frame| town(app, frame, Format::Rss).await)
        .get("/feed.atom", Act::Read, async |app: App, frame: Frame| town(app, frame, Format::Atom).await)
        .get("/feed.json", Act::Read, async |app: App, frame: Frame| town(app, frame, Format::Json).await)
        .get("/novita/feed.rss", Act::Read, async |app: App, frame: Frame| town(app, frame, Format::Rss).await)
        .get("/novita/feed.atom", Act::Read, async |app: App, frame: Frame| town(app, frame, Format::Atom).await)
        .get("/novita/feed.json", Act::Read, async |app: App, frame: Frame| town(app, frame, Format::Json).await)
        .get("/piazza/feed.rss", Act::Read, async |app: App, frame: Frame| square(app, frame, Format::Rss).await)
        .get("/piazza/feed.atom", Act::Read, async |app: App, frame: Frame| square(app, frame, Format::Atom).await)
        .get("/piazza/feed.json", Act::Read, async |app: App, frame: Frame| square(app, frame, Format::Json).await)
        .get("/pagine/{handle}/feed.rss", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_page(app, frame, at, Format::Rss).await
        })
        .get("/pagine/{handle}/feed.atom", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_page(app, frame, at, Format::Atom).await
        })
        .get("/pagine/{handle}/feed.json", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_page(app, frame, at, Format::Json).await
        })
        .get("/comunita/{handle}/feed.rss", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_community(app, frame, at, Format::Rss).await
        })
        .get("/comunita/{handle}/feed.atom", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_community(app, frame, at, Format::Atom).await
        })
        .get("/comunita/{handle}/feed.json", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_community(app, frame, at, Format::Json).await
        })
        .get("/argomenti/{tag}/feed.rss", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_tag(app, frame, at, Format::Rss).await
        })
        .get("/argomenti/{tag}/feed.atom", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_tag(app, frame, at, Format::Atom).await
        })
        .get("/argomenti/{tag}/feed.json", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_tag(app, frame, at, Format::Json).await
        })
        .merge(personal_routes())
}

/// Those of people and offices.
fn personal_routes() -> Routes {
    Routes::new()
        .get("/persone/{handle}/feed.rss", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_person(app, frame, at, Format::Rss).await
        })
        .get("/persone/{handle}/feed.atom", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_person(app, frame, at, Format::Atom).await
        })
        .get("/persone/{handle}/feed.json", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_person(app, frame, at, Format::Json).await
        })
        .get("/uffici/{slug}/feed.rss", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_office(app, frame, at, Format::Rss).await
        })
        .get("/uffici/{slug}/feed.atom", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_office(app, frame, at, Format::Atom).await
        })
        .get("/uffici/{slug}/feed.json", Act::Read, async |app: App, frame: Frame, at: Path<String>| {
            of_office(app, frame, at, Format::Json).await
        })
}

/// How a feed is written.
#[derive(Clone, Copy)]
pub(super) enum Format {
    /// RSS 2.0.
    Rss,
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl Format {
    const fn content_type(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml; charset=utf-8",
            Self::Atom => "application/atom+xml; charset=utf-8",
            Self::Json => "application/feed+json; charset=utf-8",
        }
    }
}

async fn town(app: App, frame: Frame, format: Format) -> Result<Response> {
    let items = social::feed_items(&app, FeedOf::Town, ITEMS).await?;
    let feed = Feed {
        title: frame.town.name.clone(),
        description: frame.t1("site-description", "town", &frame.town.name),
        link: app.absolute("/"),
        address: app.absolute(&frame.path),
        language: app.config.town.language.clone(),
        items,
    };
    Ok(answer(&feed, format, Keep::of(["square", "home", "pages"])))
}

/// What pages and people say, as far as everybody may read it.
async fn square(app: App, frame: Frame, format: Format) -> Result<Response> {
    let cards = social::town_time_line(&app.db, &Viewer::nobody(), Whose::All, None, ITEMS).await?;
    let ids: Vec<PostId> = cards.iter().map(|card| card.id).collect();
    let feed = Feed {
        title: format!("{} · {}", frame.t("town-title"), frame.town.name),
        description: frame.t("town-lead").to_owned(),
        link: app.absolute("/piazza"),
        address: app.absolute(&frame.path),
        language: app.config.town.language.clone(),
        items: social::feed_items_of(&app, &ids).await?,
    };
    Ok(answer(&feed, format, Keep::of(["square", "town", "pages"])))
}

async fn of_page(app: App, frame: Frame, Path(handle): Path<String>, format: Format) -> Result<Response> {
    let page = Page::by_handle(&app.db, &handle).await?;
    let items = social::feed_items(&app, FeedOf::Page(page.id), ITEMS).await?;
    let feed = Feed {
        title: format!("{} · {}", page.name, frame.town.name),
        description: page.bio.clone(),
        link: app.absolute(&page.path()),
        address: app.absolute(&frame.path),
        language: app.config.town.language.clone(),
        items,
    };
    let keep = Keep::of(["square", "pages"]).and(format!("page:{}", page.id));
    Ok(answer(&feed, format, keep))
}

/// A feed is read by programs nobody has signed in: only open communities have one.
async fn of_community(app: App, frame: Frame, Path(handle): Path<String>, format: Format) -> Result<Response> {
    let community = Community::readable_by(&app.db, &Viewer::nobody(), &handle).await?;
    let items = social::feed_items(&app, FeedOf::Community(community.id), ITEMS).await?;
    let feed = Feed {
        title: format!("{} · {}", community.name, frame.town.name),
        description: community.purpose.clone(),
        link: app.absolute(&community.path()),
        address: app.absolute(&frame.path),
        language: app.config.town.language.clone(),
        items,
    };
    let keep = Keep::of(["square", "pages", "communities"]).and(format!("community:{}", community.id));
    Ok(answer(&feed, format, keep))
}

/// What somebody says in their own name, as far as everybody may read it; a private profile has none.
async fn of_person(app: App, frame: Frame, Path(handle): Path<String>, format: Format) -> Result<Response> {
    let person = Person::by_handle(&app.db, &handle).await?;
    if person.private {
        return Err(Error::NotFound);
    }
    let feed = Feed {
        title: format!("{} · {}", person.name, frame.town.name),
        description: person.bio.clone(),
        link: app.absolute(&person.path()),
        address: app.absolute(&frame.path),
        language: app.config.town.language.clone(),
        items: social::feed_items(&app, FeedOf::Person(person.id), ITEMS).await?,
    };
    Ok(answer(&feed, format, Keep::of(["square", "town"]).and(format!("person:{}", person.id))))
}

/// What the pages of an office say.
async fn of_office(app: App, frame: Frame, Path(slug): Path<String>, format: Format) -> Result<Response> {
    let office = Office::by_slug(&app.db, &slug).await?;
    let feed = Feed {
        title: format!("{} · {}", office.name, frame.town.name),
        description: office.purpose.clone(),
        link: app.absolute(&format!("/uffici/{}", office.slug)),
        address: app.absolute(&frame.path),
        language: app.config.town.language.clone(),
        items: social::feed_items(&app, FeedOf::Office(office.id), ITEMS).await?,
    };
    Ok(answer(&feed, format, Keep::of(["square", "town", "pages", "offices"])))
}

/// A subject nobody wrote about has an empty feed, like one of which nothing is for everybody.
async fn of_tag(app: App, frame: Frame, Path(name): Path<String>, format: Format) -> Result<Response> {
    let name = kit::text::fold(&name);
    let items = match social::find_tag(&app.db, &name).await? {
        Some(tag) => social::feed_items(&app, FeedOf::Tag(tag), ITEMS).await?,
        None => Vec::new(),
    };
    let feed = Feed {
        title: format!("#{name} · {}", frame.town.name),
        description: frame.t("tag-lead").to_owned(),
        link: app.absolute(&social::tag_path(&name)),
        address: app.absolute(&frame.path),
        language: app.config.town.language.clone(),
        items,
    };
    Ok(answer(&feed, format, Keep::of(["square", "town", "pages"])))
}

fn answer(feed: &Feed, format: Format, keep: Keep) -> Response {
    keep.on(plain(feed, format))
}

/// A feed that is made anew each time.
pub(super) fn plain(feed: &Feed, format: Format) -> Response {
    let body = match format {
        Format::Rss => feed.rss(),
        Format::Atom => feed.atom(),
        Format::Json => feed.json(),
    };
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(format.content_type()));
    response
}
