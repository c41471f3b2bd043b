//! What stands around the rows of a list: the filters in its address, the way on, the file to take away.

use askama::Template;
use askama::filters::HtmlSafe;

use super::form::Query;
use super::frame::Frame;

/// Rows of a page of a list.
pub const ROWS: i64 = 50;

/// The field of the filter by words.
#[derive(Template)]
#[template(path = "shell/templates/filter_words.html")]
pub struct Words<'a> {
    label: &'static str,
    value: &'a str,
}
impl HtmlSafe for Words<'_> {}

/// A filter that chooses one of some values.
#[derive(Template)]
#[template(path = "shell/templates/filter_choice.html")]
pub struct Choice<'a> {
    name: &'static str,
    label: &'static str,
    options: &'a [(String, String)],
    value: &'a str,
}
impl HtmlSafe for Choice<'_> {}

/// A list's address, understood: which filters are in force, after which row the page begins.
#[derive(Debug, Clone)]
pub struct Listing {
    path: &'static str,
    filters: Vec<(&'static str, String)>,
    after: Option<i64>,
    next: Option<i64>,
}

impl Listing {
    /// The list at a path with those of the named filters that the address holds. `dopo` is the row after which the page begins.
    pub fn new(path: &'static str, query: &Query, names: &[&'static str]) -> Self {
        let value = |name: &str| -> String { query.0.line(name).chars().take(100).collect() };
        let filters = names.iter().map(|name| (*name, value(name))).filter(|(_, value)| !value.is_empty()).collect();
        Self { path, filters, after: query.0.line("dopo").parse().ok(), next: None }
    }

    /// A filter's value; empty when it is not in force.
    pub fn get(&self, name: &str) -> &str {
        self.filters.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// The field of the filter by words.
    pub fn words<'a>(&'a self, frame: &Frame, key: &str) -> Words<'a> {
        Words { label: frame.t(key), value: self.get("q") }
    }

    /// A filter that chooses one of some values, each a code and its words; the code of "any" is empty.
    pub fn choice<'a>(&'a self, frame: &Frame, name: &'static str, key: &str, options: &'a [(String, String)]) -> Choice<'a> {
        Choice { name, label: frame.t(key), options, value: self.get(name) }
    }

    /// A filter's value, if it is in force.
    pub fn maybe(&self, name: &str) -> Option<String> {
        Some(self.get(name)).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    /// Is any filter in force?
    pub fn is_filtered(&self) -> bool {
        !self.filters.is_empty()
    }

    /// The row after which the page begins.
    pub fn after(&self) -> Option<i64> {
        self.after
    }

    /// Keeps one page of rows that were asked for with one more, and remembers where the next page begins.
    pub fn cut<T>(&mut self, rows: &mut Vec<T>, number: impl Fn(&T) -> i64) {
        let size = usize::try_from(ROWS).unwrap_or(50);
        let more = rows.len() > size;
        rows.truncate(size);
        self.next = rows.last().filter(|_| more).map(number);
    }

    /// The address of the first page, filters kept.
    pub fn first(&self) -> String {
        address(self.path, &self.pairs())
    }

    /// The address of the next page, if there is one.
    pub fn next(&self) -> Option<String> {
        let after = self.next?.to_string();
        let mut pairs = self.pairs();
        pairs.push(("dopo", &after));
        Some(address(self.path, &pairs))
    }

    /// The address with one filter set, or changed.
    pub fn with(&self, name: &str, value: &str) -> String {
        let mut pairs = self.pairs();
        pairs.retain(|(known, _)| *known != name);
        pairs.push((name, value));
        address(self.path, &pairs)
    }

    /// The address without one filter.
    pub fn without(&self, name: &str) -> String {
        let mut pairs = self.pairs();
        pairs.retain(|(known, _)| *known != name);
        address(self.path, &pairs)
    }

    /// The address of the same rows as a file.
    pub fn file(&self) -> String {
        address(&format!("{}.csv", self.path), &self.pairs())
    }

    fn pairs(&self) -> Vec<(&str, &str)> {
        self.filters.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
}

fn address(path: &str, pairs: &[(&str, &str)]) -> String {
    if pairs.is_empty() {
        return path.to_owned();
    }
    let begun = format!("{path}?");
    let place = begun.len();
    let mut query = url::form_urlencoded::Serializer::for_suffix(begun, place);
    query.extend_pairs(pairs);
    query.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::Form;

    fn listing(query: &str) -> Listing {
        let query = Query(Form::parse(query.as_bytes()).unwrap());
        Listing::new("/elenco", &query, &["q", "stato"])
    }

    #[test]
    fn filters_stay_in_the_address_and_the_place_does_not() {
        let list = listing("q=D%27Amico+%26+c&stato=dead&dopo=7&altro=1");
        assert_eq!(list.after(), Some(7));
        assert_eq!(list.first(), "/elenco?q=D%27Amico+%26+c&stato=dead");
        assert_eq!(list.without("q"), "/elenco?stato=dead");
        assert_eq!(list.with("stato", "done"), "/elenco?q=D%27Amico+%26+c&stato=done");
        assert_eq!(list.file(), "/elenco.csv?q=D%27Amico+%26+c&stato=dead");
        assert_eq!(listing("stato=").first(), "/elenco");
    }

    #[test]
    fn the_next_page_begins_after_the_last_row_shown() {
        let mut list = listing("stato=dead");
        let mut rows: Vec<i64> = (1..=ROWS + 1).collect();
        list.cut(&mut rows, |row| *row);
        assert_eq!((rows.len(), list.next()), (50, Some("/elenco?stato=dead&dopo=50".to_owned())));
        let mut rows: Vec<i64> = (1..=ROWS).collect();
        list.cut(&mut rows, |row| *row);
        assert_eq!((rows.len(), list.next()), (50, None));
    }
}
