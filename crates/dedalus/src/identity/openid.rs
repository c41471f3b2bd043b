//! The code flow of OpenID Connect (Core §3.1) with proof of the code (PKCE, RFC 7636): where somebody is sent, and what is
//! made of the answer.

use kit::clock::{SECOND, Time};
use kit::outbound::Refused;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AuthType, AuthenticationContextClass, AuthorizationCode, ClaimsVerificationError, Client, ClientId, ClientSecret,
    CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenClaims, IdTokenFields, LanguageTag, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, SignatureVerificationError, StandardErrorResponse,
    StandardTokenResponse, TokenResponse, UserInfoClaims,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::acr;
use super::claims::Claims;
use super::discovery::{Caller, Metadata, SIGNED_BY, Undescribed, describe, describe_anew};
use super::provider::Provider;
use crate::shell::App;

/// How far the clocks of two machines may be apart.
const SKEW: i64 = 60 * SECOND;

/// Claims beyond the standard's.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct More(Map<String, Value>);
impl AdditionalClaims for More {}

type Fields = IdTokenFields<More, EmptyExtraTokenFields, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Tokens = StandardTokenResponse<Fields, CoreTokenType>;
type Fault = StandardErrorResponse<CoreErrorResponseType>;
type Town = Client<
    More,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    Fault,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why somebody who came back from a provider is not let in.
#[derive(Debug)]
pub enum Refusal {
    /// The step is too old, belongs to another browser, or another tab has begun anew.
    Lost,
    /// The step was used already.
    Used,
    /// The person has changed their mind there.
    Cancelled,
    /// The provider says that it could not: its own word.
    Said(String),
    /// The provider does not answer, or describes itself oddly.
    Away(String),
    /// The code was not taken: used already, too old, or not the provider's.
    Code(String),
    /// The answer comes from somebody else.
    Issuer(String),
    /// The token is not signed by the provider.
    Signature(String),
    /// The token answers another question.
    Nonce(String),
    /// The token is not meant for this town.
    Audience(String),
    /// The token's time is over, or has not come.
    Expired(String),
    /// The person was recognised less surely than asked for.
    Level(String),
    /// The person was not asked anew.
    Stale(String),
    /// Something else is wrong with the token.
    Token(String),
}

impl Refusal {
    /// The word of its sentences in the language files, and of the log.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Used => "used",
            Self::Cancelled => "cancelled",
            Self::Said(_) => "said",
            Self::Away(_) => "away",
            Self::Code(_) => "code",
            Self::Issuer(_) => "issuer",
            Self::Signature(_) => "signature",
            Self::Nonce(_) => "nonce",
            Self::Audience(_) => "audience",
            Self::Expired(_) => "expired",
            Self::Level(_) => "level",
            Self::Stale(_) => "stale",
            Self::Token(_) => "token",
        }
    }

    /// What is behind it, for the log.
    pub fn cause(&self) -> &str {
        match self {
            Self::Lost | Self::Used | Self::Cancelled => "",
            Self::Said(why) | Self::Away(why) | Self::Code(why) | Self::Issuer(why) | Self::Signature(why) | Self::Nonce(why) => why,
            Self::Audience(why) | Self::Expired(why) | Self::Level(why) | Self::Stale(why) | Self::Token(why) => why,
        }
    }
}

impl From<Undescribed> for Refusal {
    fn from(why: Undescribed) -> Self {
        Self::Away(why.to_string())
    }
}

/// What the browser must bring back, and what only we know of the question.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Asked {
    /// Ties the answer to the browser.
    pub state: String,
    /// Ties the token to the question.
    nonce: String,
    /// Ties the code to us.
    verifier: String,
    /// When the question was put, in microseconds.
    at: i64,
    /// Was the person to be asked anew?
    anew: bool,
}

/// What came back in the address.
#[derive(Debug, Clone, Default)]
pub struct Returned {
    /// The code.
    pub code: String,
    /// Who says so (RFC 9207); empty if nobody does.
    pub issuer: String,
}

