//! Markdown without the marks.

use pulldown_cmark::{Event, Tag, TagEnd};

/// What happens to the address of a link and to the marks of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// The address follows the link's words in brackets; a bullet or number stands before each entry.
    Written,
    /// They are left out.
    Dropped,
}

/// The words, paragraphs separated by an empty line.
pub(super) fn write<'a>(events: impl Iterator<Item = Event<'a>>, marks: Marks) -> String {
    let mut page = Page { out: String::new(), gap: 0, lists: Vec::new(), link: None, marks };
    for event in events {
        page.take(event);
    }
    page.out
}

struct Page {
    out: String,
    /// New lines owed before the next word.
    gap: usize,
    /// The next number of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Where the open link's words begin, and its address.
    link: Option<(usize, String)>,
    marks: Marks,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.words(&text),
            Event::SoftBreak | Event::HardBreak => self.gap = self.gap.max(1),
            Event::Rule => self.gap = 2,
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn words(&mut self, words: &str) {
        let (body, breaks) = (words.trim_end_matches('\n'), words.ends_with('\n'));
        if !body.is_empty() {
            if !self.out.is_empty() {
                self.out.extend(std::iter::repeat_n('\n', self.gap));
            }
            self.gap = 0;
            self.out.push_str(body);
        }
        if breaks {
            self.gap = self.gap.max(1);
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.gap = self.gap.max(1);
                self.lists.push(first);
            }
            Tag::Item if self.marks == Marks::Dropped => self.gap = self.gap.max(1),
            Tag::Item => {
                self.gap = self.gap.max(1);
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let mark = format!("{number}. ");
                        *number = number.saturating_add(1);
                        mark
                    }
                    _ => "- ".to_owned(),
                };
                self.words(&mark);
            }
            Tag::Link { dest_url, .. } if self.marks == Marks::Written => self.link = Some((self.out.len(), dest_url.into_string())),
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::BlockQuote(_) => self.gap = 2,
            TagEnd::List(_) => {
                self.lists.pop();
                self.gap = if self.lists.is_empty() { 2 } else { self.gap.max(1) };
            }
            TagEnd::Item => self.gap = 1,
            TagEnd::TableHead | TagEnd::TableRow => self.gap = 1,
            TagEnd::TableCell => self.words("  "),
            TagEnd::Table => self.gap = 2,
            TagEnd::Link => self.link_end(),
            _ => {}
        }
    }

    fn link_end(&mut self) {
        let Some((from, address)) = self.link.take() else { return };
        let words = self.out.get(from..).unwrap_or_default().trim();
        let said = address.strip_prefix("mailto:").or_else(|| address.strip_prefix("tel:")).unwrap_or(&address);
        if words != said && !said.is_empty() {
            let note = format!(" ({said})");
            self.words(&note);
        }
    }
}
