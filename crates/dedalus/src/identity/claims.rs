//! What a provider says of somebody, in our words (OpenID Connect Core §5.1; the attributes of SPID and CIE beside them).

use jiff::civil::Date;
use kit::text::clean_line;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The prefix of the attributes of the Italian schemes.
const EID: &str = "https://attributes.eid.gov.it/";

/// The claims we read. Everything but the subject may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// The person's name at the provider, never given to another one there.
    pub subject: String,
    /// The class of the authentication.
    pub acr: String,
    /// The name as shown; empty if none is told.
    pub name: String,
    /// The e-mail address.
    pub email: Option<String>,
    /// Has the provider verified that address?
    pub email_verified: bool,
    /// The fiscal code, capitals, without the prefix of its country.
    pub fiscal_code: Option<String>,
    /// The day of birth.
    pub birth_date: Option<Date>,
    /// Where the person lives, in one line.
    pub residence: Option<String>,
}

impl Claims {
    /// Reads the claims of an ID token and what the provider adds at its userinfo endpoint: the token's word counts first.
    pub fn read(token: &Map<String, Value>, more: &Map<String, Value>) -> Self {
        let find = |names: &[&str]| {
            names.iter().find_map(|name| [token, more].into_iter().find_map(|from| from.get(*name).filter(|value| !value.is_null())))
        };
        let text = |names: &[&str]| find(names).and_then(plain).map(|text| short(&text)).filter(|text| !text.is_empty());
        let eid = |name: &str| format!("{EID}{name}");
        let (given, family) = (text(&["given_name"]), text(&["family_name"]));
        // SPID calls the given name `name`: the two halves are surer than the whole.
        let whole = match (given, family) {
            (Some(given), Some(family)) => format!("{given} {family}"),
            (given, family) => text(&["name"]).or(given).or(family).unwrap_or_default(),
        };
        Self {
            subject: text(&["sub"]).unwrap_or_default(),
            acr: token.get("acr").and_then(Value::as_str).map(short).unwrap_or_default(),
            name: spoken(&whole),
            email: text(&["email", &eid("email")]),
            email_verified: find(&["email_verified"])
                .is_some_and(|value| matches!(value, Value::Bool(true)) || value.as_str() == Some("true")),
            fiscal_code: text(&["fiscal_number", "fiscalNumber", &eid("fiscal_number")]).map(|code| bare_code(&code)),
            birth_date: text(&["birthdate", "date_of_birth", "dateOfBirth", &eid("date_of_birth")]).and_then(|day| day.parse().ok()),
            residence: find(&["address", "residence", "registeredOffice", "address_of_residence", &eid("address")])
                .and_then(address)
                .map(|text| short(&text))
                .filter(|text| !text.is_empty()),
        }
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        // Attributes of SAML that were translated come as lists of one.
        Value::Array(list) => list.first().and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
}

/// An address as one line: a text, or the parts of OpenID Connect Core §5.1.1.
fn address(value: &Value) -> Option<String> {
    let Value::Object(parts) = value else { return plain(value) };
    let part = |name: &str| parts.get(name).and_then(Value::as_str).map(str::to_owned);
    part("formatted").or_else(|| {
        let line: Vec<String> = ["street_address", "postal_code", "locality", "region", "country"].into_iter().filter_map(part).collect();
        (!line.is_empty()).then(|| line.join(", "))
    })
}

/// One clean line of a length that a sealed step can carry.
fn short(text: &str) -> String {
    clean_line(text).chars().take(200).collect()
}

/// `TINIT-RSSMRA80A01H501U` (ETSI EN 319 412-1 §5.1.3) is `RSSMRA80A01H501U`.
fn bare_code(code: &str) -> String {
    let code = code.to_ascii_uppercase();
    code.strip_prefix("TINIT-").unwrap_or(&code).to_owned()
}

/// A name in capitals, as registers write it, in the letters people use: "MARIA D'AMICO" is "Maria D'Amico".
fn spoken(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut first = true;
    let lower_or_not = |c: char| {
        let letters: String = if first { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
        first = !c.is_alphabetic();
        letters
    };
    name.chars().map(lower_or_not).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn map(value: Value) -> Map<String, Value> {
        value.as_object().unwrap().clone()
    }

    #[test]
    fn standard_claims_are_read_and_the_token_counts_before_userinfo() {
        let token = map(json!({"sub": "s1", "acr": "https://www.spid.gov.it/SpidL2", "email": "a@example.org"}));
        let more = map(json!({
            "sub": "s1", "acr": "high", "name": "Anna Li Vigni", "email": "b@example.org", "email_verified": true,
            "birthdate": "1990-05-01", "address": {"street_address": "Via Roma 1", "locality": "Termini Imerese", "postal_code": "90018"}
        }));
        let claims = Claims::read(&token, &more);
        assert_eq!((claims.subject.as_str(), claims.acr.as_str()), ("s1", "https://www.spid.gov.it/SpidL2"));
        assert_eq!((claims.name.as_str(), claims.email.as_deref(), claims.email_verified), ("Anna Li Vigni", Some("a@example.org"), true));
        assert_eq!(claims.birth_date, Some(jiff::civil::date(1990, 5, 1)));
        assert_eq!(claims.residence.as_deref(), Some("Via Roma 1, 90018, Termini Imerese"));
        assert_eq!(claims.fiscal_code, None);
    }

    #[test]
    fn the_attributes_of_spid_and_cie_are_read_by_all_their_names() {
        for name in ["fiscal_number", "fiscalNumber", "https://attributes.eid.gov.it/fiscal_number"] {
            let claims = Claims::read(&map(json!({"sub": "s", name: "TINIT-rssmra80a01h501u"})), &Map::new());
            assert_eq!(claims.fiscal_code.as_deref(), Some("RSSMRA80A01H501U"), "{name}");
        }
        let claims = Claims::read(
            &map(json!({"sub": "s", "name": "MARIA", "given_name": "MARIA", "family_name": "D'AMICO", "birthdate": "not a day"})),
            &map(json!({"address": {"formatted": "Via Roma 1\n90018 Termini Imerese"}, "email": ["m@example.org"]})),
        );
        assert_eq!((claims.name.as_str(), claims.email.as_deref()), ("Maria D'Amico", Some("m@example.org")));
        assert_eq!(claims.residence.as_deref(), Some("Via Roma 1 90018 Termini Imerese"));
        assert_eq!((claims.birth_date, claims.email_verified), (None, false));
    }

    #[test]
    fn what_is_missing_or_odd_is_left_out() {
        let claims = Claims::read(&map(json!({"sub": 7, "email": null, "email_verified": "yes", "address": []})), &Map::new());
        assert_eq!(claims, Claims::default());
        let long = Claims::read(&map(json!({"sub": "s", "name": "a".repeat(5000)})), &Map::new());
        assert_eq!(long.name.len(), 200);
    }
}
