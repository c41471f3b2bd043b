//! Where the town ends.

use kit::db::Db;
use kit::{Result, args};

use super::geometry::{Corners, Geometry, corners};
use super::import::{Dataset, live};
use super::{Point, polygon};

/// The town's area as it is drawn; empty when no boundary was imported.
pub async fn boundary(db: &Db) -> Result<Vec<Geometry>> {
    let Some(import) = live(db, Dataset::Boundary).await? else { return Ok(Vec::new()) };
    let rows: Vec<(String,)> = db.all("select geometry from map_shape where import_id = $1 order by id", args![import]).await?;
    rows.iter().map(|(text,)| parse(text)).collect()
}

/// Does a point lie in the town? As long as no boundary is known, everything does.
pub async fn inside(db: &Db, point: Point) -> Result<bool> {
    let Some(import) = live(db, Dataset::Boundary).await? else { return Ok(true) };
    // Only areas around whose box the point lies are read.
    let rows: Vec<(String,)> = db
        .all(
            "select geometry from map_shape where import_id = $1 and $2 between south and north and $3 between west and east",
            args![import, point.lat, point.lon],
        )
        .await?;
    for (text,) in rows {
        if polygon::any_holds(parse(&text)?.areas(), point) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The box around what the town knows of its territory: its boundary, or else its streets. None when it knows nothing.
pub async fn extent(db: &Db) -> Result<Option<Corners>> {
    type Box4 = (Option<i64>, Option<i64>, Option<i64>, Option<i64>);
    let sets = [
        (Dataset::Boundary, "select min(south) as a, min(west) as b, max(north) as c, max(east) as d from map_shape where import_id = $1"),
        (Dataset::Districts, "select min(south) as a, min(west) as b, max(north) as c, max(east) as d from map_shape where import_id = $1"),
        (Dataset::Addresses, "select min(lat) as a, min(lon) as b, max(lat) as c, max(lon) as d from street where import_id = $1"),
    ];
    for (dataset, sql) in sets {
        let Some(import) = live(db, dataset).await? else { continue };
        let found: Box4 = db.one(sql, args![import]).await?;
        if let (Some(south), Some(west), Some(north), Some(east)) = found {
            return Ok(corners([Point { lat: south, lon: west }, Point { lat: north, lon: east }]));
        }
    }
    Ok(None)
}

/// Where a map begins: the middle of the streets, for a boundary may hold half a mountain; else the middle of the town.
pub async fn middle(db: &Db) -> Result<Option<Point>> {
    if let Some(import) = live(db, Dataset::Addresses).await? {
        let found: (Option<i64>, Option<i64>) = db
            .one(
                "select cast(sum(lat) as bigint) / count(*) as lat, cast(sum(lon) as bigint) / count(*) as lon
                   from street where import_id = $1",
                args![import],
            )
            .await?;
        if let (Some(lat), Some(lon)) = found {
            return Ok(Some(Point { lat, lon }));
        }
    }
    Ok(extent(db).await?.map(|(low, high)| Point { lat: low.lat.midpoint(high.lat), lon: low.lon.midpoint(high.lon) }))
}

/// A geometry as it stands in a row.
pub(super) fn parse(text: &str) -> Result<Geometry> {
    let value = serde_json::from_str(text)?;
    Geometry::read(&value).ok_or_else(|| kit::Error::internal("a shape in the database is no shape"))
}
