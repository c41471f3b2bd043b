//! A post as programs read it, whole: made from its row, what the viewer did with it, its pictures and its poll.

use kit::Result;
use kit::blob::BlobId;
use kit::db::{Db, Value, places};
use serde::Serialize;
use utoipa::ToSchema;

use super::recording::{RecordingShape, Recordings};
use crate::identity::Viewer;
use crate::shell::App;
use crate::social::card::{self, PostCard, Sharer};
use crate::social::mine::Mine;
use crate::social::picture::{POSTER, media_path};
use crate::social::poll::Poll;
use crate::social::post::{Post, PostId};

/// Who speaks.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Voice)]
pub struct VoiceShape {
    /// `person` or `page`.
    pub kind: String,
    /// Name in addresses; empty when the account is closed.
    pub handle: String,
    /// Name.
    pub name: String,
    /// The public page.
    pub url: String,
}

/// The community something is said in.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CommunityRef)]
pub struct PlaceShape {
    /// Name in addresses.
    pub handle: String,
    /// Name.
    pub name: String,
    /// Only members read it.
    pub members_only: bool,
}

/// A picture.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Picture)]
pub struct PictureShape {
    /// The file.
    pub url: String,
    /// What is to be seen.
    pub alt: String,
    /// Pixels across.
    pub width: i64,
    /// Pixels down.
    pub height: i64,
}

/// An answer of a poll.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Choice)]
pub struct ChoiceShape {
    /// Its words.
    pub words: String,
    /// Votes; null until the viewer has voted or the poll is over.
    pub votes: Option<i64>,
    /// The viewer chose it.
    pub mine: bool,
}

/// A poll.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Poll)]
pub struct PollShape {
    /// May one choose several?
    pub multiple: bool,
    /// Votes are taken until then.
    #[schema(format = DateTime)]
    pub closes_at: String,
    /// People who voted.
    pub voters: i64,
    /// The answers.
    pub choices: Vec<ChoiceShape>,
}

/// A post or a comment.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Post)]
pub struct PostShape {
    /// Number.
    pub id: String,
    /// The page on which it is read.
    pub url: String,
    /// `post` or `comment`.
    pub kind: String,
    /// Taken back or hidden: only its place stands.
    pub gone: bool,
    /// It waits to be approved, or is hidden by moderation; only its author reads it.
    pub held: bool,
    /// Who speaks; null when it is gone.
    pub author: Option<VoiceShape>,
    /// Title; people may leave it out.
    pub title: String,
    /// What is warned of before it is read; empty for most.
    pub warning: String,
    /// As typed, in Markdown.
    pub text: String,
    /// Safe HTML.
    pub html: String,
    /// Code of its language.
    pub language: String,
    /// Where it is said; null for the whole square.
    pub community: Option<PlaceShape>,
    /// The post at the top; its own number for a post.
    pub root_id: String,
    /// What a comment answers.
    pub parent_id: Option<String>,
    /// The post it quotes, if the viewer may read it.
    pub quote_id: Option<String>,
    /// Who may answer: `everyone`, `verified`, `community`, `approval`, `nobody`.
    pub replies: String,
    /// When it was published.
    #[schema(format = DateTime)]
    pub published_at: String,
    /// When its words were last changed.
    #[schema(format = DateTime)]
    pub edited_at: Option<String>,
    /// Which version this is; send it with a change so that nobody's is lost.
    pub version: String,
    /// Comments below it.
    pub comments: i64,
    /// How many like it.
    pub likes: i64,
    /// How many shared it.
    pub shares: i64,
    /// The viewer likes it.
    pub liked: bool,
    /// The viewer keeps it.
    pub bookmarked: bool,
    /// The viewer shared it.
    pub shared: bool,
    /// Who passed it on, in the home time line.
    pub shared_by: Option<String>,
    /// Pictures.
    pub pictures: Vec<PictureShape>,
    /// A video or an audio.
    pub recording: Option<RecordingShape>,
    /// A question with answers; only where one post is asked for.
    pub poll: Option<PollShape>,
}

kit::row! {
    struct PictureRow {
        post_id: PostId,
        alt: String,
        file: BlobId,
        width: i64,
        height: i64,
    }
}

async fn pictures(db: &Db, ids: &[PostId]) -> Result<Vec<PictureRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select i.post_id, i.alt, s.file, s.width, s.height from picture i join picture_size s on s.picture_id = i.id and s.name = 'large'
          where i.post_id in ({}) and i.position < {POSTER} order by i.post_id, i.position",
        places(1, ids.len())
    );
    Ok(db.all(sql, ids.iter().copied().map(Value::from).collect()).await?)
}

