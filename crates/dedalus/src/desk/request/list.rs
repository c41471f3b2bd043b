//! Lists of requests: the public one and the inbox of offices, newest first from before a number on.

use kit::clock::{DAY, Time};
use kit::db::{Db, Engine, Value, places};
use kit::text::search::Also;
use kit::{Result, args, ids};
use serde::{Deserialize, Serialize};

use super::kind::{Kind, RequestId};
use super::status::{Stage, Status};
use super::visible::{TO_ALL, in_offices};
use super::words::{Sought, newest, sought};
use crate::identity::{OfficeId, PersonId};
use crate::territory::Corners;

/// What a list is narrowed by.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words of number, title, place or text.
    pub text: Option<String>,
    /// A category by its name in addresses.
    pub category: Option<String>,
    /// A stage.
    pub stage: Option<Stage>,
    /// A kind.
    pub kind: Option<Kind>,
    /// An office.
    pub office: Option<OfficeId>,
    /// Who is responsible.
    pub officer: Option<PersonId>,
    /// Received since.
    pub since: Option<Time>,
    /// Within a box, its lines with it.
    pub corners: Option<Corners>,
    /// The term ends before.
    pub due_before: Option<Time>,
    /// Before this row.
    pub before: Option<i64>,
}

kit::row! {
    /// A row of a list.
    #[derive(Debug, Clone)]
    pub struct Row {
        /// Number in the database.
        pub id: RequestId,
        /// Number as people say it.
        pub number: String,
        /// What is asked for.
        pub kind: Kind,
        /// Title.
        pub title: String,
        /// Where, in words.
        pub address: String,
        /// North.
        pub lat: Option<i64>,
        /// East.
        pub lon: Option<i64>,
        /// The category's three names.
        pub category: Option<String>,
        /// The office's name.
        pub office: String,
        /// Who is responsible.
        pub officer: Option<String>,
        /// Where it stands.
        pub status: Status,
        /// Only its author and the office read it.
        pub private: bool,
        /// Hidden by the office.
        pub hidden: bool,
        /// When it came in.
        pub received_at: Time,
        /// The last moment of the term.
        pub due_at: Time,
        /// When it was closed.
        pub closed_at: Option<Time>,
        /// Its details.
        pub body: String,
    }
}

pub(super) const SELECT: &str =
    "select r.id, r.number, r.kind, r.title, r.address, r.lat, r.lon, c.name || '|' || c.name_en || '|' || c.name_de as category,
    o.name as office, f.name as officer, r.status, r.private, case when r.hidden_at is null then 0 else 1 end as hidden,
    r.received_at, r.due_at, r.closed_at, r.body
    from request r join office_card o on o.id = r.office_id left join request_category c on c.id = r.category_id
    left join person_card f on f.id = r.officer_id";

/// The conditions of a filter, with its arguments from `$1` on.
pub(super) fn narrowed(engine: Engine, filter: &Filter) -> (Vec<String>, Vec<Value>) {
    let (mut conditions, mut values): (Vec<String>, Vec<Value>) = (Vec::new(), Vec::new());
    let mut add = |condition: &str, value: Value| {
        values.push(value);
        conditions.push(condition.replace('?', &format!("${}", values.len())));
    };
    // First: the condition of the search knows its argument as `$1`.
    match filter.text.as_deref().map(|text| sought(engine, text)) {
        Some(Sought::Number(number)) => add("r.number = ?", number.into()),
        Some(Sought::Words(matching)) => {
            add(&format!("r.id in ({})", matching.ids), matching.query.into());
        }
        Some(Sought::Nothing) | None => {}
    }
    if let Some(category) = &filter.category {
        add("r.category_id = (select k.id from request_category k where k.code = ?)", category.into());
    }
    if let Some(stage) = filter.stage {
        add("r.stage = ?", stage.into());
    }
    if let Some(kind) = filter.kind {
        add("r.kind = ?", kind.into());
    }
    if let Some(office) = filter.office {
        add("r.office_id = ?", office.into());
    }
    if let Some(officer) = filter.officer {
        add("r.officer_id = ?", officer.into());
    }
    if let Some(since) = filter.since {
        // The number in the database begins with the moment: the newest first needs no other order.
        add("r.id >= ?", ids::floor(since).into());
    }
    if let Some((low, high)) = filter.corners {
        add("r.lat >= ?", low.lat.into());
        add("r.lat <= ?", high.lat.into());
        add("r.lon >= ?", low.lon.into());
        add("r.lon <= ?", high.lon.into());
    }
    if let Some(due) = filter.due_before {
        add("r.due_at < ?", due.into());
    }
    if let Some(before) = filter.before {
        add("r.id < ?", before.into());
    }
    (conditions, values)
}

