//! Finding people by name and handle, typing errors allowed: those who may be found.

use kit::Result;
use kit::db::{Db, Value, places};
use kit::text::search::similar;

use super::visible::found_person;
use crate::identity::{PersonId, Viewer};

kit::row! {
    /// Somebody who was found.
    #[derive(Debug, Clone)]
    pub struct FoundPerson {
        /// Number.
        pub id: PersonId,
        /// Name in addresses.
        pub handle: String,
        /// Name.
        pub name: String,
    }
}

/// The people whose name or handle is most like the words. Whoever keeps a private profile is found by accepted followers;
/// two of whom one has blocked the other do not find each other.
pub async fn people_like(db: &Db, viewer: &Viewer, words: &str, limit: u32) -> Result<Vec<FoundPerson>> {
    // Some of the most similar may not be shown: a few more are asked for.
    let ids: Vec<i64> = similar(db, "person", words, limit * 3).await?.into_iter().map(|(id, _)| id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select a.id, a.handle, a.name from person_card a where a.id in ({}) and a.state = 'active'
            and {}",
        places(2, ids.len()),
        found_person("a", 1)
    );
    let args = std::iter::once(Value::from(viewer.id())).chain(ids.iter().copied().map(Value::from)).collect();
    let mut found: Vec<FoundPerson> = db.all(sql, args).await?;
    found.sort_by_key(|person| ids.iter().position(|id| *id == person.id.0));
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(found)
}
