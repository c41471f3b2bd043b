//! What a program asks of a person, checked in the order of the standard: first who asks and where the answer goes, because
//! only then may a fault be sent there (RFC 6749 §4.1.2.1).

use kit::db::Db;
use kit::{Error, Result};
use url::Url;

use crate::identity::oauth::{Client, Fault, is_registered};
use crate::identity::scope::Scopes;
use crate::shell::Form;

/// The longest state that is handed back.
const STATE_MAX: usize = 1000;
/// What may be sent once and once only (RFC 6749 §3.1).
const ONCE: [&str; 7] = ["client_id", "redirect_uri", "response_type", "scope", "state", "code_challenge", "code_challenge_method"];

/// A request for a person's permission.
#[derive(Debug, Clone)]
pub struct Asking {
    /// Who asks.
    pub client: Client,
    /// Where the answer goes.
    pub redirect: String,
    /// What for.
    pub scopes: Scopes,
    /// What the program wants back with the answer.
    pub state: String,
    /// The challenge that the verifier answers later.
    pub challenge: String,
    /// Where the answer goes, for people to read.
    pub place: String,
}

/// Why a request is not put to the person.
#[derive(Debug)]
pub enum Unsound {
    /// Nobody knows who asks or where the answer would go: the person reads it, and nothing is sent anywhere.
    Here(&'static str),
    /// The program is told.
    There(String),
    /// Something of ours.
    Failed(Error),
}

impl Asking {
    /// Reads the parameters of an address, or of the form that carries them.
    pub async fn read(db: &Db, issuer: &str, form: &Form) -> Result<Self, Unsound> {
        let client = match Client::find(db, &form.secret("client_id")).await {
            Ok(client) => client,
            Err(Error::NotFound) => return Err(Unsound::Here("oauth-unknown-client")),
            Err(error) => return Err(Unsound::Failed(error)),
        };
        let known = client.redirects();
        let redirect = match (form.secret("redirect_uri"), known.as_slice()) {
            // It may be left out where there is only one.
            (said, [only]) if said.is_empty() => only.clone(),
            (said, _) => said,
        };
        let once = |name: &str| form.pairs().iter().filter(|(key, _)| key == name).count() < 2;
        if !is_registered(&known, &redirect) || !once("client_id") || !once("redirect_uri") {
            return Err(Unsound::Here("oauth-unknown-redirect"));
        }
        let state = form.secret("state");
        let refuse = |fault: Fault, state: &str| Err(Unsound::There(refusal(&redirect, issuer, state, fault)));
        if state.len() > STATE_MAX || !ONCE.iter().all(|name| once(name)) {
            return refuse(Fault::InvalidRequest("A parameter is too long, or there twice."), "");
        }
        if form.secret("response_type") != "code" {
            return refuse(Fault::UnsupportedResponseType, &state);
        }
        let challenge = form.secret("code_challenge");
        if form.secret("code_challenge_method") != "S256" || !is_challenge(&challenge) {
            return refuse(Fault::InvalidRequest("PKCE with code_challenge_method=S256 is needed (RFC 7636)."), &state);
        }
        let most = client.scopes();
        let asked = form.secret("scope");
        let scopes = if asked.is_empty() { Some(most.clone()) } else { Scopes::asked(&asked).ok() };
        match scopes.filter(|scopes| most.cover_all(scopes) && !scopes.is_empty()) {
            Some(scopes) => Ok(Self { place: place(&redirect), client, redirect, scopes, state, challenge }),
            None => refuse(Fault::InvalidScope, &state),
        }
    }

    /// The address with the code.
    pub fn answer(&self, issuer: &str, code: &str) -> String {
        address(&self.redirect, issuer, &self.state, &[("code", code)])
    }

    /// The address with a no.
    pub fn refusal(&self, issuer: &str) -> String {
        refusal(&self.redirect, issuer, &self.state, Fault::AccessDenied)
    }
}

/// The host of an address, or the scheme of one that has none.
fn place(redirect: &str) -> String {
    match Url::parse(redirect) {
        Ok(url) => url.host_str().map_or_else(|| format!("{}:", url.scheme()), str::to_owned),
        Err(_) => redirect.to_owned(),
    }
}

fn refusal(redirect: &str, issuer: &str, state: &str, fault: Fault) -> String {
    address(redirect, issuer, state, &[("error", fault.word()), ("error_description", fault.description())])
}

/// The answer's address: with the state, and with who answers (RFC 9207).
fn address(redirect: &str, issuer: &str, state: &str, more: &[(&str, &str)]) -> String {
    let Ok(mut url) = Url::parse(redirect) else { return "/".into() };
    {
        let mut pairs = url.query_pairs_mut();
        pairs.extend_pairs(more).append_pair("iss", issuer);
        if !state.is_empty() {
            pairs.append_pair("state", state);
        }
    }
    url.into()
}

/// 43 characters of base64url: a SHA-256.
fn is_challenge(text: &str) -> bool {
    text.len() == 43 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_keeps_what_the_address_had_and_says_who_answers() {
        let told = address("https://app.example/cb?x=1", "https://town.example", "a&b=c", &[("code", "k")]);
        assert_eq!(told, "https://app.example/cb?x=1&code=k&iss=https%3A%2F%2Ftown.example&state=a%26b%3Dc");
        let told = address("it.example.app:/cb", "https://town.example", "", &[("code", "k")]);
        assert_eq!(told, "it.example.app:/cb?code=k&iss=https%3A%2F%2Ftown.example");
    }
}
