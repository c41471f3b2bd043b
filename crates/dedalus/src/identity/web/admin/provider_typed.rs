//! What is typed of a provider, its faults, and what of it is written.

use kit::Result;
use kit::error::FieldErrors;
use url::Url;

use super::position;
use crate::identity::Change;
use crate::identity::directory::Directory;
use crate::identity::provider::{Provider, ProviderDraft, ProviderKind, seal_secret};
use crate::shell::{App, Form};

/// The class that SPID and CIE call level 2.
const LEVEL_TWO: &str = "https://www.spid.gov.it/SpidL2";

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    pub slug: String,
    pub name: String,
    pub issuer: String,
    pub client_id: String,
    /// The client's secret, or the directory's password: never drawn back.
    pub secret: String,
    /// Is one known already?
    pub has_secret: bool,
    pub scopes: String,
    pub acr_values: String,
    pub verifies: bool,
    pub position: String,
    pub directory: Directory,
}

impl Typed {
    /// What a new provider of a sort begins with.
    pub fn fresh(kind: ProviderKind) -> Self {
        let known = match kind {
            ProviderKind::Spid => Some("SPID"),
            ProviderKind::Cie => Some("CIE"),
            ProviderKind::OpenId | ProviderKind::Ldap => None,
        };
        Self {
            slug: known.map(str::to_lowercase).unwrap_or_default(),
            name: known.unwrap_or_default().to_owned(),
            scopes: "openid profile email".into(),
            acr_values: known.map(|_| LEVEL_TWO.to_owned()).unwrap_or_default(),
            verifies: known.is_some(),
            ..Self::default()
        }
    }

    pub fn of_form(form: &Form) -> Self {
        Self {
            slug: form.line("slug"),
            name: form.line("nome"),
            issuer: form.line("issuer"),
            client_id: form.line("client"),
            secret: form.secret("segreto"),
            has_secret: false,
            scopes: form.line("scopes"),
            acr_values: form.line("acr"),
            verifies: form.has("verifica"),
            position: form.line("posizione"),
            directory: Directory {
                url: form.line("url"),
                starttls: form.has("starttls"),
                bind_dn: form.line("bind"),
                bind_password: String::new(),
                base: form.line("base"),
                user_filter: form.line("filtro"),
                name: form.line("attributo-nome"),
                mail: form.line("attributo-mail"),
                id: form.line("attributo-id"),
                group_base: form.line("gruppi-base"),
                group_filter: form.line("gruppi-filtro"),
            },
        }
    }

    pub fn of_record(provider: &Provider) -> Self {
        let directory = Directory::read(&provider.directory).unwrap_or_default();
        Self {
            slug: provider.slug.clone(),
            name: provider.name.clone(),
            issuer: provider.issuer.clone(),
            client_id: provider.client_id.clone(),
            secret: String::new(),
            has_secret: !provider.client_secret.is_empty() || !directory.bind_password.is_empty(),
            scopes: provider.scopes.clone(),
            acr_values: provider.acr_values.clone(),
            verifies: provider.verifies,
            position: provider.position.to_string(),
            directory: Directory { bind_password: String::new(), ..directory },
        }
    }

    /// As it may be drawn back.
    pub fn without_secrets(self) -> Self {
        Self { secret: String::new(), ..self }
    }

    /// The faults, each beside its field, or what is to be written. A secret that was not typed stays as it was.
    pub fn checked(&self, app: &App, kind: ProviderKind, before: Option<&Provider>, mut faults: FieldErrors) -> Result<ProviderDraft> {
        if !(2..=60).contains(&self.name.chars().count()) {
            faults.add("nome", "error-provider-name");
        }
        let position = position(&self.position, &mut faults);
        let mut draft = ProviderDraft { name: self.name.clone(), position, ..ProviderDraft::default() };
        if kind == ProviderKind::Ldap {
            let directory = self.checked_directory(app, before, &mut faults)?;
            draft.directory = serde_json::to_string(&directory)?;
        } else {
            self.check_openid(app, kind, &mut faults);
            draft.issuer.clone_from(&self.issuer);
            draft.client_id.clone_from(&self.client_id);
            draft.client_secret = if self.secret.is_empty() { None } else { Some(seal_secret(&app.secret, &self.secret)?) };
            draft.scopes = words(&self.scopes);
            draft.acr_values = words(&self.acr_values);
            draft.verifies = self.verifies;
        }
        faults.or(draft)
    }

