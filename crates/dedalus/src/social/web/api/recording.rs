//! Video and audio of posts as programs read them.

use kit::Result;
use kit::blob::BlobId;
use kit::db::{Db, Value, places};
use serde::Serialize;
use utoipa::ToSchema;

use crate::shell::App;
use crate::social::caption::{Caption, CaptionId};
use crate::social::picture::media_path;
use crate::social::post::PostId;
use crate::social::recording::RecordingId;

/// Captions of a video.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Captions)]
pub struct CaptionsShape {
    /// Code of their language.
    pub language: String,
    /// The file, as WebVTT.
    pub url: String,
}

/// A video or an audio.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Recording)]
pub struct RecordingShape {
    /// The file; parts of it can be asked for (RFC 9110 §14).
    pub url: String,
    /// Its media type.
    pub media_type: String,
    /// How long it lasts, in milliseconds.
    pub milliseconds: i64,
    /// Its size in bytes.
    pub bytes: i64,
    /// Pixels across; 0 for audio.
    pub width: i64,
    /// Pixels down; 0 for audio.
    pub height: i64,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// What is said in it.
    pub transcript: String,
    /// The picture that stands for it.
    pub poster: Option<String>,
    /// Its captions, one a language.
    pub captions: Vec<CaptionsShape>,
}

kit::row! {
    /// A recording's row.
    pub struct RecordingRow {
        /// Its post.
        pub post_id: PostId,
        id: RecordingId,
        file: BlobId,
        media_type: String,
        bytes: i64,
        millis: i64,
        width: i64,
        height: i64,
        title: String,
        description: String,
        transcript: String,
        poster: Option<BlobId>,
    }
}

/// The recordings of some posts that may be read, with their captions.
pub struct Recordings {
    rows: Vec<RecordingRow>,
    captions: Vec<(RecordingId, Caption)>,
}

impl Recordings {
    /// Of these posts.
    pub async fn of(db: &Db, posts: &[PostId]) -> Result<Self> {
        if posts.is_empty() {
            return Ok(Self { rows: Vec::new(), captions: Vec::new() });
        }
        let sql = format!(
            "select r.post_id, r.id, r.file, r.type as media_type, r.bytes, r.millis, r.width, r.height, r.title, r.description,
                    r.transcript, m.file as poster
               from recording r left join picture i on i.post_id = r.post_id and i.position = 100
               left join picture_size m on m.picture_id = i.id and m.name = 'large'
              where r.post_id in ({}) order by r.post_id",
            places(1, posts.len())
        );
        let rows: Vec<RecordingRow> = db.all(sql, posts.iter().copied().map(Value::from).collect()).await?;
        let captions = if rows.is_empty() {
            Vec::new()
        } else {
            let sql = format!(
                "select recording_id, id, language from caption where recording_id in ({}) order by recording_id, language",
                places(1, rows.len())
            );
            let found: Vec<(RecordingId, CaptionId, String)> = db.all(sql, rows.iter().map(|row| Value::from(row.id)).collect()).await?;
            found.into_iter().map(|(recording, id, language)| (recording, Caption { id, language })).collect()
        };
        Ok(Self { rows, captions })
    }

    /// That of one post.
    pub fn shape(&self, app: &App, post: PostId) -> Option<RecordingShape> {
        let row = self.rows.iter().find(|row| row.post_id == post)?;
        let captions = self.captions.iter().filter(|(recording, _)| *recording == row.id);
        Some(RecordingShape {
            url: app.absolute(&media_path(row.file)),
            media_type: row.media_type.clone(),
            milliseconds: row.millis,
            bytes: row.bytes,
            width: row.width,
            height: row.height,
            title: row.title.clone(),
            description: row.description.clone(),
            transcript: row.transcript.clone(),
            poster: row.poster.map(|file| app.absolute(&media_path(file))),
            captions: captions
                .map(|(_, caption)| CaptionsShape { language: caption.language.clone(), url: app.absolute(&caption.path()) })
                .collect(),
        })
    }
}
