//! Shapes as they stand in files and in the database: GeoJSON geometries (RFC 7946), longitude before latitude.

use serde_json::{Value, json};

use super::{Point, Polygon};

/// A shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Geometry {
    /// A place.
    Point(Point),
    /// One or more lines.
    Lines(Vec<Vec<Point>>),
    /// One or more areas.
    Areas(Vec<Polygon>),
}

/// A box: south-west and north-east corner.
pub type Corners = (Point, Point);

impl Geometry {
    /// From a GeoJSON geometry; nothing for what is none, or lies nowhere on earth.
    pub fn read(value: &Value) -> Option<Self> {
        let inner = value.get("coordinates")?;
        match value.get("type")?.as_str()? {
            "Point" => point(inner).map(Self::Point),
            "LineString" => Some(Self::Lines(vec![line(inner, 2)?])),
            "MultiLineString" => some(inner, |one| line(one, 2)).map(Self::Lines),
            "Polygon" => Some(Self::Areas(vec![polygon(inner)?])),
            "MultiPolygon" => some(inner, polygon).map(Self::Areas),
            _ => None,
        }
    }

    /// As a GeoJSON geometry.
    pub fn to_value(&self) -> Value {
        match self {
            Self::Point(point) => json!({"type": "Point", "coordinates": pair(*point)}),
            Self::Lines(lines) => match lines.as_slice() {
                [one] => json!({"type": "LineString", "coordinates": pairs(one)}),
                all => json!({"type": "MultiLineString", "coordinates": all.iter().map(|one| pairs(one)).collect::<Vec<_>>()}),
            },
            Self::Areas(areas) => match areas.as_slice() {
                [one] => json!({"type": "Polygon", "coordinates": rings(one)}),
                all => json!({"type": "MultiPolygon", "coordinates": all.iter().map(rings).collect::<Vec<_>>()}),
            },
        }
    }

    /// The areas; none for lines and places.
    pub fn areas(&self) -> &[Polygon] {
        if let Self::Areas(areas) = self { areas } else { &[] }
    }

    /// Every point of it.
    pub fn points(&self) -> Vec<Point> {
        match self {
            Self::Point(point) => vec![*point],
            Self::Lines(lines) => lines.iter().flatten().copied().collect(),
            Self::Areas(areas) => areas.iter().flat_map(|area| area.outer.iter().copied()).collect(),
        }
    }

    /// The box around it; none when it has no point.
    pub fn corners(&self) -> Option<Corners> {
        corners(self.points())
    }
}

/// The box around some points; none when there are none.
pub fn corners(points: impl IntoIterator<Item = Point>) -> Option<Corners> {
    points.into_iter().fold(None, |found, point| {
        let (low, high): Corners = found.unwrap_or((point, point));
        Some((
            Point { lat: low.lat.min(point.lat), lon: low.lon.min(point.lon) },
            Point { lat: high.lat.max(point.lat), lon: high.lon.max(point.lon) },
        ))
    })
}

fn point(value: &Value) -> Option<Point> {
    let numbers = value.as_array()?;
    Point::from_degrees(numbers.get(1)?.as_f64()?, numbers.first()?.as_f64()?)
}

fn some<T>(value: &Value, each: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    let all: Option<Vec<T>> = value.as_array()?.iter().map(each).collect();
    all.filter(|all| !all.is_empty())
}

fn line(value: &Value, least: usize) -> Option<Vec<Point>> {
    some(value, point).filter(|points| points.len() >= least)
}

/// A ring has four points, the last of them the first again (RFC 7946 §3.1.6).
fn polygon(value: &Value) -> Option<Polygon> {
    let mut rings = some(value, |ring| line(ring, 4))?.into_iter();
    let outer = rings.next()?;
    Some(Polygon { outer, holes: rings.collect() })
}

fn pair(point: Point) -> Value {
    let (lat, lon) = point.degrees();
    json!([lon, lat])
}

fn pairs(points: &[Point]) -> Vec<Value> {
    points.iter().copied().map(pair).collect()
}

fn rings(polygon: &Polygon) -> Vec<Vec<Value>> {
    std::iter::once(&polygon.outer).chain(&polygon.holes).map(|ring| pairs(ring)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_comes_back_as_it_was_written() {
        for text in [
            r#"{"type":"Point","coordinates":[13.6963,37.9847]}"#,
            r#"{"type":"LineString","coordinates":[[13.69,37.98],[13.7,37.985]]}"#,
            r#"{"type":"MultiLineString","coordinates":[[[13.69,37.98],[13.7,37.985]],[[13.6,37.9],[13.7,37.9]]]}"#,
            r#"{"type":"Polygon","coordinates":[[[13.6,37.9],[13.7,37.9],[13.7,38.0],[13.6,37.9]],[[13.65,37.91],[13.66,37.91],[13.66,37.92],[13.65,37.91]]]}"#,
        ] {
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(Geometry::read(&value).unwrap().to_value(), value);
        }
    }

    #[test]
    fn what_lies_nowhere_is_no_shape() {
        for text in [
            r#"{"type":"Point","coordinates":[1849301.5,4210044.2]}"#,
            r#"{"type":"Point","coordinates":[13.6]}"#,
            r#"{"type":"Polygon","coordinates":[[[13.6,37.9],[13.7,37.9],[13.6,37.9]]]}"#,
            r#"{"type":"Polygon","coordinates":[]}"#,
            r#"{"type":"GeometryCollection","geometries":[]}"#,
            r#"{"type":"LineString","coordinates":[[13.6,37.9]]}"#,
            "null",
        ] {
            assert_eq!(Geometry::read(&serde_json::from_str(text).unwrap()), None, "{text}");
        }
    }
}
