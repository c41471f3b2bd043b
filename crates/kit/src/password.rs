//! Passwords: Argon2id (RFC 9106), hashed a few at a time and behind everything else, so that sign-ins do not starve the pages.

mod hands;

use std::sync::Arc;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

use crate::error::{Error, Result};

/// More than this many characters are refused, so that nobody can make us hash a book.
pub const MAX_LENGTH: usize = 200;

/// The hashing, on threads of its own ([`hands`]), one for every two cores.
#[derive(Clone)]
pub struct Passwords {
    params: Params,
    hands: hands::Hands<Vec<Block>>,
    /// Checked when there is no such account, so that the work is the same.
    decoy: Arc<str>,
}

impl Passwords {
    /// Memory in KiB, passes, lanes: the parameters of RFC 9106 §4.
    pub fn new(memory: u32, passes: u32, lanes: u32) -> Result<Self> {
        let params = Params::new(memory, passes, lanes, None).map_err(odd)?;
        let decoy = make(&params, "a password that nobody has", &mut Vec::new())?.into();
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Ok(Self { params, hands: hands::Hands::start("passwords", (cores / 2).max(1))?, decoy })
    }

    /// The PHC string of a password.
    pub async fn hash(&self, password: &str) -> Result<String> {
        let (params, password) = (self.params.clone(), password.to_owned());
        self.hands.turn(move |memory| make(&params, &password, memory)).await?
    }

    /// Is it this password? Without a hash the same work is done and the answer is no.
    pub async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool> {
        let known = hash.is_some();
        let hash = hash.unwrap_or(&self.decoy).to_owned();
        let password: String = password.chars().take(MAX_LENGTH + 1).collect();
        let right = self.hands.turn(move |memory| is_made_of(&hash, &password, memory)).await?;
        Ok(right && known)
    }
}

fn odd(error: impl std::fmt::Display) -> Error {
    Error::internal(format!("Argon2: {error}"))
}

/// Fills the output with the hash of a password.
fn fill(argon2: &Argon2<'_>, password: &str, salt: &[u8], out: &mut [u8], memory: &mut Vec<Block>) -> Result<()> {
    memory.resize(argon2.params().block_count(), Block::new());
    argon2.hash_password_into_with_memory(password.as_bytes(), salt, out, memory).map_err(odd)
}

fn make(params: &Params, password: &str, memory: &mut Vec<Block>) -> Result<String> {
    let mut salt = [0; 16]; // RFC 9106 §3.1
    crate::secret::fill(&mut salt)?;
    let salt = Salt::new(&salt).map_err(odd)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    fill(&argon2, password, &salt, &mut out, memory)?;
    let phc = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(params).map_err(odd)?,
        salt: Some(salt),
        hash: Some(Output::new(&out).map_err(odd)?),
    };
    Ok(phc.to_string())
}

/// Compared in constant time (`phc::Output`). A hash that cannot be read is no password's.
fn is_made_of(hash: &str, password: &str, memory: &mut Vec<Block>) -> bool {
    let mut made = || {
        let known = PasswordHash::new(hash).ok()?;
        let algorithm = Algorithm::try_from(known.algorithm.as_str()).ok()?;
        let version = known.version.map_or(Ok(Version::default()), Version::try_from).ok()?;
        let argon2 = Argon2::new(algorithm, version, Params::try_from(&known).ok()?);
        let (salt, expected) = (known.salt?, known.hash?);
        let mut out = vec![0; expected.len()];
        fill(&argon2, password, &salt, &mut out, memory).ok()?;
        Some(Output::new(&out).ok()? == expected)
    };
    made().unwrap_or(false)
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
