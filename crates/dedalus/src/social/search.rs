//! Finding posts and comments: the text search gives numbers, the one condition says which of them may be seen.

use kit::clock::Time;
use kit::db::{Db, Tx, Value, places};
use kit::i18n::Lang;
use kit::text::analyser::{Piece, highlight, query_terms};
use kit::text::markdown;
use kit::text::search::{self as index, Also, Ask, Document};
use kit::{Result, args};

use super::moderation::reachable;
use super::post::PostId;
use super::visible::visible as condition;
use super::words::{headline, searchable};
use crate::identity::{PageId, Viewer};

/// The language everything is analysed in, whatever it is written in: the index knows one (see `kit::text::analyser`).
const TOWN: Lang = Lang::It;
/// The scope of what anybody may read.
const PUBLIC: &str = "public";
/// Characters around a hit.
const PIECE: usize = 240;

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The newest, from before a number on.
    Recency {
        /// The number.
        before: Option<PostId>,
    },
    /// The best, without so many that were shown.
    Relevance {
        /// How many.
        skip: u32,
    },
}

/// A post or comment that was found.
#[derive(Debug, Clone)]
pub struct FoundPost {
    /// Number.
    pub id: PostId,
    /// The beginning or the part around the words, hits marked.
    pub pieces: Vec<Piece>,
    /// Who speaks.
    pub voice: String,
    /// When it was published.
    pub published_at: Time,
    is_comment: bool,
    headline: String,
}

impl FoundPost {
    /// Is it a comment?
    pub fn is_comment(&self) -> bool {
        self.is_comment
    }

    /// Its title or beginning; of a comment that of the post above it.
    pub fn headline(&self) -> &str {
        &self.headline
    }

    /// Where it is read; the number of a comment leads to its place.
    pub fn path(&self) -> String {
        format!("/post/{}", self.id)
    }
}

kit::row! {
    struct FoundRow {
        id: PostId,
        depth: u8,
        body: String,
        published_at: Time,
        voice: String,
        title: String,
        excerpt: String,
    }
}

/// A question to the search.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What was typed.
    pub words: &'a str,
    /// Of which kinds: `post`, `comment`.
    pub kinds: &'a [&'a str],
    /// Said by this page.
    pub page: Option<PageId>,
    /// Published from this moment on.
    pub from: Option<Time>,
    /// Published before this moment.
    pub until: Option<Time>,
    /// What comes first, and where to go on.
    pub order: Order,
    /// How many at the most.
    pub limit: u32,
}

/// Everything with all the words that the viewer may see and nothing else: permission is part of the question, so that what
/// must not be seen takes no place and is counted nowhere.
pub async fn search(db: &Db, viewer: &Viewer, asked: &Asked<'_>) -> Result<Vec<FoundPost>> {
    let may = format!(
        "exists (select 1 from post p where p.id = d.id and (cast($3 as bigint) is null or p.page_id = cast($3 as bigint)) and {} and {})",
        condition(2),
        reachable(2)
    );
    let order = match asked.order {
        Order::Recency { before } => index::Order::Recency { before: before.map(|id| id.0) },
        Order::Relevance { skip } => index::Order::Relevance { skip },
    };
    let ask = Ask {
        query: asked.words,
        lang: TOWN,
        open_end: false,
        kinds: asked.kinds,
        scopes: &[PUBLIC],
        from: asked.from.map(kit::ids::floor),
        until: asked.until.map(kit::ids::floor),
        also: Some(Also { sql: &may, args: &[viewer.id().into(), asked.page.into()] }),
        order,
        limit: asked.limit,
    };
    let ids: Vec<i64> = index::find(db, ask).await?.into_iter().map(|hit| hit.id).collect();
    drawn(db, viewer, &ids, &query_terms(asked.words, TOWN)).await
}

/// Those of some posts that may be seen, in the order of their numbers here.
async fn drawn(db: &Db, viewer: &Viewer, ids: &[i64], terms: &[String]) -> Result<Vec<FoundPost>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select p.id, p.depth, case when p.warning <> '' then p.warning else p.body end as body, p.published_at, coalesce(g.name, a.name) as voice,
                coalesce(t.title, p.title) as title,
                case when coalesce(t.warning, p.warning) <> '' then coalesce(t.warning, p.warning) else coalesce(t.excerpt, p.excerpt) end as excerpt
           from post p join person_card a on a.id = p.author_id left join page_card g on g.id = p.page_id left join post t on t.id = p.root_id
          where p.id in ({}) and {} and {}",
        places(2, ids.len()),
        condition(1),
        reachable(1)
    );
    let args = std::iter::once(Value::from(viewer.id())).chain(ids.iter().copied().map(Value::from)).collect();
    let mut rows: Vec<FoundRow> = db.all(sql, args).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id.0));
    Ok(rows.into_iter().map(|row| found(row, terms)).collect())
}

fn found(row: FoundRow, terms: &[String]) -> FoundPost {
    FoundPost {
        id: row.id,
        pieces: highlight(&markdown::to_words(&row.body), terms, TOWN, PIECE),
        voice: row.voice,
        published_at: row.published_at,
        is_comment: row.depth > 0,
        headline: headline(&row.title, &row.excerpt),
    }
}

/// Makes a post findable by its words, in the turn that wrote them.
pub async fn put(tx: &mut Tx, kind: &'static str, id: PostId, at: Time, text: &str) -> Result<()> {
    // What a recording says is found with its post.
    let heard = if kind == "post" { super::recording::words_of(tx, id).await? } else { String::new() };
    index::put(tx, Document { id: id.0, kind, scope: PUBLIC, at, text: &format!("{text}{heard}") }, TOWN).await
}

/// Makes it unfindable, in the turn that took it away.
pub async fn remove(tx: &mut Tx, id: PostId) -> Result<()> {
    index::remove(tx, id.0).await
}

/// Puts some texts in again that an older analyser has read; are there more? A document whose post is gone goes, too.
pub async fn read_again(tx: &mut Tx, limit: i64) -> Result<bool> {
    let mut read = 0;
    for kind in ["post", "comment"] {
        for id in index::outdated(tx, kind, limit).await? {
            let text: Option<(String, String, Time)> =
                tx.maybe("select title, body, published_at from post where id = $1", args![id]).await?;
            match text {
                Some((title, body, at)) => put(tx, kind, PostId(id), at, &searchable(&title, &body)).await?,
                None => index::remove(tx, id).await?,
            }
            read += 1;
        }
    }
    Ok(read > 0)
}
