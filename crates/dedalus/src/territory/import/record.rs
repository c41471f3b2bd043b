//! An import: which data, from where, by whom, how far it is. One of each set is live; the one before it can come back.

use kit::blob::BlobId;
use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::jobs::{NewJob, enqueue};
use kit::{Error, Result, args};

use super::dataset::Dataset;
use crate::identity::{Actor, Entry, PersonId, note};

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Read and shown; nobody has said yes yet.
    Draft,
    /// Its rows are being written.
    Loading,
    /// In force.
    Live,
    /// The one before the one in force.
    Replaced,
    /// Undone, thrown away, or replaced twice: its rows are gone or will be.
    Gone,
}
kit::words!(State { Draft = "draft", Loading = "loading", Live = "live", Replaced = "replaced", Gone = "gone" });

impl State {
    /// Key of its word in the language files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "territory-state-draft",
            Self::Loading => "territory-state-loading",
            Self::Live => "territory-state-live",
            Self::Replaced => "territory-state-replaced",
            Self::Gone => "territory-state-gone",
        }
    }

    /// Key of the sentence on the import's page.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Draft | Self::Loading => "territory-loading",
            Self::Live => "territory-is-live",
            Self::Replaced => "territory-is-replaced",
            Self::Gone => "territory-is-gone",
        }
    }
}

kit::row! {
    /// An import.
    #[derive(Debug, Clone)]
    pub struct Import {
        /// Number.
        pub id: i64,
        /// Which data.
        pub dataset: Dataset,
        /// Where it stands.
        pub state: State,
        /// The file's name, or what else it came from.
        pub source: String,
        /// The file itself, until it is live.
        pub file: Option<BlobId>,
        /// How many rows.
        pub total: i64,
        /// How many of them are written.
        pub done: i64,
        /// How many rows repeated an address.
        pub repeated: i64,
        /// How many lie outside the boundary.
        pub outside: i64,
        /// Who made it; none for the command line.
        pub made_by: Option<PersonId>,
        /// Their name.
        pub made_by_name: Option<String>,
        /// When the file came.
        pub created_at: Time,
        /// When it went live.
        pub live_at: Option<Time>,
    }
}

const SELECT: &str = "select i.id, i.dataset, i.state, i.source, i.file, i.total, i.done, i.repeated, i.outside, i.made_by,
        a.name as made_by_name, i.created_at, i.live_at
   from territory_import i left join person_card a on a.id = i.made_by";

/// An import about to be made.
#[derive(Debug, Clone)]
pub struct NewImport {
    /// Which data.
    pub dataset: Dataset,
    /// The file's name.
    pub source: String,
    /// The file.
    pub file: Option<BlobId>,
    /// How many rows.
    pub total: usize,
    /// How many repeated an address.
    pub repeated: usize,
    /// How many lie outside the boundary.
    pub outside: usize,
}

/// What is in force of a set of data, what was before, what is on its way.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Which data.
    pub dataset: Dataset,
    /// In force.
    pub live: Option<Import>,
    /// The one before.
    pub replaced: Option<Import>,
    /// Being written.
    pub loading: Option<Import>,
}

impl Standing {
    /// Of every set of data.
    pub async fn all(db: &Db) -> Result<Vec<Self>> {
        let sql = format!("{SELECT} where i.state in ('live', 'replaced', 'loading') order by i.id desc");
        let rows: Vec<Import> = db.all(sql, args![]).await?;
        let find = |dataset, state| rows.iter().find(|row| row.dataset == dataset && row.state == state).cloned();
        let of = |dataset: &Dataset| Self {
            dataset: *dataset,
            live: find(*dataset, State::Live),
            replaced: find(*dataset, State::Replaced),
            loading: find(*dataset, State::Loading),
        };
        Ok(Dataset::ALL.iter().map(of).collect())
    }

    /// Of one.
    pub async fn of(db: &Db, dataset: Dataset) -> Result<Self> {
        let all = Self::all(db).await?;
        all.into_iter().find(|standing| standing.dataset == dataset).ok_or(Error::NotFound)
    }
}

