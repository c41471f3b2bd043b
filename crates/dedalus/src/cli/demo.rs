//! `dedalus demo`: the demo town, filled and served, with its sign-ins printed.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kit::clock::{Clock, SECOND, Time};
use kit::config::Config;
use kit::db::{Db, Hooks};
use kit::{Error, Result};

use crate::social::moderation::Limits;
use crate::{demo, serve, town};

/// How the demo town is set up.
#[derive(Args)]
pub struct DemoArgs {
    /// Where it listens.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Where its data lie; kept between runs.
    #[arg(long, value_name = "FOLDER", default_value = "demo-data")]
    data: PathBuf,
    /// The day on which the town lives (default: the real one). Its clock starts at ten in the morning and runs.
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// Fills so many posts, and people and comments with them, for load tests.
    #[arg(long, value_name = "POSTS")]
    scale: Option<u64>,
    /// Fills so many reports, for load tests.
    #[arg(long, value_name = "REPORTS")]
    requests: Option<u64>,
    /// Another database than the one in the data folder: sqlite:FILE or postgres://…
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Fills and ends, without serving.
    #[arg(long)]
    fill_only: bool,
    /// Lifts every limit on attempts and writes, for load tests.
    #[arg(long)]
    no_limits: bool,
    /// Makes every page anew, for load tests.
    #[arg(long)]
    no_page_cache: bool,
    /// A host of one's own network that may be called, to try out a provider of identity. May be given several times.
    #[arg(long, value_name = "HOST")]
    private_host: Vec<String>,
    /// Where the figures for Prometheus are shown.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    metrics: SocketAddr,
}

/// The settings of the demo town.
pub fn settings(args: &DemoArgs) -> Config {
    let mut config = Config::default();
    config.town.name = "Termini Imerese".into();
    config.town.address = vec!["Piazza Duomo".into(), "90018 Termini Imerese (PA)".into()];
    config.town.phone = "091 000 1000".into();
    config.town.email = "urp@comune.termini.example".into();
    config.server.listen = args.listen;
    config.server.metrics_listen = args.metrics;
    config.server.public_url = format!("http://{}", args.listen);
    config.server.aliases = vec![format!("http://localhost:{}", args.listen.port())];
    config.server.secret_file = args.data.join("secret.key");
    config.database.url = args.database.clone().unwrap_or_else(|| format!("sqlite:{}", args.data.join("dedalus.db").display()));
    config.files.url = format!("disk:{}", args.data.join("files").display());
    config.mail.outbox = args.data.join("outbox");
    config.map.folder = args.data.join("tiles");
    config.log.filter = "warn".into();
    config.outbound.private_hosts.clone_from(&args.private_host);
    if args.no_limits {
        config.limits = kit::config::Limits::none();
        config.accounts.puzzle_after = 1_000_000;
        config.square.listeners_each = config.square.listeners;
    }
    if args.no_page_cache {
        config.cache.bytes = 0;
    }
    config
}

/// Runs the demo town.
pub async fn run(args: DemoArgs) -> Result<ExitCode> {
    std::fs::create_dir_all(&args.data)
        .map_err(|error| Error::internal(format!("the folder {} cannot be made: {error}", args.data.display())))?;
    let config = settings(&args);
    super::logging(&config);
    let listener = if args.fill_only { None } else { Some(serve::bind(args.listen, "--listen").await?) };
    let clock = clock(&config, args.today).await?;
    println!("setting up the demo town in {}", args.data.display());
    let app = town::open(config, town::Opening { clock, picture_program: None }).await?;
    let sign_ins = demo::fill(&app, |line| println!("  {line}")).await?;
    if args.no_limits {
        app.db.write(async |tx| Limits::NONE.save(tx).await).await?;
    }
    if let Some(posts) = args.scale {
        demo::scale(&app, posts, |line| println!("  {line}")).await?;
    }
    if let Some(many) = args.requests {
        demo::scale_requests(&app, many, |line| println!("  {line}")).await?;
    }
    println!("\n{sign_ins}");
    println!("mail is written to {}", args.data.join("outbox").display());
    let Some(listener) = listener else {
        app.db.close();
        return Ok(ExitCode::SUCCESS);
    };
    println!("ready http://{}", args.listen);
    if args.listen.ip().is_loopback() {
        println!("ready http://localhost:{}  (passkeys need this name instead of the number)", args.listen.port());
    }
    serve::serve(app, listener, serve::asked_to_stop()).await?;
    Ok(ExitCode::SUCCESS)
}

/// The real clock, or one that begins at ten on the chosen day: later, if the town has lived on since then.
async fn clock(config: &Config, today: Option<Date>) -> Result<Clock> {
    let Some(day) = today else { return Ok(Clock::real()) };
    let zone = TimeZone::get(&config.town.zone)?;
    let ten = day.at(10, 0, 0, 0).to_zoned(zone)?;
    let mut start = Time::from(&ten);
    let address = town::address(config)?;
    let file_exists = address.file().is_none_or(std::path::Path::exists);
    if file_exists {
        let db = Db::open(&address, 1, Hooks::quiet(Clock::real())).await?;
        let last: Result<Option<(Option<Time>,)>, _> = db.maybe("select max(at) as at from event", vec![]).await;
        if let Ok(Some((Some(at),))) = last {
            start = start.max(at.plus(SECOND));
        }
        db.close();
    }
    Ok(Clock::running_from(start))
}
