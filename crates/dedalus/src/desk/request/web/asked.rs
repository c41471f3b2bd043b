//! /io/segnalazioni — what I have asked.

use askama::Template;
use axum::response::Response;
use kit::Result;

use crate::desk::request::list::{Row, of_person};
use crate::desk::request::record::category_name;
use crate::identity::Viewer;
use crate::shell::{App, Frame, Listing, Query, ROWS, page};

#[derive(Template)]
#[template(path = "desk/request/templates/asked.html")]
struct AskedPage {
    frame: Frame,
    list: Listing,
    rows: Vec<Row>,
}

impl AskedPage {
    fn category(&self, row: &Row) -> String {
        category_name(row.category.as_deref(), self.frame.lang)
    }
}

/// GET /io/segnalazioni?dopo=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    let mut list = Listing::new("/io/segnalazioni", &query, &[]);
    let mut rows = of_person(&app.db, me.id, list.after(), ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id.0);
    page(&AskedPage { frame, list, rows })
}
