//! The town's directory (LDAP, RFC 4511): is this the password of somebody there, what are they called, in which groups are they?

use std::time::Duration;

use kit::secret::SecretKey;
use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, LdapError, Scope, SearchEntry, SearchOptions, ldap_escape};
use serde::{Deserialize, Serialize};

use super::discovery::Finding;
use super::provider::open_secret;

/// How long a connection may take to open, and each question to be answered.
const PATIENCE: Duration = Duration::from_secs(4);
/// How long all of it may take.
const WHOLE: Duration = Duration::from_secs(12);
/// How many groups of a person are read.
const MOST_GROUPS: i32 = 500;

/// Where the directory is and how it is asked. Stands as JSON in the table of providers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Directory {
    /// `ldaps://host`, or `ldap://host:port`.
    pub url: String,
    /// Is a plain connection made private before anything is said (RFC 4511 §4.14)?
    pub starttls: bool,
    /// As whom the town asks; nobody in particular if empty.
    pub bind_dn: String,
    /// The password for that, sealed.
    pub bind_password: String,
    /// Under which entry people are.
    pub base: String,
    /// Who is meant by a name: `{user}` stands for it.
    pub user_filter: String,
    /// The attribute with the name as shown.
    pub name: String,
    /// The attribute with the e-mail address.
    pub mail: String,
    /// The attribute that never changes (RFC 4530).
    pub id: String,
    /// Under which entry groups are; no groups are read if empty.
    pub group_base: String,
    /// Which groups somebody is in: `{dn}` stands for their entry, `{user}` for the name they gave.
    pub group_filter: String,
}

impl Default for Directory {
    fn default() -> Self {
        Self {
            url: String::new(),
            starttls: false,
            bind_dn: String::new(),
            bind_password: String::new(),
            base: String::new(),
            user_filter: "(&(objectClass=inetOrgPerson)(uid={user}))".into(),
            name: "cn".into(),
            mail: "mail".into(),
            id: "entryUUID".into(),
            group_base: String::new(),
            group_filter: "(member={dn})".into(),
        }
    }
}

/// Somebody whose password was right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryEntry {
    /// What never changes.
    pub subject: String,
    /// The name they gave.
    pub user: String,
    /// Name as shown.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Groups, by name (`cn`) and by their whole place in the tree.
    pub groups: Vec<String>,
}

impl Directory {
    /// Reads the settings of a provider.
    pub fn read(json: &str) -> kit::Result<Self> {
        Ok(serde_json::from_str(json)?)
    }

    /// Is this somebody's password? A name nobody has takes the same work, an empty password is no question at all: a bind
    /// without one succeeds for everybody (RFC 4513 §5.1.2).
    pub async fn authenticate(&self, key: &SecretKey, user: &str, password: &str) -> Result<Option<DirectoryEntry>, String> {
        if user.is_empty() || password.is_empty() {
            return Ok(None);
        }
        match tokio::time::timeout(WHOLE, self.try_password(key, user, password)).await {
            Ok(done) => done.map_err(|error| error.to_string()),
            Err(_) => Err("it took too long".into()),
        }
    }

    async fn try_password(&self, key: &SecretKey, user: &str, password: &str) -> Result<Option<DirectoryEntry>, LdapError> {
        let mut town = self.open(key).await?;
        let found = self.find(&mut town, user).await?;
        let place = found.as_ref().map_or_else(|| format!("cn=nobody,{}", self.base), |entry| entry.dn.clone());
        let mut person = self.connect().await?;
        let answer = person.with_timeout(PATIENCE).simple_bind(&place, password).await?;
        let _ = person.unbind().await;
        let entry = match found {
            Some(entry) if answer.rc == 0 => Some(self.described(&mut town, user, entry).await?),
            _ => None,
        };
        let _ = town.unbind().await;
        Ok(entry)
    }

