//! What a decision does to texts: hidden and back, held and out. Counts and the search agree in the same turn.

use kit::db::Tx;
use kit::events::{Event, record};
use kit::{Result, args};

use super::matter::{self, Subject};
use super::rules::Why;
use crate::identity::PersonId;
use crate::social::post::{Post, PostId};
use crate::social::visible::Replies;
use crate::social::words::searchable;
use crate::social::{search, touch};

/// The condition for rows of `post p` in lists of the town: texts of limited accounts stand there for themselves alone.
/// The viewer's number is the argument `$place`.
pub fn reachable(place: usize) -> String {
    format!(
        "(p.page_id is not null or p.author_id = cast(${place} as bigint)
          or not exists (select 1 from limited_person l where l.person_id = p.author_id))"
    )
}

/// Waits for whoever wrote the post above it.
pub const FOR_AUTHOR: i64 = 1;
/// Waits for moderation, and for nobody else.
pub const FOR_MODERATION: i64 = 2;

/// Counts what stands for everybody.
async fn count(tx: &mut Tx, post: &Post, by: i64) -> Result<()> {
    if post.deleted_at.is_none() { post.count(tx, by).await } else { Ok(()) }
}

fn stale(tx: &mut Tx, post: &Post) {
    tx.touch(touch::EVERYTHING);
    for subject in touch::of(post) {
        tx.touch(subject);
    }
}

/// Hides a text from everybody but who wrote it. One that is hidden or gone stays as it is.
pub async fn hide(tx: &mut Tx, id: PostId) -> Result<()> {
    let now = tx.now();
    let post = Post::any_in(tx, id).await?;
    if post.hidden_at.is_some() {
        return Ok(());
    }
    tx.run("update post set hidden_at = $2 where id = $1", args![id, now]).await?;
    count(tx, &post, -1).await?;
    search::remove(tx, id).await?;
    stale(tx, &post);
    Ok(())
}

/// Does a decision that stands hide it?
pub async fn is_hidden_otherwise(tx: &mut Tx, id: PostId) -> Result<bool> {
    let (others,): (i64,) = tx
        .one(
            "select count(*) as n from decision_subject s join decision d on d.id = s.decision_id
              where s.subject_id = $1 and s.subject_kind in ('post', 'comment') and d.hides = 1 and d.lifted_at is null",
            args![id],
        )
        .await?;
    Ok(others > 0)
}

/// Brings a hidden text back, unless another decision that stands hides it, too.
pub async fn unhide(tx: &mut Tx, id: PostId) -> Result<()> {
    let others = is_hidden_otherwise(tx, id).await?;
    let post = Post::any_in(tx, id).await?;
    if others || post.hidden_at.is_none() {
        return Ok(());
    }
    tx.run("update post set hidden_at = null where id = $1", args![id]).await?;
    let back = Post::any_in(tx, id).await?;
    count(tx, &back, 1).await?;
    if back.deleted_at.is_none() {
        let kind = if back.is_comment() { "comment" } else { "post" };
        search::put(tx, kind, id, back.published_at, &searchable(&back.title, &back.body)).await?;
    }
    stale(tx, &back);
    Ok(())
}

/// A text waits until moderation has read it; one that stood is counted no longer. One that waits for whoever wrote the post
/// above it goes on waiting for them, too.
pub async fn hold(tx: &mut Tx, id: PostId, why: Why) -> Result<()> {
    let post = Post::any_in(tx, id).await?;
    count(tx, &post, -1).await?;
    tx.run("update post set held = $2 where id = $1 and held <> $3", args![id, FOR_MODERATION, FOR_AUTHOR]).await?;
    stale(tx, &post);
    matter::open_held(tx, Subject::of_post(&post), why).await
}

/// Moderation has read what waited: it goes out, and is told as if it were published now. What whoever wrote the post above it
/// has not approved yet waits for them from now on, and they are told.
pub async fn release(tx: &mut Tx, id: PostId, by: Option<PersonId>) -> Result<()> {
    let post = Post::any_in(tx, id).await?;
    if !post.held {
        return Ok(());
    }
    let (waits,): (i64,) = tx.one("select held from post where id = $1", args![id]).await?;
    let stays = waits == FOR_AUTHOR && post.is_comment() && post.root_replies == Replies::Approval;
    if !stays {
        tx.run("update post set held = 0 where id = $1", args![id]).await?;
    }
    let out = Post::any_in(tx, id).await?;
    count(tx, &out, 1).await?;
    stale(tx, &out);
    let author = out.author_id;
    let touches = touch::of(&out);
    let event = if stays {
        let data = serde_json::json!({"root": out.root_id, "author": author});
        Event { kind: "comment.held", actor: Some(author.0), subject_kind: "comment", subject: id.0, data, touches: &touches }
    } else if out.is_comment() {
        let data = serde_json::json!({"root": out.root_id, "author": author});
        Event { kind: "comment.approved", actor: by.map(|by| by.0), subject_kind: "comment", subject: id.0, data, touches: &touches }
    } else {
        let data = serde_json::json!({"page": out.page_id, "author": author, "community": out.community_id});
        Event { kind: "post.published", actor: Some(author.0), subject_kind: "post", subject: id.0, data, touches: &touches }
    };
    record(tx, event).await?;
    Ok(())
}
