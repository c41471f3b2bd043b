//! /uffici — who does what, where, and whether the door is open now.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::clock::Time;
use kit::i18n::dates;
use kit::text::fold;

use crate::identity::{Door, Office, OfficeId, Page, Stretch, all_hours, door, door_changes, door_clock};
use crate::shell::{App, Frame, Keep, Query, page};

/// What a door's sign says, in words.
#[derive(Debug, Clone)]
pub struct DoorView {
    /// Is it open?
    pub open: bool,
    /// Does it close within the hour?
    pub soon: bool,
    /// "fino alle 13:30", "apre domani alle 9:00"; empty when no hours are known.
    pub words: String,
    /// Are any hours known?
    pub known: bool,
}

impl DoorView {
    /// The class of the sign.
    pub fn class(&self) -> &'static str {
        match (self.open, self.soon) {
            (true, true) => "ded-hours ded-hours--soon",
            (true, false) => "ded-hours ded-hours--open",
            _ => "ded-hours",
        }
    }

    /// Key of the sign's first words.
    pub fn key(&self) -> &'static str {
        match (self.open, self.soon) {
            (true, true) => "door-soon",
            (true, false) => "door-open",
            _ if !self.known => "door-hours-unknown",
            _ => "door-closed",
        }
    }
}

/// The sign of a week at the frame's moment.
pub fn door_view(frame: &Frame, week: &[Stretch]) -> DoorView {
    let now = frame.now.zoned(&frame.zone);
    let minute = u16::try_from(i32::from(now.hour()) * 60 + i32::from(now.minute())).unwrap_or_default();
    match door(week, frame.now, &frame.zone) {
        Door::Open { until } => {
            let words = frame.t1("door-until", "time", &door_clock(until));
            DoorView { open: true, soon: until.saturating_sub(minute) <= 60, words, known: true }
        }
        Door::Closed { days, weekday, opens } => {
            let time = door_clock(opens);
            let words = match days {
                0 => frame.t1("door-opens-today", "time", &time),
                1 => frame.t1("door-opens-tomorrow", "time", &time),
                _ => frame.t2("door-opens-on", "day", dates::weekday(weekday, frame.lang), "time", &time),
            };
            DoorView { open: false, soon: false, words, known: true }
        }
        Door::Unknown => DoorView { open: false, soon: false, words: frame.t("door-unknown").to_owned(), known: false },
    }
}

/// An office with its door.
#[derive(Debug, Clone)]
pub struct OfficeView {
    /// The office.
    pub office: Office,
    /// Its sign.
    pub door: DoorView,
    /// When the sign changes.
    pub changes: Option<Time>,
}

/// All offices with their doors, in two queries.
pub async fn office_views(app: &App, frame: &Frame) -> Result<Vec<OfficeView>> {
    let (offices, hours) = tokio::try_join!(Office::all(&app.db), all_hours(&app.db))?;
    let week = |id: OfficeId| -> Vec<Stretch> {
        hours
            .iter()
            .filter(|row| row.office_id == id)
            .map(|row| Stretch { weekday: row.weekday, opens: row.opens, closes: row.closes })
            .collect()
    };
    Ok(offices
        .into_iter()
        .map(|office| {
            let week = week(office.id);
            OfficeView { door: door_view(frame, &week), changes: door_changes(&week, frame.now, &frame.zone), office }
        })
        .collect())
}

#[derive(Template)]
#[template(path = "site/templates/offices.html")]
struct OfficesPage {
    frame: Frame,
    offices: Vec<OfficeView>,
    query: String,
    open_only: bool,
}

/// GET /uffici — with a filter by words and by open doors.
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let words = query.0.line("q");
    let open_only = query.0.has("aperti");
    let mut offices = office_views(&app, &frame).await?;
    let until = offices.iter().filter_map(|office| office.changes).min();
    let wanted = fold(&words);
    offices.retain(|view| {
        (!open_only || view.door.open)
            && (wanted.is_empty() || fold(&format!("{} {}", view.office.name, view.office.purpose)).contains(&wanted))
    });
    let filtered = open_only || !wanted.is_empty();
    let answer = page(&OfficesPage { frame, offices, query: words, open_only })?;
    Ok(if filtered { answer } else { Keep::of(["offices"]).until(until).on(answer) })
}

/// One day of the week with its stretches.
struct DayView {
    name: &'static str,
    today: bool,
    hours: String,
}

#[derive(Template)]
#[template(path = "site/templates/office.html")]
struct OfficePage {
    frame: Frame,
    office: Office,
    door: DoorView,
    days: Vec<DayView>,
    pages: Vec<Page>,
}

/// GET /uffici/{slug}
pub async fn show(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    let office = Office::by_slug(&app.db, &slug).await?;
    let week = office.hours(&app.db).await?;
    let today = frame.now.zoned(&frame.zone).weekday().to_monday_one_offset().unsigned_abs();
    let days = (1..=7_u8)
        .map(|weekday| {
            let stretches: Vec<String> =
                week.iter().filter(|s| s.weekday == weekday).map(|s| format!("{}–{}", door_clock(s.opens), door_clock(s.closes))).collect();
            let hours = if stretches.is_empty() { frame.t("door-day-closed").to_owned() } else { stretches.join(", ") };
            DayView { name: dates::weekday(weekday, frame.lang), today: weekday == today, hours }
        })
        .collect();
    let pages = Page::all(&app.db).await?.into_iter().filter(|page| page.office_id == Some(office.id)).collect();
    let until = door_changes(&week, frame.now, &frame.zone);
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let door = door_view(&frame, &week);
    let answer = page(&OfficePage { frame, office, door, days, pages })?;
    Ok(Keep::of(["offices", "pages"]).until(until).until(Some(midnight)).on(answer))
}
