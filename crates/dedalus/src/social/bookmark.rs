//! Bookmarks: what somebody keeps for themselves to find again. Nobody else knows.

use kit::clock::Time;
use kit::db::{Db, Tx, containing};
use kit::{Error, Result, args};

use super::post::{Post, PostId};
use super::visible::visible;
use crate::identity::{Actor, Viewer};

impl Post {
    /// Keeps it. Twice is once.
    pub async fn keep(tx: &mut Tx, actor: &Actor, id: PostId) -> Result<Self> {
        let person = actor.person.ok_or(Error::SignIn)?;
        let post = Self::visible_in(tx, person, id).await?;
        let now = tx.now();
        tx.run(
            "insert into bookmark (person_id, post_id, created_at) values ($1, $2, $3) on conflict (person_id, post_id) do nothing",
            args![person, id, now],
        )
        .await?;
        Ok(post)
    }

    /// Keeps it no longer, whether or not it may still be read.
    pub async fn let_go(tx: &mut Tx, actor: &Actor, id: PostId) -> Result<Self> {
        let person = actor.person.ok_or(Error::SignIn)?;
        let gone = tx.run("delete from bookmark where person_id = $1 and post_id = $2", args![person, id]).await?;
        if gone == 1 { Self::any_in(tx, id).await } else { Self::visible_in(tx, person, id).await }
    }
}

/// What a person keeps and may still read, the newest bookmark first: numbers and since when. `before` is the last row of the
/// page before; `words` must all be in title or text as they stand.
pub async fn kept(db: &Db, viewer: &Viewer, words: &str, before: Option<(Time, PostId)>, limit: i64) -> Result<Vec<(PostId, Time)>> {
    let me = viewer.me()?.id;
    let (time, last) = before.unwrap_or((Time::from_micros(i64::MAX), PostId(i64::MAX)));
    let sql = format!(
        "select k.post_id, k.created_at from bookmark k join post p on p.id = k.post_id
          where k.person_id = $1 and (k.created_at < $2 or (k.created_at = $2 and k.post_id < $3))
            and lower(p.title || ' ' || p.body) like lower($4) escape '\\' and {}
          order by k.created_at desc, k.post_id desc limit $5",
        visible(1)
    );
    Ok(db.all(sql, args![me, time, last, containing(words), limit]).await?)
}
