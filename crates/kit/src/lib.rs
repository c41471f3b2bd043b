//! The engine room of Dedalus: what any town's network would need, with no civic word in it.

pub mod clock;
pub mod db;
pub mod error;
pub mod events;
pub mod i18n;
pub mod ids;
pub mod jobs;
pub mod password;
pub mod schema;
pub mod text;

pub use error::{Error, FieldErrors, Result};
