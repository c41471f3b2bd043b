//! The code that carries a grant to the program: once, for a minute, for whoever asked with the right challenge (RFC 7636).

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use kit::clock::{DAY, Time};
use kit::db::Tx;
use kit::secret::{hash_token, same, token};
use kit::{Result, args};

use super::fault::Fault;
use super::grant::Grant;
use super::token::{self, Family, Issued};
use super::{CODE_LASTS, Client};
use crate::identity::person::PersonId;
use crate::identity::scope::Scopes;

/// A code about to be.
#[derive(Debug, Clone)]
pub struct NewCode<'a> {
    /// For which client.
    pub client: &'a Client,
    /// Who allowed it.
    pub person: PersonId,
    /// Where it is sent.
    pub redirect: &'a str,
    /// The challenge, S256.
    pub challenge: &'a str,
    /// What was allowed.
    pub scopes: &'a Scopes,
}

impl NewCode<'_> {
    /// Notes the grant and gives the code.
    pub async fn issue(&self, tx: &mut Tx) -> Result<String> {
        let now = tx.now();
        let grant = Grant::give(tx, self.client.id, self.person, self.scopes).await?;
        let (code, hash) = token()?;
        tx.run(
            "insert into oauth_code (code_hash, family, grant_id, person_id, redirect_uri, challenge, scopes, created_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            args![
                hash.to_vec(),
                kit::ids::next(now),
                grant,
                self.person,
                self.redirect,
                self.challenge,
                self.scopes.text(),
                now,
                now.plus(CODE_LASTS)
            ],
        )
        .await?;
        Ok(code)
    }
}

kit::row! {
    struct Found {
        family: i64,
        grant_id: i64,
        client_id: i64,
        person_id: PersonId,
        redirect_uri: String,
        challenge: String,
        scopes: String,
        expires_at: Time,
        used_at: Option<Time>,
    }
}

/// Changes a code for tokens. The turn must be kept also when there is a fault: a code that comes twice ends what came of it.
pub async fn redeem(
    tx: &mut Tx,
    client: &Client,
    code: &str,
    redirect: &str,
    verifier: &str,
) -> Result<std::result::Result<Issued, Fault>> {
    let hash = hash_token(code).to_vec();
    let found: Option<Found> = tx
        .maybe(
            "select d.family, d.grant_id, g.client_id, d.person_id, d.redirect_uri, d.challenge, d.scopes, d.expires_at, d.used_at
               from oauth_code d join oauth_grant g on g.id = d.grant_id join person p on p.id = d.person_id and p.state = 'active'
              where d.code_hash = $1",
            args![hash.clone()],
        )
        .await?;
    let Some(found) = found.filter(|found| found.client_id == client.id) else { return Ok(Err(Fault::InvalidGrant)) };
    if found.used_at.is_some() {
        token::end_family(tx, found.family).await?;
        return Ok(Err(Fault::InvalidGrant));
    }
    let now = tx.now();
    if found.expires_at <= now || found.redirect_uri != redirect || !answers(&found.challenge, verifier) {
        return Ok(Err(Fault::InvalidGrant));
    }
    tx.run("update oauth_code set used_at = $2 where code_hash = $1", args![hash, now]).await?;
    let family = Family { number: found.family, client: client.id, grant: found.grant_id, person: found.person_id };
    Ok(Ok(token::issue(tx, &family, &Scopes::kept(&found.scopes)).await?))
}

/// Does the verifier answer the challenge (RFC 7636 §4.6)?
fn answers(challenge: &str, verifier: &str) -> bool {
    is_verifier(verifier) && same(BASE64_URL_SAFE_NO_PAD.encode(hash_token(verifier)).as_bytes(), challenge.as_bytes())
}

/// 43 to 128 unreserved characters (RFC 7636 §4.1).
fn is_verifier(text: &str) -> bool {
    (43..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

/// Forgets codes of more than a day ago.
pub(super) async fn sweep(tx: &mut Tx) -> Result<()> {
    let before = tx.now().plus(-DAY);
    tx.run("delete from oauth_code where expires_at < $1", args![before]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verifier_answers_its_own_challenge() {
        // RFC 7636, appendix B.
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assert!(answers("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", verifier));
        assert!(!answers("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cN", verifier));
        assert!(!answers(verifier, verifier), "the plain method is not taken");
        assert!(!is_verifier("short") && !is_verifier(&"a".repeat(129)) && !is_verifier(&"è".repeat(43)));
    }
}
