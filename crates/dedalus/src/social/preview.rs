//! What the page behind a post's first link says of itself, asked for once after publishing. Whatever goes wrong on the way,
//! there is no preview, and nobody is told.

use std::io::Write;
use std::sync::Arc;

use http::{Method, header};
use kit::blob::BlobId;
use kit::db::{Db, Tx};
use kit::jobs::{Job, NewJob, enqueue};
use kit::text::markdown;
use kit::{Error, Result, args};
use serde::{Deserialize, Serialize};
use url::Url;

use super::picture::{Media, media_path};
use super::post::{Post, PostId};
use super::preview_page::{Told, allows, told};
use super::visible::{visible, visible_to_all};
use crate::identity::Viewer;
use crate::shell::App;

/// The kind of the job.
pub const KIND: &str = "social.preview";
/// How often a page may lead on to another.
const LEADS_ON: usize = 3;

#[derive(Serialize, Deserialize)]
struct Asked {
    post: PostId,
}

/// Asks for a preview of a post's first link, in the turn that wrote it; without a link what was known is forgotten.
pub async fn ask(tx: &mut Tx, post: PostId, body: &str) -> Result<()> {
    if markdown::first_link(body).is_none() {
        return forget(tx, post).await;
    }
    enqueue(tx, NewJob::new(KIND, serde_json::to_value(Asked { post })?).attempts(3)).await?;
    Ok(())
}

/// Forgets it.
pub async fn forget(tx: &mut Tx, post: PostId) -> Result<()> {
    tx.run("delete from link_preview where post_id = $1", args![post]).await?;
    Ok(())
}

kit::row! {
    /// A preview as it is shown.
    #[derive(Debug, Clone)]
    pub struct Preview {
        /// Where it leads.
        pub address: String,
        /// Whose page it is.
        pub site: String,
        /// Its title.
        pub title: String,
        /// What it is about; may be empty.
        pub description: String,
        /// Its picture, made again by us.
        pub file: Option<BlobId>,
        /// Pixels across.
        pub width: i64,
        /// Pixels down.
        pub height: i64,
    }
}

impl Preview {
    /// The preview below a post that the viewer may read.
    pub async fn of(db: &Db, post: PostId) -> Result<Option<Self>> {
        Ok(db
            .maybe("select address, site, title, description, file, width, height from link_preview where post_id = $1", args![post])
            .await?)
    }

    /// The picture's address.
    pub fn src(&self) -> Option<String> {
        self.file.map(media_path)
    }
}

/// What a viewer may see of a preview's picture.
pub async fn media(db: &Db, viewer: &Viewer, file: BlobId) -> Result<Option<Media>> {
    let sql = format!(
        "select l.type as media_type, l.bytes, case when {} then cast(1 as bigint) else cast(0 as bigint) end as public
           from link_preview l join post p on p.id = l.post_id where l.file = $1 and {} order by 3 desc limit 1",
        visible_to_all(),
        visible(2)
    );
    Ok(db.maybe(sql, args![file, viewer.id()]).await?)
}

/// A picture of a preview, made again.
struct Drawn {
    file: BlobId,
    media_type: String,
    bytes: i64,
    width: u32,
    height: u32,
}

/// The job: asks the page, makes its picture again, writes both down.
pub async fn fetch(app: App, job: Arc<Job>) -> Result<()> {
    let asked: Asked = job.read()?;
    let link = match Post::any(&app.db, asked.post).await {
        Ok(post) if post.deleted_at.is_none() => markdown::first_link(&post.body),
        Ok(_) | Err(Error::NotFound) => None,
        Err(error) => return Err(error),
    };
    let found = match &link {
        Some(link) if app.config.square.link_previews => look(&app, link).await,
        _ => None,
    };
    let drawn = match found.as_ref().and_then(|(url, page)| url.join(&page.image).ok().filter(|_| !page.image.is_empty())) {
        Some(image) => draw(&app, image).await,
        None => None,
    };
    job.complete(&app.db, async |tx| {
        forget(tx, asked.post).await?;
        let body: Option<(String,)> = tx.maybe("select body from post where id = $1 and deleted_at is null", args![asked.post]).await?;
        let same = body.and_then(|(body,)| markdown::first_link(&body)) == link;
        match found {
            Some((url, page)) if same => write(tx, asked.post, &link.unwrap_or_default(), &url, page, drawn).await,
            _ => Ok(()),
        }
    })
    .await
}

