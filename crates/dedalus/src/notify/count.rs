//! The number beside the bell: found once a page, and only for who is signed in.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header;

use super::group;
use crate::identity::Viewer;
use crate::shell::{App, Frame};

/// Puts the number of unread notices into the frame of a page. One indexed query where nothing waits.
pub async fn middleware(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if let Some(person) = request.extensions().get::<Viewer>().and_then(Viewer::id).filter(|_| draws_a_page(&request)) {
        match group::unread(&app, person).await {
            Ok(unread) => {
                if let Some(frame) = request.extensions_mut().remove::<Frame>() {
                    request.extensions_mut().insert(frame.with_unread(unread));
                }
            }
            Err(error) => tracing::warn!(%error, "unread notices could not be counted"),
        }
    }
    next.run(request).await
}

fn draws_a_page(request: &Request) -> bool {
    let path = request.uri().path();
    let wants = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("html"));
    wants && !path.starts_with("/assets/") && !path.starts_with("/media/")
}
