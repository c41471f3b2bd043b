//! /segreteria/moderazione/{id} — one matter with everything around it: read, taken, decided.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::error::FieldErrors;

use super::place::PlaceView;
use super::text::TextView;
use super::{after, reasons, status};
use crate::identity::{Person, Viewer};
use crate::shell::{App, Form, FormView, Frame, page_with, see};
use crate::social::moderation::concern::named;
use crate::social::moderation::decide::{DAYS, FACTS_MAX, NewDecision, decide as decide_matter};
use crate::social::moderation::decision::Decision;
use crate::social::moderation::matter::{Matter, take as take_matter};
use crate::social::moderation::report::{Filing, of_matter};
use crate::social::moderation::words::{Action, Reason, SubjectKind};
use crate::social::post::Post;

/// What was typed into the form.
#[derive(Debug, Clone, Default)]
struct Typed {
    action: String,
    rule: String,
    facts: String,
    days: String,
    hides: bool,
}

#[derive(Template)]
#[template(path = "social/moderation/templates/matter.html")]
struct MatterPage {
    frame: Frame,
    form: FormView,
    matter: Matter,
    title: String,
    text: Option<TextView>,
    community: Option<String>,
    place: Option<PlaceView>,
    /// Who keeps the community: names, and names in addresses.
    keepers: Vec<(String, String)>,
    person: Option<Person>,
    /// What the person says of themselves is what is judged.
    bio: bool,
    reports: Vec<Filing>,
    earlier: Vec<Decision>,
    /// Somebody else has it.
    another: Option<String>,
    /// Their own, or reported by them: somebody else decides.
    own: bool,
    mine: bool,
    actions: Vec<(String, String)>,
    rules: Vec<(String, String)>,
    days: Vec<(String, String)>,
    typed: Typed,
}

impl MatterPage {
    fn max(&self) -> usize {
        FACTS_MAX
    }
}

/// The name of the community of the text, or of the matter itself.
async fn community(app: &App, matter: &Matter, post: Option<&Post>) -> Result<Option<String>> {
    let Some(id) = matter.community() else { return Ok(post.and_then(|post| post.community_name.clone())) };
    let found: Option<(String,)> = app.db.maybe("select name from community where id = $1", kit::args![id]).await?;
    Ok(found.map(|(name,)| name))
}

fn options(frame: &Frame, matter: &Matter) -> [Vec<(String, String)>; 3] {
    let word = |action: &Action| {
        let key = if *action == Action::Dismiss && matter.held { "action-release" } else { action.key() };
        (action.form_word().to_owned(), frame.t(key).to_owned())
    };
    let mut days = vec![(String::new(), frame.t("decision-no-end").to_owned())];
    days.extend(DAYS.iter().map(|days| (days.to_string(), frame.tn("decision-days", days))));
    [Action::for_kind(matter.kind).iter().map(word).collect(), reasons(frame), days]
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, matter: Matter, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let me = viewer.me()?.id;
    let text = match matter.post() {
        Some(id) => Some(TextView::of(app, &frame, viewer, id).await?),
        None => None,
    };
    let post = text.as_ref().map(TextView::post);
    let place = match matter.community() {
        Some(id) => Some(PlaceView::of(app, &frame, viewer, id).await?),
        None => None,
    };
    let (reports, earlier, community, own) = tokio::try_join!(
        of_matter(&app.db, matter.id),
        Decision::earlier(&app.db, matter.kind, matter.subject_id, matter.concerned()),
        community(app, &matter, post),
        matter.concerns(&app.db, me),
    )?;
    let keepers = named(&app.db, matter.kind, matter.subject_id).await?;
    let person = match matter.concerned() {
        Some(id) => Person::find(&app.db, id).await.ok(),
        None => None,
    };
    let name = match (post, &community, &person) {
        (Some(post), _, _) => post.voice().to_owned(),
        (None, Some(name), _) if matter.community().is_some() => name.clone(),
        (None, _, Some(person)) => person.name.clone(),
        _ => String::new(),
    };
    // Who is reported reads neither who reported them nor in which words, whatever they may do for others.
    let reports = if own { Vec::new() } else { reports };
    let [actions, rules, days] = options(&frame, &matter);
    let view = MatterPage {
        title: frame.t2("matter-title", "kind", frame.t(matter.kind.key()), "name", &name),
        community,
        place,
        keepers,
        bio: matter.kind == SubjectKind::Person,
        another: matter.had_by_another(me, app.now()).map(str::to_owned),
        mine: matter.taken_by == Some(me),
        form: FormView::with(&frame, faults.clone()),
        frame,
        text,
        person,
        reports,
        earlier,
        own,
        actions,
        rules,
        days,
        typed,
        matter,
    };
    page_with(status(&faults), &view)
}

/// The form begins with the rule that most reports name.
fn proposed(reports: &[Filing]) -> Typed {
    let most = Reason::ALL.iter().max_by_key(|reason| reports.iter().filter(|report| report.reason == **reason).count());
    let rule = most.filter(|_| !reports.is_empty()).copied().unwrap_or(Reason::Spam).form_word().to_owned();
    Typed { rule, ..Typed::default() }
}

/// GET /segreteria/moderazione/{id}
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let matter = Matter::find(&app.db, id).await?;
    let typed = proposed(&of_matter(&app.db, id).await?);
    draw(&app, frame, &viewer, matter, typed, FieldErrors::default()).await
}

/// POST /segreteria/moderazione/{id}/presa-in-carico
pub async fn take(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let actor = viewer.actor()?;
    let done = app.db.write(async |tx| take_matter(tx, &actor, id).await).await;
    match after(done, &format!("/segreteria/moderazione/{id}"), "toast-matter-taken")? {
        Ok(response) => Ok(response),
        Err(faults) => {
            let matter = Matter::find(&app.db, id).await?;
            draw(&app, frame, &viewer, matter, Typed::default(), faults).await
        }
    }
}

/// POST /segreteria/moderazione/{id}/decisione
pub async fn decide(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>, form: Form) -> Result<Response> {
    let matter = Matter::find(&app.db, id).await?;
    let typed = Typed {
        action: form.line("azione"),
        rule: form.line("regola"),
        facts: form.text("fatti"),
        days: form.line("durata"),
        hides: form.has("nascondi"),
    };
    let mut faults = FieldErrors::default();
    let (Some(action), Some(rule)) = (Action::from_form(&typed.action), Reason::from_form(&typed.rule)) else {
        faults.add("azione", "error-decision-action");
        return draw(&app, frame, &viewer, matter, typed, faults).await;
    };
    let days = if typed.days.is_empty() { None } else { Some(typed.days.parse().unwrap_or(-1)) };
    let new = NewDecision { action, rule, facts: typed.facts.trim().to_owned(), days, hides: typed.hides };
    let actor = viewer.actor()?;
    match app.db.write(async |tx| decide_matter(tx, &actor, id, &new).await).await {
        Ok(decision) => see(&format!("/segreteria/moderazione/decisioni/{decision}"), Some("toast-decided")),
        Err(kit::Error::Invalid(faults)) => {
            let matter = Matter::find(&app.db, id).await?;
            draw(&app, frame, &viewer, matter, typed, faults).await
        }
        Err(error) => Err(error),
    }
}
