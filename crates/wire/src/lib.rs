//! Codecs.

pub mod feed;
