//! Accounts that nobody uses: a warning by mail, a month later the same two weeks as if their owner had asked, then the end.
//! Signing in stops it at any moment before.

use jiff::ToSpan;
use jiff::civil::Date;
use kit::clock::{DAY, Time};
use kit::db::Tx;
use kit::{Result, args};

use super::audit::{Actor, note};
use super::closing::{GRACE, about, day};
use super::letters::{self, Letter};
use super::person::{Person, PersonId};
use crate::shell::App;

/// Days between the warning and the beginning of the grace.
const WARNED: i64 = 30 * DAY;
/// How many accounts one run warns, and how many it closes.
const MOST: i64 = 200;

/// An account that is not of the staff: no role runs or will run.
const CITIZEN: &str = "p.state = 'active' and p.closing_at is null
    and not exists (select 1 from membership m where m.person_id = p.id and (m.ends_at is null or m.ends_at > $2))";

/// Warns whoever has not signed in for so many months, and begins the grace of whoever was warned a month ago; how many of each.
pub async fn run(app: &App) -> Result<(usize, usize)> {
    let months = app.config.accounts.inactive_months;
    if months == 0 {
        return Ok((0, 0));
    }
    let today = app.now().zoned(&app.zone).date();
    let before = today.checked_sub(i64::from(months).months()).unwrap_or(Date::MIN);
    let begun = begin(app).await?;
    let warned = warn(app, before).await?;
    Ok((warned, begun))
}

async fn warn(app: &App, before: Date) -> Result<usize> {
    let midnight = Time::start_of(before, &app.zone);
    let sql = format!(
        "select p.id from person p where p.warned_at is null and p.created_at < $1 and {CITIZEN}
            and (p.last_seen_on is null or p.last_seen_on < $3)
            and not exists (select 1 from session s where s.person_id = p.id and s.seen_at >= $1)
          order by p.id limit $4"
    );
    let found: Vec<(PersonId,)> = app.db.all(sql, args![midnight, app.now(), before.to_string(), MOST]).await?;
    for (id,) in &found {
        app.db.write(async |tx| warn_one(tx, app, *id).await).await?;
    }
    Ok(found.len())
}

async fn warn_one(tx: &mut Tx, app: &App, id: PersonId) -> Result<()> {
    let now = tx.now();
    if tx.run("update person set warned_at = $2 where id = $1 and warned_at is null and state = 'active'", args![id, now]).await? == 0 {
        return Ok(());
    }
    let person = Person::find_in(tx, id).await?;
    note(tx, &Actor::house(), about(&person, "person.warned")).await?;
    letters::send(tx, &app.secret, Letter::of(app).inactive(&person, &day(app, &person, now.plus(WARNED)))).await
}

async fn begin(app: &App) -> Result<usize> {
    let sql = format!("select p.id from person p where p.warned_at < $1 and {CITIZEN} order by p.id limit $3");
    let found: Vec<(PersonId,)> = app.db.all(sql, args![app.now().plus(-WARNED), app.now(), MOST]).await?;
    for (id,) in &found {
        app.db.write(async |tx| begin_one(tx, app, *id).await).await?;
    }
    Ok(found.len())
}

async fn begin_one(tx: &mut Tx, app: &App, id: PersonId) -> Result<()> {
    let at = tx.now().plus(GRACE);
    let set = tx
        .run(
            "update person set closing_at = $2 where id = $1 and closing_at is null and warned_at is not null and state = 'active'",
            args![id, at],
        )
        .await?;
    if set == 0 {
        return Ok(());
    }
    let person = Person::find_in(tx, id).await?;
    note(tx, &Actor::house(), about(&person, "person.closing")).await?;
    letters::send(tx, &app.secret, Letter::of(app).inactive_closing(&person, &day(app, &person, at))).await
}
