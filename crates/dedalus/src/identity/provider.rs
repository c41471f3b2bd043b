//! Providers of identity (OpenID Connect Core 1.0: SPID, CIE, any other) and the town's directory (LDAP).

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::error::ViolationRule;
use kit::secret::SecretKey;
use kit::{Error, Result, args};

use super::acr;

kit::id! {
    /// A provider's number.
    ProviderId
}

/// What sort of provider it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProviderKind {
    /// Any provider of OpenID Connect.
    OpenId,
    /// The public digital identity system.
    Spid,
    /// The electronic identity card.
    Cie,
    /// A directory that takes a name and a password.
    Ldap,
}
kit::words!(ProviderKind { OpenId = "openid", Spid = "spid", Cie = "cie", Ldap = "ldap" });

impl ProviderKind {
    /// Key of its name in the language files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OpenId => "provider-kind-openid",
            Self::Spid => "provider-kind-spid",
            Self::Cie => "provider-kind-cie",
            Self::Ldap => "provider-kind-ldap",
        }
    }
}

kit::row! {
    /// One provider.
    #[derive(Debug, Clone)]
    pub struct Provider {
        /// Number.
        pub id: ProviderId,
        /// Name in addresses.
        pub slug: String,
        /// Sort.
        pub kind: ProviderKind,
        /// Name as people read it.
        pub name: String,
        /// The issuer's address, under which it describes itself (OpenID Connect Discovery §4).
        pub issuer: String,
        /// What the town is called there.
        pub client_id: String,
        /// The town's secret there, sealed; empty if there is none.
        pub client_secret: String,
        /// What is asked for, words separated by spaces.
        pub scopes: String,
        /// How surely somebody must be recognised, words separated by spaces.
        pub acr_values: String,
        /// May its claims make a person verified?
        pub verifies: bool,
        /// Settings of a directory, as JSON.
        pub directory: String,
        /// Place in the list.
        pub position: i64,
        /// Since when.
        pub created_at: Time,
        /// Since when nobody signs in with it.
        pub closed_at: Option<Time>,
    }
}

const SELECT: &str = "select id, slug, kind, name, issuer, client_id, client_secret, scopes, acr_values, verifies, directory, position,
        created_at, closed_at
   from provider";

/// The purpose of the seal around secrets of providers.
const SEAL: &str = "provider secret";

/// What may be typed of a provider.
#[derive(Debug, Clone, Default)]
pub struct ProviderDraft {
    /// Name as people read it.
    pub name: String,
    /// The issuer's address.
    pub issuer: String,
    /// What the town is called there.
    pub client_id: String,
    /// The town's secret there, sealed; none leaves the one that is known.
    pub client_secret: Option<String>,
    /// Scopes.
    pub scopes: String,
    /// Classes of authentication.
    pub acr_values: String,
    /// May its claims make a person verified?
    pub verifies: bool,
    /// Settings of a directory, as JSON.
    pub directory: String,
    /// Place in the list.
    pub position: i64,
}

/// Which violations belong beside which field.
const TAKEN: &[ViolationRule] = &[ViolationRule { table: "provider", what: "slug", field: "slug", key: "error-provider-slug-taken" }];

impl Provider {
    /// All of them, in their order; the closed ones last.
    pub async fn all(db: &Db) -> Result<Vec<Self>> {
        let order = "order by case when closed_at is null then 0 else 1 end, position, id";
        Ok(db.all(format!("{SELECT} {order}"), vec![]).await?)
    }

    /// Those one may sign in with by a link: SPID and CIE first, as their rules ask.
    pub async fn offered(db: &Db) -> Result<Vec<Self>> {
        let order = "order by case kind when 'spid' then 0 when 'cie' then 1 else 2 end, position, id";
        Ok(db.all(format!("{SELECT} where closed_at is null and kind <> 'ldap' {order}"), vec![]).await?)
    }

