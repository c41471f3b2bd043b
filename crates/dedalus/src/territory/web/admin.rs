//! /amministrazione/territorio — what was imported, when, by whom; a new file, its preview, its progress; taking the last one back.

use askama::Template;
use axum::extract::{Path, Request};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::upload::{Upload, file_of};
use crate::identity::{Act, Routes, Viewer};
use crate::shell::{App, FormView, Frame, page, page_with, see};
use crate::territory::import::{Fault, Import, NewImport, Reading, Rows, Standing, State, export, read, undo};
use crate::territory::{Dataset, Geometry, Point, boundary, polygon};

/// Rows a preview shows, and faults.
const SHOWN: usize = 8;
const FAULTS: usize = 40;
/// Earlier imports shown.
const EARLIER: i64 = 10;

/// Administration's addresses for the territory.
pub fn routes() -> Routes {
    const KEEP: Act = Act::KeepTerritory;
    Routes::new()
        .get("/amministrazione/territorio", KEEP, index)
        .get("/amministrazione/territorio/{dati}", KEEP, show)
        .post("/amministrazione/territorio/{dati}", KEEP, create)
        .get("/amministrazione/territorio/{dati}/file", KEEP, download)
        .get("/amministrazione/territorio/{dati}/annullamento", KEEP, ask_undo)
        .post("/amministrazione/territorio/{dati}/annullamento", KEEP, take_back)
        .get("/amministrazione/territorio/importazioni/{id}", KEEP, import)
        .post("/amministrazione/territorio/importazioni/{id}/avvio", KEEP, start)
        .post("/amministrazione/territorio/importazioni/{id}/scarto", KEEP, discard)
}

/// The set of data that an address names.
fn asked(word: &str) -> Result<Dataset> {
    Dataset::from_word(word).ok_or(Error::NotFound)
}

fn path(dataset: Dataset) -> String {
    format!("/amministrazione/territorio/{}", dataset.word())
}

#[derive(Template)]
#[template(path = "territory/templates/admin/index.html")]
struct IndexPage {
    frame: Frame,
    standings: Vec<Standing>,
    tiles: String,
}

/// GET /amministrazione/territorio
async fn index(app: App, frame: Frame) -> Result<Response> {
    let standings = Standing::all(&app.db).await?;
    // The key that some tile servers want stands in the address: only its host is shown.
    let tiles = url::Url::parse(&app.config.map.tiles).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    page(&IndexPage { frame, standings, tiles })
}

#[derive(Template)]
#[template(path = "territory/templates/admin/dataset.html")]
struct DatasetPage {
    frame: Frame,
    form: FormView,
    standing: Standing,
    earlier: Vec<Import>,
    faults: Vec<(String, String)>,
    more: usize,
}

async fn draw(app: &App, frame: Frame, dataset: Dataset, found: Vec<Fault>, faults: FieldErrors) -> Result<Response> {
    let (standing, earlier) = tokio::try_join!(Standing::of(&app.db, dataset), Import::history(&app.db, dataset, EARLIER))?;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let more = found.len().saturating_sub(FAULTS);
    let line = |fault: &Fault| if fault.line > 0 { fault.line.to_string() } else { frame.t("territory-whole-file").to_owned() };
    let faults_shown = found.iter().take(FAULTS).map(|fault| (line(fault), frame.t1(fault.key, "value", &fault.value))).collect();
    let form = FormView::with(&frame, faults);
    page_with(status, &DatasetPage { frame, form, standing, earlier, faults: faults_shown, more })
}

/// GET /amministrazione/territorio/{dati}
async fn show(app: App, frame: Frame, Path(dataset): Path<String>) -> Result<Response> {
    let dataset = asked(&dataset)?;
    draw(&app, frame, dataset, Vec::new(), FieldErrors::default()).await
}

/// POST /amministrazione/territorio/{dati} — reads the file; with faults nothing of it is kept, without it waits for a yes.
async fn create(app: App, frame: Frame, viewer: Viewer, Path(dataset): Path<String>, request: Request) -> Result<Response> {
    let dataset = asked(&dataset)?;
    app.limiter.take("upload", Key::Account(viewer.me()?.id.0))?;
    let mut faults = FieldErrors::default();
    let upload = match file_of(request).await {
        Ok(Some(upload)) => upload,
        Ok(None) => {
            faults.add("file", "error-territory-no-file");
            return draw(&app, frame, dataset, Vec::new(), faults).await;
        }
        Err(Error::Invalid(found)) => return draw(&app, frame, dataset, Vec::new(), found).await,
        Err(error) => return Err(error),
    };
    let bytes = upload.bytes.clone();
    let reading = tokio::task::spawn_blocking(move || read(dataset, &bytes)).await?;
    if !reading.faults.is_empty() {
        faults.add("file", "error-territory-faults");
        return draw(&app, frame, dataset, reading.faults, faults).await;
    }
    let id = keep(&app, &viewer, dataset, upload, &reading).await?;
    see(&format!("/amministrazione/territorio/importazioni/{id}"), None)
}

