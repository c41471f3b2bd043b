//! Comments: answering, and the thread below a post, oldest first.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::i18n::Lang;
use kit::{Error, Result, args};

use super::post::{COLUMNS, JOINS, Post, PostId, Published, already};
use super::touch;
use super::visible::{Replies, Stream, visible};
use super::words::{Words, searchable};
use crate::identity::{Actor, Entry, PageId, Viewer, note};

/// Top-level comments on one page of a thread.
pub const PAGE: i64 = 20;
/// Answers below those that one page shows at the most.
const ANSWERS: i64 = 1000;
/// The deepest level; answers to it stand beside it.
const DEEPEST: u8 = 3;

/// A comment about to be published.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// The post at the top.
    pub root: PostId,
    /// The comment it answers, if it answers one.
    pub parent: Option<PostId>,
    /// The page to speak as; checked by the caller.
    pub page: Option<PageId>,
    /// Text in Markdown, checked.
    pub body: String,
    /// Language.
    pub language: Lang,
    /// The form's key.
    pub once_key: String,
    /// When, if not now.
    pub at: Option<Time>,
}

/// Publishes a comment and counts it, in one turn.
pub async fn publish(tx: &mut Tx, actor: &Actor, new: &NewComment) -> Result<Published> {
    let author = actor.person.ok_or(Error::SignIn)?;
    if let Some(before) = already(tx, author, &new.once_key).await? {
        return Ok(Published::Already(before));
    }
    let root = Post::any_in(tx, new.root).await?;
    if root.is_comment() || root.deleted_at.is_some() {
        return Err(Error::NotFound);
    }
    if root.replies == Replies::Nobody {
        return Err(Error::field("testo", "error-comment-closed"));
    }
    let (parent, depth) = place(tx, &root, new.parent).await?;
    let at = new.at.unwrap_or(tx.now());
    let id = PostId::next(at);
    let words = Words::of_comment(&new.body, new.page.is_some());
    // Who wrote the post approves what is said below it; what they say themselves waits for nobody.
    let held = root.replies == Replies::Approval && author != root.author_id && new.page.is_none();
    tx.run(
        "insert into post (id, author_id, page_id, parent_id, root_id, depth, stream, replies, title, body, body_html, excerpt,
                           language, comment_count, once_key, published_at, removed, community_id, held)
         values ($1, $2, $3, $4, $5, $6, $7, 'everyone', '', $8, $9, $10, $11, 0, $12, $13, 0, $14, $15)",
        args![
            id,
            author,
            new.page,
            parent,
            root.id,
            depth,
            Stream::Talk,
            &words.body,
            words.html,
            words.excerpt,
            new.language,
            &new.once_key,
            at,
            root.community_id,
            held
        ],
    )
    .await?;
    if !held {
        tx.run("update post set comment_count = comment_count + 1 where id = $1", args![root.id]).await?;
    }
    super::search::put(tx, "comment", id, at, &searchable("", &new.body)).await?;
    if let Some(page) = new.page {
        let name = root.headline();
        let act = Entry {
            act: "comment.published",
            subject_kind: "comment",
            subject_id: Some(id.0),
            subject_name: &name,
            voice: Some(page),
            after: Some(new.body.clone()),
            ..Entry::default()
        };
        note(tx, actor, act).await?;
    }
    let data = serde_json::json!({"root": root.id, "parent": parent, "page": new.page, "author": author});
    let touches = touch::of_comment(&root, author, new.page);
    record(tx, Event { kind: "comment.published", actor: Some(author.0), subject_kind: "comment", subject: id.0, data, touches: &touches })
        .await?;
    Ok(Published::New(id))
}

/// Below what and how deep a new comment stands.
async fn place(tx: &mut Tx, root: &Post, answers: Option<PostId>) -> Result<(PostId, u8)> {
    let Some(answers) = answers else { return Ok((root.id, 1)) };
    let gone = || Error::field("testo", "error-comment-parent");
    let parent = Post::any_in(tx, answers).await.map_err(|_| gone())?;
    if parent.root_id != root.id || !parent.is_comment() || parent.deleted_at.is_some() {
        return Err(gone());
    }
    Ok(match parent.parent_id {
        Some(above) if parent.depth >= DEEPEST => (above, DEEPEST),
        _ => (parent.id, parent.depth + 1),
    })
}

/// One comment with the answers to it.
#[derive(Debug, Clone)]
pub struct Branch {
    /// The comment, deleted ones too: they keep the tree.
    pub comment: Post,
    /// Answers, oldest first.
    pub answers: Vec<Branch>,
}

/// One page of a thread.
#[derive(Debug, Clone, Default)]
pub struct Thread {
    /// Top-level comments, oldest first.
    pub branches: Vec<Branch>,
    /// Continue after this one.
    pub more: Option<PostId>,
    /// Some answers are not shown.
    pub cut: bool,
}

