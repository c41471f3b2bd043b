//! /amministrazione/calendario — the days on which the town does not work: a year at a glance, closures, the patron's day,
//! days of rest. What is taken away can be put back.

mod typed;

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use jiff::Span;
use jiff::civil::Date;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::office_options;
use crate::identity::calendar::{
    Calendar, Closure, ClosureId, Off, Rule, RuleId, RuleKind, day_words, find_closure, remove_closure, restore_closure,
};
use crate::identity::{Act, Entry, Routes, Viewer, note};
use crate::shell::{App, Form, FormView, Frame, Query, page_with, see};
use kit::i18n::dates;
use typed::{ClosureTyped, RuleTyped};
use wire::icalendar;

const HERE: &str = "/amministrazione/calendario";

/// The calendar's addresses.
pub fn routes() -> Routes {
    Routes::new()
        .get("/amministrazione/calendario", Act::KeepCalendar, show)
        .get("/amministrazione/calendario.ics", Act::KeepCalendar, export)
        .post("/amministrazione/calendario/chiusure", Act::KeepCalendar, close)
        .post("/amministrazione/calendario/chiusure/{id}/rimozione", Act::KeepCalendar, reopen)
        .post("/amministrazione/calendario/chiusure/{id}/ripristino", Act::KeepCalendar, close_again)
        .post("/amministrazione/calendario/regole", Act::KeepCalendar, add_rule)
        .post("/amministrazione/calendario/regole/{id}/fine", Act::KeepCalendar, end_rule)
        .post("/amministrazione/calendario/regole/{id}/ripristino", Act::KeepCalendar, restore_rule)
}

/// A day of the year on which the whole town does not work.
struct DayView {
    day: String,
    words: String,
}

/// A closure in words.
struct ClosureView {
    id: ClosureId,
    days: String,
    who: String,
    words: String,
    over: bool,
}

/// A rule in words.
struct RuleView {
    id: RuleId,
    words: String,
    years: String,
    ended: bool,
}

/// What was just taken away, with the way to put it back.
struct Undo {
    words: String,
    path: String,
}

#[derive(Template)]
#[template(path = "identity/templates/admin/calendar.html")]
struct CalendarPage {
    frame: Frame,
    form: FormView,
    year: i16,
    days: Vec<DayView>,
    closures: Vec<ClosureView>,
    rules: Vec<RuleView>,
    undo: Option<Undo>,
    offices: Vec<(String, String)>,
    weekdays: Vec<(String, String)>,
    closure: ClosureTyped,
    rule: RuleTyped,
}

/// The year of the address, or this one.
fn year_of(frame: &Frame, query: &Query) -> i16 {
    let here = frame.now.zoned(&frame.zone).year();
    query.0.line("anno").parse().ok().filter(|year| (1949..=2199).contains(year)).unwrap_or(here)
}

/// Every day of a year.
fn days_of(year: i16) -> impl Iterator<Item = Date> {
    let first = Date::new(year, 1, 1).unwrap_or(Date::MIN);
    first.series(Span::new().days(1)).take_while(move |day| day.year() == year)
}

fn span_words(frame: &Frame, closure: &Closure) -> String {
    let first = day_words(closure.first, frame.lang);
    if closure.first == closure.last {
        return first;
    }
    frame.t2("calendar-span", "first", &first, "last", &day_words(closure.last, frame.lang))
}

fn closure_view(frame: &Frame, closure: &Closure, today: Date) -> ClosureView {
    let who = if closure.office.is_some() { closure.office_name.clone() } else { frame.t("calendar-whole-town").to_owned() };
    ClosureView { id: closure.id, days: span_words(frame, closure), who, words: closure.words.clone(), over: closure.last < today }
}

fn rule_view(frame: &Frame, rule: &Rule) -> RuleView {
    let words = match rule.kind {
        RuleKind::Patron => {
            let off = Off::Patron(rule.name.clone()).words(frame.lang);
            format!("{:02}/{:02}: {off}", rule.day, rule.month)
        }
        RuleKind::Rest => frame.t1("calendar-rests", "day", dates::weekday(rule.weekday, frame.lang)),
    };
    let years = match rule.until_year {
        Some(last) => frame.t2("calendar-years", "first", &rule.from_year.to_string(), "last", &last.to_string()),
        None => frame.t1("calendar-from-year", "first", &rule.from_year.to_string()),
    };
    RuleView { id: rule.id, words, years, ended: rule.until_year.is_some() }
}

