//! The settings: a TOML file, then the environment; every section a small struct, every key known.
//!
//! [`Config::load`] refuses what cannot work, in sentences that say what to change; [`Config::check`] also tells
//! what is doubtful. [`example`] is the commented file, made from the comments beside each setting.

mod check;
mod environment;
mod example;
mod near;
mod section;
mod sections;
mod values;

use std::fmt;
use std::path::Path;

use figment::Figment;
use figment::error::Kind;
use figment::providers::{Format, Serialized, Toml};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use check::{Finding, Weight, host_is_loopback};
pub use example::example;
pub use sections::{Accounts, Cache, Database, Files, Limits, Log, Mail, Map, Outbound, Recordings, Server, Square, Town};
pub use values::{Hidden, MailMode, Rate, SignUp, Tls};

/// All settings. `Config::default()` is a town on loopback with its data in `./data`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The town.
    pub town: Town,
    /// How the program is reached.
    pub server: Server,
    /// The database.
    pub database: Database,
    /// Pictures and documents.
    pub files: Files,
    /// Outgoing mail.
    pub mail: Mail,
    /// Accounts and sign-in.
    pub accounts: Accounts,
    /// Calls to other machines.
    pub outbound: Outbound,
    /// How often one may do something.
    pub limits: Limits,
    /// Posts and comments.
    pub square: Square,
    /// Video and audio with posts.
    pub recordings: Recordings,
    /// The map.
    pub map: Map,
    /// The page cache.
    pub cache: Cache,
    /// The program's log.
    pub log: Log,
}

/// Why the settings cannot be used: every reason, not only the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError(pub Vec<Finding>);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentences: Vec<String> = self.0.iter().map(Finding::to_string).collect();
        f.write_str(&sentences.join("\n"))
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads a file, if one is given, and the environment; refuses what cannot work.
    pub fn load(path: Option<&Path>) -> Result<Self, ConfigError> {
        // Variables that are not text cannot be settings of ours.
        let variables = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        let Some(path) = path else { return Self::read("", "", variables) };
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|error| ConfigError(vec![Finding::wrong("", format!("the settings in {name} cannot be read: {error}"))]))?;
        Self::read(&name, &text, variables)
    }

    /// Settings from a text and some variables: what [`Config::load`] does with file and environment.
    pub fn read(name: &str, text: &str, variables: impl IntoIterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let defaults = Self::default();
        let known = toml::Table::try_from(&defaults).map_err(|error| ConfigError(vec![Finding::wrong("", error.to_string())]))?;
        let environment = environment::read(variables, &known).map_err(ConfigError)?;
        let config: Self = Figment::from(Serialized::defaults(&defaults))
            .merge(Toml::string(text))
            .merge(Serialized::defaults(environment))
            .extract()
            .map_err(|error| ConfigError(error.into_iter().map(|error| fault(name, error)).collect()))?;
        let wrong: Vec<Finding> = config.check().into_iter().filter(|finding| finding.weight == Weight::Wrong).collect();
        if wrong.is_empty() { Ok(config) } else { Err(ConfigError(wrong)) }
    }

    /// What is wrong or doubtful in these settings.
    pub fn check(&self) -> Vec<Finding> {
        check::check(self)
    }
}

