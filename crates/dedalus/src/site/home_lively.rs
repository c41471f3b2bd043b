//! On the home: the communities in which something was said this week. Those that everybody may know of, so it is made once,
//! until one of them changes.

use askama::Template;
use kit::cache::{Page as Kept, PageKey};
use kit::clock::DAY;
use kit::i18n::dates;
use kit::{Error, Result};

use crate::identity::Viewer;
use crate::shell::{App, Frame, Html};
use crate::social::CommunityRow;

/// Communities on the home.
const COMMUNITIES: i64 = 4;
/// How long ago something was said in them at the most.
const LIVELY: i64 = 7 * DAY;

#[derive(Template)]
#[template(path = "site/templates/home_lively.html")]
struct LivelyPart {
    frame: Frame,
    communities: Vec<CommunityRow>,
}

/// The lively communities in the frame's language, kept or made; nothing when all are quiet.
pub async fn lively(app: &App, frame: &Frame) -> Result<Html> {
    let key = PageKey { address: "part of the home: communities", language: frame.code() };
    let kept = app.cache.get_or_fill(key, || make(app, frame)).await?;
    String::from_utf8(kept.body().to_vec()).map(Html).map_err(|_| Error::internal("a template that is not UTF-8"))
}

async fn make(app: &App, frame: &Frame) -> Result<Kept> {
    let communities = CommunityRow::lively(&app.db, &Viewer::nobody(), frame.now.plus(-LIVELY), COMMUNITIES).await?;
    let part = LivelyPart { frame: frame.clone(), communities };
    let markup = part.render().map_err(|error| Error::internal(format!("template: {error}")))?;
    // The week and "today" go on at midnight.
    Ok(Kept::part(markup).shows("square").shows("communities").until(dates::next_midnight(frame.now, &frame.zone)))
}
