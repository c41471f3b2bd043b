//! /io/chiavi — keys of programs that act for a person: app passwords and tokens.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::clock::DAY;
use kit::error::FieldErrors;
use kit::rate::Key;

use crate::identity::access_key::{AccessKey, KeyKind};
use crate::identity::scope::Scope;
use crate::identity::{Entry, Viewer, note};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

/// How many keys one may have.
const MOST: usize = 50;
/// How long a key may last, in days, with the keys of the words.
const LASTS: [(&str, &str); 4] = [("30", "key-lasts-30"), ("90", "key-lasts-90"), ("365", "key-lasts-365"), ("", "key-lasts-ever")];

#[derive(Template)]
#[template(path = "identity/templates/keys.html")]
struct KeysPage {
    frame: Frame,
    form: FormView,
    keys: Vec<AccessKey>,
    typed: Typed,
    kinds: Vec<(String, String)>,
    lasts: Vec<(String, String)>,
    scopes: Vec<(Scope, &'static str, bool)>,
    /// The key that was just made: shown once.
    fresh: Option<String>,
    handle: String,
}

/// What was typed.
#[derive(Debug, Clone)]
struct Typed {
    kind: String,
    label: String,
    lasts: String,
    scopes: Vec<String>,
}

impl Default for Typed {
    fn default() -> Self {
        Self { kind: "app".into(), label: String::new(), lasts: "365".into(), scopes: vec![Scope::Account.word().to_owned()] }
    }
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, typed: Typed, fresh: Option<String>, faults: FieldErrors) -> Result<Response> {
    let me = viewer.me()?;
    let keys = AccessKey::of_person(&app.db, me.id).await?;
    let words = |pairs: &[(&str, &str)]| pairs.iter().map(|(value, key)| ((*value).to_owned(), frame.t(key).to_owned())).collect();
    let scopes = Scope::ALL.iter().map(|scope| (*scope, frame.t(scope.key()), typed.scopes.iter().any(|word| word == scope.word())));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = KeysPage {
        kinds: words(&[("app", "key-kind-app"), ("token", "key-kind-token")]),
        lasts: words(&LASTS),
        scopes: scopes.collect(),
        form: FormView::with(&frame, faults),
        handle: me.handle.clone(),
        frame,
        keys,
        typed,
        fresh,
    };
    page_with(status, &view)
}

/// GET /io/chiavi
pub async fn index(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    draw(&app, frame, &viewer, Typed::default(), None, FieldErrors::default()).await
}

/// POST /io/chiavi — the answer shows the key, once.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let typed = Typed { kind: form.line("tipo"), label: form.line("nome"), lasts: form.line("durata"), scopes: form.lines("ambito") };
    let mut faults = FieldErrors::default();
    let kind = KeyKind::from_word(&typed.kind).unwrap_or(KeyKind::App);
    if !(1..=60).contains(&typed.label.chars().count()) {
        faults.add("nome", "error-key-label");
    }
    let scopes: Vec<Scope> = Scope::ALL.iter().copied().filter(|scope| typed.scopes.iter().any(|word| word == scope.word())).collect();
    if scopes.is_empty() {
        faults.add("ambito", "error-key-scope");
    }
    if !LASTS.iter().any(|(days, _)| *days == typed.lasts) {
        faults.add("durata", "error-key-lasts");
    }
    if AccessKey::of_person(&app.db, me.id).await?.len() >= MOST {
        faults.add("nome", "error-key-many");
    }
    if !faults.is_empty() {
        return draw(&app, frame, &viewer, typed, None, faults).await;
    }
    let until = typed.lasts.parse::<i64>().ok().map(|days| app.now().plus(days * DAY));
    let actor = viewer.actor()?;
    let key = app
        .db
        .write(async |tx| {
            let key = AccessKey::create(tx, me.id, kind, &typed.label, &scopes, until).await?;
            note(tx, &actor, entry("key.made", me.id.0, &typed.label)).await?;
            Ok(key)
        })
        .await?;
    draw(&app, frame, &viewer, Typed::default(), Some(key), FieldErrors::default()).await
}

fn entry<'a>(act: &'static str, person: i64, label: &'a str) -> Entry<'a> {
    Entry { act, subject_kind: "person", subject_id: Some(person), subject_name: label, ..Entry::default() }
}

/// POST /io/chiavi/{id}/ritiro
pub async fn revoke(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let me = viewer.me()?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let label = AccessKey::revoke(tx, me.id, id).await?;
            note(tx, &actor, entry("key.revoked", me.id.0, &label)).await
        })
        .await?;
    see("/io/chiavi", Some("toast-key-revoked"))
}
