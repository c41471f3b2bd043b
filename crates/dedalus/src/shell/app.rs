//! The house a handler works in: everything a request may need, cheap to clone.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use http::request::Parts as RequestParts;
use jiff::tz::TimeZone;
use kit::blob::Blobs;
use kit::breached::Breached;
use kit::cache::PageCache;
use kit::clock::Time;
use kit::config::{Config, Town};
use kit::db::Db;
use kit::kept::Kept;
use kit::live::Live;
use kit::mail::{MailHouse, Mailer};
use kit::outbound::Outbound;
use kit::password::Passwords;
use kit::personal::Holding;
use kit::picture::Pictures;
use kit::rate::Limiter;
use kit::secret::SecretKey;
use tokio::sync::Notify;

use super::boards::Boards;
use super::layer::MapLayer;
use super::reader::Reader;
use super::screen::Screen;

/// The running town.
#[derive(Clone)]
pub struct App(Arc<AppParts>);

/// What the town is made of.
pub struct AppParts {
    /// Settings.
    pub config: Config,
    /// Who the town is.
    pub town: Arc<Town>,
    /// The database.
    pub db: Db,
    /// Files.
    pub blobs: Blobs,
    /// Makes pictures again in three sizes.
    pub pictures: Pictures,
    /// Pages for people who are not signed in.
    pub cache: PageCache,
    /// Sends mail.
    pub mailer: Mailer,
    /// Tiles of the map that came from elsewhere.
    pub tiles: Kept,
    /// What other domains show on the map of the town.
    pub layers: Arc<[MapLayer]>,
    /// Calls the machines that the town set, such as providers of identity.
    pub outbound: Outbound,
    /// Calls addresses that anybody may type: links, push services.
    pub typed: Outbound,
    /// Seals what must not lie readable.
    pub secret: SecretKey,
    /// Counts attempts.
    pub limiter: Limiter,
    /// Hashes passwords.
    pub passwords: Passwords,
    /// Passwords that were found in breaches.
    pub breached: Breached,
    /// The town's clock.
    pub zone: TimeZone,
    /// What the town holds about people, in the order in which it ends.
    pub holdings: Arc<[Holding]>,
    /// Who may still read what: asked before a notice is shown.
    pub readers: Arc<[Reader]>,
    /// Whether words may stand on a profile: asked before they do.
    pub screen: Screen,
    /// Who listens to what is live.
    pub live: Live,
    /// Rung when a job waits.
    pub bell: Arc<Notify>,
    /// What is live on open pages.
    pub boards: Boards,
}

impl App {
    /// Puts the parts together.
    pub fn new(parts: AppParts) -> Self {
        Self(Arc::new(parts))
    }

    /// Now.
    pub fn now(&self) -> Time {
        self.db.now()
    }

    /// A path as an address that works in mail, feeds and elsewhere.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.config.server.public_url)
    }

    /// Is the town reached over https? Decides the cookie's name and flags.
    pub fn is_https(&self) -> bool {
        self.config.server.public_url.starts_with("https://")
    }
}

impl Deref for App {
    type Target = AppParts;
    fn deref(&self) -> &AppParts {
        &self.0
    }
}

impl FromRequestParts<App> for App {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(_: &mut RequestParts, state: &App) -> Result<Self, Self::Rejection> {
        Ok(state.clone())
    }
}

impl MailHouse for App {
    fn mailer(&self) -> &Mailer {
        &self.mailer
    }
    fn secret(&self) -> &SecretKey {
        &self.secret
    }
}
