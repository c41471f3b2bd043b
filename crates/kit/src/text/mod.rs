//! Text: Markdown to safe HTML, the analyser of the search, folding for uniqueness and sorting.

pub mod search;
