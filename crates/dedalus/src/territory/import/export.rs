//! What is in force as a file, in the form in which it can be imported again.

use kit::db::Db;
use kit::{Result, args};
use serde_json::json;

use super::dataset::{Dataset, ShapeKind};
use super::record::live;
use crate::shell::Sheet;
use crate::territory::Point;
use crate::territory::odonym::Civic;

/// The file of a set of data: GeoJSON, or a table of addresses. Nothing is in force: an empty one.
pub async fn export(db: &Db, dataset: Dataset) -> Result<String> {
    let import = live(db, dataset).await?.unwrap_or_default();
    if dataset == Dataset::Addresses { addresses(db, import).await } else { shapes(db, import).await }
}

async fn shapes(db: &Db, import: i64) -> Result<String> {
    let rows: Vec<(ShapeKind, String, String)> =
        db.all("select kind, name, geometry from map_shape where import_id = $1 order by id", args![import]).await?;
    let mut features = Vec::with_capacity(rows.len());
    for (kind, name, geometry) in rows {
        let geometry: serde_json::Value = serde_json::from_str(&geometry)?;
        features.push(json!({"type": "Feature", "properties": {"tipo": kind.word(), "nome": name}, "geometry": geometry}));
    }
    Ok(json!({"type": "FeatureCollection", "features": features}).to_string())
}

async fn addresses(db: &Db, import: i64) -> Result<String> {
    let rows: Vec<(String, i64, String, i64, i64)> = db
        .all(
            "select s.name, c.number, c.suffix, c.lat, c.lon from civic_number c join street s on s.id = c.street_id
              where c.import_id = $1 order by s.folded, c.number, c.suffix",
            args![import],
        )
        .await?;
    let bare: Vec<(String, i64, i64)> =
        db.all("select name, lat, lon from street where import_id = $1 and numbers = 0 order by folded", args![import]).await?;
    let mut sheet = Sheet::default();
    sheet.line(["via", "civico", "lat", "lon"]);
    let mut line = |name: &str, civic: String, lat: i64, lon: i64| {
        let (lat, lon) = Point { lat, lon }.degrees();
        sheet.line([name, &civic, &lat.to_string(), &lon.to_string()]);
    };
    for (name, number, suffix, lat, lon) in rows {
        line(&name, Civic { number, suffix }.to_string(), lat, lon);
    }
    for (name, lat, lon) in bare {
        line(&name, String::new(), lat, lon);
    }
    Ok(sheet.into_text())
}
