//! What posts and pages say of themselves to programs (schema.org): who said what, when, and how much was answered.

use serde_json::{Value, json};

use crate::identity::Page;
use crate::shell::{App, Frame, Html, linked_data};
use crate::social::picture::Picture;
use crate::social::post::Post;

/// A post: the news of an institution, or somebody's part in the town's conversation.
pub fn of_post(app: &App, frame: &Frame, post: &Post, pictures: &[Picture]) -> Html {
    let institution = post.page_id.is_some();
    let author = json!({
        "@type": if institution { "GovernmentOrganization" } else { "Person" },
        "name": post.voice(), "url": app.absolute(&post.voice_path()),
    });
    // What stands behind a warning is not told before it.
    let images: Vec<String> =
        pictures.iter().filter(|_| post.warning.is_empty()).map(|picture| app.absolute(&picture.large_src())).collect();
    linked_data(&json!({
        "@context": "https://schema.org",
        "@type": if institution { "NewsArticle" } else { "DiscussionForumPosting" },
        "url": app.absolute(&post.path()), "mainEntityOfPage": app.absolute(&post.path()),
        "headline": post.headline(), "text": post.beginning(), "inLanguage": post.language,
        "datePublished": frame.machine(&post.published_at),
        "dateModified": frame.machine(&post.edited_at.unwrap_or(post.published_at)),
        "author": author, "publisher": town(app, frame), "image": images,
        "commentCount": post.comment_count,
        "interactionStatistic": [
            {"@type": "InteractionCounter", "interactionType": "https://schema.org/CommentAction", "userInteractionCount": post.comment_count},
            {"@type": "InteractionCounter", "interactionType": "https://schema.org/LikeAction", "userInteractionCount": post.like_count},
        ],
    }))
}

/// An institutional page.
pub fn of_voice(app: &App, frame: &Frame, page: &Page) -> Html {
    linked_data(&json!({
        "@context": "https://schema.org", "@type": "GovernmentOrganization",
        "name": page.name, "description": page.bio, "url": app.absolute(&page.path()), "parentOrganization": town(app, frame),
    }))
}

fn town(app: &App, frame: &Frame) -> Value {
    json!({"@type": "GovernmentOrganization", "name": frame.town.name, "url": app.absolute("/")})
}
