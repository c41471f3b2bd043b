//! What a provider says about itself (OpenID Connect Discovery 1.0), and whether the town can work with it.

use std::pin::Pin;

use kit::outbound::{Outbound, Refused};
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType,
};
use openidconnect::{AdditionalProviderMetadata, AsyncHttpClient, DiscoveryError, HttpRequest, HttpResponse, IssuerUrl, ProviderMetadata};
use serde::{Deserialize, Serialize};

use super::provider::Provider;

/// What newer standards add to the description.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Further {
    /// Does every answer name its issuer (RFC 9207 §3)?
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
    /// Which ways of proof for the code exchange it knows (RFC 8414 §2).
    #[serde(default)]
    pub code_challenge_methods_supported: Vec<String>,
}
impl AdditionalProviderMetadata for Further {}

/// A provider's description, with its keys.
pub type Metadata = ProviderMetadata<
    Further,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// The house's client in the words of `openidconnect`.
pub struct Caller {
    outbound: Outbound,
    /// May an answer be one that was kept?
    kept: bool,
}

impl Caller {
    /// One that asks each time.
    pub fn new(outbound: &Outbound) -> Self {
        Self { outbound: outbound.clone(), kept: false }
    }
}

impl<'c> AsyncHttpClient<'c> for Caller {
    type Error = Refused;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Refused>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let answer = if self.kept { self.outbound.send_kept(request).await } else { self.outbound.send(request).await }?;
            // A provider in trouble has not answered the question.
            if answer.status().is_server_error() { Err(Refused::Away(format!("HTTP {}", answer.status()))) } else { Ok(answer) }
        })
    }
}

/// Why a description is not to be had.
#[derive(Debug)]
pub enum Undescribed {
    /// The issuer is no address.
    Address,
    /// Nobody answers.
    Away(Refused),
    /// What answers describes no provider: why, for the log and for administration.
    Odd(String),
    /// It describes another issuer: which is said there.
    Other(String),
}

impl std::fmt::Display for Undescribed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Address => f.write_str("the issuer is no address"),
            Self::Away(refused) => refused.fmt(f),
            Self::Odd(why) | Self::Other(why) => f.write_str(why),
        }
    }
}

/// The description and the keys, asked for at most every ten minutes.
pub async fn describe(outbound: &Outbound, provider: &Provider) -> Result<Metadata, Undescribed> {
    let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(|_| Undescribed::Address)?;
    let get = Caller { outbound: outbound.clone(), kept: true };
    Metadata::discover_async(issuer, &get).await.map_err(|error| match error {
        DiscoveryError::Request(refused) => Undescribed::Away(refused),
        DiscoveryError::UrlParse(_) => Undescribed::Address,
        DiscoveryError::Validation(why) => Undescribed::Other(why),
        DiscoveryError::Parse(why) => Undescribed::Odd(why.to_string()),
        DiscoveryError::Response(_, _, why) | DiscoveryError::Other(why) => Undescribed::Odd(why),
        other => Undescribed::Odd(other.to_string()),
    })
}

/// The same, asked for anew: the provider has changed its keys.
pub async fn describe_anew(outbound: &Outbound, provider: &Provider, known: &Metadata) -> Result<Metadata, Undescribed> {
    outbound.forget(&address(provider));
    outbound.forget(known.jwks_uri().as_str());
    describe(outbound, provider).await
}

/// Where a provider describes itself.
pub fn address(provider: &Provider) -> String {
    format!("{}/.well-known/openid-configuration", provider.issuer.trim_end_matches('/'))
}

/// How an ID token may be signed: by a key of the provider's, never by a shared secret and never not at all.
pub const SIGNED_BY: [CoreJwsSigningAlgorithm; 7] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// One line of what was found: fine or not, the key of its sentence, and the value it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Can the town work with it?
    pub fine: bool,
    /// Key of the sentence; it may name `{ $value }`.
    pub key: &'static str,
    /// The value.
    pub value: String,
}

fn finding(fine: bool, good: &'static str, bad: &'static str, value: impl Into<String>) -> Finding {
    Finding { fine, key: if fine { good } else { bad }, value: value.into() }
}

/// What a description says, line by line.
pub fn findings(provider: &Provider, described: &Result<Metadata, Undescribed>) -> Vec<Finding> {
    let metadata = match described {
        Ok(metadata) => metadata,
        Err(Undescribed::Address) => return vec![finding(false, "", "probe-address", &provider.issuer)],
        Err(Undescribed::Away(Refused::Private(host) | Refused::Plain(host))) => return vec![finding(false, "", "probe-private", host)],
        Err(Undescribed::Away(refused)) => return vec![finding(false, "", "probe-away", refused.to_string())],
        Err(Undescribed::Odd(why)) => return vec![finding(false, "", "probe-odd", why)],
        Err(Undescribed::Other(why)) => return vec![finding(false, "", "probe-other", why)],
    };
    let further = metadata.additional_metadata();
    let mut found = vec![
        finding(true, "probe-found", "", metadata.issuer().as_str()),
        finding(metadata.token_endpoint().is_some(), "probe-token", "probe-no-token", metadata.authorization_endpoint().as_str()),
        finding(!metadata.jwks().keys().is_empty(), "probe-keys", "probe-no-keys", metadata.jwks().keys().len().to_string()),
        finding(
            metadata.id_token_signing_alg_values_supported().iter().any(|alg| SIGNED_BY.contains(alg)),
            "probe-signed",
            "probe-not-signed",
            "",
        ),
    ];
    if !further.code_challenge_methods_supported.is_empty() {
        let knows = further.code_challenge_methods_supported.iter().any(|method| method == "S256");
        found.push(finding(knows, "probe-pkce", "probe-no-pkce", ""));
    }
    if let Some(known) = metadata.scopes_supported() {
        let missing: Vec<&str> =
            provider.scopes.split_whitespace().filter(|scope| !known.iter().any(|one| one.as_str() == *scope)).collect();
        found.push(finding(missing.is_empty(), "probe-scopes", "probe-no-scopes", missing.join(", ")));
    }
    if let Some(known) = metadata.acr_values_supported()
        && !provider.acr_values.is_empty()
    {
        let missing: Vec<&str> =
            provider.acr_values.split_whitespace().filter(|acr| !known.iter().any(|one| one.as_str() == *acr)).collect();
        found.push(finding(missing.is_empty(), "probe-acr", "probe-no-acr", missing.join(", ")));
    }
    found
}
