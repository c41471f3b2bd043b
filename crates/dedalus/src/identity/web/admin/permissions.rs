//! /amministrazione/permessi — the table of who may do what, as the program reads it.

use askama::Template;
use axum::response::Response;
use kit::Result;

use crate::identity::{PERMISSIONS, Party, Reach};
use crate::shell::{Frame, page};

#[derive(Template)]
#[template(path = "identity/templates/admin/permissions.html")]
struct PermissionsPage {
    frame: Frame,
    parties: Vec<&'static str>,
    rows: Vec<Row>,
}

struct Row {
    words: &'static str,
    fresh: bool,
    cells: Vec<(&'static str, &'static str, Reach)>,
}

/// GET /amministrazione/permessi
pub async fn show(frame: Frame) -> Result<Response> {
    let parties: Vec<&'static str> = Party::ALL.iter().map(|party| frame.t(party.key())).collect();
    let rows = PERMISSIONS
        .iter()
        .map(|rule| Row {
            words: frame.t(rule.key),
            fresh: rule.fresh,
            cells: parties.iter().zip(rule.cells).map(|(party, reach)| (*party, frame.t(reach.key()), reach)).collect(),
        })
        .collect();
    page(&PermissionsPage { parties, rows, frame })
}
