//! A community nobody has spoken in for a year sleeps: it can be read, and a moderator can wake it.

use kit::clock::DAY;
use kit::db::Tx;
use kit::{Result, args};

use super::kind::CommunityId;
use super::record::Community;
use crate::identity::{Actor, Entry, note};

/// How long the silence is.
const SILENCE: i64 = 365 * DAY;

/// Puts to sleep those that have been silent for a year; how many of `limit`.
pub async fn sleep(tx: &mut Tx, limit: i64) -> Result<usize> {
    let before = tx.now().plus(-SILENCE);
    let silent: Vec<(CommunityId,)> = tx
        .all(
            "select id from community where archived_at is null and closed_at is null and created_at < $1
                and (last_post_at is null or last_post_at < $1) and (woken_at is null or woken_at < $1) order by id limit $2",
            args![before, limit],
        )
        .await?;
    for (id,) in &silent {
        archive(tx, *id).await?;
    }
    Ok(silent.len())
}

/// Puts one to sleep.
pub(super) async fn archive(tx: &mut Tx, id: CommunityId) -> Result<()> {
    let now = tx.now();
    tx.run("update community set archived_at = $2 where id = $1 and archived_at is null", args![id, now]).await?;
    tx.touch("communities");
    tx.touch(format!("community:{id}"));
    Ok(())
}

impl Community {
    /// Wakes it.
    pub async fn wake(&self, tx: &mut Tx, actor: &Actor) -> Result<()> {
        self.kept(tx, actor.person.ok_or(kit::Error::SignIn)?).await?;
        let now = tx.now();
        tx.run("update community set archived_at = null, woken_at = $2 where id = $1 and archived_at is not null", args![self.id, now])
            .await?;
        let entry = Entry {
            act: "community.woken",
            subject_kind: "community",
            subject_id: Some(self.id.0),
            subject_name: &self.name,
            ..Entry::default()
        };
        note(tx, actor, entry).await?;
        tx.touch("communities");
        tx.touch(format!("community:{}", self.id));
        Ok(())
    }
}
