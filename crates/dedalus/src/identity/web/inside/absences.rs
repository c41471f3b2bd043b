//! /segreteria/assenze — from when until when somebody is away, and who stands in.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use jiff::civil::DateTime;
use kit::clock::{DAY, Time};
use kit::error::FieldErrors;
use kit::{Error, Result};

use crate::identity::absence::{MOST_SUBSTITUTES, NewAbsence};
use crate::identity::person_record::{Colleague, colleagues};
use crate::identity::{Absence, Act, Entry, OfficeId, PersonId, Viewer, note};
use crate::shell::{App, Form, FormView, Frame, Listing, Query, ROWS, page_with, see};

/// How long one absence may last.
const LONGEST: i64 = 2 * 366 * DAY;
/// Fields of the substitutes.
const FIELDS: [&str; MOST_SUBSTITUTES] = ["sostituto-1", "sostituto-2", "sostituto-3"];

#[derive(Template)]
#[template(path = "identity/templates/inside/absences.html")]
struct AbsencesPage {
    frame: Frame,
    form: FormView,
    list: Listing,
    rows: Vec<AbsenceView>,
    people: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    colleagues: Vec<(String, String)>,
    typed: Typed,
}

struct AbsenceView {
    row: Absence,
    may_cancel: bool,
}

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    person: String,
    office: String,
    from: String,
    until: String,
    substitutes: [String; MOST_SUBSTITUTES],
}

impl Typed {
    fn of_form(form: &Form) -> Self {
        Self {
            person: form.line("persona"),
            office: form.line("ufficio"),
            from: form.line("dal"),
            until: form.line("al"),
            substitutes: FIELDS.map(|field| form.line(field)),
        }
    }

    fn substitute_fields(&self) -> Vec<(&'static str, String, i64)> {
        (1..).zip(FIELDS).zip(&self.substitutes).map(|((number, field), value)| (field, value.clone(), number)).collect()
    }
}

/// For whom this viewer may write: oneself, and the people of the offices one heads.
async fn people(app: &App, viewer: &Viewer) -> Result<Vec<Colleague>> {
    let me = viewer.me()?;
    let headed = me.offices(Act::KeepOffice);
    let staff = colleagues(&app.db).await?;
    Ok(staff.into_iter().filter(|one| one.id == me.id || one.offices().any(|office| headed.contains(&office))).collect())
}

fn options(none: Option<&str>, rows: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    none.map(|words| (String::new(), words.to_owned())).into_iter().chain(rows).collect()
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, query: &Query, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let me = viewer.me()?;
    let mut list = Listing::new("/segreteria/assenze", query, &["q"]);
    let mut rows = Absence::open(&app.db, list.maybe("q").as_deref(), list.after(), ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id);
    let mine = people(app, viewer).await?;
    let staff = colleagues(&app.db).await?;
    let offices = crate::identity::Office::all(&app.db).await?;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let may = |row: &Absence| row.person_id == me.id || mine.iter().any(|one| one.id == row.person_id);
    let rows = rows.into_iter().map(|row| AbsenceView { may_cancel: may(&row), row }).collect();
    let view = AbsencesPage {
        form: FormView::with(&frame, faults),
        list,
        rows,
        people: options(None, mine.iter().map(|one| (one.id.to_string(), one.name.clone()))),
        offices: options(Some(frame.t("absence-all-offices")), offices.into_iter().map(|office| (office.id.to_string(), office.name))),
        colleagues: options(Some(frame.t("absence-nobody")), staff.into_iter().map(|one| (one.id.to_string(), one.name))),
        typed: Typed { person: if typed.person.is_empty() { me.id.to_string() } else { typed.person.clone() }, ..typed },
        frame,
    };
    page_with(status, &view)
}

/// GET /segreteria/assenze?q=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    draw(&app, frame, &viewer, &query, Typed::default(), FieldErrors::default()).await
}

/// A moment as a browser writes it (`2028-03-26T02:30`), on the town's clock. An hour that the clock skips is the one after,
/// an hour that comes twice the first of the two (RFC 9557, "compatible").
fn moment(app: &App, text: &str) -> Option<Time> {
    let zoned = text.parse::<DateTime>().ok()?.to_zoned(app.zone.clone()).ok()?;
    Some(Time::from(&zoned))
}