    async fn connect(&self) -> Result<Ldap, LdapError> {
        kit::tls::install();
        let settings = LdapConnSettings::new().set_conn_timeout(PATIENCE).set_starttls(self.starttls);
        let (connection, ldap) = LdapConnAsync::with_settings(settings, &self.url).await?;
        tokio::spawn(async move {
            if let Err(error) = connection.drive().await {
                tracing::debug!(%error, "a connection to the directory ended");
            }
        });
        Ok(ldap)
    }

    /// A connection on which the town has said who it is.
    async fn open(&self, key: &SecretKey) -> Result<Ldap, LdapError> {
        let mut ldap = self.connect().await?;
        let password = open_secret(key, &self.bind_password).ok().flatten().unwrap_or_default();
        if !self.bind_dn.is_empty() {
            ldap.with_timeout(PATIENCE).simple_bind(&self.bind_dn, &password).await?.success()?;
        }
        Ok(ldap)
    }

    /// The one entry that a name means; none when nobody or more than one is meant.
    async fn find(&self, ldap: &mut Ldap, user: &str) -> Result<Option<SearchEntry>, LdapError> {
        let filter = filled(&self.user_filter, user, "");
        let attributes = vec![self.name.as_str(), self.mail.as_str(), self.id.as_str()];
        let options = SearchOptions::new().sizelimit(2).timelimit(4);
        let found =
            ldap.with_search_options(options).with_timeout(PATIENCE).search(&self.base, Scope::Subtree, &filter, attributes).await?;
        let mut entries: Vec<_> = found.0.into_iter().filter(|entry| !entry.is_ref() && !entry.is_intermediate()).collect();
        match (entries.len(), found.1.rc) {
            (1, 0) => Ok(entries.pop().map(SearchEntry::construct)),
            (0, 0) => Ok(None),
            (0, _) => Err(LdapError::from(found.1)),
            _ => {
                tracing::warn!(user, "more than one entry of the directory answers to a name: nobody is let in");
                Ok(None)
            }
        }
    }

    async fn described(&self, ldap: &mut Ldap, user: &str, entry: SearchEntry) -> Result<DirectoryEntry, LdapError> {
        let subject = value(&entry, &self.id).unwrap_or_else(|| entry.dn.to_lowercase());
        let groups = self.groups(ldap, user, &entry.dn).await?;
        Ok(DirectoryEntry {
            subject,
            user: user.to_owned(),
            name: value(&entry, &self.name).unwrap_or_else(|| user.to_owned()),
            email: value(&entry, &self.mail),
            groups,
        })
    }

    async fn groups(&self, ldap: &mut Ldap, user: &str, dn: &str) -> Result<Vec<String>, LdapError> {
        if self.group_base.is_empty() {
            return Ok(Vec::new());
        }
        let filter = filled(&self.group_filter, user, dn);
        let options = SearchOptions::new().sizelimit(MOST_GROUPS).timelimit(4);
        let found =
            ldap.with_search_options(options).with_timeout(PATIENCE).search(&self.group_base, Scope::Subtree, &filter, vec!["cn"]).await?;
        // Half of the groups would take roles away: all of them, or no answer.
        let (entries, _) = found.success()?;
        let entries = entries.into_iter().filter(|entry| !entry.is_ref() && !entry.is_intermediate()).map(SearchEntry::construct);
        Ok(entries.flat_map(|entry| entry.attrs.get("cn").cloned().unwrap_or_default().into_iter().chain([entry.dn])).collect())
    }

