//! RSS 2.0, with the modules every reader knows: `atom:link` for its own address, `dc:creator` because RSS's own
//! `author` wants a mailbox, `content:encoded` for the whole text.

use std::io;

use super::{Feed, Item, rfc822};
use crate::xml::Xml;

pub fn write(feed: &Feed) -> String {
    let spaces = [
        ("version", "2.0"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ];
    Xml::document(|xml| {
        xml.holding("rss", &spaces, |xml| {
            xml.holding("channel", &[], |xml| {
                xml.text("title", &[], &feed.title)?;
                xml.text("link", &[], &feed.link)?;
                xml.text("description", &[], &feed.description)?;
                xml.maybe("language", &[], &feed.language)?;
                xml.text("lastBuildDate", &[], &rfc822(feed.updated()))?;
                xml.empty("atom:link", &[("href", &feed.address), ("rel", "self"), ("type", "application/rss+xml")])?;
                feed.items.iter().try_for_each(|item| write_item(xml, item))
            })
        })
    })
}

fn write_item(xml: &mut Xml, item: &Item) -> io::Result<()> {
    xml.holding("item", &[], |xml| {
        xml.maybe("title", &[], &item.title)?;
        xml.text("link", &[], &item.link)?;
        xml.text("guid", &[("isPermaLink", if item.id == item.link { "true" } else { "false" })], &item.id)?;
        xml.text("pubDate", &[], &rfc822(item.published))?;
        xml.maybe("dc:creator", &[], &item.author)?;
        // An item must have a title or a description; the description is HTML, so plain text is escaped once more.
        let summary = quick_xml::escape::partial_escape(item.summary.as_str());
        xml.text("description", &[], if summary.is_empty() { &item.html } else { &summary })?;
        xml.maybe("content:encoded", &[], &item.html)?;
        // One enclosure an item is all that readers agree on; the other forms have every file.
        match item.attachments.first() {
            Some(file) => {
                let length = file.length.to_string();
                xml.empty("enclosure", &[("url", &file.url), ("length", &length), ("type", &file.media_type)])
            }
            None => Ok(()),
        }
    })
}
