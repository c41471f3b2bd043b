//! /amministrazione/trattamenti — the register of processing, for the data-protection officer.

use askama::Template;
use axum::response::Response;
use kit::Result;

use crate::identity::processing::{ACTIVITIES, ActivityView};
use crate::shell::{App, Frame, Listing, Query, Sheet, csv, page};

#[derive(Template)]
#[template(path = "identity/templates/admin/processing.html")]
struct ProcessingPage {
    frame: Frame,
    list: Listing,
    activities: Vec<ActivityView>,
}

fn found(app: &App, frame: &Frame, list: &Listing) -> Vec<ActivityView> {
    let all = ACTIVITIES.iter().map(|activity| activity.view(frame, &app.holdings));
    match list.maybe("q") {
        Some(words) => all.filter(|activity| activity.matches(&words)).collect(),
        None => all.collect(),
    }
}

fn listing(query: &Query) -> Listing {
    Listing::new("/amministrazione/trattamenti", query, &["q"])
}

/// GET /amministrazione/trattamenti?q=…
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let list = listing(&query);
    let activities = found(&app, &frame, &list);
    page(&ProcessingPage { frame, list, activities })
}

/// GET /amministrazione/trattamenti.csv — one line for each table of each activity.
pub async fn export(app: App, frame: Frame, query: Query) -> Result<Response> {
    let headings = [
        "processing-activity",
        "processing-purpose",
        "processing-basis",
        "processing-data",
        "processing-people",
        "processing-recipients",
        "processing-kept",
        "processing-table",
        "processing-part",
        "processing-end",
    ]
    .map(|key| frame.t(key));
    csv("trattamenti", &headings, move |_| {
        let mut sheet = Sheet::default();
        for activity in found(&app, &frame, &listing(&query)) {
            let about =
                [activity.title, activity.purpose, activity.basis, activity.data, activity.people, activity.recipients, activity.kept];
            for table in &activity.tables {
                sheet.line(about.iter().copied().chain([table.table, table.part, table.end.as_str()]));
            }
        }
        async move { Ok((sheet, None)) }
    })
    .await
}
