//! Finding posts and comments: the text search gives numbers, the one condition says which of them may be seen.

use kit::Result;
use kit::clock::Time;
use kit::db::{Db, Tx, Value, places};
use kit::i18n::Lang;
use kit::text::analyser::{Piece, highlight, query_terms};
use kit::text::markdown;
use kit::text::search::{self as index, Ask, Document};

use super::post::PostId;
use super::visible::visible as condition;
use super::words::headline;
use crate::identity::Viewer;

/// The language everything is analysed in, whatever it is written in: the index knows one (see `kit::text::analyser`).
const TOWN: Lang = Lang::It;
/// The scope of what anybody may read.
const PUBLIC: &str = "public";
/// Characters around a hit.
const PIECE: usize = 240;
/// How often hits that may not be seen are made up for by others.
const ROUNDS: usize = 5;

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The newest.
    Recency,
    /// The best.
    Relevance,
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

/// Everything with all the words that the viewer may see, of some kinds (`post`, `comment`).
/// `before` goes on in the order of recency.
pub async fn search(
    db: &Db,
    viewer: &Viewer,
    words: &str,
    kinds: &[&str],
    order: Order,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<FoundPost>> {
    let wanted = usize::try_from(limit).unwrap_or_default();
    let ask_for = u32::try_from(limit).unwrap_or_default();
    let terms = query_terms(words, TOWN);
    let mut found: Vec<FoundPost> = Vec::with_capacity(wanted);
    let (mut before, mut skip) = (before, 0);
    for _ in 0..ROUNDS {
        let by = match order {
            Order::Recency => index::Order::Recency { before },
            Order::Relevance => index::Order::Relevance { skip },
        };
        let ask = Ask { query: words, lang: TOWN, open_end: false, kinds, scopes: &[PUBLIC], order: by, limit: ask_for };
        let ids: Vec<i64> = index::find(db, ask).await?.into_iter().map(|hit| hit.id).collect();
        found.extend(visible(db, viewer, &ids, &terms).await?);
        if ids.len() < wanted || found.len() >= wanted {
            break;
        }
        skip += ask_for;
        before = ids.last().copied().or(before);
    }
    found.truncate(wanted);
    Ok(found)
}

/// Those of some posts that may be seen, in the order of their numbers here.
async fn visible(db: &Db, viewer: &Viewer, ids: &[i64], terms: &[String]) -> Result<Vec<FoundPost>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select p.id, p.depth, p.body, p.published_at, coalesce(g.name, a.name) as voice,
                coalesce(t.title, p.title) as title, coalesce(t.excerpt, p.excerpt) as excerpt
           from post p join person_card a on a.id = p.author_id left join page_card g on g.id = p.page_id left join post t on t.id = p.root_id
          where p.id in ({}) and {}",
        places(2, ids.len()),
        condition(1)
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
    index::put(tx, Document { id: id.0, kind, scope: PUBLIC, at, text }, TOWN).await
}

/// Makes it unfindable, in the turn that took it away.
pub async fn remove(tx: &mut Tx, id: PostId) -> Result<()> {
    index::remove(tx, id.0).await
}
