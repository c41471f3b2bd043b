//! Codecs.
pub mod feed;
