//! Liking, keeping and sharing: a PUT does it, a DELETE takes it back, and both may come twice.

use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode};
use kit::Result;
use kit::rate::Key;

use crate::api_path;
use crate::identity::api::{Ask, Caller, at};
use crate::identity::{Routes, Scope};
use crate::shell::App;
use crate::social::post::Post;
use crate::social::web::at::At;

/// Addresses of gestures.
pub fn routes() -> Routes {
    let (likes, keeps, shares) =
        (Ask::Person(Scope::WriteFavourites), Ask::Person(Scope::WriteBookmarks), Ask::Person(Scope::WriteStatuses));
    let (put, delete) = (|| Method::PUT, || Method::DELETE);
    Routes::new()
        .api(at(put(), api_path!("/posts/{id}/like"), "likePost", "Likes it.", likes).done(), like)
        .api(at(delete(), api_path!("/posts/{id}/like"), "unlikePost", "Likes it no more.", likes).done(), unlike)
        .api(at(put(), api_path!("/posts/{id}/bookmark"), "bookmarkPost", "Keeps it.", keeps).done(), keep)
        .api(at(delete(), api_path!("/posts/{id}/bookmark"), "unbookmarkPost", "Keeps it no longer.", keeps).done(), let_go)
        .api(at(put(), api_path!("/posts/{id}/share"), "sharePost", "Passes it on to the person's followers.", shares).done(), share)
        .api(at(delete(), api_path!("/posts/{id}/share"), "unsharePost", "Takes the share back.", shares).done(), unshare)
}

macro_rules! gestures {
    ($($name:ident),+) => {$(
        async fn $name(app: App, caller: Caller, At(id): At) -> Result<Response> {
            app.limiter.take("gesture", Key::Account(caller.me()?.id.0))?;
            let actor = caller.actor()?;
            app.db.write(async |tx| Post::$name(tx, &actor, id).await).await?;
            Ok(StatusCode::NO_CONTENT.into_response())
        }
    )+};
}

gestures!(like, unlike, keep, let_go, share, unshare);
