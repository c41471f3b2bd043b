//! /api/dedalus/v1/notices — what has happened that concerns one, as /io/avvisi shows it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode};
use kit::{Error, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api_path;
use crate::identity::api::{Ask, Body, Caller, Limit, Number, Params, answer, at, with_next};
use crate::identity::{Routes, Scope};
use crate::notify::group::{self, Filter, Group};
use crate::notify::{Kind, mark};
use crate::shell::{App, Frame};

/// The addresses of notices in the programming interface.
pub fn api_routes() -> Routes {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    let reads = Ask::Person(Scope::ReadNotifications);
    let writes = Ask::Person(Scope::WriteNotifications);
    Routes::new()
        .api(
            at(Method::GET, api_path!("/notices"), "listNotices", "What concerns the person, grouped, the newest first.", reads)
                .query("kind", "Only of this kind.", serde_json::json!({"type": "string", "enum": kinds}))
                .query("unread", "Only what was not read.", serde_json::json!({"type": "boolean"}))
                .before()
                .lists::<NoticeShape>(),
            list,
        )
        .api(
            at(Method::POST, api_path!("/notices/read"), "readNotices", "Everything up to a notice is read.", writes)
                .takes::<UpTo>()
                .done(),
            read_all,
        )
        .api(at(Method::POST, api_path!("/notices/{id}/read"), "readNotice", "A notice and its group are read.", writes).done(), read_one)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Which {
    kind: Option<String>,
    #[serde(default)]
    unread: bool,
    before: Option<Number>,
    #[serde(default)]
    limit: Limit,
}

/// Notices of one subject and one sentence.
#[derive(Serialize, ToSchema)]
#[schema(as = Notice)]
struct NoticeShape {
    /// Number of the newest.
    id: String,
    /// Kind.
    kind: String,
    /// What happened, in the language that was asked for.
    sentence: String,
    /// What sort of thing it is grouped by.
    subject_kind: String,
    /// Its number.
    subject_id: String,
    /// Who did it, the newest first.
    actors: Vec<String>,
    /// How many notices.
    count: i64,
    /// Where it leads.
    url: String,
    /// When the newest came.
    #[schema(format = DateTime)]
    at: String,
    /// Is one of them unread?
    unread: bool,
}

impl NoticeShape {
    fn of(app: &App, frame: &Frame, group: Group) -> Self {
        Self {
            id: group.id.to_string(),
            kind: group.kind.word().to_owned(),
            sentence: group.sentence(frame.lang),
            subject_kind: group.subject.0.clone(),
            subject_id: group.subject.1.to_string(),
            actors: group.actors,
            count: group.count,
            url: app.absolute(&group.path),
            at: group.at.to_string(),
            unread: group.unread,
        }
    }
}

async fn list(app: App, frame: Frame, caller: Caller, Params(which): Params<Which>) -> Result<Response> {
    let kind =
        which.kind.as_deref().map(|word| Kind::from_word(word).ok_or_else(|| Error::field("kind", "error-api-choice"))).transpose()?;
    let filter = Filter { kind, unread: which.unread };
    let slice = group::list(&app, caller.me()?.id, filter, which.before.map(Number::get), which.limit.size()).await?;
    let rows: Vec<NoticeShape> = slice.groups.into_iter().map(|group| NoticeShape::of(&app, &frame, group)).collect();
    let next = slice.more.map(|before| {
        let mut pairs = vec![("before", before.to_string()), ("limit", which.limit.rows().to_string())];
        pairs.extend(kind.map(|kind| ("kind", kind.word().to_owned())));
        if which.unread {
            pairs.push(("unread", "true".into()));
        }
        pairs
    });
    Ok(with_next(&app, answer(&rows), api_path!("/notices"), next))
}

/// Up to which notice.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct UpTo {
    /// The newest notice that was shown: what came later stays unread.
    #[schema(value_type = String, pattern = "^[1-9][0-9]{0,17}$")]
    up_to: Number,
}

async fn read_all(app: App, caller: Caller, Body(what): Body<UpTo>) -> Result<Response> {
    let me = caller.me()?.id;
    let up_to = what.up_to.get();
    app.db.write(async |tx| mark::read_all(tx, me, up_to).await).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn read_one(app: App, caller: Caller, Path(id): Path<String>) -> Result<Response> {
    let me = caller.me()?.id;
    let id = Number::try_from(id).map_err(|_| Error::NotFound)?.get();
    app.db.write(async |tx| mark::read_group(tx, me, id).await).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
