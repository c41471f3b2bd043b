//! Which addresses a link may have, and which addresses in a text become links.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// The schemes a link may have.
pub(super) const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// May a link lead there? Addresses of the town itself (`/servizi`) only where the institution speaks.
pub(super) fn is_allowed(address: &str, institutional: bool) -> bool {
    if is_own(address) {
        return institutional;
    }
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| SCHEMES.contains(&scheme.as_str()))
}

/// An address of the town itself. `//host` and `/\host` lead elsewhere and are none.
pub(super) fn is_own(address: &str) -> bool {
    let mut chars = address.chars();
    chars.next() == Some('/') && !matches!(chars.next(), Some('/' | '\\'))
}

/// How long a plain address can be and still become a link.
const MAX_ADDRESS: usize = 2_000;

/// Text with its plain addresses made links.
pub(super) fn push_linked<'a>(text: CowStr<'a>, out: &mut Vec<Event<'a>>) {
    if !text.contains("://") {
        out.push(Event::Text(text));
        return;
    }
    let mut done = 0;
    for (place, _) in text.match_indices("http") {
        if place < done || text.get(..place).is_some_and(|before| before.ends_with(char::is_alphanumeric)) {
            continue;
        }
        let Some(address) = text.get(place..).and_then(address_at) else { continue };
        push_text(&text, done, place, out);
        let link = CowStr::from(address.to_owned());
        let tag = Tag::Link { link_type: LinkType::Autolink, dest_url: link.clone(), title: "".into(), id: "".into() };
        out.extend([Event::Start(tag), Event::Text(link), Event::End(TagEnd::Link)]);
        done = place + address.len();
    }
    push_text(&text, done, text.len(), out);
}

fn push_text(text: &str, from: usize, to: usize, out: &mut Vec<Event<'_>>) {
    if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
        out.push(Event::Text(part.to_owned().into()));
    }
}

/// The address a text begins with, without the punctuation of the sentence it stands in.
fn address_at(text: &str) -> Option<&str> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    let window = text.char_indices().nth(MAX_ADDRESS).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    let ends = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '«' | '»' | '“' | '”' | '’');
    let mut address = window.split(ends).next().unwrap_or_default();
    // A closing bracket belongs to the address only if it closes one that the address opens.
    let mut unopened = address.matches(')').count().saturating_sub(address.matches('(').count());
    while let Some(last) = address.chars().next_back() {
        match last {
            ')' if unopened > 0 => unopened -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | ']' | '…' => {}
            _ => break,
        }
        address = address.get(..address.len() - last.len_utf8()).unwrap_or_default();
    }
    let host = address.get(scheme.len()..).and_then(|rest| rest.chars().next());
    host.is_some_and(|c| c.is_alphanumeric() || c == '[').then_some(address)
}