/// One fault of reading, in our words.
fn fault(name: &str, error: figment::Error) -> Finding {
    let mut path = error.path.clone();
    let place = if name.is_empty() { String::new() } else { format!(" in {name}") };
    let sentence = match &error.kind {
        Kind::UnknownField(field, known) => {
            if path.last() != Some(field) {
                path.push(field.clone());
            }
            let hint = near::nearest(field, known.iter().copied())
                .map_or_else(|| format!("known are {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
            format!("this setting{place} is not known; {hint}")
        }
        Kind::UnknownVariant(word, known) => format!("`{word}`{place} is not one of {}", known.join(", ")),
        Kind::InvalidType(actual, wanted) => format!("found {actual}{place} where {wanted} belongs"),
        other => format!("{other}{place}"),
    };
    Finding::wrong(path.join("."), sentence)
}

impl Town {
    /// The town's time zone; UTC when the name is unknown, which [`Config::load`] refuses.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }
}

impl Server {
    /// The host of the public address, without a port: `town.example`.
    pub fn host(&self) -> String {
        url::Url::parse(&self.public_url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_else(|| "localhost".into())
    }

    /// Do people reach it by https?
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, variables: &[(&str, &str)]) -> Result<Config, String> {
        let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::read("town.toml", text, variables).map_err(|error| error.to_string())
    }

    #[test]
    fn the_defaults_are_sound() {
        assert_eq!(Config::default().check(), []);
        assert_eq!(read("", &[]).unwrap(), Config::default());
    }

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_the_defaults() {
        let text = "[town]\nname = 'Termini Imerese'\n[limits]\nsign_in = { count = 3 }\n[mail]\nport = 2525";
        let variables = [
            ("DEDALUS_MAIL__PORT", "26"),
            ("DEDALUS_TOWN__PHONE", "0918128111"),
            ("DEDALUS_TOWN__ADDRESS", "Piazza Duomo 1, 90018 Termini Imerese"),
            ("DEDALUS_LIMITS__SIGN_IN__SECONDS", "60"),
            ("DEDALUS_LOG__JSON", "true"),
            ("DATABASE_URL", "postgres://town@localhost/town"),
            ("DEDALUS_SECRET_KEY", "not a setting"),
            ("PATH", "/bin"),
        ];
        let config = read(text, &variables).unwrap();
        assert_eq!((config.town.name.as_str(), config.mail.port, config.log.json), ("Termini Imerese", 26, true));
        assert_eq!(config.town.phone, "0918128111");
        assert_eq!(config.town.address, ["Piazza Duomo 1", "90018 Termini Imerese"]);
        assert_eq!(config.limits.sign_in, Rate::new(3, 60));
        assert_eq!(config.database.url, "postgres://town@localhost/town");
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_name_and_the_nearest_known_one() {
        assert_eq!(
            read("[server]\npublic_ulr = 'x'", &[]).unwrap_err(),
            "server.public_ulr: this setting in town.toml is not known; did you mean `public_url`?"
        );
        assert!(
            read("[sever]\nlisten = 'x'", &[])
                .unwrap_err()
                .starts_with("sever: this setting in town.toml is not known; did you mean `server`?")
        );
        assert!(read("[log]\ncolour = 'x'", &[]).unwrap_err().contains("known are filter, json"));
        assert_eq!(
            read("", &[("DEDALUS_MAIL__PROT", "25")]).unwrap_err(),
            "DEDALUS_MAIL__PROT: no setting is called `prot` (did you mean `port`?)"
        );
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_named_with_its_place() {
        assert!(read("[mail]\nport = 'twenty'", &[]).unwrap_err().starts_with("mail.port: found string \"twenty\" in town.toml where u16"));
        assert!(read("[mail]\ntls = 'ssl'", &[]).unwrap_err().contains("mail.tls: `ssl` in town.toml is not one of starttls, tls, none"));
        assert!(read("[server]\nlisten = 'here'", &[]).unwrap_err().starts_with("server.listen: "));
        assert!(read("[server]\ntrusted_proxies = ['10.0.0.0/33']", &[]).unwrap_err().contains("server.trusted_proxies"));
        assert!(read("[town\n", &[]).unwrap_err().contains("town.toml"));
        assert!(read("", &[("DEDALUS_LOG__JSON", "yes")]).unwrap_err().contains("`yes` is neither true nor false"));
        assert!(read("", &[("DEDALUS_LIMITS__SEARCH", "9")]).unwrap_err().contains("add __COUNT or __SECONDS"));
    }

    #[test]
    fn a_public_address_must_be_https_or_on_loopback_and_bare() {
        let refused = |url: &str| read(&format!("[server]\npublic_url = '{url}'"), &[]).unwrap_err();
        assert!(refused("http://town.example").contains("loopback only"));
        assert!(refused("https://town.example/").contains("take the slash"));
        assert!(refused("https://town.example/social").contains("scheme, host and port only"));
        assert!(refused("https://me@town.example").contains("scheme, host and port only"));
        assert!(refused("town.example").contains("is not an address"));
        assert!(refused("ftp://town.example").contains("must begin with https://"));
        for fine in ["https://town.example", "http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:8080"] {
            assert!(read(&format!("[server]\npublic_url = '{fine}'"), &[]).is_ok(), "{fine}");
        }
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let text = "[town]\nzone = 'Europe/Room'\nlanguage = 'fr'\n[server]\nmetrics_listen = '0.0.0.0:9464'\n[files]\nurl = 'ftp:x'\n[mail]\nfrom = 'nobody'";
        let said = read(text, &[]).unwrap_err();
        assert_eq!(said.lines().count(), 5, "{said}");
    }

    #[test]
    fn what_is_doubtful_is_told_and_does_not_stop() {
        let text =
            "[server]\npublic_url = 'https://town.example'\ntrusted_proxies = ['0.0.0.0/0']\n[database]\nurl = 'sqlite:x?synchronous=off'";
        let keys: Vec<String> = read(text, &[]).unwrap().check().into_iter().map(|finding| finding.key).collect();
        assert_eq!(keys, ["server.trusted_proxies", "database.url", "mail.mode"]);
    }

    #[test]
    fn a_password_is_never_shown() {
        let config = read("", &[("DEDALUS_MAIL__USER", "u"), ("DEDALUS_MAIL__PASSWORD", "hunter2")]).unwrap();
        assert_eq!(config.mail.password.reveal(), "hunter2");
        assert!(!format!("{config:?}{}", serde_json::to_string(&config).unwrap()).contains("hunter2"));
    }
}
