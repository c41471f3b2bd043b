//! The engine room, held to its word on both engines: what `db`, `jobs` and `events` promise in their documentation.
//!
//! Each test runs once on SQLite in a folder of its own and once on PostgreSQL in a database of its own, made in the
//! cluster that `DEDALUS_TEST_PG` names.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that meets the unexpected has failed, and says so by panicking"
)]

mod copying;
mod dropped;
mod events;
mod jobs;
mod lost;
mod migrations;
mod model;
mod readers;
mod support;
mod values;
mod violations;
mod writes;
