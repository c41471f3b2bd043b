//! Pictures: a draft of whoever uploaded it, until a post is published with it. Every one has words for who cannot see it.

use kit::blob::BlobId;
use kit::clock::DAY;
use kit::db::{Db, Tx, Value, places};
use kit::error::FieldErrors;
use kit::{Error, Result, args};

use super::post::PostId;
use super::recording::NewRecording;
use super::visible::{visible, visible_to_all};
use crate::identity::{PersonId, Viewer};

kit::id! {
    /// A picture's number.
    PictureId
}

/// Pictures a post may have.
pub const MOST: usize = 6;
/// The longest description, in characters.
pub const ALT_MAX: usize = 500;
/// The place of the picture that stands for a post's recording: not one of those that are shown.
pub const POSTER: i64 = 100;
/// How long a picture may wait for its post.
const WAITS: i64 = 2 * DAY;

/// A picture with the words that describe it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// The picture.
    pub id: PictureId,
    /// What is to be seen.
    pub alt: String,
}

/// One of the sizes a picture was made again in.
#[derive(Debug, Clone)]
pub struct NewSize {
    /// `small`, `medium`, `large`.
    pub name: String,
    /// The stored file.
    pub file: BlobId,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub bytes: i64,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

kit::row! {
    /// A picture in its three sizes.
    #[derive(Debug, Clone)]
    pub struct Picture {
        /// Number.
        pub id: PictureId,
        /// What is to be seen.
        pub alt: String,
        /// The small file.
        pub small: BlobId,
        /// Pixels across.
        pub small_width: i64,
        /// The medium file.
        pub medium: BlobId,
        /// Pixels across.
        pub medium_width: i64,
        /// Pixels down.
        pub medium_height: i64,
        /// The large file.
        pub large: BlobId,
        /// Pixels across.
        pub large_width: i64,
    }
}

const SELECT: &str = "select i.id, i.alt, s.file as small, s.width as small_width, m.file as medium, m.width as medium_width,
    m.height as medium_height, l.file as large, l.width as large_width
    from picture i join picture_size s on s.picture_id = i.id and s.name = 'small'
    join picture_size m on m.picture_id = i.id and m.name = 'medium'
    join picture_size l on l.picture_id = i.id and l.name = 'large'";

impl Picture {
    /// The pictures of a post in their order.
    pub async fn of_post(db: &Db, post: PostId) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} where i.post_id = $1 and i.position < {POSTER} order by i.position"), args![post]).await?)
    }

    /// A picture that may go into a form of this person: a draft of theirs, or one of the post that is being changed.
    pub async fn draft(db: &Db, id: PictureId, owner: PersonId, post: Option<PostId>) -> Result<Option<Self>> {
        let sql = format!("{SELECT} where i.id = $1 and ((i.post_id is null and i.owner_id = $2) or i.post_id = cast($3 as bigint))");
        Ok(db.maybe(sql, args![id, owner, post]).await?)
    }

    /// The address of the medium size.
    pub fn src(&self) -> String {
        media_path(self.medium)
    }

    /// The address of the large size.
    pub fn large_src(&self) -> String {
        media_path(self.large)
    }

    /// The address of the small size.
    pub fn small_src(&self) -> String {
        media_path(self.small)
    }

    /// All sizes for `srcset`.
    pub fn srcset(&self) -> String {
        srcset(&[(self.small, self.small_width), (self.medium, self.medium_width), (self.large, self.large_width)])
    }
}

/// Files with their widths as `srcset` wants them, each width once.
pub(super) fn srcset(files: &[(BlobId, i64)]) -> String {
    let mut parts: Vec<String> = Vec::with_capacity(files.len());
    let mut widest = 0;
    for (file, width) in files {
        if *width > widest {
            parts.push(format!("{} {width}w", media_path(*file)));
            widest = *width;
        }
    }
    parts.join(", ")
}

/// The address of a file.
pub fn media_path(file: BlobId) -> String {
    format!("/media/{file}")
}

