//! Files by their content: named by the SHA-256 of what they hold, on disk or in any S3-compatible store.
//!
//! A blob is on disk, file and folders, before [`Blobs::put`] answers, so a row that names it never outlives it.
//! Every reading checks the name against the content. What no row names is collected, when it is old enough that
//! nobody can be about to name it.

mod address;
mod collect;
mod disk;
mod id;
mod s3;

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use sha2::{Digest, Sha256};
use tokio::sync::{Mutex, OwnedMutexGuard};

pub use address::{Address, Bucket};
pub use collect::Collected;
pub use id::BlobId;

use crate::clock::Time;
use crate::config::Files;
use crate::error::{Error, Result};

/// Locks that keep the collector off a blob that is just being put.
const STRIPES: usize = 64;

/// The town's files. Cheap to clone.
#[derive(Clone)]
pub struct Blobs {
    store: Store,
    stripes: Arc<[Arc<Mutex<()>>]>,
}

#[derive(Clone)]
enum Store {
    Disk(Arc<disk::Disk>),
    S3(s3::S3),
}

/// One stored file, as [`Blobs::list`] finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub id: BlobId,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was last put, by the clock of disk or store.
    pub written: Time,
}

impl Blobs {
    /// Opens the store the settings name. Touches nothing yet.
    pub fn open(files: &Files) -> Result<Self> {
        match files.url.parse().map_err(Error::internal)? {
            Address::Disk(folder) => Ok(Self::disk(&folder)),
            Address::S3(bucket) => Ok(Self::new(Store::S3(s3::S3::open(&bucket, files)?))),
        }
    }

    /// Files in a folder.
    pub fn disk(folder: &Path) -> Self {
        Self::new(Store::Disk(Arc::new(disk::Disk::new(folder))))
    }

    fn new(store: Store) -> Self {
        Self { store, stripes: (0..STRIPES).map(|_| Arc::default()).collect() }
    }

    /// Stores bytes; when this answers, they are on disk. A full disk is [`Error::Busy`] and leaves nothing behind.
    pub async fn put(&self, bytes: Bytes) -> Result<BlobId> {
        let hashed = bytes.clone();
        let id = tokio::task::spawn_blocking(move || BlobId::of(&hashed)).await?;
        let guard = self.guard(id).await;
        match &self.store {
            Store::Disk(disk) => disk.put(id, bytes, guard).await,
            Store::S3(store) => store.put(id, bytes).await,
        }?;
        Ok(id)
    }

    /// Stores a file's content, read piece by piece. The file itself stays where it is.
    pub async fn put_file(&self, path: &Path) -> Result<BlobId> {
        match &self.store {
            Store::Disk(disk) => {
                let (draft, id) = disk.draft_of(path).await?;
                let guard = self.guard(id).await;
                disk.place(draft, id, guard).await?;
                Ok(id)
            }
            Store::S3(store) => {
                let id = id::of_file(path).await?;
                let _guard = self.guard(id).await;
                store.put_file(id, path).await?;
                Ok(id)
            }
        }
    }

    /// The whole content. One that does not match its name is an internal error, never handed out.
    pub async fn get(&self, id: BlobId) -> Result<Bytes> {
        let bytes = match &self.store {
            Store::Disk(disk) => disk.get(id).await?,
            Store::S3(store) => store.get(id).await?,
        };
        let (bytes, found) = tokio::task::spawn_blocking(move || (bytes.clone(), BlobId::of(&bytes))).await?;
        if found == id { Ok(bytes) } else { Err(damaged(id)) }
    }

