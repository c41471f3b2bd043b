//! Pages kept ready for people who are not signed in: compressed once, gone in the moment a commit touches them.
//!
//! An invalidation moves the generations of its tags before the commit is answered ([`PageCache::invalidate`]); a
//! page is good while none of its tags has moved since before its first query. So nobody who asks after an
//! acknowledged write sees what was there before it, whatever filled or waited meanwhile.

mod entry;
mod flight;
mod forms;
mod generations;
mod negotiate;
mod press;
mod shelf;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use entry::{Entry, Page};
pub use forms::Encoding;
pub use negotiate::respond;

use crate::clock::Clock;
use crate::error::{Error, Result};
use flight::{Boarding, Flights, Landed};
use generations::Generations;
use press::Press;
use shelf::Shelf;

/// What a page is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PageKey<'a> {
    /// Path, and the parameters the page knows, in one canonical order: `/novita?page=2`.
    pub address: &'a str,
    /// Its language.
    pub language: &'a str,
}

/// What somebody made who was asked for a page.
pub enum Made<R> {
    /// A page for everybody.
    Page(Page),
    /// An answer for this request alone: a form with a token, a redirect, an error.
    Alone(R),
}

/// What goes out.
pub enum Answer<R> {
    /// A page for everybody; [`respond`] makes the response.
    Page(Arc<Entry>),
    /// The answer that was made for this request alone.
    Alone(R),
}

/// What the cache did so far, and holds now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Requests answered from the cache.
    pub hits: u64,
    /// Requests that had to make or await their page.
    pub misses: u64,
    /// Pages that were stale before they were done, and not kept.
    pub dropped: u64,
    /// Pages held.
    pub pages: u64,
    /// Bytes held.
    pub bytes: u64,
}

/// The page cache. Cheap to clone.
#[derive(Clone)]
pub struct PageCache(Arc<Inner>);

struct Inner {
    shelf: Shelf,
    flights: Flights,
    generations: Generations,
    press: Press,
    clock: Clock,
    hits: AtomicU64,
    misses: AtomicU64,
    dropped: AtomicU64,
}

impl PageCache {
    /// A cache of so many bytes; 0 keeps nothing.
    pub fn new(max_bytes: usize, clock: Clock) -> Self {
        Self(Arc::new(Inner {
            shelf: Shelf::new(max_bytes),
            flights: Flights::default(),
            generations: Generations::new(),
            press: if max_bytes > 0 { Press::start() } else { Press::none() },
            clock,
            hits: AtomicU64::new(0),
            misses: AtomicU64::new(0),
            dropped: AtomicU64::new(0),
        }))
    }

    /// A page that is there and good.
    pub fn get(&self, key: PageKey<'_>) -> Option<Arc<Entry>> {
        let entry = self.find(key)?;
        self.0.hits.fetch_add(1, Ordering::Relaxed);
        Some(entry)
    }

    fn find(&self, key: PageKey<'_>) -> Option<Arc<Entry>> {
        let entry = self.0.shelf.get(key)?;
        let good = self.is_fresh(&entry) && entry.valid_until().is_none_or(|until| self.0.clock.now() < until);
        good.then_some(entry)
    }

    fn is_fresh(&self, entry: &Entry) -> bool {
        entry.is_fresh(&self.0.generations)
    }

