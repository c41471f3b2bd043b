//! What one types. Every command says what it did, and what to change when it could not.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks on its terminal")]

mod backup;
mod demo;
mod doctor;
mod person;
mod settings;
mod territory;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use kit::clock::Clock;
use kit::config::Config;
use kit::db::{Db, Hooks};
use kit::{Error, Result};

use crate::schema::SCHEMA;
use crate::{serve, town};

/// Dedalus, the civic network of a municipality.
#[derive(Parser)]
#[command(name = "dedalus", version, about, arg_required_else_help = true)]
struct Cli {
    /// The file with the settings (default: dedalus.toml, if there is one).
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the town.
    Serve,
    /// Sets up the demo town and serves it.
    Demo(demo::DemoArgs),
    /// Brings the database up to date (serve does it, too).
    Migrate,
    /// Adds people and changes what they may do.
    #[command(subcommand)]
    Person(person::PersonCommand),
    /// Boundary, districts, streets and civic numbers.
    #[command(subcommand)]
    Territory(territory::TerritoryCommand),
    /// Works on databases.
    #[command(subcommand)]
    Db(DbCommand),
    /// Copies database and files into a folder, while the town goes on.
    Backup {
        /// The folder; each backup makes a dated one inside and shares the files of the earlier ones.
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
    },
    /// Brings a backup into an empty town.
    Restore {
        /// The dated folder of one backup.
        #[arg(long, value_name = "FOLDER")]
        from: PathBuf,
    },
    /// Shows and checks settings.
    #[command(subcommand)]
    Config(settings::ConfigCommand),
    /// Checks database, disk, mail, clock, permissions and assets, and says what to do.
    Doctor,
    /// Makes one picture again in three sizes; the server starts this by itself.
    #[command(hide = true)]
    Picture {
        /// The uploaded file.
        input: PathBuf,
        /// Where the sizes go.
        folder: PathBuf,
    },
}

#[derive(Subcommand)]
enum DbCommand {
    /// Moves a town to another database, row by row; goes on where it was interrupted.
    Copy {
        /// sqlite:FILE or postgres://…
        #[arg(long, value_name = "URL")]
        from: String,
        /// An empty database.
        #[arg(long, value_name = "URL")]
        to: String,
    },
}

/// Runs the command. Errors are one sentence on the terminal.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    if let Command::Picture { input, folder } = &cli.command {
        return ExitCode::from(kit::picture::child_main(input, folder));
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(2 * 1024 * 1024).build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("dedalus: the machine gives no threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    let done = runtime.block_on(run(cli));
    runtime.shutdown_timeout(std::time::Duration::from_secs(5));
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("dedalus: {}", sentence(&error));
            ExitCode::FAILURE
        }
    }
}

/// The error without the place in the code: that is for the log.
pub(crate) fn sentence(error: &Error) -> String {
    let text = error.to_string();
    match text.rfind(" (at ") {
        Some(end) => text.get(..end).unwrap_or_default().to_owned(),
        None => text,
    }
}

async fn run(cli: Cli) -> Result<ExitCode> {
    match cli.command {
        Command::Config(command) => return settings::run(command, cli.config.as_deref()),
        Command::Demo(args) => return demo::run(args).await,
        Command::Db(DbCommand::Copy { from, to }) => return copy(&from, &to).await,
        _ => {}
    }
    let config = Config::load(cli.config.as_deref()).map_err(Error::internal)?;
    logging(&config);
    match cli.command {
        Command::Serve => serve_town(config).await?,
        Command::Migrate => migrate(config).await?,
        Command::Person(command) => person::run(command, config).await?,
        Command::Territory(command) => territory::run(command, config).await?,
        Command::Backup { to } => backup::backup(&config, &to).await?,
        Command::Restore { from } => backup::restore(&config, &from).await?,
        Command::Doctor => return doctor::run(&config).await,
        Command::Config(_) | Command::Demo(_) | Command::Db(_) | Command::Picture { .. } => {}
    }
    Ok(ExitCode::SUCCESS)
}

fn logging(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::try_new(&config.log.filter).unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = if config.log.json { builder.json().try_init() } else { builder.compact().try_init() };
}

fn opening() -> town::Opening {
    town::Opening { clock: Clock::real(), picture_program: None }
}

async fn serve_town(config: Config) -> Result<()> {
    let listener = serve::bind(config.server.listen, "server.listen").await?;
    let app = town::open(config, opening()).await?;
    println!("ready {}", app.config.server.public_url);
    serve::serve(app, listener, serve::asked_to_stop()).await
}

async fn migrate(config: Config) -> Result<()> {
    let address = town::address(&config)?;
    let db = Db::open(&address, 1, Hooks::quiet(Clock::real())).await?;
    let applied = SCHEMA.apply(&db).await?;
    if applied.from == applied.to {
        println!("the database is up to date, at step {}", applied.to);
    } else {
        println!("the database went from step {} to step {}", applied.from, applied.to);
    }
    Ok(())
}

async fn copy(from: &str, to: &str) -> Result<ExitCode> {
    let open = async |url: &str| -> Result<Db> {
        let address = url.parse::<kit::db::Address>().map_err(Error::internal)?;
        Ok(Db::open(&address, 2, Hooks::quiet(Clock::real())).await?)
    };
    let (source, target) = (open(from).await?, open(to).await?);
    let copied = kit::db::copy(&source, &target, SCHEMA, |table| println!("{:>10}  {}", table.rows, table.table)).await?;
    let rows: i64 = copied.iter().map(|table| table.rows).sum();
    println!("{rows} rows in {} tables; the counts agree", copied.len());
    Ok(ExitCode::SUCCESS)
}
