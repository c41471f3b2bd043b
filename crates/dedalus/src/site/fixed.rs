//! The fixed pages: privacy, accessibility, legal notes, rules, questions, and how to report today.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::text::markdown;

use crate::identity::{Act, Calendar, DoorView, Office, Routes, door_turns, door_view};
use crate::shell::{App, Frame, Html, Keep, page};

/// Addresses of the fixed pages.
pub fn routes() -> Routes {
    Routes::new()
        .get("/privacy", Act::Read, async |app: App, frame: Frame| text(&app, frame, "privacy"))
        .get("/accessibilita", Act::Read, async |app: App, frame: Frame| text(&app, frame, "accessibility"))
        .get("/note-legali", Act::Read, async |app: App, frame: Frame| text(&app, frame, "legal"))
        .get("/regole", Act::Read, async |app: App, frame: Frame| text(&app, frame, "rules"))
        .get("/domande-frequenti", Act::Read, async |app: App, frame: Frame| text(&app, frame, "faq"))
        .get("/segnalazioni", Act::Read, desk)
}

#[derive(Template)]
#[template(path = "site/templates/text.html")]
struct TextPage {
    frame: Frame,
    title: String,
    lead: String,
    body: Html,
}

fn text(app: &App, frame: Frame, name: &str) -> Result<Response> {
    let email = app.config.town.email.as_str();
    let words = |part: &str| frame.t2(&format!("{name}-{part}"), "town", &app.config.town.name, "email", email);
    let body = Html(markdown::to_html(&words("body"), markdown::Options::PAGE));
    let answer = page(&TextPage { title: words("title"), lead: words("lead"), body, frame: frame.clone() })?;
    Ok(Keep::of(["fixed"]).on(answer))
}

#[derive(Template)]
#[template(path = "site/templates/desk.html")]
struct DeskPage {
    frame: Frame,
    title: &'static str,
    lead: &'static str,
    steps: [&'static str; 3],
    office: Option<(Office, DoorView)>,
}

/// GET /segnalazioni — whom to call, write to and visit; the form comes with the desk.
async fn desk(app: App, frame: Frame) -> Result<Response> {
    let keys = ["report-title", "report-lead", "report-step-1", "report-step-2", "report-step-3"];
    let [title, lead, one, two, three] = keys.map(|key| frame.t(key));
    let mut until = None;
    let office = match Office::public_relations(&app.db).await? {
        Some(office) => {
            let week = office.hours(&app.db).await?;
            let calendar = Calendar::load(&app.db).await?;
            until = door_turns(&frame, &week, &calendar, office.id);
            let view = door_view(&frame, &week, &calendar, office.id);
            Some((office, view))
        }
        None => None,
    };
    let answer = page(&DeskPage { frame, title, lead, steps: [one, two, three], office })?;
    Ok(Keep::of(["offices"]).until(until).on(answer))
}
