//! Puts a town together from its settings: database, files, mail, keys, cache, jobs.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::tz::TimeZone;
use kit::blob::Blobs;
use kit::breached::Breached;
use kit::cache::PageCache;
use kit::clock::Clock;
use kit::config::{Config, Rate};
use kit::db::{Address, Db, DbError, Hooks, News};
use kit::events::Reaction;
use kit::jobs::{Kind, Recurring, Runner};
use kit::kept::Kept;
use kit::live::Live;
use kit::mail::Mailer;
use kit::outbound::Outbound;
use kit::password::Passwords;
use kit::personal::Holding;
use kit::picture::Pictures;
use kit::rate::Limiter;
use kit::secret::SecretKey;
use kit::{Error, Result};
use tokio::sync::Notify;

use crate::cli::sentence;
use crate::shell::{App, AppParts, Boards, MapLayer, Reader};
use crate::{desk, identity, notify, schema, social, territory};

/// How many addresses and accounts the limiter remembers at the most.
const LIMITER_KEYS: usize = 100_000;

/// Every kind of job the town does.
pub fn kinds() -> Arc<[Kind<App>]> {
    let mut kinds = vec![kit::mail::kind::<App>(), Kind::new("jobs.sweep", |app, job| Box::pin(sweep_jobs(app, job)))];
    kinds.extend(identity::kinds());
    kinds.extend(notify::kinds());
    kinds.extend(territory::kinds());
    kinds.extend(social::kinds());
    kinds.extend(desk::kinds());
    kinds.into()
}

/// Everything that comes back.
pub fn recurring() -> Arc<[Recurring]> {
    let mut list = vec![Recurring { name: "jobs.sweep", every: kit::jobs::Every::Day(3, 40) }];
    list.extend(identity::recurring());
    list.extend(notify::recurring());
    list.extend(territory::recurring());
    list.extend(social::recurring());
    list.extend(desk::recurring());
    list.into()
}

/// Which jobs follow which events.
pub fn reactions() -> Arc<[Reaction]> {
    let mut list = social::reactions();
    list.extend(desk::reactions());
    list.into()
}

/// Who may still read what a notice is about, kind by kind.
pub fn readers() -> Arc<[Reader]> {
    let mut list = notify::readers();
    list.extend(social::readers());
    list.extend(desk::readers());
    list.into()
}

/// What is shown on the map of the town.
pub fn layers() -> Arc<[MapLayer]> {
    territory::LAYERS.into()
}

/// What the town holds about people, domain by domain; the account itself is the last to end.
pub fn holdings() -> Arc<[Holding]> {
    let mut list = kit::personal::ENGINE_ROOM.to_vec();
    list.extend(desk::holdings());
    list.extend(social::holdings());
    list.extend(notify::holdings());
    list.extend(territory::holdings());
    list.extend(identity::holdings());
    list.into()
}

/// Tables that hold nothing about people, each with the reason. Every other one is among the [`holdings`].
pub const WITHOUT_PERSONAL_DATA: &[(&str, &str)] = &[
    ("schema_migration", "which steps of the schema were made"),
    ("recurring", "when recurring work comes back"),
    ("office_hours", "opening hours of offices"),
    ("page", "institutional pages; who may speak for them stands in page_editor"),
    ("notice_usual", "where notices go for who chose nothing"),
    ("provider", "providers of identity and the town's directory, not who comes from them"),
    ("directory_group", "which group of the directory gives which role"),
    ("provider_sign_up", "sealed claims of somebody without an account, for two days; only the word in that person's mail finds them"),
    ("reporter", "name and mailbox of who reported without an account, until half a year after the decision; no account is theirs"),
    ("tag", "words that posts are marked with; who used one stands in the post"),
    ("oauth_client", "programs that made themselves known, by a name of their own; who uses one stands in oauth_grant"),
    ("push_key", "the key with which the town signs for its pushes"),
    ("used_once", "hashes of random words that expire within minutes and belong to nobody"),
    ("screen_limit", "how much new accounts may write: numbers of the house"),
    ("service", "what the town offers, in the words of its offices; who published a version stands in service_version"),
    ("service_label", "words by which services are found"),
    ("closure", "days on which the town or an office is closed"),
    ("calendar_rule", "the patron's day and days of weekly rest"),
    ("booking_place", "where one books"),
    ("booking_thing", "what one books there"),
    ("booking_hours", "when one can book it"),
    ("booking_draft", "a form that somebody fills, sealed, for a week; only the key in its address finds and opens it"),
    ("receipt_series", "the last number of each series of receipts"),
    ("map_shape", "boundary, districts and drawing of the town"),
    ("street", "streets of the town"),
    ("civic_number", "civic numbers of the town, without who lives there"),
    ("request_category", "categories of reports, and the office each goes to"),
    ("open311_key", "keys of programs that send reports, with the office or firm that answers for each; no account is theirs"),
    ("open311_post", "with which key a report came, and a hash against sending it twice; who asks stands in its receipt"),
    ("clarity", "opinions of a page, kept without any sign of who gave them"),
];

