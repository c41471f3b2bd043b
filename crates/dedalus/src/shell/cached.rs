//! The page cache before the router: who is not signed in gets pages that are ready, everybody else passes through.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, to_bytes};
use http::{HeaderMap, Method, Request, Response, StatusCode, Uri, header};
use kit::cache::{Answer, Made, Page, PageKey, respond};
use kit::i18n::Lang;
use tower::ServiceExt;

use super::app::App;
use super::cookies::{self, Jar};
use super::language;
use super::page::Keep;

/// Parameters that kept pages know; they belong to the key.
const KNOWN: &[&str] = &["categoria", "da", "dopo", "ordine", "periodo", "prima", "ramo", "stato", "vista", "voce"];
/// Parameters that others add to our addresses and that no page reads; they are dropped, not passed on.
const STRAY: &[&str] =
    &["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "fbclid", "gclid", "mc_cid", "mc_eid", "ref"];
/// Addresses under which nothing is ever kept here: files keep themselves, and the rest is personal.
const NEVER: &[&str] = &[
    "/assets/",
    "/media/",
    "/mappa/tile/",
    "/mappa/disegno.svg",
    "/mappa/indirizzi",
    "/mappa/vicino",
    "/io",
    "/accedi",
    "/iscriviti",
    "/amministrazione",
    "/segreteria",
    "/cerca",
    "/healthz",
    "/readyz",
    "/api/dedalus",
    "/oauth",
    "/open311",
];
/// Pages larger than this are answered and not kept, in bytes.
const LARGEST: usize = 4 * 1024 * 1024;

/// The whole service: kept pages first, the router for everything else.
#[derive(Clone)]
pub struct Cached {
    app: App,
    router: Router,
}

/// The answer under way; a kept page is there at once.
pub enum CachedFuture {
    /// It is here.
    Ready(Option<Response<Body>>),
    /// It is being made.
    Made(Pin<Box<dyn Future<Output = Response<Body>> + Send>>),
}

impl Future for CachedFuture {
    type Output = Result<Response<Body>, Infallible>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut *self {
            Self::Ready(response) => Poll::Ready(Ok(response.take().unwrap_or_default())),
            Self::Made(future) => future.as_mut().poll(context).map(Ok),
        }
    }
}

impl Cached {
    /// Before a router.
    pub fn new(app: App, router: Router) -> Self {
        Self { app, router }
    }

    /// Answers one request.
    pub fn answer(&self, request: Request<Body>) -> CachedFuture {
        let Some(address) = self.address_to_keep(&request) else { return self.pass(request) };
        let (lang, _) = language::of(&self.app, request.headers());
        if let Some(entry) = self.app.cache.get(PageKey { address: &address, language: lang.word() }) {
            return CachedFuture::Ready(Some(respond(&entry, request.headers())));
        }
        let this = self.clone();
        let address = address.into_owned();
        CachedFuture::Made(Box::pin(async move { this.fill(address, lang, request).await }))
    }

    fn pass(&self, request: Request<Body>) -> CachedFuture {
        let router = self.router.clone();
        CachedFuture::Made(Box::pin(async move { run(router, request).await }))
    }

    /// The canonical address, when the answer may be one for everybody.
    fn address_to_keep<'r>(&self, request: &'r Request<Body>) -> Option<std::borrow::Cow<'r, str>> {
        let reads = request.method() == Method::GET || request.method() == Method::HEAD;
        let path = request.uri().path();
        if !reads
            || NEVER.iter().any(|prefix| path.starts_with(prefix))
            || self.is_somebody(request.headers())
            || !takes_html(request.headers())
        {
            return None;
        }
        canonical(path, request.uri().query())
    }

    fn is_somebody(&self, headers: &HeaderMap) -> bool {
        let https = self.app.is_https();
        headers.contains_key(header::COOKIE)
            && (cookies::get(headers, Jar::Session, https).is_some() || cookies::get(headers, Jar::Toast, https).is_some())
    }

    async fn fill(self, address: String, lang: Lang, request: Request<Body>) -> Response<Body> {
        let headers = request.headers().clone();
        let key = PageKey { address: &address, language: lang.word() };
        let router = self.router.clone();
        let request = as_get(request, &address);
        let answered = self.app.cache.answer(key, async || made(run(router, request).await).await).await;
        match answered {
            Ok(Answer::Page(entry)) => respond(&entry, &headers),
            Ok(Answer::Alone(response)) => response,
            Err(error) => {
                tracing::error!(%error, "a page could not be kept");
                StatusCode::INTERNAL_SERVER_ERROR.into_response_empty()
            }
        }
    }
}

