//! /people and /pages — who speaks, and what they say.

use axum::extract::Path;
use axum::response::Response;
use http::Method;
use kit::rate::Key;
use kit::text::clean_line;
use kit::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::follow::word;
use super::shape::PostShape;
use super::timelines::{Which, posts};
use crate::api_path;
use crate::identity::api::{Ask, Caller, Limit, Params, answer, at};
use crate::identity::{Page, Person, Regard, Routes, Scope, Viewer};
use crate::shell::App;
use crate::social::card;
use crate::social::follow::{Following, Source};
use crate::social::people::people_like;

/// Addresses of people and pages.
pub fn routes() -> Routes {
    let anybody = Ask::Anybody(Scope::ReadAccounts);
    let reads = Ask::Anybody(Scope::ReadStatuses);
    Routes::new()
        .api(
            at(Method::GET, api_path!("/people"), "findPeople", "People whose name is most like some words.", anybody)
                .needs("q", "Part of a name.", json!({"type": "string", "minLength": 1, "maxLength": 100}))
                .limit()
                .lists::<PersonRef>(),
            find,
        )
        .api(at(Method::GET, api_path!("/people/{handle}"), "getPerson", "A person.", anybody).gives::<PersonShape>(200), person)
        .api(
            at(Method::GET, api_path!("/people/{handle}/posts"), "listPostsOfPerson", "What a person wrote, the newest first.", reads)
                .before()
                .lists::<PostShape>(),
            posts_of_person,
        )
        .api(at(Method::GET, api_path!("/pages"), "listPages", "The voices of the institution.", anybody).lists::<PageShape>(), pages)
        .api(at(Method::GET, api_path!("/pages/{handle}"), "getPage", "A voice of the institution.", anybody).gives::<PageShape>(200), page)
        .api(
            at(Method::GET, api_path!("/pages/{handle}/posts"), "listPostsOfPage", "What a page says, the newest first.", reads)
                .before()
                .lists::<PostShape>(),
            posts_of_page,
        )
}

/// Somebody by name.
#[derive(Serialize, ToSchema)]
pub struct PersonRef {
    /// Name in addresses.
    handle: String,
    /// Name.
    name: String,
    /// The public page.
    url: String,
}

impl PersonRef {
    /// Of somebody found.
    pub fn new(app: &App, handle: &str, name: &str) -> Self {
        Self { handle: handle.to_owned(), name: name.to_owned(), url: app.absolute(&format!("/persone/{handle}")) }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    q: String,
    #[serde(default)]
    limit: Limit,
}

async fn find(app: App, caller: Caller, Params(words): Params<Words>) -> Result<Response> {
    app.limiter.take("search", Key::address(caller.address))?;
    if !(1..=100).contains(&words.q.chars().count()) {
        return Err(Error::field("q", "error-api-words"));
    }
    let limit = u32::try_from(words.limit.rows()).unwrap_or(20);
    let found = people_like(&app.db, &caller, &clean_line(&words.q), limit).await?;
    Ok(answer(&found.iter().map(|person| PersonRef::new(&app, &person.handle, &person.name)).collect::<Vec<_>>()))
}

/// A person as the viewer sees them.
#[derive(Serialize, ToSchema)]
#[schema(as = Person)]
struct PersonShape {
    /// Name in addresses.
    handle: String,
    /// Name.
    name: String,
    /// The public page.
    url: String,
    /// A few words; empty where the profile is private and the viewer does not follow it.
    bio: String,
    /// Only accepted followers read what this person posts.
    private: bool,
    /// How many follow.
    followers: i64,
    /// Does the viewer follow them: `yes`, `asked`, or `no`.
    following: String,
}

/// Whoever the viewer may know of: of two of whom one blocked the other, neither is there for the other.
async fn known(app: &App, viewer: &Viewer, handle: &str) -> Result<Person> {
    let person = Person::by_handle(&app.db, handle).await?;
    if let Some(me) = viewer.id()
        && Regard::between(&app.db, me, person.id).await?.apart()
    {
        return Err(Error::NotFound);
    }
    Ok(person)
}

/// Is what this person says closed to the viewer?
async fn is_closed(app: &App, viewer: &Viewer, person: &Person) -> Result<bool> {
    let mine = viewer.id() == Some(person.id);
    Ok(person.private && !mine && Source::from(person.id).followed_by(&app.db, viewer).await? != Following::Yes)
}

async fn person(app: App, caller: Caller, Path(handle): Path<String>) -> Result<Response> {
    let person = known(&app, &caller, &handle).await?;
    let closed = is_closed(&app, &caller, &person).await?;
    let source = Source::from(person.id);
    Ok(answer(&PersonShape {
        url: app.absolute(&person.path()),
        bio: if closed { String::new() } else { person.bio },
        private: person.private,
        followers: source.followers(&app.db).await?,
        following: word(source.followed_by(&app.db, &caller).await?).to_owned(),
        handle: person.handle,
        name: person.name,
    }))
}

async fn posts_of_person(app: App, caller: Caller, Path(handle): Path<String>, Params(which): Params<Which>) -> Result<Response> {
    let person = known(&app, &caller, &handle).await?;
    let closed = is_closed(&app, &caller, &person).await?;
    let found = card::of_person(&app.db, &caller, person.id, which.post(), which.limit.and_one());
    let cards = if closed { Vec::new() } else { found.await? };
    let path = format!("/api/dedalus/v1/people/{}/posts", person.handle);
    posts(&app, &caller, &path, which.limit, cards, &[]).await
}

/// A voice of the institution.
#[derive(Serialize, ToSchema)]
#[schema(as = Page)]
struct PageShape {
    /// Name in addresses.
    handle: String,
    /// Name.
    name: String,
    /// The public page.
    url: String,
    /// Who speaks here and about what.
    bio: String,
}

impl PageShape {
    fn of(app: &App, page: Page) -> Self {
        Self { url: app.absolute(&page.path()), handle: page.handle, name: page.name, bio: page.bio }
    }
}

async fn pages(app: App, _caller: Caller) -> Result<Response> {
    let pages = Page::all(&app.db).await?;
    Ok(answer(&pages.into_iter().map(|page| PageShape::of(&app, page)).collect::<Vec<_>>()))
}

async fn page(app: App, _caller: Caller, Path(handle): Path<String>) -> Result<Response> {
    Ok(answer(&PageShape::of(&app, Page::by_handle(&app.db, &handle).await?)))
}

async fn posts_of_page(app: App, caller: Caller, Path(handle): Path<String>, Params(which): Params<Which>) -> Result<Response> {
    let page = Page::by_handle(&app.db, &handle).await?;
    let cards = card::of_page(&app.db, &caller, page.id, which.post(), which.limit.and_one()).await?;
    let path = format!("/api/dedalus/v1/pages/{}/posts", page.handle);
    posts(&app, &caller, &path, which.limit, cards, &[]).await
}
