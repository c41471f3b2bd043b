//! What a search's address asks, understood, and written again for the next page, the feed and whoever keeps it. Pure.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kit::clock::Time;
use kit::error::FieldErrors;

use crate::shell::Form;
use crate::social::{Order, PostId};

/// The most pages of results by relevance: what is weighed ends there (see `kit::text::search`).
const LAST_PAGE: u32 = 100;

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Anything.
    All,
    /// Posts.
    Posts,
    /// Comments.
    Comments,
    /// Institutional pages.
    Pages,
    /// People.
    People,
    /// Communities.
    Communities,
    /// Offices.
    Offices,
    /// Services.
    Services,
}
kit::words!(Kind {
    All = "", Posts = "notizie", Comments = "commenti", Pages = "pagine", People = "persone", Communities = "comunita", Offices = "uffici",
    Services = "servizi",
});

impl Kind {
    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "search-kind-all",
            Self::Posts => "search-kind-posts",
            Self::Comments => "search-kind-comments",
            Self::Pages => "search-kind-pages",
            Self::People => "search-kind-people",
            Self::Communities => "search-kind-communities",
            Self::Offices => "search-kind-offices",
            Self::Services => "search-kind-services",
        }
    }

    /// The kinds of posts it means.
    pub const fn of_posts(self) -> &'static [&'static str] {
        match self {
            Self::All => &["post", "comment"],
            Self::Posts => &["post"],
            Self::Comments => &["comment"],
            Self::Pages | Self::People | Self::Communities | Self::Offices | Self::Services => &[],
        }
    }
}

/// A question as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Words.
    pub words: String,
    /// Of what.
    pub kind: Kind,
    /// Handle of the page that says it; empty for any.
    pub voice: String,
    /// From this day on, as typed.
    pub from: String,
    /// Until the end of this day, as typed.
    pub until: String,
    /// The newest first?
    pub by_date: bool,
    page: u32,
    before: Option<i64>,
}

impl Question {
    /// From the parameters of an address.
    pub fn of(form: &Form) -> Self {
        Self {
            words: form.line("q").chars().take(200).collect(),
            kind: Kind::from_word(&form.line("tipo")).unwrap_or(Kind::All),
            voice: form.line("voce"),
            from: form.line("da"),
            until: form.line("a"),
            by_date: form.line("ordine") == "data",
            page: form.line("pagina").parse().unwrap_or(1).clamp(1, LAST_PAGE),
            before: form.line("prima").parse().ok(),
        }
    }

    /// The same question, the newest first.
    #[must_use]
    pub fn by_date(self) -> Self {
        Self { by_date: true, page: 1, before: None, ..self }
    }

    /// Is it its first page?
    pub fn is_first(&self) -> bool {
        self.page == 1 && self.before.is_none()
    }

    /// Did somebody choose more than words?
    pub fn is_narrowed(&self) -> bool {
        !self.voice.is_empty() || !self.from.is_empty() || !self.until.is_empty()
    }

    /// The first and the last moment that are asked for.
    pub fn span(&self, zone: &TimeZone, faults: &mut FieldErrors) -> (Option<Time>, Option<Time>) {
        let mut day = |field: &'static str, typed: &str| {
            let day = (!typed.is_empty()).then(|| typed.parse::<Date>());
            match day {
                Some(Err(_)) => {
                    faults.add(field, "error-search-day");
                    None
                }
                Some(Ok(day)) => Some(day),
                None => None,
            }
        };
        let (from, until) = (day("da", &self.from), day("a", &self.until));
        if from.zip(until).is_some_and(|(from, until)| from > until) {
            faults.add("a", "error-search-order");
        }
        let end = until.and_then(|day| day.tomorrow().ok());
        (from.map(|day| Time::start_of(day, zone)), end.map(|day| Time::start_of(day, zone)))
    }

    /// What comes first, and where to go on; pages have so many rows.
    pub fn order(&self, rows: u32) -> Order {
        if self.by_date { Order::Recency { before: self.before.map(PostId) } } else { Order::Relevance { skip: (self.page - 1) * rows } }
    }

    /// The same question as it is kept: without its place in the results.
    pub fn kept(&self) -> String {
        self.parameters(&[])
    }

    /// The address of the page after the one that ends with a number.
    pub fn next(&self, last: PostId) -> Option<String> {
        let place = if self.by_date {
            ("prima", last.to_string())
        } else if self.page < LAST_PAGE {
            ("pagina", (self.page + 1).to_string())
        } else {
            return None;
        };
        Some(format!("/cerca?{}", self.parameters(&[place])))
    }

    fn parameters(&self, more: &[(&str, String)]) -> String {
        let mut out = url::form_urlencoded::Serializer::new(String::new());
        out.append_pair("q", &self.words);
        let order = if self.by_date { "data" } else { "" };
        let chosen = [("tipo", self.kind.word()), ("voce", &self.voice), ("da", &self.from), ("a", &self.until), ("ordine", order)];
        for (name, value) in chosen.into_iter().filter(|(_, value)| !value.is_empty()) {
            out.append_pair(name, value);
        }
        for (name, value) in more {
            out.append_pair(name, value);
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Question {
        Question::of(&Form::parse(query.as_bytes()).unwrap())
    }

    #[test]
    fn a_question_is_written_as_it_was_read() {
        let question = asked("q=l%27ufficio+%26+co&tipo=commenti&da=2028-02-01&ordine=data&prima=12");
        assert_eq!(question.kept(), "q=l%27ufficio+%26+co&tipo=commenti&da=2028-02-01&ordine=data");
        assert_eq!(asked(&question.kept()).kept(), question.kept());
        assert_eq!(question.next(PostId(9)).unwrap(), format!("/cerca?{}&prima=9", question.kept()));
        assert_eq!(asked("q=x&pagina=3").next(PostId(9)).unwrap(), "/cerca?q=x&pagina=4");
        assert_eq!(asked("q=x&pagina=100").next(PostId(9)), None);
        assert_eq!(asked("q=x&pagina=-3&tipo=boh").kept(), "q=x");
    }

    #[test]
    fn days_are_the_towns_days_and_a_wrong_one_is_told() {
        let rome = TimeZone::get("Europe/Rome").unwrap();
        let mut faults = FieldErrors::default();
        // The day of the change of hour has 23 hours.
        let (from, until) = asked("q=x&da=2028-03-26&a=2028-03-26").span(&rome, &mut faults);
        assert_eq!(until.unwrap().since(from.unwrap()), 23 * kit::clock::HOUR);
        assert!(faults.is_empty());
        assert_eq!(asked("q=x&da=ieri&a=2028-02-30").span(&rome, &mut faults), (None, None));
        assert!(faults.of("da").is_some() && faults.of("a").is_some());
        let mut faults = FieldErrors::default();
        asked("q=x&da=2028-02-02&a=2028-02-01").span(&rome, &mut faults);
        assert_eq!(faults.of("a").unwrap().key, "error-search-order");
    }
}
