//! /api/dedalus/v1/me and /key — who am I, where am I signed in, and take this key back.

use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode};
use kit::{Error, Result};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api_path;
use crate::identity::access_key::AccessKey;
use crate::identity::api::{Ask, Caller, answer, at};
use crate::identity::person::Person;
use crate::identity::route::Routes;
use crate::identity::scope::Scope;
use crate::identity::{Entry, note, session};
use crate::shell::App;

/// Identity's addresses of the programming interface.
pub fn api_routes() -> Routes {
    let person = Ask::Person(Scope::Account);
    Routes::new()
        .api(at(Method::GET, api_path!("/me"), "getMe", "Who the credential stands for.", person).gives::<MeShape>(200), me)
        .api(
            at(
                Method::GET,
                api_path!("/me/sessions"),
                "listSessions",
                "Where the person is signed in, the last used first.",
                Ask::Person(Scope::Sessions),
            )
            .lists::<SessionShape>(),
            sessions,
        )
        .api(
            at(
                Method::DELETE,
                api_path!("/key"),
                "revokeKey",
                "The personal key that comes with the request opens nothing from now on. Access tokens are taken back at /oauth/revoke.",
                person,
            )
            .done(),
            revoke,
        )
}

/// Who the credential stands for.
#[derive(Serialize, ToSchema)]
#[schema(as = Me)]
struct MeShape {
    /// Number.
    id: String,
    /// Name in addresses.
    handle: String,
    /// Name as shown.
    name: String,
    /// `registered`, or `verified` when the town knows who it is.
    tier: String,
    /// Language of pages and letters.
    language: String,
    /// The public page.
    url: String,
    /// A few words about oneself.
    bio: String,
    /// Only accepted followers read what this person posts.
    private: bool,
    /// What the credential may do.
    scopes: Vec<String>,
}

async fn me(app: App, caller: Caller) -> Result<Response> {
    let person = Person::find(&app.db, caller.me()?.id).await?;
    Ok(answer(&MeShape {
        id: person.id.to_string(),
        url: app.absolute(&person.path()),
        tier: person.tier.word().to_owned(),
        language: person.language.word().to_owned(),
        scopes: caller.scopes.iter().map(|scope| scope.word().to_owned()).collect(),
        handle: person.handle,
        name: person.name,
        bio: person.bio,
        private: person.private,
    }))
}

/// A signed-in device.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
struct SessionShape {
    /// Number.
    id: String,
    /// What its owner calls it.
    label: String,
    /// What the browser says of itself.
    device: String,
    /// What opened it.
    method: String,
    /// From where.
    address: String,
    /// When.
    #[schema(format = DateTime)]
    created_at: String,
    /// Last used, within ten minutes.
    #[schema(format = DateTime)]
    seen_at: String,
}

async fn sessions(app: App, caller: Caller) -> Result<Response> {
    let devices = session::devices(&app.db, caller.me()?.id).await?;
    let rows = devices.into_iter().map(|device| SessionShape {
        id: device.id.to_string(),
        label: device.label,
        device: device.device,
        method: device.method.word().to_owned(),
        address: device.address,
        created_at: device.created_at.to_string(),
        seen_at: device.seen_at.to_string(),
    });
    Ok(answer(&rows.collect::<Vec<_>>()))
}

async fn revoke(app: App, caller: Caller) -> Result<Response> {
    let me = caller.me()?;
    let key = caller.key.ok_or(Error::NotFound)?;
    let actor = caller.actor()?;
    app.db
        .write(async |tx| {
            let label = AccessKey::revoke(tx, me.id, key).await?;
            let entry =
                Entry { act: "key.revoked", subject_kind: "person", subject_id: Some(me.id.0), subject_name: &label, ..Entry::default() };
            note(tx, &actor, entry).await
        })
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
