//! The house's secret key: what it seals, what it vouches for, and the tokens people carry.
//!
//! The key stands outside database and backup. Its first line is in use; lines below are older keys that still open
//! what they sealed, so that a key can be changed without losing anything.

mod keyring;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

pub use keyring::SecretError;

use crate::error::{Error, Result};

/// Bytes of a nonce of XChaCha20-Poly1305: long enough to be drawn at random without end.
const NONCE: usize = 24;

/// The secret key, with the older ones. It never prints itself.
#[derive(Clone)]
pub struct SecretKey {
    current: Key,
    old: Vec<Key>,
}

/// One key, spread into one for sealing and one for vouching.
#[derive(Clone)]
struct Key {
    id: String,
    seal: [u8; 32],
    vouch: [u8; 32],
}

impl Key {
    fn new(bytes: [u8; 32]) -> Self {
        let part = |word: &str| mac(&bytes, &[word.as_bytes()]);
        Self { id: BASE64.encode(part("id").get(..6).unwrap_or_default()), seal: part("seal"), vouch: part("vouch") }
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SecretKey({})", self.current.id)
    }
}

impl SecretKey {
    /// A key from its bytes: for tests, and for the environment.
    pub fn from_bytes(current: [u8; 32], old: &[[u8; 32]]) -> Self {
        Self { current: Key::new(current), old: old.iter().copied().map(Key::new).collect() }
    }

    /// The short name of the key in use: it stands in front of what the key sealed and tells nothing about it.
    pub fn id(&self) -> &str {
        &self.current.id
    }

    /// Seals bytes for a purpose: text that only this house opens, and for the same purpose only.
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Result<String> {
        let mut nonce = [0_u8; NONCE];
        fill(&mut nonce)?;
        let sealed = XChaCha20Poly1305::new(&self.current.seal.into())
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: purpose.as_bytes() })
            .map_err(|_| Error::internal("too much to seal"))?;
        let mut text = format!("{}.", self.current.id);
        BASE64.encode_string([nonce.as_slice(), &sealed].concat(), &mut text);
        Ok(text)
    }

    /// Opens what [`SecretKey::seal`] made, with the key that sealed it. Anything altered, or sealed for another purpose, is an error.
    pub fn open(&self, purpose: &str, sealed: &str) -> Result<Vec<u8>> {
        let (id, text) = sealed.split_once('.').ok_or_else(|| Error::internal("this is not a sealed text"))?;
        let key = std::iter::once(&self.current)
            .chain(&self.old)
            .find(|key| key.id == id)
            .ok_or_else(|| Error::internal(format!("sealed with the key {id}, which is not here")))?;
        let bytes = BASE64.decode(text).map_err(|_| Error::internal("a sealed text was cut or altered"))?;
        let (nonce, body) = bytes.split_first_chunk::<NONCE>().ok_or_else(|| Error::internal("a sealed text was cut"))?;
        XChaCha20Poly1305::new(&key.seal.into())
            .decrypt(&XNonce::from(*nonce), Payload { msg: body, aad: purpose.as_bytes() })
            .map_err(|_| Error::internal(format!("a sealed text was altered, or sealed for something else than {purpose}")))
    }

    /// Vouches for bytes that go out and come back, such as an unsubscribe link (HMAC-SHA-256). Purposes do not mix.
    pub fn mac(&self, purpose: &str, bytes: &[u8]) -> [u8; 32] {
        vouch(&self.current, purpose, bytes)
    }

    /// The same with every key, the one in use first: to find again what an older key has marked.
    pub fn macs(&self, purpose: &str, bytes: &[u8]) -> Vec<[u8; 32]> {
        std::iter::once(&self.current).chain(&self.old).map(|key| vouch(key, purpose, bytes)).collect()
    }

    /// Did this house vouch for these bytes, with its key or an older one? Takes the same time whatever differs.
    pub fn vouched(&self, purpose: &str, bytes: &[u8], mac: &[u8]) -> bool {
        std::iter::once(&self.current).chain(&self.old).fold(false, |found, key| found | same(&vouch(key, purpose, bytes), mac))
    }
}

