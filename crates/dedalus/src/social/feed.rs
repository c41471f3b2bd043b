//! What a feed needs of posts: whole texts and pictures, all addresses absolute, because a reader shows them elsewhere.

use jiff::Timestamp;
use kit::blob::BlobId;
use kit::clock::Time;
use kit::db::{Value, places};
use kit::{Result, args};
use wire::feed::{Attachment, Item};

use super::community::CommunityId;
use super::picture::{POSTER, media_path};
use super::post::PostId;
use super::tag::TagId;
use super::visible::visible_to_all;
use super::words::headline;
use crate::identity::{OfficeId, PageId, PersonId};
use crate::shell::App;

/// Whose feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedOf {
    /// Everything the pages say.
    Town,
    /// What one page says.
    Page(PageId),
    /// What is said in one community; only open ones have a feed.
    Community(CommunityId),
    /// What stands under a subject.
    Tag(TagId),
    /// Posts of one person in their own name; private profiles have no feed.
    Person(PersonId),
    /// What the pages of one office say.
    Office(OfficeId),
}

kit::row! {
    struct FeedRow {
        id: PostId,
        title: String,
        excerpt: String,
        body_html: String,
        published_at: Time,
        edited_at: Option<Time>,
        voice: String,
        warning: String,
    }
}

kit::row! {
    struct FeedPicture {
        post_id: PostId,
        alt: String,
        file: BlobId,
        media_type: String,
        bytes: i64,
        width: i64,
        height: i64,
    }
}

const SELECT: &str = "select p.id, p.title, p.excerpt, p.body_html, p.published_at, p.edited_at,
    coalesce(g.name, a.name) as voice, p.warning
    from post p join person_card a on a.id = p.author_id left join page_card g on g.id = p.page_id";

/// The newest posts as items of a feed.
pub async fn feed_items(app: &App, of: FeedOf, limit: i64) -> Result<Vec<Item>> {
    let (which, args) = match of {
        FeedOf::Town => ("p.stream = 'voices' and p.id < $1 order by p.id desc limit $2", args![i64::MAX, limit]),
        FeedOf::Page(page) => ("p.parent_id is null and p.page_id = $1 order by p.id desc limit $2", args![page, limit]),
        FeedOf::Community(community) => {
            ("p.parent_id is null and p.community_id = $1 order by p.id desc limit $2", args![community, limit])
        }
        FeedOf::Tag(tag) => (
            "p.id in (select s.post_id from post_source s where s.kind = 'tag' and s.source_id = $1)
               and (p.page_id is not null or not exists (select 1 from limited_person l where l.person_id = p.author_id)) order by p.id desc limit $2",
            args![tag, limit],
        ),
        FeedOf::Person(person) => {
            ("p.parent_id is null and p.page_id is null and p.author_id = $1 order by p.id desc limit $2", args![person, limit])
        }
        FeedOf::Office(office) => (
            "p.id in (select s.post_id from post_source s where s.kind = 'office' and s.source_id = $1) order by p.id desc limit $2",
            args![office, limit],
        ),
    };
    let rows = app.db.all(format!("{SELECT} where {} and {which}", visible_to_all()), args).await?;
    dress(app, rows).await
}

/// Rows with their pictures as items; what stands behind a warning stays there.
async fn dress(app: &App, mut rows: Vec<FeedRow>) -> Result<Vec<Item>> {
    let open: Vec<&FeedRow> = rows.iter().filter(|row| row.warning.is_empty()).collect();
    let mut pictures = recordings(app, &open).await?;
    pictures.extend(self::pictures(app, &open).await?);
    rows.iter_mut().filter(|row| !row.warning.is_empty()).for_each(FeedRow::close);
    Ok(rows.into_iter().map(|row| item(app, row, &pictures)).collect())
}

/// Some posts and comments as items of a feed, in the order of their numbers here; what not everybody may read is left out.
pub async fn feed_items_of(app: &App, ids: &[PostId]) -> Result<Vec<Item>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("{SELECT} where p.id in ({}) and {}", places(1, ids.len()), visible_to_all());
    let mut rows: Vec<FeedRow> = app.db.all(sql, ids.iter().copied().map(Value::from).collect()).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    dress(app, rows).await
}

