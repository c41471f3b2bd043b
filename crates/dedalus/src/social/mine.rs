//! What a viewer did with the posts and comments of one page.

use std::collections::BTreeSet;

use kit::Result;
use kit::db::{Db, Value, places};

use super::post::PostId;
use crate::identity::Viewer;

/// What was done, by the numbers of posts.
#[derive(Debug, Clone, Default)]
pub struct Mine {
    /// Liked.
    pub liked: BTreeSet<PostId>,
    /// Kept.
    pub kept: BTreeSet<PostId>,
    /// Shared.
    pub shared: BTreeSet<PostId>,
}

impl Mine {
    /// Of some posts, in one query.
    pub async fn of(db: &Db, viewer: &Viewer, posts: &[PostId]) -> Result<Self> {
        let mut mine = Self::default();
        let Some(me) = viewer.id() else { return Ok(mine) };
        if posts.is_empty() {
            return Ok(mine);
        }
        let list = places(2, posts.len());
        let sql = format!(
            "select 'liked' as what, post_id from reaction where person_id = $1 and post_id in ({list})
             union all select 'kept' as what, post_id from bookmark where person_id = $1 and post_id in ({list})
             union all select 'shared' as what, post_id from share where person_id = $1 and post_id in ({list})"
        );
        let args = std::iter::once(Value::from(me)).chain(posts.iter().copied().map(Value::from)).collect();
        let rows: Vec<(String, PostId)> = db.all(sql, args).await?;
        for (what, post) in rows {
            match what.as_str() {
                "liked" => mine.liked.insert(post),
                "kept" => mine.kept.insert(post),
                _ => mine.shared.insert(post),
            };
        }
        Ok(mine)
    }
}
