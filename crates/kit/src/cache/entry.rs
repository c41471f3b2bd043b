//! A page as a handler makes it, and as the cache keeps it.

use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use bytes::Bytes;
use http::header::{CONTENT_TYPE, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::PageKey;
use super::forms::{Encoding, Form};
use super::generations::{Generations, Stripe};
use crate::clock::Time;

/// What a page weighs beside its bodies, roughly.
const OVERHEAD: usize = 2048;
/// Bodies below this gain nothing by a coding.
const WORTH_IT: usize = 256;

/// A page fresh from its handler: status 200, the same for everybody who is not signed in.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its type, with the character set.
    pub content_type: HeaderValue,
    /// Headers beside those the cache sets itself (`ETag`, `Vary`, `Cache-Control`, `Content-Encoding`).
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// The body, not compressed.
    pub body: Bytes,
    /// The subjects it shows: `home`, `post:12`. A commit that touches one of them makes it stale.
    pub tags: Vec<Cow<'static, str>>,
    /// From when on it says something that is no longer so ("open now"), whatever is written.
    pub valid_until: Option<Time>,
    /// It goes out on its own, in every coding; a part of other pages does not.
    pub whole: bool,
}

impl Page {
    /// An HTML page.
    pub fn html(body: impl Into<Bytes>) -> Self {
        Self::of("text/html; charset=utf-8", body)
    }

    /// A page of a type.
    pub fn of(content_type: &'static str, body: impl Into<Bytes>) -> Self {
        let content_type = HeaderValue::from_static(content_type);
        Self { content_type, headers: Vec::new(), body: body.into(), tags: Vec::new(), valid_until: None, whole: true }
    }

    /// A part that is the same on everybody's page: kept as it is, never sent on its own.
    pub fn part(body: impl Into<Bytes>) -> Self {
        Self { whole: false, ..Self::html(body) }
    }

    /// It shows this subject.
    #[must_use]
    pub fn shows(mut self, tag: impl Into<Cow<'static, str>>) -> Self {
        self.tags.push(tag.into());
        self
    }

    /// It is true until a moment; the earliest of several counts.
    #[must_use]
    pub fn until(mut self, time: Time) -> Self {
        self.valid_until = Some(self.valid_until.map_or(time, |known| known.min(time)));
        self
    }

    /// A cookie is for one person: such a page is answered and never kept.
    pub(super) fn is_personal(&self) -> bool {
        self.headers.iter().any(|(name, _)| name == SET_COOKIE)
    }
}

/// A page in all its forms. Immutable, but for two notes to itself, and the form that is added later.
#[derive(Debug)]
pub struct Entry {
    address: Box<str>,
    language: Box<str>,
    stripes: Box<[Stripe]>,
    /// The generation before its first query.
    born: u64,
    /// The last generation at which it was found fresh: while the cache stands there, one look is enough.
    checked: AtomicU64,
    used: AtomicBool,
    valid_until: Option<Time>,
    weight: usize,
    /// What every form's headers have in common.
    headers: HeaderMap,
    /// By [`Encoding`]; one is missing where it would not be smaller, or is not there yet.
    forms: [OnceLock<Form>; Encoding::ALL.len()],
}

impl Entry {
    pub(super) fn build(key: PageKey<'_>, page: Page, stripes: Box<[Stripe]>, born: u64, compress: bool) -> Self {
        let mut headers: HeaderMap = page.headers.into_iter().collect();
        headers.insert(CONTENT_TYPE, page.content_type);
        let mut entry = Self {
            address: key.address.into(),
            language: key.language.into(),
            stripes,
            born,
            checked: AtomicU64::new(born),
            used: AtomicBool::new(false),
            valid_until: page.valid_until,
            weight: 0,
            headers,
            forms: Default::default(),
        };
        entry.set(Encoding::Identity, page.body);
        if compress && page.whole {
            entry.add(Encoding::Zstd);
            entry.add(Encoding::Gzip);
        }
        // Brotli comes later and weighs about as much as Zstandard.
        let len = |encoding| entry.form(encoding).map_or(0, |form| form.body.len());
        let bodies = len(Encoding::Identity) + len(Encoding::Gzip) + 2 * len(Encoding::Zstd);
        entry.weight = OVERHEAD + 2 * entry.stripes.len() + bodies;
        entry
    }

    /// Adds a form, if it makes the page smaller.
    pub(super) fn add(&self, encoding: Encoding) {
        let plain = self.body();
        if plain.len() >= WORTH_IT
            && let Some(coded) = encoding.encode(&plain).filter(|coded| coded.len() < plain.len())
        {
            self.set(encoding, coded.into());
        }
    }

    fn set(&self, encoding: Encoding, body: Bytes) {
        if let (Some(place), Some(form)) = (self.forms.get(encoding as usize), Form::of(encoding, body, &self.headers)) {
            let _ = place.set(form);
        }
    }

    pub(super) fn is(&self, key: PageKey<'_>) -> bool {
        *self.address == *key.address && *self.language == *key.language
    }

    pub(super) fn key(&self) -> PageKey<'_> {
        PageKey { address: &self.address, language: &self.language }
    }

    pub(super) fn born(&self) -> u64 {
        self.born
    }

    /// The moment from which its words are no longer true.
    pub fn valid_until(&self) -> Option<Time> {
        self.valid_until
    }

    pub(super) fn weight(&self) -> usize {
        self.weight
    }

    pub(super) fn is_fresh(&self, generations: &Generations) -> bool {
        let now = generations.now();
        if self.checked.load(Ordering::Relaxed) == now {
            return true;
        }
        let fresh = generations.unmoved(&self.stripes, self.born);
        if fresh {
            self.checked.store(now, Ordering::Relaxed);
        }
        fresh
    }

    /// Notes that somebody asked for it.
    pub(super) fn mark(&self) {
        // Looking first keeps the line shared between processors while everybody reads the same page.
        if !self.used.load(Ordering::Relaxed) {
            self.used.store(true, Ordering::Relaxed);
        }
    }

    /// Was it asked for since the last time this was asked?
    pub(super) fn unmark(&self) -> bool {
        self.used.swap(false, Ordering::Relaxed)
    }

    pub(super) fn form(&self, encoding: Encoding) -> Option<&Form> {
        self.forms.get(encoding as usize)?.get()
    }

    /// The body as it was made.
    pub fn body(&self) -> Bytes {
        self.form(Encoding::Identity).map(|form| form.body.clone()).unwrap_or_default()
    }
}
