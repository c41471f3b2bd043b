//! Codecs of the open formats the town speaks: bytes and types in, bytes and types out, no I/O.

pub mod feed;
pub mod georeport;
pub mod icalendar;
pub mod push;
pub mod webvtt;
mod xml;
