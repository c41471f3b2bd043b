//! The end of an account, one holding after the other, in turns that keep nobody waiting and that a crash does not harm.

use super::{End, Holding};
use crate::args;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};

/// Rows of one turn.
const BATCH: i64 = 200;
/// Turns after which a holding whose statement never comes to rest is a mistake.
const MOST: usize = 100_000;

/// The statement that ends a holding, with the person in `$1` and the most rows in `$2`; none where there is nothing to say.
pub fn statement(holding: &Holding) -> Option<String> {
    match (holding.end, holding.rows) {
        (End::Blank(sql), _) => Some(sql.to_owned()),
        (End::Delete, Some(rows)) => {
            let own = holding.key.join(", ");
            let theirs: Vec<String> = holding.key.iter().map(|key| format!("r.{key}")).collect();
            let theirs = theirs.join(", ");
            let table = holding.table;
            Some(format!("delete from {table} where ({own}) in (select {theirs} from {table} r where {rows} order by {theirs} limit $2)"))
        }
        _ => None,
    }
}

/// Ends one holding for a person. Calling it again changes nothing more.
pub async fn apply(db: &Db, holding: &Holding, person: i64) -> Result<()> {
    for _ in 0..MOST {
        if db.write(async |tx| turn(tx, holding, person).await).await? == 0 {
            return Ok(());
        }
    }
    Err(Error::internal(format!("the end of {} never comes to rest", holding.name)))
}

async fn turn(tx: &mut Tx, holding: &Holding, person: i64) -> Result<u64> {
    if let End::Turn(turn) = holding.end {
        return turn(tx, person, BATCH).await;
    }
    match statement(holding) {
        Some(sql) => Ok(tx.run(sql, args![person, BATCH]).await?),
        None => Ok(0),
    }
}
