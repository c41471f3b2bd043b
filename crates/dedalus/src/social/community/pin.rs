//! Posts that stand on top of their community for a while.

use kit::clock::DAY;
use kit::db::Tx;
use kit::{Error, Result, args};

use super::record::Community;
use crate::identity::{Actor, Entry, note};
use crate::social::post::PostId;

/// The longest a post stands on top, in days.
const LONGEST: i64 = 90;

/// Keeps a post on top for some days.
pub async fn keep(tx: &mut Tx, actor: &Actor, community: &Community, post: PostId, days: i64) -> Result<()> {
    if !(1..=LONGEST).contains(&days) {
        return Err(Error::field("giorni", "error-community-days"));
    }
    let until = tx.now().plus(days * DAY);
    set(tx, actor, community, post, Some(until), "community.post_kept").await
}

/// Lets it go from the top.
pub async fn release(tx: &mut Tx, actor: &Actor, community: &Community, post: PostId) -> Result<()> {
    set(tx, actor, community, post, None, "community.post_released").await
}

async fn set(
    tx: &mut Tx,
    actor: &Actor,
    community: &Community,
    post: PostId,
    until: Option<kit::clock::Time>,
    act: &'static str,
) -> Result<()> {
    community.kept(tx, actor.person.ok_or(Error::SignIn)?).await?;
    let changed = tx
        .run(
            "update post set kept_until = $3 where id = $1 and community_id = $2 and parent_id is null and deleted_at is null",
            args![post, community.id, until],
        )
        .await?;
    if changed == 0 {
        return Err(Error::NotFound);
    }
    note(tx, actor, Entry { act, subject_kind: "post", subject_id: Some(post.0), subject_name: &community.name, ..Entry::default() })
        .await?;
    tx.touch(format!("community:{}", community.id));
    tx.touch(format!("post:{post}"));
    Ok(())
}
