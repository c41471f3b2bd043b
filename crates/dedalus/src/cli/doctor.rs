//! `dedalus doctor`: looks at everything a town stands on, and says what to do about what it finds.

use std::path::Path;
use std::process::ExitCode;

use kit::blob::Blobs;
use kit::clock::{Clock, DAY};
use kit::config::Config;
use kit::db::{Address, Db, Hooks};
use kit::jobs::State;
use kit::mail::Mailer;
use kit::secret::SecretKey;
use kit::{Error, Result};

use crate::schema::SCHEMA;
use crate::shell::assets;
use crate::town;

/// What was looked at, and how it is.
struct Report {
    bad: usize,
}

impl Report {
    fn well(&self, what: &str, detail: impl std::fmt::Display) {
        println!("  ok   {what}: {detail}");
    }
    fn note(&self, what: &str, detail: impl std::fmt::Display) {
        println!("  note {what}: {detail}");
    }
    fn bad(&mut self, what: &str, detail: impl std::fmt::Display) {
        self.bad += 1;
        println!("  BAD  {what}: {detail}");
    }
    fn result(&mut self, what: &str, done: Result<String>, advice: &str) {
        match done {
            Ok(detail) => self.well(what, detail),
            Err(error) => self.bad(what, format!("{}. {advice}", super::sentence(&error))),
        }
    }
}

/// Looks, prints a line a thing, and ends with success only when nothing is bad.
pub async fn run(config: &Config) -> Result<ExitCode> {
    let mut report = Report { bad: 0 };
    for finding in config.check() {
        report.note("settings", finding);
    }
    clock(&mut report, config);
    keys(&mut report, config);
    let files = Blobs::open(&config.files);
    let written = match &files {
        Ok(blobs) => blobs.check().await.map(|()| config.files.url.clone()),
        Err(error) => Err(error.clone()),
    };
    report.result("files", written, "Check the folder's owner and the free space, or the store's address and keys.");
    let address = town::address(config)?;
    space(&mut report, &address);
    match Db::open(&address, 1, Hooks::quiet(Clock::real())).await {
        Ok(db) => {
            database(&mut report, &db, files.ok()).await;
            db.close();
        }
        Err(error) => report
            .bad("database", format!("{} cannot be opened: {error}. Check database.url and that the server runs.", address.redacted())),
    }
    let mail = match Mailer::new(config) {
        Ok(mailer) => mailer.check().await.map(|()| format!("{:?}", config.mail.mode).to_lowercase()).map_err(Error::internal),
        Err(error) => Err(error),
    };
    report.result("mail", mail, "Check mail.host, mail.port, mail.tls and the password; mail waits in the meantime, nothing is lost.");
    assets_there(&mut report);
    println!("{}", if report.bad == 0 { "all is well".to_owned() } else { format!("{} to be mended", report.bad) });
    Ok(if report.bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn clock(report: &mut Report, config: &Config) {
    let now = Clock::real().now();
    match jiff::tz::TimeZone::get(&config.town.zone) {
        Ok(zone) if now.zoned(&zone).year() >= 2026 => report.well("clock", now.zoned(&zone).strftime("%Y-%m-%d %H:%M %Z")),
        Ok(zone) => {
            report.bad("clock", format!("the machine says {}: set its clock, terms and sessions depend on it", now.zoned(&zone).date()))
        }
        Err(_) => report.bad("clock", format!("the zone {} is unknown: set town.zone, or install the tz database", config.town.zone)),
    }
}

fn keys(report: &mut Report, config: &Config) {
    match SecretKey::load_or_create(&config.server.secret_file) {
        Ok(_) => {
            report.well("secret key", config.server.secret_file.display());
            report.note("secret key", "it is in no backup; keep a copy elsewhere");
        }
        Err(error) => report.bad("secret key", error),
    }
}

fn space(report: &mut Report, address: &Address) {
    let folder = address.file().and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match rustix::fs::statvfs(folder) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize) / (1024 * 1024);
            if free < 500 {
                report.bad("disk", format!("{free} MiB free in {}: make room before it is full", folder.display()));
            } else {
                report.well("disk", format!("{free} MiB free"));
            }
        }
        Err(error) => report.bad("disk", format!("{}: {error}", folder.display())),
    }
}