/// What the address says was just taken away.
async fn undo_of(app: &App, frame: &Frame, query: &Query) -> Result<Option<Undo>> {
    if let Ok(id) = query.0.line("tolta").parse::<ClosureId>() {
        let row = find_closure(&app.db, id).await?;
        let Some(closure) = row.read() else { return Ok(None) };
        return Ok(Some(Undo { words: span_words(frame, &closure), path: format!("{HERE}/chiusure/{id}/ripristino") }));
    }
    let Ok(id) = query.0.line("finita").parse::<RuleId>() else { return Ok(None) };
    let rule = Rule::find(&app.db, id).await?;
    Ok(Some(Undo { words: rule_view(frame, &rule).words, path: format!("{HERE}/regole/{id}/ripristino") }))
}

async fn draw(app: &App, frame: Frame, query: &Query, typed: (ClosureTyped, RuleTyped), faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let calendar = Calendar::load(&app.db).await?;
    let (year, today) = (year_of(&frame, query), frame.now.zoned(&frame.zone).date());
    let undo = undo_of(app, &frame, query).await?;
    let days = days_of(year)
        .filter_map(|day| {
            let off = calendar.off(day, None).filter(|off| !off.is_weekly())?;
            Some(DayView { day: day_words(day, frame.lang), words: off.words(frame.lang) })
        })
        .collect();
    let closures = calendar.closures().iter().filter(|closure| closure.first.year() <= year && year <= closure.last.year());
    let closures = closures.map(|closure| closure_view(&frame, closure, today)).collect();
    let rules = calendar.rules().iter().map(|rule| rule_view(&frame, rule)).collect();
    let offices = office_options(app, &frame, "calendar-whole-town").await?;
    let weekdays = (1..=6_u8).map(|number| (number.to_string(), dates::weekday(number, frame.lang).to_owned())).collect();
    let (closure, rule) = typed;
    let form = FormView::with(&frame, faults);
    page_with(status, &CalendarPage { frame, form, year, days, closures, rules, undo, offices, weekdays, closure, rule })
}

/// GET /amministrazione/calendario?anno=…
async fn show(app: App, frame: Frame, query: Query) -> Result<Response> {
    let rule = RuleTyped::fresh(frame.now.zoned(&frame.zone).year());
    draw(&app, frame, &query, (ClosureTyped::default(), rule), FieldErrors::default()).await
}

/// POST /amministrazione/calendario/chiusure
async fn close(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let typed = ClosureTyped::of_form(&form);
    let today = frame.now.zoned(&frame.zone).date();
    let new = match typed.check(&app, today).await {
        Ok(new) => new,
        Err(Error::Invalid(faults)) => {
            let rule = RuleTyped::fresh(today.year());
            return draw(&app, frame, &Query::default(), (typed, rule), faults).await;
        }
        Err(error) => return Err(error),
    };
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let id = new.create(tx).await?;
            let after = Some(format!("{} – {}", new.first, new.last));
            let about = Entry { act: "closure.added", subject_kind: "closure", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &new.words, after, ..about }).await
        })
        .await?;
    see(&format!("{HERE}?anno={}", new.first.year()), Some("toast-closure-added"))
}

/// POST /amministrazione/calendario/chiusure/{id}/rimozione
async fn reopen(app: App, frame: Frame, viewer: Viewer, Path(id): Path<ClosureId>) -> Result<Response> {
    let row = find_closure(&app.db, id).await?;
    let (actor, today) = (viewer.actor()?, frame.now.zoned(&frame.zone).date());
    app.db
        .write(async |tx| {
            remove_closure(tx, id, today).await?;
            let before = Some(format!("{} – {}", row.first_day, row.last_day));
            let about = Entry { act: "closure.removed", subject_kind: "closure", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &row.words, before, ..about }).await
        })
        .await?;
    see(&format!("{HERE}?tolta={id}"), Some("toast-closure-removed"))
}

