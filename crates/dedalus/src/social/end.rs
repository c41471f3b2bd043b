//! The end of an account in the square: what a person said as themselves becomes a tombstone without words.

use std::pin::Pin;

use kit::db::Tx;
use kit::events::{Event, record};
use kit::{Result, args};

use super::post::{Post, PostId};
use super::touch;

/// One turn over what a person liked: what is counted is counted down.
pub fn likes(tx: &mut Tx, person: i64, limit: i64) -> Pin<Box<dyn Future<Output = Result<u64>> + Send + '_>> {
    Box::pin(async move {
        let left: Vec<(PostId,)> =
            tx.all("select post_id from reaction where person_id = $1 order by post_id limit $2", args![person, limit]).await?;
        for (id,) in &left {
            tx.run("delete from reaction where post_id = $1 and person_id = $2", args![*id, person]).await?;
            tx.run("update post set like_count = like_count - 1 where id = $1 and like_count > 0", args![*id]).await?;
            tx.touch(format!("post:{id}"));
        }
        Ok(left.len() as u64)
    })
}

/// The same over what a person shared.
pub fn shares(tx: &mut Tx, person: i64, limit: i64) -> Pin<Box<dyn Future<Output = Result<u64>> + Send + '_>> {
    Box::pin(async move {
        let left: Vec<(i64, PostId)> =
            tx.all("select id, post_id from share where person_id = $1 order by id limit $2", args![person, limit]).await?;
        for (share, id) in &left {
            tx.run("delete from post_source where kind = 'person' and source_id = $1 and entry_id = $2", args![person, *share]).await?;
            tx.run("delete from share where id = $1", args![*share]).await?;
            tx.run("update post set share_count = share_count - 1 where id = $1 and share_count > 0", args![*id]).await?;
            tx.touch(format!("post:{id}"));
        }
        Ok(left.len() as u64)
    })
}

/// One turn over a person's own posts and comments; how many it emptied. The form's key says which are done.
pub fn posts(tx: &mut Tx, person: i64, limit: i64) -> Pin<Box<dyn Future<Output = Result<u64>> + Send + '_>> {
    Box::pin(async move {
        let left: Vec<(PostId,)> = tx
            .all(
                "select id from post where author_id = $1 and page_id is null and once_key <> 'closed-' || id order by id limit $2",
                args![person, limit],
            )
            .await?;
        for (id,) in &left {
            empty(tx, *id).await?;
        }
        Ok(left.len() as u64)
    })
}

async fn empty(tx: &mut Tx, id: PostId) -> Result<()> {
    let now = tx.now();
    let post = Post::any_in(tx, id).await?;
    tx.run(
        "update post set title = '', body = '', body_html = '', excerpt = '', language = '', warning = '', once_key = 'closed-' || id,
                deleted_at = coalesce(deleted_at, $2), pinned_until = null where id = $1",
        args![id, now],
    )
    .await?;
    super::search::remove(tx, id).await?;
    super::source::delist(tx, id).await?;
    super::mark::forget(tx, id).await?;
    super::poll::forget(tx, id).await?;
    super::preview::forget(tx, id).await?;
    if post.deleted_at.is_some() {
        return Ok(());
    }
    post.count(tx, -1).await?;
    let kind = if post.is_comment() { "comment.deleted" } else { "post.deleted" };
    let subject_kind = if post.is_comment() { "comment" } else { "post" };
    let data = serde_json::json!({"root": post.root_id, "page": null, "removed": false});
    record(tx, Event { kind, actor: None, subject_kind, subject: id.0, data, touches: &touch::of(&post) }).await?;
    Ok(())
}