    /// Tries the settings out, line by line.
    pub async fn probe(&self, key: &SecretKey) -> Vec<Finding> {
        let bad = |key, error: LdapError| Finding { fine: false, key, value: error.to_string() };
        let good = |key, value: &str| Finding { fine: true, key, value: value.to_owned() };
        if let Err(error) = self.connect().await {
            return vec![bad("probe-ldap-away", error)];
        }
        let mut found = vec![good("probe-ldap-there", &self.url)];
        let mut ldap = match self.open(key).await {
            Ok(ldap) => ldap,
            Err(error) => {
                found.push(bad("probe-ldap-unbound", error));
                return found;
            }
        };
        found.push(good("probe-ldap-bound", &self.bind_dn));
        for base in [&self.base, &self.group_base].into_iter().filter(|base| !base.is_empty()) {
            let asked = ldap.with_timeout(PATIENCE).search(base, Scope::Base, "(objectClass=*)", vec!["1.1"]).await;
            found.push(match asked.and_then(ldap3::SearchResult::success) {
                Ok(_) => good("probe-ldap-base", base),
                Err(error) => bad("probe-ldap-no-base", error),
            });
        }
        if let Err(error) = self.find(&mut ldap, "nobody").await {
            found.push(bad("probe-ldap-filter", error));
        }
        let _ = ldap.unbind().await;
        found
    }
}

/// A filter with its places filled, so that what somebody typed stays a value (RFC 4515 §3). In one pass: what is put in is not
/// looked at again.
fn filled(filter: &str, user: &str, dn: &str) -> String {
    let mut out = String::with_capacity(filter.len() + user.len() + dn.len());
    let mut rest = filter;
    while let Some(at) = rest.find('{') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        if let Some(more) = after.strip_prefix("{user}") {
            out.push_str(&ldap_escape(user));
            rest = more;
        } else if let Some(more) = after.strip_prefix("{dn}") {
            out.push_str(&ldap_escape(dn));
            rest = more;
        } else {
            out.push('{');
            rest = after.strip_prefix('{').unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// The first value of an attribute, whatever the case of its name. Bytes that are no text, such as `objectGUID`, as hex.
fn value(entry: &SearchEntry, name: &str) -> Option<String> {
    let text = entry.attrs.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).and_then(|(_, values)| values.first());
    if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
        return Some(kit::text::clean_line(text).chars().take(200).collect());
    }
    let bytes = entry.bin_attrs.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).and_then(|(_, values)| values.first())?;
    Some(bytes.iter().take(100).map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_types_stays_a_value_of_the_filter() {
        let filter = "(&(objectClass=person)(uid={user}))";
        assert_eq!(filled(filter, "anna", ""), "(&(objectClass=person)(uid=anna))");
        assert_eq!(filled(filter, "*", ""), "(&(objectClass=person)(uid=\\2a))");
        assert_eq!(filled(filter, "x)(|(uid=*", ""), "(&(objectClass=person)(uid=x\\29\\28|\\28uid=\\2a))");
        assert_eq!(filled(filter, "a\\b\0", ""), "(&(objectClass=person)(uid=a\\5cb\\00))");
        assert_eq!(filled("(member={dn})", "", "cn=D'Amico (URP),dc=x"), "(member=cn=D'Amico \\28URP\\29,dc=x)");
    }

    #[test]
    fn what_is_put_in_is_not_looked_at_again() {
        assert_eq!(filled("(uid={user})(m={dn})", "{dn}", "{user}"), "(uid={dn})(m={user})");
        assert_eq!(filled("(a={{user}{other}", "u", ""), "(a={u{other}");
    }

    #[test]
    fn settings_without_a_word_have_the_usual_ones() {
        let settings = Directory::read(r#"{"url":"ldaps://ldap.town.example","base":"dc=town"}"#).unwrap();
        assert_eq!((settings.id.as_str(), settings.starttls), ("entryUUID", false));
        assert!(Directory::read("").is_err());
    }

    #[tokio::test]
    async fn an_empty_password_is_never_asked_about() {
        let nobody_there = Directory { url: "ldap://127.0.0.1:1".into(), ..Directory::default() };
        let key = SecretKey::from_bytes([1; 32], &[]);
        assert_eq!(nobody_there.authenticate(&key, "anna", "").await, Ok(None));
        assert_eq!(nobody_there.authenticate(&key, "", "x").await, Ok(None));
        assert!(nobody_there.authenticate(&key, "anna", "x").await.is_err());
    }
}
