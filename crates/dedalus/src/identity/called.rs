//! Who answers to a name that somebody wrote: people and institutional pages, by their handles.

use kit::Result;
use kit::db::{Tx, Value, places};
use kit::text::fold;

kit::row! {
    /// Somebody who answers to a name.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Called {
        /// `person` or `page`.
        pub kind: String,
        /// Number.
        pub id: i64,
        /// The handle as its owner writes it.
        pub handle: String,
        /// The handle as names are compared.
        pub folded: String,
    }
}

/// Those of some names that are somebody's. A page goes before a person of the same name.
pub async fn called(tx: &mut Tx, names: &[String]) -> Result<Vec<Called>> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let list = places(1, names.len());
    let sql = format!(
        "select 'page' as kind, id, handle, handle_folded as folded from page where handle_folded in ({list}) and closed_at is null
         union all
         select 'person' as kind, id, handle, handle_folded as folded from person where handle_folded in ({list}) and state <> 'closed'"
    );
    Ok(tx.all(sql, names.iter().map(|name| Value::from(fold(name))).collect()).await?)
}
