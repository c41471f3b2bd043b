//! A post, and a comment, which is a post with a parent: reading one, publishing one.

use kit::clock::Time;
use kit::db::{Db, Tx, Value, places};
use kit::events::{Event, record};
use kit::{Error, Result, args};

use super::community::{self, Access, CommunityId, Standing};
use super::mark::Named;
use super::moderation::{Pieces, Writing, hold, screen};
use super::picture::{self, Described};
use super::poll::{self, NewPoll};
use super::recording::{self, NewRecording};
use super::source;
use super::touch;
use super::unsent::{self, Place};
use super::visible::{Replies, Stream, stood_for, visible};
use super::words::{Words, headline, initials, searchable};
use crate::identity::{Actor, Colour, Entry, PageId, PersonId, Viewer, note};

kit::id! {
    /// A post's number; comments are numbered with them.
    PostId
}

kit::row! {
    /// A post or a comment with who speaks in it and what it stands below.
    #[derive(Debug, Clone)]
    pub struct Post {
        /// Number.
        pub id: PostId,
        /// Who wrote it. Not shown when it speaks as a page.
        pub author_id: PersonId,
        /// The page it speaks as.
        pub page_id: Option<PageId>,
        /// What a comment answers.
        pub parent_id: Option<PostId>,
        /// The post at the top; its own number for a post.
        pub root_id: PostId,
        /// 0 is a post, 1 to 3 are comments.
        pub depth: u8,
        /// Who may answer.
        pub replies: Replies,
        /// Title; people may leave it out.
        pub title: String,
        /// As typed, in Markdown.
        pub body: String,
        /// Safe HTML.
        pub body_html: String,
        /// The beginning as plain text.
        pub excerpt: String,
        /// Language it was written in, as far as we know.
        pub language: String,
        /// Stands on top until this moment.
        pub pinned_until: Option<Time>,
        /// Comments below it that are not deleted.
        pub comment_count: i64,
        /// When it was published.
        pub published_at: Time,
        /// When its words were last changed.
        pub edited_at: Option<Time>,
        /// When it was deleted.
        pub deleted_at: Option<Time>,
        /// Deleted by somebody else than who speaks in it.
        pub removed: bool,
        /// Handle of who wrote it; empty when the account is closed.
        pub author_handle: String,
        /// Name of who wrote it.
        pub author_name: String,
        /// Handle of the page it speaks as.
        pub page_handle: Option<String>,
        /// Name of the page.
        pub page_name: Option<String>,
        /// Letters of the page's mark.
        pub page_initials: Option<String>,
        /// Colour of the page's mark.
        pub page_colour: Option<Colour>,
        /// Who wrote the post at the top.
        pub root_author_id: PersonId,
        /// The page that speaks in the post at the top.
        pub root_page_id: Option<PageId>,
        /// The community it is said in.
        pub community_id: Option<CommunityId>,
        /// When moderation hid it.
        pub hidden_at: Option<Time>,
        /// It waits to be approved.
        pub held: bool,
        /// What is warned of before it is read; empty for most.
        pub warning: String,
        /// How many like it.
        pub like_count: i64,
        /// How many shared it.
        pub share_count: i64,
        /// The post it quotes.
        pub quote_id: Option<PostId>,
        /// Who may answer the post at the top.
        pub root_replies: Replies,
        /// Is the post at the top there?
        pub root_deleted_at: Option<Time>,
        /// Name in addresses of the community it is said in.
        pub community_handle: Option<String>,
        /// Name of the community.
        pub community_name: Option<String>,
        /// Who reads the community.
        pub community_kind: Option<Access>,
        /// Numbers of who keeps the community, joined by commas.
        pub keepers: Option<String>,
        /// Stands on top of its community until this moment.
        pub kept_until: Option<Time>,
        /// Who wrote it has a private profile.
        pub author_private: bool,
    }
}

