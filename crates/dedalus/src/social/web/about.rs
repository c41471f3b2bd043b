//! What posts and pages say of themselves to programs (schema.org): who said what, when, and how much was answered.

use serde_json::{Value, json};

use super::recordings::Player;
use crate::identity::{Page, Person};
use crate::shell::{App, Frame, Html, linked_data};
use crate::social::community::Community;
use crate::social::picture::Picture;
use crate::social::post::Post;

/// A post: the news of an institution, or somebody's part in the town's conversation.
pub fn of_post(app: &App, frame: &Frame, post: &Post, pictures: &[Picture], player: Option<&Player>) -> Html {
    let institution = post.page_id.is_some();
    let author = json!({
        "@type": if institution { "GovernmentOrganization" } else { "Person" },
        "name": post.voice(), "url": Some(post.voice_path()).filter(|path| !path.is_empty()).map(|path| app.absolute(&path)),
    });
    // What stands behind a warning is not told before it.
    let images: Vec<String> =
        pictures.iter().filter(|_| post.warning.is_empty()).map(|picture| app.absolute(&picture.large_src())).collect();
    let mut about = json!({
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
    });
    if let (Some(player), true, Some(fields)) = (player, post.warning.is_empty(), about.as_object_mut()) {
        let key = if player.recording().is_video() { "video" } else { "audio" };
        fields.insert(key.to_owned(), of_recording(app, frame, player));
    }
    linked_data(&about)
}

/// A recording with its words.
fn of_recording(app: &App, frame: &Frame, player: &Player) -> Value {
    let recording = player.recording();
    let captions: Vec<Value> = player
        .captions()
        .iter()
        .map(|caption| json!({"@type": "MediaObject", "contentUrl": app.absolute(&caption.path()), "encodingFormat": "text/vtt", "inLanguage": caption.language}))
        .collect();
    let mut about = json!({
        "@type": if recording.is_video() { "VideoObject" } else { "AudioObject" },
        "name": recording.title, "description": if recording.description.is_empty() { &recording.title } else { &recording.description },
        "contentUrl": app.absolute(&recording.src()), "encodingFormat": recording.media_type, "contentSize": recording.bytes.to_string(),
        "duration": recording.duration(), "uploadDate": frame.machine(&recording.created_at), "transcript": recording.transcript,
        "caption": captions,
    });
    if let Some(fields) = about.as_object_mut() {
        if recording.is_video() {
            fields.insert("width".into(), recording.width.into());
            fields.insert("height".into(), recording.height.into());
        }
        if let Some(still) = recording.poster_src() {
            fields.insert("thumbnailUrl".into(), app.absolute(&still).into());
        }
    }
    about
}

/// An institutional page.
pub fn of_voice(app: &App, frame: &Frame, page: &Page) -> Html {
    linked_data(&json!({
        "@context": "https://schema.org", "@type": "GovernmentOrganization",
        "name": page.name, "description": page.bio, "url": app.absolute(&page.path()), "parentOrganization": town(app, frame),
    }))
}

/// A person whose profile is open: the name and the words they chose to show, nothing else.
pub fn of_person(app: &App, person: &Person) -> Html {
    linked_data(&json!({
        "@context": "https://schema.org", "@type": "ProfilePage", "url": app.absolute(&person.path()),
        "mainEntity": {
            "@type": "Person", "name": person.name, "alternateName": person.handle, "description": person.bio,
            "url": app.absolute(&person.path()),
        },
    }))
}

/// A community that everybody may read.
pub fn of_community(app: &App, frame: &Frame, community: &Community) -> Html {
    linked_data(&json!({
        "@context": "https://schema.org", "@type": "Organization", "name": community.name, "description": community.purpose,
        "url": app.absolute(&community.path()), "parentOrganization": town(app, frame),
    }))
}

fn town(app: &App, frame: &Frame) -> Value {
    json!({"@type": "GovernmentOrganization", "name": frame.town.name, "url": app.absolute("/")})
}
