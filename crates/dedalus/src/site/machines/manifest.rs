//! /manifest.webmanifest — what a telephone shows of the town when it is put beside its programs (W3C Web Application Manifest).

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};

use crate::shell::{Frame, Keep};

/// GET /manifest.webmanifest
pub async fn show(frame: Frame) -> Response {
    let icon = |name: &str, size: &str| serde_json::json!({"src": frame.asset(name), "sizes": size, "type": "image/png", "purpose": "any"});
    let body = serde_json::json!({
        "id": "/", "start_url": "/", "scope": "/", "display": "minimal-ui", "lang": frame.code(), "dir": "ltr",
        "name": frame.town.name, "short_name": frame.town.name,
        "description": frame.t1("site-description", "town", &frame.town.name),
        "background_color": "#ffffff", "theme_color": "#0b4f7a",
        "icons": [icon("icon-192.png", "192x192"), icon("icon-512.png", "512x512")],
        "shortcuts": [
            {"name": frame.t("nav-news"), "url": "/novita"},
            {"name": frame.t("nav-services"), "url": "/servizi"},
            {"name": frame.t("request-new"), "url": "/segnalazioni/nuova"},
            {"name": frame.t("nav-search"), "url": "/cerca"},
        ],
    });
    let mut response = body.to_string().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/manifest+json"));
    Keep::of(["fixed"]).on(response)
}