/// A response without a body.
trait Empty {
    fn into_response_empty(self) -> Response<Body>;
}

impl Empty for StatusCode {
    fn into_response_empty(self) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self;
        response
    }
}

async fn run(router: Router, request: Request<Body>) -> Response<Body> {
    match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// The request as a page for everybody is made: whole, and without what no page knows.
fn as_get(mut request: Request<Body>, address: &str) -> Request<Body> {
    *request.method_mut() = Method::GET;
    if let Ok(uri) = address.parse::<Uri>() {
        *request.uri_mut() = uri;
    }
    request.headers_mut().remove(header::IF_NONE_MATCH);
    request
}

/// A page for everybody, if the handler said so.
async fn made(response: Response<Body>) -> Made<Response<Body>> {
    let Some(keep) = response.extensions().get::<Keep>().cloned() else { return Made::Alone(response) };
    if response.status() != StatusCode::OK || response.headers().contains_key(header::SET_COOKIE) {
        return Made::Alone(response);
    }
    let (parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else { return Made::Alone(StatusCode::INTERNAL_SERVER_ERROR.into_response_empty()) };
    let own = [header::CONTENT_TYPE, header::CACHE_CONTROL, header::ETAG, header::VARY, header::CONTENT_LENGTH];
    Made::Page(Page {
        content_type: parts
            .headers
            .get(header::CONTENT_TYPE)
            .cloned()
            .unwrap_or(header::HeaderValue::from_static("text/html; charset=utf-8")),
        headers: parts.headers.iter().filter(|(name, _)| !own.contains(name)).map(|(name, value)| (name.clone(), value.clone())).collect(),
        body,
        tags: keep.tags.into_iter().map(Into::into).collect(),
        valid_until: keep.until,
        whole: true,
    })
}

/// Programs that want JSON get their errors so; pages for people are kept for people.
fn takes_html(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_none_or(|accept| accept.contains("html") || accept.contains("*/*") || accept.contains("xml") || accept.contains("feed"))
}

/// Path and known parameters in one order; `None` when a parameter is there that only its page understands.
fn canonical<'p>(path: &'p str, query: Option<&str>) -> Option<std::borrow::Cow<'p, str>> {
    let Some(query) = query.filter(|query| !query.is_empty()) else { return Some(path.into()) };
    let mut kept: Vec<&str> = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let name = pair.split('=').next().unwrap_or_default();
        if STRAY.contains(&name) {
            continue;
        }
        // A value that is not plain could be written in many ways: such a page is made, not kept.
        let value = pair.get(name.len() + 1..).unwrap_or_default();
        if !KNOWN.contains(&name) || !value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_') {
            return None;
        }
        kept.push(pair);
    }
    if kept.is_empty() {
        return Some(path.into());
    }
    kept.sort_unstable();
    Some(format!("{path}?{}", kept.join("&")).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_has_known_parameters_in_one_order_and_no_stray_ones() {
        let key = |query| canonical("/novita", query).map(std::borrow::Cow::into_owned);
        assert_eq!(key(None).unwrap(), "/novita");
        assert_eq!(key(Some("voce=urp&prima=12")), key(Some("prima=12&utm_source=x&voce=urp")));
        assert_eq!(key(Some("fbclid=123")).unwrap(), "/novita");
        assert_eq!(key(Some("q=ciao")), None);
        assert_eq!(key(Some("voce=%75rp")), None);
    }
}
