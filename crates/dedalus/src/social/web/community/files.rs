//! …/file — documents and pictures of a community.

use askama::Template;
use axum::body::Body;
use axum::extract::{Path, Request};
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use crate::identity::{Entry, Viewer, note};
use crate::shell::{App, FormView, Frame, Query, once_key, page, page_with, see};
use crate::social::community::{Community, CommunityFile, NewFile, file_kind};
use crate::social::web::at::number;
use crate::social::web::draft::sound_key;
use crate::social::web::intake::{Intake, Upload};

/// Bytes one file may have.
const LARGEST: u64 = 20 * 1024 * 1024;
/// Files of one page of the list.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "social/templates/community/files.html")]
struct FilesPage {
    frame: Frame,
    form: FormView,
    community: Community,
    files: Vec<CommunityFile>,
    more: Option<i64>,
    later: bool,
    name: String,
    key: String,
    me: String,
}

impl FilesPage {
    fn may_remove(&self, file: &CommunityFile) -> bool {
        self.community.is_moderator() || file.person_id.to_string() == self.me
    }
}

async fn draw(
    app: &App,
    frame: Frame,
    viewer: &Viewer,
    community: Community,
    before: Option<i64>,
    typed: (String, String),
    faults: FieldErrors,
) -> Result<Response> {
    let mut files = CommunityFile::list(&app.db, community.id, before, PAGE + 1).await?;
    let full = i64::try_from(files.len()).unwrap_or_default() > PAGE;
    files.truncate(usize::try_from(PAGE).unwrap_or(50));
    let more = files.last().filter(|_| full).map(|file| file.id);
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormView::with(&frame, faults);
    let me = viewer.id().map(|id| id.to_string()).unwrap_or_default();
    let (name, key) = typed;
    page_with(status, &FilesPage { frame, form, community, files, more, later: before.is_some(), name, key, me })
}

/// GET /comunita/{handle}/file?prima=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, query: Query) -> Result<Response> {
    let community = Community::readable_by(&app.db, &viewer, &handle).await?;
    let before = number(&query.0.line("prima")).map(|id| id.0);
    draw(&app, frame, &viewer, community, before, (String::new(), once_key()), FieldErrors::default()).await
}

/// POST /comunita/{handle}/file — pictures are made again without what a camera hides in them.
pub async fn create(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, request: Request) -> Result<Response> {
    let me = viewer.me()?.id;
    let community = Community::visible_to(&app.db, &viewer, &handle).await?;
    if !community.may_write() {
        return Err(Error::NotFound);
    }
    app.limiter.take("gesture", Key::Account(me.0))?;
    let intake = Intake::read(request, 1).await?;
    let (name, key) = (intake.form.line("nome"), sound_key(&intake.form.line("chiave")));
    let mut faults = FieldErrors::default();
    if !(2..=120).contains(&name.chars().count()) {
        faults.add("nome", "error-community-file-name");
    }
    app.limiter.take("upload", Key::Account(me.0))?;
    let stored = match intake.files.into_iter().next() {
        None => Err("error-community-file-none"),
        Some(Upload::TooLarge) => Err("error-community-file-large"),
        Some(Upload::File(_)) if !faults.is_empty() => Err("error-community-file-again"),
        Some(Upload::File(path)) => store(&app, &path).await?,
    };
    match stored {
        Err(fault) => faults.add("file", fault),
        Ok((file, kind, bytes)) if faults.is_empty() => {
            let new = NewFile { name, file, kind, bytes, once_key: key };
            app.db.write(async |tx| CommunityFile::keep(tx, community.id, me, &new).await).await?;
            return see(&format!("{}/file", community.path()), Some("toast-added"));
        }
        Ok(_) => {}
    }
    draw(&app, frame, &viewer, community, None, (name, key), faults).await
}

