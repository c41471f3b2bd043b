//! Writes the rows of an import in turns, and puts it in force in one.

use std::collections::BTreeMap;
use std::sync::Arc;

use kit::clock::DAY;
use kit::db::{Db, Tx, Value};
use kit::jobs::Job;
use kit::text::search::{put_trigrams, remove_trigrams};
use kit::{Error, Result, args};

use super::addresses::AddressRow;
use super::dataset::{Dataset, Reading, Rows, read};
use super::record::{Import, NewImport, State, clear_later};
use super::shapes::ShapeRow;
use crate::identity::{Actor, Entry, note};
use crate::shell::App;
use crate::territory::Point;
use crate::territory::odonym::{Civic, Odonym};
use crate::territory::street::index_word;

/// Rows of one statement and of one turn: a turn must not keep others waiting.
const STATEMENT: usize = 50;
const TURN: usize = 500;
/// Streets of one turn; each brings its groups of letters.
const STREETS: usize = 60;
/// Rows that go in one turn.
const GOING: i64 = 1000;
/// What everything that shows the territory depends on.
pub const TOUCHED: &str = "territory";

/// A street with its numbers, put together from the rows of a file.
struct Drafted {
    id: i64,
    name: String,
    odonym: Odonym,
    own: Option<Point>,
    numbers: Vec<(Civic, Point)>,
}

impl Drafted {
    /// Where the street is: as the file says, else at its middle number.
    fn point(&self) -> Point {
        let middle = self.numbers.get(self.numbers.len() / 2).map(|(_, point)| *point);
        self.own.or(middle).unwrap_or(Point { lat: 0, lon: 0 })
    }
}

