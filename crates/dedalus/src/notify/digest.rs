//! Notices by mail: after a few minutes what belongs together, once a day everything of the day. What was read in the page
//! since is not mailed, nor what may no longer be read.

use std::collections::BTreeSet;
use std::sync::Arc;

use kit::clock::Time;
use kit::db::{Tx, Value, places};
use kit::jobs::Job;
use kit::{Result, args};

use super::channel::MailWhen;
use super::group::{COLUMNS, Group, HEARD, JOINS, Row, gather};
use super::hours::Hours;
use super::letter;
use super::notice::{queue_mail, whole_minute};
use super::reading;
use crate::identity::{Person, PersonId};
use crate::shell::App;

/// The job that mails what is due.
pub const KIND: &str = "notify.mail";
/// People of one look.
const BATCH: i64 = 100;
/// Notices of one mail at the most.
const MOST: i64 = 500;

/// Mails what is due, person by person, each in a turn of its own: a crash in between mails nobody twice.
pub async fn run(app: App, job: Arc<Job>) -> Result<()> {
    let now = app.now();
    let mut after = PersonId(0);
    loop {
        let due: Vec<(PersonId,)> = app
            .db
            .all(
                "select distinct person_id from notice where mail_at <= $1 and person_id > $2 order by person_id limit $3",
                args![now, after, BATCH],
            )
            .await?;
        let Some((last,)) = due.last() else { break };
        after = *last;
        for (person,) in due {
            let awake = whole_minute(Hours::of(&app.db, person).await?.awake(now, &app.zone));
            if awake > whole_minute(now) {
                put_off(&app, person, now, awake).await?;
                continue;
            }
            for bundle in bundles(&app, person, now).await? {
                send(&app, person, bundle).await?;
            }
        }
    }
    job.complete(&app.db, async |_| Ok(())).await
}

/// A mail that was late, and now it is night: it comes in the morning.
async fn put_off(app: &App, person: PersonId, now: Time, until: Time) -> Result<()> {
    app.db
        .write(async |tx| {
            tx.run("update notice set mail_at = $3 where person_id = $1 and mail_at <= $2", args![person, now, until]).await?;
            queue_mail(tx, until).await
        })
        .await
}

/// What goes in one mail.
#[derive(Debug, Clone)]
enum Bundle {
    /// Everything that waits for the daily mail.
    Day,
    /// What waits about one subject.
    Subject(String, i64),
}

async fn bundles(app: &App, person: PersonId, now: Time) -> Result<Vec<Bundle>> {
    let due: Vec<(MailWhen, String, i64)> = app
        .db
        .all(
            "select distinct mail, subject_kind, subject_id from notice where person_id = $1 and mail_at <= $2
              order by mail, subject_kind, subject_id",
            args![person, now],
        )
        .await?;
    let day = due.iter().any(|(mail, ..)| *mail == MailWhen::Daily).then_some(Bundle::Day);
    let subjects = due.into_iter().filter(|(mail, ..)| *mail != MailWhen::Daily).map(|(_, kind, id)| Bundle::Subject(kind, id));
    Ok(subjects.chain(day).collect())
}

/// The condition of a bundle on the rows of one person; the same arguments for looking and for reading.
fn condition(bundle: &Bundle) -> (&'static str, (String, i64)) {
    match bundle {
        Bundle::Day => ("n.mail = 'daily' and $2 = '' and $3 = 0", (String::new(), 0)),
        Bundle::Subject(kind, id) => ("n.mail = 'now' and n.subject_kind = $2 and n.subject_id = $3", (kind.clone(), *id)),
    }
}

/// How often a mail is begun again when somebody else was faster with a part of it.
const AGAIN: usize = 3;
/// Numbers ticked off by one statement.
const AT_ONCE: usize = 500;

async fn send(app: &App, person: PersonId, bundle: Bundle) -> Result<()> {
    for _ in 0..AGAIN {
        if send_once(app, person, &bundle).await? {
            break;
        }
    }
    Ok(())
}

/// Mails what waits and ticks off exactly what was read: what comes meanwhile waits for the next mail. False when some of it
/// does not wait any more; then nothing was done.
async fn send_once(app: &App, person: PersonId, bundle: &Bundle) -> Result<bool> {
    let (which, (kind, id)) = condition(bundle);
    let sql = format!("select n.id from notice n where n.person_id = $1 and {which} and n.mail_at is not null order by n.id");
    let waiting: Vec<(i64,)> = app.db.all(sql, args![person, &kind, id]).await?;
    let waiting: BTreeSet<i64> = waiting.into_iter().map(|(id,)| id).collect();
    if waiting.is_empty() {
        return Ok(true);
    }
    let sql = format!(
        "select {COLUMNS} from notice n {JOINS} where n.person_id = $1 and {which} and n.mail_at is not null and n.read_at is null
            and {HEARD} order by n.id desc limit $4"
    );
    let mut rows: Vec<Row> = app.db.all(sql, args![person, &kind, id, MOST]).await?;
    rows.retain(|row| waiting.contains(&row.id));
    let (rows, names) = reading::readable(app, person, rows).await?;
    let groups: Vec<Group> = gather(&rows, &names);
    let reader = match Person::find(&app.db, person).await {
        Ok(reader) => Some(reader),
        Err(kit::Error::NotFound) => None,
        Err(error) => return Err(error),
    };
    let mail = match reader {
        Some(reader) if !groups.is_empty() => Some(letter::write(app, &reader, &groups, matches!(bundle, Bundle::Day))?),
        _ => None,
    };
    app.db
        .write(async |tx| {
            if still_waiting(tx, &waiting).await? < waiting.len() {
                return Ok(false);
            }
            tick(tx, &waiting).await?;
            if let Some(mail) = mail {
                kit::mail::enqueue(tx, &app.secret, mail).await?;
            }
            Ok(true)
        })
        .await
}

/// The numbers in pieces that one statement takes.
fn pieces(numbers: &BTreeSet<i64>) -> Vec<Vec<Value>> {
    let all: Vec<Value> = numbers.iter().copied().map(Value::from).collect();
    all.chunks(AT_ONCE).map(<[Value]>::to_vec).collect()
}

async fn still_waiting(tx: &mut Tx, numbers: &BTreeSet<i64>) -> Result<usize> {
    let mut waiting = 0;
    for some in pieces(numbers) {
        let sql = format!("select count(*) as n from notice where mail_at is not null and id in ({})", places(1, some.len()));
        let (n,): (i64,) = tx.one(sql, some).await?;
        waiting += usize::try_from(n).unwrap_or_default();
    }
    Ok(waiting)
}

async fn tick(tx: &mut Tx, numbers: &BTreeSet<i64>) -> Result<()> {
    for some in pieces(numbers) {
        tx.run(format!("update notice set mail_at = null where id in ({})", places(1, some.len())), some).await?;
    }
    Ok(())
}
