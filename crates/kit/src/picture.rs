//! Pictures that people send: recognised by content, decoded one at a time in a child process with limits of its own,
//! turned upright, freed of where and with what they were taken, and made in three sizes.
//!
//! A picture is a program for a decoder, so no decoder runs in the process that holds the town. The child is the same
//! binary under a hidden subcommand, which calls [`child_main`] before it does anything else (no runtime, no threads);
//! [`Pictures`] starts it, and outlives whatever happens to it.

mod child;
mod kind;
mod parent;
mod shrink;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

pub use child::child_main;
pub use kind::{Kind, probe};
pub use parent::{Pictures, Processed, Size};

/// Key of the sentence: no picture at all.
pub const NOT_A_PICTURE: &str = "picture-not-a-picture";
/// Key of the sentence: a picture, of a kind or variant that we do not read.
pub const UNSUPPORTED: &str = "picture-unsupported";
/// Key of the sentence: cut off or damaged.
pub const BROKEN: &str = "picture-broken";
/// Key of the sentence: too many bytes.
pub const TOO_LARGE: &str = "picture-too-large";
/// Key of the sentence: too many pixels, or more work and memory than a picture may cost.
pub const TOO_MANY_PIXELS: &str = "picture-too-many-pixels";

/// What a picture may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Width times height. Telephones make 64 million, some cameras 100.
    pub max_pixels: u64,
    /// The longest side, for panoramas.
    pub max_side: u32,
    /// The file's bytes.
    pub max_bytes: u64,
}

impl Limits {
    /// The limits of the house.
    pub const HOUSE: Self = Self { max_pixels: 100_000_000, max_side: 20_000, max_bytes: 50 * 1024 * 1024 };

    /// May a picture have this width and height? Asked before a single pixel is decoded.
    pub const fn allow(&self, width: u32, height: u32) -> bool {
        // Written out because a product of two sides fits, and a comparison of floats would not be exact.
        let pixels = width as u64 * height as u64;
        width > 0 && height > 0 && width <= self.max_side && height <= self.max_side && pixels <= self.max_pixels
    }
}

/// The three sizes: name and longest side in pixels, largest first. No picture is enlarged.
pub const SIZES: [(&str, u32); 3] = [("large", 1600), ("medium", 960), ("small", 480)];

/// What the child writes on its standard output, as one line of JSON; else it writes the key of a sentence.
#[derive(Debug, Serialize, Deserialize)]
struct Report {
    /// Of the upright original.
    width: u32,
    height: u32,
    sizes: Vec<SizeReport>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct SizeReport {
    name: String,
    width: u32,
    height: u32,
    /// In the folder that the child was given. A picture too small for two sizes has one file for both.
    file: PathBuf,
    #[serde(rename = "type")]
    mime: String,
}

#[cfg(test)]
mod tests;