/// A name that is all capitals is written as people write it.
fn tidy(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut out = String::new();
    let mut begins = true;
    for c in name.chars() {
        if begins {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        begins = !c.is_alphanumeric();
    }
    out
}

fn together(rows: &[AddressRow], now: kit::clock::Time) -> Vec<Drafted> {
    let mut streets: BTreeMap<String, Drafted> = BTreeMap::new();
    for row in rows {
        let odonym = Odonym::read(&row.street);
        let street = streets.entry(odonym.folded()).or_insert_with(|| Drafted {
            id: kit::ids::next(now),
            name: tidy(&row.street),
            odonym,
            own: None,
            numbers: Vec::new(),
        });
        match &row.civic {
            Some(civic) => street.numbers.push((civic.clone(), row.point)),
            None => street.own = Some(row.point),
        }
    }
    let mut streets: Vec<Drafted> = streets.into_values().collect();
    streets.iter_mut().for_each(|street| street.numbers.sort());
    streets
}

/// `($1, $2), ($3, $4)…`
fn values(rows: usize, columns: usize) -> String {
    let row = |row: usize| format!("({})", kit::db::places(row * columns + 1, columns));
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// Notes how far it is; an import that was stopped meanwhile is written no further.
async fn advance(tx: &mut Tx, import: i64, rows: usize) -> Result<()> {
    let rows = i64::try_from(rows).unwrap_or(i64::MAX);
    let moved = tx.run("update territory_import set done = done + $2 where id = $1 and state = 'loading'", args![import, rows]).await?;
    if moved == 1 { Ok(()) } else { Err(Error::Conflict("territory-stopped")) }
}

async fn fill_shapes(db: &Db, import: i64, rows: &[ShapeRow], progress: &(dyn Fn(usize) + Sync)) -> Result<()> {
    let mut written = 0;
    for some in rows.chunks(TURN / 10) {
        db.write(async |tx| {
            let now = tx.now();
            for row in some {
                let Some((low, high)) = row.geometry.corners() else { continue };
                tx.run(
                    "insert into map_shape (id, import_id, kind, name, geometry, south, west, north, east) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                    args![kit::ids::next(now), import, row.kind, &row.name, row.geometry.to_value().to_string(), low.lat, low.lon, high.lat, high.lon],
                )
                .await?;
            }
            advance(tx, import, some.len()).await
        })
        .await?;
        written += some.len();
        progress(written);
    }
    Ok(())
}

async fn put_streets(tx: &mut Tx, import: i64, streets: &[Drafted]) -> Result<()> {
    let (sql, word) = (values(streets.len(), 8), index_word(import));
    let mut args: Vec<Value> = Vec::with_capacity(streets.len() * 8);
    for street in streets {
        let (point, numbers) = (street.point(), i64::try_from(street.numbers.len()).unwrap_or(i64::MAX));
        args.extend(args![street.id, import, &street.odonym.kind, &street.name, street.odonym.folded(), point.lat, point.lon, numbers]);
    }
    tx.run(format!("insert into street (id, import_id, kind, name, folded, lat, lon, numbers) values {sql}"), args).await?;
    for street in streets {
        put_trigrams(tx, &word, street.id, &street.odonym.words).await?;
    }
    let own = streets.iter().filter(|street| street.own.is_some()).count();
    advance(tx, import, own).await
}

async fn put_numbers(tx: &mut Tx, import: i64, rows: &[(i64, &Civic, Point)]) -> Result<()> {
    let now = tx.now();
    for some in rows.chunks(STATEMENT) {
        let mut args: Vec<Value> = Vec::with_capacity(some.len() * 7);
        for (street, civic, point) in some {
            args.extend(args![kit::ids::next(now), import, *street, civic.number, &civic.suffix, point.lat, point.lon]);
        }
        let values = values(some.len(), 7);
        tx.run(format!("insert into civic_number (id, import_id, street_id, number, suffix, lat, lon) values {values}"), args).await?;
    }
    advance(tx, import, rows.len()).await
}

async fn fill_addresses(db: &Db, import: i64, rows: &[AddressRow], progress: &(dyn Fn(usize) + Sync)) -> Result<()> {
    let streets = together(rows, db.now());
    for some in streets.chunks(STREETS) {
        db.write(async |tx| put_streets(tx, import, some).await).await?;
    }
    let numbers: Vec<(i64, &Civic, Point)> =
        streets.iter().flat_map(|street| street.numbers.iter().map(|(civic, point)| (street.id, civic, *point))).collect();
    let mut written = rows.len() - numbers.len();
    for some in numbers.chunks(TURN) {
        db.write(async |tx| put_numbers(tx, import, some).await).await?;
        written += some.len();
        progress(written);
    }
    Ok(())
}

/// Writes all rows of an import, from the beginning: what an earlier try had written goes first.
async fn fill(db: &Db, import: i64, rows: &Rows, progress: &(dyn Fn(usize) + Sync)) -> Result<()> {
    clear(db, import).await?;
    db.write(async |tx| Ok(tx.run("update territory_import set done = 0 where id = $1", args![import]).await.map(drop)?)).await?;
    match rows {
        Rows::Shapes(rows) => fill_shapes(db, import, rows, progress).await,
        Rows::Addresses(rows) => fill_addresses(db, import, rows, progress).await,
    }
}

/// Puts it in force: the one that was stays as the one before, what was before that goes.
async fn go_live(tx: &mut Tx, id: i64) -> Result<()> {
    let (dataset,): (Dataset,) = tx.one("select dataset from territory_import where id = $1 and state = 'loading'", args![id]).await?;
    let now = tx.now();
    let sql = "update territory_import set state = 'gone', ended_at = $2 where dataset = $1 and state = 'replaced'";
    let gone = tx.run(sql, args![dataset, now]).await?;
    tx.run("update territory_import set state = 'replaced' where dataset = $1 and state = 'live'", args![dataset]).await?;
    tx.run("update territory_import set state = 'live', live_at = $2, file = null where id = $1", args![id, now]).await?;
    tx.touch(TOUCHED);
    if gone > 0 { clear_later(tx).await } else { Ok(()) }
}

/// Takes the import in force back: the one before it is in force again, or there is none.
pub async fn undo(tx: &mut Tx, actor: &Actor, import: &Import) -> Result<()> {
    let now = tx.now();
    let undone =
        tx.run("update territory_import set state = 'gone', ended_at = $2 where id = $1 and state = 'live'", args![import.id, now]).await?;
    if undone == 0 {
        return Err(Error::Conflict("territory-undone-already"));
    }
    tx.run("update territory_import set state = 'live' where dataset = $1 and state = 'replaced'", args![import.dataset]).await?;
    import.note(tx, actor, "territory.undone").await?;
    tx.touch(TOUCHED);
    clear_later(tx).await
}

/// The job: reads the file of an import that somebody said yes to, and writes it.
pub async fn run_import(app: App, job: Arc<Job>) -> Result<()> {
    let id = job.payload.get("import").and_then(|value| value.as_str()).and_then(|text| text.parse().ok());
    let id: i64 = id.ok_or_else(|| job.give_up("the job names no import"))?;
    let import = Import::find(&app.db, id).await?;
    let (true, Some(file)) = (import.is_loading(), import.file) else { return job.complete(&app.db, async |_| Ok(())).await };
    let bytes = app.blobs.get(file).await?;
    let reading: Reading = tokio::task::spawn_blocking(move || read(import.dataset, &bytes)).await?;
    match fill(&app.db, id, &reading.rows, &|_| ()).await {
        Err(Error::Conflict("territory-stopped")) => job.complete(&app.db, async |tx| clear_later(tx).await).await,
        Err(error) => Err(error),
        Ok(()) => job.complete(&app.db, async |tx| go_live(tx, id).await).await,
    }
}

/// Imports at once, for the command line and the demo town. Whoever calls has seen that the file has no fault.
pub async fn import_now(
    db: &Db,
    actor: &Actor,
    dataset: Dataset,
    source: &str,
    reading: &Reading,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<()> {
    let new =
        NewImport { dataset, source: source.to_owned(), file: None, total: reading.rows.len(), repeated: reading.repeated, outside: 0 };
    let id = db
        .write(async |tx| {
            let id = Import::create(tx, actor, State::Loading, &new).await?;
            let after = Some(format!("{source}: {}", new.total));
            let entry = Entry {
                act: "territory.imported",
                subject_kind: "territory",
                subject_id: Some(id),
                subject_name: dataset.word(),
                after,
                ..Entry::default()
            };
            note(tx, actor, entry).await?;
            Ok(id)
        })
        .await?;
    fill(db, id, &reading.rows, progress).await?;
    db.write(async |tx| go_live(tx, id).await).await
}

/// Takes the rows of an import away, in turns.
async fn clear(db: &Db, import: i64) -> Result<()> {
    while db.write(async |tx| clear_some(tx, import).await).await? > 0 {}
    Ok(())
}

async fn clear_some(tx: &mut Tx, import: i64) -> Result<u64> {
    for table in ["map_shape", "civic_number"] {
        let sql = format!("delete from {table} where id in (select id from {table} where import_id = $1 order by id limit $2)");
        let gone = tx.run(sql, args![import, GOING]).await?;
        if gone > 0 {
            return Ok(gone);
        }
    }
    let streets: Vec<(i64,)> = tx.all("select id from street where import_id = $1 order by id limit $2", args![import, GOING / 5]).await?;
    let word = index_word(import);
    for (street,) in &streets {
        remove_trigrams(tx, &word, *street).await?;
        tx.run("delete from street where id = $1", args![*street]).await?;
    }
    Ok(streets.len() as u64)
}

/// The job: drafts nobody wanted for two days go, and the rows of whatever is gone.
pub async fn clear_gone(app: App, job: Arc<Job>) -> Result<()> {
    app.db
        .write(async |tx| {
            let (now, before) = (tx.now(), tx.now().plus(-2 * DAY));
            let sql = "update territory_import set state = 'gone', file = null, ended_at = $2 where state = 'draft' and created_at < $1";
            tx.run(sql, args![before, now]).await?;
            Ok(())
        })
        .await?;
    let gone: Vec<(i64,)> = app
        .db
        .all(
            "select i.id from territory_import i where i.state = 'gone'
                and (exists (select 1 from map_shape s where s.import_id = i.id) or exists (select 1 from street s where s.import_id = i.id))
              order by i.id",
            args![],
        )
        .await?;
    for (id,) in gone {
        clear(&app.db, id).await?;
    }
    job.complete(&app.db, async |_| Ok(())).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_written_as_people_write() {
        assert_eq!(tidy("VIA DELL'UNITÀ"), "Via Dell'Unità");
        assert_eq!(tidy("Via dell’Unità"), "Via dell’Unità");
    }

    #[test]
    fn several_rows_make_one_street_whose_place_is_in_its_middle() {
        let row = |street: &str, number: Option<i64>, lon| AddressRow {
            street: street.into(),
            civic: number.map(|number| Civic { number, suffix: String::new() }),
            point: Point { lat: 1, lon },
        };
        let now = kit::clock::Time::from_micros(1);
        let streets = together(&[row("Via Roma", Some(5), 50), row("VIA ROMA", Some(1), 10), row("Via Roma", Some(3), 30)], now);
        assert_eq!((streets.len(), streets[0].point().lon, streets[0].name.as_str()), (1, 30, "Via Roma"));
        let streets = together(&[row("Molo", None, 7), row("Via Roma", Some(1), 10)], now);
        assert_eq!(streets.iter().map(|street| street.point().lon).collect::<Vec<_>>(), [7, 10]);
    }
}
