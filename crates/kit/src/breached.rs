//! Passwords that were found in breaches, from a list on this machine: nothing is asked on the net, and nobody learns which
//! password was tried. The list has the form in which Have I Been Pwned gives it (SHA-1 in hexadecimal and a count): either
//! a folder with one file for each first five characters (`0A1B2.txt`, lines `REST:COUNT`), or one file sorted by hash.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use sha1::{Digest, Sha1};

use crate::error::{Error, Result};

/// The list, if the town has one.
#[derive(Debug, Clone)]
pub struct Breached {
    path: Option<PathBuf>,
}

/// The longest line that is looked for, in bytes: a hash, a colon, a count.
const LINE: u64 = 64;

impl Breached {
    /// The list at a path; an empty path means none. A path that cannot be read is an error at once, not at the first sign-up.
    pub fn open(path: &Path) -> Result<Self> {
        if path.as_os_str().is_empty() {
            return Ok(Self { path: None });
        }
        let known = std::fs::metadata(path);
        known.map_err(|error| Error::internal(format!("accounts.breached_passwords: {} cannot be read: {error}", path.display())))?;
        Ok(Self { path: Some(path.to_owned()) })
    }

    /// Is the password in the list?
    pub async fn contains(&self, password: &str) -> Result<bool> {
        let Some(path) = self.path.clone() else { return Ok(false) };
        let hash = Sha1::digest(password.as_bytes()).iter().map(|byte| format!("{byte:02X}")).collect::<String>();
        let found = tokio::task::spawn_blocking(move || if path.is_dir() { in_folder(&path, &hash) } else { in_file(&path, &hash) });
        Ok(found.await??)
    }
}

fn in_folder(folder: &Path, hash: &str) -> std::io::Result<bool> {
    let (first, rest) = hash.split_at(5);
    let file = match File::open(folder.join(format!("{first}.txt"))).or_else(|_| File::open(folder.join(first))) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    for line in BufReader::new(file).lines() {
        if line?.split(':').next().is_some_and(|known| known.trim().eq_ignore_ascii_case(rest)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Halves the file until the line is found: some thirty reads in forty gigabytes.
fn in_file(path: &Path, hash: &str) -> std::io::Result<bool> {
    let mut file = File::open(path)?;
    let (mut low, mut high) = (0, file.metadata()?.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let (start, line) = line_from(&mut file, middle)?;
        let known = line.split(':').next().unwrap_or_default().trim().to_ascii_uppercase();
        match known.as_str().cmp(hash) {
            std::cmp::Ordering::Equal => return Ok(true),
            std::cmp::Ordering::Less if !line.is_empty() => low = start + line.len() as u64 + 1,
            _ => high = middle,
        }
    }
    Ok(false)
}

/// The line in which a byte stands, and where it begins.
fn line_from(file: &mut File, at: u64) -> std::io::Result<(u64, String)> {
    let from = at.saturating_sub(LINE);
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.take(at - from + LINE).read_to_end(&mut bytes)?;
    let place = usize::try_from(at - from).unwrap_or_default();
    let before = bytes.get(..place).unwrap_or_default();
    let begin = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let rest = bytes.get(begin..).unwrap_or_default();
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let line = String::from_utf8_lossy(rest.get(..end).unwrap_or_default()).into_owned();
    Ok((from + begin as u64, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(password: &str) -> String {
        Sha1::digest(password.as_bytes()).iter().map(|byte| format!("{byte:02X}")).collect()
    }

    #[tokio::test]
    async fn passwords_are_found_in_a_sorted_file_and_in_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let known: Vec<String> = (0..2000).map(|number| format!("parola{number}")).collect();
        let mut lines: Vec<String> = known.iter().enumerate().map(|(count, word)| format!("{}:{}", hash(word), count * 7 + 1)).collect();
        lines.sort();
        let file = folder.path().join("pwned.txt");
        std::fs::write(&file, lines.join("\r\n") + "\r\n").unwrap();
        let ranges = folder.path().join("ranges");
        std::fs::create_dir(&ranges).unwrap();
        for line in &lines {
            let (first, rest) = line.split_at(5);
            let path = ranges.join(format!("{first}.txt"));
            let before = std::fs::read_to_string(&path).unwrap_or_default();
            std::fs::write(&path, format!("{before}{rest}\n")).unwrap();
        }
        for path in [&file, &ranges] {
            let list = Breached::open(path).unwrap();
            for word in &known {
                assert!(list.contains(word).await.unwrap(), "{word} in {}", path.display());
            }
            for word in ["tre barche sul golfo", "parola2000", ""] {
                assert!(!list.contains(word).await.unwrap(), "{word} in {}", path.display());
            }
        }
    }

    #[tokio::test]
    async fn without_a_list_nothing_is_refused_and_a_missing_list_is_said_at_once() {
        assert!(!Breached::open(Path::new("")).unwrap().contains("password").await.unwrap());
        assert!(Breached::open(Path::new("/nowhere/at/all")).is_err());
        let empty = tempfile::NamedTempFile::new().unwrap();
        assert!(!Breached::open(empty.path()).unwrap().contains("password").await.unwrap());
    }
}
