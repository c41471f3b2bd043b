//! Requests as everybody may read them: the condition is that of the public pages.

use jiff::tz::TimeZone;
use kit::clock::{SECOND, Time};
use kit::db::{Db, Value as Arg, places};
use kit::{Result, args};
use wire::georeport::Value;

use super::asked::Asked;
use crate::desk::request::{Status, TO_ALL, category_name};
use crate::shell::{App, Frame};
use crate::territory::Point;

/// Rows of one answer.
pub const MOST: i64 = 1_000;
/// Letters of a description, by the standard.
const LONGEST: usize = 4_000;
/// How far the number of a row may be from the moment when it came in, when the clock went back a little.
const DRIFT: i64 = 11 * SECOND;

kit::row! {
    /// A request.
    #[derive(Debug, Clone)]
    pub struct Row {
        number: String,
        status: Status,
        answer: String,
        title: String,
        body: String,
        code: String,
        category: Option<String>,
        office: String,
        days: i64,
        received_at: Time,
        due_at: Time,
        closed_at: Option<Time>,
        told_at: Option<Time>,
        address: String,
        lat: Option<i64>,
        lon: Option<i64>,
        photo: Option<i64>,
    }
}

const SELECT: &str =
    "select r.number, r.status, r.answer, r.title, r.body, c.code, c.name || '|' || c.name_en || '|' || c.name_de as category,
    o.name as office, r.days, r.received_at, r.due_at, r.closed_at,
    (select s.at from request_step s where s.request_id = r.id and s.public = 1 order by s.id desc limit 1) as told_at,
    r.address, r.lat, r.lon,
    (select f.id from request_photo f where f.request_id = r.id order by f.position, f.id limit 1) as photo
    from request r join request_category c on c.id = r.category_id join office_card o on o.id = r.office_id";

/// What somebody asks for, the newest first.
pub async fn list(db: &Db, asked: &Asked) -> Result<Vec<Row>> {
    // Numbers grow with time: so the index is read where the stretch is, however many requests there are.
    let (low, high) = (kit::ids::floor(asked.from.plus(-DRIFT)), kit::ids::floor(asked.until.plus(DRIFT)));
    let mut values: Vec<Arg> = args![asked.from, asked.until, low, high];
    let mut sql = format!("{SELECT} where {TO_ALL} and r.received_at >= $1 and r.received_at <= $2 and r.id >= $3 and r.id < $4");
    if let Some(closed) = asked.closed {
        sql.push_str(if closed { " and r.stage = 'closed'" } else { " and r.stage in ('open', 'waiting')" });
    }
    if !asked.codes.is_empty() {
        sql.push_str(&format!(" and c.code in ({})", places(5, asked.codes.len())));
        values.extend(asked.codes.iter().map(Arg::from));
    }
    sql.push_str(&format!(" order by r.id desc limit {MOST}"));
    Ok(db.all(sql, values).await?)
}

/// Those with these numbers, the newest first. What nobody may read is not among them.
pub async fn numbered(db: &Db, numbers: &[String]) -> Result<Vec<Row>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("{SELECT} where {TO_ALL} and r.number in ({}) order by r.id desc limit {MOST}", places(1, numbers.len()));
    Ok(db.all(sql, numbers.iter().map(Arg::from).collect()).await?)
}

/// A moment as the W3C writes it (NOTE-datetime), with the town's offset.
pub fn w3c(time: Time, zone: &TimeZone) -> String {
    time.zoned(zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

impl Row {
    /// Its number, as people say it.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// As the standard has it.
    pub fn value(&self, app: &App, frame: &Frame) -> Value {
        let closed = self.status.is_closed();
        let notes = if closed && !self.answer.is_empty() { self.answer.as_str() } else { frame.t(self.status.key()) };
        let updated = self.closed_at.or(self.told_at).unwrap_or(self.received_at);
        let degrees = self.lat.zip(self.lon).map(|(lat, lon)| Point { lat, lon }.degrees());
        let photo = self.photo.map(|photo| app.absolute(&format!("/segnalazioni/{}/foto/{photo}?grande=si", self.number)));
        let at = |time| Value::from(w3c(time, &frame.zone));
        Value::Fields(vec![
            ("service_request_id", self.number.as_str().into()),
            ("status", if closed { "closed" } else { "open" }.into()),
            ("status_notes", notes.into()),
            ("service_name", category_name(self.category.as_deref(), frame.lang).into()),
            ("service_code", self.code.as_str().into()),
            ("description", description(&self.title, &self.body).into()),
            ("agency_responsible", self.office.as_str().into()),
            ("service_notice", frame.tn("open311-notice", &self.days).into()),
            ("requested_datetime", at(self.received_at)),
            ("updated_datetime", at(updated)),
            ("expected_datetime", at(self.due_at)),
            ("address", (!self.address.is_empty()).then_some(self.address.as_str()).into()),
            ("address_id", Value::Nothing),
            ("zipcode", Value::Nothing),
            ("lat", degrees.map_or(Value::Nothing, |(lat, _)| Value::Real(lat))),
            ("long", degrees.map_or(Value::Nothing, |(_, lon)| Value::Real(lon))),
            ("media_url", photo.into()),
        ])
    }
}

/// The standard knows no titles: ours stands before the text, unless the text begins with it.
fn description(title: &str, body: &str) -> String {
    let begins = body.starts_with(title.trim_end_matches('…').trim_end());
    let whole = if begins { body.to_owned() } else { format!("{title}\n\n{body}") };
    whole.trim_end().chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_said_once() {
        assert_eq!(description("Lampione spento", "È buio."), "Lampione spento\n\nÈ buio.");
        assert_eq!(description("Lampione spento…", "Lampione spento in fondo alla via."), "Lampione spento in fondo alla via.");
        assert_eq!(description("Lampione", ""), "Lampione");
        assert_eq!(description("x", &"à".repeat(5_000)).chars().count(), 4_000);
    }

    #[test]
    fn moments_have_the_towns_offset() {
        let rome = TimeZone::get("Europe/Rome").unwrap();
        let at = |text: &str| Time::from(&text.parse::<jiff::Timestamp>().unwrap().to_zoned(TimeZone::UTC));
        assert_eq!(w3c(at("2028-02-24T09:00:00Z"), &rome), "2028-02-24T10:00:00+01:00");
        assert_eq!(w3c(at("2028-07-24T21:59:59.999999Z"), &rome), "2028-07-24T23:59:59+02:00");
    }
}
