//! Identity's pages: signing up, signing in, the account, and administration of people, offices and pages.

mod account;
mod admin;
mod reset;
mod sign_in;
mod sign_up;

use axum::Router;
use axum::routing::{get, post};

use crate::shell::App;

/// Identity's addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/iscriviti", get(sign_up::form).post(sign_up::create))
        .route("/iscriviti/conferma/{key}", get(sign_up::confirm_form).post(sign_up::confirm))
        .route("/accedi", get(sign_in::form).post(sign_in::create))
        .route("/accedi/password-dimenticata", get(reset::ask_form).post(reset::ask))
        .route("/accedi/nuova-password/{key}", get(reset::form).post(reset::redeem))
        .route("/io", get(account::show))
        .route("/io/uscita", post(sign_in::leave))
        .route("/io/profilo", post(account::save_profile))
        .route("/io/password", post(account::save_password))
        .route("/io/sessioni/{id}/chiusura", post(account::close_session))
        .route("/io/sessioni/chiusura", post(account::close_sessions))
        .merge(admin::routes())
}
