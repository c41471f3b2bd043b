//! Phrases that managers do not want to see at once, or at all.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::error::FieldErrors;
use kit::{Error, Result, args};

use super::phrase::{Screened, skeleton};
use crate::identity::PersonId;

/// The longest phrase, in characters.
pub const PHRASE_MAX: usize = 60;
/// The longest sentence to who writes, in characters.
pub const SENTENCE_MAX: usize = 200;

/// What a phrase does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The text waits until somebody has read it.
    Hold,
    /// Who writes is told once; the same text again goes out.
    Warn,
    /// The text is not taken.
    Refuse,
}
kit::words!(Effect { Hold = "hold", Warn = "warn", Refuse = "refuse" });

impl Effect {
    /// The word of forms.
    pub const fn form_word(self) -> &'static str {
        match self {
            Self::Hold => "trattieni",
            Self::Warn => "avvisa",
            Self::Refuse => "rifiuta",
        }
    }

    /// From a form.
    pub fn from_form(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|effect| effect.form_word() == word)
    }

    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hold => "effect-hold",
            Self::Warn => "effect-warn",
            Self::Refuse => "effect-refuse",
        }
    }
}

kit::row! {
    /// A phrase with what it does.
    #[derive(Debug, Clone)]
    pub struct WordFilter {
        /// Number.
        pub id: i64,
        /// As typed.
        pub phrase: String,
        /// As compared.
        pub skeleton: String,
        /// What it does.
        pub effect: Effect,
        /// What who writes is told; empty for the house's own sentence.
        pub sentence: String,
        /// Since when.
        pub created_at: Time,
    }
}

const ALL: &str = "select id, phrase, skeleton, effect, sentence, created_at from word_filter order by phrase, id";

impl WordFilter {
    /// All of them, by phrase.
    pub async fn all(db: &Db) -> Result<Vec<Self>> {
        Ok(db.all(ALL, vec![]).await?)
    }

    /// The same within a turn.
    pub async fn all_in(tx: &mut Tx) -> Result<Vec<Self>> {
        Ok(tx.all(ALL, vec![]).await?)
    }

    /// Does a text hold it?
    pub fn is_in(&self, text: &Screened) -> bool {
        text.holds(&self.skeleton)
    }
}

/// A phrase about to be kept.
#[derive(Debug, Clone)]
pub struct NewFilter {
    /// As typed.
    pub phrase: String,
    /// What it does.
    pub effect: Effect,
    /// What who writes is told.
    pub sentence: String,
}

impl NewFilter {
    /// What is wrong with it.
    pub fn check(&self, faults: &mut FieldErrors) {
        let letters = skeleton(&self.phrase).chars().count();
        if letters < 2 {
            faults.add("frase", "error-phrase-short");
        } else if self.phrase.chars().count() > PHRASE_MAX {
            faults.add_with("frase", "error-phrase-long", vec![("max", PHRASE_MAX.to_string())]);
        }
        if self.sentence.chars().count() > SENTENCE_MAX {
            faults.add_with("avviso", "error-phrase-long", vec![("max", SENTENCE_MAX.to_string())]);
        }
    }

    /// Keeps it; one that reads the same is there once.
    pub async fn keep(&self, tx: &mut Tx, by: PersonId) -> Result<i64> {
        let now = tx.now();
        let id = kit::ids::next(now);
        let added = tx
            .run(
                "insert into word_filter (id, phrase, skeleton, effect, sentence, created_by, created_at)
                 values ($1, $2, $3, $4, $5, $6, $7) on conflict (skeleton) do nothing",
                args![id, &self.phrase, skeleton(&self.phrase), self.effect, &self.sentence, by, now],
            )
            .await?;
        if added == 1 { Ok(id) } else { Err(Error::field("frase", "error-phrase-known")) }
    }
}

/// Forgets a phrase; what it was.
pub async fn remove(tx: &mut Tx, id: i64) -> Result<String> {
    let gone: Option<(String,)> = tx.maybe("delete from word_filter where id = $1 returning phrase", args![id]).await?;
    gone.map(|(phrase,)| phrase).ok_or(Error::NotFound)
}
