//! /io/avvisi/dispositivi — a browser that takes pushes comes and goes. The script sends what the browser gave it.

use axum::response::Response;
use http::{HeaderMap, header};
use kit::Result;
use kit::rate::Key;

use super::number::Number;
use crate::identity::{Viewer, device_words};
use crate::notify::device::{self, Line, NewDevice};
use crate::shell::{App, Form, Frame, see};

const BACK: &str = "/io/avvisi/impostazioni";

/// POST /io/avvisi/dispositivi
pub async fn create(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let new = NewDevice {
        session: me.session_id,
        line: Line { endpoint: form.line("endpoint"), public_key: form.line("p256dh"), auth: form.line("auth") },
        label: device_words(&frame, agent),
    };
    new.check(&app.typed)?;
    app.db.write(async |tx| device::add(tx, &app.secret, me.id, &new).await).await?;
    see(BACK, Some("toast-push-on"))
}

/// POST /io/avvisi/dispositivi/{id}/rimozione
pub async fn remove(app: App, viewer: Viewer, Number(id): Number) -> Result<Response> {
    let me = viewer.me()?;
    app.db.write(async |tx| device::remove(tx, me.id, id).await).await?;
    see(BACK, Some("toast-push-off"))
}
