//! /communities — which there are, joining and leaving, and what is said in one.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode};
use kit::rate::Key;
use kit::text::{clean_line, clean_text};
use kit::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::shape::PostShape;
use super::timelines::{Which, posts};
use crate::api_path;
use crate::identity::api::{Ask, Caller, Limit, MaybeBody, Number, Params, answer, at, with_next};
use crate::identity::{PersonId, Routes, Scope};
use crate::shell::App;
use crate::social::card;
use crate::social::community::{Community, CommunityFilter, CommunityRow, Joined, MemberState, Topic};

/// Addresses of communities.
pub fn routes() -> Routes {
    let anybody = Ask::Anybody(Scope::ReadStatuses);
    let joins = Ask::Person(Scope::WriteFollows);
    let topics: Vec<&str> = Topic::ALL.iter().map(|topic| topic.word()).collect();
    Routes::new()
        .api(
            at(
                Method::GET,
                api_path!("/communities"),
                "listCommunities",
                "Communities the viewer may know of, the liveliest first.",
                anybody,
            )
            .query("q", "Part of the name.", json!({"type": "string", "maxLength": 100}))
            .query("topic", "What it is about.", json!({"type": "string", "enum": topics}))
            .skip()
            .lists::<RowShape>(),
            list,
        )
        .api(
            at(
                Method::GET,
                api_path!("/me/communities"),
                "listMyCommunities",
                "Where the person belongs.",
                Ask::Person(Scope::ReadFollows),
            )
            .lists::<RowShape>(),
            mine,
        )
        .api(
            at(Method::GET, api_path!("/communities/{handle}"), "getCommunity", "A community.", anybody).gives::<CommunityShape>(200),
            show,
        )
        .api(
            at(
                Method::GET,
                api_path!("/communities/{handle}/posts"),
                "listPostsOfCommunity",
                "What is said there, the newest first; nothing where only members read.",
                anybody,
            )
            .before()
            .lists::<PostShape>(),
            posts_of,
        )
        .api(
            at(
                Method::PUT,
                api_path!("/communities/{handle}/membership"),
                "joinCommunity",
                "Joins, accepts an invitation, or asks to join.",
                joins,
            )
            .may_take::<Asking>()
            .gives::<MembershipShape>(200),
            join,
        )
        .api(
            at(
                Method::DELETE,
                api_path!("/communities/{handle}/membership"),
                "leaveCommunity",
                "Leaves, asks no more, or declines.",
                joins,
            )
            .query(
                "successor",
                "Number of the member who keeps the place from now on, where nobody else does.",
                json!({"type": "string", "pattern": "^[1-9][0-9]{0,17}$"}),
            )
            .done(),
            leave,
        )
}

/// A community in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = CommunityRow)]
struct RowShape {
    /// Name in addresses.
    handle: String,
    /// Name.
    name: String,
    /// The public page.
    url: String,
    /// Why it exists.
    purpose: String,
    /// `open`, `listed` or `secret`.
    kind: String,
    /// What it is about.
    topic: String,
    /// Where; may be empty.
    place: String,
    /// How many belong to it.
    members: i64,
    /// Posts that stand.
    posts: i64,
    /// When something was last said.
    #[schema(format = DateTime)]
    last_post_at: Option<String>,
    /// Nobody has said anything for a year: nobody writes.
    asleep: bool,
}

