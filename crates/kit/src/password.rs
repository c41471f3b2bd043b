//! Passwords: Argon2id (RFC 9106), hashed a few at a time so that sign-ins do not starve the pages.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use crate::error::{Error, Result};

/// More than this many characters are refused, so that nobody can make us hash a book.
pub const MAX_LENGTH: usize = 200;

/// The hashing, bounded to as many at once as there are cores to spare.
#[derive(Clone)]
pub struct Passwords {
    params: Params,
    hands: Arc<Semaphore>,
    /// Checked when there is no such account, so that the work is the same.
    decoy: Arc<str>,
}

impl Passwords {
    /// Memory in KiB, passes, lanes: the parameters of RFC 9106 §4.
    pub fn new(memory: u32, passes: u32, lanes: u32) -> Result<Self> {
        let params = Params::new(memory, passes, lanes, None).map_err(|error| Error::internal(format!("Argon2 parameters: {error}")))?;
        let decoy = hash_now(&params, "a password that nobody has")?.into();
        let hands = std::thread::available_parallelism().map_or(1, |n| (n.get() / 2).max(1));
        Ok(Self { params, hands: Arc::new(Semaphore::new(hands)), decoy })
    }

    /// The PHC string of a password.
    pub async fn hash(&self, password: &str) -> Result<String> {
        let _hand = self.hands.acquire().await.map_err(Error::internal)?;
        let (params, password) = (self.params.clone(), password.to_owned());
        tokio::task::spawn_blocking(move || hash_now(&params, &password)).await?
    }

    /// Is it this password? Without a hash the same work is done and the answer is no.
    pub async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool> {
        let _hand = self.hands.acquire().await.map_err(Error::internal)?;
        let known = hash.is_some();
        let hash = hash.unwrap_or(&self.decoy).to_owned();
        let password: String = password.chars().take(MAX_LENGTH + 1).collect();
        let right = tokio::task::spawn_blocking(move || {
            PasswordHash::new(&hash).is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
        })
        .await?;
        Ok(right && known)
    }
}

fn hash_now(params: &Params, password: &str) -> Result<String> {
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let hash = argon2.hash_password(password.as_bytes()).map_err(|error| Error::internal(format!("Argon2: {error}")))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_verified_and_a_missing_account_never_is() {
        let passwords = Passwords::new(256, 1, 1).unwrap();
        let hash = passwords.hash("tre barche sul golfo").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=256,t=1,p=1$"));
        assert!(passwords.verify("tre barche sul golfo", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("tre barche sul mare", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("a password that nobody has", None).await.unwrap());
    }
}
