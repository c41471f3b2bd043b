//! On the home of who is signed in: what waits for them, as a row of links.

use kit::Result;

use crate::identity::Viewer;
use crate::shell::{App, Frame};
use crate::social::{Errand, ErrandKind, shorten};

/// The most notices that are said as a number.
const MOST: i64 = 99;
/// Characters of a post's title in a link.
const TITLE: usize = 40;

/// One thing that waits.
pub struct Wait {
    /// Where it is done.
    pub path: String,
    /// Its icon.
    pub icon: &'static str,
    /// What and how many.
    pub words: String,
}

impl Wait {
    fn notices(frame: &Frame, unread: i64) -> Self {
        let words = if unread > MOST { frame.t("home-waits-notices-many").to_owned() } else { frame.tn("home-waits-notices", &unread) };
        Self { path: "/io/avvisi".into(), icon: "it-mail", words }
    }

    fn new(frame: &Frame, errand: &Errand) -> Self {
        let (path, icon, key) = match errand.kind {
            ErrandKind::Invitation => ("/comunita#inviti".into(), "it-comment", "home-waits-invitations"),
            ErrandKind::Request => ("/io/richieste".into(), "it-user", "home-waits-requests"),
            ErrandKind::Draft => ("/post/nuovo".into(), "it-pencil", "home-waits-drafts"),
            ErrandKind::Comment => {
                let post = errand.post_id.map_or_else(|| "/".into(), |id| format!("/post/{id}/da-approvare"));
                (post, "it-check-circle", "home-waits-comments")
            }
        };
        let words = frame.tn(key, &errand.count);
        let words = match errand.kind {
            ErrandKind::Comment => format!("{words}: {}", shorten(&errand.headline(), TITLE)),
            _ => words,
        };
        Self { path, icon, words }
    }
}

/// What waits for this viewer; nothing for visitors, without a question.
pub async fn waits(app: &App, frame: &Frame, viewer: &Viewer) -> Result<Vec<Wait>> {
    let Some(me) = &viewer.me else { return Ok(Vec::new()) };
    let errands = Errand::of(&app.db, me).await?;
    let unread = frame.account.as_ref().map_or(0, |account| account.unread);
    let notices = (unread > 0).then(|| Wait::notices(frame, unread));
    Ok(notices.into_iter().chain(errands.iter().map(|errand| Wait::new(frame, errand))).collect())
}