/// The thread below a post, from after a top-level comment on, in one query.
pub async fn thread(db: &Db, viewer: &Viewer, root: PostId, after: Option<PostId>) -> Result<Thread> {
    let rows: Vec<Post> = db
        .all(
            format!(
                "with recursive thread (id) as (
                   select id from (select id from post where parent_id = $1 and id > $2 order by id limit $3) f
                   union all
                   select c.id from thread h join post c on c.parent_id = h.id)
                 select {COLUMNS} from post p {JOINS} where p.id in (select id from thread)
                    and (p.deleted_at is not null or p.hidden_at is not null or {}) order by p.id limit $4",
                visible(5)
            ),
            args![root, after.map_or(0, |id| id.0), PAGE + 1, PAGE + 1 + ANSWERS, viewer.id()],
        )
        .await?;
    let rows = rows.into_iter().map(|comment| if comment.is_hidden_from(viewer) { comment.without_words() } else { comment });
    Ok(grow(root, rows.collect()))
}

/// Rows in the order of their numbers become a tree: an answer's number is always larger than what it answers.
fn grow(root: PostId, rows: Vec<Post>) -> Thread {
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let cut = rows.len() >= page + 1 + usize::try_from(ANSWERS).unwrap_or(usize::MAX);
    let mut below: std::collections::HashMap<PostId, Vec<Branch>> = std::collections::HashMap::new();
    // From the newest to the oldest, so that whatever is below a comment is complete when the comment comes.
    for comment in rows.into_iter().rev() {
        let mut answers = below.remove(&comment.id).unwrap_or_default();
        answers.reverse();
        let above = comment.parent_id.unwrap_or(root);
        below.entry(above).or_default().push(Branch { comment, answers });
    }
    let mut branches = below.remove(&root).unwrap_or_default();
    branches.reverse();
    let full = branches.len() > page;
    branches.truncate(page);
    let more = branches.last().filter(|_| full).map(|branch| branch.comment.id);
    Thread { branches, more, cut }
}

/// The address at which a comment can be seen: the page of its thread, and its place there.
pub async fn locate(db: &Db, comment: &Post) -> Result<String> {
    let top = top_of(db, comment).await?;
    let (before,): (i64,) = db.one("select count(*) as n from post where parent_id = $1 and id < $2", args![comment.root_id, top]).await?;
    let start = before / PAGE * PAGE;
    if start == 0 {
        return Ok(comment.path());
    }
    let (after,): (PostId,) =
        db.one("select id from post where parent_id = $1 order by id limit 1 offset $2", args![comment.root_id, start - 1]).await?;
    Ok(format!("/post/{}?dopo={after}#c{}", comment.root_id, comment.id))
}

/// The top-level comment above.
async fn top_of(db: &Db, comment: &Post) -> Result<PostId> {
    let mut at = (comment.id, comment.parent_id);
    while let Some(above) = at.1.filter(|above| *above != comment.root_id) {
        at = db.one("select id, parent_id from post where id = $1", args![above]).await?;
    }
    Ok(at.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::PersonId;

    fn comment(id: i64, parent: i64) -> Post {
        let anna = PersonId(1);
        Post {
            id: PostId(id),
            author_id: anna,
            page_id: None,
            parent_id: Some(PostId(parent)),
            root_id: PostId(1),
            depth: 1,
            replies: Replies::Everyone,
            title: String::new(),
            body: String::new(),
            body_html: String::new(),
            excerpt: String::new(),
            language: "it".into(),
            pinned_until: None,
            comment_count: 0,
            published_at: Time::from_micros(0),
            edited_at: None,
            deleted_at: None,
            removed: false,
            community_id: None,
            hidden_at: None,
            held: false,
            warning: String::new(),
            like_count: 0,
            share_count: 0,
            quote_id: None,
            author_handle: "anna".into(),
            author_name: "Anna".into(),
            page_handle: None,
            page_name: None,
            page_initials: None,
            page_colour: None,
            root_author_id: anna,
            root_page_id: None,
            root_replies: Replies::Everyone,
            root_deleted_at: None,
        }
    }

    fn shape(branches: &[Branch]) -> String {
        branches.iter().map(|branch| format!("{}({})", branch.comment.id, shape(&branch.answers))).collect()
    }

    #[test]
    fn a_thread_keeps_the_order_of_writing_on_every_level() {
        let rows = vec![comment(2, 1), comment(3, 1), comment(4, 2), comment(5, 2), comment(6, 4), comment(7, 1)];
        let thread = grow(PostId(1), rows);
        assert_eq!(shape(&thread.branches), "2(4(6())5())3()7()");
        assert_eq!((thread.more, thread.cut), (None, false));
    }

    #[test]
    fn a_full_page_says_where_the_next_begins() {
        let rows = (2..=22).map(|id| comment(id, 1)).collect();
        let thread = grow(PostId(1), rows);
        assert_eq!(thread.branches.len(), 20);
        assert_eq!(thread.more, Some(PostId(21)));
        assert_eq!(grow(PostId(1), (2..=21).map(|id| comment(id, 1)).collect()).more, None);
    }
}