/// The columns of [`Post`] for rows of `post p`, joined with its post at the top as `t`.
pub(super) const COLUMNS: &str =
    "p.id, p.author_id, p.page_id, p.parent_id, t.id as root_id, p.depth, p.replies, p.title, p.body, p.body_html,
    p.excerpt, p.language, p.pinned_until, p.comment_count, p.published_at, p.edited_at, p.deleted_at, p.removed,
    a.handle as author_handle, a.name as author_name, g.handle as page_handle, g.name as page_name, g.initials as page_initials,
    g.colour as page_colour, t.author_id as root_author_id, t.page_id as root_page_id,
    p.community_id, p.hidden_at, p.held, p.warning, p.like_count, p.share_count, p.quote_id, t.replies as root_replies,
    t.deleted_at as root_deleted_at, k.handle as community_handle, k.name as community_name, k.kind as community_kind,
    case when p.community_id is not null then (select string_agg(cast(q.person_id as text), ',') from community_member q
      where q.community_id = p.community_id and q.state = 'member' and q.role = 'moderator') end as keepers, p.kept_until,
    a.private as author_private";

/// What [`COLUMNS`] needs beside `post p`.
pub(super) const JOINS: &str = "join post t on t.id = coalesce(p.root_id, p.id) join person_card a on a.id = p.author_id
    left join page_card g on g.id = p.page_id left join community k on k.id = p.community_id";

/// A post about to be published.
#[derive(Debug, Clone, Default)]
pub struct NewPost {
    /// The page to speak as; checked by the caller against [`crate::identity::Me::page`].
    pub page: Option<PageId>,
    /// The community it is said in; checked by the caller.
    pub community: Option<CommunityId>,
    /// Who wrote it, when somebody else releases it.
    pub author: Option<PersonId>,
    /// Title, checked.
    pub title: String,
    /// Text in Markdown, checked.
    pub body: String,
    /// Who may answer.
    pub replies: Replies,
    /// On top until this moment; pages only.
    pub pinned_until: Option<Time>,
    /// Pictures in their order with their words.
    pub pictures: Vec<Described>,
    /// Video or audio, with its words.
    pub recording: Option<NewRecording>,
    /// The code of the language it is written in; Italian when empty.
    pub language: String,
    /// What is warned of before it is read; empty for most.
    pub warning: String,
    /// The post it quotes, which its author may read.
    pub quote: Option<PostId>,
    /// A question with answers.
    pub poll: Option<NewPoll>,
    /// The form's key: sent twice, published once.
    pub once_key: String,
    /// When, if not now: for towns that are filled with a past.
    pub at: Option<Time>,
}

impl NewPost {
    /// Everything said in it.
    pub fn pieces(&self) -> Pieces {
        let answers = self.poll.iter().flat_map(|poll| poll.options.iter().enumerate());
        Pieces::default()
            .and("titolo", &self.title)
            .and("testo", &self.body)
            .and("avviso", &self.warning)
            .and_all(answers.map(|(at, words)| (poll::option_field(at), words)))
            .and_all(self.pictures.iter().map(|picture| (picture::alt_field(picture.id), &picture.alt)))
            .and_all(self.recording.iter().flat_map(NewRecording::pieces))
    }
}

/// What came of publishing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// It stands.
    New(PostId),
    /// The same form came before; this is what it published then.
    Already(PostId),
}

impl Published {
    /// The post's number either way.
    pub fn id(self) -> PostId {
        match self {
            Self::New(id) | Self::Already(id) => id,
        }
    }
}

impl Post {
    /// What this viewer may read.
    pub async fn visible_to(db: &Db, viewer: &Viewer, id: PostId) -> Result<Self> {
        let sql = format!("select {COLUMNS} from post p {JOINS} where p.id = $1 and {}", visible(2));
        Ok(db.one(sql, args![id, viewer.id()]).await?)
    }

