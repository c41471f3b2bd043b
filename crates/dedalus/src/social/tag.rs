//! Subjects: the `#words` under which posts stand.

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::text::fold;
use kit::{Result, args};

use super::post::PostId;
use super::visible::{visible, visible_to_all};
use crate::identity::Viewer;

kit::id! {
    /// A subject's number.
    TagId
}

/// For how long a use counts among the most used, in days.
const MONTH: i64 = 30;

/// Where a subject is read, from its folded name.
pub fn path(folded: &str) -> String {
    let name: String = url::form_urlencoded::byte_serialize(folded.as_bytes()).collect();
    format!("/argomenti/{name}")
}

/// Puts a post under its subjects, in place of those it stood under.
pub async fn put(tx: &mut Tx, post: PostId, words: &[String], at: Time) -> Result<()> {
    tx.run("delete from post_source where post_id = $1 and kind = 'tag'", args![post]).await?;
    let open: Option<(i64,)> = tx.maybe(format!("select p.id from post p where p.id = $1 and {}", visible_to_all()), args![post]).await?;
    for word in words {
        let folded = fold(word);
        know(tx, &folded, at).await?;
        if open.is_some() {
            // How a subject is written is taken from what everybody reads: otherwise it would tell of what they do not.
            tx.run("update tag set name = $1 where name_folded = $2 and name = $2", args![word, &folded]).await?;
        }
        tx.run(
            "insert into post_source (kind, source_id, entry_id, post_id)
             select 'tag', t.id, cast($1 as bigint), cast($1 as bigint) from tag t where t.name_folded = $2
             on conflict (kind, source_id, entry_id) do nothing",
            args![post, &folded],
        )
        .await?;
    }
    Ok(())
}

/// Knows a subject by its folded name from now on.
async fn know(tx: &mut Tx, folded: &str, at: Time) -> Result<()> {
    tx.run(
        "insert into tag (id, name, name_folded, created_at) values ($1, $2, $2, $3) on conflict (name_folded) do nothing",
        args![kit::ids::next(at), folded, at],
    )
    .await?;
    Ok(())
}

/// The subject of that name, known from now on: whoever follows a word that nobody wrote learns nothing of who wrote it.
pub async fn known(tx: &mut Tx, name: &str) -> Result<TagId> {
    let (folded, now) = (fold(name), tx.now());
    know(tx, &folded, now).await?;
    let (id,): (TagId,) = tx.one("select id from tag where name_folded = $1", args![&folded]).await?;
    Ok(id)
}

/// The subject of that name, if any post ever stood under it.
pub async fn find(db: &Db, name: &str) -> Result<Option<TagId>> {
    let found: Option<(TagId,)> = db.maybe("select id from tag where name_folded = $1", args![fold(name)]).await?;
    Ok(found.map(|(id,)| id))
}

kit::row! {
    /// A subject and how often it was used.
    #[derive(Debug, Clone)]
    pub struct Used {
        /// As it was written first.
        pub name: String,
        /// As names are compared.
        pub folded: String,
        /// Posts of the last thirty days that the viewer may read.
        pub uses: i64,
    }
}

impl Used {
    /// Where it is read.
    pub fn path(&self) -> String {
        path(&self.folded)
    }
}

/// The subjects most used in the last thirty days, by what the viewer may read.
pub async fn most_used(db: &Db, viewer: &Viewer, limit: i64) -> Result<Vec<Used>> {
    let sql = format!(
        "select t.name, t.name_folded as folded, count(*) as uses
           from post p join post_source s on s.post_id = p.id and s.kind = 'tag' join tag t on t.id = s.source_id
          where p.published_at >= $1 and {}
          group by t.id, t.name, t.name_folded order by uses desc, t.name_folded limit $2",
        visible(3)
    );
    Ok(db.all(sql, args![db.now().plus(-MONTH * DAY), limit, viewer.id()]).await?)
}
