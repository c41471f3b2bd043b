//! The pages of notices: the list, what goes where, the live number, devices, the way out of mails.

mod admin;
mod api;
mod devices;
mod list;
mod live;
mod number;
mod settings;
mod unsubscribe;
mod worker;

pub use api::api_routes;

use crate::identity::{Act, Routes};

/// Addresses of notices.
pub fn routes() -> Routes {
    Routes::new()
        .get("/io/avvisi", Act::KeepAccount, list::show)
        .post("/io/avvisi/lettura", Act::KeepAccount, list::read_all)
        .post("/io/avvisi/{id}/lettura", Act::KeepAccount, list::read_one)
        .get("/io/avvisi/diretta", Act::KeepAccount, live::listen)
        .get("/io/avvisi/impostazioni", Act::KeepAccount, settings::form)
        .post("/io/avvisi/impostazioni", Act::KeepAccount, settings::save)
        .post("/io/avvisi/dispositivi", Act::KeepAccount, devices::create)
        .post("/io/avvisi/dispositivi/{id}/rimozione", Act::KeepAccount, devices::remove)
        .get("/amministrazione/avvisi", Act::KeepNotices, admin::show)
        .post("/amministrazione/avvisi", Act::KeepNotices, admin::save)
        .get("/avvisi/disiscrizione/{word}", Act::UseOwnCredential, unsubscribe::form)
        .post("/avvisi/disiscrizione/{word}", Act::UseOwnCredential, unsubscribe::create)
        .get("/sw.js", Act::Read, worker::serve)
}
