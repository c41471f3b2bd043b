//! Comments: answering, and the thread below a post.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::events::{Event, record};
use kit::i18n::Lang;
use kit::{Error, Result, args};

use super::community::{self, CommunityId, Standing};
use super::mark::Named;
use super::moderation::{FOR_AUTHOR, FOR_MODERATION, Pieces, Writing, hold, screen};
use super::post::{COLUMNS, JOINS, Post, PostId, Published, already};
use super::reply::{self, Answer};
use super::touch;
use super::unsent::{self, Place};
use super::visible::{Replies, Stream, visible};
use super::words::{Words, searchable};
use crate::identity::{Actor, Entry, PageId, PersonId, Viewer, note};

/// Top-level comments on one page of a thread.
pub const PAGE: i64 = 20;
/// Answers to one comment on one of its own pages.
const ANSWERS: usize = 200;
/// Answers to one comment that a page of the thread shows; the others stand on the comment's own.
const ANSWERS_SHOWN: usize = 12;
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

impl NewComment {
    /// Everything said in it.
    pub fn pieces(&self) -> Pieces {
        Pieces::default().and("testo", &self.body)
    }
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
    if let Some(community) = root.community_id {
        may_speak(tx, &root, community, author).await?;
    }
    let waits_for_author = match reply::of(tx, &root, author, new.page.is_some()).await? {
        Answer::Refused(why) => return Err(Error::field("testo", why)),
        answer => answer == Answer::Waits,
    };
    let pieces = new.pieces();
    let writing = Writing { author, page: new.page, comment: true, edit: None, title: "", body: &new.body, pieces, pictures: 0 };
    let waits = screen(tx, writing).await?;
    let held = waits_for_author || waits.is_some();
    let waits_for = if waits_for_author { FOR_AUTHOR } else { i64::from(held) * FOR_MODERATION };
    let (parent, depth) = place(tx, &root, new.parent).await?;
    let at = new.at.unwrap_or(tx.now());
    let id = PostId::next(at);
    if let Some(community) = root.community_id {
        community::lives(tx, community, at).await?;
    }
    let named = Named::find(tx, &new.body).await?;
    let words = Words::of_comment(&new.body, new.page.is_some(), &named);
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
            waits_for
        ],
    )
    .await?;
    if !held {
        tx.run("update post set comment_count = comment_count + 1 where id = $1", args![root.id]).await?;
    }
    named.note(tx, id, author, true, at).await?;
    unsent::sent(tx, author, Place::Below(root.id), &new.once_key).await?;
    super::search::put(tx, "comment", id, at, &searchable("", &new.body)).await?;
    if let Some(why) = waits {
        hold(tx, id, why).await?;
    }
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
    let kind = if held { "comment.held" } else { "comment.published" };
    record(tx, Event { kind, actor: Some(author.0), subject_kind: "comment", subject: id.0, data, touches: &touches }).await?;
    Ok(Published::New(id))
}

/// Who was sent away does not go on speaking by changing what stands, and in a community that sleeps nobody does.
pub(super) async fn may_go_on(tx: &mut Tx, id: CommunityId, person: PersonId) -> Result<()> {
    match community::standing(tx, id, person).await? {
        Standing::Member | Standing::Stranger => Ok(()),
        Standing::Silent => Err(Error::field("testo", "error-community-asleep")),
        Standing::Banned => Err(Error::field("testo", "error-comment-members")),
    }
}

/// In a community that sleeps nobody speaks, and who was sent away does not. Where it is not open, or its author wants it so,
/// only members answer.
async fn may_speak(tx: &mut Tx, root: &Post, id: CommunityId, author: PersonId) -> Result<()> {
    let members_only = root.is_for_members() || root.replies == Replies::Community;
    match community::standing(tx, id, author).await? {
        Standing::Member => Ok(()),
        Standing::Stranger if !members_only => Ok(()),
        Standing::Silent => Err(Error::field("testo", "error-community-asleep")),
        Standing::Stranger | Standing::Banned => Err(Error::field("testo", "error-comment-members")),
    }
}

