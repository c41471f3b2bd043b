//! Where letters go: to a mail server, into a folder, or into memory for tests.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls as WireTls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use parking_lot::Mutex;

use super::Mail;
use super::letter::sender;
use crate::clock::Time;
use crate::config::{self, Config, MailMode, Tls, host_is_loopback};
use crate::durable;
use crate::error::{Error, Result};
use crate::jobs::JobId;

/// How long a mail server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why a letter did not go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It may go another time.
    Later(String),
    /// This letter never will: no such mailbox, or the server takes offence at what it says.
    Never(String),
}

/// Sends letters. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    way: Way,
    from: Mailbox,
    /// The right side of every Message-ID.
    host: String,
}

#[derive(Clone)]
enum Way {
    Smtp(Arc<AsyncSmtpTransport<Tokio1Executor>>),
    Outbox(PathBuf),
    Kept(Kept),
}

/// Letters that a test looks at instead of sending them.
#[derive(Debug, Clone, Default)]
pub struct Kept(Arc<Mutex<Vec<(JobId, Mail)>>>);

impl Kept {
    /// Takes out what was sent since the last look, in order.
    pub fn take(&self) -> Vec<Mail> {
        std::mem::take(&mut *self.0.lock()).into_iter().map(|(_, mail)| mail).collect()
    }
}

impl Mailer {
    /// The mailer the settings ask for.
    pub fn new(config: &Config) -> Result<Self> {
        let way = match config.mail.mode {
            MailMode::Outbox => Way::Outbox(config.mail.outbox.clone()),
            MailMode::Smtp => Way::Smtp(Arc::new(transport(&config.mail, &config.server.host())?)),
        };
        Self::by(way, config)
    }

    /// A mailer that keeps letters in memory.
    pub fn kept(config: &Config) -> Result<(Self, Kept)> {
        let kept = Kept::default();
        Ok((Self::by(Way::Kept(kept.clone()), config)?, kept))
    }

    fn by(way: Way, config: &Config) -> Result<Self> {
        Ok(Self { way, from: sender(&config.mail.from).map_err(Error::internal)?, host: config.server.host() })
    }

    /// Sends a letter. Job and date make its Message-ID, the same at every try.
    pub async fn send(&self, mail: &Mail, job: JobId, created_at: Time) -> Result<(), Refusal> {
        let id = format!("{job}.{}@{}", created_at.micros(), self.host);
        let message = mail.message(&self.from, &id, created_at).map_err(Refusal::Never)?;
        match &self.way {
            Way::Smtp(transport) => by_smtp(transport, message).await,
            Way::Outbox(folder) => {
                let stamp: String = created_at.rfc3339().chars().filter(|letter| letter.is_ascii_alphanumeric()).collect();
                let path = folder.join(format!("{stamp}-{job}.eml"));
                let written = tokio::task::spawn_blocking(move || durable::replace(&path, &message.formatted())).await;
                match written {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(error)) => Err(Refusal::Later(format!("the outbox: {error}"))),
                    Err(error) => Err(Refusal::Later(error.to_string())),
                }
            }
            Way::Kept(kept) => {
                kept.0.lock().push((job, mail.clone()));
                Ok(())
            }
        }
    }

    /// Can letters go? Greets the server and signs in, or writes into the folder: for `doctor`.
    pub async fn check(&self) -> Result<(), String> {
        match &self.way {
            Way::Smtp(transport) => match transport.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err("the mail server hung up".into()),
                Err(error) => Err(in_words(&error)),
            },
            Way::Outbox(folder) => durable::make_folders(folder)
                .and_then(|()| durable::draft(folder, b"").map(drop))
                .map_err(|error| format!("the outbox {}: {error}", folder.display())),
            Way::Kept(_) => Ok(()),
        }
    }
}

fn transport(mail: &config::Mail, name: &str) -> Result<AsyncSmtpTransport<Tokio1Executor>> {
    crate::tls::install();
    let parameters = || TlsParameters::new_rustls(mail.host.clone()).map_err(Error::internal);
    let (tls, usual_port) = match mail.tls {
        // Nothing leaves the machine, and a server on it seldom has a certificate for `localhost`.
        Tls::Starttls if host_is_loopback(&mail.host) => (WireTls::None, 587),
        Tls::None => (WireTls::None, 25),
        Tls::Starttls => (WireTls::Required(parameters()?), 587),
        Tls::Tls => (WireTls::Wrapper(parameters()?), 465),
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&mail.host)
        .port(if mail.port == 0 { usual_port } else { mail.port })
        .tls(tls)
        .timeout(Some(PATIENCE))
        .hello_name(ClientId::Domain(name.to_owned()));
    if !mail.user.is_empty() {
        builder = builder.credentials(Credentials::new(mail.user.clone(), mail.password.reveal().to_owned()));
    }
    Ok(builder.build())
}

async fn by_smtp(transport: &AsyncSmtpTransport<Tokio1Executor>, message: Message) -> Result<(), Refusal> {
    let Err(error) = transport.send(message).await else { return Ok(()) };
    let why = in_words(&error);
    // A server can refuse for good (5xx) because of the letter, or because of us: a wrong password, a closed door.
    // If it still lets us in without the letter, it was the letter.
    let for_good = error.is_permanent() || error.is_client();
    if for_good && transport.test_connection().await.unwrap_or(false) { Err(Refusal::Never(why)) } else { Err(Refusal::Later(why)) }
}

fn in_words(error: &lettre::transport::smtp::Error) -> String {
    match std::error::Error::source(error) {
        Some(cause) => format!("the mail server: {error}: {cause}"),
        None => format!("the mail server: {error}"),
    }
}