async fn database(report: &mut Report, db: &Db, files: Option<Blobs>) {
    let step = SCHEMA.check(db).await.map(|step| (step, step == SCHEMA.newest()));
    match step {
        Ok((step, true)) => report.well("database", format!("at step {step}")),
        Ok((step, false)) => return report.bad("database", format!("at step {step} of {}: run `dedalus migrate`", SCHEMA.newest())),
        Err(error) => return report.bad("database", super::sentence(&error)),
    }
    report.result("database writes", writes(db).await, "Check the folder's owner and the free space.");
    report.result("database soundness", sound(db).await, "Stop the town, keep a copy of the file, and restore the last backup.");
    report.result("dates", dates(db).await, "The machine's clock was wrong for a while, or is now.");
    if let Some(blobs) = files {
        report.result("pictures", whole(db, &blobs).await, "Restore the files from a backup: `dedalus restore` puts missing ones back.");
    }
    report.result("jobs", jobs(db).await, "See /amministrazione/lavori?stato=dead: each says why, and can be tried again.");
}

async fn writes(db: &Db) -> Result<String> {
    db.write(async |tx| {
        tx.run("update recurring set next_at = next_at where name = ''", vec![]).await?;
        Ok(())
    })
    .await?;
    Ok("a turn was taken and given back".into())
}

async fn sound(db: &Db) -> Result<String> {
    let (answer,): (String,) = db.one(db.engine().self_check(), vec![]).await?;
    if answer != "ok" {
        return Err(Error::internal(format!("the database is damaged: {answer}")));
    }
    let broken: Vec<(String,)> = db.all(db.engine().broken_references(), vec![]).await?;
    if let Some((table,)) = broken.first() {
        return Err(Error::internal(format!("rows of {table} point to nothing")));
    }
    let wrong: Vec<(i64,)> = db
        .all(
            "select p.id from post p where p.parent_id is null and p.comment_count <>
               (select count(*) from post c where c.root_id = p.id and c.deleted_at is null and c.hidden_at is null and c.held = 0) limit 5",
            vec![],
        )
        .await?;
    if let Some((id,)) = wrong.first() {
        return Err(Error::internal(format!("post {id} counts its comments wrongly")));
    }
    Ok("no damage, no dangling reference, counts agree".into())
}

async fn dates(db: &Db) -> Result<String> {
    let (last,): (Option<i64>,) = db.one("select max(at) as at from event", vec![]).await?;
    let ahead = last.unwrap_or_default() - db.now().micros();
    if ahead > DAY {
        return Err(Error::internal(format!("the newest event lies {} days in the future", ahead / DAY)));
    }
    Ok("no event lies in the future".into())
}

async fn whole(db: &Db, blobs: &Blobs) -> Result<String> {
    let named = kit::personal::named_blobs(db, &town::holdings()).await?;
    let mut missing = 0;
    for id in &named {
        missing += usize::from(!blobs.exists(*id).await?);
    }
    if missing > 0 {
        Err(Error::internal(format!("{missing} of {} files are missing", named.len())))
    } else {
        Ok(format!("{} files are there", named.len()))
    }
}

async fn jobs(db: &Db) -> Result<String> {
    let counts = kit::jobs::counts(db).await?;
    let of = |state| counts.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n);
    let (dead, waiting) = (of(State::Dead), of(State::Waiting));
    if dead > 0 { Err(Error::internal(format!("{dead} jobs have failed for good"))) } else { Ok(format!("{waiting} waiting, none dead")) }
}

fn assets_there(report: &mut Report) {
    let missing: Vec<&str> = ["dedalus.css", "icons.svg", "favicon.svg", "titillium-400.woff2"]
        .into_iter()
        .filter(|name| !assets::asset(name).starts_with("/assets/"))
        .collect();
    if missing.is_empty() {
        report.well("assets", "style, icons and fonts are in the program");
    } else {
        report.bad("assets", format!("missing: {}; run make assets and build again", missing.join(", ")));
    }
}
