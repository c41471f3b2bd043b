//! From a template to an answer.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kit::clock::Time;
use kit::{Error, Result};

/// A page from its template.
pub fn page(template: &impl Template) -> Result<Response> {
    page_with(StatusCode::OK, template)
}

/// A page with another status: a form that comes back with its faults is 422.
pub fn page_with(status: StatusCode, template: &impl Template) -> Result<Response> {
    let body = template.render().map_err(|error| Error::internal(format!("template: {error}")))?;
    let mut response = (status, body).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Ok(response)
}

/// Says that this answer may be kept for people who are not signed in, until one of its subjects changes.
#[derive(Debug, Clone)]
pub struct Keep {
    /// Subjects the page shows: `home`, `post:12`.
    pub tags: Vec<String>,
    /// The moment from which its words are no longer true.
    pub until: Option<Time>,
}

impl Keep {
    /// Depends on these subjects.
    pub fn of<const N: usize>(tags: [&str; N]) -> Self {
        Self { tags: tags.iter().map(|tag| (*tag).to_owned()).collect(), until: None }
    }

    /// One more subject.
    #[must_use]
    pub fn and(mut self, tag: impl Into<String>) -> Self {
        self.tags.push(tag.into());
        self
    }

    /// True until this moment at the latest.
    #[must_use]
    pub fn until(mut self, moment: Option<Time>) -> Self {
        self.until = match (self.until, moment) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self
    }

    /// Marks the answer.
    pub fn on(self, mut response: Response) -> Response {
        response.extensions_mut().insert(self);
        response
    }
}

/// After a write: see other (RFC 9110 §15.4.4), with a sentence that the next page shows once.
pub fn see(path: &str, toast: Option<&'static str>) -> Result<Response> {
    let location = HeaderValue::from_str(path).map_err(|_| Error::internal("an address with characters no header takes"))?;
    let mut response = StatusCode::SEE_OTHER.into_response();
    response.headers_mut().insert(header::LOCATION, location);
    if let Some(key) = toast {
        response.extensions_mut().insert(Toast(key));
    }
    Ok(response)
}

/// A sentence for the next page; the middleware turns it into a cookie that lives for seconds.
#[derive(Debug, Clone, Copy)]
pub struct Toast(pub &'static str);

/// A path on this site to go back to, or `/`. Anything that could lead elsewhere is not followed.
pub fn safe_return(path: Option<&str>) -> String {
    let Some(path) = path else { return "/".into() };
    let sound = path.starts_with('/')
        && !path.starts_with("//")
        && path.len() < 1000
        && path.bytes().all(|b| (0x21..0x7f).contains(&b) && b != b'\\' && b != b'"' && b != b'<' && b != b'>');
    if sound { path.to_owned() } else { "/".into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_back_never_leads_to_another_site() {
        for bad in [
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "evil",
            "/a\r\nX: y",
            "/\t/evil.example",
            "",
        ] {
            assert_eq!(safe_return(Some(bad)), "/", "{bad}");
        }
        assert_eq!(safe_return(Some("/post/12?prima=3#commenti")), "/post/12?prima=3#commenti");
        assert_eq!(safe_return(None), "/");
    }
}
