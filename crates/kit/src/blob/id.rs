//! A blob's name.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;

use crate::db::{DbError, FromValue, Value, ValueRef};
use crate::error::{Error, Result};

/// The SHA-256 of a blob's content; 64 lower-case hexadecimal digits as text, and nothing else parses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId([u8; 32]);

impl BlobId {
    /// The name of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    pub(super) fn from_hash(hash: [u8; 32]) -> Self {
        Self(hash)
    }

    pub(super) fn first(self) -> u8 {
        let [first, ..] = self.0;
        first
    }

    /// The two folders it lies in: `ab` and `cd`.
    pub(super) fn folders(self) -> (String, String) {
        let [first, second, ..] = self.0;
        (format!("{first:02x}"), format!("{second:02x}"))
    }
}

/// The name of a file's content, read piece by piece.
pub(super) async fn of_file(path: &Path) -> Result<BlobId> {
    let mut file = tokio::fs::File::open(path).await?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 256 * 1024];
    loop {
        match file.read(&mut piece).await? {
            0 => return Ok(BlobId(hash.finalize().into())),
            read => hash.update(piece.get(..read).unwrap_or_default()),
        }
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for BlobId {
    type Err = Error;

    /// Whatever is not a name is not found.
    fn from_str(text: &str) -> Result<Self> {
        let mut id = [0; 32];
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return Err(Error::NotFound) };
        if pairs.len() != id.len() {
            return Err(Error::NotFound);
        }
        for (byte, [high, low]) in id.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Self(id))
    }
}

fn digit(byte: u8) -> Result<u8> {
    match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        _ => Err(Error::NotFound),
    }
}

impl Serialize for BlobId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for BlobId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(|_| serde::de::Error::custom("not the name of a blob"))
    }
}

impl From<BlobId> for Value {
    fn from(id: BlobId) -> Self {
        Self::Text(id.to_string())
    }
}

impl FromValue for BlobId {
    fn from_value(value: ValueRef<'_>) -> Result<Self, DbError> {
        String::from_value(value)?.parse().map_err(|_| DbError::Shape("not the name of a blob".into()))
    }
}
