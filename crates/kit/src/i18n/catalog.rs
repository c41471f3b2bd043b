//! The sentences: Fluent texts that the binary carries. What has no arguments is formatted once, at the start.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::error::{Error, Result};
use crate::i18n::{Lang, grouped};

/// A value that a sentence needs.
#[derive(Debug, Clone)]
pub enum Arg<'a> {
    /// Text, put in as it is.
    Text(Cow<'a, str>),
    /// A whole number: chooses the plural and is written in the language's way. Exact up to 2⁵³; ids are text.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// All sentences in all languages.
pub struct Catalog {
    tongues: Vec<Tongue>,
    missing: AtomicU64,
}

struct Tongue {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
    /// Sentences without arguments, finished.
    fixed: HashMap<String, Box<str>>,
}

impl Catalog {
    /// Reads the texts, `(file name, Fluent text)` for each language. Says in which file a fault is.
    pub fn new(texts: &[(Lang, &[(&str, &str)])]) -> Result<Self> {
        let tongues = texts.iter().map(|(lang, files)| Tongue::new(*lang, files)).collect::<Result<_>>()?;
        Ok(Self { tongues, missing: AtomicU64::new(0) })
    }

    /// A sentence without arguments. Where it is missing: the Italian one, then the key itself.
    pub fn text<'a>(&'a self, lang: Lang, key: &'a str) -> Cow<'a, str> {
        match self.tongue(lang).and_then(|tongue| tongue.fixed.get(key)) {
            Some(text) => Cow::Borrowed(text),
            None => self.with(lang, key, &[]),
        }
    }

    /// A sentence without arguments that lives as long as the catalog, for templates. Where it is missing: the Italian
    /// one, then nothing.
    pub fn fixed(&self, lang: Lang, key: &str) -> &str {
        let find = |lang| self.tongue(lang).and_then(|tongue| tongue.fixed.get(key));
        if let Some(text) = find(lang) {
            return text;
        }
        self.missing.fetch_add(1, Ordering::Relaxed);
        tracing::debug!(key, lang = lang.word(), "a sentence is missing");
        find(Lang::It).map_or("", |text| text)
    }

    /// A sentence with arguments, by name. An argument that the sentence does not know is left out.
    pub fn with<'a>(&'a self, lang: Lang, key: &'a str, args: &[(&str, Arg<'_>)]) -> Cow<'a, str> {
        if let Some(text) = self.tongue(lang).and_then(|tongue| tongue.format(key, args)) {
            return text;
        }
        self.missing.fetch_add(1, Ordering::Relaxed);
        tracing::debug!(key, lang = lang.word(), "a sentence or one of its arguments is missing");
        let italian = self.tongue(Lang::It).filter(|_| lang != Lang::It);
        italian.and_then(|tongue| tongue.format(key, args)).unwrap_or(Cow::Borrowed(key))
    }

    /// How often a sentence, or an argument of one, was missing so far.
    pub fn missing(&self) -> u64 {
        self.missing.load(Ordering::Relaxed)
    }

    /// The keys a language has, for the test that compares them.
    pub fn keys(&self, lang: Lang) -> BTreeSet<&str> {
        self.tongue(lang).map(|tongue| tongue.keys.iter().map(String::as_str).collect()).unwrap_or_default()
    }

    fn tongue(&self, lang: Lang) -> Option<&Tongue> {
        self.tongues.iter().find(|tongue| tongue.lang == lang)
    }
}

impl Tongue {
    fn new(lang: Lang, files: &[(&str, &str)]) -> Result<Self> {
        let locale: LanguageIdentifier = lang.word().parse().map_err(|error| Error::internal(format!("{}: {error}", lang.word())))?;
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Marks that isolate the direction of arguments would end up in addresses, mails and tests; our languages need none.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::It => |value, _| number(value, Lang::It),
            Lang::En => |value, _| number(value, Lang::En),
            Lang::De => |value, _| number(value, Lang::De),
        }));
        let mut keys = BTreeSet::new();
        for (file, text) in files {
            let fault = |what: String| Error::internal(format!("{}/{file}: {what}", lang.word()));
            let resource = FluentResource::try_new((*text).to_owned()).map_err(|(_, errors)| fault(format!("{errors:?}")))?;
            bundle.add_resource(resource).map_err(|errors| fault(format!("{errors:?}")))?;
            for key in keys_of(text) {
                let message = bundle.get_message(key).ok_or_else(|| fault(format!("`{key}` is not a message")))?;
                if message.value().is_none() || message.attributes().next().is_some() {
                    return Err(fault(format!("`{key}` must have a value and no attributes")));
                }
                keys.insert(key.to_owned());
            }
        }
        let mut tongue = Self { lang, bundle, keys, fixed: HashMap::new() };
        for key in &tongue.keys {
            if let Some(text) = tongue.fixed_text(key)? {
                tongue.fixed.insert(key.clone(), text.into());
            }
        }
        Ok(tongue)
    }

    /// The sentence if it needs no argument; an error if it refers to what does not exist.
    fn fixed_text(&self, key: &str) -> Result<Option<String>> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else { return Ok(None) };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, None, &mut errors);
        match errors.iter().find(|error| !is_missing_argument(error)) {
            Some(error) => Err(Error::internal(format!("{}: `{key}`: {error}", self.lang.word()))),
            None => Ok(errors.is_empty().then(|| text.into_owned())),
        }
    }

    /// The sentence, or nothing when it or one of its arguments is not there.
    fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<Cow<'_, str>> {
        if let Some(text) = self.fixed.get(key) {
            return Some(Cow::Borrowed(text));
        }
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, text.as_ref()),
                Arg::Number(number) => values.set(*name, *number),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        errors.is_empty().then_some(Cow::Owned(text))
    }
}

/// The keys of a Fluent text: a message begins with a letter at the start of a line, and nothing else does.
fn keys_of(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    lines.filter_map(|line| Some(line.split_once('=')?.0.trim_end()))
}

fn is_missing_argument(error: &FluentError) -> bool {
    matches!(error, FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { .. })))
}

/// Whole numbers in groups of three; anything else as Fluent writes it.
fn number(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole = number.value.fract() == 0.0 && number.value.abs() < 9e15;
    #[allow(clippy::cast_possible_truncation)] // checked in the line above
    whole.then(|| grouped(number.value as i64, lang))
}

#[cfg(test)]
mod tests;
