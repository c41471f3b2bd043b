//! Where the key is kept: a file of its own that only its owner reads, or the environment.

use std::fmt;
use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use base64::Engine as _;

use super::{BASE64, SecretKey, fill};
use crate::durable;

/// The variable that takes the file's place: keys separated by commas, the one in use first.
const VARIABLE: &str = "DEDALUS_SECRET_KEY";

/// Why there is no key to work with, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretError(String);

impl fmt::Display for SecretError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SecretError {}

impl SecretKey {
    /// The key of the environment, else of a file, which is made when it is not there.
    pub fn load_or_create(path: &Path) -> Result<Self, SecretError> {
        match std::env::var(VARIABLE) {
            Ok(text) if !text.trim().is_empty() => Self::parse(&text).map_err(|why| SecretError(format!("{VARIABLE}: {why}"))),
            _ => Self::from_file(path),
        }
    }

    fn from_file(path: &Path) -> Result<Self, SecretError> {
        let about = |error: io::Error| SecretError(format!("the secret key {}: {error}", path.display()));
        if !path.try_exists().map_err(about)? {
            // Whoever is faster has made the key; both read the same file below.
            durable::create(path, new_line()?.as_bytes()).map_err(about)?;
        }
        Self::parse(&read_private(path)?).map_err(|why| SecretError(format!("the secret key {}: {why}", path.display())))
    }

    /// Puts a new key above those in the file. What the older ones sealed still opens; running programs must start again.
    pub fn rotate(path: &Path) -> Result<Self, SecretError> {
        let text = format!("{}{}", new_line()?, read_private(path)?);
        let key = Self::parse(&text).map_err(SecretError)?;
        durable::replace(path, text.as_bytes()).map_err(|error| SecretError(format!("the secret key {}: {error}", path.display())))?;
        Ok(key)
    }

    fn parse(text: &str) -> Result<Self, String> {
        let mut keys = Vec::new();
        for word in text.split([',', '\n']).map(str::trim).filter(|word| !word.is_empty()) {
            let bytes: Option<[u8; 32]> = BASE64.decode(word.trim_end_matches('=')).ok().and_then(|bytes| bytes.try_into().ok());
            keys.push(bytes.ok_or("a key is 32 bytes in base64url (43 letters); put the copy back in its place")?);
        }
        match keys.split_first() {
            Some((current, old)) => Ok(Self::from_bytes(*current, old)),
            None => Err("it is empty; put the copy back in its place".into()),
        }
    }
}

fn new_line() -> Result<String, SecretError> {
    let mut bytes = [0_u8; 32];
    fill(&mut bytes).map_err(|error| SecretError(error.to_string()))?;
    Ok(format!("{}\n", BASE64.encode(bytes)))
}

fn read_private(path: &Path) -> Result<String, SecretError> {
    let shown = path.display();
    let about = |error: io::Error| SecretError(format!("the secret key {shown}: {error}"));
    let mode = fs::metadata(path).map_err(about)?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(SecretError(format!("others can read the secret key {shown} (mode {mode:04o}): run `chmod 600 {shown}`")));
    }
    fs::read_to_string(path).map_err(about)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_for_its_owner_only_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/secret.key");
        let made = SecretKey::from_file(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(SecretKey::from_file(&path).unwrap().id(), made.id());
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn programs_that_start_together_agree_on_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        let ids: Vec<String> = std::thread::scope(|scope| {
            let hands: Vec<_> = (0..16).map(|_| scope.spawn(|| SecretKey::from_file(&path).unwrap().id().to_owned())).collect();
            hands.into_iter().map(|hand| hand.join().unwrap()).collect()
        });
        assert!(ids.windows(2).all(|pair| pair[0] == pair[1]));
    }

    #[test]
    fn a_key_that_others_can_read_is_refused_with_the_remedy() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        SecretKey::from_file(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let said = SecretKey::from_file(&path).unwrap_err().to_string();
        assert!(said.contains("mode 0640") && said.contains("chmod 600"), "{said}");
    }

    #[test]
    fn a_new_key_stands_above_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        let old = SecretKey::from_file(&path).unwrap();
        let sealed = old.seal("x", b"kept").unwrap();
        let new = SecretKey::rotate(&path).unwrap();
        assert_ne!(new.id(), old.id());
        assert_eq!(SecretKey::from_file(&path).unwrap().open("x", &sealed).unwrap(), b"kept");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_spoilt_key_says_so_and_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        for spoilt in ["", "short", "not base64 at all, and neither is this"] {
            durable::replace(&path, spoilt.as_bytes()).unwrap();
            assert!(SecretKey::from_file(&path).unwrap_err().to_string().contains("put the copy back"));
            assert_eq!(fs::read_to_string(&path).unwrap(), spoilt);
        }
    }
}
