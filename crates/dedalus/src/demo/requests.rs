//! Fifteen hundred reports and questions over two years, and some of the last days that still wait: lights in winter, waste and
//! water in summer, potholes after the rain; in all statuses, told through the same nouns that people and offices use. Nothing
//! here is drawn by lot: the same day, the same town.

use kit::db::Db;
use kit::i18n::Lang;
use kit::secret::hash_token;
use kit::{Error, Result, args};

use super::cast::{Cast, NOWHERE};
use super::script::{At, Calendar, at};
use super::texts_of_requests::{CATEGORIES, LATELY, Late, NAMES, PLACES, QUESTIONS, Sort, TELL};
use crate::desk::Channel;
use crate::desk::open311::{Key, take};
use crate::desk::request::{
    Alert, Author, Category, Kind, NewAlert, NewRequest, Rating, Receipt, Request, RequestId, Status, add_national, move_by_office, rate,
    receive, withdraw,
};
use crate::identity::{Actor, Office};
use crate::shell::App;
use crate::territory::{Place, Point};

/// How many there are.
const MANY: usize = 1_500;
/// With those of the last days.
pub fn many() -> usize {
    MANY + LATELY.len()
}
/// The first day, before the town's.
const SINCE: i16 = -730;
/// When it begins: the clock of this part of the past.
pub const BEGIN: At = at(SINCE, 7, 0);

/// What stands in where arithmetic finds nothing.
fn first() -> &'static Sort {
    let [first, ..] = &CATEGORIES;
    first
}

/// The key of a request's form, by its number.
fn key(number: usize) -> String {
    format!("demo-request-{number}")
}

/// Is the last one there?
pub async fn is_filled(db: &Db) -> Result<bool> {
    let found: Option<(i64,)> = db.maybe("select id from request where once_key = $1", args![key(MANY + LATELY.len() - 1)]).await?;
    Ok(found.is_some())
}

/// One thing that happens.
enum What {
    Receive,
    Move(Status),
    Withdraw,
    Rate(Rating),
}

/// When, in minutes after the beginning, to which request, what.
type Act = (i64, usize, What);

/// A number for a place in the list that looks like chance and is none (Knuth's multiplicative hash).
fn mixed(number: usize, salt: usize, below: usize) -> usize {
    (number.wrapping_mul(2_654_435_761).wrapping_add(salt.wrapping_mul(40_503)) >> 7) % below.max(1)
}

/// The sort of a request: by the season of its day, one in eight is no report.
fn sort(number: usize, month: i8) -> &'static Sort {
    if number % 8 == 7 {
        return QUESTIONS.get(mixed(number, 3, QUESTIONS.len())).unwrap_or_else(first);
    }
    let weight = |sort: &Sort| if sort.months.contains(&month) { 4 } else { 1 };
    let all: usize = CATEGORIES.iter().map(weight).sum();
    let mut left = mixed(number, 1, all);
    for sort in &CATEGORIES {
        match left.checked_sub(weight(sort)) {
            Some(rest) => left = rest,
            None => return sort,
        }
    }
    first()
}

/// The minute of a request, by its place: evenly over two years, at the hours when people write.
fn minute(number: usize) -> i64 {
    let day = number * usize::from(SINCE.unsigned_abs()) / MANY;
    i64::try_from(day * 1440 + 60 + mixed(number, 5, 780)).unwrap_or_default()
}

/// What follows after it was received, in minutes after that.
fn follow(number: usize, kind: Kind) -> Vec<(i64, What)> {
    let (taken, done) = (600 + 60 * mixed(number, 7, 40), 4_000 + 1_440 * mixed(number, 9, 24));
    let of = |minutes: usize| i64::try_from(minutes).unwrap_or_default();
    let end = match mixed(number, 11, 20) {
        0 => return vec![(of(taken), What::Withdraw)],
        1 => Status::NotOurs,
        2 => Status::NoAction,
        3..=4 => Status::Answered,
        _ if kind == Kind::Report => Status::Solved,
        _ => Status::Answered,
    };
    let mut acts = vec![(of(taken), What::Move(Status::Taken))];
    match mixed(number, 13, 5) {
        0 => acts.push((of(taken + 700), What::Move(Status::Asked))),
        1 => acts.push((of(taken + 900), What::Move(Status::Forwarded))),
        2 => acts.push((of(taken + 900), What::Move(Status::Planned))),
        3 => acts.push((of(taken + 1_000), What::Move(Status::Working))),
        _ => {}
    }
    if mixed(number, 13, 5) == 0 {
        acts.push((of(taken + 1_500), What::Move(Status::Taken)));
    }
    acts.push((of(taken + done), What::Move(end)));
    if mixed(number, 15, 3) > 0 {
        let face =
            *[Rating::Good, Rating::Good, Rating::Good, Rating::Fair, Rating::Bad].get(mixed(number, 17, 5)).unwrap_or(&Rating::Good);
        acts.push((of(taken + done + 800), What::Rate(face)));
    }
    acts
}

