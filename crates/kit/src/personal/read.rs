//! Somebody's rows and files, page by page, so that a copy of any size takes the same memory.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json};

use super::{Column, Holding, Kind};
use crate::args;
use crate::blob::BlobId;
use crate::clock::Time;
use crate::db::{Db, Loose, Value};
use crate::error::{Error, Result};

/// Rows of one page.
const PAGE: i64 = 200;

/// One page of something.
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Is there another?
    pub more: bool,
}

/// How many rows of a holding are about a person.
pub async fn count(db: &Db, holding: &Holding, person: i64) -> Result<i64> {
    let Some(rows) = holding.rows else { return Ok(0) };
    let (n,): (i64,) = db.one(format!("select count(*) as n from {} r where {rows}", holding.table), args![person]).await?;
    Ok(n)
}

/// How many of its files go into the copy.
pub async fn count_files(db: &Db, holding: &Holding, person: i64) -> Result<i64> {
    let (Some(rows), Some(blob)) = (holding.rows, holding.blob) else { return Ok(0) };
    let Some(path) = blob.path else { return Ok(0) };
    let sql =
        format!("select count(*) as n from {} r where ({rows}) and {} is not null and {path} is not null", holding.table, blob.column);
    let (n,): (i64,) = db.one(sql, args![person]).await?;
    Ok(n)
}

/// Does a row of any of these holdings name a file? What none names is collected.
pub async fn names_blob(db: &Db, holdings: &[Holding], file: BlobId) -> Result<bool> {
    for holding in holdings {
        let Some(blob) = holding.blob else { continue };
        let sql = format!("select cast(1 as bigint) as one from {} where {} = $1 limit 1", holding.table, blob.column);
        let found: Option<(i64,)> = db.maybe(sql, args![file]).await?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Every file that a row of these holdings names, once each: what a backup must hold.
pub async fn named_blobs(db: &Db, holdings: &[Holding]) -> Result<BTreeSet<BlobId>> {
    let mut found = BTreeSet::new();
    for holding in holdings {
        let Some(blob) = holding.blob else { continue };
        let sql = format!("select distinct {column} as file from {} where {column} is not null", holding.table, column = blob.column);
        let rows: Vec<(String,)> = db.all(sql, vec![]).await?;
        for (file,) in rows {
            found.insert(file.parse().map_err(|_| Error::internal(format!("{} names a file that is none: {file}", holding.table)))?);
        }
    }
    Ok(found)
}

/// Goes through what a select gives, in the order of a holding's key.
struct Walk<'h> {
    holding: &'h Holding,
    person: i64,
    last: Vec<Value>,
}

impl Walk<'_> {
    /// The next page of `what` (and of the key before it), of the rows that also meet `and`.
    async fn next(&mut self, db: &Db, what: &str, and: &str) -> Result<Page<Vec<Value>>> {
        let Some(rows) = self.holding.rows else { return Ok(Page { items: Vec::new(), more: false }) };
        let key: Vec<String> = self.holding.key.iter().map(|key| format!("r.{key}")).collect();
        let key = key.join(", ");
        let after = if self.last.is_empty() {
            String::new()
        } else {
            let marks: Vec<String> = (0..self.last.len()).map(|place| format!("${}", place + 2)).collect();
            format!(" and ({key}) > ({})", marks.join(", "))
        };
        let sql = format!("select {key}, {what} from {} r where ({rows}){and}{after} order by {key} limit {PAGE}", self.holding.table);
        let mut args = args![self.person];
        args.extend(self.last.iter().cloned());
        let found: Vec<Loose> = db.all(sql, args).await?;
        let more = i64::try_from(found.len()).is_ok_and(|rows| rows >= PAGE);
        let width = self.holding.key.len();
        let mut items = Vec::with_capacity(found.len());
        for Loose(mut row) in found {
            let rest = row.split_off(width.min(row.len()));
            self.last = row;
            items.push(rest);
        }
        Ok(Page { items, more })
    }
}

/// A person's rows of a holding, as they stand in the copy.
pub struct Rows<'h>(Walk<'h>);

impl<'h> Rows<'h> {
    /// From the first.
    pub const fn of(holding: &'h Holding, person: i64) -> Self {
        Self(Walk { holding, person, last: Vec::new() })
    }

    /// The next page.
    pub async fn next(&mut self, db: &Db) -> Result<Page<Json>> {
        let columns = self.0.holding.columns;
        if columns.is_empty() {
            return Ok(Page { items: Vec::new(), more: false });
        }
        // Columns go by their place: a name such as `from` is a word of SQL.
        let what: Vec<&str> = columns.iter().map(|column| column.sql).collect();
        let page = self.0.next(db, &what.join(", "), "").await?;
        let items = page.items.into_iter().map(|row| object(columns, row)).collect::<Result<_>>()?;
        Ok(Page { items, more: page.more })
    }
}

/// A person's files of a holding: where each lies in the copy, and which it is.
pub struct Files<'h>(Walk<'h>);

impl<'h> Files<'h> {
    /// From the first.
    pub const fn of(holding: &'h Holding, person: i64) -> Self {
        Self(Walk { holding, person, last: Vec::new() })
    }

    /// The next page.
    pub async fn next(&mut self, db: &Db) -> Result<Page<(String, BlobId)>> {
        let Some((blob, path)) = self.0.holding.blob.and_then(|blob| Some((blob, blob.path?))) else {
            return Ok(Page { items: Vec::new(), more: false });
        };
        let what = format!("{path}, r.{}", blob.column);
        let page = self.0.next(db, &what, &format!(" and {path} is not null and r.{} is not null", blob.column)).await?;
        let file = |row: Vec<Value>| match <[Value; 2]>::try_from(row) {
            Ok([Value::Text(path), Value::Text(file)]) => Ok((path, file.parse()?)),
            _ => Err(Error::internal("a file without a name")),
        };
        Ok(Page { items: page.items.into_iter().map(file).collect::<Result<_>>()?, more: page.more })
    }
}

fn object(columns: &[Column], row: Vec<Value>) -> Result<Json> {
    let mut object = Map::with_capacity(columns.len());
    for (column, value) in columns.iter().zip(row) {
        object.insert(column.name.to_owned(), written(column, value)?);
    }
    Ok(Json::Object(object))
}

fn written(column: &Column, value: Value) -> Result<Json> {
    Ok(match (column.kind, value) {
        (_, Value::Null) if column.maybe => Json::Null,
        (Kind::Text, Value::Text(text)) => Json::String(text),
        (Kind::Id, Value::Int(number)) => Json::String(number.to_string()),
        (Kind::Number, Value::Int(number)) => Json::from(number),
        (Kind::Moment, Value::Int(micros)) => Json::String(Time::from_micros(micros).rfc3339()),
        (Kind::Yes, Value::Int(yes)) => Json::Bool(yes != 0),
        _ => return Err(Error::internal(format!("the copy's {} is not what it should be", column.name))),
    })
}
