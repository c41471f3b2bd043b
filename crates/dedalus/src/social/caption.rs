//! Captions of a recording, one file a language: read by content, written again by us, so that nothing else passes.

use kit::clock::Time;
use kit::db::{Db, Tx, Value, places};
use kit::{Error, Result, args};

use super::recording::{FILE_FIELD, RecordingId};
use super::visible::{visible, visible_to_all};
use super::words::LANGUAGES;
use crate::identity::{PersonId, Viewer};

kit::id! {
    /// The number of a file of captions.
    CaptionId
}

/// Files of captions one recording may have.
pub const MOST: usize = 12;

kit::row! {
    /// A file of captions, without its words.
    #[derive(Debug, Clone)]
    pub struct Caption {
        /// Number.
        pub id: CaptionId,
        /// The code of its language.
        pub language: String,
    }
}

impl Caption {
    /// Where it is fetched.
    pub fn path(&self) -> String {
        format!("/sottotitoli/{}", self.id)
    }

    /// The language by its own name.
    pub fn name(&self) -> &str {
        LANGUAGES.iter().find(|(code, _)| *code == self.language).map_or(self.language.as_str(), |(_, name)| name)
    }

    /// Those of a recording.
    pub async fn of(db: &Db, recording: RecordingId) -> Result<Vec<Self>> {
        Ok(db.all("select id, language from caption where recording_id = $1 order by language, id", args![recording]).await?)
    }

    /// One that may go into a form of this person: a draft of theirs, or one of the recording in the form.
    pub async fn draft(db: &Db, id: CaptionId, owner: PersonId, recording: RecordingId) -> Result<Option<Self>> {
        let sql = "select id, language from caption where id = $1 and ((recording_id is null and owner_id = $2) or recording_id = $3)";
        Ok(db.maybe(sql, args![id, owner, recording]).await?)
    }
}

/// Those of a recording, by their numbers.
pub(super) async fn standing(tx: &mut Tx, recording: RecordingId) -> Result<Vec<CaptionId>> {
    let rows: Vec<(CaptionId,)> = tx.all("select id from caption where recording_id = $1 order by id", args![recording]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Keeps captions as a draft.
pub async fn create(tx: &mut Tx, owner: PersonId, language: &str, words: &str) -> Result<CaptionId> {
    let now = tx.now();
    let id = CaptionId::next(now);
    tx.run(
        "insert into caption (id, owner_id, recording_id, language, words, created_at) values ($1, $2, null, $3, $4, $5)",
        args![id, owner, language, words, now],
    )
    .await?;
    Ok(id)
}

/// Makes these the captions of a recording; others it had are gone.
pub async fn attach(tx: &mut Tx, recording: RecordingId, owner: PersonId, captions: &[CaptionId]) -> Result<()> {
    for id in captions {
        let sql = "update caption set recording_id = $1 where id = $2 and ((recording_id is null and owner_id = $3) or recording_id = $1)";
        if tx.run(sql, args![recording, *id, owner]).await? == 0 {
            return Err(Error::field(FILE_FIELD, "error-recording-gone"));
        }
    }
    let kept = if captions.is_empty() { String::new() } else { format!(" and id not in ({})", places(2, captions.len())) };
    let args = std::iter::once(Value::from(recording)).chain(captions.iter().copied().map(Value::from)).collect();
    tx.run(format!("delete from caption where recording_id = $1{kept}"), args).await?;
    Ok(())
}

/// Drafts that nobody published.
pub async fn sweep(tx: &mut Tx, before: Time) -> Result<()> {
    tx.run(
        "delete from caption where recording_id is null and created_at < $1
            and owner_id not in (select author_id from held_post where decided_at is null)",
        args![before],
    )
    .await?;
    Ok(())
}

kit::row! {
    /// The words of a file of captions, as they may be handed out.
    #[derive(Debug, Clone)]
    pub struct Words {
        /// WebVTT.
        pub words: String,
        /// May anybody keep them?
        pub public: bool,
    }
}

/// What a viewer may read: as it is with the recording.
pub async fn words(db: &Db, viewer: &Viewer, id: CaptionId) -> Result<Words> {
    match own_or_public(db, viewer, id).await {
        Err(Error::NotFound) => match to_review(db, viewer, id).await {
            Err(Error::NotFound) => super::moderation::judged_captions(db, viewer, id).await?.ok_or(Error::NotFound),
            found => found,
        },
        found => found,
    }
}

/// Those of a post that waits for an editor of its page.
async fn to_review(db: &Db, viewer: &Viewer, id: CaptionId) -> Result<Words> {
    let Ok(me) = viewer.me() else { return Err(Error::NotFound) };
    let pages: Vec<_> = me.publishing().map(|page| page.id).collect();
    let held = super::held::Held::waiting(db, &pages).await?;
    let waits = held.iter().filter_map(|held| held.rest().recording).any(|recording| recording.captions.contains(&id));
    if !waits {
        return Err(Error::NotFound);
    }
    Ok(db.one("select words, cast(0 as bigint) as public from caption where id = $1", args![id]).await?)
}

async fn own_or_public(db: &Db, viewer: &Viewer, id: CaptionId) -> Result<Words> {
    let sql = format!(
        "select c.words, case when p.id is not null and {} then cast(1 as bigint) else cast(0 as bigint) end as public
           from caption c left join recording r on r.id = c.recording_id left join post p on p.id = r.post_id
          where c.id = $1 and ((p.id is not null and {}) or (p.id is null and c.owner_id = cast($2 as bigint)))",
        visible_to_all(),
        visible(2)
    );
    Ok(db.one(sql, args![id, viewer.id()]).await?)
}
