//! What people tell each other over five weeks.

mod carnival;
mod communities;
mod daily;

use super::script::Told;

/// All of it.
pub const PEOPLE: &[&[Told]] = &[carnival::POSTS, daily::POSTS, communities::POSTS];