/// Below what and how deep a new comment stands.
async fn place(tx: &mut Tx, root: &Post, answers: Option<PostId>) -> Result<(PostId, u8)> {
    let Some(answers) = answers else { return Ok((root.id, 1)) };
    let gone = || Error::field("testo", "error-comment-parent");
    let parent = Post::any_in(tx, answers).await.map_err(|_| gone())?;
    if parent.root_id != root.id || !parent.is_comment() || parent.deleted_at.is_some() || parent.held {
        return Err(gone());
    }
    Ok(match parent.parent_id {
        Some(above) if parent.depth >= DEEPEST => (above, DEEPEST),
        _ => (parent.id, parent.depth + 1),
    })
}

/// In which order a thread is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The oldest first, as people spoke.
    #[default]
    Oldest,
    /// The newest first.
    Newest,
    /// The most liked first.
    Liked,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Oldest, Self::Newest, Self::Liked];

    /// Its word in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Oldest => "vecchi",
            Self::Newest => "nuovi",
            Self::Liked => "apprezzati",
        }
    }

    /// From an address.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|sort| sort.word() == word).unwrap_or_default()
    }

    /// Which top-level comments of post `$1` come after comment `$2` (0 for none), and their order.
    const fn after(self) -> &'static str {
        match self {
            Self::Oldest => "p.parent_id = $1 and p.id > $2 {shown} order by p.id",
            Self::Newest => "p.parent_id = $1 and (cast($2 as bigint) = 0 or p.id < $2) {shown} order by p.id desc",
            Self::Liked => {
                "p.parent_id = $1 and (cast($2 as bigint) = 0 or p.like_count < (select l.like_count from post l where l.id = $2)
                   or (p.like_count = (select l.like_count from post l where l.id = $2) and p.id > $2)) {shown}
                 order by p.like_count desc, p.id"
            }
        }
    }

    fn arrange(self, branches: &mut [Branch]) {
        match self {
            Self::Oldest => {}
            Self::Newest => branches.reverse(),
            Self::Liked => branches.sort_by_key(|branch| std::cmp::Reverse(branch.comment.like_count)),
        }
    }
}

/// What part of a thread is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Part {
    /// The order of its top-level comments.
    pub sort: Sort,
    /// Top-level comments after this one; on a comment's own page, answers to it after this one.
    pub after: Option<PostId>,
    /// One comment with everything below it, and nothing else.
    pub branch: Option<PostId>,
}

/// One comment with the answers to it.
#[derive(Debug, Clone)]
pub struct Branch {
    /// The comment, deleted ones too: they keep the tree.
    pub comment: Post,
    /// Answers, oldest first.
    pub answers: Vec<Branch>,
    /// There are more than are shown here: the conversation goes on on a page of its own.
    pub goes_on: bool,
}

/// One page of a thread.
#[derive(Debug, Clone, Default)]
pub struct Thread {
    /// Top-level comments in their order.
    pub branches: Vec<Branch>,
    /// Continue after this one: a top-level comment, or an answer to the one whose page it is.
    pub more: Option<PostId>,
}

/// Which comments stand in a thread for a viewer whose number is an argument: those that may be read, and the places of those
/// that were taken back or hidden. What waited and was refused has a place for its author alone.
fn shown(place: usize) -> String {
    format!(
        "((p.deleted_at is not null and (p.held = 0 or p.author_id = cast(${place} as bigint)))
          or (p.deleted_at is null and p.hidden_at is not null and p.held = 0) or ({}))",
        visible(place)
    )
}

