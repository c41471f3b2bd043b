//! Following people, pages, communities, subjects and offices, and the list of what one follows.

use axum::extract::Path;
use axum::response::Response;
use http::Method;
use kit::rate::Key;
use kit::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api_path;
use crate::identity::api::{Ask, Caller, Limit, Params, answer, at, with_next};
use crate::identity::{Routes, Scope};
use crate::shell::App;
use crate::social::follow::{Following, SourceKind, followed};
use crate::social::web::follow::source;

/// Addresses of following.
pub fn routes() -> Routes {
    let writes = Ask::Person(Scope::WriteFollows);
    let (put, delete) = (|| Method::PUT, || Method::DELETE);
    let kinds: Vec<&str> = SourceKind::ALL.iter().map(|kind| kind.word()).collect();
    Routes::new()
        .api(
            at(Method::GET, api_path!("/following"), "listFollowing", "What the person follows, by name.", Ask::Person(Scope::ReadFollows))
                .query("kind", "Only of this kind.", json!({"type": "string", "enum": kinds}))
                .skip()
                .lists::<FollowedShape>(),
            list,
        )
        .api(
            at(put(), api_path!("/people/{handle}/follow"), "followPerson", "Follows, or asks to.", writes).gives::<StandingShape>(200),
            person,
        )
        .api(
            at(delete(), api_path!("/people/{handle}/follow"), "unfollowPerson", "Follows no more.", writes).gives::<StandingShape>(200),
            leave_person,
        )
        .api(at(put(), api_path!("/pages/{handle}/follow"), "followPage", "Follows.", writes).gives::<StandingShape>(200), page)
        .api(
            at(delete(), api_path!("/pages/{handle}/follow"), "unfollowPage", "Follows no more.", writes).gives::<StandingShape>(200),
            leave_page,
        )
        .api(
            at(put(), api_path!("/communities/{handle}/follow"), "followCommunity", "Follows.", writes).gives::<StandingShape>(200),
            community,
        )
        .api(
            at(delete(), api_path!("/communities/{handle}/follow"), "unfollowCommunity", "Follows no more.", writes)
                .gives::<StandingShape>(200),
            leave_community,
        )
        .api(at(put(), api_path!("/tags/{tag}/follow"), "followTag", "Follows.", writes).gives::<StandingShape>(200), tag)
        .api(
            at(delete(), api_path!("/tags/{tag}/follow"), "unfollowTag", "Follows no more.", writes).gives::<StandingShape>(200),
            leave_tag,
        )
        .api(
            at(put(), api_path!("/offices/{slug}/follow"), "followOffice", "Follows all its pages.", writes).gives::<StandingShape>(200),
            office,
        )
        .api(
            at(delete(), api_path!("/offices/{slug}/follow"), "unfollowOffice", "Follows no more.", writes).gives::<StandingShape>(200),
            leave_office,
        )
}

/// How somebody stands to a source, in a word.
pub const fn word(following: Following) -> &'static str {
    match following {
        Following::No => "no",
        Following::Asked => "asked",
        Following::Yes => "yes",
    }
}

/// What came of following.
#[derive(Serialize, ToSchema)]
#[schema(as = Standing)]
struct StandingShape {
    /// How the person stands to it now: `yes`, `asked` where somebody decides, or `no`.
    following: String,
}

async fn set(app: App, caller: Caller, kind: SourceKind, name: String, follows: bool) -> Result<Response> {
    let me = caller.me()?.id;
    app.limiter.take("write", Key::Account(me.0))?;
    let source = source(&app, &caller, kind, &name).await?;
    let now = if follows {
        app.db.write(async |tx| source.follow(tx, me).await).await?
    } else {
        app.db.write(async |tx| source.unfollow(tx, me).await).await?;
        Following::No
    };
    Ok(answer(&StandingShape { following: word(now).to_owned() }))
}

macro_rules! addresses {
    ($($kind:ident $begin:ident $end:ident),+) => {$(
        async fn $begin(app: App, caller: Caller, Path(name): Path<String>) -> Result<Response> {
            set(app, caller, SourceKind::$kind, name, true).await
        }
        async fn $end(app: App, caller: Caller, Path(name): Path<String>) -> Result<Response> {
            set(app, caller, SourceKind::$kind, name, false).await
        }
    )+};
}

addresses!(Person person leave_person, Page page leave_page, Community community leave_community, Tag tag leave_tag, Office office leave_office);

/// Something one follows.
#[derive(Serialize, ToSchema)]
#[schema(as = Followed)]
struct FollowedShape {
    /// `person`, `page`, `community`, `tag` or `office`.
    kind: String,
    /// Name in addresses.
    handle: String,
    /// Name.
    name: String,
    /// The public page.
    url: String,
    /// The other has not answered yet.
    asked: bool,
    /// Since when.
    #[schema(format = DateTime)]
    since: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Which {
    kind: Option<String>,
    #[serde(default)]
    skip: u32,
    #[serde(default)]
    limit: Limit,
}

async fn list(app: App, caller: Caller, Params(which): Params<Which>) -> Result<Response> {
    let me = caller.me()?.id;
    let kind = which
        .kind
        .as_deref()
        .map(|word| SourceKind::from_word(word).ok_or_else(|| Error::field("kind", "error-api-choice")))
        .transpose()?;
    if which.skip > 10_000 {
        return Err(Error::field("skip", "error-api-number"));
    }
    let mut rows = followed(&app.db, me, kind, None, which.skip.into(), which.limit.and_one()).await?;
    let more = which.limit.cut(&mut rows).is_some();
    let next = more.then(|| {
        let skip = i64::from(which.skip) + which.limit.rows();
        let mut pairs = vec![("skip", skip.to_string()), ("limit", which.limit.rows().to_string())];
        pairs.extend(kind.map(|kind| ("kind", kind.word().to_owned())));
        pairs
    });
    let rows = rows.into_iter().map(|row| FollowedShape {
        url: app.absolute(&row.path()),
        kind: row.kind.word().to_owned(),
        handle: row.handle,
        name: row.name,
        asked: row.asked,
        since: row.created_at.to_string(),
    });
    Ok(with_next(&app, answer(&rows.collect::<Vec<_>>()), api_path!("/following"), next))
}
