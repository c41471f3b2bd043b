//! Tokens: one that opens for an hour, one that is changed for the next two. Both are random words of which only the hash is kept.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::secret::{hash_token, token};
use kit::{Result, args};

use super::fault::Fault;
use super::{ACCESS_LASTS, Client, NOTED_EVERY, REFRESH_LASTS, client, grant};
use crate::identity::person::PersonId;
use crate::identity::scope::Scopes;

/// How an access token begins, so that it is known from a personal key, and scanners for leaked secrets know it.
pub const ACCESS_PREFIX: &str = "deda_";
const REFRESH_PREFIX: &str = "dedr_";

/// Tokens as a program gets them, this once.
#[derive(Debug, Clone)]
pub struct Issued {
    /// Opens what the scopes say.
    pub access: String,
    /// For the next ones; none where no person stands behind it.
    pub refresh: Option<String>,
    /// What for.
    pub scopes: Scopes,
    /// When.
    pub at: Time,
}

impl Issued {
    /// Seconds for which the access token is good.
    pub const fn lasts(&self) -> i64 {
        ACCESS_LASTS / kit::clock::SECOND
    }
}

/// All tokens that came of one code.
#[derive(Debug, Clone, Copy)]
pub(super) struct Family {
    pub number: i64,
    pub client: i64,
    pub grant: i64,
    pub person: PersonId,
}

struct Row<'a> {
    word: &'a str,
    kind: &'static str,
    family: i64,
    client: i64,
    of: Option<(i64, PersonId)>,
    scopes: &'a Scopes,
    lasts: i64,
}

async fn put(tx: &mut Tx, row: Row<'_>) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into oauth_token (token_hash, kind, family, client_id, grant_id, person_id, scopes, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            hash_token(row.word).to_vec(),
            row.kind,
            row.family,
            row.client,
            row.of.map(|(grant, _)| grant),
            row.of.map(|(_, person)| person),
            row.scopes.text(),
            now,
            now.plus(row.lasts)
        ],
    )
    .await?;
    client::note_use(tx, row.client).await
}

/// Two new tokens of a family.
pub(super) async fn issue(tx: &mut Tx, family: &Family, scopes: &Scopes) -> Result<Issued> {
    issue_narrower(tx, family, scopes, scopes).await
}

/// The same, with an access token for less: the refresh token keeps the scopes it had (RFC 6749 §6).
async fn issue_narrower(tx: &mut Tx, family: &Family, all: &Scopes, scopes: &Scopes) -> Result<Issued> {
    let access = format!("{ACCESS_PREFIX}{}", token()?.0);
    let refresh = format!("{REFRESH_PREFIX}{}", token()?.0);
    for (word, kind, lasts, scopes) in [(&access, "access", ACCESS_LASTS, scopes), (&refresh, "refresh", REFRESH_LASTS, all)] {
        let of = Some((family.grant, family.person));
        put(tx, Row { word, kind, family: family.number, client: family.client, of, scopes, lasts }).await?;
    }
    Ok(Issued { access, refresh: Some(refresh), scopes: scopes.clone(), at: tx.now() })
}

/// A token for a program itself, which reads what everybody may (RFC 6749 §4.4).
pub async fn for_itself(tx: &mut Tx, client: &Client, scopes: &Scopes) -> Result<Issued> {
    let access = format!("{ACCESS_PREFIX}{}", token()?.0);
    let family = kit::ids::next(tx.now());
    put(tx, Row { word: &access, kind: "access", family, client: client.id, of: None, scopes, lasts: ACCESS_LASTS }).await?;
    Ok(Issued { access, refresh: None, scopes: scopes.clone(), at: tx.now() })
}

kit::row! {
    struct Refresh {
        family: i64,
        client_id: i64,
        grant_id: i64,
        person_id: PersonId,
        scopes: String,
        expires_at: Time,
        replaced_at: Option<Time>,
    }
}

