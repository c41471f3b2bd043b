//! The end of an account in the square: what a person said as themselves becomes a tombstone without words.

use std::pin::Pin;

use kit::db::Tx;
use kit::events::{Event, record};
use kit::{Result, args};

use super::post::{Post, PostId};
use super::touch;

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
    if post.deleted_at.is_some() {
        return Ok(());
    }
    if post.is_comment() && !post.held && post.hidden_at.is_none() {
        tx.run("update post set comment_count = comment_count - 1 where id = $1", args![post.root_id]).await?;
    }
    let kind = if post.is_comment() { "comment.deleted" } else { "post.deleted" };
    let subject_kind = if post.is_comment() { "comment" } else { "post" };
    let data = serde_json::json!({"root": post.root_id, "page": null, "removed": false});
    record(tx, Event { kind, actor: None, subject_kind, subject: id.0, data, touches: &touch::of(&post) }).await?;
    Ok(())
}
