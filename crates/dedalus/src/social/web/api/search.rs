//! /search — across every post and comment the viewer may see, and nothing else.

use axum::response::Response;
use http::Method;
use kit::rate::Key;
use kit::text::clean_line;
use kit::{Error, Result};
use serde::Deserialize;
use serde_json::json;

use super::shape::{PostShape, of_posts};
use crate::api_path;
use crate::identity::api::{Ask, Caller, Limit, Number, Params, answer, at, with_next};
use crate::identity::{Routes, Scope};
use crate::shell::App;
use crate::social::post::{Post, PostId};
use crate::social::search::{Asked, Order, search};

/// Pages of results by relevance: what is weighed ends there.
const LAST_PAGE: u32 = 100;

/// The address of the search.
pub fn routes() -> Routes {
    Routes::new().api(
        at(Method::GET, api_path!("/search"), "search", "Posts and comments with all these words.", Ask::Anybody(Scope::ReadStatuses))
            .needs("q", "Words.", json!({"type": "string", "minLength": 1, "maxLength": 200}))
            .query("kind", "Of what.", json!({"type": "string", "enum": ["all", "posts", "comments"], "default": "all"}))
            .query("order", "What comes first.", json!({"type": "string", "enum": ["recent", "relevant"], "default": "recent"}))
            .query("page", "Which page, by relevance.", json!({"type": "integer", "minimum": 1, "maximum": LAST_PAGE, "default": 1}))
            .before()
            .lists::<PostShape>(),
        find,
    )
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    #[default]
    All,
    Posts,
    Comments,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum First {
    #[default]
    Recent,
    Relevant,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    q: String,
    #[serde(default)]
    kind: Kind,
    #[serde(default)]
    order: First,
    #[serde(default = "one")]
    page: u32,
    before: Option<Number>,
    #[serde(default)]
    limit: Limit,
}

const fn one() -> u32 {
    1
}

async fn find(app: App, caller: Caller, Params(question): Params<Question>) -> Result<Response> {
    app.limiter.take("search", Key::address(caller.address))?;
    if !(1..=200).contains(&question.q.chars().count()) {
        return Err(Error::field("q", "error-api-words"));
    }
    if !(1..=LAST_PAGE).contains(&question.page) {
        return Err(Error::field("page", "error-api-number"));
    }
    let words = clean_line(&question.q);
    if words.is_empty() {
        return Ok(answer(&Vec::<PostShape>::new()));
    }
    let (kinds, word): (&[&str], _) = match question.kind {
        Kind::All => (&["post", "comment"], "all"),
        Kind::Posts => (&["post"], "posts"),
        Kind::Comments => (&["comment"], "comments"),
    };
    let limit = u32::try_from(question.limit.rows()).unwrap_or(20);
    let recent = question.order == First::Recent;
    let order = if recent {
        Order::Recency { before: question.before.map(|before| PostId(before.get())) }
    } else {
        Order::Relevance { skip: (question.page - 1) * limit }
    };
    let asked = Asked { words: &words, kinds, page: None, from: None, until: None, order, limit: limit + 1 };
    let mut found = search(&app.db, &caller, &asked).await?;
    let last = question.limit.cut(&mut found).map(|last| last.id);
    let place = last.and_then(|last| match recent {
        true => Some(vec![("before", last.to_string()), ("order", "recent".to_owned())]),
        false if question.page < LAST_PAGE => Some(vec![("page", (question.page + 1).to_string()), ("order", "relevant".to_owned())]),
        false => None,
    });
    let next = place.map(|mut pairs| {
        pairs.extend([("q", question.q.clone()), ("kind", word.to_owned()), ("limit", question.limit.rows().to_string())]);
        pairs
    });
    let ids: Vec<PostId> = found.iter().map(|found| found.id).collect();
    let rows = of_posts(&app, &caller, Post::several(&app.db, &caller, &ids).await?).await?;
    Ok(with_next(&app, answer(&rows), api_path!("/search"), next))
}
