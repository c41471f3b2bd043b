//! Open311 GeoReport v2 (<http://wiki.open311.org/GeoReport_v2>): reports in and out for programs of others.
//!
//! Services are the categories of reports. Whoever reads needs no key and gets what everybody may read; whoever sends a report has a key
//! that administration gave, and is trusted with it: the report has its number at once, from the series of this channel, and goes through
//! the one pipeline ([`crate::desk::request::receive`]).

mod asked;
mod attribute;
mod fault;
mod key;
mod photo;
mod post;
mod service;
mod shown;
mod typed;
mod web;

use kit::jobs::Kind;

use crate::shell::App;

pub use key::Key;
pub use post::take;
pub use web::routes;

/// The kinds of job.
pub fn kinds() -> Vec<Kind<App>> {
    vec![Kind::new(photo::KIND, |app, job| Box::pin(photo::fetch(app, job)))]
}
