//! Holds the schemas of two databases against each other, whichever engines they live in.

use std::collections::{BTreeMap, BTreeSet};

use crate::args;
use crate::db::Db;
use crate::error::Result;

/// What two tables must have in common.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    /// Name → kind, may it be null, place in the primary key.
    columns: BTreeMap<String, String>,
    unique: BTreeSet<String>,
    checks: BTreeSet<String>,
    references: BTreeSet<String>,
}

/// The differences between two schemas, one sentence each; none when they agree. Compared are tables, columns (kind,
/// nullability, primary key), unique keys, names of checks and references. `ignored` names tables and columns
/// (`table.column`) that one engine needs for itself.
pub async fn compare(one: &Db, other: &Db, ignored: &[&str]) -> Result<Vec<String>> {
    let (ours, theirs) = (shapes(one, ignored).await?, shapes(other, ignored).await?);
    let (here, there) = (format!("{:?}", one.engine()), format!("{:?}", other.engine()));
    let mut found = Vec::new();
    let names: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
    for name in names {
        let (Some(left), Some(right)) = (ours.get(name), theirs.get(name)) else {
            let only = if ours.contains_key(name) { &here } else { &there };
            found.push(format!("table {name} is only in {only}"));
            continue;
        };
        let columns: BTreeSet<&String> = left.columns.keys().chain(right.columns.keys()).collect();
        for column in columns {
            let say = |side: &Shape| side.columns.get(column).cloned().unwrap_or_else(|| "not there".to_owned());
            if left.columns.get(column) != right.columns.get(column) {
                found.push(format!("column {name}.{column}: {} in {here}, {} in {there}", say(left), say(right)));
            }
        }
        let sets = [
            ("unique key", &left.unique, &right.unique),
            ("check", &left.checks, &right.checks),
            ("reference", &left.references, &right.references),
        ];
        for (what, left, right) in sets {
            found.extend(left.difference(right).map(|item| format!("{what} {name}({item}) is only in {here}")));
            found.extend(right.difference(left).map(|item| format!("{what} {name}({item}) is only in {there}")));
        }
    }
    Ok(found)
}

/// Constraints that could be deferred to the commit, where one writer's fault would lose the writes of a whole group.
pub async fn deferrable(db: &Db) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = db.all(db.engine().deferrable(), vec![]).await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

async fn shapes(db: &Db, ignored: &[&str]) -> Result<BTreeMap<String, Shape>> {
    let tables: Vec<(String,)> = db.all(db.engine().tables(), vec![]).await?;
    let mut all = BTreeMap::new();
    for (table,) in tables.into_iter().filter(|(table,)| !ignored.contains(&table.as_str())) {
        let mut shape = Shape::default();
        let columns: Vec<(String, String, i64, i64)> = db.all(db.engine().columns(), args![&table]).await?;
        for (name, kind, nullable, key) in columns {
            if ignored.contains(&format!("{table}.{name}").as_str()) {
                continue;
            }
            let nullable = if nullable == 1 { ", may be null" } else { "" };
            let key = if key > 0 { format!(", {key} in the primary key") } else { String::new() };
            shape.columns.insert(name, format!("{kind}{nullable}{key}"));
        }
        let unique: Vec<(String,)> = db.all(db.engine().unique_keys(), args![&table]).await?;
        shape.unique = unique.into_iter().map(|(columns,)| columns).collect();
        let checks: Vec<(String,)> = db.all(db.engine().checks(), args![&table]).await?;
        shape.checks = checks.iter().flat_map(|(text,)| db.engine().check_names(text)).collect();
        let references: Vec<(String, String, String)> = db.all(db.engine().references(), args![&table]).await?;
        shape.references = references.into_iter().map(|(from, to, action)| format!("{from} to {to}, {action}")).collect();
        all.insert(table, shape);
    }
    Ok(all)
}
