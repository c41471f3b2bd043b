//! A program that made itself known (RFC 7591), and what administration sees of it.

use kit::clock::Time;
use kit::db::{Db, Tx, containing};
use kit::secret::{hash_token, same, token};
use kit::text::sort_key;
use kit::{Error, Result, args};

use super::{NOTED_EVERY, UNUSED_KEPT};
use crate::identity::scope::Scopes;

/// How many go in one turn of the sweep.
const BATCH: i64 = 500;

kit::row! {
    /// A client.
    #[derive(Debug, Clone)]
    pub struct Client {
        /// Number inside.
        pub id: i64,
        /// Its name in the protocol.
        pub client_id: String,
        /// What its secret must hash to; none for a program that keeps none.
        pub secret_hash: Option<Vec<u8>>,
        /// How it proves to be it.
        pub auth_method: String,
        /// What it calls itself.
        pub name: String,
        /// Its page; may be empty.
        pub website: String,
        /// A JSON list of where people may be sent back to.
        pub redirect_uris: String,
        /// The most it may ask for.
        pub scopes: String,
        /// Made itself known at.
        pub created_at: Time,
        /// Last got a token.
        pub used_at: Option<Time>,
    }
}

const COLUMNS: &str =
    "c.id, c.client_id, c.secret_hash, c.auth_method, c.name, c.website, c.redirect_uris, c.scopes, c.created_at, c.used_at";

/// A client about to be, checked.
#[derive(Debug, Clone)]
pub struct NewClient {
    /// What it calls itself.
    pub name: String,
    /// Its page; may be empty.
    pub website: String,
    /// Where people may be sent back to.
    pub redirect_uris: Vec<String>,
    /// The most it may ask for.
    pub scopes: Scopes,
    /// `none`, `client_secret_basic` or `client_secret_post`.
    pub auth_method: &'static str,
}

/// What a new client is told, this once.
#[derive(Debug, Clone)]
pub struct Registered {
    /// Its name in the protocol.
    pub client_id: String,
    /// Its secret, if it keeps one.
    pub secret: Option<String>,
    /// When.
    pub at: Time,
}

impl Client {
    /// Takes a program in.
    pub async fn register(tx: &mut Tx, new: &NewClient) -> Result<Registered> {
        let at = tx.now();
        let client_id = token()?.0;
        let secret = if new.auth_method == "none" { None } else { Some(token()?) };
        tx.run(
            "insert into oauth_client (id, client_id, secret_hash, auth_method, name, name_key, website, redirect_uris, scopes, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            args![
                kit::ids::next(at),
                &client_id,
                secret.as_ref().map(|(_, hash)| hash.to_vec()),
                new.auth_method,
                &new.name,
                sort_key(&new.name),
                &new.website,
                serde_json::to_string(&new.redirect_uris)?,
                new.scopes.text(),
                at
            ],
        )
        .await?;
        Ok(Registered { client_id, secret: secret.map(|(clear, _)| clear), at })
    }

    /// By its name in the protocol, unless administration took it away.
    pub async fn find(db: &Db, client_id: &str) -> Result<Self> {
        Ok(db
            .one(format!("select {COLUMNS} from oauth_client c where c.client_id = $1 and c.revoked_at is null"), args![client_id])
            .await?)
    }

    /// Where people may be sent back to.
    pub fn redirects(&self) -> Vec<String> {
        serde_json::from_str(&self.redirect_uris).unwrap_or_default()
    }

    /// The most it may ask for.
    pub fn scopes(&self) -> Scopes {
        Scopes::kept(&self.scopes)
    }

    /// Does it keep a secret?
    pub fn is_confidential(&self) -> bool {
        self.secret_hash.is_some()
    }

    /// Is this its secret? Who keeps none brings none.
    pub fn is_proved_by(&self, secret: Option<&str>) -> bool {
        match (&self.secret_hash, secret) {
            (Some(hash), Some(secret)) => same(hash, &hash_token(secret)),
            (None, None) => true,
            _ => false,
        }
    }
}

