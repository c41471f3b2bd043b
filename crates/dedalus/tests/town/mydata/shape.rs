//! Holds a document against its JSON Schema: the words of the standard that ours uses, and a panic at any other.

use serde_json::Value as Json;

pub fn check(schema: &Json, document: &Json) {
    let mut faults = Vec::new();
    look(schema, document, "", &mut faults);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn look(schema: &Json, value: &Json, at: &str, faults: &mut Vec<String>) {
    for (word, rule) in schema.as_object().unwrap() {
        let fine = match word.as_str() {
            "$schema" | "title" => true,
            "const" => value == rule,
            "type" => match rule {
                Json::Array(kinds) => kinds.iter().any(|kind| is(value, kind.as_str().unwrap())),
                kind => is(value, kind.as_str().unwrap()),
            },
            "minLength" => value.as_str().is_none_or(|text| text.len() as u64 >= rule.as_u64().unwrap()),
            // The patterns are two: digits, and moments.
            "pattern" => value.as_str().is_none_or(|text| {
                let moment = rule.as_str().unwrap().contains('T');
                if moment { text.parse::<jiff::Timestamp>().is_ok() && text.ends_with('Z') } else { text.parse::<i64>().is_ok() }
            }),
            "required" => rule.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "additionalProperties" => {
                let known = schema["properties"].as_object().unwrap();
                value.as_object().unwrap().keys().all(|name| known.contains_key(name))
            }
            "properties" => {
                for (name, inner) in rule.as_object().unwrap() {
                    if let Some(part) = value.get(name) {
                        look(inner, part, &format!("{at}/{name}"), faults);
                    }
                }
                true
            }
            "items" => {
                for (place, item) in value.as_array().unwrap().iter().enumerate() {
                    look(rule, item, &format!("{at}/{place}"), faults);
                }
                true
            }
            other => panic!("this check does not know the word {other}"),
        };
        if !fine {
            faults.push(format!("{at}: {word} {rule} is not met by {value}"));
        }
    }
}

fn is(value: &Json, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("unknown type {other}"),
    }
}
