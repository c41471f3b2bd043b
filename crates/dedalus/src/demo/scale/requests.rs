//! So many reports over two years, for load tests: a third of them around one square, the newest in a hundred parts still open.

use kit::clock::{DAY, HOUR, Time};
use kit::db::{Db, Tx, Value};
use kit::i18n::Lang;
use kit::text::analyser::{ANALYSER, terms_text};
use kit::{Error, Result, args, ids};

use super::dice::Dice;
use super::rows::{Row, put_all};
use crate::demo::script::{Calendar, at};
use crate::demo::texts_of_requests::{CATEGORIES, PLACES};
use crate::desk::request::{CategoryId, SEARCHED_AS, Stage, Status, searched_text};
use crate::desk::{Channel, ReceiptNumber};
use crate::identity::OfficeId;
use crate::shell::App;
use crate::territory::Point;

/// The days in which they came in, before the town's day.
const DAYS: (i16, i16) = (-729, -1);
/// Written in one turn.
const TURN: u64 = 400;
/// Millionths of a degree around a place within which they lie.
const AROUND: u64 = 4_000;

/// Fills `many` requests. Filling again the same number changes nothing.
pub async fn requests(app: &App, many: u64, mut progress: impl FnMut(&str)) -> Result<()> {
    let last: Option<(i64,)> = app.db.maybe("select id from request where once_key = $1", args![key(many)]).await?;
    let first: Option<(i64,)> = app.db.maybe("select id from request where once_key = $1", args![key(1)]).await?;
    match (first, last) {
        (None, _) => {}
        (Some(_), Some(_)) => {
            progress("the many requests are there already");
            return Ok(());
        }
        (Some(_), None) => return Err(Error::internal("the database holds another number of requests: begin with an empty folder")),
    }
    let calendar = Calendar::of(app.now(), &app.zone)?;
    let (begin, end) = (calendar.time(at(DAYS.0, 6, 0))?, calendar.time(at(DAYS.1, 6, 0))?);
    let step = end.since(begin) / i64::try_from(many.max(1)).map_err(Error::internal)?;
    let categories = categories(&app.db).await?;
    let mut dice = Dice::new();
    let mut done = 0;
    while done < many {
        let until = (done + TURN).min(many);
        let mut some = Vec::new();
        for number in done + 1..=until {
            let moment = begin.plus(i64::try_from(number).map_err(Error::internal)? * step);
            some.push(Request::throw(&mut dice, &categories, number, moment, number * 100 > many * 99)?);
        }
        app.db
            .write_patiently(async |tx| {
                for one in &mut some {
                    one.number = number(tx, one.at.zoned(&app.zone).year()).await?;
                }
                put_all(tx, &some).await?;
                let receipts: Vec<ReceiptRow<'_>> = some.iter().map(ReceiptRow).collect();
                put_all(tx, &receipts).await?;
                let steps: Vec<StepRow<'_>> = some.iter().map(StepRow).collect();
                put_all(tx, &steps).await?;
                let documents: Vec<DocumentRow<'_>> = some.iter().map(DocumentRow).collect();
                put_all(tx, &documents).await?;
                if let Some(insert) = tx.engine().search().insert {
                    for one in &some {
                        tx.run(insert, args![one.id, &one.terms]).await?;
                    }
                }
                Ok(())
            })
            .await?;
        if done / 20_000 != until / 20_000 {
            progress(&format!("{until} of {many} requests"));
        }
        done = until;
    }
    Ok(())
}

fn key(number: u64) -> String {
    format!("scale-request-{number}")
}

/// The next number of a year that may be over: what comes in now has one of this year (see [`ReceiptNumber::next`]).
async fn number(tx: &mut Tx, year: i16) -> Result<String> {
    let (count,): (i64,) = tx
        .one(
            "insert into receipt_series (channel, year, last) values ($1, $2, 1)
             on conflict (channel, year) do update set last = receipt_series.last + 1 returning last",
            args![Channel::Web, i64::from(year)],
        )
        .await?;
    Ok(ReceiptNumber { channel: Channel::Web, year, count }.to_string())
}

/// A category of the demo town: its row, its office, what people write in it.
struct Sort {
    id: CategoryId,
    office: OfficeId,
    texts: &'static [(&'static str, &'static str)],
}

async fn categories(db: &Db) -> Result<Vec<Sort>> {
    let mut found = Vec::new();
    for sort in &CATEGORIES {
        let row: Option<(CategoryId, OfficeId)> =
            db.maybe("select id, office_id from request_category where code = $1 and private = 0", args![sort.code]).await?;
        found.extend(row.map(|(id, office)| Sort { id, office, texts: sort.texts }));
    }
    if found.is_empty() {
        return Err(Error::internal("many requests are put into the demo town: fill that one first"));
    }
    Ok(found)
}

