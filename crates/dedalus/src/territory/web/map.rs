//! /mappa — the map of the town, with a search of addresses and what lies near a point.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;
use kit::rate::Key;

use super::addresses::words_of;
use crate::identity::Viewer;
use crate::shell::{App, FormView, Frame, Keep, MapLayer, Query, page_with};
use crate::territory::map_view::MapElement;
use crate::territory::{MapView, Place, PlaceField, district_at, districts, nearest};

/// What lies near a chosen place.
struct Around {
    place: Place,
    /// "A 12 metri da Via Garibaldi 12"; empty when the place has no point, or nothing is near.
    near: String,
    district: String,
    /// The point for people to read and copy.
    point: String,
}

#[derive(Template)]
#[template(path = "territory/templates/map.html")]
struct MapPage {
    frame: Frame,
    form: FormView,
    field: PlaceField,
    map: Option<MapView>,
    around: Option<Around>,
    layers: Vec<MapLayer>,
}

impl MapPage {
    fn map(&self) -> Option<MapElement<'_>> {
        let point = self.around.as_ref().and_then(|around| around.place.point);
        Some(self.map.as_ref()?.draw(&self.frame, &point, self.frame.t("map-of-town"), true))
    }
}

/// GET /mappa?luogo=…&lat=…&lon=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let mut field = PlaceField::of(&query.0);
    let mut faults = FieldErrors::default();
    let asked = !field.is_empty();
    if asked || PlaceField::is_searching(&query.0) {
        app.limiter.take("search", Key::address(viewer.address))?;
    }
    let mut place = None;
    if PlaceField::is_searching(&query.0) {
        field.search(&app.db).await?;
    } else if asked {
        place = field.check(&app.db, &mut faults, true).await?;
        if place.as_ref().is_some_and(|place| place.point.is_none()) {
            field.search(&app.db).await?;
        }
    }
    let mut map = MapView::of(&app).await?;
    if let Some(point) = place.as_ref().and_then(|place| place.point) {
        map = map.map(|map| map.at(point));
    }
    let around = match place {
        Some(place) if place.point.is_some() => Some(around(&app, &frame, place).await?),
        _ => None,
    };
    if let Some(around) = &around {
        field = PlaceField::kept(&around.place);
    }
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormView::with(&frame, faults);
    let page = MapPage { form, field, map, around, layers: app.layers.to_vec(), frame };
    let response = page_with(status, &page)?;
    Ok(if asked { response } else { Keep::of(["territory"]).on(response) })
}

async fn around(app: &App, frame: &Frame, place: Place) -> Result<Around> {
    let Some(point) = place.point else { return Ok(Around { place, near: String::new(), district: String::new(), point: String::new() }) };
    let (near, districts) = tokio::try_join!(nearest(&app.db, point), districts(&app.db))?;
    let near = near.map(|near| words_of(frame, &near)).filter(|words| *words != place.text).unwrap_or_default();
    let (lat, lon) = point.degrees();
    Ok(Around { district: district_at(&districts, point).to_owned(), near, point: format!("{lat}, {lon}"), place })
}
