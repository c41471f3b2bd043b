//! The forms of one page: each encoding with its body, its strong ETag and its finished headers.

use std::io::Write;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use http::{HeaderMap, HeaderValue};
use sha2::{Digest, Sha256};

/// Content codings (RFC 9110 §8.4.1), in the order we like them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli.
    Br,
    /// Zstandard.
    Zstd,
    /// Gzip.
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// All of them, in the order we like them, which is also the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Br, Self::Zstd, Self::Gzip, Self::Identity];

    /// Its name in headers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Br => "br",
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// The bytes in this coding; `None` when they cannot be had in it.
    pub fn encode(self, bytes: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Br => brotli_of(bytes),
            Self::Zstd => zstd::bulk::compress(bytes, 6).ok(),
            Self::Gzip => {
                let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
                writer.write_all(bytes).ok()?;
                writer.finish().ok()
            }
            Self::Identity => Some(bytes.to_vec()),
        }
    }
}

fn brotli_of(mut bytes: &[u8]) -> Option<Vec<u8>> {
    // A window no larger than the page: the usual one makes the encoder clear megabytes for a few kilobytes.
    let window = usize::BITS - bytes.len().leading_zeros();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 5,
        lgwin: i32::try_from(window).unwrap_or(22).clamp(16, 22),
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::with_capacity(bytes.len() / 4);
    brotli::BrotliCompress(&mut bytes, &mut out, &params).ok()?;
    Some(out)
}

/// One form, ready to go out.
#[derive(Debug)]
pub struct Form {
    pub body: Bytes,
    /// Headers of a 200.
    pub full: HeaderMap,
    /// Headers of a 304.
    pub unchanged: HeaderMap,
}

impl Form {
    /// The form of an already coded body.
    pub fn of(encoding: Encoding, body: Bytes, headers: &HeaderMap) -> Option<Self> {
        // Over the coded bytes: two forms never share a tag, and the same bytes keep theirs over every refill.
        let hash =
            Sha256::new().chain_update(headers.get(CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes)).chain_update(&body).finalize();
        let tag = format!("\"{}-{}\"", BASE64.encode(hash.get(..15).unwrap_or_default()), encoding.name());
        let mut unchanged = HeaderMap::new();
        unchanged.insert(ETAG, HeaderValue::try_from(tag).ok()?);
        unchanged.insert(VARY, HeaderValue::from_static("Accept-Language, Accept-Encoding, Cookie"));
        // Everybody may keep it and must ask before showing it: no cache outside hears of a commit, and what was
        // hidden must be gone at once. The question costs a 304.
        unchanged.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        let mut full = headers.clone();
        full.extend(unchanged.clone());
        if encoding != Encoding::Identity {
            full.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
        }
        Some(Self { body, full, unchanged })
    }
}
