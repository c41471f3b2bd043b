//! Stub.
#![allow(missing_docs)]
pub fn routes() -> axum::Router<crate::shell::App> {
    axum::Router::new()
}
