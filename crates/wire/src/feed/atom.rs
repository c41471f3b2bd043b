//! Atom (RFC 4287).

use std::io;

use super::{Feed, Item, rfc3339};
use crate::xml::Xml;

pub fn write(feed: &Feed) -> String {
    Xml::document(|xml| {
        xml.holding("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &feed.language)], |xml| {
            xml.text("id", &[], &feed.address)?;
            xml.text("title", &[], &feed.title)?;
            xml.maybe("subtitle", &[], &feed.description)?;
            xml.text("updated", &[], &rfc3339(feed.updated()))?;
            xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &feed.address)])?;
            xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &feed.link)])?;
            // §4.1.1: an entry without an author has that of the feed.
            xml.holding("author", &[], |xml| xml.text("name", &[], &feed.title))?;
            feed.items.iter().try_for_each(|item| write_item(xml, item))
        })
    })
}

fn write_item(xml: &mut Xml, item: &Item) -> io::Result<()> {
    xml.holding("entry", &[], |xml| {
        xml.text("id", &[], &item.id)?;
        // §4.1.2: every entry has a title, be it empty.
        xml.text("title", &[], &item.title)?;
        xml.text("published", &[], &rfc3339(item.published))?;
        xml.text("updated", &[], &rfc3339(item.updated))?;
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &item.link)])?;
        if !item.author.is_empty() {
            xml.holding("author", &[], |xml| xml.text("name", &[], &item.author))?;
        }
        xml.maybe("summary", &[], &item.summary)?;
        xml.maybe("content", &[("type", "html")], &item.html)?;
        item.attachments.iter().try_for_each(|file| {
            let length = file.length.to_string();
            let mut attributes = vec![("rel", "enclosure"), ("type", file.media_type.as_str()), ("length", &length), ("href", &file.url)];
            if !file.title.is_empty() {
                attributes.push(("title", &file.title));
            }
            xml.empty("link", &attributes)
        })
    })
}
