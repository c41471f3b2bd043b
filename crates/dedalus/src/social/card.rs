//! Lists: what a card shows, each list in one query that is the end of one index.

use kit::blob::BlobId;
use kit::clock::Time;
use kit::db::{Db, Value, places};
use kit::{Result, args};

use super::community::{Access, CommunityId};
use super::moderation::reachable;
use super::picture::{media_path, srcset};
use super::post::{PostId, mark_class, voice_path};
use super::recording::{clock, is_video};
use super::tag::TagId;
use super::visible::visible;
use super::words::{headline, initials, shorten};
use crate::identity::{Colour, PageId, PersonId, Viewer};

/// A post in a list.
#[derive(Debug, Clone)]
pub struct PostCard {
    /// Number.
    pub id: PostId,
    /// Title; may be empty when a person speaks.
    pub title: String,
    /// The beginning.
    pub excerpt: String,
    /// When it was published.
    pub published_at: Time,
    /// When its words were changed.
    pub edited_at: Option<Time>,
    /// Stands on top until then.
    pub pinned_until: Option<Time>,
    /// Comments that stand.
    pub comment_count: i64,
    /// Name of who speaks.
    pub voice: String,
    /// Where who speaks is found; may be empty.
    pub voice_path: String,
    /// Letters of the mark.
    pub mark: String,
    /// How many like it.
    pub like_count: i64,
    /// What is warned of; then `excerpt` says it, and this card shows neither text nor picture.
    pub warning: String,
    /// The beginning behind the warning.
    pub behind: String,
    /// The code of its language.
    pub language: String,
    /// Who wrote it.
    pub person_id: PersonId,
    /// The page it speaks as.
    pub page_id: Option<PageId>,
    /// Its first picture.
    pub picture: Option<CardPicture>,
    /// Its video or audio.
    pub recording: Option<CardRecording>,
    /// What it is an answer to, in lists that mix.
    pub root: Option<RootRef>,
    /// The community it is said in.
    pub community: Option<CommunityRef>,
    /// Its place in a time line: its own number, or that of the share.
    pub entry: i64,
    /// Who passed it on, in time lines.
    pub shared_by: Option<Sharer>,
    colour: Option<Colour>,
}

/// That a post has video or audio.
#[derive(Debug, Clone)]
pub struct CardRecording {
    /// It is a video.
    pub is_video: bool,
    /// How long it lasts, as people say it.
    pub length: String,
}

/// The community of a post, by name.
#[derive(Debug, Clone)]
pub struct CommunityRef {
    /// Name in addresses.
    pub handle: String,
    /// Name.
    pub name: String,
    /// It is for members alone.
    pub for_members: bool,
}

/// Who passed a post on.
#[derive(Debug, Clone)]
pub struct Sharer {
    /// Name.
    pub name: String,
    /// Where they are found.
    pub path: String,
}

/// The post above a comment, by name.
#[derive(Debug, Clone)]
pub struct RootRef {
    /// Number.
    pub id: PostId,
    /// Title, or the beginning.
    pub headline: String,
}

/// The first picture of a card.
#[derive(Debug, Clone)]
pub struct CardPicture {
    /// What is to be seen.
    pub alt: String,
    /// Pixels across, medium size.
    pub width: i64,
    /// Pixels down.
    pub height: i64,
    /// The medium file.
    pub file: BlobId,
    small: Option<(BlobId, i64)>,
}

impl CardPicture {
    /// Its address.
    pub fn src(&self) -> String {
        media_path(self.file)
    }

    /// The small and the medium size, for `srcset`.
    pub fn srcset(&self) -> String {
        let mut files: Vec<(BlobId, i64)> = self.small.into_iter().collect();
        files.push((self.file, self.width));
        srcset(&files)
    }
}

impl PostCard {
    /// The class of the mark.
    pub fn mark_class(&self) -> &'static str {
        mark_class(self.colour)
    }

    /// Title, or the beginning.
    pub fn headline(&self) -> String {
        headline(&self.title, &self.excerpt)
    }

    /// Where it is read.
    pub fn path(&self) -> String {
        match &self.root {
            Some(root) => format!("/post/{}#c{}", root.id, self.id),
            None => format!("/post/{}", self.id),
        }
    }

    /// Does it stand on top?
    pub fn is_pinned(&self, now: &Time) -> bool {
        self.pinned_until.is_some_and(|until| until > *now)
    }
}

