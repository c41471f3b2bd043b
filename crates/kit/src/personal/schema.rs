//! The copy's JSON Schema, made from the same list as the copy (JSON Schema 2020-12).

use serde_json::{Map, Value as Json, json};

use super::{Column, Holding, Kind};

/// The name of the copy's format, which stands in every copy.
pub const FORMAT: &str = "dedalus-personal-data-1";

/// A moment as `Time::rfc3339` writes it.
const MOMENT: &str = "^-?\\d{4,6}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$";

/// The schema of the copy that these holdings make.
pub fn json_schema(holdings: &[Holding]) -> Json {
    let mut data = Map::new();
    for holding in holdings.iter().filter(|holding| !holding.columns.is_empty()) {
        data.insert(holding.name.to_owned(), json!({"type": "array", "items": row(holding.columns)}));
    }
    let file = exact(&[("path", json!({"type": "string", "minLength": 1})), ("holding", json!({"type": "string"}))]);
    let mut schema = exact(&[
        ("format", json!({"const": FORMAT})),
        ("town", json!({"type": "string"})),
        ("made_at", json!({"type": "string", "pattern": MOMENT})),
        ("person", json!({"type": "string", "pattern": "^\\d+$"})),
        ("data", exact_of(data)),
        ("files", json!({"type": "array", "items": file})),
    ]);
    if let Json::Object(fields) = &mut schema {
        fields.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        fields.insert("title".into(), json!("A person’s copy of the data a town holds about them"));
    }
    schema
}

fn row(columns: &[Column]) -> Json {
    exact_of(columns.iter().map(|column| (column.name.to_owned(), value(column))).collect())
}

fn value(column: &Column) -> Json {
    let (kind, pattern) = match column.kind {
        Kind::Text => ("string", None),
        Kind::Id => ("string", Some("^-?\\d+$")),
        Kind::Number => ("integer", None),
        Kind::Moment => ("string", Some(MOMENT)),
        Kind::Yes => ("boolean", None),
    };
    let mut schema = Map::new();
    schema.insert("type".into(), if column.maybe { json!([kind, "null"]) } else { json!(kind) });
    if let Some(pattern) = pattern {
        schema.insert("pattern".into(), json!(pattern));
    }
    Json::Object(schema)
}

fn exact(fields: &[(&str, Json)]) -> Json {
    exact_of(fields.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect())
}

/// An object with exactly these fields.
fn exact_of(fields: Map<String, Json>) -> Json {
    let names: Vec<String> = fields.keys().cloned().collect();
    json!({"type": "object", "required": names, "additionalProperties": false, "properties": fields})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::personal::{ENGINE_ROOM, End, statement};

    #[test]
    fn a_column_that_may_be_missing_may_be_null_and_no_other_field_is_known() {
        let schema = row(&[Column::moment("at", "r.at"), Column::text("why", "r.why").or_none()]);
        assert_eq!(schema["properties"]["why"]["type"], json!(["string", "null"]));
        assert_eq!(schema["properties"]["at"]["pattern"], json!(MOMENT));
        assert_eq!(schema["additionalProperties"], json!(false));
    }

    #[test]
    fn what_nobody_can_tell_whose_it_is_has_no_place_in_the_copy() {
        let schema = json_schema(ENGINE_ROOM);
        assert!(schema["properties"]["data"]["properties"]["events"].is_object());
        assert!(schema["properties"]["data"]["properties"]["letters"].is_null());
    }

    #[test]
    fn rows_with_two_keys_go_by_both() {
        let holding = crate::personal::Holding {
            name: "x",
            table: "x",
            rows: Some("r.person_id = $1"),
            key: &["a", "b"],
            columns: &[],
            blob: None,
            end: End::Delete,
            activity: "x",
        };
        let sql = statement(&holding).unwrap();
        assert_eq!(sql, "delete from x where (a, b) in (select r.a, r.b from x r where r.person_id = $1 order by r.a, r.b limit $2)");
    }
}
