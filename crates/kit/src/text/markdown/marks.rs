//! Marks in a text: `@name` calls somebody, `#word` says what it is about. Code and links hold none.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// Characters a mark may have behind its sign.
const LONGEST: usize = 50;

/// A mark without its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark<'m> {
    /// `@name`: ASCII letters, digits and underscores, as names in addresses have them.
    Name(&'m str),
    /// `#word`: letters, digits and underscores, one of them a letter.
    Word(&'m str),
}

/// The marks of a text, each once as it was written first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Who is called.
    pub names: Vec<String>,
    /// What it is about.
    pub words: Vec<String>,
}

/// The text around marks, and the marks, in order.
enum Piece<'m> {
    Text(&'m str),
    Mark(&'m str, Mark<'m>),
}

/// Cuts a text at its marks.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut done = 0;
    for (place, sign) in text.char_indices().filter(|(_, c)| matches!(c, '@' | '#')) {
        let before = text.get(..place).and_then(|head| head.chars().next_back());
        if place < done || before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '@' | '#' | '/' | '&' | '.' | '-')) {
            continue;
        }
        let Some(mark) = text.get(place + 1..).and_then(|rest| mark_at(sign, rest)) else { continue };
        let end = place + 1 + words_of(mark).len();
        if let Some(part) = text.get(done..place).filter(|part| !part.is_empty()) {
            out.push(Piece::Text(part));
        }
        out.push(Piece::Mark(text.get(place..end).unwrap_or_default(), mark));
        done = end;
    }
    if let Some(part) = text.get(done..).filter(|part| !part.is_empty()) {
        out.push(Piece::Text(part));
    }
    out
}

fn words_of(mark: Mark<'_>) -> &str {
    match mark {
        Mark::Name(words) | Mark::Word(words) => words,
    }
}

/// The mark a text begins with, behind its sign.
fn mark_at(sign: char, rest: &str) -> Option<Mark<'_>> {
    let fits = |c: char| c == '_' || if sign == '@' { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() };
    let end = rest.char_indices().find(|(_, c)| !fits(*c)).map_or(rest.len(), |(at, _)| at);
    let words = rest.get(..end).filter(|words| !words.is_empty() && words.chars().count() <= LONGEST)?;
    if sign == '@' {
        // `anna@example.org` and `@anna@elsewhere.example` name nobody here.
        let after = rest.get(end..).and_then(|tail| tail.chars().next());
        return (after != Some('@')).then_some(Mark::Name(words));
    }
    words.chars().any(char::is_alphabetic).then_some(Mark::Word(words))
}

/// Calls `take` with every run of text that may hold marks.
fn runs<'e, 'a: 'e>(events: &'e [Event<'a>]) -> impl Iterator<Item = &'e CowStr<'a>> {
    let mut barred = 0_usize;
    events.iter().filter_map(move |event| {
        match event {
            Event::Start(Tag::Link { .. } | Tag::CodeBlock(_)) => barred += 1,
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => barred = barred.saturating_sub(1),
            Event::Text(text) if barred == 0 => return Some(text),
            _ => {}
        }
        None
    })
}

/// The marks of a page.
pub(super) fn found(events: &[Event<'_>]) -> Marks {
    let mut marks = Marks::default();
    for text in runs(events) {
        for piece in pieces(text) {
            let (list, words) = match piece {
                Piece::Mark(_, Mark::Name(words)) => (&mut marks.names, words),
                Piece::Mark(_, Mark::Word(words)) => (&mut marks.words, words),
                Piece::Text(_) => continue,
            };
            if !list.iter().any(|known| known == words) {
                list.push(words.to_owned());
            }
        }
    }
    marks
}

/// The page with links at those of its marks that have an address.
pub(super) fn link<'a>(events: Vec<Event<'a>>, address: &dyn Fn(Mark<'_>) -> Option<String>) -> Vec<Event<'a>> {
    let mut out = Vec::with_capacity(events.len());
    let mut barred = 0_usize;
    for event in events {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::CodeBlock(_)) => barred += 1,
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => barred = barred.saturating_sub(1),
            Event::Text(text) if barred == 0 && text.contains(['@', '#']) => {
                push(text, address, &mut out);
                continue;
            }
            _ => {}
        }
        out.push(event);
    }
    out
}

