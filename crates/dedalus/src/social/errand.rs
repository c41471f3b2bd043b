//! What waits for somebody, in one statement of small numbers: each part is the end of one index.

use kit::db::{Db, Value, places};
use kit::{Result, args};

use super::post::PostId;
use super::visible::visible;
use super::waiting::awaits;
use super::words::headline;
use crate::identity::{Me, PageId};

/// What waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrandKind {
    /// Communities that invite.
    Invitation,
    /// People who ask to follow.
    Request,
    /// New posts that were begun.
    Draft,
    /// Comments below one post, to be approved.
    Comment,
}
kit::words!(ErrandKind { Invitation = "invitation", Request = "request", Draft = "draft", Comment = "comment" });

kit::row! {
    /// So many of one kind wait for somebody.
    #[derive(Debug, Clone)]
    pub struct Errand {
        /// What.
        pub kind: ErrandKind,
        /// How many; never none.
        pub count: i64,
        /// Below which post, when they are comments.
        pub post_id: Option<PostId>,
        title: String,
        excerpt: String,
    }
}

/// For `$1`. A draft of a new post stands under the place 0, or says so itself when another was kept there first.
const COUNTS: &str = r#"select 'invitation' as kind, count(*) as count, cast(null as bigint) as post_id, '' as title, '' as excerpt
       from community_member m join community k on k.id = m.community_id
      where m.person_id = $1 and m.state = 'invited' and k.closed_at is null
     union all
     select 'request', count(*), null, '', '' from follow f join person_card a on a.id = f.person_id
      where f.kind = 'person' and f.source_id = $1 and f.state = 'asked' and a.state <> 'closed'
     union all
     select 'draft', count(*), null, '', '' from draft d
      where d.person_id = $1 and (d.place = 0 or (d.place < 0 and d.fields like '%"luogo":"0"%'))"#;

impl Errand {
    /// What waits for a person; comments below their three newest posts that have some, and those of the pages they speak for.
    pub async fn of(db: &Db, me: &Me) -> Result<Vec<Self>> {
        let pages: Vec<PageId> = me.pages.iter().filter(|page| page.rights.reply || page.rights.publish).map(|page| page.id).collect();
        // What waits is little, what somebody wrote may be much: `cross join` has SQLite begin with the former.
        let sql = format!(
            "{COUNTS} union all
             select * from (select 'comment' as kind, w.waiting as count, p.id as post_id, p.title, p.excerpt
               from (select c.root_id, count(*) as waiting from post c where {} group by c.root_id) w cross join post p
              where p.id = w.root_id and {} and ((p.page_id is null and p.author_id = $1){}) order by p.id desc limit 3) v",
            awaits("c", 1),
            visible(1),
            if pages.is_empty() { String::new() } else { format!(" or p.page_id in ({})", places(2, pages.len())) },
        );
        let mut args = args![me.id];
        args.extend(pages.into_iter().map(Value::from));
        let found: Vec<Self> = db.all(sql, args).await?;
        Ok(found.into_iter().filter(|errand| errand.count > 0).collect())
    }

    /// The post's title, or its beginning.
    pub fn headline(&self) -> String {
        headline(&self.title, &self.excerpt)
    }
}
