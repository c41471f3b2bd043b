//! From an uploaded file to a draft recording: checked and cleared on a thread that may wait, stored, noted. In this order, so
//! that no row ever names a file that is not there.

use std::path::Path;

use kit::recording::{self as engine, Fault};
use kit::{Error, Result};

use crate::identity::PersonId;
use crate::shell::App;
use crate::social::recording::{self, Recording};

/// What came of a file.
pub enum StoredRecording {
    /// A draft of its owner.
    Recording(Box<Recording>),
    /// The key of the sentence that says what is wrong with it, and its `what`.
    Fault(&'static str, String),
}

/// Makes a draft recording of a file, which is changed in place.
pub async fn store(app: &App, owner: PersonId, path: &Path) -> Result<StoredRecording> {
    let bytes = tokio::fs::metadata(path).await?.len();
    if bytes > app.config.recordings.bytes {
        return Ok(StoredRecording::Fault(engine::TOO_LARGE, String::new()));
    }
    if recording::of_today(&app.db, owner).await? >= i64::from(app.config.recordings.each_day) {
        return Ok(StoredRecording::Fault(engine::TOO_MANY, String::new()));
    }
    let file = path.to_owned();
    let found = match tokio::task::spawn_blocking(move || engine::check(&file)).await? {
        Ok(found) => found,
        Err(Fault::Disk(error)) => {
            tracing::error!(%error, "an upload could not be read");
            return Err(Error::Busy);
        }
        Err(fault) => {
            let (key, what) = fault.sentence();
            return Ok(StoredRecording::Fault(key, what));
        }
    };
    if found.millis > u64::from(app.config.recordings.minutes) * 60_000 {
        return Ok(StoredRecording::Fault(engine::TOO_LONG, String::new()));
    }
    let file = app.blobs.put_file(path).await?;
    let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
    let id = app.db.write(async |tx| recording::create(tx, owner, file, bytes, &found).await).await?;
    let recording = Recording::draft(&app.db, id, owner, None).await?.ok_or(Error::NotFound)?;
    Ok(StoredRecording::Recording(Box::new(recording)))
}
