//! Brotli takes ten times as long as the other codings for a page, so it is not what a visitor waits for: one thread
//! adds it to pages that are already out.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::PageCache;
use super::entry::Entry;
use super::forms::Encoding;

/// Pages that may wait; more than these do without.
const LINE: usize = 64;

/// Where pages wait for their last form.
pub struct Press(Option<SyncSender<(PageCache, Arc<Entry>)>>);

impl Press {
    /// Starts the thread, which ends with the cache.
    pub fn start() -> Self {
        let (sender, receiver) = sync_channel(LINE);
        let thread = std::thread::Builder::new().name("press".into()).spawn(move || work(&receiver));
        if let Err(error) = &thread {
            tracing::warn!(%error, "no thread for brotli; pages go out in the other codings");
        }
        Self(thread.is_ok().then_some(sender))
    }

    /// A press that stands still.
    pub fn none() -> Self {
        Self(None)
    }

    /// Puts a page in the line, if there is room.
    pub fn add(&self, cache: &PageCache, entry: &Arc<Entry>) {
        if let Some(sender) = &self.0 {
            let _ = sender.try_send((cache.clone(), Arc::clone(entry)));
        }
    }
}

fn work(line: &Receiver<(PageCache, Arc<Entry>)>) {
    for (cache, entry) in line {
        // Nobody will ask for a page that is stale by now.
        if cache.is_fresh(&entry) {
            entry.add(Encoding::Br);
        }
    }
}
