//! Dedalus: the civic network of a municipality. One square, one office, one thread between them.
//!
//! The map of the house is ARCHITECTURE.md; the floors are guarded by `tests/town/floors.rs`.

pub mod cli;
pub mod demo;
pub mod desk;
pub mod identity;
pub mod notify;
pub mod quality;
pub mod rest;
mod routes;
pub mod schema;
pub mod serve;
pub mod shell;
pub mod site;
pub mod social;
pub mod territory;
pub mod town;

pub use routes::{router, routes};
