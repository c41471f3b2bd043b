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
mod demo;
mod directory;
mod floors;
mod identity;
mod pictures;
mod schema;
mod square;
mod support;
mod texts;
