//! Photographs of a request: made again in the house's sizes without their hidden data, drafts until the request is sent.

use std::path::Path;

use kit::blob::BlobId;
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::draft::Draft;
use super::kind::RequestId;
use crate::shell::App;

/// Photographs a request may have.
pub const MOST: usize = 5;
/// The longest description, in characters.
pub const ALT_MAX: usize = 200;

kit::row! {
    /// A photograph.
    #[derive(Debug, Clone)]
    pub struct Photo {
        /// Number.
        pub id: i64,
        /// What is to be seen.
        pub alt: String,
        /// Pixels across, of the medium size.
        pub width: i64,
        /// Pixels down.
        pub height: i64,
    }
}

const SELECT: &str =
    "select f.id, f.alt, m.width, m.height from request_photo f join request_photo_file m on m.photo_id = f.id and m.size = 'medium'";

/// Whose photographs.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    /// Of something that is being written.
    Draft(i64),
    /// Of a request.
    Request(RequestId),
}

impl Of {
    const fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Draft(id) => ("f.draft_id = $1", id),
            Self::Request(id) => ("f.request_id = $1", id.0),
        }
    }
}

/// In their order.
pub async fn list(db: &Db, of: Of) -> Result<Vec<Photo>> {
    let (owner, id) = of.columns();
    Ok(db.all(format!("{SELECT} where {owner} order by f.position, f.id"), args![id]).await?)
}

/// The file of a photograph in a size: its name and media type. Whose it is was asked before.
pub async fn file(db: &Db, of: Of, photo: i64, large: bool) -> Result<(BlobId, String)> {
    let (owner, id) = of.columns();
    let size = if large { "large" } else { "medium" };
    let sql = format!(
        "select m.file, m.type from request_photo f join request_photo_file m on m.photo_id = f.id and m.size = $3 where {owner} and f.id = $2"
    );
    Ok(db.one(sql, args![id, photo, size]).await?)
}

/// A photograph made again: its sizes, stored, belonging to nothing yet.
#[derive(Debug)]
pub struct Made(Vec<(String, BlobId, String, u32, u32)>);

/// Makes a file's sizes, or says with a key what is wrong with it.
pub async fn make(app: &App, path: &Path) -> Result<Result<Made, &'static str>> {
    let made = match app.pictures.process(path, "foto").await {
        Ok(made) => made,
        Err(Error::Invalid(faults)) => return Ok(Err(faults.iter().next().map_or(kit::picture::BROKEN, |fault| fault.key))),
        Err(error) => return Err(error),
    };
    let mut files = Vec::new();
    for size in made.sizes.iter().filter(|size| size.name != "small") {
        files.push((size.name.clone(), app.blobs.put_file(&size.file).await?, size.mime.clone(), size.width, size.height));
    }
    Ok(Ok(Made(files)))
}

/// Puts it at the end of a draft's photographs, or of a request's.
pub async fn attach(tx: &mut Tx, of: Of, made: &Made) -> Result<()> {
    let now = tx.now();
    let id = kit::ids::next(now);
    let (owner, number) = of.columns();
    let (before,): (i64,) = tx.one(format!("select count(*) as n from request_photo f where {owner}"), args![number]).await?;
    let (draft, request) = match of {
        Of::Draft(draft) => (Some(draft), None),
        Of::Request(request) => (None, Some(request)),
    };
    tx.run(
        "insert into request_photo (id, draft_id, request_id, position, alt, created_at) values ($1, $2, $3, $4, '', $5)",
        args![id, draft, request, before, now],
    )
    .await?;
    for (size, file, mime, width, height) in &made.0 {
        tx.run(
            "insert into request_photo_file (photo_id, size, file, type, width, height) values ($1, $2, $3, $4, $5, $6)",
            args![id, size, *file, mime, *width, *height],
        )
        .await?;
    }
    Ok(())
}

/// Stores a file as a photograph of a draft, or says with a key what is wrong with it.
pub async fn store(app: &App, draft: i64, path: &Path) -> Result<Option<&'static str>> {
    match make(app, path).await? {
        Ok(made) => app.db.write(async |tx| keep(tx, draft, &made).await).await.map(|()| None),
        Err(key) => Ok(Some(key)),
    }
}

/// Puts it at the end of a draft's photographs: not when that was sent meanwhile, is full, or has it already.
async fn keep(tx: &mut Tx, draft: i64, made: &Made) -> Result<()> {
    let (before,): (i64,) = tx.one("select count(*) as n from request_photo where draft_id = $1", args![draft]).await?;
    let sent = Draft::find_in(tx, draft).await?.receipt.is_some();
    if sent || before >= i64::try_from(MOST).unwrap_or(i64::MAX) || is_there(tx, draft, &made.0).await? {
        return Ok(());
    }
    attach(tx, Of::Draft(draft), made).await
}

/// Does the draft have it already, from the same form sent twice?
async fn is_there(tx: &mut Tx, draft: i64, files: &[(String, BlobId, String, u32, u32)]) -> Result<bool> {
    let Some((size, file, ..)) = files.first() else { return Ok(false) };
    let found: Option<(i64,)> = tx
        .maybe(
            "select f.id from request_photo f join request_photo_file m on m.photo_id = f.id where f.draft_id = $1 and m.size = $2 and m.file = $3",
            args![draft, size, *file],
        )
        .await?;
    Ok(found.is_some())
}

/// Says what is to be seen on a photograph of a draft.
pub async fn describe(tx: &mut Tx, draft: i64, photo: i64, alt: &str) -> Result<()> {
    tx.run("update request_photo set alt = $3 where id = $2 and draft_id = $1", args![draft, photo, alt]).await?;
    Ok(())
}

/// Takes a photograph out of a draft.
pub async fn remove(tx: &mut Tx, draft: i64, photo: i64) -> Result<()> {
    tx.run(
        "delete from request_photo_file where photo_id in (select id from request_photo where id = $2 and draft_id = $1)",
        args![draft, photo],
    )
    .await?;
    tx.run("delete from request_photo where id = $2 and draft_id = $1", args![draft, photo]).await?;
    Ok(())
}

/// What belonged to the draft belongs to the request.
pub async fn hand_on(tx: &mut Tx, draft: i64, request: RequestId) -> Result<()> {
    tx.run("update request_photo set draft_id = null, request_id = $2 where draft_id = $1", args![draft, request]).await?;
    Ok(())
}