/// A part of the thread below a post, in one query, level by level: of each comment's answers one more than stands on the page,
/// so that no comment takes the room of another.
pub async fn thread(db: &Db, viewer: &Viewer, root: PostId, part: Part) -> Result<Thread> {
    let which = match part.branch {
        Some(_) => "p.root_id = $1 and p.id = $2 {shown} order by p.id".to_owned(),
        None => part.sort.after().to_owned(),
    };
    let shown = shown(5);
    let first = which.replace("{shown}", &format!("and {shown}"));
    let answers = |above: &str, most: &str, more: &str| {
        format!(
            "select id from (select p.id, row_number() over (partition by p.parent_id order by p.id) as place from post p
                              where p.parent_id in (select id from {above}) {more} and {shown}) a where place <= {most}"
        )
    };
    let sql = format!(
        "with tops (id) as (select p.id from post p where {first} limit $3),
              answers (id) as ({}),
              deepest (id) as ({})
         select {COLUMNS} from post p {JOINS}
          where p.id in (select id from tops union all select id from answers union all select id from deepest) order by p.id",
        answers("tops", "$4", "and p.id > $6"),
        answers("answers", "$7", "")
    );
    let (cursor, after, most) = match part.branch {
        Some(branch) => (branch.0, part.after.map_or(0, |id| id.0), ANSWERS),
        None => (part.after.map_or(0, |id| id.0), 0, ANSWERS_SHOWN),
    };
    let one_more = |most: usize| i64::try_from(most + 1).unwrap_or(i64::MAX);
    let values = args![root, cursor, PAGE + 1, one_more(most), viewer.id(), after, one_more(ANSWERS_SHOWN)];
    let rows: Vec<Post> = db.all(sql, values).await?;
    let rows = rows.into_iter().map(|comment| if comment.is_hidden_from(viewer) { comment.without_words() } else { comment });
    Ok(grow(root, rows.collect(), part))
}

/// Rows in the order of their numbers become a tree: an answer's number is always larger than what it answers.
fn grow(root: PostId, rows: Vec<Post>, part: Part) -> Thread {
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let top = match part.branch {
        Some(branch) => rows.iter().find(|comment| comment.id == branch).and_then(|comment| comment.parent_id).unwrap_or(root),
        None => root,
    };
    let mut below: std::collections::HashMap<PostId, Vec<Branch>> = std::collections::HashMap::new();
    let mut more_answers = None;
    // From the newest to the oldest, so that whatever is below a comment is complete when the comment comes.
    for comment in rows.into_iter().rev() {
        let mut answers = below.remove(&comment.id).unwrap_or_default();
        answers.reverse();
        let own_page = part.branch == Some(comment.id);
        let most = if own_page { ANSWERS } else { ANSWERS_SHOWN };
        let goes_on = answers.len() > most;
        answers.truncate(most);
        if own_page && goes_on {
            more_answers = answers.last().map(|branch| branch.comment.id);
        }
        let above = comment.parent_id.unwrap_or(root);
        below.entry(above).or_default().push(Branch { comment, answers, goes_on: goes_on && !own_page });
    }
    let mut branches = below.remove(&top).unwrap_or_default();
    branches.reverse();
    part.sort.arrange(&mut branches);
    let full = branches.len() > page;
    branches.truncate(page);
    let more = branches.last().filter(|_| full).map(|branch| branch.comment.id);
    Thread { branches, more: more.or(more_answers) }
}

/// The address at which a comment can be seen: the page of its thread, and its place there.
pub async fn locate(db: &Db, comment: &Post) -> Result<String> {
    let (top, crowded) = top_of(db, comment).await?;
    if let Some((above, answer)) = crowded {
        let after = page_after(db, above, answer, i64::try_from(ANSWERS).unwrap_or(i64::MAX)).await?;
        let after = after.map_or_else(String::new, |after| format!("&dopo={after}"));
        return Ok(format!("/post/{}?ramo={above}{after}#c{}", comment.root_id, comment.id));
    }
    Ok(match page_after(db, comment.root_id, top, PAGE).await? {
        None => comment.path(),
        Some(after) => format!("/post/{}?dopo={after}#c{}", comment.root_id, comment.id),
    })
}

