//! The town's districts.

use kit::db::Db;
use kit::{Result, args};

use super::boundary::parse;
use super::geometry::{Corners, Geometry};
use super::import::{Dataset, live};
use super::{Point, polygon};

/// A district.
#[derive(Debug, Clone)]
pub struct District {
    /// Its name.
    pub name: String,
    /// Where.
    pub geometry: Geometry,
}

impl District {
    /// The box around it.
    pub fn corners(&self) -> Option<Corners> {
        self.geometry.corners()
    }

    /// Where its name stands: the middle of its box.
    pub fn middle(&self) -> Option<Point> {
        self.corners().map(|(low, high)| Point { lat: low.lat.midpoint(high.lat), lon: low.lon.midpoint(high.lon) })
    }
}

/// Every district, by name.
pub async fn all(db: &Db) -> Result<Vec<District>> {
    let Some(import) = live(db, Dataset::Districts).await? else { return Ok(Vec::new()) };
    let rows: Vec<(String, String)> =
        db.all("select name, geometry from map_shape where import_id = $1 order by id", args![import]).await?;
    let mut all: Vec<District> =
        rows.into_iter().map(|(name, text)| Ok(District { name, geometry: parse(&text)? })).collect::<Result<_>>()?;
    all.sort_by_key(|district| kit::text::sort_key(&district.name));
    Ok(all)
}

/// The name of the district that holds a point; empty when none does.
pub fn name_at(districts: &[District], point: Point) -> &str {
    districts.iter().find(|district| polygon::any_holds(district.geometry.areas(), point)).map_or("", |district| district.name.as_str())
}
