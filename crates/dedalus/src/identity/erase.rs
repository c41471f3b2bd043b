//! The end of an account when its grace is over: each holding ends in turns of its own, and what a crash leaves is taken up
//! again. The account's own row is the last, so that it says what is still to be done.

use std::sync::Arc;

use kit::db::{Db, Tx};
use kit::i18n::Lang;
use kit::jobs::{Job, NewJob, enqueue};
use kit::personal::{apply, statement};
use kit::{Result, args};
use serde::{Deserialize, Serialize};

use super::audit::{Actor, Entry, note};
use super::closing::obstacle_in;
use super::holdings::NOBODY;
use super::letters::{self, Letter};
use super::person::PersonId;
use crate::shell::App;

/// The kind of job that erases one person.
pub const KIND: &str = "identity.erase";
/// How many are begun by one run.
const MOST: i64 = 200;
/// The table that holds the account itself.
const ACCOUNT: &str = "person";

#[derive(Serialize, Deserialize)]
struct Whom {
    person: PersonId,
}

/// Queues a job for each account whose grace is over; how many. Whoever is queued already is not queued twice.
pub async fn begin(db: &Db) -> Result<usize> {
    let now = db.now();
    let over: Vec<(PersonId, i64)> =
        db.all("select id, closing_at from person where closing_at <= $1 order by closing_at, id limit $2", args![now, MOST]).await?;
    for (person, closing_at) in &over {
        // The day is part of the key: whoever thinks again and ends it later is queued anew; and so is, once a day, what did not end.
        let key = format!("{KIND}-{person}-{closing_at}-{}", now.micros().div_euclid(kit::clock::DAY));
        let job = NewJob::new(KIND, serde_json::to_value(Whom { person: *person })?).once(key).attempts(5);
        db.write(async |tx| enqueue(tx, job.clone()).await).await?;
    }
    Ok(over.len())
}

/// Erases one person.
pub async fn run(app: App, job: Arc<Job>) -> Result<()> {
    let Whom { person } = job.read()?;
    let Some(email) = shut(&app, person).await? else { return job.complete(&app.db, async |_| Ok(())).await };
    // Letters that still wait are for somebody who is gone.
    kit::mail::forget(&app.db, &app.secret, &email).await?;
    for holding in app.holdings.iter().filter(|holding| holding.table != ACCOUNT) {
        apply(&app.db, holding, person.0).await?;
    }
    job.complete(&app.db, async |tx| finish(tx, &app, person).await).await
}

/// Closes the door: from here on nobody is this person, and there is no way back. Gives the address; none when the account
/// is not to end now, or has ended.
async fn shut(app: &App, person: PersonId) -> Result<Option<String>> {
    app.db
        .write(async |tx| {
            let now = tx.now();
            let found: Option<(String, String)> =
                tx.maybe("select email, state from person where id = $1 and closing_at <= $2", args![person, now]).await?;
            let Some((email, state)) = found else { return Ok(None) };
            if state != "closed" && obstacle_in(tx, person).await?.is_some() {
                // Whoever was given a role meanwhile works for the town: the account stays, and its owner can ask again.
                tx.run("update person set closing_at = null where id = $1", args![person]).await?;
                return Ok(None);
            }
            tx.run("update person set state = 'closed' where id = $1", args![person]).await?;
            tx.run("delete from session where person_id = $1", args![person]).await?;
            touch(tx, person);
            Ok(Some(email))
        })
        .await
}

/// The account's own row, and the last letter.
async fn finish(tx: &mut Tx, app: &App, person: PersonId) -> Result<()> {
    let (lang, email, name): (Lang, String, String) =
        tx.one("select language, email, name from person where id = $1", args![person]).await?;
    for holding in app.holdings.iter().filter(|holding| holding.table == ACCOUNT) {
        if let Some(sql) = statement(holding) {
            tx.run(sql, args![person, 1]).await?;
        }
    }
    let act = Entry { act: "person.closed", subject_kind: "person", subject_id: Some(person.0), subject_name: NOBODY, ..Entry::default() };
    note(tx, &Actor::house(), act).await?;
    touch(tx, person);
    letters::send(tx, &app.secret, Letter::of(app).closed(lang, &email, &name)).await
}

fn touch(tx: &mut Tx, person: PersonId) {
    tx.touch(format!("person:{person}"));
    tx.touch("home");
    tx.touch("town");
}
