//! /accedi/con/{slug} — signing in, signing up, linking and proving oneself with a provider of identity.

mod back;
mod buttons;
mod confirm;
mod directory;
mod link;
mod newcomer;
mod refused;
mod section;
mod start;
mod unlink;

use http::HeaderMap;
use kit::Result;
use serde::{Deserialize, Serialize};

use super::door;
use crate::identity::claims::Claims;
use crate::identity::openid::Asked;
use crate::identity::provider::Provider;
use crate::identity::session::Method;
use crate::identity::{Act, PersonId, Routes, Viewer};
use crate::shell::{App, Frame};

pub use buttons::{Buttons, buttons_to_enter, buttons_to_prove};
pub use newcomer::known_in_directory;
pub use section::{LinkedSection, linked_section};

/// The addresses of providers.
pub fn routes() -> Routes {
    Routes::new()
        .get("/accedi/con/{slug}", Act::Enter, start::enter)
        .get("/accedi/con/{slug}/ritorno", Act::Enter, back::show)
        .get("/accedi/con/{slug}/nuovo", Act::Enter, newcomer::form)
        .post("/accedi/con/{slug}/nuovo", Act::Enter, newcomer::create)
        .get("/accedi/con/{slug}/conferma/{key}", Act::Enter, confirm::form)
        .post("/accedi/con/{slug}/conferma/{key}", Act::Enter, confirm::create)
        .get("/io/conferma/con/{slug}", Act::KeepAccount, start::prove)
        .get("/io/accessi/{slug}/collega", Act::GuardAccount, link::show)
        .get("/io/accessi/{slug}/vai", Act::GuardAccount, start::link)
        .get("/io/accessi/{slug}/conferma", Act::GuardAccount, link::ask)
        .post("/io/accessi/{slug}/conferma", Act::GuardAccount, link::create)
        .get("/io/accessi/{slug}/directory", Act::GuardAccount, directory::form)
        .post("/io/accessi/{slug}/directory", Act::GuardAccount, directory::create)
        .get("/io/collegamenti/{id}/fine", Act::GuardAccount, unlink::ask)
        .post("/io/collegamenti/{id}/fine", Act::GuardAccount, unlink::end)
}

/// What somebody went to a provider for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Purpose {
    /// To sign in, or up.
    Enter,
    /// To link it to an account.
    Link(PersonId),
    /// To prove again to be the person who is signed in.
    Prove(PersonId),
}

/// The step that waits while somebody is at a provider.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Flow {
    slug: String,
    purpose: Purpose,
    asked: Asked,
    /// Where to go on.
    path: String,
}

/// The purpose of the step's seal.
const FLOW: &str = "provider";

/// The step of somebody the provider has named and the town does not know, or not as the person who is signed in.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Arrived {
    slug: String,
    claims: Claims,
    path: String,
    /// To whom it is to be linked; nobody yet for somebody new.
    person: Option<PersonId>,
}

/// The purpose of that step's seal.
const ARRIVED: &str = "arrived";

/// Opens the session of somebody a provider has named. With one that shows no more than a password, the code is asked for.
async fn open(
    app: &App,
    frame: &Frame,
    viewer: &Viewer,
    headers: &HeaderMap,
    who: (&Provider, &Claims, PersonId),
    path: &str,
    toast: &'static str,
) -> Result<axum::response::Response> {
    let (provider, claims, person) = who;
    let strong = provider.is_strong(&claims.acr);
    let entry = door::Entry { person, method: Method::Provider, strong, path, toast };
    if strong {
        door::open(app, frame, viewer, headers, entry).await
    } else {
        door::after_password(app, frame, viewer, headers, entry).await
    }
}
