//! Moves a town from one database to another, table by table, in key order, resumable, with the counts compared.

use crate::args;
use crate::db::{Db, Loose, Schema, Value};
use crate::error::{Error, Result};

/// Rows per turn: small enough to stay far below the length a turn may have.
const CHUNK: i64 = 200;

/// One table's outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Its name.
    pub table: String,
    /// Rows in the source, and so in the target.
    pub rows: i64,
}

/// Copies every table of `from` into `to`, whose schema is made if need be. Goes on where an interrupted copy stopped.
/// The source must not be written to meanwhile: a count that differs at the end is an error.
pub async fn copy(from: &Db, to: &Db, schema: Schema, mut progress: impl FnMut(&Copied)) -> Result<Vec<Copied>> {
    let at = schema.check(from).await?;
    if at != schema.newest() {
        return Err(Error::internal(format!("the source stands at step {at} of {}: run `dedalus migrate` on it first", schema.newest())));
    }
    schema.apply(to).await?;
    begin(to).await?;
    let mut all = Vec::new();
    for table in parents_first(from).await? {
        let rows = copy_table(from, to, &table).await?;
        let copied = Copied { table, rows };
        progress(&copied);
        all.push(copied);
    }
    crate::text::search::rebuild(to).await?;
    to.write_patiently(async |tx| {
        tx.batch("drop table copy_progress").await?;
        tx.batch(tx.engine().after_bulk()).await?;
        Ok(())
    })
    .await?;
    Ok(all)
}

/// The tables in an order in which each comes after those it refers to.
async fn parents_first(db: &Db) -> Result<Vec<String>> {
    let tables: Vec<(String,)> = db.all(db.engine().tables(), vec![]).await?;
    let mut waiting = Vec::new();
    for (table,) in tables {
        if table == "schema_migration" || table == "copy_progress" {
            continue;
        }
        let references: Vec<(String, String, String)> = db.all(db.engine().references(), args![&table]).await?;
        let parents: Vec<String> = references.into_iter().map(|(_, parent, _)| parent).filter(|parent| *parent != table).collect();
        waiting.push((table, parents));
    }
    let mut order: Vec<String> = Vec::new();
    while !waiting.is_empty() {
        let Some(place) = waiting.iter().position(|(_, parents)| parents.iter().all(|parent| order.contains(parent))) else {
            let names: Vec<&str> = waiting.iter().map(|(name, _)| name.as_str()).collect();
            return Err(Error::internal(format!("these tables refer to each other in a circle: {}", names.join(", "))));
        };
        order.push(waiting.remove(place).0);
    }
    Ok(order)
}

/// A target must be empty, or one that an interrupted copy left.
async fn begin(to: &Db) -> Result<()> {
    let tables: Vec<(String,)> = to.all(to.engine().tables(), vec![]).await?;
    if tables.iter().any(|(name,)| name == "copy_progress") {
        return Ok(());
    }
    for (table,) in &tables {
        if table == "schema_migration" {
            continue;
        }
        let filled: Option<(i64,)> = to.maybe(format!("select 1 as one from {table} limit 1"), vec![]).await?;
        if filled.is_some() {
            return Err(Error::internal(format!("the target is not empty: its table {table} has rows. Copy into a new database.")));
        }
    }
    let progress =
        to.engine().schema_text("create table copy_progress (name text primary key, last_key text, done integer not null) strict;");
    to.write(async |tx| Ok(tx.batch(&progress).await?)).await
}

struct Column {
    name: String,
    key: i64,
}

