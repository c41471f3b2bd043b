//! OAuth 2: programs of others that a person lets act for them (RFC 6749 with RFC 7636, 9207, 9700).
//!
//! A *client* is a program that made itself known; a *grant* is what one person allowed it; a *code* carries the grant to the
//! program, which changes it for *tokens*. All tokens that came of one code are a family: a code or a refresh token that is
//! brought twice was stolen, and ends the family. Only hashes lie in the database.

mod client;
mod code;
mod fault;
mod grant;
mod redirect;
mod token;

pub use client::{Client, ClientFilter, ClientRow, NewClient};
pub use code::{NewCode, redeem};
pub use fault::Fault;
pub use grant::{Grant, end_all};
pub use redirect::{form_target, is_registered, is_sound};
pub use token::{Issued, exchange, find, for_itself, revoke};

use kit::Result;
use kit::clock::{DAY, HOUR, MINUTE};
use kit::db::Tx;

/// How long an access token opens something.
const ACCESS_LASTS: i64 = HOUR;
/// How long a refresh token may lie unused.
const REFRESH_LASTS: i64 = 90 * DAY;
/// How long a code is good.
const CODE_LASTS: i64 = MINUTE;
/// How long a client that nobody uses is kept.
const UNUSED_KEPT: i64 = 30 * DAY;
/// How long a use is not noted again.
const NOTED_EVERY: i64 = MINUTE;

/// Takes a program in, and gives its number: for towns that are filled with programs.
pub async fn register_client(tx: &mut Tx, new: &NewClient) -> Result<i64> {
    let client_id = Client::register(tx, new).await?.client_id;
    let (id,): (i64,) = tx.one("select id from oauth_client where client_id = $1", kit::args![client_id]).await?;
    client::note_use(tx, id).await?;
    Ok(id)
}

/// Forgets what has run out.
pub async fn sweep(tx: &mut Tx) -> Result<()> {
    token::sweep(tx).await?;
    code::sweep(tx).await?;
    client::sweep(tx).await
}
