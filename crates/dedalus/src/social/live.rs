//! New answers below a post, for everybody who has it open. One reading a post and commit serves all listeners to whom the
//! rules of reading say the same; only who is part of a blocked pair, or reads what not everybody may, is asked for alone.

use std::collections::BTreeSet;
use std::sync::Arc;

use kit::db::{Db, Value, places};
use kit::{Result, args};

use super::post::PostId;
use super::visible::{visible, visible_to_all};
use crate::identity::PersonId;
use crate::shell::{BoardReader, Boards, Posted};

/// How many of the newest answers a board knows.
const NEWEST: i64 = 200;

/// What a board says of a post.
struct Bulletin {
    /// Everybody may read the post.
    public: bool,
    /// The newest answers that everybody may read, with their authors.
    answers: Vec<(PostId, PersonId)>,
    /// People for whom it may be less.
    apart: BTreeSet<PersonId>,
}

/// The board of a post.
pub fn follow(live: &Boards, db: &Db, post: PostId) -> BoardReader {
    let db = db.clone();
    live.follow(&format!("post:{post}"), move || {
        let db = db.clone();
        async move {
            match read(&db, post).await {
                Ok(bulletin) => Some(Arc::new(bulletin) as Posted),
                Err(error) => {
                    tracing::warn!(%error, %post, "new answers could not be read");
                    None
                }
            }
        }
    })
}

async fn read(db: &Db, post: PostId) -> Result<Bulletin> {
    let root: Option<(PersonId,)> =
        db.maybe(format!("select p.author_id from post p where p.id = $1 and {}", visible_to_all()), args![post]).await?;
    let sql = format!("select p.id, p.author_id from post p where p.root_id = $1 and {} order by p.id desc limit $2", visible_to_all());
    let answers: Vec<(PostId, PersonId)> = if root.is_some() { db.all(sql, args![post, NEWEST]).await? } else { Vec::new() };
    let authors: BTreeSet<PersonId> = answers.iter().map(|(_, author)| *author).chain(root.map(|(author,)| author)).collect();
    let mut apart = BTreeSet::new();
    if !authors.is_empty() {
        let sql = format!("select distinct viewer_id from blocked_pair where other_id in ({})", places(1, authors.len()));
        let rows: Vec<(PersonId,)> = db.all(sql, authors.into_iter().map(Value::from).collect()).await?;
        apart.extend(rows.into_iter().map(|(person,)| person));
    }
    Ok(Bulletin { public: root.is_some(), answers, apart })
}

/// How many answers after one a viewer may read that others wrote, by what the board says.
pub async fn new_answers(db: &Db, notice: &Posted, viewer: Option<PersonId>, post: PostId, after: PostId) -> Result<i64> {
    let Some(bulletin) = notice.downcast_ref::<Bulletin>() else { return Ok(0) };
    if bulletin.public && viewer.is_none_or(|viewer| !bulletin.apart.contains(&viewer)) {
        let new = bulletin.answers.iter().filter(|(id, author)| *id > after && Some(*author) != viewer).count();
        return Ok(i64::try_from(new).unwrap_or(NEWEST));
    }
    let sql = format!(
        "select count(*) as n from post p where p.root_id = $1 and p.id > $2 and p.author_id <> coalesce(cast($3 as bigint), 0) and {}",
        visible(3)
    );
    let (n,): (i64,) = db.one(sql, args![post, after, viewer]).await?;
    Ok(n)
}
