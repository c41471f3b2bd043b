//! A community as moderation reads it: its words, and not what is said in it.

use askama::Template;
use askama::filters::HtmlSafe;
use kit::{Result, args};

use crate::identity::Viewer;
use crate::shell::{App, Frame, Html};
use crate::social::community::{Access, CommunityId};
use crate::social::moderation::sight::note_read;
use crate::social::moderation::words::SubjectKind;

/// The part of a page with the community that is judged.
#[derive(Template)]
#[template(path = "social/moderation/templates/place.html")]
pub struct PlaceView {
    frame: Frame,
    handle: String,
    name: String,
    purpose: String,
    place: String,
    rules_html: Html,
    kind: Access,
}
impl HtmlSafe for PlaceView {}

impl PlaceView {
    /// That of a community, whoever finds it otherwise. A look at one that not everybody finds stays in the audit.
    pub async fn of(app: &App, frame: &Frame, viewer: &Viewer, id: CommunityId) -> Result<Self> {
        let (handle, name, purpose, place, rules, kind): (String, String, String, String, String, Access) =
            app.db.one("select handle, name, purpose, place, rules_html, kind from community where id = $1", args![id]).await?;
        if kind == Access::Secret {
            let actor = viewer.actor()?;
            app.db.write(async |tx| note_read(tx, &actor, SubjectKind::Community, id.0).await).await?;
        }
        Ok(Self { frame: frame.clone(), handle, name, purpose, place, rules_html: Html(rules), kind })
    }
}