/// Posts and comments as this viewer reads them. Whoever calls has read them through the one condition.
pub async fn of_posts(app: &App, viewer: &Viewer, posts: Vec<Post>) -> Result<Vec<PostShape>> {
    let standing: Vec<PostId> = posts.iter().filter(|post| !is_gone(post, viewer)).map(|post| post.id).collect();
    let quotes: Vec<PostId> = posts.iter().filter_map(|post| post.quote_id).collect();
    let mine = Mine::of(&app.db, viewer, &standing).await?;
    let (pictures, recordings) = tokio::try_join!(pictures(&app.db, &standing), Recordings::of(&app.db, &standing))?;
    let quotable: Vec<PostId> = card::several(&app.db, viewer, &quotes).await?.into_iter().map(|card| card.id).collect();
    let shape = |post: Post| {
        let recording = recordings.shape(app, post.id);
        PostShape { recording, ..shape(app, viewer, post, &mine, &pictures, &quotable) }
    };
    Ok(posts.into_iter().map(shape).collect())
}

/// The cards of a list, whole, in their order.
pub async fn of_cards(app: &App, viewer: &Viewer, cards: &[PostCard]) -> Result<Vec<PostShape>> {
    let ids: Vec<PostId> = cards.iter().map(|card| card.id).collect();
    let mut shapes = of_posts(app, viewer, Post::several(&app.db, viewer, &ids).await?).await?;
    for shape in &mut shapes {
        let by = cards.iter().find(|card| card.id.to_string() == shape.id).and_then(|card| card.shared_by.as_ref());
        shape.shared_by = by.map(|Sharer { name, .. }| name.clone());
    }
    Ok(shapes)
}

/// One post with its poll, as far as this viewer may read it.
pub async fn of_one(app: &App, viewer: &Viewer, id: PostId) -> Result<PostShape> {
    let post = Post::visible_to(&app.db, viewer, id).await?;
    let poll = Poll::of(&app.db, viewer, id).await?;
    let mut shapes = of_posts(app, viewer, vec![post]).await?;
    let mut shape = shapes.pop().ok_or(kit::Error::NotFound)?;
    shape.poll = poll.map(|poll| of_poll(app, poll));
    Ok(shape)
}

fn of_poll(app: &App, poll: Poll) -> PollShape {
    let told = poll.is_voted() || poll.is_closed(app.now());
    let choice = |choice: &crate::social::poll::Choice| ChoiceShape {
        words: choice.words.clone(),
        votes: told.then_some(choice.votes),
        mine: choice.mine,
    };
    PollShape {
        multiple: poll.multiple,
        closes_at: poll.closes_at.to_string(),
        voters: poll.voters,
        choices: poll.choices.iter().map(choice).collect(),
    }
}

/// Nothing but its place is shown.
fn is_gone(post: &Post, viewer: &Viewer) -> bool {
    post.deleted_at.is_some() || post.is_hidden_from(viewer)
}

fn shape(app: &App, viewer: &Viewer, post: Post, mine: &Mine, pictures: &[PictureRow], quotable: &[PostId]) -> PostShape {
    let gone = is_gone(&post, viewer);
    let post = if gone { post.without_words() } else { post };
    let author = (!gone).then(|| VoiceShape {
        kind: if post.page_id.is_some() { "page" } else { "person" }.to_owned(),
        handle: post.page_handle.clone().unwrap_or_else(|| post.author_handle.clone()),
        name: post.voice().to_owned(),
        url: app.absolute(&post.voice_path()),
    });
    let community = post.community_handle.clone().zip(post.community_name.clone());
    let members_only = post.is_for_members();
    let own = pictures.iter().filter(|picture| picture.post_id == post.id && !gone);
    PostShape {
        id: post.id.to_string(),
        url: app.absolute(&post.path()),
        kind: if post.is_comment() { "comment" } else { "post" }.to_owned(),
        gone,
        held: !gone && (post.held || post.hidden_at.is_some()),
        author,
        community: community.map(|(handle, name)| PlaceShape { handle, name, members_only }),
        root_id: post.root_id.to_string(),
        parent_id: post.parent_id.map(|id| id.to_string()),
        quote_id: post.quote_id.filter(|id| !gone && quotable.contains(id)).map(|id| id.to_string()),
        replies: post.root_replies.word().to_owned(),
        published_at: post.published_at.to_string(),
        edited_at: post.edited_at.map(|at| at.to_string()),
        version: super::super::draft::version(post.edited_at),
        comments: post.comment_count,
        likes: post.like_count,
        shares: post.share_count,
        liked: mine.liked.contains(&post.id),
        bookmarked: mine.kept.contains(&post.id),
        shared: mine.shared.contains(&post.id),
        shared_by: None,
        pictures: own
            .map(|picture| PictureShape {
                url: app.absolute(&media_path(picture.file)),
                alt: picture.alt.clone(),
                width: picture.width,
                height: picture.height,
            })
            .collect(),
        recording: None,
        poll: None,
        title: post.title,
        warning: post.warning,
        text: post.body,
        html: post.body_html,
        language: post.language,
    }
}
