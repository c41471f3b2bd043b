//! "Mi piace": one kind, once a person, on posts and comments.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};

use super::post::{Post, PostId};
use super::touch;
use super::visible::found_person;
use crate::identity::{Actor, PersonId, Viewer};

/// People on one page of who likes something.
pub const PEOPLE: i64 = 50;

impl Post {
    /// Somebody likes what they may read. Twice is once.
    pub async fn like(tx: &mut Tx, actor: &Actor, id: PostId) -> Result<Self> {
        let person = actor.person.ok_or(Error::SignIn)?;
        let post = Self::visible_in(tx, person, id).await?;
        let now = tx.now();
        let added = tx
            .run(
                "insert into reaction (post_id, person_id, created_at) values ($1, $2, $3) on conflict (post_id, person_id) do nothing",
                args![id, person, now],
            )
            .await?;
        if added == 1 {
            tx.run("update post set like_count = like_count + 1 where id = $1", args![id]).await?;
            post.tell(tx, person, "post.liked").await?;
        }
        Ok(post)
    }

    /// Takes it back, whether or not it may still be read.
    pub async fn unlike(tx: &mut Tx, actor: &Actor, id: PostId) -> Result<Self> {
        let person = actor.person.ok_or(Error::SignIn)?;
        let gone = tx.run("delete from reaction where post_id = $1 and person_id = $2", args![id, person]).await?;
        let post = if gone == 1 { Self::any_in(tx, id).await? } else { Self::visible_in(tx, person, id).await? };
        if gone == 1 {
            tx.run("update post set like_count = like_count - 1 where id = $1", args![id]).await?;
            for subject in touch::of(&post) {
                tx.touch(subject);
            }
        }
        Ok(post)
    }

    /// Records what somebody did with it.
    pub(super) async fn tell(&self, tx: &mut Tx, person: PersonId, kind: &'static str) -> Result<()> {
        let data = serde_json::json!({"author": self.author_id, "page": self.page_id});
        let touches = touch::of(self);
        record(tx, Event { kind, actor: Some(person.0), subject_kind: "post", subject: self.id.0, data, touches: &touches }).await?;
        Ok(())
    }
}

kit::row! {
    /// Somebody who likes something.
    #[derive(Debug, Clone)]
    pub struct Liker {
        /// Number.
        pub id: PersonId,
        /// Name in addresses.
        pub handle: String,
        /// Name.
        pub name: String,
        /// Since when.
        pub since: Time,
    }
}

/// Who likes a post, as far as the viewer may know: nobody of a blocked pair, nobody with a private profile that the
/// viewer does not follow. `before` is a moment and a person of the page before.
pub async fn likers(db: &Db, viewer: &Viewer, post: PostId, before: Option<(Time, PersonId)>) -> Result<Vec<Liker>> {
    let (time, person) = before.unwrap_or((Time::from_micros(i64::MAX), PersonId(i64::MAX)));
    let sql = format!(
        "select a.id, a.handle, a.name, r.created_at as since from reaction r join person_card a on a.id = r.person_id
              where r.post_id = $1 and (r.created_at < $2 or (r.created_at = $2 and r.person_id < $3)) and a.handle <> ''
                and {} order by r.created_at desc, r.person_id desc limit $5",
        found_person("a", 4)
    );
    Ok(db.all(sql, args![post, time, person, viewer.id(), PEOPLE + 1]).await?)
}
