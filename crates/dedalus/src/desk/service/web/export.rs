//! /servizi.csv and /servizi.json — the catalogue to take away (open data, CAD art. 52), narrowed as its page is.

use axum::Json;
use axum::response::{IntoResponse, Response};
use kit::Result;

use super::catalogue::{NAMES, asked};
use crate::desk::service::exchange::headings;
use crate::desk::service::{Asked, Filed, Offered, ServiceShape, found, offered};
use crate::shell::{App, Listing, PIECE, Query, Sheet, csv as sheet, piece_after};

/// Services of a file in JSON.
const MOST: u32 = 2_000;

/// A service as a file holds it.
fn filed(service: &Offered) -> Result<Filed> {
    Ok(Filed {
        code: service.code.clone(),
        slug: service.slug.clone(),
        state: service.state.word().to_owned(),
        written: service.written()?,
        absent: Vec::new(),
    })
}

/// A service for programs; why one is suspended says its own address.
pub fn shape(app: &App, service: &Offered) -> Result<ServiceShape> {
    Ok(ServiceShape {
        url: app.absolute(&service.path()),
        version: service.number,
        valid_from: service.published_at.rfc3339(),
        ..ServiceShape::of(&service.code, &service.slug, service.state, &service.written()?)
    })
}

async fn piece(app: &App, asked: &Asked, after: Option<i64>, limit: i64) -> Result<Vec<Offered>> {
    if asked.words.is_empty() { offered(&app.db, asked, after, limit).await } else { found(&app.db, asked, 0, MOST).await }
}

/// GET /servizi.csv
pub async fn csv(app: App, query: Query) -> Result<Response> {
    let asked = asked(&app, &Listing::new("/servizi", &query, NAMES)).await?;
    sheet("servizi", &headings(), move |after| {
        let (app, asked) = (app.clone(), asked.clone());
        async move {
            let rows = piece(&app, &asked, after, PIECE).await?;
            let mut lines = Sheet::default();
            for row in &rows {
                lines.line(filed(row)?.cells());
            }
            Ok((lines, if asked.words.is_empty() { piece_after(&rows, |row| row.id.0) } else { None }))
        }
    })
    .await
}

/// GET /servizi.json
pub async fn json(app: App, query: Query) -> Result<Response> {
    let asked = asked(&app, &Listing::new("/servizi", &query, NAMES)).await?;
    let rows = piece(&app, &asked, None, i64::from(MOST)).await?;
    let shapes: Vec<ServiceShape> = rows.iter().map(|row| shape(&app, row)).collect::<Result<_>>()?;
    Ok(Json(shapes).into_response())
}
