//! A feed in the three forms readers know: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1.

mod atom;
mod json;
mod rss;

use jiff::Timestamp;

/// A feed, newest item first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence.
    pub description: String,
    /// The page it belongs to.
    pub link: String,
    /// Its own address, in the form that is being written.
    pub address: String,
    /// The language of its items (BCP 47).
    pub language: String,
    /// The items.
    pub items: Vec<Item>,
}

/// One item. All addresses are absolute, those in the content too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What names it for ever: its permanent address, or a tag URI (RFC 4151).
    pub id: String,
    /// Where it is read.
    pub link: String,
    /// Its title; may be empty.
    pub title: String,
    /// A sentence or two as plain text; may be empty.
    pub summary: String,
    /// The whole as safe HTML; may be empty.
    pub html: String,
    /// Who says it.
    pub author: String,
    /// When it came out.
    pub published: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// Pictures and documents.
    pub attachments: Vec<Attachment>,
}

/// A file that goes with an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its address.
    pub url: String,
    /// Its media type: `image/webp`.
    pub media_type: String,
    /// Its size in bytes.
    pub length: u64,
    /// What it shows or is called; may be empty.
    pub title: String,
}

impl Feed {
    /// As RSS 2.0.
    pub fn rss(&self) -> String {
        rss::write(self)
    }

    /// As Atom.
    pub fn atom(&self) -> String {
        atom::write(self)
    }

    /// As JSON Feed.
    pub fn json(&self) -> String {
        json::write(self)
    }

    /// When anything in it last changed; an empty feed has not since the beginning of time.
    fn updated(&self) -> Timestamp {
        self.items.iter().map(|item| item.updated).max().unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// RFC 3339, to the second.
fn rfc3339(time: Timestamp) -> String {
    Timestamp::from_second(time.as_second()).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}

/// RFC 822 with a year of four digits, as RSS wants it.
fn rfc822(time: Timestamp) -> String {
    time.strftime("%a, %d %b %Y %H:%M:%S +0000").to_string()
}

#[cfg(test)]
mod tests;
