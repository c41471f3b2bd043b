//! The square's conversation: posts of people and of institutional pages, pictures, comments, and their lists.
//!
//! A comment is a post with a parent. Who speaks is a person, or a page several people may speak as; the page is shown,
//! the audit knows who. Everything one may read passes the one condition in `visible.rs`.

mod away;
mod bookmark;
mod caption;
mod card;
mod comment;
mod community;
mod edit;
mod end;
mod errand;
mod feed;
mod follow;
mod held;
mod holdings;
mod jobs;
mod like;
mod listing;
mod live;
mod mark;
mod mine;
pub mod moderation;
mod notices;
mod people;
mod picture;
mod poll;
mod post;
mod powers;
mod preview;
mod preview_page;
mod recording;
mod remove;
mod reply;
mod saved_search;
mod search;
mod share;
mod source;
mod tag;
mod timeline;
mod touch;
mod unsent;
mod visible;
mod waiting;
mod web;
mod words;

pub use caption::{CaptionId, create as create_caption};
pub use card::{CardPicture, PostCard, RootRef, TalkCard, latest_people, latest_talk, latest_voices, of_page, pinned};
pub use comment::{NewComment, publish as comment};
pub use community::{
    Access, Community, CommunityDraft, CommunityFilter, CommunityId, CommunityRow, Joined, MemberRole, NewCommunity, Topic,
};
pub use edit::{Change, Version, versions};
pub use errand::{Errand, ErrandKind};
pub use feed::{FeedOf, feed_items, feed_items_of};
pub use follow::{Following, Source, SourceKind};
pub use holdings::holdings;
pub use jobs::{kinds, reactions, recurring};
pub use listing::{Listed, first_post, published_between};
pub use notices::{Happened, concern, readers};
pub use people::{FoundPerson, people_like};
pub use picture::{Described, PictureId, media_path};
pub use poll::NewPoll;
pub use post::{NewPost, Post, PostId, Published};
pub use powers::Powers;
pub use recording::{NewRecording, RecordingId};
pub use saved_search::{NAME_MAX as SEARCH_NAME_MAX, SavedSearch};
pub use search::{Asked, FoundPost, Order, search};
pub use tag::{TagId, find as find_tag, path as tag_path};
pub use timeline::{Whose, home as home_time_line, town as town_time_line};
pub use touch::EVERYTHING;
#[cfg(debug_assertions)]
pub use visible::take_out;
pub use visible::{RULES, Replies, visible, visible_to_all};
pub use web::{FollowButton, Intake, Stored, StoredRecording, Upload, api_routes, routes, store_picture, store_recording};
pub use words::shorten;
