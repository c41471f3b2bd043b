//! Identity's pages: signing up, signing in, the account, and administration of people, offices and pages.

mod account;
mod admin;
mod api;
mod closing;
mod code_step;
mod codes;
mod door;
mod email;
mod inside;
mod keys;
mod my_data;
mod oauth;
mod passkey_in;
mod passkeys;
mod privacy;
mod prove;
mod providers;
mod question;
mod reset;
mod security;
mod sign_in;
mod sign_up;
mod sign_up_confirm;

pub use api::api_routes;
pub use door::device_words;

use super::permission::Act;
use super::route::Routes;

/// Identity's addresses.
pub fn routes() -> Routes {
    Routes::new()
        .get("/iscriviti", Act::Enter, sign_up::form)
        .post("/iscriviti", Act::Enter, sign_up::create)
        .get("/iscriviti/conferma/{key}", Act::Enter, sign_up_confirm::form)
        .post("/iscriviti/conferma/{key}", Act::Enter, sign_up_confirm::create)
        .post("/iscriviti/conferma/{key}/sfida", Act::Enter, sign_up_confirm::ask_passkey)
        .get("/accedi", Act::Enter, sign_in::form)
        .post("/accedi", Act::Enter, sign_in::create)
        .get("/accedi/codice", Act::Enter, code_step::form)
        .post("/accedi/codice", Act::Enter, code_step::create)
        .post("/accedi/passkey", Act::Enter, passkey_in::create)
        .post("/accedi/passkey/sfida", Act::Enter, passkey_in::ask)
        .get("/accedi/password-dimenticata", Act::Enter, reset::ask_form)
        .post("/accedi/password-dimenticata", Act::Enter, reset::ask)
        .get("/accedi/nuova-password/{key}", Act::Enter, reset::form)
        .post("/accedi/nuova-password/{key}", Act::Enter, reset::redeem)
        .get("/io", Act::KeepAccount, account::show)
        .post("/io/uscita", Act::Enter, sign_in::leave)
        .get("/io/conferma", Act::KeepAccount, prove::form)
        .post("/io/conferma", Act::KeepAccount, prove::create)
        .post("/io/conferma/passkey", Act::KeepAccount, passkey_in::prove)
        .post("/io/conferma/passkey/sfida", Act::KeepAccount, passkey_in::ask_proof)
        .post("/io/profilo", Act::KeepAccount, account::save_profile)
        .post("/io/password", Act::KeepAccount, account::save_password)
        .get("/io/chiavi", Act::GuardAccount, keys::index)
        .post("/io/chiavi", Act::GuardAccount, keys::create)
        .post("/io/chiavi/{id}/ritiro", Act::KeepAccount, keys::revoke)
        .merge(oauth::routes())
        .merge(inside::routes())
        .merge(security_routes())
        .merge(providers::routes())
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

fn security_routes() -> Routes {
    Routes::new()
        .get("/io/sicurezza", Act::KeepAccount, security::show)
        .get("/io/sessioni/{id}/nome", Act::KeepAccount, security::name_form)
        .post("/io/sessioni/{id}/nome", Act::KeepAccount, security::rename)
        .post("/io/sessioni/{id}/chiusura", Act::KeepAccount, security::close_session)
        .post("/io/sessioni/chiusura", Act::KeepAccount, security::close_sessions)
        .get("/io/sicurezza/passkey", Act::GuardAccount, passkeys::form)
        .post("/io/sicurezza/passkey", Act::GuardAccount, passkeys::create)
        .post("/io/sicurezza/passkey/sfida", Act::GuardAccount, passkeys::ask)
        .get("/io/sicurezza/passkey/{id}/nome", Act::KeepAccount, passkeys::name_form)
        .post("/io/sicurezza/passkey/{id}/nome", Act::KeepAccount, passkeys::rename)
        .get("/io/sicurezza/passkey/{id}/rimozione", Act::GuardAccount, passkeys::ask_remove)
        .post("/io/sicurezza/passkey/{id}/rimozione", Act::GuardAccount, passkeys::remove)
        .get("/io/sicurezza/codice", Act::GuardAccount, codes::form)
        .post("/io/sicurezza/codice", Act::GuardAccount, codes::create)
        .post("/io/sicurezza/codice/inizio", Act::GuardAccount, codes::begin)
        .get("/io/sicurezza/codice/rimozione", Act::GuardAccount, codes::ask_remove)
        .post("/io/sicurezza/codice/rimozione", Act::GuardAccount, codes::remove)
        .get("/io/sicurezza/recupero", Act::GuardAccount, codes::show)
        .get("/io/sicurezza/recupero.txt", Act::GuardAccount, codes::download)
        .post("/io/sicurezza/recupero/fatto", Act::KeepAccount, codes::done)
        .get("/io/sicurezza/recupero/nuovi", Act::GuardAccount, codes::ask_renew)
        .post("/io/sicurezza/recupero/nuovi", Act::GuardAccount, codes::renew)
}
