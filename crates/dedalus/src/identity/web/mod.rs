//! Identity's pages: signing up, signing in, the account, and administration of people, offices and pages.

mod account;
mod admin;
mod closing;
mod door;
mod email;
mod my_data;
mod privacy;
mod prove;
mod reset;
mod sign_in;
mod sign_up;

use super::permission::Act;
use super::route::Routes;

/// Identity's addresses.
pub fn routes() -> Routes {
    Routes::new()
        .get("/iscriviti", Act::Enter, sign_up::form)
        .post("/iscriviti", Act::Enter, sign_up::create)
        .get("/iscriviti/conferma/{key}", Act::Enter, sign_up::confirm_form)
        .post("/iscriviti/conferma/{key}", Act::Enter, sign_up::confirm)
        .get("/accedi", Act::Enter, sign_in::form)
        .post("/accedi", Act::Enter, sign_in::create)
        .get("/accedi/password-dimenticata", Act::Enter, reset::ask_form)
        .post("/accedi/password-dimenticata", Act::Enter, reset::ask)
        .get("/accedi/nuova-password/{key}", Act::Enter, reset::form)
        .post("/accedi/nuova-password/{key}", Act::Enter, reset::redeem)
        .get("/io", Act::KeepAccount, account::show)
        .post("/io/uscita", Act::Enter, sign_in::leave)
        .get("/io/conferma", Act::KeepAccount, prove::form)
        .post("/io/conferma", Act::KeepAccount, prove::create)
        .post("/io/profilo", Act::KeepAccount, account::save_profile)
        .post("/io/password", Act::KeepAccount, account::save_password)
        .post("/io/sessioni/{id}/chiusura", Act::KeepAccount, account::close_session)
        .post("/io/sessioni/chiusura", Act::KeepAccount, account::close_sessions)
        .merge(admin::routes())
        .merge(my_data_routes())
}

/// One's own data: a copy, consents, another address, the end.
fn my_data_routes() -> Routes {
    Routes::new()
        .get("/io/dati", Act::KeepAccount, my_data::show)
        .post("/io/dati", Act::GuardAccount, my_data::create)
        .get("/io/dati/{id}/archivio", Act::GuardAccount, my_data::download)
        .get("/io/informativa", Act::KeepAccount, privacy::form)
        .post("/io/informativa", Act::KeepAccount, privacy::create)
        .get("/io/email", Act::KeepAccount, email::form)
        .post("/io/email", Act::GuardAccount, email::create)
        .get("/accedi/nuova-email/{key}", Act::Enter, email::confirm_form)
        .post("/accedi/nuova-email/{key}", Act::Enter, email::confirm)
        .get("/io/chiusura", Act::KeepAccount, closing::form)
        .post("/io/chiusura", Act::GuardAccount, closing::create)
        .post("/io/chiusura/ripensamento", Act::KeepAccount, closing::undo)
}
