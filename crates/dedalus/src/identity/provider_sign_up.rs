//! Somebody new comes from a provider: the account is made at once when the provider vouches for the e-mail address, and
//! after a click in a mail when the address was typed.

use kit::clock::DAY;
use kit::db::{Db, Tx};
use kit::i18n::Lang;
use kit::secret::{SecretKey, hash_token, token};
use kit::text::fold;
use kit::{Error, Result, args};
use serde::{Deserialize, Serialize};

use super::claims::Claims;
use super::letters::{self, Letter};
use super::person::{NewPerson, Person, PersonId, TAKEN, Tier};
use super::provider::Provider;
use super::sign_up::PRIVACY_VERSION;
use super::{linked_identity, provider_verifies};

/// How long a confirmation may wait.
const WAITS: i64 = 2 * DAY;
/// The purpose of the seal around what waits.
const SEAL: &str = "provider sign-up";

/// Who somebody is by a provider, and what was typed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Newcomer {
    /// What the provider says.
    pub claims: Claims,
    /// Name as shown.
    pub name: String,
    /// Name in addresses.
    pub handle: String,
    /// Where mail goes.
    pub email: String,
    /// The language's word.
    pub language: String,
    /// Where to go on.
    pub path: String,
}

/// Makes the account and links it, or gives the one that a first click has made. The address is vouched for or confirmed.
pub async fn create(tx: &mut Tx, secret: &SecretKey, provider: &Provider, new: &Newcomer) -> Result<(PersonId, bool)> {
    if let Some(person) = linked_identity::person_behind(tx, provider.id, &new.claims.subject).await? {
        return Ok((person, false));
    }
    let person = NewPerson {
        handle: new.handle.clone(),
        name: new.name.clone(),
        email: new.email.clone(),
        password_hash: None,
        tier: Tier::Registered,
        language: Lang::from_word(&new.language).unwrap_or_default(),
        privacy_version: PRIVACY_VERSION.into(),
    };
    let id = Person::create(tx, &person).await.map_err(|error| error.or_field(TAKEN))?;
    linked_identity::link(tx, provider, id, &new.claims).await?;
    provider_verifies::by_provider(tx, secret, id, provider, &new.claims).await?;
    Ok((id, true))
}

/// Keeps what was typed and sends the mail: a key to the new address, or a hint to the one that has an account already.
/// A taken handle is a fault at once: handles are public.
pub async fn ask(db: &Db, secret: &SecretKey, letter: &Letter<'_>, provider: &Provider, new: &Newcomer) -> Result<()> {
    let (key, key_hash) = token()?;
    let sealed = secret.seal(SEAL, &serde_json::to_vec(new)?)?;
    let lang = Lang::from_word(&new.language).unwrap_or_default();
    let path = format!("/accedi/con/{}/conferma/{key}", provider.slug);
    db.write(async |tx| {
        let taken: Option<(i64,)> = tx.maybe("select id from person where handle_folded = $1", args![fold(&new.handle)]).await?;
        if taken.is_some() {
            return Err(Error::field("nickname", "error-handle-taken"));
        }
        let known: Option<(i64,)> = tx.maybe("select id from person where email_folded = $1", args![fold(&new.email)]).await?;
        let mail = if known.is_some() {
            letter.already_here(lang, &new.email, &new.name)
        } else {
            let until = tx.now().plus(WAITS);
            tx.run(
                "insert into provider_sign_up (token_hash, claims, expires_at) values ($1, $2, $3)",
                args![key_hash.to_vec(), &sealed, until],
            )
            .await?;
            letter.confirm_provider(lang, &new.email, &new.name, &path)
        };
        letters::send(tx, secret, mail).await
    })
    .await
}

/// Who waits behind a key from a mail. Reading changes nothing: mail scanners open links.
pub async fn waiting(db: &Db, secret: &SecretKey, key: &str) -> Result<Option<Newcomer>> {
    let found: Option<(String,)> = db
        .maybe("select claims from provider_sign_up where token_hash = $1 and expires_at > $2", args![hash_token(key).to_vec(), db.now()])
        .await?;
    found.map(|(sealed,)| Ok(serde_json::from_slice(&secret.open(SEAL, &sealed)?)?)).transpose()
}

/// Uses the key up. False when it was used before.
pub async fn spend(tx: &mut Tx, key: &str) -> Result<bool> {
    Ok(tx.run("delete from provider_sign_up where token_hash = $1", args![hash_token(key).to_vec()]).await? == 1)
}

/// Forgets what was never confirmed; how many.
pub async fn sweep(tx: &mut Tx) -> Result<u64> {
    let now = tx.now();
    Ok(tx.run("delete from provider_sign_up where expires_at < $1", args![now]).await?)
}

/// A name in addresses to begin with: "Anna Li Vigni" is `anna_li_vigni`.
pub fn handle_of(name: &str) -> String {
    let words = fold(name);
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").chars().take(30).collect::<String>().trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_proposed_from_the_name() {
        assert_eq!(handle_of("Anna Li Vigni"), "anna_li_vigni");
        assert_eq!(handle_of("Niccolò D’Amico"), "niccolo_d_amico");
        assert_eq!(handle_of("李"), "");
        assert!(handle_of(&"abcdefghi ".repeat(9)).len() <= 30);
    }
}
