//! /decisioni/{key} — the reasons of a suspension, for who cannot sign in: by the word that only the letter has.

use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::error::FieldErrors;
use kit::secret::hash_token;

use super::own::{concerned, draw, filed};
use crate::shell::{App, Form, Frame};
use crate::social::moderation::decision::Decision;

/// GET /decisioni/{key}
pub async fn show(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    let decision = Decision::by_key(&app.db, &hash_token(&key)).await?;
    draw(&app, frame, decision, &format!("/decisioni/{key}"), String::new(), FieldErrors::default()).await
}

/// POST /decisioni/{key}/ricorso
pub async fn appeal(app: App, frame: Frame, Path(key): Path<String>, form: Form) -> Result<Response> {
    let decision = Decision::by_key(&app.db, &hash_token(&key)).await?;
    let person = concerned(&decision)?;
    filed(&app, frame, decision, person, &format!("/decisioni/{key}"), form).await
}