fn push(text: &str, address: &dyn Fn(Mark<'_>) -> Option<String>, out: &mut Vec<Event<'_>>) {
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => out.push(Event::Text(text.to_owned().into())),
            Piece::Mark(written, mark) => {
                let written = CowStr::from(written.to_owned());
                match address(mark).filter(|address| super::links::is_own(address)) {
                    Some(address) => {
                        let tag = Tag::Link { link_type: LinkType::Inline, dest_url: address.into(), title: "".into(), id: "".into() };
                        out.extend([Event::Start(tag), Event::Text(written), Event::End(TagEnd::Link)]);
                    }
                    None => out.push(Event::Text(written)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::text::markdown::{Mark, Options, marks, to_html, to_html_with};

    fn linked(source: &str) -> String {
        to_html_with(source, Options::POST, &|mark| {
            Some(match mark {
                Mark::Name(name) => format!("/n/{name}"),
                Mark::Word(word) => format!("/w/{word}"),
            })
        })
    }

    #[test]
    fn names_and_words_are_found_where_people_write_them() {
        let found = marks("Ciao @anna_b, (@comune) e **@enzo**! #Carnevale2028 #perché, #carri-allegorici. # Titolo");
        assert_eq!(found.names, ["anna_b", "comune", "enzo"]);
        assert_eq!(found.words, ["Carnevale2028", "perché", "carri"]);
    }

    #[test]
    fn mail_addresses_numbers_and_parts_of_words_are_no_marks() {
        let found = marks("scrivi a anna@example.org o @anna@altrove.example, vinci il n#1, #12, C#, a/#b, &#39; @ #");
        assert_eq!(found, super::Marks::default());
    }

    #[test]
    fn code_and_links_hold_none() {
        let found = marks("`@anna #uno`\n\n```\n@enzo #due\n```\n\n[@lia #tre](https://e.example/#quattro) https://e.example/@x#y");
        assert_eq!(found, super::Marks::default());
    }

    #[test]
    fn a_mark_becomes_a_link_and_nothing_else_does() {
        assert_eq!(
            linked("Per @anna: #mare."),
            "<p>Per <a href=\"/n/anna\" rel=\"nofollow ugc noopener\">@anna</a>: <a href=\"/w/mare\" rel=\"nofollow ugc noopener\">#mare</a>.</p>\n"
        );
        assert_eq!(linked("[x](/persone/anna)"), to_html("x", Options::POST));
        assert_eq!(to_html_with("@anna", Options::POST, &|_| Some("//evil.example".into())), "<p>@anna</p>\n");
    }

    proptest! {
        #[test]
        fn whatever_is_written_the_words_stay_and_only_marks_are_linked(source in "[@#a-zè_ .\\[\\]()`*<>/:&;\\n]{0,60}") {
            let strip = |html: &str| {
                let mut out = String::new();
                let mut inside = false;
                for c in html.chars() {
                    match c { '<' => inside = true, '>' => inside = false, c if !inside => out.push(c), _ => {} }
                }
                out
            };
            let (plain, with) = (to_html(&source, Options::POST), linked(&source));
            prop_assert_eq!(strip(&plain), strip(&with));
            let found = marks(&source);
            for name in &found.names {
                prop_assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
                let link = format!("/n/{}\"", name);
                prop_assert!(with.contains(&link));
            }
            for word in &found.words {
                prop_assert!(word.chars().any(char::is_alphabetic) && word.chars().all(|c| c.is_alphanumeric() || c == '_'));
            }
            prop_assert_eq!(with.matches("href=\"/n/").count() >= found.names.len(), true);
        }
    }
}
