//! Blobs in a folder: `ab/cd/<name>`, drafts beside them until they are whole.

use std::fs;
use std::io::{self, Read, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::{BoxStream, poll_fn, unfold};
use parking_lot::Mutex;
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncSeekExt};
use tokio::sync::OwnedMutexGuard;
use tokio::sync::mpsc;

use super::{BlobId, Listed};
use crate::clock::Time;
use crate::durable;
use crate::error::{Error, Result};

/// Bytes read at once.
const PIECE: usize = 256 * 1024;
/// Where files are written before they have their name.
const DRAFTS: &str = "drafts";

pub struct Disk {
    root: PathBuf,
    /// Folders of which this process knows that their names are on disk.
    kept: Mutex<std::collections::HashSet<PathBuf>>,
}

impl Disk {
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), kept: Mutex::default() }
    }

    fn path(&self, id: BlobId) -> PathBuf {
        let (outer, inner) = id.folders();
        self.root.join(outer).join(inner).join(id.to_string())
    }

    /// Runs on a thread that may wait for the disk.
    async fn on_thread<T: Send + 'static>(self: &Arc<Self>, act: impl FnOnce(&Self) -> io::Result<T> + Send + 'static) -> Result<T> {
        let disk = Arc::clone(self);
        tokio::task::spawn_blocking(move || act(&disk)).await?.map_err(about)
    }

    pub async fn put(self: &Arc<Self>, id: BlobId, bytes: Bytes, guard: OwnedMutexGuard<()>) -> Result<()> {
        self.on_thread(move |disk| {
            let _guard = guard;
            let draft = durable::draft(&disk.drafts()?, &bytes)?;
            disk.keep(draft, id)
        })
        .await
    }

    /// Copies a file in, hashing as it goes. The draft is synced and has no name yet.
    pub async fn draft_of(self: &Arc<Self>, path: &Path) -> Result<(NamedTempFile, BlobId)> {
        let path = path.to_owned();
        self.on_thread(move |disk| {
            let mut from = fs::File::open(path)?;
            let mut draft = NamedTempFile::new_in(disk.drafts()?)?;
            let mut hash = Sha256::new();
            let mut piece = vec![0; PIECE];
            loop {
                let read = from.read(&mut piece)?;
                let Some(piece) = piece.get(..read).filter(|piece| !piece.is_empty()) else { break };
                hash.update(piece);
                draft.write_all(piece)?;
            }
            draft.as_file().sync_all()?;
            Ok((draft, BlobId::from_hash(hash.finalize().into())))
        })
        .await
    }

    pub async fn place(self: &Arc<Self>, draft: NamedTempFile, id: BlobId, guard: OwnedMutexGuard<()>) -> Result<()> {
        self.on_thread(move |disk| {
            let _guard = guard;
            disk.keep(draft, id)
        })
        .await
    }

    /// Gives a synced draft its name. One that is there already is replaced: that renews its date, which keeps the
    /// collector off, and heals it should it be damaged.
    fn keep(&self, draft: NamedTempFile, id: BlobId) -> io::Result<()> {
        let (outer, inner) = id.folders();
        let outer = self.root.join(outer);
        let inner = outer.join(inner);
        self.folder(&outer)?;
        self.folder(&inner)?;
        draft.persist(inner.join(id.to_string())).map_err(|error| error.error)?;
        durable::sync_folder(&inner)
    }

    /// Makes a folder if need be and syncs its parent, once a process: that it is there does not mean that a crash
    /// would leave it there, for somebody may have made it a moment ago.
    fn folder(&self, folder: &Path) -> io::Result<()> {
        if self.kept.lock().contains(folder) && folder.is_dir() {
            return Ok(());
        }
        durable::make_folders(folder)?;
        durable::sync_folder(&durable::folder_of(folder))?;
        self.kept.lock().insert(folder.to_owned());
        Ok(())
    }

    fn drafts(&self) -> io::Result<PathBuf> {
        let folder = self.root.join(DRAFTS);
        self.folder(&folder)?;
        Ok(folder)
    }

    pub async fn get(self: &Arc<Self>, id: BlobId) -> Result<Bytes> {
        self.on_thread(move |disk| fs::read(disk.path(id)).map(Bytes::from)).await
    }

    pub async fn stream(&self, id: BlobId) -> Result<BoxStream<'static, Result<Bytes>>> {
        let file = tokio::fs::File::open(self.path(id)).await.map_err(about)?;
        Ok(pieces(file))
    }

    /// So many bytes from a place on.
    pub async fn stream_range(&self, id: BlobId, from: u64, count: u64) -> Result<BoxStream<'static, Result<Bytes>>> {
        let mut file = tokio::fs::File::open(self.path(id)).await.map_err(about)?;
        file.seek(io::SeekFrom::Start(from)).await.map_err(about)?;
        Ok(pieces(file.take(count)))
    }

    pub async fn stat(self: &Arc<Self>, id: BlobId) -> Result<Listed> {
        self.on_thread(move |disk| Ok(listed(id, &fs::metadata(disk.path(id))?))).await
    }

    pub async fn delete(self: &Arc<Self>, id: BlobId) -> Result<()> {
        let removed = self.on_thread(move |disk| fs::remove_file(disk.path(id))).await;
        if matches!(removed, Err(Error::NotFound)) { Ok(()) } else { removed }
    }

    /// Walks the folders on a thread of its own, no faster than somebody reads.
    pub fn list(self: &Arc<Self>) -> BoxStream<'static, Result<Listed>> {
        let (say, mut said) = mpsc::channel(256);
        let root = self.root.clone();
        tokio::task::spawn_blocking(move || {
            if let Err(error) = walk(&root, &say) {
                let _ = say.blocking_send(Err(about(error)));
            }
        });
        poll_fn(move |context| said.poll_recv(context)).boxed()
    }

    /// Takes away drafts that a crash left behind.
    pub async fn sweep_drafts(self: &Arc<Self>, before: SystemTime) -> Result<()> {
        self.on_thread(move |disk| {
            for entry in entries(&disk.root.join(DRAFTS))? {
                let entry = entry?;
                if entry.metadata().and_then(|found| found.modified()).is_ok_and(|written| written < before) {
                    fs::remove_file(entry.path())?;
                }
            }
            Ok(())
        })
        .await
    }
}