/// Notes a picture that was just stored, as a draft.
pub async fn create(tx: &mut Tx, owner: PersonId, width: u32, height: u32, sizes: &[NewSize]) -> Result<PictureId> {
    let now = tx.now();
    let id = PictureId::next(now);
    tx.run(
        "insert into picture (id, owner_id, post_id, position, alt, width, height, created_at) values ($1, $2, null, 0, '', $3, $4, $5)",
        args![id, owner, width, height, now],
    )
    .await?;
    for size in sizes {
        tx.run(
            "insert into picture_size (picture_id, name, file, type, bytes, width, height) values ($1, $2, $3, $4, $5, $6, $7)",
            args![id, &size.name, size.file, &size.media_type, size.bytes, size.width, size.height],
        )
        .await?;
    }
    Ok(id)
}

/// Makes these the pictures of a post, in this order, and one that of its recording. Those that were its pictures and are no
/// longer become drafts again.
pub async fn attach(tx: &mut Tx, post: PostId, owner: PersonId, pictures: &[Described], poster: Option<Described>) -> Result<()> {
    tx.run("update picture set position = -1 where post_id = $1", args![post]).await?;
    for (position, picture) in (0_i64..).zip(pictures).chain(poster.as_ref().map(|poster| (POSTER, poster))) {
        let found = tx
            .run(
                "update picture set post_id = $1, position = $2, alt = $3
                  where id = $4 and ((post_id is null and owner_id = $5) or post_id = $1)",
                args![post, position, &picture.alt, picture.id, owner],
            )
            .await?;
        if found == 0 {
            return Err(Error::field("immagini", "error-picture-gone"));
        }
    }
    tx.run("update picture set post_id = null, position = 0 where post_id = $1 and position = -1", args![post]).await?;
    Ok(())
}

/// The pictures of a post as they stand, each with its words; and the one of its recording.
pub(super) async fn standing(tx: &mut Tx, post: PostId) -> Result<(Vec<Described>, Option<PictureId>)> {
    let rows: Vec<(PictureId, String, i64)> =
        tx.all("select id, alt, position from picture where post_id = $1 order by position", args![post]).await?;
    let poster = rows.iter().find(|(_, _, position)| *position == POSTER).map(|(id, _, _)| *id);
    let shown = rows.into_iter().filter(|(_, _, position)| *position < POSTER);
    Ok((shown.map(|(id, alt, _)| Described { id, alt }).collect(), poster))
}

/// Faults of the descriptions, each beside its field.
pub fn check(pictures: &[Described], faults: &mut FieldErrors) {
    if pictures.len() > MOST {
        faults.add_with("immagini", "error-pictures-many", vec![("max", MOST.to_string())]);
    }
    for picture in pictures {
        let field = alt_field(picture.id);
        if picture.alt.is_empty() {
            faults.add(field, "error-alt-empty");
        } else if picture.alt.chars().count() > ALT_MAX {
            faults.add_with(field, "error-alt-long", vec![("max", ALT_MAX.to_string())]);
        }
    }
}

/// The form's field with a picture's description.
pub fn alt_field(id: PictureId) -> String {
    format!("alt-{id}")
}

kit::row! {
    /// A file as it may be handed out.
    #[derive(Debug, Clone)]
    pub struct Media {
        /// Its media type.
        pub media_type: String,
        /// Its size in bytes.
        pub bytes: i64,
        /// May anybody keep it? A draft is for its owner alone.
        pub public: bool,
    }
}

/// What this viewer may see of a file: a picture of a post that can be read, a draft of one's own, one of a post that
/// waits for an editor of its page, or one of a post that moderation judges.
pub async fn media(db: &Db, viewer: &Viewer, file: BlobId) -> Result<Media> {
    match own_or_public(db, viewer, file).await {
        Err(Error::NotFound) => match super::preview::media(db, viewer, file).await? {
            Some(media) => Ok(media),
            None => match super::recording::media(db, viewer, file).await? {
                Some(media) => Ok(media),
                None => match to_review(db, viewer, file).await {
                    Err(Error::NotFound) => super::moderation::judged_media(db, viewer, file).await?.ok_or(Error::NotFound),
                    found => found,
                },
            },
        },
        found => found,
    }
}

