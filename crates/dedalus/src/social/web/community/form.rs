//! /comunita/nuova and /comunita/{handle}/impostazioni — making a community, and changing it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::clean_text;
use kit::{Error, Result};

use crate::identity::{Tier, Viewer, check_names};
use crate::shell::{App, Form, FormView, Frame, page_with, see};
use crate::social::community::{Access, Community, CommunityDraft, NewCommunity, Topic};
use crate::social::moderation::note_warned;

/// The longest reason why it exists, in characters.
const PURPOSE_MAX: usize = 300;
/// The longest rules, in characters.
const RULES_MAX: usize = 5_000;
/// The longest name of a place, in characters.
const PLACE_MAX: usize = 80;
/// Words that addresses below /comunita have already.
const RESERVED: &[&str] = &["nuova", "mie"];

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    name: String,
    handle: String,
    purpose: String,
    kind: String,
    topic: String,
    place: String,
    rules: String,
}

impl Typed {
    fn of_form(form: &Form) -> Self {
        Self {
            name: form.line("nome"),
            handle: form.line("nickname"),
            purpose: clean_text(&form.text("scopo")),
            kind: form.line("tipo"),
            topic: form.line("argomento"),
            place: form.line("luogo"),
            rules: form.text("regole"),
        }
    }

    fn of(community: &Community) -> Self {
        Self {
            name: community.name.clone(),
            handle: community.handle.clone(),
            purpose: community.purpose.clone(),
            kind: community.kind.word().to_owned(),
            topic: community.topic.clone(),
            place: community.place.clone(),
            rules: community.rules.clone(),
        }
    }

    /// What it makes, and what is wrong with it.
    fn checked(&self, town: &str, faults: &mut FieldErrors) -> NewCommunity {
        let (name, handle) = check_names(&self.name, &self.handle, town, faults);
        if RESERVED.contains(&handle.to_lowercase().as_str()) {
            faults.add("nickname", "error-name-official");
        }
        let length = |text: &str| text.chars().count();
        if length(&self.purpose) < 10 || length(&self.purpose) > PURPOSE_MAX {
            faults.add("scopo", "error-community-purpose");
        }
        if length(&self.place) > PLACE_MAX {
            faults.add("luogo", "error-community-place");
        }
        if length(&self.rules) > RULES_MAX {
            faults.add("regole", "error-community-rules");
        }
        let (kind, topic) = (Access::from_word(&self.kind), Topic::from_word(&self.topic));
        if kind.is_none() {
            faults.add("tipo", "error-community-kind");
        }
        if topic.is_none() {
            faults.add("argomento", "error-community-topic");
        }
        let draft = CommunityDraft {
            name,
            purpose: self.purpose.clone(),
            rules: self.rules.clone(),
            kind: kind.unwrap_or(Access::Secret),
            topic: topic.unwrap_or(Topic::Other),
            place: self.place.clone(),
        };
        NewCommunity { handle, draft }
    }
}

#[derive(Template)]
#[template(path = "social/templates/community/form.html")]
struct FormPage {
    frame: Frame,
    form: FormView,
    /// The community that is being changed.
    community: Option<Community>,
    typed: Typed,
    action: String,
    topics: Vec<(String, String)>,
    kinds: Vec<KindView>,
    /// Only who is known by name makes one.
    allowed: bool,
}

/// One kind to choose.
struct KindView {
    word: &'static str,
    name: &'static str,
    text: &'static str,
}

impl FormPage {
    fn purpose_max(&self) -> usize {
        PURPOSE_MAX
    }

    fn rules_max(&self) -> usize {
        RULES_MAX
    }

    fn place_max(&self) -> usize {
        PLACE_MAX
    }
}

fn draw(frame: Frame, viewer: &Viewer, community: Option<Community>, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let allowed = community.is_some() || viewer.me()?.tier == Tier::Verified;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let topics = Topic::ALL.iter().map(|topic| (topic.word().to_owned(), frame.t(topic.key()).to_owned()));
    let topics = std::iter::once((String::new(), frame.t("community-topic-choose").to_owned())).chain(topics).collect();
    let kinds =
        Access::ALL.iter().map(|kind| KindView { word: kind.word(), name: frame.t(kind.key()), text: frame.t(kind.readers()) }).collect();
    let action = community.as_ref().map_or_else(|| "/comunita".to_owned(), |community| format!("{}/impostazioni", community.path()));
    let form = FormView::with(&frame, faults);
    page_with(status, &FormPage { frame, form, community, typed, action, topics, kinds, allowed })
}

/// GET /comunita/nuova
pub async fn new(frame: Frame, viewer: Viewer) -> Result<Response> {
    let typed = Typed { kind: Access::Open.word().to_owned(), ..Typed::default() };
    draw(frame, &viewer, None, typed, FieldErrors::default())
}

/// POST /comunita — verified people only: somebody must answer for the place.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let typed = Typed::of_form(&form);
    let mut faults = FieldErrors::default();
    let new = typed.checked(&app.config.town.name, &mut faults);
    if me.tier != Tier::Verified {
        faults.add("nome", "error-community-verified");
    }
    if !faults.is_empty() {
        return draw(frame, &viewer, None, typed, faults);
    }
    app.limiter.take("write", Key::Account(me.id.0))?;
    let actor = viewer.actor()?;
    match app.db.write(async |tx| Community::create(tx, &actor, &new).await).await {
        Ok(_) => see(&format!("/comunita/{}", new.handle), Some("toast-community-made")),
        Err(error) => {
            note_warned(&app.db, me.id, &error, &new.pieces()).await?;
            let Error::Invalid(faults) = error else { return Err(error) };
            draw(frame, &viewer, None, typed, faults)
        }
    }
}

/// GET /comunita/{handle}/impostazioni
pub async fn settings(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    let community = Community::kept_by(&app.db, &viewer, &handle).await?;
    let typed = Typed::of(&community);
    draw(frame, &viewer, Some(community), typed, FieldErrors::default())
}

/// POST /comunita/{handle}/impostazioni
pub async fn save(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, form: Form) -> Result<Response> {
    let community = Community::kept_by(&app.db, &viewer, &handle).await?;
    let typed = Typed { handle: community.handle.clone(), ..Typed::of_form(&form) };
    let mut faults = FieldErrors::default();
    let new = typed.checked(&app.config.town.name, &mut faults);
    if !faults.is_empty() {
        return draw(frame, &viewer, Some(community), typed, faults);
    }
    app.limiter.take("write", Key::Account(viewer.me()?.id.0))?;
    let actor = viewer.actor()?;
    match app.db.write(async |tx| community.change(tx, &actor, &new.draft).await).await {
        Ok(()) => see(&community.path(), Some("toast-saved")),
        Err(error) => {
            note_warned(&app.db, viewer.me()?.id, &error, &new.draft.pieces()).await?;
            let Error::Invalid(faults) = error else { return Err(error) };
            draw(frame, &viewer, Some(community), typed, faults)
        }
    }
}
