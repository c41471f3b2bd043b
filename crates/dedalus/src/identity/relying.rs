//! For which name passkeys count (WebAuthn §5.1.2, relying party): the town's public name, or the one it was asked by.

use http::{HeaderMap, header};
use kit::{Error, Result};
use url::Url;
use webauthn_rs::prelude::{Webauthn, WebauthnBuilder};

use crate::shell::App;

/// The relying party of a request. None when the town was asked by a number: passkeys need a name.
pub fn of(app: &App, headers: &HeaderMap) -> Result<Option<Webauthn>> {
    let server = &app.config.server;
    let Some(origin) = Url::parse(&asked_by(&server.public_url, &server.aliases, headers)).ok() else { return Ok(None) };
    let Some(name) = name_for(&origin, Url::parse(&server.public_url).ok().as_ref()) else { return Ok(None) };
    let built = WebauthnBuilder::new(&name, &origin).and_then(|builder| builder.rp_name(&app.config.town.name).build());
    built.map(Some).map_err(|error| Error::internal(format!("passkeys: {error}")))
}

/// Do passkeys work where this request came in?
pub fn is_on(app: &App, headers: &HeaderMap) -> bool {
    matches!(of(app, headers), Ok(Some(_)))
}

/// The first address of the town that has a name, for people who came by a number.
pub fn named_address(app: &App) -> Option<String> {
    let server = &app.config.server;
    std::iter::once(&server.public_url)
        .chain(&server.aliases)
        .find(|address| Url::parse(address).is_ok_and(|url| url.domain().is_some()))
        .cloned()
}

/// The address the browser used, if it is one of ours: by what it says of its page, else by the host it asked for. A proxy
/// that does not hand on the host leads to the public address.
fn asked_by(public_url: &str, aliases: &[String], headers: &HeaderMap) -> String {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let ours = || std::iter::once(public_url).chain(aliases.iter().map(String::as_str));
    if let Some(origin) = text(header::ORIGIN).and_then(|origin| ours().find(|known| *known == origin)) {
        return origin.to_owned();
    }
    let host = text(header::HOST).unwrap_or_default();
    let by_host = ours().find(|known| known.split_once("://").is_some_and(|(_, authority)| authority == host));
    by_host.unwrap_or(public_url).to_owned()
}

/// The name passkeys are made for: the public one where it covers the origin, so that they work under all of it.
fn name_for(origin: &Url, public: Option<&Url>) -> Option<String> {
    let asked = origin.domain()?;
    let covers = |name: &str| asked == name || asked.ends_with(&format!(".{name}"));
    let name = public.and_then(Url::domain).filter(|name| covers(name)).unwrap_or(asked);
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn headers(origin: &'static str, host: &'static str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in [(header::ORIGIN, origin), (header::HOST, host)] {
            if !value.is_empty() {
                headers.insert(name, HeaderValue::from_static(value));
            }
        }
        headers
    }

    #[test]
    fn the_address_that_was_asked_for_is_one_of_ours() {
        let (public, aliases) = ("http://127.0.0.1:8080", vec!["http://localhost:8080".to_owned()]);
        let asked = |origin, host| asked_by(public, &aliases, &headers(origin, host));
        assert_eq!(asked("http://localhost:8080", "127.0.0.1:8080"), "http://localhost:8080");
        assert_eq!(asked("", "localhost:8080"), "http://localhost:8080");
        assert_eq!(asked("", "localhost:9090"), public, "another port is another address");
        assert_eq!(asked("http://evil.example", "evil.example"), public);
    }

    #[test]
    fn passkeys_need_a_name() {
        let url = |text: &str| Url::parse(text).unwrap();
        let public = url("https://comune.example");
        assert_eq!(name_for(&url("https://comune.example"), Some(&public)).as_deref(), Some("comune.example"));
        assert_eq!(name_for(&url("https://www.comune.example"), Some(&public)).as_deref(), Some("comune.example"));
        assert_eq!(name_for(&url("https://altrocomune.example"), Some(&public)).as_deref(), Some("altrocomune.example"));
        let number = url("http://127.0.0.1:8080");
        assert_eq!(name_for(&number, Some(&number)), None);
        assert_eq!(name_for(&url("http://localhost:8080"), Some(&number)).as_deref(), Some("localhost"));
        assert_eq!(name_for(&url("http://[::1]:8080"), Some(&public)), None);
    }
}
