//! Files that are there whole or not at all, also after the power failed.
//!
//! A new name is on disk only when its folder was synced, and a new folder only when its parent was.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Does this error say that there is no room?
pub fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// Puts a folder's list of names on disk.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// The folder of a path; the current one for a bare name.
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Makes a folder and those above it that are missing, and syncs the parent of each that it made.
pub fn make_folders(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Ok(()) => sync_folder(&folder_of(folder)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make_folders(&folder_of(folder))?;
            make_folders(folder)
        }
        // Whoever made it a moment ago may not have synced its parent yet; where that matters, the caller does.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
}

/// Writes a file beside its final place, synced. Dropped without being moved, it is gone.
pub fn draft(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(".draft-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Puts a file in its place, whatever stood there before. It is readable by its owner only.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    make_folders(&folder)?;
    draft(&folder, bytes)?.persist(path).map_err(|error| error.error)?;
    sync_folder(&folder)
}

/// Puts a file in a place where none is: `false`, and nothing is touched, when somebody was faster.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let folder = folder_of(path);
    make_folders(&folder)?;
    let made = match draft(&folder, bytes)?.persist_noclobber(path) {
        Ok(_) => true,
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => false,
        Err(error) => return Err(error.error),
    };
    sync_folder(&folder)?;
    Ok(made)
}
