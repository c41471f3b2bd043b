//! A form that comes in after its session has ended: what was typed stands on the page that asks to sign in, to be sent again
//! from there. Nothing of it is kept on the server, and nobody else sees it.

use askama::Template;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderMap, Method, StatusCode, header};
use kit::{Error, Result};

use crate::shell::{Form, Frame, page_with};

/// The largest form that is handed back, in bytes.
const LARGEST: usize = 200_000;
/// Fields that are never written into a page.
const SECRET: &[&str] = &["password", "codice", "chiave-segreta"];

#[derive(Template)]
#[template(path = "identity/templates/resume.html")]
struct ResumePage {
    frame: Frame,
    fields: Vec<(String, String)>,
}

/// Is it a plain form of a browser?
fn is_form(headers: &HeaderMap) -> bool {
    let starts = |name: header::HeaderName, what: &str| {
        headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(what))
    };
    starts(header::CONTENT_TYPE, "application/x-www-form-urlencoded") && starts(header::ACCEPT, "text/html")
}

/// The page that asks to sign in and holds the form; without a form, or with secrets in it, the plain request to sign in.
pub async fn page(request: Request) -> Result<Response> {
    let frame = request.extensions().get::<Frame>().cloned();
    let Some(frame) = frame.filter(|_| request.method() == Method::POST && is_form(request.headers())) else {
        return Err(Error::SignIn);
    };
    let body = to_bytes(request.into_body(), LARGEST).await.map_err(|_| Error::SignIn)?;
    let form = Form::parse(&body).map_err(|_| Error::SignIn)?;
    let fields = form.pairs().to_vec();
    if fields.is_empty() || fields.iter().any(|(name, _)| SECRET.iter().any(|secret| name.contains(secret))) {
        return Err(Error::SignIn);
    }
    page_with(StatusCode::UNAUTHORIZED, &ResumePage { frame, fields })
}
