//! Whether words may stand for everybody to read: the domain that moderates answers, and whoever keeps names and profiles
//! below it asks without knowing it.

use std::pin::Pin;

use kit::Result;

use super::app::App;

/// Nothing, or what may not be said as faults beside their fields.
pub type ScreenAnswer = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// Asked for the number of whose words they are, none before there is an account, and for the words with their fields.
pub type Screen = fn(App, Option<i64>, Vec<(&'static str, String)>) -> ScreenAnswer;
