//! Sharing: a post passed on to one's own followers, in whose time lines it stands. Only what everybody may read can be. A
//! profile shows what a person says; what they pass on is for who chose to follow them.

use kit::db::Tx;
use kit::{Error, Result, args};

use super::post::{COLUMNS, JOINS, Post, PostId};
use super::touch;
use super::visible::visible_to_all;
use crate::identity::Actor;

impl Post {
    /// Passes it on: an entry under the sharer's own source. Twice is once.
    pub async fn share(tx: &mut Tx, actor: &Actor, id: PostId) -> Result<Self> {
        let person = actor.person.ok_or(Error::SignIn)?;
        // Who shares must read it, and so must everybody.
        Self::visible_in(tx, person, id).await?;
        let sql = format!("select {COLUMNS} from post p {JOINS} where p.id = $1 and p.parent_id is null and {}", visible_to_all());
        let post: Option<Self> = tx.maybe(sql, args![id]).await?;
        let post = post.ok_or(Error::Conflict("error-share-not-public"))?;
        let now = tx.now();
        let share = kit::ids::next(now);
        let added = tx
            .run(
                "insert into share (id, post_id, person_id, created_at) values ($1, $2, $3, $4) on conflict (person_id, post_id) do nothing",
                args![share, id, person, now],
            )
            .await?;
        if added == 1 {
            tx.run(
                "insert into post_source (kind, source_id, entry_id, post_id, by_id) values ('person', $1, $2, $3, $1)",
                args![person, share, id],
            )
            .await?;
            tx.run("update post set share_count = share_count + 1 where id = $1", args![id]).await?;
            tx.touch(format!("person:{person}"));
            post.tell(tx, person, "post.shared").await?;
        }
        Ok(post)
    }

    /// Takes it back.
    pub async fn unshare(tx: &mut Tx, actor: &Actor, id: PostId) -> Result<Self> {
        let person = actor.person.ok_or(Error::SignIn)?;
        let share: Option<(i64,)> = tx.maybe("select id from share where person_id = $1 and post_id = $2", args![person, id]).await?;
        let Some((share,)) = share else { return Self::visible_in(tx, person, id).await };
        tx.run("delete from post_source where kind = 'person' and source_id = $1 and entry_id = $2", args![person, share]).await?;
        tx.run("delete from share where id = $1", args![share]).await?;
        tx.run("update post set share_count = share_count - 1 where id = $1", args![id]).await?;
        let post = Self::any_in(tx, id).await?;
        for subject in touch::of(&post).into_iter().chain([format!("person:{person}")]) {
            tx.touch(subject);
        }
        Ok(post)
    }
}