kit::row! {
    pub(super) struct CardRow {
        id: PostId,
        title: String,
        excerpt: String,
        published_at: Time,
        edited_at: Option<Time>,
        pinned_until: Option<Time>,
        comment_count: i64,
        like_count: i64,
        warning: String,
        language: String,
        person_id: PersonId,
        person_handle: String,
        person_name: String,
        page_id: Option<PageId>,
        page_handle: Option<String>,
        page_name: Option<String>,
        initials: Option<String>,
        colour: Option<Colour>,
        alt: Option<String>,
        file: Option<BlobId>,
        width: Option<i64>,
        height: Option<i64>,
        small: Option<BlobId>,
        small_width: Option<i64>,
        recorded: Option<String>,
        millis: Option<i64>,
        root_id: Option<PostId>,
        root_title: Option<String>,
        root_excerpt: Option<String>,
        community_handle: Option<String>,
        community_name: Option<String>,
        community_kind: Option<Access>,
        entry_id: i64,
        by_name: Option<String>,
        by_handle: Option<String>,
    }
}

impl From<CardRow> for PostCard {
    fn from(row: CardRow) -> Self {
        let picture = match (row.file, row.width, row.height) {
            (Some(file), Some(width), Some(height)) => {
                Some(CardPicture { alt: row.alt.unwrap_or_default(), width, height, file, small: row.small.zip(row.small_width) })
            }
            _ => None,
        };
        let recording = row.recorded.zip(row.millis).filter(|_| row.warning.is_empty());
        let recording = recording.map(|(kind, millis)| CardRecording { is_video: is_video(&kind), length: clock(millis) });
        let (excerpt, behind, picture) =
            if row.warning.is_empty() { (row.excerpt, String::new(), picture) } else { (row.warning.clone(), row.excerpt, None) };
        let root = row
            .root_id
            .map(|id| RootRef { id, headline: headline(&row.root_title.unwrap_or_default(), &row.root_excerpt.unwrap_or_default()) });
        Self {
            id: row.id,
            title: row.title,
            excerpt,
            behind,
            like_count: row.like_count,
            warning: row.warning,
            language: row.language,
            published_at: row.published_at,
            edited_at: row.edited_at,
            pinned_until: row.pinned_until,
            comment_count: row.comment_count,
            mark: row.initials.unwrap_or_else(|| initials(&row.person_name)),
            voice_path: voice_path(row.page_handle.as_deref(), &row.person_handle),
            voice: row.page_name.unwrap_or(row.person_name),
            person_id: row.person_id,
            page_id: row.page_id,
            picture,
            recording,
            root,
            community: row.community_handle.zip(row.community_name).map(|(handle, name)| CommunityRef {
                handle,
                name,
                for_members: row.community_kind.is_some_and(|kind| kind != Access::Open),
            }),
            entry: row.entry_id,
            shared_by: row.by_name.zip(row.by_handle).map(|(name, handle)| Sharer { name, path: voice_path(None, &handle) }),
            colour: row.colour,
        }
    }
}

/// What every card shows of `post p`, whatever list it is in.
pub(super) const COLUMNS: &str = "p.id, p.title, p.excerpt, p.published_at, p.edited_at, p.pinned_until, p.comment_count,
    p.like_count, p.warning, p.language, p.author_id as person_id, a.handle as person_handle, a.name as person_name,
    p.page_id, g.handle as page_handle, g.name as page_name, g.initials, g.colour,
    i.alt, m.file, m.width, m.height, s.file as small, s.width as small_width, w.type as recorded, w.millis,
    t.id as root_id, t.title as root_title,
    case when t.warning <> '' then t.warning else t.excerpt end as root_excerpt,
    k.handle as community_handle, k.name as community_name, k.kind as community_kind";

/// What [`COLUMNS`] needs beside `post p`.
pub(super) const JOINS: &str = "join person_card a on a.id = p.author_id left join page_card g on g.id = p.page_id
    left join recording w on w.post_id = p.id left join picture i on i.post_id = p.id and i.position = 0
    left join picture_size m on m.picture_id = i.id and m.name = 'medium'
    left join picture_size s on s.picture_id = i.id and s.name = 'small'
    left join post t on t.id = p.root_id left join community k on k.id = p.community_id";

/// Every list but a time line begins so; what follows says which rows, and in which order.
fn select() -> String {
    format!("select {COLUMNS}, p.id as entry_id, cast(null as text) as by_name, cast(null as text) as by_handle from post p {JOINS}")
}

