//! Taking away, and back: a tombstone stands for seven days with everything behind it, then only the tombstone.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};

use super::community;
use super::moderation::{Removal, removal_decided, removal_undone};
use super::post::{Post, PostId};
use super::powers::RESTORABLE;
use super::source;
use super::touch;
use super::words::searchable;
use crate::identity::{Actor, Entry, Viewer, note};

impl Post {
    /// What this viewer may take away.
    pub async fn deletable_by(db: &Db, viewer: &Viewer, id: PostId) -> Result<Self> {
        let post = Self::visible_to(db, viewer, id).await?;
        if post.powers(viewer.me.as_ref(), db.now()).delete { Ok(post) } else { Err(Error::NotFound) }
    }

    /// Takes it away. A comment is no longer counted. Words of somebody else are taken away with a reason, which they read.
    pub async fn delete(tx: &mut Tx, actor: &Actor, viewer: &Viewer, id: PostId, why: Option<&Removal>) -> Result<Self> {
        let now = tx.now();
        let post = Self::any_in(tx, id).await?;
        let me = viewer.me()?;
        let powers = post.powers(Some(me), now);
        if !powers.delete {
            return Err(Error::NotFound);
        }
        // Who may not change the words does not speak in them: the comment is removed, not withdrawn.
        let removed = !powers.edit;
        if removed && why.is_none() {
            return Err(Error::field("fatti", "error-decision-facts"));
        }
        tx.run("update post set deleted_at = $2, removed = $3 where id = $1", args![id, now, removed]).await?;
        post.count(tx, -1).await?;
        source::delist(tx, id).await?;
        super::mark::forget(tx, id).await?;
        super::search::remove(tx, id).await?;
        post.note_end(tx, actor, if post.is_comment() { "comment.deleted" } else { "post.deleted" }, removed).await?;
        if let Some(why) = why.filter(|_| removed) {
            removal_decided(tx, actor, &post, why).await?;
        }
        Ok(post)
    }

    /// Brings it back.
    pub async fn restore(tx: &mut Tx, actor: &Actor, viewer: &Viewer, id: PostId) -> Result<Self> {
        let now = tx.now();
        let post = Self::any_in(tx, id).await?;
        // Words that are forgotten, because their author left meanwhile, do not come back.
        if !post.powers(Some(viewer.me()?), now).restore || post.body.is_empty() {
            return Err(Error::NotFound);
        }
        if !(post.removed && removal_undone(tx, actor, id).await?) {
            post.bring_back(tx).await?;
        }
        post.note_end(tx, actor, if post.is_comment() { "comment.restored" } else { "post.restored" }, post.removed).await?;
        Ok(post)
    }

    /// Stands again, with everything behind it.
    pub(super) async fn bring_back(&self, tx: &mut Tx) -> Result<()> {
        tx.run("update post set deleted_at = null, removed = 0 where id = $1", args![self.id]).await?;
        self.count(tx, 1).await?;
        source::enlist_again(tx, self).await?;
        super::mark::note_again(tx, self).await?;
        let kind = if self.is_comment() { "comment" } else { "post" };
        super::search::put(tx, kind, self.id, self.published_at, &searchable(&self.title, &self.body)).await?;
        for subject in touch::of(self) {
            tx.touch(subject);
        }
        Ok(())
    }

    /// Counts it where it is counted: a comment below its post, a post in its community. What is hidden or waits is not.
    pub(super) async fn count(&self, tx: &mut Tx, by: i64) -> Result<()> {
        if self.held || self.hidden_at.is_some() {
            return Ok(());
        }
        if self.is_comment() {
            tx.run("update post set comment_count = comment_count + $2 where id = $1", args![self.root_id, by]).await?;
        } else if let Some(community) = self.community_id {
            community::count_post(tx, community, by).await?;
        }
        Ok(())
    }

    /// The event, and a row in the audit when a page acts: in its own words or on those of others.
    async fn note_end(&self, tx: &mut Tx, actor: &Actor, kind: &'static str, removed: bool) -> Result<()> {
        let what = if self.is_comment() { "comment" } else { "post" };
        let voice = if removed { self.root_page_id } else { self.page_id };
        // Who keeps a place and takes the words of others away answers for it.
        if voice.is_some() || (removed && self.community_id.is_some()) {
            let name = self.headline();
            let act = Entry {
                act: kind,
                subject_kind: what,
                subject_id: Some(self.id.0),
                subject_name: &name,
                voice,
                before: Some(self.body.clone()),
                after: None,
            };
            note(tx, actor, act).await?;
        }
        let data = serde_json::json!({"root": self.root_id, "page": self.page_id, "author": self.author_id, "removed": removed});
        let touches = touch::of(self);
        let event = Event { kind, actor: actor.person.map(|id| id.0), subject_kind: what, subject: self.id.0, data, touches: &touches };
        record(tx, event).await?;
        Ok(())
    }
}

/// Forgets the words behind tombstones that nobody can take back any more; how many. The tombstone stays. What somebody else took
/// away waits until its author can no longer appeal.
pub async fn forget(tx: &mut Tx, limit: i64) -> Result<usize> {
    let now = tx.now();
    let before: Time = now.plus(-RESTORABLE);
    let over: Vec<(PostId,)> = tx
        .all(
            "select p.id from post p where p.deleted_at < $1 and p.body <> ''
                and not (p.removed = 1 and exists (select 1 from decision_subject s join decision d on d.id = s.decision_id
                   where s.subject_id = p.id and s.subject_kind in ('post', 'comment') and d.hides = 1 and d.lifted_at is null
                     and (d.appeal_until > $3 or exists (select 1 from appeal a where a.decision_id = d.id and a.decided_at is null))))
              order by p.deleted_at limit $2",
            args![before, limit, now],
        )
        .await?;
    for (id,) in &over {
        tx.run("delete from post_edit where post_id = $1", args![*id]).await?;
        super::poll::forget(tx, *id).await?;
        super::preview::forget(tx, *id).await?;
        tx.run("update picture set post_id = null where post_id = $1", args![*id]).await?;
        super::recording::forget(tx, *id).await?;
        tx.run("update post set title = '', body = '', body_html = '', excerpt = '', warning = '' where id = $1", args![*id]).await?;
    }
    Ok(over.len())
}