/// After which answer to the same thing the page begins on which an answer stands; none for the first page.
async fn page_after(db: &Db, above: PostId, answer: PostId, page: i64) -> Result<Option<PostId>> {
    let (before,): (i64,) = db.one("select count(*) as n from post where parent_id = $1 and id < $2", args![above, answer]).await?;
    let start = before / page * page;
    if start == 0 {
        return Ok(None);
    }
    let (after,): (PostId,) =
        db.one("select id from post where parent_id = $1 order by id limit 1 offset $2", args![above, start - 1]).await?;
    Ok(Some(after))
}

/// A comment whose answers do not all stand on the thread's page, and the answer to it on the way to another.
type Crowded = (PostId, PostId);

/// The top-level comment above; and the nearest comment on the way whose answers do not all stand on the thread's page.
async fn top_of(db: &Db, comment: &Post) -> Result<(PostId, Option<Crowded>)> {
    let mut at = (comment.id, comment.parent_id);
    let mut crowded = None;
    while let Some(above) = at.1.filter(|above| *above != comment.root_id) {
        let (before,): (i64,) = db.one("select count(*) as n from post where parent_id = $1 and id < $2", args![above, at.0]).await?;
        if crowded.is_none() && before >= i64::try_from(ANSWERS_SHOWN).unwrap_or(i64::MAX) {
            crowded = Some((above, at.0));
        }
        at = db.one("select id, parent_id from post where id = $1", args![above]).await?;
    }
    Ok((at.0, crowded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::PersonId;
    use crate::social::visible::Replies;

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
            community_handle: None,
            community_name: None,
            community_kind: None,
            keepers: None,
            kept_until: None,
            author_private: false,
        }
    }

    fn shape(branches: &[Branch]) -> String {
        branches.iter().map(|branch| format!("{}({})", branch.comment.id, shape(&branch.answers))).collect()
    }

    #[test]
    fn a_thread_keeps_the_order_of_writing_on_every_level() {
        let rows = vec![comment(2, 1), comment(3, 1), comment(4, 2), comment(5, 2), comment(6, 4), comment(7, 1)];
        let thread = grow(PostId(1), rows, Part::default());
        assert_eq!(shape(&thread.branches), "2(4(6())5())3()7()");
        assert_eq!(thread.more, None);
    }

    #[test]
    fn the_most_liked_come_first_and_equals_in_the_order_of_writing() {
        let liked = |id, like_count| Post { like_count, ..comment(id, 1) };
        let rows = || vec![liked(2, 1), liked(3, 4), liked(4, 1)];
        let order = |sort| shape(&grow(PostId(1), rows(), Part { sort, ..Part::default() }).branches);
        assert_eq!(order(Sort::Liked), "3()2()4()");
        assert_eq!(order(Sort::Newest), "4()3()2()");
    }

    #[test]
    fn a_crowded_comment_goes_on_on_a_page_of_its_own() {
        let rows = || std::iter::once(comment(2, 1)).chain((3..=20).map(|id| comment(id, 2))).collect::<Vec<_>>();
        let thread = grow(PostId(1), rows(), Part::default());
        assert!(thread.branches[0].goes_on);
        assert_eq!(thread.branches[0].answers.len(), ANSWERS_SHOWN);
        let alone = grow(PostId(1), rows(), Part { branch: Some(PostId(2)), ..Part::default() });
        assert_eq!((alone.branches[0].answers.len(), alone.branches[0].goes_on), (18, false));
        let rows = std::iter::once(comment(2, 1)).chain((3..=203).map(|id| comment(id, 2))).collect();
        let full = grow(PostId(1), rows, Part { branch: Some(PostId(2)), ..Part::default() });
        assert_eq!((full.branches[0].answers.len(), full.more), (ANSWERS, Some(PostId(202))));
    }

    #[test]
    fn a_full_page_says_where_the_next_begins() {
        let rows = (2..=22).map(|id| comment(id, 1)).collect();
        let thread = grow(PostId(1), rows, Part::default());
        assert_eq!(thread.branches.len(), 20);
        assert_eq!(thread.more, Some(PostId(21)));
        assert_eq!(grow(PostId(1), (2..=21).map(|id| comment(id, 1)).collect(), Part::default()).more, None);
    }
}