fn town(app: &App, provider: &Provider, metadata: &Metadata) -> Result<Town, Refusal> {
    let secret = provider.secret(&app.secret).map_err(|error| Refusal::Away(error.to_string()))?.map(ClientSecret::new);
    let back = RedirectUrl::new(app.absolute(&provider.return_path())).map_err(|error| Refusal::Away(error.to_string()))?;
    let by_header = metadata
        .token_endpoint_auth_methods_supported()
        .is_none_or(|known| known.contains(&openidconnect::core::CoreClientAuthMethod::ClientSecretBasic));
    let town = Client::from_provider_metadata(metadata.clone(), ClientId::new(provider.client_id.clone()), secret);
    Ok(town.set_redirect_uri(back).set_auth_type(if by_header { AuthType::BasicAuth } else { AuthType::RequestBody }))
}

/// Where to send somebody, and what to remember of it. `anew` asks them to sign in there again, even if they have just done so.
pub async fn ask(app: &App, provider: &Provider, lang: &str, anew: bool) -> Result<(String, Asked), Refusal> {
    let metadata = describe(&app.outbound, provider).await?;
    let town = town(app, provider, &metadata)?;
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let mut request = town
        .authorize_url(CoreAuthenticationFlow::AuthorizationCode, CsrfToken::new_random, Nonce::new_random)
        .set_pkce_challenge(challenge)
        .add_ui_locale(LanguageTag::new(lang.to_owned()))
        .add_scopes(provider.scopes.split_whitespace().filter(|scope| *scope != "openid").map(|scope| Scope::new(scope.to_owned())));
    for acr in provider.acr_values.split_whitespace() {
        request = request.add_auth_context_value(AuthenticationContextClass::new(acr.to_owned()));
    }
    if anew {
        request = request.add_prompt(CoreAuthPrompt::Login).set_max_age(std::time::Duration::ZERO);
    }
    let (url, state, nonce) = request.url();
    let asked =
        Asked { state: state.into_secret(), nonce: nonce.secret().clone(), verifier: verifier.into_secret(), at: app.now().micros(), anew };
    Ok((url.into(), asked))
}

/// Makes claims of what came back: exchanges the code, checks the token against the question, asks for what else is told.
pub async fn redeem(app: &App, provider: &Provider, asked: &Asked, returned: &Returned) -> Result<Claims, Refusal> {
    let metadata = describe(&app.outbound, provider).await?;
    check_issuer(&metadata, &returned.issuer)?;
    let town_there = town(app, provider, &metadata)?;
    let send = Caller::new(&app.outbound);
    let tokens = town_there
        .exchange_code(AuthorizationCode::new(returned.code.clone()))
        .map_err(|error| Refusal::Away(error.to_string()))?
        .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier.clone()))
        .request_async(&send)
        .await
        .map_err(unexchanged)?;
    let (metadata, claims) = match verified(app, provider, asked, &metadata, &tokens) {
        // The provider may have changed its keys since we asked for them.
        Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
            let fresh = describe_anew(&app.outbound, provider, &metadata).await?;
            let claims = verified(app, provider, asked, &fresh, &tokens);
            (fresh, claims)
        }
        claims => (metadata, claims),
    };
    let claims = claims.map_err(|error| unverified(&error))?;
    let more = more(app, provider, &metadata, &tokens, &claims).await?;
    let token = serde_json::to_value(&claims).map_err(|error| Refusal::Token(error.to_string()))?;
    let empty = Map::new();
    let read = Claims::read(token.as_object().unwrap_or(&empty), &more);
    if read.subject.is_empty() || read.subject.len() > 255 { Err(Refusal::Token("no subject".into())) } else { Ok(read) }
}

/// The answer must come from whom we asked (RFC 9207 §2.4).
fn check_issuer(metadata: &Metadata, said: &str) -> Result<(), Refusal> {
    let promised = metadata.additional_metadata().authorization_response_iss_parameter_supported;
    if said.is_empty() && !promised {
        return Ok(());
    }
    if said == metadata.issuer().as_str() { Ok(()) } else { Err(Refusal::Issuer(format!("the answer's issuer is `{said}`"))) }
}

