//! The lists of following: whom I follow, who follows me, who asks.

use kit::Result;
use kit::args;
use kit::clock::Time;
use kit::db::{Db, containing};
use kit::text::sort_key;

use super::SourceKind;
use crate::identity::PersonId;
use crate::social::visible::known_community;

kit::row! {
    /// Something one follows.
    #[derive(Debug, Clone)]
    pub struct Followed {
        /// What sort of thing.
        pub kind: SourceKind,
        /// Its name.
        pub name: String,
        /// Its name in addresses.
        pub handle: String,
        /// The other has not answered yet.
        pub asked: bool,
        /// Since when.
        pub created_at: Time,
    }
}

impl Followed {
    /// Where it is found.
    pub fn path(&self) -> String {
        format!("/{}/{}", self.kind.form_word(), self.handle)
    }
}

/// What a person follows, by name. What was closed, or is not for this person any more, is left out.
pub async fn followed(
    db: &Db,
    me: PersonId,
    kind: Option<SourceKind>,
    words: Option<&str>,
    skip: i64,
    limit: i64,
) -> Result<Vec<Followed>> {
    Ok(db
        .all(
            format!(
                "select kind, name, handle, asked, created_at from (
               select f.kind, a.name, a.name_key, a.handle, case when f.state = 'asked' then 1 else 0 end as asked, f.created_at, f.source_id
                 from follow f join person_card a on f.kind = 'person' and a.id = f.source_id where f.person_id = $1 and a.state <> 'closed'
               union all
               select f.kind, g.name, g.name_key, g.handle, 0 as asked, f.created_at, f.source_id
                 from follow f join page_card g on f.kind = 'page' and g.id = f.source_id where f.person_id = $1 and g.closed_at is null
               union all
               select f.kind, k.name, k.name_key, k.handle, 0 as asked, f.created_at, f.source_id
                 from follow f join community k on f.kind = 'community' and k.id = f.source_id
                where f.person_id = $1 and {}
               union all
               select f.kind, t.name, t.name_folded as name_key, t.name as handle, 0 as asked, f.created_at, f.source_id
                 from follow f join tag t on f.kind = 'tag' and t.id = f.source_id where f.person_id = $1
               union all
               select f.kind, o.name, o.name_key, o.slug as handle, 0 as asked, f.created_at, f.source_id
                 from follow f join office_card o on f.kind = 'office' and o.id = f.source_id where f.person_id = $1
             ) w
             where (cast($2 as text) is null or kind = $2) and (cast($3 as text) is null or name_key like $3 escape '\\')
             order by name_key, source_id limit $4 offset $5",
                known_community(1)
            ),
            args![me, kind, words.map(|words| containing(&sort_key(words))), limit, skip],
        )
        .await?)
}

kit::row! {
    /// Somebody who follows a person.
    #[derive(Debug, Clone)]
    pub struct Follower {
        /// Number.
        pub id: PersonId,
        /// Name.
        pub name: String,
        /// Name in addresses.
        pub handle: String,
        /// Since when.
        pub created_at: Time,
    }
}

/// Somebody who asks to follow.
pub type Asking = Follower;

/// Who asks to follow a person, the longest wait first.
pub async fn askings(db: &Db, me: PersonId, limit: i64) -> Result<Vec<Asking>> {
    of_state(db, me, "asked", 0, limit).await
}

/// Who follows a person, the first first.
pub async fn followers(db: &Db, me: PersonId, skip: i64, limit: i64) -> Result<Vec<Follower>> {
    of_state(db, me, "accepted", skip, limit).await
}

async fn of_state(db: &Db, me: PersonId, state: &'static str, skip: i64, limit: i64) -> Result<Vec<Follower>> {
    Ok(db
        .all(
            "select a.id, a.name, a.handle, f.created_at from follow f join person_card a on a.id = f.person_id
              where f.kind = 'person' and f.source_id = $1 and f.state = $2 and a.state <> 'closed'
              order by f.created_at, a.id limit $3 offset $4",
            args![me, state, limit, skip],
        )
        .await?)
}
