//! App passwords and personal tokens: a key of a program that acts for a person, with a scope, an end, and its last use.
//! Only the hash is kept; the key is shown once. It counts at addresses that take a credential of their own, and nowhere else.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::{HeaderMap, header};
use kit::clock::{MINUTE, Time};
use kit::db::{Db, Tx};
use kit::secret::{hash_token, token};
use kit::{Error, Result, args};

use super::oauth;
use super::person::{Person, PersonId};
use super::scope::{Scope, Scopes};

/// How every key begins, so that scanners for leaked secrets know one when they see it.
const PREFIX: &str = "ded_";
/// How long a key may be used before its use is noted again.
const NOTED_EVERY: i64 = MINUTE;

/// What sort of key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// Typed into a program that asks for name and password (RFC 7617).
    App,
    /// Carried by a program of one's own (RFC 6750).
    Token,
}
kit::words!(KeyKind { App = "app", Token = "token" });

kit::row! {
    /// A key as its owner sees it.
    #[derive(Debug, Clone)]
    pub struct AccessKey {
        /// Number.
        pub id: i64,
        /// Sort.
        pub kind: KeyKind,
        /// What its owner calls it.
        pub label: String,
        /// Scopes, separated by spaces.
        pub scopes: String,
        /// Made at.
        pub created_at: Time,
        /// Until; for good if none.
        pub expires_at: Option<Time>,
        /// Last used.
        pub used_at: Option<Time>,
        /// From where.
        pub used_from: String,
    }
}

impl AccessKey {
    /// The keys of a person that were not taken back, the newest first.
    pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<Self>> {
        Ok(db
            .all(
                "select id, kind, label, scopes, created_at, expires_at, used_at, used_from from access_key
                  where person_id = $1 and revoked_at is null order by id desc",
                args![person],
            )
            .await?)
    }

    /// Has it run out?
    pub fn is_over(&self, now: &Time) -> bool {
        self.expires_at.is_some_and(|until| until <= *now)
    }

    /// Its scopes, understood.
    pub fn scopes(&self) -> Vec<Scope> {
        Scopes::kept(&self.scopes).iter().collect()
    }

    /// Makes a key and gives it, this once.
    pub async fn create(
        tx: &mut Tx,
        person: PersonId,
        kind: KeyKind,
        label: &str,
        scopes: &[Scope],
        until: Option<Time>,
    ) -> Result<String> {
        let now = tx.now();
        let key = format!("{PREFIX}{}", token()?.0);
        let words: Vec<&str> = scopes.iter().map(|scope| scope.word()).collect();
        tx.run(
            "insert into access_key (id, person_id, kind, label, token_hash, scopes, created_at, expires_at, used_from)
             values ($1, $2, $3, $4, $5, $6, $7, $8, '')",
            args![kit::ids::next(now), person, kind, label, hash_token(&key).to_vec(), words.join(" "), now, until],
        )
        .await?;
        Ok(key)
    }

    /// Takes one of one's own keys back.
    pub async fn revoke(tx: &mut Tx, person: PersonId, id: i64) -> Result<String> {
        let now = tx.now();
        let label: Option<(String,)> = tx
            .maybe(
                "update access_key set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null returning label",
                args![id, person, now],
            )
            .await?;
        label.map(|(label,)| label).ok_or(Error::NotFound)
    }
}

/// Somebody who came with a credential.
#[derive(Debug, Clone)]
pub struct Known {
    /// The person; none for a program that comes by itself.
    pub person: Option<Person>,
    /// What for.
    pub scopes: Scopes,
    /// The key's number, if it is a personal one.
    pub key: Option<i64>,
}

kit::row! {
    struct Found {
        id: i64,
        person_id: PersonId,
        kind: KeyKind,
        scopes: String,
        used_at: Option<Time>,
    }
}

/// Whose key or access token a request brings. Unknown, over and taken back are told alike.
pub async fn bearer(db: &Db, headers: &HeaderMap, from: &str) -> Result<Known> {
    let (key, name) = credential(headers).ok_or(Error::SignIn)?;
    if name.is_none()
        && let Some(holder) = oauth::find(db, &key).await?
    {
        let person = match holder.person {
            Some(id) => Some(Person::find(db, id).await?),
            None => None,
        };
        return Ok(Known { person, scopes: holder.scopes, key: None });
    }
    let now = db.now();
    let found: Option<Found> = db
        .maybe(
            "select k.id, k.person_id, k.kind, k.scopes, k.used_at from access_key k join person p on p.id = k.person_id
              where k.token_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2) and p.state = 'active'",
            args![hash_token(&key).to_vec(), now],
        )
        .await?;
    let found = found.ok_or(Error::SignIn)?;
    let person = Person::find(db, found.person_id).await?;
    let named = name.as_deref().is_none_or(|name| kit::text::fold(name.trim_start_matches('@')) == kit::text::fold(&person.handle));
    // A password goes with a name, a token without one.
    if !named || (found.kind == KeyKind::App) != name.is_some() {
        return Err(Error::SignIn);
    }
    if found.used_at.is_none_or(|at| now.since(at) > NOTED_EVERY) {
        db.write(async |tx| {
            tx.run("update access_key set used_at = $2, used_from = $3 where id = $1", args![found.id, now, from]).await?;
            Ok(())
        })
        .await?;
    }
    Ok(Known { person: Some(person), scopes: Scopes::kept(&found.scopes), key: Some(found.id) })
}

/// The key in `Authorization`, with the name that goes with an app password.
fn credential(headers: &HeaderMap) -> Option<(String, Option<String>)> {
    let text = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, value) = text.split_once(' ')?;
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some((value.trim().to_owned(), None));
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let pair = String::from_utf8(BASE64_STANDARD.decode(value.trim()).ok()?).ok()?;
    let (name, key) = pair.split_once(':')?;
    Some((key.to_owned(), Some(name.to_owned())))
}
