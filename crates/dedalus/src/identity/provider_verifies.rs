//! A provider that vouches for who somebody is makes the account a verified one.

use kit::Result;
use kit::db::Tx;
use kit::secret::SecretKey;

use super::claims::Claims;
use super::person::PersonId;
use super::provider::Provider;
use super::verification::{FiscalCode, Outcome, Shown, record};

/// Passes on what the provider showed, if it may vouch and showed a fiscal code. None when there was nothing to pass on.
pub async fn by_provider(
    tx: &mut Tx,
    secret: &SecretKey,
    person: PersonId,
    provider: &Provider,
    claims: &Claims,
) -> Result<Option<Outcome>> {
    let code = claims.fiscal_code.as_deref().and_then(FiscalCode::parse);
    let Some(code) = code.filter(|_| provider.verifies) else { return Ok(None) };
    let shown = Shown {
        code,
        source: &provider.slug,
        document: "",
        by: None,
        birth_date: claims.birth_date,
        residence: claims.residence.as_deref(),
    };
    record(tx, secret, person, &shown).await.map(Some)
}
