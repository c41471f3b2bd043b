//! `dedalus config`: the commented example, and a check of what is set.

use std::path::Path;
use std::process::ExitCode;

use clap::Subcommand;
use kit::config::{self, Config};
use kit::{Error, Result};

/// What to do with settings.
#[derive(Subcommand)]
pub enum ConfigCommand {
    /// Prints a file with every setting, its meaning and its default.
    Example,
    /// Reads the settings and says what is wrong or unwise.
    Check,
}

/// Does it.
pub fn run(command: ConfigCommand, file: Option<&Path>) -> Result<ExitCode> {
    match command {
        ConfigCommand::Example => {
            print!("{}", config::example());
            Ok(ExitCode::SUCCESS)
        }
        ConfigCommand::Check => {
            let config = Config::load(file).map_err(Error::internal)?;
            let findings = config.check();
            for finding in &findings {
                println!("{finding}");
            }
            if findings.is_empty() {
                println!("the settings are sound");
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}
