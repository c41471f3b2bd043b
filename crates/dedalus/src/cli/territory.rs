//! `dedalus territory`: boundary, districts, streets and civic numbers from files, and into files.

use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};
use kit::config::Config;
use kit::i18n::{Arg, Lang};
use kit::{Error, Result};

use crate::identity::Actor;
use crate::territory::{Dataset, Fault, export, import_now, read_file};
use crate::{shell, town};

/// A set of data, as one types it.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Data {
    /// Where the town ends (GeoJSON).
    Boundary,
    /// Its districts (GeoJSON).
    Districts,
    /// What the plain map is drawn from (GeoJSON).
    Base,
    /// Streets and civic numbers (CSV or GeoJSON).
    Addresses,
}

impl From<Data> for Dataset {
    fn from(data: Data) -> Self {
        match data {
            Data::Boundary => Self::Boundary,
            Data::Districts => Self::Districts,
            Data::Base => Self::Base,
            Data::Addresses => Self::Addresses,
        }
    }
}

/// What to do with the territory.
#[derive(Subcommand)]
pub enum TerritoryCommand {
    /// Reads a file and puts it in force, all or nothing.
    Import {
        /// Which data.
        data: Data,
        /// The file.
        file: PathBuf,
        /// Reads it and tells its faults, and imports nothing.
        #[arg(long)]
        check: bool,
    },
    /// Writes what is in force to a file that can be imported again.
    Export {
        /// Which data.
        data: Data,
        /// The file.
        file: PathBuf,
    },
}

/// Does it.
pub async fn run(command: TerritoryCommand, config: Config) -> Result<()> {
    let app = town::open(config, super::opening()).await?;
    match command {
        TerritoryCommand::Import { data, file, check } => import(&app, data.into(), &file, check).await,
        TerritoryCommand::Export { data, file } => {
            tokio::fs::write(&file, export(&app.db, data.into()).await?).await.map_err(|error| unusable(&file, &error))?;
            println!("{} is written", file.display());
            Ok(())
        }
    }
}

fn unusable(file: &Path, error: &std::io::Error) -> Error {
    Error::internal(format!("{}: {error}", file.display()))
}

fn sentence(fault: &Fault) -> String {
    let words = shell::catalog().with(Lang::En, fault.key, &[("value", Arg::from(fault.value.as_str()))]);
    if fault.line > 0 { format!("line {}: {words}", fault.line) } else { words.into_owned() }
}

async fn import(app: &shell::App, dataset: Dataset, file: &Path, check: bool) -> Result<()> {
    let bytes = tokio::fs::read(file).await.map_err(|error| unusable(file, &error))?;
    let reading = tokio::task::spawn_blocking(move || read_file(dataset, &bytes)).await?;
    for fault in &reading.faults {
        println!("{}", sentence(fault));
    }
    if !reading.faults.is_empty() {
        return Err(Error::internal(format!("{} faults; nothing was imported", reading.faults.len())));
    }
    let total = reading.rows.len();
    if reading.repeated > 0 {
        println!("{} rows repeat an address and are left out", reading.repeated);
    }
    if check {
        println!("{total} rows, no fault; nothing was imported");
        return Ok(());
    }
    let source = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let progress = |done: usize| {
        if done % 5000 < 500 {
            println!("{done:>8} of {total}");
        }
    };
    import_now(&app.db, &Actor::command_line(), dataset, &source, &reading, &progress).await?;
    println!("{total} rows are in force");
    Ok(())
}
