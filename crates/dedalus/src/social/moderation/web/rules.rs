//! /segreteria/regole-di-moderazione — phrases that hold, warn or refuse, and how much somebody may write.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::error::FieldErrors;

use super::{after, status};
use crate::identity::{Actor, Entry, Viewer, note};
use crate::shell::{App, Form, FormView, Frame, page_with, see};
use crate::social::moderation::filter::{Effect, NewFilter, PHRASE_MAX, SENTENCE_MAX, WordFilter, remove as remove_filter};
use crate::social::moderation::limits::{KNOWN, Limits};

/// A number in its form.
struct LimitView {
    name: &'static str,
    label: &'static str,
    help: &'static str,
    value: String,
}

#[derive(Template)]
#[template(path = "social/moderation/templates/rules.html")]
struct RulesPage {
    frame: Frame,
    form: FormView,
    filters: Vec<WordFilter>,
    effects: Vec<(String, String)>,
    phrase: String,
    effect: String,
    sentence: String,
    limits: Vec<LimitView>,
}

impl RulesPage {
    fn phrase_max(&self) -> usize {
        PHRASE_MAX
    }
    fn sentence_max(&self) -> usize {
        SENTENCE_MAX
    }
}

async fn draw(app: &App, frame: Frame, form: &Form, faults: FieldErrors) -> Result<Response> {
    let (filters, limits) = tokio::try_join!(WordFilter::all(&app.db), Limits::in_force(&app.db))?;
    let limits = KNOWN
        .iter()
        .zip(limits.values())
        .map(|(known, value)| LimitView {
            name: known.name,
            label: known.label,
            help: known.help,
            value: if form.has(known.name) { form.line(known.name) } else { value.to_string() },
        })
        .collect();
    let view = RulesPage {
        effects: Effect::ALL.iter().map(|effect| (effect.form_word().to_owned(), frame.t(effect.key()).to_owned())).collect(),
        phrase: form.line("frase"),
        effect: form.line("effetto"),
        sentence: form.line("avviso"),
        form: FormView::with(&frame, faults.clone()),
        filters,
        limits,
        frame,
    };
    page_with(status(&faults), &view)
}

/// GET /segreteria/regole-di-moderazione
pub async fn index(app: App, frame: Frame) -> Result<Response> {
    draw(&app, frame, &Form::default(), FieldErrors::default()).await
}

/// POST /segreteria/regole-di-moderazione/frasi
pub async fn add(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let (me, actor) = (viewer.me()?.id, viewer.actor()?);
    let mut faults = FieldErrors::default();
    let effect = Effect::from_form(&form.line("effetto")).unwrap_or(Effect::Hold);
    let new = NewFilter { phrase: form.line("frase"), effect, sentence: form.line("avviso") };
    new.check(&mut faults);
    if !faults.is_empty() {
        return draw(&app, frame, &form, faults).await;
    }
    let done = app
        .db
        .write(async |tx| {
            let id = new.keep(tx, me).await?;
            note(tx, &actor, rule("moderation.phrase_added", Some(id), &new.phrase, new.effect.word())).await
        })
        .await;
    match after(done, "/segreteria/regole-di-moderazione", "toast-added")? {
        Ok(response) => Ok(response),
        Err(faults) => draw(&app, frame, &form, faults).await,
    }
}

fn rule<'a>(act: &'static str, id: Option<i64>, name: &'a str, after: &str) -> Entry<'a> {
    Entry { act, subject_kind: "rule", subject_id: id, subject_name: name, after: Some(after.to_owned()), ..Entry::default() }
}

/// POST /segreteria/regole-di-moderazione/frasi/{id}/cancellazione
pub async fn remove(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let actor: Actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let phrase = remove_filter(tx, id).await?;
            note(tx, &actor, rule("moderation.phrase_removed", Some(id), &phrase, "")).await
        })
        .await?;
    see("/segreteria/regole-di-moderazione", Some("toast-removed"))
}

/// POST /segreteria/regole-di-moderazione/limiti
pub async fn limit(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let actor = viewer.actor()?;
    let mut faults = FieldErrors::default();
    let texts: Vec<String> = KNOWN.iter().map(|known| form.line(known.name)).collect();
    let limits = Limits::typed(&texts, &mut faults);
    if !faults.is_empty() {
        return draw(&app, frame, &form, faults).await;
    }
    let before = Limits::in_force(&app.db).await?;
    app.db
        .write(async |tx| {
            limits.save(tx).await?;
            let said = |limits: &Limits| {
                KNOWN.iter().zip(limits.values()).map(|(known, value)| format!("{} {value}", known.name)).collect::<Vec<_>>().join(", ")
            };
            let mut act = rule("moderation.limits", None, "", &said(&limits));
            act.before = Some(said(&before));
            note(tx, &actor, act).await
        })
        .await?;
    see("/segreteria/regole-di-moderazione", Some("toast-saved"))
}
