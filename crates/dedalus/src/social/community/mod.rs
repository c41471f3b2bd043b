//! Communities: people around a topic of the territory, with rules of their own.

mod file;
mod kind;
mod list;
mod member;
mod moderate;
mod pin;
mod record;
mod sleep;

pub use file::{CommunityFile, NewFile, kind_of as file_kind};
pub use kind::{Access, CommunityId, MemberRole, MemberState, Topic};
pub use list::{CommunityFilter, CommunityRow};
pub use member::{Joined, Member, end};
pub use pin::{keep, release};
pub use record::{Community, CommunityDraft, NewCommunity, Standing, count_post, lives, standing};
pub use sleep::sleep;
