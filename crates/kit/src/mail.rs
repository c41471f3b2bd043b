//! Letters: queued in the transaction that causes them, sealed until they go, sent at least once.
//!
//! A letter that is sent again bears the same Message-ID, by which mail servers and people know it for the same.

mod letter;
mod mailer;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use letter::{Invite, Mail, sender, valid_address};
pub use mailer::{Kept, Mailer, Refusal};

use crate::args;
use crate::db::{Db, Tx};
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

/// Takes back letters to an address that have not gone; how many. They are sealed, so each is opened to see whose it is.
pub async fn forget(db: &Db, key: &SecretKey, address: &str) -> Result<u64> {
    let (mut after, mut gone) = (JobId(0), 0);
    loop {
        let waiting: Vec<(JobId, String)> = db
            .all(
                "select id, payload from job where kind = $1 and state in ('waiting', 'dead', 'verify') and id > $2 order by id limit 200",
                args![KIND, after],
            )
            .await?;
        let Some((last, _)) = waiting.last() else { return Ok(gone) };
        after = *last;
        let theirs: Vec<JobId> = waiting.iter().filter(|(_, payload)| is_to(key, payload, address)).map(|(id, _)| *id).collect();
        gone += db.write(async |tx| jobs::forget(tx, &theirs).await).await?;
    }
}

fn is_to(key: &SecretKey, payload: &str, address: &str) -> bool {
    let opened = serde_json::from_str::<Sealed>(payload).ok().and_then(|letter| key.open(PURPOSE, &letter.sealed).ok());
    let mail = opened.and_then(|plain| serde_json::from_slice::<Mail>(&plain).ok());
    mail.is_some_and(|mail| crate::text::fold(&mail.to) == crate::text::fold(address))
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
