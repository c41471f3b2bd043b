//! `media_url`: a photograph at somebody else's address, fetched by a job through the client that refuses our own network, and made
//! again like every photograph. What could not be had is a note for the office.

use std::io::Write;
use std::sync::Arc;

use http::{Method, header};
use kit::db::Tx;
use kit::i18n::Lang;
use kit::jobs::{Job, NewJob, enqueue};
use kit::outbound::Refused;
use kit::{Error, Result};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::desk::request::{NewStep, PhotoOf, Request, RequestId, StepKind, TAG, attach_photo, make_photo, tag, write_step};
use crate::shell::{App, catalog};

/// The kind of the job.
pub const KIND: &str = "open311.photo";
/// The largest file, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;
/// How often it may lead on to another address.
const LEADS_ON: usize = 3;
/// How often a server that is away is asked.
const TRIES: u32 = 3;

#[derive(Serialize, Deserialize)]
struct Asked {
    request: RequestId,
    url: String,
}

/// Asks for it, in the turn of the report.
pub async fn ask(tx: &mut Tx, request: RequestId, url: &str) -> Result<()> {
    enqueue(tx, NewJob::new(KIND, serde_json::to_value(Asked { request, url: url.to_owned() })?).attempts(TRIES)).await?;
    Ok(())
}

/// The job.
pub async fn fetch(app: App, job: Arc<Job>) -> Result<()> {
    let asked: Asked = job.read()?;
    let made = match get(&app, &asked.url).await {
        Ok(bytes) => {
            let mut file = tempfile::NamedTempFile::new()?;
            file.write_all(&bytes)?;
            make_photo(&app, file.path()).await?.ok()
        }
        Err(Refused::Away(why)) if job.attempt < TRIES => return Err(Error::internal(format!("a photograph: {why}"))),
        Err(why) => {
            tracing::info!(%why, "a photograph of a report could not be fetched");
            None
        }
    };
    job.complete(&app.db, async |tx| match &made {
        Some(made) => {
            attach_photo(tx, PhotoOf::Request(asked.request), made).await?;
            let request = Request::find_in(tx, asked.request).await?;
            tx.touch(TAG);
            tx.touch(tag(&request.number));
            Ok(())
        }
        None => {
            let words = catalog().fixed(Lang::It, "open311-photo-lost");
            let step = NewStep { kind: StepKind::Noted, status: None, office: None, person: None, words, public: false };
            write_step(tx, asked.request, step).await.map(drop)
        }
    })
    .await
}

/// The file behind an address, where it leads on too; every address is looked at by itself.
async fn get(app: &App, address: &str) -> Result<Vec<u8>, Refused> {
    let wrong = || Refused::Address(address.to_owned());
    let mut url = Url::parse(address).map_err(|_| wrong())?;
    for _ in 0..=LEADS_ON {
        let call = http::Request::builder().method(Method::GET).uri(url.as_str()).header(header::ACCEPT, "image/*");
        let answer = app.typed.send_for(call.body(Vec::new()).map_err(|_| wrong())?, LARGEST).await?;
        if answer.status().is_redirection() {
            let to = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).ok_or_else(wrong)?;
            url = url.join(to).map_err(|_| wrong())?;
            continue;
        }
        if answer.status().is_server_error() {
            return Err(Refused::Away(format!("the server said {}", answer.status())));
        }
        return if answer.status().is_success() { Ok(answer.into_body()) } else { Err(wrong()) };
    }
    Err(wrong())
}
