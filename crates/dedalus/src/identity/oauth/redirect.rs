//! Where people may be sent back to: the rules of RFC 6749 §3.1.2, RFC 8252 §7 and RFC 9700 §2.1. Pure.

use url::{Host, Url};

/// The longest address.
const LONGEST: usize = 500;

/// May a client register it? Https, plain http on a loopback number, or a private scheme with a dot in its name.
pub fn is_sound(text: &str) -> bool {
    if text.len() > LONGEST || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return false;
    }
    let Ok(url) = Url::parse(text) else { return false };
    let plain = url.fragment().is_none() && url.username().is_empty() && url.password().is_none();
    plain
        && match url.scheme() {
            "https" => url.host().is_some(),
            "http" => is_loopback(&url),
            scheme => scheme.contains('.') && !text.contains(['"', '\'', ';', ',', '<', '>', '\\']),
        }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// Is the address one of those that were registered? Letter by letter; on loopback any port will do (RFC 8252 §7.3).
pub fn is_registered(registered: &[String], asked: &str) -> bool {
    registered.iter().any(|known| known == asked || (is_sound(asked) && same_but_port(known, asked)))
}

fn same_but_port(known: &str, asked: &str) -> bool {
    let (Ok(mut known), Ok(mut asked)) = (Url::parse(known), Url::parse(asked)) else { return false };
    let loopback = known.scheme() == "http" && asked.scheme() == "http" && is_loopback(&known) && is_loopback(&asked);
    loopback && known.set_port(None).is_ok() && asked.set_port(None).is_ok() && known == asked
}

/// What the page with the question must name, so that the browser follows the answer there (CSP `form-action`).
pub fn form_target(redirect: &str) -> Option<String> {
    let url = Url::parse(redirect).ok()?;
    match url.scheme() {
        "https" | "http" => Some(url.origin().ascii_serialization()),
        scheme => Some(format!("{scheme}:")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_sent_to_sound_addresses_only() {
        for good in [
            "https://app.example/cb",
            "https://app.example:8443/cb?x=1",
            "http://127.0.0.1/cb",
            "http://[::1]:5000/",
            "http://localhost:3000/cb",
            "it.example.app:/cb",
        ] {
            assert!(is_sound(good), "{good}");
        }
        for bad in [
            "http://app.example/cb",
            "https://app.example/cb#x",
            "https://a:b@app.example/",
            "javascript:alert(1)",
            "data:text/html,x",
            "app:/cb",
            "/cb",
            "",
            "https://app.example/ cb",
            "https://app.example/\r\nx",
            "http://127.0.0.1.evil.example/",
            "it.example;script-src:/cb",
        ] {
            assert!(!is_sound(bad), "{bad}");
        }
        assert!(!is_sound(&format!("https://a.example/{}", "a".repeat(500))));
    }

    #[test]
    fn an_address_is_matched_letter_by_letter_and_a_loopback_by_all_but_the_port() {
        let known = ["https://app.example/cb".to_owned(), "http://127.0.0.1/cb".to_owned(), "it.example.app:/cb".to_owned()];
        for good in ["https://app.example/cb", "http://127.0.0.1:51234/cb", "http://127.0.0.1/cb", "it.example.app:/cb"] {
            assert!(is_registered(&known, good), "{good}");
        }
        for bad in [
            "https://app.example/cb/",
            "https://app.example/CB",
            "https://app.example:444/cb",
            "https://app.example/cb?x=1",
            "https://evil.example/cb",
            "http://127.0.0.1:51234/other",
            "http://localhost:51234/cb",
            "http://[::1]:1/cb",
            "",
        ] {
            assert!(!is_registered(&known, bad), "{bad}");
        }
    }

    #[test]
    fn the_page_names_where_the_answer_goes() {
        assert_eq!(form_target("https://app.example:8443/cb?x=1").unwrap(), "https://app.example:8443");
        assert_eq!(form_target("http://127.0.0.1:5000/cb").unwrap(), "http://127.0.0.1:5000");
        assert_eq!(form_target("it.example.app:/cb").unwrap(), "it.example.app:");
    }
}