/// Keeps a file without faults as a draft.
async fn keep(app: &App, viewer: &Viewer, dataset: Dataset, upload: Upload, reading: &Reading) -> Result<i64> {
    let outside = outside(app, reading).await?;
    let file = app.blobs.put(upload.bytes).await?;
    let (total, repeated) = (reading.rows.len(), reading.repeated);
    let new = NewImport { dataset, source: upload.name, file: Some(file), total, repeated, outside };
    let actor = viewer.actor()?;
    app.db.write(async |tx| Import::create(tx, &actor, State::Draft, &new).await).await
}

/// How many addresses lie outside the boundary: a hint that latitude and longitude were confused.
async fn outside(app: &App, reading: &Reading) -> Result<usize> {
    let Rows::Addresses(rows) = &reading.rows else { return Ok(0) };
    let boundary = boundary::boundary(&app.db).await?;
    if boundary.is_empty() {
        return Ok(0);
    }
    let holds = |point: Point| boundary.iter().any(|shape: &Geometry| polygon::any_holds(shape.areas(), point));
    Ok(rows.iter().filter(|row| !holds(row.point)).count())
}

#[derive(Template)]
#[template(path = "territory/templates/admin/import.html")]
struct ImportPage {
    frame: Frame,
    import: Import,
    rows: Vec<(String, String)>,
}

impl ImportPage {
    fn progress(&self) -> String {
        let (done, total) = (self.import.done.to_string(), self.import.total.to_string());
        self.frame.t2("territory-done-of", "done", &done, "total", &total)
    }
}

/// GET /amministrazione/territorio/importazioni/{id} — a draft's first rows, or how far it is.
async fn import(app: App, frame: Frame, Path(id): Path<String>) -> Result<Response> {
    let import = find(&app, &id).await?;
    let rows = match import.file.filter(|_| import.is_draft()) {
        Some(file) => {
            let bytes = app.blobs.get(file).await?;
            let reading = tokio::task::spawn_blocking(move || read(import.dataset, &bytes)).await?;
            first_rows(&frame, &reading.rows)
        }
        None => Vec::new(),
    };
    page(&ImportPage { frame, import, rows })
}

fn first_rows(frame: &Frame, rows: &Rows) -> Vec<(String, String)> {
    let place = |point: Point| format!("{}, {}", point.degrees().0, point.degrees().1);
    match rows {
        Rows::Addresses(rows) => rows
            .iter()
            .take(SHOWN)
            .map(|row| (row.civic.as_ref().map_or_else(|| row.street.clone(), |civic| format!("{} {civic}", row.street)), place(row.point)))
            .collect(),
        Rows::Shapes(rows) => rows
            .iter()
            .take(SHOWN)
            .map(|row| {
                let points = i64::try_from(row.geometry.points().len()).unwrap_or(i64::MAX);
                (if row.name.is_empty() { row.kind.word().to_owned() } else { row.name.clone() }, frame.tn("territory-points", &points))
            })
            .collect(),
    }
}

async fn find(app: &App, id: &str) -> Result<Import> {
    Import::find(&app.db, id.parse().map_err(|_| Error::NotFound)?).await
}

/// POST …/avvio
async fn start(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let (import, actor) = (find(&app, &id).await?, viewer.actor()?);
    app.db.write(async |tx| import.start(tx, &actor).await).await?;
    see(&import.path(), Some("toast-territory-started"))
}

/// POST …/scarto
async fn discard(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let (import, actor) = (find(&app, &id).await?, viewer.actor()?);
    app.db.write(async |tx| import.discard(tx, &actor).await).await?;
    see(&path(import.dataset), Some("toast-territory-discarded"))
}

/// GET …/file — what is in force, in the form in which it can be imported again.
async fn download(app: App, Path(dataset): Path<String>) -> Result<Response> {
    let dataset = asked(&dataset)?;
    let (kind, ending) = if dataset == Dataset::Addresses {
        ("text/csv; charset=utf-8; header=present", "csv")
    } else {
        ("application/geo+json", "geojson")
    };
    let mut response = export(&app.db, dataset).await?.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let name = HeaderValue::from_str(&format!("attachment; filename=\"{}.{ending}\"", dataset.word())).map_err(Error::internal)?;
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

#[derive(Template)]
#[template(path = "territory/templates/admin/undo.html")]
struct UndoPage {
    frame: Frame,
    standing: Standing,
}

/// GET …/annullamento — asks.
async fn ask_undo(app: App, frame: Frame, Path(dataset): Path<String>) -> Result<Response> {
    let dataset = asked(&dataset)?;
    let standing = Standing::of(&app.db, dataset).await?;
    if standing.live.is_none() {
        return Err(Error::NotFound);
    }
    page(&UndoPage { frame, standing })
}

/// POST …/annullamento — the one before is in force again.
async fn take_back(app: App, viewer: Viewer, Path(dataset): Path<String>, form: crate::shell::Form) -> Result<Response> {
    let dataset = asked(&dataset)?;
    let live = Standing::of(&app.db, dataset).await?.live.ok_or(Error::NotFound)?;
    // The one that was shown: a second click must not take back the one before it, too.
    if form.line("importazione") != live.id.to_string() {
        return Err(Error::Conflict("territory-undone-already"));
    }
    let actor = viewer.actor()?;
    app.db.write(async |tx| undo(tx, &actor, &live).await).await?;
    see(&path(dataset), Some("toast-territory-undone"))
}
