//! /.well-known/oauth-authorization-server — what this town's OAuth can do (RFC 8414).

use axum::Json;
use axum::response::{IntoResponse, Response};

use super::for_everywhere;
use crate::identity::scope::Scope;
use crate::shell::App;

/// GET /.well-known/oauth-authorization-server
pub async fn show(app: App) -> Response {
    let scopes: Vec<&str> = Scope::ALL.iter().map(|scope| scope.word()).collect();
    let ways = ["none", "client_secret_basic", "client_secret_post"];
    let about = serde_json::json!({
        "issuer": app.config.server.public_url,
        "authorization_endpoint": app.absolute("/oauth/authorize"),
        "token_endpoint": app.absolute("/oauth/token"),
        "revocation_endpoint": app.absolute("/oauth/revoke"),
        "registration_endpoint": app.absolute("/oauth/register"),
        "service_documentation": app.absolute("/api"),
        "scopes_supported": scopes,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
        "token_endpoint_auth_methods_supported": ways,
        "revocation_endpoint_auth_methods_supported": ways,
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
        "ui_locales_supported": ["it", "en", "de"],
    });
    for_everywhere(Json(about).into_response())
}