/// Notes that a client got a token.
pub(super) async fn note_use(tx: &mut Tx, id: i64) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update oauth_client set used_at = $2 where id = $1 and (used_at is null or used_at < $3)",
        args![id, now, now.plus(-NOTED_EVERY)],
    )
    .await?;
    Ok(())
}

/// Forgets clients that never got a token in a month.
pub(super) async fn sweep(tx: &mut Tx) -> Result<()> {
    let before = tx.now().plus(-UNUSED_KEPT);
    tx.run(
        "delete from oauth_client where id in (select c.id from oauth_client c where c.used_at is null and c.created_at < $1
            and not exists (select 1 from oauth_grant g where g.client_id = c.id)
            and not exists (select 1 from oauth_token t where t.client_id = c.id) order by c.created_at limit $2)",
        args![before, BATCH],
    )
    .await?;
    Ok(())
}

kit::row! {
    /// A client as administration sees it.
    #[derive(Debug, Clone)]
    pub struct ClientRow {
        /// Number.
        pub id: i64,
        /// Its name in the protocol.
        pub client_id: String,
        /// What it calls itself.
        pub name: String,
        /// Its page.
        pub website: String,
        /// Where people are sent back to, as a JSON list.
        pub redirect_uris: String,
        /// The most it may ask for.
        pub scopes: String,
        /// Made itself known at.
        pub created_at: Time,
        /// Last got a token.
        pub used_at: Option<Time>,
        /// Taken away at.
        pub revoked_at: Option<Time>,
        /// How many people allowed it something.
        pub people: i64,
    }
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct ClientFilter {
    /// Part of the name.
    pub text: Option<String>,
    /// `active` or `revoked`.
    pub state: Option<String>,
    /// The last client of the page before.
    pub after: Option<i64>,
}

const ROW: &str = "select c.id, c.client_id, c.name, c.website, c.redirect_uris, c.scopes, c.created_at, c.used_at, c.revoked_at,
    (select count(*) from oauth_grant g where g.client_id = c.id) as people from oauth_client c";

impl ClientRow {
    /// One that was not taken away.
    pub async fn find(db: &Db, id: i64) -> Result<Self> {
        Ok(db.one(format!("{ROW} where c.id = $1 and c.revoked_at is null"), args![id]).await?)
    }

    /// Clients, the newest first.
    pub async fn list(db: &Db, filter: &ClientFilter, limit: i64) -> Result<Vec<Self>> {
        let text = filter.text.as_ref().map(|text| containing(&sort_key(text)));
        Ok(db
            .all(
                format!(
                    "{ROW}
                  where (cast($1 as text) is null or c.name_key like $1 escape '\\')
                    and (cast($2 as text) is null or ($2 = 'revoked' and c.revoked_at is not null) or ($2 = 'active' and c.revoked_at is null))
                    and (cast($3 as bigint) is null or c.id < $3)
                  order by c.id desc limit $4"
                ),
                args![text, filter.state.clone(), filter.after, limit],
            )
            .await?)
    }

    /// Where people are sent back to.
    pub fn redirects(&self) -> Vec<String> {
        serde_json::from_str(&self.redirect_uris).unwrap_or_default()
    }

    /// Takes a client away: nothing it holds opens anything any more. Its name.
    pub async fn revoke(tx: &mut Tx, id: i64) -> Result<String> {
        let now = tx.now();
        let name: Option<(String,)> =
            tx.maybe("update oauth_client set revoked_at = $2 where id = $1 and revoked_at is null returning name", args![id, now]).await?;
        let (name,) = name.ok_or(Error::NotFound)?;
        tx.run("delete from oauth_token where client_id = $1", args![id]).await?;
        tx.run("delete from oauth_code where grant_id in (select g.id from oauth_grant g where g.client_id = $1)", args![id]).await?;
        tx.run("delete from oauth_grant where client_id = $1", args![id]).await?;
        Ok(name)
    }
}