    /// The content piece by piece. When it does not match its name the last item is an error, so that whoever
    /// passes it on breaks off instead of ending well.
    pub async fn stream(&self, id: BlobId) -> Result<BoxStream<'static, Result<Bytes>>> {
        let pieces = match &self.store {
            Store::Disk(disk) => disk.stream(id).await?,
            Store::S3(store) => store.stream(id).await?,
        };
        let state = (pieces, Some(Sha256::new()));
        let checked = futures_util::stream::try_unfold(state, move |(mut pieces, hash)| async move {
            let Some(mut hash) = hash else { return Ok(None) };
            match pieces.try_next().await? {
                Some(piece) => {
                    hash.update(&piece);
                    Ok(Some((piece, (pieces, Some(hash)))))
                }
                None if BlobId::from_hash(hash.finalize().into()) == id => Ok(None),
                None => Err(damaged(id)),
            }
        });
        Ok(checked.boxed())
    }

    /// Reads it to its end without keeping it: is it there, and what its name says?
    pub async fn verify(&self, id: BlobId) -> Result<()> {
        let mut pieces = self.stream(id).await?;
        while pieces.try_next().await?.is_some() {}
        Ok(())
    }

    /// Takes a file over from another store, piece by piece: a long recording never stands in memory.
    pub async fn take(&self, from: &Self, id: BlobId) -> Result<()> {
        let mut pieces = from.stream(id).await?;
        let mut draft = tempfile::NamedTempFile::new().map_err(Error::internal)?;
        while let Some(piece) = pieces.try_next().await? {
            draft = tokio::task::spawn_blocking(move || draft.write_all(&piece).map(|()| draft)).await?.map_err(Error::internal)?;
        }
        self.put_file(draft.path()).await?;
        Ok(())
    }

    /// A part of the content, piece by piece: so many bytes from a place on, for browsers that play a recording from its middle.
    /// Whether the rest is what its name says cannot be seen from a part; the whole is checked where it is read whole.
    pub async fn stream_range(&self, id: BlobId, from: u64, count: u64) -> Result<BoxStream<'static, Result<Bytes>>> {
        match &self.store {
            Store::Disk(disk) => disk.stream_range(id, from, count).await,
            Store::S3(store) => store.stream_range(id, from, count).await,
        }
    }

    /// Is it there?
    pub async fn exists(&self, id: BlobId) -> Result<bool> {
        match self.stat(id).await {
            Ok(_) => Ok(true),
            Err(Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Its size and date.
    pub async fn stat(&self, id: BlobId) -> Result<Listed> {
        match &self.store {
            Store::Disk(disk) => disk.stat(id).await,
            Store::S3(store) => store.stat(id).await,
        }
    }

    /// Takes it away; it need not be there.
    pub async fn delete(&self, id: BlobId) -> Result<()> {
        let _guard = self.guard(id).await;
        self.remove(id).await
    }

    async fn remove(&self, id: BlobId) -> Result<()> {
        match &self.store {
            Store::Disk(disk) => disk.delete(id).await,
            Store::S3(store) => store.delete(id).await,
        }
    }

    /// Everything there is, in no order, as it is found.
    pub fn list(&self) -> BoxStream<'static, Result<Listed>> {
        match &self.store {
            Store::Disk(disk) => disk.list(),
            Store::S3(store) => store.list(),
        }
    }

    /// Can it be written and read here? Puts a small blob and takes it away: for `doctor` and the start.
    pub async fn check(&self) -> Result<()> {
        let text = format!("a trial of {:x}", getrandom::u64().unwrap_or_default());
        let id = self.put(text.into()).await?;
        self.get(id).await?;
        self.delete(id).await
    }

    /// Deletes what nothing names and nobody put for `older_than`; `keep` says whether a row names it.
    pub async fn collect<K>(&self, older_than: Duration, keep: K) -> Result<Collected>
    where
        K: AsyncFn(BlobId) -> Result<bool>,
    {
        collect::collect(self, older_than, keep).await
    }

    async fn guard(&self, id: BlobId) -> OwnedMutexGuard<()> {
        let stripe = self.stripes.get(usize::from(id.first()) % STRIPES).cloned().unwrap_or_default();
        stripe.lock_owned().await
    }
}

fn damaged(id: BlobId) -> Error {
    Error::internal(format!("the blob {id} does not hold what its name says: restore it from a backup"))
}

#[cfg(test)]
mod tests;
