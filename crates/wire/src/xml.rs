//! Writes XML into memory: escaped by the library, and without the characters that no XML may hold.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// An XML document under way.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A whole document. Writing into memory does not fail, so an error can only be an empty document.
    pub fn document(build: impl FnOnce(&mut Self) -> io::Result<()>) -> String {
        let mut xml = Self(Writer::new(Vec::new()));
        let written = xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).and_then(|()| build(&mut xml));
        if written.is_err() {
            return String::new();
        }
        String::from_utf8(xml.0.into_inner()).unwrap_or_default()
    }

    /// An element that holds others.
    pub fn holding(&mut self, name: &str, attributes: &[(&str, &str)], build: impl FnOnce(&mut Self) -> io::Result<()>) -> io::Result<()> {
        let start = start(name, attributes);
        self.0.write_event(Event::Start(start.borrow()))?;
        build(self)?;
        self.0.write_event(Event::End(start.to_end()))
    }

    /// An element with text.
    pub fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        self.holding(name, attributes, |xml| xml.0.write_event(Event::Text(BytesText::new(&legal(text)))))
    }

    /// An element with text, when there is any.
    pub fn maybe(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        if text.is_empty() { Ok(()) } else { self.text(name, attributes, text) }
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> quick_xml::events::BytesStart<'a> {
    let mut start = quick_xml::events::BytesStart::new(name);
    for (key, value) in attributes {
        // Readers turn line breaks and tabs in an attribute into spaces (XML 1.0 §3.3.3), so they may as well be that.
        let value: String = legal(value).chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        start.push_attribute((*key, value.as_str()));
    }
    start
}

/// Text without what is no character in XML 1.0 (§2.2): one of those and no reader opens it.
pub fn legal(text: &str) -> String {
    let is_legal =
        |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}');
    text.chars().filter(is_legal).collect()
}
