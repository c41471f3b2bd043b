//! Video and audio: a draft of whoever uploaded it, until a post is published with it. Each has words for who cannot see or
//! hear it: captions or a transcript for video, a transcript for audio (WCAG 2.2, 1.2.1 to 1.2.3).

use kit::blob::BlobId;
use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::error::FieldErrors;
use kit::recording::Found;
use kit::{Error, Result, args};
use serde::{Deserialize, Serialize};

use super::caption::{self, Caption, CaptionId};
use super::picture::{Described, Media, POSTER, PictureId, media_path};
use super::post::PostId;
use super::visible::{visible, visible_to_all};
use crate::identity::{PersonId, Viewer};

kit::id! {
    /// A recording's number.
    RecordingId
}

/// The longest title, in characters.
pub const TITLE_MAX: usize = 120;
/// The longest description.
pub const ABOUT_MAX: usize = 1_000;
/// The longest transcript: an hour of talk has fifty thousand.
pub const TRANSCRIPT_MAX: usize = 200_000;
/// How long a recording may wait for its post.
const WAITS: i64 = 2 * DAY;

kit::row! {
    /// A recording.
    #[derive(Debug, Clone)]
    pub struct Recording {
        /// Number.
        pub id: RecordingId,
        /// Its bytes.
        pub file: BlobId,
        /// Its media type.
        pub media_type: String,
        /// Its size in bytes.
        pub bytes: i64,
        /// How long it lasts, in milliseconds.
        pub millis: i64,
        /// Points across; 0 for audio.
        pub width: i64,
        /// Points down; 0 for audio.
        pub height: i64,
        /// What it is called.
        pub title: String,
        /// What it is about; may be empty.
        pub description: String,
        /// What is said in it; may be empty when a video has captions.
        pub transcript: String,
        /// When it was uploaded.
        pub created_at: Time,
        /// The picture that stands for it.
        pub poster_id: Option<PictureId>,
        /// The file of that picture.
        pub poster: Option<BlobId>,
    }
}

/// A recording with its words, as it goes with a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRecording {
    /// The recording.
    pub id: RecordingId,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// What is said in it.
    pub transcript: String,
    /// Its captions.
    pub captions: Vec<CaptionId>,
    /// The picture that stands for it.
    pub poster: Option<PictureId>,
}

impl NewRecording {
    /// The recording of a post as it stands, for a change that says nothing of it.
    pub async fn kept(db: &Db, post: PostId) -> Result<Option<Self>> {
        let Some(now) = Recording::of_post(db, post).await? else { return Ok(None) };
        let captions = Caption::of(db, now.id).await?.into_iter().map(|caption| caption.id).collect();
        let Recording { id, title, description, transcript, poster_id: poster, .. } = now;
        Ok(Some(Self { id, title, description, transcript, captions, poster }))
    }

    /// The picture that stands for it; its name is that of the recording.
    pub fn described(&self) -> Option<Described> {
        self.poster.map(|id| Described { id, alt: self.title.clone() })
    }

    /// Everything it says.
    pub fn words(&self) -> String {
        format!("{}\n{}\n{}", self.title, self.description, self.transcript)
    }

    /// The same, each with the field of the form it was typed into.
    pub fn pieces(&self) -> [(&'static str, &str); 3] {
        [
            ("registrazione-titolo", &self.title),
            ("registrazione-descrizione", &self.description),
            ("registrazione-trascrizione", &self.transcript),
        ]
    }
}

const SELECT: &str =
    "select r.id, r.file, r.type as media_type, r.bytes, r.millis, r.width, r.height, r.title, r.description, r.transcript, r.created_at,
        i.id as poster_id, m.file as poster
   from recording r left join picture i on i.post_id = r.post_id and i.position = 100
   left join picture_size m on m.picture_id = i.id and m.name = 'large'";

impl Recording {
    /// The recording of a post that may be read.
    pub async fn of_post(db: &Db, post: PostId) -> Result<Option<Self>> {
        Ok(db.maybe(format!("{SELECT} where r.post_id = $1 order by r.id desc limit 1"), args![post]).await?)
    }

    /// One that may go into a form of this person: a draft of theirs, or that of the post that is being changed.
    pub async fn draft(db: &Db, id: RecordingId, owner: PersonId, post: Option<PostId>) -> Result<Option<Self>> {
        let sql = format!("{SELECT} where r.id = $1 and ((r.post_id is null and r.owner_id = $2) or r.post_id = cast($3 as bigint))");
        Ok(db.maybe(sql, args![id, owner, post]).await?)
    }

