//! Stub.
#![allow(missing_docs)]
use crate::identity::{PageId, Viewer};
use crate::shell::App;
use kit::Result;
use kit::clock::Time;
use kit::db::Db;
kit::id! { /// p
PostId }
#[derive(Debug, Clone)]
pub struct Pic {
    pub alt: String,
    pub width: i64,
    pub height: i64,
}
impl Pic {
    pub fn src(&self) -> String {
        String::new()
    }
}
#[derive(Debug, Clone)]
pub struct PostCard {
    pub id: PostId,
    pub picture: Option<Pic>,
    pub mark: String,
    pub voice: String,
    pub published_at: Time,
    pub title: String,
    pub excerpt: String,
    pub comment_count: i64,
}
impl PostCard {
    pub fn mark_class(&self) -> &'static str {
        ""
    }
    pub fn headline(&self) -> &str {
        ""
    }
}
#[derive(Debug, Clone)]
pub struct TalkCard {
    pub id: PostId,
    pub root_id: PostId,
    pub mark: String,
    pub voice: String,
    pub published_at: Time,
    pub excerpt: String,
}
impl TalkCard {
    pub fn mark_class(&self) -> &'static str {
        ""
    }
    pub fn root_headline(&self) -> &str {
        ""
    }
}
pub struct Piece {
    pub text: String,
    pub hit: bool,
}
pub struct FoundPost {
    pub id: PostId,
    pub pieces: Vec<Piece>,
    pub voice: String,
    pub published_at: Time,
}
impl FoundPost {
    pub fn is_comment(&self) -> bool {
        false
    }
    pub fn headline(&self) -> &str {
        ""
    }
    pub fn path(&self) -> String {
        String::new()
    }
}
#[derive(Clone, Copy)]
pub enum Order {
    Recency,
    Relevance,
}
pub enum FeedOf {
    Town,
    Page(PageId),
}
pub async fn latest_voices(_: &Db, _: i64) -> Result<Vec<PostCard>> {
    Ok(vec![])
}
pub async fn latest_people(_: &Db, _: i64) -> Result<Vec<PostCard>> {
    Ok(vec![])
}
pub async fn pinned(_: &Db) -> Result<Option<PostCard>> {
    Ok(None)
}
pub async fn latest_talk(_: &Db, _: i64) -> Result<Vec<TalkCard>> {
    Ok(vec![])
}
pub async fn search(_: &Db, _: &Viewer, _: &str, _: &[&str], _: Order, _: Option<i64>, _: i64) -> Result<Vec<FoundPost>> {
    Ok(vec![])
}
pub async fn feed_items(_: &App, _: FeedOf, _: i64) -> Result<Vec<wire::feed::Item>> {
    Ok(vec![])
}
pub fn kinds() -> Vec<kit::jobs::Kind<App>> {
    vec![]
}
pub fn recurring() -> Vec<kit::jobs::Recurring> {
    vec![]
}
pub fn reactions() -> Vec<kit::events::Reaction> {
    vec![]
}
pub fn routes() -> axum::Router<App> {
    axum::Router::new()
}
