//! The town as people meet it, over HTTP, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "tests say what they expect"
)]

mod admin;
mod api;
mod attacks;
mod bookings;
mod calendar;
mod communities;
mod demo;
mod directory;
mod factors;
mod faults;
mod floors;
mod following;
mod identity;
mod leak;
mod model;
mod moderation;
mod mydata;
mod notices;
mod oauth;
mod people;
mod permissions;
mod pictures;
mod posts;
mod posts_links;
mod posts_live;
mod recordings;
mod schema;
mod search;
mod square;
mod support;
mod texts;