/// POST /amministrazione/calendario/chiusure/{id}/ripristino
async fn close_again(app: App, viewer: Viewer, Path(id): Path<ClosureId>) -> Result<Response> {
    let row = find_closure(&app.db, id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            restore_closure(tx, id).await?;
            let about = Entry { act: "closure.restored", subject_kind: "closure", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &row.words, ..about }).await
        })
        .await?;
    see(HERE, Some("toast-closure-restored"))
}

/// POST /amministrazione/calendario/regole — a patron's day, or a day of rest.
async fn add_rule(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let typed = RuleTyped::of_form(&form);
    let today = frame.now.zoned(&frame.zone).date();
    let new = match typed.check(today) {
        Ok(new) => new,
        Err(Error::Invalid(faults)) => return draw(&app, frame, &Query::default(), (ClosureTyped::default(), typed), faults).await,
        Err(error) => return Err(error),
    };
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let id = new.create(tx).await?;
            let after = Some(format!("{} {}/{} {} {}", new.kind.word(), new.on.1, new.on.0, new.weekday, new.from_year));
            let about = Entry { act: "calendar.rule_added", subject_kind: "calendar_rule", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &new.name, after, ..about }).await
        })
        .await?;
    see(HERE, Some("toast-rule-added"))
}

/// POST /amministrazione/calendario/regole/{id}/fine
async fn end_rule(app: App, frame: Frame, viewer: Viewer, Path(id): Path<RuleId>) -> Result<Response> {
    let rule = Rule::find(&app.db, id).await?;
    let (actor, today) = (viewer.actor()?, frame.now.zoned(&frame.zone).date());
    app.db
        .write(async |tx| {
            rule.end(tx, today).await?;
            let about = Entry { act: "calendar.rule_ended", subject_kind: "calendar_rule", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &rule.name, ..about }).await
        })
        .await?;
    see(&format!("{HERE}?finita={id}"), Some("toast-rule-ended"))
}

/// POST /amministrazione/calendario/regole/{id}/ripristino
async fn restore_rule(app: App, viewer: Viewer, Path(id): Path<RuleId>) -> Result<Response> {
    let rule = Rule::find(&app.db, id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            Rule::restore(tx, id).await?;
            let about = Entry { act: "calendar.rule_restored", subject_kind: "calendar_rule", subject_id: Some(id.0), ..Entry::default() };
            note(tx, &actor, Entry { subject_name: &rule.name, ..about }).await
        })
        .await?;
    see(HERE, Some("toast-rule-restored"))
}

/// GET /amministrazione/calendario.ics?anno=… — the year as a calendar that other programs read.
async fn export(app: App, frame: Frame, query: Query) -> Result<Response> {
    let calendar = Calendar::load(&app.db).await?;
    let year = year_of(&frame, &query);
    let host = app.config.server.public_url.split("//").last().unwrap_or_default().to_owned();
    let stamp = jiff::Timestamp::from_microsecond(frame.now.micros()).map_err(Error::internal)?;
    let town = days_of(year).filter_map(|day| Some((day, day, calendar.off(day, None).filter(|off| !off.is_weekly())?.words(frame.lang))));
    let of_offices = calendar.closures().iter().filter(|closure| closure.office.is_some() && closure.first.year() == year);
    let of_offices = of_offices.map(|closure| (closure.first, closure.last, format!("{}: {}", closure.office_name, closure.words)));
    let events = town.chain(of_offices).enumerate().map(|(number, (first, last, words))| icalendar::Event {
        uid: format!("calendario-{first}-{number}@{host}"),
        sequence: 0,
        stamp,
        span: icalendar::Span::Days { first, last },
        status: icalendar::Status::Confirmed,
        summary: words,
        ..icalendar::Event::default()
    });
    let name = frame.t2("calendar-file", "town", &frame.town.name, "year", &year.to_string());
    let text = icalendar::write(&icalendar::Calendar { name, method: icalendar::Method::Publish, events: events.collect() });
    let mut response = text.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    response.headers_mut().insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"calendario.ics\""));
    Ok(response)
}
