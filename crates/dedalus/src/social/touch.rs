//! Which pages are stale after a write: the town's lists, the home, the post's own page, and whose profile it is on.

use super::community::CommunityId;
use super::post::Post;
use super::post::PostId;
use crate::identity::{PageId, PersonId};

/// What every page that shows posts or comments depends on: touched when somebody may read more or less than before.
pub const EVERYTHING: &str = "square";

/// The subjects of a post: what its publishing, its change and its end make stale.
pub fn of_post(id: PostId, author: PersonId, page: Option<PageId>, community: Option<CommunityId>) -> Vec<String> {
    let mut touched = vec!["home".into(), "town".into(), format!("post:{id}"), profile(author, page)];
    touched.extend(community.map(|community| format!("community:{community}")));
    touched
}

/// The subjects of a comment: those of the post at the top, for it counts its comments, and who spoke as themselves.
pub fn of_comment(root: &Post, author: PersonId, page: Option<PageId>) -> Vec<String> {
    let mut touched = of_post(root.id, root.root_author_id, root.root_page_id, root.community_id);
    if page.is_none() {
        touched.push(profile(author, None));
    }
    touched
}

/// The subjects of whatever this is.
pub fn of(post: &Post) -> Vec<String> {
    let mut touched = of_post(post.root_id, post.root_author_id, post.root_page_id, post.community_id);
    if post.is_comment() && post.page_id.is_none() {
        touched.push(profile(post.author_id, None));
    }
    touched
}

/// Pages tell what their voice wrote; people what they wrote as themselves.
fn profile(author: PersonId, page: Option<PageId>) -> String {
    match page {
        Some(page) => format!("page:{page}"),
        None => format!("person:{author}"),
    }
}