fn verified(
    app: &App,
    provider: &Provider,
    asked: &Asked,
    metadata: &Metadata,
    tokens: &Tokens,
) -> Result<IdTokenClaims<More, CoreGenderClaim>, ClaimsVerificationError> {
    let token = tokens.id_token().ok_or_else(|| ClaimsVerificationError::Other("the answer holds no ID token".into()))?;
    let town = town(app, provider, metadata).map_err(|refusal| ClaimsVerificationError::Other(refusal.cause().to_owned()))?;
    let now = app.now();
    let wanted = provider.acr_values.clone();
    let (anew, at) = (asked.anew, Time::from_micros(asked.at));
    let verifier = town
        .id_token_verifier()
        .set_allowed_algs(SIGNED_BY)
        .set_time_fn(move || moment(now.plus(-SKEW)))
        .set_issue_time_verifier_fn(move |issued| match micros(issued) {
            issued if issued > now.plus(SKEW) => Err(format!("issued at {issued}, which has not come")),
            _ => Ok(()),
        })
        .set_auth_context_verifier_fn(move |acr| {
            let got = acr.map_or("", |acr| acr.as_str());
            if acr::is_enough(&wanted, got) { Ok(()) } else { Err(format!("asked for {wanted}, got `{got}`")) }
        })
        .set_auth_time_verifier_fn(move |time| match time.map(micros) {
            _ if !anew => Ok(()),
            Some(time) if time >= at.plus(-SKEW) => Ok(()),
            Some(time) => Err(format!("signed in at {time}, asked at {at}")),
            None => Err("it does not say when".into()),
        });
    token.clone().into_claims(&verifier, &Nonce::new(asked.nonce.clone()))
}

fn moment(time: Time) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_micros(time.micros()).unwrap_or_default()
}

fn micros(time: chrono::DateTime<chrono::Utc>) -> Time {
    Time::from_micros(time.timestamp_micros())
}

/// What the provider tells at its userinfo endpoint (Core §5.3), which must speak of the same person; nothing if it has none.
async fn more(
    app: &App,
    provider: &Provider,
    metadata: &Metadata,
    tokens: &Tokens,
    claims: &IdTokenClaims<More, CoreGenderClaim>,
) -> Result<Map<String, Value>, Refusal> {
    if metadata.userinfo_endpoint().is_none() {
        return Ok(Map::new());
    }
    use openidconnect::OAuth2TokenResponse as _;
    let town = town(app, provider, metadata)?;
    let send = Caller::new(&app.outbound);
    let asked = town
        .user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
        .map_err(|error| Refusal::Away(error.to_string()))?
        .require_signed_response(false);
    let told: UserInfoClaims<More, CoreGenderClaim> = asked.request_async(&send).await.map_err(|error| match error {
        openidconnect::UserInfoError::ClaimsVerification(error) => unverified(&error),
        openidconnect::UserInfoError::Request(refused) => Refusal::Away(refused.to_string()),
        other => Refusal::Token(format!("userinfo: {other}")),
    })?;
    match serde_json::to_value(&told) {
        Ok(Value::Object(map)) => Ok(map),
        _ => Ok(Map::new()),
    }
}

fn unexchanged(error: RequestTokenError<Refused, Fault>) -> Refusal {
    match error {
        RequestTokenError::ServerResponse(fault) if *fault.error() == CoreErrorResponseType::InvalidGrant => {
            Refusal::Code(fault.to_string())
        }
        RequestTokenError::ServerResponse(fault) => Refusal::Said(fault.to_string()),
        RequestTokenError::Request(refused) => Refusal::Away(refused.to_string()),
        RequestTokenError::Parse(error, _) => Refusal::Token(error.to_string()),
        RequestTokenError::Other(why) => Refusal::Token(why),
    }
}

fn unverified(error: &ClaimsVerificationError) -> Refusal {
    let why = match error {
        ClaimsVerificationError::SignatureVerification(cause) => format!("{error}: {cause}"),
        other => other.to_string(),
    };
    match error {
        ClaimsVerificationError::Expired(_) => Refusal::Expired(why),
        ClaimsVerificationError::InvalidAudience(_) => Refusal::Audience(why),
        ClaimsVerificationError::InvalidAuthContext(_) => Refusal::Level(why),
        ClaimsVerificationError::InvalidAuthTime(_) => Refusal::Stale(why),
        ClaimsVerificationError::InvalidIssuer(_) => Refusal::Issuer(why),
        ClaimsVerificationError::InvalidNonce(_) => Refusal::Nonce(why),
        ClaimsVerificationError::SignatureVerification(_) => Refusal::Signature(why),
        _ => Refusal::Token(why),
    }
}