    fn check_openid(&self, app: &App, kind: ProviderKind, faults: &mut FieldErrors) {
        let private = &app.config.outbound.private_hosts;
        let sound =
            Url::parse(&self.issuer).ok().filter(|url| url.host_str().is_some() && url.query().is_none() && url.fragment().is_none());
        match sound {
            Some(url) if url.scheme() == "https" => {}
            Some(url) if url.scheme() == "http" && is_named(private, &url) => {}
            _ => faults.add("issuer", "error-issuer"),
        }
        if self.client_id.is_empty() || self.client_id.len() > 500 {
            faults.add("client", "error-client");
        }
        if !self.scopes.split_whitespace().any(|scope| scope == "openid") {
            faults.add("scopes", "error-scopes");
        }
        if matches!(kind, ProviderKind::Spid | ProviderKind::Cie) && self.acr_values.is_empty() {
            faults.add("acr", "error-acr");
        }
    }

    fn checked_directory(&self, app: &App, before: Option<&Provider>, faults: &mut FieldErrors) -> Result<Directory> {
        let directory = &self.directory;
        let private = &app.config.outbound.private_hosts;
        match Url::parse(&directory.url).ok().filter(|url| url.host_str().is_some()) {
            Some(url) if url.scheme() == "ldaps" && !directory.starttls => {}
            // Passwords go over this connection: without TLS only where the settings name the host.
            Some(url) if url.scheme() == "ldap" && (directory.starttls || is_named(private, &url)) => {}
            Some(url) if url.scheme() == "ldap" => faults.add("url", "error-directory-plain"),
            _ => faults.add("url", "error-directory-url"),
        }
        for (field, text) in [
            ("base", &directory.base),
            ("attributo-nome", &directory.name),
            ("attributo-mail", &directory.mail),
            ("attributo-id", &directory.id),
        ] {
            if text.is_empty() {
                faults.add(field, "error-directory-empty");
            }
        }
        if !directory.user_filter.contains("{user}") || !is_filter(&directory.user_filter) {
            faults.add("filtro", "error-directory-filter");
        }
        if !directory.group_base.is_empty() && !is_filter(&directory.group_filter) {
            faults.add("gruppi-filtro", "error-directory-group-filter");
        }
        let known =
            before.and_then(|provider| Directory::read(&provider.directory).ok()).map(|known| known.bind_password).unwrap_or_default();
        let bind_password = if self.secret.is_empty() { known } else { seal_secret(&app.secret, &self.secret)? };
        Ok(Directory { bind_password, ..directory.clone() })
    }

    /// What differs from before, for the audit. Secrets are not among it.
    pub fn change(&self, before: &Self) -> Change {
        let yes = |on: bool| if on { "sì" } else { "no" };
        let (now, was) = (&self.directory, &before.directory);
        Change::default()
            .field("nome", &before.name, &self.name)
            .field("issuer", &before.issuer, &self.issuer)
            .field("client", &before.client_id, &self.client_id)
            .field("scopes", &before.scopes, &self.scopes)
            .field("acr", &before.acr_values, &self.acr_values)
            .field("verifica l’identità", yes(before.verifies), yes(self.verifies))
            .field("posizione", &before.position, &self.position)
            .field("url", &was.url, &now.url)
            .field("starttls", yes(was.starttls), yes(now.starttls))
            .field("bind", &was.bind_dn, &now.bind_dn)
            .field("base", &was.base, &now.base)
            .field("filtro", &was.user_filter, &now.user_filter)
            .field("attributi", &format!("{} {} {}", was.name, was.mail, was.id), &format!("{} {} {}", now.name, now.mail, now.id))
            .field("gruppi", &format!("{} {}", was.group_base, was.group_filter), &format!("{} {}", now.group_base, now.group_filter))
    }
}

fn is_named(hosts: &[String], url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    hosts.iter().any(|named| named.trim_matches(['[', ']']).eq_ignore_ascii_case(host))
}

/// One space between words.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Is it a filter of RFC 4515 in its outline: one pair of brackets around balanced ones?
fn is_filter(text: &str) -> bool {
    let mut depth = 0_i32;
    let whole = text.starts_with('(') && text.ends_with(')');
    let balanced = text.char_indices().all(|(at, c)| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth > 0 || (depth == 0 && at + c.len_utf8() == text.len())
    });
    whole && balanced && depth == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_one_pair_of_brackets() {
        for fine in ["(uid={user})", "(&(objectClass=person)(|(uid={user})(mail={user})))"] {
            assert!(is_filter(fine), "{fine}");
        }
        for bad in ["", "uid={user}", "(uid={user}", "(uid={user}))", "(a=b)(c=d)", "(a=b))(c=d"] {
            assert!(!is_filter(bad), "{bad}");
        }
    }

    #[test]
    fn spid_and_cie_begin_with_what_they_need() {
        let spid = Typed::fresh(ProviderKind::Spid);
        assert_eq!((spid.slug.as_str(), spid.acr_values.as_str(), spid.verifies), ("spid", LEVEL_TWO, true));
        assert!(!Typed::fresh(ProviderKind::OpenId).verifies);
    }
}
