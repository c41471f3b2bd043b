//! One line of migrations, each with a checksum. A database that is newer than the binary is refused in words.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::args;
use crate::db::{Db, Engine};
use crate::error::{Error, Result};

/// One step of the schema.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Its number: 1, 2, 3, … without gaps.
    pub number: i64,
    /// Its name, for people.
    pub name: &'static str,
    /// What it does.
    pub text: MigrationText,
}

/// The SQL of a migration: one text, or two where it must be.
#[derive(Debug, Clone, Copy)]
pub enum MigrationText {
    /// One text for both engines.
    Both(&'static str),
    /// What cannot be said in one text.
    Split {
        /// For the embedded engine.
        sqlite: &'static str,
        /// For the server engine.
        postgres: &'static str,
    },
}

impl Migration {
    fn sql(&self, engine: Engine) -> String {
        match (self.text, engine) {
            (MigrationText::Both(text), engine) => engine.schema_text(text),
            (MigrationText::Split { sqlite, .. }, Engine::Sqlite) => sqlite.to_owned(),
            (MigrationText::Split { postgres, .. }, Engine::Postgres) => postgres.to_owned(),
        }
    }

    /// SHA-256 over everything the migration says, so that a changed past is noticed on either engine.
    fn checksum(&self) -> String {
        let mut hash = Sha256::new();
        match self.text {
            MigrationText::Both(text) => hash.update(text),
            MigrationText::Split { sqlite, postgres } => {
                hash.update(sqlite);
                hash.update([0]);
                hash.update(postgres);
            }
        }
        hash.finalize().iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// The whole line.
#[derive(Debug, Clone, Copy)]
pub struct Schema(pub &'static [Migration]);

/// What [`Schema::apply`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The number the database stood at before.
    pub from: i64,
    /// The number it stands at now.
    pub to: i64,
}

const TABLE: &str = "create table if not exists schema_migration (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied_at integer not null
) strict;";

impl Schema {
    /// The number of the newest migration.
    pub fn newest(&self) -> i64 {
        self.0.last().map_or(0, |migration| migration.number)
    }

    /// Brings a database up to date, each step in a transaction of its own.
    pub async fn apply(&self, db: &Db) -> Result<Applied> {
        let table = db.engine().schema_text(TABLE);
        db.write_patiently(async |tx| Ok(tx.batch(&table).await?)).await?;
        let from = self.check(db).await?;
        for migration in self.0.iter().filter(|migration| migration.number > from) {
            let sql = migration.sql(db.engine());
            db.write_patiently(async |tx| {
                // Two processes may start at once: who comes second finds the step done.
                let done: Option<(i64,)> =
                    tx.maybe("select number from schema_migration where number = $1", args![migration.number]).await?;
                if done.is_some() {
                    return Ok(());
                }
                tx.batch(&sql).await?;
                let now = tx.now();
                tx.run(
                    "insert into schema_migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)",
                    args![migration.number, migration.name, migration.checksum(), now],
                )
                .await?;
                Ok(())
            })
            .await
            .map_err(|error| Error::internal(format!("migration {} ({}): {error}", migration.number, migration.name)))?;
            tracing::info!(number = migration.number, name = migration.name, "migrated");
        }
        Ok(Applied { from, to: self.newest() })
    }

    /// The number a database stands at, after holding its past against ours.
    pub async fn check(&self, db: &Db) -> Result<i64> {
        let tables: Vec<(String,)> = db.all(db.engine().tables(), vec![]).await?;
        if !tables.iter().any(|(name,)| name == "schema_migration") {
            return Ok(0);
        }
        let done: Vec<(i64, String, String)> =
            db.all("select number, name, checksum from schema_migration order by number", vec![]).await?;
        let newest = self.newest();
        for (number, name, checksum) in &done {
            let Some(ours) = self.0.iter().find(|migration| migration.number == *number) else {
                return Err(Error::internal(format!(
                    "this database is newer than this program: it stands at step {number} ({name}), the program knows {newest}. \
                     Install the newer program, or restore the backup that belongs to this one."
                )));
            };
            if ours.checksum() != *checksum {
                return Err(Error::internal(format!(
                    "step {number} ({name}) of this database is not the one this program knows: the database was made by a different build."
                )));
            }
        }
        Ok(done.last().map_or(0, |(number, _, _)| *number))
    }
}
