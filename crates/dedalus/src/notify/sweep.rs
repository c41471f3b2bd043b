//! What is old goes: what was read after ninety days, what nobody read after a year.

use kit::clock::DAY;
use kit::db::Tx;
use kit::{Result, args};

/// Days that a notice stays after it was read.
pub const READ_DAYS: i64 = 90;
/// Days that it stays unread.
pub const UNREAD_DAYS: i64 = 365;

/// Forgets some; how many.
pub async fn forget(tx: &mut Tx, limit: i64) -> Result<u64> {
    let (read, unread) = (tx.now().plus(-READ_DAYS * DAY), tx.now().plus(-UNREAD_DAYS * DAY));
    Ok(tx
        .run(
            "delete from notice where id in (
               select id from notice where id < $1 and (read_at < $2 or created_at < $3) order by id limit $4)",
            args![kit::ids::floor(read), read, unread, limit],
        )
        .await?)
}
