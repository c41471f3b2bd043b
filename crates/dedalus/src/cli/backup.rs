//! `dedalus backup` and `dedalus restore`: one dated folder a backup, files shared by all of them.
//!
//! ```text
//! FOLDER/files/ab/cd/<sha256>          every file ever backed up, once
//! FOLDER/2028-02-24T10-00-00Z/dedalus.db     the database at one moment
//! FOLDER/2028-02-24T10-00-00Z/manifest.json  what belongs to it
//! ```
//!
//! The database is copied first and the files after it: a file that the copy names was there before, and files are
//! never changed. The secret key is not part of a backup: whoever finds one must not be able to open what it seals.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use kit::blob::{BlobId, Blobs};
use kit::clock::Clock;
use kit::config::Config;
use kit::db::{Address, Db, Hooks};
use kit::{Error, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::schema::SCHEMA;
use crate::town;

/// What a backup says of itself.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    program: String,
    schema: i64,
    made_at: String,
    rows: BTreeMap<String, i64>,
    files: Vec<String>,
    /// The SHA-256 of the copy of the database. Backups of older programs have none.
    #[serde(default)]
    database: Option<String>,
}

fn broken(what: &str, path: &Path, error: &impl std::fmt::Display) -> Error {
    Error::internal(format!("{what} {}: {error}", path.display()))
}

/// Copies database and files while the town goes on.
pub async fn backup(config: &Config, to: &Path) -> Result<()> {
    let clock = Clock::real();
    let address = town::address(config)?;
    let stamp = clock.now().rfc3339().replace(':', "-");
    let folder = to.join(&stamp);
    std::fs::create_dir_all(&folder).map_err(|error| broken("cannot make", &folder, &error))?;
    let copy_file = folder.join("dedalus.db");
    snapshot(&address, &copy_file).await?;
    let copy = open_file(&copy_file).await?;
    let rows = counts(&copy).await?;
    let wanted = kit::personal::named_blobs(&copy, &town::holdings()).await?;
    let source = Blobs::open(&config.files)?;
    let shared = Blobs::disk(&to.join("files"));
    let mut new = 0_usize;
    for id in &wanted {
        if !shared.exists(*id).await? {
            shared.take(&source, *id).await?;
            new += 1;
        }
    }
    let schema = SCHEMA.check(&copy).await?;
    copy.close();
    drop(copy);
    let_go(&copy_file).await?;
    std::fs::File::open(&copy_file).and_then(|file| file.sync_all()).map_err(|error| broken("cannot write", &copy_file, &error))?;
    let manifest = Manifest {
        program: env!("CARGO_PKG_VERSION").into(),
        schema,
        made_at: clock.now().rfc3339(),
        rows,
        files: wanted.iter().map(ToString::to_string).collect(),
        database: Some(sum_of(&copy_file)?),
    };
    write_synced(&folder.join("manifest.json"), serde_json::to_vec_pretty(&manifest)?.as_slice())?;
    println!("{} rows and {} files ({new} of them new) are in {}", manifest.rows.values().sum::<i64>(), wanted.len(), folder.display());
    println!("the secret key is not in it: keep a copy of {} apart", config.server.secret_file.display());
    Ok(())
}

/// One consistent copy as an embedded database, whichever engine the town has.
async fn snapshot(address: &Address, file: &Path) -> Result<()> {
    let source = Db::open(address, 2, Hooks::quiet(Clock::real())).await?;
    match source.snapshot_into(file).await {
        Some(done) => done?,
        None => {
            // Reads of one transaction see one moment; the copy goes through the same face as `db copy`.
            let target = open_file(file).await?;
            let frozen = source.frozen().await?;
            kit::db::copy(&frozen, &target, SCHEMA, |_| {}).await?;
            target.close();
        }
    }
    source.close();
    Ok(())
}

async fn open_file(file: &Path) -> Result<Db> {
    let address: Address = format!("sqlite:{}", file.display()).parse().map_err(Error::internal)?;
    Ok(Db::open(&address, 1, Hooks::quiet(Clock::real())).await?)
}

/// Waits until the engine has let go of a copy: then what its log held is in it, and it is one file.
async fn let_go(file: &Path) -> Result<()> {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let log = PathBuf::from(log);
    for _ in 0..1000 {
        if !log.exists() {
            return Ok(());
        }
        // Its connections close on threads of their own, perhaps at once: then none of them was the last.
        let _ = kit::db::make_one_file(file);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Err(Error::internal(format!("{} is still in use: another program has it open", file.display())))
}

/// The SHA-256 of a file, in hexadecimal digits.
fn sum_of(path: &Path) -> Result<String> {
    use std::fmt::Write;
    use std::io::Read;
    let read = || -> std::io::Result<String> {
        let mut file = std::fs::File::open(path)?;
        let mut hash = Sha256::new();
        let mut piece = vec![0; 256 * 1024];
        loop {
            let read = file.read(&mut piece)?;
            let Some(part) = piece.get(..read).filter(|part| !part.is_empty()) else { break };
            hash.update(part);
        }
        Ok(hash.finalize().iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        }))
    };
    read().map_err(|error| broken("cannot read", path, &error))
}

