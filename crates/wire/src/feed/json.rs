//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use serde::Serialize;

use super::{Feed, Item, rfc3339};

#[derive(Serialize)]
struct Whole<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    items: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    id: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct File<'a> {
    url: &'a str,
    mime_type: &'a str,
    size_in_bytes: u64,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
}

pub fn write(feed: &Feed) -> String {
    let whole = Whole {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.link,
        feed_url: &feed.address,
        description: &feed.description,
        language: &feed.language,
        items: feed.items.iter().map(one).collect(),
    };
    // Nothing in it can fail to become JSON.
    serde_json::to_string(&whole).unwrap_or_default()
}

fn one(item: &Item) -> One<'_> {
    // One of the two contents must be there, be it empty.
    let is_html = !item.html.is_empty();
    let files = item.attachments.iter();
    One {
        id: &item.id,
        url: &item.link,
        title: &item.title,
        content_html: is_html.then_some(&item.html),
        content_text: (!is_html).then_some(&item.summary),
        summary: if is_html { &item.summary } else { "" },
        date_published: rfc3339(item.published),
        date_modified: rfc3339(item.updated),
        authors: if item.author.is_empty() { Vec::new() } else { vec![Author { name: &item.author }] },
        attachments: files
            .map(|file| File { url: &file.url, mime_type: &file.media_type, size_in_bytes: file.length, title: &file.title })
            .collect(),
    }
}
