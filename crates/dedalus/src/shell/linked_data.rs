//! What a page says of itself to programs: JSON-LD 1.1 in the words of schema.org. A block of data, never run by a browser.

use serde_json::Value;

use super::Html;

/// The data as an element for the head. No text in it can end the element: `<`, `>` and `&` are written as escapes (JSON, RFC 8259 §7).
pub fn linked_data(value: &Value) -> Html {
    Html(format!(
        "<script type=\"application/ld+json\">{}</script>",
        told(value).to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
    ))
}

/// The same without what is not known: an empty word or list says nothing, and readers take it for a fault.
fn told(value: &Value) -> Value {
    let is_said =
        |value: &Value| !matches!(value, Value::Null) && value.as_str() != Some("") && value.as_array().is_none_or(|list| !list.is_empty());
    match value {
        Value::Object(members) => {
            let said = members.iter().map(|(name, value)| (name.clone(), told(value))).filter(|(_, value)| is_said(value));
            Value::Object(said.collect())
        }
        Value::Array(list) => Value::Array(list.iter().map(told).filter(is_said).collect()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_said() {
        let value = serde_json::json!({"name": "Comune", "telephone": "", "image": [], "author": {"url": null, "count": 0}});
        assert_eq!(told(&value), serde_json::json!({"name": "Comune", "author": {"count": 0}}));
    }

    #[test]
    fn no_text_ends_the_element() {
        let text = "</script><script>alert(1)</script> & \"'";
        let element = linked_data(&serde_json::json!({ "name": text }));
        assert_eq!((element.0.matches('<').count(), element.0.matches('>').count()), (2, 2));
        let inside = element.0.trim_start_matches("<script type=\"application/ld+json\">").trim_end_matches("</script>");
        let read: Value = serde_json::from_str(inside).unwrap();
        assert_eq!(read["name"], text);
    }
}
