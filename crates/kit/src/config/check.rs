//! What the settings say that cannot be, or should not be, each with the sentence that tells what to change.

use std::fmt;
use std::net::IpAddr;

use jiff::tz::TimeZone;
use url::{Host, Url};

use super::{Config, MailMode, Tls};
use crate::{blob, db, mail};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The program does not start.
    Wrong,
    /// It starts, and somebody should know.
    Doubtful,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub weight: Weight,
    /// The setting: `server.public_url`.
    pub key: String,
    /// What is the matter and what to change, for people.
    pub sentence: String,
}

impl Finding {
    pub(super) fn wrong(key: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { weight: Weight::Wrong, key: key.into(), sentence: sentence.into() }
    }

    fn doubtful(key: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { weight: Weight::Doubtful, key: key.into(), sentence: sentence.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.key.is_empty() { f.write_str(&self.sentence) } else { write!(f, "{}: {}", self.key, self.sentence) }
    }
}

/// Languages the program speaks.
const LANGUAGES: [&str; 3] = ["it", "en", "de"];

pub fn check(config: &Config) -> Vec<Finding> {
    let mut found = Vec::new();
    town(config, &mut found);
    server(config, &mut found);
    stores(config, &mut found);
    letters(config, &mut found);
    accounts(config, &mut found);
    outbound(config, &mut found);
    map(config, &mut found);
    for (name, rate) in config.limits.named() {
        if rate.count == 0 || rate.seconds == 0 {
            found.push(Finding::wrong(format!("limits.{name}"), "count and seconds must be at least 1"));
        }
    }
    found
}

fn town(config: &Config, found: &mut Vec<Finding>) {
    if config.town.name.trim().is_empty() {
        found.push(Finding::wrong("town.name", "give the town's name"));
    }
    if TimeZone::get(&config.town.zone).is_err() {
        let zone = &config.town.zone;
        found.push(Finding::wrong("town.zone", format!("no time zone is called `{zone}`: write one such as Europe/Rome")));
    }
    if !LANGUAGES.contains(&config.town.language.as_str()) {
        found.push(Finding::wrong("town.language", format!("`{}` is not spoken here: write it, en or de", config.town.language)));
    }
}

fn map(config: &Config, found: &mut Vec<Finding>) {
    let tiles = &config.map.tiles;
    let whole = ["{z}", "{x}", "{y}"].iter().all(|part| tiles.contains(part));
    let web = Url::parse(tiles).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if !(tiles.is_empty() || whole && web) {
        found.push(Finding::wrong(
            "map.tiles",
            format!("`{tiles}` is no address of tiles: write one such as https://tiles.example/{{z}}/{{x}}/{{y}}.png"),
        ));
    }
    if !tiles.is_empty() && config.map.attribution.trim().is_empty() {
        found.push(Finding::doubtful("map.attribution", "say to whom the map belongs: nearly every owner of tiles asks for it"));
    }
}

fn server(config: &Config, found: &mut Vec<Finding>) {
    let server = &config.server;
    let addresses =
        std::iter::once(("server.public_url", &server.public_url)).chain(server.aliases.iter().map(|url| ("server.aliases", url)));
    for (key, url) in addresses {
        if let Err(sentence) = origin(url) {
            found.push(Finding::wrong(key, sentence));
        }
    }
    if !server.metrics_listen.ip().is_loopback() {
        found.push(Finding::wrong("server.metrics_listen", "figures are shown on loopback only: write 127.0.0.1 and a port"));
    }
    if server.listen.port() != 0 && server.listen.port() == server.metrics_listen.port() {
        found.push(Finding::wrong("server.metrics_listen", "this is the port of server.listen: choose another"));
    }
    if server.body_limit == 0 {
        found.push(Finding::wrong("server.body_limit", "no form would fit: give a number of bytes"));
    }
    if !server.listen.ip().is_loopback() && server.public_url.starts_with("http:") {
        let sentence = "others can reach this address, and what they type goes over the wire unprotected: \
                        listen on 127.0.0.1, or put a proxy with TLS before it and write its https address in server.public_url";
        found.push(Finding::doubtful("server.listen", sentence));
    }
    if server.trusted_proxies.iter().any(|net| net.prefix() == 0) {
        let sentence = "this trusts everybody's word on the address they come from: name the proxies only";
        found.push(Finding::doubtful("server.trusted_proxies", sentence));
    }
}

/// Is this an address such as `https://town.example`, https or on loopback?
fn origin(text: &str) -> Result<(), String> {
    let url = Url::parse(text).map_err(|error| format!("`{text}` is not an address ({error}): write one such as https://town.example"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(format!("`{text}` must begin with https://"));
    }
    if text.ends_with('/') {
        return Err(format!("take the slash from the end of `{text}`"));
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
        return Err(format!("`{text}` must be scheme, host and port only: pages stand at the top of the host"));
    }
    if url.scheme() == "http" && !is_loopback(&url) {
        return Err(format!(
            "`{text}` is plain http, which is taken on loopback only: write https:// and put a proxy with TLS before the program"
        ));
    }
    Ok(())
}

fn outbound(config: &Config, found: &mut Vec<Finding>) {
    let private = config.outbound.private_hosts.iter().map(|host| ("outbound.private_hosts", host));
    let typed = config.outbound.typed_hosts.iter().map(|host| ("outbound.typed_hosts", host));
    for (setting, host) in private.chain(typed) {
        let bare = host.trim_matches(['[', ']']);
        let is_host = bare.parse::<IpAddr>().is_ok() || bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
        if !is_host || bare.is_empty() {
            let sentence = format!("`{host}` is no host: write its name or number alone, such as login.town.example or 10.0.0.7");
            found.push(Finding::wrong(setting, sentence));
        }
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    }
}

/// Is this host name or address the machine itself?
pub fn host_is_loopback(host: &str) -> bool {
    host == "localhost" || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

fn stores(config: &Config, found: &mut Vec<Finding>) {
    match config.database.url.parse::<db::Address>() {
        Err(sentence) => found.push(Finding::wrong("database.url", sentence)),
        Ok(address) if !address.is_durable() => {
            found.push(Finding::doubtful("database.url", "synchronous=off loses acknowledged writes when the power fails: take it away"));
        }
        Ok(_) => {}
    }
    if !(1..=64).contains(&config.database.readers) {
        found.push(Finding::wrong("database.readers", "write a number from 1 to 64"));
    }
    match config.files.url.parse::<blob::Address>() {
        Err(sentence) => found.push(Finding::wrong("files.url", sentence)),
        Ok(blob::Address::S3(_)) if config.files.access_key.is_empty() || config.files.secret_key.is_empty() => {
            let sentence = "the store needs keys: set DEDALUS_FILES__ACCESS_KEY and DEDALUS_FILES__SECRET_KEY";
            found.push(Finding::wrong("files.access_key", sentence));
        }
        Ok(_) => {}
    }
}

fn letters(config: &Config, found: &mut Vec<Finding>) {
    let letters = &config.mail;
    if let Err(sentence) = mail::sender(&letters.from) {
        found.push(Finding::wrong("mail.from", sentence));
    }
    match letters.mode {
        MailMode::Outbox if config.server.public_url.starts_with("https:") => {
            let sentence = "letters stay in the folder mail.outbox and reach nobody: write smtp, and mail.host";
            found.push(Finding::doubtful("mail.mode", sentence));
        }
        MailMode::Smtp if letters.host.trim().is_empty() => found.push(Finding::wrong("mail.host", "name the mail server")),
        MailMode::Smtp if letters.tls == Tls::None && !host_is_loopback(&letters.host) => {
            let sentence = "letters with confirmation links travel in the open: write starttls unless the network is closed";
            found.push(Finding::doubtful("mail.tls", sentence));
        }
        _ => {}
    }
    if letters.user.is_empty() != letters.password.is_empty() {
        found.push(Finding::wrong("mail.password", "give user and password, or neither (the password as DEDALUS_MAIL__PASSWORD)"));
    }
}

fn accounts(config: &Config, found: &mut Vec<Finding>) {
    let accounts = &config.accounts;
    // RFC 9106 §3.1: at least 8 KiB for each lane.
    if accounts.argon2_lanes == 0 || accounts.argon2_passes == 0 || accounts.argon2_memory < accounts.argon2_lanes.saturating_mul(8) {
        found.push(Finding::wrong("accounts.argon2_memory", "Argon2 needs a pass, a lane, and 8 KiB for each lane"));
    } else if accounts.argon2_memory.saturating_mul(accounts.argon2_passes) < 19_456 {
        found.push(Finding::doubtful(
            "accounts.argon2_memory",
            "stolen hashes would be cheap to guess: 19456 with 2 passes is the usual least",
        ));
    }
    if !(8..=64).contains(&accounts.min_password) {
        found.push(Finding::wrong("accounts.min_password", "write a number from 8 to 64"));
    }
    if !(1..=400).contains(&accounts.session_days) {
        found.push(Finding::wrong("accounts.session_days", "write a number from 1 to 400"));
    }
}
