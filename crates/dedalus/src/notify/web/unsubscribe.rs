//! /avvisi/disiscrizione/{word} — ends the mails of a kind: a page with one button for people, one POST for mail programs
//! (RFC 8058). The word in the address is the credential; cookies do not count here.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::{Error, Result};

use crate::identity::Person;
use crate::notify::unsubscribe::Scope;
use crate::shell::{App, Frame, page};

#[derive(Template)]
#[template(path = "notify/templates/unsubscribe.html")]
struct UnsubscribePage {
    frame: Frame,
    /// What ends, in words; none: the daily mail.
    kinds: Vec<&'static str>,
    done: bool,
}

async fn draw(app: &App, frame: Frame, scope: &Scope, done: bool) -> Result<Response> {
    Person::find(&app.db, scope.person).await?;
    let kinds = scope.kinds.iter().map(|kind| frame.t(kind.key())).collect();
    page(&UnsubscribePage { frame, kinds, done })
}

/// GET /avvisi/disiscrizione/{word}
pub async fn form(app: App, frame: Frame, Path(word): Path<String>) -> Result<Response> {
    draw(&app, frame, &Scope::open(&app.secret, &word)?, false).await
}

/// POST /avvisi/disiscrizione/{word}, `List-Unsubscribe=One-Click`
pub async fn create(app: App, frame: Frame, Path(word): Path<String>) -> Result<Response> {
    let scope = Scope::open(&app.secret, &word)?;
    match Person::find(&app.db, scope.person).await {
        Ok(_) => app.db.write(async |tx| scope.apply(tx).await).await?,
        // Whoever is gone is told nothing any more.
        Err(Error::NotFound) => {}
        Err(error) => return Err(error),
    }
    draw(&app, frame, &scope, true).await
}