/// Leaves out of one's own lists what people say whom the viewer has muted.
pub(super) fn not_muted(place: usize) -> String {
    format!(
        "(p.page_id is not null or not exists (select 1 from muted_person u where u.viewer_id = cast(${place} as bigint) and u.other_id = p.author_id))"
    )
}

async fn cards(db: &Db, viewer: &Viewer, which: &str, mut args: Vec<kit::db::Value>) -> Result<Vec<PostCard>> {
    let sql = format!("{} where {} and {which}", select(), visible(args.len() + 1));
    args.push(viewer.id().into());
    let rows: Vec<CardRow> = db.all(sql, args).await?;
    Ok(rows.into_iter().map(PostCard::from).collect())
}

const VOICES: &str = "p.stream = 'voices' and p.id < $1 order by p.id desc limit $2";

const PEOPLE: &str = "p.stream = 'people' and p.id < $1 order by p.id desc limit $2";
const OF_PAGE: &str = "p.parent_id is null and p.page_id = $1 and p.id < $2 order by p.id desc limit $3";
const OF_TAG: &str = "p.id in (select s.post_id from post_source s where s.kind = 'tag' and s.source_id = $1 and s.entry_id < $2) order by p.id desc limit $3";
const OF_PERSON: &str = "p.page_id is null and p.author_id = $1 and p.id < $2 order by p.id desc limit $3";
const OF_COMMUNITY: &str = "p.parent_id is null and p.community_id = $1 and p.id < $2 order by p.id desc limit $3";
const KEPT: &str = "p.parent_id is null and p.community_id = $1 and p.kept_until > $2 order by p.id desc limit 5";
const PINNED: &str = "p.id in (select q.id from post q where q.pinned_until > $1) order by p.id desc limit 1";
const PINNED_ON: &str = "p.id in (select q.id from post q where q.pinned_until > $1) and p.page_id = $2 order by p.id desc limit 3";

/// The newest posts of all pages.
pub async fn latest_voices(db: &Db, viewer: &Viewer, limit: i64) -> Result<Vec<PostCard>> {
    voices(db, viewer, None, limit).await
}

/// Posts of all pages before one, newest first.
pub async fn voices(db: &Db, viewer: &Viewer, before: Option<PostId>, limit: i64) -> Result<Vec<PostCard>> {
    cards(db, viewer, VOICES, args![key(before), limit]).await
}

/// The newest posts of people.
pub async fn latest_people(db: &Db, viewer: &Viewer, limit: i64) -> Result<Vec<PostCard>> {
    people(db, viewer, None, limit).await
}

/// Posts of people before one, newest first.
pub async fn people(db: &Db, viewer: &Viewer, before: Option<PostId>, limit: i64) -> Result<Vec<PostCard>> {
    let which = format!("{} and {} and {PEOPLE}", not_muted(3), reachable(3));
    cards(db, viewer, &which, args![key(before), limit]).await
}

/// Posts of one page before one, newest first.
pub async fn of_page(db: &Db, viewer: &Viewer, page: PageId, before: Option<PostId>, limit: i64) -> Result<Vec<PostCard>> {
    cards(db, viewer, OF_PAGE, args![page, key(before), limit]).await
}

/// What a person wrote as themselves, posts and comments, newest first.
pub async fn of_person(db: &Db, viewer: &Viewer, person: PersonId, before: Option<PostId>, limit: i64) -> Result<Vec<PostCard>> {
    cards(db, viewer, OF_PERSON, args![person, key(before), limit]).await
}

/// Posts of one community before one, newest first.
pub async fn of_community(db: &Db, viewer: &Viewer, community: CommunityId, before: Option<PostId>, limit: i64) -> Result<Vec<PostCard>> {
    cards(db, viewer, &format!("{} and {OF_COMMUNITY}", not_muted(4)), args![community, key(before), limit]).await
}

/// Posts that stand on top of a community.
pub async fn kept_in(db: &Db, viewer: &Viewer, community: CommunityId) -> Result<Vec<PostCard>> {
    cards(db, viewer, KEPT, args![community, db.now()]).await
}

/// When the first of the posts on top of a community stands there no longer.
pub async fn kept_until(db: &Db, community: CommunityId) -> Result<Option<Time>> {
    let sql = "select min(kept_until) as until from post where community_id = $1 and kept_until > $2";
    let (until,): (Option<Time>,) = db.one(sql, args![community, db.now()]).await?;
    Ok(until)
}

