//! A person's own time line: the newest of everything they follow, in one query that stays the end of one index for each source;
//! and that of the whole town.

use kit::db::Db;
use kit::{Result, args};

use super::card::{self, COLUMNS, CardRow, JOINS, PostCard, not_muted};
use super::post::PostId;
use super::visible::visible;
use crate::identity::Viewer;

/// Entries of one look into the sources: twice a page, because not all of them may be read and some come twice. A wider window
/// costs each source that many steps, and what is missing is made up for by the next look.
const fn window(limit: i64) -> i64 {
    if limit < 8 { 16 } else { 2 * limit }
}

/// How often a page whose entries may not be read is made up for by older ones.
const ROUNDS: usize = 5;

/// `$1` who, `$2` before which entry, `$3` the window.
///
/// Where each source ends before `$2` is one step into the index. The newest `$3` entries of all stand in the `$3` sources that
/// end last, and are among the `$3` newest of each: nothing older is looked at, however much there is of it.
const ENTRIES: &str = "with source (kind, source_id) as materialized (
       select f.kind, f.source_id from follow f where f.person_id = $1 and f.state = 'accepted'
          and not (f.kind = 'person' and exists (select 1 from muted_person u where u.viewer_id = $1 and u.other_id = f.source_id))
       union all select 'person' as kind, cast($1 as bigint) as source_id),
     head (kind, source_id, newest) as materialized (
       select s.kind, s.source_id, (select x.entry_id from post_source x where x.kind = s.kind and x.source_id = s.source_id
                                       and x.entry_id < $2 order by x.entry_id desc limit 1)
         from source s),
     near (kind, source_id, oldest) as materialized (
       select h.kind, h.source_id, coalesce((select x.entry_id from post_source x where x.kind = h.kind and x.source_id = h.source_id
                                                and x.entry_id < $2 order by x.entry_id desc limit 1 offset $3), 0)
         from (select kind, source_id from head where newest is not null order by newest desc limit $3) h),
     entry (entry_id, post_id, by_id) as materialized (
       select distinct e.entry_id, e.post_id, e.by_id
         from near n join post_source e on e.kind = n.kind and e.source_id = n.source_id and e.entry_id < $2 and e.entry_id >= n.oldest
        order by e.entry_id desc limit $3)";

/// The page itself: `$4` who once more, `$5` how many. What comes again in another source stands where it came last.
fn page() -> String {
    format!(
        "{ENTRIES}
         select {COLUMNS}, e.entry_id, b.name as by_name, b.handle as by_handle
           from entry e join post p on p.id = e.post_id {JOINS} left join person_card b on b.id = e.by_id
          where {} and {}
            and not exists (select 1 from post_source d join source c on c.kind = d.kind and c.source_id = d.source_id
                             where d.post_id = e.post_id and d.entry_id > e.entry_id)
          order by e.entry_id desc limit $5",
        visible(4),
        not_muted(4)
    )
}

/// The oldest entry of a full window; nothing when there are no more behind it.
async fn reached(db: &Db, viewer: &Viewer, before: i64, window: i64) -> Result<Option<i64>> {
    let sql = format!("{ENTRIES} select count(*) as n, min(entry_id) as oldest from entry");
    let (count, oldest): (i64, Option<i64>) = db.one(sql, args![viewer.id(), before, window]).await?;
    Ok(oldest.filter(|_| count >= window))
}

/// What a person's sources say before an entry, newest first: own posts too, each post once.
pub async fn home(db: &Db, viewer: &Viewer, before: Option<i64>, limit: i64) -> Result<Vec<PostCard>> {
    let wanted = usize::try_from(limit).unwrap_or_default();
    let mut found: Vec<PostCard> = Vec::with_capacity(wanted);
    let mut before = before.unwrap_or(i64::MAX);
    for _ in 0..ROUNDS {
        let left = i64::try_from(wanted.saturating_sub(found.len())).unwrap_or_default();
        let rows: Vec<CardRow> = db.all(page(), args![viewer.id(), before, window(limit), viewer.id(), left]).await?;
        found.extend(rows.into_iter().map(PostCard::from));
        if found.len() >= wanted {
            break;
        }
        let Some(oldest) = reached(db, viewer, before, window(limit)).await? else { break };
        before = oldest;
    }
    Ok(found)
}

/// Whose posts, in the time line of the town.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Whose {
    /// Those of pages and people.
    #[default]
    All,
    /// Those of pages.
    Pages,
    /// Those of people.
    People,
}

/// What pages and people of the town say before a post, the newest first.
pub async fn town(db: &Db, viewer: &Viewer, whose: Whose, before: Option<PostId>, limit: i64) -> Result<Vec<PostCard>> {
    let mut cards = match whose {
        Whose::Pages => return card::voices(db, viewer, before, limit).await,
        Whose::People => return card::people(db, viewer, before, limit).await,
        Whose::All => card::voices(db, viewer, before, limit).await?,
    };
    cards.extend(card::people(db, viewer, before, limit).await?);
    // Each of the two is the newest of its own.
    cards.sort_by_key(|card| std::cmp::Reverse(card.id));
    cards.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(cards)
}

#[cfg(test)]
mod tests {
    use kit::clock::{Clock, Time};
    use kit::db::{Address, Hooks};

    use super::*;

    async fn plan(db: &Db, sql: String, values: usize) -> String {
        let args = (0..values).map(|_| kit::db::Value::Int(1)).collect();
        let rows: Vec<(i64, i64, i64, String)> = db.all(format!("explain query plan {sql}"), args).await.unwrap();
        rows.into_iter().map(|(_, _, _, line)| line).collect::<Vec<_>>().join("\n")
    }

    #[tokio::test]
    async fn a_time_line_steps_into_one_index_for_each_source_and_reads_no_table_whole() {
        let folder = tempfile::tempdir().unwrap();
        let address: Address = format!("sqlite:{}", folder.path().join("town.db").display()).parse().unwrap();
        let now = Time::from_micros(1_835_000_000_000_000);
        let db = Db::open(&address, 1, Hooks::quiet(Clock::still(now))).await.unwrap();
        crate::schema::SCHEMA.apply(&db).await.unwrap();
        let plan = plan(&db, page(), 5).await;
        let step = "SEARCH x USING COVERING INDEX sqlite_autoindex_post_source_1 (kind=? AND source_id=? AND entry_id<?)";
        assert_eq!(plan.matches(step).count(), 2, "{plan}");
        assert!(
            plan.contains("SEARCH e USING INDEX sqlite_autoindex_post_source_1 (kind=? AND source_id=? AND entry_id>? AND entry_id<?)"),
            "{plan}"
        );
        assert!(plan.contains("post_source_by_post (post_id=?)"), "{plan}");
        for table in ["SCAN p", "SCAN x", "SCAN d", "SCAN f", "SCAN post", "SCAN a", "SCAN k"] {
            assert!(!plan.lines().any(|line| line.trim() == table || line.trim().starts_with(&format!("{table} "))), "{table}\n{plan}");
        }
        db.close();
    }
}
