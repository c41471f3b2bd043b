//! Copies of files that come from elsewhere: a folder that never holds more than so many bytes, the oldest going first. What lies in
//! it can be had again, so it is in no backup and is not synced.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use parking_lot::Mutex;
use sha2::{Digest, Sha256};
use tokio::sync::{Mutex as Lane, MutexGuard};

use crate::error::Result;

/// How many may be fetched at once.
const LANES: usize = 12;

/// The copies. Cheap to clone.
#[derive(Clone)]
pub struct Kept(Arc<Inner>);

struct Inner {
    folder: PathBuf,
    most: u64,
    /// Name, bytes and age of every copy; read from the folder at first need.
    index: Mutex<Option<BTreeMap<String, (u64, SystemTime)>>>,
    lanes: [Lane<()>; LANES],
}

/// A copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCopy {
    /// Its bytes.
    pub bytes: Bytes,
    /// How old it is.
    pub age: Duration,
}

impl Kept {
    /// Copies in a folder, of so many bytes together at the most; 0 keeps none.
    pub fn new(folder: impl Into<PathBuf>, most: u64) -> Self {
        Self(Arc::new(Inner { folder: folder.into(), most, index: Mutex::new(None), lanes: std::array::from_fn(|_| Lane::new(())) }))
    }

    /// Who fetches something waits here first, so that two who want the same fetch it once, and few are under way at a time.
    pub async fn lane(&self, key: &str) -> Option<MutexGuard<'_, ()>> {
        let number = name(key).bytes().map(usize::from).sum::<usize>() % LANES;
        match self.0.lanes.get(number) {
            Some(lane) => Some(lane.lock().await),
            None => None,
        }
    }

    /// The copy under a key.
    pub async fn get(&self, key: &str) -> Option<KeptCopy> {
        let path = self.path(&name(key));
        let about = tokio::fs::metadata(&path).await.ok()?;
        let age = about.modified().ok()?.elapsed().unwrap_or_default();
        let bytes = Bytes::from(tokio::fs::read(&path).await.ok()?);
        Some(KeptCopy { bytes, age })
    }

    /// Keeps a copy under a key, in place of the one before it.
    pub async fn put(&self, key: &str, bytes: Bytes) -> Result<()> {
        if bytes.len() as u64 > self.0.most {
            return Ok(());
        }
        let this = self.clone();
        let name = name(key);
        tokio::task::spawn_blocking(move || this.write(&name, &bytes)).await?
    }

    /// Bytes of all copies together.
    pub fn bytes(&self) -> u64 {
        let mut index = self.0.index.lock();
        self.known(&mut index).values().map(|(bytes, _)| bytes).sum()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.folder.join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        std::fs::create_dir_all(&self.0.folder)?;
        let mut index = self.0.index.lock();
        let known = self.known(&mut index);
        let mut draft = tempfile::NamedTempFile::new_in(&self.0.folder)?;
        std::io::Write::write_all(&mut draft, bytes)?;
        draft.persist(self.path(name)).map_err(|error| error.error)?;
        known.insert(name.to_owned(), (bytes.len() as u64, SystemTime::now()));
        let total: u64 = known.values().map(|(bytes, _)| bytes).sum();
        if total > self.0.most {
            self.make_room(known, total);
        }
        Ok(())
    }

    /// Takes the oldest away, a tenth more than needed, so that it is not done again at once.
    fn make_room(&self, known: &mut BTreeMap<String, (u64, SystemTime)>, mut total: u64) {
        let mut by_age: Vec<(SystemTime, String, u64)> = known.iter().map(|(name, (bytes, at))| (*at, name.clone(), *bytes)).collect();
        by_age.sort();
        for (_, name, bytes) in by_age {
            if total <= self.0.most / 10 * 9 {
                break;
            }
            if let Err(error) = std::fs::remove_file(self.path(&name)) {
                tracing::warn!(%error, "a kept copy was not removed");
            }
            known.remove(&name);
            total -= bytes;
        }
    }

    /// The index, read from the folder at first need; drafts that a killed process left go.
    fn known<'i>(&self, index: &'i mut Option<BTreeMap<String, (u64, SystemTime)>>) -> &'i mut BTreeMap<String, (u64, SystemTime)> {
        index.get_or_insert_with(|| {
            let mut found = BTreeMap::new();
            for entry in std::fs::read_dir(&self.0.folder).into_iter().flatten().flatten() {
                let (Ok(about), Ok(name)) = (entry.metadata(), entry.file_name().into_string()) else { continue };
                if name.len() == 64 && about.is_file() {
                    found.insert(name, (about.len(), about.modified().unwrap_or(SystemTime::UNIX_EPOCH)));
                } else if name.starts_with(".tmp")
                    && let Err(error) = std::fs::remove_file(entry.path())
                {
                    tracing::debug!(%error, "a draft of a kept copy was not removed");
                }
            }
            found
        })
    }
}

/// The file's name: a hash, so that no key leads out of the folder.
fn name(key: &str) -> String {
    Sha256::digest(key.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(length: usize) -> Bytes {
        Bytes::from(vec![7; length])
    }

    #[tokio::test]
    async fn what_was_put_is_there_and_the_folder_never_grows_beyond_its_bound() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Kept::new(folder.path().join("copies"), 1000);
        assert_eq!(kept.get("a").await, None);
        for number in 0..30 {
            kept.put(&format!("tile/{number}"), some(100)).await.unwrap();
            assert!(kept.bytes() <= 1000, "{}", kept.bytes());
        }
        assert_eq!(kept.get("tile/29").await.unwrap().bytes, some(100));
        assert_eq!(kept.get("tile/0").await, None);
        // Another process finds what lies there, and a key that looks like a path stays a name.
        let again = Kept::new(folder.path().join("copies"), 1000);
        assert_eq!(again.bytes(), kept.bytes());
        again.put("../../out", some(3)).await.unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        again.put("large", some(1001)).await.unwrap();
        assert_eq!(again.get("large").await, None);
    }

    #[tokio::test]
    async fn a_copy_in_place_of_another_counts_once() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Kept::new(folder.path(), 1000);
        kept.put("a", some(400)).await.unwrap();
        kept.put("a", some(500)).await.unwrap();
        assert_eq!((kept.bytes(), kept.get("a").await.unwrap().bytes.len()), (500, 500));
    }
}
