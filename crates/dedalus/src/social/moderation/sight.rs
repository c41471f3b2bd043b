//! What moderation sees beside the words: pictures, recordings and captions of a text that it judges, wherever that stands.

use kit::Result;
use kit::args;
use kit::blob::BlobId;
use kit::db::{Db, Tx};

use super::words::SubjectKind;
use crate::identity::{Act, Actor, Entry, Viewer, note};
use crate::social::caption::{CaptionId, Words};
use crate::social::picture::Media;

/// The condition for rows of `post p`: somebody reported it, it was held, or it was decided about. What nobody complained of
/// moderation sees like everybody else.
const JUDGED: &str = "(exists (select 1 from matter m where m.subject_kind in ('post', 'comment') and m.subject_id = p.id)
     or exists (select 1 from decision_subject s where s.subject_kind in ('post', 'comment') and s.subject_id = p.id))";

/// A file of a text that this viewer judges: a picture, what is played, the picture of a link. Nobody else is to keep it.
pub async fn media(db: &Db, viewer: &Viewer, file: BlobId) -> Result<Option<Media>> {
    if viewer.may(Act::Moderate).is_err() {
        return Ok(None);
    }
    let sql = format!(
        "select z.type as media_type, z.bytes, cast(0 as bigint) as public from (
           select s.type, s.bytes, i.post_id from picture_size s join picture i on i.id = s.picture_id where s.file = $1
           union all select r.type, r.bytes, r.post_id from recording r where r.file = $1
           union all select l.type, l.bytes, l.post_id from link_preview l where l.file = $1) z
         join post p on p.id = z.post_id where {JUDGED} limit 1"
    );
    Ok(db.maybe(sql, args![file]).await?)
}

/// Captions of a recording that this viewer judges.
pub async fn captions(db: &Db, viewer: &Viewer, id: CaptionId) -> Result<Option<Words>> {
    if viewer.may(Act::Moderate).is_err() {
        return Ok(None);
    }
    let sql = format!(
        "select c.words, cast(0 as bigint) as public from caption c join recording r on r.id = c.recording_id
           join post p on p.id = r.post_id where c.id = $1 and {JUDGED}"
    );
    Ok(db.maybe(sql, args![id]).await?)
}

/// A look at what was said in a community that not everybody reads is a confidential read.
pub async fn note_read(tx: &mut Tx, actor: &Actor, kind: SubjectKind, id: i64) -> Result<()> {
    let act = Entry { act: "moderation.read", subject_kind: kind.word(), subject_id: Some(id), ..Entry::default() };
    note(tx, actor, act).await
}