/// Changes a refresh token for two new ones; narrower, if asked for. One that was changed before ends its family, so the turn
/// must be kept also when there is a fault.
pub async fn exchange(tx: &mut Tx, client: &Client, word: &str, narrower: Option<&Scopes>) -> Result<std::result::Result<Issued, Fault>> {
    let hash = hash_token(word).to_vec();
    let found: Option<Refresh> = tx
        .maybe(
            "select t.family, t.client_id, t.grant_id, t.person_id, t.scopes, t.expires_at, t.replaced_at
               from oauth_token t join person p on p.id = t.person_id and p.state = 'active'
              where t.token_hash = $1 and t.kind = 'refresh'",
            args![hash.clone()],
        )
        .await?;
    let Some(found) = found.filter(|found| found.client_id == client.id) else { return Ok(Err(Fault::InvalidGrant)) };
    if found.replaced_at.is_some() {
        end_family(tx, found.family).await?;
        return Ok(Err(Fault::InvalidGrant));
    }
    let now = tx.now();
    if found.expires_at <= now {
        return Ok(Err(Fault::InvalidGrant));
    }
    let had = Scopes::kept(&found.scopes);
    let scopes = match narrower {
        Some(asked) if !had.cover_all(asked) || asked.is_empty() => return Ok(Err(Fault::InvalidScope)),
        Some(asked) => asked.clone(),
        None => had.clone(),
    };
    tx.run("update oauth_token set replaced_at = $2 where token_hash = $1", args![hash, now]).await?;
    tx.run("delete from oauth_token where family = $1 and kind = 'access'", args![found.family]).await?;
    let family = Family { number: found.family, client: client.id, grant: found.grant_id, person: found.person_id };
    grant::note_use(tx, found.grant_id).await?;
    Ok(Ok(issue_narrower(tx, &family, &had, &scopes).await?))
}

/// Ends every token of a family.
pub(super) async fn end_family(tx: &mut Tx, family: i64) -> Result<()> {
    tx.run("delete from oauth_token where family = $1", args![family]).await?;
    Ok(())
}

/// Takes one of a program's own tokens back (RFC 7009): a refresh token with its whole family. Unknown ones are no fault.
pub async fn revoke(tx: &mut Tx, client: &Client, word: &str) -> Result<()> {
    let hash = hash_token(word).to_vec();
    let found: Option<(String, i64)> =
        tx.maybe("select kind, family from oauth_token where token_hash = $1 and client_id = $2", args![hash.clone(), client.id]).await?;
    match found {
        Some((kind, family)) if kind == "refresh" => end_family(tx, family).await,
        Some(_) => {
            tx.run("delete from oauth_token where token_hash = $1", args![hash]).await?;
            Ok(())
        }
        None => Ok(()),
    }
}

/// Who holds an access token.
#[derive(Debug, Clone)]
pub struct Holder {
    /// The person behind it, if there is one.
    pub person: Option<PersonId>,
    /// What for.
    pub scopes: Scopes,
}

kit::row! {
    struct Found {
        grant_id: Option<i64>,
        person_id: Option<PersonId>,
        scopes: String,
        used_at: Option<Time>,
    }
}

/// Who holds this access token, if it opens anything now. Its use is noted once a minute.
pub async fn find(db: &Db, word: &str) -> Result<Option<Holder>> {
    let now = db.now();
    let found: Option<Found> = db
        .maybe(
            "select t.grant_id, t.person_id, t.scopes, g.used_at from oauth_token t
               join oauth_client c on c.id = t.client_id and c.revoked_at is null
               left join oauth_grant g on g.id = t.grant_id left join person p on p.id = t.person_id
              where t.token_hash = $1 and t.kind = 'access' and t.expires_at > $2 and (t.person_id is null or p.state = 'active')",
            args![hash_token(word).to_vec(), now],
        )
        .await?;
    let Some(found) = found else { return Ok(None) };
    if let Some(grant) = found.grant_id.filter(|_| found.used_at.is_none_or(|at| now.since(at) > NOTED_EVERY)) {
        db.write(async |tx| grant::note_use(tx, grant).await).await?;
    }
    Ok(Some(Holder { person: found.person_id, scopes: Scopes::kept(&found.scopes) }))
}

/// Forgets tokens that ran out.
pub(super) async fn sweep(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    tx.run("delete from oauth_token where expires_at < $1", args![now]).await?;
    Ok(())
}