/// Jobs that ended two weeks ago are forgotten.
async fn sweep_jobs(app: App, job: Arc<kit::jobs::Job>) -> Result<()> {
    job.complete(&app.db, async |tx| {
        let before = tx.now().plus(-14 * kit::clock::DAY);
        kit::jobs::sweep(tx, before).await?;
        let letters = tx.now().plus(-kit::jobs::LETTERS_DAYS * kit::clock::DAY);
        kit::jobs::sweep_dead(tx, kit::mail::KIND, letters).await?;
        Ok(())
    })
    .await
}

/// The database's address from the settings, understood.
pub fn address(config: &Config) -> Result<Address> {
    config.database.url.parse().map_err(|error| Error::internal(format!("database.url: {error}")))
}

/// The folder of an embedded database, made if it is missing.
fn prepare_folder(address: &Address) -> Result<()> {
    let Some(folder) = address.file().and_then(|file| file.parent()).filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|error| Error::internal(format!("the folder {} cannot be made: {error}", folder.display())))
}

/// Why a database did not open. At the start "busy" means that nobody answers, or that the file may not be touched.
fn unopened(address: &Address, error: &DbError) -> Error {
    let why = match error {
        DbError::Busy => {
            "no server answers there, or the file and its folder cannot be read and written by this user; the log says more".to_owned()
        }
        other => other.to_string(),
    };
    Error::internal(format!("the database {} cannot be opened: {why}. Check database.url", address.redacted()))
}

/// Where this program lies, to start its helper for pictures.
fn own_program() -> Result<PathBuf> {
    std::env::current_exe().map_err(|error| Error::internal(format!("this program does not know where it lies: {error}")))
}

/// What may differ from the settings: tests give a clock and another program for pictures.
pub struct Opening {
    /// The town's clock.
    pub clock: Clock,
    /// The program that decodes pictures; this one if none.
    pub picture_program: Option<PathBuf>,
}

/// Opens the town: migrates the database, loads or makes the key, checks the files.
pub async fn open(config: Config, opening: Opening) -> Result<App> {
    let zone = TimeZone::get(&config.town.zone).map_err(|error| Error::internal(format!("town.zone: {error}")))?;
    let cache = PageCache::new(config.cache.bytes, opening.clock.clone());
    let bell = Arc::new(Notify::new());
    let live = Live::default();
    let boards = Boards::default();
    let (touched, rung, told, watched) = (cache.clone(), Arc::clone(&bell), live.clone(), boards.clone());
    let hooks = Hooks {
        clock: opening.clock.clone(),
        reactions: reactions(),
        after_commit: Arc::new(move |news| {
            let subjects: Vec<_> =
                news.iter().filter_map(|item| if let News::Touched(subject) = item { Some(subject.as_ref()) } else { None }).collect();
            if !subjects.is_empty() {
                watched.touched(&subjects);
                touched.invalidate(subjects);
            }
            if news.contains(&News::Job) {
                rung.notify_one();
            }
            for item in news {
                if let News::Rung(rooms) = item {
                    told.ring(rooms);
                }
            }
        }),
        slow: Duration::from_millis(250),
    };
    let address = address(&config)?;
    prepare_folder(&address)?;
    let db = Db::open(&address, config.database.readers, hooks).await.map_err(|error| unopened(&address, &error))?;
    schema::SCHEMA
        .apply(&db)
        .await
        .map_err(|error| if matches!(error, Error::Busy) { unopened(&address, &DbError::Busy) } else { error })?;
    let secret = SecretKey::load_or_create(&config.server.secret_file).map_err(Error::internal)?;
    let blobs = Blobs::open(&config.files)?;
    let written = blobs.check().await;
    written.map_err(|error| {
        Error::internal(format!("the files {} cannot be written: {}. Check files.url", config.files.url, sentence(&error)))
    })?;
    let mailer = Mailer::new(&config)?;
    let outbound = Outbound::new(&config.outbound)?;
    let typed = Outbound::typed(&config.outbound)?;
    let passwords = Passwords::new(config.accounts.argon2_memory, config.accounts.argon2_passes, config.accounts.argon2_lanes)?;
    let breached = Breached::open(&config.accounts.breached_passwords)?;
    let puzzle = Rate::new(config.accounts.puzzle_after, 3600);
    let limits = config.limits.named().into_iter().chain([("puzzle", puzzle)]);
    let pictures = Pictures::new(match opening.picture_program {
        Some(program) => program,
        None => own_program()?,
    });
    Ok(App::new(AppParts {
        town: Arc::new(config.town.clone()),
        limiter: Limiter::new(limits, LIMITER_KEYS),
        breached,
        db,
        blobs,
        pictures,
        cache,
        mailer,
        tiles: Kept::new(config.map.folder.clone(), config.map.bytes),
        layers: layers(),
        outbound,
        typed,
        secret,
        passwords,
        zone,
        holdings: holdings(),
        readers: readers(),
        screen: social::moderation::profile_screen,
        live,
        bell,
        boards,
        config,
    }))
}

/// The runner of the town's jobs.
pub fn runner(app: &App) -> Runner<App> {
    Runner {
        db: app.db.clone(),
        house: app.clone(),
        kinds: kinds(),
        recurring: recurring(),
        zone: app.zone.clone(),
        bell: Arc::clone(&app.bell),
    }
}
