//! The two ceremonies of passkeys (WebAuthn §7): making one, and showing one. What waits between question and answer lies
//! sealed in the browser; each question counts once.

use http::HeaderMap;
use kit::db::Tx;
use kit::{Error, Result};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    AuthenticationResult, CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Uuid, Webauthn, WebauthnError,
};

use super::once;
use super::passkey::{self, Stored};
use super::person::PersonId;
use super::relying;
use super::step::{self, WAITS};
use crate::shell::App;

/// A question that waits for its answer, in the step of signing in.
#[derive(Serialize, Deserialize)]
pub struct Asked<S> {
    /// By which the question is known when it is used up.
    mark: String,
    /// For whom, or for what, it was asked: the person's number, the key of a mail; empty for whoever comes.
    whom: String,
    state: S,
}

/// A new passkey and what it calls its person.
#[derive(Serialize, Deserialize)]
pub struct Making {
    user: Uuid,
    registration: PasskeyRegistration,
}

/// Why an answer does not count.
pub enum Fault {
    /// A sentence for the page.
    Words(&'static str),
    /// Somebody has a copy of it: its counter went back (WebAuthn §6.1.1).
    Copied(Box<Stored>),
    /// Something else went wrong.
    Other(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Other(error)
    }
}

fn broken(error: &WebauthnError) -> Error {
    Error::internal(format!("passkeys: {error}"))
}

fn mark() -> Result<String> {
    Ok(kit::secret::token()?.0)
}

/// The relying party, or the sentence that passkeys need a name.
pub fn relying_party(app: &App, headers: &HeaderMap) -> Result<Webauthn> {
    relying::of(app, headers)?.ok_or(Error::Conflict("passkey-need-name"))
}

/// Asks a device to make a passkey, found by the device itself (discoverable) and only with its owner's verification.
pub fn ask_to_make(
    party: &Webauthn,
    user: Uuid,
    (handle, name): (&str, &str),
    known: &[Passkey],
    whom: String,
) -> Result<(Value, Asked<Making>)> {
    let known: Vec<CredentialID> = known.iter().map(|credential| credential.cred_id().clone()).collect();
    let (options, registration) = party.start_passkey_registration(user, handle, name, Some(known)).map_err(|error| broken(&error))?;
    let mut options = serde_json::to_value(options)?;
    if let Some(Value::Object(selection)) = options.pointer_mut("/publicKey/authenticatorSelection") {
        selection.insert("residentKey".into(), json!("required"));
        selection.insert("requireResidentKey".into(), json!(true));
    }
    Ok((options, Asked { mark: mark()?, whom, state: Making { user, registration } }))
}

/// Asks a device to show a passkey: one of these, or any it has for the town.
pub fn ask_to_show(party: &Webauthn, these: &[Passkey], whom: String) -> Result<(Value, Asked<DiscoverableAuthentication>)> {
    let (mut options, state) = party.start_discoverable_authentication().map_err(|error| broken(&error))?;
    // Whether it is asked beside the field of the address is the page's business.
    options.mediation = None;
    if !these.is_empty() {
        let (known, _) = party.start_passkey_authentication(these).map_err(|error| broken(&error))?;
        options.public_key.allow_credentials = known.public_key.allow_credentials;
    }
    Ok((serde_json::to_value(options)?, Asked { mark: mark()?, whom, state }))
}

/// A passkey that was made, on its way into the database.
pub struct Made {
    mark: String,
    user: Uuid,
    credential: Passkey,
}

impl Made {
    /// Keeps it: the question is used up in the same write.
    pub async fn keep(&self, tx: &mut Tx, person: PersonId, label: &str) -> Result<i64> {
        use_up(tx, &self.mark).await?;
        passkey::keep_user(tx, person, self.user).await?;
        if passkey::user_of(tx, person).await? != self.user {
            return Err(Error::field("", "error-passkey-over"));
        }
        passkey::add(tx, person, &self.credential, label).await
    }
}

/// A passkey that was shown.
pub struct Proven {
    mark: String,
    /// The one.
    pub stored: Stored,
    shown: AuthenticationResult,
}

impl Proven {
    /// Notes its use: the question is used up in the same write.
    pub async fn settle(&self, tx: &mut Tx) -> Result<()> {
        use_up(tx, &self.mark).await?;
        if passkey::used(tx, &self.stored, &self.shown).await? { Ok(()) } else { Err(Error::field("", "error-passkey-over")) }
    }
}

async fn use_up(tx: &mut Tx, mark: &str) -> Result<()> {
    if once::spend(tx, mark, 2 * WAITS).await? { Ok(()) } else { Err(Error::field("", "error-passkey-over")) }
}

/// The question a browser carries, if it was asked for this purpose and for the same one.
fn asked<S: DeserializeOwned>(app: &App, purpose: &str, whom: &str, headers: &HeaderMap) -> Result<Asked<S>, Fault> {
    step::get::<Asked<S>>(app, purpose, headers).filter(|asked| asked.whom == whom).ok_or(Fault::Words("error-passkey-over"))
}

/// Checks the answer of a device that made a passkey (WebAuthn §7.1).
pub fn made(app: &App, headers: &HeaderMap, purpose: &str, whom: &str, answer: &str) -> Result<Made, Fault> {
    let party = relying_party(app, headers)?;
    let asked: Asked<Making> = asked(app, purpose, whom, headers)?;
    let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).map_err(|_| Fault::Words("error-passkey"))?;
    let credential = party.finish_passkey_registration(&answer, &asked.state.registration).map_err(|error| {
        tracing::info!(%error, "a new passkey was refused");
        Fault::Words("error-passkey")
    })?;
    Ok(Made { mark: asked.mark, user: asked.state.user, credential })
}

/// Checks the answer of a device that showed a passkey (WebAuthn §7.2).
pub async fn shown(app: &App, headers: &HeaderMap, purpose: &str, whom: &str, answer: &str) -> Result<Proven, Fault> {
    let party = relying_party(app, headers)?;
    let asked: Asked<DiscoverableAuthentication> = asked(app, purpose, whom, headers)?;
    let answer: PublicKeyCredential = serde_json::from_str(answer).map_err(|_| Fault::Words("error-passkey"))?;
    let Some(stored) = passkey::stored(&app.db, answer.get_credential_id()).await? else {
        return Err(Fault::Words("error-passkey-unknown"));
    };
    if answer.get_user_unique_id().is_some_and(|user| user != stored.passkey_user) {
        return Err(Fault::Words("error-passkey"));
    }
    let credential = stored.credential()?;
    match party.finish_discoverable_authentication_v2(&answer, asked.state, &credential) {
        Ok(shown) => Ok(Proven { mark: asked.mark, stored, shown }),
        Err(WebauthnError::CredentialPossibleCompromise) => Err(Fault::Copied(Box::new(stored))),
        Err(error) => {
            tracing::info!(%error, "a passkey was refused");
            Err(Fault::Words("error-passkey"))
        }
    }
}
