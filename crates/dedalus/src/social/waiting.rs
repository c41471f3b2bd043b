//! Comments that wait: who wrote the post, or speaks for its page, approves or refuses them.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};

use super::post::{COLUMNS, JOINS, Post, PostId};
use super::touch;
use crate::identity::{Actor, Entry, Me, Viewer, note};

/// Comments on one page of those that wait.
pub const PAGE: i64 = 50;
/// Comments that are approved at once at the most.
const AT_ONCE: i64 = 200;

/// The condition for a comment to wait for who wrote the post above it, whose number is that argument. What moderation holds is not
/// theirs to release; nobody of a blocked pair is shown.
pub(super) fn awaits(comment: &str, place: usize) -> String {
    format!(
        "{comment}.held = 1 and {comment}.deleted_at is null and {comment}.hidden_at is null
    and not exists (select 1 from blocked_pair b where b.viewer_id = ${place} and b.other_id = {comment}.author_id and {comment}.page_id is null)
    and not exists (select 1 from matter m where m.subject_kind = 'comment' and m.subject_id = {comment}.id and m.held = 1 and m.closed_at is null)"
    )
}

/// What waits below the post `$1` for `$2`.
fn waiting() -> String {
    format!("p.root_id = $1 and {}", awaits("p", 2))
}

impl Post {
    /// Does this person decide what is said below this post?
    pub fn is_kept_by(&self, me: &Me) -> bool {
        match self.page_id {
            None => self.author_id == me.id,
            Some(page) => me.page(page).is_some_and(|page| page.rights.reply || page.rights.publish),
        }
    }

    /// A post below which this viewer decides; others do not find it.
    pub async fn kept_by(db: &Db, viewer: &Viewer, id: PostId) -> Result<Self> {
        let post = Self::visible_to(db, viewer, id).await?;
        if !post.is_comment() && post.is_kept_by(viewer.me()?) { Ok(post) } else { Err(Error::NotFound) }
    }

    /// What waits below it, oldest first.
    pub async fn waiting(&self, db: &Db, viewer: &Viewer, limit: i64) -> Result<Vec<Self>> {
        let sql = format!("select {COLUMNS} from post p {JOINS} where {} order by p.id limit $3", waiting());
        Ok(db.all(sql, args![self.id, viewer.me()?.id, limit]).await?)
    }

    /// How many wait.
    pub async fn waiting_count(&self, db: &Db, viewer: &Viewer) -> Result<i64> {
        let (n,): (i64,) = db.one(format!("select count(*) as n from post p where {}", waiting()), args![self.id, viewer.id()]).await?;
        Ok(n)
    }

    /// Approves one that waits, or all of them; how many.
    pub async fn approve(&self, tx: &mut Tx, actor: &Actor, which: Option<PostId>) -> Result<usize> {
        let waiting = self.choose(tx, actor, which).await?;
        for comment in &waiting {
            // What it answers stands by now, or it could not have been written; it counts from here on.
            tx.run("update post set held = 0 where id = $1", args![comment.id]).await?;
            tx.run("update post set comment_count = comment_count + 1 where id = $1", args![self.id]).await?;
            comment.note_decision(tx, actor, "comment.approved", "comment.approved").await?;
        }
        Ok(waiting.len())
    }

    /// Refuses one that waits: its author alone sees that it was not approved.
    pub async fn refuse(&self, tx: &mut Tx, actor: &Actor, which: PostId) -> Result<()> {
        let now: Time = tx.now();
        for comment in self.choose(tx, actor, Some(which)).await? {
            tx.run("update post set deleted_at = $2, removed = 1 where id = $1", args![comment.id, now]).await?;
            super::search::remove(tx, comment.id).await?;
            super::mark::forget(tx, comment.id).await?;
            comment.note_decision(tx, actor, "comment.refused", "comment.deleted").await?;
        }
        Ok(())
    }

    async fn choose(&self, tx: &mut Tx, actor: &Actor, which: Option<PostId>) -> Result<Vec<Self>> {
        let me = actor.person.ok_or(Error::SignIn)?;
        let sql = format!(
            "select {COLUMNS} from post p {JOINS} where {} and (cast($3 as bigint) is null or p.id = cast($3 as bigint)) order by p.id limit $4",
            waiting()
        );
        Ok(tx.all(sql, args![self.id, me, which, AT_ONCE]).await?)
    }

    /// The event, and the act in the audit when a page decides: what is refused is taken away like any comment.
    async fn note_decision(&self, tx: &mut Tx, actor: &Actor, act: &'static str, kind: &'static str) -> Result<()> {
        if self.root_page_id.is_some() {
            let name = self.headline();
            let entry = Entry {
                act,
                subject_kind: "comment",
                subject_id: Some(self.id.0),
                subject_name: &name,
                voice: self.root_page_id,
                before: Some(self.body.clone()),
                after: None,
            };
            note(tx, actor, entry).await?;
        }
        let removed = kind == "comment.deleted";
        let data = serde_json::json!({
            "root": self.root_id, "page": self.page_id, "author": self.author_id, "removed": removed, "refused": removed,
        });
        let touches = touch::of(self);
        let actor = actor.person.map(|id| id.0);
        record(tx, Event { kind, actor, subject_kind: "comment", subject: self.id.0, data, touches: &touches }).await?;
        Ok(())
    }
}
