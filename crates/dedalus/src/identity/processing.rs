//! The register of processing (GDPR art. 30): the activities in words, and what each holds, from the one list of holdings.

use kit::personal::{End, Holding};
use kit::text::fold;

use crate::shell::Frame;

/// A processing activity: its word, and who receives its data.
#[derive(Debug, Clone, Copy)]
pub struct Activity {
    /// Its word: the beginning of its keys in the language files.
    pub word: &'static str,
    /// Key of the sentence that says who receives the data.
    pub recipients: &'static str,
}

const INSIDE: &str = "processing-recipients-inside";
const PUBLIC: &str = "processing-recipients-public";
const MAIL: &str = "processing-recipients-mail";
const PROVIDERS: &str = "processing-recipients-providers";

/// All of them, in the order of the register.
pub const ACTIVITIES: &[Activity] = &[
    Activity { word: "account", recipients: PUBLIC },
    Activity { word: "access", recipients: PROVIDERS },
    Activity { word: "verification", recipients: PROVIDERS },
    Activity { word: "conversation", recipients: PUBLIC },
    Activity { word: "moderation", recipients: MAIL },
    Activity { word: "requests", recipients: PUBLIC },
    Activity { word: "institution", recipients: PUBLIC },
    Activity { word: "letters", recipients: MAIL },
    Activity { word: "notices", recipients: "processing-recipients-push" },
    Activity { word: "bookings", recipients: MAIL },
    Activity { word: "rights", recipients: INSIDE },
    Activity { word: "audit", recipients: INSIDE },
    Activity { word: "running", recipients: INSIDE },
];

/// One table of an activity.
#[derive(Debug, Clone)]
pub struct Table {
    /// The table.
    pub table: &'static str,
    /// Which part of it, as the copy calls it.
    pub part: &'static str,
    /// What happens to it when the account ends.
    pub end: String,
}

/// An activity in words.
#[derive(Debug, Clone)]
pub struct ActivityView {
    /// Its word.
    pub word: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What for.
    pub purpose: &'static str,
    /// On which ground (GDPR art. 6).
    pub basis: &'static str,
    /// Which data.
    pub data: &'static str,
    /// About whom.
    pub people: &'static str,
    /// Who receives them.
    pub recipients: &'static str,
    /// How long they are kept.
    pub kept: &'static str,
    /// Where they lie.
    pub tables: Vec<Table>,
}

impl Activity {
    /// In the words of a page's language.
    pub fn view(&self, frame: &Frame, holdings: &[Holding]) -> ActivityView {
        let word = |part: &str| frame.t(&format!("processing-{}-{part}", self.word));
        let tables = holdings.iter().filter(|holding| holding.activity == self.word);
        ActivityView {
            word: self.word,
            title: word("title"),
            purpose: word("purpose"),
            basis: word("basis"),
            data: word("data"),
            people: word("people"),
            recipients: frame.t(self.recipients),
            kept: word("kept"),
            tables: tables.map(|holding| Table { table: holding.table, part: holding.name, end: end(frame, holding) }).collect(),
        }
    }
}

/// What happens to a holding when the account ends, in words.
fn end(frame: &Frame, holding: &Holding) -> String {
    match holding.end {
        End::Delete | End::Turn(_) | End::With(_) => frame.t("processing-end-delete").to_owned(),
        End::Blank(_) => frame.t("processing-end-blank").to_owned(),
        End::Keep { reason, days: None } => frame.t(reason).to_owned(),
        End::Keep { reason, days: Some(days) } => format!("{} {}", frame.t(reason), frame.tn("processing-days", &days)),
    }
}

impl ActivityView {
    /// Does one of its texts or tables hold these words?
    pub fn matches(&self, words: &str) -> bool {
        let words = fold(words);
        let texts = [self.title, self.purpose, self.basis, self.data, self.people, self.recipients, self.kept];
        texts.iter().any(|text| fold(text).contains(&words))
            || self
                .tables
                .iter()
                .any(|table| table.table.contains(&words) || table.part.contains(&words) || fold(&table.end).contains(&words))
    }
}

#[cfg(test)]
mod tests {
    use kit::i18n::Lang;

    use super::*;
    use crate::shell::catalog;

    #[test]
    fn every_activity_has_its_words() {
        let known = catalog().keys(Lang::It);
        for activity in ACTIVITIES {
            for part in ["title", "purpose", "basis", "data", "people", "kept"] {
                let key = format!("processing-{}-{part}", activity.word);
                assert!(known.contains(key.as_str()), "{key}");
            }
            assert!(known.contains(activity.recipients), "{}", activity.recipients);
        }
    }
}
