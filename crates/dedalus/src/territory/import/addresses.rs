//! Civic numbers from a table or from GeoJSON.

use std::collections::HashSet;

use kit::text::{clean_line, fold};
use serde_json::Value;

use super::dataset::{FAULTS_KEPT, Fault, Reading, Rows, text};
use super::shapes::features;
use super::table;
use crate::territory::odonym::{Civic, Odonym};
use crate::territory::{Geometry, Point};

/// Rows one file may have.
const MOST: usize = 400_000;

/// A civic number, or a street without numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressRow {
    /// The street's name as it is written.
    pub street: String,
    /// The number; none for the street itself.
    pub civic: Option<Civic>,
    /// Where.
    pub point: Point,
}

/// What the columns are called, folded: the town's own files, ANNCSU (the national archive of streets and numbers), OpenAddresses.
const STREET: &[&str] = &["via", "strada", "odonimo", "indirizzo", "street", "nome", "denominazione"];
const KIND: &[&str] = &["tipo", "dug", "specie"];
const NUMBER: &[&str] = &["civico", "numero", "number", "housenumber", "num"];
const SUFFIX: &[&str] = &["esponente", "suffisso", "barrato", "suffix"];
const LAT: &[&str] = &["lat", "latitudine", "latitude", "y", "coord_y_comune"];
const LON: &[&str] = &["lon", "lng", "longitudine", "longitude", "x", "coord_x_comune"];

/// One row as it came, all in words.
#[derive(Default)]
struct Raw {
    line: usize,
    kind: String,
    street: String,
    number: String,
    suffix: String,
    lat: String,
    lon: String,
}

/// Reads a file: GeoJSON when it begins as one, else a table.
pub fn read(bytes: &[u8]) -> Reading {
    let text = text(bytes);
    let found = if text.trim_start().starts_with('{') { of_features(&text) } else { of_table(&text) };
    let mut reading = Reading { rows: Rows::Addresses(Vec::new()), faults: Vec::new(), repeated: 0 };
    match found {
        Ok(rows) if rows.len() > MOST => reading.faults.push(Fault::new(0, "error-territory-many", &MOST.to_string())),
        Ok(rows) => understand(rows, &mut reading),
        Err(fault) => reading.faults.push(fault),
    }
    reading
}

fn understand(rows: Vec<Raw>, reading: &mut Reading) {
    let (mut kept, mut known) = (Vec::with_capacity(rows.len()), HashSet::new());
    for raw in rows {
        match raw.understood() {
            Ok(row) if known.insert((Odonym::read(&row.street).folded(), row.civic.clone())) => kept.push(row),
            Ok(_) => reading.repeated += 1,
            Err(fault) if reading.faults.len() < FAULTS_KEPT => reading.faults.push(fault),
            Err(_) => {}
        }
    }
    reading.rows = Rows::Addresses(kept);
}

impl Raw {
    fn understood(self) -> Result<AddressRow, Fault> {
        let street = clean_line(&format!("{} {}", self.kind, self.street));
        if !(2..=120).contains(&street.chars().count()) || Odonym::read(&street).words.is_empty() {
            return Err(Fault::new(self.line, "error-territory-street", &street));
        }
        let number = clean_line(&format!("{} {}", self.number, self.suffix));
        let civic = match fold(&number).as_str() {
            "" | "snc" | "s.n.c." | "0" => None,
            _ => Some(Civic::read(&number).ok_or_else(|| Fault::new(self.line, "error-territory-number", &number))?),
        };
        // An apostrophe in front keeps spreadsheets from running a cell as a formula.
        let bare = |text: &str| text.trim_start_matches('\'').to_owned();
        let point = Point::parse(&bare(&self.lat), &bare(&self.lon))
            .ok_or_else(|| Fault::new(self.line, "error-territory-point", &format!("{} {}", self.lat, self.lon)))?;
        Ok(AddressRow { street, civic, point })
    }
}

