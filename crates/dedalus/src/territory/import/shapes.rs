//! Areas and lines from GeoJSON (RFC 7946).

use kit::text::clean_line;
use serde_json::Value;

use super::dataset::{Dataset, FAULTS_KEPT, Fault, Reading, Rows, ShapeKind, text};
use crate::territory::Geometry;

/// Shapes one file may have.
const MOST: usize = 50_000;

/// An area or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShapeRow {
    /// What it is.
    pub kind: ShapeKind,
    /// Its name; empty where it has none.
    pub name: String,
    /// Where.
    pub geometry: Geometry,
}

/// The features of a file, numbered from 1: of a collection, of one feature, or of a bare geometry.
pub fn features(text: &str) -> Result<Vec<(usize, Value)>, Fault> {
    let whole: Value = serde_json::from_str(text).map_err(|error| Fault::new(error.line(), "error-territory-json", &error.to_string()))?;
    // The older standard named the system of its coordinates; RFC 7946 has one only.
    let system = whole.pointer("/crs/properties/name").and_then(Value::as_str);
    if let Some(system) = system.filter(|name| !name.ends_with("CRS84") && !name.ends_with("4326")) {
        return Err(Fault::new(0, "error-territory-system", system));
    }
    let kind = whole.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    let found = match kind.as_str() {
        "FeatureCollection" => whole.get("features").and_then(Value::as_array).cloned().unwrap_or_default(),
        "Feature" => vec![whole],
        "Polygon" | "MultiPolygon" => vec![serde_json::json!({"type": "Feature", "properties": {}, "geometry": whole})],
        _ => return Err(Fault::new(0, "error-territory-json", &kind)),
    };
    Ok((1..).zip(found).collect())
}

/// Reads a file for the boundary, the districts or the plain map.
pub fn read(dataset: Dataset, bytes: &[u8]) -> Reading {
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    match features(&text(bytes)) {
        Ok(features) if features.len() > MOST => faults.push(Fault::new(0, "error-territory-many", &MOST.to_string())),
        Ok(features) => {
            for (line, feature) in features {
                match shape(dataset, line, &feature) {
                    Ok(row) => rows.push(row),
                    Err(fault) if faults.len() < FAULTS_KEPT => faults.push(fault),
                    Err(_) => {}
                }
            }
        }
        Err(fault) => faults.push(fault),
    }
    Reading { rows: Rows::Shapes(rows), faults, repeated: 0 }
}

fn shape(dataset: Dataset, line: usize, feature: &Value) -> Result<ShapeRow, Fault> {
    let word = |names: [&str; 2]| {
        let found = names.iter().find_map(|name| feature.get("properties")?.get(name)?.as_str());
        clean_line(found.unwrap_or_default())
    };
    let (name, said) = (word(["nome", "name"]), word(["tipo", "kind"]));
    let kind = match dataset {
        Dataset::Boundary => ShapeKind::Boundary,
        Dataset::Districts => ShapeKind::District,
        Dataset::Base | Dataset::Addresses => {
            ShapeKind::from_word(&said).filter(|kind| kind.is_base()).ok_or_else(|| Fault::new(line, "error-territory-kind", &said))?
        }
    };
    if kind == ShapeKind::District && name.is_empty() || name.chars().count() > 120 {
        return Err(Fault::new(line, "error-territory-name", &name));
    }
    let geometry = feature.get("geometry").and_then(Geometry::read).ok_or_else(|| Fault::new(line, "error-territory-shape", &name))?;
    let fits = if kind.is_line() { matches!(geometry, Geometry::Lines(_)) } else { matches!(geometry, Geometry::Areas(_)) };
    if !fits {
        return Err(Fault::new(line, if kind.is_line() { "error-territory-line" } else { "error-territory-area" }, &name));
    }
    Ok(ShapeRow { kind, name, geometry })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[13.6,37.9],[13.7,37.9],[13.7,38.0],[13.6,37.9]]]}"#;

    fn feature(properties: &str, geometry: &str) -> String {
        format!(r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{properties},"geometry":{geometry}}}]}}"#)
    }

    fn fault(dataset: Dataset, text: &str) -> &'static str {
        read(dataset, text.as_bytes()).faults.first().map_or("", |fault| fault.key)
    }

    #[test]
    fn a_boundary_is_an_area_however_it_is_wrapped() {
        for text in [SQUARE.to_owned(), feature("null", SQUARE), feature("{\"name\":\"x\"}", SQUARE)] {
            let reading = read(Dataset::Boundary, text.as_bytes());
            assert!(reading.faults.is_empty() && reading.rows.len() == 1, "{text} {:?}", reading.faults);
        }
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let line = r#"{"type":"LineString","coordinates":[[13.6,37.9],[13.7,37.9]]}"#;
        assert_eq!(fault(Dataset::Boundary, &feature("{}", line)), "error-territory-area");
        assert_eq!(fault(Dataset::Districts, &feature("{}", SQUARE)), "error-territory-name");
        assert_eq!(fault(Dataset::Base, &feature(r#"{"tipo":"lava"}"#, SQUARE)), "error-territory-kind");
        assert_eq!(fault(Dataset::Base, &feature(r#"{"tipo":"strada"}"#, SQUARE)), "error-territory-line");
        assert_eq!(fault(Dataset::Base, &feature(r#"{"tipo":"strada","nome":"Via Roma"}"#, line)), "");
        let metres = r#"{"type":"Polygon","coordinates":[[[1849301,4210044],[1849401,4210044],[1849401,4210144],[1849301,4210044]]]}"#;
        assert_eq!(fault(Dataset::Boundary, metres), "error-territory-shape");
        let system = format!(
            r#"{{"type":"FeatureCollection","crs":{{"properties":{{"name":"urn:ogc:def:crs:EPSG::6708"}}}},"features":[{SQUARE}]}}"#
        );
        assert_eq!(fault(Dataset::Boundary, &system), "error-territory-system");
        assert_eq!(fault(Dataset::Boundary, "[1,2"), "error-territory-json");
    }
}
