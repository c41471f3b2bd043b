//! A card as it is written: one text a field. Forms, files, rows and the comparison of versions know this shape alone; what the
//! texts mean says [`super::card::Card`].

use std::collections::BTreeMap;

use kit::{Error, Result};

use crate::shell::Form;

macro_rules! fields {
    ($($variant:ident = $word:literal: $doc:literal),+ $(,)?) => {
        /// A field of the card. Its word is its name in forms, in files and in rows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $(#[doc = $doc] $variant),+ }
        kit::words!(Field { $($variant = $word),+ });
        impl Field {
            /// Key of its name.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => concat!("service-", $word)),+ }
            }
        }
    };
}

fields! {
    Title = "titolo": "What it is called.",
    Summary = "sintesi": "One sentence.",
    Office = "ufficio": "The office behind it, by its name in addresses.",
    Category = "categoria": "A word of the categories.",
    Description = "descrizione": "More of it, in Markdown.",
    ForWhom = "a-chi": "For whom it is, in Markdown.",
    HowTo = "come-fare": "What to do, in Markdown.",
    Needed = "cosa-serve": "What to bring: one thing a line, an explanation after a bar.",
    Outcome = "cosa-si-ottiene": "What one gets, in Markdown.",
    Times = "tempi": "How long it takes and until when, in Markdown.",
    Term = "termine": "The legal term in days.",
    Silence = "effetto": "What it means when the term is over.",
    Cost = "costo": "What it costs, in Markdown.",
    Ways = "canali": "Words of the ways.",
    Online = "online": "The address where it is done.",
    Legal = "norme": "Laws and rules, in Markdown.",
    More = "informazioni": "What else to know, in Markdown.",
    Conditions = "condizioni": "The address of the conditions of service.",
    Standards = "standard": "What is promised: measure, value and unit with bars between them, one a line.",
    Documents = "documenti": "Forms and papers: name and address with a bar between them, one a line.",
    Topics = "argomenti": "Words of the topics.",
    Events = "eventi": "Words of the life events.",
    Audiences = "destinatari": "Words of the audiences.",
    Aims = "azioni": "Words of the aims.",
}

/// How a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// Words of a vocabulary with semicolons between them.
    Words,
}

impl Field {
    /// How it is written.
    pub const fn shape(self) -> Shape {
        match self {
            Self::Topics | Self::Events | Self::Audiences | Self::Aims | Self::Ways => Shape::Words,
            Self::Title | Self::Summary | Self::Office | Self::Category | Self::Term | Self::Silence | Self::Online | Self::Conditions => {
                Shape::Line
            }
            _ => Shape::Text,
        }
    }
}

/// A card field by field; a field that is not there is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written(BTreeMap<Field, String>);

impl Written {
    /// A field's text.
    pub fn get(&self, field: Field) -> &str {
        self.0.get(&field).map_or("", String::as_str)
    }

    /// The text of the field of this name, for templates.
    pub fn named(&self, word: &str) -> &str {
        Field::from_word(word).map_or("", |field| self.get(field))
    }

    /// Sets a field, cleaned as its shape wants it; an empty text takes it away.
    pub fn set(&mut self, field: Field, text: &str) {
        let text = match field.shape() {
            Shape::Line => kit::text::clean_line(text),
            Shape::Text => kit::text::clean_text(text),
            Shape::Words => words(text).collect::<Vec<_>>().join("; "),
        };
        if text.is_empty() {
            self.0.remove(&field);
        } else {
            self.0.insert(field, text);
        }
    }

    /// What a form brought.
    pub fn of_form(form: &Form) -> Self {
        let mut written = Self::default();
        for field in Field::ALL {
            match field.shape() {
                Shape::Words => written.set(*field, &form.lines(field.word()).join(";")),
                _ => written.set(*field, &form.text(field.word())),
            }
        }
        written
    }

    /// As a row keeps it: a JSON object of the fields that say something.
    pub fn to_json(&self) -> String {
        let members = self.0.iter().map(|(field, text)| (field.word().to_owned(), serde_json::Value::from(text.as_str())));
        serde_json::Value::Object(members.collect()).to_string()
    }

    /// From a row. A member that no field has, of a later version of the program, is an error: nothing is lost in silence.
    pub fn from_json(json: &str) -> Result<Self> {
        let members: BTreeMap<String, String> = serde_json::from_str(json)?;
        let fields = members.into_iter().map(|(word, text)| {
            let field = Field::from_word(&word).ok_or_else(|| Error::internal(format!("a card has an unknown field {word}")))?;
            Ok((field, text))
        });
        Ok(Self(fields.collect::<Result<_>>()?))
    }

    /// The fields in which two cards differ, with both texts.
    pub fn differences<'a>(&'a self, other: &'a Self) -> Vec<(Field, &'a str, &'a str)> {
        let both = Field::ALL.iter().map(|field| (*field, self.get(*field), other.get(*field)));
        both.filter(|(_, before, after)| before != after).collect()
    }
}

/// The words of a list, each once, in their order.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut seen: Vec<&str> = Vec::new();
    text.split([';', ',', '\n']).map(str::trim).filter(move |word| {
        let is_new = !word.is_empty() && !seen.contains(word);
        if is_new {
            seen.push(*word);
        }
        is_new
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn two_cards_differ_in_the_fields_that_say_something_else() {
        let mut before = Written::default();
        before.set(Field::Title, " Carta  d'identità ");
        before.set(Field::Topics, "residenza;acqua; residenza,");
        let mut after = before.clone();
        after.set(Field::Cost, "22,20 euro");
        assert_eq!(before.differences(&after), [(Field::Cost, "", "22,20 euro")]);
        assert_eq!((before.get(Field::Title), before.get(Field::Topics)), ("Carta d'identità", "residenza; acqua"));
        after.set(Field::Cost, "  ");
        assert_eq!(before, after);
        assert!(Written::from_json("{\"boh\": \"x\"}").is_err());
    }

    proptest! {
        #[test]
        fn a_row_gives_back_what_was_written(texts in proptest::collection::vec(".{0,40}", Field::ALL.len())) {
            let mut written = Written::default();
            for (field, text) in Field::ALL.iter().zip(&texts) {
                written.set(*field, text);
            }
            prop_assert_eq!(Written::from_json(&written.to_json()).unwrap(), written);
        }
    }
}
