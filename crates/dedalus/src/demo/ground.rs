//! The ground of the demo town: boundary, districts, streets and civic numbers. All of it is drawn: the streets have names that are there,
//! and lie elsewhere.

use kit::db::Db;
use kit::{Error, Result, args};

use super::cast::{Cast, NOWHERE};
use crate::identity::Actor;
use crate::territory::{Dataset, import_now, read_file};

/// Who keeps the territory.
const KEEPER: &str = "dario_pusateri";
/// What is imported, in the order in which a town would.
const FILES: [(Dataset, &[u8]); 4] = [
    (Dataset::Boundary, include_bytes!("ground/confine.geojson")),
    (Dataset::Districts, include_bytes!("ground/quartieri.geojson")),
    (Dataset::Base, include_bytes!("ground/disegno.geojson")),
    (Dataset::Addresses, include_bytes!("ground/indirizzi.csv")),
];

/// Imports what is not in force yet. What an earlier run left half written is not gone on with.
pub async fn lay(db: &Db, cast: &Cast) -> Result<()> {
    db.write(async |tx| Ok(tx.run("update territory_import set state = 'gone' where state = 'loading'", args![]).await.map(drop)?)).await?;
    let (keeper, invented) = cast.person(KEEPER)?;
    let actor = Actor::person(keeper, invented.name, NOWHERE);
    for (dataset, bytes) in FILES {
        let sql = "select id from territory_import where dataset = $1 and state = 'live'";
        let known: Option<(i64,)> = db.maybe(sql, args![dataset]).await?;
        if known.is_some() {
            continue;
        }
        let reading = read_file(dataset, bytes);
        if let Some(fault) = reading.faults.first() {
            return Err(Error::internal(format!("the demo's {}: line {}: {}", dataset.word(), fault.line, fault.key)));
        }
        import_now(db, &actor, dataset, "demo", &reading, &|_| ()).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::{Geometry, Polygon};

    #[test]
    fn the_ground_has_no_fault_and_enough_streets() {
        for (dataset, bytes) in FILES {
            let reading = read_file(dataset, bytes);
            assert!(reading.faults.is_empty() && reading.repeated == 0, "{dataset:?} {:?}", reading.faults);
        }
        let numbers = read_file(Dataset::Addresses, FILES[3].1).rows.len();
        assert!((500..800).contains(&numbers), "{numbers}");
    }

    #[test]
    fn every_address_lies_in_the_town() {
        let file: serde_json::Value = serde_json::from_slice(FILES[0].1).unwrap();
        let Some(Geometry::Areas(areas)) = Geometry::read(&file["features"][0]["geometry"]) else { panic!("an area") };
        for line in std::str::from_utf8(FILES[3].1).unwrap().lines().skip(1) {
            let mut cells = line.rsplit(',');
            let (lon, lat) = (cells.next().unwrap(), cells.next().unwrap());
            let point = crate::territory::Point::parse(lat, lon).unwrap();
            assert!(areas.iter().any(|area: &Polygon| area.holds(point)), "{line}");
        }
    }
}
