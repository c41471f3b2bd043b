//! The sources a post stands in: its author or page, its community, its tags, and whoever shared it. A time line reads them.

use kit::db::Tx;
use kit::{Result, args};

use super::community::CommunityId;
use super::post::{Post, PostId};
use crate::identity::{PageId, PersonId};

/// Puts a post into its own sources, in the turn that published it.
pub async fn enlist(tx: &mut Tx, post: PostId, author: PersonId, page: Option<PageId>, community: Option<CommunityId>) -> Result<()> {
    let voice = page.map_or(("person", author.0), |page| ("page", page.0));
    put(tx, voice, post).await?;
    if let Some(page) = page {
        let office: Option<(Option<i64>,)> = tx.maybe("select office_id from page_card where id = $1", args![page]).await?;
        if let Some((Some(office),)) = office {
            put(tx, ("office", office), post).await?;
        }
    }
    if let Some(community) = community {
        put(tx, ("community", community.0), post).await?;
    }
    Ok(())
}

/// Puts it back after it was brought back. Tags are put again by who reads its words.
pub async fn enlist_again(tx: &mut Tx, post: &Post) -> Result<()> {
    if post.is_comment() {
        return Ok(());
    }
    enlist(tx, post.id, post.author_id, post.page_id, post.community_id).await?;
    tx.run(
        "insert into post_source (kind, source_id, entry_id, post_id, by_id)
         select 'person', person_id, id, post_id, person_id from share where post_id = $1
         on conflict (kind, source_id, entry_id) do nothing",
        args![post.id],
    )
    .await?;
    Ok(())
}

async fn put(tx: &mut Tx, (kind, source): (&'static str, i64), post: PostId) -> Result<()> {
    tx.run(
        "insert into post_source (kind, source_id, entry_id, post_id) values ($1, $2, $3, $3) on conflict (kind, source_id, entry_id) do nothing",
        args![kind, source, post],
    )
    .await?;
    Ok(())
}

/// Takes a post out of all sources, shares of it included, in the turn that took it away.
pub async fn delist(tx: &mut Tx, post: PostId) -> Result<()> {
    tx.run("delete from post_source where post_id = $1", args![post]).await?;
    Ok(())
}