async fn write(tx: &mut Tx, post: PostId, link: &str, url: &Url, page: Told, drawn: Option<Drawn>) -> Result<()> {
    let now = tx.now();
    let site = if page.site.is_empty() { url.host_str().unwrap_or_default().to_owned() } else { page.site };
    let (file, media_type, bytes, width, height) =
        drawn.map_or((None, String::new(), 0, 0, 0), |drawn| (Some(drawn.file), drawn.media_type, drawn.bytes, drawn.width, drawn.height));
    tx.run(
        "insert into link_preview (post_id, address, site, title, description, file, type, bytes, width, height, fetched_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![post, link, site, page.title, page.description, file, media_type, bytes, width, height, now],
    )
    .await?;
    tx.touch(format!("post:{post}"));
    Ok(())
}

/// The page behind a link, where it leads on too: only if its owner lets programs read it, and only if it has a title.
async fn look(app: &App, link: &str) -> Option<(Url, Told)> {
    let mut url = Url::parse(link).ok()?;
    for _ in 0..=LEADS_ON {
        if link.starts_with(&app.config.server.public_url) || !is_allowed(app, &url).await {
            return None;
        }
        let answer = get(app, &url, "text/html,application/xhtml+xml").await?;
        if answer.status().is_redirection() {
            url = url.join(answer.headers().get(header::LOCATION)?.to_str().ok()?).ok()?;
            continue;
        }
        let kind = answer.headers().get(header::CONTENT_TYPE)?.to_str().ok()?.to_ascii_lowercase();
        if !answer.status().is_success() || !kind.contains("html") {
            return None;
        }
        let page = told(answer.body(), kind.contains("8859-1") || kind.contains("1252"));
        return (!page.title.is_empty()).then_some((url, page));
    }
    None
}

/// Does the site let programs read this page (RFC 9309)? A site without rules does; one that does not answer is left alone.
async fn is_allowed(app: &App, url: &Url) -> bool {
    let Ok(robots) = url.join("/robots.txt") else { return false };
    match get(app, &robots, "text/plain").await {
        Some(answer) if answer.status().is_success() => allows(&String::from_utf8_lossy(answer.body()), url.path()),
        Some(answer) => answer.status().is_client_error() || answer.status().is_redirection(),
        None => false,
    }
}

async fn get(app: &App, url: &Url, accept: &str) -> Option<kit::outbound::Answer> {
    let call = http::Request::builder().method(Method::GET).uri(url.as_str()).header(header::ACCEPT, accept).body(Vec::new()).ok()?;
    match app.typed.send(call).await {
        Ok(answer) => Some(answer),
        Err(why) => {
            tracing::debug!(%url, %why, "no preview");
            None
        }
    }
}

/// The page's picture in one size of ours.
async fn draw(app: &App, image: Url) -> Option<Drawn> {
    let answer = get(app, &image, "image/*").await.filter(|answer| answer.status().is_success())?;
    let mut file = tempfile::NamedTempFile::new().ok()?;
    file.write_all(answer.body()).ok()?;
    let made = app.pictures.process(file.path(), "immagini").await.ok()?;
    let size = made.sizes.iter().find(|size| size.name == "medium").or(made.sizes.last())?;
    let bytes = i64::try_from(tokio::fs::metadata(&size.file).await.ok()?.len()).ok()?;
    let stored = app.blobs.put_file(&size.file).await.ok()?;
    Some(Drawn { file: stored, media_type: size.mime.clone(), bytes, width: size.width, height: size.height })
}
