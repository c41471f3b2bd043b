//! Following: whose posts stand in one's own time line, and who asks to read a private profile.

mod list;
mod source;

pub use list::{Asking, Followed, Follower, askings, followed, followers};
pub use source::{Following, Source, SourceKind};

use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};

use super::touch::EVERYTHING;
use crate::identity::{PersonId, Regard, Viewer};

impl Source {
    /// How the viewer stands to it.
    pub async fn followed_by(self, db: &Db, viewer: &Viewer) -> Result<Following> {
        let Some(me) = viewer.id() else { return Ok(Following::No) };
        let found: Option<(String,)> = db
            .maybe("select state from follow where person_id = $1 and kind = $2 and source_id = $3", args![me, self.kind, self.id])
            .await?;
        Ok(Following::of(found.as_ref().map(|(state,)| state.as_str())))
    }

    /// How many follow it.
    pub async fn followers(self, db: &Db) -> Result<i64> {
        let (count,): (i64,) = db
            .one("select count(*) as n from follow where kind = $1 and source_id = $2 and state = 'accepted'", args![self.kind, self.id])
            .await?;
        Ok(count)
    }

    /// Follows it, or asks to. Whoever calls has made sure that the viewer knows of it.
    pub async fn follow(self, tx: &mut Tx, me: PersonId) -> Result<Following> {
        let asks = self.kind == SourceKind::Person && self.asks(tx, me).await?;
        let state = if asks { "asked" } else { "accepted" };
        let now = tx.now();
        let new = tx
            .run(
                "insert into follow (person_id, kind, source_id, state, created_at) values ($1, $2, $3, $4, $5)
                 on conflict (person_id, kind, source_id) do nothing",
                args![me, self.kind, self.id, state, now],
            )
            .await?;
        if new == 1 && self.kind == SourceKind::Person {
            tell(tx, if asks { "follow.asked" } else { "person.followed" }, me, self.id).await?;
        }
        self.counted(tx);
        Ok(if asks { Following::Asked } else { Following::Yes })
    }

    /// Follows it no more, or asks no more.
    pub async fn unfollow(self, tx: &mut Tx, me: PersonId) -> Result<()> {
        tx.run("delete from follow where person_id = $1 and kind = $2 and source_id = $3", args![me, self.kind, self.id]).await?;
        self.counted(tx);
        Ok(())
    }

    /// Nobody follows themselves, and who is blocked is not there; a private profile is asked first.
    async fn asks(self, tx: &mut Tx, me: PersonId) -> Result<bool> {
        let other = PersonId(self.id);
        if other == me || Regard::between_in(tx, me, other).await?.apart() {
            return Err(Error::NotFound);
        }
        let (private,): (bool,) = tx.one("select private from person_card where id = $1 and state <> 'closed'", args![other]).await?;
        Ok(private)
    }

    /// The pages that say how many follow it.
    fn counted(self, tx: &mut Tx) {
        match self.kind {
            SourceKind::Person | SourceKind::Page => tx.touch(format!("{}:{}", self.kind.word(), self.id)),
            SourceKind::Community | SourceKind::Tag | SourceKind::Office => {}
        }
    }
}

/// Says yes to who asked to follow a private profile. Who may read changes.
pub async fn accept(tx: &mut Tx, me: PersonId, follower: PersonId) -> Result<()> {
    let changed = tx
        .run(
            "update follow set state = 'accepted' where person_id = $1 and kind = 'person' and source_id = $2 and state = 'asked'",
            args![follower, me],
        )
        .await?;
    if changed == 0 {
        return Err(Error::NotFound);
    }
    tx.touch(EVERYTHING);
    tell(tx, "follow.accepted", me, follower.0).await
}

/// Says no, or sends a follower away. They are not told.
pub async fn remove(tx: &mut Tx, me: PersonId, follower: PersonId) -> Result<()> {
    let gone = tx.run("delete from follow where person_id = $1 and kind = 'person' and source_id = $2", args![follower, me]).await?;
    if gone == 0 {
        return Err(Error::NotFound);
    }
    tx.touch(EVERYTHING);
    Ok(())
}

/// Says yes to everybody who asked: the profile is open now. How many.
pub async fn accept_all(tx: &mut Tx, person: PersonId) -> Result<u64> {
    let open: Option<(i64,)> = tx.maybe("select id from person_card where id = $1 and private = 0", args![person]).await?;
    if open.is_none() {
        return Ok(0);
    }
    let asking: Vec<(PersonId,)> = tx
        .all("select person_id from follow where kind = 'person' and source_id = $1 and state = 'asked' limit 500", args![person])
        .await?;
    for (follower,) in &asking {
        accept(tx, person, *follower).await?;
    }
    Ok(asking.len() as u64)
}

/// A block ends what the two had: neither follows the other.
pub async fn part(tx: &mut Tx, one: PersonId, other: PersonId) -> Result<()> {
    tx.run(
        "delete from follow where kind = 'person' and ((person_id = $1 and source_id = $2) or (person_id = $2 and source_id = $1))",
        args![one, other],
    )
    .await?;
    tx.touch(EVERYTHING);
    Ok(())
}

async fn tell(tx: &mut Tx, kind: &'static str, actor: PersonId, subject: i64) -> Result<()> {
    let data = serde_json::json!({});
    record(tx, Event { kind, actor: Some(actor.0), subject_kind: "person", subject, data, touches: &[] }).await?;
    Ok(())
}