    /// Those of some posts and comments that this viewer may read, in the order of their numbers here.
    pub(super) async fn several(db: &Db, viewer: &Viewer, ids: &[PostId]) -> Result<Vec<Self>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!("select {COLUMNS} from post p {JOINS} where p.id in ({}) and {}", places(2, ids.len()), visible(1));
        let args = std::iter::once(Value::from(viewer.id())).chain(ids.iter().copied().map(Value::from)).collect();
        let mut found: Vec<Self> = db.all(sql, args).await?;
        found.sort_by_key(|post| ids.iter().position(|id| *id == post.id));
        Ok(found)
    }

    /// The same within a turn.
    pub(super) async fn visible_in(tx: &mut Tx, viewer: PersonId, id: PostId) -> Result<Self> {
        let sql = format!("select {COLUMNS} from post p {JOINS} where p.id = $1 and {}", visible(2));
        Ok(tx.one(sql, args![id, viewer]).await?)
    }

    /// What this viewer may read, or could read until it was taken back.
    pub(super) async fn stood_for(db: &Db, viewer: &Viewer, id: PostId) -> Result<Self> {
        let sql = format!("select {COLUMNS} from post p {JOINS} where p.id = $1 and {}", stood_for(2));
        Ok(db.one(sql, args![id, viewer.id()]).await?)
    }

    /// Whatever stands under a number, deleted or not: for its tombstone and for who may bring it back.
    pub(super) async fn any(db: &Db, id: PostId) -> Result<Self> {
        Ok(db.one(format!("select {COLUMNS} from post p {JOINS} where p.id = $1"), args![id]).await?)
    }

    /// The same within a turn.
    pub(super) async fn any_in(tx: &mut Tx, id: PostId) -> Result<Self> {
        Ok(tx.one(format!("select {COLUMNS} from post p {JOINS} where p.id = $1"), args![id]).await?)
    }

    /// Publishes a post, with its event, its words for the search and, when a page speaks, its row in the audit.
    pub async fn publish(tx: &mut Tx, actor: &Actor, new: &NewPost) -> Result<Published> {
        let author = new.author.or(actor.person).ok_or(Error::SignIn)?;
        if let Some(before) = already(tx, author, &new.once_key).await? {
            return Ok(Published::Already(before));
        }
        let writing = Writing {
            author,
            page: new.page,
            comment: false,
            edit: None,
            title: &new.title,
            body: &new.body,
            pieces: new.pieces(),
            pictures: new.pictures.len(),
        };
        let waits = screen(tx, writing).await?;
        let at = new.at.unwrap_or(tx.now());
        if let Some(community) = new.community {
            if community::standing(tx, community, author).await? != Standing::Member {
                return Err(Error::field("comunita", "error-post-community"));
            }
            community::count_post(tx, community, 1).await?;
            community::lives(tx, community, at).await?;
        }
        let id = PostId::next(at);
        let named = Named::find(tx, &new.body).await?;
        let words = Words::of_post(&new.body, new.page.is_some(), &named);
        let language = if new.language.is_empty() { "it" } else { &new.language };
        let quote = quotable(tx, author, new.quote).await?;
        let stream = if new.page.is_some() { Stream::Voices } else { Stream::People };
        let pinned = new.pinned_until.filter(|_| new.page.is_some());
        tx.run(
            "insert into post (id, author_id, page_id, depth, stream, replies, title, body, body_html, excerpt, language,
                               pinned_until, comment_count, once_key, published_at, removed, community_id, warning, quote_id)
             values ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, $13, 0, $14, $15, $16)",
            args![
                id,
                author,
                new.page,
                stream,
                new.replies,
                &new.title,
                &words.body,
                words.html,
                words.excerpt,
                language,
                pinned,
                &new.once_key,
                at,
                new.community,
                &new.warning,
                quote
            ],
        )
        .await?;
        let poster = new.recording.as_ref().and_then(NewRecording::described);
        picture::attach(tx, id, author, &new.pictures, poster).await?;
        recording::attach(tx, id, author, new.recording.as_ref()).await?;
        source::enlist(tx, id, author, new.page, new.community).await?;
        named.note(tx, id, author, false, at).await?;
        if let Some(new) = &new.poll {
            poll::create(tx, id, new).await?;
        }
        unsent::sent(tx, author, Place::New, &new.once_key).await?;
        super::preview::ask(tx, id, &new.body).await?;
        super::search::put(tx, "post", id, at, &searchable(&new.title, &new.body)).await?;
        if let Some(why) = waits {
            // It is told as published when somebody has read it and lets it out.
            hold(tx, id, why).await?;
            return Ok(Published::New(id));
        }
        if let Some(page) = new.page {
            let act = Entry {
                act: "post.published",
                subject_kind: "post",
                subject_id: Some(id.0),
                subject_name: &new.title,
                voice: Some(page),
                after: Some(new.body.clone()),
                ..Entry::default()
            };
            note(tx, actor, act).await?;
        }
        let data = serde_json::json!({"page": new.page, "author": author, "community": new.community});
        let touches = touch::of_post(id, author, new.page, new.community);
        record(tx, Event { kind: "post.published", actor: Some(author.0), subject_kind: "post", subject: id.0, data, touches: &touches })
            .await?;
        Ok(Published::New(id))
    }

    /// Is it a comment?
    pub fn is_comment(&self) -> bool {
        self.depth > 0
    }

    /// Hidden by moderation, and not this viewer's own.
    pub fn is_hidden_from(&self, viewer: &Viewer) -> bool {
        self.hidden_at.is_some() && viewer.id() != Some(self.author_id)
    }

    /// Its place, without what stood there and who said it.
    pub(super) fn without_words(self) -> Self {
        let empty = String::new;
        Self {
            title: empty(),
            body: empty(),
            body_html: empty(),
            excerpt: empty(),
            warning: empty(),
            author_handle: empty(),
            author_name: empty(),
            page_handle: None,
            page_name: None,
            page_initials: None,
            ..self
        }
    }

    /// Where it is read: a post has a page of its own, a comment a place on one.
    pub fn path(&self) -> String {
        if self.is_comment() { format!("/post/{}#c{}", self.root_id, self.id) } else { format!("/post/{}", self.id) }
    }

    /// The name of who speaks.
    pub fn voice(&self) -> &str {
        self.page_name.as_deref().unwrap_or(&self.author_name)
    }

    /// Where who speaks is found; empty when the account is closed.
    pub fn voice_path(&self) -> String {
        voice_path(self.page_handle.as_deref(), &self.author_handle)
    }

    /// The letters of the mark.
    pub fn mark(&self) -> String {
        self.page_initials.clone().unwrap_or_else(|| initials(&self.author_name))
    }

    /// The class of the mark.
    pub fn mark_class(&self) -> &'static str {
        mark_class(self.page_colour)
    }

    /// Title, or the beginning; what is behind a warning is not told before it.
    pub fn headline(&self) -> String {
        headline(&self.title, self.beginning())
    }

    /// What may be said of its text before it is opened: the beginning, or the warning that stands before it.
    pub fn beginning(&self) -> &str {
        if self.warning.is_empty() { &self.excerpt } else { &self.warning }
    }

    /// Does this person keep the community it is said in?
    pub fn is_moderated_by(&self, person: PersonId) -> bool {
        self.keepers.as_deref().is_some_and(|keepers| keepers.split(',').any(|keeper| keeper.parse() == Ok(person)))
    }

    /// Is it for members alone?
    pub fn is_for_members(&self) -> bool {
        self.community_kind.is_some_and(|kind| kind != Access::Open)
    }

    /// Is it for accepted followers alone?
    pub fn is_for_followers(&self) -> bool {
        self.author_private && self.page_id.is_none() && self.community_id.is_none()
    }

    /// Does it stand on top of its community now?
    pub fn is_kept(&self, now: &Time) -> bool {
        self.kept_until.is_some_and(|until| until > *now)
    }

    /// Does it stand on top now?
    pub fn is_pinned(&self, now: Time) -> bool {
        self.pinned_until.is_some_and(|until| until > now)
    }
}

