//! The search's rows: filled in the transaction of what they describe, read by permission's own queries.
//!
//! Everything is analysed in the language of the town (see [`analyser`](crate::text::analyser)), so `lang` is the same for
//! every document and every query of a house. Nothing here knows who may see what: a caller passes the scopes that are
//! open to the viewer, and still reads each hit through its noun, or puts [`matching`] into the noun's own query.

mod ask;
mod trigrams;

pub use ask::{Also, Ask, Hit, Matching, Order, find, matching};
pub use trigrams::{put_trigrams, remove_trigrams, similar};

use crate::args;
use crate::clock::Time;
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::i18n::Lang;
use crate::text::analyser::{ANALYSER, terms_text};

/// What can be found.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// Its id: that of the noun it describes, unique over all kinds because ids are.
    pub id: i64,
    /// The noun's word: `post`, `service`.
    pub kind: &'a str,
    /// Who may find it, in the caller's words: `public`, `office:12`.
    pub scope: &'a str,
    /// Its date.
    pub at: Time,
    /// Everything that should be found, as plain text.
    pub text: &'a str,
}

/// Puts a document into the search, in place of what stood there under its id.
pub async fn put(tx: &mut Tx, document: Document<'_>, lang: Lang) -> Result<()> {
    let terms = terms_text(document.text, lang);
    tx.run(
        "insert into search_doc (id, kind, scope, at, analyser, terms) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set kind = excluded.kind, scope = excluded.scope, at = excluded.at,
           analyser = excluded.analyser, terms = excluded.terms",
        args![document.id, document.kind, document.scope, document.at, ANALYSER, &terms],
    )
    .await?;
    put_terms(tx, document.id, &terms).await
}

/// Takes a document out of the search. One that is not there is no error.
pub async fn remove(tx: &mut Tx, id: i64) -> Result<()> {
    if let Some(delete) = tx.engine().search().delete {
        tx.run(delete, args![id]).await?;
    }
    tx.run("delete from search_doc where id = $1", args![id]).await?;
    Ok(())
}

/// Documents of a kind that an older analyser has read, to be [`put`] again by the domain whose they are.
pub async fn outdated(tx: &mut Tx, kind: &str, limit: i64) -> Result<Vec<i64>> {
    let sql = "select id from search_doc where kind = $1 and analyser <> $2 order by id limit $3";
    let found: Vec<(i64,)> = tx.all(sql, args![kind, ANALYSER, limit]).await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Puts an already analysed document in the index, in place of what stood there.
pub async fn put_terms(tx: &mut Tx, id: i64, terms: &str) -> Result<()> {
    let sql = tx.engine().search();
    if let Some(delete) = sql.delete {
        tx.run(delete, args![id]).await?;
    }
    if let Some(insert) = sql.insert {
        tx.run(insert, args![id, terms]).await?;
    }
    Ok(())
}

/// Fills the text index from the documents, after they were copied from elsewhere.
pub async fn rebuild(db: &Db) -> Result<()> {
    if db.engine().search().insert.is_none() {
        return Ok(());
    }
    let mut last = i64::MIN;
    loop {
        let docs: Vec<(i64, String)> = db.all("select id, terms from search_doc where id > $1 order by id limit 200", args![last]).await?;
        let Some((id, _)) = docs.last() else { return Ok(()) };
        last = *id;
        db.write(async |tx| {
            for (id, terms) in &docs {
                put_terms(tx, *id, terms).await?;
            }
            Ok(())
        })
        .await?;
    }
}

#[cfg(test)]
mod tests;
