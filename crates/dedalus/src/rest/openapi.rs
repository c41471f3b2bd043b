//! /api/openapi.json — the interface described for programs (OpenAPI 3.1), made from the very list its addresses are registered by.

use std::sync::OnceLock;

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use kit::Result;
use serde_json::{Map, Value, json};

use crate::identity::Scope;
use crate::identity::api::{Ask, Operation};
use crate::shell::{App, Keep, catalog};
use kit::i18n::Lang;

/// GET /api/openapi.json
pub async fn show(app: App) -> Result<Response> {
    let mut response = Json(document(&app)).into_response();
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(Keep::of(["fixed"]).on(response))
}

/// What does not depend on the town: paths and shapes.
fn parts() -> &'static (Value, Value) {
    static PARTS: OnceLock<(Value, Value)> = OnceLock::new();
    PARTS.get_or_init(|| {
        let routes = super::api_routes();
        (paths(routes.operations()), shapes(routes.operations()))
    })
}

/// The whole document.
pub fn document(app: &App) -> Value {
    let (paths, shapes) = parts().clone();
    let words: Map<String, Value> =
        Scope::ALL.iter().map(|scope| (scope.word().to_owned(), catalog().text(Lang::En, scope.key()).into_owned().into())).collect();
    let (authorize, token) = (app.absolute("/oauth/authorize"), app.absolute("/oauth/token"));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("Dedalus, {}", app.config.town.name),
            "version": "1",
            "description": format!("The square for programs. How to begin: {}", app.absolute("/api")),
            "license": {"name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later"},
        },
        "servers": [{"url": app.config.server.public_url}],
        "paths": paths,
        "components": {
            "schemas": shapes,
            "securitySchemes": {
                "oauth": {"type": "oauth2", "flows": {
                    "authorizationCode": {"authorizationUrl": authorize, "tokenUrl": token, "refreshUrl": token, "scopes": words},
                    "clientCredentials": {"tokenUrl": token, "scopes": {"read": words.get("read")}},
                }},
            },
        },
    })
}

fn paths(operations: &[Operation]) -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for operation in operations {
        let item = paths.entry(operation.path).or_insert_with(|| json!({}));
        if let Some(item) = item.as_object_mut() {
            item.insert(operation.method.as_str().to_lowercase(), described(operation));
        }
    }
    paths.into()
}

/// The second word of the path groups the addresses.
fn tag(operation: &Operation) -> &'static str {
    operation.path.split('/').nth(4).unwrap_or_default()
}

fn described(operation: &Operation) -> Value {
    let scope = json!({"oauth": [operation.ask.scope().word()]});
    let security = match operation.ask {
        Ask::Anybody(_) => json!([{}, scope]),
        Ask::Person(_) => json!([scope]),
    };
    let mut told = json!({
        "operationId": operation.id,
        "summary": operation.summary,
        "tags": [tag(operation)],
        "parameters": operation.parameters,
        "responses": responses(operation),
        "security": security,
    });
    if let (Some(told), Some((schema, required))) = (told.as_object_mut(), &operation.body) {
        let content = json!({"application/json": {"schema": schema}});
        told.insert("requestBody".into(), json!({"required": required, "content": content}));
    }
    told
}

/// What is answered when all is well, and every way in which it is not: a program must be able to rely on the list.
fn responses(operation: &Operation) -> Value {
    let mut told: Map<String, Value> = Map::new();
    for answer in &operation.answers {
        let mut one = json!({"description": words(answer.status)});
        if let Some(one) = one.as_object_mut() {
            if let Some(schema) = &answer.schema {
                one.insert("content".into(), json!({"application/json": {"schema": schema}}));
            }
            if answer.paged {
                let link = json!({"description": "rel=\"next\": the next page (RFC 8288).", "schema": {"type": "string"}});
                one.insert("headers".into(), json!({"Link": link}));
            }
            if answer.status == 201 {
                let place = json!({"description": "Where it is read.", "schema": {"type": "string"}});
                one.insert("headers".into(), json!({"Location": place}));
            }
        }
        told.insert(answer.status.to_string(), one);
    }
    let mut faults: Vec<u16> = vec![400, 401, 403, 404, 422, 429, 503];
    if operation.method != http::Method::GET {
        faults.push(409);
    }
    if operation.body.is_some() {
        faults.extend([413, 415]);
    }
    for status in faults {
        let content = json!({"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}});
        let mut one = json!({"description": words(status), "content": content});
        if let (429 | 503, Some(one)) = (status, one.as_object_mut()) {
            let wait = json!({"description": "Seconds.", "schema": {"type": "integer"}});
            one.insert("headers".into(), json!({"Retry-After": wait}));
        }
        told.insert(status.to_string(), one);
    }
    told.into()
}

const fn words(status: u16) -> &'static str {
    match status {
        200 => "Here it is.",
        201 => "Made.",
        204 => "Done.",
        400 => "The request was not understood.",
        401 => "No credential, or one that opens nothing.",
        403 => "The credential does not reach this far, or the person may not.",
        404 => "Not there, or not there for this viewer.",
        409 => "Something else was faster, or stands in the way.",
        413 => "Too large.",
        415 => "Another media type.",
        422 => "Faults in fields.",
        429 => "Too often: wait.",
        _ => "Nothing was written: try again in a moment.",
    }
}

fn shapes(operations: &[Operation]) -> Value {
    let mut told: Map<String, Value> = Map::new();
    for (name, schema) in operations.iter().flat_map(|operation| &operation.shapes) {
        if let Ok(schema) = serde_json::to_value(schema) {
            told.insert(name.clone(), schema);
        }
    }
    let text = json!({"type": "string"});
    let error = json!({"type": "object", "required": ["field", "detail"], "properties": {"field": text, "detail": text}});
    told.insert(
        "Problem".into(),
        json!({
            "type": "object",
            "description": "Problem details (RFC 9457).",
            "required": ["type", "title", "status", "detail", "errors"],
            "properties": {
                "type": text, "title": text, "status": {"type": "integer"}, "detail": text, "scope": text,
                "errors": {"type": "array", "items": error},
            },
        }),
    );
    told.into()
}
