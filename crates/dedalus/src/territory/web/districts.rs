//! /mappa/quartieri — the districts as a list, and as a layer of the map.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use kit::Result;
use serde_json::{Value, json};

use crate::shell::{App, Frame, Keep, page};
use crate::territory::{District, districts};

#[derive(Template)]
#[template(path = "territory/templates/districts.html")]
struct DistrictsPage {
    frame: Frame,
    districts: Vec<District>,
}

/// Where the map shows a district.
fn on_map(district: &District) -> String {
    let Some((lat, lon)) = district.middle().map(crate::territory::Point::degrees) else { return "/mappa".into() };
    format!("/mappa?lat={lat}&lon={lon}")
}

impl DistrictsPage {
    fn path(&self, district: &District) -> String {
        on_map(district)
    }
}

/// GET /mappa/quartieri
pub async fn index(app: App, frame: Frame) -> Result<Response> {
    let districts = districts(&app.db).await?;
    Ok(Keep::of(["territory"]).on(page(&DistrictsPage { frame, districts })?))
}

/// GET /mappa/quartieri.geojson
pub async fn geojson(app: App) -> Result<Response> {
    let districts = districts(&app.db).await?;
    let feature = |district: &District| {
        let properties = json!({"nome": district.name, "pagina": on_map(district)});
        json!({"type": "Feature", "properties": properties, "geometry": district.geometry.to_value()})
    };
    let features: Vec<Value> = districts.iter().map(feature).collect();
    let mut response = json!({"type": "FeatureCollection", "features": features}).to_string().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/geo+json"));
    Ok(Keep::of(["territory"]).on(response))
}
