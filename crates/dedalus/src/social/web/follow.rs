//! …/seguito — following people, pages, communities, topics and offices, and no more; the button for it.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::Path;
use axum::response::Response;
use kit::rate::Key;
use kit::{Error, Result};

use crate::identity::{Office, Page, Person, Viewer};
use crate::shell::{App, Form, Frame, safe_return, see};
use crate::social::community::Community;
use crate::social::follow::{Following, Source, SourceKind};
use crate::social::tag;

/// The button to follow something, or to follow it no more. Other pages put it where it belongs.
#[derive(Template)]
#[template(path = "social/templates/follow_button.html")]
pub struct FollowButton {
    frame: Frame,
    /// The address of what is followed.
    base: String,
    /// Its name, for who hears the button alone.
    name: String,
    following: Following,
}
impl HtmlSafe for FollowButton {}

impl FollowButton {
    /// For a source that stands at an address under a name, as this viewer sees it.
    pub async fn of(app: &App, frame: &Frame, viewer: &Viewer, source: Source, base: &str, name: &str) -> Result<Self> {
        let following = source.followed_by(&app.db, viewer).await?;
        Ok(Self { frame: frame.clone(), base: base.to_owned(), name: name.to_owned(), following })
    }

    fn is_followed(&self) -> bool {
        self.following == Following::Yes
    }

    fn is_asked(&self) -> bool {
        self.following == Following::Asked
    }
}

/// What stands at an address that can be followed.
pub(super) async fn source(app: &App, viewer: &Viewer, kind: SourceKind, name: &str) -> Result<Source> {
    Ok(match kind {
        SourceKind::Person => Person::by_handle(&app.db, name).await?.id.into(),
        SourceKind::Page => Page::by_handle(&app.db, name).await?.id.into(),
        SourceKind::Community => Community::visible_to(&app.db, viewer, name).await?.id.into(),
        SourceKind::Office => Office::by_slug(&app.db, name).await?.id.into(),
        SourceKind::Tag => {
            // A word that nobody wrote is followed like one that only a secret community wrote: the answer tells nothing.
            let sound = (1..=50).contains(&name.chars().count()) && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
            let id = if sound { app.db.write(async |tx| tag::known(tx, name).await).await? } else { return Err(Error::NotFound) };
            Source { kind, id: id.0 }
        }
    })
}

async fn set(app: App, viewer: Viewer, kind: SourceKind, name: String, form: Form, follows: bool) -> Result<Response> {
    let me = viewer.me()?.id;
    app.limiter.take("write", Key::Account(me.0))?;
    let source = source(&app, &viewer, kind, &name).await?;
    let back = safe_return(Some(&form.line("torna")).filter(|path| !path.is_empty()).map(String::as_str));
    if !follows {
        app.db.write(async |tx| source.unfollow(tx, me).await).await?;
        return see(&back, Some("toast-unfollowed"));
    }
    match app.db.write(async |tx| source.follow(tx, me).await).await? {
        Following::Asked => see(&back, Some("toast-follow-asked")),
        Following::Yes => see(&back, Some("toast-followed")),
        Following::No => Err(Error::NotFound),
    }
}

macro_rules! addresses {
    ($($kind:ident $begin:ident $end:ident),+) => {$(
        pub async fn $begin(app: App, viewer: Viewer, Path(name): Path<String>, form: Form) -> Result<Response> {
            set(app, viewer, SourceKind::$kind, name, form, true).await
        }
        pub async fn $end(app: App, viewer: Viewer, Path(name): Path<String>, form: Form) -> Result<Response> {
            set(app, viewer, SourceKind::$kind, name, form, false).await
        }
    )+};
}

addresses!(Person person leave_person, Page page leave_page, Community community leave_community, Tag tag leave_tag, Office office leave_office);
