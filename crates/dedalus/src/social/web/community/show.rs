//! /comunita/{handle} — why it exists, who keeps it, what is said, then files and people.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::i18n::dates;

use crate::identity::Viewer;
use crate::shell::{App, Frame, Html, Keep, Query, page};
use crate::social::card::{self, PostCard};
use crate::social::community::{Access, Community, CommunityFile, Member, MemberState};
use crate::social::web::about;
use crate::social::web::follow::FollowButton;
use crate::social::web::paging::{PAGE, PagesNav, Slice, before, slice};
use crate::social::words::initials;

#[derive(Template)]
#[template(path = "social/templates/community/show.html")]
struct CommunityPage {
    frame: Frame,
    community: Community,
    rules: Html,
    kept: Vec<PostCard>,
    posts: Slice<PostCard>,
    keepers: Vec<Member>,
    people: Vec<Member>,
    files: Vec<CommunityFile>,
    /// How many wait for an answer; moderators see it.
    asking: i64,
    follow: FollowButton,
    /// What it says of itself to programs, where everybody may read it.
    about: Html,
}

impl CommunityPage {
    fn pages(&self) -> PagesNav {
        self.posts.nav(&self.frame, &self.community.path())
    }

    fn mark(&self, name: &str) -> String {
        initials(name)
    }

    fn has_feeds(&self) -> bool {
        self.community.kind == Access::Open
    }
}

/// GET /comunita/{handle}?prima=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, query: Query) -> Result<Response> {
    let community = Community::visible_to(&app.db, &viewer, &handle).await?;
    let from = before(&query);
    let id = community.id;
    let keepers = Member::moderators(&app.db, id).await?;
    let follow = FollowButton::of(&app, &frame, &viewer, community.source(), &community.path(), &community.name).await?;
    let mut posts = slice(Vec::new(), from);
    let (mut kept, mut people, mut files, mut asking) = (Vec::new(), Vec::new(), Vec::new(), 0);
    if community.may_read() {
        posts = slice(card::of_community(&app.db, &viewer, id, from, PAGE + 1).await?, from);
        if from.is_none() {
            kept = card::kept_in(&app.db, &viewer, id).await?;
        }
        // On its own page it need not be named on every post.
        posts.rows.iter_mut().for_each(|card| card.community = None);
        posts.rows.retain(|card| !kept.iter().any(|top| top.id == card.id));
        people = Member::list(&app.db, id, MemberState::Member, None, 0, 12).await?;
        files = CommunityFile::list(&app.db, id, None, 5).await?;
    }
    if community.is_moderator() {
        asking = i64::try_from(Member::list(&app.db, id, MemberState::Asked, None, 0, 100).await?.len()).unwrap_or_default();
    }
    let keep = Keep::of(["square", "communities", "pages"]).and(format!("community:{id}"));
    let midnight = Some(dates::next_midnight(frame.now, &frame.zone));
    let until = if kept.is_empty() { None } else { card::kept_until(&app.db, id).await? };
    let rules = Html(community.rules_html.clone());
    let open = community.kind == Access::Open;
    let about = if open { about::of_community(&app, &frame, &community) } else { Html(String::new()) };
    let answer = page(&CommunityPage { frame, community, rules, kept, posts, keepers, people, files, asking, follow, about })?;
    Ok(keep.until(midnight).until(until).on(answer))
}
