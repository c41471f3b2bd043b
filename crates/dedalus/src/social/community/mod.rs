//! Communities: people around a topic of the territory, with rules of their own.

mod kind;

pub use kind::{Access, CommunityId};
