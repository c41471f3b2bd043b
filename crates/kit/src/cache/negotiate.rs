//! Which form a client gets, or that it has it already.

use std::sync::Arc;

use axum::body::Body;
use http::header::{ACCEPT_ENCODING, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, Response, StatusCode};

use super::entry::Entry;
use super::forms::Encoding;

/// The answer to a GET or HEAD for a page: in the coding the client likes best, or 304 when it has it.
pub fn respond(entry: &Arc<Entry>, request: &HeaderMap) -> Response<Body> {
    let encoding = choose(request, |encoding| entry.form(encoding).is_some());
    let mut response = Response::new(Body::empty());
    let Some(form) = entry.form(encoding) else { return response };
    let tag = form.full.get(ETAG).map_or(&b""[..], |tag| tag.as_bytes());
    if has_already(request, tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.headers_mut() = form.unchanged.clone();
    } else {
        *response.headers_mut() = form.full.clone();
        *response.body_mut() = Body::from(form.body.clone());
    }
    response
}

/// The best of the codings that are there, by the client's weights and then our own order (RFC 9110 §12.5.3).
/// A client that says nothing, or nothing we can meet, gets the page as it is.
pub fn choose(request: &HeaderMap, there: impl Fn(Encoding) -> bool) -> Encoding {
    let mut named: [Option<u16>; Encoding::ALL.len()] = [None; Encoding::ALL.len()];
    let mut others = None;
    for line in request.get_all(ACCEPT_ENCODING) {
        let Ok(line) = line.to_str() else { continue };
        for item in line.split(',') {
            let (name, weight) = item.split_once(';').map_or((item, Some(1000)), |(name, rest)| (name, quality(rest)));
            let (name, Some(weight)) = (name.trim(), weight) else { continue };
            if name == "*" {
                others = Some(weight);
            } else if let Some(place) = named.iter_mut().zip(Encoding::ALL).find(|(_, known)| known.name().eq_ignore_ascii_case(name)) {
                *place.0 = Some(weight);
            }
        }
    }
    let mut best = (0, Encoding::Identity);
    for (weight, encoding) in named.into_iter().zip(Encoding::ALL) {
        // Nobody needs to name identity to get it; unnamed, it comes last.
        let weight = weight.or(if encoding == Encoding::Identity { None } else { others }).unwrap_or(0);
        if weight > best.0 && there(encoding) {
            best = (weight, encoding);
        }
    }
    best.1
}

/// A weight in thousandths (RFC 9110 §12.4.2); `None` when it is none.
fn quality(parameters: &str) -> Option<u16> {
    let (name, value) = parameters.trim().split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let value: f32 = value.trim().parse().ok()?;
    // Truncating is meant: three digits are all there are.
    (0.0..=1.0).contains(&value).then_some((value * 1000.0) as u16)
}

/// Does `If-None-Match` name this tag? The weak comparison: a proxy that coded the body anew has made the tag weak
/// (RFC 9110 §8.8.3.2, §13.1.2).
fn has_already(request: &HeaderMap, tag: &[u8]) -> bool {
    request.get_all(IF_NONE_MATCH).iter().any(|line| {
        let line = line.as_bytes().trim_ascii();
        line == b"*"
            || line.split(|byte| *byte == b',').any(|item| {
                let item = item.trim_ascii();
                item.strip_prefix(b"W/").unwrap_or(item) == tag
            })
    })
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn chosen(lines: &[&str]) -> &'static str {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(ACCEPT_ENCODING, HeaderValue::from_str(line).unwrap());
        }
        choose(&headers, |_| true).name()
    }

    #[test]
    fn the_client_weighs_and_we_break_the_tie() {
        assert_eq!(chosen(&["gzip, deflate, br, zstd"]), "br");
        assert_eq!(chosen(&["gzip, zstd"]), "zstd");
        assert_eq!(chosen(&["br;q=0.5, gzip;q=0.9"]), "gzip");
        assert_eq!(chosen(&["gzip", "br"]), "br");
        assert_eq!(chosen(&["GZIP"]), "gzip");
        assert_eq!(chosen(&["*"]), "br");
        assert_eq!(chosen(&["br;q=0, *;q=0.1"]), "zstd");
        assert_eq!(chosen(&["identity;q=1, br;q=0.2"]), "identity");
        assert_eq!(chosen(&["identity, br"]), "br");
    }

    #[test]
    fn a_client_that_says_nothing_or_nonsense_gets_the_page_as_it_is() {
        for lines in [
            &[][..],
            &[""],
            &["deflate"],
            &["br;q=0"],
            &["br;q=nan"],
            &["br;q=2"],
            &["br;q=-1"],
            &["br;level=5"],
            &["identity;q=0"],
            &[",;,=;"],
        ] {
            assert_eq!(chosen(lines), "identity", "{lines:?}");
        }
    }

    #[test]
    fn a_tag_is_known_weak_or_strong_among_others() {
        let known = |line: &str| {
            let headers = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_str(line).unwrap())]);
            has_already(&headers, b"\"abc-br\"")
        };
        assert!(known("\"abc-br\"") && known("W/\"abc-br\"") && known("\"x\", W/\"abc-br\" ,\"y\"") && known("*"));
        assert!(!known("\"abc-gzip\"") && !known("abc-br") && !known("w/\"abc-br\"") && !known(""));
    }
}
