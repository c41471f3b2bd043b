//! Changing what stands: the words before are kept, for everybody to read.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::{Error, Result, args};

use super::mark::Named;
use super::moderation::{Pieces, Writing, hold, screen};
use super::picture::{self, Described, PictureId};
use super::post::{Post, PostId};
use super::recording::{self, NewRecording};
use super::touch;
use super::visible::Replies;
use super::words::{Words, searchable};
use crate::identity::{Actor, Entry, PageId, PersonId, Viewer, note};

/// How many earlier versions are shown.
const SHOWN: i64 = 50;

/// What a post or comment is to say from now on.
#[derive(Debug, Clone)]
pub struct Change {
    /// Title, checked; empty for comments.
    pub title: String,
    /// Text, checked.
    pub body: String,
    /// What is warned of before it is read; empty for comments.
    pub warning: String,
    /// The code of its language; empty leaves it as it is.
    pub language: String,
    /// Who may answer.
    pub replies: Replies,
    /// On top until this moment.
    pub pinned_until: Option<Time>,
    /// Pictures in their order.
    pub pictures: Vec<Described>,
    /// Video or audio, with its words.
    pub recording: Option<NewRecording>,
    /// When the version on which the form was based was made; another one means that somebody was faster.
    pub based_on: Option<Time>,
}

impl Change {
    /// Everything said in it.
    pub fn pieces(&self) -> Pieces {
        Pieces::default()
            .and("titolo", &self.title)
            .and("testo", &self.body)
            .and("avviso", &self.warning)
            .and_all(self.pictures.iter().map(|picture| (picture::alt_field(picture.id), &picture.alt)))
            .and_all(self.recording.iter().flat_map(NewRecording::pieces))
    }
}

kit::row! {
    /// What a post said once.
    #[derive(Debug, Clone)]
    pub struct Version {
        /// Number.
        pub id: i64,
        /// Title then.
        pub title: String,
        /// Text then.
        pub body: String,
        /// What was warned of then.
        pub warning: String,
        /// Until when it said so.
        pub replaced_at: Time,
    }
}

/// What a post said before, newest first.
pub async fn versions(db: &Db, post: PostId) -> Result<Vec<Version>> {
    Ok(db
        .all("select id, title, body, warning, replaced_at from post_edit where post_id = $1 order by id desc limit $2", args![post, SHOWN])
        .await?)
}

async fn asks_two_persons(tx: &mut Tx, page: PageId) -> Result<bool> {
    let (two,): (bool,) = tx.one("select two_person from page where id = $1", args![page]).await?;
    Ok(two)
}

impl Post {
    /// Changes it. The same words, pictures and recording again change nothing and leave no trace. What a page with the two-person rule
    /// has published is not changed by one person: see [`super::held::hold_change`].
    pub async fn change(&self, tx: &mut Tx, actor: &Actor, viewer: &Viewer, change: &Change) -> Result<()> {
        let editor = actor.person.ok_or(Error::SignIn)?;
        let before = Self::any_in(tx, self.id).await?;
        if !before.powers(viewer.me.as_ref(), tx.now()).edit {
            return Err(Error::NotFound);
        }
        if !before.is_comment()
            && let Some(page) = before.page_id
            && asks_two_persons(tx, page).await?
        {
            return Err(Error::Conflict("error-change-held"));
        }
        before.rewrite(tx, actor, editor, change).await
    }

