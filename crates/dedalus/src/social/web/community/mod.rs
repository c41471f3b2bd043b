//! /comunita — communities: to discover, to make, to read and write in, to keep.

mod admin;
mod discover;
mod files;
mod form;
mod join;
mod keep;
mod leave;
mod members;
mod show;

use axum::extract::FromRequestParts;
use http::request::Parts;
use kit::{Error, Result};

use crate::identity::{Act, PersonId, Routes};

/// A community's handle and a person's number, as an address names them.
pub struct Who {
    /// The community.
    pub handle: String,
    /// The person.
    pub person: PersonId,
}

impl<S: Send + Sync> FromRequestParts<S> for Who {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let path = axum::extract::Path::<(String, String)>::from_request_parts(parts, state).await.map_err(|_| Error::NotFound)?;
        let (handle, person) = path.0;
        let person = super::at::number(&person).ok_or(Error::NotFound)?;
        Ok(Self { handle, person: PersonId(person.0) })
    }
}

/// Addresses of communities.
pub fn routes() -> Routes {
    Routes::new()
        .get("/comunita", Act::Read, discover::index)
        .get("/comunita/nuova", Act::Speak, form::new)
        .post("/comunita", Act::Speak, form::create)
        .get("/comunita/{handle}", Act::Read, show::show)
        .get("/comunita/{handle}/impostazioni", Act::Speak, form::settings)
        .post("/comunita/{handle}/impostazioni", Act::Speak, form::save)
        .post("/comunita/{handle}/risveglio", Act::Speak, keep::wake)
        .post("/comunita/{handle}/in-alto/{id}", Act::Speak, keep::keep)
        .post("/comunita/{handle}/in-alto/{id}/ritiro", Act::Speak, keep::release)
        .post("/comunita/{handle}/iscrizione", Act::Speak, join::join)
        .get("/comunita/{handle}/uscita", Act::Speak, leave::ask)
        .post("/comunita/{handle}/uscita", Act::Speak, leave::leave)
        .merge(member_routes())
        .merge(file_routes())
        .merge(admin::routes())
}

fn member_routes() -> Routes {
    Routes::new()
        .get("/comunita/{handle}/persone", Act::Read, members::index)
        .post("/comunita/{handle}/inviti", Act::Speak, join::invite)
        .post("/comunita/{handle}/inviti/{id}/ritiro", Act::Speak, join::take_back)
        .post("/comunita/{handle}/richieste/{id}/accoglimento", Act::Speak, join::accept)
        .post("/comunita/{handle}/richieste/{id}/rifiuto", Act::Speak, join::refuse)
        .post("/comunita/{handle}/persone/{id}/ruolo", Act::Speak, members::give_role)
        .get("/comunita/{handle}/persone/{id}/allontanamento", Act::Speak, members::ask_away)
        .post("/comunita/{handle}/persone/{id}/allontanamento", Act::Speak, members::send_away)
        .post("/comunita/{handle}/persone/{id}/riammissione", Act::Speak, members::readmit)
}

fn file_routes() -> Routes {
    Routes::new()
        .get("/comunita/{handle}/file", Act::Read, files::index)
        .post("/comunita/{handle}/file", Act::Speak, files::create)
        .get("/comunita/{handle}/file/{id}", Act::Read, files::show)
        .get("/comunita/{handle}/file/{id}/cancellazione", Act::Speak, files::ask)
        .post("/comunita/{handle}/file/{id}/cancellazione", Act::Speak, files::remove)
}
