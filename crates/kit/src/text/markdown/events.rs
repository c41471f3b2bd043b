//! What the parser found, made fit for our pages: headings shifted, pictures and forbidden links reduced to their words,
//! raw HTML to text, nesting flattened, plain addresses linked.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::{Options, links};

/// How deep the result is nested. What is deeper keeps its words.
const MAX_DEPTH: usize = 16;

/// The events of a safe page.
pub(super) fn rewrite<'a>(events: impl Iterator<Item = Event<'a>>, options: Options) -> Vec<Event<'a>> {
    let mut page = Page { options, out: Vec::new(), open: Vec::new(), depth: 0, no_links: 0, headings: Vec::new() };
    for event in events {
        page.take(event);
    }
    page.out
}

struct Page<'a> {
    options: Options,
    out: Vec<Event<'a>>,
    /// What is open, outermost first; `None` where it was dropped.
    open: Vec<Option<TagEnd>>,
    depth: usize,
    /// Open links and blocks of code: no address in them becomes a link.
    no_links: usize,
    /// Levels of the headings that this one stands under, as written.
    headings: Vec<HeadingLevel>,
}

impl<'a> Page<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) if self.no_links == 0 => links::push_linked(text, &mut self.out),
            Event::Html(text) | Event::InlineHtml(text) => self.out.push(Event::Text(text)),
            Event::SoftBreak if self.options.keep_lines => self.out.push(Event::HardBreak),
            Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak | Event::Rule => self.out.push(event),
            // Not asked of the parser.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        if bars_links(&tag.to_end()) {
            self.no_links += 1;
        }
        let is_block = is_block(&tag);
        let Some(tag) = self.kept(tag) else {
            if is_block {
                // Two dropped blocks must not run together into one word.
                self.out.push(Event::SoftBreak);
            }
            self.open.push(None);
            return;
        };
        self.open.push(Some(tag.to_end()));
        self.depth += 1;
        self.out.push(Event::Start(tag));
    }

    fn end(&mut self, end: TagEnd) {
        if bars_links(&end) {
            self.no_links = self.no_links.saturating_sub(1);
        }
        if let Some(end) = self.open.pop().flatten() {
            self.depth -= 1;
            self.out.push(Event::End(end));
        }
    }

    /// The tag as it is shown; `None` when only its content is.
    fn kept(&mut self, tag: Tag<'a>) -> Option<Tag<'a>> {
        let inside = self.open.last().is_none_or(Option::is_some);
        match tag {
            // Parts of a list or a table are there when it is.
            Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell => inside.then_some(tag),
            _ if self.depth >= MAX_DEPTH => None,
            Tag::Image { .. } => None,
            Tag::Link { link_type, ref dest_url, .. } => {
                let allowed = link_type == LinkType::Email || links::is_allowed(dest_url, self.options.institutional);
                allowed.then_some(tag)
            }
            Tag::Heading { level, .. } => {
                let level = self.heading(level);
                Some(Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() })
            }
            Tag::HtmlBlock => Some(Tag::Paragraph),
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::List(_)
            | Tag::Table(_)
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough => Some(tag),
            _ => None,
        }
    }

    /// The level under which a heading is shown: the largest of the page's own levels, and one more for each larger
    /// heading that it stands under, so that no level is skipped whatever was written (WCAG 1.3.1).
    fn heading(&mut self, written: HeadingLevel) -> HeadingLevel {
        while self.headings.last().is_some_and(|above| *above >= written) {
            self.headings.pop();
        }
        let level = usize::from(self.options.headings_from) + self.headings.len();
        self.headings.push(written);
        HeadingLevel::try_from(level.clamp(1, 6)).unwrap_or(HeadingLevel::H6)
    }
}

fn bars_links(end: &TagEnd) -> bool {
    matches!(end, TagEnd::Link | TagEnd::CodeBlock)
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}
