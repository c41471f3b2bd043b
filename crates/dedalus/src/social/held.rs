//! A post of a page with the two-person rule, or a change of one, until another editor of the page has read it. Before that it is no post,
//! and the post says what it said.

use kit::clock::Time;
use kit::db::{Db, Tx, Value, places};
use kit::{Error, Result, args};
use serde::{Deserialize, Serialize};

use super::edit::Change;
use super::picture::{Described, PictureId};
use super::poll::NewPoll;
use super::post::{NewPost, Post, PostId, Published};
use super::recording::NewRecording;
use super::unsent::{self, Place};
use super::visible::Replies;
use crate::identity::{Actor, Entry, PageId, PersonId, note};

kit::row! {
    /// A post that waits, or waited, for a second pair of eyes.
    #[derive(Debug, Clone)]
    pub struct Held {
        /// Number.
        pub id: i64,
        /// The page it wants to speak as.
        pub page_id: PageId,
        /// Its name.
        pub page_name: String,
        /// Who wrote it.
        pub author_id: PersonId,
        /// The name.
        pub author_name: String,
        /// Title.
        pub title: String,
        /// Text in Markdown.
        pub body: String,
        /// Who may answer.
        pub replies: Replies,
        /// On top until then.
        pub pinned_until: Option<Time>,
        /// Language.
        pub language: String,
        /// Pictures with their words, as JSON.
        pub pictures: String,
        /// The form's key.
        pub once_key: String,
        /// When it was written.
        pub created_at: Time,
        /// Why it went back.
        pub reason: String,
        /// Warning, quoted post and poll, as JSON.
        pub rest: String,
        /// The post that is to say this from now on; nothing when it is to be a new one.
        pub changes: Option<PostId>,
        /// When the version was made that the change was written upon.
        pub based_on: Option<Time>,
    }
}

const SELECT: &str = "select h.id, h.page_id, g.name as page_name, h.author_id, a.name as author_name, h.title, h.body, h.replies,
        h.pinned_until, h.language, h.pictures, h.once_key, h.created_at, h.reason, h.rest,
        h.changes, h.based_on
   from held_post h join page_card g on g.id = h.page_id join person_card a on a.id = h.author_id";

/// What a post that waits has besides its words.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Rest {
    /// What is warned of.
    pub warning: String,
    /// The post it quotes.
    pub quote: Option<PostId>,
    /// Its question.
    pub poll: Option<NewPoll>,
    /// Its video or audio.
    pub recording: Option<NewRecording>,
}

/// A picture as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: i64,
    alt: String,
}

/// Keeps a post for another editor of its page; gives its number. The same form sent twice is kept once, and the second time nothing comes back.
pub async fn hold(tx: &mut Tx, actor: &Actor, page: PageId, new: &NewPost) -> Result<Option<i64>> {
    keep(tx, actor, page, new, None).await
}

/// Keeps a change of a post for another editor of its page; one at a time, so that nobody's words are lost to somebody else's.
pub async fn hold_change(tx: &mut Tx, actor: &Actor, post: &Post, change: &Change, once_key: String) -> Result<Option<i64>> {
    let page = post.page_id.ok_or(Error::NotFound)?;
    let before = Post::any_in(tx, post.id).await?;
    if before.deleted_at.is_some() {
        return Err(Error::NotFound);
    }
    if before.edited_at != change.based_on {
        return Err(Error::field("", "error-post-changed-meanwhile"));
    }
    let waits: Option<(String,)> =
        tx.maybe("select once_key from held_post where changes = $1 and decided_at is null limit 1", args![post.id]).await?;
    if waits.is_some_and(|(key,)| key != once_key) {
        return Err(Error::field("", "error-held-waits"));
    }
    let new = NewPost {
        title: change.title.clone(),
        body: change.body.clone(),
        warning: change.warning.clone(),
        language: if change.language.is_empty() { before.language } else { change.language.clone() },
        replies: change.replies,
        pinned_until: change.pinned_until,
        pictures: change.pictures.clone(),
        recording: change.recording.clone(),
        once_key,
        ..NewPost::default()
    };
    keep(tx, actor, page, &new, Some((post.id, change.based_on))).await
}

async fn keep(tx: &mut Tx, actor: &Actor, page: PageId, new: &NewPost, changes: Option<(PostId, Option<Time>)>) -> Result<Option<i64>> {
    let author = actor.person.ok_or(Error::SignIn)?;
    let before: Option<(i64,)> =
        tx.maybe("select id from held_post where author_id = $1 and once_key = $2", args![author, &new.once_key]).await?;
    if before.is_some() {
        return Ok(None);
    }
    let now = tx.now();
    let id = kit::ids::next(now);
    let pictures: Vec<Kept> = new.pictures.iter().map(|picture| Kept { id: picture.id.0, alt: picture.alt.clone() }).collect();
    tx.run(
        "insert into held_post (id, page_id, author_id, title, body, replies, pinned_until, language, pictures, once_key, created_at, reason, rest,
                                changes, based_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12, $13, $14)",
        args![
            id,
            page,
            author,
            &new.title,
            &new.body,
            new.replies,
            new.pinned_until,
            &new.language,
            serde_json::to_string(&pictures)?,
            &new.once_key,
            now,
            serde_json::to_string(&Rest { warning: new.warning.clone(), quote: new.quote, poll: new.poll.clone(), recording: new.recording.clone() })?,
            changes.map(|(post, _)| post),
            changes.and_then(|(_, based_on)| based_on)
        ],
    )
    .await?;
    unsent::sent(tx, author, Place::New, &new.once_key).await?;
    let act = if changes.is_some() { "post.change_held" } else { "post.held" };
    note(tx, actor, entry(act, id, &new.title, page, None)).await?;
    Ok(Some(id))
}

