//! A text as moderation reads it: all of it, with what it answers, its pictures, player, poll, link and quotation.

use askama::Template;
use askama::filters::HtmlSafe;
use kit::{Error, Result};

use crate::identity::Viewer;
use crate::shell::{App, Frame, Html};
use crate::social::card::{self, PostCard};
use crate::social::community::Access;
use crate::social::moderation::matter::Subject;
use crate::social::moderation::sight::note_read;
use crate::social::picture::Picture;
use crate::social::poll::Poll;
use crate::social::post::{Post, PostId};
use crate::social::preview::Preview;
use crate::social::web::Player;

/// The part of a page with the text that is judged.
#[derive(Template)]
#[template(path = "social/moderation/templates/text.html")]
pub struct TextView {
    frame: Frame,
    post: Post,
    body: Html,
    pictures: Vec<Picture>,
    player: Option<Player>,
    poll: Option<Poll>,
    preview: Option<Preview>,
    quoted: Option<PostCard>,
    /// What the comment answers, from the top.
    above: Vec<Post>,
    /// This viewer finds it where it stands.
    stands: bool,
}
impl HtmlSafe for TextView {}

impl TextView {
    /// That of a post or comment, whoever reads it otherwise. A look into a community that is not open stays in the audit.
    pub async fn of(app: &App, frame: &Frame, viewer: &Viewer, id: PostId) -> Result<Self> {
        let post = Post::any(&app.db, id).await?;
        if post.community_kind.is_some_and(|kind| kind != Access::Open) {
            let (actor, kind) = (viewer.actor()?, Subject::of_post(&post).kind);
            app.db.write(async |tx| note_read(tx, &actor, kind, id.0).await).await?;
        }
        let (pictures, player, poll, preview, above, stands) = tokio::try_join!(
            Picture::of_post(&app.db, id),
            Player::of(app, frame, id),
            Poll::of(&app.db, viewer, id),
            Preview::of(&app.db, id),
            above(app, &post),
            stands(app, viewer, id),
        )?;
        let quoted = match post.quote_id {
            Some(quote) => card::several(&app.db, viewer, &[quote]).await?.pop(),
            None => None,
        };
        let body = Html(post.body_html.clone());
        Ok(Self { frame: frame.clone(), post, body, pictures, player, poll, preview, quoted, above, stands })
    }

    /// The text itself.
    pub fn post(&self) -> &Post {
        &self.post
    }

    /// The community that not everybody reads, in which it was said.
    fn closed(&self) -> Option<&str> {
        let closed = self.post.community_kind.is_some_and(|kind| kind != Access::Open);
        self.post.community_name.as_deref().filter(|_| closed)
    }
}

async fn above(app: &App, post: &Post) -> Result<Vec<Post>> {
    let mut found = Vec::new();
    let mut next = post.parent_id;
    while let Some(id) = next {
        let one = Post::any(&app.db, id).await?;
        next = one.parent_id;
        found.push(one);
    }
    found.reverse();
    Ok(found)
}

async fn stands(app: &App, viewer: &Viewer, id: PostId) -> Result<bool> {
    match Post::visible_to(&app.db, viewer, id).await {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}