fn of_table(text: &str) -> Result<Vec<Raw>, Fault> {
    let mut rows = table::rows(text).into_iter();
    let head: Vec<String> = rows.next().map(|(_, cells)| cells.iter().map(|cell| fold(cell)).collect()).unwrap_or_default();
    let place = |names: &[&str]| head.iter().position(|cell| names.contains(&cell.as_str()));
    let (Some(street), Some(lat), Some(lon)) = (place(STREET), place(LAT), place(LON)) else {
        return Err(Fault::new(1, "error-territory-columns", &head.join(", ")));
    };
    let (kind, number, suffix) = (place(KIND), place(NUMBER), place(SUFFIX));
    let raw = |(line, cells): table::Line| {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).cloned().unwrap_or_default();
        Raw {
            line,
            kind: cell(kind),
            street: cell(Some(street)),
            number: cell(number),
            suffix: cell(suffix),
            lat: cell(Some(lat)),
            lon: cell(Some(lon)),
        }
    };
    Ok(rows.map(raw).collect())
}

fn of_features(text: &str) -> Result<Vec<Raw>, Fault> {
    let features = features(text)?;
    let raw = |(line, feature): (usize, Value)| {
        let word = |names: &[&str]| {
            let properties = feature.get("properties").and_then(Value::as_object);
            let found = properties.and_then(|all| all.iter().find(|(name, _)| names.contains(&fold(name).as_str())));
            found
                .map(|(_, value)| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                .filter(|word| word != "null")
                .unwrap_or_default()
        };
        let mut row = Raw { line, kind: word(KIND), street: word(STREET), number: word(NUMBER), suffix: word(SUFFIX), ..Raw::default() };
        if let Some(Geometry::Point(point)) = feature.get("geometry").and_then(Geometry::read) {
            let (lat, lon) = point.degrees();
            (row.lat, row.lon) = (lat.to_string(), lon.to_string());
        }
        row
    };
    Ok(features.into_iter().map(raw).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(reading: &Reading) -> &[AddressRow] {
        let Rows::Addresses(rows) = &reading.rows else { panic!("addresses") };
        rows
    }

    #[test]
    fn a_table_of_the_town_hall_is_read() {
        let file = "Via;Civico;Esponente;Lat;Lon\nVia Garibaldi;12;A;37,9847;13,6963\nPiazza Duomo;snc;;37.986;13.697\n";
        let reading = read(file.as_bytes());
        assert!(reading.faults.is_empty(), "{:?}", reading.faults);
        let [one, two] = rows(&reading) else { panic!("two rows") };
        assert_eq!((one.street.as_str(), one.civic.clone().unwrap().to_string().as_str()), ("Via Garibaldi", "12/A"));
        assert_eq!(one.point, Point { lat: 37_984_700, lon: 13_696_300 });
        assert_eq!((two.civic.clone(), two.street.as_str()), (None, "Piazza Duomo"));
    }

    #[test]
    fn the_national_archive_and_old_letters_are_read() {
        let file = b"dug,odonimo,civico,coord_x_comune,coord_y_comune\nVIA,LIBERT\xc0,3,13.69,37.98\n";
        let reading = read(file);
        assert_eq!(rows(&reading)[0].street, "VIA LIBERTÀ");
    }

    #[test]
    fn faults_are_told_by_their_line_and_repeated_rows_counted() {
        let file = "via;civico;lat;lon\n;1;37.9;13.6\nVia Roma;abc;37.9;13.6\nVia Roma;1;1850000;4200000\nVia Roma;2;37.9;13.6\nvia ROMA;2;37.9;13.6\n";
        let reading = read(file.as_bytes());
        let faults: Vec<(usize, &str)> = reading.faults.iter().map(|fault| (fault.line, fault.key)).collect();
        assert_eq!(faults, [(2, "error-territory-street"), (3, "error-territory-number"), (4, "error-territory-point")]);
        assert_eq!((rows(&reading).len(), reading.repeated), (1, 1));
    }

    #[test]
    fn features_are_read_like_rows() {
        let file = r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"street":"Via Roma","number":"7"},"geometry":{"type":"Point","coordinates":[13.69,37.98]}},
            {"type":"Feature","properties":{"street":"Via Roma","number":9},"geometry":null}]}"#;
        let reading = read(file.as_bytes());
        assert_eq!(rows(&reading).len(), 1);
        assert_eq!(reading.faults, [Fault::new(2, "error-territory-point", " ")]);
    }

    #[test]
    fn another_file_is_refused_in_one_sentence() {
        assert_eq!(read(b"nome;eta\nanna;3").faults[0].key, "error-territory-columns");
        assert_eq!(read(b"{not json").faults[0].key, "error-territory-json");
        assert_eq!(read(b"").faults[0].key, "error-territory-columns");
    }
}