async fn copy_table(from: &Db, to: &Db, table: &str) -> Result<i64> {
    let columns: Vec<(String, String, i64, i64)> = from.all(from.engine().columns(), args![table]).await?;
    let columns: Vec<Column> = columns.into_iter().map(|(name, _, _, key)| Column { name, key }).collect();
    let mut keys: Vec<&Column> = columns.iter().filter(|column| column.key > 0).collect();
    keys.sort_by_key(|column| column.key);
    if keys.is_empty() {
        return Err(Error::internal(format!("table {table} has no primary key, so it cannot be copied in order")));
    }
    let places: Vec<usize> = keys.iter().filter_map(|key| columns.iter().position(|column| column.name == key.name)).collect();
    // In quotes: a column may be called `order`.
    let names: Vec<String> = columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    let key_names: Vec<String> = keys.iter().map(|key| format!("\"{}\"", key.name)).collect();
    let (list, key_list) = (names.join(", "), key_names.join(", "));

    let mut last = resume_point(to, table).await?;
    loop {
        let mut args: Vec<Value> = last.clone().unwrap_or_default();
        let after = if last.is_some() {
            let holders: Vec<String> = (1..=keys.len()).map(|n| format!("${n}")).collect();
            format!("where ({key_list}) > ({})", holders.join(", "))
        } else {
            String::new()
        };
        args.push(Value::Int(CHUNK));
        let select = format!("select {list} from {table} {after} order by {key_list} limit ${}", args.len());
        let rows: Vec<Loose> = from.all(select, args).await?;
        let full = i64::try_from(rows.len()).unwrap_or(CHUNK) == CHUNK;
        if let Some(Loose(row)) = rows.last() {
            last = Some(places.iter().filter_map(|place| row.get(*place).cloned()).collect());
        }
        put(to, table, &list, rows, last.as_deref(), !full).await?;
        if !full {
            break;
        }
    }
    let count = format!("select count(*) as n from {table}");
    let (here,): (i64,) = from.one(count.clone(), vec![]).await?;
    let (there,): (i64,) = to.one(count, vec![]).await?;
    if here != there {
        return Err(Error::internal(format!(
            "{table}: {here} rows in the source, {there} in the target. Was the source still being written to?"
        )));
    }
    Ok(here)
}

/// One chunk and the place reached, in one turn.
async fn put(to: &Db, table: &str, list: &str, rows: Vec<Loose>, last: Option<&[Value]>, done: bool) -> Result<()> {
    let key = last.map(encode_key).transpose()?;
    to.write_patiently(async |tx| {
        for Loose(row) in rows {
            let holders: Vec<String> = (1..=row.len()).map(|n| format!("${n}")).collect();
            tx.run(format!("insert into {table} ({list}) values ({})", holders.join(", ")), row).await?;
        }
        tx.run(
            "insert into copy_progress (name, last_key, done) values ($1, $2, $3)
             on conflict (name) do update set last_key = excluded.last_key, done = excluded.done",
            args![table, key, done],
        )
        .await?;
        Ok(())
    })
    .await
}

async fn resume_point(to: &Db, table: &str) -> Result<Option<Vec<Value>>> {
    let reached: Option<(Option<String>,)> = to.maybe("select last_key from copy_progress where name = $1", args![table]).await?;
    match reached {
        Some((Some(text),)) => Ok(Some(decode_key(&text)?)),
        _ => Ok(None),
    }
}

/// A key as JSON, each part with its kind: `[["i",12],["t","abc"]]`.
fn encode_key(values: &[Value]) -> Result<String> {
    use base64::Engine;
    let parts: Vec<(&str, String)> = values
        .iter()
        .map(|value| match value {
            Value::Int(number) => Ok(("i", number.to_string())),
            Value::Text(text) => Ok(("t", text.clone())),
            Value::Blob(bytes) => Ok(("b", base64::engine::general_purpose::STANDARD.encode(bytes))),
            other => Err(Error::internal(format!("{other:?} cannot be a key"))),
        })
        .collect::<Result<_>>()?;
    Ok(serde_json::to_string(&parts)?)
}

fn decode_key(text: &str) -> Result<Vec<Value>> {
    use base64::Engine;
    let parts: Vec<(String, String)> = serde_json::from_str(text)?;
    parts
        .into_iter()
        .map(|(kind, text)| match kind.as_str() {
            "i" => text.parse().map(Value::Int).map_err(Error::internal),
            "t" => Ok(Value::Text(text)),
            _ => base64::engine::general_purpose::STANDARD.decode(text).map(Value::Blob).map_err(Error::internal),
        })
        .collect()
}