/// The import in force of a set of data.
pub(in crate::territory) async fn live(db: &Db, dataset: Dataset) -> Result<Option<i64>> {
    let row: Option<(i64,)> = db.maybe("select id from territory_import where dataset = $1 and state = 'live'", args![dataset]).await?;
    Ok(row.map(|(id,)| id))
}

impl Import {
    /// By number.
    pub async fn find(db: &Db, id: i64) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where i.id = $1"), args![id]).await?)
    }

    /// The newest of a set of data that went live once, or were thrown away after that.
    pub async fn history(db: &Db, dataset: Dataset, limit: i64) -> Result<Vec<Self>> {
        let sql = format!("{SELECT} where i.dataset = $1 and i.live_at is not null order by i.id desc limit $2");
        Ok(db.all(sql, args![dataset, limit]).await?)
    }

    /// Is it being written, or waiting for that?
    pub fn is_loading(&self) -> bool {
        self.state == State::Loading
    }

    /// Does it wait for a yes?
    pub fn is_draft(&self) -> bool {
        self.state == State::Draft
    }

    /// Its address in administration.
    pub fn path(&self) -> String {
        format!("/amministrazione/territorio/importazioni/{}", self.id)
    }

    /// Keeps a new one.
    pub async fn create(tx: &mut Tx, actor: &Actor, state: State, new: &NewImport) -> Result<i64> {
        let now = tx.now();
        let id = kit::ids::next(now);
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        tx.run(
            "insert into territory_import (id, dataset, state, source, file, total, done, repeated, outside, made_by, created_at)
             values ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9, $10)",
            args![
                id,
                new.dataset,
                state,
                &new.source,
                new.file,
                number(new.total),
                number(new.repeated),
                number(new.outside),
                actor.person,
                now
            ],
        )
        .await?;
        Ok(id)
    }

    /// Somebody said yes: its rows are written by a job. A second click finds it on its way.
    pub async fn start(&self, tx: &mut Tx, actor: &Actor) -> Result<()> {
        let busy: Option<(i64,)> = tx
            .maybe("select id from territory_import where dataset = $1 and state = 'loading' and id <> $2", args![self.dataset, self.id])
            .await?;
        if busy.is_some() {
            return Err(Error::Conflict("territory-busy"));
        }
        let begun =
            tx.run("update territory_import set state = 'loading', done = 0 where id = $1 and state = 'draft'", args![self.id]).await?;
        if begun == 0 {
            return Ok(());
        }
        self.note(tx, actor, "territory.imported").await?;
        enqueue(tx, NewJob::new("territory.import", serde_json::json!({"import": self.id.to_string()}))).await?;
        Ok(())
    }

    /// Throws a draft away, or stops what is being written.
    pub async fn discard(&self, tx: &mut Tx, actor: &Actor) -> Result<()> {
        let now = tx.now();
        let stopped = tx
            .run(
                "update territory_import set state = 'gone', file = null, ended_at = $2 where id = $1 and state in ('draft', 'loading')",
                args![self.id, now],
            )
            .await?;
        if stopped == 0 {
            return Err(Error::NotFound);
        }
        if self.is_loading() {
            self.note(tx, actor, "territory.stopped").await?;
        }
        clear_later(tx).await
    }

    /// A row of the audit about it.
    pub async fn note(&self, tx: &mut Tx, actor: &Actor, act: &'static str) -> Result<()> {
        let after = Some(format!("{}: {}", self.source, self.total));
        let entry = Entry {
            act,
            subject_kind: "territory",
            subject_id: Some(self.id),
            subject_name: self.dataset.word(),
            after,
            ..Entry::default()
        };
        note(tx, actor, entry).await
    }
}

/// Rows of imports that are gone go by a job.
pub async fn clear_later(tx: &mut Tx) -> Result<()> {
    enqueue(tx, NewJob::new("territory.clear", serde_json::json!({}))).await?;
    Ok(())
}