async fn to_review(db: &Db, viewer: &Viewer, file: BlobId) -> Result<Media> {
    let Ok(me) = viewer.me() else { return Err(Error::NotFound) };
    let pages: Vec<_> = me.publishing().map(|page| page.id).collect();
    let held = super::held::Held::waiting(db, &pages).await?;
    let recordings: Vec<NewRecording> = held.iter().filter_map(|held| held.rest().recording).collect();
    if !recordings.is_empty() {
        let sql = format!(
            "select type as media_type, bytes, cast(0 as bigint) as public from recording where file = $1 and id in ({}) limit 1",
            places(2, recordings.len())
        );
        let args = std::iter::once(Value::from(file)).chain(recordings.iter().map(|recording| recording.id.into())).collect();
        if let Some(media) = db.maybe(sql, args).await? {
            return Ok(media);
        }
    }
    let posters = recordings.into_iter().filter_map(|recording| recording.poster);
    let pictures: Vec<PictureId> = held.iter().flat_map(|held| held.described()).map(|picture| picture.id).chain(posters).collect();
    if pictures.is_empty() {
        return Err(Error::NotFound);
    }
    let sql = format!(
        "select type as media_type, bytes, cast(0 as bigint) as public from picture_size where file = $1 and picture_id in ({}) limit 1",
        places(2, pictures.len())
    );
    let args = std::iter::once(Value::from(file)).chain(pictures.into_iter().map(Value::from)).collect();
    Ok(db.one(sql, args).await?)
}

async fn own_or_public(db: &Db, viewer: &Viewer, file: BlobId) -> Result<Media> {
    let sql = format!(
        "select s.type as media_type, s.bytes, case when p.id is not null and {} then cast(1 as bigint) else cast(0 as bigint) end as public
           from picture_size s join picture i on i.id = s.picture_id left join post p on p.id = i.post_id
          where s.file = $1 and ((p.id is not null and {}) or (i.post_id is null and i.owner_id = cast($2 as bigint)))
          order by 3 desc limit 1",
        visible_to_all(),
        visible(2)
    );
    Ok(db.one(sql, args![file, viewer.id()]).await?)
}

/// Forgets drafts that nobody published for two days; how many.
pub async fn sweep(tx: &mut Tx, limit: i64) -> Result<usize> {
    let before = tx.now().plus(-WAITS);
    let old: Vec<(PictureId,)> = tx
        .all(
            // What somebody is still to read keeps its pictures: those of an author with a held post stay.
            "select id from picture where post_id is null and created_at < $1
                and owner_id not in (select author_id from held_post where decided_at is null) order by created_at limit $2",
            args![before, limit],
        )
        .await?;
    for (id,) in &old {
        tx.run("delete from picture_size where picture_id = $1", args![*id]).await?;
        tx.run("delete from picture where id = $1", args![*id]).await?;
    }
    Ok(old.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_needs_words_and_the_fault_stands_beside_its_field() {
        let mut faults = FieldErrors::default();
        let long = "a".repeat(ALT_MAX + 1);
        let pictures = [("Il carro del drago", 1), ("", 2), (long.as_str(), 3)];
        check(&pictures.map(|(alt, id)| Described { id: PictureId(id), alt: alt.into() }), &mut faults);
        assert!(faults.of("alt-1").is_none());
        assert_eq!(faults.of("alt-2").unwrap().key, "error-alt-empty");
        assert_eq!(faults.of("alt-3").unwrap().key, "error-alt-long");
    }

    #[test]
    fn seven_pictures_are_one_too_many() {
        let mut faults = FieldErrors::default();
        let pictures: Vec<Described> = (1..=7).map(|id| Described { id: PictureId(id), alt: "x".into() }).collect();
        check(&pictures, &mut faults);
        assert_eq!(faults.of("immagini").unwrap().key, "error-pictures-many");
    }

    #[test]
    fn a_small_picture_is_offered_in_one_width_only() {
        let file = BlobId::of(b"x");
        assert_eq!(srcset(&[(file, 300), (file, 300), (file, 300)]), format!("/media/{file} 300w"));
        assert_eq!(srcset(&[(file, 400), (file, 960), (file, 1920)]).matches("/media/").count(), 3);
    }
}
