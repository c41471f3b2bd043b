//! The cards of one's offices, whatever their state, and the same as files that the import reads again.

use askama::Template;
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use kit::Result;

use super::typed::kept;
use crate::desk::service::exchange::headings;
use crate::desk::service::{Filed, Service, ServiceFilter, ServiceShape, State};
use crate::identity::{Office, Viewer};
use crate::shell::{App, Frame, Listing, PIECE, Query, ROWS, Sheet, csv as sheet, page, piece_after};

#[derive(Template)]
#[template(path = "desk/service/templates/admin_list.html")]
struct ListPage {
    frame: Frame,
    list: Listing,
    rows: Vec<(Service, String)>,
    offices: Vec<(String, String)>,
    states: Vec<(String, String)>,
}

async fn listing(app: &App, query: &Query) -> Result<(Listing, ServiceFilter)> {
    let list = Listing::new("/amministrazione/servizi", query, &["q", "ufficio", "stato"]);
    let office = match list.maybe("ufficio") {
        Some(slug) => Office::all(&app.db).await?.into_iter().find(|office| office.slug == slug).map(|office| office.id),
        None => None,
    };
    let filter = ServiceFilter { text: list.maybe("q"), office, state: State::from_word(list.get("stato")), after: list.after() };
    Ok((list, filter))
}

/// GET /amministrazione/servizi?q=…&ufficio=…&stato=…&dopo=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let (mut list, filter) = listing(&app, &query).await?;
    let mut services = Service::list(&app.db, &viewer, &filter, ROWS + 1).await?;
    list.cut(&mut services, |service| service.id.0);
    let all = Office::all(&app.db).await?;
    let name = |service: &Service| all.iter().find(|office| office.id == service.office_id).map(|office| office.name.clone());
    let rows =
        services.into_iter().map(|service| (name(&service).unwrap_or_default(), service)).map(|(office, one)| (one, office)).collect();
    let any = (String::new(), frame.t("services-any-office").to_owned());
    let offices = std::iter::once(any).chain(kept(&app, &viewer).await?.into_iter().map(|office| (office.slug, office.name))).collect();
    let any = (String::new(), frame.t("admin-any-state").to_owned());
    let states = State::ALL.iter().map(|state| (state.word().to_owned(), frame.t(state.key()).to_owned()));
    let states = std::iter::once(any).chain(states).collect();
    page(&ListPage { frame, list, rows, offices, states })
}

fn filed(service: &Service) -> Result<Filed> {
    let (code, slug, state) = (service.code.clone(), service.slug.clone(), service.state.word().to_owned());
    Ok(Filed { code, slug, state, written: service.written()?, absent: Vec::new() })
}

/// GET /amministrazione/servizi.csv
pub async fn csv(app: App, viewer: Viewer, query: Query) -> Result<Response> {
    let (_, filter) = listing(&app, &query).await?;
    sheet("servizi", &headings(), move |after| {
        let (app, viewer, filter) = (app.clone(), viewer.clone(), ServiceFilter { after, ..filter.clone() });
        async move {
            let rows = Service::list(&app.db, &viewer, &filter, PIECE).await?;
            let mut lines = Sheet::default();
            for row in &rows {
                lines.line(filed(row)?.cells());
            }
            Ok((lines, piece_after(&rows, |row| row.id.0)))
        }
    })
    .await
}

/// GET /amministrazione/servizi.json
pub async fn json(app: App, viewer: Viewer, query: Query) -> Result<Response> {
    let (_, filter) = listing(&app, &query).await?;
    let rows = Service::list(&app.db, &viewer, &ServiceFilter { after: None, ..filter }, 4 * PIECE).await?;
    let shapes = rows.iter().map(|row| Ok(ServiceShape::of(&row.code, &row.slug, row.state, &row.written()?)));
    let mut response = Json(shapes.collect::<Result<Vec<_>>>()?).into_response();
    response.headers_mut().insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"servizi.json\""));
    Ok(response)
}
