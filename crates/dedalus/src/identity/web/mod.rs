//! Identity's pages: signing up, signing in, the account, and administration of people, offices and pages.

mod account;
mod admin;
mod door;
mod prove;
mod providers;
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
        .merge(providers::routes())
        .merge(admin::routes())
}
