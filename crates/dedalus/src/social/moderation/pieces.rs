//! Everything that is said in one text, piece by piece, each under the field it was typed into.

use kit::secret::hash_token;
use kit::text::fold;

use super::phrase::Screened;

/// The pieces of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces(Vec<(String, String)>);

impl Pieces {
    /// With one more; an empty one is none.
    #[must_use]
    pub fn and(mut self, field: impl Into<String>, words: &str) -> Self {
        if !words.is_empty() {
            self.0.push((field.into(), words.to_owned()));
        }
        self
    }

    /// With those of a list, each under its own field.
    #[must_use]
    pub fn and_all<F: Into<String>, W: AsRef<str>>(self, more: impl IntoIterator<Item = (F, W)>) -> Self {
        more.into_iter().fold(self, |pieces, (field, words)| pieces.and(field, words.as_ref()))
    }

    /// All of them, one below the other, as a reader meets them.
    pub fn together(&self) -> String {
        let words: Vec<&str> = self.0.iter().map(|(_, words)| words.as_str()).collect();
        words.join("\n")
    }

    /// Each with its field, ready for phrases.
    pub(super) fn screened(&self) -> Vec<(String, Screened)> {
        self.0.iter().map(|(field, words)| (field.clone(), Screened::new(words))).collect()
    }

    /// By what it is known again.
    pub(super) fn hash(&self) -> String {
        hash_token(&fold(&self.together())).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
