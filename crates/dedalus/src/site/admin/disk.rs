//! How much room is left where the town keeps its things.

use std::path::Path;

use kit::config::Config;
use kit::db::Address;
use kit::i18n::{Lang, grouped};

/// Free and whole bytes of the file system with the town's files, if it can be asked.
pub fn room(config: &Config) -> Option<(u64, u64)> {
    let database = config.database.url.parse::<Address>().ok();
    let folder = match config.files.url.strip_prefix("disk:") {
        Some(folder) => Path::new(folder),
        None => database.as_ref()?.file()?.parent()?,
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let stat = rustix::fs::statvfs(folder).ok()?;
    Some((stat.f_bavail.saturating_mul(stat.f_frsize), stat.f_blocks.saturating_mul(stat.f_frsize)))
}

/// Bytes as people say them: `812 kB`, `1,4 GB`. Thousands, not 1024s (IEC 80000-13), one digit below ten.
pub fn bytes(number: u64, lang: Lang) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let (mut tenths, mut unit) = (u128::from(number) * 10, 0);
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        tenths /= 1000;
        unit += 1;
    }
    let name = UNITS.get(unit).copied().unwrap_or_default();
    let whole = grouped(i64::try_from(tenths / 10).unwrap_or(i64::MAX), lang);
    let comma = if lang == Lang::En { '.' } else { ',' };
    if tenths < 100 && unit > 0 { format!("{whole}{comma}{} {name}", tenths % 10) } else { format!("{whole} {name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_said_in_the_unit_that_fits() {
        let said = [0, 999, 1000, 1234, 45_678_901, 1_400_000_000, 10_000_000_000].map(|number| bytes(number, Lang::It));
        assert_eq!(said, ["0 B", "999 B", "1,0 kB", "1,2 kB", "45 MB", "1,4 GB", "10 GB"]);
        assert_eq!(bytes(u64::MAX, Lang::En), "18,446,744 TB");
    }
}
