//! Calls to other machines: bounded, never redirected, and never into one's own network unless the settings name the host. What
//! the town set and what anybody may type are called by two clients with two lists.
//!
//! Somebody who types an address into a form must not be able to make the program speak to what only the program reaches
//! (server-side request forgery). So the address is looked at after its name was resolved, by the same resolver that the
//! connection uses.

mod public;

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use crate::config;
use crate::error::{Error, Result};

pub use public::is_public;

/// The largest answer that is read, in bytes.
const LARGEST: usize = 1024 * 1024;
/// How long a whole call may take.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How long a connection may take to open.
const CONNECT: Duration = Duration::from_secs(4);
/// How long a kept answer is good.
const KEPT: Duration = Duration::from_secs(600);
/// How many answers are kept.
const MOST_KEPT: usize = 64;

/// A request to another machine.
pub type Call = http::Request<Vec<u8>>;
/// Its answer, read whole.
pub type Answer = http::Response<Vec<u8>>;

/// Why a call had no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// This is no address of a web server.
    Address(String),
    /// The host lies in one's own network, and the settings do not name it.
    Private(String),
    /// Plain http is taken only to hosts that the settings name.
    Plain(String),
    /// Nobody answers there, or not in time.
    Away(String),
    /// The answer is longer than what is read.
    Large,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(what) => write!(f, "`{what}` is no address of a web server"),
            Self::Private(host) => write!(f, "{host} lies in a private network, and the settings under [outbound] do not name it"),
            Self::Plain(host) => write!(f, "plain http to {host}, which the settings under [outbound] do not name"),
            Self::Away(why) => write!(f, "no answer: {why}"),
            Self::Large => f.write_str("the answer is longer than what is read"),
        }
    }
}

impl std::error::Error for Refused {}

/// The house's client for other machines. Cheap to clone.
#[derive(Clone)]
pub struct Outbound {
    client: reqwest::Client,
    named: Named,
    kept: Arc<Mutex<BTreeMap<String, (Instant, Answer)>>>,
}

/// The hosts of one's own network that may be called.
#[derive(Clone)]
struct Named(Arc<[String]>);

impl Named {
    fn has(&self, host: &str) -> bool {
        self.0.iter().any(|named| named.eq_ignore_ascii_case(host))
    }
}

impl Outbound {
    /// The client for hosts that the town's own people set, such as providers of identity.
    pub fn new(settings: &config::Outbound) -> Result<Self> {
        Self::naming(&settings.private_hosts)
    }

    /// The client for addresses that anybody may type: what `outbound.private_hosts` names is closed to it.
    pub fn typed(settings: &config::Outbound) -> Result<Self> {
        Self::naming(&settings.typed_hosts)
    }

    fn naming(hosts: &[String]) -> Result<Self> {
        crate::tls::install();
        let named = Named(hosts.iter().map(|host| host.trim_matches(['[', ']']).to_owned()).collect());
        let client = reqwest::Client::builder()
            .user_agent(concat!("dedalus/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .timeout(TIMEOUT)
            .connect_timeout(CONNECT)
            .dns_resolver(Arc::new(Guarded(named.clone())))
            .build()
            .map_err(|error| Error::internal(format!("no client for calls to other machines: {error}")))?;
        Ok(Self { client, named, kept: Arc::default() })
    }

    /// Sends a request once and reads the answer, whatever its status. Redirects are answers like any other.
    pub async fn send(&self, call: Call) -> Result<Answer, Refused> {
        self.send_for(call, LARGEST).await
    }

    /// The same for an answer of up to so many bytes, such as a photograph.
    pub async fn send_for(&self, call: Call, largest: usize) -> Result<Answer, Refused> {
        let (parts, body) = call.into_parts();
        let url = self.checked(&parts.uri.to_string())?;
        let request = self.client.request(parts.method, url).headers(parts.headers).body(body);
        let mut response = request.send().await.map_err(|error| refused(&error))?;
        let mut answer = http::Response::new(Vec::new());
        *answer.status_mut() = response.status();
        *answer.headers_mut() = response.headers().clone();
        while let Some(piece) = response.chunk().await.map_err(|error| refused(&error))? {
            if answer.body().len() + piece.len() > largest {
                return Err(Refused::Large);
            }
            answer.body_mut().extend_from_slice(&piece);
        }
        Ok(answer)
    }

    /// The same for a document that changes rarely: a good answer is kept for ten minutes, or until [`Outbound::forget`].
    pub async fn send_kept(&self, call: Call) -> Result<Answer, Refused> {
        let address = call.uri().to_string();
        if let Some((since, answer)) = self.kept.lock().get(&address)
            && since.elapsed() < KEPT
        {
            return Ok(answer.clone());
        }
        let answer = self.send(call).await?;
        if answer.status().is_success() {
            let mut kept = self.kept.lock();
            if kept.len() >= MOST_KEPT {
                kept.clear();
            }
            kept.insert(address, (Instant::now(), answer.clone()));
        }
        Ok(answer)
    }

    /// The next call for this address goes out again.
    pub fn forget(&self, address: &str) {
        self.kept.lock().remove(address);
    }

    /// May this address be called, as far as it says by itself? A name is looked at again once it is resolved.
    pub fn may(&self, address: &str) -> Result<(), Refused> {
        self.checked(address).map(|_| ())
    }

    fn checked(&self, address: &str) -> Result<Url, Refused> {
        let url = Url::parse(address).map_err(|_| Refused::Address(address.to_owned()))?;
        let host = url.host().ok_or_else(|| Refused::Address(address.to_owned()))?;
        let (words, number) = match host {
            Host::Domain(name) => (name.to_owned(), None),
            Host::Ipv4(ip) => (ip.to_string(), Some(IpAddr::V4(ip))),
            Host::Ipv6(ip) => (ip.to_string(), Some(IpAddr::V6(ip))),
        };
        let named = self.named.has(&words);
        match url.scheme() {
            "https" => {}
            "http" if named => {}
            "http" => return Err(Refused::Plain(words)),
            _ => return Err(Refused::Address(address.to_owned())),
        }
        // The resolver sees names only: a number goes straight to the connection.
        if number.is_some_and(|ip| !named && !is_public(ip)) {
            return Err(Refused::Private(words));
        }
        Ok(url)
    }
}

/// Resolves names, and hides addresses of one's own network.
struct Guarded(Named);

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let named = self.0.has(name.as_str());
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let open: Vec<SocketAddr> = found.into_iter().filter(|address| named || is_public(address.ip())).collect();
            if open.is_empty() {
                return Err(Box::new(Refused::Private(name.as_str().to_owned())) as Box<dyn std::error::Error + Send + Sync>);
            }
            Ok(Box::new(open.into_iter()) as Addrs)
        })
    }
}

/// Our own word if the resolver said it, else the innermost cause: the outer ones repeat the address.
fn refused(error: &reqwest::Error) -> Refused {
    let mut cause: &(dyn std::error::Error + 'static) = error;
    loop {
        if let Some(ours) = cause.downcast_ref::<Refused>() {
            return ours.clone();
        }
        match cause.source() {
            Some(inner) => cause = inner,
            None => return Refused::Away(if error.is_timeout() { "it took too long".to_owned() } else { cause.to_string() }),
        }
    }
}

#[cfg(test)]
mod tests;