    /// The page, made by `fill` when it is not there; a failure goes to whoever asked.
    pub async fn get_or_fill<F, W>(&self, key: PageKey<'_>, fill: F) -> Result<Arc<Entry>>
    where
        F: FnOnce() -> W,
        W: Future<Output = Result<Page>>,
    {
        let fill = async || match fill().await {
            Ok(page) => Made::Page(page),
            Err(error) => Made::Alone(error),
        };
        match self.answer(key, fill).await? {
            Answer::Page(entry) => Ok(entry),
            Answer::Alone(error) => Err(error),
        }
    }

    /// The page, or an answer for this request alone, made by `fill` when it is not there. However many ask at once,
    /// one makes the page and the others wait; when that one goes away the next makes it, and when it turns out that
    /// there is nothing to share, everybody makes their own. `fill` must do its queries inside, not before.
    pub async fn answer<R, F, W>(&self, key: PageKey<'_>, fill: F) -> Result<Answer<R>>
    where
        F: FnOnce() -> W,
        W: Future<Output = Made<R>>,
    {
        // What was acknowledged before this moment must be in the answer.
        let arrived = self.0.generations.now();
        if let Some(entry) = self.get(key) {
            return Ok(Answer::Page(entry));
        }
        self.0.misses.fetch_add(1, Ordering::Relaxed);
        let flight = loop {
            match self.0.flights.board(key) {
                Boarding::Fly(flight) => break Some(flight),
                Boarding::Wait(mut landing) => match landing.wait_for(Option::is_some).await.ok().and_then(|landed| landed.clone()) {
                    // A page begun before this request's moment is good enough only while nothing it shows has moved.
                    Some(Landed::Page(entry)) if arrived <= entry.born() || self.is_fresh(&entry) => return Ok(Answer::Page(entry)),
                    Some(Landed::Alone) => break None,
                    Some(Landed::Page(_)) | None => {}
                },
            }
        };
        // Somebody may have landed between the look and the boarding.
        let born = self.0.generations.now();
        let (landed, answer) = match self.find(key) {
            Some(entry) => (Landed::Page(Arc::clone(&entry)), Answer::Page(entry)),
            None => match fill().await {
                Made::Alone(answer) => (Landed::Alone, Answer::Alone(answer)),
                Made::Page(page) => {
                    let personal = page.is_personal();
                    let entry = self.build(key, page, born).await?;
                    (if personal { Landed::Alone } else { Landed::Page(Arc::clone(&entry)) }, Answer::Page(entry))
                }
            },
        };
        if let Some(flight) = flight {
            flight.land(landed);
        }
        Ok(answer)
    }

    async fn build(&self, key: PageKey<'_>, page: Page, born: u64) -> Result<Arc<Entry>> {
        let keep = self.0.shelf.keeps_any() && !page.is_personal();
        let whole = page.whole;
        let (address, language) = (key.address.to_owned(), key.language.to_owned());
        let stripes = page.tags.iter().map(|tag| self.0.generations.stripe(tag)).collect();
        // Compressing takes milliseconds, which other requests on this thread should not wait for.
        let build = move || Entry::build(PageKey { address: &address, language: &language }, page, stripes, born, keep);
        let entry = Arc::new(tokio::task::spawn_blocking(build).await.map_err(Error::from)?);
        if keep && self.is_fresh(&entry) {
            self.0.shelf.put(Arc::clone(&entry), |entry| self.is_fresh(entry));
            if whole {
                self.0.press.add(self, &entry);
            }
        } else if keep {
            self.0.dropped.fetch_add(1, Ordering::Relaxed);
        }
        Ok(entry)
    }

    /// Makes every page that shows one of these subjects stale, at once. Quick and without waiting for anybody: it is
    /// called on the database's writer, between a commit and its answers.
    pub fn invalidate<T: AsRef<str>>(&self, tags: impl IntoIterator<Item = T>) {
        self.0.generations.move_on(tags.into_iter().map(|tag| self.0.generations.stripe(tag.as_ref())));
    }

    /// Makes every page stale, and forgets them.
    pub fn clear(&self) {
        self.0.generations.move_all();
        self.0.shelf.clear();
    }

    /// What it did so far, and holds now.
    pub fn figures(&self) -> Figures {
        let (pages, bytes) = self.0.shelf.size();
        Figures {
            hits: self.0.hits.load(Ordering::Relaxed),
            misses: self.0.misses.load(Ordering::Relaxed),
            dropped: self.0.dropped.load(Ordering::Relaxed),
            pages,
            bytes,
        }
    }
}

#[cfg(test)]
mod tests;
