//! Letters: queued in the transaction that causes them, sealed until they go, sent at least once.
//!
//! A letter that is sent again bears the same Message-ID, by which mail servers and people know it for the same.

mod letter;
mod mailer;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use letter::{Mail, sender, valid_address};
pub use mailer::{Kept, Mailer, Refusal};

use crate::db::Tx;
use crate::error::{Error, Result};
use crate::jobs::{self, Job, JobId, Kind, NewJob};
use crate::secret::SecretKey;

/// The job that sends one letter.
pub const KIND: &str = "mail.send";
/// What letters are sealed for.
const PURPOSE: &str = "mail";

/// A house that can send letters.
pub trait MailHouse {
    /// Who sends them.
    fn mailer(&self) -> &Mailer;
    /// What they are sealed with.
    fn secret(&self) -> &SecretKey;
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    /// A letter may hold a link that lets somebody in: it must not lie readable in the jobs, nor in a backup of them.
    sealed: String,
}

/// Queues a letter. It goes when the transaction is committed, and only then.
pub async fn enqueue(tx: &mut Tx, key: &SecretKey, mail: Mail) -> Result<JobId> {
    // A letter that cannot be written is told here, where somebody can do something about it.
    mail.check().map_err(Error::internal)?;
    let sealed = key.seal(PURPOSE, &serde_json::to_vec(&mail)?)?;
    let id = jobs::enqueue(tx, NewJob::new(KIND, serde_json::to_value(Sealed { sealed })?)).await?;
    id.ok_or_else(|| Error::internal("a letter without a key of its own was queued before"))
}

/// The kind of job for the runner of a house.
pub fn kind<C: MailHouse + Send + Sync + 'static>() -> Kind<C> {
    Kind::new(KIND, |house, job| Box::pin(async move { send(&house, &job).await }))
}

async fn send<C: MailHouse>(house: &C, job: &Arc<Job>) -> Result<()> {
    let Sealed { sealed } = job.read()?;
    let mail: Mail = serde_json::from_slice(&house.secret().open(PURPOSE, &sealed)?)?;
    match house.mailer().send(&mail, job.id, job.created_at).await {
        Ok(()) => Ok(()),
        Err(Refusal::Later(why)) => Err(Error::internal(why)),
        Err(Refusal::Never(why)) => Err(job.give_up(why)),
    }
}

#[cfg(test)]
mod tests;