    /// What changing it does, once somebody may: `editor` is who wrote the new words, the actor whoever let them stand.
    pub(super) async fn rewrite(&self, tx: &mut Tx, actor: &Actor, editor: PersonId, change: &Change) -> Result<()> {
        let before = self;
        let now = tx.now();
        if let Some(community) = before.community_id {
            super::comment::may_go_on(tx, community, editor).await?;
        }
        let reworded = before.title != change.title || before.body != change.body || before.warning != change.warning;
        let (pictures, poster) = picture::standing(tx, self.id).await?;
        let redrawn = !before.is_comment() && (pictures != change.pictures || self.is_played_anew(tx, poster, change).await?);
        if (reworded || redrawn) && before.edited_at != change.based_on {
            return Err(Error::field("", "error-post-changed-meanwhile"));
        }
        let mut waits = None;
        let recorded = !before.is_comment() && self.is_recorded_anew(tx, change).await?;
        if reworded || redrawn || recorded {
            let writing = Writing {
                author: before.author_id,
                page: before.page_id,
                comment: before.is_comment(),
                edit: Some(self.id),
                title: &change.title,
                body: &change.body,
                pieces: change.pieces(),
                pictures: change.pictures.iter().filter(|new| pictures.iter().all(|old| old.id != new.id)).count(),
            };
            waits = screen(tx, writing).await?;
        }
        if reworded || redrawn {
            before.keep_version(tx, editor.0).await?;
        }
        if reworded {
            before.reword(tx, change).await?;
        } else if redrawn {
            tx.run("update post set edited_at = $2 where id = $1", args![self.id, now]).await?;
        }
        if !before.is_comment() {
            let pinned = change.pinned_until.filter(|_| before.page_id.is_some());
            let language = if change.language.is_empty() { &before.language } else { &change.language };
            tx.run(
                "update post set replies = $2, pinned_until = $3, warning = $4, language = $5 where id = $1",
                args![self.id, change.replies, pinned, &change.warning, language],
            )
            .await?;
            let poster = change.recording.as_ref().and_then(NewRecording::described);
            picture::attach(tx, self.id, editor, &change.pictures, poster).await?;
            recording::attach(tx, self.id, editor, change.recording.as_ref()).await?;
            if recorded {
                super::search::put(tx, "post", self.id, before.published_at, &searchable(&change.title, &change.body)).await?;
            }
        }
        if let Some(why) = waits {
            hold(tx, self.id, why).await?;
        }
        before.note_change(tx, actor, change).await
    }

    /// Does its recording say something else from now on?
    async fn is_recorded_anew(&self, tx: &mut Tx, change: &Change) -> Result<bool> {
        let words = change.recording.as_ref().map_or_else(String::new, |new| format!("\n{}", new.words()));
        Ok(recording::words_of(tx, self.id).await? != words)
    }

    /// Is its recording another one from now on?
    async fn is_played_anew(&self, tx: &mut Tx, poster: Option<PictureId>, change: &Change) -> Result<bool> {
        let in_order = |mut recording: NewRecording| {
            recording.captions.sort_unstable();
            recording
        };
        let recording = recording::standing(tx, self.id, poster).await?.map(in_order);
        Ok(recording != change.recording.clone().map(in_order))
    }

    async fn keep_version(&self, tx: &mut Tx, editor: i64) -> Result<()> {
        let now = tx.now();
        tx.run(
            "insert into post_edit (id, post_id, editor_id, title, body, replaced_at, warning) values ($1, $2, $3, $4, $5, $6, $7)",
            args![kit::ids::next(now), self.id, editor, &self.title, &self.body, now, &self.warning],
        )
        .await?;
        Ok(())
    }

    async fn reword(&self, tx: &mut Tx, change: &Change) -> Result<()> {
        let now = tx.now();
        let institutional = self.page_id.is_some();
        let named = Named::find(tx, &change.body).await?;
        let (kind, words) = if self.is_comment() {
            ("comment", Words::of_comment(&change.body, institutional, &named))
        } else {
            super::preview::ask(tx, self.id, &change.body).await?;
            ("post", Words::of_post(&change.body, institutional, &named))
        };
        named.note(tx, self.id, self.author_id, self.is_comment(), self.published_at).await?;
        tx.run(
            "update post set title = $2, body = $3, body_html = $4, excerpt = $5, edited_at = $6 where id = $1",
            args![self.id, &change.title, &words.body, words.html, words.excerpt, now],
        )
        .await?;
        super::search::put(tx, kind, self.id, self.published_at, &searchable(&change.title, &change.body)).await
    }

    async fn note_change(&self, tx: &mut Tx, actor: &Actor, change: &Change) -> Result<()> {
        let (kind, what) = if self.is_comment() { ("comment.edited", "comment") } else { ("post.edited", "post") };
        if self.page_id.is_some() {
            let name = self.headline();
            let act = Entry {
                act: kind,
                subject_kind: what,
                subject_id: Some(self.id.0),
                subject_name: &name,
                voice: self.page_id,
                before: Some(self.body.clone()),
                after: Some(change.body.clone()),
            };
            note(tx, actor, act).await?;
        }
        let data = serde_json::json!({"root": self.root_id, "page": self.page_id, "author": self.author_id});
        let touches = touch::of(self);
        let event = Event { kind, actor: actor.person.map(|id| id.0), subject_kind: what, subject: self.id.0, data, touches: &touches };
        record(tx, event).await?;
        Ok(())
    }
}
