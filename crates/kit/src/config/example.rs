//! The commented example file, from the words beside each setting.

use std::fmt::Write;

use serde::Serialize;

use super::section::Section;
use super::{Accounts, Cache, Config, Database, Files, Limits, Log, Mail, Map, Outbound, Recordings, Server, Square, Town};

const HEAD: &str = "\
# Settings of Dedalus. Every line that begins with # and a name shows a default: take the # away to change it.
# Any setting can also come from the environment: DEDALUS_SERVER__LISTEN is `listen` in section [server].
";

/// The whole example file. Read back without its comment signs it gives [`Config::default`].
pub fn example() -> String {
    let config = Config::default();
    let mut text = HEAD.to_owned();
    add::<Town>(&mut text, &config.town);
    add::<Server>(&mut text, &config.server);
    add::<Database>(&mut text, &config.database);
    add::<Files>(&mut text, &config.files);
    add::<Mail>(&mut text, &config.mail);
    add::<Accounts>(&mut text, &config.accounts);
    add::<Outbound>(&mut text, &config.outbound);
    add::<Limits>(&mut text, &config.limits);
    add::<Square>(&mut text, &config.square);
    add::<Recordings>(&mut text, &config.recordings);
    add::<Map>(&mut text, &config.map);
    add::<Cache>(&mut text, &config.cache);
    add::<Log>(&mut text, &config.log);
    text
}

fn add<S: Section + Serialize>(text: &mut String, section: &S) {
    let values = toml::Table::try_from(section).unwrap_or_default();
    text.push('\n');
    for line in S::ABOUT {
        let _ = writeln!(text, "#{line}");
    }
    let _ = writeln!(text, "[{}]", S::WORD);
    for (key, about) in S::KEYS {
        text.push('\n');
        for line in *about {
            let _ = writeln!(text, "#{line}");
        }
        if let Some(value) = values.get(*key) {
            let _ = writeln!(text, "#{key} = {value}");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn committed() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/dedalus.example.toml")
    }

    fn is_stale(file: &str) -> bool {
        file != example()
    }

    #[test]
    fn a_stale_example_file_is_seen() {
        assert!(is_stale(""));
        assert!(is_stale(&example().replace("#listen", "#listens")), "a setting that was renamed");
        assert!(is_stale(&example().lines().skip(3).collect::<Vec<_>>().join("\n")), "a comment that was changed");
    }

    #[test]
    fn the_committed_example_file_is_not_stale() {
        let file = std::fs::read_to_string(committed()).unwrap_or_default();
        assert!(
            !is_stale(&file),
            "docs/dedalus.example.toml is stale: write it anew with `dedalus config example`, \
             or with `cargo test -p kit -- --ignored the_example_file_is_written_anew`"
        );
    }

    #[test]
    #[ignore = "writes into the working tree"]
    fn the_example_file_is_written_anew() {
        std::fs::write(committed(), example()).unwrap();
    }

    #[test]
    fn the_example_without_its_comment_signs_gives_the_defaults() {
        let bare: String = example()
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(setting) if !setting.starts_with(' ') => format!("{setting}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        assert_eq!(Config::read("example", &bare, []).unwrap(), Config::default());
        assert!(bare.contains("\nlisten = \"127.0.0.1:8080\"\n"), "{bare}");
    }

    #[test]
    fn every_setting_has_its_explanation() {
        let text = example();
        let settings = text.lines().filter(|line| line.starts_with('#') && !line.starts_with("# ")).count();
        assert!(settings > 40);
        let pairs: Vec<&str> = text.lines().collect();
        assert!(pairs.windows(2).all(|pair| pair[1].starts_with("# ") || !pair[1].starts_with('#') || pair[0].starts_with("# ")));
    }
}
