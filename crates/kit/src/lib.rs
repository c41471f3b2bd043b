//! The engine room of Dedalus: what any town's network would need, with no civic word in it.

pub mod blob;
pub mod breached;
pub mod cache;
pub mod clock;
pub mod config;
pub mod db;
mod durable;
pub mod error;
pub mod events;
pub mod i18n;
pub mod ids;
pub mod jobs;
pub mod kept;
pub mod live;
pub mod mail;
pub mod outbound;
pub mod password;
pub mod personal;
pub mod picture;
pub mod rate;
pub mod recording;
pub mod schema;
pub mod secret;
pub mod text;
pub mod tls;

pub use error::{Error, FieldErrors, Result};