impl FeedRow {
    /// Behind a warning a feed tells the title alone.
    fn close(&mut self) {
        self.excerpt = std::mem::take(&mut self.warning);
        self.body_html = String::new();
    }
}

async fn pictures(app: &App, rows: &[&FeedRow]) -> Result<Vec<FeedPicture>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select i.post_id, i.alt, s.file, s.type as media_type, s.bytes, s.width, s.height
           from picture i join picture_size s on s.picture_id = i.id and s.name = 'large'
          where i.post_id in ({}) and i.position < {POSTER} order by i.post_id, i.position",
        places(1, rows.len())
    );
    Ok(app.db.all(sql, rows.iter().map(|row| Value::from(row.id)).collect()).await?)
}

/// Video and audio: first among the files of an item, for a reader that knows one a post (RSS) is to have them.
async fn recordings(app: &App, rows: &[&FeedRow]) -> Result<Vec<FeedPicture>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select w.post_id, w.title as alt, w.file, w.type as media_type, w.bytes, w.width, w.height from recording w
          where w.post_id in ({}) order by w.post_id, w.id",
        places(1, rows.len())
    );
    Ok(app.db.all(sql, rows.iter().map(|row| Value::from(row.id)).collect()).await?)
}

fn item(app: &App, row: FeedRow, pictures: &[FeedPicture]) -> Item {
    let link = app.absolute(&format!("/post/{}", row.id));
    let mut html = absolute_links(&row.body_html, &app.config.server.public_url);
    let mut attachments = Vec::new();
    for picture in pictures.iter().filter(|picture| picture.post_id == row.id) {
        let url = app.absolute(&media_path(picture.file));
        let (alt, width, height) = (escaped(&picture.alt), picture.width, picture.height);
        html.push_str(&match picture.media_type.split_once('/') {
            // Players are left out by readers; the link leads to captions and transcript.
            Some(("video" | "audio", _)) => format!("<p><a href=\"{link}#registrazione\">{alt}</a></p>"),
            _ => format!("<p><img src=\"{url}\" alt=\"{alt}\" width=\"{width}\" height=\"{height}\"></p>"),
        });
        attachments.push(Attachment {
            url,
            media_type: picture.media_type.clone(),
            length: u64::try_from(picture.bytes).unwrap_or_default(),
            title: picture.alt.clone(),
        });
    }
    Item {
        id: link.clone(),
        link,
        title: headline(&row.title, &row.excerpt),
        summary: row.excerpt,
        html,
        author: row.voice,
        published: stamp(row.published_at),
        updated: stamp(row.edited_at.unwrap_or(row.published_at)),
        attachments,
    }
}

fn stamp(time: Time) -> Timestamp {
    Timestamp::from_microsecond(time.micros()).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Our own safe HTML with the links that begin at this site's root written out. Words that look like a link are words:
/// only what stands between `<` and `>` is touched, where our HTML has no other use for `href="/`.
fn absolute_links(html: &str, base: &str) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some((words, tag)) = rest.split_once('<') {
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        out.push_str(words);
        out.push('<');
        out.push_str(&tag.replace("href=\"/", &format!("href=\"{base}/")));
        out.push('>');
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_into_the_town_lead_there_from_everywhere() {
        let html = "<p>Vai a <a href=\"/uffici\" rel=\"x\">uffici</a> o <a href=\"https://e.example/\">fuori</a>.</p>";
        assert_eq!(
            absolute_links(html, "https://town.example"),
            "<p>Vai a <a href=\"https://town.example/uffici\" rel=\"x\">uffici</a> o <a href=\"https://e.example/\">fuori</a>.</p>"
        );
    }

    #[test]
    fn words_that_look_like_a_link_stay_words() {
        let html = "<p>scrivi href=\"/uffici\" così</p>";
        assert_eq!(absolute_links(html, "https://town.example"), html);
        assert_eq!(absolute_links("niente", "x"), "niente");
    }

    #[test]
    fn a_description_cannot_leave_its_attribute() {
        assert_eq!(escaped("\"><script>&"), "&quot;&gt;&lt;script&gt;&amp;");
    }
}
