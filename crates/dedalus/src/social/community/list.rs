//! Lists of communities: to discover, and for administration.

use kit::clock::Time;
use kit::db::{Db, Value, containing};
use kit::text::{fold, sort_key};
use kit::{Result, args};

use super::kind::{Access, CommunityId, MemberState, Topic};
use crate::identity::Viewer;
use crate::social::visible::known_community;

kit::row! {
    /// A community in a list.
    #[derive(Debug, Clone)]
    pub struct CommunityRow {
        /// Number.
        pub id: CommunityId,
        /// Name in addresses.
        pub handle: String,
        /// Name.
        pub name: String,
        /// Why it exists.
        pub purpose: String,
        /// Who finds and reads it.
        pub kind: Access,
        /// What it is about, as a word.
        pub topic: String,
        /// Where.
        pub place: String,
        /// How many belong to it.
        pub member_count: i64,
        /// Posts that stand.
        pub post_count: i64,
        /// When something was last said.
        pub last_post_at: Option<Time>,
        /// Asleep since.
        pub archived_at: Option<Time>,
        /// When it was made.
        pub created_at: Time,
        /// Closed since.
        pub closed_at: Option<Time>,
    }
}

pub(super) const SELECT: &str =
    "select k.id, k.handle, k.name, k.purpose, k.kind, k.topic, k.place, k.member_count, k.post_count, k.last_post_at,
    k.archived_at, k.created_at, k.closed_at from community k";

/// What a list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct CommunityFilter {
    /// Part of the name.
    pub text: Option<String>,
    /// What it is about.
    pub topic: Option<Topic>,
    /// Who reads it; administration only.
    pub kind: Option<Access>,
    /// `open`, `asleep` or `closed`; administration only.
    pub state: Option<String>,
    /// Rows on earlier pages.
    pub skip: i64,
}

/// `$1` to `$3`: words, folded words, topic.
const WHERE: &str = "(cast($1 as text) is null or k.name_key like $1 escape '\\' or k.handle_folded like $2 escape '\\')
    and (cast($3 as text) is null or k.topic = $3)";

impl CommunityFilter {
    fn args(&self) -> Vec<Value> {
        let key = self.text.as_ref().map(|text| containing(&sort_key(text)));
        let folded = self.text.as_ref().map(|text| containing(&fold(text)));
        args![key, folded, self.topic]
    }
}

impl CommunityRow {
    /// Those this viewer may know of, the liveliest first; sleeping ones come last.
    pub async fn discover(db: &Db, viewer: &Viewer, filter: &CommunityFilter, limit: i64) -> Result<Vec<Self>> {
        let sql = format!(
            "{SELECT} where {WHERE} and {}
              order by case when k.archived_at is null then 0 else 1 end, coalesce(k.last_post_at, k.created_at) desc, k.id desc limit $5 offset $6",
            known_community(4)
        );
        let mut args = filter.args();
        args.extend(args![viewer.id(), limit, filter.skip]);
        Ok(db.all(sql, args).await?)
    }

    /// Those this viewer may know of in which something that stands was said since then, the liveliest first.
    pub async fn lively(db: &Db, viewer: &Viewer, since: Time, limit: i64) -> Result<Vec<Self>> {
        let sql = format!(
            "{SELECT} where k.last_post_at >= $1 and k.post_count > 0 and k.archived_at is null and {} order by k.last_post_at desc, k.id desc limit $3",
            known_community(2)
        );
        Ok(db.all(sql, args![since, viewer.id(), limit]).await?)
    }

    /// Those a person belongs to, or is invited to, by life.
    pub async fn of_person(db: &Db, viewer: &Viewer, state: MemberState, limit: i64) -> Result<Vec<Self>> {
        let sql = format!(
            "{SELECT} join community_member v on v.community_id = k.id and v.person_id = $1 and v.state = $2
              where k.closed_at is null order by coalesce(k.last_post_at, k.created_at) desc, k.id desc limit $3"
        );
        Ok(db.all(sql, args![viewer.id(), state, limit]).await?)
    }

    /// All of them, for administration, by name.
    pub async fn all(db: &Db, filter: &CommunityFilter, limit: i64) -> Result<Vec<Self>> {
        let sql = format!("{SELECT} where {WHERE} and {ADMIN} order by k.name_key, k.id limit $6 offset $7");
        let mut args = filter.args();
        args.extend(args![filter.kind, filter.state.clone(), limit, filter.skip]);
        Ok(db.all(sql, args).await?)
    }

    /// How many pass a filter of administration.
    pub async fn count(db: &Db, filter: &CommunityFilter) -> Result<i64> {
        let mut args = filter.args();
        args.extend(args![filter.kind, filter.state.clone()]);
        let (n,): (i64,) = db.one(format!("select count(*) as n from community k where {WHERE} and {ADMIN}"), args).await?;
        Ok(n)
    }

    /// Its address.
    pub fn path(&self) -> String {
        format!("/comunita/{}", self.handle)
    }

    /// Key of what it is about.
    pub fn topic_key(&self) -> &'static str {
        Topic::from_word(&self.topic).unwrap_or(Topic::Other).key()
    }

    /// The letters of its mark.
    pub fn mark(&self) -> String {
        crate::social::words::initials(&self.name)
    }
}

/// `$4` and `$5`: kind, state.
const ADMIN: &str = "(cast($4 as text) is null or k.kind = $4)
    and (cast($5 as text) is null or ($5 = 'closed' and k.closed_at is not null) or ($5 = 'asleep' and k.closed_at is null and k.archived_at is not null)
         or ($5 = 'open' and k.closed_at is null and k.archived_at is null))";
