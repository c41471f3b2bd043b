//! How much somebody may write: numbers of the house, which managers change. Zero is no limit.

use kit::Result;
use kit::args;
use kit::db::{Db, Tx};
use kit::error::FieldErrors;

/// The numbers in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Days for which an account is new; who is known by name never is.
    pub new_days: i64,
    /// Posts a day of a new account.
    pub new_posts: i64,
    /// Comments a day of a new account.
    pub new_comments: i64,
    /// Links a day that a new account publishes at once; texts with more of them wait.
    pub new_links: i64,
    /// Pictures a day of a new account.
    pub new_pictures: i64,
    /// Links in one text, whoever writes.
    pub links: i64,
    /// Texts in a minute.
    pub burst: i64,
    /// How often the same text may be said in a day.
    pub same: i64,
}

/// A number with its name and the most it may be.
pub struct Known {
    /// Its name: of its row, and of its field.
    pub name: &'static str,
    /// Key of its label.
    pub label: &'static str,
    /// Key of its help.
    pub help: &'static str,
    /// The largest value that makes sense.
    pub most: i64,
}

/// All of them, in the order of [`Limits::values`].
pub const KNOWN: [Known; 8] = [
    Known { name: "giorni", label: "limit-new-days", help: "limit-new-days-help", most: 90 },
    Known { name: "messaggi", label: "limit-new-posts", help: "limit-new-posts-help", most: 1000 },
    Known { name: "commenti", label: "limit-new-comments", help: "limit-new-comments-help", most: 1000 },
    Known { name: "collegamenti-nuovi", label: "limit-new-links", help: "limit-new-links-help", most: 100 },
    Known { name: "immagini", label: "limit-new-pictures", help: "limit-new-pictures-help", most: 1000 },
    Known { name: "collegamenti", label: "limit-links", help: "limit-links-help", most: 100 },
    Known { name: "minuto", label: "limit-burst", help: "limit-burst-help", most: 100 },
    Known { name: "uguali", label: "limit-same", help: "limit-same-help", most: 100 },
];

impl Default for Limits {
    fn default() -> Self {
        Self { new_days: 3, new_posts: 10, new_comments: 60, new_links: 2, new_pictures: 18, links: 15, burst: 12, same: 2 }
    }
}

impl Limits {
    /// No limit at all: for towns that are filled by a program.
    pub const NONE: Self = Self { new_days: 0, new_posts: 0, new_comments: 0, new_links: 0, new_pictures: 0, links: 0, burst: 0, same: 0 };

    /// The numbers in the order of [`KNOWN`].
    pub const fn values(&self) -> [i64; 8] {
        [self.new_days, self.new_posts, self.new_comments, self.new_links, self.new_pictures, self.links, self.burst, self.same]
    }

    fn of(values: [i64; 8]) -> Self {
        let [new_days, new_posts, new_comments, new_links, new_pictures, links, burst, same] = values;
        Self { new_days, new_posts, new_comments, new_links, new_pictures, links, burst, same }
    }

    fn read(rows: &[(String, i64)]) -> Self {
        let mut values = Self::default().values();
        for (value, known) in values.iter_mut().zip(&KNOWN) {
            if let Some((_, said)) = rows.iter().find(|(name, _)| name == known.name) {
                *value = *said;
            }
        }
        Self::of(values)
    }

    /// Those in force.
    pub async fn in_force(db: &Db) -> Result<Self> {
        Ok(Self::read(&db.all(ALL, vec![]).await?))
    }

    /// The same within a turn.
    pub async fn in_force_in(tx: &mut Tx) -> Result<Self> {
        Ok(Self::read(&tx.all(ALL, vec![]).await?))
    }

    /// Puts them in force.
    pub async fn save(&self, tx: &mut Tx) -> Result<()> {
        for (value, known) in self.values().iter().zip(&KNOWN) {
            tx.run(
                "insert into screen_limit (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
                args![known.name, *value],
            )
            .await?;
        }
        Ok(())
    }

    /// From what was typed, in the order of [`KNOWN`]; a fault beside each field that is no sensible number.
    pub fn typed(texts: &[String], faults: &mut FieldErrors) -> Self {
        let mut values = Self::NONE.values();
        for ((value, known), text) in values.iter_mut().zip(&KNOWN).zip(texts) {
            match text.parse::<i64>() {
                Ok(number) if (0..=known.most).contains(&number) => *value = number,
                _ => faults.add_with(known.name, "error-limit", vec![("most", known.most.to_string())]),
            }
        }
        Self::of(values)
    }
}

const ALL: &str = "select name, value from screen_limit";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_was_changed_counts_and_the_others_are_the_houses_own() {
        let limits = Limits::read(&[("messaggi".into(), 3), ("unheard-of".into(), 9)]);
        assert_eq!(limits, Limits { new_posts: 3, ..Limits::default() });
    }

    #[test]
    fn what_is_no_number_has_its_fault() {
        let mut faults = FieldErrors::default();
        let texts = ["3", "x", "-1", "2", "18", "15", "12", "101"].map(str::to_owned);
        Limits::typed(&texts, &mut faults);
        assert_eq!(faults.iter().map(|fault| fault.field.to_string()).collect::<Vec<_>>(), ["messaggi", "commenti", "uguali"]);
    }
}
