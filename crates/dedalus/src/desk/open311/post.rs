//! A report comes in with a key. The same again within minutes is the same report: programs send twice when an answer was lost.

use jiff::tz::TimeZone;
use kit::clock::{MINUTE, SECOND, Time};
use kit::db::Tx;
use kit::{Error, Result, args};

use super::key::Key;
use super::photo;
use crate::desk::request::{NewRequest, receive};

/// Within how long the same is the same.
const SAME: i64 = 10 * MINUTE;

/// Takes it in; its number. `text` stands for all that was sent.
pub async fn take(tx: &mut Tx, zone: &TimeZone, key: &Key, new: &NewRequest, text: [u8; 32], media: Option<&str>) -> Result<String> {
    let now = tx.now();
    // Taken back since it was looked up?
    let (daily,): (i64,) = tx.one("select daily from open311_key where id = $1 and revoked_at is null", args![key.id]).await?;
    let same: Option<(String,)> = tx
        .maybe(
            "select r.number from open311_post p join request r on r.id = p.request_id
              where p.key_id = $1 and p.text_hash = $2 and p.created_at > $3 order by p.created_at desc limit 1",
            args![key.id, text.to_vec(), now.plus(-SAME)],
        )
        .await?;
    if let Some((number,)) = same {
        return Ok(number);
    }
    let (begins, ends) = day(now, zone);
    let (today,): (i64,) =
        tx.one("select count(*) as n from open311_post where key_id = $1 and created_at >= $2", args![key.id, begins]).await?;
    if today >= daily {
        return Err(Error::TooMany(u32::try_from(ends.since(now) / SECOND + 1).unwrap_or(u32::MAX)));
    }
    let made = receive(tx, zone, new).await?;
    tx.run(
        "insert into open311_post (request_id, key_id, text_hash, created_at) values ($1, $2, $3, $4) on conflict (request_id) do nothing",
        args![made.request, key.id, text.to_vec(), now],
    )
    .await?;
    tx.run("update open311_key set used_at = $2 where id = $1", args![key.id, now]).await?;
    if let Some(url) = media {
        photo::ask(tx, made.request, url).await?;
    }
    Ok(made.number)
}

/// The beginning and the end of the town's day.
fn day(now: Time, zone: &TimeZone) -> (Time, Time) {
    let today = now.zoned(zone).date();
    let tomorrow = today.tomorrow().unwrap_or(today);
    (Time::start_of(today, zone), Time::start_of(tomorrow, zone))
}