/// What a reader gives, piece by piece.
fn pieces(from: impl AsyncRead + Send + Unpin + 'static) -> BoxStream<'static, Result<Bytes>> {
    let pieces = unfold(Some(from), |from| async move {
        let mut from = from?;
        let mut piece = bytes::BytesMut::with_capacity(PIECE);
        match from.read_buf(&mut piece).await {
            Ok(0) => None,
            Ok(_) => Some((Ok(piece.freeze()), Some(from))),
            Err(error) => Some((Err(about(error)), None)),
        }
    });
    pieces.boxed()
}

fn walk(root: &Path, say: &mpsc::Sender<Result<Listed>>) -> io::Result<()> {
    for outer in entries(root)? {
        let outer = outer?;
        if outer.file_name() == DRAFTS || !outer.file_type()?.is_dir() {
            continue;
        }
        for inner in entries(&outer.path())? {
            let inner = inner?.path();
            // What is no folder or does not bear a blob's name in the right place is not ours.
            if !inner.is_dir() {
                continue;
            }
            for file in entries(&inner)? {
                let file = file?;
                let Some(id) = file.file_name().to_str().and_then(|name| name.parse::<BlobId>().ok()) else { continue };
                let (one, two) = id.folders();
                if !file.path().ends_with(Path::new(&one).join(two).join(id.to_string())) {
                    continue;
                }
                match file.metadata() {
                    Ok(found) if say.blocking_send(Ok(listed(id, &found))).is_err() => return Ok(()),
                    Ok(_) => {}
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }
    Ok(())
}

/// A folder's entries; none when there is no folder.
fn entries(folder: &Path) -> io::Result<Box<dyn Iterator<Item = io::Result<fs::DirEntry>>>> {
    match fs::read_dir(folder) {
        Ok(entries) => Ok(Box::new(entries)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Box::new(std::iter::empty())),
        Err(error) => Err(error),
    }
}

fn listed(id: BlobId, found: &fs::Metadata) -> Listed {
    let written = Time::from_micros(found.mtime().saturating_mul(1_000_000).saturating_add(found.mtime_nsec() / 1000));
    Listed { id, bytes: found.len(), written }
}

#[track_caller]
fn about(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::NotFound => Error::NotFound,
        _ if durable::is_full(&error) => {
            tracing::error!(%error, "no room for files");
            Error::Busy
        }
        _ => Error::internal(format!("files: {error}")),
    }
}
