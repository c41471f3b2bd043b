//! Addresses: found by words that may be mistyped, and by the point they are nearest to.

use std::cmp::Reverse;

use kit::db::{Db, Value, places};
use kit::text::search::similar;
use kit::{Result, args};

use super::import::{Dataset, live};
use super::odonym::{Asked, Civic, Odonym};
use super::{Point, district};

/// Streets that are weighed against each other.
const CANDIDATES: u32 = 40;
/// What somebody types is looked at so far, in characters.
const LONGEST: usize = 100;
/// How far the nearest address may be, in metres: looked for in ever larger squares.
const REACHES: [f64; 4] = [60.0, 250.0, 1000.0, 4000.0];

/// An address of the town.
#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    /// The street as it is written.
    pub street: String,
    /// The number; none for the street itself.
    pub civic: Option<Civic>,
    /// Where.
    pub point: Point,
    /// Is it what was asked for? Not when the street has no such number: then it is the one next to it.
    pub exact: bool,
    /// In which district; empty when none is known.
    pub district: String,
}

impl Address {
    /// As people write it: `Via Garibaldi 12/A`.
    pub fn text(&self) -> String {
        match &self.civic {
            Some(civic) => format!("{} {civic}", self.street),
            None => self.street.clone(),
        }
    }
}

/// An address and how far it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The address.
    pub address: Address,
    /// Metres to it.
    pub metres: f64,
}

kit::row! {
    #[derive(Debug, Clone)]
    struct Street {
        id: i64,
        kind: String,
        name: String,
        folded: String,
        lat: i64,
        lon: i64,
    }
}

/// Under which word the streets of an import stand in the index of letters: each import has its own, so that one that is being
/// written is not found and one that is gone takes nobody's place.
pub fn index_word(import: i64) -> String {
    format!("street:{import}")
}

/// The addresses that are most like what somebody typed, the best first. Typing errors are forgiven; a number that the street does
/// not have gives the one next to it, and says so.
pub async fn find(db: &Db, words: &str, limit: usize) -> Result<Vec<Address>> {
    let words: String = words.chars().take(LONGEST).collect();
    let asked = Asked::read(&words);
    let Some(import) = live(db, Dataset::Addresses).await? else { return Ok(Vec::new()) };
    let streets = streets(db, import, &asked.street).await?;
    let districts = district::all(db).await?;
    let mut found = Vec::new();
    for street in streets.into_iter().take(limit) {
        let mut address = match &asked.civic {
            Some(civic) => numbered(db, &street, civic).await?,
            None => None,
        }
        .unwrap_or_else(|| Address {
            exact: asked.civic.is_none(),
            point: Point { lat: street.lat, lon: street.lon },
            civic: None,
            street: street.name,
            district: String::new(),
        });
        address.district = district::name_at(&districts, address.point).to_owned();
        found.push(address);
    }
    Ok(found)
}

/// Streets by their likeness: which share most groups of letters, then whose generic word is the one asked for, then the shortest.
async fn streets(db: &Db, import: i64, asked: &Odonym) -> Result<Vec<Street>> {
    let hits = similar(db, &index_word(import), &asked.words, CANDIDATES).await?;
    if hits.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("select id, kind, name, folded, lat, lon from street where id in ({})", places(1, hits.len()));
    let rows: Vec<Street> = db.all(sql, hits.iter().map(|(id, _)| Value::from(*id)).collect()).await?;
    let shared = |id: i64| hits.iter().find(|(hit, _)| *hit == id).map_or(0, |(_, shared)| *shared);
    let mut ranked: Vec<(Reverse<i64>, bool, usize, Street)> = rows
        .into_iter()
        .map(|street| {
            let other_kind = !asked.kind.is_empty() && street.kind != asked.kind;
            (Reverse(shared(street.id)), other_kind, street.folded.chars().count(), street)
        })
        .collect();
    ranked.sort_by(|a, b| (a.0, a.1, a.2, &a.3.folded).cmp(&(b.0, b.1, b.2, &b.3.folded)));
    // What shares half as much as the best is noise.
    let best = ranked.first().map_or(0, |first| first.0.0);
    Ok(ranked.into_iter().filter(|(shared, ..)| shared.0 * 2 > best).map(|(.., street)| street).collect())
}

/// The number of a street, or the one next to it on the same side.
async fn numbered(db: &Db, street: &Street, civic: &Civic) -> Result<Option<Address>> {
    let row: Option<(i64, String, i64, i64)> = db
        .maybe(
            "select number, suffix, lat, lon from civic_number where street_id = $1
              order by abs(number - $2) + 3 * (abs(number - $2) % 2), case when suffix = $3 then 0 when suffix = '' then 1 else 2 end, number, suffix limit 1",
            args![street.id, civic.number, &civic.suffix],
        )
        .await?;
    Ok(row.map(|(number, suffix, lat, lon)| {
        let found = Civic { number, suffix };
        let exact = found == *civic;
        Address { street: street.name.clone(), civic: Some(found), point: Point { lat, lon }, exact, district: String::new() }
    }))
}

/// A street, its number and suffix if it has one, latitude and longitude.
type Row = (String, Option<i64>, Option<String>, i64, i64);

/// The address nearest to a point; none when the next one is kilometres away.
pub async fn nearest(db: &Db, point: Point) -> Result<Option<Near>> {
    let Some(import) = live(db, Dataset::Addresses).await? else { return Ok(None) };
    for reach in REACHES {
        let (low, high) = point.around(reach);
        let rows: Vec<Row> = db
            .all(
                "select s.name, c.number, c.suffix, c.lat, c.lon from civic_number c join street s on s.id = c.street_id
                  where c.import_id = $1 and c.lat between $2 and $4 and c.lon between $3 and $5
                 union all
                 select s.name, null, null, s.lat, s.lon from street s
                  where s.import_id = $1 and s.numbers = 0 and s.lat between $2 and $4 and s.lon between $3 and $5",
                args![import, low.lat, low.lon, high.lat, high.lon],
            )
            .await?;
        let near = rows
            .into_iter()
            .map(|(street, number, suffix, lat, lon)| {
                let place = Point { lat, lon };
                let civic = number.map(|number| Civic { number, suffix: suffix.unwrap_or_default() });
                Near {
                    metres: point.metres_to(place),
                    address: Address { street, civic, point: place, exact: true, district: String::new() },
                }
            })
            .min_by(|a, b| a.metres.total_cmp(&b.metres));
        // A corner of the square may be farther away than what lies just outside it.
        if let Some(mut near) = near.filter(|near| near.metres <= reach) {
            let districts = district::all(db).await?;
            near.address.district = district::name_at(&districts, near.address.point).to_owned();
            return Ok(Some(near));
        }
    }
    Ok(None)
}
