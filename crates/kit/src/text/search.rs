//! The search's rows: filled in the transaction of what they describe.

use crate::args;
use crate::db::{Db, Tx};
use crate::error::Result;

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
/// stub
pub async fn put_trigrams(_tx: &mut Tx, _kind: &str, _id: i64, _name: &str) -> Result<()> {
    Ok(())
}
/// stub
pub async fn similar(_db: &Db, _kind: &str, _q: &str, _l: i64) -> Result<Vec<(i64, i64)>> {
    Ok(vec![])
}