/// One request.
struct Request {
    id: i64,
    at: Time,
    number: String,
    key: String,
    category: CategoryId,
    office: OfficeId,
    title: &'static str,
    body: &'static str,
    place: &'static str,
    point: Point,
    status: Status,
    closed: Option<Time>,
    terms: String,
}

impl Request {
    fn throw(dice: &mut Dice, categories: &[Sort], number: u64, at: Time, is_new: bool) -> Result<Self> {
        let nothing = || Error::internal("the tables of the demo's requests are empty");
        let sort = dice.pick(categories).ok_or_else(nothing)?;
        let (title, body) = dice.pick(sort.texts).copied().ok_or_else(nothing)?;
        let &(place, lat, lon) = if dice.below(3) == 0 { PLACES.get(1) } else { dice.pick(PLACES) }.ok_or_else(nothing)?;
        let mut off =
            || i64::try_from(dice.below(AROUND) + dice.below(AROUND)).unwrap_or_default() - i64::try_from(AROUND).unwrap_or_default();
        let point = Point { lat: lat + off(), lon: lon + off() };
        let status = match dice.below(10) {
            0..=4 if is_new => Status::Received,
            _ if is_new => Status::Taken,
            0 => Status::NotOurs,
            1 => Status::Answered,
            _ => Status::Solved,
        };
        let took = HOUR + i64::try_from(dice.below(30)).unwrap_or_default() * DAY;
        Ok(Self {
            id: ids::floor(at) + 7,
            at,
            number: String::new(),
            key: key(number),
            category: sort.id,
            office: sort.office,
            title,
            body,
            place,
            point,
            status,
            closed: (!is_new).then(|| at.plus(took)),
            terms: terms_text(&searched_text(title, place, body), Lang::It),
        })
    }
}

impl Row for Request {
    const INSERT: &'static str = "insert into request (id, number, kind, channel, category_id, office_id, title, body, answers, address, lat, lon, \
                                  private, show_name, status, stage, days, received_at, due_at, answer, closed_at, once_key)";
    const VALUES: &'static str = "(?, ?, 'report', 'web', ?, ?, ?, ?, '[]', ?, ?, ?, 0, 0, ?, ?, 30, ?, ?, '', ?, ?)";

    fn args(&self, args: &mut Vec<Value>) {
        args.extend(kit::args![
            self.id,
            &self.number,
            self.category,
            self.office,
            self.title,
            self.body,
            self.place,
            self.point.lat,
            self.point.lon,
            self.status,
            if self.closed.is_some() { Stage::Closed } else { Stage::Open },
            self.at,
            self.at.plus(30 * DAY),
            self.closed,
            &self.key
        ]);
    }
}

/// The receipt of who reported it.
struct ReceiptRow<'a>(&'a Request);

impl Row for ReceiptRow<'_> {
    const INSERT: &'static str = "insert into request_receipt (id, number, request_id, first, name, email, phone, language, channel, follows, \
                                  created_at, rating_reason)";
    const VALUES: &'static str = "(?, ?, ?, 1, 'Chi abita qui', '', '', 'it', 'web', 0, ?, '')";

    fn args(&self, args: &mut Vec<Value>) {
        args.extend(kit::args![self.0.id, &self.0.number, self.0.id, self.0.at]);
    }
}

/// How its story begins.
struct StepRow<'a>(&'a Request);

impl Row for StepRow<'_> {
    const INSERT: &'static str = "insert into request_step (id, request_id, kind, status, office_id, words, public, at)";
    const VALUES: &'static str = "(?, ?, 'received', 'received', ?, '', 1, ?)";

    fn args(&self, args: &mut Vec<Value>) {
        args.extend(kit::args![self.0.id, self.0.id, self.0.office, self.0.at]);
    }
}

/// Its document in the search.
struct DocumentRow<'a>(&'a Request);

impl Row for DocumentRow<'_> {
    const INSERT: &'static str = "insert into search_doc (id, kind, scope, at, analyser, terms)";
    const VALUES: &'static str = "(?, ?, ?, ?, ?, ?)";

    fn args(&self, args: &mut Vec<Value>) {
        args.extend(kit::args![self.0.id, SEARCHED_AS, SEARCHED_AS, self.0.at, ANALYSER, &self.0.terms]);
    }
}
