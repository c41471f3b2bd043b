//! Files that belong to the program: style, script, icons, fonts, drawings. They live in the binary, under addresses
//! that carry a hash of their content, so a browser may keep them for ever.
// Our own table instead of the crate `memory-serve`: it has no zstd, gives templates no logical → hashed name,
// and in debug builds, which is what the demo runs, it reads from disk.

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};

/// One file, whole and as compressed when the program was built.
struct Asset {
    logical: &'static str,
    hashed: &'static str,
    address: &'static str,
    kind: &'static str,
    identity: &'static [u8],
    br: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
    zstd: Option<&'static [u8]>,
}

// `FILES`, sorted by logical name, and `DEMO`.
include!(concat!(env!("OUT_DIR"), "/assets.rs"));

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The address of a file by its logical name: `dedalus.css` → `/assets/dedalus.3fa9c1d2.css`.
/// A name that does not exist gives an address that answers 404; a test reads every name in the sources.
#[must_use]
pub fn asset(logical: &str) -> &'static str {
    let Some(found) = FILES.iter().find(|file| file.logical == logical) else {
        tracing::error!(logical, "no asset has this name");
        return "/assets/unknown";
    };
    found.address
}

/// A picture of the demo town, PNG 1600 pixels wide, by its drawing's name: `porto`.
#[must_use]
pub fn demo_picture(name: &str) -> Option<&'static [u8]> {
    DEMO.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
}

/// GET and HEAD `/assets/{file}`, by hashed name only: one address, one content.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    match FILES.iter().find(|known| known.hashed == file) {
        Some(found) => found.answer(&headers),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl Asset {
    fn answer(&self, asked: &HeaderMap) -> Response {
        let (coding, body) = self.smallest(&Accepted::of(asked));
        // A strong tag names one sequence of bytes (RFC 9110 § 8.8.3), so the coding is part of it.
        let tag = format!("\"{}-{}\"", self.hashed, coding.unwrap_or("id"));
        let is_known = is_none_match(asked, &tag);
        let mut response =
            if is_known { StatusCode::NOT_MODIFIED.into_response() } else { Response::new(Body::from(Bytes::from_static(body))) };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, FOR_EVER);
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            headers.insert(header::ETAG, tag);
        }
        if self.br.is_some() {
            headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        }
        if !is_known {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
            headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
            if let Some(coding) = coding {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
            }
        }
        response
    }

    /// The fewest bytes the browser takes; the whole file when it takes nothing else.
    fn smallest(&self, accepted: &Accepted) -> (Option<&'static str>, &'static [u8]) {
        [(accepted.br, "br", self.br), (accepted.zstd, "zstd", self.zstd), (accepted.gzip, "gzip", self.gzip)]
            .into_iter()
            .filter_map(|(taken, coding, bytes)| bytes.filter(|_| taken).map(|bytes| (Some(coding), bytes)))
            .min_by_key(|(_, bytes)| bytes.len())
            .unwrap_or((None, self.identity))
    }
}

/// The codings a browser takes (RFC 9110 § 12.5.3). Of the weights only zero matters: nobody prefers more bytes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Accepted {
    br: bool,
    zstd: bool,
    gzip: bool,
}

impl Accepted {
    fn of(headers: &HeaderMap) -> Self {
        let mut named = [None; 3];
        let mut others = false;
        for item in list(headers, header::ACCEPT_ENCODING) {
            let (coding, weight) = item.split_once(';').unwrap_or((item, ""));
            let taken = !is_zero(weight);
            let [br, zstd, gzip] = &mut named;
            match coding.trim().to_ascii_lowercase().as_str() {
                "br" => *br = Some(taken),
                "zstd" => *zstd = Some(taken),
                "gzip" | "x-gzip" => *gzip = Some(taken),
                "*" => others = taken,
                _ => {}
            }
        }
        let [br, zstd, gzip] = named.map(|said| said.unwrap_or(others));
        Self { br, zstd, gzip }
    }
}

/// `q=0`, `q=0.000`: not taken.
fn is_zero(weight: &str) -> bool {
    weight
        .trim()
        .strip_prefix(['q', 'Q'])
        .and_then(|rest| rest.trim_start().strip_prefix('='))
        .and_then(|value| value.trim().parse::<f32>().ok())
        .is_some_and(|value| value <= 0.0)
}

