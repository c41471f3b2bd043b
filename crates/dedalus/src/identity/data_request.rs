//! A copy of one's data that somebody asked for: made by a job, kept for a week, for its owner alone.

use kit::blob::BlobId;
use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::jobs::{NewJob, enqueue};
use kit::{Error, Result, args};

use super::data_export;
use super::letters::{self, Letter};
use super::person::{Person, PersonId};
use crate::shell::App;

/// How long a copy can be downloaded.
pub const KEPT: i64 = 7 * DAY;
/// After this time a copy that is not ready will not be: its job died without a word.
const PATIENCE: i64 = DAY;

/// Where a copy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyState {
    /// It is being made.
    Waiting,
    /// It can be downloaded.
    Ready,
    /// It could not be made.
    Failed,
    /// Its week is over.
    Gone,
}
kit::words!(CopyState { Waiting = "waiting", Ready = "ready", Failed = "failed", Gone = "gone" });

kit::row! {
    /// One copy.
    #[derive(Debug, Clone)]
    pub struct DataRequest {
        /// Number.
        pub id: i64,
        /// Whose.
        pub person_id: PersonId,
        /// Where it stands.
        pub state: CopyState,
        /// Rows and files that are in it.
        pub done: i64,
        /// Rows and files there are; 0 until they are counted.
        pub total: i64,
        /// The archive.
        pub file: Option<BlobId>,
        /// Its size.
        pub bytes: i64,
        /// When it was asked for.
        pub created_at: Time,
        /// Until when it can be downloaded.
        pub expires_at: Option<Time>,
    }
}

const SELECT: &str = "select id, person_id, state, done, total, file, bytes, created_at, expires_at from data_request";

impl DataRequest {
    /// The newest of a person.
    pub async fn latest(db: &Db, person: PersonId) -> Result<Option<Self>> {
        Ok(db.maybe(format!("{SELECT} where person_id = $1 order by id desc limit 1"), args![person]).await?)
    }

    /// The archive of one, while it can be downloaded, and for nobody but its owner.
    pub async fn archive(db: &Db, person: PersonId, id: i64) -> Result<(BlobId, i64, Time)> {
        Ok(db
            .one(
                "select file, bytes, created_at from data_request
                  where id = $1 and person_id = $2 and state = 'ready' and expires_at > $3 and file is not null",
                args![id, person, db.now()],
            )
            .await?)
    }

    /// By number.
    pub async fn find(db: &Db, id: i64) -> Result<Option<Self>> {
        Ok(db.maybe(format!("{SELECT} where id = $1"), args![id]).await?)
    }

    /// Is it being made?
    pub fn is_waiting(&self) -> bool {
        self.state == CopyState::Waiting
    }

    /// Can it be downloaded?
    pub fn is_ready(&self, now: &Time) -> bool {
        self.state == CopyState::Ready && self.expires_at.is_some_and(|until| until > *now)
    }

    /// Could it not be made?
    pub fn has_failed(&self) -> bool {
        self.state == CopyState::Failed
    }
}

/// Asks for a copy. One at a time: while one is being made, asking again changes nothing. Says whether a new one begins.
pub async fn ask(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let waiting: Option<(i64,)> = tx.maybe("select id from data_request where person_id = $1 and state = 'waiting'", args![person]).await?;
    if waiting.is_some() {
        return Ok(false);
    }
    let now = tx.now();
    let id = kit::ids::next(now);
    // The copy before gives way: one file a person.
    tx.run("update data_request set state = 'gone', file = null where person_id = $1 and state = 'ready'", args![person]).await?;
    tx.run(
        "insert into data_request (id, person_id, state, done, total, bytes, created_at) values ($1, $2, 'waiting', 0, 0, 0, $3)",
        args![id, person, now],
    )
    .await?;
    enqueue(tx, NewJob::new(data_export::KIND, data_export::payload(id)).attempts(data_export::TRIES)).await?;
    Ok(true)
}

/// Says how far it is.
pub async fn progress(db: &Db, id: i64, done: i64, total: i64) -> Result<()> {
    db.write(async |tx| {
        tx.run("update data_request set done = $2, total = $3 where id = $1 and state = 'waiting'", args![id, done, total]).await?;
        Ok(())
    })
    .await
}

/// The archive is there: it can be downloaded from now on, and its owner is told.
pub async fn ready(tx: &mut Tx, app: &App, person: &Person, id: i64, file: BlobId, bytes: i64) -> Result<()> {
    let now = tx.now();
    let until = now.plus(KEPT);
    let set = tx
        .run(
            "update data_request set state = 'ready', file = $2, bytes = $3, ready_at = $4, expires_at = $5, done = total
              where id = $1 and state = 'waiting'",
            args![id, file, bytes, now, until],
        )
        .await?;
    if set == 0 {
        return Ok(());
    }
    let until = kit::i18n::dates::date_time_long(until, &app.zone, person.language);
    letters::send(tx, &app.secret, Letter::of(app).data_ready(person, &until)).await
}

/// It could not be made; its owner is told.
pub async fn failed(tx: &mut Tx, app: &App, id: i64) -> Result<()> {
    let failed: Option<(PersonId,)> =
        tx.maybe("update data_request set state = 'failed' where id = $1 and state = 'waiting' returning person_id", args![id]).await?;
    let Some((person,)) = failed else { return Ok(()) };
    match Person::find_in(tx, person).await {
        Ok(person) => letters::send(tx, &app.secret, Letter::of(app).data_failed(&person)).await,
        Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Takes away copies whose week is over, and tells of those that died without a word. Their files go with the collection.
pub async fn sweep(tx: &mut Tx, app: &App) -> Result<()> {
    let now = tx.now();
    tx.run("update data_request set state = 'gone', file = null where state = 'ready' and expires_at <= $1", args![now]).await?;
    let stuck: Vec<(i64,)> = tx
        .all("select id from data_request where state = 'waiting' and created_at < $1 order by id limit 20", args![now.plus(-PATIENCE)])
        .await?;
    for (id,) in stuck {
        failed(tx, app, id).await?;
    }
    Ok(())
}
