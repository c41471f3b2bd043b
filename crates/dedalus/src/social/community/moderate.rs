//! Administration closes a community, and opens it again.

use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};

use super::kind::CommunityId;
use super::list::CommunityRow;
use crate::identity::{Actor, Entry, note};
use crate::social::touch::EVERYTHING;

impl CommunityRow {
    /// By number, closed or not.
    pub async fn find(db: &Db, id: CommunityId) -> Result<Self> {
        Ok(db.one(format!("{} where k.id = $1", super::list::SELECT), args![id]).await?)
    }

    /// Closes it with a reason: nobody finds or reads it any more.
    pub async fn close(&self, tx: &mut Tx, actor: &Actor, reason: &str) -> Result<()> {
        let now = tx.now();
        let changed = tx.run("update community set closed_at = $2 where id = $1 and closed_at is null", args![self.id, now]).await?;
        self.noted(tx, actor, changed, "community.closed", Some(reason.to_owned())).await?;
        let data = serde_json::json!({"reason": reason});
        let by = actor.person.map(|by| by.0);
        record(tx, Event { kind: "community.closed", actor: by, subject_kind: "community", subject: self.id.0, data, touches: &[] })
            .await?;
        Ok(())
    }

    /// Opens it again, as it was.
    pub async fn reopen(&self, tx: &mut Tx, actor: &Actor) -> Result<()> {
        let changed = tx.run("update community set closed_at = null where id = $1 and closed_at is not null", args![self.id]).await?;
        self.noted(tx, actor, changed, "community.reopened", None).await
    }

    async fn noted(&self, tx: &mut Tx, actor: &Actor, changed: u64, act: &'static str, after: Option<String>) -> Result<()> {
        if changed == 0 {
            return Err(Error::NotFound);
        }
        let entry =
            Entry { act, subject_kind: "community", subject_id: Some(self.id.0), subject_name: &self.name, after, ..Entry::default() };
        note(tx, actor, entry).await?;
        tx.touch(EVERYTHING);
        tx.touch("communities");
        tx.touch(format!("community:{}", self.id));
        Ok(())
    }
}