fn entry<'a>(act: &'static str, id: i64, title: &'a str, page: PageId, after: Option<String>) -> Entry<'a> {
    Entry { act, subject_kind: "held_post", subject_id: Some(id), subject_name: title, voice: Some(page), after, ..Entry::default() }
}

impl Held {
    /// What waits for the editors of some pages, the oldest first.
    pub async fn waiting(db: &Db, pages: &[PageId]) -> Result<Vec<Self>> {
        if pages.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!("{SELECT} where h.decided_at is null and h.page_id in ({}) order by h.id limit 200", places(1, pages.len()));
        Ok(db.all(sql, pages.iter().copied().map(Value::from).collect()).await?)
    }

    /// One that waits, for an editor of its page. Others do not find it.
    pub async fn find(db: &Db, id: i64, pages: &[PageId]) -> Result<Self> {
        let held: Self = db.one(format!("{SELECT} where h.id = $1 and h.decided_at is null"), args![id]).await?;
        if pages.contains(&held.page_id) { Ok(held) } else { Err(Error::NotFound) }
    }

    /// What else was written with it.
    pub fn rest(&self) -> Rest {
        serde_json::from_str(&self.rest).unwrap_or_default()
    }

    /// Its pictures with their words.
    pub fn described(&self) -> Vec<Described> {
        let kept: Vec<Kept> = serde_json::from_str(&self.pictures).unwrap_or_default();
        kept.into_iter().map(|picture| Described { id: PictureId(picture.id), alt: picture.alt }).collect()
    }

    /// Publishes it. Nobody releases what they wrote themselves.
    pub async fn release(&self, tx: &mut Tx, actor: &Actor) -> Result<PostId> {
        let by = actor.person.ok_or(Error::SignIn)?;
        if by == self.author_id {
            return Err(Error::Conflict("error-held-own"));
        }
        let now = tx.now();
        let taken = tx
            .run(
                "update held_post set decided_by = $2, decided_at = $3, decision = 'published' where id = $1 and decided_at is null",
                args![self.id, by, now],
            )
            .await?;
        if taken == 0 {
            return Err(Error::Conflict("error-held-decided"));
        }
        let published = match self.changes {
            Some(post) => self.replace(tx, actor, post).await?,
            None => self.publish(tx, actor).await?,
        };
        tx.run("update held_post set post_id = $2 where id = $1", args![self.id, published]).await?;
        note(tx, actor, entry("post.released", self.id, &self.title, self.page_id, None)).await?;
        Ok(published)
    }

    async fn publish(&self, tx: &mut Tx, actor: &Actor) -> Result<PostId> {
        let rest = self.rest();
        let new = NewPost {
            page: Some(self.page_id),
            community: None,
            author: Some(self.author_id),
            title: self.title.clone(),
            body: self.body.clone(),
            replies: self.replies,
            pinned_until: self.pinned_until.filter(|until| *until > tx.now()),
            pictures: self.described(),
            language: self.language.clone(),
            once_key: self.once_key.clone(),
            warning: rest.warning,
            quote: rest.quote,
            poll: rest.poll,
            recording: rest.recording,
            at: None,
        };
        match Post::publish(tx, actor, &new).await? {
            Published::New(id) | Published::Already(id) => Ok(id),
        }
    }

    /// Lets a post say it from now on. A post that was changed or taken away since is left alone.
    async fn replace(&self, tx: &mut Tx, actor: &Actor, post: PostId) -> Result<PostId> {
        let before = Post::any_in(tx, post).await?;
        if before.deleted_at.is_some() || before.edited_at != self.based_on {
            return Err(Error::Conflict("error-held-stale"));
        }
        let rest = self.rest();
        let change = Change {
            title: self.title.clone(),
            body: self.body.clone(),
            warning: rest.warning,
            language: self.language.clone(),
            replies: self.replies,
            pinned_until: self.pinned_until.filter(|until| *until > tx.now()),
            pictures: self.described(),
            recording: rest.recording,
            based_on: self.based_on,
        };
        before.rewrite(tx, actor, self.author_id, &change).await?;
        Ok(post)
    }

    /// What waits to change a post, for the form of whoever would change it too.
    pub async fn changing(db: &Db, post: PostId) -> Result<Option<Self>> {
        Ok(db.maybe(format!("{SELECT} where h.changes = $1 and h.decided_at is null"), args![post]).await?)
    }

    /// Where its author goes on with it once it came back.
    pub fn again(&self) -> String {
        match self.changes {
            Some(post) => format!("/post/{post}/modifica?ripresa={}", self.id),
            None => format!("/post/nuovo?ripresa={}", self.id),
        }
    }

    /// Sends it back to its author with a reason; the author may take it back without one.
    pub async fn give_back(&self, tx: &mut Tx, actor: &Actor, reason: &str) -> Result<()> {
        let by = actor.person.ok_or(Error::SignIn)?;
        let now = tx.now();
        let taken = tx
            .run(
                "update held_post set decided_by = $2, decided_at = $3, decision = 'returned', reason = $4
                  where id = $1 and decided_at is null",
                args![self.id, by, now, reason],
            )
            .await?;
        if taken == 0 {
            return Err(Error::Conflict("error-held-decided"));
        }
        note(tx, actor, entry("post.returned", self.id, &self.title, self.page_id, Some(reason.to_owned()))).await
    }

    /// One that went back, for its author to go on with.
    pub async fn returned(db: &Db, id: i64, author: PersonId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where h.id = $1 and h.author_id = $2 and h.decision = 'returned'"), args![id, author]).await?)
    }
}
