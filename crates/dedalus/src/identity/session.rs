//! A signed-in browser. The cookie holds a random key, the database only its hash.

use kit::clock::{DAY, MINUTE, Time};
use kit::db::{Db, Tx};
use kit::secret::{hash_token, token};
use kit::{Error, Result, args};

use super::oauth;
use super::person::{PersonId, Tier};
use kit::i18n::Lang;

kit::row! {
    /// What one query tells of the person behind a cookie.
    #[derive(Debug, Clone)]
    pub struct SessionPerson {
        /// The session's number.
        pub session_id: i64,
        /// The person.
        pub id: PersonId,
        /// Name in addresses.
        pub handle: String,
        /// Name as shown.
        pub name: String,
        /// Tier.
        pub tier: Tier,
        /// Language of pages.
        pub language: Lang,
        /// Which text of the privacy notice was accepted; empty if none.
        pub privacy_version: String,
        /// When the session was last used, within ten minutes.
        pub seen_at: Time,
        /// Was more than a password shown?
        pub strong: bool,
        /// When the person last proved to be it.
        pub proved_at: Time,
        /// When the account ends, if its owner asked for that.
        pub closing_at: Option<Time>,
    }
}

/// What opened a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A password.
    Password,
    /// A password and a code.
    Code,
    /// A passkey.
    Passkey,
    /// A provider of identity.
    Provider,
    /// The town's directory.
    Directory,
    /// A link from a mail, which proves the mailbox.
    Link,
}
kit::words!(Method {
    Password = "password", Code = "code", Passkey = "passkey", Provider = "provider", Directory = "directory", Link = "link",
});

/// A session about to be.
#[derive(Debug, Clone)]
pub struct Opening<'a> {
    /// Whose.
    pub person: PersonId,
    /// How it was opened.
    pub method: Method,
    /// Was more than a password shown?
    pub strong: bool,
    /// What the browser says of itself.
    pub agent: &'a str,
    /// From where.
    pub address: &'a str,
    /// Days it lasts.
    pub days: i64,
}

/// Opens a session and gives the cookie's value.
pub async fn open(tx: &mut Tx, new: Opening<'_>) -> Result<String> {
    let now = tx.now();
    let (key, key_hash) = token()?;
    let agent: String = new.agent.chars().take(200).collect();
    tx.run(
        "insert into session (token_hash, id, person_id, device, address, created_at, seen_at, expires_at, method, strong, proved_at)
         values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $6)",
        args![
            key_hash.to_vec(),
            kit::ids::next(now),
            new.person,
            agent,
            new.address,
            now,
            now.plus(new.days * DAY),
            new.method,
            new.strong
        ],
    )
    .await?;
    lives(tx, new.person).await?;
    Ok(key)
}

/// Notes the day on which a person was here, for the retention of accounts nobody uses. Being here calls off the end that
/// such an account was warned of, and not one that its owner asked for.
async fn lives(tx: &mut Tx, person: PersonId) -> Result<()> {
    let today = tx.now().zoned(&jiff::tz::TimeZone::UTC).date().to_string();
    tx.run(
        "update person set last_seen_on = $2, closing_at = case when warned_at is null then closing_at else null end, warned_at = null
          where id = $1 and state = 'active' and (last_seen_on is null or last_seen_on <> $2 or warned_at is not null)",
        args![person, today],
    )
    .await?;
    Ok(())
}

/// Notes that the person behind a session has proved again to be it; `strong` when with more than a password.
pub async fn prove(tx: &mut Tx, session_id: i64, strong: bool) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update session set proved_at = $2, strong = case when $3 = 1 then 1 else strong end where id = $1",
        args![session_id, now, i64::from(strong)],
    )
    .await?;
    Ok(())
}

/// Gives one of one's own sessions a name.
pub async fn rename(tx: &mut Tx, person: PersonId, session_id: i64, label: &str) -> Result<()> {
    let done = tx.run("update session set label = $3 where id = $1 and person_id = $2", args![session_id, person, label]).await?;
    if done == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// The person behind a cookie, while the session lasts and the account is active.
pub async fn find(db: &Db, cookie: &str) -> Result<Option<SessionPerson>> {
    let hash = hash_token(cookie).to_vec();
    Ok(db
        .maybe(
            "select s.id as session_id, p.id, p.handle, p.name, p.tier, p.language, p.privacy_version, s.seen_at, s.strong, s.proved_at,
                    p.closing_at
               from session s join person p on p.id = s.person_id
              where s.token_hash = $1 and s.expires_at > $2 and p.state = 'active'",
            args![hash, db.now()],
        )
        .await?)
}

/// Notes that a session is in use; called at most every ten minutes a session.
pub async fn seen(db: &Db, session_id: i64) -> Result<()> {
    db.write(async |tx| {
        let now = tx.now();
        let whose: Option<(PersonId,)> =
            tx.maybe("update session set seen_at = $2 where id = $1 returning person_id", args![session_id, now]).await?;
        match whose {
            Some((person,)) => lives(tx, person).await,
            None => Ok(()),
        }
    })
    .await
}

/// How long a session may be used before it is noted again, in microseconds.
pub const NOTED_EVERY: i64 = 10 * MINUTE;

/// Ends one session.
pub async fn close(tx: &mut Tx, session_id: i64) -> Result<()> {
    tx.run("delete from session where id = $1", args![session_id]).await?;
    Ok(())
}

kit::row! {
    /// A signed-in device, as its owner sees it.
    #[derive(Debug, Clone)]
    pub struct Device {
        /// The session's number.
        pub id: i64,
        /// What its owner calls it.
        pub label: String,
        /// What the browser says of itself.
        pub device: String,
        /// What opened it.
        pub method: Method,
        /// From where it signed in.
        pub address: String,
        /// When.
        pub created_at: Time,
        /// When it was last used, within ten minutes.
        pub seen_at: Time,
    }
}

/// The devices a person is signed in on, the last used first.
pub async fn devices(db: &Db, person: PersonId) -> Result<Vec<Device>> {
    Ok(db
        .all(
            "select id, label, device, method, address, created_at, seen_at from session where person_id = $1 and expires_at > $2
              order by seen_at desc, id desc",
            args![person, db.now()],
        )
        .await?)
}

/// Ends one session of a person, and nobody else's.
pub async fn close_own(tx: &mut Tx, person: PersonId, session_id: i64) -> Result<()> {
    let gone = tx.run("delete from session where id = $1 and person_id = $2", args![session_id, person]).await?;
    if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Ends every session of a person, except one if given, and whatever programs were allowed: after a new password, after
/// signing out everywhere, when somebody is suspended. Personal keys stay: their owner made each and sees them in a list.
pub async fn close_all(tx: &mut Tx, person: PersonId, except: Option<i64>) -> Result<u64> {
    oauth::end_all(tx, person).await?;
    Ok(tx.run("delete from session where person_id = $1 and id <> $2", args![person, except.unwrap_or(0)]).await?)
}

/// On how many browsers a person is signed in.
pub async fn count(db: &Db, person: PersonId) -> Result<i64> {
    let (n,): (i64,) =
        db.one("select count(*) as n from session where person_id = $1 and expires_at > $2", args![person, db.now()]).await?;
    Ok(n)
}

/// Forgets sessions that ran out; how many.
pub async fn sweep(tx: &mut Tx) -> Result<u64> {
    let now = tx.now();
    Ok(tx.run("delete from session where expires_at < $1", args![now]).await?)
}
