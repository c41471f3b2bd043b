//! The last gate: an allow-list of elements and attributes. The renderer writes nothing else; this makes sure of it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::{Options, links};

const ELEMENTS: [&str; 25] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

static PEOPLE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = allow_list();
    // The renderer drops what people wrote as a link into the town; what is left are marks that became links.
    builder.link_rel(Some("nofollow ugc noopener")).url_relative(UrlRelative::Custom(Box::new(own_only)));
    builder
});

static INSTITUTION: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = allow_list();
    builder.link_rel(Some("noopener")).url_relative(UrlRelative::Custom(Box::new(own_only)));
    builder
});

fn own_only(address: &str) -> Option<Cow<'_, str>> {
    links::is_own(address).then_some(Cow::Borrowed(address))
}

fn allow_list() -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(ELEMENTS))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(links::SCHEMES))
        .strip_comments(true);
    builder
}

/// The HTML with nothing in it that is not on the list.
pub(super) fn clean(html: &str, options: Options) -> String {
    let builder = if options.institutional { &*INSTITUTION } else { &*PEOPLE };
    builder.clean(html).to_string()
}
