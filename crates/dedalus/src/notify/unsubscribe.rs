//! The way out of a mail: a sealed word for one person and what that mail was about. Whoever has it may end such mails and
//! nothing else, without signing in (RFC 8058), as often as they like.

use kit::db::Tx;
use kit::secret::SecretKey;
use kit::{Error, Result};
use serde::{Deserialize, Serialize};

use super::channel::MailWhen;
use super::kind::Kind;
use super::settings;
use crate::identity::PersonId;

const PURPOSE: &str = "unsubscribe";

/// Whose mails end, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Whose.
    pub person: PersonId,
    /// These kinds; none: the daily mail with all its kinds.
    pub kinds: Vec<Kind>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    p: i64,
    k: Vec<String>,
}

impl Scope {
    /// For a person and kinds.
    pub fn new(person: PersonId, kinds: Vec<Kind>) -> Self {
        Self { person, kinds }
    }

    /// The address that ends such mails.
    pub fn path(&self, key: &SecretKey) -> Result<String> {
        let written = Written { p: self.person.0, k: self.kinds.iter().map(|kind| kind.word().to_owned()).collect() };
        Ok(format!("/avvisi/disiscrizione/{}", key.seal(PURPOSE, &serde_json::to_vec(&written)?)?))
    }

    /// What a word from an address says; anything altered is not found.
    pub fn open(key: &SecretKey, word: &str) -> Result<Self> {
        let plain = key.open(PURPOSE, word).map_err(|_| Error::NotFound)?;
        let written: Written = serde_json::from_slice(&plain).map_err(|_| Error::NotFound)?;
        let kinds = written.k.iter().filter_map(|word| Kind::from_word(word)).collect();
        Ok(Self { person: PersonId(written.p), kinds })
    }

    /// Ends these mails. Once more changes nothing.
    pub async fn apply(&self, tx: &mut Tx) -> Result<()> {
        for (kind, mut channels) in settings::all_in(tx, self.person).await? {
            let ends = if self.kinds.is_empty() { channels.mail == MailWhen::Daily } else { self.kinds.contains(&kind) };
            if ends && channels.mail != MailWhen::Never {
                channels.mail = MailWhen::Never;
                settings::choose(tx, self.person, kind, channels).await?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_whose_and_which_and_cannot_be_made_up() {
        let key = SecretKey::from_bytes([7; 32], &[]);
        let scope = Scope::new(PersonId(9), vec![Kind::Answer, Kind::Like]);
        let path = scope.path(&key).unwrap();
        let word = path.strip_prefix("/avvisi/disiscrizione/").unwrap();
        assert!(word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte)), "it stands in an address as it is");
        assert_eq!(Scope::open(&key, word).unwrap(), scope);
        assert!(matches!(Scope::open(&SecretKey::from_bytes([8; 32], &[]), word), Err(Error::NotFound)));
        assert!(matches!(Scope::open(&key, &key.seal("mail", b"{\"p\":9,\"k\":[]}").unwrap()), Err(Error::NotFound)));
        assert!(matches!(Scope::open(&key, "x"), Err(Error::NotFound)));
    }
}
