//! Answers of Open311 GeoReport v2 (<http://wiki.open311.org/GeoReport_v2>): one tree, written as XML or, by the Spark convention that
//! the standard names, as JSON.

use std::io;

use serde_json::{Map, Number};

use crate::xml::Xml;

/// The forms of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The one that every server has.
    Xml,
    /// The other one.
    Json,
}

impl Format {
    /// A name in an address without its extension, and the form that the extension asks for: `services.json`.
    pub fn split(name: &str) -> (&str, Option<Self>) {
        match name.rsplit_once('.') {
            Some((stem, "xml")) => (stem, Some(Self::Xml)),
            Some((stem, "json")) => (stem, Some(Self::Json)),
            _ => (name, None),
        }
    }

    /// What an `Accept` asks for where the address says nothing: JSON if it is named first, XML for everything else.
    pub fn accepted(accept: &str) -> Self {
        match (accept.find("json"), accept.find("xml")) {
            (Some(json), Some(xml)) if json < xml => Self::Json,
            (Some(_), None) => Self::Json,
            _ => Self::Xml,
        }
    }

    /// Its media type, as the standard writes it.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xml => "text/xml; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }
}

/// A value of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// True or false.
    Yes(bool),
    /// A whole number.
    Whole(i64),
    /// Degrees.
    Real(f64),
    /// Not known: an empty element, `null`.
    Nothing,
    /// Named values.
    Fields(Vec<(&'static str, Value)>),
    /// Many of one sort, with the name of each: `attributes` holds `attribute`.
    Each(&'static str, Vec<Value>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl Value {
    /// The answer, in a form. `root` names the outermost element; JSON does not say it.
    pub fn write(&self, format: Format, root: &str) -> String {
        match format {
            Format::Xml => Xml::document(|xml| self.element(xml, root)),
            Format::Json => self.json().to_string(),
        }
    }

    fn element(&self, xml: &mut Xml, name: &str) -> io::Result<()> {
        match self {
            Self::Text(text) => xml.text(name, &[], text),
            Self::Yes(yes) => xml.text(name, &[], if *yes { "true" } else { "false" }),
            Self::Whole(number) => xml.text(name, &[], &number.to_string()),
            Self::Real(number) => xml.text(name, &[], &number.to_string()),
            Self::Nothing => xml.empty(name, &[]),
            Self::Fields(fields) => xml.holding(name, &[], |xml| fields.iter().try_for_each(|(name, value)| value.element(xml, name))),
            Self::Each(one, values) => xml.holding(name, &[], |xml| values.iter().try_for_each(|value| value.element(xml, one))),
        }
    }

    fn json(&self) -> serde_json::Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Yes(yes) => (*yes).into(),
            Self::Whole(number) => (*number).into(),
            Self::Real(number) => Number::from_f64(*number).map_or(serde_json::Value::Null, serde_json::Value::Number),
            Self::Nothing => serde_json::Value::Null,
            Self::Fields(fields) => {
                let pairs = fields.iter().map(|(name, value)| ((*name).to_owned(), value.json()));
                serde_json::Value::Object(pairs.collect::<Map<_, _>>())
            }
            Self::Each(_, values) => values.iter().map(Self::json).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_same_tree_is_written_in_both_forms() {
        let tree = Value::Each(
            "request",
            vec![Value::Fields(vec![
                ("service_request_id", "O-2028-0001".into()),
                ("description", "Buca <grande> & fonda".into()),
                ("lat", Value::Real(37.9847)),
                ("order", Value::Whole(1)),
                ("metadata", Value::Yes(true)),
                ("zipcode", Value::Nothing),
            ])],
        );
        assert_eq!(
            tree.write(Format::Xml, "service_requests"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><service_requests><request><service_request_id>O-2028-0001</service_request_id>\
             <description>Buca &lt;grande&gt; &amp; fonda</description><lat>37.9847</lat><order>1</order><metadata>true</metadata>\
             <zipcode/></request></service_requests>"
        );
        let read: serde_json::Value = serde_json::from_str(&tree.write(Format::Json, "service_requests")).unwrap();
        assert_eq!(
            read,
            serde_json::json!([{"service_request_id": "O-2028-0001", "description": "Buca <grande> & fonda", "lat": 37.9847, "order": 1,
                "metadata": true, "zipcode": null}])
        );
    }

    #[test]
    fn the_extension_says_the_form_and_else_the_header() {
        assert_eq!(Format::split("services.json"), ("services", Some(Format::Json)));
        assert_eq!(Format::split("a.b.xml"), ("a.b", Some(Format::Xml)));
        assert_eq!(Format::split("services"), ("services", None));
        assert_eq!(Format::split("services.yaml"), ("services.yaml", None));
        for (accept, format) in [
            ("", Format::Xml),
            ("*/*", Format::Xml),
            ("application/json", Format::Json),
            ("application/json, text/xml;q=0.5", Format::Json),
            ("text/xml, application/json", Format::Xml),
            ("text/html,application/xhtml+xml", Format::Xml),
        ] {
            assert_eq!(Format::accepted(accept), format, "{accept}");
        }
    }

    proptest! {
        #[test]
        fn whatever_somebody_wrote_the_xml_can_be_read(text in "\\PC*|[\\x00-\\x20<>&'\"]*") {
            let written = Value::Fields(vec![("description", text.as_str().into())]).write(Format::Xml, "request");
            let mut reader = quick_xml::Reader::from_str(&written);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => return Err(TestCaseError::fail(format!("{error}: {written}"))),
                }
            }
            prop_assert!(serde_json::from_str::<serde_json::Value>(&Value::from(text.as_str()).write(Format::Json, "x")).is_ok());
        }
    }
}