    /// Has it a picture that moves?
    pub fn is_video(&self) -> bool {
        is_video(&self.media_type)
    }

    /// Where it is fetched.
    pub fn src(&self) -> String {
        media_path(self.file)
    }

    /// Where its poster is fetched.
    pub fn poster_src(&self) -> Option<String> {
        self.poster.map(media_path)
    }

    /// How long it lasts, as people say it: `1:05`, `1:02:03`.
    pub fn length(&self) -> String {
        clock(self.millis)
    }

    /// How long it lasts, as ISO 8601 says it: `PT65S`.
    pub fn duration(&self) -> String {
        format!("PT{}S", (self.millis + 500) / 1000)
    }

    /// The transcript in its paragraphs.
    pub fn paragraphs(&self) -> Vec<&str> {
        self.transcript.split("\n\n").map(str::trim).filter(|text| !text.is_empty()).collect()
    }
}

/// Is this media type one of video?
pub fn is_video(media_type: &str) -> bool {
    media_type.starts_with("video/")
}

/// Milliseconds as a clock shows them.
pub fn clock(millis: i64) -> String {
    let seconds = (millis + 500) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// Notes a recording that was just stored, as a draft.
pub async fn create(tx: &mut Tx, owner: PersonId, file: BlobId, bytes: i64, found: &Found) -> Result<RecordingId> {
    let now = tx.now();
    let id = RecordingId::next(now);
    tx.run(
        "insert into recording (id, owner_id, post_id, file, type, bytes, millis, width, height, created_at)
         values ($1, $2, null, $3, $4, $5, $6, $7, $8, $9)",
        args![id, owner, file, found.media_type, bytes, i64::try_from(found.millis).unwrap_or(i64::MAX), found.width, found.height, now],
    )
    .await?;
    Ok(id)
}

/// How many somebody uploaded in the last day.
pub async fn of_today(db: &Db, owner: PersonId) -> Result<i64> {
    let since = db.now().plus(-DAY);
    let (n,): (i64,) = db.one("select count(*) as n from recording where owner_id = $1 and created_at > $2", args![owner, since]).await?;
    Ok(n)
}

/// Makes this the recording of a post, or takes away the one it had, which is a draft again.
pub async fn attach(tx: &mut Tx, post: PostId, owner: PersonId, new: Option<&NewRecording>) -> Result<()> {
    let kept = new.map(|new| new.id);
    tx.run("update recording set post_id = null where post_id = $1 and id <> coalesce(cast($2 as bigint), 0)", args![post, kept]).await?;
    let Some(new) = new else { return Ok(()) };
    let found = tx
        .run(
            "update recording set post_id = $1, title = $2, description = $3, transcript = $4
              where id = $5 and ((post_id is null and owner_id = $6) or post_id = $1)",
            args![post, &new.title, &new.description, &new.transcript, new.id, owner],
        )
        .await?;
    if found == 0 {
        return Err(Error::field(FILE_FIELD, "error-recording-gone"));
    }
    caption::attach(tx, new.id, owner, &new.captions).await
}

/// The recording of a post as it stands, with its words.
pub(super) async fn standing(tx: &mut Tx, post: PostId, poster: Option<PictureId>) -> Result<Option<NewRecording>> {
    let row: Option<(RecordingId, String, String, String)> = tx
        .maybe("select id, title, description, transcript from recording where post_id = $1 order by id desc limit 1", args![post])
        .await?;
    let Some((id, title, description, transcript)) = row else { return Ok(None) };
    let captions = caption::standing(tx, id).await?;
    Ok(Some(NewRecording { id, title, description, transcript, captions, poster }))
}

/// What a post's recording says, for the search.
pub async fn words_of(tx: &mut Tx, post: PostId) -> Result<String> {
    let row: Option<(String, String, String)> =
        tx.maybe("select title, description, transcript from recording where post_id = $1 limit 1", args![post]).await?;
    Ok(row.map_or_else(String::new, |(title, description, transcript)| format!("\n{title}\n{description}\n{transcript}")))
}

/// The words behind a tombstone that nobody can take back go with the others; the recording is a draft that is swept.
pub async fn forget(tx: &mut Tx, post: PostId) -> Result<()> {
    tx.run("update recording set post_id = null, title = '', description = '', transcript = '' where post_id = $1", args![post]).await?;
    Ok(())
}

/// The form's field of the file.
pub const FILE_FIELD: &str = "registrazione-file";

/// Faults of the words, each beside its field.
pub fn check(new: &NewRecording, is_video: bool, faults: &mut FieldErrors) {
    let long = |text: &str, max: usize| text.chars().count() > max;
    if new.title.is_empty() {
        faults.add("registrazione-titolo", "error-recording-title");
    } else if long(&new.title, TITLE_MAX) {
        faults.add_with("registrazione-titolo", "error-recording-title-long", vec![("max", TITLE_MAX.to_string())]);
    }
    if long(&new.description, ABOUT_MAX) {
        faults.add_with("registrazione-descrizione", "error-recording-about-long", vec![("max", ABOUT_MAX.to_string())]);
    }
    if long(&new.transcript, TRANSCRIPT_MAX) {
        faults.add_with("registrazione-trascrizione", "error-recording-transcript-long", vec![("max", TRANSCRIPT_MAX.to_string())]);
    } else if new.transcript.is_empty() && !is_video {
        faults.add("registrazione-trascrizione", "error-recording-transcript-audio");
    } else if new.transcript.is_empty() && new.captions.is_empty() {
        faults.add("registrazione-trascrizione", "error-recording-transcript-video");
    }
}

/// What a viewer may play of a file: that of a post that can be read, a draft of one's own, or that of a post that waits for an
/// editor of its page.
pub async fn media(db: &Db, viewer: &Viewer, file: BlobId) -> Result<Option<Media>> {
    let sql = format!(
        "select r.type as media_type, r.bytes, case when p.id is not null and {} then cast(1 as bigint) else cast(0 as bigint) end as public
           from recording r left join post p on p.id = r.post_id
          where r.file = $1 and ((p.id is not null and {}) or (r.post_id is null and r.owner_id = cast($2 as bigint)))
          order by 3 desc limit 1",
        visible_to_all(),
        visible(2)
    );
    Ok(db.maybe(sql, args![file, viewer.id()]).await?)
}

/// Forgets drafts that nobody published for two days; how many.
pub async fn sweep(tx: &mut Tx, limit: i64) -> Result<usize> {
    let before = tx.now().plus(-WAITS);
    let old: Vec<(RecordingId,)> = tx
        .all(
            "select id from recording where post_id is null and created_at < $1
                and owner_id not in (select author_id from held_post where decided_at is null) order by created_at limit $2",
            args![before, limit],
        )
        .await?;
    for (id,) in &old {
        tx.run("delete from caption where recording_id = $1", args![*id]).await?;
        tx.run("delete from recording where id = $1", args![*id]).await?;
    }
    caption::sweep(tx, before).await?;
    Ok(old.len())
}

// The place of the poster is written out in SELECT, where a constant cannot stand.
const _: () = assert!(POSTER == 100);

#[cfg(test)]
mod tests {
    use super::*;

    fn new(title: &str, transcript: &str, captions: usize) -> NewRecording {
        NewRecording {
            id: RecordingId(1),
            title: title.into(),
            description: String::new(),
            transcript: transcript.into(),
            captions: vec![CaptionId(1); captions],
            poster: None,
        }
    }

    fn faults(new: &NewRecording, is_video: bool) -> Vec<(String, &'static str)> {
        let mut faults = FieldErrors::default();
        check(new, is_video, &mut faults);
        faults.iter().map(|fault| (fault.field.to_string(), fault.key)).collect()
    }

    #[test]
    fn audio_needs_a_transcript_and_video_words_of_one_kind() {
        assert_eq!(faults(&new("Intervista", "", 1), false), [("registrazione-trascrizione".into(), "error-recording-transcript-audio")]);
        assert_eq!(faults(&new("Carro", "", 0), true), [("registrazione-trascrizione".into(), "error-recording-transcript-video")]);
        assert_eq!(faults(&new("Carro", "", 1), true), []);
        assert_eq!(faults(&new("Carro", "Si vede il carro.", 0), true), []);
        assert_eq!(faults(&new("", "Parole", 0), false), [("registrazione-titolo".into(), "error-recording-title")]);
    }

    #[test]
    fn a_length_reads_like_a_clock() {
        assert_eq!(clock(65_400), "1:05");
        assert_eq!(clock(3_723_000), "1:02:03");
        assert_eq!(clock(400), "0:00");
    }
}
