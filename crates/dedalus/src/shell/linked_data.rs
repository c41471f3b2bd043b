//! What a page says of itself to programs: JSON-LD 1.1 in the words of schema.org. A block of data, never run by a browser.

use serde_json::Value;

use super::Html;

/// The data as an element for the head. No text in it can end the element: `<`, `>` and `&` are written as escapes (JSON, RFC 8259 §7).
pub fn linked_data(value: &Value) -> Html {
    Html(format!(
        "<script type=\"application/ld+json\">{}</script>",
        value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

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