/// Posts under a subject before one, newest first.
pub async fn of_tag(db: &Db, viewer: &Viewer, tag: TagId, before: Option<PostId>, limit: i64) -> Result<Vec<PostCard>> {
    let which = format!("{} and {} and {OF_TAG}", not_muted(4), reachable(4));
    cards(db, viewer, &which, args![tag, key(before), limit]).await
}

/// Those of some posts and comments that the viewer may read, in the order of their numbers here.
pub async fn several(db: &Db, viewer: &Viewer, ids: &[PostId]) -> Result<Vec<PostCard>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let which = format!("p.id in ({})", places(1, ids.len()));
    let mut found = cards(db, viewer, &which, ids.iter().copied().map(Value::from).collect()).await?;
    found.sort_by_key(|card| ids.iter().position(|id| *id == card.id));
    Ok(found)
}

/// The newest post that stands on top of the town.
pub async fn pinned(db: &Db, viewer: &Viewer) -> Result<Option<PostCard>> {
    Ok(cards(db, viewer, PINNED, args![db.now()]).await?.into_iter().next())
}

/// Posts that stand on top of a page.
pub async fn pinned_on(db: &Db, viewer: &Viewer, page: PageId) -> Result<Vec<PostCard>> {
    cards(db, viewer, PINNED_ON, args![db.now(), page]).await
}

fn key(before: Option<PostId>) -> i64 {
    before.map_or(i64::MAX, |id| id.0)
}

kit::row! {
    /// A comment in a list.
    #[derive(Debug, Clone)]
    pub struct TalkCard {
        /// Number.
        pub id: PostId,
        /// The post at the top.
        pub root_id: PostId,
        /// The beginning.
        pub excerpt: String,
        /// When it was published.
        pub published_at: Time,
        /// Who wrote it.
        pub person_id: PersonId,
        /// The page it speaks as.
        pub page_id: Option<PageId>,
        /// Name of who speaks.
        pub voice: String,
        /// Handle of the page, if one speaks.
        pub page_handle: Option<String>,
        /// Handle of the person.
        pub person_handle: String,
        /// Letters of the mark, as the page has them; for people they are made of the name.
        pub mark: String,
        /// Colour of the page's mark.
        pub colour: Option<Colour>,
        /// Title of the post at the top.
        pub root_title: String,
        /// Beginning of the post at the top.
        pub root_excerpt: String,
    }
}

impl TalkCard {
    /// The class of the mark.
    pub fn mark_class(&self) -> &'static str {
        mark_class(self.colour)
    }

    /// What it is about.
    pub fn root_headline(&self) -> String {
        headline(&self.root_title, &self.root_excerpt)
    }

    /// Where it is read: the post's page finds its place.
    pub fn path(&self) -> String {
        format!("/post/{}", self.id)
    }

    /// Where who speaks is found; may be empty.
    pub fn voice_path(&self) -> String {
        voice_path(self.page_handle.as_deref(), &self.person_handle)
    }
}

const TALK: &str =
    "select p.id, p.root_id, p.excerpt, p.published_at, p.author_id as person_id, p.page_id, coalesce(g.name, a.name) as voice,
    g.handle as page_handle, a.handle as person_handle, coalesce(g.initials, '') as mark, g.colour,
    t.title as root_title, case when t.warning <> '' then t.warning else t.excerpt end as root_excerpt
    from post p join person_card a on a.id = p.author_id left join page_card g on g.id = p.page_id join post t on t.id = p.root_id";
const TALK_ORDER: &str = "p.stream = 'talk' and p.id < $1 order by p.id desc limit $2";

/// The newest comments.
pub async fn latest_talk(db: &Db, viewer: &Viewer, limit: i64) -> Result<Vec<TalkCard>> {
    talk(db, viewer, None, limit).await
}

/// Comments before one, newest first.
pub async fn talk(db: &Db, viewer: &Viewer, before: Option<PostId>, limit: i64) -> Result<Vec<TalkCard>> {
    let mut found: Vec<TalkCard> = db
        .all(
            format!("{TALK} where {} and {} and {} and {TALK_ORDER}", visible(3), not_muted(3), reachable(3)),
            args![key(before), limit, viewer.id()],
        )
        .await?;
    for card in &mut found {
        if card.mark.is_empty() {
            card.mark = initials(&card.voice);
        }
        card.excerpt = shorten(&card.excerpt, 180);
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
