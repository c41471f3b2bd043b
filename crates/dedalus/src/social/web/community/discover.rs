//! /comunita — which communities there are, the liveliest first.

use askama::Template;
use axum::response::Response;
use kit::Result;

use crate::identity::Viewer;
use crate::shell::{App, Frame, Keep, Listing, Query, ROWS, page};
use crate::social::community::{CommunityFilter, CommunityRow, MemberState, Topic};
use crate::social::web::following::skipped;

#[derive(Template)]
#[template(path = "social/templates/community/discover.html")]
struct DiscoverPage {
    frame: Frame,
    list: Listing,
    rows: Vec<CommunityRow>,
    mine: Vec<CommunityRow>,
    invited: Vec<CommunityRow>,
    topics: Vec<(&'static str, &'static str)>,
}

/// GET /comunita?q=…&argomento=…&dopo=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let mut list = Listing::new("/comunita", &query, &["q", "argomento"]);
    let skip = skipped(&list);
    let filter =
        CommunityFilter { text: list.maybe("q"), topic: Topic::from_word(list.get("argomento")), skip, ..CommunityFilter::default() };
    let mut rows = CommunityRow::discover(&app.db, &viewer, &filter, ROWS + 1).await?;
    list.cut(&mut rows, |_| skip + ROWS);
    let (mut mine, mut invited) = (Vec::new(), Vec::new());
    if viewer.me.is_some() && skip == 0 && !list.is_filtered() {
        mine = CommunityRow::of_person(&app.db, &viewer, MemberState::Member, 50).await?;
        invited = CommunityRow::of_person(&app.db, &viewer, MemberState::Invited, 50).await?;
    }
    let topics = Topic::ALL.iter().map(|topic| (topic.word(), frame.t(topic.key()))).collect();
    let midnight = kit::i18n::dates::next_midnight(frame.now, &frame.zone);
    let answer = page(&DiscoverPage { frame, list, rows, mine, invited, topics })?;
    Ok(Keep::of(["square", "communities"]).until(Some(midnight)).on(answer))
}
