//! Routes that cannot be registered without their act: the type demands it, and the guard asks the table
//! (`permission.rs`) before the handler runs.

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{self, MethodFilter, MethodRouter};
use http::{Method, header};
use kit::Error;

use super::api::{Operation, enter};
use super::permission::Act;
use super::resume;
use super::viewer::{Refusal, Viewer};
use crate::shell::{App, Frame, safe_return, see};

/// One address with one method, and what one does there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// GET or POST (or another, in programming interfaces).
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// What one does there.
    pub act: Act,
}

/// A domain's addresses.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    list: Vec<Route>,
    operations: Vec<Operation>,
}

impl Routes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page.
    #[must_use]
    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, act: Act, handler: H) -> Self {
        self.add(Method::GET, path, act, routing::get(handler))
    }

    /// A write.
    #[must_use]
    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, act: Act, handler: H) -> Self {
        self.add(Method::POST, path, act, routing::post(handler))
    }

    /// An address of the programming interface, with its description. Cookies do not count there; its handler takes the
    /// [`super::api::Caller`].
    #[must_use]
    pub fn api<H: Handler<T, App>, T: 'static>(mut self, operation: Operation, handler: H) -> Self {
        let filter = MethodFilter::try_from(operation.method.clone()).unwrap_or(MethodFilter::GET);
        let (method, path, ask) = (operation.method.clone(), operation.path, operation.ask);
        let entered = routing::on(filter, handler).route_layer(from_fn(move |request: Request, next: Next| enter(ask, request, next)));
        self.operations.push(operation);
        self.add(method, path, Act::UseOwnCredential, entered)
    }

    fn add(mut self, method: Method, path: &'static str, act: Act, one: MethodRouter<App>) -> Self {
        let guarded = one.route_layer(from_fn(move |request: Request, next: Next| guard(act, request, next)));
        self.router = self.router.route(path, guarded);
        self.list.push(Route { method, path, act });
        self
    }

    /// These and others.
    #[must_use]
    pub fn merge(mut self, others: Self) -> Self {
        self.router = self.router.merge(others.router);
        self.list.extend(others.list);
        self.operations.extend(others.operations);
        self
    }

    /// What was registered, for the test that walks through all of it.
    pub fn list(&self) -> &[Route] {
        &self.list
    }

    /// The addresses of the programming interface, described.
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The router to be served.
    pub fn into_router(self) -> Router<App> {
        self.router
    }
}

/// Lets the request through to its handler, or says what is missing.
async fn guard(act: Act, mut request: Request, next: Next) -> Response {
    let Some(viewer) = request.extensions().get::<Viewer>().cloned() else {
        return Error::internal("no middleware has recognised the viewer").into_response();
    };
    match viewer.may(act) {
        Ok(()) => {
            request.extensions_mut().insert(viewer.doing(act));
            next.run(request).await
        }
        Err(Refusal::SignIn) => resume::page(request).await.unwrap_or_else(IntoResponse::into_response),
        Err(refusal) => answer(refusal, &request).unwrap_or_else(IntoResponse::into_response),
    }
}

/// People are led to what is missing and back; programs get the status.
fn answer(refusal: Refusal, request: &Request) -> kit::Result<Response> {
    let wants_page =
        request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains("text/html"));
    match refusal {
        Refusal::SignIn => Err(Error::SignIn),
        Refusal::Forbidden => Err(Error::Forbidden),
        _ if !wants_page => Err(Error::Forbidden),
        Refusal::SecondFactor => see("/io/sicurezza", Some("toast-second-factor-first")),
        Refusal::Prove => see(&with_way_back("/io/conferma", request), Some("toast-prove-first")),
        Refusal::Glass => see(&with_way_back("/amministrazione/vetro", request), Some("toast-glass-first")),
    }
}

/// An address that knows where to go on: here for a page, the form's own page for a form.
fn with_way_back(path: &str, request: &Request) -> String {
    let here = request.extensions().get::<Frame>().map(|frame| frame.here.clone()).unwrap_or_default();
    let back = if request.method() == Method::GET {
        here
    } else {
        let referer = request.headers().get(header::REFERER).and_then(|value| value.to_str().ok());
        referer.and_then(|text| url::Url::parse(text).ok()).map_or_else(
            || "/io".to_owned(),
            |url| match url.query() {
                Some(query) => format!("{}?{query}", url.path()),
                None => url.path().to_owned(),
            },
        )
    };
    let back: String = url::form_urlencoded::byte_serialize(safe_return(Some(&back)).as_bytes()).collect();
    format!("{path}?torna={back}")
}
