//! Searches somebody keeps, to ask them again or to read them in a feed reader.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use crate::identity::PersonId;

/// How many one person may keep.
pub const MOST: i64 = 50;
/// The longest name, in characters.
pub const NAME_MAX: usize = 80;

kit::row! {
    /// A search somebody keeps.
    #[derive(Debug, Clone)]
    pub struct SavedSearch {
        /// Number.
        pub id: i64,
        /// What its owner calls it.
        pub name: String,
        /// What stands behind the question mark of its address.
        pub question: String,
        /// Since when.
        pub created_at: Time,
    }
}

impl SavedSearch {
    /// Where it is asked again.
    pub fn path(&self) -> String {
        format!("/cerca?{}", self.question)
    }

    /// Its feed: what everybody may read of it.
    pub fn feed(&self) -> String {
        format!("/cerca/feed.rss?{}", self.question)
    }

    /// Those of a person, by name.
    pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<Self>> {
        Ok(db.all("select id, name, question, created_at from saved_search where person_id = $1 order by name, id", args![person]).await?)
    }

    /// Keeps one. The same question again gets the new name.
    pub async fn keep(tx: &mut Tx, person: PersonId, name: &str, question: &str) -> Result<()> {
        let now = tx.now();
        let (kept,): (i64,) =
            tx.one("select count(*) as n from saved_search where person_id = $1 and question <> $2", args![person, question]).await?;
        if kept >= MOST {
            return Err(Error::field("nome", "error-search-many"));
        }
        tx.run(
            "insert into saved_search (id, person_id, name, question, created_at) values ($1, $2, $3, $4, $5)
             on conflict (person_id, question) do update set name = excluded.name",
            args![kit::ids::next(now), person, name, question, now],
        )
        .await?;
        Ok(())
    }

    /// Lets one go.
    pub async fn drop(tx: &mut Tx, person: PersonId, id: i64) -> Result<()> {
        let gone = tx.run("delete from saved_search where id = $1 and person_id = $2", args![id, person]).await?;
        if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
    }
}
