//! Showing a passkey: to come in at /accedi, to prove again at /io/conferma. The script asks for the question and sends the
//! device's answer as a form.

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};
use serde::Serialize;

use super::door::{Entry, open};
use super::{prove, sign_in};
use crate::identity::ceremony::{Fault, Proven, ask_to_show, relying_party, shown};
use crate::identity::factor::{self, Event};
use crate::identity::passkey::{self, Stored};
use crate::identity::session::{self, Method};
use crate::identity::{Actor, Person, Viewer, step};
use crate::shell::{App, Form, Frame, safe_return, see};

const SIGN_IN: &str = "passkey sign-in";
const PROOF: &str = "passkey proof";

/// A question for the script, with the step that waits for its answer.
pub(super) fn question(app: &App, purpose: &str, (options, asked): (serde_json::Value, impl Serialize)) -> Result<Response> {
    let mut response = Json(options).into_response();
    step::put(app, purpose, &asked, &mut response)?;
    Ok(response)
}

/// The fault of a whole form.
pub(super) fn fault(key: &'static str) -> FieldErrors {
    let mut faults = FieldErrors::default();
    faults.add("", key);
    faults
}

/// The sentence for an answer that does not count. A copied passkey is told to its owner.
async fn sentence(app: &App, viewer: &Viewer, why: Fault) -> Result<FieldErrors> {
    match why {
        Fault::Words(key) => Ok(fault(key)),
        Fault::Copied(stored) => {
            tell_copied(app, viewer, &stored).await?;
            Ok(fault("error-passkey-copied"))
        }
        Fault::Other(Error::Invalid(faults)) => Ok(faults),
        Fault::Other(Error::Conflict(key)) => Ok(fault(key)),
        Fault::Other(error) => Err(error),
    }
}

async fn tell_copied(app: &App, viewer: &Viewer, stored: &Stored) -> Result<()> {
    let person = Person::find(&app.db, stored.person_id).await?;
    // Nobody knows who that was.
    let actor = Actor { person: None, name: "—".into(), address: viewer.address.to_string(), instead_of: None };
    app.db.write(async |tx| factor::tell(tx, app, &actor, &person, Event::PasskeyCopied(&stored.label)).await).await
}

/// POST /accedi/passkey/sfida — a question for whoever comes.
pub async fn ask(app: App, viewer: Viewer, headers: HeaderMap) -> Result<Response> {
    app.limiter.take("api", Key::address(viewer.address))?;
    let party = relying_party(&app, &headers)?;
    question(&app, SIGN_IN, ask_to_show(&party, &[], String::new())?)
}

/// POST /accedi/passkey — a session for who showed a passkey; nothing else is asked.
pub async fn create(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, form: Form) -> Result<Response> {
    app.limiter.take("sign_in_address", Key::address(viewer.address))?;
    let return_to = form.line("torna");
    match settled(&app, &headers, SIGN_IN, "", &form).await {
        Ok(proven) => {
            let path = safe_return(Some(&return_to));
            let entry =
                Entry { person: proven.stored.person_id, method: Method::Passkey, strong: true, path: &path, toast: "toast-signed-in" };
            open(&app, &frame, &viewer, &headers, entry).await
        }
        Err(why) => {
            let faults = sentence(&app, &viewer, why).await?;
            sign_in::draw(&app, frame, &headers, faults, String::new(), return_to).await
        }
    }
}

async fn settled(app: &App, headers: &HeaderMap, purpose: &str, whom: &str, form: &Form) -> Result<Proven, Fault> {
    let proven = shown(app, headers, purpose, whom, &form.secret("passkey")).await?;
    app.limiter.take("sign_in", Key::Account(proven.stored.person_id.0))?;
    app.db.write(async |tx| proven.settle(tx).await).await?;
    Ok(proven)
}

/// POST /io/conferma/passkey/sfida — a question for one's own passkeys.
pub async fn ask_proof(app: App, viewer: Viewer, headers: HeaderMap) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("api", Key::address(viewer.address))?;
    let own = passkey::credentials(&app.db, me.id).await?;
    let party = relying_party(&app, &headers)?;
    question(&app, PROOF, ask_to_show(&party, &own, me.id.0.to_string())?)
}

/// POST /io/conferma/passkey — the same person, proved with more than a password.
pub async fn prove(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let return_to = safe_return(Some(&form.line("torna")));
    match settled(&app, &headers, PROOF, &me.id.0.to_string(), &form).await {
        Ok(proven) if proven.stored.person_id == me.id => {}
        Ok(_) => return prove::draw(&app, frame, &viewer, &headers, return_to, fault("error-passkey-other")).await,
        Err(why) => {
            let faults = sentence(&app, &viewer, why).await?;
            return prove::draw(&app, frame, &viewer, &headers, return_to, faults).await;
        }
    }
    app.db.write(async |tx| session::prove(tx, me.session_id, true).await).await?;
    let mut response = see(&return_to, Some("toast-proved"))?;
    step::clear(&app, &mut response)?;
    Ok(response)
}