fn vouch(key: &Key, purpose: &str, bytes: &[u8]) -> [u8; 32] {
    // The length keeps the purpose and what follows it apart.
    mac(&key.vouch, &[&(purpose.len() as u64).to_le_bytes(), purpose.as_bytes(), bytes])
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A key as long as this always fits a block.
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new(&block(key).into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// HMAC's own padding of a short key (RFC 2104 §2).
fn block(key: &[u8; 32]) -> [u8; 64] {
    let mut block = [0; 64];
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    block
}

/// Are they equal? Takes the same time wherever they differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    let differing = a.iter().zip(b).fold(0_u8, |seen, (a, b)| std::hint::black_box(seen | (a ^ b)));
    a.len() == b.len() && std::hint::black_box(differing) == 0
}

/// A fresh token: the word for its carrier, and the hash that may lie in the database.
pub fn token() -> Result<(String, [u8; 32])> {
    let mut bytes = [0_u8; 32];
    fill(&mut bytes)?;
    let clear = BASE64.encode(bytes);
    let hash = hash_token(&clear);
    Ok((clear, hash))
}

/// The hash of a token somebody brought. A token has 256 random bits, so one plain SHA-256 is enough.
pub fn hash_token(clear: &str) -> [u8; 32] {
    Sha256::digest(clear).into()
}

/// Random bytes from the system; an error rather than anything guessable.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|error| Error::internal(format!("no random numbers to be had: {error}")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_was_sealed_opens_for_the_same_purpose_only() {
        let key = SecretKey::from_bytes([7; 32], &[]);
        let sealed = key.seal("mail", b"token").unwrap();
        assert_eq!(key.open("mail", &sealed).unwrap(), b"token");
        assert!(key.open("session", &sealed).is_err());
        assert!(SecretKey::from_bytes([8; 32], &[]).open("mail", &sealed).unwrap_err().to_string().contains("which is not here"));
        assert_ne!(sealed, key.seal("mail", b"token").unwrap());
    }

    #[test]
    fn an_older_key_still_opens_and_vouches_for_what_it_did() {
        let old = SecretKey::from_bytes([1; 32], &[]);
        let new = SecretKey::from_bytes([2; 32], &[[1; 32]]);
        assert_eq!(new.open("x", &old.seal("x", b"kept").unwrap()).unwrap(), b"kept");
        assert!(new.vouched("x", b"link", &old.mac("x", b"link")));
        assert!(old.open("x", &new.seal("x", b"new").unwrap()).is_err());
        assert!(!old.vouched("x", b"link", &new.mac("x", b"link")));
    }

    #[test]
    fn purpose_and_bytes_do_not_run_together() {
        let key = SecretKey::from_bytes([7; 32], &[]);
        assert_ne!(key.mac("ab", b"c"), key.mac("a", b"bc"));
        assert!(key.vouched("ab", b"c", &key.mac("ab", b"c")));
        assert!(!key.vouched("ab", b"c", &key.mac("ab", b"c")[..31]));
        assert!(!key.vouched("ab", b"c", b""));
    }

    #[test]
    fn the_code_is_that_of_the_standard() {
        // RFC 4231 §4.2, with its key padded to 32 bytes by the zeros that HMAC itself would add.
        let mut key = [0; 32];
        key[..20].fill(0x0b);
        let expected = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
        let hex: String = mac(&key, &[b"Hi There"]).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, expected);
    }

    #[test]
    fn tokens_differ_and_their_hash_finds_them_again() {
        let (one, hash) = token().unwrap();
        let (other, _) = token().unwrap();
        assert_ne!(one, other);
        assert_eq!((one.len(), hash_token(&one)), (43, hash));
        assert!(one.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
    }

    #[test]
    fn a_key_does_not_print_itself() {
        let key = SecretKey::from_bytes([7; 32], &[]);
        assert_eq!(format!("{key:?}"), format!("SecretKey({})", key.id()));
        assert_eq!(key.id().len(), 8);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn whatever_is_altered_does_not_open(plain: Vec<u8>, at: proptest::sample::Index, to in "[A-Za-z0-9_.-]") {
            let key = SecretKey::from_bytes([7; 32], &[]);
            let sealed = key.seal("x", &plain).unwrap();
            prop_assert_eq!(key.open("x", &sealed).unwrap(), plain);
            let at = at.index(sealed.len());
            let altered = format!("{}{to}{}", &sealed[..at], &sealed[at + 1..]);
            prop_assert!(altered == sealed || key.open("x", &altered).is_err());
        }

        #[test]
        fn equality_is_equality(a: Vec<u8>, b: Vec<u8>) {
            prop_assert_eq!(same(&a, &b), a == b);
            prop_assert!(same(&a, &a.clone()));
        }
    }
}