fn check(app: &App, typed: &Typed, people: &[Colleague], staff: &[Colleague]) -> Result<NewAbsence> {
    let mut faults = FieldErrors::default();
    let person = typed.person.parse::<PersonId>().ok().filter(|id| people.iter().any(|one| one.id == *id));
    if person.is_none() {
        faults.add("persona", "error-absence-person");
    }
    let office: Option<OfficeId> = if typed.office.is_empty() { None } else { typed.office.parse().ok() };
    let (from, until) = (moment(app, &typed.from), moment(app, &typed.until));
    if from.is_none() {
        faults.add("dal", "error-moment");
    }
    match (from, until) {
        (_, None) => faults.add("al", "error-moment"),
        (Some(from), Some(until)) if until <= from => faults.add("al", "error-absence-order"),
        (Some(from), Some(until)) if until.since(from) > LONGEST => faults.add("al", "error-absence-long"),
        (_, Some(until)) if until <= app.now() => faults.add("al", "error-absence-over"),
        _ => {}
    }
    let mut substitutes = Vec::new();
    for (field, value) in FIELDS.iter().zip(&typed.substitutes).filter(|(_, value)| !value.is_empty()) {
        match value.parse::<PersonId>().ok().filter(|id| staff.iter().any(|one| one.id == *id)) {
            None => faults.add(*field, "error-substitute"),
            Some(id) if Some(id) == person => faults.add(*field, "error-substitute-self"),
            Some(id) if substitutes.contains(&id) => faults.add(*field, "error-substitute-twice"),
            Some(id) => substitutes.push(id),
        }
    }
    let (Some(person), Some(starts_at), Some(ends_at)) = (person, from, until) else { return Err(Error::Invalid(faults)) };
    faults.or(NewAbsence { person, office, starts_at, ends_at, substitutes })
}

/// POST /segreteria/assenze
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let typed = Typed::of_form(&form);
    let (people, staff) = (people(&app, &viewer).await?, colleagues(&app.db).await?);
    let new = match check(&app, &typed, &people, &staff) {
        Ok(new) => new,
        Err(Error::Invalid(faults)) => return draw(&app, frame, &viewer, &Query::default(), typed, faults).await,
        Err(error) => return Err(error),
    };
    let name = people.iter().find(|one| one.id == new.person).map(|one| one.name.clone()).unwrap_or_default();
    let names: Vec<&str> =
        new.substitutes.iter().filter_map(|id| staff.iter().find(|one| one.id == *id)).map(|one| one.name.as_str()).collect();
    let actor = viewer.actor()?;
    let said = format!("{} – {}: {}", frame.when_full(&new.starts_at), frame.when_full(&new.ends_at), names.join(", "));
    app.db
        .write(async |tx| {
            Absence::create(tx, &new, me.id).await?;
            let entry = Entry {
                act: "absence.noted",
                subject_kind: "person",
                subject_id: Some(new.person.0),
                subject_name: &name,
                after: Some(said.clone()),
                ..Entry::default()
            };
            note(tx, &actor, entry).await
        })
        .await?;
    see("/segreteria/assenze", Some("toast-absence-noted"))
}

#[derive(Template)]
#[template(path = "identity/templates/inside/absence_cancel.html")]
struct CancelPage {
    frame: Frame,
    absence: Absence,
}

/// The absence, if this viewer may call it off.
async fn mine(app: &App, viewer: &Viewer, id: i64) -> Result<Absence> {
    let absence = Absence::find(&app.db, id).await?;
    let allowed = people(app, viewer).await?.iter().any(|one| one.id == absence.person_id);
    if allowed && absence.cancelled_at.is_none() { Ok(absence) } else { Err(Error::NotFound) }
}

/// GET /segreteria/assenze/{id}/annullamento
pub async fn ask(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let absence = mine(&app, &viewer, id).await?;
    page_with(StatusCode::OK, &CancelPage { frame, absence })
}

/// POST /segreteria/assenze/{id}/annullamento — the person is back, or stays.
pub async fn cancel(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let absence = mine(&app, &viewer, id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            Absence::cancel(tx, id).await?;
            let entry = Entry {
                act: "absence.cancelled",
                subject_kind: "person",
                subject_id: Some(absence.person_id.0),
                subject_name: &absence.person_name,
                ..Entry::default()
            };
            note(tx, &actor, entry).await
        })
        .await?;
    see("/segreteria/assenze", Some("toast-absence-cancelled"))
}
