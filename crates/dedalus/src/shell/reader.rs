//! Whether somebody may still read what a notice is about: each domain answers for its own kinds, and the roof collects
//! the answers. So whoever tells of things knows nothing of them, and shows nothing of what is hidden since.

use std::pin::Pin;

use kit::Result;

use super::app::App;

/// Of the numbers asked for those that the person may read now, each with its name.
pub type Readable = Pin<Box<dyn Future<Output = Result<Vec<(i64, String)>>> + Send>>;

/// A domain's answer for one kind of thing.
#[derive(Clone, Copy)]
pub struct Reader {
    /// The kind: `post`.
    pub kind: &'static str,
    /// Asked for a person's number and the numbers of the things.
    pub ask: fn(App, i64, Vec<i64>) -> Readable,
}
