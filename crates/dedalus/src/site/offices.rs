//! /uffici — who does what, where, and whether the door is open now.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::clock::Time;
use kit::i18n::dates;
use kit::text::fold;

use crate::desk::service::{self, Asked, Offered};
use crate::identity::{Calendar, DoorView, Office, OfficeId, Page, Stretch, Viewer, all_hours, door_clock, door_turns, door_view};
use crate::shell::{App, Frame, Keep, Query, page};
use crate::social::FollowButton;

/// Services an office's page names; the catalogue has all.
const SERVICES_SHOWN: i64 = 30;

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

/// All offices with their doors, read at once.
pub async fn office_views(app: &App, frame: &Frame) -> Result<Vec<OfficeView>> {
    let (offices, hours, calendar) = tokio::try_join!(Office::all(&app.db), all_hours(&app.db), Calendar::load(&app.db))?;
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
            let changes = door_turns(frame, &week, &calendar, office.id);
            OfficeView { door: door_view(frame, &week, &calendar, office.id), changes, office }
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
    services: Vec<Offered>,
    follow: FollowButton,
}

/// GET /uffici/{slug}
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let office = Office::by_slug(&app.db, &slug).await?;
    let (week, calendar) = tokio::try_join!(office.hours(&app.db), Calendar::load(&app.db))?;
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
    let asked = Asked { office: Some(office.id), ..Asked::default() };
    let services = service::offered(&app.db, &asked, None, SERVICES_SHOWN).await?;
    let until = door_turns(&frame, &week, &calendar, office.id);
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let door = door_view(&frame, &week, &calendar, office.id);
    let base = format!("/uffici/{}", office.slug);
    let follow = FollowButton::of(&app, &frame, &viewer, office.id.into(), &base, &office.name).await?;
    let answer = page(&OfficePage { frame, office, door, days, pages, services, follow })?;
    Ok(Keep::of(["offices", "pages", service::SERVICES]).until(until).until(Some(midnight)).on(answer))
}