/// Where a voice is found.
pub(super) fn voice_path(page: Option<&str>, person: &str) -> String {
    match page {
        Some(handle) => format!("/pagine/{handle}"),
        None if person.is_empty() => String::new(),
        None => format!("/persone/{person}"),
    }
}

/// The class of a mark: a page's colour, sand for people.
pub(super) fn mark_class(page: Option<Colour>) -> &'static str {
    page.map_or(Colour::Sand.class(), Colour::class)
}

/// The post that is quoted, if whoever quotes may read it. A comment is not quoted by itself.
async fn quotable(tx: &mut Tx, author: PersonId, quote: Option<PostId>) -> Result<Option<PostId>> {
    let Some(id) = quote else { return Ok(None) };
    match Post::visible_in(tx, author, id).await {
        Ok(post) if !post.is_comment() => Ok(Some(id)),
        Ok(_) | Err(Error::NotFound) => Err(Error::field("cita", "error-quote-gone")),
        Err(error) => Err(error),
    }
}

/// What this person published with this form before.
pub(super) async fn already(tx: &mut Tx, author: PersonId, once_key: &str) -> Result<Option<PostId>> {
    let found: Option<(PostId,)> = tx.maybe("select id from post where author_id = $1 and once_key = $2", args![author, once_key]).await?;
    Ok(found.map(|(id,)| id))
}
