//! From an uploaded file to a draft picture: made again in three sizes, stored, noted. In this order, so that no row
//! ever names a file that is not there.

use std::path::Path;

use kit::{Error, Result};

use crate::identity::PersonId;
use crate::shell::App;
use crate::social::picture::{self, NewSize, Picture};

/// The field of the form that files come in.
const FIELD: &str = "immagini";

/// What came of a file.
pub enum Stored {
    /// A draft of its owner.
    Picture(Box<Picture>),
    /// The key of the sentence that says what is wrong with it.
    Fault(&'static str),
}

/// Makes a draft picture of a file.
pub async fn store(app: &App, owner: PersonId, path: &Path) -> Result<Stored> {
    let made = match app.pictures.process(path, FIELD).await {
        Ok(made) => made,
        Err(Error::Invalid(faults)) => {
            let fault = faults.iter().next().map_or(kit::picture::BROKEN, |fault| fault.key);
            return Ok(Stored::Fault(fault));
        }
        Err(error) => return Err(error),
    };
    let mut sizes = Vec::with_capacity(made.sizes.len());
    for size in &made.sizes {
        let bytes = tokio::fs::metadata(&size.file).await?.len();
        sizes.push(NewSize {
            name: size.name.clone(),
            file: app.blobs.put_file(&size.file).await?,
            media_type: size.mime.clone(),
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
            width: size.width,
            height: size.height,
        });
    }
    let id = app.db.write(async |tx| picture::create(tx, owner, made.width, made.height, &sizes).await).await?;
    let picture = Picture::draft(&app.db, id, owner, None).await?.ok_or(Error::NotFound)?;
    Ok(Stored::Picture(Box::new(picture)))
}