/// Everything that happened until now, in its order.
fn acts(calendar: &Calendar, now: kit::clock::Time) -> Result<Vec<Act>> {
    let begin = calendar.time(BEGIN)?;
    let ends = now.since(begin) / kit::clock::MINUTE;
    let mut acts = Vec::new();
    for number in 0..MANY {
        let received = minute(number);
        let kind = sort(number, month(calendar, received)?).kind;
        acts.push((received, number, What::Receive));
        acts.extend(follow(number, kind).into_iter().map(|(after, what)| (received + after, number, what)));
    }
    for (place, (days, ..)) in LATELY.iter().enumerate() {
        let received = (i64::from(SINCE.unsigned_abs()) - days) * 1440 + 90;
        acts.push((received, MANY + place, What::Receive));
    }
    acts.retain(|(minute, _, _)| *minute < ends);
    acts.sort_by_key(|(minute, number, _)| (*minute, *number));
    Ok(acts)
}

fn month(calendar: &Calendar, minute: i64) -> Result<i8> {
    let day = SINCE.saturating_add(i16::try_from(minute / 1440).unwrap_or_default());
    calendar.month(day)
}

/// Plays what was not played yet, on a clock of its own.
pub async fn fill(past: &App, cast: &Cast, calendar: &Calendar, now: kit::clock::Time) -> Result<()> {
    let offices = Office::all(&past.db).await?;
    past.db
        .write(async |tx| add_national(tx, |slug| offices.iter().find(|office| office.slug == slug).map(|office| office.id)).await)
        .await?;
    let begin = calendar.time(BEGIN)?;
    for (minute, number, what) in acts(calendar, now)? {
        let at = begin.plus(minute * kit::clock::MINUTE);
        past.db.clock().advance(at.since(past.now()).max(kit::clock::SECOND));
        match what {
            What::Receive => {
                match number.checked_sub(MANY).and_then(|place| LATELY.get(place)) {
                    Some(late) => enter_late(past, number, late).await?,
                    None => enter(past, &offices, number, sort(number, month(calendar, minute)?)).await?,
                };
            }
            what => go_on(past, cast, number, what).await?,
        }
    }
    listen(past, cast).await
}

/// Somebody wants to hear of what comes in around the way up to the old town.
async fn listen(past: &App, cast: &Cast) -> Result<()> {
    let (person, _) = cast.person("anna_livigni")?;
    let point = Point { lat: 37_984_700, lon: 13_696_300 };
    let place = Place { text: "Serpentina Paolo Balsamo".into(), point: Some(point) };
    let new = NewAlert { near: Some((place, point, 500)), category: None };
    past.db.write(async |tx| Alert::create(tx, person, &new).await).await
}

/// The program of somebody else that sends reports: what it calls itself.
const PROGRAM: &str = "Segnala in tasca";

/// Its key, made with the first report that it sends. Nobody reads its secret: whoever tries things out makes another one.
async fn program(past: &App) -> Result<Key> {
    let known = async || Ok::<_, Error>(Key::all(&past.db).await?.into_iter().find(|key| key.name == PROGRAM));
    if let Some(key) = known().await? {
        return Ok(key);
    }
    past.db.write(async |tx| Key::create(tx, PROGRAM, "segnala@tasca.example", 200).await).await?;
    known().await?.ok_or(Error::NotFound)
}

