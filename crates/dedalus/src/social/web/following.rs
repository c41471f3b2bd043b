//! /io/seguiti, /io/richieste — whom I follow, who asks to follow me, who does.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::rate::Key;
use kit::{Error, Result};

use crate::identity::{Person, PersonId, Viewer};
use crate::shell::{App, Frame, Listing, Query, ROWS, page, see};
use crate::social::follow::{self, Asking, Followed, Follower, SourceKind};
use crate::social::words::initials;

#[derive(Template)]
#[template(path = "social/templates/followed.html")]
struct FollowedPage {
    frame: Frame,
    list: Listing,
    rows: Vec<Followed>,
    kinds: Vec<(&'static str, &'static str)>,
}

/// How many rows stand on earlier pages of a list that counts.
pub fn skipped(list: &Listing) -> i64 {
    list.after().unwrap_or(0).clamp(0, 100_000)
}

/// GET /io/seguiti?q=…&tipo=…&dopo=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    let mut list = Listing::new("/io/seguiti", &query, &["q", "tipo"]);
    let skip = skipped(&list);
    let kind = SourceKind::from_form(list.get("tipo"));
    let mut rows = follow::followed(&app.db, me.id, kind, list.maybe("q").as_deref(), skip, ROWS + 1).await?;
    list.cut(&mut rows, |_| skip + ROWS);
    let kinds = SourceKind::ALL.iter().map(|kind| (kind.form_word(), frame.t(kind.key()))).collect();
    page(&FollowedPage { frame, list, rows, kinds })
}

#[derive(Template)]
#[template(path = "social/templates/askings.html")]
struct AskingsPage {
    frame: Frame,
    list: Listing,
    private: bool,
    asking: Vec<Asking>,
    followers: Vec<Follower>,
}

impl AskingsPage {
    fn mark(&self, name: &str) -> String {
        initials(name)
    }
}

/// GET /io/richieste?dopo=…
pub async fn askings(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    let mut list = Listing::new("/io/richieste", &query, &[]);
    let skip = skipped(&list);
    let private = Person::find(&app.db, me.id).await?.private;
    let (asking, mut followers) =
        tokio::try_join!(follow::askings(&app.db, me.id, 200), follow::followers(&app.db, me.id, skip, ROWS + 1))?;
    list.cut(&mut followers, |_| skip + ROWS);
    page(&AskingsPage { frame, list, private, asking, followers })
}

fn number(text: &str) -> Result<PersonId> {
    text.parse().map_err(|_| Error::NotFound)
}

/// POST /io/richieste/{id}/accoglimento
pub async fn accept(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let me = viewer.me()?.id;
    app.limiter.take("write", Key::Account(me.0))?;
    let follower = number(&id)?;
    app.db.write(async |tx| follow::accept(tx, me, follower).await).await?;
    see("/io/richieste", Some("toast-follow-accepted"))
}

/// POST /io/richieste/{id}/rifiuto, and the same for who follows already: /io/seguaci/{id}/rimozione
pub async fn remove(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let me = viewer.me()?.id;
    app.limiter.take("write", Key::Account(me.0))?;
    let follower = number(&id)?;
    app.db.write(async |tx| follow::remove(tx, me, follower).await).await?;
    see("/io/richieste", Some("toast-removed"))
}
