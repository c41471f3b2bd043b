//! /api — the page that explains the interface to people who write programs.

use askama::Template;
use axum::response::Response;
use kit::Result;

use crate::identity::Scope;
use crate::identity::api::Ask;
use crate::shell::{App, Frame, Keep, page};

/// An address in the table.
struct Row {
    method: String,
    path: &'static str,
    summary: &'static str,
    scope: &'static str,
    /// Everybody may, without a token.
    public: bool,
}

#[derive(Template)]
#[template(path = "rest/templates/api.html")]
struct ApiPage {
    frame: Frame,
    scopes: Vec<(&'static str, &'static str)>,
    rows: Vec<Row>,
    register: String,
}

/// GET /api
pub async fn show(app: App, frame: Frame) -> Result<Response> {
    let scopes = Scope::ALL.iter().map(|scope| (scope.word(), frame.t(scope.key()))).collect();
    let routes = super::api_routes();
    let rows = routes.operations().iter().map(|operation| Row {
        method: operation.method.to_string(),
        path: operation.path,
        summary: operation.summary,
        scope: operation.ask.scope().word(),
        public: matches!(operation.ask, Ask::Anybody(_)),
    });
    let rows = rows.collect();
    let register = format!(
        "curl -H 'content-type: application/json' {} \\\n  -d '{}'",
        app.absolute("/oauth/register"),
        r#"{"client_name": "…", "redirect_uris": ["https://…"], "scope": "read", "token_endpoint_auth_method": "none"}"#
    );
    Ok(Keep::of(["fixed"]).on(page(&ApiPage { frame, scopes, rows, register })?))
}