/// A request comes in.
async fn enter(past: &App, offices: &[Office], number: usize, sort: &Sort) -> Result<()> {
    let category = if sort.kind == Kind::Report { Some(Category::by_code(&past.db, sort.code).await?) } else { None };
    let office = match &category {
        Some(category) => category.office_id,
        None => offices.iter().find(|office| office.slug == sort.code).map(|office| office.id).ok_or(Error::NotFound)?,
    };
    let (title, body) = *sort.texts.get(mixed(number, 19, sort.texts.len())).ok_or(Error::NotFound)?;
    let (street, lat, lon) = *PLACES.get(mixed(number, 21, PLACES.len())).ok_or(Error::NotFound)?;
    let off = |salt| i64::try_from(mixed(number, salt, 1_600)).unwrap_or_default() - 800;
    let is_report = category.is_some();
    let name = *NAMES.get(mixed(number, 27, NAMES.len())).ok_or(Error::NotFound)?;
    let channel = match mixed(number, 29, 10) {
        0 | 1 => Channel::Telephone,
        2 => Channel::Counter,
        3 if is_report => Channel::Open311,
        _ => Channel::Web,
    };
    let new = NewRequest {
        kind: sort.kind,
        channel,
        category: category.as_ref().map(|category| category.id),
        office,
        days: category.as_ref().map_or(30, |category| category.days),
        title: if is_report { format!("{title} in {street}") } else { title.to_owned() },
        body: body.to_owned(),
        answers: Vec::new(),
        address: if is_report { street.to_owned() } else { String::new() },
        point: is_report.then(|| Point { lat: lat + off(23), lon: lon + off(25) }),
        private: !is_report || mixed(number, 31, 25) == 0,
        show_name: false,
        author: author(number, name),
        operator: None,
        draft: None,
        once_key: Some(key(number)),
    };
    if channel == Channel::Open311 {
        let (program, text) = (program(past).await?, hash_token(&key(number)));
        return past.db.write(async |tx| take(tx, &past.zone, &program, &new, text, None).await).await.map(drop);
    }
    past.db.write(async |tx| receive(tx, &past.zone, &new).await).await.map(drop)
}

/// A report of the last days comes in.
async fn enter_late(past: &App, number: usize, (_, code, title, body, street, lat, lon): &Late) -> Result<()> {
    let category = Category::by_code(&past.db, code).await?;
    let name = *NAMES.get(mixed(number, 27, NAMES.len())).ok_or(Error::NotFound)?;
    let new = NewRequest {
        kind: Kind::Report,
        channel: Channel::Web,
        category: Some(category.id),
        office: category.office_id,
        days: category.days,
        title: (*title).to_owned(),
        body: (*body).to_owned(),
        answers: Vec::new(),
        address: (*street).to_owned(),
        point: Some(Point { lat: *lat, lon: *lon }),
        private: false,
        show_name: false,
        author: author(number, name),
        operator: None,
        draft: None,
        once_key: Some(key(number)),
    };
    past.db.write(async |tx| receive(tx, &past.zone, &new).await).await.map(drop)
}

fn author(number: usize, name: &str) -> Author {
    Author { person: None, name: name.to_owned(), email: format!("demo{number}@example.org"), phone: String::new(), language: Lang::It }
}

/// The officer of an office, by its name in addresses.
fn officer(office: &str) -> &'static str {
    match office {
        "lavori-pubblici" => "carmela_sottile",
        "polizia-locale" => "tiziana_greco",
        "ambiente" => "calogero_spataro",
        "cultura" => "michele_panzeca",
        "tributi" => "nicolo_vassallo",
        _ => "salvo_mendola",
    }
}

/// The next step of a request that is there; one that was made before is passed over.
async fn go_on(past: &App, cast: &Cast, number: usize, what: What) -> Result<()> {
    let (id,): (RequestId,) = past.db.one("select id from request where once_key = $1", args![key(number)]).await?;
    let request = Request::find(&past.db, id).await?;
    let receipt = Receipt::numbered(&past.db, &request.number).await?;
    let office = Office::find(&past.db, request.office_id).await?;
    let (person, invented) = cast.person(officer(&office.slug))?;
    let actor = Actor::person(person, invented.name, NOWHERE);
    let done = match what {
        What::Receive => Ok(()),
        What::Move(to) => {
            let words = TELL.iter().find(|(status, _)| *status == to).and_then(|(_, all)| all.get(mixed(number, 33, all.len()))).copied();
            past.db.write(async |tx| move_by_office(tx, &actor, &request, to, words.unwrap_or_default()).await).await
        }
        What::Withdraw => past.db.write(async |tx| withdraw(tx, &receipt).await).await,
        What::Rate(face) => past.db.write(async |tx| rate(tx, receipt.id, face, "").await).await,
    };
    match done {
        Err(Error::Conflict(_)) => Ok(()),
        other => other,
    }
}
