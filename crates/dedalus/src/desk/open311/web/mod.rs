//! The addresses of the standard, and those where administration keeps the keys.

mod keys;
mod read;
mod send;

use kit::Result;
use url::Url;

use super::fault::Fault;
use crate::identity::{Act, Routes};
use crate::shell::{App, Frame};

/// Addresses. No cookie counts at those of the standard.
pub fn routes() -> Routes {
    Routes::new()
        .get("/open311/v2/{name}", Act::UseOwnCredential, read::outer)
        .post("/open311/v2/{name}", Act::UseOwnCredential, send::create)
        .get("/open311/v2/{folder}/{name}", Act::UseOwnCredential, read::inner)
        .get("/amministrazione/open311", Act::KeepDesk, keys::index)
        .post("/amministrazione/open311", Act::KeepDesk, keys::create)
        .get("/amministrazione/open311/{id}/ritiro", Act::KeepDesk, keys::ask)
        .post("/amministrazione/open311/{id}/ritiro", Act::KeepDesk, keys::revoke)
}

/// The name of the one jurisdiction that this server has, as the standard suggests: the town's address without `www`.
fn jurisdiction(app: &App) -> String {
    let host = Url::parse(&app.config.server.public_url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(&host).to_owned()
}

/// One jurisdiction alone need not be named; another one is not here.
fn check_jurisdiction(app: &App, frame: &Frame, said: &str) -> Result<(), Fault> {
    let ours = jurisdiction(app);
    if said.is_empty() || said.eq_ignore_ascii_case(&ours) {
        return Ok(());
    }
    Err(Fault::not_found(frame.t1("open311-jurisdiction-unknown", "ours", &ours)))
}
