//! A group in the words of a language.

use kit::i18n::{Arg, Lang};

use super::group::Group;
use crate::shell::catalog;

/// Who did it is not named: the sentence says "somebody".
const SOMEBODY: &str = "notice-somebody";

impl Group {
    /// "Anna e altre 12 persone hanno risposto a «Il porto di notte»."
    pub fn sentence(&self, lang: Lang) -> String {
        let words = catalog();
        let first = self.actors.first().cloned().unwrap_or_else(|| words.text(lang, SOMEBODY).into_owned());
        let others = i64::try_from(self.actors.len().saturating_sub(1)).unwrap_or_default();
        let args = [("actor", Arg::from(first)), ("others", Arg::from(others)), ("name", Arg::from(self.name.as_str()))];
        words.with(lang, &format!("notice-{}", self.words), &args).into_owned()
    }
}