/// Does the browser hold these bytes already? Weak comparison, as RFC 9110 § 13.1.2 asks.
fn is_none_match(headers: &HeaderMap, tag: &str) -> bool {
    list(headers, header::IF_NONE_MATCH).any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

/// The items of a header that is a list, however many lines it takes.
fn list(headers: &HeaderMap, name: header::HeaderName) -> impl Iterator<Item = &str> {
    headers
        .get_all(name)
        .into_iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::PathBuf;

    fn asking(pairs: &[(header::HeaderName, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    async fn get(pairs: &[(header::HeaderName, &'static str)]) -> Response {
        let file = asset("dedalus.css").trim_start_matches("/assets/").to_owned();
        serve(Path(file), asking(pairs)).await
    }

    fn header_of(response: &Response, name: header::HeaderName) -> &str {
        response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Every file below a folder.
    fn below(folder: PathBuf) -> Vec<PathBuf> {
        fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .flat_map(|entry| if entry.path().is_dir() { below(entry.path()) } else { vec![entry.path()] })
            .collect()
    }

    #[test]
    fn every_name_in_the_sources_is_a_file() {
        let sources = below(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"));
        assert!(!sources.is_empty());
        for source in sources.iter().filter(|at| at.file_name().is_some_and(|name| name != "assets.rs")) {
            let text = fs::read_to_string(source).unwrap_or_default();
            for name in text.split("asset(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert_ne!(asset(name), "/assets/unknown", "{} asks for {name}", source.display());
            }
        }
    }

    #[tokio::test]
    async fn a_browser_gets_the_smallest_it_takes_and_keeps_it_for_ever() {
        let modern = get(&[(header::ACCEPT_ENCODING, "gzip, deflate, br, zstd")]).await;
        assert_eq!(modern.status(), StatusCode::OK);
        assert_eq!(header_of(&modern, header::CONTENT_ENCODING), "br");
        assert_eq!(header_of(&modern, header::CONTENT_TYPE), "text/css; charset=utf-8");
        assert_eq!(header_of(&modern, header::CACHE_CONTROL), "public, max-age=31536000, immutable");
        assert_eq!(header_of(&modern, header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert_eq!(header_of(&modern, header::VARY), "accept-encoding");
        assert_eq!(header_of(&get(&[(header::ACCEPT_ENCODING, "gzip, zstd")]).await, header::CONTENT_ENCODING), "zstd");
        assert_eq!(header_of(&get(&[(header::ACCEPT_ENCODING, "gzip")]).await, header::CONTENT_ENCODING), "gzip");
        assert_eq!(header_of(&get(&[(header::ACCEPT_ENCODING, "br;q=0, gzip;q=0.0, zstd;q=0")]).await, header::CONTENT_ENCODING), "");
        assert_eq!(header_of(&get(&[(header::ACCEPT_ENCODING, "*, br;q=0")]).await, header::CONTENT_ENCODING), "zstd");
        assert_eq!(header_of(&get(&[]).await, header::CONTENT_ENCODING), "");
    }

    #[tokio::test]
    async fn a_browser_that_has_the_bytes_gets_none_again() {
        let first = get(&[(header::ACCEPT_ENCODING, "br")]).await;
        let tag = first.headers().get(header::ETAG).cloned().unwrap_or(HeaderValue::from_static("none"));
        let file = asset("dedalus.css").trim_start_matches("/assets/").to_owned();
        let mut asked = asking(&[(header::ACCEPT_ENCODING, "br")]);
        asked.insert(header::IF_NONE_MATCH, tag.clone());
        assert_eq!(serve(Path(file.clone()), asked.clone()).await.status(), StatusCode::NOT_MODIFIED);
        asked.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        assert_eq!(serve(Path(file), asked).await.status(), StatusCode::OK, "the tag of one coding is not that of another");
    }

    #[tokio::test]
    async fn a_name_without_its_hash_is_not_found() {
        assert_eq!(serve(Path("dedalus.css".to_owned()), HeaderMap::new()).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(serve(Path("../Cargo.toml".to_owned()), HeaderMap::new()).await.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn the_demo_town_has_its_pictures() {
        assert!(demo_picture("porto").is_some_and(|bytes| bytes.starts_with(b"\x89PNG")));
        assert!(demo_picture("manifest").is_none());
    }
}
