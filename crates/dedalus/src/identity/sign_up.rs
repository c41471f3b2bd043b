//! Signing up: a request that waits for the confirmation of its address, and the person it becomes.
//!
//! The answer on the page is the same whether the address is known or not, and so is the work: who has an
//! account is told to the address alone (house rule against enumeration).

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::i18n::Lang;
use kit::mail::Mail;
use kit::secret::{SecretKey, hash_token, token};
use kit::text::fold;
use kit::{Error, Result, args};

use super::letters::{self, Letter};
use super::person::{NewPerson, Person, PersonId, TAKEN, Tier};
use super::ticket;

/// The text of the privacy notice that is accepted today. Change it with the text.
pub const PRIVACY_VERSION: &str = "2028-01";

/// How long a confirmation may wait.
const WAITS: i64 = 2 * DAY;

/// What somebody typed, already checked field by field.
#[derive(Debug, Clone)]
pub struct SignUp {
    /// Name as shown.
    pub name: String,
    /// Name in addresses.
    pub handle: String,
    /// Address.
    pub email: String,
    /// The password's hash; empty for who chose a passkey instead.
    pub password_hash: String,
    /// Language.
    pub language: Lang,
    /// Where to go on after the confirmation.
    pub return_to: Option<String>,
    /// The invitation that is used up by it, where one is needed.
    pub ticket: Option<String>,
}

/// Keeps the request and sends the mail: a key to the new address, or a hint to the one that has an account already.
/// A taken handle is a fault at once: handles are public.
pub async fn ask(db: &Db, secret: &SecretKey, letter: &Letter<'_>, new: &SignUp) -> Result<()> {
    let (key, key_hash) = token()?;
    db.write(async |tx| {
        let taken: Option<(i64,)> = tx.maybe("select id from person where handle_folded = $1", args![fold(&new.handle)]).await?;
        if taken.is_some() {
            return Err(Error::field("nickname", "error-handle-taken"));
        }
        if let Some(word) = &new.ticket {
            ticket::redeem(tx, word).await.map_err(|_| Error::field("", "error-ticket-over"))?;
        }
        let known: Option<(i64,)> = tx.maybe("select id from person where email_folded = $1", args![fold(&new.email)]).await?;
        let mail: Mail = if known.is_some() {
            letter.already_here(new.language, &new.email, &new.name)
        } else {
            keep(tx, new, key_hash.to_vec()).await?;
            letter.confirm(new.language, &new.email, &new.name, &key)
        };
        letters::send(tx, secret, mail).await
    })
    .await
}

async fn keep(tx: &mut Tx, new: &SignUp, token_hash: Vec<u8>) -> Result<()> {
    let now = tx.now();
    tx.run("delete from sign_up where email_folded = $1", args![fold(&new.email)]).await?;
    tx.run(
        "insert into sign_up (id, token_hash, email, email_folded, handle, name, password_hash, language, privacy_version, return_to,
                              created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            kit::ids::next(now),
            token_hash,
            &new.email,
            fold(&new.email),
            &new.handle,
            &new.name,
            &new.password_hash,
            new.language,
            PRIVACY_VERSION,
            new.return_to.clone(),
            now,
            now.plus(WAITS)
        ],
    )
    .await?;
    Ok(())
}

kit::row! {
    /// A request that waits.
    #[derive(Debug, Clone)]
    pub struct Waiting {
        /// Number.
        pub id: i64,
        /// Address to be confirmed.
        pub email: String,
        /// Handle that was wished for.
        pub handle: String,
        /// Name.
        pub name: String,
        /// The password's hash; empty for who chose a passkey instead.
        pub password_hash: String,
        /// Language.
        pub language: Lang,
        /// Which notice was accepted.
        pub privacy_version: String,
        /// Where to go on.
        pub return_to: Option<String>,
        /// Until when.
        pub expires_at: Time,
    }
}

impl Waiting {
    /// Was a passkey chosen instead of a password?
    pub fn by_passkey(&self) -> bool {
        self.password_hash.is_empty()
    }
}

/// Has somebody taken a handle?
pub async fn handle_taken(db: &Db, handle: &str) -> Result<bool> {
    let taken: Option<(i64,)> = db.maybe("select id from person where handle_folded = $1", args![fold(handle)]).await?;
    Ok(taken.is_some())
}

const SELECT: &str =
    "select id, email, handle, name, password_hash, language, privacy_version, return_to, expires_at from sign_up where token_hash = $1";

/// The request behind a key from a mail, if it still waits. Reading changes nothing: mail scanners open links.
pub async fn waiting(db: &Db, key: &str) -> Result<Option<Waiting>> {
    let found: Option<Waiting> = db.maybe(SELECT, args![hash_token(key).to_vec()]).await?;
    let now = db.now();
    Ok(found.filter(|waiting| waiting.expires_at > now))
}

/// Confirms: the person comes to be, the request is gone. A handle taken meanwhile asks for another one. `password_hash` is
/// one chosen only now.
pub async fn confirm(tx: &mut Tx, key: &str, other_handle: Option<&str>, password_hash: Option<String>) -> Result<(PersonId, Waiting)> {
    let now = tx.now();
    let found: Option<Waiting> = tx.maybe(SELECT, args![hash_token(key).to_vec()]).await?;
    let Some(waiting) = found.filter(|waiting| waiting.expires_at > now) else { return Err(Error::NotFound) };
    let new = NewPerson {
        handle: other_handle.unwrap_or(&waiting.handle).to_owned(),
        name: waiting.name.clone(),
        email: waiting.email.clone(),
        password_hash: password_hash.or_else(|| (!waiting.by_passkey()).then(|| waiting.password_hash.clone())),
        tier: Tier::Registered,
        language: waiting.language,
        privacy_version: waiting.privacy_version.clone(),
    };
    let id = Person::create(tx, &new).await.map_err(|error| error.or_field(TAKEN))?;
    tx.run("delete from sign_up where id = $1", args![waiting.id]).await?;
    Ok((id, waiting))
}

/// Forgets requests that were never confirmed; how many.
pub async fn sweep(tx: &mut Tx) -> Result<u64> {
    let now = tx.now();
    Ok(tx.run("delete from sign_up where expires_at < $1", args![now]).await?)
}