/// What was stored: bytes, what they are, how many; or what is wrong with them.
async fn store(app: &App, path: &std::path::Path) -> Result<std::result::Result<(kit::blob::BlobId, &'static str, i64), &'static str>> {
    let size = tokio::fs::metadata(path).await?.len();
    if size > LARGEST {
        return Ok(Err("error-community-file-large"));
    }
    let bytes = tokio::fs::read(path).await?;
    let Some(kind) = file_kind(&bytes) else { return Ok(Err("error-community-file-kind")) };
    if !matches!(kind, "jpg" | "png") {
        let file = app.blobs.put_file(path).await?;
        return Ok(Ok((file, kind, i64::try_from(size).unwrap_or(i64::MAX))));
    }
    let made = match app.pictures.process(path, "file").await {
        Ok(made) => made,
        Err(Error::Invalid(_)) => return Ok(Err("error-community-file-kind")),
        Err(error) => return Err(error),
    };
    let Some(large) = made.sizes.first() else { return Ok(Err("error-community-file-kind")) };
    let size = tokio::fs::metadata(&large.file).await?.len();
    let kind = if large.mime == "image/png" { "png" } else { "jpg" };
    Ok(Ok((app.blobs.put_file(&large.file).await?, kind, i64::try_from(size).unwrap_or(i64::MAX))))
}

/// One file of a community this viewer reads.
async fn file(app: &App, viewer: &Viewer, handle: &str, id: &str) -> Result<(Community, CommunityFile)> {
    let community = Community::readable_by(&app.db, viewer, handle).await?;
    let id = number(id).ok_or(Error::NotFound)?;
    let file = CommunityFile::find(&app.db, community.id, id.0).await?;
    Ok((community, file))
}

/// GET /comunita/{handle}/file/{id} — to keep, never to run: whatever is in it, no browser opens it here.
pub async fn show(app: App, viewer: Viewer, Path((handle, id)): Path<(String, String)>) -> Result<Response> {
    let (_, file) = file(&app, &viewer, &handle, &id).await?;
    let mut response = Response::new(Body::from_stream(app.blobs.stream(file.file).await?));
    let headers = response.headers_mut();
    let name = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", file.download_name())).map_err(Error::internal)?;
    headers.insert(header::CONTENT_DISPOSITION, name);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(file.bytes));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    Ok(response)
}

#[derive(Template)]
#[template(path = "social/templates/community/file_remove.html")]
struct RemovePage {
    frame: Frame,
    community: Community,
    file: CommunityFile,
}

/// A file this viewer may take away: one's own, or any of a place one keeps.
async fn removable(app: &App, viewer: &Viewer, handle: &str, id: &str) -> Result<(Community, CommunityFile)> {
    let me = viewer.me()?.id;
    let (community, file) = file(app, viewer, handle, id).await?;
    if community.is_moderator() || (community.is_member() && file.person_id == me) { Ok((community, file)) } else { Err(Error::NotFound) }
}

/// GET /comunita/{handle}/file/{id}/cancellazione
pub async fn ask(app: App, frame: Frame, viewer: Viewer, Path((handle, id)): Path<(String, String)>) -> Result<Response> {
    let (community, file) = removable(&app, &viewer, &handle, &id).await?;
    page(&RemovePage { frame, community, file })
}

/// POST /comunita/{handle}/file/{id}/cancellazione — a moderator who takes away what others put there stands in the audit.
pub async fn remove(app: App, viewer: Viewer, Path((handle, id)): Path<(String, String)>) -> Result<Response> {
    let (community, file) = removable(&app, &viewer, &handle, &id).await?;
    let actor = viewer.actor()?;
    let act = (viewer.id() != Some(file.person_id)).then(|| Entry {
        act: "community.file_removed",
        subject_kind: "community",
        subject_id: Some(community.id.0),
        subject_name: &community.name,
        before: Some(file.name.clone()),
        ..Entry::default()
    });
    app.db
        .write(async |tx| {
            file.remove(tx, community.id).await?;
            match act.clone() {
                Some(act) => note(tx, &actor, act).await,
                None => Ok(()),
            }
        })
        .await?;
    see(&format!("{}/file", community.path()), Some("toast-removed"))
}
