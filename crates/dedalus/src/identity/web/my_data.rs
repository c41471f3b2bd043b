//! /io/dati — one's own data: a copy to take along, what one agreed to, the ways to correct and to end.

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::response::Response;
use http::{HeaderValue, header};
use kit::rate::Key;
use kit::{Error, Result};

use crate::identity::consent::{self, Consent};
use crate::identity::data_request::{self, DataRequest};
use crate::identity::{Entry, Viewer, audit};
use crate::shell::{App, Frame, page, see};

#[derive(Template)]
#[template(path = "identity/templates/my_data.html")]
struct MyDataPage {
    frame: Frame,
    copy: Option<DataRequest>,
    consents: Vec<Consent>,
}

/// GET /io/dati
pub async fn show(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    let copy = DataRequest::latest(&app.db, me.id).await?;
    let consents = consent::of_person(&app.db, me.id).await?;
    page(&MyDataPage { frame, copy, consents })
}

/// POST /io/dati — asks for a copy; a second click asks for the same one.
pub async fn create(app: App, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            if data_request::ask(tx, me.id).await? {
                let act = Entry {
                    act: "person.data_asked",
                    subject_kind: "person",
                    subject_id: Some(me.id.0),
                    subject_name: &me.name,
                    ..Entry::default()
                };
                audit::note(tx, &actor, act).await?;
            }
            Ok(())
        })
        .await?;
    see("/io/dati", Some("toast-data-asked"))
}

/// GET /io/dati/{id}/archivio — the copy, for its owner and for a week.
pub async fn download(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let me = viewer.me()?;
    let (file, bytes, made_at) = DataRequest::archive(&app.db, me.id, id).await?;
    let day = made_at.zoned(&app.zone).date();
    let mut response = Response::new(Body::from_stream(app.blobs.stream(file).await?));
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"dati-{}-{day}.zip\"", me.handle)).map_err(Error::internal)?;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes));
    headers.insert(header::CONTENT_DISPOSITION, disposition);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    Ok(response)
}