    /// The directories that are asked, in their order.
    pub async fn directories(db: &Db) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} where closed_at is null and kind = 'ldap' order by position, id"), vec![]).await?)
    }

    /// By its name in addresses, open or closed.
    pub async fn by_slug(db: &Db, slug: &str) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where slug = $1"), args![slug]).await?)
    }

    /// By its name in addresses, if one may sign in with it by a link.
    pub async fn open(db: &Db, slug: &str) -> Result<Self> {
        let provider = Self::by_slug(db, slug).await?;
        if provider.closed_at.is_none() && provider.kind != ProviderKind::Ldap { Ok(provider) } else { Err(Error::NotFound) }
    }

    /// Adds one.
    pub async fn create(tx: &mut Tx, slug: &str, kind: ProviderKind, draft: &ProviderDraft) -> Result<ProviderId> {
        let now = tx.now();
        let id = ProviderId::next(now);
        tx.run(
            "insert into provider (id, slug, kind, name, issuer, client_id, client_secret, scopes, acr_values, verifies, directory, position,
                                   created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            args![
                id,
                slug,
                kind,
                &draft.name,
                &draft.issuer,
                &draft.client_id,
                draft.client_secret.clone().unwrap_or_default(),
                &draft.scopes,
                &draft.acr_values,
                draft.verifies,
                &draft.directory,
                draft.position,
                now
            ],
        )
        .await
        .map_err(|error| Error::from(error).or_field(TAKEN))?;
        Ok(id)
    }

    /// Changes one; its name in addresses and its sort stay.
    pub async fn update(tx: &mut Tx, id: ProviderId, draft: &ProviderDraft) -> Result<()> {
        tx.run(
            "update provider set name = $2, issuer = $3, client_id = $4, client_secret = coalesce(cast($5 as text), client_secret),
                    scopes = $6, acr_values = $7, verifies = $8, directory = $9, position = $10
              where id = $1",
            args![
                id,
                &draft.name,
                &draft.issuer,
                &draft.client_id,
                draft.client_secret.clone(),
                &draft.scopes,
                &draft.acr_values,
                draft.verifies,
                &draft.directory,
                draft.position
            ],
        )
        .await?;
        Ok(())
    }

    /// Is anybody known by it? Then it cannot become another provider.
    pub async fn has_links(&self, db: &Db) -> Result<bool> {
        let found: Option<(i64,)> = db.maybe("select id from linked_identity where provider_id = $1 limit 1", args![self.id]).await?;
        Ok(found.is_some())
    }

    /// Nobody signs in with it any more; who is known by it stays known.
    pub async fn close(tx: &mut Tx, id: ProviderId) -> Result<()> {
        let now = tx.now();
        done(tx.run("update provider set closed_at = $2 where id = $1 and closed_at is null", args![id, now]).await?)
    }

    /// It is offered again.
    pub async fn reopen(tx: &mut Tx, id: ProviderId) -> Result<()> {
        done(tx.run("update provider set closed_at = null where id = $1 and closed_at is not null", args![id]).await?)
    }

    /// The town's secret there, opened.
    pub fn secret(&self, key: &SecretKey) -> Result<Option<String>> {
        open_secret(key, &self.client_secret)
    }

    /// Has somebody who comes from there shown more than a password?
    pub fn is_strong(&self, acr: &str) -> bool {
        matches!(self.kind, ProviderKind::Spid | ProviderKind::Cie) || acr::level(acr) >= 2
    }

    /// Where the provider sends people back to.
    pub fn return_path(&self) -> String {
        format!("/accedi/con/{}/ritorno", self.slug)
    }
}

fn done(changed: u64) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(Error::Conflict("failure-409-advice")) }
}

/// Seals a secret of a provider for the database.
pub fn seal_secret(key: &SecretKey, secret: &str) -> Result<String> {
    key.seal(SEAL, secret.as_bytes())
}

/// Opens it again; none if there is none.
pub fn open_secret(key: &SecretKey, sealed: &str) -> Result<Option<String>> {
    if sealed.is_empty() {
        return Ok(None);
    }
    let plain = key.open(SEAL, sealed)?;
    Ok(Some(String::from_utf8(plain).map_err(|_| Error::internal("a provider's secret is no text"))?))
}
