//! A forgotten password: a key by mail, good once and for two hours.

use kit::clock::HOUR;
use kit::db::{Db, Tx};
use kit::secret::{SecretKey, hash_token, token};
use kit::{Error, Result, args};

use super::letters::{self, Letter};
use super::person::{Person, PersonId};
use super::session;

const LASTS: i64 = 2 * HOUR;

/// Sends a key if the address has an account, and a hint if it has none: the page says the same either way.
pub async fn ask(db: &Db, secret: &SecretKey, letter: &Letter<'_>, email: &str, asked_in: kit::i18n::Lang) -> Result<()> {
    let person = Person::by_email(db, email).await?;
    db.write(async |tx| {
        let mail = match &person {
            Some(person) => letter.reset(person.language, &person.email, &person.name, &key_for(tx, person.id, LASTS).await?),
            None => letter.no_account(asked_in, email),
        };
        letters::send(tx, secret, mail).await
    })
    .await
}

/// A key with which a person chooses a password, good for some microseconds. Only its hash is kept.
pub(super) async fn key_for(tx: &mut Tx, person: PersonId, lasts: i64) -> Result<String> {
    let now = tx.now();
    let (key, key_hash) = token()?;
    tx.run(
        "insert into mail_key (token_hash, purpose, person_id, detail, created_at, expires_at) values ($1, 'reset', $2, '', $3, $4)",
        args![key_hash.to_vec(), person, now, now.plus(lasts)],
    )
    .await?;
    Ok(key)
}

/// The person behind a key, while it is good. Reading changes nothing.
pub async fn person(db: &Db, key: &str) -> Result<Option<Person>> {
    let found: Option<(PersonId,)> = db
        .maybe(
            "select person_id from mail_key where token_hash = $1 and purpose = 'reset' and used_at is null and expires_at > $2",
            args![hash_token(key).to_vec(), db.now()],
        )
        .await?;
    match found {
        Some((id,)) => Person::find(db, id).await.map(Some),
        None => Ok(None),
    }
}

/// Uses the key: the new password counts, every session ends, every other key is void.
pub async fn redeem(tx: &mut Tx, key: &str, password_hash: &str) -> Result<PersonId> {
    let now = tx.now();
    let used: Option<(PersonId,)> = tx
        .maybe(
            "update mail_key set used_at = $2 where token_hash = $1 and purpose = 'reset' and used_at is null and expires_at > $2
             returning person_id",
            args![hash_token(key).to_vec(), now],
        )
        .await?;
    let Some((id,)) = used else { return Err(Error::NotFound) };
    set_password(tx, id, password_hash).await?;
    session::close_all(tx, id, None).await?;
    Ok(id)
}

/// Sets a password and voids the keys that were sent for an older one.
pub async fn set_password(tx: &mut Tx, id: PersonId, password_hash: &str) -> Result<()> {
    let now = tx.now();
    tx.run("update person set password_hash = $2 where id = $1", args![id, password_hash]).await?;
    tx.run("update mail_key set used_at = $2 where person_id = $1 and purpose = 'reset' and used_at is null", args![id, now]).await?;
    Ok(())
}

/// The password's hash of an account, by address or handle, with its person. Suspended accounts have none.
pub async fn credential(db: &Db, who: &str) -> Result<Option<(PersonId, Option<String>)>> {
    let folded = kit::text::fold(who);
    let handle = folded.trim_start_matches('@').to_owned();
    Ok(db
        .maybe(
            "select id, password_hash from person where (email_folded = $1 or handle_folded = $2) and state = 'active' limit 1",
            args![folded, handle],
        )
        .await?)
}

/// Forgets keys that ran out a week ago; how many.
pub async fn sweep(tx: &mut Tx) -> Result<u64> {
    let before = tx.now().plus(-7 * kit::clock::DAY);
    Ok(tx.run("delete from mail_key where expires_at < $1", args![before]).await?)
}