async fn list(db: &Db, filter: &Filter, scope: String, mut values: Vec<Value>, conditions: Vec<String>, limit: i64) -> Result<Vec<Row>> {
    let all: Vec<String> = std::iter::once(scope).chain(conditions).collect();
    let found = filter.text.as_deref().filter(|text| matches!(sought(db.engine(), text), Sought::Words(_)));
    let few = matches!(filter.stage, Some(Stage::Open | Stage::Waiting));
    if let Some(text) = found.filter(|_| !few) {
        return newest_with(db, text, &all, &values, limit).await;
    }
    // Of words among the few that are open, the rows are read by their stage and not in the order of the list (the plus keeps
    // SQLite from walking through everything in that order).
    let order = if found.is_some() { "+r.id" } else { "r.id" };
    values.push(limit.into());
    let sql = format!("{SELECT} where {} order by {order} desc limit ${}", all.join(" and "), values.len());
    Ok(db.all(sql, values).await?)
}

/// The newest with these words: read from the index in the order of the list, as far as the page goes. `conditions` has the one of
/// the words second, after the scope, and `values` the query first.
async fn newest_with(db: &Db, text: &str, conditions: &[String], values: &[Value], limit: i64) -> Result<Vec<Row>> {
    let rest: Vec<&str> = conditions.iter().enumerate().filter(|(place, _)| *place != 1).map(|(_, condition)| condition.as_str()).collect();
    let also = format!("exists (select 1 from request r where r.id = d.id and {})", rest.join(" and "));
    let also = Also { sql: &also, args: values.get(1..).unwrap_or_default() };
    let ids = newest(db, text, also, u32::try_from(limit).unwrap_or(u32::MAX)).await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("{SELECT} where r.id in ({}) order by r.id desc", places(1, ids.len()));
    Ok(db.all(sql, ids.into_iter().map(Value::from).collect()).await?)
}

/// What everybody reads.
pub async fn public(db: &Db, filter: &Filter, limit: i64) -> Result<Vec<Row>> {
    let (conditions, values) = narrowed(db.engine(), filter);
    list(db, filter, TO_ALL.to_owned(), values, conditions, limit).await
}

/// The inbox of these offices.
pub async fn inbox(db: &Db, offices: &[OfficeId], filter: &Filter, limit: i64) -> Result<Vec<Row>> {
    let (conditions, mut values) = narrowed(db.engine(), filter);
    let scope = in_offices(values.len() + 1, offices.len());
    values.extend(offices.iter().map(|office| Value::from(*office)));
    list(db, filter, scope, values, conditions, limit).await
}

/// What somebody has asked, the newest first.
pub async fn of_person(db: &Db, person: PersonId, before: Option<i64>, limit: i64) -> Result<Vec<Row>> {
    let sql = format!(
        "{SELECT} where r.id in (select t.request_id from request_receipt t where t.person_id = $1) and r.id < $2 order by r.id desc limit $3"
    );
    Ok(db.all(sql, args![person, before.unwrap_or(i64::MAX), limit]).await?)
}

/// Figures of the last twelve months, as everybody may read them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Came in.
    pub received: i64,
    /// Were solved or answered.
    pub solved: i64,
    /// Days that half of them took at the most; none when nothing was closed.
    pub median_days: Option<i64>,
}

/// The figures of the year before `now`: what was received then, and how that went. One pass over an index, as long as the year
/// has requests: who shows them keeps them (see `web::figures`).
pub async fn figures(db: &Db, now: Time) -> Result<Figures> {
    let rows: Vec<(Option<i64>, i64)> = db
        .all(
            format!(
                "select case when r.status in ('solved', 'answered') then (r.closed_at - r.received_at) / $2 end as days, count(*) as n
                   from request r where r.received_at >= $1 and {TO_ALL} group by 1 order by 1"
            ),
            args![now.plus(-365 * DAY), DAY],
        )
        .await?;
    let received = rows.iter().map(|(_, count)| count).sum();
    let done: Vec<(i64, i64)> = rows.into_iter().filter_map(|(days, count)| Some((days?, count))).collect();
    let solved: i64 = done.iter().map(|(_, count)| count).sum();
    let half = done.iter().scan(0, |before, (days, count)| {
        *before += count;
        Some((*before, *days))
    });
    let median_days = half.into_iter().find(|(until, _)| until * 2 >= solved).map(|(_, days)| days);
    Ok(Figures { received, solved, median_days })
}

/// How many wait in the inbox of these offices, by stage, and how many are late.
pub async fn counts(db: &Db, offices: &[OfficeId], now: Time) -> Result<(i64, i64, i64)> {
    let sql = format!(
        "select coalesce(sum(case when r.stage = 'open' then 1 else 0 end), 0) as open,
                coalesce(sum(case when r.stage = 'waiting' then 1 else 0 end), 0) as waiting,
                coalesce(sum(case when r.due_at < $1 then 1 else 0 end), 0) as late
           from request r where r.stage in ('open', 'waiting') and {}",
        in_offices(2, offices.len())
    );
    let values = std::iter::once(Value::from(now)).chain(offices.iter().map(|office| Value::from(*office))).collect();
    Ok(db.one(sql, values).await?)
}
