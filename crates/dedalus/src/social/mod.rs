//! The square's conversation: posts of people and of institutional pages, pictures, comments, and their lists.
//!
//! A comment is a post with a parent. Who speaks is a person, or a page several people may speak as; the page is shown,
//! the audit knows who. Everything one may read passes the one condition in `visible.rs`.

mod card;
mod comment;
mod community;
mod edit;
mod end;
mod feed;
mod held;
mod holdings;
mod jobs;
mod picture;
mod post;
mod powers;
mod remove;
mod search;
mod source;
mod touch;
mod visible;
mod web;
mod words;

pub use card::{CardPicture, PostCard, RootRef, TalkCard, latest_people, latest_talk, latest_voices, pinned};
pub use comment::{NewComment, publish as comment};
pub use community::{Access, CommunityId};
pub use edit::{Change, Version, versions};
pub use feed::{FeedOf, feed_items};
pub use holdings::holdings;
pub use jobs::{kinds, reactions, recurring};
pub use picture::{Described, PictureId, media_path};
pub use post::{NewPost, Post, PostId, Published};
pub use powers::Powers;
pub use search::{FoundPost, Order, search};
pub use touch::EVERYTHING;
#[cfg(debug_assertions)]
pub use visible::take_out;
pub use visible::{RULES, Replies, visible, visible_to_all};
pub use web::{Stored, routes, store_picture};
