//! /oembed — a post for the page of somebody who pastes its address (oEmbed 1.0).

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kit::{Error, Result};
use serde_json::{Value, json};

use crate::identity::Viewer;
use crate::shell::{App, Frame, Query};
use crate::social::{Post, PostId};

/// As wide as it is shown when nobody says less, in pixels.
const WIDTH: u32 = 600;
/// As high, in pixels.
const HEIGHT: u32 = 420;
/// How long an answer may be kept, in seconds: what is taken back must not stand elsewhere for long.
const KEPT: u32 = 600;

/// GET /oembed?url=…&format=json|xml&maxwidth=…&maxheight=…
pub async fn show(app: App, frame: Frame, query: Query) -> Result<Response> {
    let form = query.0;
    let id = number_of(&form.line("url"), &app.absolute("/post/")).ok_or(Error::NotFound)?;
    // Whoever asks: the answer is for another site's readers.
    let post = Post::visible_to(&app.db, &Viewer::nobody(), id).await?;
    let at_most = |name: &str, most: u32| form.line(name).parse::<u32>().unwrap_or(most).clamp(200, most);
    let (width, height) = (at_most("maxwidth", WIDTH), at_most("maxheight", HEIGHT));
    let src = app.absolute(&format!("/embed/post/{}", post.root_id));
    let title = post.headline();
    let html =
        format!("<iframe src=\"{src}\" width=\"{width}\" height=\"{height}\" title=\"{}\" loading=\"lazy\"></iframe>", escaped(&title));
    let answer = json!({
        "version": "1.0", "type": "rich", "provider_name": frame.town.name, "provider_url": app.absolute("/"), "title": title,
        "author_name": post.voice(), "author_url": app.absolute(&post.voice_path()), "cache_age": KEPT, "html": html,
        "width": width, "height": height,
    });
    match form.line("format").as_str() {
        "" | "json" => Ok(typed(answer.to_string(), "application/json; charset=utf-8")),
        "xml" => Ok(typed(xml(&answer), "text/xml; charset=utf-8")),
        _ => Ok(StatusCode::NOT_IMPLEMENTED.into_response()),
    }
}

fn typed(body: String, media_type: &'static str) -> Response {
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    response
}

/// The post an address leads to, if it is one of ours; what comes after the number does not matter.
fn number_of(address: &str, posts: &str) -> Option<PostId> {
    let rest = address.strip_prefix(posts)?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let after = rest.get(digits.len()..)?;
    if !(after.is_empty() || after.starts_with(['?', '#', '/'])) {
        return None;
    }
    digits.parse().ok().map(PostId)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The same answer in XML: one element a member, in the order of their names.
fn xml(answer: &Value) -> String {
    let members = answer.as_object().into_iter().flatten();
    let rows: String = members
        .map(|(name, value)| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            format!("<{name}>{}</{name}>", escaped(&text))
        })
        .collect();
    format!("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>{rows}</oembed>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_our_posts_are_understood() {
        let of = |address: &str| number_of(address, "https://town.example/post/");
        assert_eq!(of("https://town.example/post/12"), Some(PostId(12)));
        assert_eq!(of("https://town.example/post/12#c7"), Some(PostId(12)));
        for other in ["https://town.example/post/", "https://town.example/post/12x", "https://evil.example/post/12", "/post/12", ""] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn a_title_stays_text_in_both_forms() {
        let answer = json!({"title": "<b> \"&\"", "width": 600});
        assert!(xml(&answer).contains("<title>&lt;b&gt; &quot;&amp;&quot;</title><width>600</width>"));
    }
}
