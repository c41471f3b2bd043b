//! Is it the same problem? Open public reports of the same category, scored by distance, words and age; the reasons are shown.

use std::collections::BTreeMap;

use kit::clock::{DAY, Time};
use kit::db::Db;
use kit::i18n::Lang;
use kit::text::analyser::analyse;
use kit::{Result, args};

use super::category::Category;
use super::kind::RequestId;
use super::status::Status;
use super::visible::TO_ALL;
use crate::territory::Point;

/// How many are shown.
const SHOWN: usize = 3;
/// How many are looked at.
const LOOKED_AT: i64 = 300;
/// Metres for an officer, who looks further.
pub const OFFICER_RADIUS: i64 = 1_000;
/// Points from which one is shown.
const ENOUGH: i64 = 35;

/// What one knows of two reports.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// Metres between them, when both have a place.
    pub metres: Option<f64>,
    /// Metres within which they may be one.
    pub radius: f64,
    /// Words they share.
    pub shared: usize,
    /// Words of the shorter one.
    pub words: usize,
    /// Days since the other came in.
    pub days: i64,
}

/// Points out of a hundred: up to 50 for the distance, 35 for the words, 15 for the age. Nothing for what is too far.
pub fn score(facts: Facts) -> Option<i64> {
    #[allow(clippy::cast_possible_truncation)] // Between 0 and 50 by the line itself.
    let near = match facts.metres {
        Some(metres) if metres > facts.radius => return None,
        Some(metres) => (50.0 - 50.0 * (metres / facts.radius.max(1.0)).clamp(0.0, 1.0)).round() as i64,
        None => 0,
    };
    let shared = i64::try_from(facts.shared * 35 / facts.words.max(1)).unwrap_or_default().min(35);
    let young = (15 - facts.days / 6).clamp(0, 15);
    let all = near + shared + young;
    (all >= ENOUGH && (facts.metres.is_some() || facts.shared > 1)).then_some(all)
}

/// One that may be the same, with the reasons.
#[derive(Debug, Clone)]
pub struct Similar {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Where.
    pub address: String,
    /// Where it stands.
    pub status: Status,
    /// Whole metres away, when both have a place.
    pub metres: Option<i64>,
    /// Words they share.
    pub shared: Vec<String>,
    /// When it came in.
    pub received_at: Time,
    /// Points.
    pub score: i64,
}

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// The category.
    pub category: &'a Category,
    /// The place.
    pub point: Option<Point>,
    /// Title and address.
    pub words: &'a str,
    /// Metres.
    pub radius: i64,
    /// Not this one.
    pub but: Option<RequestId>,
}

kit::row! {
    struct Found {
        id: RequestId,
        number: String,
        title: String,
        address: String,
        status: Status,
        lat: Option<i64>,
        lon: Option<i64>,
        received_at: Time,
    }
}

/// The most similar first.
pub async fn find(db: &Db, wanted: &Wanted<'_>) -> Result<Vec<Similar>> {
    #[allow(clippy::cast_precision_loss)] // Metres within a town.
    let radius = wanted.radius as f64;
    let columns = format!(
        "select r.id, r.number, r.title, r.address, r.status, r.lat, r.lon, r.received_at from request r
          where r.category_id = $1 and r.stage in ('open', 'waiting') and {TO_ALL} and r.id <> $2"
    );
    // `+`: those of the place are few; the order must not lead through all of the category.
    let but = wanted.but.map_or(0, |id| id.0);
    let rows: Vec<Found> = match wanted.point {
        Some(point) => {
            let (low, high) = point.around(radius);
            let sql = format!(
                "{columns} and (r.lat is null or (r.lat between $3 and $4 and r.lon between $5 and $6)) order by +r.id desc limit $7"
            );
            db.all(sql, args![wanted.category.id, but, low.lat, high.lat, low.lon, high.lon, LOOKED_AT]).await?
        }
        None => db.all(format!("{columns} order by +r.id desc limit $3"), args![wanted.category.id, but, LOOKED_AT]).await?,
    };
    let now = db.now();
    let own = terms(wanted.words);
    let mut found: Vec<Similar> = rows.into_iter().filter_map(|row| judge(row, wanted.point, radius, &own, now)).collect();
    found.sort_by_key(|one| std::cmp::Reverse(one.score));
    found.truncate(SHOWN);
    Ok(found)
}

fn judge(row: Found, point: Option<Point>, radius: f64, own: &BTreeMap<String, String>, now: Time) -> Option<Similar> {
    let there = row.lat.zip(row.lon).map(|(lat, lon)| Point { lat, lon });
    let metres = point.zip(there).map(|(here, there)| here.metres_to(there));
    let theirs = terms(&format!("{} {}", row.title, row.address));
    let shared: Vec<String> = own.iter().filter(|(stem, _)| theirs.contains_key(*stem)).map(|(_, word)| word.clone()).collect();
    let days = now.since(row.received_at) / DAY;
    let facts = Facts { metres, radius, shared: shared.len(), words: own.len().min(theirs.len()), days };
    let score = score(facts)?;
    #[allow(clippy::cast_possible_truncation)] // Bounded by the radius.
    let metres = metres.map(|metres| (metres / 10.0).round() as i64 * 10);
    let Found { number, title, address, status, received_at, .. } = row;
    Some(Similar { number, title, address, status, metres, shared, received_at, score })
}

/// Words that every second address has: to share one says nothing.
const OF_ADDRESSES: [&str; 9] = ["via", "viale", "piazza", "corso", "vicolo", "largo", "contrada", "strada", "salita"];

/// The stems of a text, each with the word as it was written.
fn terms(text: &str) -> BTreeMap<String, String> {
    let found = analyse(text, Lang::It).into_iter().filter(|term| term.text.chars().count() > 2);
    let written = found.filter_map(|term| Some((term.text, text.get(term.start..term.end)?.to_lowercase())));
    written.filter(|(_, word)| !OF_ADDRESSES.contains(&word.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_same_lamp_is_found_and_another_street_is_not() {
        let near = Facts { metres: Some(40.0), radius: 250.0, shared: 2, words: 4, days: 3 };
        assert!(score(near).is_some());
        assert_eq!(score(Facts { metres: Some(260.0), ..near }), None);
        assert_eq!(score(Facts { metres: None, shared: 1, ..near }), None);
        assert!(score(Facts { metres: None, shared: 4, ..near }).is_some());
    }

    proptest! {
        #[test]
        fn nearer_younger_and_more_alike_never_counts_less(metres in 0.0_f64..250.0, shared in 0_usize..6, days in 0_i64..400) {
            let of = |metres, shared, days| score(Facts { metres: Some(metres), radius: 250.0, shared, words: 6, days }).unwrap_or(0);
            let here = of(metres, shared, days);
            prop_assert!(here <= 100);
            prop_assert!(of(metres / 2.0, shared, days) >= here);
            prop_assert!(of(metres, shared + 1, days) >= here);
            prop_assert!(of(metres, shared, days / 2) >= here);
        }
    }
}
