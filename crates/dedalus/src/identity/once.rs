//! What counts once: the state of a sign-in, a challenge, the answer to a puzzle. Only hashes are kept, until they expire.

use kit::db::{Db, Tx};
use kit::secret::hash_token;
use kit::{Result, args};

/// Uses a word up. False when it was used before. It is remembered for `lasts` microseconds: at least as long as it is valid.
pub async fn spend(tx: &mut Tx, word: &str, lasts: i64) -> Result<bool> {
    let now = tx.now();
    let done = tx
        .run(
            "insert into used_once (token_hash, expires_at) values ($1, $2) on conflict (token_hash) do nothing",
            args![hash_token(word).to_vec(), now.plus(lasts)],
        )
        .await?;
    Ok(done == 1)
}

/// Was a word used up, and is that still remembered?
pub async fn is_spent(db: &Db, word: &str) -> Result<bool> {
    let found: Option<(i64,)> =
        db.maybe("select expires_at from used_once where token_hash = $1", args![hash_token(word).to_vec()]).await?;
    Ok(found.is_some())
}

/// Forgets what has expired; how many.
pub async fn sweep(tx: &mut Tx) -> Result<u64> {
    let now = tx.now();
    Ok(tx.run("delete from used_once where expires_at < $1", args![now]).await?)
}
