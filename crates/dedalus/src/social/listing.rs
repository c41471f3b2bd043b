//! What programs list: everything that everybody may read, by the time it was published.

use kit::clock::Time;
use kit::db::Db;
use kit::{Result, args};

use super::post::PostId;
use super::visible::visible_to_all;

kit::row! {
    /// A post by its number and its last change.
    #[derive(Debug, Clone)]
    pub struct Listed {
        /// Number.
        pub id: PostId,
        /// When its words were last changed.
        pub changed_at: Time,
    }
}

/// When the first thing was said, whatever it was.
pub async fn first_post(db: &Db) -> Result<Option<Time>> {
    let first: Option<(Time,)> = db.maybe("select published_at from post order by id limit 1", vec![]).await?;
    Ok(first.map(|(at,)| at))
}

/// Posts that everybody may read, published from one moment until before another; the newest first.
pub async fn published_between(db: &Db, from: Time, until: Time, limit: i64) -> Result<Vec<Listed>> {
    let sql = format!(
        "select p.id, coalesce(p.edited_at, p.published_at) as changed_at from post p
          where p.stream <> 'talk' and p.id >= $1 and p.id < $2 and {} order by p.id desc limit $3",
        visible_to_all()
    );
    Ok(db.all(sql, args![kit::ids::floor(from), kit::ids::floor(until), limit]).await?)
}