impl RowShape {
    fn of(app: &App, row: CommunityRow) -> Self {
        Self {
            url: app.absolute(&row.path()),
            handle: row.handle,
            name: row.name,
            purpose: row.purpose,
            kind: row.kind.word().to_owned(),
            topic: row.topic,
            place: row.place,
            members: row.member_count,
            posts: row.post_count,
            last_post_at: row.last_post_at.map(|at| at.to_string()),
            asleep: row.archived_at.is_some(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Filter {
    q: Option<String>,
    topic: Option<String>,
    #[serde(default)]
    skip: u32,
    #[serde(default)]
    limit: Limit,
}

async fn list(app: App, caller: Caller, Params(asked): Params<Filter>) -> Result<Response> {
    let topic =
        asked.topic.as_deref().map(|word| Topic::from_word(word).ok_or_else(|| Error::field("topic", "error-api-choice"))).transpose()?;
    let text = asked.q.as_deref().map(clean_line).filter(|words| !words.is_empty());
    if asked.q.as_ref().is_some_and(|words| words.chars().count() > 100) || asked.skip > 10_000 {
        return Err(Error::field("q", "error-api-words"));
    }
    let filter = CommunityFilter { text, topic, skip: asked.skip.into(), ..CommunityFilter::default() };
    let mut rows = CommunityRow::discover(&app.db, &caller, &filter, asked.limit.and_one()).await?;
    let more = asked.limit.cut(&mut rows).is_some();
    let next = more.then(|| {
        let skip = i64::from(asked.skip) + asked.limit.rows();
        let mut pairs = vec![("skip", skip.to_string()), ("limit", asked.limit.rows().to_string())];
        pairs.extend(asked.q.clone().map(|words| ("q", words)));
        pairs.extend(topic.map(|topic| ("topic", topic.word().to_owned())));
        pairs
    });
    let rows: Vec<RowShape> = rows.into_iter().map(|row| RowShape::of(&app, row)).collect();
    Ok(with_next(&app, answer(&rows), api_path!("/communities"), next))
}

async fn mine(app: App, caller: Caller) -> Result<Response> {
    let rows = CommunityRow::of_person(&app.db, &caller, MemberState::Member, 200).await?;
    Ok(answer(&rows.into_iter().map(|row| RowShape::of(&app, row)).collect::<Vec<_>>()))
}

/// A community as the viewer stands to it.
#[derive(Serialize, ToSchema)]
#[schema(as = Community)]
struct CommunityShape {
    /// Name in addresses.
    handle: String,
    /// Name.
    name: String,
    /// The public page.
    url: String,
    /// Why it exists.
    purpose: String,
    /// Its rules, in Markdown.
    rules: String,
    /// `open`, `listed` or `secret`.
    kind: String,
    /// What it is about.
    topic: String,
    /// Where; may be empty.
    place: String,
    /// How many belong to it.
    members: i64,
    /// Posts that stand.
    posts: i64,
    /// When it was made.
    #[schema(format = DateTime)]
    created_at: String,
    /// Nobody has said anything for a year: nobody writes.
    asleep: bool,
    /// How the viewer stands to it: `member`, `asked`, `invited`, `banned`; null for none of these.
    membership: Option<String>,
    /// The viewer keeps it.
    moderator: bool,
    /// The viewer may read what is said there.
    readable: bool,
}

async fn show(app: App, caller: Caller, Path(handle): Path<String>) -> Result<Response> {
    let found = Community::visible_to(&app.db, &caller, &handle).await?;
    Ok(answer(&CommunityShape {
        url: app.absolute(&found.path()),
        kind: found.kind.word().to_owned(),
        members: found.member_count,
        posts: found.post_count,
        created_at: found.created_at.to_string(),
        asleep: found.is_asleep(),
        membership: found.state.map(|state| state.word().to_owned()),
        moderator: found.is_moderator(),
        readable: found.may_read(),
        handle: found.handle,
        name: found.name,
        purpose: found.purpose,
        rules: found.rules,
        topic: found.topic,
        place: found.place,
    }))
}

async fn posts_of(app: App, caller: Caller, Path(handle): Path<String>, Params(which): Params<Which>) -> Result<Response> {
    let found = Community::visible_to(&app.db, &caller, &handle).await?;
    let cards = card::of_community(&app.db, &caller, found.id, which.post(), which.limit.and_one());
    let cards = if found.may_read() { cards.await? } else { Vec::new() };
    let path = format!("/api/dedalus/v1/communities/{}/posts", found.handle);
    posts(&app, &caller, &path, which.limit, cards, &[]).await
}

/// What is said to who keeps a place, where one asks to join.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// A few words.
    #[serde(default)]
    #[schema(max_length = 500, default = "")]
    words: String,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
#[schema(as = Membership)]
struct MembershipShape {
    /// `member`, or `asked` where somebody decides.
    state: String,
}

async fn join(app: App, caller: Caller, Path(handle): Path<String>, MaybeBody(asking): MaybeBody<Asking>) -> Result<Response> {
    let me = caller.me()?.id;
    if asking.words.chars().count() > 500 {
        return Err(Error::field("words", "error-api-words"));
    }
    app.limiter.take("write", Key::Account(me.0))?;
    let community = Community::visible_to(&app.db, &caller, &handle).await?;
    let words = clean_text(&asking.words);
    let joined = app.db.write(async |tx| community.join(tx, me, &words).await).await?;
    let state = match joined {
        Joined::Yes => "member",
        Joined::Asked => "asked",
    };
    Ok(answer(&MembershipShape { state: state.to_owned() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Successor {
    successor: Option<Number>,
}

async fn leave(app: App, caller: Caller, Path(handle): Path<String>, Params(who): Params<Successor>) -> Result<Response> {
    let me = caller.me()?.id;
    let successor = who.successor.map(|number| PersonId(number.get()));
    app.limiter.take("write", Key::Account(me.0))?;
    let community = Community::visible_to(&app.db, &caller, &handle).await?;
    app.db.write(async |tx| community.leave(tx, me, successor).await).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
