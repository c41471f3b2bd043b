//! The fixed pages: privacy, accessibility, legal notes, rules, questions.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::text::markdown;

use crate::identity::{Act, Routes};
use crate::shell::{App, Frame, Html, Keep, page};

/// Addresses of the fixed pages.
pub fn routes() -> Routes {
    Routes::new()
        .get("/privacy", Act::Read, async |app: App, frame: Frame| text(&app, frame, "privacy"))
        .get("/accessibilita", Act::Read, async |app: App, frame: Frame| text(&app, frame, "accessibility"))
        .get("/note-legali", Act::Read, async |app: App, frame: Frame| text(&app, frame, "legal"))
        .get("/regole", Act::Read, async |app: App, frame: Frame| text(&app, frame, "rules"))
        .get("/domande-frequenti", Act::Read, async |app: App, frame: Frame| text(&app, frame, "faq"))
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
