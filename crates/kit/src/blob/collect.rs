//! Deletes blobs that no row names.

use std::time::{Duration, SystemTime};

use futures_util::TryStreamExt;

use super::{BlobId, Blobs, Store};
use crate::clock::{Clock, Time};
use crate::error::{Error, Result};

/// What a collection found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Collected {
    /// Blobs that stay.
    pub kept: u64,
    /// Blobs that went.
    pub deleted: u64,
    /// Bytes that were freed.
    pub freed: u64,
}

pub async fn collect<K>(blobs: &Blobs, older_than: Duration, keep: K) -> Result<Collected>
where
    K: AsyncFn(BlobId) -> Result<bool>,
{
    // The dates are those of disk or store, so the machine's clock counts here and not the house's.
    let before = Clock::real().now().plus(-i64::try_from(older_than.as_micros()).unwrap_or(i64::MAX));
    if let (Store::Disk(disk), Some(before)) = (&blobs.store, SystemTime::now().checked_sub(older_than)) {
        disk.sweep_drafts(before).await?;
    }
    let mut result = Collected::default();
    let mut found = blobs.list();
    while let Some(blob) = found.try_next().await? {
        if blob.written >= before || !delete_unnamed(blobs, blob.id, before, &keep).await? {
            result.kept += 1;
        } else {
            result.deleted += 1;
            result.freed += blob.bytes;
        }
    }
    Ok(result)
}

/// Looks at date and rows again while nobody of this process can put the blob: whoever puts it from now on writes it
/// anew, and whoever did before has renewed its date. Another process can slip in between on a shared store, which
/// is why collections leave whatever is younger than hours alone.
async fn delete_unnamed<K>(blobs: &Blobs, id: BlobId, before: Time, keep: &K) -> Result<bool>
where
    K: AsyncFn(BlobId) -> Result<bool>,
{
    let _guard = blobs.guard(id).await;
    match blobs.stat(id).await {
        Err(Error::NotFound) => return Ok(false),
        Err(error) => return Err(error),
        Ok(found) if found.written >= before => return Ok(false),
        Ok(_) => {}
    }
    if keep(id).await? {
        return Ok(false);
    }
    blobs.remove(id).await?;
    Ok(true)
}
