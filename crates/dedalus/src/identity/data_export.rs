//! Makes the copy of somebody's data: `dati.json` with its schema, a page that explains both, and the files.
//!
//! A killed job begins again from nothing: the archive is a temporary file until it is whole.

use std::sync::Arc;

use futures_util::TryStreamExt;
use kit::i18n::Arg;
use kit::jobs::Job;
use kit::personal::{FORMAT, Files, Holding, Rows, count, count_files, json_schema};
use kit::{Error, Result};
use serde::{Deserialize, Serialize};

use super::archive::Archive;
use super::data_request::{self, DataRequest};
use super::person::{Person, PersonId};
use super::verification;
use crate::shell::{App, catalog};

/// The kind of job.
pub const KIND: &str = "identity.data_export";
/// How often it is tried before its owner is told that it failed.
pub const TRIES: u32 = 4;

#[derive(Serialize, Deserialize)]
struct Which {
    request: String,
}

/// The job's payload: a number and nothing else.
pub fn payload(id: i64) -> serde_json::Value {
    serde_json::json!({"request": id.to_string()})
}

/// Makes one copy.
pub async fn run(app: App, job: Arc<Job>) -> Result<()> {
    let Which { request } = job.read()?;
    let id: i64 = request.parse().map_err(Error::internal)?;
    match make(&app, &job, id).await {
        Ok(()) => Ok(()),
        Err(error) if job.attempt >= TRIES => {
            tracing::error!(%error, request = id, "a copy of somebody’s data could not be made");
            job.complete(&app.db, async |tx| data_request::failed(tx, &app, id).await).await
        }
        Err(error) => Err(error),
    }
}

async fn make(app: &App, job: &Job, id: i64) -> Result<()> {
    let waiting = DataRequest::find(&app.db, id).await?.filter(DataRequest::is_waiting);
    let Some(request) = waiting else { return job.complete(&app.db, async |_| Ok(())).await };
    let person = match Person::find(&app.db, request.person_id).await {
        // The account has ended meanwhile, and the request with it.
        Err(Error::NotFound) => return job.complete(&app.db, async |_| Ok(())).await,
        found => found?,
    };
    let mut copy = Copy { app, person: &person, request: id, done: 0, total: 0, archive: Archive::begin() };
    let written = copy.write().await;
    let file = copy.archive.end().await?;
    written?;
    let bytes = tokio::fs::metadata(file.path()).await?.len();
    let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
    // On disk before the row that names it.
    let blob = app.blobs.put_file(file.path()).await?;
    job.complete(&app.db, async |tx| data_request::ready(tx, app, &person, id, blob, bytes).await).await
}

/// A row with what is sealed in it opened for its owner; what no key opens stays as it is.
fn opened(app: &App, holding: &Holding, mut row: serde_json::Value) -> serde_json::Value {
    if holding.table != verification::CLAIMS {
        return row;
    }
    if let Some(value) = row.get_mut("value")
        && let Some(plain) = value.as_str().and_then(|sealed| verification::open_claim(&app.secret, sealed))
    {
        *value = plain.into();
    }
    row
}

/// A copy under way.
struct Copy<'a> {
    app: &'a App,
    person: &'a Person,
    request: i64,
    done: i64,
    total: i64,
    archive: Archive,
}

impl Copy<'_> {
    fn id(&self) -> PersonId {
        self.person.id
    }

    async fn write(&mut self) -> Result<()> {
        for holding in self.app.holdings.iter().filter(|holding| !holding.columns.is_empty()) {
            self.total += count(&self.app.db, holding, self.id().0).await?;
            self.total += count_files(&self.app.db, holding, self.id().0).await?;
        }
        self.went(0).await?;
        self.archive.file("LEGGIMI.txt", true).await?;
        self.archive.add(self.read_me()).await?;
        self.archive.file("schema.json", true).await?;
        self.archive.add(serde_json::to_vec_pretty(&json_schema(&self.app.holdings))?).await?;
        self.archive.file("dati.json", true).await?;
        self.data().await?;
        self.files().await
    }

    /// Notes that so many rows or files more are in it.
    async fn went(&mut self, more: usize) -> Result<()> {
        self.done = self.done.saturating_add(i64::try_from(more).unwrap_or(i64::MAX)).min(self.total);
        data_request::progress(&self.app.db, self.request, self.done, self.total).await
    }

    fn read_me(&self) -> String {
        let made = kit::i18n::dates::date_time_long(self.app.now(), &self.app.zone, self.person.language);
        let args = [
            ("town", Arg::from(self.app.config.town.name.as_str())),
            ("name", Arg::from(self.person.name.as_str())),
            ("when", Arg::from(made.as_str())),
            ("email", Arg::from(self.app.config.town.email.as_str())),
        ];
        catalog().with(self.person.language, "data-read-me", &args).into_owned()
    }

    async fn data(&mut self) -> Result<()> {
        let app = self.app;
        let (town, made_at) = (serde_json::to_string(&app.config.town.name)?, app.now().rfc3339());
        let head = format!(
            "{{\n\"format\": \"{FORMAT}\",\n\"town\": {town},\n\"made_at\": \"{made_at}\",\n\"person\": \"{}\",\n\"data\": {{",
            self.id()
        );
        self.archive.add(head).await?;
        let mut comma = "";
        for holding in app.holdings.iter().filter(|holding| !holding.columns.is_empty()) {
            self.archive.add(format!("{comma}\n\"{}\": [", holding.name)).await?;
            comma = ",";
            let mut rows = Rows::of(holding, self.id().0);
            let mut between = "\n";
            loop {
                let page = rows.next(&app.db).await?;
                let mut text = String::new();
                let rows_read = page.items.len();
                for row in page.items {
                    text.push_str(between);
                    text.push_str(&opened(app, holding, row).to_string());
                    between = ",\n";
                }
                self.archive.add(text).await?;
                self.went(rows_read).await?;
                if !page.more {
                    break;
                }
            }
            self.archive.add("]").await?;
        }
        self.archive.add("\n},\n\"files\": [").await?;
        self.list_files().await?;
        self.archive.add("]\n}\n").await
    }

    async fn list_files(&mut self) -> Result<()> {
        let mut between = "\n";
        for holding in self.app.holdings.iter() {
            let mut files = Files::of(holding, self.id().0);
            loop {
                let page = files.next(&self.app.db).await?;
                for (path, _) in &page.items {
                    let entry = serde_json::json!({"path": path, "holding": holding.name});
                    self.archive.add(format!("{between}{entry}")).await?;
                    between = ",\n";
                }
                if !page.more {
                    break;
                }
            }
        }
        Ok(())
    }

    async fn files(&mut self) -> Result<()> {
        for holding in self.app.holdings.iter() {
            let mut files = Files::of(holding, self.id().0);
            loop {
                let page = files.next(&self.app.db).await?;
                for (path, file) in &page.items {
                    let mut pieces = match self.app.blobs.stream(*file).await {
                        // Taken away while the copy was made.
                        Err(Error::NotFound) => continue,
                        found => found?,
                    };
                    self.archive.file(path, false).await?;
                    while let Some(piece) = pieces.try_next().await? {
                        self.archive.add(piece).await?;
                    }
                    self.went(1).await?;
                }
                if !page.more {
                    break;
                }
            }
        }
        Ok(())
    }
}
