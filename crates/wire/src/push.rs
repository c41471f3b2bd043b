//! Web push as it goes over the wire: a message that only the subscribed browser opens (RFC 8291, in the coding of
//! RFC 8188), and the word by which a push service knows who sends it (VAPID, RFC 8292).

use std::fmt;

use aes_gcm::Aes128Gcm;
use aes_gcm::aead::{Aead, KeyInit};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use hkdf::Hkdf;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};
use sha2::Sha256;

/// The size of the one record a message is (RFC 8291 §4: 4096 at the most).
const RECORD: u32 = 4096;
/// Bytes of a message at the most: the record without its head, its tag and the mark of its end.
pub const LARGEST: usize = 4096 - 86 - 16 - 1;
/// How long a sender's word is good, in seconds; services refuse more than a day (RFC 8292 §2).
const WORD_LASTS: i64 = 12 * 3600;

/// Why a message cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The browser's key is no point of the curve, or its secret has not 16 bytes.
    Subscription,
    /// Our own key is none.
    Key,
    /// The message is longer than [`LARGEST`].
    Large,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Subscription => "the browser's push keys cannot be used",
            Self::Key => "the town's push key cannot be used",
            Self::Large => "the push message is too long",
        })
    }
}

impl std::error::Error for Fault {}

/// What a browser gives to whoever may push to it, decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriber {
    public: PublicKey,
    auth: [u8; 16],
}

impl Subscriber {
    /// From the two texts of a subscription, `p256dh` and `auth` (Push API §8).
    pub fn new(p256dh: &str, auth: &str) -> Result<Self, Fault> {
        let bytes = |text: &str| BASE64.decode(text.trim_end_matches('=')).map_err(|_| Fault::Subscription);
        let point = bytes(p256dh)?;
        // Uncompressed points only (RFC 8291 §3.2).
        if point.len() != 65 {
            return Err(Fault::Subscription);
        }
        let public = PublicKey::from_sec1_bytes(&point).map_err(|_| Fault::Subscription)?;
        let auth = bytes(auth)?.try_into().map_err(|_| Fault::Subscription)?;
        Ok(Self { public, auth })
    }

    /// Encrypts a message with a key pair and a salt that were drawn for it alone; the body of the request, coding `aes128gcm`.
    pub fn encrypt(&self, message: &[u8], secret: &[u8; 32], salt: &[u8; 16]) -> Result<Vec<u8>, Fault> {
        if message.len() > LARGEST {
            return Err(Fault::Large);
        }
        let secret = SecretKey::from_slice(secret).map_err(|_| Fault::Key)?;
        let ours = point(&secret.public_key());
        let shared = secret.diffie_hellman(&self.public);
        let mut info = b"WebPush: info\0".to_vec();
        info.extend_from_slice(&point(&self.public));
        info.extend_from_slice(&ours);
        let material: [u8; 32] = derived(&self.auth, shared.raw_secret_bytes(), &info)?;
        let key: [u8; 16] = derived(salt, &material, b"Content-Encoding: aes128gcm\0")?;
        let nonce: [u8; 12] = derived(salt, &material, b"Content-Encoding: nonce\0")?;
        // The mark of the last record (RFC 8188 §2); nothing is padded.
        let plain = [message, &[2]].concat();
        let sealed = Aes128Gcm::new(&key.into()).encrypt(&nonce.into(), plain.as_slice()).map_err(|_| Fault::Large)?;
        let length = u8::try_from(ours.len()).map_err(|_| Fault::Key)?;
        Ok([salt.as_slice(), &RECORD.to_be_bytes(), &[length], &ours, &sealed].concat())
    }
}

/// HMAC-based derivation of so many bytes (RFC 5869).
fn derived<const N: usize>(salt: &[u8], material: &[u8], info: &[u8]) -> Result<[u8; N], Fault> {
    let mut out = [0; N];
    Hkdf::<Sha256>::new(Some(salt), material).expand(info, &mut out).map_err(|_| Fault::Key)?;
    Ok(out)
}

/// A key as its uncompressed point: 65 bytes.
fn point(key: &PublicKey) -> Vec<u8> {
    key.to_sec1_point(false).as_bytes().to_vec()
}

/// The sender's key pair. It does not print itself.
#[derive(Clone)]
pub struct Sender(SecretKey);

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sender({})", self.public())
    }
}

impl Sender {
    /// From 32 bytes drawn at random. Nearly all are a key; the rest are a fault.
    pub fn new(secret: &[u8]) -> Result<Self, Fault> {
        SecretKey::from_slice(secret).map(Self).map_err(|_| Fault::Key)
    }

    /// The public key as browsers want it: `applicationServerKey`, base64url.
    pub fn public(&self) -> String {
        BASE64.encode(point(&self.0.public_key()))
    }

    /// The value of `Authorization` for a push service: its origin, whom it may write to, and now in seconds since 1970.
    pub fn word(&self, origin: &str, contact: &str, now: i64) -> Result<String, Fault> {
        let head = BASE64.encode(r#"{"typ":"JWT","alg":"ES256"}"#);
        let claims = serde_json::json!({"aud": origin, "exp": now + WORD_LASTS, "sub": contact});
        let said = format!("{head}.{}", BASE64.encode(claims.to_string()));
        let key = SigningKey::from(&self.0);
        let signature: Signature = key.try_sign(said.as_bytes()).map_err(|_| Fault::Key)?;
        Ok(format!("vapid t={said}.{}, k={}", BASE64.encode(signature.to_bytes()), self.public()))
    }
}

#[cfg(test)]
mod tests;
