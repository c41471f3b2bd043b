//! Following a request: a letter at each step, until one has enough of it.

use kit::db::{Db, Tx};
use kit::{Result, args};

use super::kind::RequestId;
use super::receipt::ReceiptId;
use crate::identity::PersonId;

/// Does somebody follow it without a receipt?
pub async fn follows(db: &Db, request: RequestId, person: Option<PersonId>) -> Result<bool> {
    let found: Option<(i64,)> = db
        .maybe("select 1 as yes from request_follow where request_id = $1 and person_id = cast($2 as bigint)", args![request, person])
        .await?;
    Ok(found.is_some())
}

/// Begins to follow, or ends.
pub async fn set(tx: &mut Tx, request: RequestId, person: PersonId, follows: bool) -> Result<()> {
    let now = tx.now();
    if follows {
        tx.run(
            "insert into request_follow (request_id, person_id, created_at) values ($1, $2, $3) on conflict (request_id, person_id) do nothing",
            args![request, person, now],
        )
        .await?;
    } else {
        tx.run("delete from request_follow where request_id = $1 and person_id = $2", args![request, person]).await?;
    }
    touch(tx, request).await
}

/// The same for who holds a receipt.
pub async fn set_receipt(tx: &mut Tx, request: RequestId, receipt: ReceiptId, follows: bool) -> Result<()> {
    tx.run("update request_receipt set follows = $2 where id = $1", args![receipt, follows]).await?;
    touch(tx, request).await
}

async fn touch(tx: &mut Tx, request: RequestId) -> Result<()> {
    let (number,): (String,) = tx.one("select number from request where id = $1", args![request]).await?;
    tx.touch(super::visible::tag(&number));
    Ok(())
}
