//! Settings from the environment: `DEDALUS_SECTION__KEY`, each read as the type its default has.

use toml::{Table, Value};

use super::Finding;
use super::near::nearest;

/// Turns variables into a table of settings. Other variables are passed over; a name without two underscores,
/// such as `DEDALUS_SECRET_KEY`, is not a setting.
pub fn read(variables: impl IntoIterator<Item = (String, String)>, defaults: &Table) -> Result<Table, Vec<Finding>> {
    let mut settings = Table::new();
    let mut findings = Vec::new();
    let mut variables: Vec<(String, String)> = variables.into_iter().collect();
    variables.sort();
    if let Some((_, url)) = variables.iter().find(|(name, _)| name == "DATABASE_URL") {
        put(&mut settings, &["database", "url"], Value::String(url.clone()));
    }
    for (name, text) in &variables {
        let Some(path) = name.strip_prefix("DEDALUS_").filter(|path| path.contains("__")) else { continue };
        let path = path.to_lowercase();
        let words: Vec<&str> = path.split("__").collect();
        match default_of(defaults, &words).and_then(|default| value(text, default)) {
            Ok(value) => put(&mut settings, &words, value),
            Err(why) => findings.push(Finding::wrong(name.clone(), why)),
        }
    }
    if findings.is_empty() { Ok(settings) } else { Err(findings) }
}

fn default_of<'a>(defaults: &'a Table, words: &[&str]) -> Result<&'a Value, String> {
    let mut table = defaults;
    let mut found = None;
    for word in words {
        let Some(value) = table.get(*word) else {
            let hint = nearest(word, table.keys().map(String::as_str)).map_or(String::new(), |near| format!(" (did you mean `{near}`?)"));
            return Err(format!("no setting is called `{word}`{hint}"));
        };
        found = Some(value);
        // A word after a plain value finds nothing in an empty table.
        static EMPTY: std::sync::LazyLock<Table> = std::sync::LazyLock::new(Table::new);
        table = value.as_table().unwrap_or(&EMPTY);
    }
    found.ok_or_else(|| "the setting's name is missing".to_owned())
}

fn value(text: &str, default: &Value) -> Result<Value, String> {
    match default {
        Value::Integer(_) => text.trim().parse().map(Value::Integer).map_err(|_| format!("`{text}` is not a whole number")),
        Value::Boolean(_) => text.trim().parse().map(Value::Boolean).map_err(|_| format!("`{text}` is neither true nor false")),
        Value::Array(_) => {
            let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
            Ok(Value::Array(items.map(|item| Value::String(item.to_owned())).collect()))
        }
        Value::Table(inner) => {
            let keys: Vec<String> = inner.keys().map(|key| key.to_uppercase()).collect();
            Err(format!("this setting has parts: add __{} to the variable's name", keys.join(" or __")))
        }
        _ => Ok(Value::String(text.to_owned())),
    }
}

fn put(table: &mut Table, words: &[&str], value: Value) {
    match words {
        [] => {}
        [last] => {
            table.insert((*last).to_owned(), value);
        }
        [first, rest @ ..] => {
            let inner = table.entry((*first).to_owned()).or_insert_with(|| Value::Table(Table::new()));
            if let Value::Table(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}
