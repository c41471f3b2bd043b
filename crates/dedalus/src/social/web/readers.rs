//! Who will read what is being written: said beside the button that sends it.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::identity::PersonId;
use crate::shell::Frame;
use crate::social::post::Post;

/// Who will read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Readers {
    /// Everybody.
    Everybody,
    /// Everybody, unless a community of members alone is chosen.
    Unless,
    /// Everybody, in the open community of this name.
    In(String),
    /// Members of the community of this name.
    Members(String),
    /// The followers of who writes.
    Mine,
    /// The followers of somebody else.
    Followers(String),
}

impl Readers {
    /// Who reads a post, and so whatever is said below it, for who is about to change it or to answer.
    pub fn of(post: &Post, me: PersonId) -> Self {
        match &post.community_name {
            Some(name) if post.is_for_members() => Self::Members(name.clone()),
            Some(name) => Self::In(name.clone()),
            None if !post.is_for_followers() => Self::Everybody,
            None if post.author_id == me => Self::Mine,
            None => Self::Followers(post.author_name.clone()),
        }
    }

    /// The badge that says so.
    pub fn badge(&self, frame: &Frame) -> ReadersBadge {
        let words = match self {
            Self::Everybody => frame.t("post-public").to_owned(),
            Self::Unless => frame.t("post-public-unless").to_owned(),
            Self::In(name) => frame.t1("post-public-in", "name", name),
            Self::Members(name) => frame.t1("post-members", "name", name),
            Self::Mine => frame.t("post-followers").to_owned(),
            Self::Followers(name) => frame.t1("post-followers-of", "name", name),
        };
        let public = matches!(self, Self::Everybody | Self::Unless | Self::In(_));
        ReadersBadge { frame: frame.clone(), public, words }
    }
}

/// The badge.
#[derive(Template)]
#[template(path = "social/templates/readers.html")]
pub struct ReadersBadge {
    frame: Frame,
    public: bool,
    words: String,
}
impl HtmlSafe for ReadersBadge {}
