//! A ZIP file that is written piece by piece on a thread of its own: whatever goes in, it takes the same memory.

use std::io::{BufWriter, Write};

use bytes::Bytes;
use kit::{Error, Result};
use tempfile::NamedTempFile;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// How temporary archives begin, so that what a killed process left is known for ours.
const PREFIX: &str = "dedalus-copy-";
/// Pieces that may wait for the thread.
const WAITING: usize = 4;

enum Piece {
    /// A file begins; is it worth compressing?
    Begin(String, bool),
    /// More of it.
    Bytes(Bytes),
}

/// An archive under way.
pub struct Archive {
    pieces: mpsc::Sender<Piece>,
    thread: JoinHandle<Result<NamedTempFile>>,
}

impl Archive {
    /// Begins one in the system's temporary folder.
    pub fn begin() -> Self {
        let (pieces, coming) = mpsc::channel(WAITING);
        Self { pieces, thread: tokio::task::spawn_blocking(move || write(coming)) }
    }

    /// Begins a file. Pictures are compressed already.
    pub async fn file(&mut self, path: &str, compress: bool) -> Result<()> {
        self.send(Piece::Begin(path.to_owned(), compress)).await
    }

    /// Adds to the file that was begun last.
    pub async fn add(&mut self, bytes: impl Into<Bytes>) -> Result<()> {
        self.send(Piece::Bytes(bytes.into())).await
    }

    async fn send(&mut self, piece: Piece) -> Result<()> {
        // When the thread is gone its own error is the one to tell; `end` brings it.
        self.pieces.send(piece).await.map_err(|_| Error::internal("the archive’s thread has ended: see its error"))
    }

    /// Ends it and gives the file.
    pub async fn end(self) -> Result<NamedTempFile> {
        drop(self.pieces);
        self.thread.await?
    }
}

fn write(mut coming: mpsc::Receiver<Piece>) -> Result<NamedTempFile> {
    let file = tempfile::Builder::new().prefix(PREFIX).tempfile().map_err(full)?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    while let Some(piece) = coming.blocking_recv() {
        match piece {
            Piece::Begin(path, compress) => {
                let method = if compress { CompressionMethod::Deflated } else { CompressionMethod::Stored };
                let options = SimpleFileOptions::default().compression_method(method).large_file(true);
                zip.start_file(path, options).map_err(Error::internal)?;
            }
            Piece::Bytes(bytes) => zip.write_all(&bytes).map_err(full)?,
        }
    }
    let file = zip.finish().map_err(Error::internal)?;
    file.into_inner().map_err(|error| full(error.into_error()))
}

fn full(error: std::io::Error) -> Error {
    tracing::error!(%error, "no room for an archive");
    Error::Busy
}

/// Removes what a killed process left: archives of a day ago.
pub fn sweep_half_made() {
    let Ok(folder) = std::fs::read_dir(std::env::temp_dir()) else { return };
    for entry in folder.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX)) {
        let old = entry.metadata().and_then(|file| file.modified()).is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > 24 * 3600));
        if old && let Err(error) = std::fs::remove_file(entry.path()) {
            tracing::debug!(%error, "a half-made archive was not removed");
        }
    }
}
