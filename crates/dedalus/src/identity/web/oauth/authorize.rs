//! /oauth/authorize — a person is asked whether a program may act for them. Signing in comes before, and back.

use askama::Template;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use kit::rate::Key;
use kit::{Error, Result};

use super::asking::{Asking, Unsound};
use crate::identity::oauth::{NewCode, form_target};
use crate::identity::{Entry, Viewer, note};
use crate::shell::{App, Form, Frame, POLICY, Query, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/oauth_authorize.html")]
struct AuthorizePage {
    frame: Frame,
    asking: Asking,
    /// What it may do, in words.
    words: Vec<&'static str>,
    /// Who is asked.
    name: String,
}

#[derive(Template)]
#[template(path = "identity/templates/oauth_unsound.html")]
struct UnsoundPage {
    frame: Frame,
    why: &'static str,
}

fn unsound(frame: Frame, unsound: Unsound) -> Result<Response> {
    match unsound {
        Unsound::Here(why) => page_with(StatusCode::BAD_REQUEST, &UnsoundPage { why: frame.t(why), frame }),
        Unsound::There(address) => see(&address, None),
        Unsound::Failed(error) => Err(error),
    }
}

/// GET /oauth/authorize?client_id=…&redirect_uri=…&response_type=code&scope=…&state=…&code_challenge=…&code_challenge_method=S256
pub async fn form(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    let asking = match Asking::read(&app.db, &app.config.server.public_url, &query.0).await {
        Ok(asking) => asking,
        Err(why) => return unsound(frame, why),
    };
    let words = asking.scopes.iter().map(|scope| frame.t(scope.key())).collect();
    let target = form_target(&asking.redirect).unwrap_or_default();
    let mut answer = page_with(StatusCode::OK, &AuthorizePage { words, name: me.name.clone(), asking, frame })?;
    // The browser must follow the answer out of the town, from this page alone.
    let policy = POLICY.replace("form-action 'self'", &format!("form-action 'self' {target}"));
    let policy = HeaderValue::from_str(&policy).map_err(|_| Error::internal("a policy with characters no header takes"))?;
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    Ok(answer)
}

/// POST /oauth/authorize — yes or no; the program is told either way.
pub async fn decide(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let issuer = &app.config.server.public_url;
    let asking = match Asking::read(&app.db, issuer, &form).await {
        Ok(asking) => asking,
        Err(why) => return unsound(frame, why),
    };
    if form.line("risposta") != "consenti" {
        return see(&asking.refusal(issuer), None);
    }
    let actor = viewer.actor()?;
    let code = app
        .db
        .write(async |tx| {
            let new = NewCode {
                client: &asking.client,
                person: me.id,
                redirect: &asking.redirect,
                challenge: &asking.challenge,
                scopes: &asking.scopes,
            };
            let entry = Entry {
                act: "application.allowed",
                subject_kind: "person",
                subject_id: Some(me.id.0),
                subject_name: &asking.client.name,
                after: Some(asking.scopes.text()),
                ..Entry::default()
            };
            note(tx, &actor, entry).await?;
            new.issue(tx).await
        })
        .await?;
    see(&asking.answer(issuer, &code), None)
}
