//! /tags — what people talk about, and the posts under each subject.

use axum::extract::Path;
use axum::response::Response;
use http::Method;
use kit::text::fold;
use kit::{Error, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shape::PostShape;
use super::timelines::{Which, posts};
use crate::api_path;
use crate::identity::api::{Ask, Caller, Limit, Params, answer, at};
use crate::identity::{Routes, Scope};
use crate::shell::App;
use crate::social::card;
use crate::social::tag;

/// Addresses of subjects.
pub fn routes() -> Routes {
    let anybody = Ask::Anybody(Scope::ReadStatuses);
    Routes::new()
        .api(
            at(Method::GET, api_path!("/tags"), "listTags", "The subjects most used in the last thirty days.", anybody)
                .limit()
                .lists::<TagShape>(),
            list,
        )
        .api(
            at(Method::GET, api_path!("/tags/{tag}/posts"), "listPostsOfTag", "Posts under a subject, the newest first.", anybody)
                .before()
                .lists::<PostShape>(),
            posts_of,
        )
}

/// A subject.
#[derive(Serialize, ToSchema)]
#[schema(as = Tag)]
struct TagShape {
    /// As it was written first.
    name: String,
    /// The public page.
    url: String,
    /// Posts of the last thirty days that the viewer may read.
    uses: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Most {
    #[serde(default)]
    limit: Limit,
}

async fn list(app: App, caller: Caller, Params(most): Params<Most>) -> Result<Response> {
    let found = tag::most_used(&app.db, &caller, most.limit.rows()).await?;
    let rows = found.into_iter().map(|used| TagShape { url: app.absolute(&used.path()), name: used.name, uses: used.uses });
    Ok(answer(&rows.collect::<Vec<_>>()))
}

async fn posts_of(app: App, caller: Caller, Path(name): Path<String>, Params(which): Params<Which>) -> Result<Response> {
    let name = fold(&name);
    if name.is_empty() || name.chars().count() > 50 || !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        return Err(Error::NotFound);
    }
    let cards = match tag::find(&app.db, &name).await? {
        Some(id) => card::of_tag(&app.db, &caller, id, which.post(), which.limit.and_one()).await?,
        None => Vec::new(),
    };
    let path = tag::path(&name).replacen("/argomenti", "/api/dedalus/v1/tags", 1);
    posts(&app, &caller, &format!("{path}/posts"), which.limit, cards, &[]).await
}
