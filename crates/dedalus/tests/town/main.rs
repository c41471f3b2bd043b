//! The town as people meet it, over HTTP, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "tests say what they expect"
)]

mod admin;
mod attacks;
mod demo;
mod directory;
mod factors;
mod floors;
mod identity;
mod mydata;
mod people;
mod permissions;
mod pictures;
mod schema;
mod square;
mod support;
mod texts;
