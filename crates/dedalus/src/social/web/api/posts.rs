//! /posts/{id} — one post or comment, the thread below it, and who likes it.

use axum::response::Response;
use http::Method;
use kit::{Error, Result};
use serde::Deserialize;
use serde_json::json;

use super::people::PersonRef;
use super::shape::{PostShape, of_one, of_posts};
use crate::api_path;
use crate::identity::api::{Ask, Caller, Limit, Number, Params, Place, answer, at, with_next};
use crate::identity::{PersonId, Routes, Scope};
use crate::shell::App;
use crate::social::comment::{Branch, Part, Sort, thread};
use crate::social::like::likers;
use crate::social::post::{Post, PostId};
use crate::social::web::at::At;

/// Addresses of single posts, to be read.
pub fn routes() -> Routes {
    let anybody = Ask::Anybody(Scope::ReadStatuses);
    Routes::new()
        .api(at(Method::GET, api_path!("/posts/{id}"), "getPost", "One post or comment.", anybody).gives::<PostShape>(200), show)
        .api(
            at(
                Method::GET,
                api_path!("/posts/{id}/thread"),
                "getThread",
                "The comments below a post: each before the answers to it. What was taken back keeps its place.",
                anybody,
            )
            .query(
                "sort",
                "The order of the first level.",
                json!({"type": "string", "enum": ["oldest", "newest", "liked"], "default": "oldest"}),
            )
            .query(
                "after",
                "Only after this comment of the first level: take it from the Link header.",
                json!({"type": "string", "pattern": "^[1-9][0-9]{0,17}$"}),
            )
            .query("branch", "One comment with everything below it.", json!({"type": "string", "pattern": "^[1-9][0-9]{0,17}$"}))
            .lists::<PostShape>(),
            talk,
        )
        .api(
            at(Method::GET, api_path!("/posts/{id}/likes"), "listLikes", "Who likes it, as far as the viewer may know.", anybody)
                .query(
                    "before",
                    "Take it from the Link header.",
                    json!({"type": "string", "pattern": "^[1-9][0-9]{0,17}-[1-9][0-9]{0,17}$"}),
                )
                .lists::<PersonRef>(),
            likes,
        )
}

async fn show(app: App, caller: Caller, At(id): At) -> Result<Response> {
    Ok(answer(&of_one(&app, &caller, id).await?))
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Order {
    #[default]
    Oldest,
    Newest,
    Liked,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Which {
    #[serde(default)]
    sort: Order,
    after: Option<Number>,
    branch: Option<Number>,
}

async fn talk(app: App, caller: Caller, At(id): At, Params(which): Params<Which>) -> Result<Response> {
    let root = Post::visible_to(&app.db, &caller, id).await?;
    if root.is_comment() {
        return Err(Error::NotFound);
    }
    let (sort, word) = match which.sort {
        Order::Oldest => (Sort::Oldest, "oldest"),
        Order::Newest => (Sort::Newest, "newest"),
        Order::Liked => (Sort::Liked, "liked"),
    };
    let post = |number: Option<Number>| number.map(|number| PostId(number.get()));
    let part = Part { sort, after: post(which.after), branch: post(which.branch) };
    let found = thread(&app.db, &caller, id, part).await?;
    let mut rows = Vec::new();
    flatten(found.branches, &mut rows);
    let next = found.more.map(|after| {
        let mut pairs = vec![("sort", word.to_owned()), ("after", after.to_string())];
        pairs.extend(part.branch.map(|branch| ("branch", branch.to_string())));
        pairs
    });
    Ok(with_next(&app, answer(&of_posts(&app, &caller, rows).await?), &format!("/api/dedalus/v1/posts/{id}/thread"), next))
}

/// Each comment before the answers to it.
fn flatten(branches: Vec<Branch>, into: &mut Vec<Post>) {
    for branch in branches {
        into.push(branch.comment);
        flatten(branch.answers, into);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Before {
    before: Option<Place>,
}

async fn likes(app: App, caller: Caller, At(id): At, Params(which): Params<Before>) -> Result<Response> {
    Post::visible_to(&app.db, &caller, id).await?;
    let before = which.before.map(|place| (place.at, PersonId(place.id)));
    // The page asks for one more than its fifty, which says whether there is a next one.
    let mut people = likers(&app.db, &caller, id, before).await?;
    let page = Limit::try_from(50).unwrap_or_default();
    let last = page.cut(&mut people).map(|last| format!("{}-{}", last.since.micros(), last.id));
    let rows: Vec<PersonRef> = people.iter().map(|person| PersonRef::new(&app, &person.handle, &person.name)).collect();
    let next = last.map(|last| vec![("before", last)]);
    Ok(with_next(&app, answer(&rows), &format!("/api/dedalus/v1/posts/{id}/likes"), next))
}