/// Looks at all of a backup before anything is written: a town comes back whole or not at all.
async fn verify(manifest: &Manifest, copy_file: &Path, files: &Blobs) -> Result<()> {
    let damaged = |what: String| Error::internal(format!("this backup is damaged: {what}. Nothing was restored; take another one"));
    let sum = sum_of(copy_file)?;
    if manifest.database.as_ref().is_some_and(|wanted| *wanted != sum) {
        return Err(damaged(format!("{} is not as it was written", copy_file.display())));
    }
    let copy = open_file(copy_file).await?;
    let (answer,): (String,) = copy.one(copy.engine().self_check(), vec![]).await?;
    if answer != "ok" {
        return Err(damaged(format!("{}: {answer}", copy_file.display())));
    }
    let found = counts(&copy).await?;
    for (table, wanted) in &manifest.rows {
        let rows = found.get(table).copied().unwrap_or_default();
        if rows != *wanted {
            return Err(damaged(format!("{table} has {rows} rows, its manifest says {wanted}")));
        }
    }
    copy.close();
    drop(copy);
    let_go(copy_file).await?;
    for name in &manifest.files {
        let id: BlobId = name.parse().map_err(|_| damaged(format!("it names a file that is none: {name}")))?;
        match files.verify(id).await {
            Ok(()) => {}
            Err(Error::NotFound) => return Err(damaged(format!("the file {name} is missing"))),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

async fn counts(db: &Db) -> Result<BTreeMap<String, i64>> {
    let tables: Vec<(String,)> = db.all(db.engine().tables(), vec![]).await?;
    let mut counts = BTreeMap::new();
    for (table,) in tables {
        let (n,): (i64,) = db.one(format!("select count(*) as n from {table}"), vec![]).await?;
        counts.insert(table, n);
    }
    Ok(counts)
}

fn write_synced(path: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write;
    let write = || -> std::io::Result<()> {
        let mut file = std::fs::File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        if let Some(folder) = path.parent() {
            std::fs::File::open(folder)?.sync_all()?;
        }
        Ok(())
    };
    write().map_err(|error| broken("cannot write", path, &error))
}

/// Brings a backup into an empty town. Refuses to write over anything.
pub async fn restore(config: &Config, from: &Path) -> Result<()> {
    let manifest_file = from.join("manifest.json");
    let text = std::fs::read(&manifest_file).map_err(|error| broken("cannot read", &manifest_file, &error))?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|error| broken("not a backup:", &manifest_file, &error))?;
    if manifest.schema > SCHEMA.newest() {
        return Err(Error::internal(format!(
            "this backup stands at step {}, this program knows {}: install Dedalus {} or newer",
            manifest.schema,
            SCHEMA.newest(),
            manifest.program
        )));
    }
    let address = town::address(config)?;
    let shared = from.parent().map(|parent| parent.join("files")).unwrap_or_else(|| PathBuf::from("files"));
    let source = Blobs::disk(&shared);
    let copy_file = from.join("dedalus.db");
    verify(&manifest, &copy_file, &source).await?;
    let rows = bring_database(&address, &copy_file, &manifest).await?;
    let target = Blobs::open(&config.files)?;
    for name in &manifest.files {
        let id: BlobId = name.parse().map_err(|_| Error::internal(format!("the backup names a file that is none: {name}")))?;
        target.take(&source, id).await?;
    }
    println!("{rows} rows and {} files are back, as of {}", manifest.files.len(), manifest.made_at);
    if !config.server.secret_file.exists() && std::env::var_os("DEDALUS_SECRET_KEY").is_none() {
        println!(
            "the secret key is missing: put your copy at {} before you serve, or mail that waits cannot be sent",
            config.server.secret_file.display()
        );
    }
    println!("now run `dedalus doctor`");
    Ok(())
}

async fn bring_database(address: &Address, copy_file: &Path, manifest: &Manifest) -> Result<i64> {
    if let Some(target) = address.file() {
        if target.exists() {
            return Err(Error::internal(format!("{} is there already; restore into an empty town, or move it away", target.display())));
        }
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder).map_err(|error| broken("cannot make", folder, &error))?;
        }
        // Under another name until it is whole, so that a full disk or a crash leaves nothing that looks like a town.
        let draft = target.with_extension("restoring");
        std::fs::copy(copy_file, &draft).map_err(|error| broken("cannot copy", copy_file, &error))?;
        let placed = std::fs::File::open(&draft).and_then(|file| file.sync_all()).and_then(|()| std::fs::rename(&draft, target));
        placed.map_err(|error| broken("cannot write", target, &error))?;
    } else {
        let source = open_file(copy_file).await?;
        let target = Db::open(address, 2, Hooks::quiet(Clock::real())).await?;
        SCHEMA.apply(&source).await?;
        kit::db::copy(&source, &target, SCHEMA, |_| {}).await?;
        source.close();
    }
    let db = Db::open(address, 1, Hooks::quiet(Clock::real())).await?;
    let now = counts(&db).await?;
    for (table, wanted) in &manifest.rows {
        let found = now.get(table).copied().unwrap_or(-1);
        if found != *wanted && table != "schema_migration" {
            return Err(Error::internal(format!("{table} has {found} rows, the backup says {wanted}: it is damaged")));
        }
    }
    SCHEMA.apply(&db).await?;
    db.close();
    Ok(manifest.rows.values().sum())
}
