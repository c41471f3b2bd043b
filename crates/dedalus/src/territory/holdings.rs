//! What the territory holds about people: who of the staff imported what.

use kit::personal::{Blob, Column, End, Holding};

const IMPORT: &[Column] = &[
    Column::id("number", "r.id"),
    Column::text("data", "r.dataset"),
    Column::text("file", "r.source"),
    Column::number("rows", "r.total"),
    Column::moment("at", "r.created_at"),
];

/// Everything, in the order in which it ends.
pub fn holdings() -> Vec<Holding> {
    vec![Holding {
        name: "territory_imports",
        table: "territory_import",
        rows: Some("r.made_by = $1"),
        key: &["id"],
        columns: IMPORT,
        blob: Some(Blob { column: "file", path: None }),
        end: End::Keep { reason: "kept-institution", days: None },
        activity: "institution",
    }]
}
