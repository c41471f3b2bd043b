//! What people say of the pages. Indicators, standards and the log's public face come to live here, too.

mod clarity;

pub use clarity::{ClarityRow, ClaritySummary, OpinionFilter, by_page, latest, opinions, routes, summary, total};
