//! Public requests on a map: counted in the cells of a tile, so that an answer is short however many there are.

use kit::Result;
use kit::db::{Db, Value, places};

use super::kind::RequestId;
use super::list::{Filter, Row, SELECT, narrowed};
use super::visible::{TO_ALL, TO_ALL_BY_PLACE};
use crate::territory::{Corners, Point};

/// Cells of a tile's side: 64 pixels each where a tile is drawn 1,024 pixels wide.
const CELLS: i64 = 16;

/// What lies in one cell.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// How many.
    pub count: i64,
    /// Where, on average.
    pub middle: Point,
    /// The box that holds them all.
    pub corners: Corners,
    /// The request, where it is the only one.
    pub only: Option<Row>,
}

kit::row! {
    struct Counted {
        upward: i64,
        eastward: i64,
        count: i64,
        south: i64,
        west: i64,
        north: i64,
        east: i64,
        lat: i64,
        lon: i64,
        last: RequestId,
    }
}

/// The requests of a filter in a box, from its southern and western line on and below the other two.
pub async fn clusters(db: &Db, filter: &Filter, (low, high): Corners) -> Result<Vec<Cluster>> {
    let cell = |from: i64, to: i64| ((to - from) / CELLS + 1).max(1);
    let (conditions, mut values) = narrowed(db.engine(), filter);
    let first = values.len() + 1;
    let [south, west, north, east, tall, wide] = [0, 1, 2, 3, 4, 5].map(|more| format!("${}", first + more));
    let numbers = [low.lat, low.lon, high.lat, high.lon, cell(low.lat, high.lat), cell(low.lon, high.lon)];
    values.extend(numbers.map(Value::from));
    let more: String =
        conditions.iter().map(|condition| format!(" and {}", condition.replace("r.category_id", "+r.category_id"))).collect();
    let sql = format!(
        "select (r.lat - {south}) / {tall} as upward, (r.lon - {west}) / {wide} as eastward, count(*) as count,
                min(r.lat) as south, min(r.lon) as west, max(r.lat) as north, max(r.lon) as east,
                cast(sum(r.lat) as bigint) / count(*) as lat, cast(sum(r.lon) as bigint) / count(*) as lon, max(r.id) as last
           from request r
          where r.lat >= {south} and r.lat < {north} and r.lon >= {west} and r.lon < {east} and {TO_ALL_BY_PLACE}{more}
          group by 1, 2 order by 1, 2"
    );
    let cells: Vec<Counted> = db.all(sql, values).await?;
    let alone: Vec<Value> = cells.iter().filter(|cell| cell.count == 1).map(|cell| Value::from(cell.last)).collect();
    let mut rows: Vec<Row> = Vec::new();
    if !alone.is_empty() {
        rows = db.all(format!("{SELECT} where {TO_ALL} and r.id in ({})", places(1, alone.len())), alone).await?;
    }
    let cluster = |cell: Counted| Cluster {
        count: cell.count,
        middle: Point { lat: cell.lat, lon: cell.lon },
        corners: (Point { lat: cell.south, lon: cell.west }, Point { lat: cell.north, lon: cell.east }),
        only: rows.iter().find(|row| cell.count == 1 && row.id == cell.last).cloned(),
    };
    Ok(cells.into_iter().map(cluster).collect())
}
