//! Another e-mail address: it counts from when its mailbox has confirmed it, and the old one is told.

use kit::clock::DAY;
use kit::db::{Db, Tx};
use kit::secret::{hash_token, token};
use kit::text::fold;
use kit::{Error, Result, args};

use super::audit::{Actor, Entry, note};
use super::letters::{self, Letter};
use super::person::{Person, PersonId, TAKEN};
use crate::shell::App;

/// How long the confirmation may wait.
const LASTS: i64 = 2 * DAY;

/// Sends a key to the new mailbox, or a hint if the address has an account: the page says the same either way, and so is the work.
pub async fn ask(app: &App, person: &Person, email: &str) -> Result<()> {
    let (key, key_hash) = token()?;
    app.db
        .write(async |tx| {
            let now = tx.now();
            let known: Option<(i64,)> =
                tx.maybe("select id from person where email_folded = $1 and id <> $2", args![fold(email), person.id]).await?;
            forget(tx, person.id).await?;
            let letter = Letter::of(app);
            let mail = if known.is_some() {
                letter.already_here(person.language, email, "")
            } else {
                tx.run(
                    "insert into mail_key (token_hash, purpose, person_id, detail, created_at, expires_at) values ($1, 'email', $2, $3, $4, $5)",
                    args![key_hash.to_vec(), person.id, email, now, now.plus(LASTS)],
                )
                .await?;
                letter.new_email(person, email, &key)
            };
            letters::send(tx, &app.secret, mail).await
        })
        .await
}

/// Voids the keys that wait.
async fn forget(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.run("delete from mail_key where person_id = $1 and purpose = 'email' and used_at is null", args![person]).await?;
    Ok(())
}

/// The address that waits behind a key. Reading changes nothing: mail scanners open links.
pub async fn waiting(db: &Db, key: &str) -> Result<Option<String>> {
    let found: Option<(String,)> = db
        .maybe(
            "select k.detail from mail_key k join person p on p.id = k.person_id
              where k.token_hash = $1 and k.purpose = 'email' and k.used_at is null and k.expires_at > $2 and p.state = 'active'",
            args![hash_token(key).to_vec(), db.now()],
        )
        .await?;
    Ok(found.map(|(email,)| email))
}

/// The address that a person has asked for and that waits.
pub async fn asked(db: &Db, person: PersonId) -> Result<Option<String>> {
    let found: Option<(String,)> = db
        .maybe(
            "select detail from mail_key where person_id = $1 and purpose = 'email' and used_at is null and expires_at > $2",
            args![person, db.now()],
        )
        .await?;
    Ok(found.map(|(email,)| email))
}

/// Uses the key: the new address counts, links sent to the old one are void, the old mailbox is told.
pub async fn confirm(app: &App, key: &str, address: &str) -> Result<()> {
    app.db
        .write(async |tx| {
            let now = tx.now();
            let used: Option<(PersonId, String)> = tx
                .maybe(
                    "update mail_key set used_at = $2 where token_hash = $1 and purpose = 'email' and used_at is null and expires_at > $2
                     returning person_id, detail",
                    args![hash_token(key).to_vec(), now],
                )
                .await?;
            let Some((id, email)) = used else { return Err(Error::NotFound) };
            let old = Person::find_in(tx, id).await?;
            let changed = tx
                .run("update person set email = $2, email_folded = $3 where id = $1 and state = 'active'", args![id, &email, fold(&email)])
                .await
                .map_err(|error| Error::from(error).or_field(TAKEN))?;
            if changed == 0 {
                return Err(Error::NotFound);
            }
            tx.run("update mail_key set used_at = $2 where person_id = $1 and used_at is null", args![id, now]).await?;
            let actor = Actor { person: Some(id), name: old.name.clone(), address: address.to_owned(), instead_of: None };
            let act = Entry {
                act: "person.email_changed",
                subject_kind: "person",
                subject_id: Some(id.0),
                subject_name: &old.name,
                before: Some(old.email.clone()),
                after: Some(email.clone()),
                ..Entry::default()
            };
            note(tx, &actor, act).await?;
            letters::send(tx, &app.secret, Letter::of(app).email_changed(&old, &email)).await
        })
        .await
}
